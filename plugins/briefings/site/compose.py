"""All pages of the site, composed from the index; each with its path from the site's top."""

from collections.abc import Callable, Iterator
from functools import partial

from .assets.search import search_page
from .data import alternates
from .pages.actor_index import actors_page
from .pages.actor_lists import actor_lists
from .pages.actor_page import actor_page
from .pages.briefing_page import briefing_page
from .pages.day_pages import days_pages
from .pages.fact_lists import measures_pages, quotes_pages
from .pages.gathered import list_frame
from .pages.graph_page import graph_page
from .pages.home_page import home_page
from .pages.moved import moved_pages
from .pages.outlet_pages import outlets_pages
from .pages.specimen import specimen_page
from .pages.weeks import weeks_pages
from .shapes.pages import NotFoundPage, Page
from .shapes.pages_of_briefings import BriefingsPage
from .views.addresses import ACTORS, BRIEFINGS, GRAPH, HOME, NOT_FOUND, SEARCH, SPECIMEN, path_of, path_of_actor
from .views.facts import briefing_link, view_from
from .views.index import Index
from .views.page_frames import Site, frame, root_of
from .views.wording import counted


def compose(index: Index, site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The path of every page but those that editors wrote, and what makes it: ("", …), ("actors/russia/", …).

    Each is made by itself, so that one that cannot be made is one page less.
    """
    yield HOME, partial(home_page, index, site)
    yield BRIEFINGS, partial(briefings_page, index, site)
    yield ACTORS, partial(actors_page, index, site)
    yield GRAPH, partial(graph_page, index, site)
    yield from quotes_pages(index, site)
    yield from measures_pages(index, site)
    yield from weeks_pages(index, site)
    yield from days_pages(index, site)
    yield from outlets_pages(index, site)
    if site.search_parts:
        yield SEARCH, partial(search_page, index, site)
    for entry in index.entries:
        yield path_of(entry), partial(briefing_page, index, site, entry)
    for actor in index.actors:
        yield path_of_actor(actor), partial(actor_page, index, site, actor)
        yield from actor_lists(index, site, actor)
    if site.specimen:
        yield SPECIMEN, partial(specimen_page, site)
    yield from moved_pages(index, site)
    yield NOT_FOUND, partial(not_found_page, site)


def briefings_page(index: Index, site: Site) -> BriefingsPage:
    """All briefings, newest first."""
    view, count = view_from(index, site, BRIEFINGS), len(index.entries)
    return BriefingsPage(
        frame=list_frame(
            view, site, "Briefings", f"{counted(count, 'briefing')}, newest first.", alternates.of_all(view, site)
        ),
        briefings=tuple(briefing_link(view, entry) for entry in index.entries),
        count=count,
    )


def not_found_page(site: Site, path: str = NOT_FOUND) -> NotFoundPage:
    """The page that a host serves where nothing is, and that stands at `path` where that page could not be made."""
    root = root_of(site, path)
    return NotFoundPage(
        frame=frame(site, path, "Page not found", "There is no page at this address."),
        all_briefings=root + BRIEFINGS,
        all_actors=root + ACTORS,
    )

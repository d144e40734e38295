"""All pages of the site, composed from the index; each with its path from the site's top."""

from collections.abc import Callable, Iterator
from functools import partial

from . import alternates
from .actor_index import ACTORS, actors_page
from .actor_lists import actor_lists
from .actor_page import actor_page
from .briefing_page import briefing_page, counted
from .days import days_pages
from .fact_lists import measures_pages, quotes_pages
from .facts import briefing_link, path_of, view_from
from .frames import NOT_FOUND, SEARCH, Site, frame, root_of
from .gathered import list_frame
from .graph_page import GRAPH, graph_page
from .home_page import home_page
from .index import Index
from .moved import moved_pages
from .outlets import outlets_pages
from .pages import NotFoundPage, Page
from .pages_of_briefings import BriefingsPage
from .search import search_page
from .specimen import SPECIMEN, specimen_page
from .weeks import weeks_pages


def compose(index: Index, site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The path of every page but those that editors wrote, and what makes it: ("", …), ("actors/russia/", …).

    Each is made by itself, so that one that cannot be made is one page less.
    """
    yield "", partial(home_page, index, site)
    yield "briefings/", partial(briefings_page, index, site)
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
        yield f"actors/{actor.id}/", partial(actor_page, index, site, actor)
        yield from actor_lists(index, site, actor)
    if site.specimen:
        yield SPECIMEN, partial(specimen_page, site)
    yield from moved_pages(index, site)
    yield NOT_FOUND, partial(not_found_page, site)


def briefings_page(index: Index, site: Site) -> BriefingsPage:
    """All briefings, newest first."""
    view, count = view_from(index, site, "briefings/"), len(index.entries)
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
        all_briefings=root + "briefings/",
        all_actors=root + "actors/",
    )

"""The kinds of pages: what a template sees, its template, where such pages stand, what makes them.

The one table that the writing, the sitemap, the addresses kept from editors' pages and the tests walk.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from .assets.search import search_page
from .pages.actor_pages import actor_facts_pages, actor_pages
from .pages.actors_page import actors_page
from .pages.briefing_page import briefing_pages, briefings_page
from .pages.day_and_week_pages import days_pages, week_pages, weeks_page
from .pages.fact_pages import measures_pages, quotes_pages
from .pages.graph_page import graph_page
from .pages.home_page import home_page
from .pages.moved_pages import moved_pages, not_found_page
from .pages.outlet_pages import outlet_pages, outlets_page
from .pages.specimen_page import specimen_page
from .shapes.page_shapes import HomePage, MovedPage, NotFoundPage, Page, SearchPage, TextPage
from .shapes.pages_of_actors import ActorFactsPage, ActorPage, ActorsPage
from .shapes.pages_of_briefings import BriefingPage, BriefingsPage
from .shapes.pages_of_lists import (
    DayPage,
    GraphPage,
    MeasuresPage,
    OutletPage,
    OutletsPage,
    QuotesPage,
    SpecimenPage,
    WeekPage,
    WeeksPage,
)
from .views.addresses import (
    ACTORS,
    BRIEFINGS,
    DAYS,
    GRAPH,
    HOME,
    MEASURES,
    NOT_FOUND,
    OUTLETS,
    QUOTES,
    SEARCH,
    SPECIMEN,
    WEEKS,
)
from .views.index import Index, newest_day
from .views.page_frames import PagePlan, Site

Plans = Iterator[PagePlan]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """A kind of page, as one line of the table."""

    shape: type[Page]  # the class of what its template sees
    template: str  # in themes/<theme>/templates
    address: str  # of its pages, from the site's top; what differs from page to page in braces
    plans: Callable[[Index, Site], Plans]
    found: bool = True  # whether search engines are told of its pages

    @property
    def top(self) -> str | None:
        """Gives the folder at the site's top that is its own: “actors”; None where it has none."""
        folder, slash, _ = self.address.partition("/")
        return folder if slash and not folder.startswith("{") else None


def only(path: str, make: Callable[[Index, Site], Page]) -> Callable[[Index, Site], Plans]:
    """Plan the only page of its kind, which rests on all articles."""
    return lambda index, site: iter([PagePlan(path, partial(make, index, site), newest_day(index.entries))])


def searching(index: Index, site: Site) -> Plans:
    """Plan the page of the search, where the site has one."""
    if site.search_parts:
        yield PagePlan(SEARCH, partial(search_page, index, site))


def shown_to_authors(_index: Index, site: Site) -> Plans:
    """Plan the specimen, where the settings ask for it."""
    if site.specimen:
        yield PagePlan(SPECIMEN, partial(specimen_page, site))


def of_editors(_index: Index, _site: Site) -> Plans:
    """Plan nothing: what editors wrote is read by Pelican."""
    yield from ()


PAGE_KINDS = (
    PageKind(shape=HomePage, template="home.html", address=HOME, plans=only(HOME, home_page)),
    PageKind(shape=BriefingsPage, template="briefings.html", address=BRIEFINGS, plans=only(BRIEFINGS, briefings_page)),
    PageKind(shape=ActorsPage, template="actors.html", address=ACTORS, plans=only(ACTORS, actors_page)),
    PageKind(shape=QuotesPage, template="quotes.html", address=QUOTES, plans=quotes_pages),
    PageKind(shape=MeasuresPage, template="measures.html", address=MEASURES, plans=measures_pages),
    PageKind(shape=WeeksPage, template="weeks.html", address=WEEKS, plans=only(WEEKS, weeks_page)),
    PageKind(shape=OutletsPage, template="outlets.html", address=OUTLETS, plans=only(OUTLETS, outlets_page)),
    PageKind(shape=WeekPage, template="week.html", address=f"{WEEKS}{{week}}/", plans=week_pages),
    PageKind(shape=DayPage, template="day.html", address=f"{DAYS}{{day}}/", plans=days_pages),
    PageKind(shape=OutletPage, template="outlet.html", address=f"{OUTLETS}{{outlet}}/", plans=outlet_pages),
    PageKind(shape=GraphPage, template="graph.html", address=GRAPH, plans=only(GRAPH, graph_page)),
    PageKind(shape=BriefingPage, template="briefing.html", address=f"{BRIEFINGS}{{slug}}/", plans=briefing_pages),
    PageKind(shape=ActorPage, template="actor.html", address=f"{ACTORS}{{id}}/", plans=actor_pages),
    PageKind(
        shape=ActorFactsPage,
        template="actor_facts.html",
        address=f"{ACTORS}{{id}}/{{what}}/{{number}}/",
        plans=actor_facts_pages,
    ),
    PageKind(shape=TextPage, template="text.html", address="{slug}/", plans=of_editors),
    PageKind(
        shape=SearchPage,
        template="search.html",
        address=SEARCH,
        plans=searching,
    ),
    PageKind(
        shape=SpecimenPage,
        template="specimen.html",
        address=SPECIMEN,
        plans=shown_to_authors,
        found=False,
    ),
    PageKind(shape=MovedPage, template="moved.html", address="{section}/{slug}/", plans=moved_pages, found=False),
    PageKind(
        shape=NotFoundPage, template="404.html", address=NOT_FOUND, plans=only(NOT_FOUND, not_found_page), found=False
    ),
)

TEMPLATES = {kind.shape: kind.template for kind in PAGE_KINDS}


def all_pages(index: Index, site: Site) -> Plans:
    """Plan every page of the site but those that editors wrote."""
    for kind in PAGE_KINDS:
        yield from kind.plans(index, site)

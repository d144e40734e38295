"""The outlets whose articles the site has: how much of each, who speaks in it, what it tells of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from ...model import Article
from ..shapes.list_lines import OutletLine
from ..shapes.pages_of_lists import OutletPage, OutletsPage
from ..views.addresses import OUTLETS, path_of_outlet
from ..views.facts import View, briefing_link, shown_day, view_from
from ..views.index import Entry, Index, newest_day
from ..views.page_frames import PagePlan, Site
from ..views.wording import counted
from .fact_pages import choices
from .gathered import busiest, facts_in, list_frame, way


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet with the briefings of its articles, newest first."""

    name: str  # as most of its articles give it
    path: str  # of its page, from the site's top
    entries: tuple[Entry, ...]
    copied: tuple[Entry, ...]  # those of other outlets' articles that it had a copy of: they count there
    days: tuple[str, ...]  # of its articles, the earliest first


def outlets_of(index: Index) -> list[Outlet]:
    """Finds the outlets of all articles, A–Z."""
    found: defaultdict[str, list[tuple[Entry, Article]]] = defaultdict(list)
    for entry in index.entries:
        for article in (entry.briefing.article, *entry.briefing.copies):
            if article.outlet:
                found[path_of_outlet(index, article.outlet)].append((entry, article))
    outlets = (_outlet(path, pairs) for path, pairs in found.items())
    return sorted(outlets, key=lambda outlet: (outlet.name.casefold(), outlet.name))


def outlets_page(index: Index, site: Site) -> OutletsPage:
    """Lists all outlets, A–Z."""
    view, outlets = view_from(index, site, OUTLETS), outlets_of(index)
    description = f"{counted(len(outlets), 'outlet')} whose articles are briefed here, with how much of each."
    lines = tuple(_outlet_line(view, outlet) for outlet in outlets)
    without = sum(not entry.briefing.article.outlet for entry in index.entries)
    return OutletsPage(frame=list_frame(view, site, "Outlets", description), outlets=lines, without=without)


def outlet_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plans the page of each outlet: ``outlets/the-norland-post/`` …."""
    for outlet in outlets_of(index):
        newest = newest_day((*outlet.entries, *outlet.copied))
        yield PagePlan(outlet.path, partial(_outlet_page, index, site, outlet), newest)


def _outlet(path: str, pairs: list[tuple[Entry, Article]]) -> Outlet:
    """Gathers an outlet's articles: it is “Orlen Post” of two that say so and one that says “ORLEN POST”."""
    names = Counter(article.outlet or "" for _, article in pairs)
    own = {entry.slug: entry for entry, article in pairs if article is entry.briefing.article}
    return Outlet(
        name=min(names, key=lambda name: (-names[name], name)),
        path=path,
        entries=tuple(own.values()),
        copied=tuple({entry.slug: entry for entry, _ in pairs if entry.slug not in own}.values()),
        days=_days_known(article for _, article in pairs),
    )


def _days_known(articles: Iterable[Article]) -> tuple[str, ...]:
    """Gives the days of publication that are known, the earliest first."""
    return tuple(sorted(filter(None, (article.published.date for article in articles))))


def _outlet_page(index: Index, site: Site, outlet: Outlet) -> OutletPage:
    view = view_from(index, site, outlet.path)
    types = Counter(measure.type for entry in outlet.entries for measure in entry.briefing.measures)
    ordered = sorted(types, key=lambda each: (-types[each], each))
    description = f"{counted(len(outlet.entries), 'briefing')} of articles in {outlet.name}."
    return OutletPage(
        frame=list_frame(view, site, outlet.name, description),
        above=way(view, ("Outlets", OUTLETS)),
        outlet=_outlet_line(view, outlet),
        actors=busiest(view, outlet.entries),
        types=choices(ordered, types.elements()),
        briefings=tuple(briefing_link(view, entry) for entry in outlet.entries),
        copied=tuple(briefing_link(view, entry) for entry in outlet.copied),
    )


def _outlet_line(view: View, outlet: Outlet) -> OutletLine:
    quotes, measures = facts_in(outlet.entries)
    return OutletLine(
        name=outlet.name,
        href=view.href(outlet.path),
        briefings=len(outlet.entries),
        copies=len(outlet.copied),
        quotes=quotes,
        measures=measures,
        first=shown_day(outlet.days[0]) if outlet.days else None,
        last=shown_day(outlet.days[-1]) if outlet.days else None,
    )

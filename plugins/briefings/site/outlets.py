"""The outlets whose articles the site has: how much of each, who speaks in it, what it tells of."""

from collections import Counter
from collections.abc import Iterator

from .briefing_page import counted
from .fact_lists import choices
from .facts import View, briefing_link, day_of, path_of_outlet, view_from
from .frames import Site
from .gathered import busiest, facts_in, list_frame, way
from .index import Entry, Index
from .lines import OutletLine
from .pages_of_lists import OutletPage, OutletsPage

OUTLETS = "outlets/"


def outlets_of(index: Index) -> list[tuple[str, list[Entry]]]:
    """The name of each outlet as most of its articles give it, and its briefings, newest first; A–Z."""
    found: dict[str, list[Entry]] = {}
    for entry in index.entries:
        if entry.briefing.article.outlet:
            found.setdefault(path_of_outlet(index, entry.briefing.article.outlet), []).append(entry)
    named = [(_name(entries), entries) for entries in found.values()]
    return sorted(named, key=lambda pair: (pair[0].casefold(), pair[0]))


def outlets_pages(index: Index, site: Site) -> Iterator[tuple[str, OutletsPage | OutletPage]]:
    """The list of outlets, then each outlet: ("outlets/the-norland-post/", …)."""
    outlets = outlets_of(index)
    view = view_from(index, site, OUTLETS)
    description = f"{counted(len(outlets), 'outlet')} whose articles are briefed here, with how much of each."
    lines = tuple(_line(view, name, entries) for name, entries in outlets)
    without = sum(not entry.briefing.article.outlet for entry in index.entries)
    yield OUTLETS, OutletsPage(frame=list_frame(view, site, "Outlets", description), outlets=lines, without=without)
    for name, entries in outlets:
        yield path_of_outlet(index, name), _page(index, site, name, entries)


def _page(index: Index, site: Site, name: str, entries: list[Entry]) -> OutletPage:
    view = view_from(index, site, path_of_outlet(index, name))
    types = Counter(measure.type for entry in entries for measure in entry.briefing.measures)
    ordered = sorted(types, key=lambda each: (-types[each], each))
    return OutletPage(
        frame=list_frame(view, site, name, f"{counted(len(entries), 'briefing')} of articles in {name}."),
        above=way(view, ("Outlets", OUTLETS)),
        outlet=_line(view, name, entries),
        actors=busiest(view, entries),
        types=choices(ordered, types.elements()),
        briefings=tuple(briefing_link(view, entry) for entry in entries),
    )


def _name(entries: list[Entry]) -> str:
    """“Orlen Post” of two that say so and one that says “ORLEN POST”."""
    names = Counter(entry.briefing.article.outlet or "" for entry in entries)
    return min(names, key=lambda name: (-names[name], name))


def _line(view: View, name: str, entries: list[Entry]) -> OutletLine:
    quotes, measures = facts_in(entries)
    days = sorted(day for entry in entries if (day := entry.briefing.article.published.date))
    return OutletLine(
        name=name,
        href=view.href(path_of_outlet(view.index, name)),
        briefings=len(entries),
        quotes=quotes,
        measures=measures,
        first=day_of(days[0]) if days else None,
        last=day_of(days[-1]) if days else None,
    )

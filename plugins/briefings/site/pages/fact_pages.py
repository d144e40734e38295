"""All quotes and all measures of the site, in pages."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, get_args

from ...model import Measure, Quote, QuoteKind, Status
from ..data import alternates
from ..shapes.list_lines import Choice, Speaker
from ..shapes.page_shapes import Page
from ..shapes.pages_of_lists import MeasuresPage, QuoteGroup, QuotesPage
from ..views.addresses import MEASURES, QUOTES
from ..views.facts import View, briefing_link, measure_item, quote_item, view_from, who
from ..views.index import Entry, Index, newest_day
from ..views.page_frames import PagePlan, Site
from ..views.wording import counted
from .briefing_page import SPEAKERS
from .gathered import cut, list_frame, measures_once, page_path, pager, quotes_in

MOST = 200  # facts on a page

Pairs = Sequence[tuple[Entry, Any]]
Quotes = Sequence[tuple[Entry, Quote]]
Quoted = tuple[Entry, str]  # a briefing and the chain that is quoted in it


def quotes_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plans all quotes, newest briefing first: ("quotes/", …), ("quotes/page/2/", …)."""
    found = quotes_in(index.entries)
    pieces = cut(found, MOST)
    most = _most_quoted(index, site, found)
    kinds = [kind for kind in get_args(QuoteKind) if any(quote.kind == kind for _, quote in found)]
    description = f"{counted(len(found), 'quote')}: who said what, with the sentence of each."

    def page(number: int, piece: Quotes) -> QuotesPage:
        view = view_from(index, site, _path_in_list(QUOTES, number))
        groups = tuple(_group(view, slug, list(some)) for slug, some in groupby(piece, key=lambda fact: fact[0].slug))
        return QuotesPage(
            frame=list_frame(view, site, _title_in_list("Quotes", number), description, alternates.of_quotes(view)),
            groups=groups,
            kinds=choices(kinds, (quote.kind for _, quote in piece)),
            speakers=_speakers_on_page(view, most, groups),
            count=len(found),
            pager=pager(view, f"{QUOTES}page/", QUOTES, number, len(pieces)),
        )

    yield from _plans(QUOTES, pieces, page)


def measures_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plans all measures, newest briefing first; an act that several report stands with the newest."""
    found = measures_once(index, index.entries)
    pieces = cut(found, MOST)
    types = [name for name, _ in Counter(sorted(measure.type for _, measure in found)).most_common()]
    statuses = [status for status in get_args(Status) if any(measure.status == status for _, measure in found)]
    description = f"{counted(len(found), 'measure')}: who did what toward whom, with the sentence of each."

    def page(number: int, piece: Sequence[tuple[Entry, Measure]]) -> MeasuresPage:
        view = view_from(index, site, _path_in_list(MEASURES, number))
        return MeasuresPage(
            frame=list_frame(view, site, _title_in_list("Measures", number), description, alternates.of_measures(view)),
            measures=tuple(measure_item(view, entry, measure) for entry, measure in piece),
            types=choices(types, (measure.type for _, measure in piece)),
            statuses=choices(statuses, (measure.status for _, measure in piece)),
            count=len(found),
            pager=pager(view, f"{MEASURES}page/", MEASURES, number, len(pieces)),
        )

    yield from _plans(MEASURES, pieces, page)


def _plans(base: str, pieces: Sequence[Pairs], make: Callable[[int, Pairs], Page]) -> Iterator[PagePlan]:
    """Plans each page of a list; the first rests on all articles that have any of it."""
    newest = newest_day(entry for piece in pieces for entry, _ in piece)
    for number, piece in enumerate(pieces, 1):
        yield PagePlan(_path_in_list(base, number), partial(make, number, piece), newest if number == 1 else None)


def choices(values: Iterable[str], here: Iterable[str]) -> tuple[Choice, ...]:
    """Makes a chip of each of `values`, with how often it is `here`: "SANCTION" → “Sanction”, "taken" stays."""
    counts = Counter(here)
    return tuple(
        Choice(value=value.lower(), text=value.capitalize() if value.isupper() else value, count=counts[value])
        for value in values
    )


def _group(view: View, slug: str, quotes: Quotes) -> QuoteGroup:
    return QuoteGroup(
        briefing=briefing_link(view, view.index.entry[slug]),
        quotes=tuple(quote_item(view, entry, quote) for entry, quote in quotes),
    )


def _most_quoted(index: Index, site: Site, found: Quotes) -> list[Quoted]:
    """Finds who said most in all quotes, each by a place where it is quoted; none where only one is."""
    view = view_from(index, site, "")
    quoted = [(entry, chain) for entry, quote in found for chain in dict.fromkeys(quote.source.actors)]
    counts = Counter(who(view, entry, chain) for entry, chain in quoted)
    first = {who(view, entry, chain): (entry, chain) for entry, chain in reversed(quoted)}
    most = sorted(counts, key=lambda one: (-counts[one], one.name, one.href or ""))[:SPEAKERS]
    return [first[one] for one in most] if len(most) > 1 else []


def _speakers_on_page(view: View, most: Sequence[Quoted], groups: Iterable[QuoteGroup]) -> tuple[Speaker, ...]:
    """Counts what each said on this page: a number means the same actor on every page."""
    said = Counter(one for group in groups for item in group.quotes for one in item.source.who)
    people = [who(view, entry, chain) for entry, chain in most]
    return tuple(Speaker(who=one, number=number, quotes=said[one]) for number, one in enumerate(people, 1))


def _path_in_list(base: str, number: int) -> str:
    return page_path(f"{base}page/", base, number)


def _title_in_list(name: str, number: int) -> str:
    return name if number == 1 else f"{name}, page {number}"

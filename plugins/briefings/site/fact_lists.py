"""All quotes and all measures of the site, in pages."""

from collections.abc import Iterator
from itertools import groupby

from ..model import Measure
from . import alternates
from .briefing_page import counted
from .facts import briefing_link, measure_item, quote_item, view_from
from .frames import Site, frame
from .index import Entry, Index
from .linked_data import page_data
from .pages_of_lists import MeasureGroup, MeasuresPage, QuoteGroup, QuotesPage
from .paging import cut, page_path, pager
from .parts import Alternate, Frame

MOST = 200  # facts on a page
QUOTES, MEASURES = "quotes/", "measures/"


def quotes_pages(index: Index, site: Site) -> Iterator[tuple[str, QuotesPage]]:
    """All quotes, newest briefing first: ("quotes/", …), ("quotes/page/2/", …)."""
    found = [(entry, quote) for entry in index.entries for quote in entry.briefing.quotes]
    pieces = cut(found, MOST)
    description = f"{counted(len(found), 'quote')}: who said what, with the sentence of each."
    for number, piece in enumerate(pieces, 1):
        view = view_from(index, site, _path(QUOTES, number))
        groups = tuple(
            QuoteGroup(
                briefing=briefing_link(view, index.entry[slug]),
                quotes=tuple(quote_item(view, entry, quote) for entry, quote in some),
            )
            for slug, some in groupby(piece, key=lambda fact: fact[0].slug)
        )
        about = _frame(site, view.path, _title("Quotes", number), description, alternates.of_quotes(view))
        turn = pager(view, f"{QUOTES}page/", QUOTES, number, len(pieces))
        yield view.path, QuotesPage(frame=about, groups=groups, count=len(found), pager=turn)


def measures_pages(index: Index, site: Site) -> Iterator[tuple[str, MeasuresPage]]:
    """All measures, newest briefing first; an act that several report stands with the newest."""
    found = _measures(index)
    pieces = cut(found, MOST)
    description = f"{counted(len(found), 'measure')}: who did what toward whom, with the sentence of each."
    for number, piece in enumerate(pieces, 1):
        view = view_from(index, site, _path(MEASURES, number))
        groups = tuple(
            MeasureGroup(
                briefing=briefing_link(view, index.entry[slug]),
                measures=tuple(measure_item(view, entry, measure) for entry, measure in some),
            )
            for slug, some in groupby(piece, key=lambda fact: fact[0].slug)
        )
        about = _frame(site, view.path, _title("Measures", number), description, alternates.of_measures(view))
        turn = pager(view, f"{MEASURES}page/", MEASURES, number, len(pieces))
        yield view.path, MeasuresPage(frame=about, groups=groups, count=len(found), pager=turn)


def further_paths(index: Index) -> Iterator[str]:
    """The paths of the second and all further pages of both lists."""
    quotes = sum(len(entry.briefing.quotes) for entry in index.entries)
    for base, count in ((QUOTES, quotes), (MEASURES, len(_measures(index)))):
        yield from (_path(base, number) for number in range(2, -(-count // MOST) + 1))


def _measures(index: Index) -> tuple[tuple[Entry, Measure], ...]:
    return index.once((entry, measure) for entry in index.entries for measure in entry.briefing.measures)


def _path(base: str, number: int) -> str:
    return page_path(f"{base}page/", base, number)


def _title(name: str, number: int) -> str:
    return name if number == 1 else f"{name}, page {number}"


def _frame(site: Site, path: str, title: str, description: str, others: tuple[Alternate, ...]) -> Frame:
    data = page_data(site, path, "CollectionPage", title)
    return frame(site, path, title, description, alternates=others, data=data)

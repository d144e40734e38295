"""The facts of one briefing and of one actor as one table (CSV): its first column tells which is what."""

from collections.abc import Iterable, Iterator

from ...model import Actor, Measure, Quote
from ..views.addresses import path_of
from ..views.facts import View
from ..views.index import Entry, Index
from ..views.page_frames import Site
from .actor_record import actor_record_path
from .csv_tables import (
    MEASURE_COLUMNS,
    QUOTE_COLUMNS,
    Values,
    article_values,
    csv_table,
    data_view,
    measure_values,
    quote_values,
)

TABLE = "facts.csv"
COLUMNS = ("fact", *dict.fromkeys((*MEASURE_COLUMNS[:4], *QUOTE_COLUMNS, *MEASURE_COLUMNS)))


def briefing_table(index: Index, site: Site, entry: Entry) -> bytes:
    """Lists quotes, then measures, each in the order of the text; `fact` is “quote” or “measure”."""
    view = data_view(index, site, path_of(entry) + TABLE)
    facts = (("quote" if isinstance(fact, Quote) else "measure", entry, fact) for fact in entry.facts)
    return csv_table(COLUMNS, _rows_of_facts(view, facts))


def actor_table(index: Index, site: Site, actor: Actor) -> bytes:
    """Lists what it said, what others said about it, what it did and had done to it: `fact` says which of them."""
    view, facts = data_view(index, site, actor_table_path(actor)), index.facts[actor.id]
    lists = (("said", facts.said), ("about", facts.about), ("did", facts.did), ("done-to", facts.done_to))
    return csv_table(
        COLUMNS, _rows_of_facts(view, ((name, entry, fact) for name, found in lists for entry, fact in found))
    )


def has_facts(index: Index, actor: Actor) -> bool:
    """Tells whether anything was said or done by or to it, or said about it."""
    facts = index.facts[actor.id]
    return any((facts.said, facts.about, facts.did, facts.done_to))


def actor_table_path(actor: Actor) -> str:
    """Gives the path from the site's top."""
    return f"{actor_record_path(actor).rpartition('/')[0]}/{TABLE}"


def _rows_of_facts(view: View, facts: Iterable[tuple[str, Entry, Quote | Measure]]) -> Iterator[Values]:
    for name, entry, fact in facts:
        values = quote_values(view, entry, fact) if isinstance(fact, Quote) else measure_values(view, entry, fact)
        yield {"fact": name} | article_values(view, entry) | values

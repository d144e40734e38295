"""Facts as plain values, and all of them as tables (CSV) for spreadsheets and programs."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from ...language.letters import one_line
from ...model import Measure, Quote
from ...newsroom.editing.cells import defused
from ..views.addresses import path_of
from ..views.copied import also_in
from ..views.facts import View, permalink, view_from, who, words_at
from ..views.index import Entry, Index
from ..views.page_frames import Site, web_address

ARTICLE = ("link", "title", "outlet", "url", "published", "published_from", "also_in")
QUOTE_COLUMNS = (
    "briefing", "id", "kind", "source", "source_ids", "source_words", "cue", "content", "negated", "reality",
    "sentence_number", "sentence", "within", "rule", "confidence", *ARTICLE,
)  # fmt: skip
MEASURE_COLUMNS = (
    "briefing", "id", "type", "status", "initiators", "initiators_ids", "targets", "targets_ids", "instrument",
    "trigger", "date", "date_words", "date_inferred", "place", "attribution", "attribution_ids", "hedged",
    "sentence_number", "sentence", "within", "rule", "confidence", *ARTICLE,
)  # fmt: skip
QUOTES, MEASURES = "quotes/quotes.csv", "measures/measures.csv"

Values = dict[str, Any]


def quotes_table(index: Index, site: Site) -> bytes:
    """Lists all quotes, newest briefing first."""
    view = data_view(index, site, QUOTES)
    rows = (
        article_values(view, entry) | quote_values(view, entry, quote)
        for entry in index.entries
        for quote in entry.briefing.quotes
    )
    return csv_table(QUOTE_COLUMNS, rows)


def measures_table(index: Index, site: Site) -> bytes:
    """Lists all measures, newest briefing first."""
    view = data_view(index, site, MEASURES)
    rows = (
        article_values(view, entry) | measure_values(view, entry, measure)
        for entry in index.entries
        for measure in entry.briefing.measures
    )
    return csv_table(MEASURE_COLUMNS, rows)


def data_view(index: Index, site: Site, path: str) -> View:
    """Gives the view from a file of data: addresses are whole where the site's is known, else relative to the file."""
    near = view_from(index, site, path)
    return View(index=index, path=path, root=site.address or near.root, source_text=site.source_text)


def article_values(view: View, entry: Entry) -> Values:
    """Tells what a briefing is and which article it rests on."""
    article = entry.briefing.article
    return {
        "briefing": entry.slug,
        "title": article.title,
        "outlet": article.outlet,
        "url": web_address(article.url),
        "published": article.published.date,
        "published_from": article.published.source,
        "also_in": also_in(entry),
        "link": view.href(path_of(entry)),
    }


def quote_values(view: View, entry: Entry, quote: Quote) -> Values:
    """Gives a quote the values of its row: words, where a record has places in the text."""
    return {
        "id": quote.id,
        "kind": quote.kind,
        "source": actors_at(view, entry, quote.source.actors),
        "source_words": words_at(entry, [quote.source.span]) if quote.source.span else None,
        "cue": words_at(entry, quote.cue),
        "content": words_at(entry, quote.content),
        "negated": quote.negated,
        "reality": quote.reality,
        **_ends(view, entry, quote),
    }


def measure_values(view: View, entry: Entry, measure: Measure) -> Values:
    """Gives a measure the values of its row: words, where a record has places in the text."""
    return {
        "id": measure.id,
        "type": measure.type,
        "status": measure.status,
        "initiators": actors_at(view, entry, measure.initiators),
        "targets": actors_at(view, entry, measure.targets),
        "instrument": measure.instrument,
        "trigger": words_at(entry, [measure.trigger]),
        "date": measure.date,
        "date_words": words_at(entry, [measure.date_span]) if measure.date_span else None,
        "date_inferred": measure.date_inferred,
        "place": measure.place,
        "attribution": actors_at(view, entry, [measure.attribution] if measure.attribution else []),
        "hedged": measure.hedged,
        **_ends(view, entry, measure),
    }


def csv_table(columns: tuple[str, ...], rows: Iterable[Values]) -> bytes:
    """Writes RFC 4180 in UTF-8: a header, lines that end in CR LF; raises ValueError for a value without a column."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(dict(_cells(row)) for row in rows)
    return out.getvalue().encode("utf-8")


def _ends(view: View, entry: Entry, fact: Quote | Measure) -> Values:
    """Gives what every fact has: its sentence, the quote around it, the rule that found it, its permalink."""
    return {
        "sentence_number": entry.number(fact.sentence.start),
        "sentence": words_at(entry, [fact.sentence]),
        "within": fact.within,
        "rule": fact.rule,
        "confidence": fact.confidence,
        "link": permalink(view, entry, fact.id),
    }


def actors_at(view: View, entry: Entry, chains: Iterable[str]) -> list[Values]:
    """Gives names, each once, with the id that is the actor's on this site; null where it has no page."""
    found = {}
    for chain in chains:
        actor = view.index.by_chain.get((entry.slug, chain))
        found[who(view, entry, chain)] = actor.id if actor else None
    return [{"id": known, "name": one.name} for one, known in found.items()]


def _cells(row: Values) -> Iterator[tuple[str, str]]:
    """Fills two cells with actors, names and ids; several are parted by “; ”, one without a page has an empty id."""
    for column, value in row.items():
        if isinstance(value, list):
            yield column, _cell("; ".join(one["name"] for one in value))
            yield f"{column}_ids", _cell("; ".join(one["id"] or "" for one in value))
        else:
            yield column, _plain_cell(value)


def _plain_cell(value: Any) -> str:
    """Writes what is no actor: ``("Orlen Post", "The Norland Post")`` → “Orlen Post; The Norland Post”."""
    if isinstance(value, tuple):
        return _cell("; ".join(value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else _cell(str(value))


def _cell(text: str) -> str:
    """Writes one line; an apostrophe goes before what a spreadsheet would run: ``=HYPERLINK(…)``."""
    return defused(one_line(text))

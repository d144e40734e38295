"""The record of a briefing, as ``briefings extract`` prints it and as the site hands it out."""

from collections.abc import Sequence
from typing import Any

from ...model import Briefing, Chain, Measure, Quote, Span
from ..shapes.parts import SourceText
from ..views.copied import copy_values
from ..views.index import Entry

SCHEMA = "briefings/record/1"
RECORD = "record.json"  # beside its briefing's page

Record = dict[str, Any]


def record(briefing: Briefing) -> Record:
    """The briefing as plain JSON values, keys in the documented order."""
    article = briefing.article
    return {
        "schema": SCHEMA,
        "seed": _seed(briefing),
        "title": article.title,
        "text": article.text,
        "origin": [list(entry) for entry in article.origin],
        "sentences": _spans(briefing.sentences),
        "actors": [_actor(chain) for chain in briefing.actors],
        "quotes": [_quote(quote) for quote in briefing.quotes],
        "measures": [_measure(measure) for measure in briefing.measures],
    }


def published_record(entry: Entry, source_text: SourceText) -> Record:
    """The record that the site hands out, with the copies of its article: what `source_text` withholds is not in it.

    Where the text is not shown whole, ``text`` is null and ``excerpts`` has what is shown, as ``[start, end, words]``:
    in mode "excerpt" every sentence that a quote or a measure rests on, in mode "none" each fact's own sentence.
    """
    whole = record(entry.briefing) | {"copies": list(copy_values(entry))}
    if source_text == "full":
        return whole
    text = entry.briefing.article.text
    own = {entry.number(fact.sentence.start) for fact in entry.facts}
    numbers = entry.resting if source_text == "excerpt" else own
    spans = [span for number, span in enumerate(entry.briefing.sentences, 1) if number in numbers]
    return whole | {"text": None, "excerpts": [[*span, text[span.start : span.end]] for span in spans]}


def _seed(briefing: Briefing) -> Record:
    article = briefing.article
    return {
        "path": article.seed.path,
        "sha256": article.seed.sha256,
        "outlet": article.outlet,
        "section": article.section,
        "byline": article.byline,
        "url": article.url,
        "place": article.place,
        "published": article.published.date,
        "published_from": article.published.source,
        "published_how": article.published.how,
        "added": article.added,
        "language": article.language,
        "parser": briefing.parser,
    }


def _actor(chain: Chain) -> Record:
    return {
        "id": chain.id,
        "name": chain.name,
        "named": chain.named,
        "kind": chain.kind,
        "aliases": list(chain.aliases),
        "roles": [{"role": role.role, "of": list(role.of), "span": list(role.span)} for role in chain.roles],
        "mentions": [{"span": list(mention.span), "form": mention.form} for mention in chain.mentions],
    }


def _quote(quote: Quote) -> Record:
    return {
        "id": quote.id,
        "kind": quote.kind,
        "source": {"actors": list(quote.source.actors), "span": _span(quote.source.span)},
        "cue": _spans(quote.cue),
        "content": _spans(quote.content),
        "sentence": list(quote.sentence),
        "within": quote.within,
        "negated": quote.negated,
        "reality": quote.reality,
        "rule": quote.rule,
        "confidence": quote.confidence,
    }


def _measure(measure: Measure) -> Record:
    return {
        "id": measure.id,
        "type": measure.type,
        "status": measure.status,
        "initiators": list(measure.initiators),
        "targets": list(measure.targets),
        "instrument": measure.instrument,
        "trigger": list(measure.trigger),
        "sentence": list(measure.sentence),
        "mentions": [{"trigger": list(told.trigger), "sentence": list(told.sentence)} for told in measure.tellings],
        "date": measure.date,
        "date_span": _span(measure.date_span),
        "date_inferred": measure.date_inferred,
        "place": measure.place,
        "attribution": measure.attribution,
        "hedged": measure.hedged,
        "within": measure.within,
        "rule": measure.rule,
        "confidence": measure.confidence,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]

"""The record of a briefing, as ``briefings extract`` prints it and as the site hands it out."""

from dataclasses import replace

from ...model import Briefing
from ..shapes.parts import SourceText
from ..views.copied import copy_values
from ..views.index import Entry
from .record_shape import (
    Record,
    RecordedBriefing,
    RecordedCopy,
    plain,
    recorded_actor,
    recorded_measure,
    recorded_seed,
)

RECORD = "record.json"  # beside its briefing's page


def record(briefing: Briefing) -> Record:
    """Gives the briefing as plain JSON values, keys in the documented order."""
    return plain(_recorded(briefing))


def published_record(entry: Entry, source_text: SourceText) -> Record:
    """Gives the record that the site hands out, with the article's copies, without what `source_text` withholds.

    Where the text is not shown whole, ``text`` is null and ``excerpts`` has what is shown, as ``[start, end, words]``:
    in mode "excerpt" every sentence that a quote or a measure rests on, in mode "none" each fact's own sentence.
    """
    copies = tuple(RecordedCopy(**values) for values in copy_values(entry))
    whole = replace(_recorded(entry.briefing), copies=copies)
    if source_text == "full":
        return plain(whole)
    text = entry.briefing.article.text
    own = {entry.number(fact.sentence.start) for fact in entry.facts}
    numbers = entry.resting if source_text == "excerpt" else own
    spans = [span for number, span in enumerate(entry.briefing.sentences, 1) if number in numbers]
    excerpts = tuple((*span, text[span.start : span.end]) for span in spans)
    return plain(replace(whole, text=None, excerpts=excerpts))


def _recorded(briefing: Briefing) -> RecordedBriefing:
    article = briefing.article
    return RecordedBriefing(
        seed=recorded_seed(briefing),
        title=article.title,
        text=article.text,
        origin=article.origin,
        sentences=briefing.sentences,
        actors=tuple(map(recorded_actor, briefing.actors)),
        quotes=briefing.quotes,
        measures=tuple(map(recorded_measure, briefing.measures)),
    )

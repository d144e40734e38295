"""The shape of every record in JSON, as dataclasses: a quote, a measure, a role is the same value in each file.

``docs/record.schema.json`` is made of them.  Quotes and roles are the nouns of the house themselves.
"""

from dataclasses import dataclass, fields
from typing import Any, Literal

import msgspec

from ...model import (
    ActorKind,
    Briefing,
    Chain,
    Found,
    Measure,
    MeasureType,
    MentionForm,
    Origin,
    PublishedFrom,
    Quote,
    Role,
    Span,
    Status,
    Telling,
)

RECORD_SCHEMA: Literal["briefings/record/2"] = "briefings/record/2"
SCHEMA_FILE = "record.schema.json"
ACTOR_SCHEMA: Literal["briefings/actor/2"] = "briefings/actor/2"

Record = dict[str, Any]  # one of the shapes below as plain JSON values


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedSeed:
    """Where an article came from."""

    path: str
    sha256: str
    outlet: str | None
    section: str | None
    byline: str | None
    url: str | None
    place: str | None
    published: str | None
    published_from: PublishedFrom
    published_how: str | None
    added: str | None
    language: str
    parser: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedCopy:
    """The same article in another seed."""

    path: str
    sha256: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    published_from: PublishedFrom


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedMention:
    """A place where the text speaks of an actor."""

    span: Span
    form: MentionForm
    confidence: float  # that its words mean this actor


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedActor:
    """An actor of one article."""

    id: str
    name: str
    named: bool
    kind: ActorKind
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: tuple[RecordedMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedMeasure:
    """An act of one article."""

    id: str
    type: MeasureType
    status: Status
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    instrument: str | None
    instrument_found: Found | None
    trigger: Span
    sentence: Span
    mentions: tuple[Telling, ...]
    date: str | None
    date_span: Span | None
    date_inferred: bool
    place: str | None
    place_found: Found | None
    attribution: str | None
    hedged: bool
    within: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedBriefing:
    """A briefing; `copies` and `excerpts` are the site's."""

    schema: Literal["briefings/record/2"] = RECORD_SCHEMA
    seed: RecordedSeed
    title: str | None
    text: str | None
    origin: tuple[Origin, ...]
    sentences: tuple[Span, ...]
    actors: tuple[RecordedActor, ...]
    quotes: tuple[Quote, ...]
    measures: tuple[RecordedMeasure, ...]
    copies: tuple[RecordedCopy, ...] | msgspec.UnsetType = msgspec.UNSET
    excerpts: tuple[tuple[int, int, str], ...] | msgspec.UnsetType = msgspec.UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An actor with a page, or by its name alone one that has none."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownInFact(Known):
    """Whom an actor's id in a fact's own briefing means."""

    in_briefing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsOfQuote:
    """The text's own words of a quote; the source's are null where the text names none."""

    source: str | None
    cue: str
    content: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsOfMeasure:
    """The text's own words of a measure."""

    trigger: str
    date: str | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFact:
    """A fact outside of its briefing's record: where it stands, and whom its ids mean."""

    briefing: str
    link: str
    sentence_number: int
    who: tuple[KnownInFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedQuote(ListedFact):
    """A quote as its briefing's record has it, with its words."""

    quote: Quote
    words: WordsOfQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMeasure(ListedFact):
    """A measure as its briefing's record has it, with its words."""

    measure: RecordedMeasure
    words: WordsOfMeasure


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A form of an actor's name, and how often it stands in all texts."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInBriefing:
    """A role that an article gave an actor, each once."""

    role: str
    of: tuple[Known, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAppearance:
    """A briefing in which an actor stands."""

    briefing: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    published_from: PublishedFrom
    also_in: tuple[str, ...]
    link: str
    record: str
    actor: str
    mentions: int
    roles: tuple[RoleInBriefing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedActorOverAll:
    """An actor over all briefings."""

    schema: Literal["briefings/actor/2"] = ACTOR_SCHEMA
    id: str
    name: str
    kind: ActorKind
    wikidata: str | None
    belongs_to: tuple[Known, ...]
    aliases: tuple[Alias, ...]
    link: str
    appearances: tuple[ListedAppearance, ...]
    said: tuple[ListedQuote, ...]
    did: tuple[ListedMeasure, ...]
    done_to: tuple[ListedMeasure, ...]


def recorded_actor(chain: Chain) -> RecordedActor:
    """Gives a chain the shape that it has in every record."""
    mentions = tuple(RecordedMention(span=m.span, form=m.form, confidence=m.confidence) for m in chain.mentions)
    return RecordedActor(**_shared(chain, RecordedActor) | {"mentions": mentions})


def recorded_measure(measure: Measure) -> RecordedMeasure:
    """Gives a measure the shape that it has in every record: its tellings are called mentions there."""
    return RecordedMeasure(**_shared(measure, RecordedMeasure) | {"mentions": measure.tellings})


def recorded_seed(briefing: Briefing) -> RecordedSeed:
    """Tells where the article of a briefing came from, and what parsed it."""
    article = briefing.article
    return RecordedSeed(
        **_shared(article, RecordedSeed)
        | {
            "path": article.seed.path,
            "sha256": article.seed.sha256,
            "published": article.published.date,
            "published_from": article.published.source,
            "published_how": article.published.how,
            "parser": briefing.parser,
        }
    )


def json_schema() -> dict[str, Any]:
    """Makes the JSON Schema of both kinds of record."""
    shapes, parts = msgspec.json.schema_components(
        [RecordedBriefing, RecordedActorOverAll], ref_template="#/$defs/{name}"
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": list(shapes), "$defs": parts}


def schema_file() -> bytes:
    """Writes the JSON Schema as a file, for people too."""
    return msgspec.json.format(msgspec.json.encode(json_schema(), order="sorted")) + b"\n"


def plain(shape: RecordedBriefing | RecordedActorOverAll) -> Record:
    """Turns a shape into plain JSON values, keys in the documented order."""
    values: Record = msgspec.to_builtins(shape)
    return values


def _shared(noun: Any, shape: Any) -> dict[str, Any]:
    """Finds the fields of a noun that the shape has under the same name."""
    return {field.name: getattr(noun, field.name) for field in fields(shape) if hasattr(noun, field.name)}

"""The nouns of the house: frozen dataclasses of plain values, standard library only.

Every offset is a character offset into ``Article.text`` unless a name says otherwise.
Tuples all the way down, so that each noun can be hashed, compared and shared between rooms.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

PublishedFrom = Literal["metadata", "text", "inferred", "editor", "unknown"]
ActorKind = Literal["person", "organisation", "state", "group", "place"]
MentionForm = Literal["name", "description", "pronoun", "metonym"]
QuoteKind = Literal["direct", "mixed", "indirect"]
MeasureType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "GOVERN",
]  # fmt: skip
Reality = Literal["asserted", "planned", "conditional", "asked", "denied", "doubted"]  # of what is told as said
Status = Literal["taken", "announced", "planned", "proposed", "demanded", "threatened", "rejected"]


class Span(NamedTuple):
    """Half-open range ``[start, end)`` of characters."""

    start: int
    end: int


class Origin(NamedTuple):
    """``Article.text[text : text + length]`` came from ``Seed.raw[seed : seed + length]``."""

    text: int
    seed: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One raw article as an editor dropped it: decoded, otherwise untouched."""

    path: str  # as it was named on the way in, with "/"; "x.jsonl#3" for the third article of a file
    sha256: str  # in hex, of the file's bytes; of its own words where a file holds several articles
    encoding: str  # "utf-8" or what the bytes were read as
    raw: str  # the decoded characters; of a mail in base64 with its body decoded in its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something an editor should know of one seed: what, where, and what mends it."""

    path: str
    reason: str
    mend: str
    line: int | None = None  # 1-based line of the file, where one can be named
    broken: bool = True  # False: a warning, the seed was built all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The day of publication and how it is known."""

    date: str | None  # ISO, "2025-05-05"
    source: PublishedFrom
    how: str | None  # a sentence for readers: which words the date rests on


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned seed: its body's paragraphs parted by a blank line, its fields beside it."""

    seed: Seed
    title: str | None
    text: str
    paragraphs: tuple[Span, ...]
    origin: tuple[Origin, ...]
    published: Published
    outlet: str | None = None
    section: str | None = None
    byline: str | None = None
    url: str | None = None
    place: str | None = None  # of the dateline
    added: str | None = None  # ISO day on which it came to the newsroom, where one is known: never that of publication
    language: str = "en"  # "und" where it is not English: built as text, without facts
    warnings: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor whom an editor makes known beforehand: extraction finds its names as if a table had them."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()  # of a state: "Ruritanian", "Ruritanians"
    capitals: tuple[str, ...] = ()  # of a state


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token of a parse; ``head`` is the index of its governor, its own index at a root."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str  # universal part of speech: VERB, NOUN, PROPN …
    tag: str  # Penn tag: VBD, NNP …
    dep: str  # ClearNLP label as spaCy's English models give it: nsubj, dobj, ccomp …
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name as the parser's recogniser saw it: tokens ``[first, last)`` and its label (PERSON, GPE …)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """Tokens of a whole article in order; sentences are token ranges ``[first, last)``."""

    parser: str  # which model made it, "en_core_web_md 3.8.0"
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where the text speaks of an actor."""

    span: Span
    form: MentionForm
    head: int  # index of the head token
    rule: str
    confidence: float = 1.0  # that its words mean this actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where the words of something stand, which rule found them and how sure it is."""

    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as the text gave it: "President", of Russia."""

    role: str
    of: tuple[str, ...]  # ids of the chains (states, organisations) that it is a role of
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """An actor within one article: all its mentions, in the order of the text."""

    id: str  # slug, unique in its briefing
    name: str
    named: bool  # False: an unnamed one that speaks or acts ("experts"); it has no page
    kind: ActorKind
    aliases: tuple[str, ...]  # other forms of the name in this article, without titles
    roles: tuple[Role, ...]
    mentions: tuple[Mention, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who is quoted: one id for each coordinated source, none where nobody fits."""

    actors: tuple[str, ...]
    span: Span | None  # None where the text names no source


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One attribution: who said what, with which cue."""

    id: str
    kind: QuoteKind
    source: Source
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sentence: Span
    within: str | None  # id of the quote that it lies inside of
    negated: bool = False  # "did not say": the cue has the words that say so, or the source: "no one"
    reality: Reality = "asserted"  # "might say" is conditional, "will say" planned, "did she say …?" asked
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One place where the text tells of a measure."""

    trigger: Span
    sentence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One act in one article; ``tellings`` are all the places that tell of it, the fullest is ``trigger``."""

    id: str
    type: MeasureType
    status: Status
    initiators: tuple[str, ...]  # chain ids
    targets: tuple[str, ...]
    instrument: str | None
    instrument_found: Found | None = None
    trigger: Span
    sentence: Span
    tellings: tuple[Telling, ...]
    date: str | None  # ISO day or month
    date_span: Span | None  # the words the date came from
    date_inferred: bool
    place: str | None
    place_found: Found | None = None
    attribution: str | None  # chain id of who claims it
    hedged: bool
    within: str | None  # id of the quote that reports it
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All that was found in one article."""

    article: Article
    parser: str | None  # None where nothing was parsed
    sentences: tuple[Span, ...]
    actors: tuple[Chain, ...]  # the main ones first
    quotes: tuple[Quote, ...]  # in the order of the text
    measures: tuple[Measure, ...]
    copies: tuple[Article, ...] = ()  # the same article in other seeds: cut, in other words, or of other outlets


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A chain of one briefing that stands for an actor."""

    briefing: str  # slug of the briefing
    chain: str  # id of the chain in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One person, organisation or state over all briefings."""

    id: str  # slug, unique among all actors
    name: str
    kind: ActorKind
    aliases: tuple[tuple[str, int], ...]  # every form of the name with its count, most used first
    appearances: tuple[Appearance, ...]
    row: str | None = None  # the name of the row that it is in the table of states or of organisations
    wikidata: str | None = None  # "Q668", by an editor's word, else by that row
    body_of: str | None = None  # the name of whose body it is, by an editor's word


class Report(NamedTuple):
    """A measure as one briefing tells it."""

    briefing: str  # slug of the briefing
    measure: str  # id of the measure in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One act that several briefings report, the earliest first."""

    reports: tuple[Report, ...]

"""The pages of an actor and of all actors.

What page_shapes.py says of hrefs, of ``str`` and of ``Markup`` holds here, too.
"""

from dataclasses import dataclass
from typing import Literal

from ...model import ActorKind
from .list_lines import Choice, FactCount, OutletCount
from .parts import BriefingLink, Frame, Graph, MeasureItem, MonthBar, Pager, QuoteItem, RoleLine, Who

FactsWhat = Literal["said", "about", "did", "done-to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasSentence:
    """A sentence that has a form of an actor's name."""

    number: int  # 1-based
    href: str | None  # None where it is not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasPlace:
    """A briefing that has a form of an actor's name."""

    briefing: BriefingLink
    sentences: tuple[AliasSentence, ...]  # at most twelve
    more: int  # how many others there are


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasLine:
    """A form of an actor's name and how often it stands in all texts."""

    text: str
    count: int
    places: tuple[AliasPlace, ...]  # at most six, the newest first
    more: int  # how many other briefings have it


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Another actor of the same quotes and measures."""

    who: Who
    facts: int  # facts that have both in them
    briefings: int  # briefings that have such a fact


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A body that belongs to an actor: a ministry of a state, an agency of a ministry."""

    who: Who
    what: str  # "ministry", "court", "party": what the tables call it; "body" where only an editor knows it
    of: tuple[Who, ...]  # those between them, the nearest to it first; empty where it belongs to the actor itself
    said: int
    did: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLine:
    """An office that a text gives to somebody: “President”, of Russia."""

    role: str
    of: Who | None  # None where it is an office of the actor itself, no body of it
    former: bool  # the role's words say that it is past: "former", "late"
    number: int  # 1-based number of the sentence
    href: str | None  # jump to the sentence; None where it is not shown
    briefing: BriefingLink


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialLine:
    """Who holds an office of an actor or of a body that belongs to it."""

    who: Who
    offices: tuple[OfficeLine, ...]  # each once, in the newest briefing that gives it
    said: int
    did: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorBriefing:
    """A briefing that an actor stands in."""

    briefing: BriefingLink
    mentions: int
    first: str | None  # href of the sentence of the first mention; None where it is not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """``actors/<slug>/``: all that is known of one actor, each with its briefing."""

    frame: Frame
    id: str
    name: str
    kind: ActorKind
    kind_text: str  # "Person", "Organisation", "State", "Group", "Place"
    wikidata: str | None  # "Q668", by an editor's word or by the tables
    belongs_to: tuple[Who, ...]  # whose body it is or of whom it holds an office, the nearest first
    aliases: tuple[AliasLine, ...]  # most used first, the name itself left out
    roles: tuple[RoleLine, ...]
    said: tuple[QuoteItem, ...]  # newest briefing first, then in the order of the text
    did: tuple[MeasureItem, ...]
    done_to: tuple[MeasureItem, ...]
    about: tuple[QuoteItem, ...]  # quotes of others that speak of it, newest briefing first
    said_all: FactCount  # the four lists above hold at most a hundred each
    did_all: FactCount
    done_to_all: FactCount
    about_all: FactCount
    months: tuple[MonthBar, ...]  # facts by the month of their article; empty where all are of one
    graph: Graph | None  # it and at most 24 others of its facts; None where there are fewer than three
    outlets: tuple[OutletCount, ...]  # most briefings first
    company: tuple[Company, ...]  # with whom: most facts in common first
    bodies: tuple[BodyLine, ...]  # its own and theirs, most facts first
    officials: tuple[OfficialLine, ...]  # its own and those of its bodies, most facts first
    briefings: tuple[ActorBriefing, ...]  # newest first
    namesakes: tuple["ActorLine", ...]  # other actors of the very same name, to tell them apart


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFactsPage:
    """``actors/<slug>/said/2/``: what did not find room on an actor's own page."""

    frame: Frame
    name: str
    actor: str  # href of the actor's own page
    what: FactsWhat
    title: str  # "Said about"
    quotes: tuple[QuoteItem, ...]  # empty where `what` is "did" or "done-to"
    measures: tuple[MeasureItem, ...]  # empty where `what` is "said" or "about"
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """An actor in the list of all."""

    who: Who
    kind_text: str
    role: str | None  # the first role a text gave it: "President"
    said: int
    did: int
    done_to: int
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The actors under one letter."""

    letter: str  # "A" … "Z", "#" for what starts with none of them
    id: str  # "letter-a", "letter-other": of its heading
    actors: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsPage:
    """``actors/``: every actor that has a page, A–Z by the name as it is written."""

    frame: Frame
    kinds: tuple[Choice, ...]  # those that there are: "person" is “People”
    letters: tuple[Letter, ...]
    count: int
    graph: str  # href of the page that draws who stands in the same facts with whom

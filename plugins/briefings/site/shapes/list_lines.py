"""What stands on one kind of page only: a line of its lists, a chip, a count.

What page_shapes.py says of hrefs and of ``str`` holds here, too.
"""

from dataclasses import dataclass
from typing import Literal

from .parts import BriefingLink, EvidenceLine, MeasureItem, ShownDay, Who


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFact:
    """A fact that a briefing opens with, told in the source's own sentence."""

    label: str  # "M2", "Q3": its number in the briefing
    href: str  # its place on the page: "#m-5e6f7a8b"
    kind: Literal["quote", "measure"]
    evidence: EvidenceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A filter chip for the quotes of a briefing."""

    who: Who
    number: int  # 1 … 8: elements of this speaker's have the class "by-1" …, which the stylesheet knows
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A filter chip: something that the lines of a list can be chosen by."""

    value: str  # "sanction", "taken", "by-1": a word of the data-of of the lines that have it; the stylesheet knows it
    text: str  # "Sanction"
    count: int  # lines on this page that have it


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedBriefing:
    """Another briefing in which the same actors speak or act."""

    briefing: BriefingLink
    shared: tuple[Who, ...]  # the reason: at most three, the most telling first


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """A rule of the program and how many facts of a briefing it found."""

    name: str
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCount:
    """An outlet and how many of its articles an actor stands in."""

    name: str
    href: str  # of its page
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCount:
    """How many facts of one kind there are in all."""

    count: int
    more: str | None  # href of the next page of them; None where the page shows all


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLink:
    """A day, by the articles that were published on it."""

    day: ShownDay
    weekday: str  # "Monday"
    href: str | None  # of its page; None where it has no briefing
    briefings: int
    quotes: int
    measures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLink:
    """A week, by the days on which its articles were published."""

    title: str  # "week 19 of 2025"
    href: str
    days: tuple[DayLink, ...]  # the seven, from its Monday to its Sunday
    briefings: int
    quotes: int
    measures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletLine:
    """An outlet in the list of all, and at the head of its own page."""

    name: str
    href: str
    briefings: int
    copies: int  # briefings of other outlets' articles that it had, too: counted there
    quotes: int
    measures: int
    first: ShownDay | None  # of its earliest article; None where the day of none is known
    last: ShownDay | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two actors who stand in the same facts."""

    one: Who
    other: Who
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyActor:
    """Who spoke and acted most in some briefings."""

    who: Who
    said: int
    did: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewestWeek:
    """The newest week that has briefings, on the home page."""

    week: WeekLink
    measures: tuple[MeasureItem, ...]  # at most eight, those with an initiator and those taken first
    more_measures: int  # how many others there are
    actors: tuple[BusyActor, ...]  # who said and did most in it, at most twelve

"""What stands on one kind of page only: a line of its lists, a chip, a count.

What pages.py says of hrefs and of ``str`` holds here, too.
"""

from dataclasses import dataclass
from typing import Literal

from .parts import BriefingLink, Day, Evidence, Who


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFact:
    """A fact that a briefing opens with, told in the source's own sentence."""

    label: str  # "M2", "Q3": its number in the briefing
    href: str  # its place on the page: "#m-5e6f7a8b"
    kind: Literal["quote", "measure"]
    evidence: Evidence


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
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCount:
    """How many facts of one kind there are in all."""

    count: int
    more: str | None  # href of the next page of them; None where the page shows all


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLink:
    """A week, by the days on which its articles were published."""

    title: str  # "week 19 of 2025"
    href: str
    first: Day  # its Monday
    last: Day  # its Sunday
    briefings: int
    quotes: int
    measures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekActor:
    """Who spoke and acted in a week."""

    who: Who
    said: int
    did: int

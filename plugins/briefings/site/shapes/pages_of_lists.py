"""The pages that gather facts over many briefings: all quotes, all measures, a week, a day, an outlet, who with whom.

Beside them the specimen, which has a bit of each.

What page_shapes.py says of hrefs and of ``str`` holds here, too.
"""

from dataclasses import dataclass

from .list_lines import BusyActor, Choice, DayLink, OutletLine, Pair, Speaker, WeekLink
from .pages_of_briefings import Paragraph
from .parts import (
    BriefingLink,
    Frame,
    Graph,
    MeasureItem,
    MonthBar,
    NavLink,
    Pager,
    QuoteItem,
    RoleLine,
    Who,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteGroup:
    """All quotes of one briefing."""

    briefing: BriefingLink
    quotes: tuple[QuoteItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesPage:
    """``quotes/``: all quotes, newest briefing first."""

    frame: Frame
    groups: tuple[QuoteGroup, ...]
    kinds: tuple[Choice, ...]  # direct, mixed, indirect: those that there are on any page
    speakers: tuple[Speaker, ...]  # who said most over all pages, at most eight; empty where only one speaks
    count: int  # on all pages
    pager: Pager  # two hundred on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresPage:
    """``measures/``: the ledger of all measures, newest briefing first."""

    frame: Frame
    measures: tuple[MeasureItem, ...]
    types: tuple[Choice, ...]  # those that there are on any page, most measures first
    statuses: tuple[Choice, ...]  # the same, in the order of how far a measure has got
    count: int  # on all pages
    pager: Pager  # two hundred on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """``weeks/2025-w19/``: what was said and done in a week."""

    frame: Frame
    above: tuple[NavLink, ...]  # the lists that it stands under
    week: WeekLink
    actors: tuple[BusyActor, ...]  # who said and did most, at most twelve
    quotes: tuple[QuoteItem, ...]  # one of each briefing that has one in quotation marks, at most forty
    measures: tuple[MeasureItem, ...]  # newest briefing first, at most two hundred
    more_measures: int  # how many others there are
    briefings: tuple[BriefingLink, ...]  # newest first
    earlier: WeekLink | None  # the week before that has briefings
    later: WeekLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksPage:
    """``weeks/``: all weeks that have briefings, newest first, with their days."""

    frame: Frame
    weeks: tuple[WeekLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """``days/2025-05-05/``: what was said and done on a day, by the articles published on it."""

    frame: Frame
    above: tuple[NavLink, ...]  # the lists that it stands under: all weeks, its week
    day: DayLink
    actors: tuple[BusyActor, ...]  # who said and did most, at most twelve
    measures: tuple[MeasureItem, ...]  # by briefing, at most two hundred
    more_measures: int  # how many others there are
    quotes: tuple[QuoteItem, ...]  # by briefing, at most two hundred
    more_quotes: int
    briefings: tuple[BriefingLink, ...]
    earlier: DayLink | None  # the day before that has briefings
    later: DayLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsPage:
    """``outlets/``: every outlet whose articles are briefed, A–Z."""

    frame: Frame
    outlets: tuple[OutletLine, ...]
    without: int  # briefings whose outlet is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage:
    """``outlets/<slug>/``: the briefings of one outlet's articles, who speaks in them, what they tell of."""

    frame: Frame
    above: tuple[NavLink, ...]  # the lists that it stands under
    outlet: OutletLine
    actors: tuple[BusyActor, ...]  # who said and did most, at most twelve
    types: tuple[Choice, ...]  # of measures, most first
    briefings: tuple[BriefingLink, ...]  # newest first
    copied: tuple[BriefingLink, ...]  # of other outlets' articles that it had, too, newest first


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphPage:
    """``graph/``: who stands in the same facts with whom, drawn and as a table."""

    frame: Frame
    above: tuple[NavLink, ...]  # the lists that it stands under
    graph: Graph | None  # at most 150 actors; None where there are fewer than three
    pairs: tuple[Pair, ...]  # the lines of the drawing, most facts first
    actors: int  # in the drawing
    left_out: int  # actors who stand in facts with others, too, and are not drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecimenPage:
    """``specimen/``: every component with awkward data; only where ``BRIEFINGS_SPECIMEN`` asks for it."""

    frame: Frame
    above: tuple[NavLink, ...]
    people: tuple[Who, ...]  # a name without spaces, one from right to left, one that looks like HTML, one that is none
    roles: tuple[RoleLine, ...]
    briefings: tuple[BriefingLink, ...]  # one with an inferred day, one without outlet and day
    quotes: tuple[QuoteItem, ...]  # of each kind, one of 600 words, one of nobody, one inside another
    elsewhere: tuple[QuoteItem, ...]  # of two briefings
    measures: tuple[MeasureItem, ...]  # of each type and in each status, one with forty targets, some with nothing
    untold: tuple[MeasureItem, ...]  # of two briefings
    kinds: tuple[Choice, ...]  # one of more than a thousand, two of none
    speakers: tuple[Speaker, ...]
    actors: tuple[BusyActor, ...]
    weeks: tuple[WeekLink, ...]
    months: tuple[MonthBar, ...]
    around: Graph | None
    graph: Graph | None
    pairs: tuple[Pair, ...]
    paragraphs: tuple[Paragraph, ...]
    pager: Pager

"""The pages that gather facts over many briefings: all quotes, all measures, a week.

What pages.py says of hrefs and of ``str`` holds here, too.
"""

from dataclasses import dataclass

from .lines import Choice, Speaker, WeekActor, WeekLink
from .parts import BriefingLink, Frame, MeasureItem, Pager, QuoteItem


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
    week: WeekLink
    actors: tuple[WeekActor, ...]  # who said and did most, at most twelve
    quotes: tuple[QuoteItem, ...]  # one of each briefing that has one in quotation marks, at most forty
    measures: tuple[MeasureItem, ...]  # newest briefing first, at most two hundred
    more_measures: int  # how many others there are
    briefings: tuple[BriefingLink, ...]  # newest first
    earlier: WeekLink | None  # the week before that has briefings
    later: WeekLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksPage:
    """``weeks/``: all weeks that have briefings, newest first."""

    frame: Frame
    weeks: tuple[WeekLink, ...]

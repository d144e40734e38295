"""Days as news writes them: ``5 May 2025``, ``May 5th, 2025``, ``2025-05-05``, ``Monday``."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ...language.calendar import day_on, month_number, months_elsewhere, weekdays_elsewhere

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
DAY_MONTH = rf"(?:{_MONTH} {_DAY}|{_DAY} (?:of )?{_MONTH})"  # for patterns of other modules: no groups in it

_MONTH_DAY = re.compile(
    rf"(?<![\w/.-])(?:(?P<m1>{_MONTH})[ -]?(?P<d1>{_DAY})|(?P<d2>{_DAY})[ -]?(?:of )?(?P<m2>{_MONTH}))"
    r"(?:(?:,| of|-|,? )[ ]?(?P<year>(?:1[6-9]|20)\d\d)(?!\d))?"
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")  # nothing but an English month does without
_ISO = re.compile(r"(?<![\w/.-])(?P<y>(?:1[6-9]|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d|[-/.]\d)")
_FIGURES = re.compile(r"(?<![\w/.-])(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)(?!\d|[-/.]\d)")

WEEKDAY_ELSEWHERE = rf"(?:{'|'.join(map(re.escape, sorted(weekdays_elsewhere())))})"
_NAMES = "|".join(map(re.escape, sorted(months_elsewhere(), key=lambda name: (-len(name), name))))
# ``5 de mayo de 2031``, ``5. Mai 2031``, ``1er juin 2031``; the year is asked for, so that no word is taken for a day.
_NAMED_ELSEWHERE = re.compile(
    rf"(?<![\w/.-])(?P<d>\d{{1,2}})(?:er|º|\.)? (?:de )?(?P<m>{_NAMES})\b,? (?:del? )?(?P<y>(?:1[6-9]|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
# ``2031年5月5日``
_IN_SIGNS = re.compile(r"(?P<y>(?:1[6-9]|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]")


class WrittenDay(NamedTuple):
    """A day in a text: ``text[start:end]``; without a year where the text gives none."""

    year: int | None
    month: int
    day: int
    start: int
    end: int

    def date(self, year: int | None = None) -> date | None:
        """Gives the day in its own year, else in `year`; None where the calendar has no such day."""
        chosen = self.year or year
        return day_on(chosen, self.month, self.day) if chosen else None


def find_days(text: str) -> list[WrittenDay]:
    """Finds every day in `text`, in order; ``5/6/2025`` is none, since two days fit it."""
    if not _DIGIT.search(text):
        return []
    written = list(_days_with_month_names(text))
    if not _YEAR.search(text):
        return sorted(_on_a_calendar(written), key=_start)
    taken = {day.start for day in written}
    elsewhere = (day for day in _elsewhere(text) if day.start not in taken)
    found = [*written, *elsewhere, *_iso(text), *_in_figures(text)]
    return sorted(_on_a_calendar(found), key=_start)


def _on_a_calendar(days: list[WrittenDay]) -> Iterator[WrittenDay]:
    """Drops days that no calendar has: ``30 February``."""
    return (day for day in days if day.date(2000))


def _start(day: WrittenDay) -> int:
    return day.start


def _days_with_month_names(text: str) -> Iterator[WrittenDay]:
    for match in _MONTH_DAY.finditer(text):
        month = month_number(match["m1"] or match["m2"])
        number = int((match["d1"] or match["d2"]).rstrip("stndrh"))
        yield WrittenDay(int(match["year"]) if match["year"] else None, month, number, *match.span())


def _elsewhere(text: str) -> Iterator[WrittenDay]:
    """Finds days in other languages: ``5 de mayo de 2031``, ``2031年5月5日``."""
    for match in _NAMED_ELSEWHERE.finditer(text):
        if month := months_elsewhere().get(match["m"].casefold()):  # not for "İ", which casefolds to two characters
            yield WrittenDay(int(match["y"]), month, int(match["d"]), *match.span())
    for match in _IN_SIGNS.finditer(text):
        yield WrittenDay(int(match["y"]), int(match["m"]), int(match["d"]), *match.span())


def _iso(text: str) -> Iterator[WrittenDay]:
    for match in _ISO.finditer(text):
        yield WrittenDay(int(match["y"]), int(match["m"]), int(match["d"]), *match.span())


def _in_figures(text: str) -> Iterator[WrittenDay]:
    """Finds days in figures: ``19/11/2019`` and ``11/19/2019`` are one each; with full stops the day comes first."""
    for match in _FIGURES.finditer(text):
        a, b = int(match["a"]), int(match["b"])
        if match["s"] == "." or a > 12 or a == b:
            yield WrittenDay(int(match["y"]), b, a, *match.span())
        elif b > 12:
            yield WrittenDay(int(match["y"]), a, b, *match.span())

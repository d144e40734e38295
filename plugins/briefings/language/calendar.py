"""The calendar: names of months and weekdays, in English and in the languages of other papers, and days.

The day of a clock is never asked for; a day that the calendar lacks is None.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from .lexicon import lexicon_rows

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")  # as date.weekday() counts

_BEGINNINGS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def month_number(name: str) -> int:
    """Counts a month by its English name, however it is shortened: ``"Sept."`` → 9.  Raises KeyError for no month."""
    return _BEGINNINGS[name[:3].casefold()]


def day_on(year: int, month: int, day: int) -> date | None:
    """Finds a day by its numbers; None where the calendar has none: 31 April."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_day(text: str) -> date | None:
    """Reads an ISO day: ``"2031-05-05"``; None for anything else, such as a month alone."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_day(text: str) -> bool:
    """Tells whether a text is a day of the calendar in the one form that files have it in: ``2031-05-05``."""
    return _ISO_DAY.fullmatch(text) is not None and iso_day(text) is not None


def spell(day: date) -> str:
    """Writes a day in English whatever the machine's locale is: ``9 May 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@cache
def months_elsewhere() -> Mapping[str, int]:
    """Counts months by their names in other languages, in small letters: ``"mayo"`` → 5."""
    rows = [row["months"].split() for row in lexicon_rows("calendars")]
    return {name: number for names in rows for number, name in enumerate(names, 1) if name != "-"}


@cache
def weekdays_elsewhere() -> frozenset[str]:
    """Lists the weekdays of other languages, in small letters: ``"lunes"``."""
    return frozenset(name for row in lexicon_rows("calendars") for name in row["weekdays"].split())

"""Words of time: which stretches of a text are such words, and which day or month they mean.

Weekdays and days without a year are the last such day on or before publication, for acts to come
the first on or after it.  What lasts ("from 3 to 5 May") has its first day, what lies somewhere within
("between 3 and 5 May", "the first week of May") its month; stretches that are no month ("last week",
"in 2014", "this summer") give no date: their words stand for themselves.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ...language.calendar import MONTHS, WEEKDAYS, day_on, iso_day, month_number
from ...model import Span

Parts = Mapping[str, str]

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NEAR: Mapping[str, int] = {"yesterday": -1, "tomorrow": 1, "last night": -1}

_A_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_MONTH = rf"(?P<month>{_A_MONTH})"
_A_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_NAMED = rf"(?:{'|'.join(WEEKDAYS)}),? "  # "Friday, May 9" is one day
_A_YEAR = r"(?:19|20)\d\d"
_YEAR = rf"(?P<year>{_A_YEAR})"
_TURN = r"(?P<turn>[Ll]ast|[Nn]ext|[Tt]his)"
_IN = r"(?:[Ii]n|[Ss]ince|by|of|from|until|[Dd]uring)"
_EARLY = r"(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)"
_COUNT = rf"(?:{'|'.join(_NUMBERS)}|few|several|couple of|\d\d?)"
_PART = (
    r"(?:(?:[Ii]n|[Aa]t|[Dd]uring|[Bb]y) )?[Tt]he "
    r"(?:(?:first|second|third|last|final) (?:week|weekend|half|days)|beginning|start|end) of "
)
_NEARS = ("oday", "onight", "esterday", "omorrow", "his morning", "his afternoon", "his evening")
_THIS_PART = r"[Tt]his (?:morning|afternoon|evening)"
_SPELL = r"(?:weeks?|fortnight|months?|years?|decades?)"
_THAT_DAY = r"[Tt]h(?:e|at) same day|[Tt]he (?:next|following|previous) day|[Aa] day (?:later|earlier)"
_SEASON = r"(?:spring|summer|autumn|winter)"
_OF_MONTHS = rf"{_A_MONTH}(?: {_A_DAY})?(?:,? {_A_YEAR})?"
_TO = r"(?: ?[-–] ?| and | to | until )"
_THIS = r"(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he (?:past|coming|previous|following))"
_WITHIN = (
    r"(?:[Ii]n|[Oo]ver|[Dd]uring|[Aa]t|[Ww]ithin|[Ss]ince) the "
    r"(?:(?:first|second|third|fourth|last|past|next|coming|final) )?"
)
_UNITS = rf"(?:weekend|days|weeks|months|years|decades|quarter|half|{_SEASON})"
_PARTS = ("week of", "weekend of", "half of", "days of", "beginning of", "start of", "end of")
_MONTHS_NEEDED = tuple(name[:3] for name in MONTHS)
_YEARS_NEEDED = ("19", "20")
_SPANS = ("week", "year", "quarter", "decade", "spring", "summer", "autumn", "winter")
_LONG_SPANS = (*_SPANS, "days", "months", "half")
# What a pattern needs, one of these somewhere in the line: most need not be tried in most lines, and to look for a
# word costs a tenth of trying a pattern.  The first pattern that matches at a place wins.
_PATTERNS = tuple(
    (needs, re.compile(pattern))
    for needs, pattern in (
        (("etween",), rf"\b[Bb]etween {_A_DAY} and {_A_DAY} {_MONTH}(?:,? {_YEAR})?\b"),
        (("etween",), rf"\b[Bb]etween {_MONTH} {_A_DAY} and {_A_DAY}\b(?:,? {_YEAR})?"),
        (_MONTHS_NEEDED, rf"\b(?:[Ff]rom )?{_DAY}{_TO}{_A_DAY} {_MONTH}(?:,? {_YEAR})?\b"),
        (_MONTHS_NEEDED, rf"\b(?:[Ff]rom )?{_MONTH} {_DAY}{_TO}{_A_DAY}\b(?!:)(?:,? {_YEAR})?"),
        (("etween",), rf"\b(?P<stretch>[Bb]etween {_OF_MONTHS} and {_OF_MONTHS})\b"),
        (("rom ",), rf"\b[Ff]rom {_MONTH}(?: {_DAY})?(?:,? {_YEAR})? (?:to|until) {_OF_MONTHS}\b"),
        (_MONTHS_NEEDED, rf"\b(?:{_NAMED})?{_MONTH} {_DAY}(?![\d:])(?:,? {_YEAR})?"),
        (_MONTHS_NEEDED, rf"\b(?:{_NAMED})?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?\b"),
        (_YEARS_NEEDED, r"\b(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b"),
        (_PARTS, rf"\b{_PART}{_MONTH}(?:,? (?:of )?{_YEAR})?\b"),
        (_YEARS_NEEDED, rf"\b{_MONTH},? (?:of )?{_YEAR}\b"),
        (_MONTHS_NEEDED, rf"\b(?:{_IN} (?:early |late |mid-)?|{_TURN} ){_MONTH}\b"),
        (("day",), rf"\b(?:{_TURN} )?(?P<weekday>{'|'.join(WEEKDAYS)})\b"),
        (_NEARS, rf"\b(?P<near>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|{_THIS_PART})\b"),
        (_PARTS, rf"\b{_PART}{_TURN} (?P<unit>month)\b"),
        ((" month",), rf"\b(?:{_EARLY} )?{_TURN} (?P<unit>month)\b"),
        (("ast night",), r"\b(?P<near>[Ll]ast night)\b"),
        ((" ago",), rf"\b(?P<ago>{'|'.join(_NUMBERS)}|\d\d?) days? ago\b"),
        ((" day",), rf"\b(?P<then>{_THAT_DAY})\b"),
        (("day before",), r"\b(?P<then>[Tt]he day before)\b(?! [a-zA-Z])"),
        (
            _LONG_SPANS,
            rf"\b(?P<stretch>{_WITHIN}(?:{_COUNT} )?{_UNITS}(?: of (?:(?:this|last|next) year|{_A_YEAR}))?)\b",
        ),
        (_SPANS, rf"\b(?P<stretch>(?:{_EARLY} )?{_THIS} (?:week|weekend|year|quarter|decade|{_SEASON}))\b"),
        (("recent", "coming"), r"\b(?P<stretch>[Ii]n (?:recent|(?:the )?coming) (?:days|weeks|months|years))\b"),
        (
            (" ago", " earlier"),
            rf"\b(?P<stretch>(?:[Aa]|[Aa] few|{_COUNT}) {_SPELL} (?:ago|earlier))\b",
        ),
        (
            _YEARS_NEEDED,
            rf"\b(?P<stretch>(?:[Ii]n|[Ss]ince|[Dd]uring) (?:the )?(?:early |late |mid-)?{_A_YEAR}(?:s|-\d\d)?)\b",
        ),
    )
)


def words_of_time(text: str) -> Iterator[tuple[Span, Parts]]:
    """Gives each stretch of `text` that says when, with the parts that its pattern names; none share a character.

    Line by line, since none runs over a line's end: most lines have nothing that most patterns need.
    """
    tried = [(here, pattern) for needs, pattern in _PATTERNS if (here := [word for word in needs if word in text])]
    start = 0
    for line in text.split("\n"):
        held: set[int] = set()
        for words, pattern in tried:
            if not any(word in line for word in words):
                continue
            for match in pattern.finditer(line):
                places = range(*match.span())
                if held.isdisjoint(places):
                    held.update(places)
                    parts = {name: value for name, value in match.groupdict().items() if value}
                    yield Span(start + places.start, start + places.stop), parts
        start += len(line) + 1


def day_meant(parts: Parts, today: date | None, *, ahead: bool) -> str | None:
    """Gives the ISO day or month that the words mean; `ahead` for acts that were still to come."""
    full = full_day(parts)
    if full is not None:
        return full.isoformat()
    if "year" in parts and "month" in parts:
        return f"{parts['year']}-{_month(parts):02}" if "day" not in parts else None
    return _day_from_today(parts, today, ahead=ahead) if today is not None and "stretch" not in parts else None


def looks_ahead(parts: Parts) -> bool:
    """Tells whether words mean no time of what is done already: *next month*, *later this year*, *tomorrow*."""
    words = parts.get("stretch", "").lower()
    return (
        parts.get("turn", "").lower() == "next"
        or parts.get("near", "").lower() == "tomorrow"
        or words.startswith(("later this", "next", "the coming", "in the coming", "in coming"))
    )


def beside_day(words: str, day: str | None) -> str | None:
    """Gives the ISO day that “the next day” is after `day`; None after a month."""
    base = iso_day(day) if day else None
    if base is None:
        return None
    step = 0 if "same" in words else -1 if words.endswith(("previous day", "before", "earlier")) else 1
    return (base + timedelta(days=step)).isoformat()


def _day_from_today(parts: Parts, today: date, *, ahead: bool) -> str | None:
    if "near" in parts:
        return (today + timedelta(days=_NEAR.get(parts["near"].lower(), 0))).isoformat()
    if "ago" in parts:
        number = parts["ago"]
        days = int(number) if number.isdigit() else _NUMBERS.index(number) + 1
        return (today - timedelta(days=days)).isoformat()
    if "weekday" in parts:
        return _weekday(parts, today, ahead=ahead).isoformat()
    return _turned(today, parts["turn"]) if "unit" in parts else _yearless(parts, today, ahead=ahead)


def _weekday(parts: Parts, today: date, *, ahead: bool) -> date:
    number = WEEKDAYS.index(parts["weekday"])
    turn = parts.get("turn", "").lower()
    if turn == "next" or (ahead and turn != "last"):
        return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    back = (today.weekday() - number) % 7
    return today - timedelta(days=back or (7 if turn == "last" else 0))


def _turned(today: date, turn: str) -> str:
    step = {"last": -1, "next": 1}.get(turn.lower(), 0)
    months = today.year * 12 + today.month - 1 + step
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _yearless(parts: Parts, today: date, *, ahead: bool) -> str | None:
    month = _month(parts)
    day = int(parts["day"]) if "day" in parts else None
    here = (today.month, today.day if day is not None else 0)
    there = (month, day or 0)
    year = today.year
    turn = parts.get("turn", "").lower()
    if turn == "next" or (ahead and turn != "last"):
        year += there < here
    else:
        year -= there > here or (turn == "last" and there == here)
    if day is None:
        return f"{year:04}-{month:02}"
    found = day_on(year, month, day)
    return found.isoformat() if found else None


def full_day(parts: Parts) -> date | None:
    """Gives the day of words that give day, month and year."""
    if "year" in parts and "day" in parts:
        return day_on(int(parts["year"]), _month(parts), int(parts["day"]))
    return None


def _month(parts: Parts) -> int:
    if "number" in parts:
        return int(parts["number"])
    return month_number(parts["month"])

"""The day of publication: what the article says, else what follows from it where one day alone fits.

Never the clock, never a guess: where no day or more than one fits, the day is unknown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ...language.calendar import MONTHS, WEEKDAYS, day_on, month_number, spell
from ...model import Published
from .anniversaries import Anniversary, find_anniversaries
from .datelines import Dateline
from .written_days import WEEKDAY_ELSEWHERE, find_days

UNKNOWN = Published(date=None, source="unknown", how=None)

_MAX_LINE = 200  # characters; no line with a date of its own is longer
_NOISE = re.compile(
    rf"\b{WEEKDAY_ELSEWHERE}\b|"
    r"\bT?\d{1,2}[:.]\d\d(?:[:.]\d+)*\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|(?-i:\b[A-Z]{2,4}\b)|\+\d\d:?\d\d|\bZ\b"
    r"|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b\.?"
    r"|\b(?:published|posted|updated|modified|created|issued|released|uploaded|last|first|date|time|dated|on|at|hrs)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:published|posted|created|issued|released|date|dated)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W_]+")
_MONTH = rf"(?:\d{{1,2}}|{'|'.join(name[:3] for name in MONTHS)})"
_IN_ADDRESS = re.compile(
    rf"/(?P<y>(?:19|20)\d\d)(?P<part>[/-])(?P<m>{_MONTH})(?P=part)(?P<d>\d{{1,2}})(?=[/_-]|$)"
    r"|/(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=[/_-]|$)",
    re.IGNORECASE,
)
_EVE = re.compile(r"\beve of(?: the)? $")
_ON_WEEKDAY = re.compile(rf"\b[Oo]n (?P<weekday>{'|'.join(WEEKDAYS)})\b")
_TODAY = re.compile(r"\b[Tt]oday,? \(?$")
_TO_COME = re.compile(r"\b(?:will|would|to|next|upcoming|coming|until|by|due|scheduled|before)\b", re.IGNORECASE)
_BREAK = re.compile(r"[.!?\n]")
_READ = 50_000  # characters of a body that are searched for days; news tells its day early


def published(
    above: Sequence[str],
    dateline: Dateline | None,
    below: Iterable[str],
    body: str,
    *,
    url: str | None = None,
    newest: str | None = None,
) -> Published:
    """Finds the day of publication.

    It reads the lines `above` the body (the nearest counts most), its dateline, the lines `below`, its `url`, the body.

    Of these no day counts that is later than `newest`, the day (ISO) of the file's own newest evidence.
    """
    return (
        _from_lines(above[::-1], newest)
        or until(_from_dateline(dateline), newest)
        or _from_lines(below, newest)
        or until(_from_address(url), newest)
        or until(_from_today(body[:_READ]), newest)
        or until(_from_anniversary(body[:_READ]), newest)
        or UNKNOWN
    )


def until(found: Published | None, newest: str | None) -> Published | None:
    """Gives `found` unless its day is later than `newest`; the next day is not, since clocks differ round the world."""
    if not found or not found.date or not newest:
        return found
    last = date.fromisoformat(newest) + timedelta(days=1)
    return found if date.fromisoformat(found.date) <= last else None


def without_days(text: str) -> str:
    """Drops days, and what punctuation is left over: ``Anna Lind, Monday, 5 May 2025 at 09:01 IST`` → ``Anna Lind``."""
    for day in reversed(find_days(text)):
        text = text[: day.start] + " " + text[day.end :]
    return _NOISE.sub(" ", text)


def is_date_line(text: str) -> bool:
    """Tells a line that is a day, a time, their label, and nothing else: ``Updated : 19 November 2019, 09:01 AM``."""
    if len(text) > _MAX_LINE or not _DIGIT.search(text):
        return False
    return bool(find_days(text)) and not _WORDS.search(without_days(text))


def _from_lines(lines: Iterable[str], newest: str | None) -> Published | None:
    """Finds the day that a line calls the day of publication, else one without a label, else the last change."""
    best: tuple[int, Published] | None = None
    for line in lines:
        rank, day = _rank_and_day(line)
        found = until(_stated(day, line), newest) if day else None
        if found and (best is None or rank < best[0]):
            best = (rank, found)
    return best[1] if best else None


def _rank_and_day(line: str) -> tuple[int, date | None]:
    """Gives rank and day of a line that is about a day; prose and the headlines of other articles are not."""
    if len(line) > _MAX_LINE or not _DIGIT.search(line):
        return 9, None
    days = [(day.start, full) for day in find_days(line) if (full := day.date())]
    label = _FIRST.search(line)
    left = _WORDS.findall(without_days(line))
    by = line[:3].casefold() == "by "
    if not days or line.endswith(".") or len(left) > (12 if by else 6 if label or _LATER.search(line) else 0):
        return 9, None
    if label:
        return 0, next((full for start, full in days if start > label.start()), days[0][1])
    return (2 if _LATER.search(line) else 1), days[0][1]


def _from_dateline(dateline: Dateline | None) -> Published | None:
    """Finds the day in ``NEW YORK, July 2, 2018 — ``."""
    if not dateline or not dateline.day:
        return None
    day = next((full for day in find_days(dateline.day) if (full := day.date())), None)
    return _stated(day, dateline.words[-_MAX_LINE:]) if day else None


def _from_address(url: str | None) -> Published | None:
    """Finds the day in ``https://harbourpost.example/world/2031/may/05/bridge``: 5 May 2031."""
    match = _IN_ADDRESS.search(url or "")
    if not match:
        return None
    year, month, day = match.group("y", "m", "d") if match["y"] else match.group("year", "month", "day")
    number = int(month) if month.isdecimal() else month_number(month)
    found = day_on(int(year), number, int(day))
    return _inferred(found, f"its address: “{match[0].strip('/')}”") if found else None


def _from_today(body: str) -> Published | None:
    """Finds the day in ``The court ruled today (5 May 2025) that …``."""
    if "oday" not in body:
        return None
    found = {
        full
        for day in find_days(body)
        if _TODAY.search(body[max(0, day.start - 10) : day.start]) and (full := day.date())
    }
    return _inferred(found.pop(), "“today” stands beside it in the text") if len(found) == 1 else None


def _from_anniversary(body: str) -> Published | None:
    """Finds a day by an anniversary.

    ``… met on Monday … on the eve of the 80th anniversary of Victory Day`` → the Monday before 9 May 2025.
    """
    known = list(find_anniversaries(body))
    fits = {fit.date: fit for anniversary in known if (fit := _fit(body, anniversary))}
    if len(fits) != 1:
        return None
    ((day, fit),) = fits.items()
    return fit if day and not _is_too_early(body, date.fromisoformat(day), known) else None


def _fit(body: str, anniversary: Anniversary) -> Published | None:
    """Finds the one day that an anniversary leaves: itself if it is "today", on its eve the last weekday named."""
    figure = spell(anniversary.day)
    if re.search(r"\b[Tt]oday\b", _sentence_around(body, anniversary.start, anniversary.end)):
        return _inferred(anniversary.day, f"“today” is the {anniversary.words} ({figure})")
    if not _EVE.search(body[max(0, anniversary.start - 12) : anniversary.start]):
        return None
    week = [anniversary.day - timedelta(days=back) for back in range(1, 8)]
    named = set(_past_weekdays(body))
    day = next((day for day in week if WEEKDAYS[day.weekday()] in named), None)
    if not day:
        return None
    weekday = WEEKDAYS[day.weekday()]
    return _inferred(day, f"“on {weekday}” on the eve of the {anniversary.words} ({figure})")


def _past_weekdays(body: str) -> Iterator[str]:
    """Finds weekdays of what has happened, not of what is to come ("will meet on Thursday")."""
    for match in _ON_WEEKDAY.finditer(body):
        if not _TO_COME.search(_clause_before(body, match.start())):
            yield match["weekday"]


def _is_too_early(body: str, inferred: date, known: Sequence[Anniversary]) -> bool:
    """Tells whether the text tells as past a day that would be still to come ("were killed on May 7")."""
    anniversaries = {anniversary.day for anniversary in known}
    named = [(day.start, day.date(inferred.year)) for day in find_days(body)]
    later = [
        start
        for start, day in named
        if day and inferred < day < inferred + timedelta(days=60) and day not in anniversaries
    ]
    return any(
        not _TO_COME.search(_clause_before(body, start))
        and not any(anniversary.start <= start < anniversary.end for anniversary in known)
        for start in later
    )


def _clause_before(text: str, end: int) -> str:
    """Gives up to 80 characters before `end`, of the same sentence."""
    return _BREAK.split(text[max(0, end - 80) : end])[-1]


def _sentence_around(text: str, start: int, end: int) -> str:
    return _clause_before(text, start) + text[start:end] + _BREAK.split(text[end : end + 80])[0]


def _stated(day: date, words: str) -> Published:
    return Published(date=day.isoformat(), source="text", how=f"stated in the article: “{words.strip()}”")


def _inferred(day: date, how: str) -> Published:
    return Published(date=day.isoformat(), source="inferred", how=f"from {how}")

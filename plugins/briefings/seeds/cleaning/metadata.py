"""What the data of a page, a feed or a mail say of an article, apart from its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from html import unescape
from urllib.parse import urlsplit

from ...model import Published
from ..dating.written_days import find_days
from .hidden_characters import scrubbed_line

_ISO_DAY = re.compile(r"\s*(?P<day>\d{4}-\d\d-\d\d)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")  # systems escape what no page will show
_ADDRESS = re.compile(r"(?:https?:)?//\S+|@?[\w.]+@?[\w.]*\.\w{2,}", re.IGNORECASE)
_BY = re.compile(r"(?:written |reported |posted )?by:?\s+", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:in|reporting from) (?:[^\W\d_a-z][\w.'’-]*,? ?){1,5}$")  # where the reporter is
_NAME = r"[^\W\d_a-z][\w.'’-]*(?: (?!and )[\w.'’-]+){1,3}"
_SEVERAL = re.compile(rf"(?:{_NAME}(?:,? and |, )){{1,12}}{_NAME}")
_PARTING = re.compile(r",? and |, ")
_LONGEST = 400  # characters of a field; a longer one is no headline and no name
_EARLIEST = 1600  # 0001-01-01 and 1970-01-01 are what systems write where they know none
_NO_NAME = frozenset(
    ["admin", "administrator", "author", "editor", "null", "none", "undefined", "unknown", "webmaster"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Fields as stated; None where nothing states them."""

    title: str | None = None
    outlet: str | None = None
    section: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Published | None = None
    modified: str | None = None  # ISO day of the last change that the data tell of
    fetched: str | None = None  # ISO day on which it was saved or sent: no article is later
    body: str | None = None  # plain text, or markup in the forms that may hold it


def merged(sources: Sequence[Stated]) -> Stated:
    """Takes each field from the first of `sources` that states it."""
    names = [field.name for field in fields(Stated)]
    return Stated(**{name: next((value for one in sources if (value := getattr(one, name))), None) for name in names})


def stated_line(value: object) -> str | None:
    """Gives the text of a field on one line; None where it is no text, empty, or too long to be one."""
    if not isinstance(value, str):
        return None
    text = scrubbed_line(_ENTITY.sub(lambda match: unescape(match[0]), value))
    return text if 0 < len(text) <= _LONGEST else None


def stated_names(values: Sequence[object]) -> str | None:
    """Joins names; addresses and stand-ins are none: ``["By Anna Lind", "Jo Marsh"]`` → ``Anna Lind and Jo Marsh``."""
    found = [name for value in values if (line := stated_line(value)) for name in _each_name(line)]
    known = list(
        dict.fromkeys(name for name in found if not _ADDRESS.fullmatch(name) and name.casefold() not in _NO_NAME)
    )
    return " and ".join(filter(None, [", ".join(known[:-1]), *known[-1:]])) or None


def _each_name(line: str) -> list[str]:
    """Parts ``By Jo Marsh, Ida Berg in Lowbridge`` into two names; ``Jo Marsh, editor`` stays as it is."""
    name = without_place(_BY.sub("", line, count=1))
    return _PARTING.split(name) if _SEVERAL.fullmatch(name) else [name]


def without_place(name: str) -> str:
    """Drops where one writes from: ``Anna Lind in Lowbridge`` → ``Anna Lind``."""
    return _FROM.sub("", name)


def address(value: object) -> str | None:
    """Gives a web address that a reader can follow."""
    text = stated_line(value)
    if not text or not re.match(r"https?://[^\s/]+\.\S+", text, re.IGNORECASE):
        return None
    try:
        return text if urlsplit(text).hostname else None
    except ValueError:  # ``http://[x.y``
        return None


def stated_day(value: object, named: str) -> Published | None:
    """Reads the day where the outlet is; `named` is what the data call it.

    ``2025-05-05T23:30:00+05:30`` → 5 May 2025.
    """
    text = stated_line(value)
    if not text:
        return None
    iso = _ISO_DAY.match(text)
    try:
        day = (
            date.fromisoformat(iso["day"]) if iso else next(filter(None, (one.date() for one in find_days(text))), None)
        )
    except ValueError:
        return None
    if not day or day.year < _EARLIEST or day == date(1970, 1, 1):
        return None
    return Published(date=day.isoformat(), source="metadata", how=f"stated in its data: “{named}: {text[:60]}”")


def stated_iso_day(value: object) -> str | None:
    """Gives the day alone: ``2025-05-05T23:30:00+05:30`` → ``2025-05-05``."""
    found = stated_day(value, "")
    return found.date if found else None

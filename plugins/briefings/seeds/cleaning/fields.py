"""The lines around a body that say something of the article: byline, address, and headline, outlet, section."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..dating.dating import is_date_line, without_days
from .metadata import without_place
from .outlet_names import outlet_and_section
from .text_lines import last_mark

_BYLINE = re.compile(
    r"(?:Written |Reported |Story |Edited |WRITTEN |REPORTED |EDITED )?(?:By|BY|by):? +"
    r"(?P<name>[^\W\d_a-z][^\n]{1,120})"
)
_LINKING = frozenset(
    [
        *(
            "agencies",
            "and",
            "correspondents",
            "de",
            "del",
            "der",
            "di",
            "for",
            "in",
            "of",
            "our",
            "reporter",
            "reporters",
        ),
        *("staff", "the", "to", "van", "von", "with", "writer", "writers"),
    ]
)
_URL = re.compile(r"(?:(?:Source|URL|Link|Original): *)?(?P<url>https?://[^\s<>\"]{4,2000})", re.IGNORECASE)
_PARTS = re.compile(r" +(?:[|–—·»:-]|::) +")  # between headline and outlet in the title of a page
_GLUED = re.compile(r"[-_|–—](?P<outlet>[^\s|_–—-][^|_–—-]{1,39})")  # ``Bridge opens-Harbour Wire``
_BEFORE = re.compile(r"(?P<outlet>\S+(?: \S+){0,4}?) ?(?:[|–—·»:-]|::) +")  # the outlet before the headline
_INNER_END = re.compile(r"[.!?)] ")
_LONGEST = 40  # words
_LONGEST_ALONE = 16  # words of a headline that nothing but its place tells
_LONGEST_LINE = 400  # characters
_WORD = re.compile(r"[^\W_]+")
_AROUND_NAME = " ,|-–—•·:/"
_AFTER_NAME = re.compile(
    r"\s{2,}|\s[|•·–—-]+(?:\s|$)|\s[(\[]"
)  # a day stood there, or the paper, a topic, a number follows
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_INITIAL = re.compile(r"\b[A-Z][a-z]?[a-z]?\.$")  # "Jr." ends no sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What the lines around the body say; None where they do not."""

    title: str | None
    outlet: str | None
    section: str | None
    byline: str | None
    url: str | None


def is_metadata(text: str) -> bool:
    """Tells whether a line is a field, in no case a paragraph.

    ``By Anna Lind``, ``5 May 2025, 09:01 IST`` or an address.
    """
    return is_date_line(text) or _byline(text) is not None or _url(text) is not None


def read_fields(above: Sequence[str], below: Sequence[str], body: str, title: str | None = None) -> Fields:
    """Reads the lines `above` the body and those `below`, each in the dump's order; a `title` may be known."""
    title = title or find_title(above, body)
    outlet, section = _outlet_and_section(above, below, title)
    around = [*above[::-1], *below]
    return Fields(
        title=title,
        outlet=outlet,
        section=section,
        byline=next(filter(None, map(_byline, around)), None),
        url=next(filter(None, map(_url, around)), None),
    )


def find_title(above: Sequence[str], body: str) -> str | None:
    """Finds the line that reads most like a headline of `body`; of several alike, the one next to it."""
    said = Counter(line.casefold() for line in above)
    page = above[0][:_LONGEST_LINE].casefold() if above else ""
    words = _content_words(body)
    best: tuple[float, int] | None = None
    for i, line in enumerate(above):
        count = len(line.split())
        shared = len(_content_words(line) & words) if 2 <= count <= _LONGEST and len(line) <= _LONGEST_LINE else 0
        if not shared or is_metadata(line):
            continue
        value = (
            _likeness_to_headline(line, count, shared)
            + 2 * (said[line.casefold()] > 1)
            + 3 * (i > 0 and count > 4 and page.startswith(line.casefold()))
            - min(len(above) - i, 30) / 30
        )
        if best is None or (value, i) > best:
            best = (value, i)
    if not best:
        return _only_line(above)
    title = above[best[1]]
    return title if best[1] else _cut_before_outlet(title)  # the first line may be the title of a page


def _only_line(above: Sequence[str]) -> str | None:
    """Finds a headline alone above the text, ``The long way home``, though it shares no word with its article."""
    lines = [line for line in above if not is_metadata(line)]
    if len(lines) != 1 or not 2 <= len(lines[0].split()) <= _LONGEST_ALONE or last_mark(lines[0]) in ".:…":
        return None
    return lines[0]


def _likeness_to_headline(line: str, count: int, shared: int) -> float:
    """Weighs how like a headline a line is.

    It is made of its article's words, more than four and not many, and is no sentence, nor two.
    """
    return (
        2 * shared / (count + 2)
        + 0.75 * min(shared, 4)
        + (count > 4)
        - max(0, count - 16) / 10
        - 2 * (last_mark(line) in ".:…")
        - bool(_INNER_END.search(line))
    )


def _content_words(text: str) -> set[str]:
    """Gives words of four letters and more, and names: what a headline shares with its article."""
    return {word.casefold() for word in _WORD.findall(text) if len(word) > 3 or word[0].isupper()}


def _cut_before_outlet(line: str) -> str:
    """Cuts ``Bridge opens to lorries again | The Harbour Times`` to ``Bridge opens to lorries again``."""
    parts = list(_PARTS.finditer(line))
    while parts and len(line[parts[-1].end() :].split()) <= 4 and len(line[: parts[-1].start()].split()) >= 4:
        line = line[: parts.pop().start()]
    return line


def _outlet_and_section(above: Sequence[str], below: Sequence[str], title: str | None) -> tuple[str | None, str | None]:
    """Reads a page's title ("… | World | The Daily Wire"), or the lines above the headline and the footer."""
    page = above[0] if above and title and above[0] != title else ""
    if title and title in page[:_LONGEST_LINE]:
        rest = page[page.index(title) + len(title) : _LONGEST_LINE]
        if glued := _GLUED.fullmatch(rest):
            return glued["outlet"], None
        first, *parts = _PARTS.split(rest)
        if parts and not first:
            return parts[-1], parts[0] if len(parts) > 1 else None
    if title and page.endswith(title) and (before := _BEFORE.fullmatch(page[: -len(title)][:_LONGEST_LINE])):
        return before["outlet"], None
    return outlet_and_section(above[: above.index(title)] if title in above else (), below)


def _byline(text: str) -> str | None:
    """Finds who wrote it: ``By Anna Lind and Jo Marsh, 5 May 2025`` → ``Anna Lind and Jo Marsh``."""
    match = _BYLINE.match(text) if len(text) <= 200 else None
    if not match or (last_mark(text) in ".!?" and not _INITIAL.search(text)):
        return None
    name = _AFTER_NAME.split(without_days(match["name"]).strip(_AROUND_NAME), maxsplit=1)[0].strip(_AROUND_NAME)
    words = [word for word in _NAME_WORD.findall(name) if word.casefold() not in _LINKING]
    return without_place(name) if 1 <= len(words) <= 12 and all(not word[0].islower() for word in words) else None


def _url(text: str) -> str | None:
    match = _URL.fullmatch(text)
    return match["url"] if match else None

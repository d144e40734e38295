"""Days and months that the text names, resolved against the article's own date.

Weekdays and days without a year are the last such day on or before publication, for acts to come
the first on or after it.  Words that give no day or month ("last week", "in 2014") give nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from ..language.tree import Tree
from ..model import Article, Span

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?P<month>{'|'.join(name.capitalize() for name in _MONTHS)}|{_SHORT})"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_NAMED = rf"(?:{'|'.join(name.capitalize() for name in _WEEKDAYS)}),? "  # "Friday, May 9" is one day
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TURN = r"(?P<turn>[Ll]ast|[Nn]ext|[Tt]his)"
_IN = r"(?:[Ii]n|[Ss]ince|by|of|from|until|[Dd]uring)"
# The first pattern that matches at a place wins.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_NAMED})?{_MONTH} {_DAY}(?![\d:])(?:,? {_YEAR})?",
        rf"\b(?:{_NAMED})?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?\b",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"\b{_MONTH},? (?:of )?{_YEAR}\b",
        rf"\b(?:{_IN} (?:early |late |mid-)?|{_TURN} ){_MONTH}\b",
        rf"\b(?:{_TURN} )?(?P<weekday>{'|'.join(name.capitalize() for name in _WEEKDAYS)})\b",
        r"\b(?P<near>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]his (?:morning|afternoon|evening))\b",
        rf"\b{_TURN} (?P<unit>month)\b",
        r"\b(?P<near>[Ll]ast night)\b",
        rf"\b(?P<ago>{'|'.join(_NUMBERS)}|\d\d?) days? ago\b",
        r"\b(?P<then>[Tt]h(?:e|at) same day|[Tt]he (?:next|following|previous) day|[Aa] day (?:later|earlier))\b",
        r"\b(?P<then>[Tt]he day before)\b(?! [a-zA-Z])",
    )
)
_NEAR: Mapping[str, int] = {"yesterday": -1, "tomorrow": 1, "last night": -1}
_PARTS_OF_DAYS = frozenset({"night", "morning", "afternoon", "evening", "noon", "midnight", "day", "time"})
MAX_ASIDE = 25  # tokens after "with" in which a date is looked for
MAX_APART = 600  # characters between "the next day" and the day that it follows
DATELINE = 400  # characters at the top in which a full date is the article's own
MAX_CLIMB = 8  # tokens or clauses between words of time and what they are said of


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A place that names a day or month."""

    span: Span
    sites: tuple[int, ...]  # tokens that it says the time of: from its own up to the first verb
    parts: Mapping[str, str]
    before: "When | None" = None  # of "the next day": the day that was named last


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The dates that an article names and the day it was published."""

    at: Mapping[int, When]  # by token: the first time that is said of it
    published: date | None
    inferred: bool  # the day of publication is not a given


def read_calendar(article: Article, tree: Tree) -> Calendar:
    """All dates of the article; its own is the given one, else a full date that opens the text."""
    found = {span.start: (span, parts) for span, parts in _matches(article.text)}
    whens = [_when(tree, *found[start]) for start in sorted(found) if tree.tokens_in(found[start][0])]
    opening = {paragraph.start for paragraph in article.paragraphs}
    whens = list(_with_those_before(whens))
    told = [w for w in whens if _full(w.parts) is None or w.span.start not in opening]  # others are datelines
    at = {site: when for when in reversed(told) for site in when.sites}
    given = article.published.date
    if given is not None:
        return Calendar(at=at, published=_iso(given), inferred=article.published.source == "inferred")
    full = (_full(when.parts) for when in whens if when.span.start < DATELINE)
    return Calendar(at=at, published=next((day for day in full if day), None), inferred=True)


def _with_those_before(whens: Sequence[When]) -> Iterator[When]:
    """Each with the day named before it, where it is told by that one: *on Monday* …, *the next day* …."""
    last: When | None = None
    for when in whens:
        if "then" not in when.parts:
            last = when
            yield when
        elif last is not None and when.span.start - last.span.end < MAX_APART:
            yield replace(when, before=last)


def _matches(text: str) -> Iterator[tuple[Span, Mapping[str, str]]]:
    held: set[int] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            places = range(*match.span())
            if held.isdisjoint(places):
                held.update(places)
                parts = {name: value for name, value in match.groupdict().items() if value}
                yield Span(*match.span()), parts


def _when(tree: Tree, span: Span, parts: Mapping[str, str]) -> When:
    inside = tree.tokens_in(span)
    sites = [inside[-1]]
    named = _names(tree, inside)
    if named is not None:
        return When(span=span, sites=(sites[0], named), parts=parts)
    for above in islice(tree.ancestors(sites[0]), MAX_CLIMB):
        sites.append(above)
        if tree.tokens[above].pos in {"VERB", "AUX"}:
            break
    return When(span=span, sites=tuple(sites), parts=parts)


def _names(tree: Tree, inside: range) -> int | None:
    """The *attacks* of "the May 9 attacks": what the words are a name of, which tell no time of what was done."""
    top = next((i for i in inside if tree.tokens[i].head not in inside), inside[-1])
    head = tree.tokens[top].head
    compound = tree.tokens[top].dep in {"compound", "nmod"} and head > inside[-1]
    event = tree.tokens[head].pos == "NOUN" and tree.tokens[head].lemma not in _PARTS_OF_DAYS
    return head if compound and event else None


def resolve(when: When, calendar: Calendar, *, ahead: bool) -> str | None:
    """ISO day or month that the words mean; `ahead` for acts that were still to come."""
    parts, today = when.parts, calendar.published
    if when.before is not None:
        return _then(parts["then"].lower(), resolve(when.before, calendar, ahead=ahead))
    full = _full(parts)
    if full is not None:
        return full.isoformat()
    if "year" in parts:
        return f"{parts['year']}-{_month(parts):02}" if "day" not in parts else None
    return _relative(parts, today, ahead=ahead) if today is not None else None


def _then(words: str, day: str | None) -> str | None:
    """ISO day that “the next day” is after `day`; None after a month."""
    base = _iso(day) if day else None
    if base is None:
        return None
    step = 0 if "same" in words else -1 if words.endswith(("previous day", "before", "earlier")) else 1
    return (base + timedelta(days=step)).isoformat()


def _relative(parts: Mapping[str, str], today: date, *, ahead: bool) -> str | None:
    if "near" in parts:
        return (today + timedelta(days=_NEAR.get(parts["near"].lower(), 0))).isoformat()
    if "ago" in parts:
        number = parts["ago"]
        days = int(number) if number.isdigit() else _NUMBERS.index(number) + 1
        return (today - timedelta(days=days)).isoformat()
    if "weekday" in parts:
        return _weekday(parts, today, ahead=ahead).isoformat()
    return _turned(today, parts["turn"]) if "unit" in parts else _yearless(parts, today, ahead=ahead)


def _weekday(parts: Mapping[str, str], today: date, *, ahead: bool) -> date:
    number = _WEEKDAYS.index(parts["weekday"].lower())
    turn = parts.get("turn", "").lower()
    if turn == "next" or (ahead and turn != "last"):
        return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    back = (today.weekday() - number) % 7
    return today - timedelta(days=back or (7 if turn == "last" else 0))


def _turned(today: date, turn: str) -> str:
    step = {"last": -1, "next": 1}.get(turn.lower(), 0)
    months = today.year * 12 + today.month - 1 + step
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _yearless(parts: Mapping[str, str], today: date, *, ahead: bool) -> str | None:
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
    found = _day(year, month, day)
    return found.isoformat() if found else None


def _full(parts: Mapping[str, str]) -> date | None:
    if "year" in parts and "day" in parts:
        return _day(int(parts["year"]), _month(parts), int(parts["day"]))
    return None


def _month(parts: Mapping[str, str]) -> int:
    if "number" in parts:
        return int(parts["number"])
    start = parts["month"].lower()[:3]
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(start))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # "31 April": a slip of the article's
        return None


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # a month alone
        return None


def when_of(tree: Tree, calendar: Calendar, places: Sequence[int], *, said: bool) -> tuple[When | None, bool]:
    """The time said of an act told at tokens `places`, its own or one that a clause above shares with it.

    `said`: the act is itself the saying ("announced on Monday that it will …"), so the time of saying is its own.
    The second value tells whether the time is past though the act may be to come: that of the saying.
    """
    for place in places:
        if tree.tokens[place].pos == "NOUN" and (beside := _beside(tree, calendar, place)) is not None:
            return beside, False
        node, saying = place, False
        for _ in range(MAX_CLIMB):
            found = calendar.at.get(node)
            if found is not None:
                return found, saying or tree.tokens[node].tag == "VBD"
            above = _shares_time(tree, node, said=said)
            if above is None:
                break
            saying = saying or tree.tokens[node].dep == "ccomp"
            node = above
    return _aside(tree, calendar, places), False


def _aside(tree: Tree, calendar: Calendar, places: Sequence[int]) -> When | None:
    """Planned three meetings, *with the first set for May 16*: a date inside what is said beside the act."""
    for place in places:
        for beside in tree.all_children(place, "prep"):
            if tree.tokens[beside].text.lower() == "with":
                inside = range(beside, min(tree.right[beside], beside + MAX_ASIDE))
                found = (calendar.at.get(index) for index in inside if tree.tokens[index].pos in {"PROPN", "NUM"})
                return next((when for when in found if when is not None), None)
    return None


def _beside(tree: Tree, calendar: Calendar, noun: int) -> When | None:
    """The ruling of the court *on July 8*: what follows the noun's words is said of it, whatever the parse says."""
    last = tree.right[noun]
    if last + 1 < len(tree.tokens) and tree.tokens[last].text.lower() in {"on", "in"}:
        found = calendar.at.get(last + 1)
        return found if found is not None and found.span.start == tree.tokens[last + 1].start else None
    return None


def _shares_time(tree: Tree, node: int, *, said: bool) -> int | None:
    token = tree.tokens[node]
    if token.head == node:
        return None
    if token.dep == "conj" and tree.tokens[token.head].tag == "VB" and token.tag in {"VBD", "VBZ"}:
        return None  # "said the court would begin in June and asked Moldor …"
    shared = {"conj", "xcomp", "pcomp", "prep"} | ({"ccomp"} if said else set())
    participle = token.dep == "advcl" and token.tag in {"VBG", "VBN"} and tree.child(node, "nsubj", "mark") is None
    return token.head if token.dep in shared or participle else None

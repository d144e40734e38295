"""What is said to have happened when: the words of time of an article, and the acts that they stand beside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from ...language.calendar import iso_day
from ...language.measure_frames import noun_frames, nouns_of
from ...language.tree import Tree
from ...model import Article, MeasureType, Span
from ..grammar.dates import Parts, beside_day, day_meant, full_day, looks_ahead, words_of_time

_PARTS_OF_DAYS = frozenset({"night", "morning", "afternoon", "evening", "noon", "midnight", "day", "time"})
MAX_ASIDE = 25  # tokens after "with" in which a date is looked for
MAX_APART = 600  # characters between "the next day" and the day that it follows
DATELINE = 400  # characters at the top in which a full date is the article's own
MAX_CLIMB = 8  # tokens or clauses between words of time and what they are said of


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A place that names a day, a month or a stretch of time."""

    span: Span
    sites: tuple[int, ...]  # tokens that it says the time of: from its own up to the first verb
    parts: Parts
    ahead: bool = False  # "a strike called for Thursday"
    event: int | None = None  # the meeting or vote on the way to the verb, whose time it may be instead
    before: "When | None" = None  # of "the next day": the day that was named last


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The dates that an article names and the day it was published."""

    at: Mapping[int, When]  # by token: the first time that is said of it
    published: date | None
    inferred: bool  # the day of publication is not a given


def read_calendar(article: Article, tree: Tree) -> Calendar:
    """Gives all dates of the article; its own is the given one, else a full date that opens the text."""
    found = {span.start: (span, parts) for span, parts in words_of_time(article.text)}
    whens = [_when(tree, *found[start]) for start in sorted(found) if tree.tokens_in(found[start][0])]
    opening = {paragraph.start for paragraph in article.paragraphs}
    whens = list(_with_those_before(whens))
    told = [w for w in whens if full_day(w.parts) is None or w.span.start not in opening]  # others are datelines
    told.sort(key=lambda when: ("stretch" not in when.parts, -when.span.start))  # days before weeks, the first of each
    at = {site: when for when in told for site in when.sites}
    given = article.published.date
    if given is not None:
        return Calendar(at=at, published=iso_day(given), inferred=article.published.source == "inferred")
    full = (full_day(when.parts) for when in whens if when.span.start < DATELINE)
    return Calendar(at=at, published=next((day for day in full if day), None), inferred=True)


def _with_those_before(whens: Sequence[When]) -> Iterator[When]:
    """Gives each the day named before it, where it is told by that one: *on Monday* …, *the next day* …."""
    last: When | None = None
    for when in whens:
        if "then" not in when.parts:
            last = last if "stretch" in when.parts else when
            yield when
        elif last is not None and when.span.start - last.span.end < MAX_APART:
            yield replace(when, before=last)


def _when(tree: Tree, span: Span, parts: Parts) -> When:
    inside = tree.tokens_in(span)
    sites = [inside[-1]]
    named = _event_named(tree, inside)
    if named is not None:
        return When(span=span, sites=(sites[0], named), parts=parts)
    event = None
    for above in islice(tree.ancestors(sites[0]), MAX_CLIMB):
        sites.append(above)
        token = tree.tokens[above]
        if token.pos in {"VERB", "AUX"} and not _fills_noun(tree, above):
            break
        if token.dep == "pobj" and any(token.lemma in nouns_of(name) for name in ("meeting", "vote", "protest")):
            event = above
    ahead = inside[0] > 0 and tree.tokens[inside[0] - 1].text == "for"
    return When(span=span, sites=tuple(sites), parts=parts, ahead=ahead or looks_ahead(parts), event=event)


def _fills_noun(tree: Tree, verb: int) -> bool:
    """Tells whether the time is that of a noun above: will resume talks on *sharing* the river next month."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head].head
    return token.tag == "VBG" and token.dep == "pcomp" and tree.tokens[above].lemma in noun_frames()


def _event_named(tree: Tree, inside: range) -> int | None:
    """Finds what the words are a name of, whose time they do not tell: the *attacks* of "the May 9 attacks"."""
    top = next((i for i in inside if tree.tokens[i].head not in inside), inside[-1])
    head = tree.tokens[top].head
    compound = tree.tokens[top].dep in {"compound", "nmod", "poss", "nummod"} and head > inside[-1]
    event = tree.tokens[head].pos == "NOUN" and tree.tokens[head].lemma not in _PARTS_OF_DAYS
    return head if compound and event else None


def day_of_act(when: When, calendar: Calendar, *, ahead: bool) -> str | None:
    """Gives the ISO day or month that the words mean; `ahead` for acts that were still to come."""
    if when.before is not None:
        return beside_day(when.parts["then"].lower(), day_of_act(when.before, calendar, ahead=ahead))
    return day_meant(when.parts, calendar.published, ahead=ahead or when.ahead)


def when_of(
    tree: Tree, calendar: Calendar, places: Sequence[int], kind: MeasureType, *, said: bool
) -> tuple[When | None, bool]:
    """Gives the time said of an act told at tokens `places`, its own or one that a clause above shares with it.

    `said`: the act is itself the saying ("announced on Monday that it will …"), so the time of saying is its own.
    The second value tells whether the time is past though the act may be to come: that of the saying.
    """
    for place in places:
        if tree.tokens[place].pos == "NOUN" and (beside := _time_after_noun(tree, calendar, place)) is not None:
            return beside, False
        node, saying, first = place, False, len(tree.text)
        for _ in range(MAX_CLIMB):
            found = calendar.at.get(node)
            if found is not None and found.span.start < first and not _is_of_event(found, node, places, kind):
                return found, saying or tree.tokens[node].tag == "VBD"
            above = _shares_time(tree, node, said=said)
            if above is None:
                break
            saying = saying or tree.tokens[node].dep == "ccomp"
            if (
                tree.tokens[node].dep == "conj"
            ):  # "closed a plant on Monday and will lay off …" tells no day of the second
                first = min(first, tree.tokens[above].start)
            node = above
    return _time_set_aside(tree, calendar, places), False


def _is_of_event(when: When, node: int, places: Sequence[int], kind: MeasureType) -> bool:
    """Tells whether the time is that of what is asked for: invited them to a *meeting on Wednesday*."""
    return kind == "REQUEST" and when.event is not None and when.event != node and when.event not in places


def _time_set_aside(tree: Tree, calendar: Calendar, places: Sequence[int]) -> When | None:
    """Finds a date in what is said beside the act: planned three meetings, *with the first set for May 16*."""
    for place in places:
        for beside in tree.all_children(place, "prep"):
            if tree.tokens[beside].text.lower() == "with":
                inside = range(beside, min(tree.right[beside], beside + MAX_ASIDE))
                found = (calendar.at.get(index) for index in inside if tree.tokens[index].pos in {"PROPN", "NUM"})
                return next((when for when in found if when is not None), None)
    return None


def _time_after_noun(tree: Tree, calendar: Calendar, noun: int) -> When | None:
    """Finds the time after a noun's words, whatever the parse says: the ruling of the court *on July 8*."""
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

"""Quotation marks: which stretches of a text stand inside them.

Marks are paired paragraph by paragraph, so that an odd one costs its own paragraph's quote at most.
Straight, curly and single marks, guillemets, ``…'' and mistyped pairs are read alike: what a mark
does is told by its neighbours first and by its shape second.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...language.tree import Tree, trimmed
from ...model import Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_MARK = re.compile("``|''|\"|[“”„‟«»]")
_SINGLE = re.compile(r"[‘’'‚`]")
_OPENING = frozenset("“„‟«") | {"``"}
_CLOSING = frozenset("”»")
_BEFORE_OPENING = frozenset("([{—–―-/:…\u00a0")  # what an opening mark may follow besides white space
_AFTER_CLOSING = frozenset(".,;:!?)]}—–―-/…’'")
_ELISIONS = re.compile(r"(?:\d0s|em|til|tis|twas|cause|round|n)\b", re.IGNORECASE)  # '90s, 'em, 'tis: apostrophes
_TURN = re.compile(r"[A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{1,30}){0,3}: ")  # a name and a colon
MAX_SINGLE = 600  # characters: longer than any quotation in single marks, so that a stray apostrophe stays cheap


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Words between quotation marks; `span` holds the marks too."""

    span: Span
    inner: Span  # without marks and outer white space
    paragraph: int  # ordinal of its paragraph in the text
    closed: bool  # False: the mark that ends it is missing, or stands in a later paragraph
    single: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


class Regions:
    """The quotation-mark regions of a text in order, disjoint, with look-ups by offset in O(log n)."""

    __slots__ = ("_starts", "items", "paragraphs", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = tuple(Span(*match.span()) for match in _PARAGRAPH.finditer(text))
        self.items: tuple[Region, ...] = tuple(_find(text, self.paragraphs))
        self._starts = [region.span.start for region in self.items]

    def at(self, offset: int) -> Region | None:
        """Gives the region that the character at `offset` stands in."""
        number = self.number_at(offset)
        return None if number is None else self.items[number]

    def number_at(self, offset: int) -> int | None:
        """Gives the ordinal of the region that the character at `offset` stands in."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.items[number].span.end else None

    def first_from(self, offset: int) -> int:
        """Gives the ordinal of the first region that ends after `offset`; ``len(items)`` where there is none."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.items[number].span.end else number + 1

    def overlapping(self, span: Span) -> Iterator[Region]:
        """Gives the regions that share a character with `span`, in order."""
        for number in range(self.first_from(span.start), len(self.items)):
            if self.items[number].span.start >= span.end:
                return
            yield self.items[number]


def regions_of(tree: Tree) -> Regions:
    """Gives the quotations of a text; ask for them by ``tree.once(regions_of)``."""
    return Regions(tree.text)


def regions_by_token(tree: Tree) -> tuple[int, ...]:
    """Gives for each token the ordinal of the quotation that it stands in, -1 outside; ask by ``tree.once``."""
    found = [-1] * len(tree.tokens)
    for number, region in enumerate(tree.once(regions_of).items):
        for index in tree.tokens_in(region.span):
            found[index] = number
    return tuple(found)


def _find(text: str, paragraphs: Sequence[Span]) -> Iterator[Region]:
    carried = False  # whether the paragraph before ended inside a quotation
    for number, paragraph in enumerate(paragraphs):
        follows = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        reopened = follows is not None and bool(_MARK.match(text, follows.start + _indent(text, follows)))
        last = paragraph.start
        pairs = _double(text, paragraph, reopened=reopened, carried=carried)
        carried = bool(pairs) and not pairs[-1][2]
        for start, end, closed in pairs:
            yield from _single(text, Span(last, start), number)
            yield _region(text, Span(start, end), number, closed=closed)
            last = end
        yield from _single(text, Span(last, paragraph.end), number)


def _indent(text: str, span: Span) -> int:
    piece = text[span.start : span.start + 40]
    return len(piece) - len(piece.lstrip())


def _double(text: str, paragraph: Span, *, reopened: bool, carried: bool) -> list[tuple[int, int, bool]]:
    """Finds the outermost pairs of double marks in one paragraph as ``(start, end, closed)``."""
    pairs: list[tuple[int, int, bool]] = []
    stack: list[int] = []
    for mark in _find_marks(text, paragraph):
        if carried and not stack and not pairs and mark.closes and not mark.opens:
            stack.append(paragraph.start)  # the mark was not reopened: “One. ¶ Two,” she said.
        if stack and mark.closes:
            start = stack.pop()
            while pairs and pairs[-1][0] > start:  # a pair within this one
                pairs.pop()
            pairs.append((start, mark.end, True))
        elif mark.opens:
            stack.append(mark.start)
    if stack:
        _close_late(pairs, stack[0], text, paragraph, reopened=reopened)
    return pairs


def _close_late(pairs: list[tuple[int, int, bool]], start: int, text: str, paragraph: Span, *, reopened: bool) -> None:
    """Lets an opening mark without a closing one reach to the paragraph's end, unless whole pairs follow it."""
    if text[start + 1 : start + 2].islower():  # no speech begins like that: a slip, not an open quotation
        return
    if _TURN.match(text, start + 1, paragraph.end):  # “WALLACE: Let us begin: whose words they are stands within
        return
    at_start = start == paragraph.start + _indent(text, paragraph)
    followed = bool(pairs) and pairs[-1][0] > start
    if followed and not (at_start and reopened):
        return
    while pairs and pairs[-1][0] > start:
        pairs.pop()
    pairs.append((start, paragraph.end, False))


def _find_marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        can_open, can_close = _roles_of_mark(match.group(), before, after)
        yield _Mark(start=start, end=end, opens=can_open, closes=can_close)


def _roles_of_mark(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Tells whether a mark may open and may close: neighbours that speak plainly beat its shape."""
    free_left = before.isspace() or before in _BEFORE_OPENING
    free_right = after.isspace() or after in _AFTER_CLOSING
    if mark in _OPENING and not (free_right and not free_left):
        return True, False
    if mark in _CLOSING and not (free_left and not free_right):
        return False, True
    if free_left == free_right:  # `" word "` or `a"b`: either
        return True, True
    return free_left, not free_left


def _single(text: str, gap: Span, number: int) -> Iterator[Region]:
    """Finds pairs of single marks between the double ones; apostrophes and elisions are none."""
    at = gap.start
    while match := _SINGLE.search(text, at, gap.end):
        at = match.end()
        if not _opens_single(text, match, gap):
            continue
        end = _end_of_single(text, Span(match.end(), min(gap.end, match.end() + MAX_SINGLE)))
        if end is not None:
            yield _region(text, Span(match.start(), end), number, closed=True, single=True)
            at = end


def _opens_single(text: str, match: re.Match[str], gap: Span) -> bool:
    start, end = match.span()
    free_left = start == gap.start or text[start - 1].isspace() or text[start - 1] in _BEFORE_OPENING
    solid_right = end < gap.end and not text[end].isspace()
    return free_left and solid_right and not _ELISIONS.match(text, end)


def _end_of_single(text: str, ahead: Span) -> int | None:
    """Tells where the closing mark ends: one after punctuation, else the first that no letter follows."""
    possessive = None
    for match in re.finditer(r"[’']", text[ahead.start : ahead.end]):
        start, end = ahead.start + match.start(), ahead.start + match.end()
        after = text[end] if end < len(text) else " "
        if text[start - 1].isspace() or not (after.isspace() or after in _AFTER_CLOSING):
            continue
        if text[start - 1] != "s" or after in _AFTER_CLOSING:
            return end
        possessive = possessive or end  # "players' " may close or own: the first such, where nothing better follows
    return possessive


def _region(text: str, span: Span, number: int, *, closed: bool, single: bool = False) -> Region:
    opening = 2 if text.startswith(("``", "''"), span.start) else int(not text[span.start].isalnum())
    closing = 0 if not closed else 2 if text[span.end - 2 : span.end] == "''" and span.end - 2 > span.start else 1
    start = min(span.start + opening, span.end)
    inner = trimmed(text, Span(start, max(start, span.end - closing)))
    return Region(span=span, inner=inner, paragraph=number, closed=closed, single=single)

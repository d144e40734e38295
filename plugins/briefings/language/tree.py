"""A parse with the links that extraction walks: children, edges, sentences, tokens by offset."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from ..model import Parse, Span, Token
from .gazetteer import TABLES, Gazetteer

Found = TypeVar("Found")


class Tree:
    """Read-only view of one article's parse; token indices in, token indices out.

    ``gazetteer`` has the names that are known beforehand.
    ``children[i]`` are the dependents of token ``i`` in text order; ``left[i]`` and ``right[i]``
    bound its subtree (``right`` is exclusive); ``sentence_of[i]`` indexes ``sentences``.
    Built in O(n); every query is O(1), O(log n) or as long as its answer.
    """

    __slots__ = (
        "_ends", "_once", "_starts", "children", "gazetteer", "left", "parse", "right",
        "sentence_of", "sentences", "text", "tokens",
    )  # fmt: skip

    def __init__(self, text: str, parse: Parse, gazetteer: Gazetteer = TABLES) -> None:
        self.text = text
        self.parse = parse
        self.gazetteer = gazetteer
        self.tokens: tuple[Token, ...] = parse.tokens
        count = len(self.tokens)
        children: list[list[int]] = [[] for _ in range(count)]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                children[token.head].append(index)
        self.children: list[list[int]] = children
        self.left, self.right = self._edges()
        self.sentences: tuple[tuple[int, int], ...] = parse.sentences
        self.sentence_of = [0] * count
        for number, (first, last) in enumerate(self.sentences):
            self.sentence_of[first:last] = [number] * (last - first)
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]
        self._once: dict[Callable[[Tree], object], object] = {}

    def once(self, read: "Callable[[Tree], Found]") -> Found:
        """Gives what `read` reads off this tree, read once, whoever asks: ``tree.once(quoted_tokens)``."""
        if read not in self._once:
            self._once[read] = read(self)
        return cast("Found", self._once[read])

    def _edges(self) -> tuple[list[int], list[int]]:
        count = len(self.tokens)
        left, right = list(range(count)), list(range(1, count + 1))
        for index in self._leaves_first():
            head = self.tokens[index].head
            left[head] = min(left[head], left[index])
            right[head] = max(right[head], right[index])
        return left, right

    def _leaves_first(self) -> list[int]:
        order = [index for index, token in enumerate(self.tokens) if token.head == index]
        for index in order:  # grows while it is walked: parents before children
            order.extend(self.children[index])
        order.reverse()
        return order

    def child(self, index: int, *deps: str) -> int | None:
        """Finds the first dependent of `index` whose label is one of `deps`."""
        for child in self.children[index]:  # half of the time of a generator, and asked for at every verb
            if self.tokens[child].dep in deps:
                return child
        return None

    def all_children(self, index: int, *deps: str) -> list[int]:
        """Finds the dependents of `index` whose label is one of `deps`, in text order."""
        return [c for c in self.children[index] if self.tokens[c].dep in deps]

    def subtree(self, index: int) -> list[int]:
        """Gives `index` and all below it, in text order."""
        found = [index]
        for node in found:  # grows while it is walked
            found.extend(self.children[node])
        return sorted(found)

    def conjuncts(self, index: int) -> list[int]:
        """Gives `index` and what is coordinated with it: "India and Pakistan" from India."""
        found = [index]
        for node in found:
            found.extend(c for c in self.children[node] if self.tokens[c].dep == "conj")
        return found

    def ancestors(self, index: int) -> Iterator[int]:
        """Gives the governors of `index`, nearest first."""
        while (head := self.tokens[index].head) != index:
            yield head
            index = head

    def span(self, first: int, last: int) -> Span:
        """Gives the characters of tokens ``[first, last)``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def subtree_span(self, index: int) -> Span:
        """Gives the characters from the first to the last token below `index`."""
        return self.span(self.left[index], self.right[index])

    def sentence_span(self, index: int) -> Span:
        """Gives the characters of the sentence that token `index` stands in, without outer white space."""
        first, last = self.sentences[self.sentence_of[index]]
        return trimmed(self.text, self.span(first, last))

    def tokens_in(self, span: Span) -> range:
        """Gives the indices of the tokens that share a character with `span`."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))


def trimmed(text: str, span: Span) -> Span:
    """Gives `span` without the white space at its ends."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))

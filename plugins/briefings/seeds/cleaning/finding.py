"""Paragraphs are found again in the text that they were taken from."""

import re
from bisect import bisect_right
from itertools import accumulate

from ...model import Span
from .text_lines import ends_sentence

PARTED = "\n\n"  # between paragraphs
_SPACE = re.compile(r"\s*\n\s*")
_WORD = re.compile(r"\S+")
_MOST_MISSES = 200  # paragraphs that are not where they were expected, before the search is given up


class Finder:
    """Finds paragraphs in a text, whatever white space stands in either, each after the one before."""

    def __init__(self, text: str) -> None:
        words = text.split()
        self._text = text
        self._starts = [match.start() for match in _WORD.finditer(text)]
        self._before = [0, *accumulate(map(len, words))]
        self._letters = "".join(words)
        self._at = 0
        self._misses = 0
        self.found: Span | None = None  # from the start of the first that was found to the end of the last

    def find(self, words: str) -> Span | None:
        """Finds where `words` stand, None where they do not."""
        letters = "".join(words.split())
        if not letters or self._misses > _MOST_MISSES:
            return None
        at = self._letters.find(letters, self._at)
        if at < 0:
            self._misses += 1
            at = self._letters.find(letters)
        if at < 0:
            return None
        self._at = at + len(letters)
        span = Span(self._index_of_letter(at), self._index_of_letter(self._at - 1) + 1)
        known = self.found or span
        self.found = Span(min(known.start, span.start), max(known.end, span.end))
        return span

    def pieces(self, words: str) -> list[Span | str]:
        """Gives `words` as spans of the text and what joins them; as they are where the text has no such words.

        A parser may make one paragraph of several blocks of a page (the cells of a table that is its frame).
        """
        span = self.find(words)
        if span is None:
            return [words]
        found: list[Span | str] = []
        at = span.start
        for gap in _SPACE.finditer(self._text, span.start, span.end):
            goes_on = self._text[gap.end()].islower() and not ends_sentence(self._text[at : gap.start()])
            found += [Span(at, gap.start()), " " if goes_on else PARTED]
            at = gap.end()
        return [*found, Span(at, span.end)]

    def _index_of_letter(self, letter: int) -> int:
        """Gives the index in the text of the letter with this number."""
        word = bisect_right(self._before, letter) - 1
        return self._starts[word] + letter - self._before[word]

"""Copies: one article that was dropped twice, syndicated under another headline, cut or brought up to date.

Two texts are one article where at least `CONTAINED` of the shorter one's runs of five words stand in the fuller
one, and as much of its names and figures: two notices made by one form share the form, not what they tell.
Headline, dateline and what stood around the article may differ.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain as joined
from zlib import crc32

CONTAINED = 0.6

_RUN = 5  # words
_FEWEST = 30  # runs; of a shorter text all have to stand in the other: two notices of one kind share most of theirs
_LEAST = 8  # runs; a shorter text is a copy only of its like
_MOST = 10  # articles: a run of words that stands in more of them is a form's or a newsletter's, nobody's own
_WORD = re.compile(r"\w+")
_CUT_OFF = re.compile(r"\w*\s*[\[(]?(?:\.\.\.|…)[\])]?\s*\Z")  # the last word of a stub may be half a word
_END = 200  # characters of a text that may be its last word


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles that are one: indices into what was given, in its order, and the first that has the fullest text."""

    members: tuple[int, ...]
    fullest: int


def group_copies(texts: Sequence[str]) -> tuple[Group, ...]:
    """Finds the groups of two and more among `texts`, by their first members.

    The fullest texts come first and begin a group where they belong to none: each text of a group is a copy of its
    fullest, never of a copy of a copy, and the order of `texts` never counts.  One pass over an inverted index, runs
    of words → groups, so that its cost grows with the words that are given and not with their pairs.
    """
    groups = _Groups()
    for each in sorted(_distinct_texts(texts), key=lambda text: (-len(text.runs), text.words)):
        groups.add(each)
    made = (
        Group(members=tuple(sorted(number for text in group for number in text.numbers)), fullest=group[0].numbers[0])
        for group in groups.texts
    )
    return tuple(sorted((group for group in made if len(group.members) > 1), key=lambda group: group.members))


def as_words(text: str) -> str:
    """Gives what is compared: a text's words, whatever their case and what parts them; no half word of a stub."""
    end = max(0, len(text) - _END)
    return " ".join(_WORD.findall(text[:end] + _CUT_OFF.sub("", text[end:]))).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A text, and where it stands among those given: more than once if others have the same words."""

    numbers: Sequence[int]
    words: str
    runs: frozenset[int]
    own: frozenset[str]  # names and figures


@dataclass(frozen=True, slots=True)
class _Groups:
    """The groups so far, the fullest text of each first, and which of them have a run of words."""

    texts: list[list[_Text]] = field(default_factory=list)
    index: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, text: _Text) -> None:
        """Adds a text to the group that it belongs to, else as a group of its own."""
        home = self._home(text)
        if home is not None:
            self.texts[home].append(text)
            return
        for run in text.runs:
            if len(self.index[run]) <= _MOST:
                self.index[run].append(len(self.texts))
        self.texts.append([text])

    def _home(self, text: _Text) -> int | None:
        """Finds the group that shares most with a text, if that is enough; of equals the first."""
        telling = [groups for run in text.runs if len(groups := self.index.get(run, ())) <= _MOST]
        shared = Counter(joined.from_iterable(telling))
        best = max(shared, key=lambda group: (shared[group], -group), default=None)
        if best is None or len(text.runs) < _LEAST:
            return None
        return best if _is_copy(text, self.texts[best][0], shared[best], len(telling)) else None


def _is_copy(text: _Text, fullest: _Text, shared: int, telling: int) -> bool:
    """Tells whether enough of a text's telling runs are `shared` with a fuller one; of a short text, all."""
    if len(text.runs) < _FEWEST:
        return text.runs <= fullest.runs
    enough = shared >= CONTAINED * telling and telling >= CONTAINED * _FEWEST
    return enough and _tell_the_same(text, fullest)


def _distinct_texts(texts: Sequence[str]) -> Iterator[_Text]:
    """Take each text of the same words once; none of a text without any."""
    same: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        same[as_words(text)].append(number)
    for words, numbers in same.items():
        if words:
            yield _text_to_compare(numbers, words, min(texts[number] for number in numbers))


def _text_to_compare(numbers: Sequence[int], words: str, text: str) -> _Text:
    return _Text(numbers=numbers, words=words, runs=_runs_of_words(words.split()), own=_own(text))


def _tell_the_same(text: _Text, fullest: _Text) -> bool:
    return len(text.own.intersection(fullest.words.split())) >= CONTAINED * len(text.own)


def _runs_of_words(words: Sequence[str]) -> frozenset[int]:
    """Numbers the runs of five words; of fewer words, all of them as one."""
    starts = range(max(1, len(words) - _RUN + 1)) if words else ()
    return frozenset(crc32(" ".join(words[start : start + _RUN]).encode("utf-8", "surrogatepass")) for start in starts)


def _own(text: str) -> frozenset[str]:
    """Gives what is written with a figure, or never small: “The Third Army shelled 2 posts.” → third, army, 2."""
    words = _WORD.findall(text)
    small = frozenset(word for word in words if word.islower())
    return frozenset(word.casefold() for word in words if not word.islower()) - small

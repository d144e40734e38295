"""Copies: one article that was dropped twice, syndicated under another headline, cut or brought up to date.

Two texts are one article where at least `CONTAINED` of the shorter one's runs of five words stand in the
longer one.  Headline, dateline and what stood around the article may differ.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from ..model import Article, Fault

CONTAINED = 0.6
MEND = "nothing, if both are to have a page; else remove one of the two"

_RUN = 5  # words
_FEWEST = 30  # runs; of a shorter text all have to stand in the other: two notices of one kind share most of theirs
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles that are one: indices into what was given, in its order, and which of them has the fullest text."""

    members: tuple[int, ...]
    fullest: int


def group_copies(texts: Sequence[str]) -> tuple[Group, ...]:
    """The groups of two and more among `texts`, by their first members.

    One pass over an inverted index, runs of words → groups, so that its cost grows with the words that
    are given and not with their pairs.
    """
    index: defaultdict[int, list[int]] = defaultdict(list)
    groups: list[list[int]] = []
    sizes: list[int] = []  # runs of the fullest text of a group
    fullest: list[int] = []
    for number, text in enumerate(texts):
        runs = _runs(text)
        home = _home(runs, index, sizes)
        if home is None:
            home = len(groups)
            groups.append([])
            sizes.append(-1)
            fullest.append(number)
        groups[home].append(number)
        if len(runs) > sizes[home]:
            sizes[home], fullest[home] = len(runs), number
        for run in runs:
            if home not in index[run]:
                index[run].append(home)
    return tuple(
        Group(members=tuple(members), fullest=best)
        for members, best in zip(groups, fullest, strict=True)
        if len(members) > 1
    )


def copies(articles: Iterable[Article]) -> Iterator[Fault]:
    """A warning for each article that is another's copy, in their order; the fullest text of a group is none."""
    listed = list(articles)
    words = [" ".join(article.text.split()) for article in listed]
    groups = group_copies(words)
    originals = {one: group for group in groups for one in group.members}
    for number, group in sorted(originals.items()):
        if number != _original(group, words):
            yield _fault(listed, number, _original(group, words), words)


def _original(group: Group, words: Sequence[str]) -> int:
    """The first that has the fullest text."""
    return next(one for one in group.members if words[one] == words[group.fullest])


def _fault(articles: Sequence[Article], number: int, original: int, words: Sequence[str]) -> Fault:
    other = articles[original].seed.path
    same = words[number] == words[original]
    reason = (
        f"the same text, word for word, as {other}" if same else f"the same article as {other}, in other words or cut"
    )
    return Fault(path=articles[number].seed.path, reason=reason, mend=MEND, broken=False)


def _home(runs: frozenset[int], index: dict[int, list[int]], sizes: Sequence[int]) -> int | None:
    """The group that shares most with a text of these `runs`, if that is enough."""
    shared = Counter(group for run in runs for group in index.get(run, ()))
    best = max(shared, key=lambda group: (shared[group], -group), default=None)
    if best is None:
        return None
    shorter = min(len(runs), sizes[best])
    longer = max(len(runs), sizes[best])
    needed = CONTAINED * shorter if shorter >= _FEWEST else longer
    return best if shared[best] >= needed else None


def _runs(text: str) -> frozenset[int]:
    """The runs of five words of a text, each as a number; of a text with fewer words, the whole of it."""
    words = _WORD.findall(text.casefold())
    starts = range(max(1, len(words) - _RUN + 1)) if words else ()
    return frozenset(crc32(" ".join(words[start : start + _RUN]).encode("utf-8", "surrogatepass")) for start in starts)

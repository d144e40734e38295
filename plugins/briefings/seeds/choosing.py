"""Which lines of a dump are the article's body: a sum of line features, and the best run of lines.

The weights are in hundredths of a logit, set by hand after a logistic regression on two dumps each of
88 news pages: F1 of the body's four-word shingles is 93.6 and 90.9 in five-fold cross-validation of the
regression, 92.8 and 91.0 with these weights and all else that cleaning drops.  No feature is a word: a
footer in any wording looks like a footer.

Cleaning a cleaned text changes nothing.  That holds because a line's worth rests on its own words,
and what the other lines add to it (neighbours, repetition) only lowers it and is gone from the
cleaned text; and because the choice is an optimum, which stays one when all else is taken away.
"""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from math import isqrt

from .datelines import after_dateline
from .fields import is_metadata
from .lines import Line, ends_sentence, last_mark

Worth = tuple[int, int]  # of a choice: its sum, then the number of lines kept, so that a tie keeps more

_BIAS = -245
_WORD, _WORD_CAP = 9, 10  # each of the first ten words
_MORE, _MORE_CAP = 6, 20  # each of the next twenty
_SENTENCE = 160  # ends as a sentence does
_COLON = 150
_LOWER = 20  # times the share of words in lower case: menus Are Set Like This
_COMMA, _COMMA_CAP = 33, 3
_QUOTE = 70
_NEIGHBOUR, _NEIGHBOUR_CAP = -16, 6
_REPEATED = -40
_NEVER = -1_000_000
_GAP = 10_000  # what a stretch of furniture within the body costs
_SKIPPED = (6, 10)  # of the worth of each line in it: a long menu ends the body
_LONG = 20  # words; a body starts with a sentence or with a line longer than this
_MIN_LETTERS = 3  # "X", "•", "1 of 23"
_LABEL = 2  # words
_CALLED = """
aftermath; analysis; antecedentes; background; background facts; conclusion; conclusions; context; contexte; contexto;
criticism; fallout; fazit; hintergrund; history; key facts; key points; methodology; next steps; outlook; reaction;
reactions; response; responses; summary; timeline; what happened; what next
"""
_PARTS = frozenset(name.strip() for name in _CALLED.split(";"))  # of an article, in no need of being spoken of
_STEM = 5
_WORDS = re.compile(r"[^\W_]{4,}")
_ENDS_LABEL = ".!?…。！？।:,;"  # what ends otherwise is a speaker, a verse, a whole answer
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


def choose(lines: Sequence[Line]) -> tuple[int, ...]:
    """Indices of the lines that are the body, in order; none only where there are no lines."""
    texts = [after_dateline(line.text) for line in lines]
    alone = [_worth(text) for text in texts]
    times = Counter(texts)
    worth = [
        value + _pressed(line, times[text]) * _size(text) for line, text, value in zip(lines, texts, alone, strict=True)
    ]
    starts = [_can_start(text) for text in texts]
    # What is repeated and no sentence belongs to the page, not to the text.
    candidates = [i for i, text in enumerate(texts) if alone[i] > _NEVER and (starts[i] or times[text] == 1)]
    if any(worth[i] > 0 and starts[i] for i in candidates):
        kept = _best([worth[i] for i in candidates], [starts[i] for i in candidates])
        return _without_labels([candidates[i] for i in kept], texts)
    sentences = [i for i in candidates if starts[i] and alone[i] > 0]
    if not sentences:  # a poem, a list, a language without punctuation: the editor knows best
        return tuple(range(len(lines)))
    return (max(sentences, key=lambda i: (alone[i], -i)),)


def _worth(text: str) -> int:
    """What the line's own words say, weighted by the root of their number."""
    if len(_LETTER.findall(text, 0, 200)) < _MIN_LETTERS or is_metadata(text):
        return _NEVER
    words = text.split()
    count = _count(text)
    lower = sum(word.lstrip("“‘\"'([")[:1].islower() for word in words)
    return _size(text) * (
        _BIAS
        + _WORD * min(count, _WORD_CAP)
        + _MORE * min(max(count - _WORD_CAP, 0), _MORE_CAP)
        + _SENTENCE * ends_sentence(text)
        + _COLON * (last_mark(text) == ":")
        + _LOWER * lower // len(words)
        + _COMMA * min(text.count(","), _COMMA_CAP)
        + _QUOTE * any(mark in text for mark in '“”"')
    )


def _pressed(line: Line, times: int) -> int:
    """What the other lines take from it: it stands in a list, or is said twice."""
    return _NEIGHBOUR * min(line.neighbours, _NEIGHBOUR_CAP) + _REPEATED * (times > 1)


def _count(text: str) -> int:
    """Words; in scripts that write none apart, two characters are taken for one."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2


def _size(text: str) -> int:
    return isqrt(100 * _count(text))


def _is_quoted(text: str) -> bool:
    return any(mark in text for mark in '“”"')


def _can_start(text: str) -> bool:
    """A headline may end with a question mark; a first sentence ends with a full stop or is long."""
    return last_mark(text) in ".…:。।" or _count(text) > _LONG


def _without_labels(kept: Sequence[int], texts: Sequence[str]) -> tuple[int, ...]:
    """`kept` less the labels of the page: ``ADVERTISEMENT``, ``Read also``; a sub-heading is a part of the article.

    A label weighs against its stretch of lines in any case, so to drop it afterwards makes no other choice better.
    """
    said = {stem for i in kept if not _is_label(texts[i]) for stem in _stems(texts[i])}
    return tuple(i for i in kept if not _is_label(texts[i]) or _is_heading(texts[i], said))


def _is_label(text: str) -> bool:
    """One or two words that end as no sentence does and are nobody's speech."""
    return _count(text) <= _LABEL and last_mark(text) not in _ENDS_LABEL and not _is_quoted(text)


def _is_heading(text: str, said: AbstractSet[str]) -> bool:
    """``Hostage swap``: the article speaks of it; ``Background``: what articles call their parts."""
    return text.casefold() in _PARTS or not said.isdisjoint(_stems(text))


def _stems(text: str) -> set[str]:
    """Its words of four letters and more, by their first letters: ``dockers`` and ``dock's`` are alike."""
    return {word[:_STEM].casefold() for word in _WORDS.findall(text)}


def _best(worth: Sequence[int], starts: Sequence[bool]) -> list[int]:
    """Indices of the run with the greatest sum, less what its gaps cost.

    One pass: the best run that ends in line i and keeps it, and the best that leaves it out as part of a gap.
    """
    kept: Worth | None = None
    gap: Worth | None = None
    best: tuple[Worth, int] = ((0, 0), -1)
    steps: list[tuple[str, str]] = []
    for i, value in enumerate(worth):
        options = [(run, name) for run, name in ((kept, "kept"), (gap, "gap")) if run]
        gain = [((run[0] + value, run[1] + 1), name) for run, name in options]
        if starts[i]:
            gain.append(((value, 1), "start"))
        loss = -min(value, 0) * _SKIPPED[0] // _SKIPPED[1]
        leave = [((run[0] - loss - _GAP * (name == "kept"), run[1]), name) for run, name in options]
        kept, from_kept = max(gain, default=(None, ""))
        gap, from_gap = max(leave, default=(None, ""))
        steps.append((from_kept, from_gap))
        if kept and kept > best[0]:
            best = (kept, i)
    return _walk_back(steps, best[1])


def _walk_back(steps: Sequence[tuple[str, str]], last: int) -> list[int]:
    found: list[int] = []
    state = "kept"
    for i in range(last, -1, -1):
        if state == "kept":
            found.append(i)
        state = steps[i][state == "gap"]
        if state == "start":
            break
    return found[::-1]

"""Which lines of a dump are the article's body: a sum of line signs (weighing.py), and the best run of lines.

No sign is a word of a footer's: a footer in any wording looks like a footer.

Cleaning a cleaned text changes nothing.  That holds because a line's worth rests on its own words,
and what the other lines add to it (neighbours, repetition) only lowers it and is gone from the
cleaned text; and because the choice is an optimum, which stays one when all else is taken away.
"""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ..dating.datelines import after_dateline
from .fields import is_metadata
from .outlet_names import is_notice
from .text_lines import Line, last_mark
from .weighing import Signs, count_words, is_quoted, line_size, own_signs, pressing_signs, weigh, weights

Worth = tuple[int, int]  # of a choice: its sum, then the number of lines kept, so that a tie keeps more

_NEVER = -1_000_000
_GAP = 3_000  # what a stretch of furniture within the body costs
_SKIPPED = (8, 10)  # of the worth of each line in it: a long menu ends the body
_SHORT = -2_500  # worth of a sentence of a few words, which may end a body
_LONG = 20  # words; a body starts with a sentence or with a line longer than this
_LABEL = 2  # words
_WIDEST_LABEL = 100  # characters
_CALLED = """
aftermath; analysis; antecedentes; background; background facts; conclusion; conclusions; context; contexte; contexto;
criticism; fallout; fazit; hintergrund; history; key facts; key points; methodology; next steps; outlook; reaction;
reactions; response; responses; summary; timeline; what happened; what next
"""
_PARTS = frozenset(name.strip() for name in _CALLED.split(";"))  # of an article, in no need of being spoken of
_STEM = 5
_WORDS = re.compile(r"[^\W_]{4,}")
_ENDS_LABEL = ".!?…。！？।:,;"  # what ends otherwise is a speaker, a verse, a whole answer
_LETTERS = re.compile(r"(?:[^\W\d_][\W\d_]*){2}[^\W\d_]")  # three; "X", "•" and "1 of 23" have fewer


def choose(lines: Sequence[Line], learned: Signs | None = None) -> tuple[int, ...]:
    """Chooses the lines that are the body, as indices in order; none only where there are no lines.

    `learned` are other weights than those of the table.
    """
    learned = learned or weights()
    texts = [after_dateline(line.text) for line in lines]
    sizes = [line_size(text) for text in texts]
    alone = [
        _worth(text, own, learned) + _pressed(own, 0, said=again, learned=learned)
        for text, own, again in zip(texts, sizes, said_before(texts), strict=True)
    ]
    starts = [_can_start(text) for text in texts]
    times = Counter(texts)
    # What is repeated and no sentence belongs to the page, not to the text.
    candidates = [i for i, text in enumerate(texts) if alone[i] > _NEVER // 2 and (starts[i] or times[text] == 1)]
    sentences = [lines[i].neighbours > 0 for i in candidates if starts[i] and alone[i] > 0]
    apart = sum(sentences) <= len(sentences) // 2  # else its paragraphs touch, as all lines do in such a dump
    touched = [
        alone[i] + _pressed(sizes[i], lines[i].neighbours * apart, said=False, learned=learned) for i in candidates
    ]
    for worth in (touched, [alone[i] for i in candidates]):  # short sentences may all touch
        if any(value > 0 and starts[i] for i, value in zip(candidates, worth, strict=True)):
            kept = _best_run(worth, [starts[i] for i in candidates])
            whole = _with_end([candidates[i] for i in kept], alone, texts)
            return _without_labels(whole, texts)
    return tuple(range(len(lines)))  # a poem, a list, a language without punctuation: the editor knows best


def _with_end(kept: Sequence[int], alone: Sequence[int], texts: Sequence[str]) -> list[int]:
    """Adds to `kept` the short sentences that follow on it, ``Nobody was hurt.``; no line of the page parts them."""
    last = kept[-1] + 1
    while last < len(texts) and alone[last] > _SHORT and _can_start(texts[last]) and not is_notice(texts[last]):
        last += 1
    return [*kept, *range(kept[-1] + 1, last)]


def _worth(text: str, own: int, learned: Signs) -> int:
    """Weighs what the line's own words say, by its `own` size."""
    if not _LETTERS.search(text, 0, 200) or is_metadata(text):
        return _NEVER
    return own * weigh(own_signs(text), learned)


def said_before(texts: Sequence[str]) -> list[bool]:
    """Tells of each line whether one above it says the same: a sentence that is pulled out, a caption."""
    seen: set[str] = set()
    found: list[bool] = []
    for text in texts:
        found.append(text in seen)
        seen.add(text)
    return found


def _pressed(own: int, neighbours: int, *, said: bool, learned: Signs) -> int:
    """Weighs what the other lines take from a line's worth."""
    if not neighbours and not said:
        return 0
    return own * weigh(pressing_signs(neighbours, said=said), learned)


def _can_start(text: str) -> bool:
    """Tells whether a body may begin so: a headline may end with a question mark.

    A first sentence ends with a full stop or is long.
    """
    return last_mark(text) in ".…:。।" or (len(text) > _LONG and count_words(text) > _LONG)


def _without_labels(kept: Sequence[int], texts: Sequence[str]) -> tuple[int, ...]:
    """Drops the labels of the page: ``ADVERTISEMENT``, ``Read also``; a sub-heading is a part of the article.

    A label weighs against its stretch of lines in any case, so to drop it afterwards makes no other choice better.
    """
    labels = {i for i in kept if _is_label(texts[i])}
    if not labels:
        return tuple(kept)
    said = {stem for i in kept if i not in labels for stem in _stems(texts[i])}
    return tuple(i for i in kept if i not in labels or _is_heading(texts[i], said))


def _is_label(text: str) -> bool:
    """Tells whether a line is one or two words that end as no sentence does and are nobody's speech."""
    return (
        len(text) <= _WIDEST_LABEL
        and count_words(text) <= _LABEL
        and last_mark(text) not in _ENDS_LABEL
        and not is_quoted(text)
    )


def _is_heading(text: str, said: AbstractSet[str]) -> bool:
    """Tells whether the article speaks of it, ``Hostage swap``, or articles call their parts so: ``Background``."""
    return text.casefold() in _PARTS or not said.isdisjoint(_stems(text))


def _stems(text: str) -> set[str]:
    """Gives how its words of four letters and more begin: ``dockers`` and ``dock's`` are alike."""
    return {word[:_STEM].casefold() for word in _WORDS.findall(text)}


def _best_run(worth: Sequence[int], starts: Sequence[bool]) -> list[int]:
    """Finds the indices of the run with the greatest sum, less what its gaps cost.

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

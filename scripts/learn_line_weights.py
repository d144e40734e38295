"""Learn ``language/lexicon/line_weights.txt`` from dumps of news pages whose bodies are known.

    .venv/bin/python scripts/learn_line_weights.py FOLDER

FOLDER holds ``gold.json`` ({page: {"articleBody"}}) and dumps of the same pages, ``container/PAGE.txt`` and
``innertext/PAGE.txt``.  Only weights of signs leave it, no words.  Printed are the F1 of the bodies' four-word
shingles in five-fold cross-validation by page, then over all pages with the weights as written.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.language.learned_weights import EVERY
from briefings.seeds.cleaning.body_lines import choose, said_before
from briefings.seeds.cleaning.hidden_characters import scrub
from briefings.seeds.cleaning.text_lines import Line, read_lines
from briefings.seeds.cleaning.weighing import PERCENT, TABLE, Signs, count_words, own_signs, pressing_signs
from briefings.seeds.dating.datelines import after_dateline
from logistic import Course, Example, learn, write

KINDS = ("container", "innertext")
FOLDS = 5
COURSE = Course(ridge=3.0, steps=2000, rate=0.05, falling=True, free=("any line",))
SHIFT = -20  # hundredths of a logit off the first weight: a line of furniture costs more than a lost one
PAGE = 30.0  # what all lines of a dump weigh together, so that no long page counts for ten
SAME = 0.6  # share of a line's shingles that stand in the body, over which the line is a part of it
PRESSING = ("lines that touch it, up to six", "said before")
HEADER = """# How much each sign of a line of a dump (weighing.py) speaks for its being a part of the article's body.
#
# Hundredths of a logit, learned by scripts/learn_line_weights.py; below zero it speaks against it.
# Not to be edited by hand.
"""

Shingles = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """One dump of a page: its lines with their signs, which of them are body, and the body."""

    page: str
    kind: str
    lines: tuple[Line, ...]
    signs: tuple[Signs, ...]
    body: tuple[bool, ...]
    gold: Shingles


def main() -> None:
    """Read the dumps, cross-validate, write the table."""
    dumps = list(read_dumps(Path(sys.argv[1])))
    pages = sorted({dump.page for dump in dumps})
    folds = [set(pages[number::FOLDS]) for number in range(FOLDS)]
    held_back = [
        (dump, chosen)
        for fold in folds
        for dump, chosen in choices(
            learned_from([d for d in dumps if d.page not in fold]), [d for d in dumps if d.page in fold]
        )
    ]
    print("cross-validated", scores(held_back))
    learned = learned_from(dumps)
    write(TABLE, HEADER, {(sign, EVERY): f"{weight}" for sign, weight in learned.items()})
    print("as written", scores(choices(learned, dumps)))


def read_dumps(folder: Path) -> Iterator[Dump]:
    """Two dumps a page."""
    for page, known in sorted(json.loads((folder / "gold.json").read_text("utf-8")).items()):
        gold = shingles(known["articleBody"])
        whole = {" ".join(line.split()) for line in known["articleBody"].split("\n")}
        for kind in KINDS:
            lines = read_lines(scrub((folder / kind / f"{page}.txt").read_text("utf-8"))[0])
            texts = [after_dateline(line.text) for line in lines]
            yield Dump(
                page=page,
                kind=kind,
                lines=lines,
                signs=tuple(
                    {**own_signs(text), **pressing_signs(line.neighbours, said=said)}
                    for line, text, said in zip(lines, texts, said_before(texts), strict=True)
                ),
                body=tuple(is_body(line.text, gold, whole) for line in lines),
                gold=gold,
            )


def is_body(line: str, gold: Shingles, whole: set[str]) -> bool:
    """Whether most of the line stands in the body; a short one, whether it is one of its lines."""
    if len(re.findall(r"\w+", line)) < 4:
        return " ".join(line.split()) in whole
    own = shingles(line)
    return (own & gold).total() > SAME * own.total()


def learned_from(dumps: Sequence[Dump]) -> Signs:
    """Sign → weight in hundredths; every dump counts the same, in it every word."""
    examples = [
        Example(
            features=[((sign, EVERY), value / PERCENT) for sign, value in signs.items()],
            right=float(body),
            weight=share,
        )
        for dump in dumps
        for signs, body, share in zip(dump.signs, dump.body, word_shares(dump), strict=True)
    ]
    kept = [(sign, EVERY) for sign in dumps[0].signs[0]]
    found = {sign: round(100 * weight) for (sign, _), weight in learn(examples, kept, COURSE).items()}
    found["any line"] += SHIFT
    return {sign: min(weight, 0) if sign in PRESSING else weight for sign, weight in found.items()}


def word_shares(dump: Dump) -> list[float]:
    """What each line counts for in a dump."""
    words = [max(1, count_words(line.text)) for line in dump.lines]
    return [count * PAGE / sum(words) for count in words]


def choices(learned: Signs, dumps: Sequence[Dump]) -> list[tuple[Dump, tuple[int, ...]]]:
    """What would be chosen with these weights."""
    return [(dump, choose(dump.lines, learned)) for dump in dumps]


def scores(chosen: Sequence[tuple[Dump, tuple[int, ...]]]) -> dict[str, float]:
    """F1 in percent of mean precision and recall over pages, for each kind of dump."""
    found = {}
    for kind in KINDS:
        pairs = [
            (shingles("\n".join(dump.lines[i].text for i in kept)), dump.gold)
            for dump, kept in chosen
            if dump.kind == kind
        ]
        precision = sum((own & gold).total() / max(1, own.total()) for own, gold in pairs) / len(pairs)
        recall = sum((own & gold).total() / max(1, gold.total()) for own, gold in pairs) / len(pairs)
        found[kind] = round(200 * precision * recall / (precision + recall), 1)
    return found


def shingles(text: str) -> Shingles:
    """Its runs of four words."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


if __name__ == "__main__":
    main()

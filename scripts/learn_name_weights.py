"""Learn ``language/lexicon/name_weights.txt`` from annotated articles of other kinds than the news, and from verdicts.

    .venv/bin/python scripts/learn_name_weights.py TRAIN.json.gz [JUDGED.jsonl TEXTS]

TRAIN holds a list of {"doc", "text", "actors": [{"named": [{"span", "head"}]}], "neutral": [span]}.  Every name that
find_mentions sees is an example: one that shares characters with a gold name is an actor's, any
other is none, a neutral one is left out.

JUDGED holds a line {"file", "name", "right"} for each name that somebody read in an article and judged to be an
actor's or none; TEXTS is the folder in which the article stands as FILE.txt.  Both stay outside the project: only
weights of signs leave the house, no words.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import log
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.extraction.names.kinds import kinds_of
from briefings.extraction.names.mentions import find_mentions
from briefings.extraction.names.rejecting import TABLE, features
from briefings.extraction.names.signs import name_text, signs_of_names
from briefings.language.learned_weights import EVERY
from briefings.language.tree import Tree
from logistic import Course, Example, learn, write
from parsed import trees_of

MIN_USES = 12  # names that bear a sign, under which it is not weighed
COURSE = Course(ridge=3.0, steps=500, rate=0.05, free=("bias",))
HEADER = """# How much each sign of a name (extraction/names/) speaks for its being an actor's or a place's.
#
# Learned by scripts/learn_name_weights.py from texts of other kinds than the news, and from readers'
# verdicts on news: weights of a logistic regression, positive for an actor.  Not to be edited by hand.
"""


def main() -> None:
    """Read the training texts and the verdicts, learn, write the table."""
    train, *judged = sys.argv[1:]
    examples = [*_annotated(Path(train)), *(_judged(*map(Path, judged)) if judged else ())]
    uses = Counter(feature for example in examples for feature, _ in example.features)
    kept = sorted(feature for feature, count in uses.items() if count >= MIN_USES)
    weights = learn(examples, kept, COURSE)
    write(TABLE, HEADER, {feature: f"{weight:.2f}" for feature, weight in weights.items()})
    print(f"{len(examples)} names, {len(weights)} signs")


def _annotated(train: Path) -> Iterator[Example]:
    with gzip.open(train) as file:
        documents = json.load(file)
    for document, tree in zip(documents, trees_of(document["text"] for document in documents), strict=True):
        yield from _examples(tree, _gold_names(document, tree))


def _judged(judged: Path, texts: Path) -> Iterator[Example]:
    verdicts: dict[str, dict[str, float]] = defaultdict(dict)
    for line in judged.read_text("utf-8").splitlines():
        verdict = json.loads(line)
        verdicts[verdict["file"]][verdict["name"]] = float(verdict["right"])
    articles = {file: (texts / f"{file}.txt").read_text("utf-8") for file in sorted(verdicts)}
    for file, tree in zip(articles, trees_of(articles.values()), strict=True):
        yield from _examples(tree, verdicts[file])


def _gold_names(document: Mapping[str, Any], tree: Tree) -> dict[str, float]:
    """Maps each name of an annotated text to 1 where it is mostly an actor's, else to 0; neutral ones are left out."""
    gold = [tuple(mention["span"]) for actor in document["actors"] for mention in actor["named"]]
    neutral = [tuple(span) for span in document["neutral"]]
    ballots: dict[str, Counter[float]] = defaultdict(Counter)
    for name in find_mentions(tree):
        span = tree.span(name.first, name.last)
        is_actor = any(start < span.end and span.start < end for start, end in gold)
        if is_actor or not any(start < span.end and span.start < end for start, end in neutral):
            ballots[name_text(tree, name)][float(is_actor)] += 1
    return {text: max(ballot, key=lambda vote: (ballot[vote], vote)) for text, ballot in ballots.items()}


def _examples(tree: Tree, right: Mapping[str, float]) -> Iterator[Example]:
    """Gives the signs of those names of an article that are known to be right or wrong, as they are weighed."""
    evidence = signs_of_names(tree, find_mentions(tree))
    kinds, _ = kinds_of(tree, evidence)
    for text, kind in kinds.items():
        if kind is not None and text in right:
            signs = features(evidence[text], kind)
            yield Example(
                features=tuple(((sign, EVERY), value) for sign, value in signs.items()),
                right=right[text],
                weight=1 + log(evidence[text].count),
            )


if __name__ == "__main__":
    main()

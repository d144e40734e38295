"""Learn ``language/lexicon/name_weights.txt`` from annotated articles of other kinds than the news.

    .venv/bin/python scripts/learn_name_weights.py TRAIN.json.gz

TRAIN holds a list of {"doc", "text", "actors": [{"named": [{"span", "head"}]}], "neutral": [span]}.  Every name that
find_mentions sees is an example: one that shares characters with a gold name is an actor's, any
other is none, a neutral one is left out.  Only weights of signs leave the house, no words.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.extraction.names.mentions import find_mentions
from briefings.extraction.names.rejecting import TABLE, features
from briefings.extraction.names.signs import name_text, signs_of_names
from briefings.language.learned_weights import EVERY
from briefings.language.parsing import find_model, parse
from briefings.language.store import Store, parse_key
from briefings.language.tree import Tree
from briefings.model import Seed
from briefings.seeds.cleaning.cleaning import keep
from logistic import Course, Example, learn, write

MIN_USES = 12  # names that bear a sign, under which it is not weighed
COURSE = Course(ridge=3.0, steps=500, rate=0.05, free=("bias",))
HEADER = """# How much each sign of a name (extraction/names/signs.py) speaks for its being an actor's or a place's.
#
# Learned by scripts/learn_name_weights.py from texts of other kinds than the news: weights of a
# logistic regression, positive for an actor.  Not to be edited by hand.
"""


def main() -> None:
    """Read the training texts, learn, write the table."""
    with gzip.open(sys.argv[1]) as file:
        documents = json.load(file)
    examples = [
        example
        for document, tree in zip(documents, _trees(documents), strict=True)
        for example in _examples(document, tree)
    ]
    uses = Counter(feature for example in examples for feature, _ in example.features)
    kept = sorted(feature for feature, count in uses.items() if count >= MIN_USES)
    weights = learn(examples, kept, COURSE)
    write(TABLE, HEADER, {feature: f"{weight:.2f}" for feature, weight in weights.items()})
    print(f"{len(examples)} names, {len(weights)} signs")


def _trees(documents: Sequence[dict[str, Any]]) -> Iterator[Tree]:
    model, store = find_model(), Store(Path(".store"))
    articles = [keep(Seed(path=d["doc"], sha256="0" * 64, encoding="utf-8", raw=d["text"])) for d in documents]
    missing = [article for article in articles if store.get(parse_key(model.id, article), article) is None]
    for article, made in zip(missing, parse(model, missing), strict=True):
        store.put(parse_key(model.id, article), made)
    for article in articles:
        known = store.get(parse_key(model.id, article), article)
        if known is None:
            raise OSError(f"{store.folder}: a parse that was just made cannot be read")
        yield Tree(article.text, known)


def _examples(document: dict[str, Any], tree: Tree) -> Iterator[Example]:
    names = find_mentions(tree)
    evidence = signs_of_names(tree, names)
    gold = [tuple(mention["span"]) for actor in document["actors"] for mention in actor["named"]]
    neutral = [tuple(span) for span in document["neutral"]]
    ballots: dict[str, Counter[float]] = defaultdict(Counter)
    for name in names:
        span = tree.span(name.first, name.last)
        is_actor = any(start < span.end and span.start < end for start, end in gold)
        if is_actor or not any(start < span.end and span.start < end for start, end in neutral):
            ballots[name_text(tree, name)][float(is_actor)] += 1
    for text, ballot in ballots.items():
        signs = features(evidence[text])
        yield Example(
            features=tuple(((sign, EVERY), value) for sign, value in signs.items()),
            right=max(ballot, key=lambda vote: (ballot[vote], vote)),
            weight=1 + log(evidence[text].count),
        )


if __name__ == "__main__":
    main()

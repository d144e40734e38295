"""Learn ``language/lexicon/antecedent_weights.txt``: whom pronouns mean, from articles with their chains.

    .venv/bin/python scripts/learn_antecedent_weights.py GOLD.json …

GOLD (or .json.gz) holds a list of {"doc", "text", "actors": [{"key", "named": [{"span"}], "pron": [span]}]} and may
have starts of pronouns that are left out, "skipped".  Each he or she is a choice among the persons near it, and nobody.
What is said of a likelihood is learned from five folds.  Only weights of signs leave the house, no words.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.extraction.cast.antecedents import Pronoun, Signs
from briefings.extraction.cast.coreference import chain_mentions
from briefings.extraction.cast.drafts import Draft
from briefings.extraction.cast.pronouns import TABLE, Chosen, Stage, calibrating, likeliest_by
from briefings.extraction.cast.sightings import Seen
from briefings.extraction.names.mentions import find_mentions
from briefings.language.learned_weights import EVERY, score, shares
from briefings.language.tree import Tree
from briefings.language.words import Gender
from logistic import Course, Example, Feature, learn, write
from parsed import trees_of

MIN_USES = 8  # persons that bear a sign, under which it is not weighed
FOLDS = 5
NEWS = 3.0  # how much a choice in news or an interview counts, beside one in a biography
COURSE = Course(ridge=2.0, steps=400, rate=0.05, free=("nobody",))
HEADER = """# How much each sign of a person near he or she (extraction/cast/antecedents.py) speaks for its being meant.
#
# Learned by scripts/learn_antecedent_weights.py: weights of a choice among all near and nobody, in
# log-odds against each other.  Not to be edited by hand.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One he or she with the signs of those whom it may mean, nobody last, and who is right."""

    signs: Sequence[Signs]
    right: Sequence[float]
    named: Sequence[bool]
    known: bool | None  # whether the person meant is found by name at all; None where the text does not name them
    counts: float  # how much it counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What weights say of a choice."""

    likelihood: float
    right: bool
    named: bool
    known: bool | None
    counts: float


def main() -> None:
    """Read the gold, learn, write the table."""
    documents = [document for path in sys.argv[1:] for document in read(Path(path))]
    grown = list(trees_of(document["text"] for document in documents))
    taught = [choices_of(document, tree) for document, tree in zip(documents, grown, strict=True)]
    weights = weigh([choice for of_one in taught for choice in of_one])
    answers = [answer for of_one in in_folds(documents, grown, taught) for answer in of_one]
    weights |= calibration(answers)
    write(TABLE, HEADER, {feature: f"{weight:.2f}" for feature, weight in weights.items()})
    print(f"{len(answers)} pronouns, {len(weights)} signs")


def read(path: Path) -> list[dict[str, Any]]:
    """Read the documents of one file."""
    data = path.read_bytes()
    found: list[dict[str, Any]] = json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)
    return found


def weigh(choices: Sequence[Choice]) -> dict[Feature, float]:
    """Learn the weights of all signs that are borne often enough."""
    examples = [
        Example(
            features=[((sign, EVERY), value) for sign, value in signs],
            right=right,
            weight=choice.counts,
            choice=number,
        )
        for number, choice in enumerate(choices)
        for signs, right in zip(choice.signs, choice.right, strict=True)
    ]
    uses = Counter(feature for example in examples for feature, _ in example.features)
    return learn(examples, sorted(feature for feature, count in uses.items() if count >= MIN_USES), COURSE)


def in_folds(
    documents: Sequence[dict[str, Any]], grown: Sequence[Tree], taught: Sequence[Sequence[Choice]]
) -> list[list[Answer]]:
    """Answer each document by weights that were learned on four fifths of which it is not one, uncalibrated."""
    fold = [number % FOLDS for number in range(len(documents))]
    Random(FOLDS).shuffle(fold)  # noqa: S311
    found: list[list[Answer]] = [[] for _ in documents]
    for held in range(FOLDS):
        weights = weigh([c for number, of_one in enumerate(taught) if fold[number] != held for c in of_one])
        plain = {sign: weight for (sign, _), weight in weights.items()}
        for number in (number for number in range(len(documents)) if fold[number] == held):
            choices = choices_of(documents[number], grown[number], plain)
            found[number] = [answer_of(choice, plain) for choice in choices]
    return found


def answer_of(choice: Choice, weights: Mapping[str, float]) -> Answer:
    """Tell what weights say of a choice, were nobody no answer."""
    likely = shares([score(weights, signs) for signs in choice.signs])
    best = max(range(len(choice.named)), key=lambda number: likely[number])
    right = bool(choice.right[best])
    return Answer(
        likelihood=likely[best], right=right, named=choice.named[best], known=choice.known, counts=choice.counts
    )


def calibration(answers: Sequence[Answer]) -> dict[Feature, float]:
    """Learn what a likelihood is worth, from answers of which weights had not seen the documents."""
    examples = [
        Example(
            features=[((sign, EVERY), value) for sign, value in calibrating(answer.likelihood)],
            right=float(answer.right),
            weight=answer.counts,
        )
        for answer in answers
        if answer.named and answer.known is not False
    ]
    return learn(examples, [(sign, EVERY) for sign, _ in calibrating(0.5)], Course(ridge=0.0, steps=2000, rate=0.02))


def choices_of(document: dict[str, Any], tree: Tree, weights: Mapping[str, float] | None = None) -> list[Choice]:
    """Read the choices of a document, each pronoun before resolved as the gold says, or by `weights`."""
    oracle = Oracle(document, tree, weights)
    chain_mentions(tree, find_mentions(tree), oracle.choose)
    return oracle.choices


class Oracle:
    """Resolves pronouns as the gold says, or by weights, and notes each choice."""

    def __init__(self, document: dict[str, Any], tree: Tree, weights: Mapping[str, float] | None = None) -> None:
        self.tree, self.weights = tree, weights
        self.choices: list[Choice] = []
        self.meant = {span[0]: actor["key"] for actor in document["actors"] for span in actor["pron"]}
        self.skipped = frozenset(document.get("skipped", ()))
        self.counts = NEWS if document["doc"].startswith(("GUM_news", "GUM_interview")) else 1.0
        self._named = [(*m["span"], actor["key"]) for actor in document["actors"] for m in actor["named"]]
        self._keys: dict[str, str] = {}

    def key_of(self, draft: Draft) -> str:
        """Tell which gold actor most names of a draft are of; its own id where none."""
        if draft.id not in self._keys:
            spans = [mention.span for mention in draft.mentions if mention.form == "name"]
            found = Counter(k for s, e in spans for start, end, k in self._named if start < e and s < end)
            self._keys[draft.id] = max(found, key=lambda k: (found[k], k)) if found else f"id {draft.id}"
        return self._keys[draft.id]

    def choose(self, stage: Stage, pronoun: Pronoun, seen: Sequence[Seen], signs: Sequence[Signs]) -> Chosen | None:
        """Give whom the gold means, or the weights."""
        start = self.tree.tokens[pronoun.place.index].start
        key = self.meant.get(start)
        right = [float(key is not None and self.key_of(one.draft) == key) for one in seen]
        meant = next((one for one, fits in zip(seen, right, strict=True) if fits), None)
        if key is None:
            right = [float(not one.draft.named) for one in seen]
        if start not in self.skipped:
            self.choices.append(
                Choice(
                    signs=signs,
                    right=[*right, float(meant is None)],
                    named=[one.draft.named for one in seen],
                    known=None if key is None else self._is_known(stage, key, pronoun.gender),
                    counts=self.counts,
                )
            )
        if self.weights is not None:
            return likeliest_by(self.weights, seen, signs)
        return (meant, 1.0) if meant else None

    def _is_known(self, stage: Stage, key: str, gender: Gender) -> bool:
        """Tell whether some person of the text has the name of the one meant, and may be "he" or "she"."""
        spans = [(start, end) for start, end, k in self._named if k == key]
        return any(
            start < mention.span.end and mention.span.start < end
            for draft in stage.persons
            if draft.gender in {gender, ""}
            for mention in draft.mentions
            if mention.form == "name"
            for start, end in spans
        )


if __name__ == "__main__":
    main()

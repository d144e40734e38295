"""Learn ``language/lexicon/subject_weights.txt``: which word a verb without a subject of its own has it from.

    .venv/bin/python scripts/learn_subject_weights.py GOLD

GOLD/quotes/train.jsonl.gz as in learn_quote_weights.py.  Every verb among the annotated cues which the parse gives no
subject, or several, is learned from, where a source is annotated: a candidate is right where it heads words of it.
(Without one are mostly participles that go on, “…,” she said, *adding* …: whose they are is plain there, and not told.)
Printed are five folds by article: how many are right, and how many of each class of likelihood.
Only signs of structure and pronouns leave the house, no text and no names.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.extraction.grammar.clauses import is_passive
from briefings.extraction.predications.candidates import own_subject
from briefings.extraction.predications.subjects import ENOUGH, TABLE, Subjects, among_rivals, valued
from briefings.extraction.quotes.sources import source_span
from briefings.language.learned_weights import EVERY, likelihood
from briefings.language.tree import Tree
from learn_quote_weights import articles, words_in
from logistic import Course, Example, Feature, learn, write

FOLDS = 5
MIN_USES = 8  # candidates that bear a sign, under which it is not weighed
SMALL = 0.03  # weights nearer to 0 are left out
COURSE = Course(ridge=2.0, steps=150, rate=0.1, falling=True)
HEAD = """\
# How much each sign of a candidate (predications/subjects.py) speaks for its being the subject of a verb that has
# none of its own, in log-odds.
#
# Learned by scripts/learn_subject_weights.py over annotated sayings: signs of structure only.  Not to be edited by
# hand.
"""

Rival = tuple[Sequence[str], bool]  # its signs, and whether it is right
Question = tuple[int, list[Rival]]  # article, the candidates


def main(gold: Path) -> None:
    """Learn from GOLD's training articles, print how good it is and write the table."""
    asked = [one for number, (told, tree) in enumerate(articles(gold, "train")) for one in _asked(number, told, tree)]
    _print_folds(asked)
    weights = _learned_from(asked)
    write(TABLE, HEAD, {feature: f"{weight:.2f}" for feature, weight in weights.items() if abs(weight) >= SMALL})
    print(f"{len(asked)} verbs, {len(weights)} weights")


def _asked(number: int, told: Mapping[str, Any], tree: Tree) -> Iterator[Question]:
    """Gives the verbs of annotated cues that have no subject of their own."""
    subjects = tree.once(Subjects)
    for quote in told["quotes"]:
        meant = words_in(tree, quote["source"])
        verb = next((i for i in sorted(words_in(tree, quote["cue"])) if tree.tokens[i].pos == "VERB"), None)
        active = (
            verb is not None and not is_passive(tree, verb) and tree.tokens[verb].lemma not in {"accord", "according"}
        )
        if meant and active and own_subject(tree, verb) is None:
            rivals = [
                (signs, not meant.isdisjoint(words_in(tree, [source_span(tree, head)])))
                for head, _, signs in subjects.weighed(verb)
            ]
            yield number, rivals


def _learned_from(asked: Sequence[Question]) -> dict[Feature, float]:
    examples = [
        Example(features=[((sign, EVERY), 1.0) for sign in signs], right=float(right))
        for _, rivals in asked
        for signs, right in rivals
    ]
    uses = Counter(feature for example in examples for feature, _ in example.features)
    return learn(examples, sorted(feature for feature, count in uses.items() if count >= MIN_USES), COURSE)


def _print_folds(asked: Sequence[Question]) -> None:
    judged: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = {sign: w for (sign, _), w in _learned_from([q for q in asked if q[0] % FOLDS != fold]).items()}
        for number, rivals in asked:
            if number % FOLDS == fold:
                chances = among_rivals([likelihood(weights, valued(signs)) for signs, _ in rivals])
                rights = [right for _, right in rivals]
                judged.append(max(zip(chances, rights, strict=True), default=(0.0, False)))
    answered = [right for chance, right in judged if chance >= ENOUGH]
    print(f"{len(judged)} verbs, {len(answered)} answered, right {sum(answered) / len(answered):.3f}")
    for bound in range(10):
        within = [right for chance, right in judged if bound <= chance * 10 < bound + 1]
        if within:
            print(f"  likelihood .{bound}: {sum(within) / len(within):.2f} of {len(within)} right")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""How often he and she are given to the right person, on articles that the weights have not seen; exits 1 under a bar.

    .venv/bin/python benchmarks/antecedents.py GOLD.json …

GOLD as scripts/learn_antecedent_weights.py has it.  Five folds over all of its documents: the
weights are learned on four, and answer the fifth.  Right and answered are of the pronouns whose
person is found by name; "of all" counts as wrong those, too, that mean somebody without a name, or
whose person's name is lost, cut or taken for a place.
"""

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

from briefings.extraction.cast.pronouns import SURE, calibrating
from briefings.language.learned_weights import likelihood
from learn_antecedent_weights import Answer, calibration, choices_of, in_folds, read
from parsed import trees_of

RIGHT = 0.90
ANSWERED = 0.85
OFF = 0.05  # how far a likelihood may be from the share that is right, in a bin of MANY
MANY = 50
BINS = 10


def main(paths: Sequence[str]) -> int:
    """Print the figures of each file and of all; the bars hold for all."""
    files = [read(Path(path)) for path in paths]
    documents = [document for of_file in files for document in of_file]
    grown = list(trees_of(document["text"] for document in documents))
    taught = [choices_of(document, tree) for document, tree in zip(documents, grown, strict=True)]
    raw = in_folds(documents, grown, taught)
    worth = {sign: weight for (sign, _), weight in calibration([a for of_one in raw for a in of_one]).items()}
    answers = [
        [replace(answer, likelihood=likelihood(worth, calibrating(answer.likelihood))) for answer in of_one]
        for of_one in raw
    ]
    rest = iter(answers)
    for path, of_file in zip(paths, files, strict=True):
        _say(Path(path).name, [answer for _ in of_file for answer in next(rest)])
    return 0 if _say("all", [answer for of_one in answers for answer in of_one]) else 1


def _say(name: str, answers: Sequence[Answer]) -> bool:
    """Print the figures of some answers, and tell whether they are over their bars."""
    known = [answer for answer in answers if answer.known]
    given = [answer for answer in answers if answer.named and answer.likelihood >= SURE]
    found = [answer for answer in given if answer.known]
    right, answered = _share(found), len(found) / max(len(known), 1)
    print(f"{name}: {len(answers)} pronouns, {len(known)} of persons found by name")
    bars = f"{RIGHT:.0%} and {ANSWERED:.0%} or more"
    print(f"  right {right:.1%}, answered {answered:.1%} ({bars}); right of all {_share(given):.1%}")
    bins: dict[int, list[Answer]] = defaultdict(list)
    for answer in given:
        if answer.known is not False:
            bins[min(int(answer.likelihood * BINS), BINS - 1)].append(answer)
    good = right >= RIGHT and answered >= ANSWERED
    for _, held in sorted(bins.items()):
        said = sum(answer.likelihood for answer in held) / len(held)
        off = abs(said - _share(held))
        print(f"  said {said:.2f}, right {_share(held):.2f} of {len(held)}")
        good &= off <= OFF or len(held) < MANY
    return good


def _share(answers: Sequence[Answer]) -> float:
    return sum(answer.right for answer in answers) / max(len(answers), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

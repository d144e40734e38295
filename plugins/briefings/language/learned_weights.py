"""Linear models: how much each sign speaks for something, learned by the scripts that stand in ``scripts/``.

A model is a table ``lexicon/<name>_weights.txt``, a row a sign, with its weights and what each holds for:
``cue VBD | every 0.50; clause -0.20``.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp

from .lexicon import FOLDER, lexicon_rows, values

EVERY = "every"  # what holds for all; a model without constructions has nothing else

Weights = Mapping[str, Mapping[str, float]]  # construction → sign → weight


@cache
def learned(name: str) -> Weights:
    """Reads the weights of a model: each construction's, those of EVERY within them; empty where it has no table."""
    if not (FOLDER / f"{name}.txt").is_file():
        return {}
    cells = {(row["sign"], *cell.rpartition(" ")) for row in lexicon_rows(name) for cell in values(row["weights"])}
    return summed((sign, shape, float(weight)) for sign, shape, _, weight in cells)


def summed(rows: Iterable[tuple[str, str, float]]) -> Weights:
    """Gathers rows (sign, construction or EVERY, weight) by construction: what EVERY has is in each."""
    ordered = sorted(rows)
    found = {shape: {sign: weight for sign, of, weight in ordered if of == EVERY} for _, shape, _ in ordered}
    for sign, shape, weight in ordered:
        if shape != EVERY:
            found[shape][sign] = found[shape].get(sign, 0.0) + weight
    return found


def score(weights: Mapping[str, float], signs: Iterable[tuple[str, float]]) -> float:
    """Adds up what signs with their values weigh, in the unit of the weights; a sign without a weight says nothing."""
    return sum([weights.get(sign, 0.0) * value for sign, value in signs])


def likelihood(weights: Mapping[str, float], signs: Iterable[tuple[str, float]]) -> float:
    """Gives the probability, from 0 to 1, that signs with their values speak for; weights are in log-odds."""
    return 1 / (1 + exp(-score(weights, signs)))


def shares(scores: Sequence[float]) -> list[float]:
    """Gives the probability of each of several of whom one is right; scores are in log-odds against each other."""
    most = max(scores)
    grown = [exp(one - most) for one in scores]
    total = sum(grown)
    return [one / total for one in grown]

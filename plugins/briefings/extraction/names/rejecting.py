"""How likely a name is an actor's or a place's at all, and not a work's, a product's or a mere capital's.

A logistic regression over the signs of signs.py; its weights stand in ``lexicon/name_weights.txt``,
learned by ``scripts/learn_name_weights.py``.
"""

from math import log

from ...language import learned_weights
from ...model import ActorKind
from .signs import NameSigns

TABLE = "name_weights"
_EVER = ("speaks", "after a title", "beside a role", "in")
_SLIPS = frozenset({"small elsewhere"})  # what has its capital again and again has it on purpose
MOST_AGAIN = 2.0  # ln 7.4: more repetitions say no more


def likelihood_of_actor(evidence: NameSigns, kind: ActorKind) -> float:
    """Gives the probability, from 0 to 1, that a name of this evidence, taken for one of `kind`, is an actor's."""
    weights = learned_weights.learned(TABLE)[learned_weights.EVERY]
    return learned_weights.likelihood(weights, features(evidence, kind).items())


def features(evidence: NameSigns, kind: ActorKind) -> dict[str, float]:
    """Gives sign → value: 1 for those of the name's own words, the share of its places for those around it."""
    found = {
        "bias": 1.0,
        f"kind {kind}": 1.0,
        "again": min(log(evidence.count), MOST_AGAIN),
        "twice": float(evidence.count > 1),
    }
    found |= {f"own {sign}": 1.0 / evidence.count if sign in _SLIPS else 1.0 for sign in evidence.own}
    found |= {f"around {sign}": places / evidence.count for sign, places in evidence.around.items()}
    found |= {f"ever {sign}": 1.0 for sign in _EVER if evidence.around[sign]}
    return found

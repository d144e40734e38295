"""The types of measures: each a row, with all that the rules must know of it.

Who adds a type adds a row and goes through the traits, which of them it has; the rules ask `types_with`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..model import MeasureType, Status

Trait = Literal[
    # who and whom
    "mutual",  # both sides do it, whoever is named first: talks
    "between",  # between the same parties it is one act, in whatever words it is told: talks, a deal
    "one way",  # its two parties are no two sides of anything: a firm and the court that it asks
    "done to",  # the word after "of" names whom its noun is done to: the arrest of Ann Lee
    "at places",  # its target may be a place without being a state
    "to seats",  # what is said to a town is said to those who sit there: urged *Brussels*
    "on bodies",  # a body's name before its noun is the scene or subject of it: the *Arlen Airlines* bombing
    "in lists",  # comes in lists toward one and the same: "cut aid, froze accounts and closed the border"
    "needs doer",  # a passive that names none tells nothing: "the fund was set up"
    # what it is about
    "judging",  # speaks of another act, which its target has done: condemned *Moldor's* raid
    "no thing",  # what stands after its noun is not what it is done with: talks *on the border*
    "deed",  # has no other act for its contents: sacked Dorn, hours after the assembly adopted a law
    # how real it is
    "granted",  # may be asked for; to refuse it is an act of its own
    "harm",  # announced under "unless", it is a threat
    "force",  # to try is to do it
    "wrong",  # to say of somebody that he did it is to accuse him
    "call",  # is news in the present too: rights groups *accuse*
    "stance",  # who does it often only thinks well of something
    # its other tellings
    "by any word",  # "the request", "the attack" after any word for asking or attacking
    "blow",  # is answered: "retaliated"
    "in talks",  # is said in the course of talks, on their day
    "local",  # happens in a town too, and need be no state's
]


@dataclass(frozen=True, slots=True)
class TypeRow:
    """What the rules know of a type."""

    targets: tuple[str, ...]  # where a frame that names no target looks for it, by route or preposition
    about: tuple[str, ...]  # prepositions beside the object after which its instrument stands: accused *of fraud*
    traits: tuple[Trait, ...]
    status: Status | None = None  # its own, whatever is said around it; None: as it is told


TYPES: Mapping[MeasureType, TypeRow] = {
    "AGREE": TypeRow(
        ("with", "to", "inside"), ("on", "to"), ("mutual", "between", "to seats", "granted", "stance", "in talks")
    ),
    "CONSULT": TypeRow(
        ("obj", "with", "to"), (), ("mutual", "between", "at places", "no thing", "deed", "granted")
    ),
    "SUPPORT": TypeRow(
        ("obj", "to", "for"), (), ("one way", "needs doer", "judging", "granted", "stance", "in talks")
    ),
    "CONCEDE": TypeRow(("obj", "to", "for"), (), ("done to", "at places", "in lists", "granted")),
    "COOPERATE": TypeRow(("obj", "with", "to"), (), ("mutual", "in lists", "granted")),
    "AID": TypeRow(
        ("dative", "to", "for", "obj"), ("with",), ("one way", "done to", "at places", "in lists", "deed", "granted")
    ),
    "RETREAT": TypeRow(("from", "to"), (), ("done to", "at places", "granted", "harm")),
    "REQUEST": TypeRow(
        ("obj", "on", "to", "clause", "from"),
        ("for",),
        ("one way", "to seats", "judging", "call", "by any word", "in talks"),
        "demanded",
    ),
    "ACCUSE": TypeRow(
        ("obj", "against"),
        ("of", "with", "for", "over", "about"),
        ("to seats", "on bodies", "judging", "call", "in talks"),
    ),
    "REJECT": TypeRow(("obj", "from", "to", "inside"), (), ("judging", "harm", "in talks"), "rejected"),
    "THREATEN": TypeRow(
        ("obj", "against", "to", "inside"), ("with",), ("at places", "wrong", "call"), "threatened"
    ),
    "PROTEST": TypeRow(("against", "purpose"), ("over", "against"), ("no thing", "harm", "local")),
    "SANCTION": TypeRow(
        ("obj", "against", "on", "to", "from", "with"),
        ("of", "for", "over"),
        ("done to", "in lists", "deed", "harm", "wrong", "blow"),
    ),
    "MOBILIZE": TypeRow(("against",), (), ("done to", "at places", "deed", "harm")),
    "COERCE": TypeRow(
        ("obj", "from", "against", "on", "within"),
        (),
        ("done to", "at places", "on bodies", "in lists", "deed", "harm", "force", "wrong", "blow", "local"),
    ),
    "ASSAULT": TypeRow(
        ("obj", "on", "against", "at", "within"),
        ("with",),
        ("done to", "at places", "on bodies", "no thing", "deed", "harm", "force", "wrong", "by any word", "blow",
         "local"),
    ),
    "GOVERN": TypeRow((), (), ("one way", "needs doer", "deed")),
}  # fmt: skip


@cache
def types_with(trait: Trait) -> frozenset[MeasureType]:
    """Gives the types that have a trait: "mutual" → AGREE, CONSULT, COOPERATE."""
    return frozenset(kind for kind, row in TYPES.items() if trait in row.traits)

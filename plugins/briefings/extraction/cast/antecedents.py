"""Signs of whom a pronoun means: how each person whom it may mean stands to it.

Weights of them, learned by ``scripts/learn_antecedent_weights.py``, stand in ``lexicon/antecedent_weights.txt``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...language.tree import Tree
from ...language.words import Gender
from .sightings import OUTSIDE, Place, Seen

NOBODY = "nobody"
FAR = 4  # sentences, paragraphs, ranks: more say no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """A pronoun with what stands around it."""

    place: Place
    gender: Gender
    own: str  # "he", "his", "him", "himself": of both genders alike
    speaker: str | None  # id of the draft that speaks the quotation it stands in
    above: frozenset[int]  # tokens that govern it
    awaits: frozenset[str]  # ids of the subjects of the clauses that it is subordinate to, where they stand behind it
    before: "Meant | None"  # whom the last pronoun of its gender means, in quotations or outside of them as itself
    last_speaker: Seen | None
    of_another: bool  # it speaks a quotation that speaks of somebody of its gender: “He was great,” **he** said
    rival: int | None  # in how many sentences before it a person stands who is nobody's draft: "a man"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Whom a pronoun was found to mean."""

    one: Seen
    place: Place
    likelihood: float


Signs = list[tuple[str, float]]


def signs_of_choice(tree: Tree, pronoun: Pronoun, seen: Sequence[Seen]) -> list[Signs]:
    """Gives the signs of each of `seen`, the latest first, and last those of nobody."""
    most = max((one.names + one.count for one in seen), default=1)
    named = max((one.names for one in seen), default=1)
    signs = [
        [(sign, 1.0) for sign in _signs(tree, pronoun, one, rank)]
        + [(sign, pronoun.before.likelihood) for sign in _carried(pronoun, one) if pronoun.before]
        + [("share of all", (one.names + one.count) / max(most, 1))]
        + ([("named most", 1.0)] if one.names == named else [])
        for rank, one in enumerate(seen)
    ]
    return [*signs, [(sign, 1.0) for sign in _signs_of_nobody(pronoun, seen)]]


def _signs_of_nobody(pronoun: Pronoun, seen: Sequence[Seen]) -> Iterator[str]:
    here = pronoun.place
    yield NOBODY
    yield f"nobody of {min(len(seen), FAR)}"
    yield f"nobody {pronoun.own}"
    yield "nobody quoted" if here.region != OUTSIDE else "nobody told"
    if here.speaks and here.region == OUTSIDE:
        yield "nobody speaks"
    if pronoun.before is None:
        yield "nobody yet"
    if pronoun.rival is not None:
        yield f"nobody but a rival {pronoun.rival}"
    nearest = min((here.sentence - one.last.sentence for one in seen), default=FAR)
    yield f"nobody since {min(nearest, FAR)}"


def _signs(tree: Tree, pronoun: Pronoun, one: Seen, rank: int) -> Iterator[str]:
    yield from _of_distance(pronoun, one, rank)
    yield from _of_clauses(pronoun, one)
    yield from _of_binding(tree, pronoun, one)
    yield from _of_sayings(pronoun, one)
    yield from _of_person(pronoun, one)


def _of_distance(pronoun: Pronoun, one: Seen, rank: int) -> Iterator[str]:
    here, last = pronoun.place, one.last
    sentences = min(here.sentence - last.sentence, FAR)
    yield f"sentence {sentences}" if one.count else "ahead"
    if here.sentence - last.sentence > FAR + 3:
        yield "far off"
    yield f"paragraph {min(here.paragraph - last.paragraph, 3)}"
    yield f"rank {min(rank, FAR)}"
    if sentences == 0 and one.count:
        yield f"rank {min(rank, FAR)} of a sentence"


def _of_clauses(pronoun: Pronoun, one: Seen) -> Iterator[str]:
    here, last = pronoun.place, one.last
    near = ("here", "before", "far")[min(max(here.sentence - last.sentence, 0), 2)]
    yield f"{last.part} {near}"
    if near != "far":
        yield f"{here.part} of {last.part} {near}"
    if one.subject is not None and here.sentence - one.subject <= 1:
        yield f"subject {here.sentence - one.subject}"
    if one.first is not None and here.sentence - one.first <= 1:
        yield f"first subject {here.sentence - one.first}"
    yield f"by pronoun {near}" if one.by_pronoun else f"by name {near}"


def _of_binding(tree: Tree, pronoun: Pronoun, one: Seen) -> Iterator[str]:
    """Tells who cannot be, or must be: “Carver met **him**”: not Carver; “Carver praised **himself**”."""
    here, last = pronoun.place, one.last
    if one.draft.id in pronoun.awaits:
        yield f"awaited {pronoun.own}"
    if here.sentence != last.sentence:
        return
    if last.part == "subject" and last.verb != here.verb and last.verb in pronoun.above:
        yield f"subject above {pronoun.own}"
    if here.verb == last.verb and here.part != "owner":
        yield "itself of a verb" if pronoun.own == "himself" else "same verb"
    if here.part == "owner":
        yield from _of_owner(tree, pronoun, one)
    if tree.left[last.index] <= here.index < tree.right[last.index]:
        yield f"below itself {pronoun.own}"


def _of_owner(tree: Tree, pronoun: Pronoun, one: Seen) -> Iterator[str]:
    """Tells whether it owns what the person does something to: “Carver lost **her** seat”."""
    here, last = pronoun.place, one.last
    above = tree.tokens[here.verb]
    verb = tree.tokens[above.head].head if above.dep == "pobj" else above.head
    if last.part == "subject" and last.verb == verb:
        yield "owner of object" if one.count else "owner before"
    if last.index == here.verb:
        yield "owner of itself"


def _of_sayings(pronoun: Pronoun, one: Seen) -> Iterator[str]:
    quoted = pronoun.place.region != OUTSIDE
    yield from _in_quotation(pronoun, one) if quoted else _outside_of_it(pronoun, one)
    speaks = pronoun.place.speaks and not quoted
    if one.spoke is not None:
        yield from _of_speaker(pronoun, one, one.spoke, speaks=speaks)
    if speaks:
        yield from _of_speaking(pronoun, one)


def _in_quotation(pronoun: Pronoun, one: Seen) -> Iterator[str]:
    """Tells how a person stands to a quotation that speaks of somebody as "he": hardly as its speaker."""
    region = one.last.region
    if region == pronoun.place.region:
        yield "in one quotation"
    else:
        yield "in another" if region != OUTSIDE else "told before a quotation"
    if pronoun.speaker is not None:
        yield "speaks it himself" if pronoun.speaker == one.draft.id else "another speaks it"


def _outside_of_it(pronoun: Pronoun, one: Seen) -> Iterator[str]:
    """Tells whether a person was named in a quotation: such are hardly meant outside of it."""
    if one.last.region != OUTSIDE:
        yield "spoken of" if one.last.paragraph == pronoun.place.paragraph else "spoken of before"
        if one.outside is None:
            yield "only spoken of"


def _of_speaker(pronoun: Pronoun, one: Seen, spoke: Place, *, speaks: bool) -> Iterator[str]:
    if one is not pronoun.last_speaker:
        yield "spoke once"
        if speaks:
            yield "spoke once speaks"
        return
    far = min(pronoun.place.paragraph - spoke.paragraph, 3)
    yield f"last speaker {far} {'quoted' if pronoun.place.region != OUTSIDE else 'told'}"
    if speaks:
        yield f"last speaker speaks {far}"


def _of_speaking(pronoun: Pronoun, one: Seen) -> Iterator[str]:
    here, last = pronoun.place, one.last
    yield f"speaks {last.part}"
    if pronoun.of_another:
        yield f"speaks of another {last.part}"
        if one is pronoun.last_speaker:
            yield "speaks of another again"
    if one.outside is None or (last.region != OUTSIDE and here.paragraph == last.paragraph):
        yield "speaks spoken of"
    if one.outside is not None and one.outside.paragraph == here.paragraph and one.outside.part == "subject":
        yield "speaks subject of paragraph"


def _carried(pronoun: Pronoun, one: Seen) -> Iterator[str]:
    """Tells whether the pronoun before meant the same person: “**He** left. **He** waved”."""
    if pronoun.before is None:
        return
    here, there = pronoun.place, pronoun.before.place
    same = "same" if one is pronoun.before.one else "other"
    apart = min(here.sentence - there.sentence, 3)
    yield f"{same} {apart}"
    if not apart:
        yield f"{same} {pronoun.own}"
        if here.verb == there.verb and here.part != "owner":
            yield f"{same} of a verb"
    if here.region != OUTSIDE:
        yield f"{same} in {'one quotation' if here.region == there.region else 'another'}"
    yield f"{same} {here.part} of {there.part}"


def _of_person(pronoun: Pronoun, one: Seen) -> Iterator[str]:
    here = pronoun.place
    yield "gender told" if one.draft.gender else "gender of pronoun" if one.gender else "gender unknown"
    if pronoun.rival is not None:
        nearer = here.sentence - one.last.sentence > pronoun.rival
        yield f"rival {pronoun.rival} {'nearer' if nearer else 'as near'}"
    if one.number == 0:
        yield "first person"
    if one.count == 1:
        yield "new"
    if not one.draft.named:
        yield "unnamed"
        yield f"unnamed {min(here.sentence - one.last.sentence, 2)}"
    elif one.draft.confidence < 0.5:
        yield "hardly a person"

"""What strong words mean that are aimed at words, plans, ills, animals or rivals: no violence, often no act at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from ...language.lexicon import lexicon_rows, values
from ...language.measure_frames import listed_lemma, nouns_of
from ...language.tables import kind_of_body
from ...model import Chain, MeasureType
from ..grammar.clauses import after
from ..grammar.nouns import with_contents
from ..predications.links import patient
from .arguments import Actors
from .triggers import Trigger

Becomes = MeasureType | Literal["none"]

NOTHING: Literal["none"] = "none"  # no measure
CIVIL, CRITIC, ANTI, NOBODY = "civil", "critic", "anti", "nobody"
_TOWARD = ("at", "on", "upon", "against", "for", "to", "over", "with", "in", "by")
_AFTER_VERB = frozenset({"back", "out", "down", "up"})
# Bodies that have no other weapons than words.
_CIVIL_BODIES = frozenset({"party", "media", "ngo", "court", "legislature", "bank", "ministry", "sport"})
_CIVIL_WORDS = frozenset({
    "Party", "Union", "Council", "Senate", "Committee", "Congress", "Parliament", "Ministry", "Times", "Post", "News",
    "Bank", "University", "Association", "Society", "Institute", "Foundation",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A row of ``senses.txt`` for one of its words."""

    type: str
    at: tuple[str, ...]
    by: str
    becomes: Becomes


def sense_of(actors: Actors, trigger: Trigger, initiators: Sequence[str], targets: Sequence[str]) -> Becomes | None:
    """Finds that *Ann Lee launched an attack on spending plans* accuses; None where the words mean what they say."""
    for sense in _senses_of_trigger(actors, trigger):
        by = sense.by != CIVIL or (bool(initiators) and all(_is_civil(actors.cast.get(one)) for one in initiators))
        if (
            sense.type == trigger.type
            and by
            and (not sense.at or any(_is_aimed_at(actors, trigger, aim, targets) for aim in sense.at))
        ):
            return sense.becomes
    return None


def _senses_of_trigger(actors: Actors, trigger: Trigger) -> Iterator[Sense]:
    tree, known = actors.tree, senses()
    if trigger.noun is not None:
        yield from known.get(tree.tokens[trigger.noun].lemma, ())
        return
    if trigger.verb is None:
        return
    lemma = listed_lemma(tree.tokens[trigger.verb].lemma)
    following = tree.tokens[trigger.verb + 1].text.lower() if trigger.verb + 1 < len(tree.tokens) else ""
    yield from known.get(f"{lemma} {following}" if following in _AFTER_VERB else lemma, ())


def _is_aimed_at(actors: Actors, trigger: Trigger, aim: str, targets: Sequence[str]) -> bool:
    if aim == CIVIL:
        return bool(targets) and all(_is_civil(actors.cast.get(one)) for one in targets)
    if aim == NOBODY:
        return not targets
    heads = [noun for head in _aims(actors, trigger) for noun in with_contents(actors.tree, head)]
    lemmas = [actors.tree.tokens[head].lemma for head in heads]
    if aim == CRITIC:
        return any(lemma in nouns_of("official") or lemma in {"critic", "opponent", "rival"} for lemma in lemmas)
    if aim == ANTI:
        return any(_has_anti(actors, head) for head in heads)
    return any(lemma in nouns_of(aim[1:]) if aim.startswith("#") else lemma == aim for lemma in lemmas)


def _has_anti(actors: Actors, noun: int) -> bool:
    """Tells whether a noun has an "anti": the *anti-Moldoran* clauses."""
    tree = actors.tree
    return any(tree.tokens[index].text.lower().startswith("anti") for index in range(tree.left[noun], noun))


def _aims(actors: Actors, trigger: Trigger) -> Iterator[int]:
    """Finds the heads of what the words are aimed at or done with: the object, what stands after "on", "at", "with"."""
    tree = actors.tree
    places = [place for place in (trigger.noun, trigger.verb) if place is not None]
    if trigger.verb is not None and trigger.noun is None:
        done_to = patient(tree, trigger.verb)
        places += [done_to] if done_to is not None else []
        yield from (part for part in (tree.conjuncts(done_to) if done_to is not None else ()))
    for place in places:
        for head in after(tree, place, *_TOWARD):
            yield from tree.conjuncts(head)


def _is_civil(chain: Chain) -> bool:
    """Tells whether one is a named person, a party, a paper: nobody who is armed, no state, no crowd."""
    if chain.kind == "person":
        return chain.named
    kind = kind_of_body(chain.name)
    return chain.kind == "organisation" and (
        kind in _CIVIL_BODIES or (not kind and chain.name.split()[-1] in _CIVIL_WORDS)
    )


@cache
def senses() -> Mapping[str, tuple[Sense, ...]]:
    """Gives the rows of each word, in the order of the table."""
    found: dict[str, list[Sense]] = {}
    for row in lexicon_rows("senses"):
        sense = Sense(type=row["type"], at=values(row["at"]), by=row["by"], becomes=cast("Becomes", row["becomes"]))
        for word in values(row["word"]):
            found.setdefault(word, []).append(sense)
    return {word: tuple(rows) for word, rows in found.items()}

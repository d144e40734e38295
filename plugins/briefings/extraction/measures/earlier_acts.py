"""What the acts told just before say of this one: "the two sides", "the attack", who answers whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...language.measure_frames import nouns_of
from ...language.measure_types import types_with
from ...language.tree import Tree
from ...model import ActorKind, MeasureType
from ..grammar.clauses import is_passive
from ..predications.links import patient
from .arguments import Actors
from .statuses import Verdict
from .tellings import ToldAct
from .triggers import Trigger

BACK = 4  # tellings back in which "the two sides" and the doer of a passive are looked for
TWO = 2
FAR_BACK = 12  # tellings back in which what an answer answers is looked for: attack and counter-attack
_SIDES = frozenset({"side", "country", "nation", "government", "leader", "minister", "president", "party", "state"})
_KINDS: Mapping[str, tuple[ActorKind, ...]] = {
    **dict.fromkeys(("country", "nation", "state", "government"), ("state",)),
    **dict.fromkeys(("minister", "leader", "president"), ("person",)),
}
_FROM_NAMES = frozenset({"they", "both", "two"})
_ANSWERS = frozenset({"retaliate", "respond", "counterattack"})
_DENIALS = frozenset({"deny", "reject", "dismiss", "refute", "denial", "rejection"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


def meant_by_pronoun(
    actors: Actors, trigger: Trigger, initiators: tuple[str, ...], before: Sequence[ToldAct]
) -> tuple[str, ...]:
    """Finds whom the same doer's act just before was done to: fined two banks, accusing *them* of fraud."""
    done_to = None if trigger.verb is None or trigger.noun is not None else patient(actors.tree, trigger.verb)
    last = before[-1] if before else None
    if done_to is None or last is None or not initiators or last.initiators != initiators:
        return ()
    targets = [actors.cast.get(chain) for chain in last.targets]
    if last.sentence != actors.tree.sentence_span(done_to) or not targets:
        return ()
    several = len(targets) > 1 or targets[0].kind == "group"
    match actors.tree.tokens[done_to].text.lower():
        case "them":
            fits = several or targets[0].kind == "organisation"
        case "him" | "her":
            fits = not several and targets[0].kind == "person"
        case "it":
            fits = not several and targets[0].kind != "person"
        case _:
            fits = False
    return last.targets if fits else ()


def names_both_sides(tree: Tree, head: int) -> bool:
    """Tells whether a noun means two: *the two sides*, *both countries*, *they*; not *EU leaders*."""
    token = tree.tokens[head]
    if token.lemma in _FROM_NAMES:
        return True
    whose = any(tree.tokens[c].pos == "PROPN" for c in tree.all_children(head, "compound", "poss", "nmod", "amod"))
    return token.lemma in _SIDES and token.tag == "NNS" and not whose


def both_sides(actors: Actors, head: int, before: Sequence[ToldAct]) -> tuple[str, ...]:
    """Gives the two parties that the measures just before were about, if they were two of the kind that is meant."""
    lemma = actors.tree.tokens[head].lemma
    kinds = _KINDS.get(lemma, ("state", "person", "organisation"))
    tellings = [d for d in before[-BACK:] if lemma != "they" or d.type in types_with("mutual")]
    parties = [tuple(dict.fromkeys((*d.initiators, *d.targets))) for d in reversed(tellings)]
    together = tuple(dict.fromkeys(p for some in parties for p in some))
    fitting = (_alike(actors, _named_of_kinds(actors, some, kinds)) for some in (*parties, together))
    return next((some for some in fitting if len(some) == 2), ()) or (
        two_sides(actors, head, before) if lemma != "they" else ()
    )


def says_both_sides(actors: Actors, head: int) -> bool:
    """Tells whether a noun means two whom its words do not tell: *both sides*; not *two ministers*, *all parties*."""
    tree = actors.tree
    if actors.cast.several(head):
        return False
    words = {tree.tokens[c].lemma for c in tree.all_children(head, "det", "nummod", "predet")}
    return names_both_sides(tree, head) and ("both" in words or words >= {"the", "two"})


def two_sides(actors: Actors, head: int, before: Sequence[ToldAct]) -> tuple[str, ...]:
    """Gives the two sides of one act told before, else the only two states that the acts before were about."""
    kinds = _KINDS.get(actors.tree.tokens[head].lemma, ("state", "person", "organisation"))
    opposed = [telling for telling in before if telling.type not in types_with("one way")]
    told = (_named_of_kinds(actors, dict.fromkeys((*d.initiators, *d.targets)), kinds) for d in reversed(opposed))
    pairs = (_alike(actors, some) for some in told)
    states = _named_of_kinds(actors, dict.fromkeys(p for d in before for p in (*d.initiators, *d.targets)), ("state",))
    return next((pair for pair in pairs if len(pair) == 2), states if len(states) == 2 else ())


def sides_just_met(tree: Tree, head: int, before: Sequence[ToldAct]) -> tuple[str, ...]:
    """Finds those of the talks in the same sentence, named or not: Lee met her counterpart and *the two* agreed."""
    last = before[-1] if before else None
    if last is None or last.type not in types_with("mutual") or last.sentence != tree.sentence_span(head):
        return ()
    parties = tuple(dict.fromkeys((*last.initiators, *last.targets)))
    return parties if len(parties) == TWO else ()


def _alike(actors: Actors, chains: tuple[str, ...]) -> tuple[str, ...]:
    """Gives two that may be called one thing: two states, two persons; not a person and a body."""
    return chains if len({actors.cast.get(chain).kind for chain in chains}) == 1 else ()


def _named_of_kinds(actors: Actors, chains: Iterable[str], kinds: Sequence[ActorKind]) -> tuple[str, ...]:
    return tuple(c for c in chains if actors.cast.get(c).named and actors.cast.get(c).kind in kinds)


def act_meant_again(
    actors: Actors, trigger: Trigger, initiators: tuple[str, ...], before: Sequence[ToldAct]
) -> ToldAct | None:
    """Finds the act that *the attack* means: the attack told last, of whatever kind; one by the same doer before it."""
    tree = actors.tree
    if trigger.noun is None or not any(
        tree.tokens[c].lemma in _DEFINITE for c in tree.all_children(trigger.noun, "det")
    ):
        return None
    word = tree.tokens[trigger.noun].lemma
    kinds = {trigger.type} & types_with("by any word")
    told = [d for d in reversed(before[-FAR_BACK:]) if d.targets and (d.word == word or d.type in kinds)]
    return next((d for d in told if actors.cast.share(d.initiators, initiators)), next(iter(told), None))


def side_answered(
    actors: Actors, trigger: Trigger, initiators: tuple[str, ...], before: Sequence[ToldAct]
) -> tuple[str, ...]:
    """Finds who made what is answered: denied *the allegations*, *retaliated*."""
    tree = actors.tree
    word = tree.tokens[trigger.head].lemma
    if trigger.type == "REJECT" and word in _DENIALS and trigger.verb is not None:
        done_to = patient(tree, trigger.verb)
        if done_to is not None and tree.tokens[done_to].lemma in nouns_of("accusation"):
            return _last_against(initiators, before, frozenset({"ACCUSE"}))
    if word in _ANSWERS:
        return _last_against(initiators, before, types_with("blow"))
    return ()


def _last_against(party: tuple[str, ...], before: Sequence[ToldAct], kinds: frozenset[MeasureType]) -> tuple[str, ...]:
    """Tells who last did an act of these kinds to `party`; of one that went both ways, the other side."""
    for telling in reversed(before[-FAR_BACK:]):
        if telling.type in kinds and telling.named and not set(telling.targets).isdisjoint(party):
            return tuple(i for i in telling.initiators if i not in party)
    return ()


def like_act_before(
    actors: Actors, trigger: Trigger, verdict: Verdict, targets: tuple[str, ...], before: Sequence[ToldAct]
) -> ToldAct | None:
    """Finds a telling of a like act, done to the same one, for a passive that leaves out its doer."""
    if trigger.verb is None or not is_passive(actors.tree, trigger.verb) or verdict.status != "taken":
        return None
    for back, telling in enumerate(reversed(before)):
        alike = telling.type == verdict.type and telling.status == "taken" and len(telling.initiators) == 1
        just_told = not targets and not back and _is_thing(actors.tree, trigger.verb)
        if alike and (just_told or actors.cast.share(targets, telling.targets)):
            return telling
    return None


def _is_thing(tree: Tree, verb: int) -> bool:
    """Tells whether the act is done to a thing: *air links* were cut as well; not *a third* was acquitted."""
    done_to = patient(tree, verb)
    return done_to is not None and tree.child(done_to, "amod", "compound", "prep") is not None


def with_shared_targets(tellings: Sequence[ToldAct]) -> Iterator[ToldAct]:
    """Gives acts of one kind in one sentence by one actor the target that only one of them names."""
    named = {(d.sentence, d.type, d.initiators): d.targets for d in tellings if d.targets_named and d.initiators}
    last: tuple[ToldAct, ...] = ()
    for telling in tellings:
        found = telling
        if telling.type in types_with("in lists") and not telling.targets:
            common = named.get((telling.sentence, telling.type, telling.initiators), ())
            found = replace(telling, targets=common, targets_named=bool(common))
        if found.inherited and last and not found.targets and last[0].targets_named and last[0].type == found.type:
            found = replace(found, targets=last[0].targets, targets_named=True)
        last = (found,)
        yield found

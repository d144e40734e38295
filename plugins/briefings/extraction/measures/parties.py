"""Who does an act and to whom: from its own clause, else from the acts told just before."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...language.measure_frames import nouns_of
from ...language.measure_types import TYPES, types_with
from ...language.tables import state_of_capital
from ...language.tree import Tree
from ...language.words import bodies
from ...model import MeasureType, Status
from ..grammar.clauses import complements, is_several, is_state
from ..grammar.owners import owner_heads
from ..predications.links import doer, patient, subject
from .arguments import Actors, Ties
from .earlier_acts import (
    BACK,
    act_meant_again,
    both_sides,
    like_act_before,
    meant_by_pronoun,
    names_both_sides,
    says_both_sides,
    side_answered,
    sides_just_met,
    two_sides,
)
from .senses import NOTHING, sense_of
from .statuses import Verdict
from .targets import target_heads
from .tellings import ToldAct
from .triggers import Trigger

_BOTH_WAYS = frozenset({"exchange", "clash", "trade", "swap"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The two sides of an act, and its type where the act told before corrects it."""

    type: MeasureType
    status: Status
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    inherited: bool  # who did it stands in the telling before
    again: bool  # the act itself is one that was told before
    is_act: bool  # its words mean what they say, or another act: nobody is hurt who battles a disease


def parties_of(actors: Actors, trigger: Trigger, verdict: Verdict, before: Sequence[ToldAct]) -> Parties:
    """Gives the sides that the clause names; where it leaves one out, the one that a telling in `before` gives."""
    initiators = _initiators(actors, trigger, verdict, before)
    initiators = () if _is_speaker_in_his_words(actors, trigger, initiators) else initiators
    targets = _targets_of_act(actors, trigger, initiators, before)
    told = act_meant_again(actors, trigger, initiators, before)
    kind = told.type if told is not None and verdict.type == trigger.type else verdict.type
    sense = sense_of(actors, trigger, initiators, targets)
    kind = sense if sense is not None and sense != NOTHING else kind
    if not targets:
        earlier = told.targets if told is not None else side_answered(actors, trigger, initiators, before)
        targets = tuple(t for t in earlier if t not in initiators)
    passive = None if initiators else like_act_before(actors, trigger, verdict, targets, before[-BACK:])
    if passive is not None:
        initiators = passive.initiators
        targets = targets or (passive.targets if passive.targets_named else ())
    if not targets and len(initiators) > 1 and verdict.status != "proposed" and _is_mutual(actors.tree, trigger):
        targets = initiators
    return Parties(
        type=kind,
        status=(TYPES[kind].status if sense else None) or verdict.status,
        initiators=initiators,
        targets=targets,
        inherited=passive is not None,
        again=told is not None,
        is_act=sense != NOTHING,
    )


# ------------------------------------------------------------------ in the clause
def _initiators(actors: Actors, trigger: Trigger, verdict: Verdict, before: Sequence[ToldAct]) -> tuple[str, ...]:
    """Finds who acts: *Ruvania* expelled …, was expelled by *Ruvania*, *Ruvania's* attack; both of "the two sides"."""
    tree = actors.tree
    if trigger.verb is None:
        return actors.at(_nearest_doers(tree, _doers(actors, trigger)))
    head = subject(tree, trigger.verb) if is_state(tree, trigger.verb) else doer(tree, trigger.verb)
    found = actors.at([head])
    if head is not None and not any(actors.cast.get(chain).named for chain in found):
        if verdict.speaker is not None and _means_speaker(actors, head, verdict.speaker, known=bool(found)):
            return actors.at([verdict.speaker])
        if names_both_sides(tree, head):
            found = sides_just_met(tree, head, before) or both_sides(actors, head, before) or found
        elif verdict.speaker is not None:
            found = actors.body_of(head, verdict.speaker) or found
    if trigger.type == "MOBILIZE" and head is None:  # "the army of Ruvania was put on alert"
        return _ordered(actors, patient(tree, trigger.verb))
    if trigger.type == "SUPPORT" and trigger.noun is not None and found:  # "he voiced Ruvania's support for …"
        found += tuple(o for o in actors.at(tree.all_children(trigger.noun, "poss")) if o not in found)
    return found


def _is_speaker_in_his_words(actors: Actors, trigger: Trigger, found: Sequence[str]) -> bool:
    """Tells whether a speaker is taken for somebody of whom he speaks: “*He* shelled the port,” Ann Lee said."""
    head = doer(actors.tree, trigger.verb) if trigger.verb is not None else None
    quote = actors.quote(head) if head is not None else None
    if head is None or quote is None or quote.kind != "direct" or not found:
        return False
    return actors.tree.tokens[head].lemma in {"he", "she", "they"} and {*found} <= {*quote.source.actors}


def _ordered(actors: Actors, force: int | None) -> tuple[str, ...]:
    """Finds who has moved forces, else the forces themselves: *Ruvania's* army was put on alert."""
    found = actors.at([force], owners="things")
    if force is None or any(actors.cast.get(chain).named for chain in found):
        return found
    owners = tuple(o for o in actors.owners(force) if actors.cast.get(o).named)
    return owners or found


def _is_speaker(actors: Actors, pronoun: int, speaker: int) -> bool:
    """Tells whether a pronoun means the speaker: *Ruvania said it would …*; not Ann Lee said *they* would …."""
    if pronoun < speaker:
        return False  # "They agreed to meet, the ministry said."
    one = any(actors.cast.get(chain).kind == "person" for chain in actors.at([speaker]))
    match actors.tree.tokens[pronoun].lemma:
        case "he" | "she":
            return one
        case "it":
            return not one
        case "they":
            return not one or is_several(actors.tree, speaker)
    return False


def _means_speaker(actors: Actors, head: int, speaker: int, *, known: bool) -> bool:
    """Tells whether a doer is the speaker or his force: Ruvania said *it* would …, said *its troops* had …."""
    return _is_force_of(actors, head, speaker) or (not known and _is_speaker(actors, head, speaker))


def _is_force_of(actors: Actors, force: int, speaker: int) -> bool:
    """Tells whether forces are the speaker's, who acts by them: *Ruvania said its troops had …*."""
    tree = actors.tree
    whose = tree.child(force, "poss")
    own = whose is not None and tree.tokens[whose].lemma in {"its", "their"}
    persons = any(actors.cast.get(chain).kind == "person" for chain in actors.at([speaker]))
    return own and not persons and tree.tokens[force].lemma in nouns_of("force")


def _doers(actors: Actors, trigger: Trigger) -> list[int]:
    """Tells who stands beside a noun as its doer, names that only say which one it is left out."""
    heads = owner_heads(actors.tree, trigger.head, of=trigger.of, suffered=trigger.suffered)
    return [head for head in heads if not actors.names_only(head, trigger.type)]


def _nearest_doers(tree: Tree, heads: Sequence[int]) -> list[int]:
    """Keeps a possessor or agent, which shuts out what only stands before the noun."""
    strong = [h for h in heads if tree.tokens[h].dep in {"poss", "pobj"}]
    return strong or list(heads)


def _targets_of_act(
    actors: Actors, trigger: Trigger, initiators: tuple[str, ...], before: Sequence[ToldAct]
) -> tuple[str, ...]:
    """Gives the actors at the first of the trigger's places for a target where there are any."""
    ties: Ties = "acts" if trigger.type in types_with("judging") else "things"
    if trigger.type == "THREATEN" and trigger.verb is not None:  # "he warned that Ruvania will close its border"
        inside = (subject(actors.tree, clause) for clause in complements(actors.tree, trigger.verb))
        initiators = (*initiators, *(() if trigger.noun is not None else actors.at(inside)))
    for route in trigger.targets:
        for places_told in target_heads(actors.tree, trigger, route):
            heads = [head for head in places_told if not _is_own(actors.tree, trigger, head)]
            sides = next((two_sides(actors, head, before) for head in heads if says_both_sides(actors, head)), ())
            if sides and not set(sides) & set(initiators):
                return sides
            seats = heads if trigger.type in types_with("to seats") else ()
            places = {chain for head in seats if (chain := actors.chain(head)) is not None}
            found = tuple(t for t in actors.at(heads, owners=ties) if t not in initiators)
            found = tuple(t for t in found if t in places or _can_be_target(actors, trigger, t))
            if route == "inside" and _is_where(actors.tree, heads):
                found = tuple(t for t in found if actors.cast.get(t).kind in {"state", "place"})
            if found:
                return found
    return meant_by_pronoun(actors, trigger, initiators, before)


def _can_be_target(actors: Actors, trigger: Trigger, chain: str) -> bool:
    """Tells whether a chain can be a target: no river or town of sanctions, but a capital for its state."""
    one = actors.cast.get(chain)
    return trigger.type in types_with("at places") or one.kind != "place" or state_of_capital(one.name) is not None


def _is_where(tree: Tree, heads: Sequence[int]) -> bool:
    """Tells whether an "in" tells a place, and nobody: vowed to fight it *in court*."""
    return any(tree.tokens[tree.tokens[head].head].text == "in" for head in heads)


def _is_own(tree: Tree, trigger: Trigger, head: int) -> bool:
    """Tells whether a thing is the doer's own, and nobody else: closed *its consulate*; not *its chief*."""
    own = tree.child(head, "poss")
    if own is None or tree.tokens[own].lemma not in {"its", "their"}:
        return False
    lemma = tree.tokens[head].lemma
    return trigger.type == "SANCTION" and (bodies().get(lemma) not in {None, "group"} or lemma in nouns_of("place"))


def _is_mutual(tree: Tree, trigger: Trigger) -> bool:
    """Tells whether each of the two does it to the other: *talks*, *clashed*."""
    verb = trigger.verb
    return trigger.type in types_with("mutual") or (verb is not None and tree.tokens[verb].lemma in _BOTH_WAYS)

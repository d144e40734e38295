"""Whether a trigger tells of a measure at all, and of which status: modality, tense, cue and frame."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from ...language.measure_frames import Effect, effects, listed_lemma, nouns_of
from ...language.measure_types import TYPES, types_with
from ...language.tree import Tree
from ...model import MeasureType, Status
from ..grammar.clauses import has_auxiliary, is_bare, is_infinitive, is_passive, is_state, joined_above
from ..grammar.moods import CONDITIONS, FUTURE, HEDGES, is_asked, mood_of
from ..predications.links import doer, patient
from .arguments import Actors
from .triggers import Trigger

_STARTED = frozenset({"after", "before", "since", "by", "following", "while", "upon", "on"})
MAX_CLIMB = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the words around a trigger make of it."""

    type: MeasureType
    status: Status
    hedged: bool
    speaker: int | None  # token that heads who says so, if it is told as said


@dataclass(slots=True)
class _StatusSigns:
    """What was met on the way from the trigger up to its sentence's root."""

    future: bool = False
    negated: bool = False
    planned: bool = False
    announced: bool = False
    said: bool = False
    dropped: bool = False
    tried: bool = False
    hedged: bool = False
    unless: bool = False
    would: bool = False  # by "would" alone
    speaker: int | None = None


def verdict_on(actors: Actors, trigger: Trigger) -> Verdict | None:
    """Judges the status of the trigger's act; None where it is none: forecast, condition, wish, purpose, negation."""
    tree = actors.tree
    signs = _StatusSigns()
    if trigger.verb is None:
        _read_governor(actors, trigger.head, signs)
    else:
        _read_clauses(actors, trigger.verb, signs)
    things = (trigger.noun, patient(tree, trigger.verb) if trigger.verb is not None else None)
    if any(tree.tokens[c].lemma == "no" for noun in things if noun is not None for c in tree.all_children(noun, "det")):
        return None  # "held no talks", "offered no proof"
    if is_asked(tree, trigger.head) or signs.dropped or (signs.tried and trigger.type not in types_with("force")):
        return None
    return _verdict(trigger, signs, same=_speaks_of_own(actors, trigger, signs))


def _verdict(trigger: Trigger, signs: _StatusSigns, *, same: bool) -> Verdict | None:
    kind, status, coming = trigger.type, trigger.status, signs.future or signs.planned
    if kind == "THREATEN" and coming and not signs.said:
        return None  # "will threaten": a forecast
    if signs.negated:
        if not (signs.future and kind in types_with("granted")):
            return None
        kind, status = "REJECT", "rejected"
    elif TYPES[kind].status is not None or (not coming and status != "taken"):
        pass
    elif coming and _is_threat(kind, signs, same=same):
        kind, status = "THREATEN", "threatened"
    elif signs.announced or (coming and signs.said and same):
        status = "announced"
    elif coming:
        status = "planned"
    return Verdict(type=kind, status=status, hedged=signs.hedged, speaker=signs.speaker)


def _is_threat(kind: MeasureType, signs: _StatusSigns, *, same: bool) -> bool:
    """Tells a threat: *Ruvania said it would attack*; *the party will boycott the vote unless he steps down*."""
    if signs.unless:
        return kind in types_with("harm")
    return kind == "ASSAULT" and same and (signs.said or signs.announced)


# ------------------------------------------------------------------ reading the clause and those above it
def _read_clauses(actors: Actors, verb: int, signs: _StatusSigns) -> None:
    tree = actors.tree
    node: int | None = verb
    for _ in range(MAX_CLIMB):
        if node is None or signs.dropped:
            break
        _read_mood(tree, node, signs)
        node = _clause_above(actors, node, signs)
    signs.dropped = signs.dropped or (signs.would and not signs.said)


def _read_mood(tree: Tree, verb: int, signs: _StatusSigns) -> None:
    mood = mood_of(tree, verb)
    signs.future = signs.future or bool(mood.futures)
    signs.negated = signs.negated or bool(mood.negations)
    signs.hedged = signs.hedged or bool(mood.hedges)
    signs.unless = signs.unless or mood.unless
    felt = any(
        tree.tokens[helper].lemma in {"feel", "felt"} for helper in mood.helpers
    )  # "felt compelled to": by nobody
    signs.dropped = signs.dropped or felt or bool(mood.maybes or mood.conditions or mood.doubts or mood.fictions)
    if mood.futures:
        signs.would = all(tree.tokens[index].text.lower() == "would" for index in mood.futures)
        signs.dropped = signs.dropped or (signs.would and any(tree.tokens[h].lemma == "have" for h in mood.helpers))


def _clause_above(actors: Actors, verb: int, signs: _StatusSigns) -> int | None:
    """Gives the clause above to go on with, or None where reading ends."""
    tree = actors.tree
    token = tree.tokens[verb]
    if token.head == verb:
        signs.dropped = signs.dropped or is_bare(tree, verb)
        signs.planned = signs.planned or is_infinitive(tree, verb)  # a headline's: "Ruvania to leave the pact"
        return None
    step = _STEPS.get(token.dep)
    return step(actors, verb, token.head, signs) if step else None


def _under_conjunct(actors: Actors, verb: int, head: int, signs: _StatusSigns) -> int | None:
    """Climbs from a coordinated verb to what the first stands under; from one with words of its own only if said."""
    tree = actors.tree
    joined = joined_above(tree, verb)
    if joined is not None and tree.child(verb, "nsubj", "nsubjpass") is None:
        return joined  # what is said of the infinitive is not said of it
    if tree.child(verb, "nsubj", "nsubjpass") is None and not has_auxiliary(tree, verb):
        signs.dropped = signs.dropped or _loses_to(tree, verb, head) or is_bare(tree, head)
        return head
    above = tree.tokens[head].head
    return _under_saying(actors, head, above, signs) if tree.tokens[head].dep == "ccomp" else None


def _loses_to(tree: Tree, verb: int, head: int) -> bool:
    """Tells whether a bare form beside a finite verb is an infinitive.

    Ruvania wants to raise the tax and *create* a fund.
    """
    return tree.tokens[verb].tag == "VB" and tree.tokens[head].tag in {"VBD", "VBZ", "VBP"}


def _under_predicate(_actors: Actors, _verb: int, head: int, _signs: _StatusSigns) -> int | None:
    """Climbs to the predicate: *Is* determined to, *stands* ready to."""
    return head


def _under_adverbial(actors: Actors, verb: int, head: int, signs: _StatusSigns) -> int | None:
    """Lets a participle or a clause with "while" tell an act, but no infinitive of purpose."""
    tree, token, above = actors.tree, actors.tree.tokens[verb], actors.tree.tokens[head].head
    marks = {tree.tokens[m].text.lower() for m in tree.all_children(verb, "mark")}
    signs.dropped = signs.dropped or is_infinitive(tree, verb) or _is_habit(tree, verb)
    signs.planned = signs.planned or (token.tag in {"VBP", "VBZ"} and bool(marks & {"after", "before"}))
    if token.dep == "acl" and marks:
        _read_noun_above(tree, head, signs)
    if token.tag == "VBG" and tree.tokens[head].dep == "dobj" and is_infinitive(tree, above):
        return above  # was expected to issue a decree *asking* her to resign
    return _condition_above(tree, head, signs)


def _read_noun_above(tree: Tree, noun: int, signs: _StatusSigns) -> None:
    """Reads denied reports *that he had offered* to resign, *rumours* that he had; *claims* that he had are hedged."""
    above = tree.tokens[noun].head
    denied = tree.tokens[noun].dep in {"dobj", "nsubjpass"} and tree.tokens[above].lemma in nouns_of("denying")
    false = any(tree.tokens[c].lemma in nouns_of("false") for c in tree.all_children(noun, "amod"))
    signs.dropped = signs.dropped or denied or false or tree.tokens[noun].lemma in nouns_of("unsure")
    signs.hedged = signs.hedged or tree.tokens[noun].lemma in nouns_of("told")


def _is_habit(tree: Tree, verb: int) -> bool:
    """Tells a habit, which is no one act: *When miners ask for help*, in the present."""
    words = {tree.tokens[c].text.lower() for c in tree.all_children(verb, "advmod")}
    return tree.tokens[verb].tag in {"VBP", "VBZ"} and bool(words & {"when", "whenever", "where"})


def _under_preposition(actors: Actors, _verb: int, head: int, signs: _StatusSigns) -> int | None:
    """Keeps *After expelling* the envoy, *on expelling* him; not *for expelling*, focus *on expelling*.

    What is done "by" expelling him is done as the verb above says.
    """
    tree = actors.tree
    word, above = tree.tokens[head].text.lower(), tree.tokens[head].head
    if word == "by":
        signs.dropped = signs.dropped or tree.tokens[above].pos != "VERB"
        return above
    signs.dropped = signs.dropped or word not in _STARTED or (word in {"on", "upon"} and head > above)
    return None


def _under_relative(actors: Actors, verb: int, head: int, signs: _StatusSigns) -> int | None:
    """Lets the envoy *whom Ruvania expelled* be an act, not firms *that would be forced* to close, a man *to lead*."""
    tree = actors.tree
    would = any(tree.tokens[a].text.lower() == "would" for a in tree.all_children(verb, "aux"))
    chosen = any(tree.tokens[c].lemma in nouns_of("chosen") for c in (head, *tree.children[head]))
    meant = would or (is_infinitive(tree, verb) and not chosen)
    signs.dropped = signs.dropped or (meant and tree.tokens[verb].dep == "relcl")
    return _condition_above(tree, head, signs)


def _under_noun(_actors: Actors, _verb: int, _head: int, signs: _StatusSigns) -> int | None:
    """Drops what is no act yet: *Expelling envoys*."""
    signs.dropped = True
    return None


def _under_infinitive(actors: Actors, verb: int, head: int, signs: _StatusSigns) -> int | None:
    """Reads what governs an infinitive or gerund: *plans to*, *began to*, *is to*, *is likely to*."""
    tree = actors.tree
    match _effect_of_governor(tree, head):
        case "planned":
            signs.planned = True
        case "aspect":
            pass
        case "be" | "go":
            signs.planned = signs.planned or is_infinitive(tree, verb)
        case "try":
            signs.tried = True
        case "announce":
            signs.announced = True
        case "say" | "report" | "claim":  # "is said to have sold"
            signs.hedged = True
        case _:
            signs.dropped = True
    return head


def _under_saying(actors: Actors, verb: int, head: int, signs: _StatusSigns) -> int | None:
    """Reads what governs a that-clause, or words of a quotation: Ruvania said it *would withdraw*."""
    tree = actors.tree
    if verb < head and any(c > head for c in tree.all_children(head, "ccomp")):
        return None  # "They seized the port, but the mayor said that …": he does not speak of the first
    effect = _effect_of_governor(tree, head)
    bare = (
        effect is None and tree.tokens[verb].tag == "VB" and not has_auxiliary(tree, verb)
    )  # "helped them make peace"
    if effect == "drop" or bare or is_bare(tree, verb):
        signs.dropped = True
    elif effect is not None:
        signs.dropped = signs.dropped or _is_unsaid(tree, head)
        signs.said = True
        signs.announced = signs.announced or (effect == "announce" and not _is_done(tree, verb))
        signs.hedged = signs.hedged or is_passive(tree, head)  # "it was reported that"
        signs.speaker = None if is_passive(tree, head) else doer(tree, head)
    return _condition_above(tree, head, signs)


def _is_unsaid(tree: Tree, cue: int) -> bool:
    """Tells whether nobody said it, so nobody tells it: did *not* say that it had …, *may* say so."""
    mood = mood_of(tree, cue)
    return bool(mood.negations or mood.maybes or mood.conditions or mood.doubts)


def _is_done(tree: Tree, verb: int) -> bool:
    """Tells whether what is announced is done, and so taken: announced that it *had expelled* the envoy."""
    had = any(tree.tokens[a].text.lower() in {"had", "has", "have"} for a in tree.all_children(verb, "aux"))
    future = any(tree.tokens[a].text.lower() in FUTURE for a in tree.all_children(verb, "aux"))
    return not future and (tree.tokens[verb].tag == "VBD" or had)


def _condition_above(tree: Tree, head: int, signs: _StatusSigns) -> int | None:
    """Lets conditions reach down over clauses; modality and negation do not."""
    node = head
    for _ in range(MAX_CLIMB):
        marks = {tree.tokens[m].text.lower() for m in tree.all_children(node, "mark")}
        if marks & CONDITIONS:
            signs.dropped = True
            return None
        if tree.tokens[node].head == node:
            return None
        node = tree.tokens[node].head
    return None


def _read_governor(actors: Actors, noun: int, signs: _StatusSigns) -> None:
    """Takes a noun alone as done, unless what governs it wishes for it, denies it or puts it under a condition."""
    tree = actors.tree
    for child in tree.children[noun]:
        lower = tree.tokens[child].text.lower()
        signs.hedged = signs.hedged or lower in HEDGES
        signs.dropped = signs.dropped or lower in {"no", "any", "possible", "potential", "future", "further", "another"}
        signs.planned = signs.planned or lower in nouns_of("coming")
    governor = next(_verbs_above(tree, noun), None)
    if governor is None:
        return
    effect = _effect_of_governor(tree, governor)
    signs.dropped = signs.dropped or effect == "drop"
    _read_mood(tree, governor, signs)
    if tree.tokens[noun].dep == "nsubj" and any(
        tree.tokens[a].text.lower() == "would" for a in tree.all_children(governor, "aux")
    ):
        signs.dropped = True  # "a ruling by the court would leave the tax in place"
    signs.future = signs.unless = False
    _condition_above(tree, governor, signs)


def _verbs_above(tree: Tree, index: int) -> Iterator[int]:
    return (a for a in islice(tree.ancestors(index), MAX_CLIMB) if tree.tokens[a].pos in {"VERB", "AUX"})


# ------------------------------------------------------------------ small questions
def _effect_of_governor(tree: Tree, head: int) -> Effect | None:
    token = tree.tokens[head]
    return effects().get(token.text.lower() if is_state(tree, head) else listed_lemma(token.lemma))


def _speaks_of_own(actors: Actors, trigger: Trigger, signs: _StatusSigns) -> bool:
    """Tells whether the speaker tells of his own act or his body's; not if he only reports it."""
    if signs.speaker is None:
        return signs.announced
    tree = actors.tree
    if any(tree.tokens[n].lemma in nouns_of("media") for n in [signs.speaker, *tree.children[signs.speaker]]):
        return False
    own = doer(tree, trigger.verb) if trigger.verb is not None else None
    return own is not None and (
        tree.tokens[own].pos == "PRON"
        or actors.at([own]) == actors.at([signs.speaker])
        or any(tree.tokens[n].lemma.startswith("spokes") for n in (signs.speaker, *tree.children[signs.speaker]))
    )


Step = Callable[[Actors, int, int, _StatusSigns], int | None]
_STEPS: Mapping[str, Step] = {
    "conj": _under_conjunct,
    "acomp": _under_predicate,
    "attr": _under_predicate,
    "oprd": _under_predicate,
    "xcomp": _under_infinitive,
    "ccomp": _under_saying,
    "advcl": _under_adverbial,
    "acl": _under_adverbial,
    "pcomp": _under_preposition,
    "relcl": _under_relative,
    "appos": _under_relative,
    "parataxis": _under_relative,
    "dep": _under_relative,
    "csubj": _under_noun,
    "csubjpass": _under_noun,
    "compound": _under_noun,
    "amod": _under_noun,
    "nsubj": _under_noun,
    "dobj": _under_noun,
    "pobj": _under_noun,
}

"""Whether a trigger tells of a measure at all, and of which status: modality, tense, cue and frame."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from ...language.measure_frames import Effect, effects, listed_lemma
from ...language.tree import Tree
from ...model import MeasureType, Status
from ..grammar.clauses import doer, is_passive, is_state, joined_above, patient
from ..grammar.moods import CONDITIONS, FUTURE, HEDGES, is_asked, mood_of
from .arguments import Actors
from .triggers import Trigger

_MEDIA = frozenset({"agency", "newspaper", "daily", "radio", "television", "report", "source", "media"})
# Refusing one of these is an act; not doing any other is nothing.
_REFUSABLE: frozenset[MeasureType] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
)
_HARMS: frozenset[MeasureType] = frozenset(
    {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "REJECT", "RETREAT"}
)
_FORCE: frozenset[MeasureType] = frozenset({"COERCE", "ASSAULT"})
_OWN_STATUS: frozenset[MeasureType] = frozenset({"REQUEST", "REJECT", "THREATEN"})
_STARTED = frozenset({"after", "before", "since", "by", "following", "while", "upon", "on"})
_DENYING = frozenset({"deny", "dismiss", "refute", "reject"})
MAX_CLIMB = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the words around a trigger make of it."""

    type: MeasureType
    status: Status
    hedged: bool
    speaker: int | None  # token that heads who says so, if it is told as said


@dataclass(slots=True)
class _Signs:
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
    speaker: int | None = None


def judge(actors: Actors, trigger: Trigger) -> Verdict | None:
    """Status of the trigger's act; None where it is no measure: forecast, condition, wish, purpose, negation."""
    tree = actors.tree
    signs = _Signs()
    if trigger.verb is None:
        _read_above(actors, trigger.head, signs)
    else:
        _read(actors, trigger.verb, signs)
    things = (trigger.noun, patient(tree, trigger.verb) if trigger.verb is not None else None)
    if any(tree.tokens[c].lemma == "no" for noun in things if noun is not None for c in tree.all_children(noun, "det")):
        return None  # "held no talks", "offered no proof"
    if is_asked(tree, trigger.head) or signs.dropped or (signs.tried and trigger.type not in _FORCE):
        return None
    return _verdict(trigger, signs, same=_speaks_of_own(actors, trigger, signs))


def _verdict(trigger: Trigger, signs: _Signs, *, same: bool) -> Verdict | None:
    kind, status = trigger.type, trigger.status
    coming = signs.future or signs.planned
    if signs.negated:
        if not (signs.future and kind in _REFUSABLE):
            return None
        kind, status = "REJECT", "rejected"
    elif kind in _OWN_STATUS or (not coming and status != "taken"):
        pass
    elif coming and _is_threat(kind, signs, same=same):
        kind, status = "THREATEN", "threatened"
    elif signs.announced or (coming and signs.said and same):
        status = "announced"
    elif coming:
        status = "planned"
    return Verdict(type=kind, status=status, hedged=signs.hedged, speaker=signs.speaker)


def _is_threat(kind: MeasureType, signs: _Signs, *, same: bool) -> bool:
    """*Ruvania said it would attack*; *the party will boycott the vote unless he steps down*."""
    if signs.unless:
        return kind in _HARMS
    return kind == "ASSAULT" and same and (signs.said or signs.announced)


# ------------------------------------------------------------------ reading the clause and those above it
def _read(actors: Actors, verb: int, signs: _Signs) -> None:
    tree = actors.tree
    node: int | None = verb
    for _ in range(MAX_CLIMB):
        if node is None or signs.dropped:
            return
        _read_own(tree, node, signs)
        node = _climb(actors, node, signs)


def _read_own(tree: Tree, verb: int, signs: _Signs) -> None:
    mood = mood_of(tree, verb)
    signs.future = signs.future or bool(mood.futures)
    signs.negated = signs.negated or bool(mood.negations)
    signs.hedged = signs.hedged or bool(mood.hedges)
    signs.unless = signs.unless or mood.unless
    signs.dropped = signs.dropped or bool(mood.maybes or mood.conditions or mood.doubts)


def _climb(actors: Actors, verb: int, signs: _Signs) -> int | None:
    """The clause above to go on with, or None where reading ends."""
    tree = actors.tree
    token = tree.tokens[verb]
    if token.head == verb:
        signs.dropped = signs.dropped or _is_bare(tree, verb)
        return None
    step = _STEPS.get(token.dep)
    return step(actors, verb, token.head, signs) if step else None


def _beside(actors: Actors, verb: int, head: int, signs: _Signs) -> int | None:
    """A coordinated verb stands under what the first one stands under; one with words of its own only if said."""
    tree = actors.tree
    joined = joined_above(tree, verb)
    if joined is not None and tree.child(verb, "nsubj", "nsubjpass") is None:
        return joined  # what is said of the infinitive is not said of it
    if tree.child(verb, "nsubj", "nsubjpass") is None and not _has_aux(tree, verb):
        signs.dropped = signs.dropped or _loses_to(tree, verb, head) or _is_bare(tree, head)
        return head
    above = tree.tokens[head].head
    return _said(actors, head, above, signs) if tree.tokens[head].dep == "ccomp" else None


def _loses_to(tree: Tree, verb: int, head: int) -> bool:
    """Ruvania wants to raise the tax and *create* a fund: a bare form beside a finite verb is an infinitive."""
    return tree.tokens[verb].tag == "VB" and tree.tokens[head].tag in {"VBD", "VBZ", "VBP"}


def _through(_actors: Actors, _verb: int, head: int, _signs: _Signs) -> int | None:
    """*Is* determined to, *stands* ready to."""
    return head


def _aside(actors: Actors, verb: int, head: int, signs: _Signs) -> int | None:
    """A participle or a clause with "while" tells an act; an infinitive of purpose does not."""
    signs.dropped = signs.dropped or _is_infinitive(actors.tree, verb) or _is_general(actors.tree, verb)
    signs.dropped = signs.dropped or _is_denied(actors.tree, verb, head)
    return _condition_above(actors.tree, head, signs)


def _is_denied(tree: Tree, verb: int, head: int) -> bool:
    """Denied reports *that he had offered* to resign."""
    above = tree.tokens[head].head
    denied = tree.tokens[head].dep in {"dobj", "nsubjpass"} and tree.tokens[above].lemma in _DENYING
    return denied and tree.tokens[verb].dep == "acl" and tree.child(verb, "mark") is not None


def _is_general(tree: Tree, verb: int) -> bool:
    """*When miners ask for help*, in the present, is no one act."""
    words = {tree.tokens[c].text.lower() for c in tree.all_children(verb, "advmod")}
    return tree.tokens[verb].tag in {"VBP", "VBZ"} and bool(words & {"when", "whenever", "where"})


def _after_preposition(actors: Actors, _verb: int, head: int, signs: _Signs) -> int | None:
    """*After expelling* the envoy; not *for expelling*, *without expelling*; "by" does as the verb above does."""
    tree = actors.tree
    word, above = tree.tokens[head].text.lower(), tree.tokens[head].head
    if word == "by":
        signs.dropped = signs.dropped or tree.tokens[above].pos != "VERB"
        return above
    signs.dropped = signs.dropped or word not in _STARTED
    return None


def _relative(actors: Actors, verb: int, head: int, signs: _Signs) -> int | None:
    """The envoy *whom Ruvania expelled*; not firms *that would be forced* to close."""
    would = any(actors.tree.tokens[a].text.lower() == "would" for a in actors.tree.all_children(verb, "aux"))
    signs.dropped = signs.dropped or (would and actors.tree.tokens[verb].dep == "relcl")
    return _condition_above(actors.tree, head, signs)


def _as_noun(_actors: Actors, _verb: int, _head: int, signs: _Signs) -> int | None:
    """*Expelling envoys* is no act yet."""
    signs.dropped = True
    return None


def _under(actors: Actors, verb: int, head: int, signs: _Signs) -> int | None:
    """An infinitive or gerund: *plans to*, *began to*, *is to*, *is likely to*."""
    tree = actors.tree
    match _effect(tree, head):
        case "planned":
            signs.planned = True
        case "aspect":
            pass
        case "be" | "go":
            signs.planned = signs.planned or _is_infinitive(tree, verb)
        case "try":
            signs.tried = True
        case "announce":
            signs.announced = True
        case "say" | "report" | "claim":  # "is said to have sold"
            signs.hedged = True
        case _:
            signs.dropped = True
    return head


def _said(actors: Actors, verb: int, head: int, signs: _Signs) -> int | None:
    """A that-clause, or words of a quotation: Ruvania said it *would withdraw*."""
    tree = actors.tree
    if verb < head and any(c > head for c in tree.all_children(head, "ccomp")):
        return None  # "They seized the port, but the mayor said that …": he does not speak of the first
    effect = _effect(tree, head)
    bare = effect is None and tree.tokens[verb].tag == "VB" and not _has_aux(tree, verb)  # "helped them make peace"
    if effect == "drop" or bare or _is_bare(tree, verb):
        signs.dropped = True
    elif effect is not None:
        signs.dropped = signs.dropped or _is_unsaid(tree, head)
        signs.said = True
        signs.announced = signs.announced or (effect == "announce" and not _is_done(tree, verb))
        signs.hedged = signs.hedged or is_passive(tree, head)  # "it was reported that"
        signs.speaker = None if is_passive(tree, head) else doer(tree, head)
    return _condition_above(tree, head, signs)


def _is_unsaid(tree: Tree, cue: int) -> bool:
    """Did *not* say that it had …, *may* say so: what nobody said, nobody tells."""
    mood = mood_of(tree, cue)
    return bool(mood.negations or mood.maybes or mood.conditions or mood.doubts)


def _is_done(tree: Tree, verb: int) -> bool:
    """Announced that it *had expelled* the envoy: what is announced when it is done, is taken."""
    had = any(tree.tokens[a].text.lower() in {"had", "has", "have"} for a in tree.all_children(verb, "aux"))
    future = any(tree.tokens[a].text.lower() in FUTURE for a in tree.all_children(verb, "aux"))
    return not future and (tree.tokens[verb].tag == "VBD" or had)


def _condition_above(tree: Tree, head: int, signs: _Signs) -> int | None:
    """Conditions reach down over clauses; modality and negation do not."""
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


def _read_above(actors: Actors, noun: int, signs: _Signs) -> None:
    """A noun alone is told as done, unless what governs it wishes for it, denies it or puts it under a condition."""
    tree = actors.tree
    for child in tree.children[noun]:
        lower = tree.tokens[child].text.lower()
        signs.hedged = signs.hedged or lower in HEDGES
        signs.dropped = signs.dropped or lower in {"no", "any", "possible", "potential", "future", "further", "another"}
        signs.planned = signs.planned or lower in {
            "planned",
            "scheduled",
            "upcoming",
            "forthcoming",
            "next",
            "proposed",
        }
    governor = next(_verbs_above(tree, noun), None)
    if governor is None:
        return
    effect = _effect(tree, governor)
    signs.dropped = signs.dropped or effect == "drop"
    _read_own(tree, governor, signs)
    if tree.tokens[noun].dep == "nsubj" and any(
        tree.tokens[a].text.lower() == "would" for a in tree.all_children(governor, "aux")
    ):
        signs.dropped = True  # "a ruling by the court would leave the tax in place"
    signs.future = signs.unless = False
    _condition_above(tree, governor, signs)


def _verbs_above(tree: Tree, index: int) -> Iterator[int]:
    return (a for a in islice(tree.ancestors(index), MAX_CLIMB) if tree.tokens[a].pos in {"VERB", "AUX"})


# ------------------------------------------------------------------ small questions
def _effect(tree: Tree, head: int) -> Effect | None:
    token = tree.tokens[head]
    return effects().get(token.text.lower() if is_state(tree, head) else listed_lemma(token.lemma))


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].tag == "TO" for c in tree.all_children(verb, "aux"))


def _has_aux(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].tag != "TO" for c in tree.all_children(verb, "aux"))


def _is_bare(tree: Tree, verb: int) -> bool:
    """An imperative, or a heading without a subject: *Arrest the mayor!* tells no act."""
    return tree.tokens[verb].tag == "VB" and tree.child(verb, "aux", "nsubj", "nsubjpass") is None


def _speaks_of_own(actors: Actors, trigger: Trigger, signs: _Signs) -> bool:
    """Whether the speaker tells of his own act or of that of the body he speaks for; not if he only reports it."""
    if signs.speaker is None:
        return signs.announced
    tree = actors.tree
    if any(tree.tokens[n].lemma in _MEDIA for n in [signs.speaker, *tree.children[signs.speaker]]):
        return False
    own = doer(tree, trigger.verb) if trigger.verb is not None else None
    return own is not None and (
        tree.tokens[own].pos == "PRON"
        or actors.at([own]) == actors.at([signs.speaker])
        or any(tree.tokens[n].lemma.startswith("spokes") for n in (signs.speaker, *tree.children[signs.speaker]))
    )


Step = Callable[[Actors, int, int, _Signs], int | None]
_STEPS: Mapping[str, Step] = {
    "conj": _beside,
    "acomp": _through,
    "attr": _through,
    "oprd": _through,
    "xcomp": _under,
    "ccomp": _said,
    "advcl": _aside,
    "acl": _aside,
    "pcomp": _after_preposition,
    "relcl": _relative,
    "appos": _relative,
    "parataxis": _relative,
    "dep": _relative,
    "csubj": _as_noun,
    "csubjpass": _as_noun,
    "compound": _as_noun,
    "amod": _as_noun,
    "nsubj": _as_noun,
    "dobj": _as_noun,
    "pobj": _as_noun,
}

"""Words that tell of a measure: verbs in their frames, light verbs with their nouns, nouns with a doer."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ...language.measure_frames import (
    NounFrame,
    VerbFrame,
    effects,
    light_verbs,
    listed_lemma,
    noun_frames,
    nouns_of,
    verb_frames,
)
from ...language.measure_types import types_with
from ...language.tree import Tree
from ...language.words import roles, tenures
from ...model import MeasureType, Status, Token
from ..grammar.clauses import after, is_state
from ..grammar.nouns import stands_with, with_contents
from ..grammar.owners import is_done_by, owner_heads, sufferer_heads
from ..predications.links import doer, patient, subject
from .arguments import Actors
from .conditions import fits, has_doer

_PREDICATES = frozenset({"acomp", "ROOT", "ccomp", "conj", "relcl", "advcl"})  # "ready troops" is no offer
# Any act noun may be their object; two of them say by themselves that the act is to come.
_LIGHT_STATUS: Mapping[str, Status] = {"announce": "announced", "plan": "planned"}
_ANY_LIGHT = frozenset({"announce", "plan", "order", "begin", "start", "complete", "resume", "continue", "approve"})
# What hangs on these is told beside the act above, not as a part of it.
_ASIDE = frozenset({"after", "following", "amid", "since", "before", "despite", "during", "as", "while", "over"})
_RESULTS = frozenset({"kill", "wound", "injure", "maim", "destroy"})  # shelled the town, *killing* four
MAX_CLIMB = 16  # tokens between a trigger and the one that it fills in


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One telling of a measure, before its status and arguments are known."""

    verb: int | None  # the verb or adjective whose clause holds the arguments; None for a noun alone
    noun: int | None  # the noun that tells the act, with a light verb or alone
    words: tuple[int, ...]  # tokens of the trigger
    type: MeasureType
    status: Status
    targets: tuple[str, ...]
    rule: str
    of: bool = False  # of a noun alone: the doer may stand after "of"
    suffered: bool = False  # of a noun alone: a possessor is whom it is done to

    @property
    def head(self) -> int:
        """Gives the token that stands for the trigger in the tree."""
        return self.noun if self.verb is None else self.verb  # type: ignore[return-value]


def find_triggers(actors: Actors) -> tuple[Trigger, ...]:
    """Gives all triggers in the order of the text, those that only fill in another one left out."""
    tree = actors.tree
    verbs = [t for i, token in enumerate(tree.tokens) if _may_tell(token) and (t := _at_verb(actors, i)) is not None]
    taken = {index for t in verbs for index in t.words}
    nouns = [i for i, token in enumerate(tree.tokens) if token.pos == "NOUN" and i not in taken]
    alone = [t for i in nouns if (t := lone_noun(actors, i)) is not None]
    found = [*verbs, *alone, *claims(actors, verbs), *obligations(actors)]
    by_head = {t.head: t for t in found}
    folded = {id(t): outer for t in found if (outer := _folded_into(tree, t, by_head)) is not None}
    inside = ((t, folded[id(t)]) for t in found if id(t) in folded)
    yielding = {id(outer) for inner, outer in inside if _yields(tree, outer, inner)}
    kept = (t for t in found if id(t) not in yielding and (id(t) not in folded or id(folded[id(t)]) in yielding))
    return tuple(sorted(kept, key=lambda t: t.words))


def _may_tell(token: Token) -> bool:
    return token.pos in {"VERB", "ADJ"} or token.tag.startswith("VB")


def _at_verb(actors: Actors, index: int) -> Trigger | None:
    token = actors.tree.tokens[index]
    if token.tag == "VBG" and actors.tree.child(index, "poss", "det") is not None:
        return None  # "the standing of the party" is a noun
    if _is_apposed(actors.tree, index) or actors.cast.covering(index) is not None:
        return None  # "Meet the Press" is a name
    if is_state(actors.tree, index):
        frames = verb_frames().get(token.text.lower(), ())
        return next((t for _, t in verb_in_frame(actors, index, frames)), None) if token.dep in _PREDICATES else None
    lemma = listed_lemma(token.lemma)
    frames = verb_frames().get(lemma, ())
    if not frames and lemma not in light_verbs() and lemma not in _ANY_LIGHT:
        return None
    found = [*light_verb(actors, index), *verb_in_frame(actors, index, frames)]
    narrow = (trigger for is_narrow, trigger in found if is_narrow)
    return next(narrow, found[0][1] if found else None)


def _is_apposed(tree: Tree, index: int) -> bool:
    """Tells what one is, not did, whatever the parse: Carl Dorn, *ousted president* of Ruvania, said …."""
    thing = tree.child(index, "dobj")
    after_comma = index > 0 and tree.tokens[index - 1].text == ","
    if not after_comma or thing is None or tree.tokens[index].text.lower() not in tenures():
        return False
    bare = tree.child(thing, "det", "poss", "nummod") is None
    return bare and tree.tokens[thing].tag == "NN" and tree.tokens[thing].lemma in roles()


# ------------------------------------------------------------------ rules
def verb_in_frame(actors: Actors, index: int, frames: Sequence[VerbFrame]) -> Iterator[tuple[bool, Trigger]]:
    """Finds a verb whose particle, object and doer fit a frame: *Ruvania has expelled two diplomats*.

    Each with whether its frame is a narrow one, which names the object's noun.
    """
    for frame in frames:
        fit = fits(actors, index, frame)
        if fit is not None and has_doer(actors, index, frame.type):
            is_narrow, words = fit
            trigger = Trigger(
                verb=index,
                noun=None,
                words=words,
                type=frame.type,
                status=frame.status,
                targets=frame.targets,
                rule="verb_in_frame",
            )
            yield is_narrow, trigger


def light_verb(actors: Actors, index: int) -> Iterator[tuple[bool, Trigger]]:
    """Finds a verb that says little and the noun that tells the act: *The two sides held talks*.

    Each with whether its frame is a narrow one, which names a word beside the noun.
    """
    tree = actors.tree
    lemma = listed_lemma(tree.tokens[index].lemma)
    for noun in with_contents(tree, patient(tree, index)):
        for frame in noun_frames().get(tree.tokens[noun].lemma, ()):
            word = frame.light.get(lemma, _any_word(frame) if lemma in _ANY_LIGHT else None)
            if word is None or _is_something_else(actors, index, noun, frame.type):
                continue
            if stands_with(tree, noun, word) and has_doer(actors, index, frame.type):
                words = (index, noun, *_needed(tree, noun, word))
                yield bool(word), _noun_trigger(frame, index, noun, words, "light_verb", _LIGHT_STATUS.get(lemma))


def _any_word(frame: NounFrame) -> str:
    """Tells what must stand beside the noun of every light verb: *martial* law is no other law."""
    words = {*frame.light.values()}
    return words.pop() if len(words) == 1 else ""


def _needed(tree: Tree, noun: int, word: str) -> list[int]:
    """Gives the *support* of "statements of support"."""
    after_of = range(noun + 1, min(noun + 3, tree.right[noun]))
    return [index for index in after_of if word and tree.tokens[index].lemma == word]


def _is_something_else(actors: Actors, verb: int, noun: int, kind: MeasureType) -> bool:
    """Tells whether it is a tool or a craft, no act: *The lander carries a drill*, *launched a probe toward Mars*."""
    tree = actors.tree
    if tree.tokens[verb].lemma == "carry" and tree.child(verb, "prt") is None:
        return True
    aims = (aim for place in (verb, noun) for aim in after(tree, place, "to", "toward", "towards", "aboard"))
    a_craft = tree.tokens[noun].lemma == "probe" and next(aims, None) is not None
    return a_craft or _is_campaign(actors, noun, [doer(tree, verb)], kind)


def _is_campaign(actors: Actors, noun: int, doers: Sequence[int | None], kind: MeasureType) -> bool:
    """Tells whether one stands for office, which is no protest: *The senator held a rally*, *campaign* rallies."""
    if kind != "PROTEST":
        return False
    beside = {actors.tree.tokens[c].lemma for c in actors.tree.children[noun]}
    return bool(beside & {"campaign", "election", "victory"}) or any(
        one is not None and actors.is_public_person(one) for one in doers
    )


def lone_noun(actors: Actors, index: int) -> Trigger | None:
    """Finds a noun beside which its doer is named: *The rebels' attack on the convoy went on*."""
    tree = actors.tree
    token = tree.tokens[index]
    if token.dep in {"compound", "amod", "nmod"} or actors.cast.headed(index) is not None:
        return None  # "the Arlen inquiry" that acts is a body
    carried = token.dep == "dobj" and tree.tokens[token.head].lemma == "carry" and tree.child(token.head, "prt") is None
    if carried or (token.lemma == "talk" and token.tag == "NN"):
        return None  # "carries a German drill"; "her talk of war" is no talks
    for frame in noun_frames().get(token.lemma, ()):
        if frame.alone is None or not any(stands_with(tree, index, word) for word in frame.alone.split("/")):
            continue
        owners = owner_heads(tree, index, of=frame.of, suffered=frame.suffered)
        owners = [o for o in owners if not actors.names_only(o, frame.type)]
        if _is_campaign(actors, index, owners, frame.type):
            continue
        named = [o for o in owners if tree.tokens[o].dep not in {"poss", "pobj"}]
        # "Moldor talks" may be anybody's
        if frame.type in types_with("between") and (token.tag == "NN" or len(named) == 1):
            owners = [o for o in owners if tree.tokens[o].dep in {"poss", "pobj"}]
        suffered = frame.suffered or (frame.type in types_with("wrong") and is_done_by(tree, index))
        sufferers = sufferer_heads(tree, index) if suffered else []
        if any(actors.is_owner(o) for o in owners) or any(actors.chain(s) is not None for s in sufferers):
            return replace(_noun_trigger(frame, None, index, (index,), "lone_noun"), suffered=suffered)
    return None


def claims(actors: Actors, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Finds who accuses by saying that somebody did a wrong: *She claimed that the guards had beaten her*."""
    tree = actors.tree
    wrongs = [t.head for t in triggers if t.type in types_with("wrong")]
    accusing = {t.head for t in triggers if t.type == "ACCUSE"}
    effect_of = effects()
    for index, token in enumerate(tree.tokens):
        if index in accusing or effect_of.get(token.lemma) != "claim" or tree.child(index, "ccomp") is None:
            continue  # "alleged that the guards had beaten her" accuses by its own frame
        following = bisect_right(wrongs, index)
        inside = wrongs[following : following + 1]
        if inside and inside[0] < tree.right[index] and has_doer(actors, index, "ACCUSE"):
            yield Trigger(
                verb=index,
                noun=None,
                words=(index,),
                type="ACCUSE",
                status="taken",
                targets=("clause",),
                rule="claims",
            )


def obligations(actors: Actors) -> Iterator[Trigger]:
    """Finds what a speaker says another must do, and so demands: *Ruvania said Moldor must return the ship*."""
    tree, effect_of = actors.tree, effects()
    for index, token in enumerate(tree.tokens):
        if token.pos != "VERB" or effect_of.get(token.lemma) not in {"say", "announce"}:
            continue
        for clause in tree.all_children(index, "ccomp"):
            must = next((c for c in tree.all_children(clause, "aux") if tree.tokens[c].lemma == "must"), None)
            other = subject(tree, clause)
            speaker = doer(tree, index)
            if must is None or other is None or speaker is None or not actors.can_act(other):
                continue
            if actors.can_act(speaker) and actors.chain(speaker) != actors.chain(other):
                yield Trigger(
                    verb=index,
                    noun=None,
                    words=(must, clause),
                    type="REQUEST",
                    status="demanded",
                    targets=("clause",),
                    rule="obligations",
                )


def _noun_trigger(
    frame: NounFrame,
    verb: int | None,
    noun: int,
    words: tuple[int, ...],
    rule: str,
    status: Status | None = None,
) -> Trigger:
    return Trigger(
        verb=verb,
        noun=noun,
        words=tuple(sorted(words)),
        type=frame.type,
        status=status or frame.status,
        targets=frame.targets,
        rule=rule,
        of=frame.of,
        suffered=frame.suffered,
    )


# ------------------------------------------------------------------ one inside another
def _folded_into(tree: Tree, trigger: Trigger, by_head: Mapping[int, Trigger]) -> Trigger | None:
    """Finds the trigger that this one only fills in, saying what is asked or offered: urged Moldor to *withdraw*."""
    second = _doubled(tree, trigger, by_head)
    if second is not None:
        return second
    node = trigger.head
    for above in islice(tree.ancestors(trigger.head), MAX_CLIMB):
        if _stands_apart(tree, node):
            return None
        outer = by_head.get(above)
        if outer is not None and _is_main_clause(tree, node, outer):
            return None
        if outer is not None and outer is not trigger:
            return outer if _holds_others(outer, trigger) and node not in outer.words[:1] else None
        node = above
    return None


def _doubled(tree: Tree, trigger: Trigger, by_head: Mapping[int, Trigger]) -> Trigger | None:
    """Finds the second verb of two for one act, which share subject and object: *Shot* and killed."""
    verb = trigger.verb
    if verb is None or trigger.noun is not None or tree.child(verb, "dobj") is not None:
        return None
    second = by_head.get(verb + 2)
    if second is None or second.verb != verb + 2 or second.type != trigger.type:
        return None
    own = tree.child(verb + 2, "nsubj", "nsubjpass", "aux", "auxpass")
    return (
        second if tree.tokens[verb + 2].dep == "conj" and tree.tokens[verb + 2].head == verb and own is None else None
    )


def _stands_apart(tree: Tree, node: int) -> bool:
    """Tells whether what hangs here is told beside the act above it, not as a part of it."""
    token = tree.tokens[node]
    if token.dep == "prep":
        return token.text.lower() in _ASIDE
    if token.dep == "advcl":
        result = token.tag == "VBG" and token.lemma in _RESULTS and tree.child(node, "mark", "nsubj") is None
        return not result and not any(tree.tokens[m].text.lower() == "for" for m in tree.all_children(node, "mark"))
    if token.dep == "acl":
        return token.tag in {"VBN", "VBG"}
    return token.dep in {"relcl", "conj", "appos", "parataxis", "nsubj", "poss"}


def _is_main_clause(tree: Tree, node: int, outer: Trigger) -> bool:
    """Tells whether no deed has another for its contents: Lee *sacked* Dorn, hours after the assembly adopted a law."""
    token = tree.tokens[node]
    told = token.dep == "ccomp" and token.tag == "VBD" and tree.child(node, "nsubj") is not None
    return told and outer.type in types_with("deed") and node < outer.head


def _yields(tree: Tree, outer: Trigger, inner: Trigger) -> bool:
    """Tells whether the act inside is the one told: to decide or vote to do something is that very act.

    To retaliate by closing a border is no attack, to promise to deport somebody is no agreement with him.
    """
    if outer.verb is None:
        return False
    lemma = tree.tokens[outer.verb].lemma
    if lemma in {"promise", "pledge", "commit"}:
        return inner.verb is not None and tree.tokens[inner.verb].lemma in nouns_of("to_people") | nouns_of("harming")
    return lemma in {"decide", "vote"} or (lemma == "retaliate" and inner.type != outer.type)


def _holds_others(outer: Trigger, inner: Trigger) -> bool:
    """Tells whether one takes the other in: claims and echoes leave what they speak of a measure of its own."""
    if outer.rule == "claims":
        return inner.verb is None
    return not (outer.type == inner.type == "REQUEST" and inner.verb is None)

"""Words that tell of a measure: verbs in their frames, light verbs with their nouns, nouns with a doer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..language.tree import Tree
from ..model import MeasureType, Status
from .acts import NounFrame, VerbFrame, effects, noun_frames, nouns_of, plain, verb_frames
from .arguments import Actors, owner_heads
from .clauses import complements, doer, is_passive, is_several, is_state, patient, subject

_WAYS = frozenset({"prt", "prep", "advmod", "dobj", "dative", "oprd", "acomp", "agent", "npadvmod"})
_WH = frozenset({"how", "why", "what", "whether", "if", "when", "who", "where"})
_WRONGS: frozenset[MeasureType] = frozenset({"COERCE", "ASSAULT", "SANCTION", "THREATEN"})
# Any act noun may be their object; two of them say by themselves that the act is to come.
_LIGHT_STATUS: Mapping[str, Status] = {"announce": "announced", "plan": "planned"}
_ANY_LIGHT = frozenset({"announce", "plan", "order", "begin", "start", "complete", "resume", "continue", "approve"})
# What hangs on these is told beside the act above, not as a part of it.
_ASIDE = frozenset({"after", "following", "amid", "since", "before", "despite", "during", "as", "while", "over"})
MAX_PHRASE = 30  # tokens after a noun in which a word that it needs is looked for


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

    @property
    def head(self) -> int:
        """The token that stands for the trigger in the tree."""
        return self.noun if self.verb is None else self.verb  # type: ignore[return-value]


def find_triggers(actors: Actors) -> tuple[Trigger, ...]:
    """All triggers in the order of the text, those that only fill in another one left out."""
    tree = actors.tree
    verbs = [t for i in range(len(tree.tokens)) if (t := _at_verb(actors, i)) is not None]
    taken = {index for t in verbs for index in t.words}
    nouns = [t for i in range(len(tree.tokens)) if i not in taken and (t := lone_noun(actors, i)) is not None]
    found = [*verbs, *nouns, *claims(actors, verbs), *obligations(actors)]
    by_head = {t.head: t for t in found}
    folded = {id(t): outer for t in found if (outer := _folded_into(tree, t, by_head)) is not None}
    yielding = {id(outer) for outer in folded.values() if _yields(tree, outer)}
    kept = (t for t in found if id(t) not in yielding and (id(t) not in folded or id(folded[id(t)]) in yielding))
    return tuple(sorted(kept, key=lambda t: t.words))


def _at_verb(actors: Actors, index: int) -> Trigger | None:
    token = actors.tree.tokens[index]
    if token.pos not in {"VERB", "ADJ"} and not token.tag.startswith("VB"):
        return None
    frames = verb_frames().get(plain(token.lemma), ())
    if token.pos == "ADJ" and token.tag == "JJ":
        return (
            next(verb_in_frame(actors, index, frames, narrow=False), None) if token.dep in {"acomp", "ROOT"} else None
        )
    ways = (
        light_verb(actors, index, narrow=True),
        verb_in_frame(actors, index, frames, narrow=True),
        light_verb(actors, index, narrow=False),
        verb_in_frame(actors, index, frames, narrow=False),
    )
    return next((trigger for way in ways for trigger in way), None)


# ------------------------------------------------------------------ rules
def verb_in_frame(actors: Actors, index: int, frames: Sequence[VerbFrame], *, narrow: bool) -> Iterator[Trigger]:
    """*Ruvania has expelled two diplomats.*  A verb whose particle, object and doer fit a frame."""
    for frame in frames:
        words = _fits(actors, index, frame, narrow=narrow)
        if words is not None and _has_doer(actors, index, frame.type):
            yield Trigger(
                verb=index,
                noun=None,
                words=words,
                type=frame.type,
                status=frame.status,
                targets=frame.targets,
                rule="verb_in_frame",
            )


def light_verb(actors: Actors, index: int, *, narrow: bool) -> Iterator[Trigger]:
    """*The two sides held talks.*  A verb that says little and the noun that tells the act."""
    tree = actors.tree
    lemma = tree.tokens[index].lemma
    for noun in _with_contents(tree, patient(tree, index)):
        for frame in noun_frames().get(tree.tokens[noun].lemma, ()):
            word = frame.light.get(lemma, "" if lemma in _ANY_LIGHT else None)
            if word is None or (narrow and not word):
                continue
            if _stands_with(tree, noun, word) and _has_doer(actors, index, frame.type):
                yield _noun_trigger(frame, index, noun, (index, noun), "light_verb", _LIGHT_STATUS.get(lemma))


def lone_noun(actors: Actors, index: int) -> Trigger | None:
    """*The rebels' attack on the convoy went on.*  A noun beside which its doer is named."""
    tree = actors.tree
    token = tree.tokens[index]
    if token.pos != "NOUN" or token.dep in {"compound", "amod", "nmod"}:
        return None
    for frame in noun_frames().get(token.lemma, ()):
        if frame.alone is not None and _stands_with(tree, index, frame.alone):
            if any(actors.is_owner(o) for o in owner_heads(tree, index, of=frame.of)):
                return _noun_trigger(frame, None, index, (index,), "lone_noun")
    return None


def claims(actors: Actors, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """*She claimed that the guards had beaten her.*  To say of somebody that he did a wrong is to accuse him."""
    tree = actors.tree
    for index, token in enumerate(tree.tokens):
        if effects().get(token.lemma) == "claim" and token.pos == "VERB":
            inside = range(index + 1, tree.right[index])
            told = any(t.type in _WRONGS and t.verb in inside for t in triggers)
            if told and any(tree.tokens[c].dep == "ccomp" for c in complements(tree, index)):
                if _has_doer(actors, index, "ACCUSE"):
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
    """*Ruvania said Moldor must return the ship.*  What a speaker says another must do, he demands."""
    tree = actors.tree
    for index, token in enumerate(tree.tokens):
        if effects().get(token.lemma) not in {"say", "announce"} or token.pos != "VERB":
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


def _noun_trigger(  # noqa: PLR0913  a trigger is made of these
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
    )


# ------------------------------------------------------------------ frames
def _fits(actors: Actors, index: int, frame: VerbFrame, *, narrow: bool) -> tuple[int, ...] | None:
    """The trigger's words where verb and frame fit; `narrow` asks for frames that name the object's noun."""
    tree = actors.tree
    way = _way(tree, index, frame.ways)
    if way is None:
        return None
    met = [alternative for alternative in frame.objects if all(_holds(actors, index, c, way) for c in alternative)]
    if frame.objects and not met:
        return None
    if narrow and not any(c not in _WIDE for alternative in met for c in alternative):
        return None
    return tuple(sorted((index, *way)))


def _way(tree: Tree, index: int, ways: Sequence[Sequence[str]]) -> tuple[int, ...] | None:
    """Tokens of the particle or preposition that the frame asks for; () where it asks for none."""
    if not ways:
        return ()
    return next((found for way in ways if (found := _follow(tree, index, way)) is not None), None)


def _follow(tree: Tree, index: int, way: Sequence[str]) -> tuple[int, ...] | None:
    found: list[int] = []
    for word in way:
        above = [index, *found[-1:], *_near(tree, index)]
        step = next((c for a in above for c in tree.children[a] if c > index and _is_step(tree, c, word)), None)
        if step is None:
            return None
        found.append(step)
    return tuple(found)


def _near(tree: Tree, index: int) -> list[int]:
    """Where a preposition of the verb may hang too: on the object, or before the clause that it opens."""
    done_to = tree.child(index, "dobj")
    clauses = tree.all_children(index, "advcl", "ccomp", "xcomp")
    return [*([done_to] if done_to is not None else []), *clauses]


def _is_step(tree: Tree, child: int, word: str) -> bool:
    token = tree.tokens[child]
    if word.startswith("#"):
        return token.dep == "pobj" and _is_of_class(tree, child, word[1:])
    if token.dep == "mark":
        return word == "for" == token.text.lower()
    return token.dep in _WAYS | {"pobj"} and word in {token.text.lower(), token.lemma}


Condition = Callable[[Actors, int, tuple[int, ...]], bool]


def _holds(actors: Actors, index: int, condition: str, way: tuple[int, ...]) -> bool:
    known = _CONDITIONS.get(condition)
    if known is not None:
        return known(actors, index, way)
    target = patient(actors.tree, index)
    if target is None:
        return False
    parts = actors.tree.conjuncts(target)
    if condition.startswith("#"):
        return any(_is_of_class(actors.tree, part, condition[1:]) for part in parts)
    return any(actors.tree.tokens[n].lemma == condition for part in parts for n in _with_contents(actors.tree, part))


def _is_of_class(tree: Tree, index: int, name: str) -> bool:
    words = nouns_of(name)
    return any(tree.tokens[noun].lemma in words for noun in _with_contents(tree, index))


def _with_contents(tree: Tree, index: int | None) -> list[int]:
    """A noun, and what a noun of measure holds: *dozens of rounds*, *a state of emergency*."""
    if index is None:
        return []
    found = [index]
    if tree.tokens[index].lemma in nouns_of("container"):
        for prep in tree.all_children(index, "prep"):
            if tree.tokens[prep].text.lower() == "of":
                found += tree.all_children(prep, "pobj")
    return found


def _stands_with(tree: Tree, noun: int, word: str) -> bool:
    """Whether `word` stands directly below the noun: *mediation* effort, statement of *support*, call *for*."""
    if not word:
        return True
    if word.startswith("#"):
        inside = range(tree.left[noun], min(tree.right[noun], noun + MAX_PHRASE))
        return any(tree.tokens[i].lemma in nouns_of(word[1:]) for i in inside)
    below = [*tree.children[noun], *(g for c in tree.all_children(noun, "prep") for g in tree.children[c])]
    return any(tree.tokens[c].lemma.endswith(word) for c in below)


def _has_doer(actors: Actors, index: int, kind: MeasureType) -> bool:
    """Whether somebody who can act does it; a passive may leave out who, but not of deeds of force."""
    tree = actors.tree
    found = doer(tree, index)
    if found is not None:
        return actors.can_act(found) and not actors.is_unnamed_expert(found)
    if not is_passive(tree, index) or tree.tokens[index].dep in {"acl", "amod", "advcl"}:
        return False
    return kind != "ASSAULT" and patient(tree, index) is not None


def _object_acts(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = patient(actors.tree, index)
    return found is not None and actors.can_act(found)


def _object_is_person(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = patient(actors.tree, index)
    if found is None:
        return False
    chain = actors.chain(found)
    kinds = ("official", "diplomat")
    return (chain is not None and actors.cast.get(chain).kind == "person") or any(
        actors.tree.tokens[found].lemma in nouns_of(kind) for kind in kinds
    )


def _doers_are_several(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = doer(actors.tree, index)
    return found is not None and is_several(actors.tree, found)


def _doer_is_armed(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = doer(actors.tree, index)
    return found is not None and actors.is_armed(found) and patient(actors.tree, index) is not None


def _asks(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    return any(tree.tokens[w].lemma in _WH for c in tree.all_children(index, "ccomp") for w in tree.subtree(c)[:2])


def _has_future(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    clauses = tree.all_children(index, "ccomp")
    return any(tree.tokens[a].lemma in {"will", "would"} for c in clauses for a in tree.all_children(c, "aux"))


def _has_infinitive(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    return any(tree.tokens[a].tag == "TO" for c in complements(tree, index) for a in tree.all_children(c, "aux"))


def _stays(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    return not any(tree.tokens[c].lemma in nouns_of("leaving") for c in complements(tree, index))


def _has_hostile(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    return any(plain(tree.tokens[c].lemma) in nouns_of("hostile") for c in complements(tree, index))


def _prep_acts(actors: Actors, _: int, way: tuple[int, ...]) -> bool:
    tree = actors.tree
    return any(actors.can_act(p) for step in way for p in tree.all_children(step, "pobj"))


def _cannot_agree(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    return any(tree.tokens[c].lemma in {"agree", "reach"} for c in tree.all_children(index, "xcomp"))


_CONDITIONS: Mapping[str, Condition] = {
    "any": lambda a, i, _: patient(a.tree, i) is not None,
    "none": lambda a, i, _: a.tree.child(i, "dobj") is None and not is_passive(a.tree, i),
    "actor": _object_acts,
    "person": _object_is_person,
    "plural": _doers_are_several,
    "clause": lambda a, i, _: bool(complements(a.tree, i)),
    "ccomp": lambda a, i, _: a.tree.child(i, "ccomp") is not None,
    "question": _asks,
    "future": _has_future,
    "infinitive": _has_infinitive,
    "stays": _stays,
    "hostile": _has_hostile,
    "actor_prep": _prep_acts,
    "force_subject": _doer_is_armed,
    "agree": _cannot_agree,
}
_WIDE = frozenset({"any", "none", "actor", "clause", "infinitive", "stays", "plural"})


# ------------------------------------------------------------------ one inside another
def _folded_into(tree: Tree, trigger: Trigger, by_head: Mapping[int, Trigger]) -> Trigger | None:
    """The trigger that this one only fills in, saying what is asked, offered or refused: urged Moldor to *withdraw*."""
    node = trigger.head
    for above in tree.ancestors(trigger.head):
        if _stands_apart(tree, node):
            return None
        outer = by_head.get(above)
        if outer is not None and outer is not trigger:
            return outer if _holds_others(outer, trigger) and node not in outer.words[:1] else None
        node = above
    return None


def _stands_apart(tree: Tree, node: int) -> bool:
    """Whether what hangs here is told beside the act above it, not as a part of it."""
    token = tree.tokens[node]
    if token.dep == "prep":
        return token.text.lower() in _ASIDE
    if token.dep == "advcl":
        return not any(tree.tokens[m].text.lower() == "for" for m in tree.all_children(node, "mark"))
    if token.dep == "acl":
        return token.tag in {"VBN", "VBG"}
    return token.dep in {"relcl", "conj", "appos", "parataxis", "nsubj", "poss"}


def _yields(tree: Tree, outer: Trigger) -> bool:
    """To decide or vote to do something is that very act."""
    return outer.verb is not None and tree.tokens[outer.verb].lemma in {"decide", "vote"}


def _holds_others(outer: Trigger, inner: Trigger) -> bool:
    """Claims and echoes leave what they speak of a measure of its own."""
    if outer.rule == "claims":
        return inner.verb is None
    return not (outer.type == inner.type == "REQUEST" and inner.verb is None)

"""Whether a verb or noun stands in the frame that the lexicon asks for."""

from collections.abc import Callable, Mapping, Sequence

from ..language.tree import Tree
from ..model import MeasureType
from .acts import VerbFrame, nouns_of, plain
from .arguments import Actors
from .clauses import complements, doer, is_passive, is_several, patient

_WAYS = frozenset({"prt", "prep", "advmod", "dobj", "dative", "oprd", "acomp", "agent", "npadvmod"})
_WH = frozenset({"how", "why", "what", "whether", "if", "when", "who", "where"})
MAX_PHRASE = 30  # tokens after a noun in which a word that it needs is looked for


def fits(actors: Actors, index: int, frame: VerbFrame, *, narrow: bool) -> tuple[int, ...] | None:
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
    return any(actors.tree.tokens[n].lemma == condition for part in parts for n in with_contents(actors.tree, part))


def _is_of_class(tree: Tree, index: int, name: str) -> bool:
    words = nouns_of(name)
    return any(tree.tokens[noun].lemma in words for noun in with_contents(tree, index))


def with_contents(tree: Tree, index: int | None) -> list[int]:
    """A noun, and what a noun of measure holds: *dozens of rounds*, *a state of emergency*."""
    if index is None:
        return []
    found = [index]
    if tree.tokens[index].lemma in nouns_of("container"):
        for prep in tree.all_children(index, "prep"):
            if tree.tokens[prep].text.lower() == "of":
                found += tree.all_children(prep, "pobj")
    return found


def stands_with(tree: Tree, noun: int, word: str) -> bool:
    """Whether `word` stands directly below the noun: *mediation* effort, statement of *support*, call *for*."""
    if not word:
        return True
    if word.startswith("#"):
        inside = range(tree.left[noun], min(tree.right[noun], noun + MAX_PHRASE))
        return any(tree.tokens[i].lemma in nouns_of(word[1:]) for i in inside)
    below = [*tree.children[noun], *(g for c in tree.all_children(noun, "prep") for g in tree.children[c])]
    return any(tree.tokens[c].lemma.endswith(word) for c in below)


def has_doer(actors: Actors, index: int, kind: MeasureType) -> bool:
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

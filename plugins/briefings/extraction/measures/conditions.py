"""Whether a verb or noun stands in the frame that the lexicon asks for."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ...language.measure_frames import VerbFrame, listed_lemma, nouns_of, verb_frames
from ...language.measure_types import types_with
from ...language.tree import Tree
from ...model import MeasureType
from ..grammar.clauses import complements, is_infinitive, is_passive, is_several
from ..grammar.nouns import is_of_class, is_of_time, with_contents
from ..predications.links import doer, patient, subject
from .arguments import Actors

_WAYS = frozenset({"mark", "pobj", "prt", "prep", "advmod", "dobj", "dative", "oprd", "acomp", "agent", "npadvmod"})
_WH = frozenset({"how", "why", "what", "whether", "if", "when", "who", "where"})
_PARTICLES = frozenset({"up", "down", "in", "off", "over", "away", "back", "aside", "out"})
_KIN = frozenset(
    {"husband", "wife", "father", "mother", "brother", "sister", "son", "daughter", "fiance", "fiancé", "spouse"}
)


def fits(actors: Actors, index: int, frame: VerbFrame) -> tuple[bool, tuple[int, ...]] | None:
    """Tells where they fit whether the frame is narrow, naming the object's noun, and the trigger's words."""
    tree = actors.tree
    way = _way(tree, index, frame.ways)
    if way is None or (not frame.ways and _is_other_verb(tree, index)):
        return None
    met = [alternative for alternative in frame.objects if all(_holds(actors, index, c, way) for c in alternative)]
    if frame.objects and not met:
        return None
    is_narrow = any(c not in _WIDE for alternative in met for c in alternative)
    return is_narrow, tuple(sorted((index, *way)))


def _is_other_verb(tree: Tree, index: int) -> bool:
    """Tells whether a particle of its own makes it another verb: *backed off*, *struck back*."""
    if tree.child(index, "prt") is not None:
        return True
    return any(tree.tokens[c].text.lower() == "back" for c in tree.all_children(index, "advmod"))


def _way(tree: Tree, index: int, ways: Sequence[Sequence[str]]) -> tuple[int, ...] | None:
    """Gives the tokens of the particle or preposition that the frame asks for; () where it asks for none."""
    if not ways:
        return ()
    return next((found for way in ways if (found := _words_of_way(tree, index, way)) is not None), None)


def _words_of_way(tree: Tree, index: int, way: Sequence[str]) -> tuple[int, ...] | None:
    found: list[int] = []
    for place, word in enumerate(way):
        particle = word in _PARTICLES and not way[place + 1 : place + 2]
        step = next((c for c in _below(tree, index, found, word) if _is_step(tree, c, word, particle=particle)), None)
        if step is None:
            return None
        found.append(step)
    return tuple(found)


def _below(tree: Tree, index: int, found: Sequence[int], word: str) -> Iterator[int]:
    """Tells where a word of the frame may hang: on the verb, on the word before it, on the object, on a "for … to"."""
    for above in (index, *found[-1:]):
        yield from (c for c in tree.children[above] if c > index)
    done_to = tree.child(index, "dobj")
    if done_to is not None and word != "for":
        yield from tree.all_children(done_to, "prep")
    if word == "for":
        for clause in tree.all_children(index, "advcl", "ccomp", "xcomp"):
            yield from tree.all_children(clause, "mark")


def _is_step(tree: Tree, child: int, word: str, *, particle: bool) -> bool:
    token = tree.tokens[child]
    if word.startswith("#"):
        return token.dep == "pobj" and is_of_class(tree, child, word[1:])
    if word not in {token.text.lower(), token.lemma} or token.dep not in _WAYS:
        return False
    if particle:
        return token.dep in {"prt", "advmod"} or tree.child(child, "pobj") is None
    return not is_of_time(tree, child)  # "agreed on Monday" is not to agree on something


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
        return any(is_of_class(actors.tree, part, condition[1:]) for part in parts)
    return any(actors.tree.tokens[n].lemma == condition for part in parts for n in with_contents(actors.tree, part))


def has_doer(actors: Actors, index: int, kind: MeasureType) -> bool:
    """Tells whether somebody who can act does it; a passive may leave out who, but not of deeds of force."""
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


def _doers_are_people(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = doer(actors.tree, index)
    if found is None:
        return False
    chain = actors.chain(found)
    return is_several(actors.tree, found) if chain is None else actors.cast.get(chain).kind in {"group", "person"}


def _doer_is_armed(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = doer(actors.tree, index)
    return found is not None and actors.is_armed(found) and patient(actors.tree, index) is not None


def _force_does(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = doer(actors.tree, index)
    return found is not None and actors.is_armed(found)


def _civic(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = doer(actors.tree, index)
    return found is not None and actors.tree.tokens[found].lemma in nouns_of("civic")


def _statesman(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = doer(actors.tree, index)
    return found is not None and actors.is_public_person(found)


def _paid_a_call(actors: Actors, index: int, way: tuple[int, ...]) -> bool:
    """Tells whether it is a visit: *Ann Lee called on the president*; not *to resign*, nor *for* help."""
    tree = actors.tree
    asked = any(tree.tokens[i].tag == "TO" or tree.tokens[i].text == "for" for i in range(index, tree.right[index]))
    heads = [head for step in way for head in tree.all_children(step, "pobj")]
    return not asked and any(actors.is_public_person(head) for head in heads) and _statesman(actors, index, way)


def _asks(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    opening = (w for c in tree.all_children(index, "ccomp") for w in range(tree.left[c], min(tree.left[c] + 2, c)))
    return not is_passive(tree, index) and any(tree.tokens[w].lemma in _WH for w in opening)


def _has_future(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    for clause in tree.all_children(index, "ccomp"):
        coming = any(tree.tokens[a].lemma in {"will", "would"} for a in tree.all_children(clause, "aux"))
        own = subject(tree, clause)
        if coming and own is not None and (actors.can_act(own) or is_passive(tree, clause)):
            return True
    return False


def _is_body(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    found = doer(actors.tree, index)
    chain = actors.chain(found) if found is not None else None
    return chain is not None and actors.cast.get(chain).kind in {"organisation", "state"}


def _is_only_in_words(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    by, to = doer(actors.tree, index), patient(actors.tree, index)
    if by is None or to is None or not actors.is_public_person(by):
        return False
    other = actors.chain(to)
    return other is None or actors.cast.get(other).kind not in {"state", "place"}


def _has_infinitive(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    return any(is_infinitive(actors.tree, clause) for clause in complements(actors.tree, index))


def _to_do(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    """Tells whether something is asked of somebody: asked *to rejoin*; not "asked not to be named"."""
    tree = actors.tree
    return not any(tree.child(c, "auxpass", "neg") is not None for c in complements(tree, index))


def _is_no_leaving(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    return not any(tree.tokens[c].lemma in nouns_of("leaving") for c in complements(tree, index))


def _is_more_than_comment(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    """Tells whether what is declined matters: declined *to resign*; "declined to comment" is a courtesy."""
    tree = actors.tree
    return not any(tree.tokens[c].lemma in nouns_of("comment") for c in complements(tree, index))


def _is_stranger(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    """Tells whether a meeting may be talks; not *met her husband*."""
    tree = actors.tree
    done_to = patient(tree, index)
    own = tree.child(done_to, "poss") if done_to is not None and tree.tokens[done_to].lemma in _KIN else None
    return own is None or tree.tokens[own].tag != "PRP$"


def _has_hostile(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    return any(listed_lemma(tree.tokens[c].lemma) in nouns_of("hostile") for c in complements(tree, index))


def _prep_acts(actors: Actors, index: int, way: tuple[int, ...]) -> bool:
    tree = actors.tree
    heads = [head for step in way for head in tree.all_children(step, "pobj")]
    if not heads:  # the parse may take whom one calls on "to resign" for the infinitive's subject
        heads = [own for c in complements(tree, index) for own in tree.all_children(c, "nsubj") if own == way[-1] + 1]
    return any(map(actors.can_act, heads))


def _prep_is_named(actors: Actors, _: int, way: tuple[int, ...]) -> bool:
    heads = [p for step in way for p in actors.tree.all_children(step, "pobj")]
    return any(actors.cast.get(chain).named for chain in actors.at(heads))


def _cannot_agree(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    for clause in tree.all_children(index, "xcomp"):
        made = patient(tree, clause)
        pact = made is not None and is_of_class(tree, made, "pact")
        if tree.tokens[clause].lemma == "agree" or (tree.tokens[clause].lemma == "reach" and pact):
            return True
    return False


def _is_called_names(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    """Tells whether somebody is called what a wrong makes one: called him *a liar*."""
    tree = actors.tree
    words = [tree.tokens[c].lemma for c in tree.all_children(index, "oprd")]
    return any(word in nouns_of(name) for word in words for name in ("slur", "culprit"))


def _grants(actors: Actors, index: int, _: tuple[int, ...]) -> bool:
    tree = actors.tree
    lemmas = (listed_lemma(tree.tokens[c].lemma) for c in complements(tree, index))
    return any(frame.type in types_with("granted") for lemma in lemmas for frame in verb_frames().get(lemma, ()))


_CONDITIONS: Mapping[str, Condition] = {
    "any": lambda a, i, _: patient(a.tree, i) is not None,
    "none": lambda a, i, _: a.tree.child(i, "dobj") is None and not is_passive(a.tree, i),
    "actor": _object_acts,
    "person": _object_is_person,
    "plural": _doers_are_several,
    "people": _doers_are_people,
    "more_than_comment": _is_more_than_comment,
    "alone": lambda a, i, _: a.tree.child(i, "dobj", "ccomp", "xcomp") is None and not is_passive(a.tree, i),
    "noun_prep": lambda a, _, way: all(a.tree.child(step, "pobj") is not None for step in way),
    "stranger": _is_stranger,
    "active": lambda a, i, _: not is_passive(a.tree, i),
    "clause": lambda a, i, _: bool(complements(a.tree, i)),
    "ccomp": lambda a, i, _: a.tree.child(i, "ccomp") is not None,
    "question": _asks,
    "future": _has_future,
    "infinitive": _has_infinitive,
    "stays": _is_no_leaving,
    "to_do": _to_do,
    "hostile": _has_hostile,
    "actor_prep": _prep_acts,
    "named_prep": _prep_is_named,
    "force_subject": _doer_is_armed,
    "force_doer": _force_does,
    "civic_subject": _civic,
    "statesman": _statesman,
    "paid_a_call": _paid_a_call,
    "agree": _cannot_agree,
    "slur": _is_called_names,
    "bare": lambda a, i, _: a.tree.child(i, "oprd", "ccomp", "xcomp") is None,
    "grants": _grants,
    "body": _is_body,
    "words": _is_only_in_words,
}
# Conditions that say little of the object: a frame of these alone is no narrow one.
_WIDE = frozenset({
    "alone", "noun_prep", "any", "none", "actor", "clause", "infinitive", "stays", "plural",
    "body", "words", "active", "stranger", "people", "statesman", "to_do",
})  # fmt: skip

"""Where the target of a measure stands: object, dative, complement, words after a preposition."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ...language.measure_frames import listed_lemma, nouns_of, verb_frames
from ...language.tree import Tree
from ...model import MeasureType
from ..grammar.clauses import after, complements, dative
from ..grammar.owners import sufferer_heads
from ..predications.links import patient, subject
from .triggers import Trigger

# Whom an infinitive acts on: offered to hand him over *to Moldor*, threatened to close the strait *against* …
MAX_DEEP = 25  # tokens after a verb in which "against" is still taken to be its own
_INSIDE = ("to", "with", "against", "on", "from", "for", "in")


def target_heads(tree: Tree, trigger: Trigger, route: str) -> Iterator[Sequence[int]]:
    """Finds the heads of noun phrases at one place after another where the route may lead."""
    if trigger.verb is None:
        yield sufferer_heads(tree, trigger.head) if trigger.suffered else list(after(tree, trigger.head, route))
        return
    way = _ROUTES.get(route)
    if way is not None:
        yield from way(tree, trigger, trigger.verb)
        return
    yield _heads_after(tree, trigger, route)
    if route == "against":
        yield _heads_deeper(tree, trigger.verb)


def _purposes(tree: Tree, verb: int) -> list[int]:
    """Finds the infinitives that say what for: marched *to demand* a pay rise."""
    return [c for c in tree.all_children(verb, "advcl", "xcomp") if tree.tokens[c].tag == "VB"]


def _heads_inside(tree: Tree, clauses: Sequence[int], kind: MeasureType = "AGREE") -> Iterator[Sequence[int]]:
    for clause in clauses:
        if kind == "REJECT" and _is_about_another(tree, clause):
            continue
        yield _as_list(dative(tree, clause))
        done_to = _as_list(patient(tree, clause))
        if kind == "THREATEN":
            yield done_to  # threatened to drag *the banks* to court
        gives = _gives(tree, clause)
        for word in _INSIDE[:4]:
            yield [head for place in (clause, *done_to) for head in after(tree, place, word)]
        yield [index for index in done_to if not gives and not _is_own_force(tree, index)]
        for word in _INSIDE[4:] if done_to else _INSIDE[4:-1]:  # "agreed to meet in Arlen" does nothing to Arlen
            yield [head for place in (clause, *done_to) for head in after(tree, place, word)]


def _is_about_another(tree: Tree, clause: int) -> bool:
    """Tells whether who stands inside is no one refused: declined *to say* when Moldor …, *to condemn* Moldor."""
    lemma = listed_lemma(tree.tokens[clause].lemma)
    frames = verb_frames().get(lemma, ())
    judged = bool(frames) and all(frame.type in {"ACCUSE", "REJECT"} for frame in frames)
    return judged or lemma in nouns_of("comment") | nouns_of("telling")


def _is_own_force(tree: Tree, index: int) -> bool:
    """Tells whether forces are the doer's own: offered to *withdraw its troops*; not to train *Moldoran troops*."""
    foreign = any(tree.tokens[c].text[0].isupper() for c in tree.all_children(index, "amod", "compound", "nmod"))
    return tree.tokens[index].lemma in nouns_of("force") and not foreign


def _gives(tree: Tree, verb: int) -> bool:
    """Tells whether the object is given, not whom it is done to: offered to *send doctors*, to *appoint a judge*."""
    frames = verb_frames().get(listed_lemma(tree.tokens[verb].lemma), ())
    return bool(frames) and all("obj" not in frame.targets or frame.type == "GOVERN" for frame in frames)


def _places_of_object(tree: Tree, verb: int) -> list[int]:
    """Finds where the object is: demolished homes *in Moldor*, fired rounds aimed *at a tower in Moldor*."""
    done_to = patient(tree, verb)
    if done_to is None:
        return []
    aimed = [head for clause in tree.all_children(done_to, "acl") for head in after(tree, clause, "at", "on")]
    thing = any(tree.tokens[done_to].lemma in nouns_of(name) for name in ("property", "place", "land", "fire"))
    places = [done_to, *aimed, *([verb] if thing else [])]
    return [*aimed, *(head for place in places for head in after(tree, place, "in"))]


def _heads_deeper(tree: Tree, verb: int) -> list[int]:
    """Finds who stands after an "against" further down: mobilised its army for a war *against Moldor*."""
    for index in range(verb + 1, min(tree.right[verb], verb + MAX_DEEP)):
        if tree.tokens[index].pos == "VERB":
            break
        if tree.tokens[index].text.lower() == "against" and tree.tokens[index].dep == "prep":
            return tree.all_children(index, "pobj")
    return []


def _heads_after(tree: Tree, trigger: Trigger, word: str) -> list[int]:
    """Tells what stands after a preposition of the noun, the verb or the object, or of what the noun is "of"."""
    verb, noun = trigger.verb, trigger.noun
    done_to = patient(tree, verb) if verb is not None and noun is None else None
    places = [p for p in (noun, verb, done_to) if p is not None]
    places += after(tree, noun, "of") if noun is not None and word != "of" else []
    found = [head for place in places for head in after(tree, place, word)]
    if word == "for" and trigger.type == "REQUEST":
        found = [head for head in found if not _is_wanted(tree, head)]
    if word == "for" and verb is not None:  # "pushing for Moldor to be listed"
        subjects = (tree.child(clause, "nsubj", "nsubjpass") for clause in _for_clauses(tree, verb))
        found += [index for index in subjects if index is not None]
    if trigger.type == "MOBILIZE":  # its own troops are no target
        found = [index for index in found if tree.tokens[index].lemma not in nouns_of("force")]
    return found


def _is_wanted(tree: Tree, head: int) -> bool:
    """Tells whether somebody is asked for, not asked: called for *a coordinator*; not for *the ministry* to act."""
    return tree.tokens[head].tag == "NN" and any(tree.tokens[c].lemma == "a" for c in tree.all_children(head, "det"))


def _for_clauses(tree: Tree, verb: int) -> Iterator[int]:
    for child in tree.children[verb]:
        if tree.tokens[child].dep == "prep" and tree.tokens[child].text.lower() == "for":
            yield from tree.all_children(child, "pcomp")
        elif any(tree.tokens[m].text.lower() == "for" for m in tree.all_children(child, "mark")):
            yield child


def _as_list(index: int | None) -> list[int]:
    return [] if index is None else [index]


Way = Callable[[Tree, Trigger, int], Iterable[Sequence[int]]]
_ROUTES: Mapping[str, Way] = {
    "obj": lambda tree, trigger, verb: [_as_list(patient(tree, verb)) if trigger.noun is None else []],
    "dative": lambda tree, _, verb: [_as_list(dative(tree, verb))],
    "clause": lambda tree, _, verb: [[h for c in complements(tree, verb) for h in _as_list(subject(tree, c))]],
    "inside": lambda tree, trigger, verb: _heads_inside(tree, complements(tree, verb), trigger.type),
    "purpose": lambda tree, _, verb: _heads_inside(tree, _purposes(tree, verb)),
    "within": lambda tree, _, verb: [_places_of_object(tree, verb)],
}

"""Where the target of a measure stands: object, dative, complement, words after a preposition."""

from collections.abc import Iterator, Sequence

from ..language.tree import Tree
from .clauses import after, complements, dative, patient, subject
from .triggers import Trigger

# Whom an infinitive acts on: offered to hand him over *to Moldor*, threatened to close the strait *against* …
_INSIDE = ("to", "with", "against", "on", "from", "for", "in")


def target_heads(tree: Tree, trigger: Trigger, route: str) -> Iterator[Sequence[int]]:
    """Heads of noun phrases at one place after another where the route may lead."""
    verb, noun = trigger.verb, trigger.noun
    if verb is None:
        yield list(after(tree, trigger.head, route))
        return
    match route:
        case "obj":
            yield _known(patient(tree, verb)) if noun is None else []
        case "dative":
            yield _known(dative(tree, verb))
        case "clause":
            yield [s for clause in complements(tree, verb) if (s := subject(tree, clause)) is not None]
        case "inside":
            yield from _inside(tree, verb)
        case _:
            yield _after(tree, trigger, route)


def _inside(tree: Tree, verb: int) -> Iterator[Sequence[int]]:
    for clause in complements(tree, verb):
        yield _known(dative(tree, clause))
        done_to = _known(patient(tree, clause))
        for word in _INSIDE[:4]:
            yield [head for place in (clause, *done_to) for head in after(tree, place, word)]
        yield done_to
        for word in _INSIDE[4:]:
            yield list(after(tree, clause, word))


def _after(tree: Tree, trigger: Trigger, word: str) -> list[int]:
    """What stands after a preposition of the noun, the verb or the object."""
    verb, noun = trigger.verb, trigger.noun
    places = [
        p for p in (noun, verb, patient(tree, verb) if verb is not None and noun is None else None) if p is not None
    ]
    found = [head for place in places for head in after(tree, place, word)]
    if word == "for" and verb is not None:  # "pushing for Moldor to be listed"
        found += [
            s for clause in _for_clauses(tree, verb) if (s := tree.child(clause, "nsubj", "nsubjpass")) is not None
        ]
    return found


def _for_clauses(tree: Tree, verb: int) -> Iterator[int]:
    for child in tree.children[verb]:
        if tree.tokens[child].dep == "prep" and tree.tokens[child].text.lower() == "for":
            yield from tree.all_children(child, "pcomp")
        elif any(tree.tokens[m].text.lower() == "for" for m in tree.all_children(child, "mark")):
            yield child


def _known(index: int | None) -> list[int]:
    return [] if index is None else [index]

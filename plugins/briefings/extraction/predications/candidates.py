"""Words that could be the subject of a verb, and the ways over the parse that lead to each."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...language.tree import Tree
from ..grammar.quotation import regions_by_token

MAX_CLIMB = 5  # governors that a subject is sought under; deeper nesting is a faulty parse
BESIDE = 8  # tokens after a verb within which a subject may follow it: “…,” said on Monday *Velden*
OWN = "own"  # the way to a subject that the parse gives to the verb itself
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative"})
_INVERTED = frozenset({"dobj", "attr", "oprd"})
_OWNING = frozenset({"by", "from", "of"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BETWEEN = frozenset({"ADV", "AUX"})  # Velden *has never* said


@dataclass(frozen=True, slots=True)
class Way:
    """How a candidate is reached: over which links up from the verb, and as what of the word there."""

    path: str  # "conj>xcomp"; "" at the verb itself
    place: str  # "nsubj", "obj", "noun", "poss" …
    steps: int

    def __str__(self) -> str:
        return f"{self.path} {self.place}"


def own_subject(tree: Tree, verb: int) -> int | None:
    """Finds the only subject that the parse gives to a verb, outside of a quotation that the verb is not in.

    Not in "thanking *Russia* for its help": no participle has its subject after it.
    """
    region = tree.once(regions_by_token)
    found = [
        child
        for child in tree.children[verb]
        if tree.tokens[child].dep in _SUBJECTS and region[child] in {-1, region[verb]}
    ]
    mistaken = tree.tokens[verb].tag == "VBG" and found[:1] > [verb]
    return found[0] if len(found) == 1 and not mistaken else None


def possible_subjects(tree: Tree, verb: int) -> dict[int, list[Way]]:
    """Gives each word that could be a subject, with the ways to it, the shortest first.

    Of "urged Moldor to talk, *adding* …": who urged, Moldor.  A name in a quotation is none of a verb outside it.
    """
    found: dict[int, list[Way]] = {}
    region = tree.once(regions_by_token)
    for head, way in _reached(tree, verb):
        if head != verb and region[head] in {-1, region[verb]}:
            found.setdefault(head, []).append(way)
    return found


def _reached(tree: Tree, verb: int) -> Iterator[tuple[int, Way]]:
    at, path = verb, ""
    for step in range(MAX_CLIMB + 1):
        for child in tree.children[at]:
            place = _place(tree, at, child, step)
            head = _noun_at(tree, child) if place else None
            if head is not None and (step or place not in _INVERTED or child > verb):
                yield head, Way(path, place, step)
        if step and tree.tokens[at].pos in NOMINAL:
            yield at, Way(path, "noun", step)
        head = tree.tokens[at].head
        if head == at or _is_told_of(tree, verb, at, path):
            break
        path = f"{path}>{tree.tokens[at].dep}" if path else tree.tokens[at].dep
        at = head
    yield from _beside(tree, verb)


def _is_told_of(tree: Tree, verb: int, at: int, path: str) -> bool:
    """Tells whether who says the clause of `at` has no part in `verb`: rebels fled and *hid*, the mayor said.

    The speaker after a clause is none of its subjects; nor is one before it of what is no finite verb.
    """
    token = tree.tokens[at]
    joined = path.startswith("conj") and tree.tokens[verb].tag not in _FINITE
    return token.dep in {"ccomp", "parataxis"} and (token.head > at or joined)


def _place(tree: Tree, at: int, child: int, step: int) -> str:
    """Tells as what a dependent could lend its word to be a subject; "" where it could not."""
    token = tree.tokens[child]
    if token.dep in _SUBJECTS or (step and token.dep == "agent"):
        return token.dep
    if not step:
        return token.dep if token.dep in _INVERTED else ""
    if token.dep in _OBJECTS:
        return "obj"
    if tree.tokens[at].pos in NOMINAL:
        owning = token.dep == "prep" and token.lemma in _OWNING
        return "poss" if token.dep == "poss" else f"prep {token.lemma}" if owning else ""
    return ""


def _noun_at(tree: Tree, child: int) -> int | None:
    """Gives the word itself; of a preposition what stands after it."""
    return tree.child(child, "pobj") if tree.tokens[child].pos == "ADP" else child


def _beside(tree: Tree, verb: int) -> Iterator[tuple[int, Way]]:
    """Finds the nouns next to a verb, whatever the parse says: accused it of lies and *Moldor* summoned its envoy."""
    tokens, (start, end) = tree.tokens, tree.sentences[tree.sentence_of[verb]]
    before = next((i for i in range(verb - 1, max(start, verb - BESIDE) - 1, -1) if tokens[i].pos in NOMINAL), None)
    if before is not None:
        next_to = all(tokens[i].pos in _BETWEEN for i in range(before + 1, verb))
        apposed = tokens[before].dep == "appos" and tokens[before].head < before  # “…,” *Velden*, a lawyer, said
        yield tokens[before].head if apposed else before, Way("", "next before" if next_to else "near before", 0)
    after = next((i for i in range(verb + 1, min(end, verb + BESIDE)) if tokens[i].pos in NOMINAL), None)
    if after is not None and tokens[verb].tag != "VBG" and tokens[after].dep != "poss":  # supporting *Moldor's* attempt
        while after + 1 < end and tokens[after + 1].pos == "PROPN":
            after += 1
        yield after, Way("", "next after", 0)

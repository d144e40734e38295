"""Whose a verb is: its own subject, else the likeliest of the words that could be, or nobody's.

A verb without a subject of its own (*adding* …, *to condemn* it, and *urged* …) has it from another word of its
sentence.  Which one is a linear model over structure, ``lexicon/subject_weights.txt``, learned by
``scripts/learn_subject_weights.py`` from annotated sayings; no word but pronouns and no name is a sign of it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...language.learned_weights import EVERY, learned, likelihood
from ...language.tree import Tree
from ...language.words import bodies, roles, speech_verbs
from ..grammar.nouns import labels_by_token
from .candidates import Way, own_subject, possible_subjects

TABLE = "subject_weights"
OWN = 0.96  # how many subjects that the parse gives a verb are right, of 3,005 annotated ones
ENOUGH = 0.35  # under which nobody is the subject: of those fewer than a third are right
NOBODY = 0.1  # the odds that none of the candidates is it
_PRONOUNS = frozenset(
    {"he", "she", "they", "i", "we", "you", "it", "this", "that", "what", "which", "who", "there"}
)  # their own signs: "there" does nothing
_DIRECTING = frozenset({  # whom they have for an object does what stands after them
    "advise", "allow", "ask", "beg", "command", "compel", "convince", "encourage", "force", "instruct", "invite",
    "order", "permit", "persuade", "press", "prompt", "push", "request", "require", "tell", "urge", "warn",
})  # fmt: skip
_DISTANCES = (1, 2, 4, 8, 16, 32)  # tokens: the upper bounds of the classes of distance
MOST = 3  # nearer candidates that are counted


@dataclass(frozen=True, slots=True)
class PredicateLink:
    """The word that is linked to a predicate, by which rule or way, and how likely that is right."""

    head: int
    rule: str
    probability: float


class Subjects:
    """The subjects of an article's verbs, each found when it is first asked for; ``tree.once(Subjects)``."""

    __slots__ = ("_found", "_labels", "tree")

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._found: dict[int, PredicateLink | None] = {}
        self._labels = tree.once(labels_by_token)

    def of(self, verb: int) -> PredicateLink | None:
        """Gives the link of a verb to its subject; None where there is none, or none is likely."""
        verb = _predicating(self.tree, verb)
        if verb not in self._found:
            own = own_subject(self.tree, verb)
            told = self._told_passive(verb) or self._told_to(verb) if own is None else PredicateLink(own, "own", OWN)
            self._found[verb] = told or self._likeliest(verb)
        return self._found[verb]

    def _told_passive(self, verb: int) -> PredicateLink | None:
        """Finds whom a second passive is about, who no saying teaches: *Velden* was seized by rebels and held."""
        token = self.tree.tokens[verb]
        if token.dep != "conj" or token.tag != "VBN" or self.tree.child(token.head, "auxpass") is None:
            return None
        shared = self.of(token.head) if self.tree.child(verb, "aux", "auxpass", "dobj") is None else None
        return None if shared is None else PredicateLink(shared.head, "second passive", shared.probability)

    def _told_to(self, verb: int) -> PredicateLink | None:
        """Finds who is told to do something, which the annotated sayings show too seldom: urged *Moldor* to leave."""
        token = self.tree.tokens[verb]
        told = self.tree.child(token.head, "dobj") if token.dep == "xcomp" and token.tag == "VB" else None
        directs = self.tree.tokens[token.head].lemma in _DIRECTING
        return PredicateLink(told, "told to", OWN) if told is not None and told < verb and directs else None

    def _likeliest(self, verb: int) -> PredicateLink | None:
        weights = learned(TABLE)[EVERY]
        found = [(head, str(way), likelihood(weights, valued(signs))) for head, way, signs in self.weighed(verb)]
        chances = among_rivals([alone for _, _, alone in found])
        best = max(range(len(found)), key=lambda number: (chances[number], -number), default=None)
        if best is None or chances[best] < ENOUGH:
            return None
        return PredicateLink(found[best][0], found[best][1], chances[best])

    def weighed(self, verb: int) -> Iterable[tuple[int, Way, Sequence[str]]]:
        """Gives every candidate with its first way and all that speaks for or against it, the nearest first."""
        found = sorted(possible_subjects(self.tree, verb).items(), key=lambda item: (abs(item[0] - verb), item[0]))
        for nearer, (head, ways) in enumerate(found):
            around = [*_of_ways(self.tree, verb, ways), *self._of_word(verb, head, ways[0], nearer)]
            yield head, ways[0], sorted({*around})

    def _of_word(self, verb: int, head: int, way: Way, nearer: int) -> list[str]:
        """Tells what kind of word it is and how far from the verb."""
        tree, token = self.tree, self.tree.tokens[head]
        lower = token.text.lower()
        sort = self._labels.get(head) or _sort(token.lemma, lower)
        side = "before" if head < verb else "after"
        found = [
            f"sort {sort}", f"sort {sort} {way.place}", f"sort {sort} {tree.tokens[verb].lemma in speech_verbs()}",
            f"tag {token.tag}", f"tag {token.tag} {way.place}", f"{side} {way.place} {way.steps}",
            f"far {bisect_left(_DISTANCES, abs(head - verb))}", f"nearer {min(nearer, MOST)}",
        ]  # fmt: skip
        return [*found, f"word {lower}"] if lower in _PRONOUNS else found


def valued(signs: Iterable[str]) -> Iterable[tuple[str, float]]:
    """Gives each sign with its value, 1."""
    return ((sign, 1.0) for sign in signs)


def among_rivals(alone: Sequence[float]) -> list[float]:
    """Gives how likely each candidate is beside the others, of how likely each is by itself."""
    odds = [chance / (1 - chance) for chance in alone]
    return [own / (sum(odds) + NOBODY) for own in odds]


def _sort(lemma: str, lower: str) -> str:
    if lower in roles() or lemma in roles():
        return "role"
    return "body" if lower in bodies() or lemma in bodies() else "noun"


def _of_ways(tree: Tree, verb: int, ways: Sequence[Way]) -> list[str]:
    """Tells over which links the verb has it: a conjunction, a complement, a relative clause, what is next to it."""
    token, governor = tree.tokens[verb], tree.tokens[tree.tokens[verb].head]
    first = ways[0]
    comma = "comma" if tree.left[verb] and tree.tokens[tree.left[verb] - 1].text == "," else "no comma"
    helped = tree.child(verb, "aux", "auxpass") is not None
    speak = f"{governor.lemma in speech_verbs()} {token.lemma in speech_verbs()}"
    found = [
        "always", f"{comma} {first}", f"under {governor.tag} {token.tag} {first}", f"speak {speak} {first}",
        f"helped {helped} {first}", f"passive {tree.child(verb, 'auxpass', 'agent') is not None} {first.place}",
    ]  # fmt: skip
    for way in ways:
        found += [f"way {way}", f"place {way.place}", f"path {way.path}", f"way {way} {token.tag}"]
        found.append(f"steps {way.steps} {way.place}")
    return found


def _predicating(tree: Tree, word: int) -> int:
    """Gives the verb that an adjective hangs on: Moldor *is* ready; of a verb, the verb itself."""
    token = tree.tokens[word]
    return token.head if token.pos == "ADJ" and token.dep in {"acomp", "oprd", "attr"} else word

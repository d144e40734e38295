"""Who does what a verb tells, and to whom: its subject and object through voice and relative clauses.

Token indices in, token indices out; None where the clause does not say.
"""

from ...language.measure_frames import nouns_of
from ...language.tree import Tree
from ..grammar.clauses import COMPLEMENTS, SUBJECTS, after, is_passive
from .subjects import Subjects

_RELATIVES = frozenset({"who", "which", "that", "whom"})


def subject(tree: Tree, verb: int) -> int | None:
    """Finds the head of the noun phrase that is the subject of `verb`; of “the bank *that* sued” the bank."""
    link = tree.once(Subjects).of(verb)
    return None if link is None else _issuer(tree, verb, _noun_of_relative(tree, verb, link.head))


def _issuer(tree: Tree, verb: int, noun: int) -> int:
    """Gives who issues what says so: *Arlen Union* issued a declaration demanding help."""
    token = tree.tokens[noun]
    speaks = any(token.lemma in nouns_of(name) for name in ("statement", "request", "protest", "law"))
    if tree.tokens[verb].tag == "VBG" and tree.tokens[verb].head == noun and token.dep == "dobj" and speaks:
        issuer = tree.once(Subjects).of(token.head)
        return noun if issuer is None else issuer.head
    return noun


def _noun_of_relative(tree: Tree, verb: int, own: int) -> int:
    """Gives the noun that "who" stands for, else the subject itself."""
    if tree.tokens[own].lemma in _RELATIVES and tree.tokens[own].tag in {"WDT", "WP", "IN", "DT"}:
        clause = verb
        while tree.tokens[clause].dep == "conj":
            clause = tree.tokens[clause].head
        if tree.tokens[clause].dep == "relcl":
            return tree.tokens[clause].head
    return own


def doer(tree: Tree, verb: int) -> int | None:
    """Finds the head of the noun phrase that does the act: the subject, or the agent of a passive."""
    if is_passive(tree, verb):
        both = (verb, *tree.all_children(verb, "conj"))  # "shot and killed *by police*"
        return next((agent for each in both for agent in after(tree, each, "by")), None)
    return subject(tree, verb)


def patient(tree: Tree, verb: int) -> int | None:
    """Finds the head of what the act is done to: the object, or the subject of a passive."""
    if is_passive(tree, verb):
        if tree.tokens[verb].dep == "acl" and tree.child(verb, *SUBJECTS) is None:
            return tree.tokens[verb].head
        return subject(tree, verb)
    own = tree.child(verb, "dobj")
    if own is None and (particle := tree.child(verb, "prt")) is not None:
        own = tree.child(particle, "pobj")  # gunned down *a judge*, whatever the parse makes of it
    if own is not None and tree.tokens[own].lemma.endswith(("self", "selves")):
        return None
    if own is None:
        own = next((c for c in tree.all_children(verb, *COMPLEMENTS) for _ in [0] if _is_small(tree, c)), None)
        own = tree.child(own, *SUBJECTS) if own is not None else None
    if own is None and tree.tokens[verb].dep == "relcl":
        return _fronted(tree, verb)
    return own


def _is_small(tree: Tree, clause: int) -> bool:
    """Tells whether an infinitive took the object of its verb for its subject: "urged *Moldor* to talk"."""
    return tree.tokens[clause].tag == "VB" and tree.child(clause, *SUBJECTS) is not None


def _fronted(tree: Tree, verb: int) -> int | None:
    """Finds the noun of a relative clause that has another subject: the bank *that Ruvania sanctioned*.

    Not the night *in which* it threatened to leave.
    """
    own = tree.child(verb, "nsubj")
    for prep in tree.all_children(verb, "prep"):
        if any(tree.tokens[word].lemma in {"which", "whom"} for word in tree.all_children(prep, "pobj")):
            return None
    return tree.tokens[verb].head if own is not None and tree.tokens[own].lemma not in _RELATIVES else None

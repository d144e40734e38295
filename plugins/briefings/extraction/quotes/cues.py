"""Cues: every word that could report, in every construction it stands in, weighed by the lexicon."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...language.cue_figures import lexicon
from ...language.tree import Tree
from .constructions import MarkedText, Reported
from .direct import quoted_after, quoted_before
from .indirect import (
    as_clause,
    clause,
    document_clause,
    hearer_clause,
    noun_clause,
    parenthetical,
    passive,
    phrase,
    prepositional,
    relative,
)

_HELPERS = frozenset({"aux", "auxpass"})
_SHAPES = (
    quoted_before,
    quoted_after,
    clause,
    hearer_clause,
    document_clause,
    parenthetical,
    as_clause,
    phrase,
    relative,
)
_SHARED = (prepositional, passive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One word in one construction."""

    token: int
    kind: str  # "verb", "noun" or "adjective"
    word: str  # lemma, with its particle: "point out"
    reported: Reported
    rule: str  # the function that saw it


def uses(text: MarkedText) -> Iterator[Use]:
    """Gives all uses of all words that could be cues, in the order of the text."""
    for index, token in enumerate(text.tree.tokens):
        if token.lemma in {"accord", "according"}:
            continue  # "according to" has a rule of its own
        if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in _HELPERS):
            yield from _of_verb(text, index)
        elif token.pos in {"NOUN", "ADJ"} and text.tree.children[index]:
            yield from _uses_of_noun(text, index)


def _of_verb(text: MarkedText, verb: int) -> Iterator[Use]:
    word = with_particle(text.tree, verb)
    for shape in _SHAPES:
        found = shape(text, verb)
        if found:
            yield Use(token=verb, kind="verb", word=word, reported=found, rule=shape.__name__)
    for several in _SHARED:
        for found in several(text, verb):
            yield Use(token=verb, kind="verb", word=word, reported=found, rule=several.__name__)


def _uses_of_noun(text: MarkedText, word: int) -> Iterator[Use]:
    token = text.tree.tokens[word]
    kind = "noun" if token.pos == "NOUN" else "adjective"
    may_speak = token.tag in {"NNS", "NN"} and f"verb {token.lemma}" in lexicon()
    mistaken = quoted_before(text, word) if may_speak else None
    if mistaken:  # “…,” Smith notes: a parser may take the verb for a noun
        yield Use(token=word, kind="verb", word=token.lemma, reported=mistaken, rule=quoted_before.__name__)
    found = noun_clause(text, word)
    if found:
        yield Use(token=word, kind=kind, word=token.lemma, reported=found, rule=noun_clause.__name__)
    for other in prepositional(text, word):
        yield Use(token=word, kind=kind, word=token.lemma, reported=other, rule=prepositional.__name__)


def with_particle(tree: Tree, verb: int) -> str:
    """Gives the lemma with its particle: "point out", "brush aside"."""
    particle = particle_of(tree, verb)
    lemma = tree.tokens[verb].lemma
    return lemma if particle is None else f"{lemma} {tree.tokens[particle].lemma}"


def particle_of(tree: Tree, verb: int) -> int | None:
    """Finds the *out* of "points out"; an adverb only where the lexicon knows the two together: brushed *aside*."""
    own = tree.child(verb, "prt")
    quoted_speaker = verb + 1
    if own is not None or quoted_speaker >= len(tree.tokens) or tree.tokens[quoted_speaker].head != verb:
        return own
    token = tree.tokens[quoted_speaker]
    known = token.dep == "advmod" and f"verb {tree.tokens[verb].lemma} {token.lemma}" in lexicon()
    return quoted_speaker if known else None

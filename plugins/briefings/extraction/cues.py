"""Cues: every word that could report, in every construction it stands in, weighed by the lexicon."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..language.lexicon import table, values
from ..language.tree import Tree
from .direct import quoted_after, quoted_before
from .frames import Reported, Text
from .indirect import (
    as_clause,
    clause,
    hearer_clause,
    noun_clause,
    parenthetical,
    passive,
    phrase,
    prepositional,
    relative,
)

ANY = "any"  # the lexicon's row for every word
_HELPERS = frozenset({"aux", "auxpass"})
_SHAPES = (quoted_before, quoted_after, clause, hearer_clause, parenthetical, as_clause, phrase, relative)
_SHARED = (prepositional, passive)

Key = tuple[str, str]  # kind, word
Weights = Mapping[str, float]  # by construction, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One word in one construction."""

    token: int
    kind: str  # "verb", "noun" or "adjective"
    word: str  # lemma, with its particle: "point out"
    reported: Reported
    rule: str  # the function that saw it


@cache
def lexicon() -> Mapping[Key, Weights]:
    """How often a word reports in a construction: counted where it was seen often enough, else by hand."""
    found: dict[Key, dict[str, float]] = {}
    for name in ("cues", "cue_counts"):
        for row in table(name):
            weights = {k: int(v) / 100 for k, _, v in (part.rpartition(" ") for part in values(row["constructions"]))}
            for word in values(row["words"]):
                held = found.setdefault((row["kind"], word), {})
                if name == "cues":
                    weights = {k: max(v, held.get(k, 0.0)) for k, v in weights.items()}
                held.update(weights)
    return found


def weight(use: Use) -> float:
    """How likely `use` reports, 0 to 1."""
    known = lexicon()
    own = known.get((use.kind, use.word), {})
    return own.get(use.reported.name, known.get((use.kind, ANY), {}).get(use.reported.name, 0.0))


def uses(text: Text) -> Iterator[Use]:
    """All uses of all words that could be cues, in the order of the text."""
    for index, token in enumerate(text.tree.tokens):
        if token.lemma in {"accord", "according"}:
            continue  # "according to" has a rule of its own
        if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in _HELPERS):
            yield from _of_verb(text, index)
        elif token.pos in {"NOUN", "ADJ"} and text.tree.children[index]:
            yield from _of_noun(text, index)


def _of_verb(text: Text, verb: int) -> Iterator[Use]:
    word = with_particle(text.tree, verb)
    for shape in _SHAPES:
        found = shape(text, verb)
        if found:
            yield Use(token=verb, kind="verb", word=word, reported=found, rule=shape.__name__)
    for several in _SHARED:
        for found in several(text, verb):
            yield Use(token=verb, kind="verb", word=word, reported=found, rule=several.__name__)


def _of_noun(text: Text, word: int) -> Iterator[Use]:
    token = text.tree.tokens[word]
    kind = "noun" if token.pos == "NOUN" else "adjective"
    mistaken = quoted_before(text, word) if token.tag in {"NNS", "NN"} else None
    if mistaken and ("verb", token.lemma) in lexicon():  # “…,” Smith notes: a parser may take the verb for a noun
        yield Use(token=word, kind="verb", word=token.lemma, reported=mistaken, rule=quoted_before.__name__)
    found = noun_clause(text, word)
    if found:
        yield Use(token=word, kind=kind, word=token.lemma, reported=found, rule=noun_clause.__name__)
    for other in prepositional(text, word):
        yield Use(token=word, kind=kind, word=token.lemma, reported=other, rule=prepositional.__name__)


def with_particle(tree: Tree, verb: int) -> str:
    """The lemma with its particle: "point out"."""
    particle = tree.child(verb, "prt")
    lemma = tree.tokens[verb].lemma
    return lemma if particle is None else f"{lemma} {tree.tokens[particle].lemma}"

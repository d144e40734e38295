"""The chains of made-up articles, mention by mention."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.extraction.cast.coreference import chain_mentions
from briefings.extraction.names.mentions import find_mentions
from briefings.language.tree import Tree
from briefings.model import Chain, Entity, Parse, Span, Token
from conftest import ParseText
from made import Bar
from sizes import tried

MARK = re.compile(r"\[(\??)([a-z0-9-]+) ([^\]]+)\]")
CASES = Path(__file__).parent / "cases" / "actors.txt"

Marked = tuple[str, set[tuple[str, Span]], set[tuple[str, Span]]]  # text, named, unnamed


def cases() -> Iterator[tuple[str, str]]:
    for block in CASES.read_text("utf-8").split("\n\n"):
        *notes, text = block.strip().splitlines()
        if not text.startswith("#"):
            yield notes[-1].removeprefix("# "), text


def unmark(marked: str) -> Marked:
    text, named, unnamed, end = "", set(), set(), 0
    for found in MARK.finditer(marked):
        text += marked[end : found.start()]
        (unnamed if found[1] else named).add((found[2], Span(len(text), len(text) + len(found[3]))))
        text += found[3]
        end = found.end()
    return text + marked[end:], named, unnamed


def chains_of(tree: Tree) -> tuple[Chain, ...]:
    return chain_mentions(tree, find_mentions(tree))


def shown(text: str, mentions: set[tuple[str, Span]]) -> list[str]:
    return [f"{actor}: {text[slice(*span)]} @{span.start}" for actor, span in sorted(mentions, key=lambda m: m[1])]


@pytest.mark.parametrize(("phenomenon", "marked"), list(cases()), ids=lambda value: value[:60])
def test_every_mention_is_its_actors(phenomenon: str, marked: str, parse_text: ParseText) -> None:
    text, named, unnamed = unmark(marked)
    chains = chains_of(parse_text(text))
    found = {(chain.id, mention.span) for chain in chains for mention in chain.mentions if chain.named}
    others = {(chain.id, mention.span) for chain in chains for mention in chain.mentions if not chain.named}
    assert shown(text, found) == shown(text, named), phenomenon
    assert unnamed <= others, phenomenon


@pytest.mark.parametrize(
    ("text", "actor", "words"),
    [
        ("The Tarn Metall union said no. Tarn Metall struck.", "tarn-metall", ["The Tarn Metall union", "Tarn Metall"]),
        ("The CGIL and UIL unions said no. The CGIL union met.", "cgil", ["CGIL", "unions", "The CGIL union"]),
    ],
)
def test_the_noun_behind_a_name_says_only_what_sort_of_body_it_is(
    text: str, actor: str, words: list[str], parse_text: ParseText
) -> None:
    tree = parse_text(text)
    (chain,) = (each for each in chains_of(tree) if each.id == actor)
    assert set(words) <= {tree.text[slice(*mention.span)] for mention in chain.mentions}


def listed(count: int, word: str, pos: str, dep: str, label: str) -> Tree:
    """`count` times one word, each coordinated with the one before it, each a name of its own to the recogniser."""
    step = len(word) + 1
    tokens = tuple(
        Token(
            start=n * step,
            end=n * step + len(word),
            text=word,
            lemma=word.lower(),
            pos=pos,
            tag="NNP",
            dep=dep,
            head=max(n - 1, 0),
        )
        for n in range(count)
    )
    entities = tuple(Entity(first=n, last=n + 1, label=label) for n in range(count)) if label else ()
    return Tree(f"{word} " * count, Parse(parser="none", tokens=tokens, sentences=((0, count),), entities=entities))


@pytest.mark.parametrize(
    ("word", "pos", "dep", "label"),
    [
        ("experts", "NOUN", "conj", ""),
        ("Minister", "PROPN", "compound", ""),
        ("Paris", "PROPN", "conj", "GPE"),
        ("Carver", "PROPN", "appos", "PERSON"),
        ("he", "PRON", "nsubj", ""),
    ],
)
def test_endless_lists_cost_time_in_proportion_to_their_length(
    word: str, pos: str, dep: str, label: str, bar: Bar
) -> None:
    with bar(10):  # 1 s here; what grows by the square takes minutes
        chains_of(listed(tried(30_000), word, pos, dep, label))

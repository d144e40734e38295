"""Bodies that a page gives in parts: one container after another of the same class, with advertisements between them.

A parser that looks for the container of the body finds the first of them.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from ..cleaning.text_lines import ends_sentence

Tree: TypeAlias = Any  # lxml has no types

_FEWEST_LETTERS, _FEWEST_PARAGRAPHS = 200, 2  # of sentences in a part
_LOST = 0.2  # share of their sentences that one part may lack


def parts_of_body(tree: Tree) -> Sequence[Tree]:
    """Finds the containers of one class and headline that hold the most sentences; none where it is one alone."""
    found: dict[tuple[str, str, int], list[Tree]] = {}
    headlines = 0
    for element in tree.iter("div", "section", "h1"):
        headlines += element.tag == "h1"
        name = " ".join((element.get("class") or "").split())
        if name and element.tag != "h1" and _holds_prose(element):
            found.setdefault((element.tag, name, headlines), []).append(element)
    best = max(found.values(), key=lambda parts: sum(map(len, sentences_of(parts))), default=[])
    return best if len(best) > 1 else ()


def sentences_of(parts: Iterable[Tree]) -> list[str]:
    """Gives their paragraphs that end as a sentence does."""
    texts = (" ".join("".join(child.itertext()).split()) for part in parts for child in part if child.tag == "p")
    return [text for text in texts if text and ends_sentence(text)]


def lacks(paragraphs: Sequence[str], sentences: Sequence[str]) -> bool:
    """Tells whether too many of `sentences` do not stand in `paragraphs`."""
    text = "".join("".join(paragraphs).split())
    lost = sum(len(sentence) for sentence in sentences if "".join(sentence.split()) not in text)
    return lost > _LOST * sum(map(len, sentences))


def join(parts: Sequence[Tree]) -> None:
    """Moves all that the parts hold into the first of them."""
    first, *others = parts
    for part in others:
        first.extend(list(part))


def _holds_prose(element: Tree) -> bool:
    found = sentences_of([element])
    return len(found) >= _FEWEST_PARAGRAPHS and sum(map(len, found)) >= _FEWEST_LETTERS

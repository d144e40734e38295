"""Names in lines where every word has a capital: "**Ann Carver** Opens Harbour Bridge".

There neither the model nor a run of capitals tells where a name ends, so the names that the rest of
the article writes are looked for in them.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from ...language.tree import Tree
from ...language.words import gender_of_given, heads, roles
from .trimming import FoundName

Words = tuple[str, ...]

SHORT = 3  # letters: "of", "the" and "for" stay small in headlines, too
LONGEST_NAME = 14  # tokens of a name that is looked for in a headline
LEAST = 4  # longer words of a headline
_SMALL = frozenset({"As", "At", "By", "From", "In", "Into", "Is", "On", "Over", "To", "With"})
_WHOLE = frozenset({"organisation", "place"})


def cut_headlines(tree: Tree, names: Sequence[FoundName]) -> Iterator[FoundName]:
    """Cuts `names` in headlines down to the names in them that stand in plain sentences, too."""
    headlines = capitalised(tree)
    plain = frozenset(_words_of_name(tree, name) for name in names if tree.sentence_of[name.first] not in headlines)
    for name in names:
        if (
            tree.sentence_of[name.first] not in headlines
            or _needs_no_cutting(tree, name)
            or _words_of_name(tree, name) in plain
        ):
            yield name
        else:
            parts = _known_parts(tree, name, plain)
            yield from parts or (() if _has_small_words(tree, name) else (name,))


def capitalised(tree: Tree) -> frozenset[int]:
    """Gives the numbers of the sentences in which all words begin with a capital: headlines, mostly."""
    return frozenset(number for number, _ in enumerate(tree.sentences) if _is_capitalised(tree, number))


def _is_capitalised(tree: Tree, number: int) -> bool:
    """Tells whether all words of a sentence but the small ones begin with a capital."""
    words = [token.text for token in tree.tokens[slice(*tree.sentences[number])]]
    long = [word for word in words if len(word) > SHORT and word[0].isalpha()]
    return len(long) >= LEAST and not any(word[0].islower() for word in long)


def _needs_no_cutting(tree: Tree, name: FoundName) -> bool:
    """Tells whether a name needs no cutting: a table's, after a title, or with a head: "Harbour **Committee**"."""
    before = tree.tokens[name.first - 1].text.lower() if name.first else ""
    if name.rule == "table" or before in roles():
        return True
    first, last = tree.tokens[name.first].text, tree.tokens[name.last - 1].text
    return heads().get(last) in _WHOLE and gender_of_given(first) is None and not _has_small_words(tree, name)


def _known_parts(tree: Tree, name: FoundName, plain: AbstractSet[Words]) -> list[FoundName]:
    """Gives the longest names of `plain` within `name`, from left to right; a first name keeps its surname."""
    found: list[FoundName] = []
    first = name.first
    while first < name.last:
        ends = range(min(name.last, first + LONGEST_NAME), first, -1)
        words = [token.text for token in tree.tokens[first : ends.start]]
        last = next((end for end in ends if tuple(words[: end - first]) in plain), None)
        if last is not None:
            start = first - (first > name.first and gender_of_given(tree.tokens[first - 1].text) is not None)
            last += last - start == 1 == name.last - last and gender_of_given(words[0]) is not None
            found.append(replace(name, first=start, last=last, rule="known in the article"))
        first = last or first + 1
    return found


def _has_small_words(tree: Tree, name: FoundName) -> bool:
    """Tells several words of a headline from a name: “Remain **In** Veda Union”."""
    return any(token.text in _SMALL for token in tree.tokens[name.first + 1 : name.last - 1])


def _words_of_name(tree: Tree, name: FoundName) -> Words:
    return tuple(token.text for token in tree.tokens[name.first : name.last])

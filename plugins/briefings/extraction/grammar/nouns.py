"""What a noun phrase holds and stands with: *dozens of rounds*, *mediation* effort, call *for*."""

from collections.abc import Mapping

from ...language.measure_frames import nouns_of
from ...language.tree import Tree
from .clauses import TIMES

_SPELLS = frozenset({"hour", "day", "week", "month", "year", "decade", "minute", "time"})
_SHORT = frozenset({"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"})
MAX_PHRASE = 30  # tokens after a noun in which a word that it needs is looked for


def labels_by_token(tree: Tree) -> Mapping[int, str]:
    """Gives for each token of a name the parser's label, ``"PERSON"``; ask by ``tree.once``."""
    return {index: entity.label for entity in tree.parse.entities for index in range(entity.first, entity.last)}


def is_of_time(tree: Tree, preposition: int) -> bool:
    """Tells whether a preposition opens words of time: *on* Monday, *for* two days; also *in* principle."""
    pobj = tree.child(preposition, "pobj")
    if pobj is None:
        return False
    word = tree.tokens[pobj].text.removesuffix(".")
    return word in TIMES or word in _SHORT or tree.tokens[pobj].lemma in _SPELLS


def is_passed_over(tree: Tree, noun: int) -> bool:
    """Tells whether another is meant instead: for Lee *instead of Dorn*, *rather than Dorn*, *not Dorn*."""
    first = tree.left[noun]
    before = tuple(token.text.lower() for token in tree.tokens[max(0, first - 2) : first])
    return before in {("instead", "of"), ("rather", "than")} or before[-1:] == ("not",)


def is_of_class(tree: Tree, index: int, name: str) -> bool:
    """Tells whether a noun, or one that it holds, is of a class of ``measure_classes.txt``: *talks* is of "meeting"."""
    words = nouns_of(name)
    return any(tree.tokens[noun].lemma in words for noun in with_contents(tree, index))


def with_contents(tree: Tree, index: int | None) -> list[int]:
    """Gives a noun and what it holds as a noun of measure: *dozens of rounds*, *a state of emergency*.

    "The Bank of Arlen's website" is often parsed as a bank: the noun after the possessor counts as well.
    """
    if index is None:
        return []
    found = [index]
    last = tree.right[index] - 1
    if last - 1 > index and tree.tokens[last].pos == "NOUN" and tree.tokens[last - 1].tag == "POS":
        found.append(last)
    if tree.tokens[index].lemma in nouns_of("container"):
        for prep in tree.all_children(index, "prep"):
            if tree.tokens[prep].text.lower() == "of":
                found += tree.all_children(prep, "pobj")
    return found


def stands_with(tree: Tree, noun: int, word: str) -> bool:
    """Tells whether `word` stands directly below the noun: *mediation* effort, statement of *support*, call *for*.

    Never with a word that makes the noun another thing: a *heart* attack.
    """
    if any(tree.tokens[c].lemma in nouns_of("figurative") for c in tree.children[noun]):
        return False
    if not word:
        return True
    if word.startswith("#"):
        inside = range(tree.left[noun], min(tree.right[tree.tokens[noun].head], noun + MAX_PHRASE))
        return any(tree.tokens[i].lemma in nouns_of(word[1:]) for i in inside)
    below = [*tree.children[noun], *(g for c in tree.all_children(noun, "prep", "acl") for g in tree.children[c])]
    return any(tree.tokens[c].lemma.endswith(word) and not is_of_time(tree, c) for c in below)

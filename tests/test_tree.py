"""The tree: links between tokens, spans and sentences, in linear time."""

from hypothesis import given
from hypothesis import strategies as st

from briefings.language.tree import Tree, trimmed
from briefings.model import Parse, Span, Token
from made import ParseText

TEXT = "Ruvania and Moldor signed a treaty on Monday.\n\nThe harbour reopened."


def heads_of(text: str, heads: list[int]) -> Tree:
    """A tree over one-letter words whose token i hangs on heads[i]."""
    tokens = tuple(
        Token(start=2 * i, end=2 * i + 1, text="w", lemma="w", pos="X", tag="X", dep="dep", head=head)
        for i, head in enumerate(heads)
    )
    return Tree(text, Parse(parser="p", tokens=tokens, sentences=((0, len(heads)),), entities=()))


def test_a_subtree_is_the_words_below_a_word(parse_text: ParseText) -> None:
    tree = parse_text(TEXT)
    words = {token.text: index for index, token in enumerate(tree.tokens)}
    span = tree.subtree_span(words["treaty"])
    assert TEXT[slice(*span)].startswith("a treaty")
    assert [tree.tokens[i].text for i in tree.conjuncts(words["Ruvania"])] == ["Ruvania", "Moldor"]


def test_no_sentence_crosses_a_paragraph(parse_text: ParseText) -> None:
    tree = parse_text(TEXT)
    sentences = [TEXT[slice(*tree.sentence_span(first))] for first, _ in tree.sentences]
    assert sentences == TEXT.split("\n\n")


def test_tokens_are_found_by_the_characters_they_share(parse_text: ParseText) -> None:
    tree = parse_text(TEXT)
    start = TEXT.index("treaty")
    assert [tree.tokens[i].text for i in tree.tokens_in(Span(start + 2, start + 8))] == ["treaty", "on"]
    assert list(tree.tokens_in(Span(start - 1, start))) == []
    assert list(tree.tokens_in(Span(start, start))) == []


def test_ancestors_end_at_the_root(parse_text: ParseText) -> None:
    tree = parse_text(TEXT)
    monday = next(i for i, token in enumerate(tree.tokens) if token.text == "Monday")
    assert [tree.tokens[i].text for i in tree.ancestors(monday)] == ["on", "signed"]


@given(st.integers(1, 40).flatmap(lambda n: st.tuples(*(st.integers(0, i) for i in range(n)))))
def test_edges_bound_the_subtree_of_every_token(heads: tuple[int, ...]) -> None:
    tree = heads_of("w " * len(heads), list(heads))
    for index in range(len(heads)):
        below = tree.subtree(index)
        assert (tree.left[index], tree.right[index]) == (min(below), max(below) + 1)


def test_a_chain_of_100_000_words_costs_no_recursion() -> None:
    count = 100_000
    tree = heads_of("w " * count, [0, *range(count - 1)])
    assert tree.right[0] == count


def test_trimming_keeps_inside() -> None:
    assert trimmed("  ab ", Span(0, 5)) == Span(2, 4)
    assert trimmed("   ", Span(0, 3)) == Span(3, 3)

"""Phrases that stand for several actors at once: "the ministers", "both countries", "the pair"."""

import pytest

from briefings.extraction.cast.bystanders import with_bystanders
from briefings.extraction.cast.cast import Cast
from briefings.extraction.cast.coreference import chain_mentions
from briefings.extraction.cast.plurals import RULE
from briefings.extraction.names.mentions import find_mentions
from briefings.extraction.quotes.quotes import find_quotes
from briefings.language.tree import Tree
from briefings.language.words import plurals
from briefings.model import Chain, Parse, Token
from conftest import ParseText
from made import Bar
from sizes import tried


def chains_of(tree: Tree) -> tuple[Chain, ...]:
    return chain_mentions(tree, find_mentions(tree))


def together(tree: Tree) -> dict[str, list[str]]:
    """Each phrase that stands for several → who they are."""
    found: dict[str, list[str]] = {}
    for chain in chains_of(tree):
        for mention in chain.mentions:
            if mention.rule == RULE:
                found.setdefault(tree.text[slice(*mention.span)], []).append(chain.name)
    return {phrase: sorted(names) for phrase, names in found.items()}


@pytest.mark.parametrize(
    ("text", "phrase", "names"),
    [
        (
            "Foreign Minister Helen Marsh met Foreign Minister Peter Duval. The ministers said little.",
            "The ministers",
            ["Helen Marsh", "Peter Duval"],
        ),
        (
            "Foreign Minister Helen Marsh met her Danish counterpart Peter Duval. The ministers said little.",
            "The ministers",
            ["Helen Marsh", "Peter Duval"],
        ),
        (
            "President Ann Carver met President Peter Duval, and Mark Ostrom looked on. The two presidents wrote.",
            "The two presidents",
            ["Ann Carver", "Peter Duval"],
        ),
        (
            "President Ann Carver and Prime Minister Paul Lindqvist spoke by phone. Both leaders condemned the attack.",
            "Both leaders",
            ["Ann Carver", "Paul Lindqvist"],
        ),
        (
            "Norway and Denmark signed a treaty on Friday. Both states will pay.",
            "Both states",
            ["Denmark", "Norway"],
        ),
        (
            "Norway, Denmark and Kenya signed a treaty on Friday. The three countries will share a port.",
            "The three countries",
            ["Denmark", "Kenya", "Norway"],
        ),
        (
            "Norway accused Denmark of spying. Denmark denied it. The two sides will meet in May.",
            "The two sides",
            ["Denmark", "Norway"],
        ),
        (
            "Helen Marsh and Peter Duval were arrested on Sunday. The pair denied the charges.",
            "The pair",
            ["Helen Marsh", "Peter Duval"],
        ),
        (
            "Mark Ostrom and Peter Duval were arrested on Sunday. The two men denied the charges.",
            "The two men",
            ["Mark Ostrom", "Peter Duval"],
        ),
        (
            "Mark Ostrom and Peter Duval were arrested on Sunday. Both denied the charges.",
            "Both",
            ["Mark Ostrom", "Peter Duval"],
        ),
        (
            "Orla Bank and Veda Bank merged on Monday. Both banks promised that no jobs would go.",
            "Both banks",
            ["Orla Bank", "Veda Bank"],
        ),
        (
            "The two leaders, Ann Carver and Peter Duval, promised a new treaty.",
            "The two leaders",
            ["Ann Carver", "Peter Duval"],
        ),
    ],
)
def test_a_phrase_stands_for_each_of_those_named_before(
    text: str, phrase: str, names: list[str], parse_text: ParseText
) -> None:
    assert together(parse_text(text)) == {phrase: names}


@pytest.mark.parametrize(
    "text",
    [
        "Norway, Denmark and Kenya signed a treaty on Friday. The two countries will share a port.",
        "Foreign Minister Helen Marsh flew home. The ministers said little.",
        "Helen Marsh and Paul Lindqvist were arrested on Sunday. The two men denied the charges.",
        "Norway and Denmark signed a treaty. The two largest countries of the world stayed away.",
        "Ann Carver met a farmer in Oslo. The two talked about rain.",
        "Foreign Minister Helen Marsh met Foreign Minister Peter Duval. Two ministers resigned.",
        "Foreign Minister Helen Marsh met Foreign Minister Peter Duval. The ministers of Kenya stayed away.",
        "France hoped that the two countries would meet.",
        "Dunmore Rovers will meet Ashby United or Veda United in May. A judge fined both clubs.",
        "Mark Ostrom, Peter Duval and Paul Carver left. Duval and Carver wept. The two younger men denied it.",
        "President Ann Carver phoned leaders in Norway and Denmark. The three leaders wrote a letter.",
        "Ann Carver thanked both Peter Duval and Helen Marsh for the two-year deal.",
        "The Dockers Union struck. The Orla Company asked the High Court of Norway for a ban. Both sides are tired.",
    ],
)
def test_where_not_exactly_so_many_fit_it_stands_for_nobody(text: str, parse_text: ParseText) -> None:
    assert together(parse_text(text)) == {}


def test_those_who_are_meant_together_stay_apart(parse_text: ParseText) -> None:
    tree = parse_text("Norway and Denmark signed a treaty on Friday. Both countries will pay. The two sides met again.")
    assert [chain.name for chain in chains_of(tree)] == ["Norway", "Denmark"]


def test_what_several_say_is_a_quote_of_each(parse_text: ParseText) -> None:
    tree = parse_text("Helen Marsh and Peter Duval met. Both ministers are new. The pair said that the war must end.")
    (quote,) = find_quotes(Cast(tree, chains_of(tree)))
    assert quote.source.actors == ("helen-marsh", "peter-duval")


def test_what_several_who_are_named_beside_it_say_is_a_quote_of_each(parse_text: ParseText) -> None:
    tree = parse_text("Two doctors, Helen Marsh and Peter Duval, said that the war must end.")
    (quote,) = find_quotes(Cast(tree, chains_of(tree)))
    assert quote.source.actors == ("helen-marsh", "peter-duval")


def test_no_single_actor_stands_where_several_do(parse_text: ParseText) -> None:
    tree = parse_text("Norway and Denmark signed a treaty. The two countries will pay.")
    cast = Cast(tree, chains_of(tree))
    head = next(index for index, token in enumerate(tree.tokens) if token.text == "countries")
    assert [chain.name for chain in cast.several(head)] == ["Norway", "Denmark"]
    assert cast.headed(head) is None
    assert cast.covering(head) is None
    assert [chain.name for chain in with_bystanders(cast).chains] == ["Norway", "Denmark"]


def test_every_word_for_several_tells_what_they_are() -> None:
    assert all(word.kinds for word in plurals().values())
    assert plurals()["pair"].number == 2


def test_endless_phrases_cost_time_in_proportion_to_their_length(bar: Bar) -> None:
    step, count = 10, tried(30_000)
    tokens = tuple(
        Token(
            start=n * step,
            end=n * step + len(word),
            text=word,
            lemma=word.lower(),
            pos=pos,
            tag=tag,
            dep=dep,
            head=max(n - 1, 0),
        )
        for n in range(count)
        for word, pos, tag, dep in [(("Norway", "PROPN", "NNP", "conj"), ("both", "PRON", "DT", "nsubj"))[n % 2]]
    )
    text = "".join(f"{token.text:{step}}" for token in tokens)
    tree = Tree(text, Parse(parser="none", tokens=tokens, sentences=((0, count),), entities=()))
    with bar(10):
        chains_of(tree)


def test_both_that_opens_its_clause_means_the_two(parse_text: ParseText) -> None:
    text = "Helen Marsh met Peter Duval, and both praised the treaty and defended it."
    assert together(parse_text(text)) == {"both": ["Helen Marsh", "Peter Duval"]}


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh met Peter Duval. Old hands, whose seats were safe, both urged a vote and defended the mayor.",
        "Helen Marsh met Peter Duval. The dockers — who had waited — both stormed the hall and burnt the files.",
        "Helen Marsh met Peter Duval. Party elders — once feared for their discipline — both wrote letters and left.",
    ],
)
def test_both_beside_a_subject_means_nobody(text: str, parse_text: ParseText) -> None:
    assert together(parse_text(text)) == {}

"""Whom he and she mean, and how sure that is."""

import pytest

from briefings.extraction.cast.cast import Cast
from briefings.extraction.cast.coreference import chain_mentions
from briefings.extraction.cast.pronouns import SURE
from briefings.extraction.names.mentions import find_mentions
from briefings.extraction.quotes.quotes import find_quotes
from briefings.language.tree import Tree
from briefings.model import Chain
from conftest import ParseText


def chains_of(tree: Tree) -> tuple[Chain, ...]:
    return chain_mentions(tree, find_mentions(tree))


def meant(tree: Tree) -> list[tuple[str, str]]:
    """Each pronoun that is resolved, in the order of the text, with the name of whom it means."""
    found = ((m.span, c.name) for c in chains_of(tree) for m in c.mentions if m.form == "pronoun")
    return [(tree.text[slice(*span)], name) for span, name in sorted(found)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # named in the quotation, so not its speaker
        ("Clerk Colin Brask ran the port. Edwin Tarlow opened the inquiry. “Brask hid it,” he said.", "Edwin Tarlow"),
        ("Helen Marsh sued. Ann Carver, a guard, saw it. “Marsh was pushed,” she told the court.", "Ann Carver"),
        ("Peter Duval met Paul Lindqvist on Friday. “Lindqvist may leave soon,” he said.", "Peter Duval"),
        # who speaks is the subject of the sentence before
        (
            "Nord News correspondent Simon Ardal said that Colin Brask trusted the port. But he said it could be hard.",
            "Simon Ardal",
        ),
        ("Paul Lindqvist promised talks, according to Mark Ostrom. He also stressed the risks.", "Paul Lindqvist"),
        ("Helen Marsh praised Ann Carver on Monday. She added that the fund was empty.", "Helen Marsh"),
        # who says it, not whose guest that is
        (
            "Prime Minister Helen Marsh cut the ribbon. Her guest, President Ann Carver, said that she liked the pier.",
            "Ann Carver",
        ),
        # a subject is no object of its own verb
        ("Ann Carver won the seat. On Sunday Helen Marsh met her.", "Ann Carver"),
        ("Peter Duval lost the vote. Paul Lindqvist defeated him.", "Peter Duval"),
    ],
)
def test_the_last_pronoun_means_that_person(text: str, last: str, parse_text: ParseText) -> None:
    assert meant(parse_text(text))[-1][1] == last


def test_the_speaker_is_not_the_one_that_his_quotation_calls_he(parse_text: ParseText) -> None:
    tree = parse_text("Paul Lindqvist attacked Peter Duval on Monday. “He has no plan,” Lindqvist said.")
    assert ("He", "Paul Lindqvist") not in meant(tree)


def test_a_mention_has_the_confidence_of_its_words(parse_text: ParseText) -> None:
    (chain,) = chains_of(parse_text("Ann Carver opened the bridge on Monday. She cut the ribbon."))
    name, pronoun = chain.mentions
    assert name.confidence == 1
    assert SURE <= pronoun.confidence < 1


def test_a_quote_is_no_surer_than_whom_its_pronoun_means(parse_text: ParseText) -> None:
    tree = parse_text("Ann Carver opened the bridge on Monday. She said that the work had taken nine years.")
    chains = chains_of(tree)
    (quote,) = find_quotes(Cast(tree, chains))
    unnamed = find_quotes(Cast(tree, ()))[0]
    pronoun = chains[0].mentions[-1]
    assert quote.source.actors == ("ann-carver",)
    assert quote.confidence == pytest.approx(unnamed.confidence * pronoun.confidence, abs=0.01)

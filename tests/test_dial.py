"""What is published: facts that are sure enough."""

from dataclasses import replace

import pytest

from briefings.extraction.briefing import brief
from briefings.model import Briefing
from briefings.newsroom.editing.dial import sure_enough
from made import ParseText, article_of

TEXT = "Orlek insisted that the bridge was safe, according to Mara Velden."


@pytest.fixture
def briefing(parse_text: ParseText) -> Briefing:
    """One quote within another."""
    return brief(article_of(TEXT), parse_text(TEXT).parse)


def with_confidence(briefing: Briefing, *figures: float) -> Briefing:
    quotes = (replace(quote, confidence=figure) for quote, figure in zip(briefing.quotes, figures, strict=True))
    return replace(briefing, quotes=tuple(quotes))


def test_a_quote_as_sure_as_the_dial_asks_is_published(briefing: Briefing) -> None:
    both = with_confidence(briefing, 0.6, 0.9)
    assert sure_enough(both, 0.6) == both


def test_a_quote_that_is_less_sure_is_held_back(briefing: Briefing) -> None:
    kept = sure_enough(with_confidence(briefing, 0.59, 0.9), 0.6)
    assert [quote.confidence for quote in kept.quotes] == [0.9]


def test_a_quote_inside_of_one_that_is_held_back_stands_for_itself(briefing: Briefing) -> None:
    (kept,) = sure_enough(with_confidence(briefing, 0.9, 0.5), 0.6).quotes
    assert briefing.quotes[0].within == briefing.quotes[1].id
    assert kept.within is None


def test_at_nothing_all_is_published(briefing: Briefing) -> None:
    unsure = with_confidence(briefing, 0.01, 0.01)
    assert sure_enough(unsure, 0.0) == unsure


def test_a_name_that_is_less_sure_is_held_back_unless_a_fact_speaks_of_it(briefing: Briefing) -> None:
    doubted = replace(briefing, actors=tuple(replace(actor, confidence=0.5) for actor in briefing.actors))
    speakers = {actor for quote in doubted.quotes for actor in quote.source.actors}
    assert {actor.id for actor in sure_enough(doubted, 0.6).actors} == speakers
    assert sure_enough(replace(doubted, quotes=()), 0.6).actors == ()


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Mara Velden ran the ministry. She attacked the Arlen Bank on Monday.", False),
        ("Peter Duval left the town hall. On Friday he accused the council of fraud.", False),
        ("Ann Carver spoke first. She arrested the Arlen Council's clerk Paul Marsh on Monday.", False),
        ("Mara Velden attacked the Arlen Bank on Monday.", True),
        ("Mara Velden ran the ministry. She met the clerk Paul Marsh on Monday.", True),
    ],
)
def test_violence_that_a_pronoun_lays_on_a_person_must_be_surer(
    text: str, parse_text: ParseText, *, published: bool
) -> None:
    told = brief(article_of(text), parse_text(text).parse)
    unsure = replace(told, quotes=(), measures=tuple(replace(m, confidence=0.7) for m in told.measures))
    assert unsure.measures
    assert bool(sure_enough(unsure, 0.6).measures) == published

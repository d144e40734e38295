"""How likely a claim is: signs of structure, weighed; by hand where nothing was learned."""

import re

import pytest

from briefings.extraction.cast.cast import Cast
from briefings.extraction.quotes.attributions import by_cue
from briefings.extraction.quotes.constructions import look
from briefings.extraction.quotes.judging import (
    ALWAYS,
    BY_HAND,
    HAND_WRITTEN,
    TABLE,
    judge,
    learned_of_quotes,
    signs,
)
from briefings.extraction.quotes.quotes import find_quotes
from briefings.language.cue_figures import figure
from briefings.language.learned_weights import EVERY, summed
from briefings.language.lexicon import lexicon_rows
from made import ParseText

TEXT = "The minister said that the road to Port Sela was open."


def test_the_variant_without_anything_learned_says_what_was_written_by_hand(parse_text: ParseText) -> None:
    text = look(parse_text(TEXT))
    (attribution,) = (
        attribution for rivals in by_cue(text) for attribution in rivals if attribution.word == "verb say"
    )
    assert judge(text, attribution, ["clause"], HAND_WRITTEN) == pytest.approx(figure("verb say", "clause"))
    (quote,) = find_quotes(Cast(parse_text(TEXT), ()), HAND_WRITTEN)
    assert quote.confidence == pytest.approx(figure("verb say", "clause"), abs=0.01)


def test_a_sign_counts_everywhere_and_more_or_less_in_one_construction() -> None:
    weights = summed([("cue VBD", EVERY, 0.5), ("cue VBD", "clause", -0.2), (ALWAYS, "object", 1.0)])
    assert weights["clause"]["cue VBD"] == pytest.approx(0.3)
    assert weights["object"] == {"cue VBD": 0.5, ALWAYS: 1.0}
    assert weights[EVERY] == {"cue VBD": 0.5}


def test_no_sign_holds_a_word_but_the_cues_lemma(parse_text: ParseText) -> None:
    text = look(parse_text(TEXT))
    found = {
        sign
        for rivals in by_cue(text)
        for attribution in rivals
        for sign in signs(text, attribution, [c.shape for c in rivals])
    }
    words = {word for sign in found if not sign.startswith(("verb ", "noun ", "adjective ")) for word in sign.split()}
    assert "verb say" in found
    assert not words & {"minister", "road", "Port", "Sela", "open", "say", "said"}


def test_the_learned_table_holds_lemmas_and_structure_and_nothing_else() -> None:
    for row in lexicon_rows(TABLE):
        kind, _, word = row["sign"].partition(" ")
        if kind in {"verb", "noun", "adjective"}:
            assert re.fullmatch(r"[a-zA-Z-]+( [a-zA-Z-]+)?", word), row
    assert learned_of_quotes()[EVERY][BY_HAND] == 1.0, "what was learned corrects what was written by hand"


def test_the_same_text_is_judged_the_same(parse_text: ParseText) -> None:
    tree = parse_text(TEXT)
    assert find_quotes(Cast(tree, ())) == find_quotes(Cast(tree, ()))

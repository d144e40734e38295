"""Ids of facts hold when rules get better."""

from briefings.extraction.ids import Ids


def test_an_id_is_made_of_sentence_and_words_alone() -> None:
    assert Ids().give("q", "He left, she said.", "said") == Ids().give("q", "He left,\nshe  said.", "said")


def test_equal_facts_of_one_sentence_are_told_apart_by_order() -> None:
    ids = Ids()
    one, two = ids.give("q", "Yes, he said and said.", "said"), ids.give("q", "Yes, he said and said.", "said")
    assert one != two
    assert one == Ids().give("q", "Yes, he said and said.", "said")


def test_a_quote_and_a_measure_never_share_an_id() -> None:
    ids = Ids()
    assert ids.give("q", "They vowed to leave.", "vowed")[:2] == "q-"
    assert ids.give("m", "They vowed to leave.", "vowed")[:2] == "m-"

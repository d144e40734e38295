"""Slugs are readable, safe in every file system, and never two alike."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.language.letters import slug
from briefings.newsroom.actors.slugs import briefing_slugs, unique
from made_news import briefing_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoë Carver’s U.S. trip", "zoe-carvers-us-trip"),
        ("  --Bridge, opened!--  ", "bridge-opened"),
        ("Мост открыт", "most-otkryt"),
        ("CON", "con-x"),
        ("index", "index-x"),
        ("com1", "com1-x"),
        ("???", "untitled"),
        ("", "untitled"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>{{ 7*7 }}", "script-7-7"),
        ("bridge " * 30, "bridge-bridge-bridge-bridge-bridge-bridge-bridge-bridge-bridge-bridge-bridge"),
        ("b" * 200, "b" * 80),
    ],
)
def test_a_slug_says_what_the_text_says(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
@example("\ud800 lone surrogate")
def test_a_slug_is_safe_short_and_its_own_slug(text: str) -> None:
    found = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= 82
    assert slug(found) == found


@given(st.dictionaries(st.text(), st.sampled_from(["Carver", "carver", "Orr", "", "CON", "Carver 2"])))
def test_slugs_are_distinct_and_the_order_never_matters(wanted: dict[str, str]) -> None:
    found = unique(wanted)
    assert len(set(found.values())) == len(wanted)
    assert unique(dict(reversed(wanted.items()))) == found


def test_a_text_that_nobody_else_has_keeps_its_plain_slug() -> None:
    found = unique({"a": "Ann Carver", "b": "Paul Orr", "c": "paul orr"})
    assert found["a"] == "ann-carver"
    assert re.fullmatch(r"paul-orr-[0-9a-f]{6}", found["b"])
    assert found["b"] != found["c"]


def test_a_text_that_looks_like_another_ones_hashed_slug_is_told_apart_too() -> None:
    hashed = unique({"a": "Orr", "b": "Orr"})["a"]
    assert len(set(unique({"a": "Orr", "b": "Orr", "c": hashed}).values())) == 3


def test_a_pinned_slug_stays_and_others_give_way() -> None:
    found = unique({"a": "Carver", "b": "Carver"}, {"a": "carver"})
    assert found["a"] == "carver"
    assert found["b"].startswith("carver-")


def test_two_equal_pinned_slugs_are_refused() -> None:
    with pytest.raises(ValueError, match="two pinned slugs are equal"):
        unique({}, {"a": "carver", "b": "Carver"})


def test_a_long_slug_has_room_for_its_hash() -> None:
    assert {len(text) <= 80 for text in unique({"a": "b" * 200, "b": "b" * 200}).values()} == {True}


def test_a_briefing_is_called_by_its_day_and_headline() -> None:
    assert briefing_slugs([briefing_of("", title="Carver opens bridge", day="2025-05-05")]) == (
        "2025-05-05-carver-opens-bridge",
    )


def test_two_briefings_of_one_headline_have_two_slugs() -> None:
    first, second = briefing_slugs([briefing_of("", path, "Carver opens bridge", "2025-05-05") for path in ("a", "b")])
    assert first != second


def test_a_briefing_without_day_and_headline_is_called_by_its_first_words() -> None:
    assert briefing_slugs([briefing_of("Ann Carver opened the bridge.")]) == ("ann-carver-opened-the-bridge",)

"""The lists of words that tell what a name is: canonical form, and each kind by an example."""

import pytest

from briefings.language.lexicon import lexicon_rows
from briefings.language.words import bodies, given_names, heads, nouns_of_speech, places, roles, speech_verbs, surnames

LISTS = (
    ("bodies", "word"),
    ("first_words", "word"),
    ("given_names", "name"),
    ("heads", "word"),
    ("name_nouns", "noun"),
    ("places", "name"),
    ("roles", "role"),
    ("surnames", "name"),
)


@pytest.mark.parametrize(("name", "column"), LISTS)
def test_a_list_is_sorted_without_regard_to_case_and_has_no_word_twice(name: str, column: str) -> None:
    words = [row[column] for row in lexicon_rows(name)]
    assert words == sorted(words, key=str.casefold)
    assert len(words) == len(set(words))


def test_roles_and_bodies_stand_in_lower_case() -> None:
    assert [word for word in (*roles(), *bodies()) if word != word.lower()] == []


def test_no_word_is_a_role_and_a_body() -> None:
    assert sorted(set(roles()) & set(bodies())) == []


def test_words_of_each_kind_are_known() -> None:
    assert roles()["prime minister"].kind == "office"
    assert roles()["queen"].gender == "f"
    assert roles()["mr"].kind == "title"
    assert roles()["analyst"].kind == "person"
    assert bodies()["diaspora"] == "group"
    assert bodies()["embassy"] == "institution"
    assert bodies()["government"] == "government"
    assert (heads()["University"], heads()["Street"], heads()["Treaty"]) == ("organisation", "place", "thing")
    assert "Jammu and Kashmir" in places()
    assert given_names()["Sergey"] == "m"
    assert "Putin" in surnames()
    assert {"say", "warn"} <= speech_verbs()
    assert "claim" in nouns_of_speech()


def test_no_name_is_both_a_place_and_a_known_surname() -> None:
    assert sorted(places() & surnames()) == []

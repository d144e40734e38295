"""What words of time promise: the day or month they mean, and none where they mean none."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extraction.grammar.dates import day_meant, looks_ahead, words_of_time

TODAY = date(2031, 3, 5)  # a Wednesday

PAST = [
    ("They met on Monday.", "Monday", "2031-03-03"),
    ("They met on Wednesday.", "Wednesday", "2031-03-05"),
    ("They met on Thursday.", "Thursday", "2031-02-27"),
    ("They met on Sunday, February 16.", "Sunday, February 16", "2031-02-16"),
    ("They met last night.", "last night", "2031-03-04"),
    ("He resigned in December.", "in December", "2030-12"),
    ("He resigned on December 24.", "December 24", "2030-12-24"),
    ("He resigned earlier this month.", "earlier this month", "2031-03"),
    ("They voted from 3 to 5 February.", "from 3 to 5 February", "2031-02-03"),
    ("They voted on 3-5 February 2029.", "3-5 February 2029", "2029-02-03"),
    ("They met between May 3 and 5 2030.", "between May 3 and 5 2030", "2030-05"),
    ("It began in the first week of February.", "in the first week of February", "2031-02"),
    ("They met last week.", "last week", None),
    ("They met over the weekend.", "over the weekend", None),
    ("It fell in the first quarter of this year.", "in the first quarter of this year", None),
    ("The village was sold in 2014.", "in 2014", None),
    ("They met two months ago.", "two months ago", None),
    ("It went on between January and March.", "between January and March", None),
    ("He resigned on 31 April.", "31 April", None),
]
AHEAD = [
    ("They will meet on Monday.", "Monday", "2031-03-10"),
    ("They will meet on May 16.", "May 16", "2031-05-16"),
    ("They will meet in January.", "in January", "2032-01"),
    ("They will meet next month.", "next month", "2031-04"),
    ("They will meet later this year.", "later this year", None),
]
NONE = ["They may meet.", "The second half was dull.", "He gave 12 million dollars.", "The 14-day ultimatum ends."]


def read(text: str, *, ahead: bool) -> tuple[str, str | None]:
    (span, parts), *_ = sorted(words_of_time(text), key=lambda found: found[0])
    return text[slice(*span)], day_meant(parts, TODAY, ahead=ahead)


@pytest.mark.parametrize(("text", "words", "day"), PAST)
def test_what_is_done_was_done_on_the_last_such_day(text: str, words: str, day: str | None) -> None:
    assert read(text, ahead=False) == (words, day)


@pytest.mark.parametrize(("text", "words", "day"), AHEAD)
def test_what_is_to_come_comes_on_the_next_such_day(text: str, words: str, day: str | None) -> None:
    assert read(text, ahead=True) == (words, day)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time_is_none(text: str) -> None:
    assert list(words_of_time(text)) == []


def test_words_that_look_ahead_say_so() -> None:
    ahead = {text for text, *_ in (*AHEAD, *PAST) for _, parts in words_of_time(text) if looks_ahead(parts)}
    assert ahead == {"They will meet next month.", "They will meet later this year."}


WORDS = "on in the last next this week month year Monday May 3 5 12 2031 March and to between from earlier ago two days"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join))
def test_any_words_give_parts_of_the_text_that_share_no_character_and_days_that_exist(text: str) -> None:
    found = sorted(words_of_time(text), key=lambda each: each[0])
    ends = 0
    for span, parts in found:
        assert ends <= span.start < span.end <= len(text)
        ends = span.end
        if "then" not in parts:
            day = day_meant(parts, TODAY, ahead=False)
            assert day is None or re.fullmatch(r"\d{4}-\d\d(-\d\d)?", day)
            assert day is None or date.fromisoformat(day if len(day) > len("2031-03") else f"{day}-01")

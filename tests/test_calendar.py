"""The calendar: months and weekdays by their names, days by their numbers, nothing that is no day."""

from datetime import date

import pytest

from briefings.language.calendar import (
    day_on,
    is_day,
    iso_day,
    month_number,
    months_elsewhere,
    spell,
    weekdays_elsewhere,
)


@pytest.mark.parametrize(("name", "number"), [("May", 5), ("Sept.", 9), ("DECEMBER", 12), ("jan", 1)])
def test_a_month_is_known_however_it_is_shortened(name: str, number: int) -> None:
    assert month_number(name) == number


def test_what_the_calendar_lacks_is_no_day() -> None:
    assert day_on(2031, 4, 30) == iso_day("2031-04-30") == date(2031, 4, 30)
    assert (day_on(2031, 4, 31), iso_day("2031-04-31"), iso_day("2031-04")) == (None, None, None)


def test_files_write_a_day_in_one_form_only() -> None:
    assert [text for text in ("2031-04-30", "20310430", "2031-W01-1", "2031-04") if is_day(text)] == ["2031-04-30"]


def test_a_day_is_written_in_english() -> None:
    assert spell(date(2031, 5, 9)) == "9 May 2031"


def test_months_and_weekdays_of_other_papers_are_known_unless_two_months_have_one_name() -> None:
    assert (months_elsewhere()["mayo"], months_elsewhere()["марта"]) == (5, 3)
    assert "listopada" not in months_elsewhere()
    assert "donnerstag" in weekdays_elsewhere()

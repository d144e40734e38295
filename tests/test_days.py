"""A day's page tells what was said and done on it; a day without a briefing has none."""

from dataclasses import replace

import pytest

from briefings.model import Published
from briefings.site.page_kinds import all_pages
from briefings.site.pages.briefing_page import briefing_page
from briefings.site.pages.day_and_week_pages import days_pages, week_pages
from briefings.site.shapes.pages_of_lists import WeekPage
from briefings.site.views.index import Index
from made_site import TEXT, article, briefing, composed, index, site


def dated(**days: str | None) -> Index:
    return index(
        *(
            (slug, replace(briefing(), article=article(TEXT, published=Published(date=day, source="text", how=None))))
            for slug, day in days.items()
        )
    )


def test_only_days_that_have_a_briefing_have_a_page_at_a_legible_address() -> None:
    made = dated(a="2025-05-05", b="2025-05-05", c="2025-05-08", month="2025-05", never=None)
    assert [plan.path for plan in days_pages(made, site())] == ["days/2025-05-08/", "days/2025-05-05/"]


def test_a_day_tells_its_briefings_quotes_and_measures_and_leads_to_its_neighbours_and_its_week() -> None:
    pages = composed(days_pages(dated(a="2025-05-05", b="2025-05-05", c="2025-05-08"), site()))
    day = pages["days/2025-05-05/"]
    assert (day.day.day.text, day.day.weekday, day.day.briefings, day.day.quotes) == ("5 May 2025", "Monday", 2, 4)
    assert [each.slug for each in day.briefings] == ["a", "b"]
    assert [(item.briefing.slug, item.id) for item in day.quotes] == [
        ("a", "q-2"),
        ("a", "q-6"),
        ("b", "q-2"),
        ("b", "q-6"),
    ]
    assert {item.id for item in day.measures} == {"m-1", "m-6"}
    assert [(link.text, link.href) for link in day.above] == [
        ("Weeks", "../../weeks/"),
        ("Week 19 of 2025", "../../weeks/2025-w19/"),
    ]
    assert day.earlier is None
    assert day.later is not None
    assert (day.later.day.text, day.later.href) == ("8 May 2025", "../../days/2025-05-08/")


def test_a_long_day_says_how_much_it_leaves_to_the_briefings() -> None:
    day = composed(days_pages(dated(**{f"a{number:03}": "2025-05-05" for number in range(150)}), site()))[
        "days/2025-05-05/"
    ]
    assert (len(day.quotes), day.more_quotes) == (200, 100)
    assert len(day.measures) + day.more_measures == 151  # the same grain is sent in each, each bridge may be another


def test_a_week_has_its_seven_days_and_leads_to_those_with_a_page() -> None:
    week = composed(week_pages(dated(a="2024-12-30", b="2025-01-05"), site()))["weeks/2025-w01/"]
    assert isinstance(week, WeekPage)
    assert [day.day.iso for day in week.week.days][::6] == ["2024-12-30", "2025-01-05"]
    assert [day.href for day in week.week.days] == [
        "../../days/2024-12-30/",
        *[None] * 5,
        "../../days/2025-01-05/",
    ]


def test_a_briefing_leads_to_its_day() -> None:
    made = dated(known="2025-05-05", month="2025-05", never=None)
    found = {entry.slug: briefing_page(made, site(), entry).day_page for entry in made.entries}
    assert found == {"known": "../../days/2025-05-05/", "month": None, "never": None}


def test_no_two_pages_share_an_address() -> None:
    paths = [plan.path for plan in all_pages(dated(a="2025-05-05", b="2025-05-06", c=None), site())]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("day", ["9999-12-26", "9999-12-27", "9999-12-31", "0001-01-01"])
def test_the_first_and_the_last_days_of_the_calendar_have_their_pages_and_a_week(day: str) -> None:
    pages = composed(all_pages(dated(a=day, b="2025-05-05"), site()))
    assert {f"days/{day}/", "days/2025-05-05/", "weeks/"} <= pages.keys()
    (week,) = [page for path, page in pages.items() if path.startswith(f"weeks/{day[:4]}-w")]
    assert isinstance(week, WeekPage)
    assert day in {each.day.iso for each in week.week.days}

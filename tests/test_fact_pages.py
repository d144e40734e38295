"""The indices of quotes, measures and actors say what one can choose by, the same on every page of them."""

from dataclasses import replace

import pytest

from briefings.model import Published, Source
from briefings.site.pages.actors_page import actors_page
from briefings.site.pages.fact_pages import measures_pages, quotes_pages
from briefings.site.pages.home_page import home_page
from made_site import TEXT, article, briefing, composed, index, site


def test_the_ledger_is_one_list_newest_briefing_first() -> None:
    older = replace(briefing(), article=article(TEXT, published=Published(date="2024-01-01", source="text", how=None)))
    (page,) = composed(measures_pages(index(("old", older), ("new", briefing())), site())).values()
    assert [(item.briefing.slug, item.id) for item in page.measures] == [
        ("new", "m-1"),
        ("new", "m-6"),
        ("old", "m-1"),
        ("old", "m-6"),
    ]


def test_types_are_chosen_by_most_first_and_statuses_in_their_order() -> None:
    made = briefing()
    taken = tuple(
        replace(each, id=f"m-{number}", type="AID", status="demanded")
        for number, each in enumerate(made.measures * 2, 1)
    )
    (page,) = composed(measures_pages(index(("a", briefing(measures=taken)), ("b", made)), site())).values()
    assert [(each.value, each.text) for each in page.types] == [("aid", "Aid"), ("govern", "Govern")]
    assert [each.value for each in page.statuses] == ["taken", "planned", "demanded"]
    assert sum(each.count for each in page.types) == len(page.measures)


def test_kinds_and_speakers_are_chosen_by_and_mean_the_same_on_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefings.site.pages.fact_pages.MOST", 2)
    made = briefing()
    second = replace(made.quotes[1], source=Source(actors=("norland",), span=None))
    once = briefing(quotes=(made.quotes[0],))
    several = index(("a", briefing(quotes=(made.quotes[0], second))), ("b", once))
    pages = composed(quotes_pages(several, site())).values()
    assert [[(each.text, each.count) for each in page.kinds] for page in pages] == [
        [("direct", 1), ("indirect", 1)],
        [("direct", 1), ("indirect", 0)],
    ]
    assert [[(each.who.name, each.number, each.quotes) for each in page.speakers] for page in pages] == [
        [("Zoë Carver", 1, 1), ("Norland", 2, 1)],
        [("Zoë Carver", 1, 1), ("Norland", 2, 0)],
    ]


def test_one_speaker_is_no_choice() -> None:
    (page,) = composed(quotes_pages(index(), site())).values()
    assert page.speakers == ()


def test_actors_are_chosen_by_their_kinds() -> None:
    page = actors_page(index(), site())
    assert [(each.value, each.text, each.count) for each in page.kinds] == [
        ("person", "People", 1),
        ("state", "States", 2),
    ]
    assert page.graph == "../graph/"


def test_the_home_page_opens_with_the_newest_week_by_the_briefings_own_days() -> None:
    on = Published(date="2025-05-06", source="text", how=None)
    later = replace(briefing(), article=article(TEXT, published=on))
    older = replace(briefing(), article=article(TEXT, published=replace(on, date="2025-04-01")))
    never = replace(briefing(), article=article(TEXT, published=replace(on, date=None)))
    page = home_page(index(("never", never), ("older", older), ("later", later)), site())
    assert page.week is not None
    assert page.week.week.title == "week 19 of 2025"
    assert [(item.briefing.slug, item.id) for item in page.week.measures] == [("later", "m-1"), ("later", "m-6")]
    assert [each.who.name for each in page.week.actors] == ["Zoë Carver", "Norland"]
    assert home_page(index(("never", never)), site()).week is None

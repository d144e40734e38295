"""What stories promise: which measures of different briefings are one act."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Actor, Appearance, Briefing, Measure, Published, Report, Span
from briefings.newsroom.affairs.stories import join_stories
from made import article_of

ACT = Measure(
    id="m-1",
    type="SANCTION",
    status="taken",
    initiators=("ruvania",),
    targets=("moldor",),
    instrument="trade sanctions",
    trigger=Span(0, 1),
    sentence=Span(0, 1),
    tellings=(),
    date="2031-03-03",
    date_span=None,
    date_inferred=False,
    place=None,
    attribution=None,
    hedged=False,
    within=None,
    rule="made",
    confidence=1.0,
)


def told(*measures: Measure, published: str | None = "2031-03-04") -> Briefing:
    article = replace(article_of("A."), published=Published(date=published, source="metadata", how=None))
    return Briefing(article=article, parser=None, sentences=(), actors=(), quotes=(), measures=measures)


def joined(*briefings: Briefing) -> list[list[str]]:
    """Slugs of the briefings of each story: a, b, c …."""
    slugs = [(chr(ord("a") + number), briefing) for number, briefing in enumerate(briefings)]
    actors = [
        Actor(
            id=name,
            name=name,
            kind="state",
            aliases=(),
            appearances=tuple(Appearance(briefing=slug, chain=name) for slug, _ in slugs),
        )
        for name in ("ruvania", "moldor", "orland")
    ]
    return [[report.briefing for report in story.reports] for story in join_stories(slugs, actors)]


def test_the_same_act_on_the_same_day_is_one_story() -> None:
    assert joined(told(ACT), told(ACT), told(replace(ACT, type="COERCE"))) == [["a", "b"]]


def test_an_act_without_a_date_joins_what_was_reported_in_the_same_days() -> None:
    undated = told(replace(ACT, date=None), published="2031-03-05")
    later = told(replace(ACT, date=None), published="2031-03-20")
    assert joined(told(ACT), undated, later) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        replace(ACT, date="2031-03-04"),
        replace(ACT, targets=("orland",)),
        replace(ACT, initiators=("orland",)),
        replace(ACT, status="planned"),
        replace(ACT, instrument="visas"),
        replace(ACT, initiators=("someone",)),
        replace(ACT, initiators=()),
    ],
)
def test_what_differs_is_another_act(other: Measure) -> None:
    assert joined(told(ACT), told(other)) == []


def test_an_instrument_may_be_left_out_or_told_in_fewer_words() -> None:
    assert joined(told(ACT), told(replace(ACT, instrument=None)), told(replace(ACT, instrument="sanctions"))) == [
        ["a", "b", "c"]
    ]


def test_announced_and_planned_are_both_still_to_come() -> None:
    assert joined(told(replace(ACT, status="announced")), told(replace(ACT, status="planned"))) == [["a", "b"]]


def test_talks_are_the_same_from_either_side() -> None:
    talks = replace(ACT, type="CONSULT", instrument=None)
    assert joined(told(talks), told(replace(talks, initiators=("moldor",), targets=("ruvania",)))) == [["a", "b"]]


def test_one_briefing_never_tells_one_act_twice() -> None:
    assert joined(told(ACT, replace(ACT, id="m-2")), told(ACT)) == [["a", "b"]]


def test_articles_without_a_date_join_nothing_undated() -> None:
    assert joined(told(replace(ACT, date=None), published=None), told(replace(ACT, date=None))) == []


@given(st.permutations(range(4)))
def test_the_order_of_reading_changes_nothing(order: list[int]) -> None:
    briefings = [(slug, told(ACT)) for slug in "abcd"]
    actors = [
        Actor(
            id=name,
            name=name,
            kind="state",
            aliases=(),
            appearances=tuple(Appearance(briefing=slug, chain=name) for slug in "abcd"),
        )
        for name in ("ruvania", "moldor")
    ]
    (story,) = join_stories([briefings[place] for place in order], actors)
    assert story.reports == tuple(Report(slug, "m-1") for slug in "abcd")

"""Drawings are laid out at build time: the same everywhere, nothing over anything else."""

from itertools import pairwise

from briefings.site.drawings.drawing import ego_graph, month_bars
from briefings.site.shapes.pages_of_actors import Company
from briefings.site.shapes.parts import Who


def company(count: int) -> list[Company]:
    who = [Who(name=f"Actor {number}", href=f"../{number}/", kind="person") for number in range(count)]
    return [Company(who=each, facts=count - place, briefings=1) for place, each in enumerate(who)]


def test_every_month_from_the_first_to_the_last_has_its_place() -> None:
    bars = month_bars(["2031-11-30", "2032-02-01", "2032-02", "2032-02-29"])
    assert [bar.month.text for bar in bars] == ["November 2031", "December 2031", "January 2032", "February 2032"]
    assert [bar.facts for bar in bars] == [1, 0, 0, 3]
    assert [bar.height for bar in bars] == [20, 0, 0, 60]
    assert all(bar.y + bar.height == 60 for bar in bars)


def test_one_month_is_no_timeline_and_old_months_are_left_out() -> None:
    assert month_bars(["2031-11-30", "2031-11-01"]) == ()
    assert len(month_bars(["1931-11-30", "2031-11-01"])) == 60


def test_an_actor_stands_among_at_most_24_others_and_no_name_over_another() -> None:
    graph = ego_graph("Norland", company(40))
    assert graph is not None
    assert len(graph.nodes) == 25
    for side in ("start", "end"):
        rows = [node.y for node in graph.nodes if node.side == side]
        assert all(after - before >= 20 for before, after in pairwise(rows))
    assert all(0 < node.x < graph.width and 0 < node.y < graph.height for node in graph.nodes)
    assert graph.edges[0].width > graph.edges[-1].width
    assert graph == ego_graph("Norland", company(40))


def test_two_others_are_no_graph() -> None:
    assert ego_graph("Norland", company(2)) is None

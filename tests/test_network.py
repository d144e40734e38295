"""Who stands in the same facts with whom: counted, chosen and drawn alike everywhere, no name over another."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.site.drawings.layout import ROW, WIDE, arrange
from briefings.site.drawings.network import pairs_of, strongest
from briefings.site.pages.graph_page import graph_page
from made_site import briefing, index, site
from sizes import tried


def test_a_fact_joins_those_in_it_and_many_facts_join_them_more() -> None:
    assert pairs_of(index()) == {("norland", "sudland"): 1}
    assert pairs_of(index(("a", briefing()), ("b", briefing()))) == {("norland", "sudland"): 2}


def test_each_actor_brings_its_strongest_lines_and_no_more() -> None:
    star = {("hub", f"n{number}"): number for number in range(1, 10)}
    assert len(strongest(star)) == 9  # each of the nine brings its only one
    ring = {(f"n{one}", f"n{other}"): 1 for one, other in combinations(range(9), 2)}
    drawn = strongest(ring)
    assert len(drawn) < len(ring)
    assert all(sum(actor in pair for pair in drawn) >= 3 for actor in {name for pair in ring for name in pair})


def test_only_so_many_actors_are_drawn_those_with_most_in_common() -> None:
    pairs = {(f"a{number:03}", f"b{number:03}"): 500 - number for number in range(200)}
    drawn = strongest(pairs)
    assert len(drawn) == 75
    assert drawn[0] == ("a000", "b000")


def test_the_page_draws_what_its_table_says_and_tells_what_is_left_out() -> None:
    first, second = briefing().measures
    together = replace(second, id="m-7", initiators=("norland", "zoe-carver"))
    page = graph_page(index(("a", briefing(measures=(first, second, together)))), site())
    assert page.graph is not None
    assert [(pair.one.name, pair.other.name, pair.facts) for pair in page.pairs] == [
        ("Norland", "Sudland", 2),
        ("Norland", "Zoë Carver", 1),
        ("Sudland", "Zoë Carver", 1),
    ]
    assert [node.href for node in page.graph.nodes] == [
        "../actors/norland/",
        "../actors/sudland/",
        "../actors/zoe-carver/",
    ]
    assert len(page.graph.edges) == 3
    assert (page.actors, page.left_out) == (3, 0)
    assert page.graph.nodes[0].size > page.graph.nodes[2].size


def test_two_actors_are_no_drawing_but_a_table() -> None:
    page = graph_page(index(), site())
    assert page.graph is None
    assert len(page.pairs) == 1


def test_a_drawing_is_the_same_on_every_machine() -> None:
    widths = [60.0, 90.0, 120.0, 75.5, 130.25, 44.0]
    lines = [(0, 1, 5), (1, 2, 1), (2, 3, 2), (3, 0, 1), (4, 5, 9)]
    assert arrange(widths, lines) == (
        [(31, 231), (409, 223), (404, 14), (14, 23), (1016, 278), (1079, 121)],
        292,
    )


@settings(max_examples=tried(40))
@given(st.data())
def test_no_name_stands_over_another_or_outside(data: st.DataObject) -> None:
    count = data.draw(st.integers(3, 40))
    widths = data.draw(st.lists(st.floats(20, 220), min_size=count, max_size=count))
    place = st.integers(0, count - 1)
    lines = data.draw(
        st.lists(st.tuples(place, place, st.integers(1, 50)).filter(lambda line: line[0] != line[1]), min_size=1)
    )
    found, tall = arrange(widths, lines)
    for (x, y), width in zip(found, widths, strict=True):
        assert 0 <= x <= WIDE - width
        assert 0 <= y <= tall
    for (one, wide), (other, other_wide) in combinations(zip(found, widths, strict=True), 2):
        apart = abs(one[1] - other[1]) >= ROW - 1
        assert apart or one[0] + wide <= other[0] + 1 or other[0] + other_wide <= one[0] + 1


def test_the_most_names_there_may_be_find_room() -> None:
    count = 150
    widths = [40.0 + 7 * (number % 23) for number in range(count)]
    lines = [
        (number, (number * 7 + 1) % count, 1 + number % 5)
        for number in range(count)
        if number != (number * 7 + 1) % count
    ]
    found, tall = arrange(widths, lines)
    assert len(set(found)) == count
    assert tall < 3 * WIDE

"""A state's page lists its organs and officials, and theirs lead back to it."""

from dataclasses import replace
from pathlib import Path

import jinja2

from briefings.model import Role
from briefings.site.data.actor_record import actor_record
from briefings.site.pages.actor_pages import actor_page
from briefings.site.shapes.pages_of_actors import ActorPage
from briefings.site.views.index import Index
from briefings.site.views.indexing import make_index
from made_site import actors_of, bare, chain, index, measure, site, spans

THEME = Path(__file__).parent.parent / "themes" / "briefings" / "templates"
STATE, SERVICE, CENTER = "United States", "National Weather Service", "National Hurricane Center"
TEXT = f"The {SERVICE} closed the {CENTER} in the {STATE}. Its former director Ann Carver told the {SERVICE} so."


def page(made: Index, actor_id: str) -> ActorPage:
    return actor_page(made, site(), made.by_id[actor_id])


def weather() -> Index:
    """Three actors that the tables know, and one who had an office."""
    role = Role(
        role="former director",
        of=("national-weather-service",),
        span=spans(TEXT, "director")[0],
        rule="made",
        confidence=1.0,
    )
    chains = (
        chain(TEXT, STATE, kind="state"),
        chain(TEXT, SERVICE, kind="organisation"),
        chain(TEXT, CENTER, kind="organisation"),
        chain(TEXT, "Ann Carver", roles=(role,)),
    )
    closed = measure(
        TEXT, 1, "closed", initiators=("national-weather-service",),
        targets=("national-hurricane-center", "united-states", "ann-carver"),
    )  # fmt: skip
    made = replace(bare(TEXT, *chains), measures=(closed,))
    actors = [replace(one, row=None if one.kind == "person" else one.name) for one in actors_of([("storm", made)])]
    return make_index([("storm", made)], actors)


def test_who_is_president_of_a_state_is_on_its_page_and_leads_back() -> None:
    made = index()
    (carver,) = page(made, "norland").officials
    assert (carver.who.href, carver.said, carver.did) == ("../../actors/zoe-carver/", 1, 1)
    (office,) = carver.offices
    assert (office.role, office.of, office.former, office.number) == ("President", None, False, 1)
    assert [one.name for one in page(made, "zoe-carver").belongs_to] == ["Norland"]
    told = actor_record(made, site(), made.by_id["zoe-carver"])
    assert list(told["belongs_to"]) == [{"id": "norland", "name": "Norland"}]


def test_a_state_that_only_is_in_the_same_facts_has_nobody() -> None:
    sudland = page(index(), "sudland")
    assert (sudland.bodies, sudland.officials, sudland.belongs_to) == ((), (), ())


def test_bodies_of_bodies_stand_on_the_states_page_and_say_by_whom() -> None:
    made = weather()
    assert [
        (line.who.name, line.what, [one.name for one in line.of], line.did)
        for line in page(made, "united-states").bodies
    ] == [(SERVICE, "agency", [], 1), (CENTER, "agency", [SERVICE], 0)]
    assert [one.name for one in page(made, "national-hurricane-center").belongs_to] == [SERVICE, STATE]
    assert [line.who.name for line in page(made, "national-weather-service").bodies] == [CENTER]


def test_who_had_an_office_is_listed_as_former_and_belongs_to_it_no_more() -> None:
    made = weather()
    (line,) = page(made, "united-states").officials
    assert [(one.role, one.of and one.of.name, one.former) for one in line.offices] == [
        ("former director", SERVICE, True)
    ]
    assert page(made, "ann-carver").belongs_to == ()


def test_a_list_of_more_than_twelve_has_the_others_behind_a_line() -> None:
    macros = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME), autoescape=True)
    show = macros.from_string("{% import 'macros.html' as m %}{{ m.in_short(m.body, lines, 'bodies') }}")
    (line, _) = page(weather(), "united-states").bodies
    assert "<details>" not in show.render(lines=(line,) * 12)
    shown = show.render(lines=(line,) * 17)
    assert "and 5 more bodies" in shown
    assert shown.count("<li>") == 17

"""A briefing and an actor hand out their facts as one table each."""

from briefings.site.data.alternates import of_actor, of_briefing
from briefings.site.data.fact_tables import COLUMNS, actor_table, briefing_table
from briefings.site.data_files import data_files
from briefings.site.views.facts import view_from
from made_machines import rows
from made_site import TEXT, bare, briefing, chain, index, site


def test_a_briefings_table_holds_its_quotes_then_its_measures() -> None:
    made = index(("bridge", briefing()), ("other", briefing()))
    found = rows(briefing_table(made, site(), made.entry["bridge"]))
    assert [(row["fact"], row["id"]) for row in found] == [
        ("quote", "q-2"),
        ("quote", "q-6"),
        ("measure", "m-1"),
        ("measure", "m-6"),
    ]
    assert list(found[0]) == list(COLUMNS)
    assert found[0]["link"] == "../../briefings/bridge/#q-2"
    assert (found[0]["content"], found[0]["status"], found[3]["status"]) == ("“It will last,”", "", "planned")


def test_an_actors_table_says_of_each_fact_whether_it_said_did_or_bore_it() -> None:
    made = index()
    told = {
        actor.id: [(row["fact"], row["id"]) for row in rows(actor_table(made, site(), actor))] for actor in made.actors
    }
    assert told["zoe-carver"] == [("said", "q-2"), ("did", "m-1")]
    assert told["norland"] == [("about", "q-6"), ("did", "m-6")]
    assert ("done-to", "m-6") in told["sudland"]


def test_a_table_stands_where_the_page_says_it_does_and_only_where_there_are_facts() -> None:
    still = bare(TEXT, chain(TEXT, "Norland", kind="state"))
    made = index(("bridge", briefing()), ("still", still))
    files = {path for _, make in data_files(made, site()) for path, _ in make()}
    for entry in made.entries:
        view = view_from(made, site(), f"briefings/{entry.slug}/")
        tables = [one.href for one in of_briefing(view, entry) if one.type == "text/csv"]
        assert tables == ([] if entry.slug == "still" else ["../../briefings/bridge/facts.csv"])
        assert (f"briefings/{entry.slug}/facts.csv" in files) == bool(tables)
    for actor in made.actors:
        view = view_from(made, site(), f"actors/{actor.id}/")
        tables = [one.href for one in of_actor(view, site(), actor) if one.type == "text/csv"]
        assert {
            f"../../{path}" for path in files if path.startswith(f"actors/{actor.id}/") and path.endswith("csv")
        } == {*tables}

"""The record of an actor has what its page has, for programs."""

import json
from dataclasses import replace

import msgspec

from briefings.site.data.actor_record import actor_record
from briefings.site.data.export import record
from briefings.site.pages.actor_pages import actor_page
from made_site import index, site


def test_a_record_has_the_documented_keys_and_survives_json() -> None:
    made = index()
    told = actor_record(made, site(), made.actors[0])
    assert json.loads(msgspec.json.encode(told))["appearances"][0]["actor"] == "norland"
    keys = "schema id name kind wikidata belongs_to aliases link appearances said did done_to"
    assert " ".join(told) == keys


def test_a_fact_is_the_same_value_in_the_record_of_its_actor_and_in_that_of_its_briefing() -> None:
    made = index()
    whole = {entry.slug: record(entry.briefing) for entry in made.entries}
    told = [actor_record(made, site(), actor) for actor in made.actors]
    quotes = [fact for one in told for fact in one["said"]]
    measures = [fact for one in told for fact in (*one["did"], *one["done_to"])]
    assert quotes
    assert measures
    assert all(fact["quote"] in whole[fact["briefing"]]["quotes"] for fact in quotes)
    assert all(fact["measure"] in whole[fact["briefing"]]["measures"] for fact in measures)
    assert {fact["words"]["content"] for fact in quotes} >= {"“It will last,”"}


def test_a_fact_says_whom_its_ids_mean() -> None:
    made = index()
    for fact in (fact for actor in made.actors for fact in actor_record(made, site(), actor)["said"]):
        assert [one["in_briefing"] for one in fact["who"]] == list(fact["quote"]["source"]["actors"])


def test_page_and_record_have_the_actors_id_of_wikidata_and_none_that_nobody_knows() -> None:
    made = index()
    known = replace(made.actors[0], wikidata="Q42")
    assert actor_page(made, site(), known).wikidata == actor_record(made, site(), known)["wikidata"] == "Q42"
    assert actor_page(made, site(), made.actors[0]).wikidata is None
    assert actor_record(made, site(), made.actors[0])["wikidata"] is None

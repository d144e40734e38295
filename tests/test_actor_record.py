"""The record of an actor has what its page has, for programs."""

import json
from dataclasses import replace

import msgspec

from briefings.site.data.actor_record import actor_record
from briefings.site.pages.actor_page import actor_page
from made_site import index, site


def test_a_record_has_the_documented_keys_and_survives_json() -> None:
    made = index()
    record = actor_record(made, site(), made.actors[0])
    assert json.loads(msgspec.json.encode(record))["appearances"][0]["actor"] == "norland"
    keys = "schema id name kind wikidata belongs_to aliases link appearances said did done_to"
    assert " ".join(record) == keys


def test_page_and_record_have_the_actors_id_of_wikidata_and_none_that_nobody_knows() -> None:
    made = index()
    known = replace(made.actors[0], wikidata="Q42")
    assert actor_page(made, site(), known).wikidata == actor_record(made, site(), known)["wikidata"] == "Q42"
    assert actor_page(made, site(), made.actors[0]).wikidata is None
    assert actor_record(made, site(), made.actors[0])["wikidata"] is None

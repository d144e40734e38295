"""Linked data says what the page says, no more and nothing surer."""

import json
from dataclasses import replace
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from briefings.model import ActorKind, Briefing, Status
from briefings.site.data.linked_data import STATUSES, TYPES
from briefings.site.pages.actor_pages import actor_page
from briefings.site.pages.briefing_page import briefing_page
from briefings.site.views.marking import data_block
from briefings.site.views.page_frames import frame
from made_machines import linked_data
from made_site import TEXT, article, briefing, index, site


def said(made: Briefing | None = None) -> dict[str, Any]:
    found = index(("bridge", made or briefing()))
    return linked_data(str(briefing_page(found, site(), found.entries[0]).frame.linked_data))


def test_a_briefing_is_a_report_based_on_an_article() -> None:
    data = said()
    assert (data["@type"], data["@id"]) == ("Report", "./")
    assert data["isBasedOn"] == {
        "@type": "NewsArticle",
        "headline": "Carver opens bridge",
        "publisher": {"@type": "Organization", "name": "The Norland Post"},
        "datePublished": "2025-05-05",
    }
    assert data["backstory"] == "“Monday” is the day of the article.", "the day was inferred"


def test_the_language_of_an_article_that_is_not_english_is_not_said() -> None:
    assert said()["inLanguage"] == "en"
    assert "inLanguage" not in said(replace(briefing(), article=article(TEXT, language="und")))


def test_an_address_that_is_none_of_the_web_is_not_said() -> None:
    for url, known in (("https://example.org/a", True), ("javascript:alert(1)", False)):
        data = said(replace(briefing(), article=article(TEXT, url=url)))
        assert ("url" in data["isBasedOn"]) == known


def test_facts_are_called_by_their_permalinks_and_say_who() -> None:
    data = said()
    carver = {"@type": "Person", "@id": "../../actors/zoe-carver/", "name": "Zoë Carver"}
    assert data["hasPart"] == [
        {"@type": "Quotation", "@id": "#q-2", "spokenByCharacter": carver},
        {"@type": "Quotation", "@id": "#q-6"},
    ]
    assert data["about"][0] == {
        "@type": "Action",
        "@id": "#m-1",
        "name": "Govern",
        "agent": {"@id": "../../actors/zoe-carver/"},
        "actionStatus": "CompletedActionStatus",
    }, "an actor is told of once"


def test_an_act_that_is_doubted_is_not_called_completed() -> None:
    made = briefing()
    taken = made.measures[0]
    for doubted, words in (
        (replace(taken, hedged=True), "taken, hedged"),
        (replace(taken, attribution="norland"), "taken, according to Norland"),
    ):
        action = said(replace(made, measures=(doubted,)))["about"][0]
        assert "actionStatus" not in action
        assert action["description"] == words


def test_an_unnamed_actor_is_told_by_kind_and_words() -> None:
    made = briefing()
    told = replace(made.measures[0], initiators=("experts",))
    assert said(replace(made, measures=(told,)))["about"][0]["agent"] == {"@type": "Thing", "name": "Experts"}


def test_an_actor_has_its_type_names_roles_and_briefings() -> None:
    made = index()
    by_id = {actor.id: linked_data(str(actor_page(made, site(), actor).frame.linked_data)) for actor in made.actors}
    assert by_id["zoe-carver"] == {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": "./",
        "name": "Zoë Carver",
        "alternateName": "Carver",
        "jobTitle": "President",
        "subjectOf": {"@id": "../../briefings/bridge/"},
    }
    assert by_id["norland"]["@type"] == "Country"


def test_an_actor_that_wikidata_knows_is_the_same_as_its_item() -> None:
    made = index()
    known = replace(made.actors[0], wikidata="Q42")
    data = linked_data(str(actor_page(made, site(), known).frame.linked_data))
    assert data["sameAs"] == "https://www.wikidata.org/wiki/Q42"


def test_every_kind_and_status_has_its_word() -> None:
    assert set(TYPES) == set(get_args(ActorKind))
    assert set(STATUSES) == set(get_args(Status))


def test_a_page_of_which_nothing_is_said_has_no_data() -> None:
    assert frame(site(), "404.html", "Page not found", "…").linked_data is None


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_word_leaves_the_block(words: str) -> None:
    block = str(data_block({"name": words}))
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not {"<", ">", "&"} & set(inside)
    assert json.loads(inside) == {"name": words}

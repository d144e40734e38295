"""A reader without scripts sees every fact, every jump lands, and paper shows what the screen shows."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from browser.built import BuiltSite, Visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def facts(site: BuiltSite) -> dict[str, Any]:
    """The record of the fullest briefing, as its page hands it out."""
    folder = site.folder / site.fullest("briefing").removeprefix(site.url)
    found: dict[str, Any] = json.loads((Path(folder) / "record.json").read_text(encoding="utf-8"))
    assert found["quotes"], "the seed has quotes"
    assert found["measures"], "the seed has measures"
    return found


def test_no_kind_of_page_asks_of_others_or_reports_an_error(site: BuiltSite, visit: Visit) -> None:
    for kind, address in site.kinds().items():
        page = visit("about:blank")
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, said=said: said.append(message.text))
        page.on("pageerror", lambda error, said=said: said.append(str(error)))
        page.goto(address, wait_until="load")
        page.wait_for_timeout(100)  # for what a script does after that
        page.context.close()
        assert [url for url in asked if not url.startswith(site.url)] == []
        assert len(asked) <= 5, f"{kind}: the page, its stylesheet, its icon and its scripts, not {asked}"
        assert said == [], kind


def test_the_404_page_is_whole_at_any_depth(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.url + "actors/nobody/at/all/")
    assert page.locator("body[data-page=not-found] h1").is_visible()
    assert page.evaluate("document.styleSheets.length") == 1
    page.locator(".masthead .name").click()
    assert page.locator("body[data-page=home]").is_visible()


def test_every_fact_is_on_the_page_without_scripts(site: BuiltSite, visit: Visit, facts: dict[str, Any]) -> None:
    page = visit(site.fullest("briefing"), java_script_enabled=False)
    names = {actor["id"]: actor["name"] for actor in facts["actors"]}
    for actor in facts["actors"]:
        assert page.locator("#who").get_by_text(actor["name"], exact=True).first.is_visible(), actor["name"]
    for quote in facts["quotes"]:
        shown = page.locator(f"#{quote['id']}")
        assert shown.is_visible()
        for start, end in quote["content"]:
            assert " ".join(facts["text"][start:end].split()) in shown.inner_text()
    for measure in facts["measures"]:
        shown = page.locator(f"#{measure['id']}")
        assert shown.is_visible()
        assert measure["status"] in shown.inner_text()
        assert all(names[actor] in shown.inner_text() for actor in measure["initiators"] + measure["targets"])


@pytest.mark.parametrize("width", [1280, 390])
def test_every_jump_lands_in_sight(site: BuiltSite, visit: Visit, width: int) -> None:
    page = visit(site.fullest("briefing"), width)
    ids = page.eval_on_selector_all("[id^=s-], [id^=q-], [id^=m-]", "all => all.map(element => element.id)")
    assert {identity[0] for identity in ids} == {"s", "q", "m"}
    for identity in ids:
        page.evaluate("identity => { location.hash = identity }", identity)
        landed = page.locator(":target")
        assert landed.get_attribute("id") == identity
        place = landed.bounding_box()
        assert place is not None
        assert -1 <= place["y"] < 800, f"{identity} at {place}"


def test_a_fact_leads_to_its_sentence_and_the_sentence_back(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"))
    fact = page.locator("figure.quote").first
    fact.locator("a.jump").click()
    assert page.evaluate("location.hash").startswith("#s-")
    identity = fact.get_attribute("id")
    page.locator(f":target a.ref[href='#{identity}']").click()
    assert page.locator(":target").get_attribute("id") == identity


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_a_jump_lands_is_highlighted(site: BuiltSite, visit: Visit, scheme: str) -> None:
    page = visit(site.fullest("briefing"), color_scheme=scheme)
    background = "element => getComputedStyle(element).backgroundColor"
    sentence = page.locator("#s-2")
    before = sentence.evaluate(background)
    page.evaluate("location.hash = 's-2'")
    assert sentence.evaluate(background) != before


def test_paper_shows_the_facts_first_and_the_whole_source_text(
    site: BuiltSite, visit: Visit, facts: dict[str, Any]
) -> None:
    page = visit(site.fullest("briefing"), 1280, color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".masthead nav").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    source = page.locator("#source")
    for fact in facts["quotes"] + facts["measures"]:
        place, after = page.locator(f"#{fact['id']}").bounding_box(), source.bounding_box()
        assert place is not None
        assert after is not None
        assert place["y"] < after["y"]
    assert source.evaluate("element => element.scrollHeight <= element.clientHeight + 1"), "the source text is cut off"
    printed = page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 4


def test_a_chip_shows_one_speaker_without_scripts_and_a_jump_to_another_still_lands(
    site: BuiltSite, visit: Visit
) -> None:
    page = visit(site.fullest("briefing"), java_script_enabled=False)
    page.locator("label:has(#only-1)").click()
    shown = [
        (item.is_visible(), "by-1" in str(item.get_attribute("class"))) for item in page.locator(".quotes > li").all()
    ]
    assert {(True, True), (False, False)} == set(shown)
    hidden = page.locator(".quotes > li:not(.by-1) > figure").first
    page.goto(f"{site.fullest('briefing')}#{hidden.get_attribute('id')}")
    assert hidden.is_visible()

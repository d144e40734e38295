"""A reader without scripts sees every fact, every jump lands, and paper shows what the screen shows."""

import functools
import json
import re
from pathlib import Path
from typing import Any

import pytest

from browser.built import BuiltSite, Visit

pytestmark = pytest.mark.browser

# The words of each element that is seen, by its id; blanks made one.
SHOWN = """ids => Object.fromEntries(ids.map(id => {
  const element = document.getElementById(id);
  return [id, element?.checkVisibility() ? element.innerText.replace(/\\s+/g, " ") : ""];
}))"""
# Links whose middle, where one would press, belongs to another element.
COVERED = """() => [...document.querySelectorAll("main a[href]")].filter(link => {
  link.scrollIntoView({ block: "center" });
  const place = link.getClientRects()[0];
  if (!place) return false; // not shown
  const there = document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);
  return there && !link.contains(there);
}).map(link => link.outerHTML)"""
# How far from the top of the window each place stands to which one can jump, once one has; null where none is seen.
JUMPS = """() => {
  const links = [...document.querySelectorAll("a[href^='#']")].map(link => decodeURIComponent(link.hash.slice(1)));
  const facts = [...document.querySelectorAll("[id^=s-], [id^=q-], [id^=m-]")].map(element => element.id);
  return Object.fromEntries([...new Set([...links, ...facts])].map(id => {
    location.hash = id;
    const landed = document.querySelector(":target");
    return [id, landed?.id === id && landed.checkVisibility() ? landed.getBoundingClientRect().top : null];
  }));
}"""


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
    page.locator("body[data-page=home]").wait_for()


def test_every_fact_of_every_briefing_is_on_its_page_without_scripts(
    site: BuiltSite, output: BuiltSite, visit: Visit
) -> None:
    page = visit("about:blank", java_script_enabled=False)
    count = 0
    for built, file in ((one, file) for one in (site, output) for file in one.folder.glob("briefings/*/record.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        page.goto(built.address(file.with_name("index.html")))
        shown = page.evaluate(SHOWN, ["who", *(fact["id"] for fact in record["quotes"] + record["measures"])])
        names = {actor["id"]: actor["name"] for actor in record["actors"]} | resolved(built, file.parent.name)
        assert [name for name in names.values() if name not in shown["who"]] == []
        for fact in record["quotes"] + record["measures"]:
            lacking = [words for words in words_of(record, fact, names) if words not in shown[fact["id"]]]
            assert lacking == [], f"{page.url}#{fact['id']}: {shown[fact['id']]}"
            count += 1
    assert count > 100


def resolved(site: BuiltSite, briefing: str) -> dict[str, str]:
    """What the site calls the actors of a briefing who have pages, by their ids in it."""
    return {at["actor"]: name for slug, at, name in appearances(site) if slug == briefing}


@functools.cache
def appearances(site: BuiltSite) -> list[tuple[str, dict[str, Any], str]]:
    """Each briefing that each actor is in, how it is called there, and its name."""
    actors = [json.loads(file.read_text(encoding="utf-8")) for file in site.folder.glob("actors/*/actor.json")]
    return [(at["briefing"], at, actor["name"]) for actor in actors for at in actor["appearances"]]


def words_of(record: dict[str, Any], fact: dict[str, Any], names: dict[str, str]) -> list[str]:
    """What the page has to say of a fact: a quote's words; a measure's status and those who are in it."""
    if "content" in fact:
        return [" ".join(record["text"][start:end].split()) for start, end in fact["content"]]
    return [fact["status"], *(names[actor] for actor in fact["initiators"] + fact["targets"])]


@pytest.mark.parametrize("width", [1280, 390])
def test_every_jump_lands_in_sight_without_scripts(site: BuiltSite, visit: Visit, width: int) -> None:
    page = visit(site.fullest("briefing"), width, java_script_enabled=False)
    landed = page.evaluate(JUMPS)
    assert {identity[:2] for identity in landed} >= {"s-", "q-", "m-"}
    assert {identity: place for identity, place in landed.items() if place is None or not -1 <= place < 800} == {}


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


@pytest.mark.parametrize("width", [1280, 390])
def test_no_link_lies_under_something_else(site: BuiltSite, visit: Visit, width: int) -> None:
    page = visit("about:blank", width)
    for kind in ("briefing", "actor", "measures", "home"):
        page.goto(site.fullest(kind))
        assert page.evaluate(COVERED) == [], kind

"""A reader finds a quote by its words and by its facets, lands on it, and comes back to the same list."""

import csv
import io
import json
import re
import shutil
from collections import Counter
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import ConsoleMessage, Page

from briefings.site.assets.pagefind import Unsearchable, find_pagefind, keep_search
from briefings.site.assets.search import PART
from browser.built import BuiltSite, Visit
from made_records import many_records

pytestmark = pytest.mark.browser

TABLES = ("quotes/quotes.csv", "measures/measures.csv")
SHOWN_OF_A_PAGE = 5  # facts; how many more there are is said


@pytest.fixture(autouse=True)
def _pagefind() -> None:
    try:
        find_pagefind()
    except Unsearchable as reason:
        pytest.skip(f"PAGEFIND ABSENT: {reason}")


@pytest.fixture
def quote(site: BuiltSite) -> dict[str, Any]:
    """A quote of the fullest briefing: its id and kind, the path of its page, and three of its words in a row."""
    path = site.fullest("briefing").removeprefix(site.url)
    record = json.loads((site.folder / path / "record.json").read_text(encoding="utf-8"))
    for found in record["quotes"]:
        words = re.findall(r"[A-Za-z]{4,}", " ".join(record["text"][start:end] for start, end in found["content"]))
        if len(words) > 4:
            return {"id": found["id"], "kind": found["kind"], "path": path, "words": " ".join(words[:3])}
    raise AssertionError("the seed has a quote")


def test_a_quote_is_found_by_its_words_and_lands_in_sight(site: BuiltSite, visit: Visit, quote: dict[str, Any]) -> None:
    page = visit(f"{site.url}search/")
    page.locator("#search-q").fill(quote["words"])
    page.locator(f"[data-found] a[href*='#{quote['id']}']").click()
    assert page.url.startswith(site.url + quote["path"])
    assert page.locator(":target").get_attribute("id") == quote["id"]
    assert page.locator(":target").is_visible()


def test_a_facet_shows_only_facts_that_have_it(site: BuiltSite, visit: Visit, quote: dict[str, Any]) -> None:
    page = visit(f"{site.url}search/?q={quote['words']}&kind={quote['kind']}")
    page.locator(f"[data-found] a[href*='#{quote['id']}']").wait_for()
    facts = page.locator("[data-found] li li a").all_inner_texts()
    assert [fact for fact in facts if not fact.endswith(f" · {quote['kind']}")] == []
    others = page.locator("#search-kind option").all_inner_texts()
    page.locator("#search-kind").select_option(next(kind for kind in others if kind not in ("any", quote["kind"])))
    page.locator(f"[data-found] a[href*='#{quote['id']}']").wait_for(state="detached")


def told(site: BuiltSite) -> list[dict[str, str]]:
    """Every fact of the site as its tables have it, with what the search calls its facets."""
    tables = [csv.DictReader(io.StringIO((site.folder / path).read_text("utf-8"))) for path in TABLES]
    facts = [row for table in tables for row in table]
    for fact in facts:
        names = (fact.get(side, "") for side in ("source", "initiators", "targets"))
        fact |= {
            "actor": "; ".join(filter(None, names)),
            "type": fact.get("type", "").capitalize(),
            "year": fact["published"][:4],
        }
    return facts


def found_by(page: Page) -> set[tuple[str, str]]:
    """Briefing and id of every fact that is found, once all of it is shown."""
    page.get_by_role("status").filter(has_text="it").wait_for()
    while page.locator("[data-more]").is_visible():
        before = page.locator("[data-found] > li").count()
        page.locator("[data-more] button").click()
        page.wait_for_function(
            "before => document.querySelectorAll('[data-found] > li').length > before"
            " || document.querySelector('[data-more]').hidden",
            arg=before,
        )
    counted = re.match(r"\d+", page.get_by_role("status").inner_text())
    assert counted
    assert int(counted.group()) == page.locator("[data-found] > li").count(), "as many as it says"
    hrefs = page.locator("[data-found] li li a").evaluate_all("links => links.map(link => link.href)")
    return {(href.split("/")[-2], href.split("#")[1]) for href in hrefs}


def test_what_was_not_said_is_found_by_that(site: BuiltSite, visit: Visit) -> None:
    negated = {(fact["briefing"], fact["id"]) for fact in told(site) if fact.get("negated") == "true"}
    assert negated
    assert found_by(visit(f"{site.url}search/?kind=negated")) == negated


@pytest.mark.parametrize("facet", ["actor", "kind", "type", "status"])
def test_a_facet_of_facts_finds_those_that_have_it_and_no_others(site: BuiltSite, visit: Visit, facet: str) -> None:
    values = Counter(value for fact in told(site) for value in fact.get(facet, "").split("; ") if value)
    paged = {name for name, _ in json.loads((site.folder / "search" / "actors.json").read_text("utf-8"))}
    value = max((one for one in values if facet != "actor" or one in paged), key=lambda one: (values[one], one))
    having = [fact for fact in told(site) if value in fact.get(facet, "").split("; ")]
    expected: dict[str, list[str]] = {}
    for fact in having:
        expected.setdefault(fact["briefing"], []).append(fact["id"])
    page = visit(f"{site.url}search/?{urlencode({facet: value})}")
    found = found_by(page)
    assert {briefing for briefing, _ in found} == set(expected)
    for briefing, ids in expected.items():
        shown = {fact for at, fact in found if at == briefing}
        assert shown <= set(ids)
        assert len(shown) == min(len(set(ids)), SHOWN_OF_A_PAGE)


@pytest.mark.parametrize("facet", ["year", "outlet"])
def test_a_facet_of_articles_finds_every_briefing_that_has_it(site: BuiltSite, visit: Visit, facet: str) -> None:
    values = Counter(fact[facet] for fact in told(site) if fact[facet])
    value = max(values, key=lambda one: (values[one], one))
    page = visit(f"{site.url}search/?{urlencode({facet: value})}")
    found = {briefing for briefing, _ in found_by(page)}
    assert found >= {fact["briefing"] for fact in told(site) if fact[facet] == value}
    others = {fact["briefing"] for fact in told(site) if fact[facet] != value and value not in fact["also_in"]}
    assert not found & others


def test_every_actor_is_found_by_its_name(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}search/")
    for name, path in json.loads((site.folder / "search" / "actors.json").read_text("utf-8"))[::20]:
        page.locator("#search-q").fill(name)
        page.locator(f"[data-found] a.headline[href^='{site.url}{path}']").wait_for()


def test_two_facets_of_one_fact_and_words_hold_at_once(site: BuiltSite, visit: Visit) -> None:
    both = Counter((fact["type"], fact["status"]) for fact in told(site) if fact["type"])
    (type_, status), _ = min(both.items(), key=lambda one: (one[1], one[0]))
    page = visit(f"{site.url}search/?{urlencode({'type': type_, 'status': status})}")
    expected = {(f["briefing"], f["id"]) for f in told(site) if (f["type"], f.get("status")) == (type_, status)}
    assert found_by(page) == expected


def test_what_is_found_is_marked_where_one_lands(site: BuiltSite, visit: Visit, quote: dict[str, Any]) -> None:
    page = visit(f"{site.url}search/?{urlencode({'q': quote['words']})}")
    page.locator(f"[data-found] a[href*='#{quote['id']}']").click()
    page.locator(":target").wait_for()
    marked = page.evaluate("[...(CSS.highlights.get('found') ?? [])].map(range => range.toString().toLowerCase())")
    assert {word.lower() for word in quote["words"].split()} <= set(marked)


def test_an_index_that_does_not_come_is_said(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}search/")
    page.route("**/pagefind/*", lambda route: route.abort())
    page.locator("#search-q").fill("harbour")
    page.get_by_role("status").filter(has_text="could not be loaded").wait_for()
    page.unroute("**/pagefind/*")
    page.locator("#search-q").fill("bridge")
    page.locator("[data-found] li").first.wait_for()


def test_names_are_offered_while_one_types(site: BuiltSite, visit: Visit) -> None:
    name, path = json.loads((site.folder / "search" / "actors.json").read_text(encoding="utf-8"))[0]
    page = visit(f"{site.url}search/")
    page.locator("#search-q").press_sequentially(name[:5])
    page.locator(f"[data-offered] a[href='{site.url}{path}']").click()
    assert page.locator("h1").inner_text() == name


def test_the_address_is_the_search_and_back_restores_it(site: BuiltSite, visit: Visit, quote: dict[str, Any]) -> None:
    page = visit(f"{site.url}search/")
    page.locator("#search-q").fill(quote["words"])
    page.locator("#search-kind").select_option(quote["kind"])
    page.locator(f"[data-found] a[href*='#{quote['id']}']").click()
    page.go_back()
    assert page.locator("#search-q").input_value() == quote["words"]
    assert page.locator("#search-kind").input_value() == quote["kind"]
    page.locator(f"[data-found] a[href*='#{quote['id']}']").wait_for()


def test_searching_asks_nothing_of_others_and_reports_no_error(
    site: BuiltSite, visit: Visit, quote: dict[str, Any]
) -> None:
    page = visit("about:blank")
    asked, said = watched(page)
    page.goto(f"{site.url}search/", wait_until="networkidle")
    assert len(asked) <= 5, "Pagefind waits until it is needed"
    assert not any("/pagefind/" in url for url in asked)
    page.locator("#search-q").fill(quote["words"])
    page.locator("[data-found] li").first.wait_for()
    assert [url for url in asked if not url.startswith(site.url)] == []
    assert said == []


def watched(page: Page) -> tuple[list[str], list[str]]:
    """What the page asks for and what it says to the console, from now on."""
    asked: list[str] = []
    said: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("request", lambda request: asked.append(request.url))
    page.on("console", heard)
    page.on("pageerror", lambda error: said.append(str(error)))
    return asked, said


def test_without_scripts_the_page_leads_to_every_list(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}search/", java_script_enabled=False)
    assert not page.locator("form").is_visible()
    page.get_by_role("link", name="Actors, A–Z").click()
    page.locator("body[data-page=actors]").wait_for()


ANSWER = """([selector, asking]) => new Promise((done) => {
  const input = document.querySelector("#search-q");
  const begun = performance.now();
  const watch = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    watch.disconnect();
    requestAnimationFrame(() => done(performance.now() - begun));
  });
  watch.observe(document.querySelector("[data-found]"), { childList: true, subtree: true });
  input.value = asking;
  input.dispatchEvent(new Event("input", { bubbles: true }));
})"""


@pytest.fixture
def large(site: BuiltSite, served: BuiltSite) -> tuple[BuiltSite, list[str]]:
    """The search page over 2,000 briefings and 2,000 actors, and some of their titles."""
    found = BuiltSite(folder=served.folder / "large", url=f"{served.url}large/")
    parts = many_records()
    shutil.copytree(site.folder / "theme", found.folder / "theme")
    (found.folder / "search").mkdir()
    page = (site.folder / "search" / "index.html").read_text("utf-8").replace("/demo/", "/large/")
    (found.folder / "search" / "index.html").write_text(
        page.replace('data-parts="1"', f'data-parts="{len(parts)}"'), "utf-8"
    )
    names = [[f"Actor {number}", f"actors/a-{number}/"] for number in range(2000)]
    (found.folder / "search" / "actors.json").write_text(json.dumps(names), "utf-8")
    keep_search(served.folder / "store", find_pagefind(), parts, found.folder / "pagefind")
    titles = [BeautifulSoup(part[0].html, "html.parser").find("h1") for part in parts]
    return found, [title.get_text() for title in titles if title]


@pytest.mark.bench
def test_2000_briefings_and_2000_actors_are_searched_within_300_ms(
    large: tuple[BuiltSite, list[str]], visit: Visit
) -> None:
    site, titles = large
    page = visit(f"{site.url}search/")
    assert page.locator("[data-search]").get_attribute("data-parts") == str(len(titles))
    page.locator("#search-q").focus()
    page.wait_for_function("document.querySelector('#search-names').options.length === 2000")
    page.wait_for_timeout(500)  # Pagefind is loaded while one types
    took = [
        page.evaluate(ANSWER, [f"[data-found] a[href*='b-{number * PART}/']", title])
        for number, title in enumerate(titles)  # each in another part of the index, its words are yet to be loaded
    ]
    first, *then = took
    print(f"Answers after {', '.join(f'{ms:.0f}' for ms in then)} ms, the first after {first:.0f}, 150 of them a pause")
    assert min(then) < 300
    assert page.locator("[data-found] mark").count()

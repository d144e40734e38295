"""A reader finds a quote by its words and by its facets, lands on it, and comes back to the same list."""

import json
import re
import shutil
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import ConsoleMessage, Page

from briefings.site.pagefind import Unsearchable, find_pagefind, keep_search
from briefings.site.search import PART
from browser.built import BuiltSite, Visit
from made_records import many_records

pytestmark = pytest.mark.browser


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


def test_a_facet_alone_finds_all_that_have_it(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}search/?status=taken")
    page.locator("[data-found] li li").first.wait_for()
    facts = page.locator("[data-found] li li a").all_inner_texts()
    assert facts
    assert all(fact.endswith(" · taken") for fact in facts)


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
    assert page.locator("body[data-page=actors]").is_visible()


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

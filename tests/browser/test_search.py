"""A reader finds a quote by its words and by its facets, lands on it, and comes back to the same list."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page

from briefings.site.pagefind import Unsearchable, find_pagefind
from browser.built import BuiltSite, Visit

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

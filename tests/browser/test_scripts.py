"""What scripts add: words marked on arrival, the way to the search, cards of actors; and what a page weighs."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite, Visit

pytestmark = pytest.mark.browser

THEME = Path(__file__).parent.parent.parent / "themes" / "briefings" / "static"
OPEN = "#card:popover-open"


def weight(*files: Path) -> int:
    """Bytes that travel: each file as a host packs it."""
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def test_a_briefing_its_look_and_its_scripts_are_light(output: BuiltSite, visit: Visit) -> None:
    page = visit("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(output.fullest("briefing"), wait_until="networkidle")
    assert len(asked) <= 5
    loaded = {ending: [output.file(url) for url in asked if url.endswith(ending)] for ending in ("/", ".css", ".js")}
    weights = {ending: weight(*files) for ending, files in loaded.items()}
    print(f"Before a reader does anything: {len(asked)} requests, {weights} bytes")
    assert weights["/"] <= 20_000
    assert weights[".css"] <= 12_000
    assert weights[".js"] <= 4_000


def test_scripts_are_short() -> None:
    for script in THEME.glob("js/*.js"):
        assert len(script.read_text("utf-8").splitlines()) <= 150, script.name


def test_slash_leads_to_the_search_from_anywhere(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"))
    page.keyboard.press("/")
    page.locator("#search-q").wait_for()
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search-q"
    page.keyboard.type("1/2")
    assert page.locator("#search-q").input_value() == "1/2"


def test_words_that_were_searched_for_are_marked_where_one_lands(site: BuiltSite, visit: Visit) -> None:
    marked = "[...(CSS.highlights.get('found') ?? [])].map(range => range.toString().toLowerCase())"
    address = site.fullest("briefing")
    word = max(re.findall(r"[a-z]+", visit(address).locator("h1").inner_text().lower()), key=len)
    found = visit(f"{address}?highlight={word}").evaluate(marked)
    assert found
    assert all(one.startswith(word) for one in found)
    assert visit(f"{address}?highlight=.*").evaluate(marked) == []
    assert visit(address).evaluate(marked) == []


def actor_link(page: Page) -> str:
    """Points at an actor by the pointer; gives its name."""
    link = page.locator(".cast a.who").first
    link.hover()
    return link.inner_text()


def test_a_card_opens_by_hover_stays_under_the_pointer_and_closes_on_escape(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"))
    name = actor_link(page)
    card = page.locator(OPEN)
    card.wait_for()
    assert card.locator(".name").inner_text() == name
    card.hover()
    page.wait_for_timeout(700)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_a_card_opens_by_the_keyboard_and_tells_what_it_describes(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"))
    page.locator(".cast a.who").first.focus()
    page.locator(OPEN).wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "card"
    page.keyboard.press("Escape")
    assert page.locator(OPEN).count() == 0
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") is None


def test_a_card_closes_when_the_pointer_leaves(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"))
    actor_link(page)
    page.locator(OPEN).wait_for()
    page.mouse.move(1270, 790)
    page.locator(OPEN).wait_for(state="detached")

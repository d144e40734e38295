"""Everybody can read the site: WCAG 2.2 AA by axe, the keyboard, small screens, long names."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite, Visit

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What can be otherwise in the dark, on the same page of the same width: half of the time is spared.
OF_COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
LONG_NAME = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochministerium"


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def faults(axe: str, *pages: Page) -> list[str]:
    """What axe finds wrong with each page as it is now; it looks at all of them at once."""
    for page in pages:
        if not page.evaluate("'axe' in window"):
            page.evaluate(axe)
        dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        page.evaluate("rules => { window.axed = axe.run(document, rules) }", OF_COLOURS if dark else RULES)
    results: list[tuple[Page, dict[str, Any]]] = [(page, page.evaluate("window.axed")) for page in pages]
    return [
        f"{page.url} {page.viewport_size}: {fault['id']}: {node['html']} {node['failureSummary']}"
        for page, found in results
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_any_kind_of_page_in_light_and_in_the_dark(
    site: BuiltSite, visit: Visit, axe: str, width: int
) -> None:
    page = visit("about:blank", width)
    found = []
    for address in site.kinds().values():
        page.goto(address)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += faults(axe, page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_where_a_jump_has_landed(site: BuiltSite, visit: Visit, axe: str) -> None:
    for fact in ("figure.quote", ".ledger tbody tr", ".sentence:has(.refs)"):
        pages = [visit(site.fullest("briefing"), color_scheme=scheme) for scheme in SCHEMES]
        for page in pages:
            page.evaluate("fact => { location.hash = document.querySelector(fact).id }", fact)
            assert page.locator(":target").count() == 1
        assert not (found := faults(axe, *pages)), "\n".join(found)


def open_card(page: Page) -> None:
    page.locator(".cast a.who").first.focus()
    page.locator("#card:popover-open").wait_for()


def choose_speaker(page: Page) -> None:
    page.locator("label:has(#only-1)").click()


def choose_and_sort(page: Page) -> None:
    page.locator("fieldset.chips label").nth(1).click()
    page.locator("th button").first.click()
    page.locator("tr[hidden]").first.wait_for(state="attached")


def find(page: Page) -> None:
    page.locator("#search-q").fill("said")
    page.locator("[data-found] li li").first.wait_for()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("kind", "do"),
    [("briefing", open_card), ("briefing", choose_speaker), ("measures", choose_and_sort), ("search", find)],
)
def test_axe_finds_nothing_while_a_reader_works(
    site: BuiltSite, visit: Visit, axe: str, kind: str, do: Callable[[Page], None], width: int
) -> None:
    pages = [visit(site.fullest(kind), width, color_scheme=scheme) for scheme in SCHEMES]
    for page in pages:
        do(page)
    assert not (found := faults(axe, *pages)), "\n".join(found)


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_is_wider_than_a_phone(site: BuiltSite, visit: Visit, width: int) -> None:
    page = visit("about:blank", width)
    widths = {}
    for kind, address in site.kinds().items():
        page.goto(address)
        widths[kind] = page.evaluate("document.documentElement.scrollWidth")
    assert {kind: wide for kind, wide in widths.items() if wide > width} == {}


@pytest.mark.parametrize("kind", ["home", "briefing", "actors", "actor", "measures"])
def test_long_names_break_no_page(site: BuiltSite, visit: Visit, kind: str) -> None:
    page = visit(site.fullest(kind), 320)
    page.evaluate(
        "name => document.querySelectorAll('h1, h3 a, .who, .nameless, .words, .cue').forEach("
        "element => { element.textContent = name })",
        LONG_NAME,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_first_tab_leads_past_the_navigation(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"))
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("element => element === document.activeElement")
    assert (skip.bounding_box() or {"y": -1})["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_focus_is_seen(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"))
    for _ in range(40):
        page.keyboard.press("Tab")
        shown, element = page.evaluate(
            "[getComputedStyle(document.activeElement).outlineStyle, document.activeElement.outerHTML]"
        )
        assert shown == "solid", element

"""Everybody can read the site: WCAG 2.2 AA by axe, the keyboard, small screens, long names."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite, Visit
from sizes import more

pytestmark = pytest.mark.browser

Rules = dict[str, Any]
ALL: Rules = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What can be otherwise in other colours, on the same page of the same width: half of the time is spared.
OF_COLOURS: Rules = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}


class Screen(NamedTuple):
    """What a page is looked at on, and by which rules."""

    width: int
    color_scheme: str
    rules: Rules


each_screen = pytest.mark.parametrize(
    "screen",
    [
        Screen(1280, "light", ALL),
        Screen(390, "dark", ALL),
        more(Screen(1280, "dark", OF_COLOURS)),
        more(Screen(390, "light", OF_COLOURS)),
    ],
    ids=lambda screen: f"{screen.width}-{screen.color_scheme}",
)
# The first of many alike stand for all, but by `make test-all`: 6 rows of a table, 6 quotes.
FEWER = """() => document.querySelectorAll("main *").forEach(list => {
  const seen = {};
  for (const one of [...list.children].filter(one => one.checkVisibility())) {
    const kind = `${one.tagName} ${one.getAttribute("class")}`;
    seen[kind] = (seen[kind] ?? 0) + 1;
    if (seen[kind] > 6) one.remove();
  }
})"""
LONG_NAME = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochministerium"


def faults(axe: str, page: Page, rules: Rules = ALL) -> list[str]:
    """What axe finds wrong with the page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found: Rules = page.evaluate("rules => axe.run(document, rules)", rules)
    return [
        f"{page.url} {page.viewport_size}: {fault['id']}: {node['html']} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


def shorten(page: Page, *, full: bool) -> None:
    if not full:
        page.evaluate(FEWER)


@each_screen
def test_axe_finds_nothing_on_any_kind_of_page_in_light_and_in_the_dark(
    site: BuiltSite, visit: Visit, axe: str, screen: Screen, *, full: bool
) -> None:
    page, found = visit("about:blank", screen.width, color_scheme=screen.color_scheme), []
    for address in site.kinds().values():
        page.goto(address)
        shorten(page, full=full)
        found += faults(axe, page, screen.rules)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_a_jump_has_landed(
    site: BuiltSite, visit: Visit, axe: str, scheme: str, *, full: bool
) -> None:
    rules = ALL if full and scheme == "light" else OF_COLOURS
    page = visit(site.fullest("briefing"), color_scheme=scheme)
    for fact in ("figure.quote", ".ledger tbody tr", ".sentence:has(.refs)"):
        page.evaluate("fact => { location.hash = document.querySelector(fact).id }", fact)
        assert page.locator(":target").count() == 1
        assert not (found := faults(axe, page, rules)), "\n".join(found)


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


@each_screen
@pytest.mark.parametrize(
    "work", [("briefing", open_card), ("briefing", choose_speaker), ("measures", choose_and_sort), ("search", find)]
)
def test_axe_finds_nothing_while_a_reader_works(
    site: BuiltSite, visit: Visit, axe: str, work: tuple[str, Callable[[Page], None]], screen: Screen, *, full: bool
) -> None:
    kind, do = work
    page = visit(site.fullest(kind), screen.width, color_scheme=screen.color_scheme)
    do(page)
    shorten(page, full=full)
    assert not (found := faults(axe, page, screen.rules)), "\n".join(found)


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

"""Everybody can read the site: WCAG 2.2 AA by axe, the keyboard, small screens, long names."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.built import KINDS, BuiltSite, Visit

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
LONG_NAME = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochministerium"


def faults(page: Page, axe: str) -> list[str]:
    """What axe finds wrong with the page as it is now."""
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(f"axe.run(document, {json.dumps(RULES)})")
    return [
        f"{fault['id']}: {node['html']} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(site: BuiltSite, visit: Visit, axe: str, kind: str, width: int, scheme: str) -> None:
    page = visit(site.fullest(kind), width, color_scheme=scheme)
    assert faults(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fact", ["figure.quote", ".ledger tbody tr", ".sentence:has(.refs)"])
def test_axe_finds_nothing_where_a_jump_has_landed(
    site: BuiltSite, visit: Visit, axe: str, fact: str, scheme: str
) -> None:
    page = visit(site.fullest("briefing"), color_scheme=scheme)
    page.evaluate("fact => { location.hash = document.querySelector(fact).id }", fact)
    assert page.locator(":target").count() == 1
    assert faults(page, axe) == []


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_a_phone(site: BuiltSite, visit: Visit, kind: str, width: int) -> None:
    page = visit(site.fullest(kind), width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


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
        shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert shown == "solid", page.evaluate("document.activeElement.outerHTML")

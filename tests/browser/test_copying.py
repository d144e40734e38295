"""A fact's permalink is copied by one small button, by pointer and by keyboard, and nothing moves for it."""

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite, Visit

pytestmark = pytest.mark.browser

PERMALINKS = ["figure.quote a.label", ".ledger tbody a.label", ".sentence > .number"]
CLIPBOARD = ["clipboard-read", "clipboard-write"]
BUTTON = "button.copy"
PLACES = """[...document.querySelectorAll('main :not(.copy, .copy *)')].map(one => {
  const { x, y } = one.getBoundingClientRect();
  return [x, y];
})"""
LONG_NAMES = "document.querySelectorAll('.ledger .who').forEach(one => { one.textContent = 'A Long Name '.repeat(9) })"
NAMES_UNDER_THE_BUTTON = """() => {
  const button = document.querySelector("button.copy");
  const at = button.getBoundingClientRect();
  const names = [...button.closest("tr").querySelectorAll(".who")].flatMap(one => [...one.getClientRects()]);
  const beside = one => one.right <= at.left || one.left >= at.right;
  const above = one => one.bottom <= at.top || one.top >= at.bottom;
  return names.filter(one => !beside(one) && !above(one)).length;
}"""


def at_fact(page: Page, permalink: str) -> str:
    """Points at the second fact of a kind; gives the address of its permalink."""
    link = page.locator(permalink).nth(1)
    link.scroll_into_view_if_needed()
    link.hover()
    page.locator(BUTTON).wait_for()
    return str(link.evaluate("link => link.href"))


@pytest.mark.parametrize("permalink", PERMALINKS)
def test_the_button_beside_a_fact_copies_its_whole_address_and_says_so(
    site: BuiltSite, visit: Visit, permalink: str
) -> None:
    page = visit(f"{site.fullest('briefing')}?highlight=said", permissions=CLIPBOARD)
    address = at_fact(page, permalink)
    page.locator(BUTTON).click()
    page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")
    assert page.locator(BUTTON).inner_text() == "Copied"
    assert page.evaluate("navigator.clipboard.readText()") == address.replace("?highlight=said", "")


@pytest.mark.parametrize("permalink", PERMALINKS)
def test_the_keyboard_reaches_it_behind_the_permalink_and_escape_takes_it_away(
    site: BuiltSite, visit: Visit, permalink: str
) -> None:
    page = visit(site.fullest("briefing"), permissions=CLIPBOARD)
    page.locator(permalink).nth(1).focus()
    page.locator(BUTTON).wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "copy"
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")
    page.keyboard.press("Escape")
    assert page.locator(BUTTON).count() == 0
    assert page.locator(permalink).nth(1).evaluate("link => link === document.activeElement")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("permalink", PERMALINKS)
def test_it_is_large_enough_to_touch_and_moves_nothing(
    site: BuiltSite, visit: Visit, permalink: str, width: int
) -> None:
    page = visit(site.fullest("briefing"), width, permissions=CLIPBOARD)
    page.locator(permalink).nth(1).scroll_into_view_if_needed()
    before = page.evaluate(PLACES)
    at_fact(page, permalink)
    place = page.locator(BUTTON).bounding_box()
    assert place is not None
    assert min(place["width"], place["height"]) >= 24
    assert 0 <= place["x"] <= width - place["width"]
    assert page.evaluate(PLACES) == before


def test_on_a_phone_it_hides_no_name(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"), 390, permissions=CLIPBOARD)
    at_fact(page, ".ledger tbody a.label")
    page.evaluate(LONG_NAMES)
    assert page.evaluate(NAMES_UNDER_THE_BUTTON) == 0


def test_without_scripts_the_numbers_are_links_and_there_is_no_button(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"), java_script_enabled=False)
    page.locator(PERMALINKS[0]).first.hover()
    assert page.locator(BUTTON).count() == 0
    assert str(page.locator(PERMALINKS[0]).first.get_attribute("href")).startswith("#q-")

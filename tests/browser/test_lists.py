"""Lists are whole without scripts, where chips choose; with them headers sort, fields choose, and “back” restores."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.built import BuiltSite, Visit

pytestmark = pytest.mark.browser

CHIPS = [
    ("measures", "taken"),
    ("measures", "sanction"),
    ("quotes", "direct"),
    ("quotes", "by-1"),
    ("actors", "state"),
]
HEADERS = [
    ("measures", "told", "td.told time"),
    ("actors", "said", "td.said"),
    ("actors", "actor", "tbody th .who"),
    ("outlets", "measures", "td.did"),
]
# Whether the texts of some cells stand in an order; days by their dates, nothing as 0.
IN_ORDER = """(cells, order) => {
    const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    const texts = cells.map((cell) => cell.dateTime ?? cell.textContent.trim().replace("–", "0"));
    return texts.every((text, at) => !at || (order === "ascending" ? 1 : -1) * compare(texts[at - 1], text) <= 0);
}"""


def shown(page: Page) -> Locator:
    return page.locator("[data-of]:visible")


def count_in(text: str) -> int:
    found = re.search(r"\d+", text)
    assert found, text
    return int(found.group())


def chip(page: Page, value: str) -> Locator:
    return page.locator(f'label:has([value="{value}"])')


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("kind", "value"), CHIPS)
def test_a_chip_shows_those_that_it_counts_and_all_shows_all(
    site: BuiltSite, visit: Visit, *, kind: str, value: str, scripts: bool
) -> None:
    page = visit(f"{site.url}{kind}/", java_script_enabled=scripts)
    before = shown(page).count()
    chip(page, value).click()
    if scripts:
        page.get_by_role("status").filter(has_text=re.compile(r"^\d+ of")).wait_for()
    chosen = page.locator(f'[data-of~="{value}"]:visible')
    chosen.first.wait_for()
    expected = count_in(chip(page, value).locator("[data-times]").inner_text())
    assert shown(page).count() == chosen.count() == expected < page.locator("[data-of]").count()
    assert page.locator(":is([data-rows] > section, tbody):visible").count() <= expected, "a group of nothing is shown"
    page.locator("fieldset", has=page.locator(f'[value="{value}"]')).locator('label:has([value=""])').click()
    expect(shown(page)).to_have_count(page.locator("[data-of]").count())
    assert shown(page).count() >= before


def test_two_choices_hold_at_once_and_the_count_is_told(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}measures/")
    chip(page, "taken").click()
    chip(page, "sanction").click()
    page.get_by_role("status").filter(has_text=re.compile(r"^\d+ of")).wait_for()
    everything = page.locator("[data-of]").count()
    expected = page.locator('[data-of~="taken"][data-of~="sanction"]').count()
    assert shown(page).count() == expected
    assert page.get_by_role("status").inner_text() == f"{expected} of {everything} measures"


@pytest.mark.parametrize(("kind", "key", "cell"), HEADERS)
def test_a_header_sorts_both_ways_and_says_so(site: BuiltSite, visit: Visit, kind: str, key: str, cell: str) -> None:
    page = visit(f"{site.url}{kind}/")
    head = page.locator(f"th[data-key={key}]")
    lines = page.locator("tbody tr:not(.group)").count()
    seen = set()
    for _ in range(2):
        before = head.get_attribute("aria-sort")
        head.get_by_role("button").click()
        page.locator(f"th[data-key={key}][aria-sort]:not([aria-sort={before}])").wait_for()
        now = str(head.get_attribute("aria-sort"))
        seen.add(now)
        assert page.locator(cell).evaluate_all(IN_ORDER, now)
        assert page.locator("th[aria-sort]").count() == 1
        assert page.locator("tbody tr:not(.group)").count() >= lines, "a line is lost"
    assert seen == {"ascending", "descending"}


def test_a_header_is_a_button_for_the_keyboard(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}measures/")
    page.locator("th[data-key=who] button").focus()
    page.keyboard.press("Enter")
    page.locator("th[data-key=who][aria-sort=ascending]").wait_for()


def test_what_nobody_did_stands_last_whichever_way_it_is_sorted(site: BuiltSite, visit: Visit) -> None:
    for order in ("who", "-who"):
        page = visit(f"{site.url}measures/?sort={order}")
        page.locator("th[data-key=who][aria-sort]").wait_for()
        nameless = page.locator("tbody th").evaluate_all("all => all.map(one => Boolean(one.querySelector('.flag')))")
        assert nameless == sorted(nameless)
        assert any(nameless)


def test_the_address_holds_what_is_asked_and_back_restores_it(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}measures/")
    chip(page, "taken").click()
    page.wait_for_url("**/measures/?status=taken")
    page.locator("nav.pager").wait_for(state="hidden")
    everything = page.locator("[data-of]").count()
    taken = shown(page).count()
    page.locator("th[data-key=type] button").click()
    page.wait_for_url("**sort=type")
    page.locator("tbody a.who").first.click()
    page.locator("body[data-page=actor]").wait_for()
    page.go_back()
    page.locator("th[data-key=type][aria-sort=ascending]").wait_for()
    assert shown(page).count() == taken
    assert chip(page, "taken").locator("input").is_checked()
    page.go_back()
    page.locator("th[data-key=told][aria-sort=descending]").wait_for()
    page.go_back()
    page.wait_for_url("**/measures/")
    expect(shown(page)).to_have_count(everything)
    assert not chip(page, "taken").locator("input").is_checked()


def test_a_name_and_words_choose_and_all_can_be_shown_again(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}measures/")
    name = page.locator("tbody .parties a.who").first.inner_text()
    page.get_by_label("Who or whom").fill(name)
    page.wait_for_url("**who=**")
    page.locator("nav.pager").wait_for(state="hidden")
    everything = page.locator("[data-of]").count()
    assert 0 < shown(page).count() < everything
    for line in shown(page).all():
        assert name in line.locator(".parties").first.inner_text() + line.locator(".whom").inner_text()
    page.get_by_label("Words").fill("no article says this")
    page.wait_for_url("**q=**")
    assert shown(page).count() == 0
    assert page.get_by_role("status").inner_text().startswith("0 of ")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url("**/measures/")
    expect(shown(page)).to_have_count(everything)


def test_fields_that_need_scripts_are_not_shown_without_them(site: BuiltSite, visit: Visit) -> None:
    for kind in ("measures", "quotes", "actors"):
        page = visit(f"{site.url}{kind}/", java_script_enabled=False)
        assert page.locator("form input[type=radio]").first.is_enabled()
        assert not page.get_by_label("Words").is_visible()
        assert page.locator("th button").count() == 0


def test_all_pages_of_a_list_are_chosen_from_at_once(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}quotes/")
    here = shown(page).count()
    assert here == 200
    chip(page, "direct").click()
    page.wait_for_url("**kind=direct")
    page.locator("nav.pager").wait_for(state="hidden")
    alone = visit(f"{site.url}quotes/page/2/", java_script_enabled=False)
    direct = page.locator('[data-of~="direct"]').count()
    assert shown(page).count() == direct
    assert page.locator("[data-of]").count() == here + alone.locator("[data-of]").count()
    link = page.locator("[data-of]:visible a.label").last
    link.click()
    assert page.locator("body[data-page=briefing] :target").is_visible()


def test_a_choice_on_a_further_page_leads_to_the_first_with_it(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}quotes/page/2/")
    chip(page, "direct").click()
    page.wait_for_url("**/quotes/?kind=direct")
    assert "quotes" in page.get_by_role("status").inner_text()


def test_without_scripts_pages_lead_on(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}quotes/", java_script_enabled=False)
    first = shown(page).count()
    page.get_by_role("link", name="Next page").click()
    assert 0 < shown(page).count() < first


@pytest.mark.parametrize("width", [1280, 390])
def test_the_drawing_is_pushed_along_by_the_keyboard_and_its_names_lead_to_actors(
    site: BuiltSite, visit: Visit, width: int
) -> None:
    page = visit(f"{site.url}graph/", width)
    drawing = page.get_by_role("region", name="Drawing")
    drawing.focus()
    assert drawing.evaluate("one => one === document.activeElement")
    if width == 390:
        page.keyboard.press("ArrowRight")
        page.wait_for_function("one => one.scrollLeft > 0", arg=drawing.element_handle())
    names = drawing.locator("a")
    assert names.count() > 20
    assert drawing.locator("line").count() == page.locator(".pairs tbody tr").count()
    name = names.first.locator("text").evaluate("one => one.textContent")
    names.first.focus()
    page.keyboard.press("Enter")
    page.locator("body[data-page=actor]").wait_for()
    assert page.locator("h1").inner_text().startswith(name.removesuffix("…"))


def test_days_lead_to_weeks_and_back(site: BuiltSite, visit: Visit) -> None:
    page = visit(f"{site.url}weeks/", 390, java_script_enabled=False)
    page.locator(".calendar .day a").first.click()
    page.locator("body[data-page=day]").wait_for()
    page.get_by_role("navigation", name="Where this page stands").get_by_role("link").last.click()
    page.locator("body[data-page=week]").wait_for()

"""The page holds in every way of reading: from right to left, in forced colours, a card on a phone."""

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite, Visit

pytestmark = pytest.mark.browser

FROM_THE_RIGHT = "document.documentElement.dir = 'rtl'"
STYLE = "(one, name) => getComputedStyle(one)[name]"


def test_from_right_to_left_a_quotes_number_stands_at_its_right(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"))
    page.evaluate(FROM_THE_RIGHT)
    label, words = page.locator("figure.quote .label").first, page.locator("figure.quote blockquote").first
    at, beside = label.bounding_box(), words.bounding_box()
    assert at is not None
    assert beside is not None
    assert at["x"] >= beside["x"] + beside["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_kinds_and_choices_are_told_by_shape(site: BuiltSite, visit: Visit, scheme: str) -> None:
    page = visit(site.fullest("briefing"), forced_colors="active", color_scheme=scheme)
    kinds = {"direct": "solid", "mixed": "dashed", "indirect": "solid"}
    drawn = {
        kind: page.locator(f"figure.quote.{kind} blockquote").first.evaluate(STYLE, "borderInlineStartStyle")
        for kind in kinds
        if page.locator(f"figure.quote.{kind}").count()
    }
    assert drawn == {kind: kinds[kind] for kind in drawn}
    assert page.locator("#source mark.trigger").first.evaluate(STYLE, "borderBlockEndStyle") == "double"
    assert page.locator(".chips label:has(:checked)").first.evaluate(STYLE, "outlineStyle") == "solid"
    assert page.locator(".chips label:not(:has(:checked))").first.evaluate(STYLE, "outlineStyle") == "none"
    page.evaluate("location.hash = 's-2'")
    assert page.locator("#s-2").evaluate(STYLE, "outlineStyle") == "solid"
    ink = page.locator("body").evaluate(STYLE, "color")
    for mark in ("content", "source", "cue", "trigger"):
        colours = page.locator(f"main mark.{mark}").evaluate_all("all => all.map(one => getComputedStyle(one).color)")
        assert {*colours} == {ink}, f"words of a {mark} cannot be read"


@pytest.mark.parametrize(("width", "margin"), [(1280, True), (390, False)])
def test_beside_the_facts_measures_stand_in_the_margin_of_the_source_text(
    site: BuiltSite, visit: Visit, width: int, *, margin: bool
) -> None:
    page = visit(site.fullest("briefing"), width)
    right = page.locator("#source .sentence").evaluate_all(
        "all => Math.max(...all.flatMap(one => [...one.getClientRects()]).map(one => one.right))"
    )
    refs = [link.bounding_box() or {} for link in page.locator("#source .ref.measure").all()]
    assert refs
    assert all((ref["x"] + ref["width"] > right) == margin for ref in refs)
    assert all(ref["x"] + ref["width"] <= width for ref in refs)


def card(page: Page) -> dict[str, float]:
    page.locator("#card:popover-open").wait_for()
    return dict(page.locator("#card").bounding_box() or {})


def test_on_a_phone_a_card_that_the_keyboard_opens_stays_on_the_screen(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"), 390)
    for link in page.locator("#source a.actor").all()[:12:3]:
        link.focus()
        at = card(page)
        assert at["x"] >= 0
        assert at["x"] + at["width"] <= 390
        assert at["y"] >= 0
        page.keyboard.press("Escape")


def test_a_card_hides_nothing_of_the_link_that_it_belongs_to(site: BuiltSite, visit: Visit) -> None:
    page = visit(site.fullest("briefing"))
    link = page.locator(".cast a.who").nth(2)
    link.focus()
    over, of = card(page), link.bounding_box()
    assert of is not None
    assert over["y"] >= of["y"] + of["height"] or over["y"] + over["height"] <= of["y"]

"""No width of the site hangs on the fonts that a reader has: the same holds in narrow and in wide ones, in large text."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite, Visit
from browser.test_modes import CUT, SQUEEZED, TWICE, WIDER
from made import ROOT

pytestmark = pytest.mark.browser

FONT = ROOT / "themes" / "briefings" / "fonts" / "card.woff"  # Noto Serif, as wide as DejaVu Sans
# Everything in one font that every machine has: ours, made narrower or wider.
SET = """([data, percent]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@font-face { font-family: made; src: url(data:font/woff;base64,${data}); size-adjust: ${percent}%; }
    * { font-family: made !important; }`);
  document.adoptedStyleSheets = [sheet];
  return document.fonts.load("16px made").then(() => document.fonts.ready).then(() => document.fonts.check("16px made"));
}"""


def set_in(page: Page, font: Path, percent: int) -> None:
    assert page.evaluate(SET, [base64.b64encode(font.read_bytes()).decode(), percent])


@pytest.mark.parametrize("percent", [75, 100, 120])
@pytest.mark.parametrize(("width", "twice"), [(320, False), (390, True), (768, False), (1280, True)])
def test_no_kind_of_page_is_wider_than_the_screen_or_cut_off(
    site: BuiltSite, visit: Visit, width: int, percent: int, *, twice: bool
) -> None:
    page, found = visit("about:blank", width, bypass_csp=True), []
    for kind, address in site.kinds().items():
        page.goto(address)
        set_in(page, FONT, percent)
        if twice:
            page.evaluate(TWICE)
        wider = page.evaluate(WIDER)
        found += [f"{kind}: {wider} px wider than the screen"] if wider > 0 else []
        found += [f"{kind}: {one} is cut off" for one in page.evaluate(CUT)]
        found += [f"{kind}: {one} is a column of letters" for one in page.evaluate(SQUEEZED)]
    assert not found, "\n".join(found)

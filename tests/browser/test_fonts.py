"""No width of the site hangs on the fonts that a reader has: it holds in narrow and in wide ones, and in large text."""

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite, Visit
from browser.test_modes import CUT, SQUEEZED, WIDER
from made import ROOT

pytestmark = pytest.mark.browser

FONT = ROOT / "themes" / "briefings" / "fonts" / "card.woff"  # Noto Serif, as wide as DejaVu Sans
# Of its width so many percent, and so many hundredths of a letter's height between two letters.
FONTS = {"narrow": (75, 0), "ours": (100, 0), "wide": (120, 0), "spaced": (100, 6)}
# Everything in one font that every machine has: ours, made narrower or wider.
SET = """([data, percent, apart]) => {
  const sheet = new CSSStyleSheet();
  const font = `font-family: made; src: url(data:font/woff;base64,${data}); size-adjust: ${percent}%;`;
  sheet.replaceSync(`@font-face { ${font} }
    * { font-family: made !important; letter-spacing: ${apart / 100}em !important; }`);
  document.adoptedStyleSheets = [sheet];
  return document.fonts.load("16px made").then(() => document.fonts.check("16px made"));
}"""


def set_in(page: Page, font: str) -> None:
    assert page.evaluate(SET, [base64.b64encode(FONT.read_bytes()).decode(), *FONTS[font]])


@pytest.mark.parametrize(("width", "sizes"), [(320, [100]), (390, [100, 200]), (768, [100]), (1280, [200])])
def test_no_kind_of_page_is_wider_than_the_screen_or_cut_off(
    site: BuiltSite, output: BuiltSite, visit: Visit, width: int, sizes: list[int]
) -> None:
    page, found = visit("about:blank", width, bypass_csp=True), []
    for kind, address in {**site.kinds(), "method": output.fullest("text")}.items():
        page.goto(address)
        for font in FONTS:
            set_in(page, font)
            for size in sizes:
                page.evaluate("size => { document.documentElement.style.fontSize = `${size}%` }", size)
                found += [f"{kind} in {font} letters of {size} %: {fault}" for fault in faults(page, size)]
    assert not found, "\n".join(found)


def faults(page: Page, size: int) -> Iterator[str]:
    """What is wrong with the page's widths as it is now."""
    if (wider := page.evaluate(WIDER)) > 0:
        yield f"{wider} px wider than the screen"
    yield from (f"{one} is cut off" for one in page.evaluate(CUT))
    if size == 100:  # letters alone are made larger: the columns of a wide screen stay, which no browser does
        yield from (f"{one} is a column of letters" for one in page.evaluate(SQUEEZED))

"""However a page is read it is no wider than its screen: in large text, from right to left, in narrow and wide fonts.

A page is opened once a width and read there in every way.  No width of the site hangs on the fonts that a reader has.
"""

import base64
import functools
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite, Visit
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
SIZE = "size => { document.documentElement.style.fontSize = size }"
FROM_THE_RIGHT = "document.documentElement.dir = 'rtl'"
AS_IT_WAS = "document.adoptedStyleSheets = []; document.documentElement.style.fontSize = ''"
WIDER = "document.documentElement.scrollWidth - innerWidth"
LONG_NAMES = """document.querySelectorAll("h1, .who, .nameless, .headline").forEach(one => {
  one.textContent = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochministerium";
})"""
ARABIC = """document.querySelectorAll("h1, .who, .nameless, .words, .source .text p").forEach(one => {
  one.textContent = "وزير الخارجية يدعو إلى استئناف المفاوضات (Reuters) في 5 مايو";
})"""
# What stands in a box that cuts it off; what only ears are for is meant to.
CUT = """() => [...document.querySelectorAll("main *")]
  .filter(one => ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
  .filter(one => !one.closest(".unseen, thead, .card-of, svg"))
  .filter(one => one.scrollWidth > one.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 80))"""
# Words set as a column of letters: a box that is far too narrow for what it says.
SQUEEZED = """() => [...document.querySelectorAll("main *")]
  .filter(one => one.childElementCount === 0 && one.textContent.trim().length > 12 && !one.closest(".unseen, svg"))
  .filter(one => { const { width, height } = one.getBoundingClientRect(); return width < 40 && height > 120; })
  .map(one => one.outerHTML.slice(0, 80))"""

Way = Callable[[Page], Iterator[str]]


def set_in(page: Page, font: str) -> None:
    assert page.evaluate(SET, [base64.b64encode(FONT.read_bytes()).decode(), *FONTS[font]])


def wider(page: Page) -> Iterator[str]:
    """By how much the page is wider than the screen."""
    if (pixels := page.evaluate(WIDER)) > 0:
        yield f"{pixels} px wider than the screen"


def cut(page: Page) -> Iterator[str]:
    """What is cut off."""
    yield from (f"{one} is cut off" for one in page.evaluate(CUT))


def squeezed(page: Page) -> Iterator[str]:
    """What is set as a column of letters."""
    yield from (f"{one} is a column of letters" for one in page.evaluate(SQUEEZED))


def as_it_is(page: Page) -> Iterator[str]:
    yield from wider(page)
    yield from squeezed(page)


def twice_as_large(page: Page) -> Iterator[str]:
    page.evaluate(SIZE, "200%")
    yield from wider(page)
    yield from cut(page)


def in_letters(page: Page, font: str, percent: int) -> Iterator[str]:
    set_in(page, font)
    page.evaluate(SIZE, f"{percent}%")
    yield from wider(page)
    yield from cut(page)
    if percent == 100:  # letters alone are made larger: the columns of a wide screen stay, which no browser does
        yield from squeezed(page)


def from_the_right(page: Page) -> Iterator[str]:
    """Last of all, since it puts other words onto the page."""
    page.evaluate(FROM_THE_RIGHT)
    for words in (ARABIC, LONG_NAMES):
        page.evaluate(words)
        yield from wider(page)


def letters(font: str, percent: int) -> dict[str, Way]:
    return {f"in {font} letters of {percent} %": functools.partial(in_letters, font=font, percent=percent)}


# In each width some ways that stand for all; by `make test-all` every font in these sizes of text.
WAYS: dict[int, dict[str, Way]] = {
    320: {"as it is": as_it_is, **letters("wide", 100)},
    390: {"as it is": as_it_is, "twice as large": twice_as_large, **letters("spaced", 200)},
    768: {"as it is": as_it_is, **letters("narrow", 100)},
    1280: {"twice as large": twice_as_large, **letters("wide", 200)},
}
SIZES = {320: (100,), 390: (100, 200), 768: (100,), 1280: (200,)}
FROM_BOTH_SIDES = (390, 1280)


def ways_of(width: int, *, full: bool) -> dict[str, Way]:
    """How a page is read on a screen of that width."""
    fonts = [letters(font, size) for font in FONTS for size in SIZES[width]] if full else []
    last = {"from right to left": from_the_right} if width in FROM_BOTH_SIDES else {}
    return functools.reduce(dict.__or__, fonts, WAYS[width]) | last


@pytest.mark.parametrize("width", WAYS)
def test_no_kind_of_page_is_wider_than_the_screen_cut_off_or_squeezed(
    site: BuiltSite, output: BuiltSite, visit: Visit, width: int, *, full: bool
) -> None:
    page, found = visit("about:blank", width, bypass_csp=True), []
    ways = ways_of(width, full=full)
    for kind, address in {**site.kinds(), "method": output.fullest("text")}.items():
        page.goto(address)
        for name, way in ways.items():
            found += [f"{kind}, {name}: {fault}" for fault in way(page)]
            page.evaluate(AS_IT_WAS)
    assert not found, "\n".join(found)

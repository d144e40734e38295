"""Pictures of each kind of page of the made-up newsroom, for docs/images/: `make demo`, then this by hand.

A picture shows one page four times: wide, on a phone, dark and printed.
"""

import base64
import functools
import os
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

ROOT = Path(__file__).parent.parent
SITE = ROOT / "output-demo"
PICTURES = ROOT / "docs" / "images"
# Kind of page → its file: the first that fits is taken.
KINDS = {
    "home": "index.html",
    "briefing": "briefings/*/index.html",
    "state": "actors/keldoria/index.html",
    "person": "actors/milena-sorak/index.html",
    "actors": "actors/index.html",
    "quotes": "quotes/index.html",
    "measures": "measures/index.html",
    "weeks": "weeks/index.html",
    "week": "weeks/*/index.html",
    "day": "days/*/index.html",
    "outlets": "outlets/index.html",
    "outlet": "outlets/*/index.html",
    "graph": "graph/index.html",
    "search": "search/index.html",
    "text": "about/index.html",
}
WIDE = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
PAPER = ViewportSize(width=794, height=1123)  # A4 at 96 dots an inch
SHEET = """<style>
body { margin: 0; padding: 16px; background: #777; display: grid; gap: 16px; grid-template-columns: auto auto }
img { display: block; height: 560px }
</style>%s"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name for it)
        """Say nothing."""


def main() -> None:
    """Write a picture of each kind of page that the site has."""
    chromium = os.environ.get("BRIEFINGS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    handler = functools.partial(Quiet, directory=str(SITE))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as player:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = player.chromium.launch(executable_path=chromium)
        for kind, pattern in KINDS.items():
            page = next(iter(sorted(SITE.glob(pattern))), None)
            if page is None:
                print(f"{kind}: no page fits {pattern}")
                continue
            url = f"http://127.0.0.1:{server.server_port}/{page.relative_to(SITE).as_posix()}"
            (PICTURES / f"{kind}.jpg").write_bytes(sheet(browser, url))
        browser.close()
        server.shutdown()


def sheet(browser: Browser, url: str) -> bytes:
    """Draw the four looks of a page beside each other (a JPEG)."""
    looks = [
        shot(browser, url, WIDE),
        shot(browser, url, PHONE),
        shot(browser, url, WIDE, dark=True),
        shot(browser, url, PAPER, printed=True),
    ]
    images = "".join(f'<img src="data:image/png;base64,{base64.b64encode(look).decode()}">' for look in looks)
    page = browser.new_page(viewport={"width": 1300, "height": 1200})
    page.set_content(SHEET % images)
    try:
        return page.screenshot(type="jpeg", quality=72, full_page=True)
    finally:
        page.close()


def shot(browser: Browser, url: str, size: ViewportSize, *, dark: bool = False, printed: bool = False) -> bytes:
    """Take one look of a page (a PNG)."""
    page = browser.new_page(viewport=size)
    page.emulate_media(color_scheme="dark" if dark else "light", media="print" if printed else "screen")
    page.goto(url)
    try:
        return page.screenshot()
    finally:
        page.close()


if __name__ == "__main__":
    main()

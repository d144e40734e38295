"""The built site as the browser checks see it, and the server that serves it as GitHub Pages does."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Page

SUB_PATH = "/paper/"  # as on https://user.github.io/repository/: a link that forgets it is a dead link
KINDS = (
    "home", "briefings", "briefing", "actors", "actor", "quotes", "measures", "weeks", "week", "search", "text",
    "not-found",
)  # fmt: skip

Visit = Callable[..., Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """The site as a visitor and as a file browser see it."""

    folder: Path
    url: str  # with the sub-path and a slash at its end

    def pages(self) -> list[Path]:
        """Every HTML file, in order."""
        return sorted(self.folder.rglob("*.html"))

    def address(self, page: Path) -> str:
        """Where `page` is served."""
        return self.url + page.relative_to(self.folder).as_posix().removesuffix("index.html")

    def soup(self, page: Path) -> BeautifulSoup:
        """The parsed page; the pages of a session do not change."""
        return _soup(page)

    def fullest(self, kind: str) -> str:
        """Where the longest page of a kind is served: it shows most of its template."""
        found = [page for page in self.pages() if self.soup(page).select_one(f"body[data-page={kind}]")]
        assert found, f"the site has no page of the kind {kind}"
        return self.address(max(found, key=lambda page: (page.stat().st_size, page)))


@functools.cache
def _soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under the sub-path, and its 404.html for all that is not there, as GitHub Pages does."""

    def translate_path(self, path: str) -> str:
        """The file behind a path of the host; none outside the sub-path."""
        if not path.startswith(SUB_PATH):
            return str(Path(self.directory) / "outside-the-sub-path")
        return super().translate_path(path.removeprefix(SUB_PATH[:-1]))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404.html where nothing is."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """The report of a test run is for its faults."""

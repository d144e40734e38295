"""The built sites as the browser checks see them, and the server that serves them as GitHub Pages does."""

import functools
import gzip
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Page

from made_build import tree_of

PACKED = (".html", ".css", ".js", ".json", ".xml", ".atom", ".svg", ".txt", ".csv")  # what a host sends with gzip

Visit = Callable[..., Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """A site as a visitor and as a file browser see it."""

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

    def ids(self, page: Path) -> frozenset[str]:
        """Where one can land on the page."""
        return _ids(page)

    def kinds(self) -> dict[str, str]:
        """Where the longest page of each kind is served, which shows most of its template.

        A kind is what the page calls itself, and how deep it lies: ``actor 2`` is ``actors/<actor>/``, ``actor 3`` a
        list below that.  So a kind of page that is added tomorrow is looked at as well.
        """
        found: dict[str, Path] = {}
        for page in sorted(self.pages(), key=lambda page: (page.stat().st_size, page)):
            found[f"{_kind(page)} {len(page.relative_to(self.folder).parts) - 1}"] = page
        return {kind: self.address(page) for kind, page in sorted(found.items())}

    def fullest(self, kind: str) -> str:
        """Where the longest page that calls itself `kind` is served, at the least depth."""
        found = [address for name, address in self.kinds().items() if name.split()[0] == kind]
        assert found, f"the site has no page of the kind {kind}"
        return found[0]

    def file(self, address: str) -> Path:
        """The file behind an address of the site."""
        path = address.removeprefix(self.url)
        return self.folder / path / "index.html" if not path or path.endswith("/") else self.folder / path


@functools.cache
def _soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


@functools.cache
def _kind(page: Path) -> str:
    (body,) = tree_of(page.read_bytes()).iter("body")
    return str(body.get("data-page", "nameless"))


@functools.cache
def _ids(page: Path) -> frozenset[str]:
    return frozenset(map(str, tree_of(page.read_bytes()).xpath("//@id")))


@functools.cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)


class Handler(SimpleHTTPRequestHandler):
    """Serves each folder in `directory` as a site under a sub-path of its name, as on user.github.io/repository/.

    So a link that forgets the sub-path is a dead link.  What GitHub Pages packs is packed, what it says of caches is
    said, and what is not there is the site's own 404.html.
    """

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        """Answer as long as somebody listens: a browser that leaves a page leaves its requests."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Answer with the file, or with the site's page for what is not there."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            self._answer(301, path, b"", location=f"{self.path}/")
            return
        file = path / "index.html" if path.is_dir() else path
        status = 200 if file.is_file() else 404
        if status == 404:
            top = Path(self.translate_path("/" + self.path.split("/")[1]))
            file = top / "404.html"
        if not file.is_file():
            self._answer(404, path, b"")
            return
        packed = file.suffix in PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        self._answer(status, file, _packed(file) if packed else file.read_bytes(), packed=packed)

    def _answer(self, status: int, file: Path, body: bytes, *, packed: bool = False, location: str = "") -> None:
        kind = self.guess_type(str(file))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Vary", "Accept-Encoding")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """The report of a test run is for its faults."""

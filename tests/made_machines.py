"""What the site's files say to programs, read by the readers that programs use."""

import csv
import io
import json
import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree as ET

import feedparser
from bs4 import BeautifulSoup
from rdflib import Graph, Namespace, URIRef

from made_build import Built, tree_of

SCHEMA = Namespace("https://schema.org/")
URL = "https://example.org/paper"  # under a path: a link that forgets it leads nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A built site that stands at URL, with the ids of each of its pages."""

    built: Built
    ids: dict[str, set[str]]

    def lands(self, address: str) -> bool:
        """Whether a whole address leads to a file of the site, and its fragment to an element there."""
        start, fragment = urldefrag(address)
        if not start.startswith(f"{URL}/"):
            return False
        path = unquote(start.removeprefix(f"{URL}/"))
        file = f"{path}index.html" if not path or path.endswith("/") else path
        return (self.built.output / file).is_file() and (not fragment or fragment in self.ids[file])

    def pages(self) -> list[str]:
        """Every page but the one for what is not there."""
        return [path for path in self.ids if path != "404.html"]

    def records(self) -> dict[str, dict[str, Any]]:
        """The record of each briefing, by its slug."""
        found = [path for path in self.built.files() if path.endswith("/record.json")]
        return {path.split("/")[1]: json.loads(self.built.read(path)) for path in found}


def published(built: Built) -> Published:
    assert built.status == 0, built.said
    pages = [path for path in built.files() if path.endswith(".html")]
    return Published(built=built, ids={path: set(map(str, built.tree(path).xpath("//@id"))) for path in pages})


def address_of(page: str) -> str:
    """Where a page is served."""
    return f"{URL}/{page.removesuffix('index.html')}"


def feed(data: bytes | str) -> Any:
    """An Atom feed as a feed reader reads it; no fault in it is forgiven."""
    read = feedparser.parse(data)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def hrefs(html: str) -> list[str]:
    return [str(link["href"]) for link in BeautifulSoup(html, "html.parser").select("a")]


def rows(data: bytes) -> list[dict[str, str]]:
    """A table by a strict reader."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def linked_data(page: str) -> dict[str, Any]:
    """The one block of JSON-LD of a page."""
    (block,) = blocks_of_data(page)
    found: dict[str, Any] = json.loads(block)
    return found


def blocks_of_data(page: str) -> list[str]:
    return list(map(str, tree_of(page.encode()).xpath("//script[@type='application/ld+json']/text()")))


def graph(page: str, address: str) -> Graph:
    """What the JSON-LD of a page means; schema.org's own context is not fetched: every term is a word of schema.org."""
    data = linked_data(page)
    assert data["@context"] == "https://schema.org"
    local = json.dumps(data | {"@context": {"@vocab": str(SCHEMA)}})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own use of its older self
        return Graph().parse(data=local, format="json-ld", publicID=address)


def at(address: str, href: str = "") -> URIRef:
    return URIRef(urljoin(address, href))


def words_of(built: Built, path: str) -> str:
    """All words that a file holds, as its readers see them."""
    text = built.read(path)
    if path.endswith(".html"):
        return BeautifulSoup(text, "html.parser").get_text() + "\n".join(strings(linked_data_of(text)))
    if path.endswith(".json"):
        return "\n".join(map(plain, strings(json.loads(text))))
    if path.endswith((".atom", ".xml")):
        return "\n".join(plain(words) for words in ET.fromstring(text).itertext())  # noqa: S314  our own
    if path.endswith(".csv"):
        return "\n".join(cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row)
    return text


def linked_data_of(text: str) -> object:
    return list(map(json.loads, blocks_of_data(text)))


def plain(words: str) -> str:
    """The words of HTML inside of a feed."""
    return BeautifulSoup(words, "html.parser").get_text("\n") if "<" in words else words


def strings(value: object) -> list[str]:
    """Every string of a JSON value."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [words for part in parts for words in strings(part)]


def copy_of(seeds: Path, folder: Path, *, newest_first: bool) -> Path:
    """The same files in another folder, made in another order, with other times."""
    folder.mkdir(parents=True)
    for age, path in enumerate(sorted(seeds.iterdir(), reverse=newest_first)):
        (folder / path.name).write_bytes(path.read_bytes())
        os.utime(folder / path.name, (age * 1000, age * 1000))
    return folder

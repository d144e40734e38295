"""An editor's page as Pelican will render it, tried before: whether it comes to an end, and where its links lead."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .patience import within

LONGEST = 5.0  # seconds of processor time that one page may take; the method page takes 0.1
LARGEST = 5_000_000  # characters of a page; one long address behind many words makes a small text endless
_LAST = -100  # behind all that Markdown does by itself
# Links as Pelican looks for them, in comments and half-open tags too.
_LINK = re.compile(
    r"(?P<tag><[^>]+)(?P<attribute>(?:href|src|poster|data|cite|formaction|action|content)\s*=\s*"
    r"([\"'])(?P<link>[{|](?P<what>.*?)[|}](?P<value>.*?))\3)"
)
# Pictures without words, as Pelican looks for them: what takes it long shall take as long here.
_UNTOLD = re.compile(
    r"(?:<img[^\>]*src=(['\"])(.*?)\1[^\>]*alt=(['\"])\3)|(?:<img[^\>]*alt=(['\"])\4[^\>]*src=(['\"])(.*?)\5)"
)
_TO_FILES = ("filename", "static", "attach")


class TooLarge(Exception):
    """It becomes more than a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What a page becomes."""

    head: Mapping[str, list[str]]  # every value of each field above the text
    links: tuple[tuple[str, str, str], ...]  # "{static}/a.png", "static", "/a.png": those that Pelican resolves


def render(source: str, markdown: Mapping[str, Any]) -> Rendered:
    """Raises TooLong or TooLarge for a page that no build should wait for, RecursionError for one that is too deep.

    `markdown` is Pelican's setting MARKDOWN.
    """
    return within(LONGEST, lambda: _rendered(source, markdown))


def _rendered(source: str, markdown: Mapping[str, Any]) -> Rendered:
    named = (*markdown.get("extensions", ()), *markdown.get("extension_configs", ()), "markdown.extensions.meta")
    reader: Any = Markdown(**{**markdown, "extensions": list(dict.fromkeys(named))})
    reader.treeprocessors.register(_Weighed(reader), "briefings_weighed", _LAST)
    html = reader.convert(source)
    head = dict(getattr(reader, "Meta", {}))
    reader.reset()
    reader.convert("\n".join(head.get("summary", ())))  # Pelican renders it too
    _UNTOLD.findall(html)
    found = ((match["link"], match["what"], match["value"]) for match in _LINK.finditer(html))
    return Rendered(head=head, links=tuple(dict.fromkeys(found)))


class _Weighed(Treeprocessor):
    def run(self, root: Element) -> None:
        words = (part for one in root.iter() for part in (one.text, one.tail, *one.attrib.values()) if part)
        if sum(map(len, words)) > LARGEST:
            raise TooLarge


def astray(rendered: Rendered, page: str, files: Collection[str]) -> Iterator[tuple[str, str, bool]]:
    """Finds each link that goes wrong, how, and whether that is worse than a dead end; paths are from content/."""
    for link, what, value in rendered.links:
        try:
            path = urlsplit(value).path
        except ValueError:
            yield link, "is no address", True
            continue
        if what not in _TO_FILES:
            continue
        targets = {_target(page, path), _target(page, unquote(path))}
        if any(target.startswith(("/", "../")) or target == ".." for target in targets):
            yield link, "leads outside of content/", True
        elif targets.isdisjoint(files):
            yield link, "leads to no file of content/", False


def without_dead_ends(html: str, page: str, files: Collection[str]) -> str:
    """Gives `html` without links to files that are none of `files`: Pelican would leave them as they are written."""

    def kept(found: re.Match[str]) -> str:
        value = found["value"]
        path = urlsplit(value).path if found["what"] in _TO_FILES else None
        dead = path is not None and {_target(page, path), _target(page, unquote(path))}.isdisjoint(files)
        return found["tag"].rstrip() if dead else found[0]

    return _LINK.sub(kept, html)


def _target(page: str, path: str) -> str:
    """Finds ``/a.png`` from the top of content/, ``../a.png`` from the page's folder."""
    return normpath(path[1:] if path.startswith("/") else str(PurePosixPath(page).parent / path))

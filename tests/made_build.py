"""A site built by Pelican's own command, as `make html` and `make publish` do it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from bs4 import BeautifulSoup
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from forked import PATIENCE, run_module
from made import PAPER, ROOT
from once import made_once

ARTICLES = ROOT / "tests" / "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build left and said."""

    output: Path
    status: int
    said: str

    def files(self) -> list[str]:
        """Every file of the site, in order; not those of the search index, whose names and bytes differ each time."""
        found = (path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_file())
        return sorted(path for path in found if not path.startswith("pagefind/"))

    def read(self, path: str) -> str:
        """The text of one of them."""
        return (self.output / path).read_text("utf-8")

    def soup(self, path: str) -> BeautifulSoup:
        """One of them, parsed."""
        return BeautifulSoup(self.read(path), "html.parser")

    def tree(self, path: str) -> HtmlElement:
        """One of them, parsed in a thirtieth of the time."""
        return tree_of((self.output / path).read_bytes())

    def everything(self) -> dict[str, bytes]:
        """Every file with its bytes."""
        return {path: (self.output / path).read_bytes() for path in self.files()}

    def dead_links(self) -> list[str]:
        """Every href that leads to no file or no element of this site; those of 404.html start at the host's root."""
        pages = {path: self.tree(path) for path in self.files() if path.endswith(".html")}
        ids = {path: set(map(str, page.xpath("//@id"))) for path, page in pages.items()}
        hrefs = ((path, str(href)) for path, page in pages.items() for href in page.xpath("//@href"))
        return [
            f"{path}: {href}"
            for path, href in dict.fromkeys(hrefs)
            if not href.startswith(("http://", "https://", "data:")) and not self._lands(path, href, ids)
        ]

    def _lands(self, path: str, href: str, ids: Mapping[str, set[str]]) -> bool:
        address, fragment = urldefrag(href)
        start = self.output if href.startswith("/") else (self.output / path).parent
        target = start / unquote(address).lstrip("/") if address else self.output / path
        file, top = (target / "index.html" if target.is_dir() else target).resolve(), self.output.resolve()
        if not file.is_file() or not file.is_relative_to(top):
            return False
        return not fragment or fragment in ids.get(file.relative_to(top).as_posix(), ())


def tree_of(page: bytes) -> HtmlElement:
    """A page, for what can be asked by XPath."""
    return document_fromstring(page, parser=HTMLParser(encoding="utf-8"))


def build(
    work: Path,
    *options: str,
    seeds: Path = ARTICLES,
    content: Path = PAPER / "content",
    conf: Path = ROOT / "pelicanconf.py",
    environment: Mapping[str, str] | None = None,
    ours: bool = True,
    umask: int = -1,
    **settings: object,
) -> Built:
    """Build `seeds` into ``work/output``; parses are kept in the checkout's own store.

    `ours`: with our settings. With an `environment`, which a program reads when it begins, or
    another checkout's `conf`, nothing is forked.
    """
    made = {"BRIEFINGS_SEEDS": str(seeds), "BRIEFINGS_STORE": str(ROOT / ".store")}
    values = {**(made if ours else {"SITENAME": "Other"}), **settings}
    arguments = [str(content), "-s", str(conf), "-o", str(work / "output"), *options]
    arguments += ["-e", *(f"{name}={json.dumps(value)}" for name, value in values.items())]
    if environment is None and conf.parent == ROOT:
        status, said = run_module("pelican", arguments, cwd=work, umask=umask)
        return Built(output=work / "output", status=status, said=said)
    ran = subprocess.run(
        [sys.executable, "-m", "pelican", *arguments],
        cwd=work,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        umask=umask,
    )
    return Built(output=work / "output", status=ran.returncode, said=ran.stdout + ran.stderr)


def built_once(factory: pytest.TempPathFactory, name: str, **what: Any) -> Built:
    """A site that several files of tests look at and none changes, built once a run; `what` as for `build`."""

    def run(work: Path) -> None:
        built = build(work, **what)
        (work / "said.json").write_text(json.dumps([built.status, built.said]), "utf-8")

    work = made_once(factory, name, run)
    status, said = json.loads((work / "said.json").read_text("utf-8"))
    return Built(output=work / "output", status=status, said=said)


def sow(folder: Path, **texts: str | bytes) -> Path:
    """Seeds of these names and texts, in a folder made for them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return folder

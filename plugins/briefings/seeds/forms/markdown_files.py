"""Markdown (``.md``): a front matter of a few known keys, and a text whose marks go."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...model import Article, Fault, Seed
from ..cleaning.metadata import Stated, address, stated_day, stated_line, stated_names
from ..cleaning.tracing import Change, rewrite
from ..reading import Unreadable, few
from .placing import Sheet, build

_KEYS = {
    "title": "title", "headline": "title", "outlet": "outlet", "publisher": "outlet", "source": "outlet",
    "section": "section", "category": "section", "byline": "byline", "author": "byline", "date": "published",
    "published": "published", "url": "url", "link": "url",
}  # fmt: skip
_FENCE = re.compile(r"(?:\A\ufeff?|(?<=\n))---[ \t]*(?:\r?\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*\r?")
_MARKS = re.compile(
    r"!\[[^\]\n]{0,500}\]\([^)\s]{0,2000}\)"  # a picture
    r"|\[(?P<link>[^\]\n]{1,500})\]\([^)\n]{0,2000}\)"
    r"|^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,3}\.[ \t]+)+|[ \t]+#+[ \t]*$"
    r"|^[ \t]{0,3}(?:[-*_][ \t]?){3,}$|^={3,}[ \t]*$"
    r"|(?P<mark>(?<!\s)\*{1,3}|\*{1,3}(?=[^\s*])|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!>-])",
    re.MULTILINE,
)
_HEADING = re.compile(r"^[ \t]{0,3}#[ \t]+(?P<words>[^\n]{1,400})|^(?P<under>[^\n]{1,400})\n={3,}[ \t]*$", re.MULTILINE)
_BLOCKS = re.compile(r"\n[ \t]*\n")


def clean_markdown(seed: Seed) -> Article:
    """Finds a Markdown file's article.  Raises Unreadable where there is no text under its front matter."""
    stated, start, warnings = _front_matter(seed)
    heading = _HEADING.search(seed.raw, start)
    shown, origin = rewrite(seed.raw, _marks(seed.raw, start))
    paragraphs = [" ".join(block.split()) for block in _BLOCKS.split(shown) if block.strip()]
    if not paragraphs:
        mend = "put the article's text under the second line of ---"
        raise Unreadable(Fault(path=seed.path, reason="no text under its front matter", mend=mend))
    if heading and not stated.title:
        stated = replace(stated, title=stated_line((heading["words"] or heading["under"]).strip(" #*_")))
    article = build(seed, Sheet(shown, origin).place(paragraphs), stated)
    return replace(article, warnings=(*article.warnings, *warnings))


def _front_matter(seed: Seed) -> tuple[Stated, int, list[Fault]]:
    """Reads what it states, where the text begins, and a warning for each key that nobody knows."""
    opening = _FENCE.match(seed.raw)
    closing = _FENCE.search(seed.raw, opening.end()) if opening else None
    if not opening or not closing:
        return Stated(), 0, []
    said: dict[str, str] = {}
    warnings: list[Fault] = []
    numbers: dict[str, int] = {}
    for number, line in enumerate(seed.raw[opening.end() : closing.start()].split("\n"), 2):
        entry = _ENTRY.fullmatch(line)
        key = _KEYS.get(entry["key"].casefold()) if entry else None
        if entry and key:
            said.setdefault(key, entry["value"].strip("\"'"))
            numbers.setdefault(key, number)
        elif line.strip() and not line.lstrip().startswith("#"):
            warnings.append(_unknown(seed.path, line, number))
    stated = Stated(
        title=stated_line(said.get("title")),
        outlet=stated_line(said.get("outlet")),
        section=stated_line(said.get("section")),
        byline=stated_names([said.get("byline")]),
        url=address(said.get("url")),
        published=stated_day(said.get("published"), "date"),
    )
    misread = _misread(seed.path, {key: (said[key], numbers[key]) for key in said}, stated)
    return stated, closing.end(), few([*misread, *warnings])


def _misread(path: str, said: Mapping[str, tuple[str, int]], stated: Stated) -> Iterator[Fault]:
    """Warns of ``date: 2025-15-07``: what stands there, with its line, and is nothing of the kind."""
    for key, what, known, mend in (
        ("published", "day", stated.published, "write it like 2025-05-05"),
        ("url", "address", stated.url, "write it like https://example.org/page"),
    ):
        value, line = said.get(key, ("", 0))
        if value and not known:
            reason = f"“{value[:60]}” is no {what}"
            yield Fault(path=path, reason=reason, mend=mend, line=line, broken=False)


def _marks(raw: str, start: int) -> Iterator[Change]:
    """Drops front matter, pictures and marks; of a link its words stay."""
    yield Change(0, start, "")
    for match in _MARKS.finditer(raw, start):
        if match["link"] is None:
            yield Change(*match.span(), match["escaped"] or "")
        else:
            yield Change(match.start(), match.start("link"), "")
            yield Change(match.end("link"), match.end(), "")


def _unknown(path: str, line: str, number: int) -> Fault:
    reason = f"nothing is known by this in a front matter: “{line.strip()[:60]}”"
    return Fault(path=path, reason=reason, mend=f"use {', '.join(sorted(_KEYS))}", line=number, broken=False)

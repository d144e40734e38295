"""RSS and Atom feeds that hold whole articles; what holds a summary only is named."""

import io
import logging
import re
import sys
from collections.abc import Iterator
from typing import Any

import feedparser

from ...model import Article, Fault, Seed
from ..cleaning.metadata import Stated, address, stated_day, stated_iso_day, stated_line, stated_names
from ..cleaning.tracing import traced_through
from ..reading import unreadable
from .json_files import paragraphs_of
from .markup import visible
from .placing import Sheet, build, part

_FEWEST_LETTERS = 200  # with fewer an entry is a summary
_DECLARED = re.compile(r"<!ENTITY", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:[xX]0*(?P<hex>[0-9a-fA-F]+)|0*(?P<number>[0-9]+));?")
_KEEP = "save the page that it links to, as .html, and leave this out: `left_out: true` in its corrections"

logging.getLogger("feedparser").addHandler(logging.NullHandler())


def read_feed(seed: Seed) -> Iterator[Article | Fault]:
    """Gives an article for each entry, called ``path#1``, ``path#2`` …  Raises Unreadable where it is no feed."""
    parsed = parse_feed(seed)
    shown, origin = visible(seed.raw)
    twice, outer = visible(shown)  # an entry is mostly markup within markup
    sheet = Sheet(twice, traced_through(outer, origin))
    for number, entry in enumerate(parsed.entries, 1):
        yield _article_of_entry(seed, number, entry, sheet, stated_line(parsed.feed.get("title")))


def parse_feed(seed: Seed) -> Any:
    """Gives the feed with its entries, as feedparser does.  Raises Unreadable where there are none."""
    if _DECLARED.search(seed.raw):
        raise unreadable(
            seed.path, "XML that declares entities of its own, which may be a trap", "remove its <!DOCTYPE …>"
        )
    known = _REFERENCE.sub(_of_a_character, seed.raw)
    parsed = feedparser.parse(io.BytesIO(known.encode()), sanitize_html=False, resolve_relative_uris=False,
                              response_headers={"content-type": "application/xml; charset=utf-8"})  # fmt: skip
    if not parsed.version:
        raise unreadable(seed.path, "XML, but no feed", "save the article's text as .txt, or its page as .html")
    if not parsed.entries:
        raise unreadable(
            seed.path, "a feed without entries", "save it again when there is something in it, or remove it"
        )
    return parsed


def _of_a_character(reference: re.Match[str]) -> str:
    """Keeps ``&#8217;``, drops ``&#xD83D;`` and what is beyond Unicode: feedparser ends on them."""
    digits = reference["hex"] or reference["number"]
    code = int(digits, 16 if reference["hex"] else 10) if len(digits) < 9 else sys.maxunicode + 1
    return reference[0] if code < 0xD800 or 0xDFFF < code <= sys.maxunicode else ""


def _article_of_entry(feed: Seed, number: int, entry: Any, sheet: Sheet, outlet: str | None) -> Article | Fault:
    stated = stated_of(entry, outlet)
    paragraphs = paragraphs_of(stated.body or "")
    letters = sum(map(len, paragraphs))
    seed = part(feed, number, "\n".join([entry.get("link") or "", stated.title or "", *paragraphs]))
    if letters < _FEWEST_LETTERS:
        reason = f"a summary of {letters} letters, not an article: “{stated.title or 'without a headline'}”"
        return Fault(path=seed.path, reason=reason, mend=_KEEP)
    if stated.title:
        sheet.go_to(stated.title)
    return build(seed, sheet.place(paragraphs), stated)


def stated_of(entry: Any, outlet: str | None) -> Stated:
    """Reads what an entry says of its article; the body is the longest of contents and summary, tags and all."""
    bodies = [one.get("value") or "" for one in entry.get("content", ())]
    authors = [one.get("name") for one in entry.get("authors", ())] or [entry.get("author")]
    source = entry.get("source") or {}
    return Stated(
        title=stated_line(entry.get("title")),
        outlet=stated_line(source.get("title")) or outlet,
        section=next((stated_line(tag.get("term")) for tag in entry.get("tags", ())), None),
        byline=stated_names(authors),
        url=address(entry.get("link")),
        published=stated_day(entry.get("published"), "published") or stated_day(entry.get("updated"), "updated"),
        modified=stated_iso_day(entry["updated"]) if "updated" in entry else None,
        body=max([*bodies, entry.get("summary") or ""], key=len),
    )

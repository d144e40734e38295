"""The same article elsewhere: what pages and data tell of the copies that were merged into a briefing."""

from collections.abc import Iterator
from typing import Any

from ...language.letters import one_line
from ...model import Article
from ...seeds.cleaning.cleaning import first_sentence
from .index import Entry, plain_name
from .page_frames import web_address


def told_copies(entry: Entry) -> tuple[Article, ...]:
    """Chooses the copies that a reader is told of: other in outlet, headline, day or address than those before."""
    first = entry.briefing.article
    found: dict[tuple[str | None, ...], Article] = {
        (first.outlet, None, first.published.date, web_address(first.url)): first
    }
    for copy in entry.briefing.copies:
        told = (copy.outlet, headline_of_copy(entry, copy), copy.published.date, web_address(copy.url))
        found.setdefault(told, copy)
    return tuple(found.values())[1:]


def headline_of_copy(entry: Entry, copy: Article) -> str | None:
    """Gives a copy's headline if it is its own: not the briefing's, and no first sentence in its place."""
    title = one_line(copy.title or "")
    is_own = title.casefold() != entry.headline.casefold() and copy.title != first_sentence(copy.text)
    return title if title and is_own else None


def also_in(entry: Entry) -> tuple[str, ...]:
    """Lists the outlets that have the article but the briefing's own, each once, however they write their names."""
    own = plain_name(entry.briefing.article.outlet or "")
    found: dict[str, str] = {}
    for copy in entry.briefing.copies:
        if copy.outlet and plain_name(copy.outlet) != own:
            found.setdefault(plain_name(copy.outlet), copy.outlet)
    return tuple(found.values())


def copy_values(entry: Entry) -> Iterator[dict[str, Any]]:
    """Gives the copies as plain values, all of them, under the names that record.json has for the same."""
    for copy in entry.briefing.copies:
        yield {
            "path": copy.seed.path,
            "sha256": copy.seed.sha256,
            "outlet": copy.outlet,
            "title": copy.title,
            "url": web_address(copy.url),
            "published": copy.published.date,
            "published_from": copy.published.source,
        }

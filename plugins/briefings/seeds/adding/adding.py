"""Seeds are brought in: pages, files and feeds go on the shelf, each once."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from ...model import Fault
from ..boundary import within_boundary
from ..cleaning.metadata import Stated, stated_line
from ..cleaning.text_lines import ends_sentence
from ..formats import FEED, MARKDOWN, PAGE, RECORD, TEXT, Format, format_of, format_sent
from ..forms.json_files import paragraphs_of
from ..reading import Unreadable, read_data, seed_of
from .fetching import Fetched, Fetcher, Unfetched
from .shelf import NameOf, Shelf
from .stamping import decoded, file_name, stamped

_FEED = re.compile(
    r"\s{0,100}(?:<\?[^>]{0,300}>\s{0,100}|<!--.{0,2000}?-->\s{0,100}){0,9}<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL
)
_PAGE = re.compile(r"\s{0,100}(?:<\?[^>]{0,300}>\s{0,100})?<(?:!doctype html|html)\b", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/", re.IGNORECASE)  # ``example.org/…``
_MOST_ENTRIES = 500
_FEWEST_LETTERS, _FEWEST_PARAGRAPHS = 300, 3  # of an entry that holds its whole article


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A seed that was brought in, or that stood there already."""

    source: str  # as it was named, or the address of a feed's entry
    path: Path
    new: bool


def add(
    sources: Iterable[str], folder: Path, fetcher: Fetcher, name_of: NameOf, day: str | None = None
) -> Iterator[Added | Fault]:
    """Bring addresses and files into `folder`, in their order; a fault in the place of each that gives nothing.

    `name_of` makes the name of a file out of a date, an outlet and a headline; `day` is the day (ISO) on which
    all of this happens, which the folder remembers.
    """
    shelf = Shelf(folder, name_of, day)
    for source in sources:
        found = _from_web(source, shelf, fetcher) if "://" in source else _from_file(source, shelf, fetcher)
        yield from _guarded(found, source, folder)


def _guarded(found: Iterator[Added | Fault], source: str, folder: Path) -> Iterator[Added | Fault]:
    """Gives what is found, and the fault in place of an error: whatever is wrong with one, the next is looked at."""
    while one := within_boundary(source, partial(_next, found, source, folder)):
        yield one


def _next(found: Iterator[Added | Fault], source: str, folder: Path) -> Added | Fault | None:
    try:
        return next(found, None)
    except (Unreadable, Unfetched) as error:
        return error.fault if isinstance(error, Unfetched) else _fault_of_source(error.fault, source)
    except OSError as error:
        reason = f"cannot be saved: {error.strerror}"
        return Fault(path=source, reason=reason, mend=f"look at the folder {folder}")


def _from_file(source: str, shelf: Shelf, fetcher: Fetcher) -> Iterator[Added | Fault]:
    path = Path(source)
    if path.is_dir():
        raise Unreadable(Fault(path=source, reason="a folder", mend="name the files in it, each by its path"))
    if _BARE.match(source) and not path.exists():
        raise Unreadable(Fault(path=source, reason="no such file", mend=f"if it is an address, say https://{source}"))
    data = read_data(path.resolve(), source)
    form = path.suffix.casefold()
    if format_of(form) is FEED:
        yield from _from_feed(seed_of(data, source).raw, source, shelf, fetcher)
        return
    there, new = shelf.put(data, form, path.stem)
    yield Added(source=source, path=there, new=new)


def _from_web(url: str, shelf: Shelf, fetcher: Fetcher, *, named: bool = True) -> Iterator[Added | Fault]:
    if there := shelf.has(url):
        yield Added(source=url, path=there, new=False)
        return
    page = fetcher.get(url)
    if there := shelf.has(page.url):
        yield Added(source=url, path=there, new=False)
        return
    text, _ = decoded(page)
    if not text.strip():
        raise Unfetched(url, "an empty page", "open it in a browser, wait until its text is there, save it as .html")
    form = _form(page, text, url)
    if form is FEED:
        if not named:
            raise Unfetched(url, "a feed within a feed", "add it by its own address")
        yield from _from_feed(text, url, shelf, fetcher)
        return
    data = stamped(text, form, page, url).encode("utf-8", "replace")
    there, new = shelf.put(data, form.endings[0], file_name(page.url))
    yield Added(source=url, path=there, new=new)


def _form(page: Fetched, text: str, url: str) -> Format:
    """Tells the format of the file that `page` makes.  Raises Unfetched for what is no text."""
    if _FEED.match(text):
        return FEED
    form = format_sent(page.media or "text/plain")
    if form is None:
        raise Unfetched(url, f"no page and no text, but {page.media}: not read yet", "save the article's text as .txt")
    if form is TEXT and PurePath(page.url).suffix == ".md":
        return MARKDOWN
    return PAGE if form in (TEXT, FEED) and _PAGE.match(text) else form


def _from_feed(text: str, source: str, shelf: Shelf, fetcher: Fetcher) -> Iterator[Added | Fault]:
    """Adds what is new in a feed: an entry that holds its article, or the page that an entry links to."""
    from ..forms.feed_files import parse_feed, stated_of  # noqa: PLC0415  feedparser takes a third of a second

    parsed = parse_feed(seed_of(text.encode("utf-8", "replace"), source))
    outlet = parsed.feed.get("title")
    for entry in parsed.entries[:_MOST_ENTRIES]:
        stated = within_boundary(source, partial(stated_of, entry, outlet))
        if isinstance(stated, Fault):
            yield stated
            continue
        called = stated.url or entry.get("id") or stated.title or "an entry without a headline"
        yield from _guarded(_from_entry(entry, stated, called, shelf, fetcher), called, shelf.folder)


def _from_entry(entry: Any, stated: Stated, called: str, shelf: Shelf, fetcher: Fetcher) -> Iterator[Added | Fault]:
    if there := shelf.has(stated.url, entry.get("id")):
        yield Added(source=called, path=there, new=False)
    elif _is_whole_article(stated.body or ""):
        data = _record(stated, entry).encode("utf-8", "replace")
        there, new = shelf.put(data, RECORD.endings[0], called)
        yield Added(source=called, path=there, new=new)
    elif stated.url:
        yield from _from_web(stated.url, shelf, fetcher, named=False)
    else:
        link = stated_line(entry.get("link"))
        lacks = f"whose link is no address on the web: “{link[:100]}”" if link else "without a link"
        yield Fault(path=called, reason=f"a summary {lacks}", mend="add its page by its address")


def _is_whole_article(body: str) -> bool:
    """Tells whether a text is no teaser: several paragraphs, the last a sentence that does not break off."""
    paragraphs = paragraphs_of(body)
    letters = sum(map(len, paragraphs))
    if letters < _FEWEST_LETTERS or len(paragraphs) < _FEWEST_PARAGRAPHS:
        return False
    return ends_sentence(paragraphs[-1]) and not paragraphs[-1].endswith(("...", "…", "…]", "...]"))


def _record(stated: Stated, entry: Any) -> str:
    """Writes the entry as schema.org's NewsArticle, its text with its tags."""
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": stated.title,
        "datePublished": stated.published.date if stated.published else None,
        "author": stated.byline,
        "publisher": {"@type": "Organization", "name": stated.outlet} if stated.outlet else None,
        "articleSection": stated.section,
        "url": stated.url,
        "identifier": entry.get("id"),
        "articleBody": stated.body,
    }
    return json.dumps({key: value for key, value in record.items() if value}, ensure_ascii=False, indent=1) + "\n"


def _fault_of_source(fault: Fault, source: str) -> Fault:
    return Fault(path=source, reason=fault.reason, mend=fault.mend, line=fault.line)

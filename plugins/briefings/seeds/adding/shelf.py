"""The folder of seeds as a shelf: what is on it is known by its address and its words, nothing on it is touched."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from ...model import Article, Fault, Seed
from ..boundary import within_boundary
from ..formats import FEED, PAGE, RECORD, RECORDS, Format, format_of
from ..forms.forms import articles_of
from ..forms.json_files import records_of
from ..forms.news_json import loaded, read_article
from ..reading import Unreadable, find_seeds, read_data, seed_of
from .arrivals import note
from .stamping import unstamped

_HEAD = 100_000  # characters of a file that are searched for its address
_SAVED = re.compile(r"url=\(\d{1,6}\)(?P<url>https?://\S{1,2000})")
_CANONICAL = re.compile(
    r"<link(?=[^>]{0,500}\brel=[\"']?canonical\b)[^>]{0,500}\bhref=[\"']?(?P<url>https?://[^\s\"'<>]{1,2000})",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^(?:(?:source|url|link|original): *)?(?P<url>https?://[^\s<>\"]{4,2000})$", re.IGNORECASE | re.MULTILINE
)
_ENTRY = re.compile(
    r"<(?:link|guid|id)\b[^>]{0,200}>\s{0,99}(?P<url>[^\s<>]{1,2000})|<link\b[^>]{0,500}\bhref=[\"'](?P<href>[^\"'<>]+)"
)
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
_HASH = 8

NameOf = Callable[[str], str]  # a text → what a file may be called


class Shelf:
    """A folder of seeds.  `name_of` makes a legible name of a date, an outlet and a headline.

    What is put on it was added on `day`, where that is known.
    """

    def __init__(self, folder: Path, name_of: NameOf, day: str | None = None) -> None:
        self.folder = folder
        self._day = day
        self._name_of = name_of
        self._known: dict[str, Path] = {}
        self._sizes: dict[int, list[Path]] = {}
        for path in find_seeds([folder] if folder.is_dir() else []):
            self._note(path)

    def has(self, *urls: str | None) -> Path | None:
        """Finds the file that holds the article of one of these addresses."""
        found = (self._known.get(key) for url in urls if url and (key := _key_of_address(url)))
        return next(filter(None, found), None)

    def put(self, data: bytes, form: str, otherwise: str) -> tuple[Path, bool]:
        """Puts a seed down once, and tells where it is and whether it is new; its name comes from its content alone.

        What has no single article is called `otherwise`.  Raises Unreadable for what is no seed.
        """
        seed = seed_of(data, f"new{form}")
        found = articles_of(seed)
        articles = [one for one in found if isinstance(one, Article)]
        if not articles:
            raise Unreadable(next(one for one in found if isinstance(one, Fault)))
        name = self._name_of(_label(articles[0]) if len(found) == 1 else otherwise)
        wanted = self.folder / f"{name}{form}"
        address = articles[0].url if len(articles) == 1 else None
        there = self.has(address) or self._file_of_same_words(wanted, seed, len(data))
        if there:
            return there, False
        mark = hashlib.sha256(data).hexdigest()[:_HASH]
        path = wanted if not wanted.exists() else self.folder / f"{name}-{mark}{form}"
        self._write_once(path, data)
        if self._day:
            note(path, data, self._day)
        self._note(path)
        return path, True

    def _file_of_same_words(self, wanted: Path, seed: Seed, size: int) -> Path | None:
        """Finds a file with the same words, whatever it is called."""
        words = unstamped(seed.raw)
        alike = [*sorted(self.folder.glob(f"{wanted.stem}*{wanted.suffix}")), *self._sizes.get(size, [])]
        for path in alike:
            try:
                other = seed_of(read_data(path, path.name), path.name)
            except Unreadable:
                continue
            if other.sha256 == seed.sha256 or unstamped(other.raw) == words:
                return path
        return None

    def _write_once(self, path: Path, data: bytes) -> None:
        """Writes whole or not at all, and never over a file that is there: FileExistsError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")  # a name that no build reads
        try:
            beside.write_bytes(data)
            _name_once(beside, path)
        finally:
            beside.unlink(missing_ok=True)

    def _note(self, path: Path) -> None:
        try:
            data = read_data(path, path.name)
        except Unreadable:
            return  # `check` says what is wrong with it
        self._sizes.setdefault(len(data), []).append(path)
        text = data.decode("utf-8", "replace")
        found = within_boundary(path.name, lambda: tuple(_addresses(text, format_of(path.suffix))))
        for url in () if isinstance(found, Fault) else found:
            if key := _key_of_address(url):
                self._known.setdefault(key, path)


def _name_once(beside: Path, path: Path) -> None:
    """Give a file its name; a second name first, since a rename would go over another file."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names
        if path.exists():
            raise
        beside.rename(path)


def _label(article: Article) -> str:
    """Names a seed by its day, outlet and headline: ``2031-05-05 The Harbour Post Norland reopens the bridge``."""
    return " ".join(filter(None, [article.published.date, article.outlet, article.title or article.text[:80]]))


def _addresses(text: str, form: Format | None) -> Iterator[str]:
    """Gives what a seed says of where it came from, without cleaning it."""
    if form is PAGE:
        head = text[:_HEAD]
        yield from (found["url"] for pattern in (_SAVED, _CANONICAL) for found in pattern.finditer(head))
    elif form is FEED:
        yield from (found["url"] or found["href"] for found in _ENTRY.finditer(text))
    elif form in (RECORD, RECORDS):
        yield from _of_records(text, one_each=form is RECORDS)
    else:
        yield from _of_text(text)


def _of_text(text: str) -> Iterator[str]:
    """Finds ``Source: https://example.org/a`` at either end of a text, ``url:`` in a front matter."""
    yield from (found["url"] for part in (text[:_HEAD], text[-_HEAD:]) for found in _SAID.finditer(part))
    yield from re.findall(r"^url: *(\S+)", text[:2_000], re.MULTILINE)


def _of_records(text: str, *, one_each: bool) -> Iterator[str]:
    for part in text.split("\n") if one_each else [text]:
        for record in _records(part):
            said = [read_article(record).url, record.get("identifier") if isinstance(record, dict) else None]
            yield from (url for url in said if isinstance(url, str))


def _records(text: str) -> Sequence[Any]:
    """Reads the records of a JSON text; none where it is no JSON."""
    try:
        return records_of(loaded(text)) if text.strip() else ()
    except (ValueError, RecursionError):
        return ()


def _key_of_address(url: str) -> str | None:
    """Gives one key for all spellings of one address; none for a site's front page, which some pages call their own."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # ``http://[x.y``
        return url.strip()
    if not parts.netloc:
        return url.strip() or None  # an entry's id that is no address
    query = urlencode(
        [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(_TRACKING)]
    )
    path = parts.path.rstrip("/")
    host = parts.netloc.casefold().removeprefix("www.")
    return f"{host}{path}?{query}" if path or query else None

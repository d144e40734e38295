"""``.json`` and ``.jsonl``: articles as records, one or many a file."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from ...model import Article, Fault, Seed
from ..cleaning.metadata import Stated
from ..cleaning.text_lines import read_lines
from ..cleaning.tracing import Change, Traced, rewrite, traced_through
from ..reading import Unreadable, unreadable
from .markup import visible
from .news_json import loaded, read_article
from .placing import Sheet, build, part

_MOST_RECORDS = 100_000
_LOOKED_AT = 20  # of a list, to see whether it is one of articles
_LISTS = (
    "articles",
    "items",
    "entries",
    "news",
    "results",
    "docs",
    "data",
    "@graph",
)  # what a list of records is called
_ESCAPE = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\[\"\\/bfnrt]")
_TAG = re.compile(r"</?(?:p|br|div|span|h[1-6]|a|b|i|em|strong|ul|li|blockquote)\b[^<>]*>", re.IGNORECASE)
_FORMS = "articleBody (schema.org), maintext (news-please), body_text or body_html (ninjs)"


def read_json(seed: Seed) -> Iterator[Article | Fault]:
    """Gives the file's article, or those of its list, called ``path#1``, ``path#2`` …  Raises Unreadable."""
    data = _decoded(seed.raw, seed.path, None)
    records = records_of(data)
    sheet = sheet_of(seed.raw)
    if len(records) == 1:
        yield _article_of_record(seed, records[0], sheet, None)
        return
    for number, record in enumerate(records, 1):
        yield _article_of_record(part(seed, number, json.dumps(record, sort_keys=True)), record, sheet, None)


def read_json_lines(seed: Seed) -> Iterator[Article | Fault]:
    """Gives one article a line, called ``path#n`` by its number among those that are not blank."""
    sheet = sheet_of(seed.raw)
    filled = ((line, text) for line, text in enumerate(seed.raw.split("\n"), 1) if text.strip())
    for number, (line, text) in enumerate(filled, 1):
        own = part(seed, number, text.strip())
        try:
            yield _article_of_record(own, _decoded(text, own.path, line), sheet, line)
        except Unreadable as error:
            yield error.fault


def sheet_of(raw: str) -> Sheet:
    """Gives JSON as its strings read, without escapes and without tags."""
    shown, origin = rewrite(raw, _escapes(raw))
    if _TAG.search(shown):
        shown, outer = visible(shown)
        origin = traced_through(outer, origin)
    return Sheet(shown, origin)


def paragraphs_of(text: str) -> list[str]:
    """Gives the paragraphs of a body, whether it is plain or has tags."""
    shown = visible(text)[0] if _TAG.search(text) else text
    return [line.text for line in read_lines(shown)]


def _escapes(raw: str) -> Iterator[Change]:
    for match in _ESCAPE.finditer(raw):
        yield Change(*match.span(), json.loads(f'"{match[0]}"'))


def _decoded(text: str, path: str, line: int | None) -> Any:
    try:
        return loaded(text)
    except json.JSONDecodeError as error:
        where = line if line is not None else error.lineno
        raise unreadable(
            path, f"not JSON: {error.msg} (character {error.colno})", "save it as JSON again", where
        ) from None
    except RecursionError:
        raise unreadable(path, "JSON that is nested too deep", "save one article's record in it", line) from None


def records_of(data: Any) -> Sequence[Any]:
    """Gives a list of records, however it is wrapped; one record as a list of one."""
    if isinstance(data, dict):
        data = _list_in(data) or data
    return data[:_MOST_RECORDS] if isinstance(data, list) and data else [data]


def _list_in(wrapping: dict[str, Any]) -> list[Any] | None:
    """Finds the articles by what such lists are called: ``{"status": "ok", "articles": […]}``."""
    lists = (wrapping[key] for key in _LISTS if isinstance(wrapping.get(key), list))
    return next((found for found in lists if any(read_article(one).body for one in found[:_LOOKED_AT])), None)


def _article_of_record(seed: Seed, record: Any, sheet: Sheet, line: int | None) -> Article | Fault:
    stated = read_article(record)
    paragraphs = paragraphs_of(stated.body or "")
    if not paragraphs:
        mend = f"give the article's text as {_FORMS}"
        return Fault(path=seed.path, reason="no text in this record", mend=mend, line=line)
    return build(seed, _placed(sheet, stated, paragraphs), stated)


def _placed(sheet: Sheet, stated: Stated, paragraphs: Sequence[str]) -> Traced:
    """Finds the body from where the record's headline stands on: others may share its words."""
    if stated.title:
        sheet.go_to(stated.title)
    return sheet.place(paragraphs)

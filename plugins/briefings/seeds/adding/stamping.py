"""What was fetched is kept as it came; where it came from is said as browsers say it, so that reading finds it."""

import codecs
import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..formats import MARKDOWN, PAGE, RECORD, Format
from ..forms.news_json import loaded, read_article
from ..reading import FALLBACK, declared, encoding_of
from .fetching import AGENT, Fetched

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_AS_BROWSERS = {"ascii": FALLBACK, "iso8859-1": FALLBACK}  # what they take these names for
_DOCTYPE = re.compile(r"\s{0,100}<!DOCTYPE[^>]{0,500}>[ \t]*\n?", re.IGNORECASE)
_STAMP = re.compile(rf"<!-- saved from url=[^\n]*-->\n<!-- saved by {AGENT}[^\n]*-->\n(?:<meta charset=\"utf-8\">\n)?")
_SOURCE = re.compile(r"\n\nSource: https?://\S+\n\Z")
_FENCE = re.compile(r"---[ \t]*\n")
_OPENING = re.compile(r"\s{0,100}\{(?!\s{0,100}\})")


def decoded(page: Fetched) -> tuple[str, bool]:
    """Gives its characters, and whether a reader of its bytes alone would take them for others.

    A byte order mark says the encoding, else the host, else the page, else it is UTF-8, else Windows-1252.
    """
    found = list(dict.fromkeys(_encodings(page)))
    for encoding in found:
        try:
            return page.data.decode(encoding).removeprefix("\ufeff"), encoding != "utf-8"
        except UnicodeError:
            continue
    return page.data.decode(found[0], "replace"), True


def _encodings(page: Fetched) -> Iterator[str]:
    yield from (codec for mark, codec in _MARKS if page.data.startswith(mark))
    for name in (page.charset, declared(page.data)):
        if known := encoding_of(name or "utf-8"):
            yield _AS_BROWSERS.get(known, known)
    yield from ("utf-8", FALLBACK)


def stamped(text: str, form: Format, page: Fetched, asked: str) -> str:
    """Gives `text`, of a file of a format, with the address of `page` and the one that was `asked` for."""
    if form is PAGE:
        return _with_comment(text, page, asked)
    if form is MARKDOWN:
        fence = _FENCE.match(text)
        head, rest = (fence[0], text[fence.end() :]) if fence else ("---\n", f"---\n\n{text}")
        return f"{head}url: {page.url}\n{rest}"
    if form is RECORD:
        opening = _OPENING.match(text)
        return (
            f'{opening[0]}"url": {json.dumps(page.url)}, {text[opening.end() :]}' if opening and _lacks(text) else text
        )
    return f"{text.rstrip()}\n\nSource: {page.url}\n"


def unstamped(text: str) -> str:
    """Gives the same without what `stamped` put in, to see whether two are one."""
    return _SOURCE.sub("", _STAMP.sub("", text, count=1)).rstrip()


def _with_comment(text: str, page: Fetched, asked: str) -> str:
    doctype = _DOCTYPE.match(text)
    at = doctype.end() if doctype else 0
    day = f", sent {page.day}" if page.day else ""
    other = f", asked for as {_address_comment(asked)}" if asked != page.url else ""
    stamp = f"<!-- saved from {_address_comment(page.url)} -->\n<!-- saved by {AGENT}{day}{other} -->\n"
    charset = '<meta charset="utf-8">\n' if decoded(page)[1] else ""
    gap = "" if text[:at].endswith("\n") or not at else "\n"
    return text[:at] + gap + stamp + charset + text[at:]


def _address_comment(url: str) -> str:
    """Names an address as browsers write it, ``url=(0022)https://example.org/a``, so that none can end the comment."""
    safe = url.replace("--", "%2D%2D").replace(">", "%3E")
    return f"url=({len(safe):04}){safe}"


def _lacks(text: str) -> bool:
    """Tells whether a record does not say its own address."""
    try:
        record = loaded(text)
    except (ValueError, RecursionError):
        return False
    return read_article(record).url is None


def file_name(url: str) -> str:
    """Gives what to call what has no headline: ``https://example.org/world/bridge.html?x`` → ``bridge``."""
    path = urlsplit(url).path.rstrip("/")
    return path.rpartition("/")[2].partition(".")[0] or urlsplit(url).netloc

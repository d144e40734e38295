"""What a saved page shows: its words without tags, every character with its origin in the page's source.

Not a browser and not a parser: it is only asked where the words stand that the parser chose.  It reads
the source once from left to right, whatever is in it.
"""

import re
from collections.abc import Iterator
from html import unescape

from ...model import Span
from ..cleaning.tracing import Change, Traced, rewrite

# Elements that a reader sees nothing of.
_HIDDEN = re.compile(
    r"<(?P<name>script|style|template|svg|noscript|select|object|iframe|textarea)(?=[\s/>])|<!--", re.IGNORECASE
)
_HEAD_END = re.compile(r"<body(?=[\s/>])[^<>]*>?", re.IGNORECASE)
_BLOCKS = (
    "address|article|aside|blockquote|body|br|button|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|html|label|legend|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?=[\s/>])", re.IGNORECASE)
_GAP = re.compile(r">\s")
_MARKUP = re.compile(
    r"(?P<mark><!\[CDATA\[|\]\]>)|(?P<tags>(?:<[a-zA-Z/!?][^<>]*>\s*)+)|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?)"
    r"|(?P<space>\s{2,}|[\t\n\r\f])"
)


def visible(raw: str) -> Traced:
    r"""Makes of ``"<p>It&rsquo;s <b>on</b>.</p>"`` ``"\nIt’s on.\n"``; a block is a line, a page's head is none."""
    return rewrite(raw, _changes(raw))


def _changes(raw: str) -> Iterator[Change]:
    head = _HEAD_END.search(raw)
    at = head.end() if head else 0
    yield Change(0, at, "")
    for start, end in _hidden(raw, at):
        yield from _markup_changes(raw, at, start)
        yield Change(start, end, "")
        at = end
    yield from _markup_changes(raw, at, len(raw))


def _hidden(raw: str, at: int) -> Iterator[Span]:
    """Finds comments, scripts and the like, from start to end tag; one without an end goes to the end."""
    while found := _HIDDEN.search(raw, at):
        name = found["name"]
        end = re.compile(rf"</{name}[^<>]*>" if name else "-->", re.IGNORECASE).search(raw, found.end())
        at = end.end() if end else len(raw)
        yield Span(found.start(), at)


def _markup_changes(raw: str, start: int, end: int) -> Iterator[Change]:
    for match in _MARKUP.finditer(raw, start, end):
        if match["tags"]:
            put = "\n" if _BLOCK.search(match[0]) else " " if _GAP.search(match[0]) else ""
        elif match["mark"]:
            put = ""
        elif match["entity"]:
            put = unescape(match[0])
        else:
            put = " "
        yield Change(*match.span(), put)

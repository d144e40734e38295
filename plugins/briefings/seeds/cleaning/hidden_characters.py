"""Characters of a seed that nobody sees go; all others stay as they are, with their origin.

One kind of line end, no byte order marks, no control, zero-width or direction characters, no soft hyphens, no halves
of surrogate pairs and other numbers that are no characters, letters composed (Unicode NFC), mojibake mended: else a
name with a hidden character in it is two names, and half of a pair ends what writes it.
"""

import re
import unicodedata
from collections.abc import Iterator

from ...language.letters import UNSEEN
from .mojibake import mend_mojibake, shows_mojibake
from .tracing import Change, Traced, rewrite, traced_through

_LINE_END = r"\r\n?|[\x0b\x0c\x85\u2028\u2029]"
# Zero-width joiners spell words in Arabic and Indic scripts and build emoji; anywhere else they only hide.
_JOINED = (
    r"\u0590-\u061b\u061d-\u167f\u1681-\u180d\u180f-\u1fff"  # without what is itself dropped or a space
    r"\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
)
_CHANGE = re.compile(rf"(?P<end>{_LINE_END})|[{UNSEEN}]+|(?<![{_JOINED}])[\u200c\u200d]+")
_ANY = re.compile(rf"[\r\x0b\x0c\x85\u2028\u2029\u200c\u200d{UNSEEN}]")  # most texts have none
_SEGMENT = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")  # no letter composes across the start of such a segment
_MOST_ROUNDS = 8
_MAX_MARKS = 30  # Unicode's stream-safe limit: putting a longer run of marks in order takes quadratic time


def scrub(raw: str) -> Traced:
    r"""Makes of ``"Pu\u200btin\r\n"`` ``"Putin\n"``, and tells where each kept character stood in `raw`."""
    text, origin = _once(raw)
    for _ in range(_MOST_ROUNDS):  # what fell out may have stood between two halves of mojibake
        if not shows_mojibake(text):
            break
        text, outer = _once(text)
        origin = traced_through(outer, origin)
    return text, origin


def scrubbed_line(text: str) -> str:
    r"""Shows a field on one line: ``"Harbour\x1b[31m\u202e\n board"`` → ``"Harbour[31m board"``."""
    return " ".join(scrub(text)[0].split())


def _once(raw: str) -> Traced:
    mended, origin = rewrite(raw, mend_mojibake(raw))
    seen, first = rewrite(mended, _unseen(mended))
    composed, second = rewrite(seen, _uncomposed(seen))
    return composed, traced_through(second, traced_through(first, origin))


def _unseen(text: str) -> Iterator[Change]:
    if _ANY.search(text):
        for match in _CHANGE.finditer(text):
            yield Change(*match.span(), "\n" if match["end"] else "")


def _uncomposed(text: str) -> Iterator[Change]:
    """Finds the stretches that NFC changes, each as short as its equal ends allow."""
    for match in _SEGMENT.finditer(text):
        old = match[0]
        if not _is_safe(old) or (new := unicodedata.normalize("NFC", old)) == old:
            continue
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        yield Change(match.start() + head, match.end() - tail, new[head : len(new) - tail])


def _is_safe(text: str) -> bool:
    if len(text) <= _MAX_MARKS:
        return True
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _MAX_MARKS:
            return False
    return True


def _common(one: str, other: str) -> int:
    """Gives the length of the start that both share."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))

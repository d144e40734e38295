"""The lines of a dump: what an editor sees as one paragraph, one headline, one entry of a menu.

A text that was broken at a fixed width is put together again, so that its paragraphs are lines too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ...model import Span

_CLOSERS = "\"'”’»)]"
_ENDERS = ".!?…。！？।"
_MAX_WIDTH = 130  # columns; a wider line was not broken to fit a screen or a mail
_MIN_BROKEN = 40  # characters; a shorter line that stops inside a sentence is an entry of a list
_MIN_FULL = 3  # full lines, before a text is taken for one of fixed width
_SHARE_FULL = 0.7  # of its longer lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the dump, or several that were one before they were broken."""

    text: str
    pieces: tuple[Span | str, ...]  # spans of the scrubbed text, and what joins them
    neighbours: int  # other lines that touch it, with no blank line between


def read_lines(text: str) -> tuple[Line, ...]:
    """Reads all lines of `text` that are not blank, in order, without white space at their ends."""
    blocks = list(_blocks(text))
    width = _width(text, blocks)
    found: list[Line] = []
    for block in blocks:
        joined = list(_broken_lines_joined(text, block, width))
        found += [_line(text, spans, len(joined) - 1) for spans in joined]
    return tuple(found)


def ends_sentence(text: str) -> bool:
    """Tells whether a sentence ends here: ``“He went.”`` does, ``Share it`` does not."""
    return last_mark(text) in _ENDERS


def last_mark(text: str) -> str:
    """Gives the last character before closing quotation marks and brackets; a space where there is none."""
    return text.rstrip(_CLOSERS)[-1:] or " "


def line_spans(text: str) -> Iterator[Span]:
    """Gives every line of `text`, blank ones as empty spans, without white space at its ends."""
    at = 0
    for whole in text.split("\n"):
        line = whole.strip()
        start = at + len(whole) - len(whole.lstrip()) if line else at
        yield Span(start, start + len(line))
        at += len(whole) + 1


def _blocks(text: str) -> Iterator[list[Span]]:
    """Groups lines that touch."""
    for filled, spans in groupby(line_spans(text), key=lambda span: span.end > span.start):
        if filled:
            yield list(spans)


def _width(text: str, blocks: Sequence[Sequence[Span]]) -> int:
    """Finds the width that the text was broken at, 0 where its longer lines are not full, or are sentences."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    width = max((end - start for block in blocks for start, end in block), default=0)
    if width > _MAX_WIDTH:
        return 0
    longer = [pair for pair in pairs if pair[0].end - pair[0].start > width // 2]
    full = [line for line, following in longer if _is_full(text, line, following, width)]
    inside = sum(not ends_sentence(text[line.start : line.end]) for line in full)
    return width if inside >= _MIN_FULL and len(full) >= _SHARE_FULL * len(longer) and 2 * inside > len(full) else 0


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Tells whether the next line's first word would have made the line wider than `width`."""
    word = text[following.start : min(following.end, following.start + width)].split(None, 1)[0]
    return line.end - line.start + 1 + len(word) > width


def _broken_lines_joined(text: str, block: Sequence[Span], width: int) -> Iterator[list[Span]]:
    held = [block[0]]
    for line, following in pairwise(block):
        if _is_broken(text, line, following, width):
            held.append(following)
        else:
            yield held
            held = [following]
    yield held


def _is_broken(text: str, line: Span, following: Span, width: int) -> bool:
    """Tells whether the sentence goes on in the next line."""
    if width and line.end - line.start > width // 2 and _is_full(text, line, following, width):
        return True
    return (
        (width > 0 or line.end - line.start >= _MIN_BROKEN)
        and last_mark(text[max(line.start, line.end - _MIN_BROKEN) : line.end]) not in _ENDERS + ":"
        and text[following.start].islower()
    )


def _line(text: str, spans: Sequence[Span], neighbours: int) -> Line:
    pieces: list[Span | str] = [spans[0]]
    for before, span in pairwise(spans):
        hyphen = text[before.end - 1] == "-" and text[before.end - 2 : before.end - 1].isalpha()
        pieces += ["" if hyphen else " ", span]
    words = "".join(piece if isinstance(piece, str) else text[piece.start : piece.end] for piece in pieces)
    return Line(text=words, pieces=tuple(pieces), neighbours=neighbours)

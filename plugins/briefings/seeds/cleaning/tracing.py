"""Texts made from other texts, every character that was carried over with its origin."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from ...model import Origin, Span


class Change(NamedTuple):
    """``text[start:end]`` gives way to ``put``."""

    start: int
    end: int
    put: str


Traced = tuple[str, tuple[Origin, ...]]


def rewrite(text: str, changes: Iterable[Change]) -> Traced:
    """Makes `changes` (in order, not overlapping) in `text`; what was put in has no origin."""
    parts: list[str] = []
    origin: list[Origin] = []
    at = length = 0
    for start, end, put in chain(changes, [Change(len(text), len(text), "")]):
        if start > at:
            parts.append(text[at:start])
            origin.append(Origin(length, at, start - at))
        parts.append(put)
        length += start - at + len(put)
        at = end
    return "".join(parts), tuple(origin)


def pieced_together(text: str, pieces: Iterable[Span | str]) -> Traced:
    """Joins the spans of `text` and the strings between them to one text, with the origin of the spans."""
    parts: list[str] = []
    origin: list[Origin] = []
    length = 0
    for piece in pieces:
        part = piece if isinstance(piece, str) else text[piece.start : piece.end]
        if part and not isinstance(piece, str):
            origin.append(Origin(length, piece.start, len(part)))
        parts.append(part)
        length += len(part)
    return "".join(parts), tuple(origin)


def traced_through(outer: Sequence[Origin], inner: Sequence[Origin]) -> tuple[Origin, ...]:
    """Traces a text made from a text that was itself made: both in order, so one walk through the two."""
    found: list[Origin] = []
    at = 0
    for text, middle, length in outer:
        while at < len(inner) and inner[at].text + inner[at].length <= middle:
            at += 1
        ahead = at
        while ahead < len(inner) and inner[ahead].text < middle + length:
            start = max(middle, inner[ahead].text)
            end = min(middle + length, inner[ahead].text + inner[ahead].length)
            _append(found, Origin(text + start - middle, inner[ahead].seed + start - inner[ahead].text, end - start))
            ahead += 1
        at = max(at, ahead - 1)
    return tuple(found)


def _append(found: list[Origin], new: Origin) -> None:
    """Makes one entry of neighbours in the text that were neighbours in the seed."""
    last = found[-1] if found else None
    if last and (last.text + last.length, last.seed + last.length) == (new.text, new.seed):
        found[-1] = last._replace(length=last.length + new.length)
    else:
        found.append(new)

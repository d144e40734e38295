"""Paragraphs that a parser chose become an article: found again in the seed, cleaned, with their fields."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import Article, Origin, Seed, Span
from ..cleaning.cleaning import finished, first_sentence, untitled
from ..cleaning.fields import is_metadata, read_fields
from ..cleaning.finding import PARTED, Finder
from ..cleaning.hidden_characters import scrub
from ..cleaning.metadata import Stated
from ..cleaning.outlet_names import is_notice
from ..cleaning.text_lines import ends_sentence, line_spans
from ..cleaning.tracing import Traced, pieced_together, traced_through
from ..dating.datelines import find_dateline
from ..dating.dating import published, until, without_days

_CELLS = " | "  # what stands between the cells of a table's row
_AROUND = 60  # lines above and below the body that may say something of it
_WIDTH = 20_000  # characters that they are looked for in
_STAMP, _STAMP_WORDS = 80, 6  # characters, and words besides the day, of a line that stamps a page
_CLOCK = re.compile(r"(?:19|20)\d\d.{0,12}\d\d?:\d\d")


def part(seed: Seed, number: int, words: str) -> Seed:
    """Makes a seed of the `number`-th article of a file; `words` are its own, by which it is known again.

    The first of a feed today is its second tomorrow.
    """
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(seed, path=f"{seed.path}#{number}", sha256=digest)


class Sheet:
    """The text of a seed as a reader sees it, with its origin, and where in it the search for paragraphs is."""

    def __init__(self, shown: str, origin: Sequence[Origin]) -> None:
        self.shown = shown
        self._origin = origin
        self._finder = Finder(shown)

    def place(self, paragraphs: Sequence[str]) -> Traced:
        """Parts `paragraphs` by blank lines; those that stand in the seed in these words have their origin."""
        pieces: list[Span | str] = []
        for number, paragraph in enumerate(paragraphs):
            pieces += [PARTED] * bool(number)
            pieces += self._pieces_by_cell(paragraph)
        text, own = pieced_together(self.shown, pieces)
        clean, scrubbed = scrub(text)
        return clean, traced_through(scrubbed, traced_through(own, self._origin))

    def go_to(self, words: str) -> None:
        """Starts the search from where `words` stand next."""
        self._finder.find(words)

    def around(self) -> tuple[list[str], list[str]]:
        """Gives the lines above the first paragraph that was placed and below the last, the nearest of them."""
        found = self._finder.found
        if not found:
            return [], []
        above = self.shown[max(0, found.start - _WIDTH) : found.start]
        below = self.shown[found.end : found.end + _WIDTH]
        lines = [[line for each in text.split("\n") if (line := each.strip())] for text in (above, below)]
        return lines[0][-_AROUND:], lines[1][:_AROUND]

    def _pieces_by_cell(self, paragraph: str) -> Iterator[Span | str]:
        """Finds a paragraph; a row of a table stands in the page cell by cell."""
        for number, cell in enumerate(paragraph.split(_CELLS)):
            if number:
                yield _CELLS
            yield from self._finder.pieces(cell)


def build(seed: Seed, body: Traced, stated: Stated, above: Sequence[str] = (), below: Sequence[str] = ()) -> Article:
    """Makes the article with this `body`; what the data do not state is read from the lines around it."""
    whole, origin = body
    spans = _kept_paragraphs(whole, stated)
    inside = set(spans)
    head = [whole[slice(*span)] for span in _paragraphs(whole) if span not in inside]
    dateline = find_dateline(whole[slice(*spans[0])], whole[spans[0].end :]) if spans else None
    if dateline:
        spans[0] = Span(spans[0].start + dateline.end, spans[0].end)
    text, own = pieced_together(whole, [piece for span in spans for piece in (PARTED, span)][1:])
    fields = read_fields([*above, *head], below, text, stated.title)
    title, url = stated.title or fields.title, stated.url or fields.url
    return finished(
        Article(
            seed=seed,
            title=title or first_sentence(text),
            text=text,
            paragraphs=tuple(_paragraphs(text)),
            origin=traced_through(own, origin),
            published=until(stated.published, stated.fetched)
            or published([*above, *head], dateline, below, text, url=url, newest=stated.fetched or stated.modified),
            outlet=stated.outlet or fields.outlet,
            section=stated.section or fields.section,
            byline=stated.byline or fields.byline,
            url=url,
            place=dateline.place if dateline else None,
            added=stated.fetched,
        ),
        () if title else (untitled(seed),),
    )


def _paragraphs(text: str) -> list[Span]:
    return [span for span in line_spans(text) if span.end > span.start]


def _kept_paragraphs(text: str, stated: Stated) -> list[Span]:
    """Keeps all paragraphs but the fields that stand above the first sentence or below the last."""
    known = {value.casefold() for value in (stated.title, stated.outlet, stated.section, stated.byline) if value}
    spans = _paragraphs(text)

    def is_field(span: Span) -> bool:
        line = text[slice(*span)]
        return line.casefold() in known or is_metadata(line) or is_notice(line) or _is_mark_of_page(line)

    sentences = [i for i, span in enumerate(spans) if ends_sentence(text[slice(*span)]) and not is_field(span)]
    if not sentences:
        return spans
    title = (stated.title or "").casefold()
    after = [i + 1 for i in range(sentences[0]) if text[slice(*spans[i])].casefold() == title]
    start = max(after, default=0)
    return [spans[i] for i in range(start, len(spans)) if sentences[0] <= i <= sentences[-1] or not is_field(spans[i])]


def _is_mark_of_page(line: str) -> bool:
    """Tells whether a line is a word or a stamp, no sentence.

    ``Comments``, ``Published``, ``Source: The Harbour Post 2031-05-05 20:15``.
    """
    if ends_sentence(line) or len(line) > _STAMP:
        return False
    return line.isalpha() or (bool(_CLOCK.search(line)) and len(without_days(line).split()) <= _STAMP_WORDS)

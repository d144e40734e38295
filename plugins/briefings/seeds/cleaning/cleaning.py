"""Seeds become articles: the body's paragraphs, its fields beside it, every character's origin kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from shlex import quote

from ...language.parsing import MOST_READ
from ...model import Article, Fault, Seed, Span
from ..dating.datelines import find_dateline
from ..dating.dating import is_date_line, published
from ..reading import FALLBACK, HEAD, claimed, encoding_of
from .body_lines import choose
from .english import is_english
from .fields import read_fields
from .hidden_characters import scrub
from .mojibake import shows_mojibake
from .text_lines import Line, ends_sentence, line_spans, read_lines
from .tracing import pieced_together, rewrite, traced_through

NO_HEADLINE = "no headline was found: its first sentence is taken as one"
_CUT_OFF = ("...", "…", "[…]", "[...]")
_MANY = 8  # lines; of fewer, all may be headlines of a notice
_PARTED = "\n\n"
_TITLE_LENGTH = 120  # characters of a first sentence that stands for a headline
_SENTENCE = re.compile(r".{20,}?[.!?…]+[\"'”’)\]]*(?=\s|$)")
_NEAR = 3  # paragraphs: a headline may stand after a notice that reads like prose
_TOP = 10  # lines of a text kept as it is that may be its date


def keep(seed: Seed) -> Article:
    """Keeps the seed's decoded characters as the text, unchanged; a line that is not blank is a paragraph."""
    text, origin = rewrite(seed.raw, ())
    paragraphs = tuple(span for span in line_spans(text) if span.end > span.start)
    lines = [text[slice(*span)] for span in paragraphs[:_TOP]]
    dateline = next(filter(None, map(find_dateline, lines[:_NEAR])), None)
    return finished(
        Article(
            seed=seed,
            title=None,
            text=text,
            paragraphs=paragraphs,
            origin=origin,
            published=published([line for line in lines if is_date_line(line)], dateline, (), text),
            place=dateline.place if dateline else None,
        ),
        (),
    )


def clean(seed: Seed) -> Article:
    """Finds the body of a dump; headline, outlet, section, byline, place and date become fields, furniture goes.

    Cleaning its text again gives the same text.
    """
    scrubbed, origin = scrub(seed.raw)
    lines = read_lines(scrubbed)
    kept = choose(lines)
    told = "\n".join(lines[i].text for i in kept[1:])
    dateline = find_dateline(lines[kept[0]].text, told) if kept else None
    text, own = pieced_together(scrubbed, _pieces_of_lines([lines[i] for i in kept], dateline.end if dateline else 0))
    above, below = _lines_left_out(lines, kept)
    fields = read_fields(above, below, text)
    title, warnings = (fields.title, ()) if fields.title else (first_sentence(text), (untitled(seed),))
    return finished(
        Article(
            seed=seed,
            title=title,
            text=text,
            paragraphs=tuple(span for span in line_spans(text) if span.end > span.start),
            origin=traced_through(own, origin),
            published=published(above, dateline, below, text, url=fields.url),
            outlet=fields.outlet,
            section=fields.section,
            byline=fields.byline,
            url=fields.url,
            place=dateline.place if dateline else None,
        ),
        warnings,
    )


def _pieces_of_lines(lines: Sequence[Line], cut: int) -> Iterator[Span | str]:
    """Gives the lines' pieces, a blank line between two lines, the first line without its first `cut` characters."""
    for number, line in enumerate(lines):
        if number:
            yield _PARTED
        for piece in line.pieces:
            length = len(piece) if isinstance(piece, str) else piece.end - piece.start
            left = min(cut, length)
            cut -= left
            yield piece[left:] if isinstance(piece, str) else Span(piece.start + left, piece.end)


def _lines_left_out(lines: Sequence[Line], kept: Sequence[int]) -> tuple[list[str], list[str]]:
    """Gives the lines that were not kept: those above the body or its first paragraphs, and those below."""
    inside = set(kept)
    near = kept[:_NEAR][-1] if kept else 0
    left = [(i, line.text) for i, line in enumerate(lines) if i not in inside]
    return [text for i, text in left if i < near], [text for i, text in left if i > near]


def first_sentence(text: str) -> str | None:
    """Cuts a text at its first full stop, or after as many whole words as a headline may have."""
    line = text.partition("\n")[0]
    match = _SENTENCE.match(line[: 2 * _TITLE_LENGTH])
    sentence = match[0] if match else line
    if len(sentence) <= _TITLE_LENGTH:
        return sentence or None
    cut = sentence[:_TITLE_LENGTH]
    return (cut.rpartition(" ")[0].rstrip(",;:–—- ") or cut) + "…"


def finished(article: Article, warnings: tuple[Fault, ...]) -> Article:
    """Gives `article` with its language and what an editor should know of it."""
    english = is_english(article.text)
    seed = article.seed
    found = list(warnings)
    if seed.encoding == FALLBACK:
        found.append(_not_utf8(seed))
    if stub := _stub(article):
        found.append(stub)
    if shows_mojibake(seed.raw) and not shows_mojibake(article.text):
        found.append(_mended(seed))
    if not english:
        found.append(_not_english(seed))
    elif len(article.text) > MOST_READ:
        found.append(_too_long(seed))
    return replace(article, language="en" if english else "und", warnings=tuple(found))


def untitled(seed: Seed) -> Fault:
    """Gives the warning of an article that has no headline of its own."""
    mend = "put the headline on a line of its own above the text, or give `title` in the article's corrections"
    return Fault(path=seed.path, reason=NO_HEADLINE, mend=mend, broken=False)


def _not_utf8(seed: Seed) -> Fault:
    return Fault(
        path=seed.path,
        reason=f"not UTF-8{_disclaimed(seed)}: read as Windows-1252",
        mend=f"look at its quotation marks and accents; if they are right, save it as UTF-8: "
        f"iconv -f WINDOWS-1252 -t UTF-8 {quote(seed.path)} > new.txt",
        line=next((number for number, line in enumerate(seed.raw.split("\n"), 1) if not line.isascii()), None),
        broken=False,
    )


def _disclaimed(seed: Seed) -> str:
    """Says ``, and “zip”, which it claims, is no encoding of a text``: nothing where it claims none, or one that is."""
    name = claimed(seed.raw[:HEAD].encode("ascii", "replace"))
    return f", and “{name}”, which it claims, is no encoding of a text" if name and not encoding_of(name) else ""


def _stub(article: Article) -> Fault | None:
    """Warns of a text that breaks off, as before a paywall, or that is no text but a list of headlines."""
    lines = [article.text[slice(*span)] for span in article.paragraphs]
    if lines and lines[-1].endswith(_CUT_OFF):
        reason = f"its text breaks off: “{lines[-1][-30:].strip()}”; a paywall, or a summary?"
    elif len(lines) >= _MANY and not any(map(ends_sentence, lines)):
        reason = "no line of it ends as a sentence: a list of links?"
    else:
        return None
    return Fault(path=article.seed.path, reason=reason, mend="save the whole article, if there is more", broken=False)


def _mended(seed: Seed) -> Fault:
    return Fault(
        path=seed.path,
        reason="mojibake (as in “itâ€™s”) was mended",
        mend="look at its quotation marks and accents; if they are right, nothing",
        line=next((number for number, line in enumerate(seed.raw.split("\n"), 1) if shows_mojibake(line)), None),
        broken=False,
    )


def _not_english(seed: Seed) -> Fault:
    return Fault(
        path=seed.path,
        reason="not English: built as text without facts",
        mend="nothing, if that is right; else put an English text in its place",
        broken=False,
    )


def _too_long(seed: Seed) -> Fault:
    return Fault(
        path=seed.path,
        reason=f"longer than {MOST_READ:,} characters: what stands behind them is shown and not searched for facts",
        mend="split it into one file for each article, if it has several",
        broken=False,
    )

"""The only module that knows Pillow: a card's words in, a picture (PNG, 1200 × 630) out, kept in the store.

Its colours are the theme's own in light; its letters come from the theme's fonts/card.woff alone, laid out by Pillow's
own engine, so that a picture does not depend on what is installed.
"""

import re
import struct
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from ..assets.bundles import Damaged, pack, read
from .card_words import Card, Hue

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

FONT = "fonts/card.woff"  # of the theme
KEPT = 4  # builds in the store: of several sites, and what they were before
FORMAT = "briefings/card/2"  # another drawing, another number
WIDE, TALL, EDGE = 1200, 630, 72
HEAD = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", WIDE, TALL)  # how each of them begins
KEY = re.compile(r"[0-9a-f]{64}")
TITLES = ((70, 3), (60, 3), (52, 4))  # size in pixels and most lines: the first that the words fit in
NAME, ABOVE, NUMBER, WORD = 32, 34, 48, 28  # sizes in pixels
SIZES = (NAME, ABOVE, NUMBER, WORD, *(size for size, _ in TITLES))
NO_LETTER = "\U0010ffff"  # in no font: what is drawn for it is drawn for all that a font lacks
TONES = 16  # of each hue, from the paper's colour to its own
PAPER = (0xFC, 0xFB, 0xF8)
HUES: Mapping[Hue | None, tuple[int, int, int]] = {
    "ink": (0x1C, 0x1B, 0x19),
    "said": (0x1D, 0x4F, 0x91),
    "did": (0x9A, 0x34, 0x12),
    "who": (0x0E, 0x62, 0x51),
    None: (0x5A, 0x56, 0x4E),  # what only explains
}
RAMPS = {hue: place * TONES for place, hue in enumerate(HUES)}


class Pen(NamedTuple):
    """The font in all its sizes, and which letters of the cards it has."""

    sizes: Mapping[int, "FreeTypeFont"]
    letters: frozenset[str]


def can_draw(theme: Path) -> bool:
    """Tells whether there is Pillow (`pelican-briefings[cards]`) and the theme has a font for it."""
    return find_spec("PIL") is not None and (theme / FONT).is_file()


def card_files(theme: Path, store: Path, wanted: Iterable[tuple[str, Card]]) -> Iterator[tuple[str, bytes]]:
    """Gives (path from the site's top, bytes) of each picture: as it was drawn before, if the store still has it.

    The store keeps the pictures of one build as one file, named by what they say, and those of a few builds.
    """
    asked = list(wanted)
    if not asked:
        return
    font = (theme / FONT).read_bytes()
    keys = [_picture_key(font, card) for _, card in asked]
    kept = store / "cards" / f"{sha256(' '.join(sorted(keys)).encode()).hexdigest()}.zip"
    known = _read_pictures(kept, keys)
    if len(known) < len(set(keys)):
        for other in sorted(kept.parent.glob("*.zip")):
            known |= _read_pictures(other, keys)
        new = {key: card for key, (_, card) in zip(keys, asked, strict=True) if key not in known}
        pen = pen_with(font, new.values())
        known |= {key: draw_card(pen, card) for key, card in new.items()}
        with suppress(OSError):  # a store that takes nothing more costs time at the next build, never this one
            pack(kept, ((key, known[key]) for key in sorted(known)), KEPT)
    yield from ((path, known[key]) for key, (path, _) in zip(keys, asked, strict=True))


def pen_with(font: bytes, wanted: Iterable[Card]) -> Pen:
    """Makes a pen that writes the words of these cards with the font of this file."""
    from PIL import ImageFont  # noqa: PLC0415  it comes with an extra, and costs 40 ms

    basic = ImageFont.Layout.BASIC
    sizes = {size: ImageFont.truetype(BytesIO(font), size, layout_engine=basic) for size in SIZES}
    letters = {"…", *(letter for card in wanted for letter in _write_line(card.told()))}
    lacking = bytes(sizes[WORD].getmask(NO_LETTER))
    has = (letter for letter in letters if letter.isspace() or bytes(sizes[WORD].getmask(letter)) != lacking)
    return Pen(sizes, frozenset(has))


def draw_card(pen: Pen, card: Card) -> bytes:
    """Draws the picture, as PNG; a text with letters that the font lacks is left out, never shown as boxes."""
    from PIL import Image  # noqa: PLC0415  see above

    picture = Image.new("P", (WIDE, TALL), 0)
    picture.putpalette([part for hue in HUES.values() for tone in range(TONES) for part in _tone(hue, tone)])
    _draw_line(picture, pen, (EDGE, 58), card.site, NAME, "ink")
    for top, thick in ((112, 2), (117, 1)):
        picture.paste(RAMPS["ink"] + TONES - 1, (EDGE, top, WIDE - EDGE, top + thick))
    _draw_line(picture, pen, (EDGE, 152), card.above, ABOVE, None)
    _write_title(picture, pen, card.title)
    _write_counts(picture, pen, card)
    file = BytesIO()
    picture.save(file, "PNG", compress_level=5)  # a tenth of the time of 9, and a tenth more bytes
    return file.getvalue()


def _tone(hue: Sequence[int], tone: int) -> tuple[int, ...]:
    return tuple(paper + (part - paper) * tone // (TONES - 1) for paper, part in zip(PAPER, hue, strict=True))


def _write_title(picture: "Image", pen: Pen, title: str) -> None:
    lines, size = _fitted(pen, " ".join(title.split()))
    for place, line in enumerate(lines):
        _draw_line(picture, pen, (EDGE, 205 + place * size * 6 // 5), line, size, "ink")


def _write_counts(picture: "Image", pen: Pen, card: Card) -> None:
    left = EDGE
    for count in card.counts:
        number = f"{count.number:,}"
        _draw_line(picture, pen, (left, 496), number, NUMBER, count.hue)
        _draw_line(picture, pen, (left, 554), count.word, WORD, None)
        wide = max(pen.sizes[NUMBER].getlength(number), pen.sizes[WORD].getlength(count.word))
        left += int(wide) + 56


def _draw_line(picture: "Image", pen: Pen, at: tuple[int, int], text: str, size: int, hue: Hue | None) -> None:
    """Draw one line whose box begins at `at`."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  see above

    words = _write_line(text)
    if not words or not pen.letters.issuperset(words):
        return
    font = pen.sizes[size]
    letters = Image.new("L", (WIDE - at[0], size * 3 // 2), 0)
    ImageDraw.Draw(letters).text((0, 0), words, fill=255, font=font)
    ramp = RAMPS[hue]
    picture.paste(letters.point([ramp + value * TONES // 256 for value in range(256)]), at, letters.point(_INKED))


_INKED = [255 * (value >= 256 // TONES) for value in range(256)]


def _fitted(pen: Pen, title: str) -> tuple[list[str], int]:
    """Gives the lines of a title and their size: as large as it fits, cut with “…” where it fits in no size."""
    for size, most in TITLES:
        lines = _lines_of_title(pen.sizes[size], title)
        if len(lines) <= most and all(_fits_card(pen.sizes[size], line) for line in lines):
            return lines, size
    size, most = TITLES[-1]
    font, left_out = pen.sizes[size], len(lines) > most
    return [
        _cut_title(font, line, goes_on=left_out and place == most - 1) for place, line in enumerate(lines[:most])
    ], size


def _lines_of_title(font: "FreeTypeFont", text: str) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and _fits_card(font, f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cut_title(font: "FreeTypeFont", line: str, *, goes_on: bool) -> str:
    """Gives as much of a line as there is room for, with “…” where something is left out."""
    if not goes_on and _fits_card(font, line):
        return line
    while line and not _fits_card(font, f"{line}…"):
        line = line[:-1]
    return f"{line.rstrip()}…"


def _fits_card(font: "FreeTypeFont", line: str) -> bool:
    return font.getlength(line) <= WIDE - 2 * EDGE


def _write_line(text: str) -> str:
    return normalize("NFC", text)


def _picture_key(font: bytes, card: Card) -> str:
    import PIL  # noqa: PLC0415  see above

    whole = f"{FORMAT}\0{PIL.__version__}\0{sha256(font).hexdigest()}\0{card.told()}"
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def _read_pictures(kept: Path, keys: Collection[str]) -> dict[str, bytes]:
    """Reads the pictures that are kept there; a damaged file keeps none, and what is no picture is none."""
    try:
        return {key: data for key, data in read(kept, KEY.fullmatch, keys) if data[:24] == HEAD}
    except Damaged:
        return {}

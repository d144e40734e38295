"""Letters made plain: those that nobody sees spelled out or left out, all others as an address or an id has them."""

import re

from unidecode import unidecode

LONGEST = 80  # characters: whole in a browser's bar, short enough for every file system
TITLE = 500  # characters of a text that can matter to its slug
NAMELESS = "untitled"
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
_DROPPED = re.compile(r"['’‘`´]|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)|[\ud800-\udfff]")  # apostrophes, dots of "U.S."
_PARTING = re.compile(r"[^a-z0-9]+")
UNSEEN = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    r"\u2066-\u206f\ufeff\ufff9-\ufffb"
    # Halves of pairs, and the numbers that Unicode will never give to a character: the last two of each plane, and 32.
    rf"\ud800-\udfff\ufdd0-\ufdef{''.join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))}"
)
_SPELLED = re.compile(rf"[\t-\r\x85\u2028\u2029{UNSEEN}]")
# All that XML 1.0 has no place for: control characters, lone surrogates, two that are no characters.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def spelled_out(name: str) -> str:
    r"""Shows a file's name, ``a\u202etxt.exe`` with the escape spelled out, which would turn it around."""
    return _SPELLED.sub(lambda match: _escape(match[0]), name)


def _escape(letter: str) -> str:
    return f"\\x{ord(letter):02x}" if letter < "\x80" else letter.encode("unicode_escape").decode()


def slug(text: str, nameless: str = NAMELESS) -> str:
    """Makes plain letters and hyphens of a text: ``"Zoë Carver’s U.S. trip"`` → ``"zoe-carvers-us-trip"``.

    ASCII, lower case, at most 80 characters, cut at a word where it is too long; never empty (`nameless` where no
    letter is left), never a name that Windows keeps for itself.
    """
    plain = unidecode(_DROPPED.sub("", text[:TITLE])).lower()
    found = cut_at_hyphen(_PARTING.sub("-", plain).strip("-"), LONGEST) or nameless
    return f"{found}-x" if found in _RESERVED else found


def cut_at_hyphen(text: str, length: int) -> str:
    """Gives at most `length` characters, whole words where there is more than one."""
    if len(text) <= length:
        return text
    head = text[: length + 1].rpartition("-")[0]
    return head or text[:length]


def one_line(text: str) -> str:
    """Takes control characters and breaks out, makes runs of blanks one: fit for XML, JSON and a table's cell."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())


def printable(text: str) -> str:
    """Gives `text` with every character told that could steer a terminal, or that none could print."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)

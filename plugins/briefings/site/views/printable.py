"""Words on their way into files for programs, and to a terminal."""

import re

# All that XML 1.0 has no place for: control characters, lone surrogates, two that are no characters.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def one_line(text: str) -> str:
    """`text` without control characters and breaks, runs of blanks made one: fit for XML, JSON and a table's cell."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())


def printable(text: str) -> str:
    """`text` with every character told that could steer a terminal, or that none could print."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)

"""Letters made plain: those that nobody sees spelled out."""

import re

UNSEEN = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    r"\u2066-\u206f\ufeff\ufff9-\ufffb"
    # Halves of pairs, and the numbers that Unicode will never give to a character: the last two of each plane, and 32.
    rf"\ud800-\udfff\ufdd0-\ufdef{''.join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))}"
)
_SPELLED = re.compile(rf"[\t-\r\x85\u2028\u2029{UNSEEN}]")


def spelled_out(name: str) -> str:
    r"""A file's name as it is shown: ``a\u202etxt.exe`` with the escape spelled out, which would turn it around."""
    return _SPELLED.sub(lambda match: _escape(match[0]), name)


def _escape(letter: str) -> str:
    return f"\\x{ord(letter):02x}" if letter < "\x80" else letter.encode("unicode_escape").decode()

"""``itâ€™s`` → ``it’s``: UTF-8 that somebody read as Windows-1252 and saved so."""

import re
from collections.abc import Iterator

from .tracing import Change

# UTF-8's first bytes as Windows-1252 shows them, before what its later bytes look like there.
_LATER = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SIGNS = rf"(?:[ÂÃÐÑ][{_LATER}]|[âà][{_LATER}]{{2}}|ð[{_LATER}]{{3}}|ï»¿)"
_FIRST = "ÂÃÐÑâàðï"
_CUT = "â€"  # a closing quotation mark whose last byte is no letter of Windows-1252 and was dropped
_RUN = re.compile(  # those three letters, where it was read wrong twice
    rf"{_SIGNS}(?:{_SIGNS}|[ÄÅÆ][{_LATER}]){{0,200}}|{_CUT}(?![{_LATER}])"
)


def shows_mojibake(text: str) -> bool:
    """Tells whether there is any in `text`."""
    return any(sign in text for sign in _FIRST) and _RUN.search(text) is not None


def mend_mojibake(text: str) -> Iterator[Change]:
    """Mends each run of characters that is mojibake; nothing else is touched, no quotation mark uncurled."""
    if not shows_mojibake(text):
        return
    import ftfy  # noqa: PLC0415  only where there is something to mend

    for run in _RUN.finditer(text):
        mended = "”" if run[0] == _CUT else ftfy.fix_encoding(run[0])
        if mended != run[0] and not shows_mojibake(mended):
            yield Change(*run.span(), mended)

"""Seeds become articles: the body's paragraphs, its fields beside it, every character's origin kept."""

import re

from ..model import Article, Origin, Published, Seed, Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def keep(seed: Seed) -> Article:
    """The seed's decoded characters as the text, unchanged; a line that is not blank is a paragraph."""
    return Article(
        seed=seed,
        title=None,
        text=seed.raw,
        paragraphs=tuple(Span(*match.span()) for match in _PARAGRAPH.finditer(seed.raw)),
        origin=(Origin(0, 0, len(seed.raw)),),
        published=Published(date=None, source="unknown", how=None),
    )


def clean(seed: Seed) -> Article:
    """STUB."""
    return keep(seed)

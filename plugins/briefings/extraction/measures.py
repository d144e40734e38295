"""Who did, announced, demanded, threatened or refused what, toward whom, when."""

from collections.abc import Sequence

from ..model import Article, Measure, Quote
from .cast import Cast


def find_measures(article: Article, cast: Cast, quotes: Sequence[Quote]) -> tuple[Measure, ...]:
    """STUB."""
    del article, cast, quotes
    return ()

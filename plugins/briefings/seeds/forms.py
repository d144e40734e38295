"""The forms that articles come in: which reading fits a seed, by the ending of its name."""

from pathlib import PurePath

from ..model import Article, Fault, Seed
from .cleaning import clean


def articles_of(seed: Seed) -> tuple[Article | Fault, ...]:
    """The articles of one file, in its order; a fault in the place of each that cannot be read.

    Raises Unreadable where the whole of it is none.
    """
    form = PurePath(seed.path).suffix.casefold()
    if form in (".html", ".htm", ".xhtml"):
        from .pages import clean_page  # noqa: PLC0415  0.3 s: only where a saved page is among the seeds

        return (clean_page(seed),)
    return (clean(seed),)

"""Copies: one article that was dropped twice, under two names."""

import hashlib
from collections.abc import Iterable, Iterator

from ..model import Article, Fault

MEND = "nothing, if both are to have a page; else remove one of the two"


def copies(articles: Iterable[Article]) -> Iterator[Fault]:
    """A warning for each article whose text is that of an earlier one, word for word.

    Compared is the cleaned text without its white space: headline, dateline and what stood around the
    article may differ, not a word of it.
    """
    first: dict[bytes, str] = {}
    for article in articles:
        words = " ".join(article.text.split())
        path = article.seed.path
        key = hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
        original = first.setdefault(key, path) if words else path
        if original != path:
            yield Fault(path=path, reason=f"the same text, word for word, as {original}", mend=MEND, broken=False)

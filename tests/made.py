"""What tests make: articles of plain text."""

from collections.abc import Callable
from pathlib import Path

from briefings.language.tree import Tree
from briefings.model import Article, Seed
from briefings.seeds.cleaning import keep

ROOT = Path(__file__).parent.parent

ParseText = Callable[[str], Tree]


def article_of(text: str) -> Article:
    """`text` as an article, unchanged."""
    return keep(Seed(path="test.txt", sha256="0" * 64, encoding="utf-8", raw=text))

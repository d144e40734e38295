"""Mentions of one actor become one chain."""

from collections.abc import Sequence

from ..language.tree import Tree
from ..model import Article, Chain, Mention


def chain_mentions(article: Article, tree: Tree, mentions: Sequence[Mention]) -> tuple[Chain, ...]:
    """STUB."""
    del article, tree, mentions
    return ()

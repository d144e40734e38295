"""Names and descriptions of actors in one article."""

from ..language.tree import Tree
from ..model import Mention


def find_mentions(tree: Tree) -> tuple[Mention, ...]:
    """STUB."""
    del tree
    return ()

"""What the scripts that learn share: the trees of texts, each parsed once."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefings.language.parsing import find_model, parse
from briefings.language.store import Store, parse_key
from briefings.language.tree import Tree
from briefings.model import Seed
from briefings.seeds.cleaning.cleaning import keep


def trees_of(texts: Iterable[str]) -> Iterator[Tree]:
    """Gives the tree of each text as it stands, parsed where the store lacks it."""
    model, store = find_model(), Store(Path(".store"))
    articles = [keep(Seed(path="text", sha256="0" * 64, encoding="utf-8", raw=text)) for text in texts]
    missing = [article for article in articles if store.get(parse_key(model.id, article), article) is None]
    for article, made in zip(missing, parse(model, missing), strict=True):
        store.put(parse_key(model.id, article), made)
    for article in articles:
        known = store.get(parse_key(model.id, article), article)
        if known is None:
            raise OSError(f"{store.folder}: a parse that was just made cannot be read")
        yield Tree(article.text, known)

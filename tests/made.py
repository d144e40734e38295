"""What tests make: articles of plain text; and where things are."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from briefings.language.tree import Tree
from briefings.model import Article, Seed
from briefings.seeds.cleaning.cleaning import keep

ROOT = Path(__file__).parent.parent
PAPER = ROOT / "tests" / "paper"  # what an editor begins with: a seed, two pages, files without entries

ParseText = Callable[[str], Tree]
Bar = Callable[[float], AbstractContextManager[None]]


def lay_paper(folder: Path) -> Path:
    """Put what an editor begins with into `folder`; parses come from the checkout's own store."""
    shutil.copytree(PAPER, folder, dirs_exist_ok=True)
    (ROOT / ".store").mkdir(exist_ok=True)
    (folder / ".store").symlink_to(ROOT / ".store")
    return folder


def article_of(text: str) -> Article:
    """`text` as an article, unchanged."""
    return keep(Seed(path="test.txt", sha256="0" * 64, encoding="utf-8", raw=text))

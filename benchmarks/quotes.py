"""How fast quotes are found, in CPU seconds of one process, beside the parse that it rests on.

    .venv/bin/python benchmarks/quotes.py [FOLDER]

FOLDER holds articles as .txt (the made-up newsroom's by default); few are repeated until there are enough words.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from briefings.extraction.cast.cast import Cast
from briefings.extraction.quotes.quotes import find_quotes
from briefings.language.parsing import find_model, parse
from briefings.language.tree import Tree
from briefings.model import Article, Parse, Seed
from briefings.seeds.cleaning.cleaning import keep

WORDS = 60_000
SEEDS = Path(__file__).resolve().parent.parent / "tests" / "newsroom" / "seeds"


def main(folder: Path) -> None:
    """Print words a second of the parse, of building trees, and of finding quotes."""
    texts = [path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.txt"))]
    articles = [keep(Seed(path="benchmark", sha256="0" * 64, encoding="utf-8", raw=text)) for text in texts]
    once = sum(len(text.split()) for text in texts)
    parses: list[Parse] = []
    trees: list[Tree] = []
    model = find_model()
    list(parse(model, articles[:1]))  # loads the model
    _say("parse", once, lambda: parses.extend(parse(model, articles)))
    times = -(-WORDS // once)
    pairs: list[tuple[Article, Parse]] = list(zip(articles, parses, strict=True)) * times
    find_quotes(Cast(Tree(articles[0].text, parses[0]), ()))  # reads the lexicons
    _say("trees", once * times, lambda: trees.extend(Tree(article.text, made) for article, made in pairs))
    _say("quotes", once * times, lambda: [find_quotes(Cast(tree, ())) for tree in trees])


def _say(what: str, words: int, do: Callable[[], object]) -> None:
    began = time.process_time()
    do()
    spent = time.process_time() - began
    print(f"{what:7} {words:8,} words  {spent:6.2f} s CPU  {words / spent:10,.0f} words/s")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)

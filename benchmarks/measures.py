"""How fast measures are found on top of a parse; exits 1 where it is slower than it should be, or not linear.

    .venv/bin/python benchmarks/measures.py [FOLDER]

FOLDER holds articles as .txt (the made-up newsroom's by default).  Times are of the processor, the best of several
runs; the cast and the quotes, which measures are given, are made before and not counted.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.extraction.briefing import brief
from briefings.extraction.cast.bystanders import with_bystanders
from briefings.extraction.cast.cast import Cast
from briefings.extraction.cast.coreference import chain_mentions
from briefings.extraction.measures.measures import find_measures
from briefings.extraction.names.mentions import find_mentions
from briefings.extraction.quotes.quotes import find_quotes
from briefings.language.parsing import find_model, parse
from briefings.language.tree import Tree
from briefings.model import Article, Parse, Quote, Seed
from briefings.seeds.cleaning.cleaning import keep

SEEDS = Path(__file__).resolve().parent.parent / "tests" / "newsroom" / "seeds"
WORDS_A_SECOND = 60_000  # from a parse, its cast and its quotes to measures
REPEATS = 20  # times that the articles stand in one long text
GROWTH = 2.6  # twice as long a text takes at most so many times as long
RUNS = 5

Ready = tuple[Article, Cast, Cast, tuple[Quote, ...]]  # article, its cast, the cast with bystanders, quotes


def main(folder: Path) -> int:
    """Print each figure beside its bar."""
    texts = [path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.txt"))]
    articles = [_article(text) for text in texts]
    parsed = list(zip(articles, parse(find_model(), articles), strict=True))
    words = sum(len(text.split()) for text in texts)
    ready = [_ready(article, made) for article, made in parsed]
    alone = words / _best(lambda: _measures(ready))
    sides = words / _best(lambda: [with_bystanders(cast) for _, cast, _, _ in ready])
    whole = words / _best(lambda: [brief(article, made) for article, made in parsed])
    short, long = _long(texts, REPEATS), _long(texts, 2 * REPEATS)
    once, twice = _best(lambda: _measures([short])), _best(lambda: _measures([long]))
    print(f"bystanders: {sides:,.0f} words/s; all of extraction: {whole:,.0f} words/s")
    rows = (
        (f"measures found: {alone:,.0f} words/s", f"{WORDS_A_SECOND:,} or more", alone >= WORDS_A_SECOND),
        (f"twice as long a text: {twice / once:.2f} times as long", f"{GROWTH} or less", twice <= GROWTH * once),
    )
    for figure, bar, good in rows:
        print(f"{figure:45} {bar:18} {'ok' if good else 'TOO SLOW'}")
    return 0 if all(good for _, _, good in rows) else 1


def _long(texts: Sequence[str], times: int) -> Ready:
    """A few articles, over and over, as one text."""
    article = _article("\n\n".join(list(texts[:3]) * times))
    return _ready(article, next(iter(parse(find_model(), [article]))))


def _article(text: str) -> Article:
    return keep(Seed(path="benchmark", sha256="0" * 64, encoding="utf-8", raw=text))


def _ready(article: Article, made: Parse) -> Ready:
    tree = Tree(article.text, made)
    cast = Cast(tree, chain_mentions(tree, find_mentions(tree)))
    return article, cast, with_bystanders(cast), find_quotes(cast)


def _measures(ready: Sequence[Ready]) -> object:
    return [find_measures(article, sides, quotes) for article, _, sides, quotes in ready]


def _best(do: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        do()
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS))

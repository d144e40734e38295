"""How fast a briefing is made of a parse, step by step; exits 1 where the whole is slower than it should be.

    .venv/bin/python benchmarks/extraction.py [FOLDER]

FOLDER holds articles as .txt (the made-up newsroom's by default).  Times are of the processor, the best of several
runs.  The parse is timed beside them, since a busy machine slows both: the bar beside it holds there, too.
"""

import sys
import time
from collections.abc import Callable
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
from briefings.model import Seed
from briefings.seeds.cleaning.cleaning import keep

SEEDS = Path(__file__).resolve().parent.parent / "tests" / "newsroom" / "seeds"
WORDS_A_SECOND = 25_000  # of the newsroom's, which has twice the quotes and six times the measures of real news
TIMES_THE_PARSE = 5  # so many times as fast as the parse at least
RUNS = 5


def main(folder: Path) -> int:
    """Print the steps, then the whole beside its bars."""
    texts = [path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.txt"))]
    articles = [keep(Seed(path="benchmark", sha256="", encoding="utf-8", raw=text)) for text in texts]
    words, model = sum(len(text.split()) for text in texts), find_model()
    parses = list(parse(model, articles))  # loads the model, too
    parsing = words / _best(lambda: parses.extend(parse(model, articles)), 2)
    pairs = list(zip(articles, parses[: len(articles)], strict=True))
    trees = [Tree(article.text, made) for article, made in pairs]
    casts = [Cast(tree, chain_mentions(tree, find_mentions(tree))) for tree in trees]
    ready = [(article, cast, find_quotes(cast)) for article, cast in zip(articles, casts, strict=True)]
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("trees", lambda: [Tree(article.text, made) for article, made in pairs]),
        ("actors", lambda: [chain_mentions(tree, find_mentions(tree)) for tree in trees]),
        ("quotes", lambda: [find_quotes(cast) for cast in casts]),
        ("measures", lambda: [find_measures(article, with_bystanders(cast), told) for article, cast, told in ready]),
    )
    print(f"{'parse':10} {parsing:10,.0f} words/s")
    for name, step in steps:
        print(f"{name:10} {words / _best(step):10,.0f} words/s")
    whole = words / _best(lambda: [brief(article, made) for article, made in pairs])
    rows = (
        (f"all of extraction: {whole:,.0f} words/s", f"{WORDS_A_SECOND:,} or more", whole >= WORDS_A_SECOND),
        (f"{whole / parsing:.1f} times the parse", f"{TIMES_THE_PARSE} or more", whole >= TIMES_THE_PARSE * parsing),
    )
    for figure, bar, good in rows:
        print(f"{figure:45} {bar:18} {'ok' if good else 'TOO SLOW'}")
    return 0 if all(good for _, _, good in rows) else 1


def _best(work: Callable[[], object], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS))

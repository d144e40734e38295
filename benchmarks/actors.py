"""How fast actors are found, tables are read and names are linked; exits 1 where one is slower than it should be.

    .venv/bin/python benchmarks/actors.py

Times are of the processor, the best of several runs.  The texts are made up: names of syllables in plain sentences.
Parsing is not counted: it is the model's, and the same whatever is found on top of it.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.extraction.cast.coreference import chain_mentions
from briefings.extraction.names.mentions import find_mentions
from briefings.language import lexicon, tables
from briefings.language.parsing import find_model, parse
from briefings.language.tree import Tree
from briefings.model import ActorKind, Seed
from briefings.newsroom.actors.linking import LinkDocument, LinkMention, link
from briefings.seeds.cleaning.cleaning import keep

WORDS_A_SECOND = 120_000  # of text, from a parse to chains
LINKED = 100_000  # mentions
LINKING = 3.0  # seconds for so many
TABLES = 0.005  # seconds to read both
GROWTH = 2.6  # twice as many mentions take at most so many times as long
RUNS = 5
ARTICLES = 60
SYLLABLES = ("ba", "ce", "do", "fi", "gu", "ka", "le", "mo", "ni", "ru", "sa", "te", "vo", "wi", "zu")
SENTENCES = (
    "{office} {first} {last} said on {day} that the {body} would meet {other} in {town}.",
    "{last} told reporters the {body} had not agreed to the plan, and that the harbour would stay open for now.",
    "The {body}, which {other} leads, has asked {state} for help with the repair of the bridge over the river.",
    "Some residents of {town} blocked the road, and nobody knows when it will be cleared again this year.",
    "{state} and {neighbour} signed the treaty; the {nation} government called it a beginning, and he agreed.",
)


def main() -> int:
    """Print each figure beside its bar."""
    speed = _words_a_second()
    once, twice = _linking(LINKED), _linking(2 * LINKED)
    tables_read = _best(_read_tables, RUNS)
    rows = (
        (f"actors found: {speed:,.0f} words/s", f"{WORDS_A_SECOND:,} or more", speed >= WORDS_A_SECOND),
        (f"{LINKED:,} mentions linked: {once:.2f} s", f"{LINKING} s or less", once <= LINKING),
        (f"twice as many: {twice / once:.2f} times as long", f"{GROWTH} or less", twice <= GROWTH * once),
        (f"tables read: {1000 * tables_read:.1f} ms", f"{1000 * TABLES:.0f} ms or less", tables_read <= TABLES),
    )
    for figure, bar, good in rows:
        print(f"{figure:45} {bar:18} {'ok' if good else 'TOO SLOW'}")
    return 0 if all(good for _, _, good in rows) else 1


def _words_a_second() -> float:
    random = Random(1)
    texts = ["\n\n".join(_paragraph(random) for _ in range(8)) for _ in range(ARTICLES)]
    articles = [keep(Seed(path=str(n), sha256="", encoding="utf-8", raw=text)) for n, text in enumerate(texts)]
    trees = [Tree(a.text, made) for a, made in zip(articles, parse(find_model(), articles), strict=True)]
    seconds = _best(lambda: [chain_mentions(tree, find_mentions(tree)) for tree in trees], RUNS)
    return sum(len(text.split()) for text in texts) / seconds


def _linking(mentions: int) -> float:
    random = Random(2)
    people = [f"{_name(random)} {_name(random)}" for _ in range(mentions // 20)]
    documents = [_document(random, str(number), people) for number in range(mentions // 50)]
    return _best(lambda: list(link(documents)), 2)


def _document(random: Random, name: str, people: Sequence[str]) -> LinkDocument:
    """Fifty mentions of ten actors, as an article has them: some in full, most by the surname."""
    cast: list[tuple[str, ActorKind]] = [(random.choice(people), "person") for _ in range(7)]
    cast += [(f"{_name(random)} Council", "organisation"), ("United States", "state"), ("Norway", "state")]
    found = []
    for number in range(50):
        text, kind = cast[number % 10]
        short = kind == "person" and number >= 10
        found.append(
            LinkMention(
                i=number, begin=20 * number, end=20 * number + 9, text=text.split()[-1] if short else text, type=kind
            )
        )
    return LinkDocument(doc=name, mentions=tuple(found))


def _read_tables() -> None:
    for name in dir(tables):
        forget = getattr(getattr(tables, name), "cache_clear", None)
        if forget is not None:
            forget()
    lexicon.lexicon_rows.cache_clear()
    tables.state_of("Norway")
    tables.organisation_of("NATO")


def _paragraph(random: Random) -> str:
    first, last, other, town = (_name(random) for _ in range(4))
    names = {"first": first, "last": last, "other": f"{_name(random)} {other}", "town": town, "day": "Monday"}
    names |= {
        "office": "President",
        "body": f"{town} Council",
        "nation": "Norwegian",
        "state": "Norway",
        "neighbour": "Sweden",
    }
    return " ".join(sentence.format(**names) for sentence in SENTENCES)


def _name(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(random.randint(2, 4))).capitalize()


def _best(work: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())

"""How fast seeds are cleaned, in one process; exits 1 where it is slower than it should be.

    .venv/bin/python benchmarks/cleaning.py [FOLDER]

Times are of the processor, the best of several runs.  The dumps and pages are made up: news of 300 to 900 words
among menus, scripts and lists of links, of the size of real ones (180 KB and 1,700 tags a page).  With
a FOLDER its own .txt and .html files are measured instead.
"""

import sys
import time
from collections.abc import Sequence
from html import escape
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.model import Seed
from briefings.seeds.forms.forms import articles_of
from briefings.seeds.reading import read_seed, seed_of

DUMPS, DUMPS_A_SECOND = 1_000, 200
PAGES, PAGES_A_SECOND = 60, 50
GROWTH = 2.6  # twice as long a dump takes at most so many times as long
RUNS = 3
SYLLABLES = ("ba", "ce", "do", "fi", "gu", "ka", "le", "mo", "ni", "ru", "sa", "te", "vo", "wi", "zu")
SENTENCES = (
    "{person} of {town} said on Monday that the council had not yet agreed to what the harbour board wants.",
    "“We have waited a year for this,” {person} told reporters, “and nobody has told us why it took so long.”",
    "Under the plan, which {other} leads, lorries will cross by day only, and customs on both banks share a register.",
    "Some of those who live in {town} had blocked the road in {month}, and were fined by the court, which was late.",
    "The minister, {other}, answered that it was not for her to say when the bridge over the river will open again.",
)


def main() -> int:
    """Print each figure beside its bar."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    random = Random(1)
    dumps = _files(folder, ".txt") if folder else [_seed(_dump(random, 12), n, ".txt") for n in range(DUMPS)]
    pages = _files(folder, ".html") if folder else [_seed(_page(random), n, ".html") for n in range(PAGES)]
    rows = [
        (f"{len(seeds):,} {what} of {_mean(seeds):,.0f} KB: {speed:.0f} a second", f"{bar} or more", speed >= bar)
        for what, seeds, bar in (("dumps", dumps, DUMPS_A_SECOND), ("pages", pages, PAGES_A_SECOND))
        if seeds
        for speed in [len(seeds) / _seconds(seeds)]
    ]
    growth = _seconds([_seed(_dump(random, 2_000), 0, ".txt")]) / _seconds([_seed(_dump(random, 1_000), 0, ".txt")])
    rows.append((f"a dump twice as long: {growth:.2f} times as long", f"{GROWTH} or less", growth <= GROWTH))
    for figure, bar, good in rows:
        print(f"{figure:45} {bar:15} {'ok' if good else 'TOO SLOW'}")
    return 0 if all(good for _, _, good in rows) else 1


def _files(folder: Path, ending: str) -> list[Seed]:
    return [read_seed(path, path.name) for path in sorted(folder.rglob(f"*{ending}"))]


def _seed(text: str, number: int, ending: str) -> Seed:
    return seed_of(text.encode(), f"{number}{ending}")


def _mean(seeds: Sequence[Seed]) -> float:
    return sum(len(seed.raw) for seed in seeds) / len(seeds) / 1_000


def _seconds(seeds: Sequence[Seed]) -> float:
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        for seed in seeds:
            articles_of(seed)
        times.append(time.process_time() - began)
    return min(times)


def _dump(random: Random, paragraphs: int) -> str:
    """What select all and paste gives: menu, headline, byline, day, paragraphs with labels among them, links."""
    menu = [_name(random) for _ in range(30)]
    head = [
        "The Harbour Post",
        "",
        *menu,
        "",
        _headline(random),
        "",
        f"By {_name(random)} {_name(random)}",
        "5 May 2031",
    ]
    body = [part for _ in range(paragraphs) for part in ("", _paragraph(random))]
    links = [part for _ in range(25) for part in ("", _headline(random), "3 hours ago")]
    return "\n".join(
        [*head, "Share", "Save", *body[:4], "", "ADVERTISEMENT", *body[4:], *links, "", "© 2031 The Harbour Post"]
    )


def _page(random: Random) -> str:
    """A page as systems make it: scripts and styles for the most part, cards with pictures around the article."""
    code = "".join(f"window.{_name(random)}=function(a){{return a<{n}?'{_name(random)}':0}};" for n in range(1_400))
    data = f'{{"@type": "NewsArticle", "headline": "{_headline(random)}", "datePublished": "2031-05-05T09:00:00Z"}}'
    menu = "".join(f"<li class='item item-{n}'><a href='/{n}'><span>{_name(random)}</span></a></li>" for n in range(60))
    words = "".join(f"<p class='text'>{escape(_paragraph(random), quote=False)}</p>" for _ in range(14))
    card = (
        "<div class='card teaser'><div class='frame'><a href='/x' class='picture-link'><picture><img alt=''>"
        "</picture></a></div><div class='words'><h3><a href='/x'>{}</a></h3><p class='lead'>{}</p></div></div>"
    )
    cards = "".join(card.format(_headline(random), _headline(random)) for _ in range(24))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{_headline(random)}</title><script>{code}</script>"
        f"<script type='application/ld+json'>{data}</script></head><body><header><ul>{menu}</ul></header><main>"
        f"<article><h1>{_headline(random)}</h1><div class='body'>{words}</div></article><section>{cards}</section>"
        f"</main><script>{code}</script></body></html>"
    )


def _paragraph(random: Random) -> str:
    names = {"person": f"{_name(random)} {_name(random)}", "other": f"{_name(random)} {_name(random)}"}
    filled = {**names, "town": _name(random), "month": random.choice(("March", "April", "May"))}
    return " ".join(random.choice(SENTENCES).format(**filled) for _ in range(random.randint(1, 4)))


def _headline(random: Random) -> str:
    return f"{_name(random)} bridge opens again as {_name(random)} waits for {_name(random)}"


def _name(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(random.randint(2, 4))).capitalize()


if __name__ == "__main__":
    sys.exit(main())

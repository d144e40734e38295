"""Records of a large site's search index: as many and as long as 2,000 briefings and 2,000 actors have them."""

import itertools
import random

from briefings.site.assets.search import PART, Record

WORDS, FACTS = 8000, 20
FACETS = (("actor", 9, 2000), ("kind", 3, 3), ("type", 5, 20), ("status", 3, 6), ("year", 1, 5), ("outlet", 1, 40))


def many_records() -> list[list[Record]]:
    """2,000 briefings of 20 facts of 14 words and 22 facets, and 2,000 actors.

    Those of the made-up newsroom have as many on average: 434 words and 4.1 KB a record.  Words are as common as a
    language's.
    """
    chance = random.Random(1)  # noqa: S311  words for a measurement
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 9))) for _ in range(WORDS)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(WORDS)))

    def sentence(length: int) -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=length))

    def facet(name: str, count: int, choices: int) -> str:
        values = chance.sample(range(choices), count)
        return "".join(f'<b data-pagefind-filter="{name}">{name.capitalize()} {value}</b>' for value in values)

    def briefing(number: int) -> Record:
        facts = (
            f'<h3 id="q-{fact}">Actor {chance.randrange(2000)} · said · direct</h3><p>{sentence(14)}</p>'
            for fact in range(FACTS)
        )
        facets = "".join(itertools.starmap(facet, FACETS))
        head = f'<h1 data-pagefind-meta="title">{sentence(7)}</h1><div data-pagefind-ignore>{facets}</div>'
        return Record(path=f"briefings/b-{number}/", html=f"<html><body>{head}{''.join(facts)}</body></html>")

    def actor(number: int) -> Record:
        facets = f'<div data-pagefind-ignore><b data-pagefind-filter="actor">Actor {number}</b></div>'
        head = f'<h1 data-pagefind-meta="title">Actor {number}</h1>{facets}'
        return Record(path=f"actors/a-{number}/", html=f"<html><body>{head}<p>{sentence(4)}</p></body></html>")

    starts = range(0, 2000, PART)
    return [[make(start + at) for make in (briefing, actor) for at in range(PART)] for start in starts]

"""Who the tables say a name is: its row among states and organisations, and the short names that go with it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from ..lexicon import lexicon_rows, values
from ..tables import organisations, states
from .written import Family, Words, compared


@lru_cache(maxsize=1 << 16)
def identity(text: str, family: Family) -> str | None:
    """Tells who a name is by the tables, None for most: ``"the U.S."`` as a place → ``"state United States"``."""
    return None if family == "person" else _identities()[family].get(compared(text, family))


class ShortName(NamedTuple):
    """A row of ``short_names.txt``: whoever goes by `short` in an article that has the full name, too."""

    short: Words  # compared
    row: str  # short and first full name, "SPD Social Democrats": no two rows have the same


def short_names(words: Words) -> tuple[ShortName, ...]:
    """Finds the rows that a name stands in, short or full: ``("social", "democrats")`` → PSD, SPD and others."""
    return _short_names().get(words, ())


def stem(word: str) -> str:
    """Cuts a word to what bodies share: “Democrats”, “Democratic” → “democrat”; “Germany”, “Germans” → one state."""
    state = _identities()["place"].get((word,))
    if state:
        return state
    for ending in ("s", "ic"):
        if len(word) > len(ending) + 3:
            word = word.removesuffix(ending)
    return word


@cache
def _short_names() -> Mapping[Words, tuple[ShortName, ...]]:
    rows: dict[Words, dict[ShortName, None]] = defaultdict(dict)
    for row in lexicon_rows("short_names"):
        full = values(row["full"])
        known = ShortName(compared(row["short"], "body"), f"{row['short']} {full[0]}")
        for text in (row["short"], *full):
            rows[compared(text, "body")][known] = None
    return {words: tuple(known) for words, known in rows.items()}


@cache
def _identities() -> Mapping[Family, Mapping[Words, str]]:
    """Maps compared words to the row of the tables that they name; words that two rows claim name none."""
    claims: dict[Family, dict[Words, set[str]]] = {"body": defaultdict(set), "place": defaultdict(set)}
    for state in states():
        for text in (state.name, *state.aliases, *state.adjectives):
            for family in claims:
                claims[family][compared(text, family)].add(f"state {state.name}")
    for body in organisations():
        for text in (body.name, *body.aliases, *body.acronyms):
            claims["body"][compared(text, "body")].add(f"organisation {body.name}")
    return {
        family: {words: next(iter(rows)) for words, rows in claimed.items() if len(rows) == 1}
        for family, claimed in claims.items()
    }

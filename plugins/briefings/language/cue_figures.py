"""The hand-written lexicon of words that report: how often each does, construction by construction."""

from collections.abc import Mapping
from functools import cache

from .lexicon import lexicon_rows, values

ANY = "any"  # the lexicon's row for every word

Figures = Mapping[str, float]  # by construction, 0 to 1


@cache
def lexicon() -> Mapping[str, Figures]:
    """Gives by kind and word ("verb say") how often it reports in each construction, as written by hand."""
    found: dict[str, dict[str, float]] = {}
    for row in lexicon_rows("cues"):
        figures = {
            name: int(of_hundred) / 100
            for name, _, of_hundred in map(_construction_and_figure, values(row["constructions"]))
        }
        for word in values(row["words"]):
            held = found.setdefault(f"{row['kind']} {word}", {})
            held.update({name: max(chance, held.get(name, 0.0)) for name, chance in figures.items()})
    return found


def _construction_and_figure(cell: str) -> tuple[str, str, str]:
    return cell.rpartition(" ")


def figure(word: str, shape: str) -> float:
    """Tells how likely a word ("verb say") reports in a construction, 0 to 1, as written by hand."""
    known = lexicon()
    own = known.get(word, {}).get(shape)
    if own is not None:
        return own
    kind = word.partition(" ")[0]
    return known.get(f"{kind} {ANY}", {}).get(shape, 0.0)

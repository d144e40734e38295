"""Who stands in the same facts with whom: at most 150 actors, each with those whom it shares most facts with, drawn.

The same everywhere: only +, −, ×, ÷ and square roots are used, which every processor rounds alike, and all loops run in
the order of the actors' ids.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt

from ...model import Measure
from ..shapes.list_lines import Pair
from ..shapes.parts import ActorMark, Edge, Graph, Who
from ..views.facts import View, link_of
from ..views.index import Entry, Index
from .layout import WIDE, arrange

MOST = 150  # actors: more names than that cannot be read side by side
STRONGEST = 3  # lines that each actor brings; those of others may end at it, too
SMALL, LARGE = 4, 10  # radius of a mark
THIN, THICK = 1, 8  # lines
LETTER = 7.2  # width of one of 13 px
BESIDE = 8  # from a mark to its name, and from there to the next
LONGEST = 28  # letters: a longer name is cut

Names = tuple[str, str]  # ids of two actors, in the order of the alphabet


def pairs_of(index: Index) -> Counter[Names]:
    """Counts the facts that each two actors with a page stand in together: sources of a quote, sides of a measure."""
    found: Counter[Names] = Counter()
    for entry in index.entries:
        for fact in entry.facts:
            chains = (*fact.initiators, *fact.targets) if isinstance(fact, Measure) else fact.source.actors
            found.update(combinations(sorted(set(_ids_of_actors(index, entry, chains))), 2))
    return found


def strongest(pairs: Mapping[Names, int], most: int = MOST) -> list[Names]:
    """Finds pairs to draw: of the `most` actors with most facts in common with others, each one's three strongest."""
    strength = _strength(pairs)
    shown = set(sorted(strength, key=lambda actor: (-strength[actor], actor))[:most])
    ranked = sorted((pair for pair in pairs if shown.issuperset(pair)), key=lambda pair: (-pairs[pair], pair))
    brought: Counter[str] = Counter()
    found = []
    for pair in ranked:
        if any(brought[actor] < STRONGEST for actor in pair):
            brought.update(pair)
            found.append(pair)
    return found


def draw_network(view: View, pairs: Mapping[Names, int]) -> tuple[Graph | None, tuple[Pair, ...]]:
    """Draws `pairs`, None of fewer than three actors, and gives its lines in words: most facts first."""
    people = {actor.id: link_of(view, actor) for actor in view.index.actors}
    told = tuple(Pair(one=people[one], other=people[other], facts=facts) for (one, other), facts in pairs.items())
    ids = sorted({actor for pair in pairs for actor in pair})
    if len(ids) < 3:
        return None, told
    at = {actor: place for place, actor in enumerate(ids)}
    lines = [(at[one], at[other], facts) for (one, other), facts in pairs.items()]
    sizes, most = _sizes(pairs, ids), max(pairs.values())
    places, tall = arrange(_widths([people[actor].name for actor in ids], sizes), lines)
    nodes = tuple(_node(people[actor], size, place) for actor, size, place in zip(ids, sizes, places, strict=True))
    edges = tuple(_edge(nodes[one], nodes[other], count, most) for one, other, count in reversed(lines))
    return Graph(width=WIDE, height=tall, nodes=nodes, edges=edges), told


def _sizes(pairs: Mapping[Names, int], ids: Sequence[str]) -> list[int]:
    """Gives each mark an area by the facts that its actor has in common with others."""
    strength = _strength(pairs)
    largest = max(strength.values())
    return [SMALL + round((LARGE - SMALL) * sqrt(strength[actor] / largest)) for actor in ids]


def _widths(names: Iterable[str], sizes: Iterable[int]) -> list[float]:
    """Gives each mark the room that it and its name take."""
    pairs = zip(names, sizes, strict=True)
    return [2 * size + BESIDE + LETTER * min(LONGEST, len(name)) for name, size in pairs]


def _strength(pairs: Mapping[Names, int]) -> Counter[str]:
    """Counts the facts each actor has in common with others, one of several others counted for each."""
    found: Counter[str] = Counter()
    for (one, other), facts in pairs.items():
        found.update({one: facts, other: facts})
    return found


def _node(who: Who, size: int, place: tuple[int, int]) -> ActorMark:
    return ActorMark(x=place[0] + size, y=place[1], size=size, name=who.name, href=who.href, kind=who.kind, side="end")


def _edge(one: ActorMark, other: ActorMark, facts: int, most: int) -> Edge:
    width = THIN + (THICK - THIN) * (facts - 1) // max(1, most - 1)
    return Edge(x1=one.x, y1=one.y, x2=other.x, y2=other.y, width=width, facts=facts)


def _ids_of_actors(index: Index, entry: Entry, chains: Iterable[str]) -> Iterator[str]:
    for chain in chains:
        actor = index.by_chain.get((entry.slug, chain))
        if actor is not None:
            yield actor.id

"""Other briefings that a reader may want next, each with the reason."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from ...model import Actor
from ..shapes.list_lines import RelatedBriefing
from .facts import View, briefing_link, link_of
from .index import Entry

MOST = 5
MOST_REASONS = 3
NEAR = 40  # of each actor's briefings, those next to this one in time: the work stays linear in a large newsroom


def related(view: View, entry: Entry) -> tuple[RelatedBriefing, ...]:
    """Finds the briefings in which actors speak or act who speak or act here, most shared first.

    An actor counts the less the more briefings it speaks or acts in: who is in everything tells nothing.  Of equals,
    the one that stands nearest in the list of all briefings goes first.
    """
    here = view.index.place[entry.slug]
    shared: defaultdict[int, list[tuple[float, Actor]]] = defaultdict(list)
    for actor in _acting_here(view, entry):
        places = view.index.acts_in[actor.id]
        for place in _near_in_time(places, here):
            shared[place].append((1 / len(places), actor))
    ranked = sorted(shared, key=lambda place: (-sum(weight for weight, _ in shared[place]), abs(place - here), place))
    return tuple(
        RelatedBriefing(
            briefing=briefing_link(view, view.index.entries[place]),
            shared=tuple(link_of(view, actor) for _, actor in _most_telling(shared[place])),
        )
        for place in ranked[:MOST]
    )


def _acting_here(view: View, entry: Entry) -> Iterator[Actor]:
    """Finds each actor with a page that speaks or acts in the briefing, once, the main ones first."""
    found = (view.index.by_chain.get((entry.slug, chain)) for chain in entry.chains if chain in entry.acting)
    yield from {actor.id: actor for actor in found if actor is not None}.values()


def _near_in_time(places: tuple[int, ...], here: int) -> Iterator[int]:
    at = bisect_left(places, here)
    yield from (place for place in places[max(0, at - NEAR // 2) : at + NEAR // 2] if place != here)


def _most_telling(shared: list[tuple[float, Actor]]) -> list[tuple[float, Actor]]:
    return sorted(shared, key=lambda pair: -pair[0])[:MOST_REASONS]

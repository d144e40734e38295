"""What an actor said, what was said about it, what it did and what was done to it: in pages where it is much."""

from collections.abc import Iterator, Sequence
from functools import partial

from ...model import Actor, Measure, Quote
from ..data.linked_data import page_data
from ..shapes.list_lines import FactCount
from ..shapes.pages_of_actors import ActorFactsPage, FactsWhat
from ..views.addresses import path_of_actor
from ..views.facts import View, measure_item, quote_item, view_from
from ..views.index import Entry, Index
from ..views.page_frames import PagePlan, Site, frame
from .gathered import cut, page_path, pager

MOST = 100  # facts of one kind on a page
TITLES: dict[FactsWhat, str] = {"said": "Said", "about": "Said about", "did": "Did", "done-to": "Done to"}

Facts = Sequence[tuple[Entry, Quote | Measure]]


def fact_count(view: View, actor: Actor, what: FactsWhat, facts: Facts) -> FactCount:
    """How many there are in all, and where those are that the actor's own page leaves out."""
    more = view.href(page_path(_base(actor, what), "", 2)) if len(facts) > MOST else None
    return FactCount(count=len(facts), more=more)


def actor_facts_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plan the second and all further pages of each list of each actor: ``actors/russia/said/2/`` …."""
    for actor in index.actors:
        for what, pieces in _lists(index, actor):
            for number in range(2, len(pieces) + 1):
                make = partial(_facts_page, index, site, actor, what, pieces, number)
                yield PagePlan(page_path(_base(actor, what), "", number), make, index.newest_of(actor))


def _lists(index: Index, actor: Actor) -> Iterator[tuple[FactsWhat, list[Facts]]]:
    facts = index.facts[actor.id]
    yield "said", cut(facts.said, MOST)
    yield "about", cut(facts.about, MOST)
    yield "did", cut(index.once(facts.did), MOST)
    yield "done-to", cut(index.once(facts.done_to), MOST)


def _facts_page(
    index: Index, site: Site, actor: Actor, what: FactsWhat, pieces: list[Facts], number: int
) -> ActorFactsPage:
    base, own = _base(actor, what), path_of_actor(actor)
    view = view_from(index, site, page_path(base, own, number))
    title = f"{actor.name}: {TITLES[what].lower()}, page {number} of {len(pieces)}"
    data = page_data(site, view.path, "CollectionPage", title)
    facts = pieces[number - 1]
    return ActorFactsPage(
        frame=frame(site, view.path, title, f"{title}, each with the sentence that says so.", data=data),
        name=actor.name,
        actor=view.href(own),
        what=what,
        title=TITLES[what],
        quotes=tuple(quote_item(view, entry, fact) for entry, fact in facts if isinstance(fact, Quote)),
        measures=tuple(measure_item(view, entry, fact) for entry, fact in facts if isinstance(fact, Measure)),
        pager=pager(view, base, f"{own}#{what}", number, len(pieces)),
    )


def _base(actor: Actor, what: FactsWhat) -> str:
    return f"{path_of_actor(actor)}{what}/"

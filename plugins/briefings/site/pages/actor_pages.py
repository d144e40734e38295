"""The pages of one actor: its own, with its line in the lists of actors, and further ones where its facts are many."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ...model import Actor, Chain, Measure, Quote
from ..data.alternates import of_actor
from ..data.linked_data import actor_data, page_data
from ..drawings.drawing import ego_graph, month_bars
from ..shapes.list_lines import FactCount, OutletCount
from ..shapes.pages_of_actors import ActorBriefing, ActorFactsPage, ActorLine, ActorPage, Company, FactsWhat
from ..shapes.parts import Frame, MonthBar, RoleLine, Who
from ..views.addresses import path_of_actor, path_of_outlet
from ..views.aliases import aliases_of
from ..views.facts import View, all_of, briefing_link, link_of, measure_item, quote_item, role_line, view_from
from ..views.index import ActorFacts, Entry, Index
from ..views.officials import body_lines, holders_with_page, official_lines
from ..views.page_frames import PagePlan, Site, frame
from ..views.wording import counted, word_for
from .gathered import cut, page_path, pager

MOST = 100  # facts of one kind on a page
TITLES: dict[FactsWhat, str] = {"said": "Said", "about": "Said about", "did": "Did", "done-to": "Done to"}

Facts = Sequence[tuple[Entry, Quote | Measure]]


def actor_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plans the page of each actor, by id."""
    for actor in index.actors:
        yield PagePlan(path_of_actor(actor), partial(actor_page, index, site, actor), index.newest_of(actor))


def actor_page(index: Index, site: Site, actor: Actor) -> ActorPage:
    """Gathers all that is known of one actor over all briefings, each with its briefing and sentence."""
    view = view_from(index, site, path_of_actor(actor))
    facts, roles = index.facts[actor.id], _roles_of_actor(view, actor)
    aliases = aliases_of(view, actor, _briefings_with_chains(index, actor))
    briefings = tuple(_briefing_line(view, entry, chains) for entry, chains in _briefings_with_chains(index, actor))
    data = actor_data(actor, [alias.text for alias in aliases], roles, briefings)
    did, done_to, company = index.once(facts.did), index.once(facts.done_to), _company(view, actor, facts)
    return ActorPage(
        frame=_actor_frame(view, site, actor, data),
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        kind_text=word_for(actor.kind),
        wikidata=actor.wikidata,
        belongs_to=tuple(link_of(view, holder) for holder in holders_with_page(index, actor)),
        aliases=aliases,
        roles=roles,
        said=tuple(quote_item(view, entry, quote) for entry, quote in facts.said[:MOST]),
        did=tuple(measure_item(view, entry, measure) for entry, measure in did[:MOST]),
        done_to=tuple(measure_item(view, entry, measure) for entry, measure in done_to[:MOST]),
        about=tuple(quote_item(view, entry, quote) for entry, quote in facts.about[:MOST]),
        said_all=_fact_count(view, actor, "said", facts.said),
        did_all=_fact_count(view, actor, "did", did),
        done_to_all=_fact_count(view, actor, "done-to", done_to),
        about_all=_fact_count(view, actor, "about", facts.about),
        months=_months(facts),
        graph=ego_graph(actor.name, company),
        outlets=_outlet_counts(view, actor),
        company=company,
        bodies=body_lines(view, actor),
        officials=official_lines(view, actor),
        briefings=briefings,
        namesakes=_namesake_lines(view, actor),
    )


def _actor_frame(view: View, site: Site, actor: Actor, data: Mapping[str, Any]) -> Frame:
    description = _actor_description(view.index, actor)
    alternates = of_actor(view, site, actor)
    return frame(site, path_of_actor(actor), actor.name, description, alternates=alternates, data=data, card=True)


def _namesake_lines(view: View, actor: Actor) -> tuple[ActorLine, ...]:
    others = view.index.namesakes[actor.name.casefold()]
    return tuple(actor_line(view, other) for other in others if other is not actor)


def actor_line(view: View, actor: Actor) -> ActorLine:
    """Shapes the actor in a list: what it is and how much is known."""
    facts = view.index.facts[actor.id]
    found = list(_briefings_with_chains(view.index, actor))
    roles = (role.role for _, chains in found for chain in chains for role in chain.roles)
    return ActorLine(
        who=link_of(view, actor),
        kind_text=word_for(actor.kind),
        role=next(roles, None),
        said=len(facts.said),
        did=len(view.index.once(facts.did)),
        done_to=len(view.index.once(facts.done_to)),
        briefings=len(found),
    )


def _briefings_with_chains(index: Index, actor: Actor) -> Iterator[tuple[Entry, list[Chain]]]:
    """Finds the briefings that the actor stands in, newest first, with its chains there."""
    chains: dict[str, list[Chain]] = {}
    for at in actor.appearances:
        chains.setdefault(at.briefing, []).append(index.entry[at.briefing].chains[at.chain])
    for slug in sorted(chains, key=index.place.__getitem__):
        yield index.entry[slug], chains[slug]


def _months(facts: ActorFacts) -> tuple[MonthBar, ...]:
    """Counts by the day that the article was published, which is known of most."""
    entries = [entry for entry, _ in (*facts.said, *facts.did, *facts.done_to)]
    return month_bars(day for entry in entries if (day := entry.briefing.article.published.date))


def _outlet_counts(view: View, actor: Actor) -> tuple[OutletCount, ...]:
    counts = Counter(entry.briefing.article.outlet for entry, _ in _briefings_with_chains(view.index, actor))
    known = sorted((-count, name) for name, count in counts.items() if name)
    paths = ((count, name, path_of_outlet(view.index, name)) for count, name in known)
    return tuple(OutletCount(name=name, href=view.href(path), briefings=-count) for count, name, path in paths)


def _actor_description(index: Index, actor: Actor) -> str:
    facts = index.facts[actor.id]
    briefings = len({at.briefing for at in actor.appearances})
    said = counted(len(facts.said), "quote")
    did, done_to = len(index.once(facts.did)), len(index.once(facts.done_to))
    return (
        f"{actor.name} in {counted(briefings, 'briefing')}: {said}, "
        f"{counted(did, 'measure')} taken, {done_to:,} directed at it."
    )


def _roles_of_actor(view: View, actor: Actor) -> tuple[RoleLine, ...]:
    """Gives each role once, in the newest briefing that gives it."""
    lines: dict[tuple[str, tuple[str, ...]], RoleLine] = {}
    for entry, chains in _briefings_with_chains(view.index, actor):
        for chain in chains:
            for role in chain.roles:
                line = role_line(view, entry, role)
                lines.setdefault((line.role.casefold(), tuple(who.name for who in line.of)), line)
    return tuple(lines.values())


def _company(view: View, actor: Actor, facts: ActorFacts) -> tuple[Company, ...]:
    """Finds who else stands in the actor's quotes and measures: most facts in common first."""
    counts: Counter[Who] = Counter()
    met: dict[Who, set[str]] = {}
    for entry, chains in _others_in_facts(facts):
        for other in all_of(view, entry, chains):
            if other.href is not None and other.href != view.href(path_of_actor(actor)):
                counts[other] += 1
                met.setdefault(other, set()).add(entry.slug)
    ranked = sorted(counts, key=lambda other: (-counts[other], other.name, other.href))
    return tuple(Company(who=other, facts=counts[other], briefings=len(met[other])) for other in ranked)


def _others_in_facts(facts: ActorFacts) -> Iterator[tuple[Entry, Iterable[str]]]:
    """Gives for each fact of the actor its briefing and all chains in it."""
    for entry, quote in facts.said:
        yield entry, quote.source.actors
    measures = {(entry.slug, measure.id): (entry, measure) for entry, measure in (*facts.did, *facts.done_to)}
    for entry, measure in measures.values():
        yield entry, (*measure.initiators, *measure.targets)


def _briefing_line(view: View, entry: Entry, chains: list[Chain]) -> ActorBriefing:
    starts = [mention.span.start for chain in chains for mention in chain.mentions]
    return ActorBriefing(
        briefing=briefing_link(view, entry),
        mentions=len(starts),
        first=view.sentence(entry, min(starts)) if starts else None,
    )


def _fact_count(view: View, actor: Actor, what: FactsWhat, facts: Facts) -> FactCount:
    """Tells how many there are in all, and where those are that the actor's own page leaves out."""
    more = view.href(page_path(_base(actor, what), "", 2)) if len(facts) > MOST else None
    return FactCount(count=len(facts), more=more)


def actor_facts_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plans the second and all further pages of each list of each actor: ``actors/russia/said/2/`` …."""
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

"""How the index is made, once, from all briefings and actors."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...model import Actor, Briefing, Measure, Quote, Span
from ...newsroom.actors.bodies import bodies_of
from ...newsroom.actors.slugs import unique
from ...newsroom.affairs.stories import join_stories
from ...newsroom.editing.urls import NOTHING, Memory
from .facts import with_shaped_facts
from .index import ActorFacts, Entry, Index, plain_name

HEADLINE_WORDS = 14  # of a headline made from the first words of a text that has none


def make_index(briefings: Iterable[tuple[str, Briefing]], actors: Iterable[Actor], memory: Memory = NOTHING) -> Index:
    """Orders the briefings, chooses the actors that get a page, gathers their facts, shapes each fact once."""
    told, known = tuple(briefings), tuple(actors)
    entries = sorted((_entry(slug, briefing) for slug, briefing in told), key=lambda entry: entry.slug)
    entries.sort(key=lambda entry: entry.day or "", reverse=True)
    by_slug = {entry.slug: entry for entry in entries}
    paged = sorted((actor for actor in known if has_page(actor, by_slug)), key=lambda actor: actor.id)
    by_chain = {(at.briefing, at.chain): actor for actor in paged for at in actor.appearances}
    place = {entry.slug: place for place, entry in enumerate(entries)}
    bare = Index(
        entries=tuple(entries),
        actors=tuple(paged),
        by_chain=by_chain,
        by_id={actor.id: actor for actor in paged},
        facts=_facts(entries, by_chain),
        entry=by_slug,
        place=place,
        acts_in={actor.id: _acts_in(actor, by_slug, place) for actor in paged},
        stories={(at.briefing, at.measure): story for story in join_stories(told, known) for at in story.reports},
        namesakes=_namesakes(paged),
        bodies=bodies_of(told, known),
        outlets=_outlets(entries),
        memory=memory,
        quote_items={},
        measure_items={},
    )
    return with_shaped_facts(bare)


def _outlets(entries: Iterable[Entry]) -> dict[str, str]:
    articles = (article for entry in entries for article in (entry.briefing.article, *entry.briefing.copies))
    names = (article.outlet for article in articles)
    return unique({plain: plain for plain in (plain_name(name) for name in names if name)})


def _namesakes(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    found: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        found[actor.name.casefold()].append(actor)
    return dict(found)


def _acts_in(actor: Actor, entries: Mapping[str, Entry], place: Mapping[str, int]) -> tuple[int, ...]:
    acting = {at.briefing for at in actor.appearances if at.chain in entries[at.briefing].acting}
    return tuple(sorted(place[slug] for slug in acting))


def has_page(actor: Actor, entries: Mapping[str, Entry]) -> bool:
    """Tells whether a named actor said, did or had something done to it, or is mentioned twice."""
    chains = [(entries[at.briefing], entries[at.briefing].chains[at.chain]) for at in actor.appearances]
    if not any(chain.named for _, chain in chains):
        return False
    return sum(len(chain.mentions) for _, chain in chains) > 1 or any(
        chain.id in entry.acting for entry, chain in chains
    )


def headline_of(briefing: Briefing) -> str:
    """Gives the headline, else the first words of the text, else the file's name."""
    article = briefing.article
    if article.title and article.title.strip():
        return " ".join(article.title.split())
    words = article.text.split(maxsplit=HEADLINE_WORDS)
    if not words:
        return article.seed.path.rsplit("/", 1)[-1]
    return " ".join(words[:HEADLINE_WORDS]) + (" …" if len(words) > HEADLINE_WORDS else "")


def _entry(slug: str, briefing: Briefing) -> Entry:
    labels = {quote.id: f"Q{number}" for number, quote in enumerate(briefing.quotes, 1)}
    labels |= {measure.id: f"M{number}" for number, measure in enumerate(briefing.measures, 1)}
    said = {chain for quote in briefing.quotes for chain in quote.source.actors}
    acted = {chain for measure in briefing.measures for chain in (*measure.initiators, *measure.targets)}
    bare = Entry(
        slug=slug,
        briefing=briefing,
        headline=headline_of(briefing),
        chains={chain.id: chain for chain in briefing.actors},
        labels=labels,
        starts=tuple(span.start for span in briefing.sentences),
        acting=frozenset(said | acted),
        resting=frozenset(),
    )
    spans = (span for fact in bare.facts for span in spans_of(fact))
    return replace(bare, resting=frozenset(number for span in spans for number in bare.numbers(span)))


def spans_of(fact: Quote | Measure) -> Iterator[Span]:
    """Finds every span of the text that the fact rests on."""
    yield fact.sentence
    if isinstance(fact, Quote):
        yield from (*fact.cue, *fact.content)
        if fact.source.span:
            yield fact.source.span
        return
    yield fact.trigger
    yield from (told.trigger for told in fact.tellings)
    if fact.date_span:
        yield fact.date_span


def _facts(entries: Sequence[Entry], by_chain: Mapping[tuple[str, str], Actor]) -> dict[str, ActorFacts]:
    said: defaultdict[str, list[tuple[Entry, Quote]]] = defaultdict(list)
    did: defaultdict[str, list[tuple[Entry, Measure]]] = defaultdict(list)
    done_to: defaultdict[str, list[tuple[Entry, Measure]]] = defaultdict(list)
    about: defaultdict[str, list[tuple[Entry, Quote]]] = defaultdict(list)
    for entry in entries:
        for quote in entry.briefing.quotes:
            for actor in _ids_of_actors(by_chain, entry, quote.source.actors):
                said[actor].append((entry, quote))
        for actor, quote in _spoken_of(entry, by_chain):
            about[actor].append((entry, quote))
        for measure in entry.briefing.measures:
            for actor in _ids_of_actors(by_chain, entry, measure.initiators):
                did[actor].append((entry, measure))
            for actor in _ids_of_actors(by_chain, entry, measure.targets):
                done_to[actor].append((entry, measure))
    ids = dict.fromkeys(actor.id for actor in by_chain.values())
    return {
        actor: ActorFacts(
            said=tuple(said[actor]), did=tuple(did[actor]), done_to=tuple(done_to[actor]), about=tuple(about[actor])
        )
        for actor in ids
    }


def _spoken_of(entry: Entry, by_chain: Mapping[tuple[str, str], Actor]) -> Iterator[tuple[str, Quote]]:
    """Pairs each quote with each actor that its content mentions, but who speaks there."""
    chains = ((by_chain.get((entry.slug, chain.id)), chain) for chain in entry.briefing.actors)
    mentions = sorted((each.span.start, actor.id) for actor, chain in chains if actor for each in chain.mentions)
    starts = [start for start, _ in mentions]
    for quote in entry.briefing.quotes:
        speakers = _ids_of_actors(by_chain, entry, quote.source.actors)
        places = (range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in quote.content)
        found = dict.fromkeys(mentions[place][1] for content in places for place in content)
        yield from ((actor, quote) for actor in found if actor not in speakers)


def _ids_of_actors(by_chain: Mapping[tuple[str, str], Actor], entry: Entry, chains: Iterable[str]) -> list[str]:
    """Finds the ids of the actors with a page behind `chains`, each once: two chains may be one actor."""
    found = (by_chain.get((entry.slug, chain)) for chain in chains)
    return list(dict.fromkeys(actor.id for actor in found if actor is not None))

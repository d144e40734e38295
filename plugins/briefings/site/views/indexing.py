"""How the index is made, once, from all briefings and actors."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from ...model import Actor, Briefing, Measure, Quote, Span, Story
from ...newsroom.actors.bodies import bodies_of
from ...newsroom.actors.slugs import unique
from ...newsroom.affairs.stories import join_stories
from ...newsroom.editing.urls import NOTHING, Memory
from .facts import with_shaped_facts
from .index import ActorFacts, Entry, Index, plain_name

HEADLINE_WORDS = 14  # of a headline made from the first words of a text that has none

ByChain = Mapping[tuple[str, str], Actor]
QuotesOfActors = defaultdict[str, list[tuple[Entry, Quote]]]
MeasuresOfActors = defaultdict[str, list[tuple[Entry, Measure]]]


def make_index(briefings: Iterable[tuple[str, Briefing]], actors: Iterable[Actor], memory: Memory = NOTHING) -> Index:
    """Orders the briefings, chooses the actors that get a page, gathers their facts, shapes each fact once."""
    told, known = tuple(briefings), tuple(actors)
    entries = _newest_first(_entry(slug, briefing) for slug, briefing in told)
    by_slug = {entry.slug: entry for entry in entries}
    paged = _with_page(known, by_slug)
    by_chain = {(at.briefing, at.chain): actor for actor in paged for at in actor.appearances}
    place = {entry.slug: place for place, entry in enumerate(entries)}
    bare = Index(
        entries=entries,
        actors=paged,
        by_chain=by_chain,
        by_id={actor.id: actor for actor in paged},
        facts=_facts(entries, by_chain),
        entry=by_slug,
        place=place,
        acts_in={actor.id: _acts_in(actor, by_slug, place) for actor in paged},
        stories=_by_report(join_stories(told, known)),
        namesakes=_namesakes(paged),
        bodies=bodies_of(told, known),
        outlets=_outlets(entries),
        memory=memory,
        quote_items={},
        measure_items={},
    )
    return with_shaped_facts(bare)


def _newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Orders by day, those of one day and those of none by their slugs."""
    by_slug = sorted(entries, key=lambda entry: entry.slug)
    return tuple(sorted(by_slug, key=lambda entry: entry.day or "", reverse=True))


def _by_report(stories: Iterable[Story]) -> dict[tuple[str, str], Story]:
    return {(at.briefing, at.measure): story for story in stories for at in story.reports}


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


def _with_page(actors: Iterable[Actor], entries: Mapping[str, Entry]) -> tuple[Actor, ...]:
    return tuple(sorted((actor for actor in actors if has_page(actor, entries)), key=lambda actor: actor.id))


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
    bare = Entry(
        slug=slug,
        briefing=briefing,
        headline=headline_of(briefing),
        chains={chain.id: chain for chain in briefing.actors},
        labels=_labels(briefing),
        starts=tuple(span.start for span in briefing.sentences),
        acting=_acting_chains(briefing),
        resting=frozenset(),
    )
    spans = (span for fact in bare.facts for span in spans_of(fact))
    return replace(bare, resting=frozenset(number for span in spans for number in bare.numbers(span)))


def _labels(briefing: Briefing) -> dict[str, str]:
    """Numbers quotes and measures in the order of the text: “Q1”, “Q2”, “M1”."""
    quotes = {quote.id: f"Q{number}" for number, quote in enumerate(briefing.quotes, 1)}
    return quotes | {measure.id: f"M{number}" for number, measure in enumerate(briefing.measures, 1)}


def _acting_chains(briefing: Briefing) -> frozenset[str]:
    """Finds the ids of those who said, did or had something done to them."""
    said = {chain for quote in briefing.quotes for chain in quote.source.actors}
    return frozenset(said.union(*((*measure.initiators, *measure.targets) for measure in briefing.measures)))


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


def _facts(entries: Sequence[Entry], by_chain: ByChain) -> dict[str, ActorFacts]:
    (said, about), (did, done_to) = _quotes_by_actor(entries, by_chain), _measures_by_actor(entries, by_chain)
    ids = dict.fromkeys(actor.id for actor in by_chain.values())
    return {
        actor: ActorFacts(
            said=tuple(said[actor]), did=tuple(did[actor]), done_to=tuple(done_to[actor]), about=tuple(about[actor])
        )
        for actor in ids
    }


def _quotes_by_actor(entries: Sequence[Entry], by_chain: ByChain) -> tuple[QuotesOfActors, QuotesOfActors]:
    """Gives what each actor said, and what others said of it."""
    said: QuotesOfActors = defaultdict(list)
    about: QuotesOfActors = defaultdict(list)
    for entry in entries:
        for quote in entry.briefing.quotes:
            for actor in _ids_of_actors(by_chain, entry, quote.source.actors):
                said[actor].append((entry, quote))
        for actor, quote in _spoken_of(entry, by_chain):
            about[actor].append((entry, quote))
    return said, about


def _measures_by_actor(entries: Sequence[Entry], by_chain: ByChain) -> tuple[MeasuresOfActors, MeasuresOfActors]:
    """Gives what each actor did, and what was done to it."""
    did: MeasuresOfActors = defaultdict(list)
    done_to: MeasuresOfActors = defaultdict(list)
    for entry in entries:
        for measure in entry.briefing.measures:
            for actor in _ids_of_actors(by_chain, entry, measure.initiators):
                did[actor].append((entry, measure))
            for actor in _ids_of_actors(by_chain, entry, measure.targets):
                done_to[actor].append((entry, measure))
    return did, done_to


def _spoken_of(entry: Entry, by_chain: ByChain) -> Iterator[tuple[str, Quote]]:
    """Pairs each quote with each actor that its content mentions, but who speaks there."""
    mentions = _mentions_of_actors(entry, by_chain)
    for quote in entry.briefing.quotes:
        speakers = _ids_of_actors(by_chain, entry, quote.source.actors)
        yield from ((actor, quote) for actor in _mentioned_in(mentions, quote.content) if actor not in speakers)


def _mentions_of_actors(entry: Entry, by_chain: ByChain) -> list[tuple[int, str]]:
    """Gives where each mention of an actor with a page begins, and the actor's id, in the order of the text."""
    chains = ((by_chain.get((entry.slug, chain.id)), chain) for chain in entry.briefing.actors)
    return sorted((each.span.start, actor.id) for actor, chain in chains if actor for each in chain.mentions)


def _mentioned_in(mentions: Sequence[tuple[int, str]], content: Iterable[Span]) -> dict[str, None]:
    """Finds the actors whose mentions begin in the content, each once."""
    begin = itemgetter(0)
    places = (
        slice(bisect_left(mentions, span.start, key=begin), bisect_left(mentions, span.end, key=begin))
        for span in content
    )
    return dict.fromkeys(actor for place in places for _, actor in mentions[place])


def _ids_of_actors(by_chain: ByChain, entry: Entry, chains: Iterable[str]) -> list[str]:
    """Finds the ids of the actors with a page behind `chains`, each once: two chains may be one actor."""
    found = (by_chain.get((entry.slug, chain)) for chain in chains)
    return list(dict.fromkeys(actor.id for actor in found if actor is not None))

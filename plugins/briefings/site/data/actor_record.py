"""The record of an actor, as the site hands it out: who it is, where it stands, what it said and did."""

from collections.abc import Iterable, Iterator

from ...model import Actor, Chain, Measure, Quote
from ..views.addresses import path_of, path_of_actor
from ..views.facts import View, permalink, words_at
from ..views.index import Entry, Index
from ..views.officials import holders_with_page
from ..views.page_frames import Site
from .csv_tables import actors_at, article_values, data_view
from .export import RECORD
from .record_shape import (
    Alias,
    Known,
    KnownInFact,
    ListedAppearance,
    ListedMeasure,
    ListedQuote,
    Record,
    RecordedActorOverAll,
    RoleInBriefing,
    WordsOfMeasure,
    WordsOfQuote,
    plain,
    recorded_measure,
)

ACTOR_RECORD = "actor.json"  # beside its actor's page


def actor_record_path(actor: Actor) -> str:
    """Gives the path of an actor's record from the site's top."""
    return path_of_actor(actor) + ACTOR_RECORD


def actor_record(index: Index, site: Site, actor: Actor) -> Record:
    """Gives an actor as plain JSON values; each fact as its briefing's record has it, newest briefing first."""
    view, facts = data_view(index, site, actor_record_path(actor)), index.facts[actor.id]
    return plain(
        RecordedActorOverAll(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            wikidata=actor.wikidata,
            belongs_to=tuple(Known(id=holder.id, name=holder.name) for holder in holders_with_page(index, actor)),
            aliases=tuple(Alias(text=text, count=count) for text, count in actor.aliases),
            link=view.href(path_of_actor(actor)),
            appearances=tuple(_listed_appearances(view, actor)),
            said=tuple(_listed_quote(view, entry, quote) for entry, quote in facts.said),
            did=tuple(_listed_measure(view, entry, measure) for entry, measure in facts.did),
            done_to=tuple(_listed_measure(view, entry, measure) for entry, measure in facts.done_to),
        )
    )


def _listed_quote(view: View, entry: Entry, quote: Quote) -> ListedQuote:
    return ListedQuote(
        briefing=entry.slug,
        link=permalink(view, entry, quote.id),
        sentence_number=entry.number(quote.sentence.start),
        who=_known_in_fact(view, entry, quote.source.actors),
        quote=quote,
        words=WordsOfQuote(
            source=words_at(entry, [quote.source.span]) if quote.source.span else None,
            cue=words_at(entry, quote.cue),
            content=words_at(entry, quote.content),
            sentence=words_at(entry, [quote.sentence]),
        ),
    )


def _listed_measure(view: View, entry: Entry, measure: Measure) -> ListedMeasure:
    claimed_by = [measure.attribution] if measure.attribution else []
    return ListedMeasure(
        briefing=entry.slug,
        link=permalink(view, entry, measure.id),
        sentence_number=entry.number(measure.sentence.start),
        who=_known_in_fact(view, entry, (*measure.initiators, *measure.targets, *claimed_by)),
        measure=recorded_measure(measure),
        words=WordsOfMeasure(
            trigger=words_at(entry, [measure.trigger]),
            date=words_at(entry, [measure.date_span]) if measure.date_span else None,
            sentence=words_at(entry, [measure.sentence]),
        ),
    )


def _known_in_fact(view: View, entry: Entry, chains: Iterable[str]) -> tuple[KnownInFact, ...]:
    """Tells whom the ids in a fact mean, each once."""
    found = ((chain, actors_at(view, entry, [chain])) for chain in dict.fromkeys(chains))
    return tuple(KnownInFact(in_briefing=chain, **one) for chain, known in found for one in known)


def _listed_appearances(view: View, actor: Actor) -> Iterator[ListedAppearance]:
    """Lists the newest briefing first, one more than once if it could not bring the actor's names together."""
    for at in sorted(actor.appearances, key=lambda at: (view.index.place[at.briefing], at.chain)):
        entry = view.index.entry[at.briefing]
        chain = entry.chains[at.chain]
        yield ListedAppearance(
            **article_values(view, entry),
            record=view.href(path_of(entry) + RECORD),
            actor=chain.id,
            mentions=len(chain.mentions),
            roles=_roles_in_briefing(view, entry, chain),
        )


def _roles_in_briefing(view: View, entry: Entry, chain: Chain) -> tuple[RoleInBriefing, ...]:
    """Gives each role once, in the order of the text."""
    found = dict.fromkeys((role.role, role.of) for role in chain.roles)
    return tuple(
        RoleInBriefing(role=role, of=tuple(Known(**one) for one in actors_at(view, entry, of))) for role, of in found
    )

"""The dial: how sure a fact must be to be published."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ...model import Briefing, Chain, Measure, Quote

Fact = TypeVar("Fact", Quote, Measure)

SURE_ENOUGH = 0.6  # of facts between 0.4 and 0.6 about one in two is right, of all others nine in ten (method page)
LAID_ON_A_PERSON = 0.75  # so sure must it be who did them, where a pronoun or a description tells
_HEAVY = frozenset({"ACCUSE", "ASSAULT", "COERCE"})


def sure_enough(briefing: Briefing, least: float) -> Briefing:
    """Drops quotes, measures and names that are less sure than `least`; what editors say is always sure.

    Violence and accusations that only a pronoun or a description lays on a named person must be surer.
    A fact inside of a quote that is held back stands for itself; a name stays that has a part in a fact.
    """
    quotes, measures = _facts_sure(briefing.quotes, least), _facts_sure(briefing.measures, least)
    persons = {chain.id: chain for chain in briefing.actors if chain.named and chain.kind == "person"}
    more = max(least, LAID_ON_A_PERSON) if least else 0.0
    measures = tuple(m for m in measures if m.confidence >= more or not _is_laid_without_name(m, persons))
    actors = _sure_names(briefing.actors, quotes, measures, least)
    if (quotes, measures, actors) == (briefing.quotes, briefing.measures, briefing.actors):
        return briefing
    kept = {quote.id for quote in quotes}
    return replace(
        briefing,
        actors=actors,
        quotes=tuple(_standing(quote, kept) for quote in quotes),
        measures=tuple(_standing(measure, kept) for measure in measures),
    )


def _facts_sure(facts: Iterable[Fact], least: float) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.confidence >= least)


def _sure_names(
    actors: Sequence[Chain], quotes: Iterable[Quote], measures: Iterable[Measure], least: float
) -> tuple[Chain, ...]:
    """Gives those who are sure enough to be actors, and those whom a fact or another's role speaks of."""
    parts = {actor for quote in quotes for actor in quote.source.actors}
    for measure in measures:
        parts |= {*measure.initiators, *measure.targets, measure.attribution or ""}
    parts |= {owner for actor in actors for role in actor.roles for owner in role.of}
    return tuple(actor for actor in actors if not actor.named or actor.confidence >= least or actor.id in parts)


def _is_laid_without_name(measure: Measure, persons: Mapping[str, Chain]) -> bool:
    """Tells whether words that are no name say of a named person that he did something grave: “**He** attacked …”."""
    if measure.type not in _HEAVY or measure.confidence == 1:
        return False
    start, end = measure.sentence
    for person in (persons[actor] for actor in measure.initiators if actor in persons):
        near = [mention for mention in person.mentions if start <= mention.span.start < end]
        told = min(near, key=lambda mention: abs(mention.span.start - measure.trigger.start), default=None)
        if told is not None and told.confidence < 1:
            return True
    return False


def _standing(fact: Fact, kept: Collection[str]) -> Fact:
    return fact if fact.within in kept else replace(fact, within=None)

"""The dial: how sure a fact must be to be published."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ...model import Briefing, Chain, Measure, Quote

Fact = TypeVar("Fact", Quote, Measure)

SURE_ENOUGH = 0.6  # of facts between 0.4 and 0.6 about one in two is right, of all others nine in ten (method page)


def sure_enough(briefing: Briefing, least: float) -> Briefing:
    """Drops quotes, measures and names that are less sure than `least`; what editors say is always sure.

    A fact inside of a quote that is held back stands for itself; a name stays that has a part in a fact.
    """
    quotes, measures = _facts_sure(briefing.quotes, least), _facts_sure(briefing.measures, least)
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


def _standing(fact: Fact, kept: Collection[str]) -> Fact:
    return fact if fact.within in kept else replace(fact, within=None)

"""The dial: how sure a fact must be to be published."""

from collections.abc import Collection, Iterable, Mapping
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
    kept = replace(briefing, quotes=_facts_sure(briefing.quotes, least), measures=_measures_sure(briefing, least))
    held = {quote.id for quote in briefing.quotes} - {quote.id for quote in kept.quotes}
    return replace(
        kept,
        actors=_sure_names(kept, least),
        quotes=tuple(_standing(quote, held) for quote in kept.quotes),
        measures=tuple(_standing(measure, held) for measure in kept.measures),
    )


def _measures_sure(briefing: Briefing, least: float) -> tuple[Measure, ...]:
    persons = {chain.id: chain for chain in briefing.actors if chain.named and chain.kind == "person"}
    more = max(least, LAID_ON_A_PERSON) if least else 0.0
    found = _facts_sure(briefing.measures, least)
    return tuple(m for m in found if m.confidence >= more or not _is_laid_without_name(m, persons))


def _facts_sure(facts: Iterable[Fact], least: float) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.confidence >= least)


def _sure_names(briefing: Briefing, least: float) -> tuple[Chain, ...]:
    """Gives those who are sure enough to be actors, and those whom a fact or another's role speaks of."""
    parts = {*_sides(briefing.measures), *(actor for quote in briefing.quotes for actor in quote.source.actors)}
    parts |= {owner for actor in briefing.actors for role in actor.roles for owner in role.of}
    return tuple(a for a in briefing.actors if not a.named or a.confidence >= least or a.id in parts)


def _sides(measures: Iterable[Measure]) -> set[str | None]:
    return {side for measure in measures for side in (*measure.initiators, *measure.targets, measure.attribution)}


def _is_laid_without_name(measure: Measure, persons: Mapping[str, Chain]) -> bool:
    """Tells whether words that are no name say of a named person that he did something grave: “**He** attacked …”."""
    if measure.type not in _HEAVY or measure.confidence == 1:
        return False
    return any(_told_how_surely(measure, persons[actor]) < 1 for actor in measure.initiators if actor in persons)


def _told_how_surely(measure: Measure, person: Chain) -> float:
    """Gives the confidence of the mention of a person that is nearest to an act in its sentence; 1 without any."""
    start, end = measure.sentence
    near = [mention for mention in person.mentions if start <= mention.span.start < end]
    told = min(near, key=lambda mention: abs(mention.span.start - measure.trigger.start), default=None)
    return 1.0 if told is None else told.confidence


def _standing(fact: Fact, held: Collection[str]) -> Fact:
    return replace(fact, within=None) if fact.within in held else fact

"""The dial: how sure a fact must be to be published."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from ...model import Briefing, Measure, Quote

Fact = TypeVar("Fact", Quote, Measure)

SURE_ENOUGH = 0.6  # of facts between 0.4 and 0.6 about one in two is right, of all others nine in ten (method page)


def sure_enough(briefing: Briefing, least: float) -> Briefing:
    """Drops quotes and measures that are less sure than `least`; what editors say is always sure.

    A fact inside of a quote that is held back stands for itself.
    """
    quotes, measures = _facts_sure(briefing.quotes, least), _facts_sure(briefing.measures, least)
    if len(quotes) == len(briefing.quotes) and len(measures) == len(briefing.measures):
        return briefing
    kept = {quote.id for quote in quotes}
    return replace(
        briefing,
        quotes=tuple(_standing(quote, kept) for quote in quotes),
        measures=tuple(_standing(measure, kept) for measure in measures),
    )


def _facts_sure(facts: Iterable[Fact], least: float) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.confidence >= least)


def _standing(fact: Fact, kept: Collection[str]) -> Fact:
    return fact if fact.within in kept else replace(fact, within=None)

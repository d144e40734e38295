"""The dial: how sure a fact must be to be published."""

from dataclasses import replace

from ...model import Briefing

SURE_ENOUGH = 0.6  # of facts between 0.4 and 0.6 about one in two is right, of all others nine in ten (method page)


def sure_enough(briefing: Briefing, least: float) -> Briefing:
    """`briefing` without the quotes and measures that are less sure than `least`; what editors say is always sure.

    A fact inside of a quote that is held back stands for itself.
    """
    quotes = tuple(quote for quote in briefing.quotes if quote.confidence >= least)
    measures = tuple(measure for measure in briefing.measures if measure.confidence >= least)
    if len(quotes) == len(briefing.quotes) and len(measures) == len(briefing.measures):
        return briefing
    kept = {quote.id for quote in quotes}
    return replace(
        briefing,
        quotes=tuple(quote if quote.within in kept else replace(quote, within=None) for quote in quotes),
        measures=tuple(measure if measure.within in kept else replace(measure, within=None) for measure in measures),
    )

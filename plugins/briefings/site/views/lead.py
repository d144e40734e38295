"""What a briefing opens with: its key facts, chosen by one rule and told in the source's own sentences."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from ...model import Measure, Quote, Span
from .index import Entry
from .wording import doubts_of

MOST = 5  # facts in a lead
MOST_MEASURES = 3  # while there are quotes to stand beside them
Fact = TypeVar("Fact", bound=Quote | Measure)
_STATUSES = ("taken", "announced")  # a deed before a plan, a plan before a wish


def key_facts(entry: Entry) -> tuple[Quote | Measure, ...]:
    """Chooses at most five facts in the order of the text, each of a sentence of its own.

    A measure may be one where the text names who took it and is not unsure of it; those taken go before those
    announced, these before others, then those of the briefing's main actors, then those told first.  A quote may be
    one plainly said by a named source, in quotation marks, not inside another; main actors first, each source once,
    then again.
    Three measures and two quotes; where one kind has fewer, the other fills its place.
    """
    ranks = {chain: place for place, chain in enumerate(entry.chains)}  # the main actor first
    measures = _of_own_sentences(_fit_measures(entry, ranks))
    taken = frozenset(fact.sentence for fact in measures[:MOST_MEASURES])
    quotes = _of_own_sentences(_fit_quotes(entry, ranks), taken)
    for_measures = MOST - min(len(quotes), MOST - MOST_MEASURES)
    both: tuple[Quote | Measure, ...] = (*measures[:for_measures], *quotes)
    chosen = _of_own_sentences(both)[:MOST]
    return tuple(sorted(chosen, key=lambda fact: (fact.sentence.start, fact.id)))


def _fit_measures(entry: Entry, ranks: Mapping[str, int]) -> Iterator[Measure]:
    """Gives those that may be in a lead, the best first."""
    fit = [each for each in entry.briefing.measures if not each.hedged and _has_a_name(entry, each.initiators)]
    yield from sorted(
        fit, key=lambda each: (_progress(each), each.within is not None, _main_rank(ranks, each.initiators))
    )


def _fit_quotes(entry: Entry, ranks: Mapping[str, int]) -> Iterator[Quote]:
    """Gives those that may be in a lead, the best first: one of each source before the second of any."""
    fit = [
        each
        for each in entry.briefing.quotes
        if each.kind != "indirect"
        and each.within is None
        and _has_a_name(entry, each.source.actors)
        and not doubts_of(each)
    ]
    fit.sort(key=lambda each: _main_rank(ranks, each.source.actors))
    seen: dict[tuple[str, ...], int] = {}
    turns = []
    for each in fit:
        turns.append(seen.get(each.source.actors, 0))
        seen[each.source.actors] = turns[-1] + 1
    yield from (each for _, each in sorted(zip(turns, fit, strict=True), key=lambda pair: pair[0]))


def _progress(measure: Measure) -> int:
    return _STATUSES.index(measure.status) if measure.status in _STATUSES else len(_STATUSES)


def _has_a_name(entry: Entry, chains: tuple[str, ...]) -> bool:
    return any(entry.chains[chain].named for chain in chains)


def _main_rank(ranks: Mapping[str, int], chains: tuple[str, ...]) -> int:
    """Gives the rank of the main one of them."""
    return min(ranks[chain] for chain in chains)


def _of_own_sentences(facts: Iterable[Fact], taken: frozenset[Span] = frozenset()) -> list[Fact]:
    """Chooses the first fact of each sentence that is not yet taken."""
    first: dict[Span, Fact] = {}
    for fact in facts:
        if fact.sentence not in taken:
            first.setdefault(fact.sentence, fact)
    return list(first.values())

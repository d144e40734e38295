"""Where each form of an actor's name stands."""

from collections.abc import Iterable, Iterator, Sequence

from ...language.naming.written import family_of, printed_form
from ...model import Actor, Chain
from ..shapes.pages_of_actors import AliasLine, AliasPlace, AliasSentence
from .facts import View, briefing_link
from .index import Entry

MOST_PLACES = 6  # briefings that one form leads to: what is written everywhere need not be looked up everywhere
MOST_SENTENCES = 12  # of one briefing

Appearances = Iterable[tuple[Entry, Sequence[Chain]]]


def aliases_of(view: View, actor: Actor, appearances: Appearances) -> tuple[AliasLine, ...]:
    """Lists each form but the name itself, “New Delhi” 9×, with the sentences that have it, newest briefing first."""
    places: dict[str, list[AliasPlace]] = {}
    for entry, chains in appearances:
        for text, numbers in _sentences_by_form(entry, chains).items():
            places.setdefault(text, []).append(_alias_place(view, entry, numbers))
    return tuple(
        AliasLine(
            text=text,
            count=count,
            places=tuple(places.get(text, ())[:MOST_PLACES]),
            more=max(0, len(places.get(text, ())) - MOST_PLACES),
        )
        for text, count in actor.aliases
        if text != actor.name
    )


def _sentences_by_form(entry: Entry, chains: Sequence[Chain]) -> dict[str, list[int]]:
    """Finds the numbers of the sentences of each form of the name, in order, each once."""
    found: dict[str, set[int]] = {}
    for text, at in _written_names(entry, chains):
        found.setdefault(text, set()).add(entry.number(at))
    return {text: sorted(numbers) for text, numbers in found.items()}


def _written_names(entry: Entry, chains: Sequence[Chain]) -> Iterator[tuple[str, int]]:
    text = entry.briefing.article.text
    for chain in chains:
        for mention in chain.mentions:
            if mention.form == "name":
                yield (
                    printed_form(text[mention.span.start : mention.span.end], family_of(chain.kind)),
                    mention.span.start,
                )


def _alias_place(view: View, entry: Entry, numbers: Sequence[int]) -> AliasPlace:
    kept = numbers[:MOST_SENTENCES]
    return AliasPlace(
        briefing=briefing_link(view, entry),
        sentences=tuple(AliasSentence(number=number, href=view.numbered(entry, number)) for number in kept),
        more=len(numbers) - len(kept),
    )

"""The index: every look-up that the pages need."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...model import Actor, Briefing, Chain, Measure, Quote, Span, Story
from ...newsroom.actors.bodies import Bodies
from ...newsroom.editing.urls import Memory
from ..shapes.parts import MeasureItem, QuoteItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A briefing with its place on the site."""

    slug: str
    briefing: Briefing
    headline: str
    chains: Mapping[str, Chain]
    labels: Mapping[str, str]  # fact id → "Q3", "M2"
    starts: tuple[int, ...]  # of the sentences
    acting: frozenset[str]  # ids of the chains that said, did or had something done to them
    resting: frozenset[int]  # numbers of the sentences that a quote or a measure rests on

    @property
    def facts(self) -> tuple[Quote | Measure, ...]:
        """Gives the quotes, then the measures."""
        return (*self.briefing.quotes, *self.briefing.measures)

    @property
    def day(self) -> str | None:
        """Gives the day by which it stands among others: of publication, else on which it was added."""
        return self.briefing.article.published.date or self.briefing.article.added

    def number(self, at: int) -> int:
        """Gives the 1-based number of the sentence that has character `at` in it (the one before, between two)."""
        return max(1, bisect_right(self.starts, at))

    def numbers(self, span: Span) -> range:
        """Gives the numbers of the sentences that `span` touches."""
        return range(self.number(span.start), self.number(max(span.start, span.end - 1)) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFacts:
    """What an actor said, did and had done to it: newest briefing first, then in the order of the text."""

    said: tuple[tuple[Entry, Quote], ...] = ()
    did: tuple[tuple[Entry, Measure], ...] = ()
    done_to: tuple[tuple[Entry, Measure], ...] = ()
    about: tuple[tuple[Entry, Quote], ...] = ()  # what others said of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All briefings, the actors that have a page, and who is who."""

    entries: tuple[Entry, ...]  # newest first, undated ones by the day they were added, those without that last
    actors: tuple[Actor, ...]  # those with a page, by id
    by_chain: Mapping[tuple[str, str], Actor]  # (slug of the briefing, chain id) → an actor with a page
    by_id: Mapping[str, Actor]  # those with a page
    facts: Mapping[str, ActorFacts]  # by actor id
    entry: Mapping[str, Entry]  # by slug
    place: Mapping[str, int]  # slug → place in `entries`
    acts_in: Mapping[str, tuple[int, ...]]  # actor id → places of the briefings in which it speaks or acts, in order
    stories: Mapping[tuple[str, str], Story]  # (slug, measure id) → the act, where other briefings report it, too
    namesakes: Mapping[str, Sequence[Actor]]  # name, its case left out → the actors with a page who bear it, by id
    bodies: Bodies  # of all actors, those without a page, too
    outlets: Mapping[str, str]  # name, its case left out → the last part of its page's address
    memory: Memory  # the URLs of earlier sites
    quote_items: Mapping[tuple[str, str], QuoteItem]  # (slug, quote id) → the quote as shown, hrefs from the site's top
    measure_items: Mapping[tuple[str, str], MeasureItem]  # (slug, measure id) → the measure, likewise

    def once(self, measures: Iterable[tuple[Entry, Measure]]) -> tuple[tuple[Entry, Measure], ...]:
        """Gives `measures` with an act that several briefings report in its first place only."""
        first: dict[Story | tuple[str, str], tuple[Entry, Measure]] = {}
        for entry, measure in measures:
            at = (entry.slug, measure.id)
            first.setdefault(self.stories.get(at, at), (entry, measure))
        return tuple(first.values())

    def newest_of(self, actor: Actor) -> str | None:
        """Finds the day of the newest article that the actor stands in; None where the day of none is known."""
        return newest_day(self.entry[at.briefing] for at in actor.appearances)


def newest_day(entries: Iterable[Entry]) -> str | None:
    """Finds the day of the newest of these articles; None where the day of none is known."""
    return max(filter(None, (entry.briefing.article.published.date for entry in entries)), default=None)


def plain_name(outlet: str) -> str:
    """Gives what the spellings of an outlet have in common: “ORLEN POST” and “Orlen Post” are one."""
    return " ".join(outlet.casefold().split())

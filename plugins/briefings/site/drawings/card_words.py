"""What the pictures say that stand beside a link to a page where people share it: headline or name, and the counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ...model import Actor
from ..views.addresses import CARD, path_of, path_of_actor
from ..views.facts import shown_day
from ..views.index import Entry, Index
from ..views.page_frames import Site
from ..views.wording import noun_for, word_for

Hue = Literal["ink", "said", "did", "who"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number with its word: 19 quotes."""

    number: int
    word: str
    hue: Hue


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The words of one picture."""

    site: str
    above: str  # outlet and day, or the actor's kind; may be ""
    title: str
    counts: tuple[Count, ...]

    def told(self) -> str:
        """Gives all of it in one string: equal cards are drawn once."""
        counts = (f"{count.number:,} {count.word} {count.hue}" for count in self.counts)
        return "\n".join((self.site, self.above, self.title, *counts))


def cards(index: Index, site: Site) -> Iterator[tuple[str, Card]]:
    """Gives (path from the site's top, card) of briefings and actors; none where a picture could not be named in full.

    What shows a link asks for an address that begins with https://, which only a published site has.
    """
    if site.address is None or not site.cards:
        return
    for entry in index.entries:
        yield path_of(entry) + CARD, _of_briefing(entry, site)
    for actor in index.actors:
        yield path_of_actor(actor) + CARD, _of_actor(index, actor, site)


def _of_briefing(entry: Entry, site: Site) -> Card:
    article, briefing = entry.briefing.article, entry.briefing
    day = shown_day(article.published.date)
    counts = (
        _count(len(briefing.quotes), "quote", "said"),
        _count(len(briefing.measures), "measure", "did"),
        _count(len(briefing.actors), "actor", "who"),
    )
    return Card(
        site=site.name,
        above=" · ".join(filter(None, (article.outlet, day.text if day else None))),
        title=entry.headline,
        counts=counts if article.language == "en" else (),
    )


def _of_actor(index: Index, actor: Actor, site: Site) -> Card:
    facts = index.facts[actor.id]
    return Card(
        site=site.name,
        above=word_for(actor.kind),
        title=actor.name,
        counts=(
            Count(number=len(facts.said), word="said", hue="said"),
            Count(number=len(index.once(facts.did)), word="did", hue="did"),
            Count(number=len(index.once(facts.done_to)), word="done to", hue="did"),
            _count(len({at.briefing for at in actor.appearances}), "briefing", "ink"),
        ),
    )


def _count(number: int, noun: str, hue: Hue) -> Count:
    return Count(number=number, word=noun_for(number, noun), hue=hue)

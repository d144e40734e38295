"""The address of a briefing and of an actor, and what it stands for: by what each is known again later."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Actor, Briefing

BRIEFINGS, ACTORS = "briefings/", "actors/"
BRIEFING = "briefing"


def briefing_path(slug: str) -> str:
    """Gives the path of a briefing's page from the site's top: ``briefings/2025-05-05-bridge-opens/``."""
    return f"{BRIEFINGS}{slug}/"


def actor_path(id_: str) -> str:
    """Gives the path of an actor's page from the site's top: ``actors/ann-carver/``."""
    return f"{ACTORS}{id_}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A URL once published, as a path from the site's top: ``actors/ann-carver/``."""

    url: str
    kind: str  # "briefing", or the kind of the actor
    stands_for: tuple[str, ...]  # an actor's names, the one on its page first; a seed's sha256 and path
    added: str | None = None  # ISO day on which a seed of unknown day was added: behind its sha256

    @property
    def slug(self) -> str:
        """Gives the last part of the URL."""
        return self.url.split("/")[1]

    @property
    def seed_marks(self) -> tuple[str, ...]:
        """Gives what its seed is known by; of an actor nothing."""
        return self.stands_for if self.kind == BRIEFING else ()


def addresses_of_briefing(slug: str, briefing: Briefing) -> Iterator[Address]:
    """Tells what the URL of a briefing stands for: its seed, then each copy's."""
    for article in (briefing.article, *briefing.copies):
        seed = article.seed
        added = None if article.published.date else article.added
        yield Address(url=briefing_path(slug), kind=BRIEFING, stands_for=(seed.sha256, seed.path), added=added)


def address_of_actor(actor: Actor) -> Address:
    """Tells what the URL of an actor stands for: its names, without the marks that part them in the file."""
    names = dict.fromkeys((actor.name, *(text for text, _ in actor.aliases)))
    return Address(
        url=actor_path(actor.id),
        kind=actor.kind,
        stands_for=tuple(" ".join(n.replace(";", " ").split()) for n in names),
    )

"""Whom and what the URLs of earlier sites stood for, found again among those of today.

A briefing is known again by the bytes or path of its seed or of a copy's, an actor by its names: whoever bears the
name that a URL was published for keeps that URL, also when a fuller name is found later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from ...language.naming.written import compared, family_of
from ...model import Actor, ActorKind, Briefing, Seed
from ..actors.slugs import unique
from .stands_for import BRIEFING, Address
from .urls import Memory

LookUp = Mapping[tuple[str, ...], list[int]]


def briefings_again(
    briefings: Sequence[tuple[str, Briefing]], addresses: Iterable[Address]
) -> Iterator[tuple[Address, str]]:
    """Finds each remembered URL of a briefing that is there, with the briefing's slug in `briefings`.

    Those of a briefing's own seed go before those of its copies'.
    """
    own = [(slug, briefing.article.seed) for slug, briefing in briefings]
    copied = [(slug, copy.seed) for slug, briefing in briefings for copy in briefing.copies]
    slugs = _slugs_by_marks([*own, *copied])
    marks = {mark for _, seed in own for mark in (seed.sha256, seed.path)}
    told = (address for address in addresses if address.kind == BRIEFING)
    for address in sorted(told, key=lambda address: marks.isdisjoint(address.stands_for)):
        if slug := _slug_there(address, slugs):
            yield address, slug


def _slug_there(address: Address, slugs: Mapping[tuple[str, str], str]) -> str | None:
    """Look up whose seed has bytes and path of the address, else its path, else its bytes."""
    sha256, path = address.stands_for
    return slugs.get((sha256, path)) or slugs.get(("", path)) or slugs.get((sha256, ""))


def _slugs_by_marks(seeds: Sequence[tuple[str, Seed]]) -> dict[tuple[str, str], str]:
    """Find the slug of a seed by its bytes and its path, the first by one of them with "" for the other."""
    found: dict[tuple[str, str], str] = {}
    for slug, seed in seeds:
        found[seed.sha256, seed.path] = slug
        found.setdefault(("", seed.path), slug)
        found.setdefault((seed.sha256, ""), slug)
    return found


def keep_briefing_urls(slugs: Sequence[str], briefings: Sequence[Briefing], memory: Memory) -> tuple[str, ...]:
    """Gives `slugs`, those of briefings that were published before as they were then."""
    kept: dict[str, str] = {}
    taken: set[str] = set()
    for address, slug in briefings_again(tuple(zip(slugs, briefings, strict=True)), memory.addresses):
        if slug not in kept and address.slug not in taken:
            kept[slug] = address.slug
            taken.add(address.slug)
    given = unique({slug: slug for slug in slugs}, kept)
    return tuple(given[slug] for slug in slugs)


class _Claim(NamedTuple):
    """How well an actor fits a remembered name, best first."""

    rank: int  # 0: it is the actor's name; 1: a form of it; 2: its name is a form of then; 3: the end of its name
    other_family: bool
    other_slug: bool
    place: int  # of the actor


def actors_again(actors: Sequence[Actor], addresses: Iterable[Address]) -> Iterator[tuple[Address, Actor]]:
    """Finds each remembered URL of an actor who is there, with the actor; those that fit best first."""
    names, forms, ends = _look_ups(actors)
    found = []
    for line, address in enumerate(addresses):
        best = None if address.kind == BRIEFING else _best_claim(actors, (names, forms, ends), address)
        if best is not None:
            found.append((best.rank, line, address, actors[best.place]))
    yield from ((address, actor) for _, _, address, actor in sorted(found, key=lambda each: each[:2]))


def _best_claim(actors: Sequence[Actor], look_ups: tuple[LookUp, LookUp, LookUp], address: Address) -> _Claim | None:
    """Finds the actor that fits the names of `address` best."""
    names, forms, ends = look_ups
    first, *others = (compared(text, "place") for text in address.stands_for)
    last = ends.get(first, [])
    fits = (
        names.get(first, []),
        forms.get(first, []),
        [place for words in others for place in names.get(words, [])],
        last if len(last) == 1 else [],
    )
    family = family_of(cast("ActorKind", address.kind))
    claims = (
        _Claim(rank, family_of(actors[place].kind) != family, actors[place].id != address.slug, place)
        for rank, places in enumerate(fits)
        for place in places
    )
    return min(claims, default=None)


def keep_actor_urls(
    actors: Sequence[Actor], memory: Memory, chosen: frozenset[str], firsts: frozenset[str] = frozenset()
) -> tuple[Actor, ...]:
    """Gives `actors`, those published before with the ids that they had then; `chosen` ids are an editor's.

    Those whose names an editor put first, `firsts`, leave the ids to which they had come by another name.
    """
    kept = {actor.id: actor.id for actor in actors if actor.id in chosen}
    for address, actor in actors_again(actors, memory.addresses):
        own = actor.name not in firsts or compared(address.stands_for[0], "place") == compared(actor.name, "place")
        if own and address.slug not in chosen:
            kept.setdefault(actor.id, address.slug)
    given = unique({actor.id: actor.id for actor in actors}, _slug_once(kept))
    return tuple(sorted((replace(actor, id=given[actor.id]) for actor in actors), key=lambda actor: actor.id))


def _look_ups(actors: Sequence[Actor]) -> tuple[LookUp, LookUp, LookUp]:
    """Maps words of actors' names, of all forms of them and of the ends of persons' names to actors' places."""
    names: dict[tuple[str, ...], list[int]] = defaultdict(list)
    forms: dict[tuple[str, ...], list[int]] = defaultdict(list)
    ends: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, actor in enumerate(actors):
        words = compared(actor.name, "place")
        names[words].append(place)
        for text in dict.fromkeys(text for text, _ in actor.aliases):
            forms[compared(text, "place")].append(place)
        if actor.kind == "person" and len(words) > 1:
            ends[words[-1:]].append(place)
    return names, forms, ends


def _slug_once(kept: Mapping[str, str]) -> dict[str, str]:
    """Leaves a slug to the first that claims it."""
    claimed: dict[str, str] = {}
    for key, slug in kept.items():
        claimed.setdefault(slug, key)
    return {key: slug for slug, key in claimed.items()}

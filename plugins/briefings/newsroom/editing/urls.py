"""``content/urls.csv``: every URL once published and what it stands for, so that none of them ever dies.

A briefing is known again by the bytes or path of its seed or of a copy's, an actor by its names: whoever bears the
name that a URL was published for keeps that URL, also when a fuller name is found later.  `make publish` appends.
"""

import csv
import io
import os
import re
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, cast

from ...language.calendar import is_day
from ...language.naming.written import compared, family_of
from ...model import Actor, ActorKind, Briefing, Fault
from ..actors.roster import KINDS
from ..actors.slugs import unique
from .cells import defused, restored

URLS = "urls.csv"  # its name in content/, and on the site
COLUMNS = ("url", "kind", "stands_for")
BRIEFING = "briefing"
LARGEST = 64_000_000  # bytes of the file: some 400,000 URLs
LONGEST = 200  # characters of a slug: what every file system takes
_URL = re.compile(r"(?P<section>actors|briefings)/(?P<slug>[a-z0-9-]+)/")
_PARTING = "; "

LookUp = Mapping[tuple[str, ...], list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A URL once published, as a path from the site's top: ``actors/ann-carver/``."""

    url: str
    kind: str  # "briefing", or the kind of the actor
    stands_for: tuple[str, ...]  # an actor's names, the one on its page first; a seed's sha256 and path
    added: str | None = None  # ISO day on which a seed of unknown day was added: behind its sha256

    @property
    def slug(self) -> str:
        """The last part of the URL."""
        return self.url.split("/")[1]

    @property
    def seed_marks(self) -> tuple[str, ...]:
        """What its seed is known by; of an actor nothing."""
        return self.stands_for if self.kind == BRIEFING else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """All of ``urls.csv``: its text, which is only ever appended to, and what could be read of it."""

    text: str = ""
    addresses: tuple[Address, ...] = ()


NOTHING = Memory()


def read_urls(path: Path) -> tuple[Memory, tuple[Fault, ...]]:
    """What ``urls.csv`` remembers, nothing where there is none, and what is wrong in it; never raises for its words."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would hang, a link may lead to what nobody meant to publish
            mend = "put a copy of what it leads to in its place, or remove it"
            return Memory(), (Fault(path=str(path), reason="a link, or no regular file", mend=mend),)
        if status.st_size > LARGEST:
            reason, mend = f"larger than {LARGEST // 1_000_000} MB", "take out lines that are not needed any more"
            return Memory(), (Fault(path=str(path), reason=reason, mend=mend),)
        return memory_of(path.read_bytes().decode("utf-8-sig", "replace"), str(path))
    except FileNotFoundError:
        return Memory(), ()
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        return Memory(), (Fault(path=str(path), reason=reason, mend="make it a file that you may read"),)


def memory_of(text: str, path: str = URLS) -> tuple[Memory, tuple[Fault, ...]]:
    """The same from the text of the file at `path`."""
    faults: list[Fault] = []
    found: dict[tuple[str, str], Address] = {}
    for number, line in enumerate(text.splitlines(), 1):
        row = _row(line)
        if not row or tuple(row) == COLUMNS:
            continue
        address = _address(row)
        if address is not None and _key(address) not in found:
            found[_key(address)] = address
            continue
        wrong = _wrong(line, row) if address is None else f"`{row[0]}` is there twice"
        faults.append(Fault(path=path, line=number, reason=wrong, mend="take the line out", broken=False))
    return Memory(text=text, addresses=tuple(found.values())), tuple(faults)


def _wrong(line: str, row: Sequence[str]) -> str:
    found = _URL.fullmatch(row[0])
    if found and len(found["slug"]) > LONGEST:
        return f"`{row[0][:80]}…` is longer than {LONGEST} letters"
    return f"`{line[:80]}` is no line of {', '.join(COLUMNS)}"


def write_urls(path: Path, data: bytes) -> None:
    """``urls.csv``, whole or as it was: written beside and renamed.  Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def appended(memory: Memory, now: Iterable[Address]) -> str:
    """The text of ``urls.csv`` with the addresses of `now` that it has not yet at its end, no cell of it a formula.

    The URL of a briefing is there once for each of its seeds: whichever of them stays leads to it.
    """
    known = {_key(address) for address in memory.addresses}
    text = "".join(map(_defused, memory.text.splitlines(keepends=True)))
    text = text if text.endswith("\n") or not text else text + "\n"
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    if not text:
        writer.writerow(COLUMNS)
    for address in now:
        if _key(address) not in known:
            mark, *others = address.stands_for
            dated = f"{mark} {address.added}" if address.added else mark
            writer.writerow((address.url, address.kind, defused(_PARTING.join((dated, *others)))))
    return text + lines.getvalue()


def _defused(line: str) -> str:
    """A line as it stands, unless a cell of it begins as a formula does."""
    row = _row(line)
    if row == list(map(defused, row)):
        return line
    safe = io.StringIO()
    csv.writer(safe, lineterminator="\n").writerow(map(defused, row))
    return safe.getvalue()


def _key(address: Address) -> tuple[str, str]:
    """What may be there once: a URL, that of a briefing once for each path of a seed."""
    return address.url, address.stands_for[1] if address.kind == BRIEFING else ""


def addresses_of_briefing(slug: str, briefing: Briefing) -> Iterator[Address]:
    """What the URL of a briefing stands for: its seed, then each copy's."""
    for article in (briefing.article, *briefing.copies):
        seed = article.seed
        added = None if article.published.date else article.added
        yield Address(url=f"briefings/{slug}/", kind=BRIEFING, stands_for=(seed.sha256, seed.path), added=added)


def address_of_actor(actor: Actor) -> Address:
    """What the URL of an actor stands for: its names, without the marks that part them in the file."""
    names = dict.fromkeys((actor.name, *(text for text, _ in actor.aliases)))
    return Address(
        url=f"actors/{actor.id}/",
        kind=actor.kind,
        stands_for=tuple(" ".join(n.replace(";", " ").split()) for n in names),
    )


# ------------------------------------------------------------------ briefings
def briefings_again(
    briefings: Sequence[tuple[str, Briefing]], addresses: Iterable[Address]
) -> Iterator[tuple[Address, str]]:
    """Each remembered URL of a briefing that is there, with the briefing's slug in `briefings`.

    Those of a briefing's own seed go before those of its copies'.
    """
    own = [(slug, briefing.article.seed) for slug, briefing in briefings]
    copied = [(slug, copy.seed) for slug, briefing in briefings for copy in briefing.copies]
    marks = {mark for _, seed in own for mark in (seed.sha256, seed.path)}
    by_bytes = {seed.sha256: slug for slug, seed in reversed((*own, *copied))}
    by_path = {seed.path: slug for slug, seed in reversed((*own, *copied))}
    both = {(seed.sha256, seed.path): slug for slug, seed in (*own, *copied)}
    told = (address for address in addresses if address.kind == BRIEFING)
    for address in sorted(told, key=lambda address: marks.isdisjoint(address.stands_for)):
        sha256, path = address.stands_for
        slug = both.get((sha256, path)) or by_path.get(path) or by_bytes.get(sha256)
        if slug is not None:
            yield address, slug


def keep_briefing_urls(slugs: Sequence[str], briefings: Sequence[Briefing], memory: Memory) -> tuple[str, ...]:
    """`slugs`, those of briefings that were published before as they were then."""
    kept: dict[str, str] = {}
    taken: set[str] = set()
    for address, slug in briefings_again(tuple(zip(slugs, briefings, strict=True)), memory.addresses):
        if slug not in kept and address.slug not in taken:
            kept[slug] = address.slug
            taken.add(address.slug)
    given = unique({slug: slug for slug in slugs}, kept)
    return tuple(given[slug] for slug in slugs)


# ------------------------------------------------------------------ actors
class _Claim(NamedTuple):
    """How well an actor fits a remembered name, best first."""

    rank: int  # 0: it is the actor's name; 1: a form of it; 2: its name is a form of then; 3: the end of its name
    other_family: bool
    other_slug: bool
    place: int  # of the actor


def actors_again(actors: Sequence[Actor], addresses: Iterable[Address]) -> Iterator[tuple[Address, Actor]]:
    """Each remembered URL of an actor who is there, with the actor; those that fit best first."""
    names, forms, ends = _look_ups(actors)
    found = []
    for line, address in enumerate(addresses):
        best = None if address.kind == BRIEFING else _best(actors, (names, forms, ends), address)
        if best is not None:
            found.append((best.rank, line, address, actors[best.place]))
    yield from ((address, actor) for _, _, address, actor in sorted(found, key=lambda each: each[:2]))


def _best(actors: Sequence[Actor], look_ups: tuple[LookUp, LookUp, LookUp], address: Address) -> _Claim | None:
    """The actor that fits the names of `address` best."""
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
    """`actors`, those that were published before with the ids that they had then; `chosen` ids are an editor's.

    Those whose names an editor put first, `firsts`, leave the ids to which they had come by another name.
    """
    kept = {actor.id: actor.id for actor in actors if actor.id in chosen}
    for address, actor in actors_again(actors, memory.addresses):
        own = actor.name not in firsts or compared(address.stands_for[0], "place") == compared(actor.name, "place")
        if own and address.slug not in chosen:
            kept.setdefault(actor.id, address.slug)
    given = unique({actor.id: actor.id for actor in actors}, _distinct(kept))
    return tuple(sorted((replace(actor, id=given[actor.id]) for actor in actors), key=lambda actor: actor.id))


def _look_ups(actors: Sequence[Actor]) -> tuple[LookUp, LookUp, LookUp]:
    """Places of the actors by the words of their names, of all forms of them, and of the ends of persons' names."""
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


def _distinct(kept: Mapping[str, str]) -> dict[str, str]:
    """The first that claims a slug has it."""
    claimed: dict[str, str] = {}
    for key, slug in kept.items():
        claimed.setdefault(slug, key)
    return {key: slug for slug, key in claimed.items()}


def _row(line: str) -> list[str]:
    try:
        return next(csv.reader([line]), [])
    except csv.Error:  # a cell of more than 128 KB
        return [line]


def _address(row: Sequence[str]) -> Address | None:
    if len(row) != len(COLUMNS):
        return None
    url, kind, told = row[0], row[1], restored(row[2])
    found = _URL.fullmatch(url)
    if (
        found is None
        or len(found["slug"]) > LONGEST
        or kind not in {*KINDS, BRIEFING}
        or (found["section"] == "briefings") != (kind == BRIEFING)
    ):
        return None
    parts = tuple(filter(str.strip, told.split(_PARTING, 1 if kind == BRIEFING else -1)))
    if len(parts) < (2 if kind == BRIEFING else 1):
        return None
    if kind != BRIEFING:
        return Address(url=url, kind=kind, stands_for=parts)
    sha256, _, day = parts[0].partition(" ")
    return Address(url=url, kind=kind, stands_for=(sha256, *parts[1:]), added=day if is_day(day) else None)

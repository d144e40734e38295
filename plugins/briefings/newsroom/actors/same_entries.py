"""What several lines of ``actors.yaml`` say of one actor, put together: one group of names, one entry, no more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain as joined
from typing import TypeVar

from ...language.naming.written import compared
from .roster import Declared, Roster

_Names = tuple[str, ...]
_Group = list[tuple[int, _Names]]  # lines with their places in the file
_Value = TypeVar("_Value", bound=str)


def whole(roster: Roster) -> Roster:
    """Joins lines of `same` that share a name, the first name first: each name is in one group of `roster` at most.

    A group that an entry speaks of is that entry, under the group's first name.
    """
    owner = _entries_by_name(roster.actors)
    groups: list[_Names] = []
    now: dict[Declared, Declared | None] = {}  # an entry → what it is now; None: a part of another one
    for names in _groups_of_names(roster.same):
        own = list(dict.fromkeys(owner[key] for key in map(_name_key, names) if key in owner))
        now |= dict.fromkeys(own)
        if own:
            now[own[0]] = _joined_entry(names, own)
        else:
            groups.append(names)
    entries = (now.get(entry, entry) for entry in roster.actors)
    return replace(roster, actors=tuple(entry for entry in entries if entry is not None), same=tuple(groups))


def _entries_by_name(entries: Sequence[Declared]) -> dict[_Names, Declared]:
    """Find entries by their names: of several that have one, the first."""
    return {_name_key(name): entry for entry in reversed(entries) for name in _names_of(entry)}


def firsts_of(roster: Roster) -> frozenset[str]:
    """Gives the first name of each group of `same`: the one that is shown, and whose slug is the address."""
    return frozenset(names[0] for names in _groups_of_names(roster.same))


def _groups_of_names(lines: Iterable[_Names]) -> Iterator[_Names]:
    """Join lines that share a name, ``[B, C]``, ``[A, B]`` → ``A, B, C``: first the name that comes after no other."""
    for told in _sharing_names(lines):
        first = _first_of_all(told)
        yield _each_once((first, *(name for names in told for name in names)))


def _sharing_names(lines: Iterable[_Names]) -> Iterator[list[_Names]]:
    """Part lines into those that share names, each in the order of the file."""
    group_of: dict[_Names, _Group] = {}
    for number, line in enumerate(lines):
        keys = list(map(_name_key, line))
        group, *others = _distinct_groups(filter(None, map(group_of.get, keys))) or [[]]
        group.append((number, line))
        for other in others:
            group += other
            keys += (_name_key(name) for _, names in other for name in names)
        group_of |= dict.fromkeys(keys, group)
    for group in _distinct_groups(group_of.values()):
        yield [names for _, names in sorted(group)]


def _distinct_groups(groups: Iterable[_Group]) -> list[_Group]:
    """Gives each group once, however many names lead to it."""
    return list({id(group): group for group in groups}.values())


def _first_of_all(told: Sequence[_Names]) -> str:
    """Find the name that stands behind no other one in any line."""
    later = {_name_key(name) for names in told for name in names[1:] if _name_key(name) != _name_key(names[0])}
    return next((names[0] for names in told if _name_key(names[0]) not in later), told[0][0])


def _joined_entry(names: _Names, entries: Sequence[Declared]) -> Declared:
    """Makes one entry of all: what the first leaves open the next ones of `entries` say, but for the address."""
    first = entries[0]
    return Declared(
        name=names[0],
        kind=_first_said(entry.kind for entry in entries),
        aliases=_each_once((*names, *joined.from_iterable(map(_names_of, entries))))[1:],
        adjectives=tuple(dict.fromkeys(joined.from_iterable(entry.adjectives for entry in entries))),
        capital=_first_said(entry.capital for entry in entries),
        slug=first.slug if _name_key(names[0]) in map(_name_key, _names_of(first)) else None,
        wikidata=_first_said(entry.wikidata for entry in entries),
        body_of=_first_said(entry.body_of for entry in entries),
    )


def _first_said(values: Iterable[_Value | None]) -> _Value | None:
    return next(filter(None, values), None)


def _names_of(entry: Declared) -> _Names:
    return entry.name, *entry.aliases


def _each_once(names: Iterable[str]) -> _Names:
    """Gives each name once, as first written."""
    found: dict[_Names, str] = {}
    for name in names:
        found.setdefault(_name_key(name), name)
    return tuple(found.values())


def _name_key(name: str) -> _Names:
    return compared(name, "place")

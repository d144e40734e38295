"""What several lines of ``actors.yaml`` say of one actor, put together: one group of names, one entry, no more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...language.naming.written import compared
from .roster import Declared, Roster

_Names = tuple[str, ...]


def whole(roster: Roster) -> Roster:
    """`roster` with each name in one group at most: lines of `same` that share a name are one, the first name first.

    A group that an entry speaks of is that entry, under the group's first name.
    """
    owner = {_key(name): entry for entry in reversed(roster.actors) for name in _names_of(entry)}
    groups: list[_Names] = []
    joined: dict[Declared, Declared | None] = {}  # an entry → what it is now; None: a part of another one
    for names in _groups(roster.same):
        own = list(dict.fromkeys(owner[key] for key in map(_key, names) if key in owner))
        joined |= dict.fromkeys(own)
        if own:
            joined[own[0]] = _joined(names, own)
        else:
            groups.append(names)
    entries = (joined.get(entry, entry) for entry in roster.actors)
    return replace(roster, actors=tuple(entry for entry in entries if entry is not None), same=tuple(groups))


def firsts_of(roster: Roster) -> frozenset[str]:
    """The first name of each group of `same`: the one that is shown, and whose slug is the address."""
    return frozenset(names[0] for names in _groups(roster.same))


def _groups(lines: Iterable[_Names]) -> Iterator[_Names]:
    """``[B, C]``, ``[A, B]`` → ``A, B, C``: first stands the name that comes after no other one."""
    group_of: dict[_Names, list[tuple[int, _Names]]] = {}
    for number, line in enumerate(lines):
        keys = list(map(_key, line))
        group, *others = {id(group): group for key in keys if (group := group_of.get(key))}.values() or [[]]
        group.append((number, line))
        for other in others:
            group += other
            keys += (_key(name) for _, names in other for name in names)
        group_of |= dict.fromkeys(keys, group)
    for group in {id(group): group for group in group_of.values()}.values():
        told = [names for _, names in sorted(group)]
        later = {_key(name) for names in told for name in names[1:] if _key(name) != _key(names[0])}
        first = next((names[0] for names in told if _key(names[0]) not in later), told[0][0])
        yield _each_once((first, *(name for names in told for name in names)))


def _joined(names: _Names, entries: Sequence[Declared]) -> Declared:
    """One entry of all: what the first of `entries` leaves open the next ones say, but for the address."""
    first = entries[0]
    return Declared(
        name=names[0],
        kind=next((entry.kind for entry in entries if entry.kind), None),
        aliases=_each_once((*names, *(name for entry in entries for name in _names_of(entry))))[1:],
        adjectives=tuple(dict.fromkeys(word for entry in entries for word in entry.adjectives)),
        capital=next((entry.capital for entry in entries if entry.capital), None),
        slug=first.slug if _key(names[0]) in map(_key, _names_of(first)) else None,
        wikidata=next((entry.wikidata for entry in entries if entry.wikidata), None),
        body_of=next((entry.body_of for entry in entries if entry.body_of), None),
    )


def _names_of(entry: Declared) -> _Names:
    return entry.name, *entry.aliases


def _each_once(names: Iterable[str]) -> _Names:
    """As first written."""
    found: dict[_Names, str] = {}
    for name in names:
        found.setdefault(_key(name), name)
    return tuple(found.values())


def _key(name: str) -> _Names:
    return compared(name, "place")

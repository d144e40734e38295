"""Which names of one article name the same actor, by their strings and the tables alone.

Never by similarity: two names one letter apart are two names.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands in the text: possessives and titles may still be on it."""

    text: str
    kind: ActorKind
    start: int  # where it stands, in characters: a bare surname goes to the nearer preceding full name


def merge_names(names: Sequence[Name]) -> tuple[tuple[int, ...], ...]:
    """Indices of `names` in groups, one an actor, each in order; the groups in the order of their first index."""
    groups: dict[tuple[ActorKind, str], list[int]] = {}
    for index, name in enumerate(names):
        groups.setdefault((name.kind, name.text.casefold()), []).append(index)
    return tuple(tuple(group) for group in groups.values())

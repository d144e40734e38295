"""Typed look-ups over the tables of states and organisations.

A look-up gives None where a word names nobody or more than one; case counts ("US" is not "us").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from .lexicon import cells, values

StateKind = Literal["state", "disputed", "territory", "part", "historical"]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or territory of ``lexicon/states.txt``; ``code`` is ISO alpha-2, "" where it has none."""

    name: str
    code: str
    wikidata: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]  # adjectives and demonyms: "Russian", "Russians"
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]  # seats of power that speak for it: "Kremlin"
    kind: StateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body of ``lexicon/organisations.txt``; ``parent`` is the name of the state or body it belongs to, or ""."""

    name: str
    acronyms: tuple[str, ...]
    wikidata: str
    aliases: tuple[str, ...]
    kind: str  # "international", "court", "armed group" …
    parent: str


@cache
def states() -> tuple[State, ...]:
    """Reads all states and territories, in the order of their names."""
    rows = cells("states", "name", "code", "wikidata", "aliases", "adjectives", "capital", "metonyms", "kind")
    return tuple(
        State(
            name=name,
            code=code,
            wikidata=wikidata,
            aliases=values(aliases),
            adjectives=values(adjectives),
            capitals=values(capitals),
            metonyms=values(metonyms),
            kind=_state_kind(kind),
        )
        for name, code, wikidata, aliases, adjectives, capitals, metonyms, kind in rows
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """Reads all organisations, in the order of their names."""
    rows = cells("organisations", "name", "acronyms", "wikidata", "aliases", "kind", "parent")
    return tuple(
        Organisation(
            name=name,
            acronyms=values(acronyms),
            wikidata=wikidata,
            aliases=values(aliases),
            kind=kind,
            parent=parent,
        )
        for name, acronyms, wikidata, aliases, kind, parent in rows
    )


def state_of(word: str) -> State | None:
    """Finds the state that `word` is the name or an alias of: ``"U.S."`` → United States."""
    return _states_by_name().get(_bare(word))


def state_of_adjective(word: str) -> State | None:
    """Finds the state of an adjective or of its people: ``"Russian"``, ``"Russians"`` → Russia."""
    return _states_by_adjective().get(word)


def state_of_capital(word: str) -> State | None:
    """Finds the state whose capital `word` is: ``"New Delhi"`` → India."""
    return _states_by_capital().get(word)


def state_of_metonym(word: str) -> State | None:
    """Finds the state of a metonym: ``"Kremlin"``, ``"the Kremlin"`` → Russia; capitals are not among them."""
    return _states_by_metonym().get(_bare(word))


def organisation_of(word: str) -> Organisation | None:
    """Finds the organisation of a name or an alias: ``"FATF"``, ``"the Financial Action Task Force"``."""
    return _organisations_by_name().get(_bare(word))


def row_named(name: str) -> State | Organisation | None:
    """Finds a row by the name that it bears itself, no alias: ``"Reserve Bank of India"`` → that row."""
    return _rows_by_name().get(name)


def rows_above(name: str) -> tuple[str, ...]:
    """Finds the rows that a row is a body of, nearest first: ``"Lok Sabha"`` → ``("Parliament of India", "India")``."""
    above: list[str] = []
    row = row_named(name)
    while isinstance(row, Organisation) and row.parent and row.parent not in above:
        above.append(row.parent)
        row = row_named(row.parent)
    return tuple(above)


def kind_of_body(name: str | None) -> str:
    """Tells what a body is: ``"Lok Sabha"`` → "legislature"; "" where no organisation's row has that name."""
    row = row_named(name) if name else None
    return row.kind if isinstance(row, Organisation) else ""


def _state_kind(cell: str) -> StateKind:
    match cell:
        case "state" | "disputed" | "territory" | "part" | "historical":
            return cell
        case _:
            raise ValueError(f"states.txt: kind {cell!r} is none of state, disputed, territory, part, historical")


def _bare(word: str) -> str:
    return word[4:] if word.startswith(("the ", "The ")) else word


@cache
def _rows_by_name() -> Mapping[str, State | Organisation]:
    rows: tuple[State | Organisation, ...] = (*states(), *organisations())
    return {row.name: row for row in rows}


@cache
def _states_by_name() -> Mapping[str, State]:
    return {word: state for state in states() for word in (state.name, *state.aliases)}


@cache
def _states_by_adjective() -> Mapping[str, State]:
    return {word: state for state in states() for word in state.adjectives}


@cache
def _states_by_capital() -> Mapping[str, State]:
    return {word: state for state in states() for word in state.capitals}


@cache
def _states_by_metonym() -> Mapping[str, State]:
    return {word: state for state in states() for word in state.metonyms}


@cache
def _organisations_by_name() -> Mapping[str, Organisation]:
    return {word: body for body in organisations() for word in (body.name, *body.acronyms, *body.aliases)}

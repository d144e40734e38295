"""``content/actors.yaml``: who is who, by an editor's word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ...language.letters import slug
from ...language.naming.written import compared
from ...language.tables import organisation_of, state_of
from ...model import ActorKind, Fault
from ..yaml_files import EditorsFile

Key = Literal["actors", "same", "different", "not_an_actor"]
KINDS: tuple[str, ...] = get_args(ActorKind)
_WIKIDATA = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """An actor as an editor knows it; what is None stays as the articles say."""

    name: str
    kind: ActorKind | None = None
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()  # of a state, its demonyms too: "Ruritanian", "Ruritanians"
    capital: str | None = None  # of a state
    slug: str | None = None
    wikidata: str | None = None
    body_of: str | None = None  # whose body it is: "Keldor"


class Said(NamedTuple):
    """What one line or entry of the file names, each name with its line."""

    key: Key
    names: tuple[tuple[str, int], ...]
    kind: bool = False  # whether an entry tells its kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """All that editors say of actors; names are compared as in articles, without titles and accents."""

    actors: tuple[Declared, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()  # names of one actor; the first is the one that stays
    different: tuple[tuple[str, ...], ...] = ()  # names that are never one actor
    not_an_actor: tuple[str, ...] = ()
    path: str = field(default="", compare=False)  # of the file
    said: tuple[Said, ...] = field(default=(), compare=False)  # the same line by line, to be named


def read_roster(path: Path) -> tuple[Roster, tuple[Fault, ...]]:
    """Reads the roster of ``actors.yaml``, empty where there is none, and what is wrong in it.

    An entry without a name, or with a name or slug that an earlier one has, is left out.
    """
    file = EditorsFile(path=path)
    top = file.mapping(file.root(), ("actors", "same", "different", "not_an_actor"), "the file")
    nodes = file.items(top.get("actors"), "`actors`")
    entries = [(entry, node) for node in nodes if (entry := _declared(file, node)) is not None]
    roster = Roster(
        actors=tuple(_without_twins(file, entries)),
        same=_name_lines(file, top.get("same"), "same"),
        different=_name_lines(file, top.get("different"), "different"),
        not_an_actor=file.texts(top.get("not_an_actor"), "`not_an_actor`"),
        path=path.as_posix(),
        said=tuple(_said_in_file(top)),
    )
    _contradictions(file, top, roster)
    _holders(file, entries, roster)
    return roster, tuple(file.faults)


def _declared(file: EditorsFile, node: Node) -> Declared | None:
    keys = ("name", "kind", "aliases", "adjectives", "capital", "slug", "wikidata", "body_of")
    found = file.mapping(node, keys, "an actor")
    if not found:
        return None
    name = file.text(found.get("name"), "`name`")
    if name is None:
        if isinstance(found.get("name"), ScalarNode | None):  # a list has its fault already
            file.fault(node, "an actor without a name", "give it a `name:`")
        return None
    wikidata = file.text(found.get("wikidata"), "`wikidata`")
    if wikidata is not None and not _WIKIDATA.fullmatch(wikidata):
        file.fault(found["wikidata"], f"`{wikidata}` is no Wikidata id", "write it like Q42")
        wikidata = None
    wanted = file.text(found.get("slug"), "`slug`")
    if wanted is not None and slug(wanted) != wanted:
        file.fault(found["slug"], f"`{wanted}` is no slug", f"write it like {slug(wanted)}")
        wanted = None
    kind = cast("ActorKind | None", file.choice(found.get("kind"), KINDS, "kind"))
    adjectives, capital = _of_a_state(file, found, kind)
    return Declared(
        name=name,
        kind=kind,
        aliases=file.texts(found.get("aliases"), "`aliases`"),
        adjectives=adjectives,
        capital=capital,
        slug=wanted,
        wikidata=wikidata,
        body_of=file.text(found.get("body_of"), "`body_of`"),
    )


def _of_a_state(
    file: EditorsFile, found: Mapping[str, Node], kind: ActorKind | None
) -> tuple[tuple[str, ...], str | None]:
    """Reads adjectives and capital, which only a state has."""
    if kind != "state":
        for key in ("adjectives", "capital"):
            if key in found:
                file.fault(found[key], f"`{key}` of what is no state", "write `kind: state`, or take it out")
        return (), None
    return file.texts(found.get("adjectives"), "`adjectives`"), file.text(found.get("capital"), "`capital`")


def _without_twins(file: EditorsFile, entries: list[tuple[Declared, Node]]) -> Iterator[Declared]:
    """Gives entries whose names and slugs no earlier entry has."""
    names: dict[tuple[str, ...], str] = {}
    slugs: dict[str, str] = {}
    for entry, node in entries:
        keys = {compared(text, "place"): text for text in (entry.name, *entry.aliases)}
        twins = [key for key in keys if key in names]
        if twins:
            mend = "a name belongs to one actor: take it out of one of the two"
            file.fault(node, f"`{keys[twins[0]]}` is already a name of {names[twins[0]]}", mend)
        elif entry.slug in slugs:
            file.fault(node, f"slug `{entry.slug}` is already that of {slugs[entry.slug]}", "give one of them another")
        else:
            names |= dict.fromkeys(keys, entry.name)
            if entry.slug:
                slugs[entry.slug] = entry.name
            yield entry


def _name_lines(
    file: EditorsFile, node: Node | None, what: Literal["same", "different"]
) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    mend = "write it like - [Ann Carver, A. Carver]"
    items = file.items(node, f"`{what}`")
    if flat := next((item for item in items if not isinstance(item, SequenceNode)), None):  # one slip, told once
        file.fault(flat, f"a line of `{what}` is no list of names", mend)
    for item in (item for item in items if isinstance(item, SequenceNode)):
        names = file.texts(item, f"a line of `{what}`")
        if len(names) < 2:
            file.fault(item, f"a line of `{what}` needs two names", mend)
        else:
            found.append(names)
    return tuple(found)


def _said_in_file(top: Mapping[str, Node]) -> Iterator[Said]:
    """Gives every name of the file with its line, where it stands as it should."""
    yield from _said_of_actors(_items_in(top.get("actors")))
    for key in get_args(Key)[1:3]:
        yield from (Said(key, names) for node in _items_in(top.get(key)) if (names := _scalars(_items_in(node))))
    yield from (Said("not_an_actor", (name,)) for name in _scalars(_items_in(top.get("not_an_actor"))))


def _said_of_actors(entries: Iterable[Node]) -> Iterator[Said]:
    """Gives the names of each entry that has one of its own, and whether it tells the kind."""
    for node in entries:
        keys = {str(key.value): value for key, value in node.value} if isinstance(node, MappingNode) else {}
        names = _scalars([keys["name"], *_items_in(keys.get("aliases"))]) if "name" in keys else ()
        if names:
            yield Said("actors", names, "kind" in keys)


def _items_in(node: Node | None) -> list[Node]:
    return list(node.value) if isinstance(node, SequenceNode) else []


def _scalars(nodes: Iterable[Node]) -> tuple[tuple[str, int], ...]:
    found = ((" ".join(str(n.value).split()), n.start_mark.line + 1) for n in nodes if isinstance(n, ScalarNode))
    return tuple((name, line) for name, line in found if name)


def _contradictions(file: EditorsFile, top: Mapping[str, Node], roster: Roster) -> None:
    one = [*map(_compared, roster.same), *(_compared((entry.name, *entry.aliases)) for entry in roster.actors)]
    for names in roster.different:
        pair = _compared(names)
        if any(len(pair & group) > 1 for group in one):
            reason = f"{' and '.join(names)} are both one actor and different"
            file.fault(top.get("different"), reason, "take out one of the two")
    declared = _compared(entry.name for entry in roster.actors)
    for name in roster.not_an_actor:
        if compared(name, "place") in declared:
            file.fault(top.get("not_an_actor"), f"{name} is both an actor and none", "take out one of the two")


def _compared(names: Iterable[str]) -> set[tuple[str, ...]]:
    return {compared(name, "place") for name in names}


def _all_names(roster: Roster) -> Iterator[str]:
    """Give every name by which the file calls somebody."""
    yield from (name for entry in roster.actors for name in (entry.name, *entry.aliases))
    yield from (name for names in roster.same for name in names)


def _holders(file: EditorsFile, entries: Iterable[tuple[Declared, Node]], roster: Roster) -> None:
    """Notes ``body_of: Keldro``: whom neither this file nor a table knows may be a slip of the pen."""
    known = {compared(name, "body") for name in _all_names(roster)}
    for entry, node in entries:
        holder = entry.body_of
        if not holder:
            continue
        if compared(holder, "body") == compared(entry.name, "body"):
            file.fault(node, f"{holder} is called a body of itself", "name whose body it is, or take `body_of` out")
        elif compared(holder, "body") not in known and not (state_of(holder) or organisation_of(holder)):
            mend = "check its spelling, or give it an entry of its own"
            file.fault(node, f"`body_of: {holder}`: no table and no entry here knows it", mend, broken=False)

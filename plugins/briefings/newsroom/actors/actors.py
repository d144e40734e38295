"""Actors over all briefings: the chains that name one person, organisation or state become one actor."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...language.letters import slug
from ...language.naming.known import identity
from ...language.naming.written import Family, compared, family_of, printed_form
from ...language.tables import row_named
from ...model import Actor, ActorKind, Appearance, Briefing, Chain
from .roster import KINDS, Declared, Roster
from .same_actors import Local, Node, node_of, nodes_named, printed_name, same_actors
from .same_entries import firsts_of, whole
from .slugs import unique

_FAMILIES: tuple[Family, ...] = ("person", "body", "place")
_SURE = 0.75  # share of a name's mentions that one family must have to draw the others over


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A named chain with where it stands and how often each form of its name is written."""

    slug: str
    chain: Chain
    forms: Mapping[str, int]  # as written, without titles
    local: Local


def resolve_actors(briefings: Sequence[tuple[str, Briefing]], declared: Roster) -> tuple[Actor, ...]:
    """Finds the actors of all `briefings` (slug, briefing), in the order of their ids, whatever that of `briefings`.

    Only named chains become actors.  Names are joined as ``same_actors.same_actors`` says, an editor's
    `declared` words go first.
    """
    named = _with_sure_families(
        [_named(slug, chain, briefing) for slug, briefing in briefings for chain in briefing.actors if chain.named]
    )
    known = whole(declared)
    firsts = _firsts(known, named)
    told = _told_nodes(known, firsts)
    joined = same_actors([one.local for one in named], told=told, different=_different(known))
    members = _members(named, joined.nodes, _dropped(known, told))
    entries = {joined.end(node): Declared(name=name) for name, node in reversed(firsts.items())}
    return _actors_of(members, entries | {_entry_node(entry): entry for entry in known.actors}, firsts_of(declared))


def _dropped(known: Roster, told: Mapping[Node, Node]) -> frozenset[Node]:
    """Give the nodes that an editor says are no actor."""
    return frozenset(told.get(node, node) for text in known.not_an_actor for node in _all_nodes(text))


def _members(
    named: Iterable[_Named], nodes: Iterable[Node], dropped: Collection[Node]
) -> Mapping[Node, Sequence[_Named]]:
    """Gather what stands for each node, but for those that an editor drops."""
    members: dict[Node, list[_Named]] = defaultdict(list)
    for one, node in zip(named, nodes, strict=True):
        if node not in dropped:
            members[node].append(one)
    return members


def _actors_of(
    members: Mapping[Node, Sequence[_Named]], entries: Mapping[Node, Declared], firsts: Collection[str]
) -> tuple[Actor, ...]:
    names = {
        node: entries[node].name if node in entries else printed_name(node, _known_forms(group))
        for node, group in members.items()
    }
    ids = unique({node.key: name for node, name in names.items()}, _pinned(members, entries, firsts))
    found = (_actor_of(ids[node.key], node, group, entries.get(node), names[node]) for node, group in members.items())
    return tuple(sorted(found, key=lambda actor: actor.id))


def _pinned(members: Iterable[Node], entries: Mapping[Node, Declared], firsts: Collection[str]) -> dict[str, str]:
    """Maps the key of a node to the slug that an editor gave it, by `slug`, else by putting its name first."""
    known = [(node, entries[node]) for node in sorted(entries.keys() & set(members))]
    pinned = {node.key: entry.slug for node, entry in known if entry.slug is not None}
    for node, entry in known:
        first = slug(entry.name)
        if entry.slug is None and entry.name in firsts and first not in pinned.values():
            pinned[node.key] = first
    return pinned


def _actor_of(actor_id: str, node: Node, group: Sequence[_Named], entry: Declared | None, name: str) -> Actor:
    entry, row = entry or Declared(name=name), _row_of_tables(node, entry)
    known = row_named(row) if row else None
    return Actor(
        id=actor_id,
        name=name,
        kind=entry.kind or _kind(group),
        aliases=tuple(sorted(_written_forms(group).items(), key=lambda form: (-form[1], form[0]))),
        appearances=_appearances_in_order(group),
        row=row,
        wikidata=entry.wikidata or (known and known.wikidata) or None,
        body_of=entry.body_of,
    )


def _appearances_in_order(group: Iterable[_Named]) -> tuple[Appearance, ...]:
    places = sorted((one.slug, one.chain.id) for one in group)
    return tuple(Appearance(briefing=slug, chain=chain) for slug, chain in places)


def _row_of_tables(node: Node, entry: Declared | None) -> str | None:
    """Names the row of the tables that a node is, by itself or by a name that an editor gives it."""
    known = node.words[0] if node.rank == 0 else ""
    if entry is not None:
        found = (identity(name, node.family) for name in (entry.name, *entry.aliases))
        known = next(filter(None, found), "")
    kind, _, name = known.partition(" ")
    return name if kind in {"state", "organisation"} else None


def _named(slug: str, chain: Chain, briefing: Briefing) -> _Named:
    family = family_of(chain.kind)
    text = briefing.article.text
    forms: Counter[str] = Counter()
    for mention in chain.mentions:
        if mention.form == "name":
            forms[printed_form(text[mention.span.start : mention.span.end], family)] += 1
    known = forms if chain.name in forms else forms | Counter({chain.name: 1})
    return _Named(slug=slug, chain=chain, forms=forms, local=Local(family=family, forms=known))


def _with_sure_families(named: Sequence[_Named]) -> list[_Named]:
    """Takes a name that nearly all articles give to a body as a body in the one that takes it for a person."""
    votes: dict[tuple[str, ...], Counter[Family]] = defaultdict(Counter)
    for one in named:
        votes[_vote_key(one)][one.local.family] += len(one.chain.mentions)
    return [
        replace(one, local=replace(one.local, family=_sure_family(votes[_vote_key(one)], one.local.family)))
        for one in named
    ]


def _sure_family(votes: Counter[Family], family: Family) -> Family:
    leader = max(_FAMILIES, key=lambda each: votes[each])
    return leader if votes[leader] >= _SURE * votes.total() else family


def _vote_key(one: _Named) -> tuple[str, ...]:
    return _compared_words(one.chain.name)


def _compared_words(name: str) -> tuple[str, ...]:
    return compared(name, "place")


def _kind(group: Sequence[_Named]) -> ActorKind:
    votes = Counter(dict.fromkeys(KINDS, 0))
    for one in group:
        votes[one.chain.kind] += len(one.chain.mentions)
    return min((one.chain.kind for one in group), key=lambda kind: (-votes[kind], KINDS.index(kind)))


def _known_forms(group: Sequence[_Named]) -> Counter[str]:
    return sum((Counter(one.local.forms) for one in group), Counter())


def _written_forms(group: Sequence[_Named]) -> Counter[str]:
    return sum((Counter(one.forms) for one in group), Counter())


def _firsts(declared: Roster, named: Iterable[_Named]) -> dict[str, Node]:
    """Maps the first of each group of names to its node: of the family that most mentions of the group are of."""
    group_of = {_compared_words(text): names[0] for names in declared.same for text in names}
    votes: dict[str, Counter[Family]] = {names[0]: Counter() for names in declared.same}
    for one in named:
        first = group_of.get(_vote_key(one))
        if first is not None:
            votes[first][one.local.family] += len(one.chain.mentions)
    return {first: node_of(first, max(_FAMILIES, key=count.__getitem__)) for first, count in votes.items()}


def _told_nodes(declared: Roster, firsts: Mapping[str, Node]) -> dict[Node, Node]:
    """Maps the node of every name that an editor speaks of to the node that it stands for."""
    told: dict[Node, Node] = {}
    for names in declared.same:
        first = firsts[names[0]]
        told |= {node: first for text in names for node in _all_nodes(text) if node != first}
    for entry in declared.actors:
        told |= dict.fromkeys(_nodes_of_entry(entry), _entry_node(entry))
    return told


def _nodes_of_entry(entry: Declared) -> Iterator[Node]:
    """Give all nodes that the names of an entry may stand for."""
    families = _FAMILIES if entry.kind is None else (family_of(entry.kind),)
    for text in (entry.name, *entry.aliases):
        for family in families:
            yield from nodes_named(text, family)


def _entry_node(entry: Declared) -> Node:
    return Node(0, family_of(entry.kind or "organisation"), (f"declared {entry.name}",))


def _different(declared: Roster) -> frozenset[frozenset[Node]]:
    return frozenset(
        frozenset((node_of(one, family), node_of(other, family)))
        for names in declared.different
        for one in names
        for other in names
        for family in _FAMILIES
    )


def _all_nodes(text: str) -> Iterator[Node]:
    return (node for family in _FAMILIES for node in nodes_named(text, family))

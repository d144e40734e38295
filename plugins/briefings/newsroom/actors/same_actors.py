"""Who is one actor over the whole corpus: the actors of all articles taken together, in no order.

An actor that one article calls by a short name alone ("Modi") is the one whom the other articles
mostly mean by it.  Counted are articles, never likeness; a short name that several bear without
one of them leading stands for itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from ...language.naming.grouping import Name, merge_names
from ...language.naming.known import ShortName, identity, short_names, stem
from ...language.naming.written import Family, compared, fullness, printed_form

LEAD = 0.6  # share of the articles that the leading bearer of a short name must have; .4 and .8 cost 0.1 of B³


class Node(NamedTuple):
    """Whom a name stands for: equal nodes are one actor."""

    rank: int  # 0 by the tables or the article's own short name: never taken for another; 1 by its words
    family: Family
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """Gives the node in one line, for hashing."""
        return f"{self.rank} {self.family} {' '.join(self.words)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """One actor within one article: its forms of the name, each with its count (1 or more)."""

    family: Family
    forms: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Whom the actors stand for, in their order, and where every node that is another leads."""

    nodes: tuple[Node, ...]
    leads: Mapping[Node, Node]

    def end(self, node: Node) -> Node:
        """Tells whom a node stands for."""
        return _end_of_chain(node, self.leads)


def node_of(text: str, family: Family) -> Node:
    """Gives whom a name stands for.

    ``"the U.S."`` → the United States by the table, ``"President Ann Carver"`` → ann carver.
    """
    known = identity(text, family)
    if known:
        return Node(0, family, (known,))
    words = compared(text, family)
    return Node(1, family, tuple(map(stem, words)) if family == "body" else words)


def nodes_named(text: str, family: Family) -> Iterator[Node]:
    """Gives all nodes that a name which an editor writes may stand for."""
    yield node_of(text, family)
    words = compared(text, "body")
    yield from (_short_node(name, family) for name in short_names(words) if name.short == words)


def same_actors(
    actors: Sequence[Local],
    *,
    told: Mapping[Node, Node] = MappingProxyType({}),
    different: frozenset[frozenset[Node]] = frozenset(),
) -> Joined:
    """Finds for each of `actors` whom it stands for in the whole corpus.

    `told` are an editor's words: a node that is another by decision; `different` pairs are never joined.
    """
    mains = [_main(actor) for actor in actors]
    bearers: dict[Node, Counter[Node]] = defaultdict(Counter)
    for actor, main in zip(actors, mains, strict=True):
        for node in {node_of(text, actor.family) for text in actor.forms}:
            bearers[node][main] += 1
    joined = {node: told.get(node, _leading_full_name(node, bearers[node], different)) for node in {*mains, *told}}
    joined |= _full_names({_end_of_chain(node, joined) for node in mains}, told, different)
    return Joined(nodes=tuple(_end_of_chain(node, joined) for node in mains), leads=joined)


def printed_name(node: Node, forms: Mapping[str, int]) -> str:
    """Gives the name to print: the table's, else the form most used among the fullest of `forms`."""
    kind, _, known = node.words[0].partition(" ") if node.rank == 0 else ("", "", "")
    if kind in {"state", "organisation"}:
        return known
    count: Counter[str] = Counter()
    for text, times in forms.items():
        count[printed_form(text, node.family) or text] += times
    fitting = {text: times for text, times in count.items() if _is_printable_for(text, node)}
    return min(fitting or count, key=lambda text: (-count[text], len(text), text))


def _is_printable_for(text: str, node: Node) -> bool:
    """Tells whether a form may be printed for a node: one that is it, of a body of the tables one of two words."""
    return node_of(text, node.family) == node if node.rank else " " in text


def _main(actor: Local) -> Node:
    """Finds an article's actor's node: by the tables, by a short name beside its full one, else by the fullest form."""
    short = _short_name(actor)
    if short:
        return _short_node(short, actor.family)
    count: Counter[Node] = Counter()
    for text, times in actor.forms.items():
        count[node_of(text, actor.family)] += times
    known = [node for node in count if node.rank == 0]
    if known:
        return min(known, key=lambda node: (-count[node], node))
    return min(count, key=lambda node: fullness(node.words))


def _short_node(name: ShortName, family: Family) -> Node:
    return Node(0, family, (f"short {name.row}",))


def _short_name(actor: Local) -> ShortName | None:
    """Finds “SPD” where the article has it beside “Social Democrats” and the tables do not know “SPD” by itself."""
    if actor.family == "person":
        return None
    written = {compared(text, "body"): text for text in actor.forms}
    rows = Counter(row for words in written for row in short_names(words))
    told = [
        (-times, row)
        for row, times in rows.items()
        if times > 1 and row.short in written and not identity(written[row.short], actor.family)
    ]
    return min(told)[1] if told else None


def _leading_full_name(node: Node, bearers: Counter[Node], different: frozenset[frozenset[Node]]) -> Node:
    """Finds for “Modi” alone the full name that most articles use it for; itself where none of them leads."""
    others = {
        other: articles
        for other, articles in bearers.items()
        if other != node and frozenset((node, other)) not in different
    }
    if node.rank == 0 or not others:
        return node
    leader = min(others, key=lambda other: (-others[other], other))
    return leader if others[leader] >= LEAD * sum(others.values()) else node


def _full_names(
    nodes: Iterable[Node], told: Mapping[Node, Node], different: frozenset[frozenset[Node]]
) -> dict[Node, Node]:
    """Joins “Ann B. Carver” and “Ann Carver”, in different articles, where only one fits."""
    people = sorted(node for node in nodes if node.family == "person" and len(node.words) > 1 and node not in told)
    names = [Name(text=" ".join(node.words), kind="person", start=0) for node in people]
    joined: dict[Node, Node] = {}
    for group in merge_names(names):
        fullest, *rest = sorted((people[index] for index in group), key=lambda node: fullness(node.words))
        joined |= {node: fullest for node in rest if frozenset((node, fullest)) not in different}
    return joined


def _end_of_chain(node: Node, joined: Mapping[Node, Node]) -> Node:
    """Finds the end of the chain that starts at `node`; a circle, made only by an editor, ends where it closes."""
    seen = {node}
    while (further := joined.get(node, node)) not in seen:
        seen.add(further)
        node = further
    return node

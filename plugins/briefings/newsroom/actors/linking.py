"""Merging and linking alone, for a corpus of mentions without text: the command ``briefings link``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from ...language.naming.grouping import Name, merge_names
from ...language.naming.written import family_of
from ...model import ActorKind
from .same_actors import Local, Node, printed_name, same_actors
from .slugs import unique


class LinkMention(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name as it stands at characters ``[begin, end)`` of a document."""

    i: int
    begin: int
    end: int
    text: str
    type: ActorKind


class LinkDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line that comes in: a document's mentions."""

    doc: str
    mentions: tuple[LinkMention, ...]


class LinkedActor(msgspec.Struct, frozen=True):
    """An actor of one document: ``id`` is shared by all documents that it is in."""

    id: str
    name: str
    mentions: tuple[int, ...]


class LinkedDocument(msgspec.Struct, frozen=True):
    """One line that goes out: a document's actors, in the order of their first mention."""

    doc: str
    actors: tuple[LinkedActor, ...]


def decode(lines: Iterable[bytes]) -> Iterator[LinkDocument]:
    """Reads documents of JSON lines; blank lines are passed over.

    Raises ValueError, naming the line, where one is not as ``LinkDocument`` says or repeats a number ``i``.
    """
    decoder = msgspec.json.Decoder(LinkDocument)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise ValueError(f"line {number}: {error}") from error
        if len({mention.i for mention in document.mentions}) < len(document.mentions):
            raise ValueError(f"line {number}: two mentions have the same `i`")
        yield document


def link(documents: Iterable[LinkDocument]) -> Iterator[LinkedDocument]:
    """Finds the actors of each document, in the order they came; names merged within each, then over all of them."""
    corpus = tuple(documents)
    groups = [(number, group) for number, document in enumerate(corpus) for group in _by_actor(document.mentions)]
    actors = [_local(group) for _, group in groups]
    nodes = same_actors(actors).nodes
    names = _names_of_nodes(actors, nodes)
    ids = _ids_of_nodes(names)
    linked: list[dict[Node, list[int]]] = [{} for _ in corpus]
    for (number, group), node in zip(groups, nodes, strict=True):
        linked[number].setdefault(node, []).extend(mention.i for mention in group)
    for document, found in zip(corpus, linked, strict=True):
        yield LinkedDocument(
            doc=document.doc,
            actors=tuple(
                LinkedActor(ids[node], names[node], tuple(sorted(numbers))) for node, numbers in found.items()
            ),
        )


def _by_actor(mentions: Sequence[LinkMention]) -> Iterator[list[LinkMention]]:
    ordered = sorted(mentions, key=lambda mention: (mention.begin, mention.end, mention.i))
    names = [Name(text=mention.text, kind=mention.type, start=mention.begin) for mention in ordered]
    return ([ordered[index] for index in group] for group in merge_names(names))


def _local(group: Sequence[LinkMention]) -> Local:
    return Local(family=family_of(group[0].type), forms=Counter(mention.text for mention in group))


def _names_of_nodes(actors: Sequence[Local], nodes: Sequence[Node]) -> dict[Node, str]:
    forms: dict[Node, Counter[str]] = {}
    for actor, node in zip(actors, nodes, strict=True):
        forms.setdefault(node, Counter()).update(actor.forms)
    return {node: printed_name(node, counted) for node, counted in forms.items()}


def _ids_of_nodes(names: dict[Node, str]) -> dict[Node, str]:
    """Gives ids: a place and a body of one name ("Veda") are two actors with two ids."""
    slugs = unique({node.key: name for node, name in names.items()})
    return {node: slugs[node.key] for node in names}

"""Names in one article: where they stand, from the tables, the model and runs of proper nouns.

A name is a range of tokens within one line, without its titles, articles and possessives.  What it
is the name of is told elsewhere (kinds.py), as is who it is one with (coreference.py).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from ...language.gazetteer import Row
from ...language.tables import organisations, states
from ...language.tree import Tree
from ...language.words import first_word, gender_of_given, heads, places
from ...model import Entity
from .headlines import cut_headlines
from .offices import offices
from .trimming import LONGEST_NAME, NAMED_LABELS, THINGS, TIME_LABELS, FoundName, is_no_name_here, trim
from .whole_names import with_runs

_PERMEABLE = frozenset({"EVENT", "LAW", *TIME_LABELS})  # "the India-Russia Summit": the states in it are still states
_SPLIT_AT_COMMA = frozenset({"PERSON", "GPE", "LOC"})
_IN = frozenset({"at", "from", "in", "near"})
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN", "X"})
_JOINING = frozenset({"of", "and", "&", "for", "on"})
LONGEST_PART = 2  # tokens of each name in a list, with its comma


def find_mentions(tree: Tree) -> tuple[FoundName, ...]:
    """Gives every name in the text, none overlapping another, in the order of the text."""
    in_offices = bytearray(len(tree.tokens))
    for first, last in offices(tree):
        in_offices[first:last] = b"\1" * (last - first)
    listed = [name for name in _names_of_tables(tree) if not any(in_offices[name.first : name.last])]
    modelled = [name for name in _modelled(tree, in_offices) if not all(in_offices[name.first : name.last])]
    names = tuple(with_runs(tree, _disjoint([*listed, *modelled], len(tree.tokens)), in_offices))
    return tuple(name for name in cut_headlines(tree, names) if not is_no_name_here(tree, name))


# ------------------------------------------------------------------ tables
@cache
def _known_names() -> Mapping[str, tuple[Row, ...]]:
    """Maps the first word of a known name to (name, what it is), the longest first."""
    found: dict[str, list[Row]] = {}
    rows = [(name, "state") for state in states() for name in (state.name, *state.aliases)]
    rows += [(name, "place") for state in states() for name in (*state.capitals, *state.metonyms)]
    rows += [(name, "organisation") for body in organisations() for name in (body.name, *body.acronyms, *body.aliases)]
    rows += [(name, "place") for name in places()]
    rows += [(name.upper(), kind) for name, kind in rows if len(name) > 4 and not name.isupper()]  # headlines shout
    for name, kind in rows:
        first = first_word(name)
        if first:
            found.setdefault(first, []).append((name, kind))
    return {word: tuple(sorted(names, key=lambda row: (-len(row[0]), row[0]))) for word, names in found.items()}


def _names_of_tables(tree: Tree) -> Iterator[FoundName]:
    """Finds names of the tables, the longest at each token: “in **Jammu and Kashmir**”."""
    text, tokens, rows_of = tree.text, tree.tokens, _rows_of(tree)
    after = 0
    for index, token in enumerate(tokens):
        word = token.text
        if index < after or not word[:1].isalnum():
            continue
        for name, kind in rows_of(word if word.isalnum() else first_word(word), ()):
            last = _end_of(tree, index, name) if text.startswith(name, token.start) else None
            if last and not (last == index + 1 and _is_another_word(tree, index)):
                yield FoundName(first=index, last=last, label=kind, rule="table")
                after = last
                break


def _rows_of(tree: Tree) -> Callable[[str, tuple[Row, ...]], tuple[Row, ...]]:
    """Maps a name's first word to the names, the longest first, of two equal ones what an editor declares."""
    known, declared = _known_names(), tree.gazetteer.rows
    if not declared:
        return known.get
    both = {word: (*rows, *known.get(word, ())) for word, rows in declared.items()}
    merged = {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in both.items()}
    return {**known, **merged}.get


def _is_another_word(tree: Tree, index: int) -> bool:
    """Tells a word of the language, though an editor declares that Dr No is called so: “**No**, she said”."""
    token = tree.tokens[index]
    return token.pos == "VERB" or (tree.gazetteer.declared(token.text) is not None and token.pos not in _NOMINAL)


def _end_of(tree: Tree, index: int, name: str) -> int | None:
    """Gives the token after `name`, which starts with token `index`; None where it ends inside a token."""
    end = tree.tokens[index].start + len(name)
    while index < len(tree.tokens) and tree.tokens[index].end < end:
        index += 1
    return index + 1 if index < len(tree.tokens) and tree.tokens[index].end == end else None


# ------------------------------------------------------------------ the model
def _modelled(tree: Tree, in_offices: bytearray) -> Iterator[FoundName]:
    """Finds names as the parser's recogniser saw them, trimmed; keeps things, so that no name is seen inside them."""
    for entity in tree.parse.entities:
        if entity.label in THINGS or entity.label in TIME_LABELS:
            yield FoundName(first=entity.first, last=entity.last, label=entity.label, rule="model")
        elif entity.label in NAMED_LABELS:
            for first, last, label in _after_offices(in_offices, _parts_of_entity(tree, entity)):
                trimmed = trim(tree, first, last, is_person=label == "PERSON")
                if trimmed and trimmed[1] - trimmed[0] <= LONGEST_NAME:
                    yield FoundName(first=trimmed[0], last=trimmed[1], label=label, rule="model")


def _after_offices(in_offices: bytearray, pieces: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Finds a person, whatever the model takes the whole for: “Inspector General of Police **Joram Carver**”."""
    for first, last, label in pieces:
        after = in_offices.rfind(1, first, last) + 1
        if not after:
            yield first, last, label
        elif after < last:
            yield after, last, "PERSON"


def _parts_of_entity(tree: Tree, entity: Entity) -> Iterator[tuple[int, int, str]]:
    """Gives the parts of an entity that ran on: “**Dover**, **Kent**”, “in **Dover** the **Kent Council**”."""
    start, label = entity.first, entity.label
    is_list = label == "ORG" and _is_list(tree, entity)
    in_a_place = label == "ORG" and start > 0 and tree.tokens[start - 1].lemma in _IN
    for index in range(start, entity.last):
        word = tree.tokens[index].text
        if index > start and "\n" in tree.text[tree.tokens[index - 1].end : tree.tokens[index].start]:
            yield start, index, label
            start = index
        if (word == "," and (is_list or label in _SPLIT_AT_COMMA)) or word in {";", "(", ")", "|"}:
            yield start, index, label
            start = index + 1
        elif word == "the" and in_a_place and start == entity.first < index:
            yield start, index, "GPE"
            start = index + 1
        elif _parts_a_place(tree, start, index, entity.last):
            yield start, index, label if word == "in" else "GPE"
            start, label = index + 1, "GPE" if word == "in" else label
    yield start, entity.last, label


def _parts_a_place(tree: Tree, start: int, index: int, last: int) -> bool:
    """Tells body from place: “**Harbour Hospital** in **Veda**”, “**Norway**’s **Harbour Museum**”."""
    tokens = tree.tokens
    if index - start < 1 or index + 1 >= last or not tokens[index + 1].text[0].isupper():
        return False
    if tokens[index].text == "in":
        return index - start > 1 and heads().get(tokens[index - 1].text) == "organisation"
    if tokens[index].text not in {"'s", "’s"}:
        return False
    owner = tree.text[tokens[start].start : tokens[index - 1].end]
    return owner in places() or tree.gazetteer.state_of(owner) is not None


def _is_list(tree: Tree, entity: Entity) -> bool:
    """Tells a list: “**Harbourpay**, **Orlabank**”, not “the **Department of Health, Education and Welfare**”.

    Nor is “**Carver, Ann**” one.
    """
    words = [token.text for token in tree.tokens[entity.first : entity.last]]
    if "," not in words or any(gender_of_given(word) is not None for word in words[words.index(",") :]):
        return False
    return _JOINING.isdisjoint(words) and len(words) <= LONGEST_PART * (words.count(",") + 1)


# ------------------------------------------------------------------ overlaps
def _disjoint(names: Iterable[FoundName], count: int) -> list[FoundName]:
    """Gives the longest name where several overlap, the tables' before the model's where they are equally long."""
    taken = bytearray(count)
    kept = []
    for name in sorted(names, key=lambda n: (n.label in _PERMEABLE, n.first - n.last, n.rule != "table", n.first)):
        if not any(taken[name.first : name.last]):
            taken[name.first : name.last] = b"\1" * (name.last - name.first)
            kept.append(name)
    return sorted(kept, key=lambda n: n.first)

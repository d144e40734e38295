"""Names in one article: where they stand, from the tables, the model and runs of proper nouns.

A name is a range of tokens within one line, without its titles, articles and possessives.  What it
is the name of is told elsewhere (kinds.py), as is who it is one with (coreference.py).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ...language.gazetteer import Row
from ...language.tables import organisations, states
from ...language.tree import Tree
from ...language.words import first_word, gender_of_given, heads, places, roles
from ...model import Entity
from .headlines import cut_headlines
from .offices import offices
from .trimming import THINGS, Found, is_no_name_here, is_office, is_portfolio, only_follows, skip_titles, trim

_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
_WHEN = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_PERMEABLE = frozenset({"EVENT", "LAW", *_WHEN})  # "the India-Russia Summit": the states in it are still states
_SPLIT_AT_COMMA = frozenset({"PERSON", "GPE", "LOC"})
_IN = frozenset({"at", "from", "in", "near"})
_LINKS = frozenset({("of",), ("for",), ("of", "the"), ("for", "the")})
_PARTS_OF_STATES = frozenset({
    "Ancient", "Central", "Continental", "Downtown", "Eastern", "Greater", "Imperial", "Inner", "Lower", "Mainland",
    "Metropolitan", "Modern", "New", "Northern", "Occupied", "Old", "Outer", "Rural", "Southern", "Upper", "Western",
})  # fmt: skip
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN", "X"})
_JOINING = frozenset({"of", "and", "&", "for", "on"})
_TABLES = frozenset({"state", "organisation", "place", "person"})
_FOREIGN = frozenset({
    "da", "das", "degli", "del", "della", "delle", "dello", "den", "der", "des", "do", "dos", "du", "van", "von",
})  # fmt: skip
_OPENING = frozenset({'"', "“", "``", "'", "‘"})
_CLOSING = frozenset({'"', "”", "''", "'", "’"})
LONGEST_NICKNAME = 3  # tokens
BESIDE = 12  # tokens in which a plain sentence has a word without a capital
LONGEST_SMALL = 3  # letters of the words that headlines leave small
LONGEST_PARTICLE = 2  # tokens: "Ann van den Berg"
LONGEST_PART = 2  # tokens of each name in a list, with its comma
LONGEST = 14  # tokens of a name: longer ones are lists or headlines


def find_mentions(tree: Tree) -> tuple[Found, ...]:
    """Every name in the text, none overlapping another, in the order of the text."""
    in_offices = bytearray(len(tree.tokens))
    for first, last in offices(tree):
        in_offices[first:last] = b"\1" * (last - first)
    listed = [name for name in _listed(tree) if not any(in_offices[name.first : name.last])]
    modelled = [name for name in _modelled(tree, in_offices) if not all(in_offices[name.first : name.last])]
    names = tuple(_with_runs(tree, _disjoint([*listed, *modelled], len(tree.tokens)), in_offices))
    return tuple(name for name in cut_headlines(tree, names) if not is_no_name_here(tree, name))


# ------------------------------------------------------------------ tables
@cache
def _known() -> Mapping[str, tuple[Row, ...]]:
    """First word of a known name → (name, what it is), the longest first."""
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


def _listed(tree: Tree) -> Iterator[Found]:
    """“in **Jammu and Kashmir**”: names of the tables, the longest at each token."""
    text, tokens, rows_of = tree.text, tree.tokens, _rows_of(tree)
    after = 0
    for index, token in enumerate(tokens):
        word = token.text
        if index < after or not word[:1].isalnum():
            continue
        for name, kind in rows_of(word if word.isalnum() else first_word(word), ()):
            last = _end_of(tree, index, name) if text.startswith(name, token.start) else None
            if last and not (last == index + 1 and _is_another_word(tree, index)):
                yield Found(first=index, last=last, label=kind, rule="table")
                after = last
                break


def _rows_of(tree: Tree) -> Callable[[str, tuple[Row, ...]], tuple[Row, ...]]:
    """First word of a name → the names, the longest first, of two equal ones what an editor declares."""
    known, declared = _known(), tree.gazetteer.rows
    if not declared:
        return known.get
    both = {word: (*rows, *known.get(word, ())) for word, rows in declared.items()}
    merged = {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in both.items()}
    return {**known, **merged}.get


def _is_another_word(tree: Tree, index: int) -> bool:
    """“**No**, she said”: a word of the language, though an editor declares that Dr No is called so."""
    token = tree.tokens[index]
    return token.pos == "VERB" or (tree.gazetteer.declared(token.text) is not None and token.pos not in _NOMINAL)


def _end_of(tree: Tree, index: int, name: str) -> int | None:
    """The token after `name`, which starts with token `index`; None where it ends inside a token."""
    end = tree.tokens[index].start + len(name)
    while index < len(tree.tokens) and tree.tokens[index].end < end:
        index += 1
    return index + 1 if index < len(tree.tokens) and tree.tokens[index].end == end else None


# ------------------------------------------------------------------ the model
def _modelled(tree: Tree, in_offices: bytearray) -> Iterator[Found]:
    """Names as the parser's recogniser saw them, trimmed; things are kept so that no name is seen inside them."""
    for entity in tree.parse.entities:
        if entity.label in THINGS or entity.label in _WHEN:
            yield Found(first=entity.first, last=entity.last, label=entity.label, rule="model")
        elif entity.label in _NAMED:
            for first, last, label in _after_offices(in_offices, _pieces(tree, entity)):
                trimmed = trim(tree, first, last, is_person=label == "PERSON")
                if trimmed and trimmed[1] - trimmed[0] <= LONGEST:
                    yield Found(first=trimmed[0], last=trimmed[1], label=label, rule="model")


def _after_offices(in_offices: bytearray, pieces: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """“Inspector General of Police **Joram Carver**”: a person, whatever the model takes the whole for."""
    for first, last, label in pieces:
        after = in_offices.rfind(1, first, last) + 1
        if not after:
            yield first, last, label
        elif after < last:
            yield after, last, "PERSON"


def _pieces(tree: Tree, entity: Entity) -> Iterator[tuple[int, int, str]]:
    """“**Dover**, **Kent**”, “in **Dover** the **Kent Council**”: parts of an entity that ran on."""
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
    """“**Harbour Hospital** in **Veda**”, “**Norway**’s **Harbour Museum**”: a body and the place that it is in."""
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
    """“**Harbourpay**, **Orlabank**”, not “the **Department of Health, Education and Welfare**”, “**Carver, Ann**”."""
    words = [token.text for token in tree.tokens[entity.first : entity.last]]
    if "," not in words or any(gender_of_given(word) is not None for word in words[words.index(",") :]):
        return False
    return _JOINING.isdisjoint(words) and len(words) <= LONGEST_PART * (words.count(",") + 1)


# ------------------------------------------------------------------ runs of proper nouns
def _with_runs(tree: Tree, names: Sequence[Found], in_offices: bytearray) -> Iterator[Found]:
    """`names`, each grown over the proper nouns beside it, and the runs that nobody saw."""
    taken = bytearray(in_offices)
    for name in names:
        taken[name.first : name.last] = b"\1" * (name.last - name.first)
    found = []
    for name in names:
        if name.label in _NAMED:
            first, last = _grown(tree, name, taken)
            taken[first:last] = b"\1" * (last - first)
            while last - first > 1 and only_follows(tree, last - 1):
                last -= 1
            if name.label == "PERSON":
                first = skip_titles(tree, first, last)
            if not is_portfolio(tree, last):
                found.append(Found(first=first, last=last, label=name.label, rule=name.rule))
        elif name.label not in THINGS and name.label not in _WHEN:
            found.append(_as_a_body(tree, name, taken) if name.label == "state" else name)
    found.extend(_runs(tree, taken))
    found.sort(key=lambda name: name.first)
    yield from _with_purposes(tree, _with_nicknames(tree, _with_particles(tree, found)))


def _grown(tree: Tree, name: Found, taken: bytearray) -> tuple[int, int]:
    """“**Zoë** Carver” → “**Zoë Carver**”: a name the model cut short, within its noun phrase."""
    tokens, first, last = tree.tokens, name.first, name.last
    while (
        first > 0 and not taken[first - 1] and _joins(tree, first - 1, first) and not _is_title(tokens[first - 1].text)
    ):
        first -= 1
    while last < len(tokens) and not taken[last] and _joins(tree, last - 1, last) and not is_office(tokens[last].text):
        last += 1
    if name.label == "PERSON" and last < len(tokens) and _is_name_of_ours(tree, taken, last):
        last += 2
    return first, last


def _is_name_of_ours(tree: Tree, taken: bytearray, index: int) -> bool:
    """“President Ali **Said Mohamed**”: a capital letter within a plain sentence, whatever our word means."""
    if taken[index] or tree.tokens[index].pos != "VERB" or not _bridges(tree, taken, index):
        return False
    first, last = tree.sentences[tree.sentence_of[index]]
    near = tree.tokens[max(first, index - BESIDE) : min(last, index + BESIDE)]
    return any(token.text.islower() and len(token.text) > LONGEST_SMALL for token in near)


def _as_a_body(tree: Tree, state: Found, taken: bytearray) -> Found:
    """“**Statistics Ruvania**”, “**Air Ruvania**”: the body of a state that is named by what it does."""
    first = state.first - 1
    if first < 0 or taken[first]:
        return state
    token = tree.tokens[first]
    if (
        token.pos != "PROPN"
        or token.dep != "compound"
        or not state.first <= token.head < state.last
        or not token.text.istitle()
        or token.text in _PARTS_OF_STATES
        or _is_title(token.text)
        or tree.gazetteer.state_of_adjective(token.text)
    ):
        return state
    return Found(first=first, last=state.last, label="ORG", rule="proper nouns")


def _joins(tree: Tree, left: int, right: int) -> bool:
    """Whether two neighbours are one noun phrase's proper nouns."""
    one, two = tree.tokens[left], tree.tokens[right]
    return (
        one.pos == "PROPN" == two.pos
        and one.text[0].isupper()
        and two.text[0].isupper()
        and (one.head == right or two.head in {left, one.head})
        and one.dep in {"compound", "nmod", "flat"} | ({"nsubj", "pobj", "dobj", "ROOT"} if two.head == left else set())
        and "\n" not in tree.text[one.end : two.start]
    )


def _with_particles(tree: Tree, names: Sequence[Found]) -> list[Found]:
    """“**Aços do Vale**”: a name of another language, whose small word the model took for one of ours."""
    found: list[Found] = []
    for name in names:
        before = found[-1] if found else name
        if (
            0 < name.first - before.last <= LONGEST_PARTICLE
            and all(token.text in _FOREIGN for token in tree.tokens[before.last : name.first])
            and not {before.label, name.label} & _TABLES
        ):
            found[-1] = replace(before, last=name.last)
        else:
            found.append(name)
    return found


def _with_nicknames(tree: Tree, names: Sequence[Found]) -> Iterator[Found]:
    """“**Emil “the Ox” Carver**”: a first name, what he is called between quotation marks, and his surname."""
    after_mark = [name for name in names if name.first and tree.tokens[name.first - 1].text in _CLOSING]
    if not after_mark:
        yield from names
        return
    ends = {name.last: name for name in names if name.label in {"PERSON", ""}}
    joined: dict[int, Found] = {}
    for name in after_mark:
        given = _before_nickname(tree, name, ends) if name.label not in _TABLES else None
        if given is not None:
            joined[given.first] = Found(first=given.first, last=name.last, label="PERSON", rule=given.rule)
    after = 0
    for name in names:
        whole = joined.get(name.first, name)
        if whole.first >= after:
            yield whole
            after = whole.last


def _before_nickname(tree: Tree, surname: Found, ends: Mapping[int, Found]) -> Found | None:
    """The first name that stands before a nickname in quotation marks before `surname`."""
    tokens, closing = tree.tokens, surname.first - 1
    for opening in range(closing - 2, max(closing - 2 - LONGEST_NICKNAME, 0), -1):
        if tokens[opening].text in _OPENING:
            given = ends.get(opening)
            near = given is not None and tokens[opening].start - tokens[opening - 1].end <= 1
            return given if near and gender_of_given(tokens[opening - 1].text) is not None else None
    return None


def _with_purposes(tree: Tree, names: Iterable[Found]) -> Iterator[Found]:
    """“the Joint Council **for the Welfare of Sailors**”: a body's name goes on after of and for."""
    held: Found | None = None
    for name in names:
        if held and name.label in {"ORG", ""} and _is_link(tree, held, name):
            held = Found(first=held.first, last=name.last, label=held.label, rule=held.rule)
            continue
        if held:
            yield held
        held = name
    if held:
        yield held


def _is_link(tree: Tree, body: Found, purpose: Found) -> bool:
    between = tuple(token.text for token in tree.tokens[body.last : purpose.first])
    if between not in _LINKS or body.label not in {"ORG", ""} or purpose.last - body.first > LONGEST:
        return False
    words = [token.text for token in tree.tokens[body.first : body.last]]
    cut = next((index for index, word in enumerate(words) if word in {"of", "for"}), len(words))
    return cut > 0 and heads().get(words[cut - 1]) == "organisation"


def _is_title(word: str) -> bool:
    return word.lower() in roles() or word in heads()


def _runs(tree: Tree, taken: bytearray) -> Iterator[Found]:
    """“said **Zoltan Ferko**”: proper nouns side by side that neither the tables nor the model named."""
    tokens, count, index = tree.tokens, len(tree.tokens), 0
    while index < count:
        token = tokens[index]
        if taken[index] or token.pos != "PROPN" or not token.text[0].isupper():
            index += 1
            continue
        last = index + 1
        while last < count and not taken[last] and (_joins(tree, last - 1, last) or _bridges(tree, taken, last)):
            last += 1
        name = trim(tree, index, last, is_person=True)
        if name and name[1] - name[0] <= LONGEST:
            yield Found(first=name[0], last=name[1], label="", rule="proper nouns")
        index = last


def _bridges(tree: Tree, taken: bytearray, index: int) -> bool:
    """“Heaven **Sent** Gaming”: a capital letter between two proper nouns, whatever the parser took it for."""
    if index + 1 >= len(taken) or taken[index + 1]:
        return False
    before, token, after = tree.tokens[index - 1 : index + 2]
    return (
        before.pos == after.pos == "PROPN"
        and token.text[0].isupper()
        and after.text[0].isupper()
        and before.end + 1 == token.start
        and token.end + 1 == after.start
    )


# ------------------------------------------------------------------ overlaps
def _disjoint(names: Iterable[Found], count: int) -> list[Found]:
    """The longest name where several overlap, the tables' before the model's where they are equally long."""
    taken = bytearray(count)
    kept = []
    for name in sorted(names, key=lambda n: (n.label in _PERMEABLE, n.first - n.last, n.rule != "table", n.first)):
        if not any(taken[name.first : name.last]):
            taken[name.first : name.last] = b"\1" * (name.last - name.first)
            kept.append(name)
    return sorted(kept, key=lambda n: n.first)

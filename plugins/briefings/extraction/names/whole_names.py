"""Names made whole: grown over the proper nouns, nicknames and particles beside them, and runs that nobody saw."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...language.tree import Tree
from ...language.words import gender_of_given, heads, roles
from .trimming import (
    ELECTED,
    LONGEST_NAME,
    NAMED_LABELS,
    THINGS,
    TIME_LABELS,
    FoundName,
    is_office,
    is_portfolio,
    only_follows,
    skip_titles,
    trim,
)

_LINKS = frozenset({("of",), ("for",), ("of", "the"), ("for", "the")})
_PARTS_OF_STATES = frozenset({
    "Ancient", "Central", "Continental", "Downtown", "Eastern", "Greater", "Imperial", "Inner", "Lower", "Mainland",
    "Metropolitan", "Modern", "New", "Northern", "Occupied", "Old", "Outer", "Rural", "Southern", "Upper", "Western",
})  # fmt: skip
_TABLES = frozenset({"state", "organisation", "place", "person"})
_FOREIGN = frozenset({
    "da", "das", "degli", "del", "della", "delle", "dello", "den", "der", "des", "do", "dos", "du", "van", "von",
})  # fmt: skip
_OPENING = frozenset({'"', "“", "``", "'", "‘"})
_CLOSING = frozenset({'"', "”", "''", "'", "’"})
_TEAM = re.compile(r"[A-Z][a-z]+(?<!ic)(?<!s)s")
_OF_A_TEAM = frozenset({"ORG", "PERSON", "PRODUCT"})  # as the model may take its word
_IRISH = ("O'", "O’", "D'", "D’")
LONGEST_NICKNAME = 3  # tokens
BESIDE = 12  # tokens in which a plain sentence has a word without a capital
LONGEST_SMALL = 3  # letters of the words that headlines leave small
LONGEST_PARTICLE = 2  # tokens: "Ann van den Berg"


def with_runs(tree: Tree, names: Sequence[FoundName], in_offices: bytearray) -> Iterator[FoundName]:
    """Gives `names`, each grown over the proper nouns beside it, and the runs that nobody saw."""
    taken = bytearray(in_offices)
    for name in names:
        taken[name.first : name.last] = b"\1" * (name.last - name.first)
    found = []
    for name in _with_teams(tree, names, taken):
        if name.label in NAMED_LABELS:
            first, last = _grown_name(tree, name, taken)
            taken[first:last] = b"\1" * (last - first)
            while last - first > 1 and only_follows(tree, last - 1):
                last -= 1
            if name.label == "PERSON":
                first = skip_titles(tree, first, last)
            if not is_portfolio(tree, last):
                found.append(FoundName(first=first, last=last, label=name.label, rule=name.rule))
        elif name.label not in THINGS and name.label not in TIME_LABELS:
            found.append(_as_a_body(tree, name, taken) if name.label == "state" else name)
    found.extend(_proper_noun_runs(tree, taken))
    found.sort(key=lambda name: name.first)
    yield from _with_purposes(tree, _with_nicknames(tree, _with_particles(tree, found)))


def _grown_name(tree: Tree, name: FoundName, taken: bytearray) -> tuple[int, int]:
    """Completes a name the model cut short, within its noun phrase: “**Zoë** Carver” → “**Zoë Carver**”."""
    tokens, first, last = tree.tokens, name.first, name.last
    while (
        first > 0
        and not taken[first - 1]
        and _joins(tree, first - 1, first)
        and not _is_title_word(tokens[first - 1].text)
        and not only_follows(tree, first - 1)
    ):
        first -= 1
    while last < len(tokens) and not taken[last] and _joins(tree, last - 1, last) and not is_office(tokens[last].text):
        last += 1
    if name.label == "PERSON" and last < len(tokens):
        if _is_name_of_ours(tree, taken, last):
            last += 2
        elif last - first == 1 and not taken[last] and _is_surname(tree, last):
            last += 1
    return first, _over_hyphens(tree, last, taken) if name.label in {"ORG", "PERSON"} else last


def _is_surname(tree: Tree, index: int) -> bool:
    """Tells the surname after a first name, though it means an office or is oddly cut: “Ann **Judge**”."""
    before, token = tree.tokens[index - 1 : index + 1]
    if gender_of_given(before.text) is None or before.end + 1 != token.start:
        return False
    if token.text.startswith(_IRISH) and len(token.text) > LONGEST_SMALL:
        return True
    after = tree.tokens[index + 1].text if index + 1 < len(tree.tokens) else ""
    return token.text.istitle() and is_office(token.text) and not after[:1].isupper()


def _over_hyphens(tree: Tree, last: int, taken: bytearray) -> int:
    """Finds the end of a name that a hyphen parts: “Ann **Carver-Duval**”, “**Veda-Harbour-Orla**”."""
    tokens = tree.tokens
    while last + 1 < len(tokens) and tokens[last].text == "-" and not taken[last + 1]:
        before, hyphen, after = tokens[last - 1 : last + 2]
        parted = after.start - before.end != len(hyphen.text)
        if parted or after.pos != "PROPN" or not after.text.istitle() or not before.text.istitle():
            break
        last += 2
    return last


def _is_name_of_ours(tree: Tree, taken: bytearray, index: int) -> bool:
    """Tells a capital within a plain sentence, whatever our word means: “President Ali **Said Mohamed**”."""
    if taken[index] or tree.tokens[index].pos != "VERB" or not _bridges(tree, taken, index):
        return False
    first, last = tree.sentences[tree.sentence_of[index]]
    near = tree.tokens[max(first, index - BESIDE) : min(last, index + BESIDE)]
    return any(token.text.islower() and len(token.text) > LONGEST_SMALL for token in near)


def _as_a_body(tree: Tree, state: FoundName, taken: bytearray) -> FoundName:
    """Gives the body of a state that is named by what it does: “**Statistics Ruvania**”, “**Air Ruvania**”."""
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
        or _is_title_word(token.text)
        or tree.gazetteer.state_of_adjective(token.text)
    ):
        return state
    return FoundName(first=first, last=state.last, label="ORG", rule="proper nouns")


def _with_teams(tree: Tree, names: Sequence[FoundName], taken: bytearray) -> Iterator[FoundName]:
    """Joins a place and its team: “the **Veda Harriers** beat …”, not “**Veda** Democrats”."""
    alone = {name.first: name for name in names if name.last - name.first == 1 and name.label in _OF_A_TEAM}
    joined: set[int] = set()
    for name in names:
        last = name.last
        is_place = name.label in {"place", "GPE"} and last < len(taken) and (not taken[last] or last in alone)
        if is_place and _is_a_team(tree, last):
            taken[last] = 1
            joined.add(last)
            yield FoundName(first=name.first, last=last + 1, label="ORG", rule="proper nouns")
        elif name.first not in joined:
            yield name


def _is_a_team(tree: Tree, index: int) -> bool:
    """Tells whether a word with a capital after a place is its team's: “the Veda **Harriers**”."""
    before, token = tree.tokens[index - 1 : index + 1]
    return (
        _TEAM.fullmatch(token.text) is not None
        and before.dep == "compound"
        and _joins(tree, index - 1, index)
        and before.end + 1 == token.start
        and not _is_title_word(token.text)
        and not _is_title_word(token.text.removesuffix("s"))
        and not tree.gazetteer.state_of_adjective(token.text)
    )


def _joins(tree: Tree, left: int, right: int) -> bool:
    """Tells whether two neighbours are one noun phrase's proper nouns."""
    one, two = tree.tokens[left], tree.tokens[right]
    return (
        one.pos == "PROPN" == two.pos
        and one.text[0].isupper()
        and two.text[0].isupper()
        and (one.head == right or two.head in {left, one.head})
        and one.dep in {"compound", "nmod", "flat"} | ({"nsubj", "pobj", "dobj", "ROOT"} if two.head == left else set())
        and "\n" not in tree.text[one.end : two.start]
    )


def _with_particles(tree: Tree, names: Sequence[FoundName]) -> list[FoundName]:
    """Joins a name of another language, whose small word the model took for one of ours: “**Aços do Vale**”."""
    found: list[FoundName] = []
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


def _with_nicknames(tree: Tree, names: Sequence[FoundName]) -> Iterator[FoundName]:
    """Joins a first name, what he is called in quotation marks, and his surname: “**Emil “the Ox” Carver**”."""
    after_mark = [name for name in names if name.first and tree.tokens[name.first - 1].text in _CLOSING]
    if not after_mark:
        yield from names
        return
    ends = {name.last: name for name in names if name.label in {"PERSON", ""}}
    joined: dict[int, FoundName] = {}
    for name in after_mark:
        given = _before_nickname(tree, name, ends) if name.label not in _TABLES else None
        if given is not None:
            joined[given.first] = FoundName(first=given.first, last=name.last, label="PERSON", rule=given.rule)
    after = 0
    for name in names:
        whole = joined.get(name.first, name)
        if whole.first >= after:
            yield whole
            after = whole.last


def _before_nickname(tree: Tree, surname: FoundName, ends: Mapping[int, FoundName]) -> FoundName | None:
    """Gives the first name that stands before a nickname in quotation marks before `surname`."""
    tokens, closing = tree.tokens, surname.first - 1
    for opening in range(closing - 2, max(closing - 2 - LONGEST_NICKNAME, 0), -1):
        if tokens[opening].text in _OPENING:
            given = ends.get(opening)
            near = given is not None and tokens[opening].start - tokens[opening - 1].end <= 1
            return given if near and gender_of_given(tokens[opening - 1].text) is not None else None
    return None


def _with_purposes(tree: Tree, names: Iterable[FoundName]) -> Iterator[FoundName]:
    """Lets a body's name go on after of and for: “the Joint Council **for the Welfare of Sailors**”."""
    held: FoundName | None = None
    for found in names:
        name = _with_last_field(tree, found)
        if held and name.label in {"ORG", ""} and _is_purpose_of(tree, held, name):
            held = FoundName(first=held.first, last=name.last, label=held.label, rule=held.rule)
            continue
        if held:
            yield held
        held = name
    if held:
        yield held


def _with_last_field(tree: Tree, body: FoundName) -> FoundName:
    """Lets a body's name go on to the last of its fields: “the Academy of Dance Arts **and Sciences**”."""
    tokens, last = tree.tokens, body.last
    words = [token.text for token in tokens[body.first : last]]
    if body.label != "ORG" or not {"for", "of"} & {*words[1:-1]} or last + 1 >= len(tokens):
        return body
    joining, field = tokens[last : last + 2]
    after = tokens[last + 2].text if last + 2 < len(tokens) else ""
    if joining.text not in {"and", "&"} or field.tag != "NNPS" or after[:1].isupper():
        return body
    return replace(body, last=last + 2)


def _is_purpose_of(tree: Tree, body: FoundName, purpose: FoundName) -> bool:
    between = tuple(token.text for token in tree.tokens[body.last : purpose.first])
    if between not in _LINKS or body.label not in {"ORG", ""} or purpose.last - body.first > LONGEST_NAME:
        return False
    words = [token.text for token in tree.tokens[body.first : body.last]]
    cut = next((index for index, word in enumerate(words) if word in {"of", "for"}), len(words))
    if between == ("for",) and words[-1] in ELECTED:
        return False  # "a member of Parliament for Veda"
    return cut > 0 and heads().get(words[cut - 1]) == "organisation"


def _is_title_word(word: str) -> bool:
    return word.lower() in roles() or word in heads()


def _proper_noun_runs(tree: Tree, taken: bytearray) -> Iterator[FoundName]:
    """Finds proper nouns side by side that neither the tables nor the model named: “said **Zoltan Ferko**”."""
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
        if name and name[1] - name[0] <= LONGEST_NAME:
            yield FoundName(first=name[0], last=name[1], label="", rule="proper nouns")
        index = last


def _bridges(tree: Tree, taken: bytearray, index: int) -> bool:
    """Tells a capital letter between two proper nouns, whatever the parser took it for: “Heaven **Sent** Gaming”."""
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

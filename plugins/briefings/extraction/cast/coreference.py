"""Mentions of one actor become one chain: names first, then metonyms, roles, descriptions, pronouns, plurals."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ...language.naming.grouping import Name, merge_names
from ...language.naming.written import is_acronym
from ...language.tree import Tree
from ...language.words import Gender, gender_of_given, roles
from ...model import ActorKind, Chain
from ..grammar.quotation import regions_of
from ..names.kinds import ClassifiedName, classify
from ..names.metonyms import seats_of_states, whole_names
from ..names.trimming import FoundName
from .descriptions import describe, holders_by_role
from .drafts import Drafts
from .plurals import find_together
from .pronouns import Choose, likeliest, resolve_pronouns
from .roles import find_roles

SEVERAL = 2


def chain_mentions(tree: Tree, names: Sequence[FoundName], choose: Choose = likeliest) -> tuple[Chain, ...]:
    """Gives the chains of an article in the order of their first mention; their ids are unique."""
    drafts = Drafts(tree)
    known = classify(tree, names)
    seats = seats_of_states(tree, known)
    _draft_names(drafts, [name for name in known if name.found not in seats])
    for name in known:
        if name.found in seats:
            _seat(drafts, name, seats[name.found].name)
    find_roles(drafts)
    holders = holders_by_role(drafts)
    describe(drafts, holders, plural=False)
    resolve_pronouns(drafts, choose)
    find_together(drafts)
    describe(drafts, holders, plural=True)
    return drafts.chains()


def _draft_names(drafts: Drafts, names: Sequence[ClassifiedName]) -> None:
    """Makes one draft for each group of names that name the same actor."""
    tree = drafts.tree
    told = _bracketed(tree, names)
    for name in names:
        declared = tree.gazetteer.declared(name.text)
        if declared is not None:
            told[name.text] = (declared.name, declared.kind)
    halves = whole_names(tree, names)
    for half, wholes in halves.items():
        told[half] = (wholes[0], "state")
    names = [name for name in names if len(halves.get(name.text, ())) < SEVERAL]  # "the South" of two is nobody's
    as_names, regions = [], tree.once(regions_of)
    for name in names:
        text, kind = told.get(name.text, (name.text, name.kind))
        start = tree.tokens[name.found.first].start
        quoted = regions.number_at(start) is not None
        as_names.append(Name(text=text, kind=kind, start=start, gender=_told_gender(tree, name), quoted=quoted))
    for group in merge_names(as_names):
        members = [names[index] for index in group]
        told_as = [as_names[index] for index in group]
        draft = drafts.make(_fullest_form(told_as), _kind_of_names(told_as), named=True)
        draft.gender = next((name.gender for name in told_as if name.gender), "")
        draft.confidence = max(name.likelihood for name in members)
        for name in members:
            draft.forms[name.text] += 1
            drafts.mention(draft, (name.found.first, name.found.last), "name", name.head, name.found.rule)


def _bracketed(tree: Tree, names: Sequence[ClassifiedName]) -> dict[str, tuple[str, ActorKind]]:
    """Finds the short names that the text itself gives to a full one: “Movement for a Dry Harbour (**MDH**)”."""
    found: dict[str, tuple[str, ActorKind]] = {}
    for full, short in pairwise(names):
        first, last = short.found.first, short.found.last
        if (
            full.found.last == first - 1
            and tree.tokens[first - 1].text == "("
            and tree.tokens[min(last, len(tree.tokens) - 1)].text == ")"
            and is_acronym(short.text)
            and full.kind == "organisation"
            and short.kind in {"organisation", "person"}
        ):
            found[short.text] = (full.text, full.kind)
    return found


def _fullest_form(members: Sequence[Name]) -> str:
    """Gives the form with most words, the more frequent of two, the first of two: "Ann Carver", not "Carver"."""
    count = Counter(name.text for name in members)
    return max(count, key=lambda text: (len(text.split()), count[text]))


def _kind_of_names(members: Sequence[Name]) -> ActorKind:
    count = Counter(name.kind for name in members)
    return max(count, key=lambda kind: count[kind])


def _told_gender(tree: Tree, name: ClassifiedName) -> Gender:
    """Tells what gender the title or the first name says: “**Mr** Carver”, “**Ann** Carver”."""
    if name.kind != "person":
        return ""
    first, _, rest = name.text.partition(" ")
    title = roles().get(tree.tokens[name.found.first - 1].text.lower()) if name.found.first else None
    return (title.gender if title else "") or ((gender_of_given(first) or "") if rest else "")


def _seat(drafts: Drafts, name: ClassifiedName, state_name: str) -> None:
    draft = drafts.state_called(state_name)
    drafts.mention(draft, (name.found.first, name.found.last), "metonym", name.head, "seat of a state")

"""Several actors by one phrase: "the ministers", "both sides", "the two countries", "the pair".

The phrase is a mention of each of them, and they stay apart.  It is resolved only where exactly as
many fit as the text says; without a number, where just those who fit were named together before.
Else it is nobody's: a wrong name is worse than none.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from ...language.tables import State
from ...language.tree import Tree
from ...language.words import PluralWord, plurals
from ...model import ActorKind
from ..grammar.adjectives import adjectival_state
from .descriptions import LEADERS, PLURAL, core_start, tails
from .drafts import Draft, Drafts
from .role_phrases import role_word

RULE = "named together before"
REACH = 3  # sentences back
FAR = 6  # tokens between two names that "or" joins
MOST = 20  # actors weighed for one phrase
_NUMBERS: Mapping[str, int] = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_DEFINITE = frozenset({"the", "these", "those", "both"})
_MUTUAL = frozenset({"former", "neighboring", "neighbouring", "opposing", "rival", "warring"})  # "two rival parties"
_CLOSED = ("prep", "relcl", "acl", "poss", "cc", "conj")  # "the two leaders of the party" are told by themselves
_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
_ANYBODY = PluralWord(kinds=("person", "state", "organisation"), gender="", number=None)
_COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A phrase that speaks of several, with what it says of them."""

    first: int
    head: int
    number: int | None
    word: PluralWord | None  # None: they are called by their role alone
    role: str  # "foreign minister", "" where it is none
    state: State | None  # "the two Ruritanian ministers"


class _SeenActors:
    """Where the named actors stand, by sentence; and who they are, by role and kind."""

    __slots__ = ("_heads", "_members", "by_role", "drafts", "roles_of", "start_of", "states")

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.by_role: dict[str, list[Draft]] = defaultdict(list)
        members: dict[int, list[tuple[int, Draft]]] = defaultdict(list)
        named = [draft for draft in drafts if draft.named and draft.mentions]
        self.start_of = {draft.id: min(mention.span.start for mention in draft.mentions) for draft in named}
        named.sort(key=lambda draft: (self.start_of[draft.id], draft.id))
        self.roles_of = {draft.id: {tail for role in draft.roles for tail in tails(role.role)} for draft in named}
        for draft in named:
            for role in self.roles_of[draft.id]:
                self.by_role[role].append(draft)
            for mention in draft.mentions:
                members[drafts.tree.sentence_of[mention.head]].append((mention.head, draft))
        self.states = [draft for draft in named if draft.kind == "state"][: MOST + 1]
        self._members = {number: sorted(all_of, key=lambda one: one[0]) for number, all_of in members.items()}
        self._heads = {number: [head for head, _ in all_of] for number, all_of in self._members.items()}

    def before(self, sentence: int, index: int) -> Sequence[tuple[int, Draft]]:
        """Gives the mentions of `sentence` that stand before token `index`; none where it is a long list."""
        last = bisect_left(self._heads.get(sentence, ()), index)
        return self._members[sentence][:last] if 0 < last <= MOST else ()


def find_together(drafts: Drafts) -> None:
    """Adds every phrase that plainly stands for several named actors to each of them."""
    counted = {lemma for lemma, word in plurals().items() if word.number is not None} | _NUMBERS.keys()
    seen = _SeenActors(drafts)
    for index, token in enumerate(drafts.tree.tokens):
        if (token.tag in PLURAL or token.lemma in counted) and not drafts.is_taken(index):
            phrase = _plural_phrase(drafts.tree, index)
            if phrase is not None:
                drafts.together(_those_meant(seen, phrase), (phrase.first, index + 1), index, RULE)


# ------------------------------------------------------------------ the phrase
def _plural_phrase(tree: Tree, index: int) -> _Phrase | None:
    """Reads “**the two foreign ministers**”, “**both**”, “**the pair**”, not “two ministers”, “the leaders of Orla”."""
    token = tree.tokens[index]
    if token.lemma in _NUMBERS and token.pos not in {"NOUN", "PROPN"}:
        return _alone(tree, index)
    word = plurals().get(token.lemma)
    counted = word is not None and word.number is not None
    if token.pos != "NOUN" or not (token.tag in PLURAL or counted) or tree.child(index, *_CLOSED) is not None:
        return None
    first = core_start(tree, index)
    opening = [tree.tokens[i].text.lower() for i in range(tree.left[index], index) if tree.tokens[i].head == index]
    role = _role(tree, first, index)
    state = next((s for i in range(first, index) if (s := adjectival_state(tree, i))), None)
    number = next((_NUMBERS[text] for text in opening if text in _NUMBERS), word.number if word else None)
    if not _is_plain(tree, index):
        word = None  # "the two younger men", "the two foreign ministers": by their role or not at all
    if (word is None and not role) or _DEFINITE.isdisjoint(opening):
        return None
    return _Phrase(first=tree.left[index], head=index, number=number, word=word, role=role, state=state)


def _alone(tree: Tree, index: int) -> _Phrase | None:
    """Reads “**Both** denied it”, “**the two** met”, not “both Ann and Paul”, “two of them”, “the two-year deal”."""
    token = tree.tokens[index]
    before = tree.child(index, "det")
    if (
        _is_beside_subject(tree, index)
        or token.dep not in _STANDING - {"conj"}
        or tree.child(index, *_CLOSED) is not None
        or (token.lemma != "both" and (before is None or tree.tokens[before].lemma != "the"))
    ):
        return None
    first = index if before is None else before
    return _Phrase(first=first, head=index, number=_NUMBERS[token.lemma], word=_ANYBODY, role="", state=None)


def _is_beside_subject(tree: Tree, index: int) -> bool:
    """Tells whether "both" only joins what another subject does: “The rebels **both** shelled *and* burnt the town”."""
    subjects = tree.all_children(tree.tokens[index].head, "nsubj", "nsubjpass")
    return tree.tokens[index].lemma == "both" and any(subject < index for subject in subjects)


def _role(tree: Tree, first: int, index: int) -> str:
    """Gives the role that a phrase names, in the singular: “the **foreign ministers**” → "foreign minister"."""
    word = role_word(tree, index)
    if word is None or word.kind in {"title", "relation"}:
        return ""
    words = [tree.tokens[i].text.lower() for i in range(first, index) if not adjectival_state(tree, i)]
    words = [text for text in words if text not in _MUTUAL and text not in _NUMBERS]
    return " ".join((*words, tree.tokens[index].lemma.lower()))


def _is_plain(tree: Tree, index: int) -> bool:
    """Tells whether the noun has no words of its own that tell which ones: not “the two **largest** firms”."""
    for child in tree.children[index]:
        token = tree.tokens[child]
        if token.dep in {"amod", "compound", "nmod"} and not (token.lemma in _MUTUAL or adjectival_state(tree, child)):
            return False
    return True


# ------------------------------------------------------------------ whom it means
def _those_meant(seen: _SeenActors, phrase: _Phrase) -> Sequence[Draft]:
    """Gives those whom the phrase stands for: as many as it says, or nobody."""
    told = _apposed(seen.drafts, phrase)
    if told is not None:
        return told
    for fits in _ways(phrase):
        found = _nearest_meant(seen, phrase, fits)
        if found:
            return found
    return _only_ones_so_far(seen, phrase)


def _apposed(drafts: Drafts, phrase: _Phrase) -> Sequence[Draft] | None:
    """Finds whom the text itself tells, None if nobody: “the two leaders, **Ann Carver** and **Peter Duval**”."""
    beside = drafts.tree.child(phrase.head, "appos")
    if beside is None:
        return None
    heads = islice(drafts.tree.conjuncts(beside), MOST)
    found = {draft.id: draft for head in heads if (draft := drafts.at(head)) is not None and draft.named}
    return tuple(found.values()) if len(found) == (phrase.number or max(len(found), 2)) else ()


_Way = tuple[ActorKind | None, bool]  # the kind asked for, None: by role; whether the role must fit


def _ways(phrase: _Phrase) -> Iterator[_Way]:
    """Gives the ways to find them: by their role first, then by what the word says that they are."""
    if phrase.role:
        yield None, True
    if phrase.word and phrase.state is None:
        for kind in phrase.word.kinds:
            yield kind, False


def _is_one_of_phrase(seen: _SeenActors, phrase: _Phrase, draft: Draft, way: _Way) -> bool:
    kind, by_role = way
    if by_role:
        owner = seen.drafts.state(phrase.state) if phrase.state else None
        owned = phrase.state is None or (owner is not None and any(owner.id in role.of for role in draft.roles))
        return owned and not seen.roles_of[draft.id].isdisjoint(_roles_meant(phrase.role))
    gender = phrase.word.gender if phrase.word else ""
    return draft.kind == kind and (not gender or draft.gender in {"", gender})


def _roles_meant(role: str) -> tuple[str, ...]:
    return LEADERS if role == "leader" else (role,)


def _nearest_meant(seen: _SeenActors, phrase: _Phrase, way: _Way) -> Sequence[Draft]:
    """Gives those in the nearest sentence that has as many as are said: coordinated ones, else all who fit."""
    here = seen.drafts.tree.sentence_of[phrase.head]
    for sentence in range(here, max(here - REACH, 0) - 1, -1):
        mentions = seen.before(sentence, phrase.first)
        fitting = {head: draft for head, draft in mentions if _is_one_of_phrase(seen, phrase, draft, way)}
        if way[1] and fitting:
            fitting |= {head: draft for head, draft in mentions if _is_counterpart(draft)}
        if not fitting:
            continue
        if _is_either(seen.drafts.tree, fitting):
            return ()
        for group in _groups_meant(seen, fitting, way):
            found = list({draft.id: draft for draft in group}.values())
            if len(found) == (phrase.number or (max(len(found), 2) if way[1] or len(group) < len(fitting) else 2)):
                return found
        if phrase.number is None:
            return ()
    return ()


def _groups_meant(seen: _SeenActors, fitting: Mapping[int, Draft], way: _Way) -> Iterator[list[Draft]]:
    """Gives who may be meant: “The **union** struck. The **firm** sued in **court**”: unjoined, two may be of three."""
    yield from _coordinated(seen.drafts.tree, fitting)
    meant = list(fitting.values())
    bodies = islice((draft.id for draft in seen.drafts if draft.named and draft.kind == "organisation"), MOST)
    if way[0] != "organisation" or {draft.id for draft in meant} == set(bodies):
        yield meant


def _is_either(tree: Tree, heads: Mapping[int, Draft]) -> bool:
    """Tells whether only one of them will be meant: “Rovers will meet **Ashby or Veda**”."""
    pairs = ((one, other) for one, other in pairwise(sorted(heads)) if other - one <= FAR)
    return any(tree.tokens[index].lemma in {"or", "nor"} for one, other in pairs for index in range(one + 1, other))


def _is_counterpart(draft: Draft) -> bool:
    """Tells whether he has the same office: “Minister Ann Carver met her Danish **counterpart** Peter Duval”."""
    return any(role.role.casefold().endswith(_COUNTERPART) for role in draft.roles)


def _coordinated(tree: Tree, fitting: Mapping[int, Draft]) -> Iterator[list[Draft]]:
    """Finds whole coordinations of those who fit, the last one first: “**Ann Carver** and **Peter Duval**”."""
    for head in sorted(fitting, reverse=True):
        if tree.tokens[head].dep == "conj":
            continue
        group = [head]
        while len(group) <= MOST and (after := tree.child(group[-1], "conj")) is not None:
            group.append(after)
        if len(group) > 1 and all(member in fitting for member in group):
            yield [fitting[member] for member in group]


def _only_ones_so_far(seen: _SeenActors, phrase: _Phrase) -> Sequence[Draft]:
    """Gives the only ones of that role, or the only states, that the text has named so far."""
    if phrase.number is None:
        return ()
    if phrase.role:
        found = [draft for role in _roles_meant(phrase.role) for draft in seen.by_role.get(role, ())[: MOST + 1]]
        found = [draft for draft in found if _is_one_of_phrase(seen, phrase, draft, (None, True))]
    elif phrase.word and phrase.word.kinds[0] == "state":
        found = seen.states
    else:
        return ()
    start = seen.drafts.tree.tokens[phrase.first].start
    known = list({draft.id: draft for draft in found if seen.start_of[draft.id] < start}.values())
    return known if len(known) == phrase.number else ()

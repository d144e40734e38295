"""What a name is the name of: person, organisation, state, place, or no actor at all.

All places of one name in the article vote, each with what stands around it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..language.tables import organisation_of, state_of
from ..language.tree import Tree
from ..language.words import given_names, heads, places, roles, speech_verbs
from ..model import ActorKind
from .mentions import PARTICLES, Found

Votes = Counter[str]  # kind or "thing" → weight

_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
_TABLES = {"state": "state", "organisation": "organisation", "place": "place"}
_IN = frozenset({"in", "at", "near", "across", "around", "outside", "throughout", "inside"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TABLE, TITLE, HEAD, GIVEN, INITIAL, SPEAKS, LABEL, IN = 6.0, 3.0, 4.0, 2.0, 1.5, 1.0, 1.0, 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name and what it is the name of."""

    found: Found
    text: str
    kind: ActorKind
    head: int  # token


def classify(tree: Tree, names: Sequence[Found]) -> tuple[Known, ...]:
    """The names that are actors' or places', each with its kind; what is no actor is left out."""
    votes = vote(tree, names)
    kinds = {text: _kind(winner(ballot)) for text, ballot in votes.items()}
    return tuple(
        Known(found=name, text=text, kind=kind, head=head_of(tree, name))
        for name in names
        if (kind := kinds[text := name_text(tree, name)]) is not None
    )


def _kind(best: str) -> ActorKind | None:
    match best:
        case "person" | "organisation" | "state" | "place":
            return best
        case _:
            return None


def name_text(tree: Tree, name: Found) -> str:
    """The words of `name`, spaces as in the text."""
    return tree.text[tree.tokens[name.first].start : tree.tokens[name.last - 1].end]


def head_of(tree: Tree, name: Found) -> int:
    """The token of `name` that governs the others: the first one whose own governor lies outside."""
    for index in range(name.first, name.last):
        head = tree.tokens[index].head
        if (head == index or not name.first <= head < name.last) and tree.tokens[index].pos != "PUNCT":
            return index
    return name.last - 1


def vote(tree: Tree, names: Sequence[Found]) -> dict[str, Votes]:
    """The votes for each name's words."""
    votes: dict[str, Votes] = defaultdict(Counter)
    for name in names:
        text = name_text(tree, name)
        ballot = votes[text]
        if not ballot:
            _vote_by_words(text, ballot)
        _vote_by_place(tree, name, ballot)
    _lend_to_surnames(votes)
    return votes


def winner(ballot: Mapping[str, float]) -> str:
    """The kind with most votes, "" where nothing speaks for any."""
    return max(ballot, key=lambda kind: (ballot[kind], kind), default="")


def _vote_by_words(text: str, ballot: Votes) -> None:
    words = text.split()
    if len(words) > 1:
        _vote_by_head(words, ballot)
        first = words[0].rstrip(".")
        if first in given_names():
            ballot["person"] += GIVEN
        elif len(first) == 1 or (words[0].endswith(".") and len(first) <= 2):
            ballot["person"] += INITIAL
    elif words[0] in given_names():
        ballot["person"] += INITIAL
    elif text.isupper() and 2 <= len(text) <= 6:
        ballot["organisation"] += INITIAL


def _vote_by_head(words: Sequence[str], ballot: Votes) -> None:
    """“Harbour **Bank**”, “**Bank** of Harbour”: the head word of a name says what it is."""
    cut = next((i for i, word in enumerate(words) if word in {"of", "for", "and", "on"}), len(words))
    for word in {words[-1], words[cut - 1] if cut else words[-1]}:
        kind = heads().get(word)
        if kind:
            ballot[kind] += HEAD


def _vote_by_place(tree: Tree, name: Found, ballot: Votes) -> None:
    tokens = tree.tokens
    if name.label in _TABLES:
        ballot[_TABLES[name.label]] += TABLE
    elif name.label in _LABELS:
        ballot[_LABELS[name.label]] += LABEL
    else:
        ballot[""] += 0.5
    head = head_of(tree, name)
    token = tokens[head]
    before = tokens[name.first - 1] if name.first else None
    if before is not None:
        word = before.text.lower()
        role = roles().get(word)
        if role and role.kind != "person":
            ballot["person"] += TITLE
        elif role:
            ballot["person"] += SPEAKS
        elif word in _IN:
            ballot["place"] += IN
    if token.dep in _SUBJECTS and tokens[token.head].lemma in speech_verbs():
        ballot["person"] += SPEAKS
        ballot["organisation"] += SPEAKS / 2
    if any(tokens[c].dep == "appos" and tokens[c].lemma in roles() for c in tree.children[head]):
        ballot["person"] += TITLE


def _lend_to_surnames(votes: Mapping[str, Votes]) -> None:
    """“Ann **Paris** … Paris said”: a surname and its full name vote together, more so than a table of places."""
    by_last: dict[str, list[str]] = defaultdict(list)
    for text in votes:
        words = text.split()
        if len(words) > 1 and not state_of(text) and not organisation_of(text) and text not in places():
            by_last[words[-1]].append(text)
    for surname, fulls in by_last.items():
        if surname not in votes:
            continue
        for full in fulls:
            if _maybe_person(full, votes[full]):
                own = votes[surname]
                shared = own["person"]
                own["person"] += TABLE * 10 + votes[full]["person"]
                votes[full]["person"] += shared + SPEAKS


def _maybe_person(text: str, ballot: Votes) -> bool:
    best = winner(ballot)
    if best in {"thing", "place", "state"}:
        return False
    words = text.split()
    return (
        not any(word in heads() for word in words)
        and 2 <= len(words) <= 5
        and all(word[0].isupper() or word in PARTICLES for word in words)
    )

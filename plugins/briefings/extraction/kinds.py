"""What a name is the name of: person, organisation, state, place, or no actor at all.

All places of one name in the article vote, each with what stands around it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..language.tables import organisation_of, state_of
from ..language.tree import Tree
from ..language.words import heads, places, roles
from ..model import ActorKind
from .mentions import PARTICLES, Found
from .rejecting import likelihood
from .signs import Evidence, gather, head_of, name_text

Votes = Counter[str]  # kind or "thing" → weight

TABLE = 6.0
SURNAME = 60.0  # more than any table of places: "Ann Paris … Paris said"
THRESHOLD = 0.4  # under which a name is no actor's; best on texts of all kinds
_TABLES = frozenset({"state", "organisation", "place"})
_OWN: Mapping[str, tuple[str, float]] = {
    "given name": ("person", 2.0), "initial": ("person", 1.5), "given name alone": ("person", 1.5),
    "capitals": ("organisation", 1.5), "head organisation": ("organisation", 4.0), "head place": ("place", 4.0),
    "head thing": ("thing", 4.0),
}  # fmt: skip
_AROUND: Mapping[str, tuple[tuple[str, float], ...]] = {
    "state": (("state", TABLE),), "organisation": (("organisation", TABLE),), "place": (("place", TABLE),),
    "PERSON": (("person", 1.0),), "ORG": (("organisation", 1.0),),
    "GPE": (("place", 1.0),), "LOC": (("place", 1.0),), "FAC": (("place", 1.0),),
    "bare": (("", 0.5),), "after a title": (("person", 3.0),), "after an occupation": (("person", 1.0),),
    "beside a role": (("person", 3.0),), "in": (("place", 0.7),),
    "speaks": (("person", 1.0), ("organisation", 0.5)),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name and what it is the name of."""

    found: Found
    text: str
    kind: ActorKind
    head: int  # token
    likelihood: float  # that it is an actor's or a place's at all


def classify(tree: Tree, names: Sequence[Found]) -> tuple[Known, ...]:
    """The names that are actors' or places', each with its kind; what is no actor is left out."""
    evidence = gather(tree, names)
    votes = {text: _votes(found) for text, found in evidence.items()}
    _lend_to_surnames(votes)
    kinds = {text: _kind(winner(ballot)) for text, ballot in votes.items() if not is_no_name(text)}
    chances = {text: _chance(evidence[text]) for text, kind in kinds.items() if kind}
    return tuple(
        Known(found=name, text=text, kind=kind, head=head_of(tree, name), likelihood=chance)
        for name in names
        if (kind := kinds.get(text := name_text(tree, name))) and (chance := chances[text]) >= THRESHOLD
    )


def _chance(evidence: Evidence) -> float:
    return 1.0 if _TABLES & evidence.around.keys() else likelihood(evidence)


def _kind(best: str) -> ActorKind | None:
    match best:
        case "person" | "organisation" | "state" | "place":
            return best
        case _:
            return None


def winner(ballot: Mapping[str, float]) -> str:
    """The kind with most votes, "" where nothing speaks for any."""
    return max(ballot, key=lambda kind: (ballot[kind], kind), default="")


def is_no_name(text: str) -> bool:
    """“Monday”, “President”, “Senators”, “1905”, “J. K.”: a word for a time, an office or a thing, or initials alone."""
    words = text.replace("-", " ").split()
    if all(len(word.rstrip(".")) <= 1 or not any(letter.isalpha() for letter in word) for word in words):
        return True
    lower = text.lower()
    if lower in roles() or lower.removesuffix("s") in roles():
        return True
    return all(word.lower() in roles() or heads().get(word) == "thing" for word in words)


def _votes(evidence: Evidence) -> Votes:
    ballot: Votes = Counter()
    for sign in evidence.own:
        if sign in _OWN:
            kind, weight = _OWN[sign]
            ballot[kind] += weight
    if "given name" in evidence.own and "two words" in evidence.own:
        ballot["thing"] = 0.0  # "Terry Gross" is no sum
    for sign, places_of in evidence.around.items():
        for kind, weight in _AROUND.get(sign, ()):
            ballot[kind] += weight * places_of
    return ballot


def _lend_to_surnames(votes: Mapping[str, Votes]) -> None:
    """“Ann **Paris** … Paris said”: a surname and its full name vote together, more so than a table of places."""
    by_last: dict[str, list[str]] = defaultdict(list)
    for text in votes:
        last = text.rsplit(" ", 1)[-1]
        if last != text and last in votes and _maybe_person(text, votes[text]):
            by_last[last].append(text)
    for surname, fulls in by_last.items():
        own = votes[surname]["person"]
        for full in fulls:
            votes[surname]["person"] += SURNAME + votes[full]["person"]
            votes[full]["person"] += own + 1.0


def _maybe_person(text: str, ballot: Votes) -> bool:
    if state_of(text) or organisation_of(text) or text in places() or winner(ballot) in {"thing", "place", "state"}:
        return False
    words = text.split()
    return (
        2 <= len(words) <= 5
        and not any(word in heads() for word in words)
        and all(word[0].isupper() or word in PARTICLES for word in words)
    )

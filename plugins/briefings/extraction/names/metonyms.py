"""Seats that act for their states: "**New Delhi** has revoked the treaty", "the **Kremlin** denied it".

A capital where something happens stays a place, and so does one whose state the article never names.
"""

from collections import Counter
from collections.abc import Iterable

from ...language.tables import State, state_of_metonym
from ...language.tree import Tree
from ...language.words import nouns_of_speech, nouns_of_states_acts
from .kinds import ClassifiedName
from .signs import is_dateline
from .trimming import FoundName

_HALVES = ("East", "North", "South", "West")
_PLACES = frozenset({"in", "at", "near", "outside", "from", "around", "inside", "across", "to", "into", "through"})
_STATIC = frozenset({"be", "become", "have", "lie", "see", "sit", "stand", "host", "house", "remain", "experience"})
_MINDED = frozenset({  # "Washington was ready to talk": no town is
    "adamant", "alarmed", "angry", "anxious", "committed", "concerned", "confident", "determined", "disappointed",
    "eager", "furious", "keen", "opposed", "prepared", "ready", "reluctant", "unwilling", "wary", "willing", "worried",
})  # fmt: skip
_TOWARD = frozenset(
    {"accuse", "urge", "press", "pressure", "sanction", "condemn", "blame", "warn", "punish", "isolate"}
)
_BETWEEN = frozenset({
    "solidarity", "talk", "tie", "relation", "relationship", "deal", "agreement", "support", "sanction", "alliance",
    "cooperation", "war", "dispute", "tension", "negotiation", "treaty", "pact", "pressure", "friendship",
    "partnership",
})  # fmt: skip
_OWNED = frozenset({
    "ally", "ambassador", "delegation", "negotiator",
    "ambition", "decision", "envoy", "government", "interest", "move", "policy", "position",
    "refusal", "response", "stance", "strategy", "effort", "aggression", "invasion", "offer", "sanction",
})  # fmt: skip
_JOINS = frozenset({"and", "or", "&", "nor"})
LONGEST_LIST = 12  # "London, Paris and Rome": coordinated names climbed to their verb


def seats_of_states(tree: Tree, names: Iterable[ClassifiedName]) -> dict[FoundName, State]:
    """Gives the names that stand for states as their seats; a capital that is oftener a place is one throughout."""
    found: dict[FoundName, State] = {}
    balance: Counter[str] = Counter()  # capital → places where it acts less those where something happens in it
    texts: dict[FoundName, str] = {}
    for name in names:
        state = _state_meant(tree, name)
        if state:
            found[name.found] = state
            texts[name.found] = name.text
        balance[name.text] += 1 if state else -(_word_before(tree, name) in _PLACES)
    return {name: state for name, state in found.items() if balance[texts[name]] >= 0}


def _state_meant(tree: Tree, name: ClassifiedName) -> State | None:
    seat = state_of_metonym(name.text)
    if seat:
        return None if _word_before(tree, name) in _PLACES else seat
    state = tree.gazetteer.state_of_capital(name.text)
    if state is None or name.kind == "person" or is_dateline(tree, name.found) or not _acts_there(tree, name.head):
        return None
    return state if _is_named(tree, state) else None


def whole_names(tree: Tree, names: Iterable[ClassifiedName]) -> dict[str, tuple[str, ...]]:
    """Maps half a state's name to the article's states that it fits: “South Korea … **the South** fired back”.

    So does “**North** and South Korea”, where the table knows both.
    """
    halves: dict[str, set[str]] = {half: set() for half in _HALVES}
    for name in names:
        half, _, rest = name.text.partition(" ")
        if rest and half in halves and name.kind == "state":
            halves[half].add(name.text)
            other = tree.tokens[name.found.first - 2].text if name.found.first > 1 else ""
            if (
                other in halves
                and tree.tokens[name.found.first - 1].text in _JOINS
                and tree.gazetteer.state_of(f"{other} {rest}")
            ):
                halves[other].add(f"{other} {rest}")
    return {half: tuple(sorted(fits)) for half, fits in halves.items() if fits}


def _acts_there(tree: Tree, head: int) -> bool:
    for _ in range(LONGEST_LIST):
        if tree.tokens[head].dep != "conj" or tree.tokens[tree.tokens[head].head].pos != "PROPN":
            break
        head = tree.tokens[head].head
    token = tree.tokens[head]
    governor = tree.tokens[token.head]
    match token.dep:
        case "nsubj" | "nsubjpass":
            mood = tree.child(token.head, "acomp") if governor.lemma == "be" else None
            minded = mood is not None and tree.tokens[mood].text in _MINDED
            return minded or (governor.pos in {"VERB", "AUX"} and governor.lemma not in _STATIC)
        case "dobj":
            return governor.lemma in _TOWARD
        case "poss":
            return governor.lemma in _OWNED | nouns_of_speech() | nouns_of_states_acts()
        case "pobj":
            return governor.dep == "agent" or (
                tree.tokens[governor.head].lemma in _BETWEEN and governor.lemma in {"with", "against", "between"}
            )
        case _:
            return False


def _is_named(tree: Tree, state: State) -> bool:
    """Tells whether the article speaks of `state` by its name or adjective too."""
    return any(word in tree.text for word in (state.name, *state.adjectives, *state.aliases) if len(word) > 1)


def _word_before(tree: Tree, name: ClassifiedName) -> str:
    index = name.found.first - 1
    if index >= 0 and tree.tokens[index].lemma == "the":
        index -= 1
    return tree.tokens[index].lemma if index >= 0 else ""

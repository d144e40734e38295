"""Offices named over an "of" or "for": "Secretary of State", "Minister for Health", "Leader of the Opposition".

Their words have capitals like a name's, and stand right before one.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from ...language.tree import Tree

Tokens = tuple[int, int]  # [first, last)

LONGEST_NAME = 9  # tokens: "Secretary of Health and Human Services"
_FIELDS = frozenset({
    "affairs", "african", "agriculture", "asian", "aviation", "commerce", "communications", "communities",
    "cooperation", "culture", "defence", "defense", "development", "economic", "economy", "education",
    "employment", "energy", "environment", "european", "exchequer", "external", "federal", "finance",
    "fisheries", "food", "foreign", "health", "higher", "home", "homeland", "housing", "human", "humanitarian",
    "immigration", "industry", "information", "infrastructure", "interior", "internal", "international",
    "investment", "justice", "labor", "labour", "lands", "local", "mines", "mining", "national", "natural",
    "navy", "parliamentary", "petroleum", "planning", "political", "power", "public", "railways", "religious",
    "research", "resources", "rural", "science", "security", "services", "social", "sport", "sports", "state",
    "technology", "tourism", "trade", "transport", "transportation", "treasury", "urban", "veterans", "war",
    "water", "welfare", "women", "works", "youth",
})  # fmt: skip
_OF: Mapping[str, AbstractSet[str]] = {
    **dict.fromkeys(("minister", "ministers", "secretary", "undersecretary"), _FIELDS),
    "chancellor": frozenset({"exchequer"}),
    "chief": frozenset({"air", "army", "defence", "defense", "forces", "general", "naval", "police", "staff"}),
    "commissioner": frozenset({"police", "prisons"}),
    "director": frozenset({"communications", "operations", "prosecutions", "public"}),
    "general": _FIELDS | {"police", "prisons"},
    "head": frozenset({"government", "mission", "state"}),
    "leader": frozenset({"opposition"}),
    "superintendent": frozenset({"police"}),
}
_BEFORE = frozenset({
    "additional", "assistant", "cabinet", "deputy", "director", "first", "inspector", "joint", "prime", "senior",
    "shadow", "under", "vice",
})  # fmt: skip
_LINKS = frozenset({"for", "of"})
_BETWEEN = frozenset({"&", ",", "and", "for"})


def office_end(tree: Tree, holder: int) -> int | None:
    """Finds the token after the office held by `holder`: “**Secretary** of Health and Human Services Ann Carver”."""
    tokens = tree.tokens
    fields = _OF.get(tokens[holder].text.lower())
    if fields is None or holder + 2 >= len(tokens) or tokens[holder + 1].text not in _LINKS:
        return None
    index = holder + 2 + (tokens[holder + 2].text == "the")
    last = index
    while index < min(len(tokens), holder + LONGEST_NAME):
        word = tokens[index].text
        if word.lower() in fields and word[0].isupper() == tokens[holder].text[0].isupper():
            last = index + 1
        elif word not in _BETWEEN:
            break
        index += 1
    last -= tokens[last - 1].text == "General"  # "Chief of Defence Staff | General Ann Carver"
    return last if last > holder + 2 + (tokens[holder + 2].text == "the") else None


def office_before(tree: Tree, last: int) -> int | None:
    """Finds the holder of the office that ends before token `last`: “Inspector **General** of Police Joram Carver”.

    Its letters may stand between: “Superintendent of Police (SP) Ann Carver”.
    """
    tokens = tree.tokens
    if last > 2 and tokens[last - 1].text == ")" and tokens[last - 3].text == "(":
        last -= 3
    for holder in range(last - 3, max(last - LONGEST_NAME - 1, -1), -1):
        if tokens[holder + 1].text in _LINKS and office_end(tree, holder) == last:
            return holder
    return None


def office_start(tree: Tree, holder: int) -> int:
    """Finds the first token of an office: “**Deputy** Prime Minister of Finance”."""
    while holder and tree.tokens[holder - 1].text.lower() in _BEFORE:
        holder -= 1
    return holder


def offices(tree: Tree) -> tuple[Tokens, ...]:
    """Gives the tokens of every office over an "of" or "for", in the order of the text."""
    found = []
    for holder, (token, after) in enumerate(pairwise(tree.tokens)):
        if after.text in _LINKS and token.text[0].isupper() and (last := office_end(tree, holder)) is not None:
            found.append((office_start(tree, holder), last))
    return tuple(found)

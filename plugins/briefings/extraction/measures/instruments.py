"""What an act is done with or about, in the words of the text: trade sanctions, a travel visa, fraud.

Never a party, a pronoun or a noun that says nothing by itself ("attempt", "use"); none where nothing fits.
"""

from collections.abc import Iterator
from itertools import chain as joined

from ...language.measure_frames import nouns_of
from ...language.measure_types import TYPES, types_with
from ...language.tree import Tree
from ...model import Found, MeasureType, Span
from ..grammar.clauses import after, complements
from ..predications.links import patient
from .arguments import Actors
from .triggers import Trigger

CONFIDENCE = 0.92  # the share of instruments that are right among 60 of real news read by hand
MAX_WORDS = 8
MAX_CONTENT = 4  # tokens from a noun to what it is made of
MAX_DEPTH = 3  # "a number of rounds of talks"
_INNER = frozenset({"compound", "amod", "nmod", "nummod", "punct"})
# Words at the start of a noun phrase that say nothing of the thing.
_EMPTY = frozenset({
    "more", "many", "several", "other", "such", "own", "further", "same", "few", "much", "full", "latest", "certain",
    "various", "similar", "new", "recent", "planned", "proposed", "upcoming", "so", "called", "alleged",
})  # fmt: skip
_OF = ("of", "over", "on", "for", "against", "to", "into")
# Adjectives that name a kind end like these; the others only judge or count.
_KINDS = ("al", "ic", "ary", "ear", "ian")
_JUDGING = frozenset({
    "individual", "special", "official", "additional", "final", "initial", "total", "formal", "informal", "historic",
    "public", "drastic", "actual", "usual", "potential", "crucial", "essential", "critical", "typical", "annual",
    "real", "clear", "general", "bilateral", "mutual",
})  # fmt: skip


def instrument_of(actors: Actors, trigger: Trigger, kind: MeasureType) -> Found | None:
    """Finds the words for what the act is done with or about, without article and possessor; None where none fit."""
    for rule, head in _heads_of_instrument(actors, trigger, kind):
        span = _instrument_at(actors, head, trigger, depth=0)
        if span is not None:
            return Found(span=span, rule=rule, confidence=CONFIDENCE)
    return None


def _heads_of_instrument(actors: Actors, trigger: Trigger, kind: MeasureType) -> Iterator[tuple[str, int]]:
    """Finds the heads of the noun phrases that may name it, the likeliest first, each with the rule that says so."""
    tree = actors.tree
    done_to = patient(tree, trigger.verb) if trigger.verb is not None and trigger.noun is None else None
    own = [place for place in (trigger.noun, done_to) if place is not None]
    yield from (("the noun of the act" if place == trigger.noun else "what is acted on", place) for place in own)
    beside = TYPES[kind].about
    for place in (*own, *([trigger.verb] if trigger.verb is not None else [])):
        for word in beside:
            for thing in after(tree, place, word):
                if not (kind == "SANCTION" and word == "for" and _is_certain(tree, thing)):
                    yield f"after {word}", thing
    if kind == "REQUEST" and trigger.verb is not None:
        yield from (("a pact in what is asked", place) for place in _named_inside(actors, trigger.verb))


def _is_certain(tree: Tree, noun: int) -> bool:
    """Tells whether a noun means a deed that is known: sentenced for *the death* of an inmate; not for *bribery*."""
    before = tree.child(noun, "det", "poss")
    return before is not None and tree.tokens[before].text.lower() not in {"a", "an"}


def _named_inside(actors: Actors, verb: int) -> Iterator[int]:
    """Finds what is named in the clause below: urged Moldor to settle under *the Arlen Treaty*."""
    tree = actors.tree
    inside = joined.from_iterable(range(c, min(tree.right[c], c + 25)) for c in complements(tree, verb))
    for index in inside:
        token = tree.tokens[index]
        a_pact = token.dep == "pobj" and token.text.lower() in nouns_of("pact") | {"list"}
        if a_pact and tree.child(index, "compound", "amod") is not None:
            yield index


def _instrument_at(actors: Actors, head: int, trigger: Trigger, *, depth: int) -> Span | None:
    """Gives the phrase at `head`, or what it is a number, a start or a use *of*."""
    tree = actors.tree
    token = tree.tokens[head]
    named = depth > 0 and token.pos == "PROPN"  # "the request of the Municipality"
    if named or actors.at([head]) or _is_time(actors, head):
        return None
    if token.pos == "NUM" and (sign := next((c for c in tree.children[head] if tree.tokens[c].tag == "$"), None)):
        return tree.span(sign, head + 1)  # "$10 million"
    if token.pos not in {"NOUN", "PROPN"} or (token.pos == "PROPN" and actors.is_named(head) and depth == 0):
        return None
    says_little = token.lemma in nouns_of("shell") | nouns_of("container")
    own = head == trigger.noun
    if (says_little or own) and not _is_of_a_kind(actors, head):
        inner = (
            (h for h in after(tree, head, *(("for", "on", "of") if own else _OF))) if depth < MAX_DEPTH else iter(())
        )
        if own and trigger.type in types_with("no thing"):
            return None
        return next(
            (span for h in inner if (span := _instrument_at(actors, h, trigger, depth=depth + 1)) is not None), None
        )
    return _span_of_phrase(actors, head)


def _is_time(actors: Actors, head: int) -> bool:
    return any(e.first <= head < e.last for e in actors.tree.parse.entities if e.label in {"DATE", "TIME"}) or (
        actors.tree.tokens[head].lemma in {"monday", "time", "year", "month", "week", "day", "today", "yesterday"}
    )


def _is_of_a_kind(actors: Actors, noun: int) -> bool:
    """Tells whether a noun's words say its kind: *trade* sanctions, *military* exercises; not *tough* talks."""
    tree = actors.tree
    for child in tree.all_children(noun, "compound", "amod"):
        token = tree.tokens[child]
        if actors.chain(child) is not None:
            return False
        lower = token.text.lower()
        if token.dep == "compound" or (lower.endswith(_KINDS) and lower not in _JUDGING):
            return True
    return False


def _span_of_phrase(actors: Actors, head: int) -> Span | None:
    """Gives the words of a noun phrase from its first modifier to its head, and what a bare noun is made of."""
    tree, first = actors.tree, head
    for child in tree.children[head]:
        if child < head and tree.tokens[child].dep in _INNER and not _is_owned(tree, child):
            first = min(first, tree.left[child])
    while first < head and (tree.tokens[first].text.lower() in _EMPTY or not tree.tokens[first].text[0].isalnum()):
        first += 1
    while first >= 2 and tree.tokens[first - 1].text == "-" and _is_glued(tree, first - 1):
        first -= 2
    last = head
    while last + 2 < len(tree.tokens) and tree.tokens[last + 1].text == "-" and _is_glued(tree, last + 1):
        last += 2  # "de-escalation" is often parsed as a "de" with something behind it
    if first == head and last == head:
        last = _last_of_content(actors, head)
    return tree.span(first, last + 1) if last - first < MAX_WORDS else None


def _is_owned(tree: Tree, modifier: int) -> bool:
    """Tells whether a noun has an owner, and is no part of the thing: fined *the dockers' union* two million crowns."""
    return tree.child(modifier, "poss", "det") is not None


def _last_of_content(actors: Actors, head: int) -> int:
    """Finds the last token of what a bare noun is made of: *imports of grain*."""
    tree = actors.tree
    for inner in after(tree, head, "of"):
        token = tree.tokens[inner]
        bare = tree.child(inner, "det", "poss", "prep") is None and actors.chain(inner) is None
        if token.pos == "NOUN" and inner - head <= MAX_CONTENT and bare:
            return inner
    return head


def _is_glued(tree: Tree, hyphen: int) -> bool:
    before, mark, after_it = tree.tokens[hyphen - 1 : hyphen + 2]
    return before.end == mark.start and mark.end == after_it.start

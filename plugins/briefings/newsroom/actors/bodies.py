"""Whose a body is, and who holds an office of it: by the tables or an editor, and by the roles that texts gave.

Precision first: neither a name (“Keldorian Navy”) nor standing beside somebody makes anybody a state's own.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...language.lexicon import lexicon_rows
from ...language.naming.written import compared
from ...language.tables import kind_of_body, rows_above, state_of_adjective
from ...language.words import PAST, parted_role, roles
from ...model import Actor, Briefing, Chain, Role, Span

_NEAR = 80  # characters between a role and whose it is
_MOST_WORDS = 4  # between a possessor and its role: "Keldor's long-serving deputy"
_HOSTS = frozenset({"to", "for", "in", "at", "from", "with"})  # "ambassador to Norland" is none of Norland's
_PARTING = frozenset({
    "a", "an", "the", "and", "or", "as", "at", "by", "for", "from", "in", "of", "on", "that", "to", "who", "with",
})  # fmt: skip
_NO_OFFICE = frozenset({"counterpart", "candidate", "nominee", "captain", "coach", "owner", "founder", "co-founder"})
_AGAINST = frozenset({"opposition", "rebel", "shadow", "separatist", "militant", "union", "party", "business"})
_APART = frozenset({"party", "media", "ngo", "sport"})  # kinds of bodies whose people are no officials of a state
_BREAK = re.compile(r"[,;:()“”\"\n]|[.!?]\s")
_WORD = re.compile(r"[\w’'-]+")
_ITS = re.compile(r"\b(?:its|their)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """“President of Keldor”: an office as a briefing's text gives it to a person."""

    person: str  # id of the actor
    briefing: str  # slug
    role: Role
    body: str  # id of the chain there that it is an office of
    holders: tuple[str, ...]  # ids of the actors whose official that makes: that body, whom it belongs to
    former: bool  # the text says so: "former President"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """Bodies and officials, by the ids of their actors."""

    above: Mapping[str, tuple[str, ...]]  # a body → those that it is a body of, the nearest first
    below: Mapping[str, tuple[str, ...]]  # an actor → its bodies and theirs, by id
    held: Mapping[str, tuple[Office, ...]]  # a person → the offices, in the order of briefings and texts
    offices: Mapping[str, tuple[Office, ...]]  # an actor → offices of it and of its bodies, by the ids of persons


def bodies_of(briefings: Iterable[tuple[str, Briefing]], actors: Sequence[Actor]) -> Bodies:
    """Finds what belongs to whom among `actors`, over all `briefings` (slug, briefing) that they appear in."""
    above = _bodies_above(actors)
    below: dict[str, list[str]] = defaultdict(list)
    for body in sorted(above):
        for holder in above[body]:
            below[holder].append(body)
    held = _offices_held(dict(briefings), actors, above)
    offices: dict[str, list[Office]] = defaultdict(list)
    for person in sorted(held):
        for office in held[person]:
            for holder in office.holders:
                offices[holder].append(office)
    return Bodies(
        above=above,
        below={holder: tuple(found) for holder, found in below.items()},
        held=held,
        offices={holder: tuple(found) for holder, found in offices.items()},
    )


def _bodies_above(actors: Sequence[Actor]) -> dict[str, tuple[str, ...]]:
    """Finds the bodies above each, of those that the articles name: “Lok Sabha” → the Parliament of India, India."""
    nearest = _nearest_above(actors)
    found: dict[str, tuple[str, ...]] = {}
    for body in nearest:
        above, holder = [body], nearest.get(body)
        while holder is not None and holder not in above:  # only editors can make a circle
            above.append(holder)
            holder = nearest.get(holder)
        found[body] = tuple(above[1:])
    return {body: above for body, above in found.items() if above}


def _nearest_above(actors: Sequence[Actor]) -> dict[str, str]:
    """Finds whose each body is: by an editor's word, else by the tables' nearest row that an article names."""
    by_row = {actor.row: actor.id for actor in _first_last(actors) if actor.row}
    by_name = _ids_by_name(actors) if any(actor.body_of for actor in actors) else {}
    found = {}
    for actor in actors:
        told = by_name.get(compared(actor.body_of, "body")) if actor.body_of else None
        holder = told or next(filter(None, map(by_row.get, _rows_above(actor))), None)
        if holder is not None:
            found[actor.id] = holder
    return found


def _rows_above(actor: Actor) -> Iterable[str]:
    return rows_above(actor.row) if actor.row else ()


def _first_last(actors: Iterable[Actor]) -> list[Actor]:
    """Order actors so that in a look-up the first by id has the last word."""
    return sorted(actors, key=lambda actor: actor.id, reverse=True)


def _ids_by_name(actors: Iterable[Actor]) -> dict[tuple[str, ...], str]:
    """Find actors by the words of all their names; their own names go before other forms."""
    ordered = _first_last(actors)
    named = [(text, actor.id) for actor in ordered for text, _ in actor.aliases]
    named += [(actor.name, actor.id) for actor in ordered]
    return {compared(text, "body"): holder for text, holder in named}


def _offices_held(
    briefings: Mapping[str, Briefing], actors: Sequence[Actor], above: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[Office, ...]]:
    by_chain = {(at.briefing, at.chain): actor for actor in actors for at in actor.appearances}
    found: dict[str, list[Office]] = defaultdict(list)
    for person, slug, role, chain in _owned_roles(briefings, actors):
        body = by_chain.get((slug, chain))
        if body is not None and _is_office(role.role, body):
            further = () if kind_of_body(body.row) in _APART else above.get(body.id, ())
            found[person].append(_office(person, slug, role, chain, (body.id, *further)))
    return {person: tuple(offices) for person, offices in found.items()}


def _owned_roles(briefings: Mapping[str, Briefing], actors: Iterable[Actor]) -> Iterator[tuple[str, str, Role, str]]:
    """Give each role of each person with the briefing that gives it and each chain there whose it is."""
    chains = {slug: _by_id(briefing) for slug, briefing in briefings.items()}
    for person, at in ((actor.id, at) for actor in actors if actor.kind == "person" for at in actor.appearances):
        text = briefings[at.briefing].article.text
        for role in chains[at.briefing][at.chain].roles:
            yield from ((person, at.briefing, role, one) for one in _owners_of_role(text, role, chains[at.briefing]))


def _by_id(briefing: Briefing) -> dict[str, Chain]:
    return {chain.id: chain for chain in briefing.actors}


def _office(person: str, briefing: str, role: Role, body: str, holders: tuple[str, ...]) -> Office:
    former = parted_role(role.role)[0] in PAST
    return Office(person=person, briefing=briefing, role=role, body=body, holders=holders, former=former)


def _owners_of_role(text: str, role: Role, chains: Mapping[str, Chain]) -> Iterator[str]:
    """Finds whose office a role is among all whom its phrase names: “**Keldorian** ambassador to Norland”."""
    before = text[max(0, role.span.start - _NEAR) : role.span.start]
    for one in role.of:
        owner = chains.get(one)
        spans = _spans_near(owner, role.span) if owner else []
        is_adjective = owner is not None and _is_adjective(before, owner)
        is_its = len(role.of) == 1 and _ITS.search(before) is not None
        if _may_own(text, role, spans) and any((is_adjective, is_its, _owns(text, role, spans))):
            yield one


def _may_own(text: str, role: Role, spans: Iterable[Span]) -> bool:
    """Tells whether a role may be one's: “ambassador **to** Norland” is not Norland's, which only has him there."""
    return not any(words[-1] in _HOSTS and not _is_of(words, role) for words in _after(text, role, spans))


def _owns(text: str, role: Role, spans: Sequence[Span]) -> bool:
    """Tells whether a phrase says whose a role is: “minister **of** Keldor”, “**Keldor**’s minister”."""
    is_of = any(_is_of(words, role) for words in _after(text, role, spans))
    return is_of or any(_is_possessor(text, role.span, span) for span in spans)


def _after(text: str, role: Role, spans: Iterable[Span]) -> Iterator[list[str]]:
    """Give the words between a role and each of `spans` behind it, where there are any."""
    yield from filter(None, (_words_between(text, role.span.end, span.start) for span in spans))


def _spans_near(chain: Chain, role: Span) -> list[Span]:
    """Finds where the text names a chain within the reach of a role."""
    first = bisect_left(chain.mentions, role.start - 2 * _NEAR, key=lambda mention: mention.span.start)
    last = bisect_right(chain.mentions, role.end + _NEAR, key=lambda mention: mention.span.start)
    return [mention.span for mention in chain.mentions[first:last]]


def _is_of(words: Sequence[str], role: Role) -> bool:
    """Tells whether a role is of a body by the words between.

    “minister **of** Keldor”, “President Mira Sand **of** Keldor”, “spokesman **for** Keldor”; no “envoy for” it.
    """
    plain = [word for word in words if not word[0].isupper() and word != "the"]
    speaks = role.role.casefold().endswith(("spokesman", "spokeswoman", "spokesperson"))
    return plain == ["of"] or (speaks and plain == ["for"])


def _is_possessor(text: str, role: Span, owner: Span) -> bool:
    """Tells whether an owner stands before its role.

    “**Keldor**’s former foreign minister”, “**Keldorian** President”; not “**Keldor** met a minister”.
    """
    if role.start <= owner.start < role.end:
        return True
    words = _words_between(text, owner.end, role.start)
    return words is not None and len(words) <= _MOST_WORDS and not _PARTING & set(words)


def _is_adjective(before: str, owner: Chain) -> bool:
    """Tells whether the word before the role is its owner's adjective, where it is no mention of its own.

    “**Norwegian** President Mira Sand”.
    """
    words = _WORD.findall(before)
    state = state_of_adjective(words[-1]) if words and before.endswith(f"{words[-1]} ") else None
    return state is not None and state.name == owner.name


def _words_between(text: str, start: int, end: int) -> list[str] | None:
    """Gives the words between two places of one phrase, without a last "the"; None where they are of none."""
    if not 0 <= end - start <= _NEAR or _BREAK.search(text[start:end]):
        return None
    words = _WORD.findall(text[start:end])
    return words[:-1] if words and words[-1] == "the" else words


def _is_office(words: str, body: Actor) -> bool:
    """Tells whether a role is an office of a body.

    “Foreign Minister” of a state, “director” of an agency; neither a “director” of a state nor a “counterpart”.
    """
    role = " ".join(parted_role(words.casefold())[1].split())
    parts = role.split()
    if not parts or parts[-1] in _NO_OFFICE or _AGAINST & set(parts):
        return False
    if body.kind == "state":
        return _is_of_state(role)
    known = roles().get(role) or roles().get(" ".join(parts[-2:])) or roles().get(parts[-1])
    return known is not None and known.kind == "office"


def _is_of_state(role: str) -> bool:
    return any(
        role == row["office"] or (not row["alone"] and role.endswith(f" {row['office']}"))
        for row in lexicon_rows("state_offices")
    )

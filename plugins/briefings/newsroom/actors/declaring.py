"""What editors declare in ``actors.yaml``, within one briefing: its chains take the declared name and kind.

Done before corrections and before the chains of several briefings are joined, so that a state which no
table knows is a state in its own briefing too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain as joined

from ...language.naming.written import Family, Words, compared, family_of
from ...model import Briefing, Chain, KnownActor, Measure, Quote
from .roster import Declared, Roster
from .same_entries import whole

_FAMILIES: tuple[Family, ...] = ("place", "body", "person")  # whole names first: a place has no titles to leave off
_Ids = Mapping[str, str]  # id of each chain that stays → id of the chain that it becomes


@dataclass(frozen=True, slots=True, kw_only=True)
class Declarations:
    """A roster by the words that its names are compared by; None is no actor."""

    by_words: Mapping[Words, Declared | None]

    def of(self, chain: Chain) -> Declared | Chain | None:
        """Tells whom a chain is declared to be; itself where nothing is said of it, None where it is no actor."""
        families = (family_of(chain.kind), *_FAMILIES) if chain.named else ()
        words = (compared(chain.name, family) for family in families)
        return next((self.by_words[each] for each in words if each in self.by_words), chain)


def known_actors(roster: Roster) -> tuple[KnownActor, ...]:
    """Gives what extraction is told beforehand: all actors of a declared kind, with every name that finds them.

    A person's surname alone is not among them: whose it is depends on the article ("Carver" of Ann Carver).
    """
    return tuple(
        KnownActor(
            name=entry.name,
            kind=entry.kind,
            aliases=tuple(alias for alias in entry.aliases if not _is_part_of_name(alias, entry)),
            adjectives=entry.adjectives,
            capitals=() if entry.capital is None else (entry.capital,),
        )
        for entry in whole(roster).actors
        if entry.kind is not None
    )


def _is_part_of_name(alias: str, entry: Declared) -> bool:
    return entry.kind == "person" and set(compared(alias, "person")) < set(compared(entry.name, "person"))


def declarations(roster: Roster) -> Declarations:
    """Makes the look-up of a roster.  Where it says two things of one name, `not_an_actor` counts."""
    known = whole(roster)
    told: list[tuple[str, Declared | None]] = [(name, None) for name in known.not_an_actor]
    told += ((name, entry) for entry in known.actors for name in (entry.name, *entry.aliases))
    for names in known.same:
        first = Declared(name=names[0])
        told += [(name, first) for name in names]
    by_words: dict[Words, Declared | None] = {}
    for family in _FAMILIES:
        for name, entry in told:
            by_words.setdefault(compared(name, family), entry)
    return Declarations(by_words=by_words)


def declare(briefing: Briefing, declared: Declarations) -> Briefing:
    """Gives chains the name and kind of the actor that they are declared to be.

    “Ruvania (person)” → “Ruvania (state)”.

    Chains that are declared one actor become one, where the first of them stands; facts follow them.
    A chain that is no actor goes, and facts lose it.
    """
    groups: dict[str, list[Chain]] = defaultdict(list)
    told: dict[str, Declared] = {}
    first_of: dict[str, str] = {}  # declared name → id of the first chain that bears it
    ids: dict[str, str] = {}
    for chain in briefing.actors:
        found = declared.of(chain)
        if found is None:
            continue
        ids[chain.id] = chain.id
        if isinstance(found, Declared):
            ids[chain.id] = first_of.setdefault(found.name, chain.id)
            told[ids[chain.id]] = found
        groups[ids[chain.id]].append(chain)
    if not told and len(ids) == len(briefing.actors):
        return briefing
    actors = [_as_declared(chains, told[one]) if one in told else chains[0] for one, chains in groups.items()]
    return _with_actors(briefing, actors, ids)


def _with_actors(briefing: Briefing, actors: Iterable[Chain], ids: _Ids) -> Briefing:
    """Give a briefing other chains; its facts and their roles follow them."""
    return replace(
        briefing,
        actors=tuple(_with_roles_of(chain, ids) for chain in actors),
        quotes=tuple(_quote_now(quote, ids) for quote in briefing.quotes),
        measures=tuple(_measure_now(measure, ids) for measure in briefing.measures),
    )


def _as_declared(chains: Sequence[Chain], entry: Declared) -> Chain:
    """Makes one chain of several; without a declared kind it keeps that of the first."""
    forms = dict.fromkeys(name for chain in chains for name in (chain.name, *chain.aliases))
    roles = joined.from_iterable(chain.roles for chain in chains)
    mentions = joined.from_iterable(chain.mentions for chain in chains)
    return replace(
        chains[0],
        name=entry.name,
        kind=entry.kind or chains[0].kind,
        aliases=tuple(name for name in forms if name != entry.name),
        roles=tuple(sorted(roles, key=lambda role: role.span)),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        confidence=1.0,
    )


def _with_roles_of(chain: Chain, ids: _Ids) -> Chain:
    return replace(chain, roles=tuple(replace(role, of=_now(role.of, ids)) for role in chain.roles))


def _quote_now(quote: Quote, ids: _Ids) -> Quote:
    return replace(quote, source=replace(quote.source, actors=_now(quote.source.actors, ids)))


def _measure_now(measure: Measure, ids: _Ids) -> Measure:
    return replace(
        measure,
        initiators=_now(measure.initiators, ids),
        targets=_now(measure.targets, ids),
        attribution=None if measure.attribution is None else ids.get(measure.attribution),
    )


def _now(chains: Sequence[str], ids: _Ids) -> tuple[str, ...]:
    """Gives the chains as they are now, each once, without those that are no actor."""
    return tuple(dict.fromkeys(ids[one] for one in chains if one in ids))

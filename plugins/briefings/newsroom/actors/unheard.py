"""What ``actors.yaml`` says to no effect: of names that no article has, and what cannot be done for it yet.

None of it is a mistake: an article may come.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ...language.naming.written import Family, compared, family_of, printed_form
from ...model import Briefing, Chain, Fault
from .roster import Roster, Said
from .same_actors import node_of, nodes_named

_FAMILIES: tuple[Family, ...] = ("person", "body", "place")
_APART = "cannot part two of one name within one article yet"
_Keys = frozenset[Hashable]


def unheard(roster: Roster, briefings: Sequence[Briefing]) -> tuple[Fault, ...]:
    """Notes each line of names that no actor of `briefings`, as they were found, bears; and for `different`.

    None of an entry whose name alone is not written, and of the first of the same: they say what others are called.
    """
    if not roster.said:
        return ()
    heard, nameless = _heard(briefings), _nameless(briefings)
    told = ((said, list(_dead(roster, said, heard))) for said in roster.said)
    faults = [fault for said, dead in told for fault in ((dead and _unnamed(roster, said, nameless)) or dead)]
    return (*faults, *_unparted(roster, briefings))


def _heard(briefings: Iterable[Briefing]) -> frozenset[Hashable]:
    """Gives the keys of all forms of names that actors of the briefings have, each form looked at once."""
    chains = ((briefing, chain) for briefing in briefings for chain in briefing.actors if chain.named)
    forms = {(text, family_of(chain.kind)) for briefing, chain in chains for text in _forms(briefing, chain)}
    return frozenset(key for text, family in forms for key in _keys_of_form(text, family))


def _nameless(briefings: Iterable[Briefing]) -> frozenset[Hashable]:
    """Finds what articles call those who are given no name: “office”."""
    chains = (chain for briefing in briefings for chain in briefing.actors if not chain.named)
    return frozenset(compared(chain.name, "place") for chain in chains)


def _forms(briefing: Briefing, chain: Chain) -> set[str]:
    text, family = briefing.article.text, family_of(chain.kind)
    spans = (mention.span for mention in chain.mentions if mention.form == "name")
    return {chain.name, *chain.aliases, *(printed_form(text[span.start : span.end], family) for span in spans)}


def _keys_of_form(text: str, family: Family) -> Iterator[Hashable]:
    yield node_of(text, family)
    yield compared(text, "place")


def _keys_of(name: str) -> _Keys:
    """Gives all that a form may be of which `name` speaks."""
    return frozenset(
        (*(n for f in _FAMILIES for n in nodes_named(name, f)), *(compared(name, family) for family in _FAMILIES))
    )


def _dead(roster: Roster, said: Said, heard: Collection[Hashable]) -> Iterator[Fault]:
    """Finds names that no article has: those of an entry each by itself, where it has others that are heard."""
    dead = _names_unheard(said, heard)
    mend = "check its spelling, or leave it for an article to come"
    if said.key == "actors" and not said.kind:
        mend += "; with a `kind:` it is found wherever it stands"
    if dead and (len(dead) == len(said.names) or said.key != "actors"):
        dead = [(" or ".join(dict.fromkeys(name for name, _ in dead)), dead[0][1])]
    for called, line in dead:
        yield _notice(roster, line, f"no article has an actor called {called}", mend)


def _names_unheard(said: Said, heard: Collection[Hashable]) -> list[tuple[str, int]]:
    """Find the names with their lines that no article has; the first of several may be there to be shown alone."""
    dead = [each for each in said.names if _keys_of(each[0]).isdisjoint(heard)]
    if said.key in ("actors", "same") and any(each not in dead for each in said.names[1:]):
        return [each for each in dead if each != said.names[0]]
    return dead


def _unnamed(roster: Roster, said: Said, nameless: Collection[Hashable]) -> list[Fault]:
    """Notes what is no actor, is called so on pages and is no name, which alone can be taken out."""
    name, line = said.names[0]
    if said.key != "not_an_actor" or compared(name, "place") not in nameless:
        return []
    mend = "take it out; where it stands in a fact, correct that fact in its article's corrections"
    return [_notice(roster, line, f"“{name}” has no name: not_an_actor takes out names only", mend)]


def _unparted(roster: Roster, briefings: Iterable[Briefing]) -> Iterator[Fault]:
    """Finds pairs of `different` that are one name, or two names of one actor of an article."""
    pairs = [(said, one, other) for said in roster.said if said.key == "different" for one, other in _name_pairs(said)]
    together = _borne_together({name for _, one, other in pairs for name in (one, other)}, briefings) if pairs else {}
    for said, one, other in pairs:
        seeds = together.get(frozenset((one, other)), ())
        if compared(one, "person") == compared(other, "person"):
            mend = "leave it out, or tell them apart by fuller names, where articles have these"
            yield _notice(roster, said.names[0][1], f"{_APART}: {one} and {other} are one name", mend)
        elif seeds:
            mend = f"correct its facts in corrections/{seeds[0].rsplit('/', 1)[-1]}.yaml"
            reason = f"{_APART}: {one} and {other} are one actor in {_places_in_words(seeds)}"
            yield _notice(roster, said.names[0][1], reason, mend)


def _places_in_words(seeds: Sequence[str]) -> str:
    """Says where: ``seeds/a.txt and 2 more articles``."""
    more = len(seeds) - 1
    return seeds[0] + (f" and {more:,} more article{'s' if more > 1 else ''}" if more else "")


def _name_pairs(said: Said) -> Iterator[tuple[str, str]]:
    return combinations((name for name, _ in said.names), 2)


def _borne_together(names: Collection[str], briefings: Iterable[Briefing]) -> Mapping[frozenset[str], list[str]]:
    """Finds each two of `names` that one actor of an article bears, with the seeds of those articles."""
    named = _by_key(names)
    found: dict[frozenset[str], list[str]] = defaultdict(list)
    for briefing in briefings:
        borne = (_borne(named, briefing, chain) for chain in briefing.actors if chain.named)
        for pair in dict.fromkeys(frozenset(two) for each in borne for two in combinations(each, 2)):
            found[pair].append(briefing.article.seed.path)
    return found


def _by_key(names: Iterable[str]) -> Mapping[Hashable, set[str]]:
    """Find names by all that a form may be of which they speak."""
    named: dict[Hashable, set[str]] = defaultdict(set)
    for name in names:
        for key in _keys_of(name):
            named[key].add(name)
    return named


def _borne(named: Mapping[Hashable, set[str]], briefing: Briefing, chain: Chain) -> list[str]:
    forms = _forms(briefing, chain)
    keys = (key for text in forms for key in _keys_of_form(text, family_of(chain.kind)))
    return sorted({name for key in keys for name in named.get(key, ())})


def _notice(roster: Roster, line: int, reason: str, mend: str) -> Fault:
    return Fault(path=roster.path, line=line, reason=reason, mend=mend, broken=False)

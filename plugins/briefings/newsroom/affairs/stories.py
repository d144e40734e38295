"""The same act told in several articles: measures of different briefings that tell of the same one become a story.

"Ruvania expelled two envoys on Monday" in one outlet and "Two envoys were expelled by Ruvania, its second such
step against Moldor" in another are one act: same kind, same sides as actors, same day, instruments that agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...extraction.measures.tellings import may_be_one_instrument, stage_of
from ...language.calendar import iso_day
from ...language.measure_types import types_with
from ...model import Actor, Briefing, Measure, Report, Story

# Days between the articles in which acts without a date of their own may be one; news goes round in these.
NEAR = timedelta(days=3)
MOST_OPEN = 20  # stories of the same sides that a measure is compared with: keeps many articles linear

_ByChain = Mapping[tuple[str, str], str]  # (slug, chain id) → actor id
Key = tuple[str, str, frozenset[str], frozenset[str]]  # type, stage, initiators, targets


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A measure with what it is compared by."""

    report: Report
    day: date | None  # of the act, where the text gives a day
    near: date  # the act's day, else the article's
    instrument: str | None


def join_stories(briefings: Iterable[tuple[str, Briefing]], actors: Iterable[Actor]) -> tuple[Story, ...]:
    """Finds the acts that several of `briefings` (slug, briefing) report, in the order of their first report.

    Only measures whose sides are `actors`, on a day or of an article that has one, can be joined; one briefing
    never tells one act twice.  The order of `briefings` never counts.
    """
    by_chain = {(at.briefing, at.chain): actor.id for actor in actors for at in actor.appearances}
    told = _by_sides(briefings, by_chain)
    joined = (Story(reports=tuple(t.report for t in group)) for same in told.values() for group in _acts(same))
    return tuple(sorted((story for story in joined if len(story.reports) > 1), key=lambda story: story.reports))


def _by_sides(briefings: Iterable[tuple[str, Briefing]], by_chain: _ByChain) -> Mapping[Key, list[_Told]]:
    """Gather the tellings that are of one kind, by the same for the same."""
    told: defaultdict[Key, list[_Told]] = defaultdict(list)
    for slug, briefing in briefings:
        for measure in briefing.measures:
            key, one = _sides_key(slug, measure, by_chain), _telling(slug, briefing, measure)
            if key is not None and one is not None:
                told[key].append(one)
    return told


def _sides_key(slug: str, measure: Measure, by_chain: _ByChain) -> Key | None:
    """Gives what two tellings of one act have in common; None where a side is nobody that other articles know."""
    by, toward = (_known_actors(slug, side, by_chain) for side in (measure.initiators, measure.targets))
    if not by or toward is None or not (toward or measure.instrument):
        return None
    if measure.type in types_with("mutual"):
        by, toward = by | toward, frozenset()
    return measure.type, stage_of(measure.status), by, toward


def _known_actors(slug: str, side: Iterable[str], by_chain: _ByChain) -> frozenset[str] | None:
    """Name the actors of a side; None where one of them is nobody that other articles know."""
    found = [by_chain.get((slug, chain)) for chain in side]
    known = frozenset(actor for actor in found if actor is not None)
    return known if None not in found else None


def _telling(slug: str, briefing: Briefing, measure: Measure) -> _Told | None:
    day, published = iso_day(measure.date or ""), iso_day(briefing.article.published.date or "")
    near = day or published
    if near is None:
        return None
    return _Told(report=Report(slug, measure.id), day=day, near=near, instrument=measure.instrument)


def _acts(told: Iterable[_Told]) -> Iterator[Sequence[_Told]]:
    """Groups tellings of one act each, by day; each is compared with the stories last begun."""
    groups: list[list[_Told]] = []
    for one in sorted(told, key=lambda t: (t.near, t.report)):
        home = next((group for group in reversed(groups[-MOST_OPEN:]) if _belongs(one, group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    yield from groups


def _belongs(one: _Told, group: Sequence[_Told]) -> bool:
    first = group[0]
    if any(one.report.briefing == other.report.briefing for other in group[-MOST_OPEN:]):
        return False
    on_day = one.day == first.day if one.day and first.day else one.near - first.near <= NEAR
    return on_day and all(may_be_one_instrument(one.instrument, other.instrument) for other in group[-MOST_OPEN:])

"""One act, one measure: the tellings of an act in one article are brought together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...language.measure_types import types_with
from ...model import Found, MeasureType, Span, Status
from ..cast.cast import Cast
from .triggers import Trigger

# How far back a telling is compared: keeps long texts linear; acts told once and again lie near.
MAX_BACK = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAct:
    """One telling with all that its own sentence says of the act."""

    trigger: Trigger
    type: MeasureType
    status: Status
    word: str  # lemma of the verb or noun that tells the act
    initiators: tuple[str, ...]
    named: bool  # an initiator has a name
    targets: tuple[str, ...]
    targets_named: bool
    instrument: str | None
    instrument_found: Found | None
    thing: str | None  # lemma of what a verb is done to, whether somebody or something
    span: Span
    sentence: Span
    date: str | None
    date_span: Span | None
    date_inferred: bool
    place: str | None
    place_found: Found | None
    hedged: bool
    speaker: str | None
    inherited: bool  # who did it stands in the telling before
    issued: int | None  # of a participle: the verb whose act it goes on about
    headline: bool  # sums up what the body tells
    again: bool  # "the attack": one that is told before
    sure: float  # how sure it is whom the words for its sides mean

    @property
    def fullness(self) -> tuple[bool, bool, bool, int]:
        """Ranks the body before the headline, "an attack" before "the attack", verbs before nouns, then the known."""
        known = (
            bool(self.initiators),
            self.named,
            bool(self.targets),
            self.date is not None,
            self.instrument is not None,
        )
        first = not self.again and self.issued is None
        return not self.headline, first, self.trigger.verb is not None, sum(known)


@dataclass(slots=True)
class _Act:
    """Tellings of one act and the fullest of them."""

    tellings: list[ToldAct]
    main: ToldAct


def bring_together(cast: Cast, tellings: Iterable[ToldAct]) -> list[list[ToldAct]]:
    """Gives groups of tellings of one act, in the order of their first one."""
    acts: list[_Act] = []
    by_type: dict[MeasureType, list[_Act]] = {}
    for telling in tellings:
        near = by_type.setdefault(telling.type, [])
        homes = [act for act in reversed(near[-MAX_BACK:]) if is_same_act(cast, act.main, telling)]
        alike = (act for act in homes if _is_lone(act.main) == _is_lone(telling))
        home = next(alike, homes[0] if homes else None)
        if home is None:
            home = _Act(tellings=[], main=telling)
            acts.append(home)
            near.append(home)
        home.tellings.append(telling)
        home.main = max(home.main, telling, key=lambda telling: telling.fullness)
    return [act.tellings for act in acts]


def fullest(group: Sequence[ToldAct]) -> ToldAct:
    """Gives the telling that gives the measure its trigger: the one that says most, the first of equals."""
    return max(group, key=lambda telling: telling.fullness)


def is_same_act(cast: Cast, a: ToldAct, b: ToldAct) -> bool:
    """Tells whether two tellings of one type may tell of one act: nothing that they say differs."""
    if a.headline != b.headline:
        return _sums_up(cast, a, b)
    if stage_of(a.status) != stage_of(b.status) or not _one_date(a, b) or not _one_party(cast, a, b):
        return False
    if a.sentence == b.sentence and not _is_lone(a) and not _is_lone(b):
        return b.issued == a.trigger.verb and a.type == "REQUEST"
    if a.word != b.word and not may_be_one_instrument(a.instrument, b.instrument):
        return False
    if a.thing and b.thing and a.thing != b.thing and not cast.share(a.targets, b.targets):
        return False  # closed its consulate, closed the border
    return _one_word(cast, a, b)


def _sums_up(cast: Cast, a: ToldAct, b: ToldAct) -> bool:
    """Tells whether a headline means the body's telling: *Woman accuses bank*, then *Lee has accused Arlen Bank*."""
    common = cast.share(a.initiators, b.initiators) or cast.share(a.targets, b.targets) or a.word == b.word
    return common and _one_party(cast, a, b)


def _one_word(cast: Cast, a: ToldAct, b: ToldAct) -> bool:
    lone = _is_lone(a) or _is_lone(b)
    if not lone and a.type not in types_with("mutual") and a.named and b.named and {*a.initiators} != {*b.initiators}:
        return False
    if a.type == "REQUEST" and lone and _is_lone(a) != _is_lone(b) and a.word != b.word:
        return cast.share(a.initiators, b.initiators) and cast.share(a.targets, b.targets)  # one may ask for much
    if lone or a.word == b.word:
        unknown = (
            not (a.initiators and b.initiators)
            or _initiators_nameless(cast, a, b)
            or (b.again and not (a.named and b.named))
        )
        return cast.share(a.initiators, b.initiators) or (a.word == b.word and unknown)
    same_parties = bool(a.targets) and set(a.targets) == set(b.targets) and cast.share(a.initiators, b.initiators)
    mutual = a.type in types_with("mutual") and len(_parties(a)) > 1 and _parties(a) == _parties(b)
    return a.type in types_with("between") and (same_parties or mutual)


def _is_lone(telling: ToldAct) -> bool:
    return telling.trigger.verb is None


def _one_date(a: ToldAct, b: ToldAct) -> bool:
    return a.date is None or b.date is None or a.date.startswith(b.date) or b.date.startswith(a.date)


def _one_party(cast: Cast, a: ToldAct, b: ToldAct) -> bool:
    if a.type in types_with("mutual") and _parties(a) and _parties(b):
        return _parties(a) <= _parties(b) or _parties(b) <= _parties(a)
    again = b.again and a.word == b.word and not (a.named and b.named)
    initiators = (
        not (a.initiators and b.initiators)
        or cast.share(a.initiators, b.initiators)
        or _initiators_nameless(cast, a, b)
        or again
    )
    targets = not (a.targets and b.targets) or cast.share(a.targets, b.targets) or _targets_nameless(cast, a, b)
    return initiators and targets


def _initiators_nameless(cast: Cast, a: ToldAct, b: ToldAct) -> bool:
    """Tells whether one may leave nameless whom the other names: *a woman*, then *Ann Lee*, accuses the bank."""
    return a.named != b.named and cast.share(a.targets, b.targets)


def _targets_nameless(cast: Cast, a: ToldAct, b: ToldAct) -> bool:
    """Tells whether one target may leave nameless another: the bank accuses *a woman*, then *Ann Lee*."""
    return a.targets_named != b.targets_named and cast.share(a.initiators, b.initiators)


def _parties(telling: ToldAct) -> set[str]:
    return {*telling.initiators, *telling.targets}


def may_be_one_instrument(a: str | None, b: str | None) -> bool:
    """Tells whether two instruments may be one: “trade sanctions” and “sanctions”, not “trade sanctions” and “visas”.

    None is what a telling does not say, and may be anything.
    """
    return not a or not b or a.casefold().split()[-1] == b.casefold().split()[-1]


def stage_of(status: Status) -> str:
    """Gives the status that two tellings of one act have in common: "coming" for what is announced or planned."""
    return "coming" if status in {"announced", "planned"} else status

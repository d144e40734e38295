"""The day of an act that tells none, from the event it is a part of: what is said in talks, an answer to a blow."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...language.measure_types import types_with
from ...language.tree import Tree
from .tellings import ToldAct

BACK = 6  # tellings back to the talks in whose course something was said
FAR_BACK = 12  # tellings back to the blow that is answered
_ANSWERS = frozenset({"retaliate", "respond", "counterattack"})


def with_days_of_events(tree: Tree, tellings: Sequence[ToldAct]) -> Iterator[ToldAct]:
    """Gives those of `tellings` of the past that tell no time of their own the day of their event; keeps the order."""
    for place, telling in enumerate(tellings):
        if telling.date is not None or telling.date_span is not None or not _is_past(tree, telling):
            yield telling
            continue
        before = tellings[max(0, place - FAR_BACK) : place]
        event = _talks(telling, before) or _talks_after_lead(tree, telling, tellings[place + 1 : place + 1 + BACK])
        event = event or _blow(telling, before)
        if event is None:
            yield telling
        else:
            yield replace(telling, date=event.date, date_span=event.date_span, date_inferred=True)


def _is_past(tree: Tree, telling: ToldAct) -> bool:
    """Tells whether a verb is in the simple past: *invited*, *offered*; not "has invited", "will invite"."""
    verb = telling.trigger.verb
    return verb is not None and tree.tokens[verb].tag == "VBD" and tree.child(verb, "aux", "auxpass") is None


def _talks(telling: ToldAct, before: Sequence[ToldAct]) -> ToldAct | None:
    """Finds the dated talks in which it was said: Lee met Dorn on Monday.  *She also invited him to Moldor*."""
    sides = {*telling.initiators, *telling.targets}
    if telling.type not in types_with("in talks") or not (telling.initiators and telling.targets):
        return None
    return next((talk for talk in reversed(before[-BACK:]) if _is_talk(talk) and sides <= _sides(talk)), None)


def _talks_after_lead(tree: Tree, telling: ToldAct, after: Sequence[ToldAct]) -> ToldAct | None:
    """Finds the talks that date the lead: *Lee denounced the raid.*  In talks with Dorn on Monday, she …."""
    verb = telling.trigger.head
    if telling.type not in types_with("in talks") or tree.sentence_of[verb] != 0 or not telling.named:
        return None
    beside = (talk for talk in after if tree.sentence_of[talk.trigger.head] == 1)
    return next((talk for talk in beside if _is_talk(talk) and {*telling.initiators} <= _sides(talk)), None)


def _blow(telling: ToldAct, before: Sequence[ToldAct]) -> ToldAct | None:
    """Finds the blow of a known day that is answered: Ruvania shelled the port yesterday.  *Moldor retaliated*."""
    if telling.word not in _ANSWERS:
        return None
    blows = (d for d in reversed(before) if d.type in types_with("blow") and d.initiators != telling.initiators)
    struck = next((d for d in blows if not {*d.targets}.isdisjoint(telling.initiators)), None)
    return struck if struck is not None and _has_day(struck) else None


def _is_talk(telling: ToldAct) -> bool:
    return telling.type == "CONSULT" and telling.status == "taken" and _has_day(telling)


def _has_day(telling: ToldAct) -> bool:
    return telling.date is not None and len(telling.date) == len("2031-03-05")


def _sides(telling: ToldAct) -> set[str]:
    return {*telling.initiators, *telling.targets}

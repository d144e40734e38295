"""The day of an act that tells none, from the event it is a part of: what is said in talks, an answer to a blow."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...language.measure_types import types_with
from ...language.tree import Tree
from .tellings import ToldAct

BACK = 6  # tellings back to the talks in whose course something was said
FAR_BACK = 12  # tellings back to the blow that is answered
_ANSWERS = frozenset({"retaliate", "respond", "counterattack"})


def with_days_of_events(tree: Tree, drafts: Sequence[ToldAct]) -> Iterator[ToldAct]:
    """Gives those of `drafts` of the past that tell no time of their own the day of their event; keeps the order."""
    for place, draft in enumerate(drafts):
        if draft.date is not None or draft.date_span is not None or not _is_past(tree, draft):
            yield draft
            continue
        before = drafts[max(0, place - FAR_BACK) : place]
        event = _talks(draft, before) or _talks_after_lead(tree, draft, drafts[place + 1 : place + 1 + BACK])
        event = event or _blow(draft, before)
        if event is None:
            yield draft
        else:
            yield replace(draft, date=event.date, date_span=event.date_span, date_inferred=True)


def _is_past(tree: Tree, draft: ToldAct) -> bool:
    """Tells whether a verb is in the simple past: *invited*, *offered*; not "has invited", "will invite"."""
    verb = draft.trigger.verb
    return verb is not None and tree.tokens[verb].tag == "VBD" and tree.child(verb, "aux", "auxpass") is None


def _talks(draft: ToldAct, before: Sequence[ToldAct]) -> ToldAct | None:
    """Finds the dated talks in which it was said: Lee met Dorn on Monday.  *She also invited him to Moldor*."""
    sides = {*draft.initiators, *draft.targets}
    if draft.type not in types_with("in talks") or not (draft.initiators and draft.targets):
        return None
    return next((talk for talk in reversed(before[-BACK:]) if _is_talk(talk) and sides <= _sides(talk)), None)


def _talks_after_lead(tree: Tree, draft: ToldAct, after: Sequence[ToldAct]) -> ToldAct | None:
    """Finds the talks that date the lead: *Lee denounced the raid.*  In talks with Dorn on Monday, she …."""
    verb = draft.trigger.head
    if draft.type not in types_with("in talks") or tree.sentence_of[verb] != 0 or not draft.named:
        return None
    beside = (talk for talk in after if tree.sentence_of[talk.trigger.head] == 1)
    return next((talk for talk in beside if _is_talk(talk) and {*draft.initiators} <= _sides(talk)), None)


def _blow(draft: ToldAct, before: Sequence[ToldAct]) -> ToldAct | None:
    """Finds the blow of a known day that is answered: Ruvania shelled the port yesterday.  *Moldor retaliated*."""
    if draft.word not in _ANSWERS:
        return None
    blows = (d for d in reversed(before) if d.type in types_with("blow") and d.initiators != draft.initiators)
    struck = next((d for d in blows if not {*d.targets}.isdisjoint(draft.initiators)), None)
    return struck if struck is not None and _has_day(struck) else None


def _is_talk(draft: ToldAct) -> bool:
    return draft.type == "CONSULT" and draft.status == "taken" and _has_day(draft)


def _has_day(draft: ToldAct) -> bool:
    return draft.date is not None and len(draft.date) == len("2031-03-05")


def _sides(draft: ToldAct) -> set[str]:
    return {*draft.initiators, *draft.targets}

"""The lexicon of measures: which verbs and nouns tell of one, in which frame, with which type and status."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from ..model import MeasureType, Status
from .lexicon import lexicon_rows, values
from .measure_types import TYPES

Effect = Literal["say", "announce", "claim", "report", "planned", "aspect", "try", "be", "go", "drop"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """One row of ``measure_verbs.txt``."""

    ways: tuple[tuple[str, ...], ...]  # alternatives of the words that must follow; () asks for none
    objects: tuple[tuple[str, ...], ...]  # alternatives of conditions that must all hold; () asks for none
    type: MeasureType
    status: Status
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NounFrame:
    """One row of ``measure_nouns.txt``."""

    light: Mapping[str, str]  # lemma of a light verb → the word that must stand with the noun, or ""
    alone: str | None  # None: only with a light verb; else the word that must stand with the noun, or ""
    of: bool  # the word after "of" may be the doer: the refusal of the mayor
    suffered: bool  # a possessor is whom it is done to: the mayor's arrest
    type: MeasureType
    status: Status
    targets: tuple[str, ...]


@cache
def verb_frames() -> Mapping[str, tuple[VerbFrame, ...]]:
    """Reads the frames of each verb (and of a few adjectives), in the order of the table."""
    found: dict[str, list[VerbFrame]] = {}
    for row in lexicon_rows("measure_verbs"):
        kind = _type_in_cell(row["type"])
        found.setdefault(row["verb"], []).append(
            VerbFrame(
                ways=tuple(tuple(way.split()) for way in values(row["with"])),
                objects=tuple(tuple(way.split("+")) for way in values(row["object"])),
                type=kind,
                status=_status_in_cell(row["status"], kind),
                targets=_targets_in_cell(row["target"], kind),
            )
        )
    return {verb: tuple(frames) for verb, frames in found.items()}


@cache
def noun_frames() -> Mapping[str, tuple[NounFrame, ...]]:
    """Reads the frames of each noun, in the order of the table."""
    found: dict[str, list[NounFrame]] = {}
    for row in lexicon_rows("measure_nouns"):
        kind = _type_in_cell(row["type"])
        ways = values(row["alone"])
        word = next((way.partition("+")[2] for way in ways if way.startswith(("owner", "suffered"))), None)
        found.setdefault(row["noun"], []).append(
            NounFrame(
                light=_light(row["light"]),
                alone=word,
                of="of" in ways,
                suffered="suffered" in ways,
                type=kind,
                status=_status_in_cell(row["status"], kind),
                targets=_targets_in_cell(row["target"], kind),
            )
        )
    return {noun: tuple(frames) for noun, frames in found.items()}


@cache
def nouns_of(name: str) -> frozenset[str]:
    """Gives the lemmas of a class of ``measure_classes.txt``.  Raises KeyError where there is no such class."""
    return _classes()[name]


@cache
def effects() -> Mapping[str, Effect]:
    """Tells what each governing word does to the status of the act it governs."""
    return {row["word"]: _effect_in_cell(row["effect"]) for row in lexicon_rows("measure_cues")}


def listed_lemma(lemma: str) -> str:
    """Spells a lemma as in the tables.

    ``"mobilise"`` → ``"mobilize"``, ``"stag"`` → ``"stage"``, ``"readmitte"`` → ``"readmit"``.
    """
    if lemma.endswith("ise") and lemma[:-3] + "ize" in verb_frames():
        return lemma[:-3] + "ize"
    if lemma.endswith("e") and lemma not in verb_frames():
        shorter = lemma[:-2] if lemma[-3:-2] == lemma[-2:-1] else lemma[:-1]
        return shorter if shorter in verb_frames() else lemma
    return lemma + "e" if lemma + "e" in _cut() else lemma


@cache
def light_verbs() -> frozenset[str]:
    """Lists lemmas of the verbs that some noun tells an act with: *hold* talks, *impose* a curfew."""
    return frozenset(verb for frames in noun_frames().values() for frame in frames for verb in frame.light)


@cache
def _cut() -> frozenset[str]:
    """Lists verbs of the tables in -e that are no other verb without it.

    "staged" is often read as a form of "stag".
    """
    verbs = {*verb_frames(), *light_verbs()}
    return frozenset(verb for verb in verbs if verb.endswith("e") and verb[:-1] not in {*verbs, *effects()})


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(values(row["words"])) for row in lexicon_rows("measure_classes")}


def _light(cell: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for value in values(cell):
        verb, _, word = value.partition("+")
        for lemma in nouns_of(f"light_{verb[1:]}") if verb.startswith("@") else (verb,):
            found.setdefault(lemma, word)
    return found


def _targets_in_cell(cell: str, kind: MeasureType) -> tuple[str, ...]:
    return values(cell) if cell else TYPES[kind].targets


def _type_in_cell(cell: str) -> MeasureType:
    for kind in get_args(MeasureType):
        if cell == kind:
            return kind  # type: ignore[no-any-return]
    raise ValueError(f"measure lexicon: no such type {cell!r}")


def _status_in_cell(cell: str, kind: MeasureType) -> Status:
    if not cell:
        return TYPES[kind].status or "taken"
    for status in get_args(Status):
        if cell == status:
            return status  # type: ignore[no-any-return]
    raise ValueError(f"measure lexicon: no such status {cell!r}")


def _effect_in_cell(cell: str) -> Effect:
    for effect in get_args(Effect):
        if cell == effect:
            return effect  # type: ignore[no-any-return]
    raise ValueError(f"measure lexicon: no such effect {cell!r}")

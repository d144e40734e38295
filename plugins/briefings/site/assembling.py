"""The whole road at once: a folder of seeds and the editors' files in, the index of a site out."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..language.parsing import Model
from ..language.store import Store
from ..model import Briefing, Fault
from ..newsroom.actors import resolve
from ..newsroom.corrections import Corrections, apply, read_corrections
from ..newsroom.roster import read_roster
from ..newsroom.slugs import briefing_slugs
from ..seeds.gathering import gather
from ..seeds.reading import find_seeds
from ..work import Report, compile_briefings
from .index import Index, make_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the words come from."""

    seeds: Path
    content: Path  # editors' files: actors.yaml, corrections/
    base: Path  # files are called what their path from here is


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The index of all that could be built, and every fault: what is broken and what is a warning."""

    index: Index
    faults: tuple[Fault, ...]


def assemble(sources: Sources, model: Model, store: Store, *, jobs: int = 1, report: Report | None = None) -> Assembled:
    """Read, clean, parse, extract, correct and resolve.  Never raises for a file: what is wrong with it is a fault."""
    roster, of_roster = read_roster(sources.content / "actors.yaml")
    names = {path.name for path in find_seeds([sources.seeds])}
    said, of_corrections = read_corrections(sources.content / "corrections", names)
    overrides = {name: corrections.seed for name, corrections in said.items()}
    gathered = gather([sources.seeds], base=sources.base, overrides=overrides)
    found = compile_briefings(gathered.articles, model, store, jobs=jobs, report=report)
    briefings = tuple(_corrected(found, said))
    named = tuple(zip(briefing_slugs(briefings), briefings, strict=True))
    warnings = [fault for briefing in briefings for fault in briefing.article.warnings]
    faults = (*gathered.faults, *of_roster, *of_corrections, *warnings)
    return Assembled(
        index=make_index(named, resolve(named, roster)),
        faults=tuple(replace(fault, path=_from(sources.base, fault.path)) for fault in faults),
    )


def _corrected(briefings: Iterable[Briefing], said: Mapping[str, Corrections]) -> Iterator[Briefing]:
    for briefing in briefings:
        corrections = said.get(briefing.article.seed.path.rsplit("/", 1)[-1])
        yield briefing if corrections is None else apply(briefing, corrections)


def _from(base: Path, path: str) -> str:
    """The path from `base`: editors' files are read, and so called, by their whole path."""
    return Path(os.path.relpath(path, base)).as_posix() if Path(path).is_absolute() else path

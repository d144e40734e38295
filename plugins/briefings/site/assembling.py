"""The whole road at once: a folder of seeds and the editors' files in, the index of a site out."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..extraction.briefing import unread
from ..language.parsing import Model
from ..language.store import Store
from ..model import Briefing, Fault
from ..newsroom.actors import resolve
from ..newsroom.copies import copies
from ..newsroom.desk import corrected, lay_out
from ..newsroom.dial import sure_enough
from ..newsroom.roster import Roster
from ..newsroom.slugs import briefing_slugs
from ..newsroom.urls import URLS, Memory, keep_actor_urls, keep_briefing_urls, read_urls
from ..work import Report, compile_briefings
from .index import Index, make_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the words come from."""

    seeds: Path
    content: Path  # editors' files: actors.yaml, corrections/
    base: Path  # files are called what their path from here is; seeds elsewhere, from their folder's own folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The index of all that could be built, and every fault: what is broken and what is a warning."""

    index: Index
    faults: tuple[Fault, ...]
    copies: tuple[Fault, ...]  # those of the faults that call a seed the copy of another


def assemble(
    sources: Sources,
    model: Model | None,
    store: Store,
    *,
    least: float = 0.0,
    jobs: int = 1,
    report: Report | None = None,
) -> Assembled:
    """Read, clean, parse, extract, correct and resolve.  Never raises for a file: what is wrong with it is a fault.

    Facts less sure than `least` are held back.  Without a model every briefing stays without facts, and corrections
    of facts are passed over.
    """
    inside = sources.seeds.is_relative_to(sources.base)
    base = sources.base if inside else sources.seeds.parent  # no page may tell where on a disk it was built
    desk = lay_out([sources.seeds], content=sources.content, base=base)
    if model is None:
        briefings = tuple(map(unread, desk.articles))
    else:
        made = corrected(compile_briefings(desk.articles, model, store, jobs=jobs, report=report), desk)
        briefings = tuple(sure_enough(briefing, least) for briefing in made)
    memory, of_memory = read_urls(sources.content / URLS)
    twice = tuple(copies(desk.articles))
    warnings = [fault for briefing in briefings for fault in briefing.article.warnings]
    faults = (*desk.faults, *of_memory, *warnings, *twice)
    return Assembled(
        index=index_of(briefings, desk.roster, memory),
        faults=tuple(replace(fault, path=path_from(sources.base, fault.path)) for fault in faults),
        copies=twice,
    )


def index_of(briefings: Sequence[Briefing], roster: Roster, memory: Memory) -> Index:
    """Who is who over all briefings, and where each of them stands: where it stood before, if it did."""
    slugs = keep_briefing_urls(briefing_slugs(briefings), briefings, memory)
    named = tuple(zip(slugs, briefings, strict=True))
    chosen = frozenset(entry.slug for entry in roster.actors if entry.slug is not None)
    return make_index(named, keep_actor_urls(resolve(named, roster), memory, chosen), memory)


def path_from(base: Path, path: str) -> str:
    """The path from `base`: editors' files are read, and so called, by their whole path."""
    return Path(os.path.relpath(path, base)).as_posix() if Path(path).is_absolute() else path

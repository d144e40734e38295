"""The whole road at once: a folder of seeds and the editors' files in, the index of a site out."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..extraction.unread import unread
from ..language.parsing import Model
from ..language.store import Store
from ..model import Article, Briefing, Fault
from ..newsroom.actors.actors import resolve_actors
from ..newsroom.actors.roster import Roster
from ..newsroom.actors.same_entries import firsts_of, whole
from ..newsroom.actors.slugs import briefing_slugs
from ..newsroom.actors.unheard import unheard
from ..newsroom.affairs.merged_copies import Merged, merge, with_copies
from ..newsroom.editing.desk import corrected, lay_out
from ..newsroom.editing.dial import SURE_ENOUGH, sure_enough
from ..newsroom.editing.known_again import keep_actor_urls, keep_briefing_urls
from ..newsroom.editing.urls import URLS, Memory, read_urls
from ..work import TellProgress, compile_briefings
from .views.index import Entry, Index
from .views.indexing import make_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the words come from."""

    seeds: Path
    content: Path  # editors' files: actors.yaml, corrections/
    base: Path  # files are called what their path from here is; seeds elsewhere, from their folder's own folder
    asked: tuple[Path, ...] = ()  # of which seeds alone briefings are wanted; all where none is named

    @property
    def top(self) -> Path:
        """Gives where paths of seeds begin: no page may tell where on a disk it was built."""
        return self.base if self.seeds.is_relative_to(self.base) else self.seeds.parent

    @property
    def read(self) -> tuple[Path, ...]:
        """Gives what is read: the whole folder, for a seed may be another's copy; of files elsewhere only these."""
        beside = not self.asked or any(path.is_relative_to(self.seeds) for path in self.asked)
        return (self.seeds, *self.asked) if beside else self.asked

    def wants(self, path: str) -> bool:
        """Tells whether a seed of that name is asked for, or a file that holds it, or its folder."""
        whole, asked = os.path.normpath(self.top / path), [os.path.normpath(one) for one in self.asked]
        return not asked or any(f"{whole}/".startswith((f"{one}/", f"{one}#")) for one in asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The index of all that could be built, and every fault: what is broken and what is a warning."""

    index: Index
    faults: tuple[Fault, ...]
    copies: tuple[Fault, ...]  # of each seed that is another's copy, whose it is: none of the faults
    notices: tuple[Fault, ...] = ()  # what editors say to no effect yet: no faults either

    @property
    def in_order(self) -> tuple[Entry, ...]:
        """Gives the briefings in the order of their seeds' names."""
        return tuple(sorted(self.index.entries, key=lambda entry: entry.briefing.article.seed.path))


def assemble(
    sources: Sources,
    model: Model | None,
    store: Store,
    *,
    least: float = SURE_ENOUGH,
    jobs: int = 1,
    day: str | None = None,
    report: TellProgress | None = None,
) -> Assembled:
    """Read, clean, parse, extract, correct and resolve.  Never raises for a file: what is wrong with it is a fault.

    Facts less sure than `least` are held back.  Undated articles that no earlier site had were added on `day`.
    Without a model every briefing stays without facts, and corrections
    of facts are passed over.
    """
    desk = lay_out(sources.read, content=sources.content, base=sources.top)
    merged = _wanted(merge(desk.articles, desk.corrections), sources)
    notices: tuple[Fault, ...] = ()
    if model is None:
        briefings = tuple(with_copies(map(unread, merged.articles), merged))
    else:
        made = compile_briefings(merged.articles, model, store, known=desk.known, jobs=jobs, report=report)
        found = tuple(with_copies(made, merged))
        briefings = tuple(sure_enough(each, least) for each in corrected(found, desk))
        notices = unheard(desk.roster, found)
    memory, of_memory = read_urls(sources.content / URLS)
    briefings = with_added(briefings, memory, day)
    read = (article for briefing in briefings for article in (briefing.article, *briefing.copies))
    warnings = [fault for article in read for fault in article.warnings]
    of_desk = (fault for fault in desk.faults if _concerns_sources(fault, sources))
    return Assembled(
        index=index_of(briefings, desk.roster, memory),
        faults=_from(sources.base, (*of_desk, *of_memory, *warnings, *merged.faults)),
        copies=_from(sources.base, merged.twice),
        notices=_from(sources.base, notices),
    )


def _wanted(merged: Merged, sources: Sources) -> Merged:
    """Leave out each group of copies of which no seed is asked for."""
    pairs = zip(merged.articles, merged.copies, strict=True)
    kept = [(base, copies) for base, copies in pairs if any(sources.wants(one.seed.path) for one in (base, *copies))]
    return replace(
        merged,
        articles=tuple(base for base, _ in kept),
        copies=tuple(copies for _, copies in kept),
        twice=tuple(fault for fault in merged.twice if sources.wants(fault.path)),
    )


def _concerns_sources(fault: Fault, sources: Sources) -> bool:
    """Tells whether a fault is of an editors' file or of a seed that is asked for."""
    return sources.wants(fault.path) or not (sources.top / fault.path).is_relative_to(sources.seeds)


def with_added(briefings: Iterable[Briefing], memory: Memory, day: str | None) -> tuple[Briefing, ...]:
    """Gives undated ones that say nothing of it the day on which they were added: remembered, else `day`."""
    dated = [address for address in reversed(memory.addresses) if address.added]
    known = {mark: address.added for address in dated for mark in address.seed_marks}

    def added(article: Article) -> Article:
        if article.published.date or article.added:
            return article
        marks = [mark for mark in (article.seed.path, article.seed.sha256) if mark in known]
        return replace(article, added=known[marks[0]] if marks else day)

    return tuple(replace(each, article=added(each.article)) for each in briefings)


def with_faults(assembled: Assembled, faults: Iterable[Fault]) -> Assembled:
    """Adds what else was found wrong: of a file whose reader has named it, nothing is said twice."""
    named = {fault.path for fault in assembled.faults if fault.broken}
    return replace(assembled, faults=(*assembled.faults, *(fault for fault in faults if fault.path not in named)))


def _from(base: Path, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(replace(fault, path=path_from(base, fault.path)) for fault in faults)


def index_of(briefings: Sequence[Briefing], roster: Roster, memory: Memory) -> Index:
    """Finds who is who over all briefings, and where each of them stands: where it stood before, if it did."""
    slugs = keep_briefing_urls(briefing_slugs(briefings), briefings, memory)
    named = tuple(zip(slugs, briefings, strict=True))
    chosen = frozenset(entry.slug for entry in whole(roster).actors if entry.slug is not None)
    return make_index(named, keep_actor_urls(resolve_actors(named, roster), memory, chosen, firsts_of(roster)), memory)


def path_from(base: Path, path: str) -> str:
    """Gives the path from `base`: editors' files are read, and so called, by their whole path."""
    return Path(os.path.relpath(path, base)).as_posix() if Path(path).is_absolute() else path

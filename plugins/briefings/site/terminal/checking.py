"""The check: what a build would make of every seed and of every file of content/, told without building."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ...language.letters import one_line
from ...language.parsing import Model
from ...language.store import Store
from ...model import Fault
from ...work import TellProgress
from ..assembling import Assembled, Sources, assemble, path_from, with_faults
from ..texts.left_out import drafts, files_of_editors, strays, unread_files
from ..texts.texts import EditorsPage, look_at_content
from ..views.wording import counted
from .report import Row, copied_rows, noticed_rows, row_of

_ORDER = ("warning", "broken")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A row for each seed and each editors' file that is good, and one for each fault of the others."""

    rows: tuple[Row, ...]  # what is good first, what is broken last, where the eye is
    seeds: int
    copies: int  # seeds that are another's copy: one briefing with it
    lost: int  # seeds that would not be built
    files: int  # of content/
    good: int  # of them, those of which nothing is to be said
    spoilt: int  # of them, those with something broken in them
    warnings: int

    @property
    def broken(self) -> int:
        """Counts the seeds and editors' files that have something broken."""
        return self.lost + self.spoilt

    @property
    def summary(self) -> str:
        """Adds up “26 seeds: 24 would be built, 1 copy, 1 broken; 5 files of content: 4 good, …; 3 warnings”."""
        built = self.seeds - self.copies - self.lost
        doubtful = self.files - self.good - self.spoilt
        copy = "copy" if self.copies == 1 else "copies"
        seeds = f"{built:,} would be built, {self.copies:,} {copy}, {self.lost:,} broken"
        files = f"{self.good:,} good, {doubtful:,} doubtful, {self.spoilt:,} broken"
        return (
            f"{counted(self.seeds, 'seed')}: {seeds}; {counted(self.files, 'file')} of content: {files}; "
            f"{counted(self.warnings, 'warning')}"
        )


def check(
    sources: Sources, model: Model | None, store: Store, *, jobs: int = 1, report: TellProgress | None = None
) -> Checked:
    """Do all that a build does before it writes, and look at the editors' pages.  Never raises for a file.

    Without a model no facts are looked for, so that nothing is said of corrections that aim at them.
    """
    content = look_at_content(sources.content, sources.base)
    assembled = with_faults(assemble(sources, model, store, jobs=jobs, report=report), content.faults)
    faults = (
        *assembled.faults,
        *unread_files(content, sources.content, sources.base),
        *strays(sources.content, sources.base),
    )
    notices = (*assembled.notices, *drafts(sources.content, sources.base))
    top = path_from(sources.base, sources.content.as_posix())
    files = {_name_of_page(sources, path) for path in files_of_editors(content)}
    files |= {fault.path for fault in faults if fault.broken and PurePosixPath(fault.path).is_relative_to(top)}
    broken = {fault.path for fault in faults if fault.broken}
    good = files - {fault.path for fault in faults}
    return Checked(
        rows=(
            *_built(assembled),
            *_good(good, content.texts),
            *copied_rows(assembled.copies),
            *noticed_rows(notices),
            *_faulty(faults),
        ),
        seeds=len(assembled.index.entries) + len(assembled.copies) + len(broken - files),
        copies=len(assembled.copies),
        lost=len(broken - files),
        files=len(files),
        good=len(good),
        spoilt=len(broken & files),
        warnings=sum(not fault.broken for fault in faults),
    )


def _built(assembled: Assembled) -> Iterator[Row]:
    """Tells “seeds/a.txt: built: 2031-05-04, no outlet, Carver opens bridge”, for each seed that is no copy."""
    for entry in assembled.in_order:
        article = entry.briefing.article
        known = [article.published.date or "no date", *([] if article.outlet else ["no outlet"])]
        reason = ", ".join((*known, one_line(entry.headline)))
        yield Row(kind="built", path=article.seed.path, reason=reason)


def _good(paths: Iterable[str], texts: Iterable[EditorsPage]) -> Iterator[Row]:
    """Tells “content/pages/about.md: good: About, at about/”."""
    told = {text.path: one_line(f"{text.title}, at {text.address}") for text in texts}
    for path in sorted(paths):
        yield Row(kind="good", path=path, reason=told.get(path, ""))


def _faulty(faults: Iterable[Fault]) -> Iterator[Row]:
    """Gives warnings, then what is broken, each in the order of files and lines."""
    rows = [row_of(fault, "broken" if fault.broken else "warning") for fault in faults]
    yield from sorted(rows, key=lambda row: (_ORDER.index(row.kind), row.path, row.line or 0, row.reason))


def _name_of_page(sources: Sources, path: str) -> str:
    return path_from(sources.base, (sources.content / path).as_posix())

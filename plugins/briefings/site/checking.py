"""The check: what a build would make of every seed and of every file of content/, told without building."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..language.parsing import Model
from ..language.store import Store
from ..model import Fault
from ..work import Report
from .assembling import Assembled, Sources, assemble, path_from
from .briefing_page import counted
from .left_out import PAPERS, drafts, strays
from .plain import one_line
from .report import Row, copied_rows, noticed_rows, row_of
from .texts import Text, read_texts, text_files

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
        """How many seeds and editors' files have something broken."""
        return self.lost + self.spoilt

    @property
    def summary(self) -> str:
        """“26 seeds: 24 would be built, 1 copy, 1 broken; 5 files of content: 4 good, …; 3 warnings”: it adds up."""
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
    sources: Sources, model: Model | None, store: Store, *, jobs: int = 1, report: Report | None = None
) -> Checked:
    """Do all that a build does before it writes, and look at the editors' pages.  Never raises for a file.

    Without a model no facts are looked for, so that nothing is said of corrections that aim at them.
    """
    assembled = assemble(sources, model, store, jobs=jobs, report=report)
    texts, of_texts = read_texts(sources.content / "pages", sources.base)
    faults = (*assembled.faults, *of_texts, *_unread(sources), *strays(sources.content, sources.base))
    notices = (*assembled.notices, *drafts(sources.content, sources.base))
    files = {path_from(sources.base, path.as_posix()) for path in _files(sources.content)}
    broken = {fault.path for fault in faults if fault.broken}
    good = files - {fault.path for fault in faults}
    return Checked(
        rows=(
            *_built(assembled),
            *_good(good, texts),
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
    """“seeds/a.txt: built: 2031-05-04, Carver opens bridge”, for each seed that is no copy."""
    for entry in sorted(assembled.index.entries, key=lambda entry: entry.briefing.article.seed.path):
        article = entry.briefing.article
        reason = f"{article.published.date or 'no date'}, {one_line(entry.headline)}"
        yield Row(kind="built", path=article.seed.path, reason=reason)


def _good(paths: Iterable[str], texts: Iterable[Text]) -> Iterator[Row]:
    """“content/pages/about.md: good: About, at about/”."""
    told = {text.path: one_line(f"{text.title}, at {text.address}") for text in texts}
    for path in sorted(paths):
        yield Row(kind="good", path=path, reason=told.get(path, ""))


def _faulty(faults: Iterable[Fault]) -> Iterator[Row]:
    """Warnings, then what is broken, each in the order of files and lines."""
    rows = [row_of(fault, "broken" if fault.broken else "warning") for fault in faults]
    yield from sorted(rows, key=lambda row: (_ORDER.index(row.kind), row.path, row.line or 0, row.reason))


def _files(content: Path) -> list[Path]:
    """The editors' files: all that is read, and what stands where an editor may think that it is."""
    corrections = (path for path in text_files(content / "corrections") if path.name not in PAPERS)
    return [*content.glob("*.y*ml"), *corrections, *text_files(content / "pages")]


def _unread(sources: Sources) -> Iterator[Fault]:
    """Warnings for files that are named a little wrong, so that nobody would ever read them."""
    for path in _files(sources.content):
        inside = path.relative_to(sources.content).parts
        if len(inside) == 1 and path.name != "actors.yaml":
            mend = "what you say of actors stands in actors.yaml, what you say of one article in corrections/"
        elif inside[0] == "corrections" and (len(inside) > 2 or not path.match("*.y*ml")):
            mend = "name it after its seed, with `.yaml` behind, in corrections/ itself: 001.txt.yaml"
        else:
            continue
        name = path_from(sources.base, path.as_posix())
        yield Fault(path=name, reason="nothing reads it", mend=mend, broken=False)

"""What a build says at its end: what was built and where, what is a warning, what could not be read and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ...language.letters import printable
from ...model import Fault
from ..assembling import Assembled
from ..pages.gathered import facts_in
from ..shapes.parts import SourceText
from ..views.wording import counted

MEANINGS: dict[SourceText, str] = {
    "full": "the whole source text is shown",
    "excerpt": "of the source text only the sentences that facts rest on are shown",
    "none": "the source text is not shown, only each fact's own sentence",
}

MERGED_SHOWN = 3  # briefings whose copies the last lines of a build name

Kind = Literal["built", "good", "copy", "notice", "warning", "broken", "not built"]
STYLES: dict[Kind, str] = {
    "built": "green",
    "good": "green",
    "copy": "cyan",
    "notice": "cyan",
    "warning": "yellow",
    "broken": "bold red",
    "not built": "bold red",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is told of one file."""

    kind: Kind
    path: str
    line: int | None = None
    reason: str
    mend: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """The sums of a build and every fault of its seeds."""

    output: Path
    briefings: int
    actors: int
    quotes: int
    measures: int
    source_text: SourceText
    faults: tuple[Fault, ...]  # in the order of their files
    copies: tuple[Fault, ...]  # of each seed that is another's copy, whose it is
    notices: tuple[Fault, ...]  # what is to be known and is no fault
    undated: int  # briefings whose day of publication is not known
    merged: tuple[tuple[str, ...], ...]  # file names of the seeds that are one briefing, its own first

    @property
    def broken(self) -> int:
        """Counts the seeds and editors' files that could not be used."""
        return sum(fault.broken for fault in self.faults)

    @property
    def warnings(self) -> int:
        """Counts the faults that are warnings: the seed was built all the same."""
        return len(self.faults) - self.broken


def make_report(assembled: Assembled, output: Path, source_text: SourceText) -> BuildReport:
    """Count what the site has; the faults in the order of their files, and in a file of their lines."""
    index, faults = assembled.index, assembled.faults
    quotes, measures = facts_in(index.entries)
    seeds = ([one.seed.path for one in (e.briefing.article, *e.briefing.copies)] for e in index.entries)
    return BuildReport(
        output=output,
        briefings=len(index.entries),
        actors=len(index.actors),
        quotes=quotes,
        measures=measures,
        source_text=source_text,
        faults=tuple(sorted(faults, key=lambda fault: (fault.path, fault.line or 0, not fault.broken, fault.reason))),
        copies=assembled.copies,
        notices=assembled.notices,
        undated=sum(entry.briefing.article.published.date is None for entry in index.entries),
        merged=tuple(sorted(tuple(path.rsplit("/", 1)[-1] for path in paths) for paths in seeds if len(paths) > 1)),
    )


def print_faults(console: Console, report: BuildReport) -> None:
    """Prints what a build took for copies, has no use for yet, could not use and doubts."""
    rows = (row_of(fault, "not built" if fault.broken else "warning") for fault in report.faults)
    print_rows(console, [*copied_rows(report.copies), *noticed_rows(report.notices), *rows])


def copied_rows(copies: Iterable[Fault]) -> Iterator[Row]:
    """Tells “seeds/b.txt: copy: a copy of seeds/a.txt, word for word: one briefing”."""
    return (row_of(fault, "copy") for fault in copies)


def noticed_rows(notices: Iterable[Fault]) -> Iterator[Row]:
    """Tells “content/actors.yaml:4: notice: no article has an actor called Eve”, in the order of files and lines."""
    ordered = sorted(notices, key=lambda fault: (fault.path, fault.line or 0, fault.reason))
    return (row_of(fault, "notice") for fault in ordered)


def row_of(fault: Fault, kind: Kind) -> Row:
    """Gives the row of a fault."""
    return Row(kind=kind, path=fault.path, line=fault.line, reason=fault.reason, mend=fault.mend)


def print_rows(console: Console, rows: Sequence[Row]) -> None:
    """Prints one table of all rows on a terminal; elsewhere a line each, as compilers write them."""
    if not rows:
        return
    if not console.is_terminal:
        for row in rows:
            console.print(Text(_row_as_line(row)), soft_wrap=True)
        return
    table = Table(box=box.SIMPLE, show_edge=False)
    for heading in ("", "File", "What is found", "What mends it"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(
            Text(row.kind, STYLES[row.kind]),
            Text(_file_and_line(row)),
            Text(printable(row.reason)),
            Text(printable(row.mend)),
        )
    console.print(table)


def print_summary(console: Console, report: BuildReport) -> None:
    """Prints “Built 3 briefings with 12 actors, 9 quotes and 14 measures in output/”, and how much source it shows."""
    built = (
        f"Built {counted(report.briefings, 'briefing')} with {counted(report.actors, 'actor')}, "
        f"{counted(report.quotes, 'quote')} and {counted(report.measures, 'measure')} in {report.output}{'/'}"
    )
    console.print(Text(built), soft_wrap=True)
    console.print(Text(f"SOURCE_TEXT = {report.source_text!r}: {MEANINGS[report.source_text]}"), soft_wrap=True)
    if report.merged:
        console.print(Text(_merged(report)), soft_wrap=True)
    if last := _counts(report):
        console.print(Text(last), soft_wrap=True)


def _counts(report: BuildReport) -> str:
    """Tells “3 undated, 1 notice, 1 warning, 0 files not built: see above”; of nothing, nothing."""
    told = [counted(len(report.notices), "notice")] if report.notices else []
    if report.faults:
        told += [counted(report.warnings, "warning"), f"{counted(report.broken, 'file')} not built"]
    undated = [f"{report.undated:,} undated"] if report.undated else []
    return ", ".join((*undated, *told)) + (": see above" if told else "")


def _merged(report: BuildReport) -> str:
    """Tells “3 copies merged: a.txt also as b.html, c.txt; d.txt also as e.txt”; of many, the first groups."""
    told = [printable(f"{base} also as {', '.join(copies)}") for base, *copies in report.merged[:MERGED_SHOWN]]
    more = len(report.merged) - len(told)
    count = f"{len(report.copies):,} {'copy' if len(report.copies) == 1 else 'copies'}"
    return f"{count} merged: {'; '.join(told)}{f'; and {more:,} more, see above' if more else ''}"


def _row_as_line(row: Row) -> str:
    told = printable("; ".join(filter(None, (row.reason, row.mend))))
    return f"{_file_and_line(row)}: {row.kind}{told and f': {told}'}"


def _file_and_line(row: Row) -> str:
    path = printable(row.path)
    return path if row.line is None else f"{path}:{row.line}"


def any_terminal(*streams: object) -> None:
    """Let a terminal that has no “é” show it as an escape, where Python would end the run."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):  # not where a test or another program has put something else
            stream.reconfigure(errors="backslashreplace")

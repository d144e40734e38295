"""What a build says at its end: what was built and where, what is a warning, what could not be read and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..model import Fault
from .index import Index
from .parts import SourceText

MEANINGS: dict[SourceText, str] = {
    "full": "the whole source text is shown",
    "excerpt": "of the source text only the sentences that facts rest on are shown",
    "none": "the source text is not shown, only each fact's own sentence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The sums of a build and every fault of its seeds."""

    output: Path
    briefings: int
    actors: int
    quotes: int
    measures: int
    source_text: SourceText
    faults: tuple[Fault, ...]  # in the order of their files

    @property
    def broken(self) -> int:
        """How many seeds and editors' files could not be used."""
        return sum(fault.broken for fault in self.faults)

    @property
    def warnings(self) -> int:
        """How many faults are warnings: the seed was built all the same."""
        return len(self.faults) - self.broken


def make_report(index: Index, output: Path, source_text: SourceText, faults: Iterable[Fault]) -> Report:
    """Count what the site has; the faults in the order of their files, and in a file of their lines."""
    return Report(
        output=output,
        briefings=len(index.entries),
        actors=len(index.actors),
        quotes=sum(len(entry.briefing.quotes) for entry in index.entries),
        measures=sum(len(entry.briefing.measures) for entry in index.entries),
        source_text=source_text,
        faults=tuple(sorted(faults, key=lambda fault: (fault.path, fault.line or 0, not fault.broken, fault.reason))),
    )


def print_faults(console: Console, faults: Sequence[Fault]) -> None:
    """One table of all faults on a terminal; elsewhere a line each, as compilers write them."""
    if not faults:
        return
    if not console.is_terminal:
        for fault in faults:
            console.print(Text(_line(fault)), soft_wrap=True)
        return
    table = Table(box=box.SIMPLE, show_edge=False)
    for heading in ("", "File", "What is wrong", "What mends it"):
        table.add_column(heading, overflow="fold")
    for fault in faults:
        kind = Text("not built", "bold red") if fault.broken else Text("warning", "yellow")
        table.add_row(kind, Text(_place(fault)), Text(fault.reason), Text(fault.mend))
    console.print(table)


def print_summary(console: Console, report: Report) -> None:
    """“Built 3 briefings with 12 actors, 9 quotes and 14 measures in output/”, and how much of the source it shows."""
    built = (
        f"Built {_counted(report.briefings, 'briefing')} with {_counted(report.actors, 'actor')}, "
        f"{_counted(report.quotes, 'quote')} and {_counted(report.measures, 'measure')} in {report.output}{'/'}"
    )
    console.print(Text(built), soft_wrap=True)
    console.print(Text(f"SOURCE_TEXT = {report.source_text!r}: {MEANINGS[report.source_text]}"), soft_wrap=True)
    if report.faults:
        counts = f"{_counted(report.warnings, 'warning')}, {_counted(report.broken, 'file')} not built: see above"
        console.print(Text(counts), soft_wrap=True)


def _line(fault: Fault) -> str:
    return f"{_place(fault)}: {'not built' if fault.broken else 'warning'}: {fault.reason}; {fault.mend}"


def _place(fault: Fault) -> str:
    """The file and line, with every character shown that could steer a terminal."""
    path = "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in fault.path)
    return path if fault.line is None else f"{path}:{fault.line}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"

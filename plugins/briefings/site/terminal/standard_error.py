"""What a command says beside its answer: one line for each thing that is wrong, and how far the parsing is."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ...language.letters import printable
from ...model import Fault
from ...work import TellProgress


def complain(message: str) -> None:
    """Say on standard error what is wrong, in a line that steers no terminal."""
    print(printable(f"briefings: {message}"), file=sys.stderr)


def complain_of(faults: Sequence[Fault]) -> bool:
    """Name every fault, after all that was printed; gives whether one of them is more than a warning."""
    sys.stdout.flush()
    for fault in faults:
        place = fault.path if fault.line is None else f"{fault.path}:{fault.line}"
        complain(f"{place}: {fault.reason}; {fault.mend}")
    return any(fault.broken for fault in faults)


@contextmanager
def progress() -> Iterator[TellProgress]:
    """Show a bar where standard error is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("parsing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("parsing", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

"""``.added.csv`` in a folder of seeds: on which day each was added, so that one of unknown day has a place in time.

`briefings add` writes a line for each seed that it saves; a build only reads.
"""

import csv
import hashlib
import io
import os
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ...language.calendar import is_day
from ...language.letters import spelled_out
from ...model import Fault
from ..reading import few

NAME = ".added.csv"
COLUMNS = ("added", "sha256", "file")
_LARGEST = 64_000_000  # bytes

Arrivals = Mapping[str, str]  # sha256 or file name of a seed → ISO day
_MEND = "write it like 2031-05-05,,a.txt or remove it"


def note(path: Path, data: bytes, day: str) -> None:
    """Append that the seed at `path`, of the bytes `data`, was added on `day`."""
    record = path.parent / NAME
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    if not record.exists():
        writer.writerow(COLUMNS)
    writer.writerow((day, hashlib.sha256(data).hexdigest(), path.name))
    with record.open("a", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(lines.getvalue())


def read_arrivals(paths: Iterable[Path], called: Callable[[Path], str]) -> tuple[Arrivals, list[Fault]]:
    """Reads what the records of these folders, and of the folders of these files, say.

    A line that is none is a warning.

    `called` gives what a path is called in warnings.
    """
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for record in dict.fromkeys(_folder_of(path) / NAME for path in paths):
        told, others = _read_record(record, called(record))
        found = told | found
        faults += few(others)
    return found, faults


def _read_record(record: Path, path: str) -> tuple[dict[str, str], list[Fault]]:
    """Reads one record, which is called `path` in warnings; of two days of one seed the first counts."""
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for number, line in enumerate(_lines_of_record(record), 1):
        day, *names = _cells_of_line(line)
        if is_day(day) and len(names) == len(COLUMNS) - 1:
            found |= {name: found.get(name, day) for name in names}
        elif line.strip() and (day, *names) != COLUMNS:
            reason = f"no record of a day on which a seed was added: “{spelled_out(line[:60])}”"
            faults.append(Fault(path=path, reason=reason, mend=_MEND, line=number, broken=False))
    return found, faults


def _cells_of_line(line: str) -> list[str]:
    """Parts the cells of one line: a quotation mark that nothing closes takes none of the lines below."""
    try:
        return next(csv.reader([line], strict=True), None) or [""]
    except csv.Error:  # a cell that is too long as well
        return [""]


def _folder_of(path: Path) -> Path:
    return path if os.path.isdir(path) else path.parent  # noqa: PTH112  Path.is_dir raises for a name that is too long


def _lines_of_record(path: Path) -> list[str]:
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            return []
        return path.read_text("utf-8", errors="replace").replace("\0", "").split("\n")
    except OSError:
        return []

"""``.added.csv`` in a folder of seeds: on which day each was added, so that one of unknown day has a place in time.

`briefings add` writes a line for each seed that it saves; a build only reads.
"""

import csv
import hashlib
import io
import os
import re
import stat
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

NAME = ".added.csv"
COLUMNS = ("added", "sha256", "file")
_LARGEST = 64_000_000  # bytes
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Arrivals = Mapping[str, str]  # sha256 or file name of a seed → ISO day


def is_day(text: str) -> bool:
    """Whether it is a day of the calendar, “2025-05-05”."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


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


def read_arrivals(paths: Iterable[Path]) -> Arrivals:
    """What the records of these folders, and of the folders of these files, say; a line that is none says nothing."""
    found: dict[str, str] = {}
    for folder in dict.fromkeys(_folder_of(path) for path in paths):
        for row in csv.reader(_lines(folder / NAME)):
            if len(row) == len(COLUMNS) and is_day(row[0]):
                found.setdefault(row[1], row[0])
                found.setdefault(row[2], row[0])
    return found


def _folder_of(path: Path) -> Path:
    return path if os.path.isdir(path) else path.parent  # noqa: PTH112  Path.is_dir raises for a name that is too long


def _lines(path: Path) -> list[str]:
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            return []
        lines = path.read_text("utf-8", errors="replace").replace("\0", "").splitlines()
        return [line for line in lines if len(line) < csv.field_size_limit()]
    except OSError:
        return []

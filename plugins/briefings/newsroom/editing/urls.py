"""``content/urls.csv``: every URL once published and what it stands for, so that none of them ever dies.

`make publish` appends to it.
"""

import csv
import io
import os
import re
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...language.calendar import is_day
from ...model import Fault
from ..actors.roster import KINDS
from ..yaml_files import not_utf8
from .cells import defused, restored
from .stands_for import ACTORS, BRIEFING, BRIEFINGS, Address

URLS = "urls.csv"  # its name in content/, and on the site
COLUMNS = ("url", "kind", "stands_for")
LARGEST = 64_000_000  # bytes of the file: some 400,000 URLs
LONGEST = 200  # characters of a slug: what every file system takes
_URL = re.compile(f"(?P<section>{ACTORS}|{BRIEFINGS})(?P<slug>[a-z0-9-]+)/")
_PARTING = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """All of ``urls.csv``: its text, which is only ever appended to, and what could be read of it."""

    text: str = ""
    addresses: tuple[Address, ...] = ()


NOTHING = Memory()


def read_urls(path: Path) -> tuple[Memory, tuple[Fault, ...]]:
    """Reads ``urls.csv``, nothing where there is none, and what is wrong in it; never raises for its words."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would hang, a link may lead to what nobody meant to publish
            mend = "put a copy of what it leads to in its place, or remove it"
            return Memory(), (Fault(path=str(path), reason="a link, or no regular file", mend=mend),)
        if status.st_size > LARGEST:
            reason, mend = f"larger than {LARGEST // 1_000_000} MB", "take out lines that are not needed any more"
            return Memory(), (Fault(path=str(path), reason=reason, mend=mend),)
        return memory_of(path.read_bytes().decode("utf-8-sig"), str(path))
    except FileNotFoundError:
        return Memory(), ()
    except UnicodeDecodeError as error:
        return Memory(), (not_utf8(str(path), error),)
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        return Memory(), (Fault(path=str(path), reason=reason, mend="make it a file that you may read"),)


def memory_of(text: str, path: str = URLS) -> tuple[Memory, tuple[Fault, ...]]:
    """Reads the same from the text of the file at `path`."""
    faults: list[Fault] = []
    found: dict[tuple[str, str], Address] = {}
    for number, line in enumerate(text.splitlines(), 1):
        row = _cells_of(line)
        if not row or tuple(row) == COLUMNS:
            continue
        address = _address_in(row)
        if address is not None and _once_in_file(address) not in found:
            found[_once_in_file(address)] = address
            continue
        wrong = _wrong(line, row) if address is None else f"`{row[0]}` is there twice"
        faults.append(Fault(path=path, line=number, reason=wrong, mend="take the line out", broken=False))
    return Memory(text=text, addresses=tuple(found.values())), tuple(faults)


def _wrong(line: str, row: Sequence[str]) -> str:
    found = _URL.fullmatch(row[0])
    if found and len(found["slug"]) > LONGEST:
        return f"`{row[0][:80]}…` is longer than {LONGEST} letters"
    return f"`{line[:80]}` is no line of {', '.join(COLUMNS)}"


def write_urls(path: Path, data: bytes) -> None:
    """Writes ``urls.csv``, whole or leaves it as it was: written beside and renamed.  Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def appended(memory: Memory, now: Iterable[Address]) -> str:
    """Gives the text of ``urls.csv`` with those of `now` that it has not yet at its end, no cell of it a formula.

    The URL of a briefing is there once for each of its seeds: whichever of them stays leads to it.  A line of one whose
    day was known then, and is not now, gets the day on which it was added.
    """
    now = tuple(now)
    known = {_once_in_file(address) for address in memory.addresses}
    days = {_once_in_file(address): address.added for address in now if address.added}
    text = "".join(_defused(_with_day(line, days)) for line in memory.text.splitlines(keepends=True))
    text = text if text.endswith("\n") or not text else text + "\n"
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    if not text:
        writer.writerow(COLUMNS)
    for address in now:
        if _once_in_file(address) not in known:
            writer.writerow(_row_of(address))
    return text + lines.getvalue()


def _row_of(address: Address) -> tuple[str, str, str]:
    mark, *others = address.stands_for
    dated = f"{mark} {address.added}" if address.added else mark
    return address.url, address.kind, defused(_PARTING.join((dated, *others)))


def _with_day(line: str, days: Mapping[tuple[str, str], str]) -> str:
    """Gives a line as it stands, unless it is of a briefing that has a day in `days` and none in it."""
    address = _address_in(_cells_of(line))
    if address is None or address.kind != BRIEFING or address.added or _once_in_file(address) not in days:
        return line
    dated = io.StringIO()
    csv.writer(dated, lineterminator="\n").writerow(_row_of(replace(address, added=days[_once_in_file(address)])))
    return dated.getvalue()


def _defused(line: str) -> str:
    """Gives a line as it stands, unless a cell of it begins as a formula does."""
    row = _cells_of(line)
    if row == list(map(defused, row)):
        return line
    safe = io.StringIO()
    csv.writer(safe, lineterminator="\n").writerow(map(defused, row))
    return safe.getvalue()


def _once_in_file(address: Address) -> tuple[str, str]:
    """Gives what may be there once: a URL, that of a briefing once for each path of a seed."""
    return address.url, address.stands_for[1] if address.kind == BRIEFING else ""


def _cells_of(line: str) -> list[str]:
    try:
        return next(csv.reader([line]), [])
    except csv.Error:  # a cell of more than 128 KB
        return [line]


def _is_published(url: str, kind: str) -> bool:
    """Tells whether an address may be that of a page of that kind."""
    found = _URL.fullmatch(url)
    if found is None or len(found["slug"]) > LONGEST:
        return False
    return kind in (KINDS if found["section"] == ACTORS else {BRIEFING})


def _address_in(row: Sequence[str]) -> Address | None:
    if len(row) != len(COLUMNS) or not _is_published(*row[:2]):
        return None
    url, kind, told = row[0], row[1], restored(row[2])
    parts = tuple(filter(str.strip, told.split(_PARTING, 1 if kind == BRIEFING else -1)))
    if len(parts) < (2 if kind == BRIEFING else 1):
        return None
    if kind != BRIEFING:
        return Address(url=url, kind=kind, stands_for=parts)
    sha256, _, day = parts[0].partition(" ")
    return Address(url=url, kind=kind, stands_for=(sha256, *parts[1:]), added=day if is_day(day) else None)

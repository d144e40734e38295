"""Pages that editors wrote, ``content/pages/*.md``, looked at as Pelican will read them, but without building.

Pelican leaves out a page that it cannot read and goes on; two pages at one address end its build.
"""

import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from unidecode import unidecode

from ..model import Fault
from ..seeds.days import find_days
from .assembling import path_from
from .frames import SEARCH, SECTIONS
from .plain import one_line

STATUSES = ("published", "hidden", "draft", "skip")
UNSEEN = frozenset(("draft", "skip"))  # nothing is written for these
_ENDINGS = frozenset((".md", ".markdown", ".mkd", ".mdown"))
_ELSEWISE = frozenset((".html", ".htm", ".rst"))  # Pelican reads these too; nothing is said of them
READ = _ENDINGS | _ELSEWISE  # what Pelican makes pages of, and of what stands elsewhere articles
_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_FURTHER = re.compile(r" {4,}\S")
_RULES = ("---", "...")
_TAKEN = {path: f"our own page {name}" for name, path in (*SECTIONS, ("Search", SEARCH))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One page as it will be built."""

    path: str
    title: str
    address: str  # "about/"


def read_texts(folder: Path, base: Path) -> tuple[tuple[Text, ...], tuple[Fault, ...]]:
    """The pages in `folder`, in the order of their names, and what is wrong with the others.  Never raises.

    They are called what their path from `base` is.
    """
    texts: list[Text] = []
    faults: list[Fault] = []
    taken = dict(_TAKEN)
    for path in text_files(folder):
        found = _read(path, path_from(base, path.as_posix()))
        if isinstance(found, Text) and found.address in taken:
            reason = f"its address {found.address} is already that of {taken[found.address]}"
            found = Fault(path=found.path, reason=reason, mend="give it another: a line `Slug: …` under its title")
        if isinstance(found, Fault):
            faults.append(found)
        elif found:
            taken[found.address] = found.path
            texts.append(found)
    return tuple(texts), tuple(faults)


def text_files(folder: Path) -> list[Path]:
    """Every file in `folder` and below whose name does not start with a full stop."""
    return sorted(path for path in folder.rglob("*") if not path.is_dir() and not path.name.startswith("."))


def status_of(path: Path) -> str:
    """What a page's head says of it: “draft”."""
    content = _characters(path, "") if path.suffix in _ENDINGS else ""
    return "" if isinstance(content, Fault) else _fields(content).get("status", "").lower()


def _read(path: Path, name: str) -> Text | Fault | None:
    """The page; None where nothing is written for it."""
    if path.suffix in _ELSEWISE:
        return None
    if path.suffix not in _ENDINGS:
        return Fault(path=name, reason="no page: nothing reads it", mend="end its name in .md", broken=False)
    content = _characters(path, name)
    if isinstance(content, Fault):
        return content
    fields = _fields(content)
    fault = _fault(name, content, fields)
    if fault or fields.get("status", "").lower() in UNSEEN:
        return fault
    return Text(path=name, title=fields["title"], address=_address(path.stem, fields))


def _fault(name: str, content: str, fields: Mapping[str, str]) -> Fault | None:
    """What in the page's head makes Pelican leave the page out."""
    if not fields.get("title"):
        return Fault(path=name, reason="a page without a title", mend="begin it with a line `Title: …`", line=1)
    status = fields.get("status", "published").lower()
    if status not in STATUSES:
        reason = f"`{status}` is no status of a page"
        return Fault(path=name, reason=reason, mend=f"use one of: {', '.join(STATUSES)}", line=_line(content, "status"))
    for field in ("date", "modified"):
        if field in fields and not any(day.date() for day in find_days(fields[field])):
            reason = f"`{one_line(fields[field])[:60]}` is no day"
            return Fault(path=name, reason=reason, mend="write it like 2025-05-05", line=_line(content, field))
    return None


def _characters(path: Path, name: str) -> str | Fault:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would hang
            return Fault(path=name, reason="not a regular file", mend="put a text file there")
        content = path.read_bytes()
    except OSError as error:
        return Fault(path=name, reason=f"cannot be read: {error.strerror}", mend="make it a file that you may read")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        mend = f"save it as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 {quote(name)} > new.md"
        return Fault(path=name, reason="not UTF-8", mend=mend, line=line)


def _fields(content: str) -> dict[str, str]:
    """``Title: About`` → {"title": "About"}: the lines above the first that is none, a field's first line only."""
    return dict(reversed([(match[1].lower(), match[2].strip()) for _, match in _head(content)]))


def _line(content: str, field: str) -> int | None:
    return next((number for number, match in _head(content) if match[1].lower() == field), None)


def _head(content: str) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(content.splitlines(), 1):
        match = _FIELD.match(line)
        if match:
            yield number, match
        elif not (_FURTHER.match(line) or (number == 1 and line.rstrip() in _RULES)):
            return


def _address(stem: str, fields: Mapping[str, str]) -> str:
    """“My page!.md” → “my-page/”, as Pelican makes it of a file's name, where its head says nothing else."""
    if "save_as" in fields:
        return fields["save_as"]
    plain = re.sub(r"[^\w\s-]", "", unidecode(stem.encode("utf-8", "ignore").decode("utf-8"))).strip().lower()
    slug = fields.get("slug") or re.sub(r"[-\s]+", "-", plain)
    return f"pages/{slug}-{fields['lang']}.html" if "lang" in fields else f"{slug}/"

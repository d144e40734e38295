"""What stands in content/: its regular files.  Links, pipes and the like are named, and never opened or followed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from ...model import Fault
from ..assembling import path_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """The files of a folder of content, and what else is in it."""

    files: frozenset[str]  # paths from the folder: "pages/about.md"
    faults: tuple[Fault, ...]  # in the order of their paths


def look_inside(content: Path, base: Path) -> Inside:
    """Finds all that is in `content`, which may be a link itself; faults are called what their path from `base` is.

    What begins with a full stop is no fault: text editors keep their locks so, some of them as links.
    """
    files: set[str] = set()
    faults: list[Fault] = []
    for path, reason, mend in _files_and_oddities(content):
        inside = path.relative_to(content)
        if reason is None:
            files.add(inside.as_posix())
        elif not any(part.startswith(".") for part in inside.parts):
            name = path_from(base, path.as_posix())
            faults.append(Fault(path=name, reason=reason, mend=mend.format(quote(name))))
    return Inside(files=frozenset(files), faults=tuple(sorted(faults, key=lambda fault: fault.path)))


def _names_in_folder(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return list(found)


def _files_and_oddities(content: Path) -> Iterator[tuple[Path, str | None, str]]:
    """Gives each file with None, each oddity with what is wrong and what mends it."""
    waiting = [content]
    while waiting:
        folder = waiting.pop()
        try:
            entries = _names_in_folder(folder) if folder.is_dir() else []
        except OSError as error:
            yield folder, f"a folder that cannot be opened: {error.strerror}", "give yourself the right: chmod u+rx {}"
            continue
        for entry in entries:
            path = folder / entry.name
            if entry.is_symlink():
                yield path, "a link: files are read from content/ only", "put a copy of what it leads to in its place"
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif entry.is_file(follow_symlinks=False):
                yield path, None, ""
            else:
                yield path, "not a regular file", "remove it: rm {}"

"""Whose an output is: the mark that a build leaves in what it made, and the lock that keeps two builds apart.

A build replaces a folder as a whole, so it must know that all of it is a build's.  `make clean` asks the same.
"""

import atexit
import errno
import os
import shutil
import sys
from pathlib import Path
from shlex import quote

from .swap import staging

MARK = ".made-by-briefings"
SAYS = "# A build of briefings made this folder and replaces all of it; beside this line, what it put here:"
OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "lost+found"})  # nobody put them there
LOCKED = "another build into {output} is running: wait for its end, or name another folder"
UNLOCKABLE = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})  # what some file systems of a network say

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Taken(Exception):
    """Another build into this output is running; the message says so."""


class Claim:
    """An output for one build alone, from the moment it is made to `release`; the end of the process releases it, too.

    What is locked is a file beside the output, which a killed build may leave: then it is no lock any more.
    """

    def __init__(self, output: Path) -> None:
        """Take the lock, at once or not at all.  Raises Taken, and OSError where nothing can be written."""
        self._output = output
        self._path = output.with_name(f"{output.name}.lock")
        while True:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                _lock(self._handle)
            except OSError as error:
                if error.errno not in UNLOCKABLE:
                    os.close(self._handle)
                    raise Taken(LOCKED.format(output=output)) from None
            if self._is_still_there():
                break
            os.close(self._handle)  # its file went as its build ended, between the two steps
        atexit.register(self.abandon)

    def release(self) -> None:
        """Let another build have it."""
        atexit.unregister(self.abandon)
        self._path.unlink(missing_ok=True)
        os.close(self._handle)

    def abandon(self) -> None:
        """Release it, and remove what is half built."""
        clear(staging(self._output))
        self.release()

    def _is_still_there(self) -> bool:
        try:
            return os.path.samestat(self._path.stat(), os.fstat(self._handle))
        except FileNotFoundError:
            return False


def begin(folder: Path) -> None:
    """Make a folder that is marked as a build's before anything else is in it."""
    folder.mkdir()
    (folder / MARK).write_text(f"{SAYS}\n", "utf-8")


def complete(folder: Path) -> None:
    """Write into the mark what the build put there: all else will be somebody's."""
    names = "".join(f"{name}\n" for name in sorted(path.name for path in folder.iterdir()))
    (folder / MARK).write_text(f"{SAYS}\n{names}", "utf-8")


def clear(folder: Path) -> None:
    """Remove what a build made, where it stands; nothing else."""
    if folder.is_dir() and not_ours(folder) is None:
        shutil.rmtree(folder, ignore_errors=True)


def not_ours(folder: Path) -> str | None:
    """What `folder` is or holds that no build made, for people; None where a build may replace it."""
    if not folder.is_dir():
        return "is not a folder" if folder.exists() or folder.is_symlink() else None
    found = {path.name for path in folder.iterdir()} - OF_THE_SYSTEM
    if ".git" in found:
        return "holds a .git"
    if not found:
        return None
    if MARK not in found:
        return f"holds {min(found)} and is not a site that a build has marked as its own"
    _, *made = (folder / MARK).read_text("utf-8", "replace").splitlines() or [""]
    others = found.difference(made, [MARK]) if made else set()
    return f"holds {min(others)}, which no build put there" if others else None


def refusal(output: Path) -> str | None:
    """Why a build into `output` would remove what is somebody's, with the mend; None where it would not."""
    for folder in (output, staging(output), output.with_name(f"{output.name}.old")):
        if why := not_ours(folder):
            return (
                f"{folder} {why}; name another folder or take it out; if nothing in it is yours, as where an earlier "
                f"version built it, remove it: rm -r {quote(str(folder))}"
            )
    return None

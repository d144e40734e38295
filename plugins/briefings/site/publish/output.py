"""Whose an output is: the mark that a build leaves in what it made, and the lock that keeps two builds apart.

A build replaces a folder as a whole, so it must know that all of it is a build's.  `make clean` asks the same.
"""

import atexit
import errno
import os
import shutil
import stat
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from shlex import quote

from .swap import staging

MARK = ".made-by-briefings"
SAYS = "# A build of briefings made this folder and replaces all of it; beside this line, what it put here:"
END = "# That is all."  # a mark without this line is that of a build which did not come to its end
LOCK = ".{}.briefings-lock"  # its name, beside the output
LONGEST = 255 - len(LOCK.format(""))  # bytes of an output's name: with the lock's what every file system takes
STDIN = 0  # a borrowed lock comes in there
LARGEST = 1 << 28  # bytes of a mark
OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # files that nobody put there
OF_EDITORS = (".git", "actors.yaml", "corrections", "pages", "seeds")
HOME = "index.html"
OF_A_DISK = "lost+found"  # at the top of one; what a repair of the disk saved is in it
FOREIGN = "holds {}, which no build put there"
LOCKED = "another build into {output} is running: wait for its end, or name another folder"
NO_LOCK = "{path} stands where a build of {output} keeps its lock, and is no empty file: take it away"
UNLOCKABLE = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})  # what some file systems of a network say
NO_FILE = frozenset({errno.ELOOP, errno.EMLINK, errno.EISDIR, errno.ENXIO})  # a link, a folder, a socket
GONE = frozenset({errno.ENOENT, errno.EBADF})  # a file, a standard input
# No link is followed and no pipe waited for, where the system can be asked so.
CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Taken(Exception):
    """The output cannot be had, since another build has it or its lock cannot be kept; the message says so."""


class OutputClaim:
    """An output for one build alone, from the moment it is made to `release`; the end of the process releases it, too.

    What is locked is a file beside the output, which a killed build may leave: then it is no lock any more.
    Who has it lends it to a program that builds there, as that program's standard input.
    """

    def __init__(self, output: Path) -> None:
        """Take the lock, at once or not at all.  Raises Taken, and OSError where nothing can be written."""
        self._output = output
        self._path = output.with_name(LOCK.format(output.name))
        self._handle = STDIN
        self._is_borrowed = self._is_still_there()
        while not self._is_borrowed:
            self._handle = self._open_lock()
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

    @property
    def lent(self) -> int:
        """Gives the standard input of a build that shall have this output, too: it keeps others away while it runs."""
        return self._handle

    def release(self) -> None:
        """Let another build have it; what is borrowed stays with whom it is of."""
        atexit.unregister(self.abandon)
        if self._is_borrowed:
            return
        if os.fstat(self._handle).st_size == 0 and self._is_still_there():
            self._path.unlink()
        os.close(self._handle)

    def abandon(self) -> None:
        """Release it, and remove what is half built."""
        clear(staging(self._output), begun=True)
        self.release()

    def _open_lock(self) -> int:
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | CAREFULLY, 0o644)
        except OSError as error:
            if error.errno not in NO_FILE:
                raise
        else:
            found = os.fstat(handle)
            if stat.S_ISREG(found.st_mode) and found.st_size == 0:
                return handle
            os.close(handle)
        raise Taken(NO_LOCK.format(path=self._path, output=self._output))

    def _is_still_there(self) -> bool:
        try:
            return os.path.samestat(self._path.lstat(), os.fstat(self._handle))
        except OSError as error:
            if error.errno not in GONE:
                raise
            return False


def begin(folder: Path) -> None:
    """Make a folder that is marked as a build's before anything else is in it."""
    folder.mkdir()
    (folder / MARK).write_text(f"{SAYS}\n", "utf-8")


def complete(folder: Path, apart: str) -> None:
    """Write into the mark each file that the build put there: all else will be somebody's.

    The folder `apart`, whose names differ from build to build, has a mark of its own, so that this one does not.
    """
    if (folder / apart).is_dir():
        _write_mark(folder / apart, "")
    _write_mark(folder, f"{apart}/")


def _write_mark(folder: Path, apart: str) -> None:
    names = {MARK, *(name for name, _ in _contents_of_folder(folder))}
    if apart:
        names = {name for name in names if not name.startswith(apart) or name == apart + MARK}
    lines = "".join(f"{line}\n" for line in (SAYS, *sorted(names), END))
    (folder / MARK).write_text(lines, "utf-8", "surrogateescape", newline="\n")


def clear(folder: Path, *, begun: bool = False) -> None:
    """Remove what a build made, where it stands; nothing else.  `begun`: also what one began that was killed."""
    if _is_true_folder(folder) and not_ours(folder, begun=begun) is None and any(folder.iterdir()):
        shutil.rmtree(folder, ignore_errors=True)


def remove(output: Path) -> Iterator[str]:
    """Remove what builds into `output` made; gives a line for each folder that stays since it holds anything else."""
    output = Path(os.path.realpath(output))
    if not output.name:
        yield f"{output} is no folder of a site; name another"
        return
    folders = [
        folder for folder in _folders_of_build(output) if _is_true_folder(folder) and any(_contents_of_folder(folder))
    ]
    if not folders:
        return
    try:
        claim = OutputClaim(output)
    except (Taken, OSError) as error:
        yield str(error) if isinstance(error, Taken) else f"{output} cannot be removed: {error.strerror}"
        return
    for folder in folders:
        begun = folder == staging(output)
        if why := not_ours(folder, begun=begun):
            yield _refusal_of_folder(folder, why)
        else:
            clear(folder, begun=begun)
            if folder.exists():
                yield f"{folder} cannot be removed: give yourself the right to"
    claim.release()


def not_ours(folder: Path, *, begun: bool = False) -> str | None:
    """Tells people what `folder` is or holds that no build made; None where a build may replace it.

    `begun`: what a build began that was killed is ours, too.  No link is followed, no file but the mark is read.
    """
    if not _is_true_folder(folder):
        return "is not a folder" if os.path.lexists(folder) else None
    if not os.access(folder, os.R_OK | os.X_OK):
        return "cannot be looked into"
    lines = _marked(folder)
    if lines is not None and lines[-1:] != [END]:
        if begun:
            return FOREIGN.format(".git") if os.path.lexists(folder / ".git") else None
        return "holds what a build began and did not end"
    made = _listed_in_mark(folder, lines or [])
    first = min(
        (name for name, regular in _contents_of_folder(folder) if not _is_made(name, made, regular=regular)),
        default=None,
    )
    if first is None:
        return None
    return FOREIGN.format(first) if lines else f"holds {first} and is not a site that a build has marked as its own"


def unfit(output: Path) -> str | None:
    """Tells why no folder can be made at `output`, or none beside it, with the mend; None where they can."""
    if len(os.fsencode(output.name)) > LONGEST:
        why = f"its name is longer than the {LONGEST} letters that leave room for those beside it"
        return f"{output}: {why}; name another folder"
    above = next((each for each in output.parents if os.path.lexists(each)), None)
    return f"{above} is a file, no folder; name another folder" if above and not above.is_dir() else None


def refusal(output: Path) -> str | None:
    """Tells why no build into `output` can be, or would remove what is somebody's, with the mend; None if one may."""
    if why := unfit(output):
        return why
    for folder in _folders_of_build(output):
        if why := not_ours(folder, begun=folder == staging(output)):
            return _refusal_of_folder(folder, why)
        if folder != output and _is_true_folder(folder) and not any(folder.iterdir()):
            return f"{folder} is empty, and a build would put its own there and take it away: rmdir {_shell(folder)}"
    return None


def overlap(output: Path, source: Path) -> Path | None:
    """Tells which folder of a build into `output` is `source`, holds it or lies in it."""
    real = Path(os.path.realpath(source))
    return next(
        (each for each in _folders_of_build(output) if real.is_relative_to(each) or each.is_relative_to(real)), None
    )


def _folders_of_build(output: Path) -> tuple[Path, Path, Path]:
    return output, staging(output), output.with_name(f"{output.name}.old")


def _refusal_of_folder(folder: Path, why: str) -> str:
    said = f"{folder} {why}; name another folder or take it out"
    if not _looks_built(folder):
        return said
    return f"{said}; if nothing in it is yours, as where an earlier version built it, remove it: rm -r {_shell(folder)}"


def _looks_built(folder: Path) -> bool:
    """Tells whether it may be a site, and nothing in it is called as what editors write."""
    built = (folder / HOME).is_file() or _marked(folder) is not None
    return built and not any(os.path.lexists(folder / name) for name in OF_EDITORS)


def _shell(folder: Path) -> str:
    return quote(str(folder))


def _is_true_folder(path: Path) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)  # noqa: PTH112, PTH114  False for a name too long


def _contents_of_folder(folder: Path) -> Iterator[tuple[str, bool]]:
    """Finds each file, link and empty folder in `folder` and below: a line of the mark, and whether a regular file.

    “theme/site.css”, “empty/”: whoever may not look into a folder finds it empty.
    """
    waiting = [(str(folder), "")]
    while waiting:
        place, above = waiting.pop()
        try:
            with os.scandir(place) as found:
                entries = list(found)
        except OSError:
            entries = []
        if above and not entries:
            yield above, False
        for entry in entries:
            name = above + entry.name.replace("\\", "\\\\").replace("\n", "\\n")
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{name}/"))
            else:
                yield name, entry.is_file(follow_symlinks=False)


def _is_made(name: str, made: Collection[str], *, regular: bool) -> bool:
    if name.endswith("/"):  # a folder; one that has been emptied since is still a build's
        return name == f"{OF_A_DISK}/" or any(line.startswith(name) for line in made)
    return regular and (name in made or _last(name) in OF_THE_SYSTEM)


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _listed_in_mark(folder: Path, lines: list[str]) -> set[str]:
    """Gives what the mark lists, and the marks of folders in it that have their own."""
    places = [line.removesuffix(MARK) for line in lines if line.endswith(f"/{MARK}")]
    return {*lines, *(f"{place}{line}" for place in places for line in _marked(folder / place) or ())}


def _marked(folder: Path) -> list[str] | None:
    """Reads the lines of the folder's mark below its first; None where no build made a mark here."""
    mark = folder / MARK
    try:
        found = mark.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            return None
        with open(mark, "rb", opener=lambda path, flags: os.open(path, flags | CAREFULLY)) as file:
            first, *lines = file.read(LARGEST).decode("utf-8", "surrogateescape").split("\n")
    except OSError:
        return None
    return lines[:-1] if first == SAYS else None

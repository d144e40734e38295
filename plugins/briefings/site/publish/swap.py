"""Whole site or none: a folder built beside the old one takes its place in one step."""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100  # <fcntl.h>: paths are taken as they are
RENAME_EXCHANGE = 2  # <linux/fs.h>
# What renameat2 and rename say of a mount point, an overlay's lower layer, an old kernel or file system.
REFUSALS = frozenset({errno.EBUSY, errno.EXDEV, errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})


def staging(output: Path) -> Path:
    """Names the folder beside `output` that a site is built in: ``output.new``."""
    return output.with_name(f"{output.name}.new")


def put_in_place(new: Path, output: Path) -> str | None:
    """Put the site in `new` where `output` is; the old one is removed.

    Gives a sentence to show where that took more than one step (a reader may have met no page), else None.
    """
    if not output.exists():
        new.rename(output)
        return None
    try:
        exchange(new, output)
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        return _in_steps(new, output, error.strerror)
    shutil.rmtree(new)
    return None


def exchange(one: Path, other: Path) -> None:
    """Swap two folders in one step by Linux's renameat2; raises OSError, ENOSYS where there is no such call."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def _in_steps(new: Path, output: Path, reason: str | None) -> str:
    old = output.with_name(f"{output.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    try:
        output.rename(old)
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        _refill(new, output)
        return f"{output} cannot be renamed ({reason}): it was emptied and filled again"
    new.rename(output)
    shutil.rmtree(old)
    return f"{output} cannot be exchanged in one step ({reason}): two renames did it"


def _refill(new: Path, output: Path) -> None:
    """Replace the contents of a mount point, which has no other name to take."""
    for path in sorted(output.iterdir()):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    for path in sorted(new.iterdir()):
        shutil.move(path, output / path.name)
    new.rmdir()

"""The folder that a build writes into; what ends a build, in one line."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from .data_files import Files

OF_A_NAME = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.ENOTDIR, errno.EISDIR)


def stop(message: str) -> NoReturn:
    """End the build with one line and status 1; the old site stays as it is."""
    raise SystemExit(f"briefings: {message}")


def stop_unwritable(output: Path, error: OSError) -> NoReturn:
    """End the build, since the disk takes nothing for the site `output`."""
    stop(f"{output} cannot be written: {error.strerror}; make room, or give yourself the right to write there")


@contextmanager
def to_disk(output: Path) -> Iterator[None]:
    """Ends the build where a disk takes nothing; a name that it does not take is a fault of one page."""
    try:
        yield
    except OSError as error:
        if error.errno in OF_A_NAME or isinstance(error, LookupError):  # a template that is not there is both
            raise
        stop_unwritable(output, error)


def put(files: Files, new: Path, output: Path) -> None:
    """Write files into `new`, the folder in which the site of `output` comes to be."""
    for path, data in files:
        file = new / path
        with to_disk(output):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

"""What is slow to make is made once a run of the tests, by whichever of its processes asks first."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The run's folder of that name, which `make` filled; who asks meanwhile waits, and nobody writes into it."""
    place = shared(factory)
    folder, whole = place / name, place / f"{name} is whole"
    with (place / f"{name} is made").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of one that failed
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder


def shared(factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run have in common, and no other run has."""
    own = factory.getbasetemp()
    place = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "once"
    place.mkdir(exist_ok=True)
    return place

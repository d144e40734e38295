"""Programs, loaded once a run of the tests: each run of one is a fork that need not load everything again."""

import atexit
import multiprocessing
import os
import runpy
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 1200  # seconds, of a machine that has other work to do
_LOADED = multiprocessing.get_context("forkserver")
_LOADED.set_forkserver_preload(["pelican", "briefings.site.generator", "feedparser", "trafilatura"])


def run_module(name: str, arguments: Sequence[str], *, cwd: Path, umask: int = -1) -> tuple[int, str]:
    """The status and the words of ``python -m name arguments``, run in the folder `cwd`."""
    with tempfile.NamedTemporaryFile() as said:
        fork = _LOADED.Process(target=_work, args=(said.name, name, [*arguments], cwd, umask))
        fork.start()
        fork.join(PATIENCE)
        if fork.exitcode is None:
            fork.kill()
            raise TimeoutError(f"{name} {' '.join(arguments)} took longer than {PATIENCE} s")
        return fork.exitcode, said.read().decode("utf-8")


def _work(said: str, name: str, arguments: list[str], cwd: Path, umask: int) -> None:
    file = os.open(said, os.O_WRONLY | os.O_APPEND)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.chdir(cwd)
    if umask != -1:
        os.umask(umask)
    sys.argv = [name, *arguments]
    try:
        runpy.run_module(name, run_name="__main__", alter_sys=True)
    finally:
        atexit._run_exitfuncs()  # a fork ends without what a program does at its end

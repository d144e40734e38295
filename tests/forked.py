"""Programs, loaded once a run of the tests: each run of one is a fork that need not load everything again.

Nor need it compile again a template that stands as it stood: of a build of three articles that is more than half.
"""

import atexit
import multiprocessing
import os
import runpy
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache

PATIENCE = 1200  # seconds, of a machine that has other work to do
_LOADED = multiprocessing.get_context("forkserver")
_LOADED.set_forkserver_preload(["pelican", "briefings.site.generator", "feedparser", "trafilatura"])
_COMPILED = tempfile.TemporaryDirectory(prefix="templates-")


def run_module(name: str, arguments: Sequence[str], *, cwd: Path, umask: int = -1) -> tuple[int, str]:
    """The status and the words of ``python -m name arguments``, run in the folder `cwd`."""
    with tempfile.NamedTemporaryFile() as said:
        fork = _LOADED.Process(target=_work, args=(said.name, name, [*arguments], cwd, umask, _COMPILED.name))
        fork.start()
        fork.join(PATIENCE)
        if fork.exitcode is None:
            fork.kill()
            raise TimeoutError(f"{name} {' '.join(arguments)} took longer than {PATIENCE} s")
        return fork.exitcode, said.read().decode("utf-8")


def _work(said: str, name: str, arguments: list[str], cwd: Path, umask: int, compiled: str) -> None:
    from pelican import signals  # noqa: PLC0415  loaded in the fork, and nowhere else

    def remember(pelican: Any) -> None:
        pelican.settings["JINJA_ENVIRONMENT"]["bytecode_cache"] = FileSystemBytecodeCache(compiled)

    signals.initialized.connect(remember)
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

"""No test reads the checkout's own seeds/, content/ and output/: they are an editor's, and hold whatever he likes."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guard.sitecustomize import OwnFileError
from made import ROOT

OWN = ("seeds", "content", "output")
READING: tuple[Callable[[Path], object], ...] = (
    os.listdir,
    os.scandir,
    lambda folder: list(os.walk(folder)),
    lambda folder: (folder / "urls.csv").read_text("utf-8"),
    lambda folder: shutil.copytree(folder, "/dev/null/copy"),
)


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("read", READING)
def test_a_test_that_reads_them_is_stopped(
    name: str, read: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    for folder in (ROOT / name, Path(name)):
        with pytest.raises(OwnFileError, match=f"/{name}.* is the paper's own"):
            read(folder)


@pytest.mark.parametrize("name", OWN)
def test_so_is_a_program_that_a_test_starts(name: str) -> None:
    command = [sys.executable, "-c", f"import os; os.listdir({name!r})"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "is the paper's own" in ran.stderr


@pytest.mark.parametrize("name", OWN)
def test_folders_of_such_names_elsewhere_may_be_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "a.txt").write_text("words", "utf-8")
    assert [path.read_text("utf-8") for path in (tmp_path / name).iterdir()] == ["words"]
    shutil.rmtree(tmp_path)


def test_no_test_names_them() -> None:
    """Whether something is there can be asked without opening it."""
    sources = {path.name: path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py")}
    named = re.compile(rf'ROOT / "(?:{"|".join(OWN)})\b')
    assert [name for name, text in sources.items() if named.search(text)] == []

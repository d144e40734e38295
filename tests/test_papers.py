"""Every command that the papers tell a reader to type does what they say, in a checkout of its own."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from made import ROOT, lay_paper

PAPERS = ["README.md", "CONTRIBUTING.md", "docs/editors.md", "docs/publishing.md"]
REMOTE = "git@github.com:you/paper.git"  # as the papers write it; a folder stands in for it
RUNS_ON = "make devserver"
NOT_HERE = ("make test", "make seed FROM=")  # it is what runs these tests; what asks the network: test_adding.py


def commands(paper: str) -> list[str]:
    """The lines of its blocks of shell, in order."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (ROOT / paper).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if not line.startswith(NOT_HERE)]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of the project as it is now, set up, with a remote in reach that nobody has named yet."""
    folder = tmp_path / "paper"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if not name.startswith(("seeds/", "content/")) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    (folder / ".venv").mkdir()
    for part in ("bin", "lib", "pyvenv.cfg"):
        (folder / ".venv" / part).symlink_to(ROOT / ".venv" / part)
    lay_paper(folder)
    (folder / ".venv" / "made-in").write_text(f"{folder.resolve()}\n", "utf-8")
    for stamp in ("dependencies", "model", "ready", "tools", "test-ready"):
        (folder / ".venv" / stamp).touch()
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "remote.git")], check=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(folder)], check=True)
    return folder


def shell(checkout: Path) -> dict[str, str]:
    """The environment of a reader who is somebody for git, whatever make runs these tests."""
    settings = {"SEEDS", "CONTENT", "OUTPUTDIR", "BRIEFINGS_GOLD", "PYTHON", "PAGES_REMOTE", "PAGES_BRANCH", "PUSH"}
    kept = {k: v for k, v in os.environ.items() if k not in settings and not k.startswith(("MAKE", "MFLAGS", "GIT_"))}
    config = [
        ("user.name", "Reader"),
        ("user.email", "reader@example.org"),
        (f"url.{checkout.parent / 'remote.git'}.insteadOf", REMOTE),
    ]
    pairs = {
        f"GIT_CONFIG_{part}_{n}": one[p] for n, one in enumerate(config) for p, part in enumerate(("KEY", "VALUE"))
    }
    return {**kept, **pairs, "GIT_CONFIG_COUNT": str(len(config)), "SITEURL": "https://you.github.io/paper"}


def serves(checkout: Path, command: str) -> bool:
    """Whether the site can be had while `command` runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [*command.split(), f"PORT={port}"],
        cwd=checkout,
        env=shell(checkout),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as server:
        try:
            return any(answers(port) for _ in range(1000))
        finally:
            os.killpg(server.pid, signal.SIGTERM)


def answers(port: int) -> bool:
    try:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except OSError:
        time.sleep(0.2)
        return False
    finally:
        connection.close()


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_paper_says_to_type_works(paper: str, checkout: Path) -> None:
    told = commands(paper)
    assert told
    if not any(line.startswith("git remote add") for line in told):
        subprocess.run(["git", "remote", "add", "origin", REMOTE], cwd=checkout, check=True)
    for line in told:
        if line == RUNS_ON:
            assert serves(checkout, line), line
            continue
        ran = subprocess.run(
            line.split(), cwd=checkout, env=shell(checkout), capture_output=True, text=True, check=False, timeout=1200
        )
        assert ran.returncode == 0, f"{line}\n{ran.stdout}{ran.stderr}"
    branches = subprocess.run(
        ["git", "branch", "--list"], cwd=checkout.parent / "remote.git", capture_output=True, check=True
    )
    assert (b"gh-pages" in branches.stdout) == ("make publish" in told)

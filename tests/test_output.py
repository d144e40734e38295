"""Nothing of the user's is removed: a build replaces what a build made, one at a time, and names what it will not."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefings.site.output import LOCKED, MARK, Claim, Taken, begin, complete, not_ours
from briefings.site.swap import staging
from made import PAPER, ROOT
from made_build import ARTICLES, Built, build, sow
from made_site import TEXT


def site(folder: Path) -> Path:
    """A folder as a build leaves it."""
    begin(folder)
    (folder / "index.html").write_text("ours", "utf-8")
    (folder / "theme").mkdir()
    complete(folder)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(built: Built) -> str:
    """The one line of a build that would not."""
    assert built.status != 0
    assert "Traceback" not in built.said
    (line,) = [line for line in built.said.splitlines() if line.strip()]
    return line


def test_what_a_build_made_is_ours_and_so_is_what_is_not_there_or_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (site(tmp_path / "output"), tmp_path / "empty", tmp_path / "none"):
        assert not_ours(folder) is None
    begin(tmp_path / "begun")
    (tmp_path / "begun" / "half").mkdir()
    assert not_ours(tmp_path / "begun") is None
    (tmp_path / "output" / ".DS_Store").touch()  # a window on macOS was opened
    assert not_ours(tmp_path / "output") is None


@pytest.mark.parametrize("name", [".git", "notes.txt", "CNAME"])
def test_what_was_put_into_a_site_is_somebody_elses_and_named(tmp_path: Path, name: str) -> None:
    (site(tmp_path / "output") / name).mkdir()
    assert name in (not_ours(tmp_path / "output") or "")


@pytest.mark.parametrize("name", ["index.html", ".git", "a"])
def test_a_folder_without_a_mark_is_somebody_elses(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert name in (not_ours(tmp_path) or "")


def test_a_file_is_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    assert "not a folder" in (not_ours(tmp_path / "output") or "")


def test_one_build_at_a_time_has_an_output_and_two_outputs_may_be_built(tmp_path: Path) -> None:
    first = Claim(tmp_path / "output")
    with pytest.raises(Taken):
        Claim(tmp_path / "output")
    Claim(tmp_path / "other").release()
    first.release()
    Claim(tmp_path / "output").release()
    assert list(tmp_path.iterdir()) == []


def test_a_killed_build_leaves_no_lock_that_holds(tmp_path: Path) -> None:
    code = "import sys, time; from pathlib import Path; from briefings.site.output import Claim\n"
    code += "claim = Claim(Path(sys.argv[1])); print('has it', flush=True); time.sleep(60)"
    command = [sys.executable, "-c", code, str(tmp_path / "output")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"has it\n"
        with pytest.raises(Taken):
            Claim(tmp_path / "output")
        other.send_signal(signal.SIGKILL)
        other.wait()
    Claim(tmp_path / "output").release()


@pytest.mark.parametrize("suffix", ["", ".new", ".old"])
@pytest.mark.parametrize("name", ["index.html", ".git/HEAD", "novel.txt"])
def test_a_build_refuses_by_name_a_folder_that_no_build_made(tmp_path: Path, suffix: str, name: str) -> None:
    folder = tmp_path / f"output{suffix}"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("years of work", "utf-8")
    said = refused(build(tmp_path))
    assert f"{folder} " in said
    assert name.split("/", maxsplit=1)[0] in said
    assert f"rm -r {folder}" in said
    assert tree(tmp_path) == {f"output{suffix}/{name}": b"years of work"}


def test_what_killed_builds_left_is_cleared_and_a_site_has_its_mark(tmp_path: Path) -> None:
    for name in ("output", "output.new", "output.old"):
        site(tmp_path / name)
    seeds = sow(tmp_path / "seeds", a=(ARTICLES / "bridge.txt").read_text("utf-8"))
    built = build(tmp_path, seeds=seeds)
    assert built.status == 0, built.said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", "seeds"]
    _, *names = built.read(MARK).splitlines()
    assert names == sorted(path.name for path in built.output.iterdir())
    (built.output / ".git").mkdir()
    before = tree(tmp_path)
    assert ".git" in refused(build(tmp_path, seeds=seeds))
    assert tree(tmp_path) == before


def test_a_second_build_into_one_output_is_told_and_the_first_is_whole(tmp_path: Path) -> None:
    claim = Claim(tmp_path / "output")
    said = refused(build(tmp_path))
    assert said == f"briefings: {LOCKED.format(output=tmp_path / 'output')}"
    assert not staging(tmp_path / "output").exists()
    claim.release()
    assert build(tmp_path).status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output"]


def test_two_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "seeds", **{f"s{n}": f"Bridge {n} opens\n\n{TEXT}" for n in range(5)})
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(PAPER / "content"),
        "-s",
        str(ROOT / "pelicanconf.py"),
        "-o",
        "output",
    ]
    command += ["-e", f'BRIEFINGS_SEEDS="{seeds}"', f'BRIEFINGS_STORE="{ROOT / ".store"}"']
    running = [
        subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)
    ]
    said = [one.communicate()[0].decode() for one in running]
    assert 0 in [one.returncode for one in running], said
    assert all(one.returncode == 0 or "another build" in words for one, words in zip(running, said, strict=True)), said
    assert not_ours(tmp_path / "output") is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", "seeds"]


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full ABSENT: only Linux has it")
def test_a_disk_that_takes_nothing_is_told_in_a_line_and_nothing_stays(tmp_path: Path) -> None:
    conf = tmp_path / "pelicanconf.py"
    ours = ROOT / "pelicanconf.py"
    conf.write_text(
        f"__file__ = {str(ours)!r}\nexec(open(__file__).read())\n"
        f"THEME, PLUGIN_PATHS = {str(ROOT / 'themes' / 'briefings')!r}, [{str(ROOT / 'plugins')!r}]\n"
        "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))\n",
        "utf-8",
    )
    built = build(tmp_path, conf=conf)
    assert f"{tmp_path / 'output'} cannot be written: " in built.said
    assert built.status != 0
    assert "Traceback" not in built.said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pelicanconf.py"]


def test_a_folder_that_cannot_be_written_is_told_in_a_line(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        (tmp_path / "file").touch()
        said = refused(build(tmp_path, OUTPUT_PATH=str(tmp_path / "file" / "output")))
    else:
        tmp_path.chmod(0o500)
        said = refused(build(tmp_path))
    assert "cannot be written" in said


def test_a_build_that_is_interrupted_leaves_nothing(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "seeds", **{f"s{n}": f"Bridge {n} opens\n\n{TEXT}" for n in range(40)})
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(PAPER / "content"),
        "-s",
        str(ROOT / "pelicanconf.py"),
        "-o",
        "output",
    ]
    command += ["-e", f'BRIEFINGS_SEEDS="{seeds}"', f'BRIEFINGS_STORE="{ROOT / ".store"}"']
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        until = time.monotonic() + 60
        while not (tmp_path / "output.new").exists() and time.monotonic() < until and running.poll() is None:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "output") == ["seeds"]

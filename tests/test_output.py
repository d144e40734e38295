"""Nothing of the user's is removed: a build replaces what a build made, one at a time, and names what it will not."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefings.site.publish.output import (
    END,
    LOCKED,
    MARK,
    SAYS,
    OutputClaim,
    Taken,
    begin,
    complete,
    not_ours,
    refusal,
    remove,
)
from briefings.site.publish.swap import staging
from made import PAPER, ROOT
from made_build import ARTICLES, Built, build, sow
from made_site import TEXT
from sizes import more


def site(folder: Path) -> Path:
    """A folder as a build leaves it."""
    begin(folder)
    (folder / "index.html").write_text("ours", "utf-8")
    (folder / "theme").mkdir()
    (folder / "theme" / "site.css").write_text("ours", "utf-8")
    (folder / "pagefind").mkdir()
    (folder / "pagefind" / "en_1a2b.pf_meta").write_text("ours", "utf-8")
    complete(folder, "pagefind")
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
    (tmp_path / "output" / ".DS_Store").touch()  # a window on macOS was opened
    assert not_ours(tmp_path / "output") is None


INSIDE = ["theme/mine.css", "pagefind/mine.txt", "theme/.git/HEAD", "theme/deep/a/b.txt", "theme/a\nb", "theme/\udcff"]


@pytest.mark.parametrize("name", [".git", "notes.txt", "CNAME", "theme/empty", "pagefind/.git"])
def test_what_was_put_into_a_site_is_somebody_elses_and_named(tmp_path: Path, name: str) -> None:
    (site(tmp_path / "output") / name).mkdir()
    assert name in (not_ours(tmp_path / "output") or "")


@pytest.mark.parametrize("name", INSIDE)
def test_what_was_put_into_a_folder_of_a_site_is_named_and_stays(tmp_path: Path, name: str) -> None:
    path = site(tmp_path / "output") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", "utf-8")
    assert "which no build put there" in (not_ours(tmp_path / "output") or "")
    assert len(list(remove(tmp_path / "output"))) == 1
    assert path.read_text("utf-8") == "mine"


def test_what_lies_very_deep_is_named(tmp_path: Path) -> None:
    path = site(tmp_path / "output") / "theme"
    for _ in range(1200):
        path = path / "a"
        path.mkdir()
    assert "holds theme/a/a/" in (not_ours(tmp_path / "output") or "")
    subprocess.run(["rm", "-r", tmp_path / "output"], check=True)  # so deep Python's own sweeping does not come


def test_what_cannot_be_cleaned_is_a_line(tmp_path: Path) -> None:
    assert [line.partition(" ")[0] for line in remove(Path("/"))] == ["/"]
    assert list(remove(tmp_path / "none" / "output")) == []
    site(tmp_path / "output")
    (tmp_path / ".output.briefings-lock").mkdir()
    assert "keeps its lock" in " ".join(remove(tmp_path / "output"))
    assert not_ours(tmp_path / "output") is None


def test_what_the_system_does_not_let_us_clean_is_a_line(tmp_path: Path) -> None:
    site(tmp_path / "output")
    tmp_path.chmod(0o500)
    told = " ".join(remove(tmp_path / "output"))
    tmp_path.chmod(0o700)
    if os.geteuid() == 0:  # root may do everything
        assert (told, (tmp_path / "output").exists()) == ("", False)
    else:
        assert "cannot be removed" in told


@pytest.mark.parametrize("name", ["theme/away", "theme/site.css", "theme"])
def test_a_link_in_a_site_is_somebody_elses(tmp_path: Path, name: str) -> None:
    path = site(tmp_path / "output") / name
    (tmp_path / "mine").mkdir()
    if path.exists():
        path.rename(tmp_path / "was")
    path.symlink_to(tmp_path / "mine")
    assert name in (not_ours(tmp_path / "output") or "")


def test_a_built_name_of_any_characters_is_ours(tmp_path: Path) -> None:
    begin(tmp_path / "output")
    for name in ("a\nb", "a\\nb", "\udcff", " x ", "# y", "z\r"):
        (tmp_path / "output" / name).write_text("ours", "utf-8")
    (tmp_path / "output" / "empty").mkdir()
    complete(tmp_path / "output", "pagefind")
    assert not_ours(tmp_path / "output") is None


def odd_marks(folder: Path) -> None:
    """Put in the place of the mark, by the folder's name, what no build leaves there."""
    mark = folder / MARK
    if folder.name == "pipe":
        os.mkfifo(mark)
    elif folder.name == "folder":
        mark.mkdir()
    elif folder.name == "link":
        mark.symlink_to(site(folder.parent / "other") / MARK)
    else:
        words = {"line": "# x\n", "other": f"# x\n{MARK}\nmine.txt\n{END}\n", "begun": f"{SAYS}\n", "empty": ""}
        words["torn"] = f"{SAYS}\n{MARK}\nmine.txt\n"
        words["bytes"] = f"{SAYS}\0\n{MARK}\nmine.txt\n{END}\n"
        mark.write_text(words[folder.name], "utf-8")


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "line", "other", "begun", "empty", "torn", "bytes"])
def test_a_mark_that_is_none_of_ours_is_not_believed(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / kind
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", "utf-8")
    odd_marks(folder)
    assert not_ours(folder) is not None
    assert str(folder) in " ".join(remove(folder))
    assert (folder / "mine.txt").read_text("utf-8") == "mine"


def test_what_a_killed_build_began_is_removed_by_who_has_the_lock(tmp_path: Path) -> None:
    begin(staging(tmp_path / "output"))
    (staging(tmp_path / "output") / "half.html").touch()
    assert refusal(tmp_path / "output") is None
    claim = OutputClaim(tmp_path / "output")
    assert "another build" in " ".join(remove(tmp_path / "output"))
    claim.release()
    assert list(remove(tmp_path / "output")) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".new", ".old"])
def test_an_empty_folder_of_somebody_stays(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / f"output{suffix}").mkdir()
    assert f"output{suffix} is empty" in (refusal(tmp_path / "output") or "")
    assert list(remove(tmp_path / "output")) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", f"output{suffix}"]


@pytest.mark.parametrize("kind", ["poem", "pipe", "link", "folder", "dangling"])
def test_what_stands_in_the_place_of_the_lock_is_named_and_stays(tmp_path: Path, kind: str) -> None:
    lock = tmp_path / ".output.briefings-lock"
    makers = {
        "poem": lambda: lock.write_text("poem", "utf-8"),
        "pipe": lambda: os.mkfifo(lock),
        "link": lambda: lock.symlink_to(tmp_path / "output.lock"),
        "dangling": lambda: lock.symlink_to(tmp_path / "nothing"),
        "folder": lock.mkdir,
    }
    (tmp_path / "output.lock").touch()
    makers[kind]()
    with pytest.raises(Taken, match="briefings-lock"):
        OutputClaim(tmp_path / "output")
    assert sorted(path.name for path in tmp_path.iterdir()) == [lock.name, "output.lock"]
    assert kind != "poem" or lock.read_text("utf-8") == "poem"


def test_a_lock_that_somebody_wrote_into_meanwhile_stays(tmp_path: Path) -> None:
    claim = OutputClaim(tmp_path / "output")
    lock = tmp_path / ".output.briefings-lock"
    lock.write_text("poem", "utf-8")
    claim.release()
    assert lock.read_text("utf-8") == "poem"


@pytest.mark.parametrize(
    ("source", "place"),
    [
        *(("seeds", place) for place in ("", "/deep/er", ".new", ".old", ".new/a", ".old/a", "..")), ("content", ".."),
        *(more("content", place) for place in ("", "/deep/er", ".new", ".old", ".new/a", ".old/a")),
    ],
)  # fmt: skip
def test_an_output_that_is_in_or_around_what_is_read_is_refused(tmp_path: Path, source: str, place: str) -> None:
    output = tmp_path / "site"
    read = tmp_path if place == ".." else Path(f"{output}{place}")
    (read / "pages").mkdir(parents=True, exist_ok=True)
    said = refused(build(tmp_path, OUTPUT_PATH=str(output), **{source: read}))
    assert f"{read} " in said or f"{read}," in said
    assert (read / "pages").is_dir()


@pytest.mark.parametrize("length", [240, 245, 251, 255, 256, 300])
def test_a_name_that_leaves_no_room_for_that_of_the_lock_is_told(tmp_path: Path, length: int) -> None:
    output = tmp_path / ("o" * length)
    assert refused(build(tmp_path, OUTPUT_PATH=str(output))).endswith(
        "longer than the 239 letters that leave room for those beside it; name another folder"
    )
    assert list(remove(output)) == []
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_that_leaves_room_is_one(tmp_path: Path) -> None:
    output = tmp_path / ("o" * 239)
    assert refusal(output) is None
    OutputClaim(output).release()


@pytest.mark.parametrize("place", ["Makefile/x", "Makefile/x/y"])
def test_a_file_in_the_way_of_an_output_is_called_one(tmp_path: Path, place: str) -> None:
    (tmp_path / "Makefile").write_text("mine", "utf-8")
    said = refused(build(tmp_path, OUTPUT_PATH=str(tmp_path / place)))
    assert said.endswith(f"{tmp_path / 'Makefile'} is a file, no folder; name another folder")


OF_THE_PROGRAM = [".git", ".venv", ".store", "docs", "plugins", "tests", "themes/briefings"]


@pytest.mark.parametrize(
    ("name", "below"),
    [
        *((name, "") for name in OF_THE_PROGRAM),
        ("docs", "/site"),
        *(more(name, "/site") for name in OF_THE_PROGRAM if name != "docs"),
    ],
)
def test_an_output_among_the_programs_own_folders_is_refused(tmp_path: Path, name: str, below: str) -> None:
    output = ROOT / f"{name}{below}"
    was = output.exists()
    said = refused(build(tmp_path, OUTPUT_PATH=str(output)))
    assert str(ROOT / name.partition("/")[0]) in said
    assert said.endswith("name another folder")
    assert output.exists() == was


@pytest.mark.parametrize("folder", ["/proc/self/fd", "/sys"])
def test_a_folder_of_the_system_holds_no_seeds(tmp_path: Path, folder: str) -> None:
    said = refused(build(tmp_path, seeds=Path(folder)))
    assert said.endswith(f"BRIEFINGS_SEEDS: {folder} is a folder of the system's own; name one of articles")


@pytest.mark.parametrize("name", ["index.html", ".git", "a"])
def test_a_folder_without_a_mark_is_somebody_elses(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert name in (not_ours(tmp_path) or "")


def test_a_file_is_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    assert "not a folder" in (not_ours(tmp_path / "output") or "")


def test_one_build_at_a_time_has_an_output_and_two_outputs_may_be_built(tmp_path: Path) -> None:
    first = OutputClaim(tmp_path / "output")
    with pytest.raises(Taken):
        OutputClaim(tmp_path / "output")
    OutputClaim(tmp_path / "other").release()
    first.release()
    OutputClaim(tmp_path / "output").release()
    assert list(tmp_path.iterdir()) == []


def test_who_has_an_output_lends_it_to_a_build_and_keeps_it(tmp_path: Path) -> None:
    first = OutputClaim(tmp_path / "output")
    code = "import sys; from pathlib import Path; from briefings.site.publish.output import OutputClaim\n"
    code += "OutputClaim(Path(sys.argv[1])).release()"
    command = [sys.executable, "-c", code, str(tmp_path / "output")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    assert subprocess.run(command, stdin=first.lent, env=environment, check=False).returncode == 0
    with pytest.raises(Taken):
        OutputClaim(tmp_path / "output")
    first.release()
    assert list(tmp_path.iterdir()) == []


def test_a_killed_build_leaves_no_lock_that_holds(tmp_path: Path) -> None:
    code = "import sys, time; from pathlib import Path; from briefings.site.publish.output import OutputClaim\n"
    code += "claim = OutputClaim(Path(sys.argv[1])); print('has it', flush=True); time.sleep(60)"
    command = [sys.executable, "-c", code, str(tmp_path / "output")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"has it\n"
        with pytest.raises(Taken):
            OutputClaim(tmp_path / "output")
        other.send_signal(signal.SIGKILL)
        other.wait()
    OutputClaim(tmp_path / "output").release()


@pytest.mark.parametrize("suffix", ["", ".new", ".old"])
@pytest.mark.parametrize("name", ["index.html", ".git/HEAD", "novel.txt"])
def test_a_build_refuses_by_name_a_folder_that_no_build_made(tmp_path: Path, suffix: str, name: str) -> None:
    folder = tmp_path / f"output{suffix}"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("years of work", "utf-8")
    said = refused(build(tmp_path))
    assert f"{folder} " in said
    assert name.split("/", maxsplit=1)[0] in said
    assert (f"rm -r {folder}" in said) == (name == "index.html")
    assert tree(tmp_path) == {f"output{suffix}/{name}": b"years of work"}


@pytest.mark.parametrize(
    "name", ["corrections/a.txt.yaml", "pages/about.md", "seeds/a.txt", ".git/HEAD", "actors.yaml"]
)
def test_no_folder_of_an_editor_comes_with_a_command_that_removes_it(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "content"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("years of work", "utf-8")
    for other in (folder / "notes.txt", folder / "index.html"):
        other.touch()
        (said,) = remove(folder)
        assert said.endswith("name another folder or take it out")
        assert said.startswith(f"{folder} holds ")


def test_what_killed_builds_left_is_cleared_and_a_site_has_its_mark(tmp_path: Path) -> None:
    for name in ("output", "output.new", "output.old"):
        site(tmp_path / name)
    seeds = sow(tmp_path / "seeds", a=(ARTICLES / "bridge.txt").read_text("utf-8"))
    built = build(tmp_path, seeds=seeds)
    assert built.status == 0, built.said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", "seeds"]
    assert not_ours(built.output) is None
    _, *names, end = built.read(MARK).splitlines()
    found = (path.relative_to(built.output).as_posix() for path in built.output.rglob("*") if path.is_file())
    apart = "pagefind/"  # its names differ each time, so it has a mark of its own
    wanted = {MARK, *(path for path in found if not path.startswith(apart) or path == apart + MARK)}
    assert (sorted(names), end) == (sorted(wanted), END)
    (built.output / ".git").mkdir()
    before = tree(tmp_path)
    assert ".git" in refused(build(tmp_path, seeds=seeds))
    assert tree(tmp_path) == before


def test_a_second_build_into_one_output_is_told_and_the_first_is_whole(tmp_path: Path) -> None:
    claim = OutputClaim(tmp_path / "output")
    said = refused(build(tmp_path))
    assert said == f"briefings: {LOCKED.format(output=tmp_path / 'output')}"
    assert not staging(tmp_path / "output").exists()
    claim.release()
    assert build(tmp_path).status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output"]


def build_of(seeds: Path) -> list[str]:
    """The command of a build into "output" of the folder that it runs in."""
    made = [sys.executable, "-m", "pelican", str(PAPER / "content"), "-s", str(ROOT / "pelicanconf.py"), "-o", "output"]
    return [*made, "-e", f'BRIEFINGS_SEEDS="{seeds}"', f'BRIEFINGS_STORE="{ROOT / ".store"}"']


def test_two_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "seeds", **{f"s{n}": f"Bridge {n} opens\n\n{TEXT}" for n in range(5)})
    command = build_of(seeds)
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
        said = refused(build(tmp_path, OUTPUT_PATH="/proc/output"))  # where root cannot either
    else:
        tmp_path.chmod(0o500)
        said = refused(build(tmp_path))
    assert "cannot be written" in said


def test_a_build_that_is_interrupted_leaves_nothing(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "seeds", **{f"s{n}": f"Bridge {n} opens\n\n{TEXT}" for n in range(40)})
    command = build_of(seeds)
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        until = time.monotonic() + 60
        while not (tmp_path / "output.new").exists() and time.monotonic() < until and running.poll() is None:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "output") == ["seeds"]

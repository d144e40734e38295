"""What `make` promises without setting anything up: each check runs make itself in a copy of the Makefile."""

import json
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

from briefings.site.publish import output
from made import ROOT
from sizes import more

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
BUILDING = ["html", "demo", "seed", "check", "accept", "test", "test-all", "bench", "clean", "distclean"]
TARGETS = ["help", *BUILDING, "regenerate", "serve", "devserver", "publish", "github", "gold", "train", "docs", "lock"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout in a folder with spaces and an apostrophe in its name, not set up."""
    checkout = tmp_path / "the editor's paper"
    checkout.mkdir()
    (checkout / "tests" / "browser").mkdir(parents=True)
    files = ["Makefile", "tests/browser/set-up.sh", "tests/browser/package-lock.json"]
    for file in [*files, *(path.name for path in ROOT.glob("requirements*"))]:
        shutil.copy(ROOT / file, checkout / file)
    return checkout


def make(folder: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run make as from a shell, whatever make runs these tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    settings = {"SEEDS", "FROM", "CONTENT", "OUTPUTDIR", "SITEURL", "BRIEFINGS_MODEL", "PYTHON"}
    kept = {name: value for name, value in kept.items() if name not in settings}
    return subprocess.run(
        ["make", *words], cwd=folder, env={**kept, **environment}, capture_output=True, text=True, check=False
    )


def command(folder: Path, name: str, text: str) -> Path:
    """A small shell script to stand where a program would."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def set_up(folder: Path, pelican: str) -> Path:
    """Pretend that everything is installed: stamps newer than the locks, and a `-m pelican` that is a shell script.

    No script of .venv/bin is called but Python: the first line of one names the checkout, whatever its name.
    """
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    (folder / "content").mkdir()
    command(programs, "python", f'test "$1 $2" = "-m pelican" || exit 0\nshift 2\n{pelican}')
    (folder / ".venv" / "made-in").write_text(f"{folder.resolve()}\n", "utf-8")
    for stamp in ("dependencies", "model", "ready"):
        (folder / ".venv" / stamp).touch()
    return programs


def test_make_alone_says_what_can_be_made_a_line_each(folder: Path) -> None:
    told = make(folder)
    assert told.returncode == 0
    assert re.findall(r"^  make (\S+) +\S", told.stdout, re.MULTILINE) == TARGETS


def test_every_target_that_is_no_file_is_in_the_help() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == {*TARGETS, "FORCE"}


def test_help_names_every_setting(folder: Path) -> None:
    told = make(folder, "help").stdout
    assert [name for name in re.findall(r"^(\w+) \?=", MAKEFILE, re.MULTILINE) if f"{name}=" not in told] == []


def test_a_python_that_is_too_old_is_told_in_one_line(folder: Path) -> None:
    old = command(folder, "old-python", 'case "$*" in *version_info*) exit 1;; esac')
    told = make(folder, "html", f"PYTHON=./{old.name}")
    assert told.returncode != 0
    assert "3.11 or newer: install that" in told.stderr
    assert len((told.stdout + told.stderr).splitlines()) == 1


def test_a_python_that_is_not_there_is_told_in_one_line(folder: Path) -> None:
    told = make(folder, "html", "PYTHON=no-such-python")
    assert "no-such-python is not Python 3.11 or newer" in told.stderr
    assert len((told.stdout + told.stderr).splitlines()) == 1


def test_a_python_without_venv_is_told_what_to_install(folder: Path) -> None:
    bare = command(folder, "bare-python", 'case "$*" in *ensurepip*) exit 1;; esac')
    told = make(folder, "html", f"PYTHON=./{bare.name}")
    assert "apt install python3-venv" in told.stderr
    assert len((told.stdout + told.stderr).splitlines()) == 1


def test_a_second_run_sets_up_nothing(folder: Path) -> None:
    set_up(folder, "echo built")
    assert make(folder, "html").stdout == "built\n"


def test_a_moved_checkout_is_set_up_anew(folder: Path) -> None:
    set_up(folder, "echo built")
    moved = folder.rename(folder.parent / "elsewhere")
    assert "-m venv --clear .venv" in make(moved, "-n", "html").stdout


def test_a_venv_whose_python_is_gone_is_set_up_anew(folder: Path) -> None:
    (set_up(folder, "echo built") / "python").unlink()
    assert "-m venv --clear .venv" in make(folder, "-n", "html").stdout


@pytest.mark.parametrize("moved", [False, True])
def test_a_venv_that_is_a_link_is_refused_and_what_it_leads_to_stays(folder: Path, *, moved: bool) -> None:
    set_up(folder, "echo built")
    theirs = (folder / ".venv").rename(folder.parent / "theirs")
    (folder / ".venv").symlink_to(theirs)
    if moved:
        (theirs / "made-in").write_text("elsewhere\n", "utf-8")
    before = sorted(theirs.rglob("*"))
    told = make(folder, "html")
    assert told.returncode != 0
    assert ".venv is a symbolic link" in told.stderr
    assert "rm .venv" in told.stderr
    assert len((told.stdout + told.stderr).splitlines()) == 1
    assert sorted(theirs.rglob("*")) == before
    assert make(folder, "distclean").returncode == 0
    assert sorted(theirs.rglob("*")) == before


def bench(folder: Path, *, fast: bool) -> "subprocess.CompletedProcess[str]":
    programs = set_up(folder, "")
    for stamp in ("tools", "test-ready"):
        (folder / ".venv" / stamp).touch()
    (folder / "benchmarks").mkdir()
    for name in ("a.py", "b.py"):
        (folder / "benchmarks" / name).touch()
    command(programs, "python", f'test "$1" = -c || echo "[$*]"; case "$*" in *a.py) exit {int(not fast)};; esac')
    return make(folder, "bench")


@pytest.mark.parametrize("fast", [True, False])
def test_bench_measures_all_and_fails_where_one_is_slower_than_its_bar(folder: Path, *, fast: bool) -> None:
    told = bench(folder, fast=fast)
    assert re.findall(r"^\[(.*)\]$", told.stdout, re.MULTILINE) == [
        "benchmarks/a.py", "benchmarks/b.py", "-m pytest --bars --durations=0 --durations-min=1",
    ]  # fmt: skip
    assert (told.returncode == 0) == fast


def test_a_changed_lock_is_installed_and_python_is_kept(folder: Path) -> None:
    set_up(folder, "echo built")
    later = (folder / ".venv" / "ready").stat().st_mtime + 10
    os.utime(folder / "requirements.lock", (later, later))
    told = make(folder, "-n", "html").stdout
    assert "--require-hashes -r requirements.lock" in told
    assert "venv --clear" not in told


def test_a_model_of_ones_own_downloads_none(folder: Path) -> None:
    told = make(folder, "-n", "html", BRIEFINGS_MODEL="en_core_web_lg").stdout
    assert "requirements.lock" in told
    assert "requirements-model" not in told


def test_folders_reach_pelican_as_they_are_named(folder: Path) -> None:
    set_up(folder, 'for word in "$@"; do echo "[$word]"; done')
    (folder / "it's content").mkdir()
    told = make(folder, "html", 'SEEDS=my "raw" seeds', "CONTENT=it's content", "OUTPUTDIR=out put").stdout
    words = ["it's content", "-s", "pelicanconf.py", "-o", "out put", "-e", r'BRIEFINGS_SEEDS="my \"raw\" seeds"']
    assert told.splitlines() == [f"[{word}]" for word in words]


@pytest.mark.parametrize(
    "source", ["https://example.org/a?b=$c&d=$(e)#f", "my 'raw' \"page\".html", "-x.txt", "$$HOME `date` \\ %"]
)
def test_what_is_to_be_added_reaches_the_command_as_it_is_named(folder: Path, source: str) -> None:
    command(set_up(folder, ""), "python", 'test "$1" = -c || for word in "$@"; do echo "[$word]"; done')
    words = ["-m", "briefings", "add", "--seeds", "my seeds", "--", source]
    for told in (
        make(folder, "seed", f"FROM={source}", "SEEDS=my seeds"),
        make(folder, "seed", "SEEDS=my seeds", FROM=source),
    ):
        assert told.stdout.splitlines() == [f"[{word}]" for word in words]


ODD = [
    'a "b" c',
    "it's",
    "$HOME",
    "$$(x) `date`",
    "100%",
    "-o",
    "--help",
    "Zoë ≠ 日本",
    "back\\slash",
    "*?[a]",
    "a;b&c|d",
]
TELL = """case "$1" in -c) exit 0;; esac; for word in "$@"; do printf '%s\\n' "[$word]"; done"""


@pytest.mark.parametrize("how", ["typed", "in the environment"])
@pytest.mark.parametrize("name", ODD)
def test_every_verb_hands_on_a_folder_whatever_its_name(folder: Path, name: str, how: str) -> None:
    programs = set_up(folder, "")
    command(programs, "python", TELL)
    (folder / name / "site").mkdir(parents=True)
    (folder / name / "site" / "index.html").touch()
    settings = {"SEEDS": name, "CONTENT": name, "OUTPUTDIR": f"{name}/site"}
    typed, environment = ([f"{key}={value}" for key, value in settings.items()], {})
    if how != "typed":
        typed, environment = [], settings
    called, site = (f"./{each}" if name.startswith("-") else each for each in (name, f"{name}/site"))
    wanted = {
        "html": [called, site, f"BRIEFINGS_SEEDS={json.dumps(called, ensure_ascii=False)}"],
        "check": [called, called],
        "seed": [called],
        "serve": [site],
        "publish": [called, called, site],
        "regenerate": [called, called],
        "clean": [site],
    }
    for verb, words in wanted.items():
        told = make(folder, verb, *typed, FROM="x", PUSH="no", **environment)
        assert (verb, told.returncode, told.stderr) == (verb, 0, "")
        found = [line[1:-1] for line in told.stdout.splitlines()]
        assert [word for word in found if word in {called, site} or word.startswith("BRIEFINGS_SEEDS=")] == words, verb
    assert f"SEEDS={name} CONTENT={name} " in make(folder, "help", *typed, **environment).stdout


@pytest.mark.parametrize("verb", ["html", "check", "seed", "serve", "publish", "regenerate", "devserver"])
def test_a_name_that_no_setting_can_hold_is_refused_in_one_line(folder: Path, verb: str) -> None:
    command(set_up(folder, ""), "python", 'test "$1" = -c || echo run')
    told = make(folder, verb, "SEEDS=a\nb", FROM="x")
    assert (told.returncode, told.stdout.replace("run\n", "")) == (2, "")
    assert told.stderr.startswith("SEEDS, CONTENT, OUTPUTDIR: a line break or a tab in a folder's name")


@pytest.mark.parametrize("verb", ["html", "check", "seed", "publish", "clean"])
@pytest.mark.parametrize("setting", ["SEEDS", "CONTENT", "OUTPUTDIR"])
def test_an_empty_name_is_refused_in_one_line(folder: Path, verb: str, setting: str) -> None:
    command(set_up(folder, ""), "python", 'test "$1" = -c || echo run')
    told = make(folder, verb, f"{setting}=", FROM="x")
    assert (told.returncode, told.stdout.replace("run\n", "")) == (2, "")
    assert told.stderr.startswith("SEEDS, CONTENT, OUTPUTDIR: one is empty: name a folder, or leave it out")


@pytest.mark.parametrize("name", ODD)
def test_a_checkout_may_have_any_name(tmp_path: Path, folder: Path, name: str) -> None:
    checkout = folder.rename(tmp_path / name)
    set_up(checkout, "echo built")
    assert (make(checkout, "html").stdout, make(checkout, "html").stderr) == ("built\n", "")


def test_what_builds_again_hands_on_the_folders_too(folder: Path) -> None:
    name = """a "b" $HOME 'c'"""
    programs = set_up(folder, "")
    (folder / name).mkdir()
    command(programs, "python", f"""case "$1 $2" in "-m watchfiles") sh -c "$3";; -c*) ;; *) {TELL}\nesac""")
    told = make(folder, "regenerate", f"SEEDS={name}", f"CONTENT={name}")
    assert f"[{name}]" in told.stdout
    assert f"[BRIEFINGS_SEEDS={json.dumps(name)}]" in told.stdout


def test_seed_without_anything_to_add_says_how(folder: Path) -> None:
    set_up(folder, "")
    told = make(folder, "seed")
    assert told.returncode != 0
    assert told.stderr.startswith("Say what to add: make seed FROM=https://")


def test_html_from_a_folder_that_is_not_there_says_so(folder: Path) -> None:
    set_up(folder, "echo built")
    told = make(folder, "html", "CONTENT=kontent")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("There is no folder kontent: check the spelling of CONTENT=\n")


def test_where_no_site_is_built_none_is_served(folder: Path) -> None:
    command(set_up(folder, ""), "python", 'test "$1" = -c || echo served')
    told = make(folder, "serve", "OUTPUTDIR=out put")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("There is no site in out put/ yet: make html\n")


@pytest.mark.parametrize("target", ["serve", "devserver"])
def test_a_port_that_is_taken_is_said_in_a_line(folder: Path, target: str) -> None:
    command(set_up(folder, ""), "python", f'exec {quote(sys.executable)} "$@"')
    (folder / "output").mkdir()
    (folder / "output" / "index.html").touch()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = make(folder, target, f"PORT={port}")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(f"Nothing can listen on port {port}: ")
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("push", ["No", "false", "0", ""])
def test_what_to_push_is_yes_or_no_and_nothing_is_published_on_a_guess(folder: Path, push: str) -> None:
    command(set_up(folder, ""), "python", 'test "$1" = -c || echo published')
    told = make(folder, "publish", f"PUSH={push}")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(f"PUSH={push}: say PUSH=no to build only, PUSH=yes to push\n")


def cleaner(folder: Path) -> None:
    """Set up with the program itself."""
    command(
        set_up(folder, ""), "python", f'PYTHONPATH={quote(str(ROOT / "plugins"))} exec {quote(sys.executable)} "$@"'
    )


def test_clean_removes_what_builds_made_and_nothing_else(folder: Path) -> None:
    cleaner(folder)
    for name in ("out put", "out put.new", "out put.old", "output-demo"):
        output.begin(folder / name)
        (folder / name / "index.html").touch()
        output.complete(folder / name, "pagefind")
    (folder / ".store").mkdir()
    assert make(folder, "clean", "OUTPUTDIR=out put/").returncode == 0
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == [".store", ".venv", "content", "tests"]


@pytest.mark.parametrize(
    ("suffix", "name"),
    [
        ("", "theme/mine.css"), (".new", ".git/HEAD"), (".old", "notes.txt"), more("", ".git/HEAD"),
        more("", "notes.txt"), more(".new", "theme/mine.css"), more(".new", "notes.txt"),
        more(".old", "theme/mine.css"), more(".old", ".git/HEAD"),
    ],
)  # fmt: skip
def test_clean_names_what_no_build_made_and_keeps_it(folder: Path, suffix: str, name: str) -> None:
    cleaner(folder)
    made = folder / f"my out{suffix}"
    output.begin(made)
    (made / "theme").mkdir()
    (made / "theme" / "site.css").touch()
    output.complete(made, "pagefind")
    (made / name).parent.mkdir(exist_ok=True)
    (made / name).write_text("mine", "utf-8")
    told = make(folder, "clean", "OUTPUTDIR=my out")
    assert told.returncode == 2
    assert (made / name).read_text("utf-8") == "mine"
    assert f"my out{suffix} holds {name.removesuffix('/HEAD')}" in told.stderr
    assert (f"rm -r {quote(str(made))}" in told.stderr) == (name != ".git/HEAD")


def test_clean_without_the_program_says_how_to_remove_by_hand(folder: Path) -> None:
    assert make(folder, "clean").returncode == 0
    (folder / "output.new").mkdir()
    told = make(folder, "clean")
    assert told.returncode == 2
    assert told.stderr.startswith(
        "There is no .venv that can tell what of output.new is yours: look, then rm -r 'output.new'"
    )
    assert (folder / "output.new").is_dir()


def test_distclean_removes_what_make_has_made(folder: Path) -> None:
    cleaner(folder)
    for name in (".store", "seeds"):
        (folder / name).mkdir()
    assert make(folder, "distclean").returncode == 0
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ["content", "seeds", "tests"]


def test_nothing_in_the_makefile_needs_a_newer_make_than_macos_has(folder: Path) -> None:
    assert make(folder, "-n", *TARGETS).returncode == 0
    newer = r"^\.(ONESHELL|RECIPEPREFIX|SHELLFLAGS)|^\w+ *(::=|!=)|\$\((file|let|intcmp) "
    assert re.findall(newer, MAKEFILE, re.MULTILINE) == []


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_a_lock_holds_a_hash_for_each_package_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    packages = re.findall(r"^[a-z][\w.-]*==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(packages) == len(re.findall(r"^[a-z]", text, re.MULTILINE)) > 0
    assert not re.search(r"://|/home|/root|/tmp|/work|index-url", text)

import os
import shutil
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

from briefings.__main__ import main
from briefings.site.publish.output import LOCKED
from briefings.site.publish.publishing import Plan, Unpublishable, is_address, publish, push_pages, site_url
from made import ROOT, lay_paper


def git(*words: str | Path, folder: Path | None = None) -> str:
    return subprocess.run(["git", *map(str, words)], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A remote that is a bare repository on disk."""
    git("init", "--quiet", "--bare", tmp_path / "pages.git")
    return tmp_path / "pages.git"


@pytest.fixture
def checkout(tmp_path: Path, bare: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor's checkout with one commit on main; the current folder."""
    folder = tmp_path / "an editor's checkout"
    git("init", "--quiet", "--initial-branch=main", folder)
    git("config", "user.name", "An Editor", folder=folder)
    git("config", "user.email", "editor@example.org", folder=folder)
    git("remote", "add", "origin", bare, folder=folder)
    (folder / "README").write_text("a paper\n", "utf-8")
    git("add", "README", folder=folder)
    git("commit", "--quiet", "-m", "a paper", folder=folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def output(checkout: Path) -> Path:
    folder = checkout / "output"
    (folder / "actors").mkdir(parents=True)
    (folder / "index.html").write_text("<h1>Home</h1>", "utf-8")
    (folder / "actors" / "index.html").write_text("<h1>Actors</h1>", "utf-8")
    return folder


def plan_of(**changes: str | bool | None) -> Plan:
    usual = {"seeds": "seeds", "content": "content", "output": "output", "site_url": None}
    return Plan(**{**usual, "remote": "origin", "branch": "gh-pages", **changes})


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("git@github.com:Ada/paper.git", "https://ada.github.io/paper"),
        ("https://github.com/ada/Paper", "https://ada.github.io/Paper"),
        ("https://github.com/ada/paper.git/", "https://ada.github.io/paper"),
        ("https://ada@github.com/ada/paper.git", "https://ada.github.io/paper"),
        ("ssh://git@github.com/ada/paper.git", "https://ada.github.io/paper"),
        ("ssh://git@ssh.github.com:443/ada/paper.git", "https://ada.github.io/paper"),
        ("git@github.com:Ada/ada.github.io.git", "https://ada.github.io"),
        ("git@notgithub.com:ada/paper.git", None),
        ("https://example.org/github.com/ada/paper.git", None),
        ("/srv/git/github.com/ada/paper.git", None),
        (None, None),
    ],
)
def test_a_remote_on_github_tells_the_address(remote: str | None, address: str | None) -> None:
    assert site_url(None, remote) == address


def test_a_domain_of_ones_own_goes_before_githubs() -> None:
    assert site_url("paper.example.org", "git@github.com:ada/paper.git") == "https://paper.example.org"


def test_the_first_push_makes_the_branch_without_jekyll(bare: Path, checkout: Path, output: Path) -> None:
    assert push_pages(output, "origin", "gh-pages", None)
    assert git("ls-tree", "-r", "--name-only", "gh-pages", folder=bare).split() == [
        ".nojekyll", "actors/index.html", "index.html",
    ]  # fmt: skip
    assert git("status", "--porcelain", "--branch", folder=checkout).splitlines() == ["## main", "?? output/"]


def test_an_unchanged_site_pushes_nothing(bare: Path, output: Path) -> None:
    push_pages(output, "origin", "gh-pages", None)
    before = git("rev-parse", "gh-pages", folder=bare)
    assert not push_pages(output, "origin", "gh-pages", None)
    assert git("rev-parse", "gh-pages", folder=bare) == before


def test_the_second_push_adds_only_what_changed(bare: Path, output: Path) -> None:
    push_pages(output, "origin", "gh-pages", None)
    (output / "index.html").write_text("<h1>News</h1>", "utf-8")
    assert push_pages(output, "origin", "gh-pages", None)
    assert git("diff", "--name-only", "gh-pages~1", "gh-pages", folder=bare).split() == ["index.html"]


def test_what_left_the_site_leaves_the_branch(bare: Path, output: Path) -> None:
    push_pages(output, "origin", "gh-pages", None)
    (output / "actors" / "index.html").unlink()
    push_pages(output, "origin", "gh-pages", None)
    assert "actors" not in git("ls-tree", "-r", "--name-only", "gh-pages", folder=bare)


def test_a_domain_stands_in_the_branch(bare: Path, output: Path) -> None:
    push_pages(output, "origin", "gh-pages", "paper.example.org")
    assert git("show", "gh-pages:CNAME", folder=bare).strip() == "paper.example.org"


def test_git_without_an_identity_is_told_in_a_line(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("config", "--unset", "user.email")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for name in ("GIT_COMMITTER_EMAIL", "GIT_AUTHOR_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(Unpublishable, match=r"user\.email"):
        push_pages(output, "origin", "gh-pages", None)


@pytest.mark.usefixtures("checkout")
def test_a_remote_that_tells_no_address_asks_for_siteurl() -> None:
    with pytest.raises(Unpublishable, match="SITEURL="):
        publish(plan_of(), print)


def test_a_missing_remote_is_told_before_anything_is_built(checkout: Path) -> None:
    git("remote", "remove", "origin", folder=checkout)
    with pytest.raises(Unpublishable, match="git remote add origin"):
        publish(plan_of(site_url="https://example.org"), print)


def test_an_unreachable_remote_is_told_before_anything_is_built(bare: Path, checkout: Path) -> None:
    git("remote", "set-url", "origin", bare.parent / "gone.git", folder=checkout)
    with pytest.raises(Unpublishable, match="cannot be reached"):
        publish(plan_of(site_url="https://example.org"), print)


def test_the_published_branch_is_never_written_while_checked_out(checkout: Path) -> None:
    git("checkout", "--quiet", "-b", "gh-pages", folder=checkout)
    with pytest.raises(Unpublishable, match="checked out"):
        publish(plan_of(site_url="https://example.org"), print)


def test_a_build_that_fails_pushes_nothing(bare: Path, checkout: Path) -> None:
    (checkout / "publishconf.py").write_text("SOURCE_TEXT = 'excerpt'\nPLUGINS = ['no_such_plugin']\n", "utf-8")
    (checkout / "content").mkdir()
    with pytest.raises(Unpublishable, match="build failed"):
        publish(plan_of(site_url="https://example.org"), print)
    assert git("branch", "--list", folder=bare) == ""


@pytest.fixture
def paper(checkout: Path) -> Path:
    """The checkout filled with this very project, as an editor has it."""
    for name in ("plugins", "themes"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, checkout)
    return lay_paper(checkout)


def test_the_whole_site_is_published_and_then_only_what_changed(
    bare: Path, paper: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    publishing = ["publish", "--siteurl", "https://example.org/repo/"]
    assert main(publishing) == 0
    told = capfd.readouterr().out
    assert "Building for https://example.org/repo/" in told
    assert "SOURCE_TEXT = 'excerpt'" in told
    assert "GitHub Pages serves up to 1,000 MB" in told
    assert "<h1" in git("show", "gh-pages:index.html", folder=bare)
    urls = paper / "content" / "urls.csv"
    assert "it is what makes URLs stay" in told
    assert urls.read_bytes() == (paper / "output" / "urls.csv").read_bytes()
    assert main(publishing) == 0
    assert "Nothing to push" in capfd.readouterr().out
    (paper / "content" / "pages" / "colophon.md").write_text("Title: Colophon\n\nSet in type.\n", "utf-8")
    assert main(publishing) == 0
    changed = git("diff", "--name-only", "gh-pages~1", "gh-pages", folder=bare).split()
    assert "colophon/index.html" in changed
    assert "theme/css/site.css" not in changed
    assert git("rev-list", "--count", "gh-pages", folder=bare).strip() == "2"


def test_a_seed_that_cannot_be_read_stops_the_publication(
    bare: Path, paper: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (paper / "seeds" / "empty.txt").touch()
    assert main(["publish", "--siteurl", "https://example.org"]) == 1
    assert "nothing was published" in capfd.readouterr().err
    assert git("branch", "--list", folder=bare) == ""


def test_a_site_without_briefings_never_takes_the_place_of_one_that_has_some(
    bare: Path, paper: Path, output: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (output / "briefings" / "bridge").mkdir(parents=True)
    (output / "briefings" / "bridge" / "index.html").write_text("<h1>Bridge</h1>", "utf-8")
    push_pages(output, "origin", "gh-pages", None)
    shutil.rmtree(output)
    before = git("rev-parse", "gh-pages", folder=bare)
    (paper / "empty").mkdir()
    empty = ["publish", "--siteurl", "https://example.org", "--seeds", "empty"]
    assert main(empty) == 1
    assert capfd.readouterr().err.splitlines()[-1] == (
        "briefings: not pushed: the site in output/ has no briefing, branch gh-pages of origin has 1: check SEEDS=; to"
        " publish it so all the same: .venv/bin/ghp-import --push --no-jekyll --remote=origin --branch=gh-pages output"
    )
    assert git("rev-parse", "gh-pages", folder=bare) == before
    assert main([*empty, "--no-push"]) == 0


@pytest.mark.parametrize("push", [True, False])
def test_a_correction_whose_seed_is_gone_stops_the_publication(checkout: Path, push: bool) -> None:  # noqa: FBT001
    for name in ("seeds/b.html", "content/corrections/b.txt.yaml", "content/corrections/x.txt.yaml"):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).touch()
    with pytest.raises(Unpublishable) as stopped:
        publish(plan_of(site_url="https://example.org", push=push), pytest.fail)
    assert str(stopped.value) == (
        "nothing was published: content/corrections/b.txt.yaml: there is no seed of that name, so that what it"
        " corrects would be back; is b.html its seed now? name it b.html.yaml; or delete it (1 more: make check)"
    )


def test_what_another_build_makes_meanwhile_is_never_what_is_pushed(
    bare: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = f"{quote(sys.executable)} -m briefings publish --no-push --siteurl https://staging.invalid > ../other 2>&1"
    slow = paper.parent / "bin" / "git"  # between the build and the commit somebody builds into the same folder
    slow.parent.mkdir()
    slow.write_text(
        f'#!/bin/sh\ncase "$1" in fast-import) {other} </dev/null;; esac\nexec {quote(str(shutil.which("git")))} "$@"\n'
    )
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    assert main(["publish", "--siteurl", "https://example.org/paper"]) == 0
    said = (paper.parent / "other").read_text("utf-8")
    assert LOCKED.format(output=paper / "output") in said
    assert "Traceback" not in said
    home = git("show", "gh-pages:index.html", folder=bare)
    assert "https://example.org/paper" in home
    assert "staging.invalid" not in home
    assert not list(paper.glob(".output*"))


def test_building_only_needs_no_remote(paper: Path, capfd: pytest.CaptureFixture[str]) -> None:
    git("remote", "remove", "origin", folder=paper)
    assert main(["publish", "--siteurl", "https://example.org", "--no-push"]) == 0
    told = capfd.readouterr().out
    assert "Not pushed" in told
    assert "once it is out, copy output/urls.csv to content/urls.csv" in told
    assert (paper / "output" / "index.html").is_file()
    assert not (paper / "content" / "urls.csv").exists()


def test_a_push_that_is_refused_remembers_no_url(bare: Path, paper: Path) -> None:
    refusing = bare / "hooks" / "pre-receive"
    refusing.parent.mkdir(exist_ok=True)
    refusing.write_text("#!/bin/sh\nexit 1\n")
    refusing.chmod(0o755)
    assert main(["publish", "--siteurl", "https://example.org"]) == 1
    assert not (paper / "content" / "urls.csv").exists()


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    "address",
    [
        *("paper.example.org", "https://", "https://example.org/a b", "ftp://example.org", "https://[::1"),
        *(
            "https://e.org:99999999/",
            "https://e.org:99999/",
            "https://e.org:/",
            "https://e.org/{slug}",
            r"https://e.org/a\b",
        ),
        *("https://e.org/../x", "https://e.org/a/./b", "https://e.org/..", "https://me:word@e.org/", "https://.e.org"),
        *("https://e..org", "https://e.org/a\x1bb", "https://e.org/p\ufffdper"),
    ],
)
def test_what_is_no_address_is_refused_before_anything_is_built(address: str) -> None:
    with pytest.raises(Unpublishable, match="is no address of a site: write it like SITEURL=https://"):
        publish(plan_of(site_url=address, push=False), pytest.fail)


@pytest.mark.parametrize(
    "address",
    ["https://e.org", "http://localhost:8000/a/", "https://[::1]:80/x", "https://zeitung.müller.example/~ada"],
)
def test_what_is_an_address_is_one(address: str) -> None:
    assert is_address(address)


def test_a_domain_in_the_branch_that_is_none_is_told(bare: Path, checkout: Path, output: Path) -> None:
    push_pages(output, "origin", "gh-pages", None)
    clone = checkout.parent / "clone"
    git("clone", "--quiet", "--branch", "gh-pages", bare, clone)
    (clone / "CNAME").write_bytes("p\xe4per.example\n".encode("latin-1"))
    git("add", ".", folder=clone)
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "CNAME", folder=clone)
    git("push", "--quiet", folder=clone)
    with pytest.raises(Unpublishable, match="CNAME of branch gh-pages names no domain"):
        publish(plan_of(), pytest.fail)


def test_what_a_remote_says_in_another_encoding_is_told(bare: Path, output: Path) -> None:
    refusing = bare / "hooks" / "pre-receive"
    refusing.parent.mkdir(exist_ok=True)
    refusing.write_bytes("#!/bin/sh\necho 'nicht m\xf6glich' >&2\nexit 1\n".encode("latin-1"))
    refusing.chmod(0o755)
    with pytest.raises(Unpublishable, match="was refused"):
        push_pages(output, "origin", "gh-pages", None)


@pytest.mark.usefixtures("checkout")
def test_a_name_of_an_editor_in_another_encoding_is_told(output: Path) -> None:
    with (output.parent / ".git" / "config").open("ab") as config:
        config.write("[user]\n\tname = J\xf6rg\n".encode("latin-1"))
    with pytest.raises(Unpublishable, match="in another encoding than UTF-8"):
        push_pages(output, "origin", "gh-pages", None)


@pytest.mark.parametrize(
    "text", ["p\ufffdper.example\n", "https://paper.example.org/\n", "my paper\n", "a.example\nb.example\n", "paper\n"]
)
def test_a_cname_that_names_no_domain_is_refused_before_anything_is_built(checkout: Path, text: str) -> None:
    (checkout / "content").mkdir()
    (checkout / "content" / "CNAME").write_text(text, "utf-8")
    with pytest.raises(Unpublishable, match="CNAME names no domain: write one alone into it, without https://"):
        publish(plan_of(push=False), pytest.fail)

"""Editors' pages and files stay inside of content/: what leads out, hangs or is no page is a line."""

import os
import socket
from pathlib import Path

import pytest

from briefings.language.store import Store
from briefings.site.assembling import Sources
from briefings.site.terminal.checking import check
from briefings.site.texts import rendering
from briefings.site.texts.inside import look_inside
from briefings.site.texts.texts import Content, look_at_content
from made_build import Built, build

HIDDEN = "the combination of the safe"


def looked(folder: Path) -> Content:
    return look_at_content(folder, folder)


def page(folder: Path, words: str, name: str = "pages/about.md", head: str = "Title: About") -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"{head}\n\n{words}\n", "utf-8")


def refused(folder: Path, words: str, head: str = "Title: About") -> str:
    """Why a page of these words is not built."""
    page(folder, words, head=head)
    found = looked(folder)
    assert found.pages == frozenset()
    (fault,) = found.faults
    assert (fault.path, fault.broken) == ("pages/about.md", True)
    assert fault.mend
    return fault.reason


@pytest.mark.parametrize(
    "words",
    [
        "![a]({static}/../secret.txt)",
        "![a]({attach}/../../secret.txt)",
        "[a](|attach|../../secret.txt)",
        "[a](|static|../../secret.txt)",
        "[a]({filename}../../secret.txt)",
        "[a]({static}////etc/passwd)",
        "[a]({static}/%2E%2E/secret.txt)",
        "[a]({attach}/images/../../secret.txt)",
        "<img alt='a' src='{static}/../secret.txt'>",
        '<!-- <a href="{attach}/../secret.txt"> -->',
        "<video poster='{static}../../secret.txt'></video>",
        "[a]: {static}/../secret.txt\n\n[a]",
    ],
)
def test_a_link_out_of_content_is_told(tmp_path: Path, words: str) -> None:
    assert "outside of content/" in refused(tmp_path / "content", words)


@pytest.mark.parametrize("head", ["Slug", "Save_as", "Lang"])
@pytest.mark.parametrize(
    "value",
    ["../../x", "/x/../../../y", "a/../..", "x" * 300, "a/" * 2000 + "a", "x\x07", "..", ".git/config", "a/.b", "."],
)
def test_an_address_outside_of_the_site_is_told(tmp_path: Path, head: str, value: str) -> None:
    assert "no address within the site" in refused(tmp_path, "Text", f"Title: About\n{head}: {value}")


UNSAVED = [f"Save_as: {place}" for place in (".git/config", "quotes/a.csv", ".made-by-briefings", "actors", "us/")]


@pytest.mark.parametrize(
    "head", ["Lang: de\n    ../../../x", "Lang: de\nLang: ../../../x", "Save_as: /etc/x", *UNSAVED]
)
def test_an_address_of_several_lines_is_told(tmp_path: Path, head: str) -> None:
    assert "no address within the site" in refused(tmp_path, "Text", f"Title: About\n{head}")


def test_an_empty_slug_is_none(tmp_path: Path) -> None:
    page(tmp_path, "Text.", head="Title: About\nSlug:")
    assert (looked(tmp_path).faults, looked(tmp_path).texts[0].address) == ((), "about/")


def test_a_link_that_is_no_address_is_told(tmp_path: Path) -> None:
    assert "is no address" in refused(tmp_path, "[a]({static}http://[x)")


def test_a_link_within_content_is_good_and_one_to_nothing_is_doubtful(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a b.png").write_bytes(b"png")
    page(tmp_path, "![a]({static}/images/a%20b.png) ![a]({attach}../images/a%20b.png) `{static}/../x` [x]({index})")
    assert looked(tmp_path).faults == ()
    page(tmp_path, "![a]({static}/images/b.png)")
    (fault,) = looked(tmp_path).faults
    assert (fault.reason, fault.broken) == ("{static}/images/b.png leads to no file of content/", False)


@pytest.mark.parametrize(
    "link", ["{filename}rules.md", "{filename}/pages/rules.md#first", "|filename|rules.md", "{static}/images/b.png"]
)
def test_a_link_to_nothing_is_told_by_check_and_build_and_none_is_published(tmp_path: Path, link: str) -> None:
    content = tmp_path / "content"
    page(content, f"See [the rules]({link}).\n\n<a class='x' href='{link}'>More</a>", "pages/a.md", "Title: A")
    page(content, "[A]({filename}a.md#top)", "pages/b.md", "Title: B")
    page(content, "[The lost]({filename}c.md) `{filename}c.md`", "pages/d.md", "Title: D")
    page(content, "Without a title.", "pages/c.md", "Slug: c")
    told = [(fault.path, fault.line, fault.reason, fault.broken) for fault in looked(content).faults]
    assert ("pages/a.md", 3, f"{link} leads to no file of content/", False) in told
    built = build(tmp_path, content=content)
    assert f"content/pages/a.md:3: warning: {link} leads to no file of content/; " in built.said
    assert "Unable to find" not in built.said
    assert "<p>See <a>the rules</a>.</p>" in built.read("a/index.html")
    assert "<a class='x'>More</a>" in built.read("a/index.html")
    assert 'href="../a/#top"' in built.read("b/index.html")
    assert "<a>The lost</a> <code>{filename}c.md</code>" in built.read("d/index.html")


@pytest.mark.parametrize("name", ["about.rst", "about.html", "about.htm", "about.RST"])
def test_a_page_is_markdown(tmp_path: Path, name: str) -> None:
    page(tmp_path, "Text", f"pages/{name}")
    found = looked(tmp_path)
    assert found.pages == frozenset()
    assert [(fault.reason, fault.broken) for fault in found.faults] == [
        (f"a {Path(name).suffix} file: pages are Markdown", True)
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("[" * 200_000, "takes longer than"),
        ("![" * 100_000, "takes longer than"),
        ('<p><img src="a" ' + '<img src="a" ' * 1_500, "takes longer than"),
        ("<a " * 60_000, "takes longer than"),
        ("~~~\n" * 50_000, "takes longer than"),
        ("*[a]: b\n" * 25_000, "takes longer than"),
        ("1. " * 2_000, "nested too deeply"),
        ("a" * 300_000, "larger than 256 KB"),
    ],
)
def test_a_page_that_would_hang_the_build_is_told(
    tmp_path: Path, words: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "LONGEST", 1.0)
    assert says in refused(tmp_path, words)


@pytest.mark.parametrize("words", ["[a]: http://x/{0}\n\n" + "[a] " * 9_000, "*[ab]: {0}\n\n" + "ab " * 9_000])
def test_a_page_that_would_fill_the_disk_is_told(tmp_path: Path, words: str) -> None:
    assert "makes a page larger than" in refused(tmp_path, words.format("y" * 100_000))


def test_a_summary_that_would_hang_the_build_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "LONGEST", 1.0)
    assert "takes longer than" in refused(tmp_path, "Text", "Title: About\nSummary: " + "[" * 200_000)


def outside(tmp_path: Path) -> Path:
    """A folder beside content/ with a secret in it."""
    (tmp_path / "private" / "deep").mkdir(parents=True)
    for name in ("secret.md", "secret.png", "secret.yaml", "deep/secret.md"):
        (tmp_path / "private" / name).write_text(f"Title: Secret\n\n{HIDDEN}\n", "utf-8")
    (tmp_path / "private" / "urls.csv").write_text("url,kind,stands_for\nactors/secret/,person,Secret\n", "utf-8")
    return tmp_path / "private"


def odd(tmp_path: Path) -> Path:
    """A folder of content with everything in it that is no regular file."""
    private, content = outside(tmp_path), tmp_path / "content"
    for name in ("pages", "images", "corrections", "pages/a", "pages/b"):
        (content / name).mkdir(parents=True)
    page(content, "Text.")
    (content / "images" / "good.png").write_bytes(b"good")
    (content / "pages" / "link.md").symlink_to(private / "secret.md")
    (content / "pages" / "folder").symlink_to(private, target_is_directory=True)
    (content / "pages" / "a" / "round").symlink_to("../b", target_is_directory=True)
    (content / "pages" / "b" / "round").symlink_to("../a", target_is_directory=True)
    (content / "images" / "link.png").symlink_to(private / "secret.png")
    (content / "images" / "folder").symlink_to(private, target_is_directory=True)
    (content / "images" / "dead.png").symlink_to("nowhere")
    (content / "urls.csv").symlink_to(private / "urls.csv")
    (content / "actors.yaml").symlink_to(private / "secret.yaml")
    (content / "corrections" / "visit.txt.yaml").symlink_to(private / "secret.yaml")
    os.mkfifo(content / "pages" / "pipe.md")
    os.mkfifo(content / "images" / "pipe.png")
    here = Path.cwd()
    os.chdir(content / "images")  # the name of a socket may have some hundred letters only
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.png")
    os.chdir(here)
    return content


ODD = (
    "actors.yaml", "corrections/visit.txt.yaml", "images/dead.png", "images/folder", "images/link.png",
    "images/pipe.png", "images/socket.png", "pages/a/round", "pages/b/round", "pages/folder", "pages/link.md",
    "pages/pipe.md", "urls.csv",
)  # fmt: skip


def test_links_and_pipes_are_no_files_of_content(tmp_path: Path) -> None:
    content = odd(tmp_path)
    found = look_inside(content, tmp_path)
    assert found.files == frozenset(("pages/about.md", "images/good.png"))
    assert [fault.path for fault in found.faults] == [f"content/{name}" for name in ODD]
    assert all(fault.broken and fault.mend for fault in found.faults)
    pipes = [fault.reason for fault in found.faults if "pipe" in fault.path or "socket" in fault.path]
    assert pipes == ["not a regular file"] * 3


def test_a_folder_of_corrections_that_is_a_link_is_told(tmp_path: Path) -> None:
    private = outside(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "corrections").symlink_to(private, target_is_directory=True)
    (tmp_path / "seeds").mkdir()
    sources = Sources(seeds=tmp_path / "seeds", content=tmp_path / "content", base=tmp_path)
    checked = check(sources, None, Store(tmp_path / "store"))
    assert [(row.kind, row.path) for row in checked.rows] == [("broken", "content/corrections")]
    assert (checked.lost, checked.spoilt) == (0, 1)


def test_what_a_text_editor_leaves_is_passed_over(tmp_path: Path) -> None:
    page(tmp_path, "Text.")
    (tmp_path / "pages" / ".#about.md").symlink_to("me@here.1234")
    page(tmp_path, "Text.", "pages/.about.md")
    found = looked(tmp_path)
    assert (found.faults, found.pages) == ((), frozenset(("pages/about.md",)))


def told(built: Built, content: Path) -> list[str]:
    """The names of the files of content/ that a build says it could not use."""
    lines = [line.partition(": not built: ") for line in built.said.splitlines() if ": not built: " in line]
    return sorted(place.rpartition(f"{content.name}/")[2].partition(":")[0] for place, _, _ in lines)


def test_a_build_neither_reads_nor_writes_outside_and_says_what_the_check_says(tmp_path: Path) -> None:
    content = odd(tmp_path)
    page(content, "![a]({attach}/../private/secret.png)", "pages/out.md", "Title: Out\nSlug: out")
    page(content, "![a]({static}/images/good.png){: alt='x'}", "pages/far.md", "Title: Far\nSave_as: ../../far.html")
    page(content, "Text\n====\n\n.. include:: ../../private/secret.md\n", "pages/rest.rst")
    page(content, "[" * 200_000, "pages/slow.md", "Title: Slow")
    before = sorted(str(path) for path in (tmp_path / "private").rglob("*"))
    built = build(tmp_path, content=content)
    assert built.status == 0, built.said
    assert "Traceback" not in built.said
    assert not [
        path
        for path in built.output.rglob("*")
        if path.is_file() and HIDDEN in path.read_bytes().decode("utf-8", "replace")
    ]
    assert sorted(str(path) for path in (tmp_path / "private").rglob("*")) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "output", "private"]
    assert {"about/index.html", "images/good.png"} <= set(built.files())
    wanted = sorted((*ODD, "pages/far.md", "pages/out.md", "pages/rest.rst", "pages/slow.md"))
    assert told(built, content) == wanted
    (tmp_path / "seeds").mkdir()
    sources = Sources(seeds=tmp_path / "seeds", content=content, base=tmp_path)
    checked = check(sources, None, Store(tmp_path / "store"))
    assert sorted(row.path.removeprefix("content/") for row in checked.rows if row.kind == "broken") == wanted


@pytest.mark.parametrize(
    "head", ["Save_as: actors", "Save_as: .git/config.html", "Slug: briefings", "Save_as: quotes/quotes.csv"]
)
def test_a_page_in_the_place_of_the_sites_own_costs_that_page_alone(tmp_path: Path, head: str) -> None:
    page(tmp_path / "content", "Text.", head=f"Title: About\n{head}")
    page(tmp_path / "content", "Text.", "pages/good.md", "Title: Good")
    for _ in range(2):
        built = build(tmp_path, content=tmp_path / "content")
        assert built.status == 0, built.said
        assert "Traceback" not in built.said
        assert told(built, tmp_path / "content") == ["pages/about.md"]
        assert {"good/index.html", "briefings/index.html", "quotes/quotes.csv"} <= set(built.files())


def test_a_setting_that_puts_a_page_in_the_sites_own_place_costs_that_page_alone(tmp_path: Path) -> None:
    page(tmp_path / "content", "Text.")
    built = build(tmp_path, content=tmp_path / "content", PAGE_SAVE_AS="quotes/index.html")
    assert built.status == 0, built.said
    assert told(built, tmp_path / "content") == ["pages/about.md"]
    assert "its address quotes/index.html is taken" in built.said
    assert "<h1" in built.read("quotes/index.html")

"""The check says of every seed and every file of content/ what a build would make of it, and its sums add up."""

import io
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from rich.console import Console

from briefings.__main__ import main
from briefings.language.parsing import Model
from briefings.language.store import Store
from briefings.site.assembling import Sources
from briefings.site.terminal.checking import Checked, check
from briefings.site.terminal.report import print_rows
from made import ROOT
from made_build import build

ARTICLE = """The Ellery Post

Harbour board sacks its chief

PORT ELLERY — Mayor Ada Quill sacked Bram Oster, the head of the harbour board, on Monday.

“The board has lied to this town,” Quill told reporters. Oster said he would appeal.
"""


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Two seeds, one of them twice, who is who, a correction and a page: nothing broken."""
    for folder in ("seeds", "content/corrections", "content/pages"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "seeds" / "a.txt").write_text(ARTICLE, "utf-8")
    copied = ARTICLE.replace("The Ellery Post", "Orla Courier").replace("sacks", "fires").replace(", the", ",  the")
    (tmp_path / "seeds" / "b.txt").write_text(copied.replace("PORT ELLERY — ", "ORLA, May 5 (Wire) — "), "utf-8")
    (tmp_path / "seeds" / "c.txt").write_text(ARTICLE.replace("Oster", "Orr"), "utf-8")
    (tmp_path / "content" / "actors.yaml").write_text("actors:\n  - name: Ada Quill\n", "utf-8")
    (tmp_path / "content" / "corrections" / "a.txt.yaml").write_text("seed:\n  section: Town\n", "utf-8")
    (tmp_path / "content" / "pages" / "about.md").write_text("Title: About us\n\nWe read.\n", "utf-8")
    return tmp_path


def checked(folder: Path, model: Model | None, store: Store) -> Checked:
    return check(Sources(seeds=folder / "seeds", content=folder / "content", base=folder), model, store)


def rows(found: Checked) -> list[tuple[str, str, str]]:
    return [(row.kind, f"{row.path}:{row.line}" if row.line else row.path, row.reason) for row in found.rows]


def test_what_is_good_is_told_with_what_becomes_of_it(newsroom: Path, model: Model, store: Store) -> None:
    found = checked(newsroom, model, store)
    assert rows(found) == [
        ("built", "seeds/a.txt", "no date, Harbour board sacks its chief"),
        ("built", "seeds/c.txt", "no date, Harbour board sacks its chief"),
        ("good", "content/actors.yaml", ""),
        ("good", "content/corrections/a.txt.yaml", ""),
        ("good", "content/pages/about.md", "About us, at about/"),
        ("copy", "seeds/b.txt", "a copy of seeds/a.txt, word for word: one briefing"),
    ]
    assert found.summary == (
        "3 seeds: 2 would be built, 1 copy, 0 broken; 3 files of content: 3 good, 0 doubtful, 0 broken; 0 warnings"
    )
    assert not found.broken


@pytest.mark.parametrize(
    ("line", "told"), [("The Ellery Post", "no date, no outlet"), ("5 May 2031", "2031-05-05, no outlet")]
)
def test_what_is_not_known_of_a_seed_is_told_in_its_line(newsroom: Path, store: Store, line: str, told: str) -> None:
    for name in ("b.txt", "c.txt"):
        (newsroom / "seeds" / name).unlink()
    text = ARTICLE.removeprefix("The Ellery Post\n\n").replace("PORT", f"{line}\n\nPORT")
    (newsroom / "seeds" / "a.txt").write_text(text, "utf-8")
    found = rows(checked(newsroom, None, store))
    assert found[0] == ("built", "seeds/a.txt", f"{told}, Harbour board sacks its chief")


def test_what_is_wrong_is_told_with_its_line_and_comes_last(newsroom: Path, model: Model, store: Store) -> None:
    (newsroom / "seeds" / "d.txt").write_bytes(b"")
    (newsroom / "seeds" / "e.txt").write_text(
        "Il a plu hier dans la ville, selon le maire de la commune.\n\nLe pont reste ouvert, mais la route non.\n\n"
        "Les habitants attendent le soleil, et le soleil se fait attendre depuis trois jours.\n",
        "utf-8",
    )
    content = newsroom / "content"
    (content / "actors.yaml").write_text("actors:\n  - kind: person\n  - name: Orla\n    kind: ship\n", "utf-8")
    (content / "corrections" / "a.txt.yaml").write_text("facts:\n  - id: q-00000000\n    drop: true\n", "utf-8")
    (content / "corrections" / "gone.txt.yaml").write_text("", "utf-8")
    (content / "pages" / "bare.md").write_text("Only words.\n", "utf-8")
    found = checked(newsroom, model, store)
    assert [row for row in rows(found) if row[0] in {"warning", "broken"}] == [
        ("warning", "content/corrections/a.txt.yaml:2", "the article has no fact q-00000000"),
        ("warning", "content/corrections/gone.txt.yaml", "there is no seed of that name"),
        ("warning", "seeds/e.txt", "no headline was found: its first sentence is taken as one"),
        ("warning", "seeds/e.txt", "not English: built as text without facts"),
        ("broken", "content/actors.yaml:2", "an actor without a name"),
        ("broken", "content/actors.yaml:4", "kind `ship` is unknown"),
        ("broken", "content/pages/bare.md:1", "a page without a title"),
        ("broken", "seeds/d.txt", "empty"),
    ]
    assert rows(found)[-1][0] == "broken"
    assert all(row.mend for row in found.rows if row.kind not in {"built", "good"})
    assert found.summary == (
        "5 seeds: 3 would be built, 1 copy, 1 broken; 5 files of content: 1 good, 2 doubtful, 2 broken; 4 warnings"
    )
    assert found.broken == 3


def test_the_sums_are_those_of_the_rows(newsroom: Path, model: Model, store: Store) -> None:
    (newsroom / "seeds" / "d.txt").write_bytes(b"%PDF-1.4")
    found = checked(newsroom, model, store)
    count = Counter(row.kind for row in found.rows)
    assert found.seeds == count["built"] + count["copy"] + found.lost
    assert (found.copies, found.good, found.warnings) == (count["copy"], count["good"], count["warning"])


def test_the_stub_of_an_article_is_named_and_is_its_copy_and_a_list_of_links_is_none(
    newsroom: Path, model: Model, store: Store
) -> None:
    told = ARTICLE.partition("— ")[2]
    stub = f"Harbour chief is out\n\n{told[:100].rstrip()}...\n"
    (newsroom / "seeds" / "stub.txt").write_text(stub, "utf-8")
    heads = (
        "Harbour board sacks its chief",
        "Rain in Orla",
        "A bridge for Veda",
        "Crane prices rise",
        "Union calls strike",
    )
    (newsroom / "seeds" / "links.txt").write_text("\n".join([*heads, *(f"{head} again" for head in heads)]), "utf-8")
    found = rows(checked(newsroom, model, store))
    assert ("copy", "seeds/stub.txt", "a copy of seeds/a.txt, cut, or in other words: one briefing") in found
    warnings = {path: reason for kind, path, reason in found if kind == "warning"}
    assert warnings["seeds/stub.txt"].endswith("a paywall, or a summary?")
    assert warnings["seeds/links.txt"] == "no line of it ends as a sentence: a list of links?"


def test_a_file_that_nothing_reads_is_a_warning(newsroom: Path, model: Model, store: Store) -> None:
    (newsroom / "content" / "actors.yml").write_text("actors: []\n", "utf-8")
    (newsroom / "content" / "corrections" / "README.md").write_text("How to correct.\n", "utf-8")
    (newsroom / "content" / "corrections" / "a.txt").write_text("seed: {}\n", "utf-8")
    (newsroom / "content" / "pages" / "notes.txt").write_text("A page?\n", "utf-8")
    (newsroom / "content" / "README.txt").write_text("What is here.\n", "utf-8")
    (newsroom / "content" / "notes.txt").write_text("An article?\n", "utf-8")
    found = checked(newsroom, model, store)
    assert [row for row in rows(found) if row[0] == "warning"] == [
        ("warning", "content/actors.yml", "nothing reads it"),
        ("warning", "content/corrections/a.txt", "nothing reads it"),
        ("warning", "content/notes.txt", "nothing reads it"),
        ("warning", "content/pages/notes.txt", "no page: nothing reads it"),
    ]
    assert found.summary.endswith("7 files of content: 3 good, 4 doubtful, 0 broken; 4 warnings")
    told = [f"{row.path}: warning: {row.reason}; {row.mend}" for row in found.rows if row.kind == "warning"]
    built = build(newsroom, seeds=newsroom / "seeds", content=newsroom / "content")
    said = [line.partition("content/") for line in built.said.splitlines() if "nothing reads it" in line]
    assert ["content/" + line for _, _, line in said] == told


def test_what_actors_yaml_says_of_nobody_is_a_notice(newsroom: Path, model: Model, store: Store) -> None:
    text = "actors:\n- name: Ada Quill\nnot_an_actor:\n- Next Story\n"
    (newsroom / "content" / "actors.yaml").write_text(text, "utf-8")
    found = checked(newsroom, model, store)
    told = [row for row in rows(found) if row[0] == "notice"]
    assert told == [("notice", "content/actors.yaml:4", "no article has an actor called Next Story")]
    assert found.summary.endswith("3 good, 0 doubtful, 0 broken; 0 warnings")
    assert not found.broken
    assert not [row for row in checked(newsroom, None, store).rows if row.kind == "notice"]


def test_a_blog_in_content_is_named_in_one_line(newsroom: Path, model: Model, store: Store) -> None:
    content = newsroom / "content"
    (content / "blog").mkdir()
    (content / "images").mkdir()
    for name in ("README.md", "images/note.md", ".hidden.md", "corrections/README.md", "extra.css"):
        (content / name).write_text("Title: X\n\nWords.\n", "utf-8")
    assert [row for row in rows(checked(newsroom, model, store)) if row[0] == "warning"] == []
    (content / "blog" / "old.rst").write_text("Old\n===\n", "utf-8")
    (row,) = [row for row in checked(newsroom, model, store).rows if row.kind == "warning"]
    assert (row.path, row.reason) == ("content/blog/old.rst", "outside of pages/: no part of the paper")
    assert "content/pages/" in row.mend
    assert "without BRIEFINGS_SEEDS" in row.mend
    for number in range(30):
        (content / f"post{number:02}.md").write_text("Title: X\n\nWords.\n", "utf-8")
    (row,) = [row for row in checked(newsroom, model, store).rows if row.kind == "warning"]
    first = ", ".join(["blog/old.rst", *(f"post{number:02}.md" for number in range(19))])
    assert (row.path, row.reason) == (
        "content", f"31 texts outside of pages/, no part of the paper: {first} and 11 more"
    )  # fmt: skip


def test_drafts_are_named_in_one_line(newsroom: Path, model: Model, store: Store) -> None:
    for name, status in (("a", "draft"), ("b", "hidden"), ("c", "skip")):
        text = f"Title: {name}\nStatus: {status}\n\nWords.\n"
        (newsroom / "content" / "pages" / f"{name}.md").write_text(text, "utf-8")
    found = checked(newsroom, model, store)
    told = [(row.path, row.reason, row.mend) for row in found.rows if row.kind == "notice"]
    mend = "to publish one, take its line `Status: …` out"
    assert told == [("content/pages", "2 drafts, not written: a.md, c.md", mend)]
    (newsroom / "content" / "pages" / "c.md").unlink()
    told = [(row.path, row.reason, row.mend) for row in checked(newsroom, model, store).rows if row.kind == "notice"]
    assert told == [("content/pages/a.md", "a draft, not written", mend)]


def test_no_title_can_steer_a_terminal(newsroom: Path, model: Model, store: Store) -> None:
    (newsroom / "content" / "pages" / "odd.md").write_text("Title: \x1b[2JOdd\n\nText\n", "utf-8")
    told = rows(checked(newsroom, model, store))
    assert ("broken", "content/pages/odd.md:1", "a character that no page can show") in told
    assert "\x1b" not in str(told)


def test_nothing_is_written_but_the_store(newsroom: Path, model: Model, store: Store) -> None:
    before = sorted(newsroom.rglob("*"))
    checked(newsroom, model, store)
    assert sorted(newsroom.rglob("*")) == before


def test_without_a_model_all_but_the_facts_is_checked(newsroom: Path, tmp_path: Path) -> None:
    (newsroom / "content" / "corrections" / "a.txt.yaml").write_text("facts:\n  - id: q-00000000\n", "utf-8")
    (newsroom / "seeds" / "d.txt").write_bytes(b"")
    found = checked(newsroom, None, Store(tmp_path / "none"))
    assert [row[:2] for row in rows(found) if row[0] in {"warning", "broken"}] == [("broken", "seeds/d.txt")]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_on_a_terminal_the_table_is_as_wide_as_that(newsroom: Path, model: Model, store: Store, width: int) -> None:
    (newsroom / "seeds" / ("n" * 90 + "[bold].txt")).write_bytes(b"")
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=None)
    print_rows(console, checked(newsroom, model, store).rows)
    shown = str(console.file.getvalue())  # type: ignore[attr-defined]
    assert max(map(len, shown.splitlines())) <= width
    assert "broken" in shown


def run(folder: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "briefings", "check", "--store", str(ROOT / ".store"), *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), **environment}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_command_ends_with_0_where_nothing_is_broken_and_with_1_where_something_is(newsroom: Path) -> None:
    good = run(newsroom)
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.splitlines()[0] == "seeds/a.txt: built: no date, Harbour board sacks its chief"
    assert good.stdout.splitlines()[-1].startswith("3 seeds: 2 would be built, 1 copy, 0 broken;")
    (newsroom / "seeds" / "d.txt").write_bytes(b"")
    bad = run(newsroom)
    assert (bad.returncode, bad.stderr) == (1, "")
    said = "seeds/d.txt: broken: empty; put the article's text in it, or remove it"
    assert bad.stdout.splitlines()[-2] == said


def test_a_missing_model_is_one_line_and_the_rest_is_checked(newsroom: Path) -> None:
    ran = run(newsroom, BRIEFINGS_MODEL="absent")
    assert ran.returncode == 0
    (line,) = ran.stderr.splitlines()
    assert line.startswith("briefings: BRIEFINGS_MODEL=absent: no such language model")
    assert line.endswith("until then corrections of facts are not checked")
    assert "3 seeds: 2 would be built" in ran.stdout


def test_a_folder_that_is_none_is_wrong_use(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--seeds", str(newsroom / "absent"), "--content", str(newsroom / "content")])
    assert ended.value.code == 2
    assert "there is no such folder" in capsys.readouterr().err

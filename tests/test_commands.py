"""The commands, as an editor runs them: records, words, links, and one line for what is wrong."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefings.__main__ import main
from briefings.language.store import Store
from made import ROOT

ARTICLE = """The Ellery Post

Harbour board sacks its chief

Port Ellery: Mayor Ada Quill sacked Bram Oster, the head of the harbour board, on Monday.

“The board has lied to this town,” Quill told reporters. Oster said he would appeal.
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "b.txt").write_text(ARTICLE, "utf-8")
    (folder / "a.txt").write_text(ARTICLE.replace("sacks", "dismisses"), "utf-8")
    return folder


Run = Callable[..., tuple[int, str, str]]  # words of a command -> exit status, standard output, standard error


@pytest.fixture
def run(store: Store, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def command(*words: str | Path) -> tuple[int, str, str]:
        status = main([*map(str, words), "--store", str(store.folder)])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return command


@pytest.fixture
def nothing_said(tmp_path: Path) -> list[str]:
    """No editor's file is read."""
    return ["--content", str(tmp_path / "no content")]


def test_extract_prints_one_record_an_article_in_the_order_of_names(run: Run, seeds: Path) -> None:
    status, out, err = run("extract", seeds)
    records = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [Path(record["seed"]["path"]).name for record in records] == ["a.txt", "b.txt"]
    assert records[1]["title"] == "Harbour board sacks its chief"
    assert any(quote["kind"] == "direct" for quote in records[1]["quotes"])


def test_no_clean_keeps_the_files_characters_as_the_text(run: Run, seeds: Path) -> None:
    _, out, _ = run("extract", "--no-clean", seeds / "b.txt")
    record = json.loads(out)
    assert record["text"] == ARTICLE
    assert record["origin"] == [[0, 0, len(ARTICLE)]]


def test_clean_only_finds_no_facts_and_needs_no_model(run: Run, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_MODEL", "en_nowhere")
    status, out, _ = run("extract", "--clean-only", seeds)
    assert status == 0
    assert all((r["actors"], r["quotes"], r["measures"]) == ([], [], []) for r in map(json.loads, out.splitlines()))


def test_a_seed_that_cannot_be_read_is_one_line_and_the_others_are_printed(run: Run, seeds: Path) -> None:
    (seeds / "0.txt").write_bytes(b"")
    status, out, err = run("extract", seeds)
    assert status == 1
    assert len(out.splitlines()) == 2
    (line,) = err.splitlines()
    assert line.startswith("briefings: ")
    assert "0.txt" in line
    assert ";" in line


def test_nothing_of_content_is_read_unless_it_is_named(run: Run, seeds: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "corrections").mkdir(parents=True)
    (content / "corrections" / "b.txt.yaml").write_text("seed:\n  outlet: The Other Post\n", "utf-8")
    found = [
        json.loads(run("extract", seeds / "b.txt", *more)[1])["seed"]["outlet"] for more in ((), ("--content", content))
    ]
    assert found[1] == "The Other Post"
    assert found[0] != "The Other Post"


@pytest.mark.parametrize("command", ["show", "extract"])
def test_of_one_seed_nothing_is_told_of_the_corrections_of_others(
    run: Run, seeds: Path, tmp_path: Path, command: str
) -> None:
    content = tmp_path / "content"
    (content / "corrections").mkdir(parents=True)
    for name in ("a.txt", "gone.txt"):
        (content / "corrections" / f"{name}.yaml").write_text("seed:\n  outlet: The Other Post\n", "utf-8")
    place = ("--content", content, *(("--seeds", seeds) if command == "show" else ()))
    assert run(command, seeds / "b.txt", *place)[2] == ""
    (line,) = run(command, seeds, *place)[2].splitlines()
    assert "gone.txt.yaml: there is no seed of that name" in line


def test_the_dial_holds_back_what_is_less_sure(run: Run, seeds: Path) -> None:
    every, sure = (
        [fact for line in run("extract", *dial, seeds)[1].splitlines() for fact in json.loads(line)["measures"]]
        for dial in ((), ("--min-confidence", "0.9"))
    )
    assert [fact["confidence"] for fact in sure] == [fact["confidence"] for fact in every if fact["confidence"] >= 0.9]
    assert len(sure) < len(every)


def test_as_published_asks_for_one_folder(run: Run, seeds: Path) -> None:
    status, out, err = run("extract", "--as-published", seeds / "a.txt")
    assert (status, out) == (2, "")
    assert err.startswith(f"briefings: {seeds / 'a.txt'}: --as-published reads one folder of seeds")


def test_a_missing_model_is_one_line_that_says_what_to_do(
    run: Run, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_MODEL", "en_nowhere")
    status, out, err = run("extract", seeds)
    assert (status, out) == (1, "")
    assert err == "briefings: BRIEFINGS_MODEL=en_nowhere: no such language model; unset it or install it with pip\n"


def test_a_store_that_takes_nothing_is_one_line_that_says_what_to_do(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "store").write_text("a file", "utf-8")
    assert main(["show", str(seeds), "--content", str(seeds), "--store", str(tmp_path / "store")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"briefings: the store {tmp_path / 'store'} takes nothing: ")
    assert "give yourself the right" in line


def test_extract_says_what_it_leaves_out_of_what_the_site_has(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["extract", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert all(word in told for word in ("copies are not merged", "corrections and actors.yaml", "the dial holds"))


def test_show_tells_the_briefing_in_words(run: Run, seeds: Path, nothing_said: list[str]) -> None:
    status, out, _ = run("show", seeds / "b.txt", *nothing_said)
    assert status == 0
    assert out.startswith("Harbour board sacks its chief\n")
    assert "\nWho\n" in out
    assert "\nSaid\n" in out


def test_show_tells_a_seed_with_its_copies_as_the_one_briefing_that_the_site_has(
    run: Run, seeds: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    for name in ("a", "b"):
        status, out, err = run("show", seeds / f"{name}.txt", "--seeds", seeds, "--content", content)
        assert (status, err) == (0, "")
        assert out.count("one briefing with its copy seeds/") == 1
        assert "seeds/a.txt" in out
        assert "seeds/b.txt" in out


def test_show_applies_corrections_and_counts_what_the_dial_holds_back(run: Run, seeds: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "corrections").mkdir(parents=True)
    (content / "corrections" / "b.txt.yaml").write_text("seed:\n  outlet: The Other Post\ncopy_of: no\n", "utf-8")
    place = ("--seeds", seeds, "--content", content)
    _, out, _ = run("show", seeds / "b.txt", *place, "--min-confidence", "1")
    assert "The Other Post" in out
    assert "less sure than 1.0, so not on the site: --min-confidence 0" in out
    assert "\nSaid\n" not in out


def test_show_names_what_is_wrong_with_the_seeds_that_are_asked_for_alone(
    run: Run, seeds: Path, nothing_said: list[str]
) -> None:
    (seeds / "0.txt").write_bytes(b"")
    assert run("show", seeds / "b.txt", "--seeds", seeds, *nothing_said)[0] == 0
    status, out, err = run("show", seeds / "0.txt", seeds / "none.txt", "--seeds", seeds, *nothing_said)
    assert (status, out) == (1, "")
    assert [name for name in ("0.txt", "none.txt") if name not in err] == []


def linked(lines: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefings", "link"],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
    )


def test_link_gives_one_id_to_one_actor_of_two_documents() -> None:
    mention = {"i": 0, "begin": 0, "end": 9, "text": "Ada Quill", "type": "person"}
    done = linked("".join(json.dumps({"doc": doc, "mentions": [mention]}) + "\n" for doc in "xy"))
    assert done.returncode == 0
    assert [json.loads(line)["actors"][0]["id"] for line in done.stdout.splitlines()] == ["ada-quill", "ada-quill"]


def test_a_line_that_is_no_document_is_named() -> None:
    done = linked('{"doc": "x", "mentions": []}\n{"doc": 1}\n')
    assert done.returncode == 1
    assert done.stderr.startswith("briefings: standard input, line 2: ")


@pytest.mark.parametrize("words", [["extract"], ["extract", "--jobs", "0", "x"], ["nonsense"], []])
def test_wrong_use_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 2


@pytest.mark.parametrize("words", [["--help"], ["extract", "--help"], ["show", "--help"], ["link", "--help"]])
def test_every_command_explains_itself(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 0
    assert "usage: briefings" in capsys.readouterr().out


STEERING = "\x1b]0;stolen\x07\x1b[31m\u202e"


def test_no_seed_steers_the_terminal(run: Run, tmp_path: Path, nothing_said: list[str]) -> None:
    text = ARTICLE.split("\n\n", 2)[2]
    record = {
        "@type": "NewsArticle",
        "headline": f"Harbour{STEERING} board",
        "articleBody": text.replace("lied", f"li{STEERING}ed"),
    }
    (tmp_path / "a.json").write_text(json.dumps(record), "utf-8")
    (tmp_path / "b.txt").write_text(f"Harbour{STEERING} board\n\n{text}", "utf-8")
    (tmp_path / "c.xml").write_text(
        f"<rss version='2.0'><channel><item><title>Li{STEERING[-1]}t</title><description>Short.</description></item>"
        "</channel></rss>"
    )
    (tmp_path / "d.md").write_text(f"---\ndate: [\u202e]\n---\n\n{text}", "utf-8")
    for words in (("show", *nothing_said), ("extract",), ("extract", "--clean-only")):
        _, out, err = run(*words, *sorted(tmp_path.glob("*.*")))
        assert "Harbour" in out
        assert not {"\x1b", "\x07", "\u202e"} & {*out, *err}, words


def test_a_terminal_that_is_not_unicode_is_told_all_the_same(seeds: Path, store: Store) -> None:
    (seeds / "é’.txt").write_bytes(b"")
    for name in ("show", "check"):
        paths = [str(seeds)] if name == "show" else ["--seeds", str(seeds)]
        ran = subprocess.run(
            [sys.executable, "-m", "briefings", name, *paths, "--content", str(seeds), "--store", str(store.folder)],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT / "plugins")},
        )
        assert ran.returncode == 1
        assert b"Traceback" not in ran.stderr
        assert b".txt" in ran.stdout + ran.stderr

"""What gathering promises: every seed is an article or a fault, in the order of names, and none stops the others."""

import json
import os
import shlex
from pathlib import Path

import pytest

from briefings.seeds import gathering
from briefings.seeds.cleaning.cleaning import NO_HEADLINE
from briefings.seeds.gathering import gather_seeds
from briefings.seeds.overriding import Override
from briefings.seeds.reading import MAX_BYTES

TEXT = "Bridge opens again\n\nThe mayor of Lowbridge said that the bridge, closed for a year, would open again.\n"

# Seeds that cannot be read, each with the message that it must be given.
INVALID = {
    "archive.zip": (b"PK\x03\x04", "an archive: not read yet"),
    "binary.txt": (b"\x00\x01\x02", "not a text: it has zero bytes"),
    "bytes.txt": (b"caf\x81", "not in UTF-8 or Windows-1252"),
    "empty.txt": (b"", "empty"),
    "large.txt": (b"a" * (MAX_BYTES + 1), "larger than 5 MB"),
    "page.html": (b"<html></html>", "a page without an article's text"),
    "page.txt": (b"<html><p>No.</p></html>", "a saved page, not its text"),
    "paper.pdf": (b"%PDF-1.4", "a PDF document: not read yet"),
    "paper.txt": (b"%PDF-1.4", "not a text: a PDF document"),
    "photo.jpg": (b"\xff\xd8\xff", "an image: not read yet"),
}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with one good seed among all that can be wrong."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, (data, _) in INVALID.items():
        (folder / name).write_bytes(data)
    os.mkfifo(folder / "pipe.txt")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "good.txt").write_text(TEXT, "utf-8")
    return folder


def test_every_invalid_seed_has_its_message_and_the_good_one_is_built(seeds: Path) -> None:
    gathered = gather_seeds([seeds], base=seeds)
    assert [article.seed.path for article in gathered.articles] == ["good.txt"]
    found = {fault.path: fault.reason for fault in gathered.faults}
    assert found == {
        **{name: reason for name, (_, reason) in INVALID.items()},
        "pipe.txt": "not a regular file (a pipe, a socket or a device)",
        "passwd.txt": "a link: seeds are read from their own folder only",
    }
    assert all(fault.mend for fault in gathered.faults)
    assert list(found) == sorted(found)


def test_a_fault_of_the_program_itself_stops_one_seed_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")

    def fails_on_a(path: Path, name: str, *, encoding: str | None) -> object:
        if path.name == "a.txt":
            raise ZeroDivisionError("by the test")
        return real(path, name, encoding=encoding)

    real = gathering.read_seed
    monkeypatch.setattr(gathering, "read_seed", fails_on_a)
    gathered = gather_seeds([tmp_path], base=tmp_path)
    assert [article.seed.path for article in gathered.articles] == ["b.txt"]
    assert [fault.reason for fault in gathered.faults] == ["a fault of this program, ZeroDivisionError: by the test"]


def test_paths_are_called_as_given_or_from_a_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "x.txt").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert gather_seeds([Path("seeds")]).articles[0].seed.path == "seeds/x.txt"
    assert gather_seeds([tmp_path / "seeds"]).articles[0].seed.path == f"{tmp_path.as_posix()}/seeds/x.txt"
    assert gather_seeds([tmp_path / "seeds"], base=tmp_path).articles[0].seed.path == "seeds/x.txt"


def test_a_seed_that_is_named_twice_is_one_article(seeds: Path) -> None:
    again = seeds / ".." / seeds.name / "good.txt"
    assert len(gather_seeds([seeds, seeds / "good.txt", again], base=seeds).articles) == 1


def test_two_seeds_with_one_headline_are_two_articles(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert [article.seed.path for article in gather_seeds([tmp_path], base=tmp_path).articles] == ["a.txt", "b.txt"]


def test_a_text_may_be_kept_as_it_is(seeds: Path) -> None:
    assert gather_seeds([seeds / "good.txt"], keep_text=True).articles[0].text == TEXT


def test_what_is_not_utf_8_is_built_with_a_warning_that_names_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(TEXT.replace("year", "“year”").encode("cp1252"))
    gathered = gather_seeds([tmp_path], base=tmp_path)
    (warning,) = gathered.articles[0].warnings
    assert (warning.reason, warning.line, warning.broken) == ("not UTF-8: read as Windows-1252", 3, False)
    assert gathered.faults == ()


def test_a_name_of_255_bytes_is_a_name_and_a_longer_one_is_named(tmp_path: Path) -> None:
    longest = "é" * 125 + "x.txt"
    assert len(longest.encode()) == 255
    (tmp_path / longest).write_text(TEXT, "utf-8")
    gathered = gather_seeds([tmp_path, tmp_path / f"x{longest}"], base=tmp_path)
    assert [article.seed.path for article in gathered.articles] == [longest]
    (fault,) = gathered.faults
    assert fault.reason.startswith("cannot be opened: ")


@pytest.mark.parametrize(
    "words",
    [
        "Мэр города сказала в понедельник, что мост, закрытый с весны, откроют только летом следующего года.",
        "قالت عمدة المدينة يوم الاثنين إن الجسر المغلق منذ الربيع لن يفتح إلا في صيف العام المقبل.",
        "市長は月曜日、春から閉鎖されている橋は来年の夏まで開通しないと記者団に語った。",
        "शहर की मेयर ने सोमवार को कहा कि वसंत से बंद पुल अगले साल की गर्मियों में ही खुलेगा।",
    ],
    ids=["Cyrillic", "Arabic", "Japanese", "Devanagari"],
)
@pytest.mark.parametrize(
    "form", ["{0}", "<html><body><article><h1>x</h1>{1}</article></body></html>"], ids=["text", "page"]
)
def test_a_text_in_another_script_is_kept_whole_and_said_to_be_without_facts(
    tmp_path: Path, words: str, form: str
) -> None:
    paragraphs = [words, words.replace(words[3:8], words[3:8] * 2), words + words]
    name = "x.txt" if form == "{0}" else "x.html"
    page = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    (tmp_path / name).write_text(form.format("\n\n".join(paragraphs), page), "utf-8")
    (article,) = gather_seeds([tmp_path], base=tmp_path).articles
    assert article.text == "\n\n".join(paragraphs)
    assert article.language == "und"
    assert "not English: built as text without facts" in [warning.reason for warning in article.warnings]


@pytest.mark.parametrize(("name", "shown"), [(b"caf\xe9.txt", "caf\\xe9.txt"), (b"a\nb.txt", "a\\x0ab.txt")])
def test_a_name_that_cannot_be_printed_is_shown_with_escapes(tmp_path: Path, name: bytes, shown: str) -> None:
    try:
        (tmp_path / os.fsdecode(name)).write_text(TEXT, "utf-8")
    except OSError:
        return  # this file system takes no such name, so no seed can have one
    assert gather_seeds([tmp_path], base=tmp_path).articles[0].seed.path == shown


def test_a_mend_quotes_a_name_that_a_shell_would_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a'; date; '.txt")
    (fault,) = gather_seeds([tmp_path], base=tmp_path).faults
    assert shlex.split(fault.mend.removeprefix("remove it: ")) == ["rm", "a'; date; '.txt"]


def test_what_an_editor_says_goes_over_what_was_found(seeds: Path) -> None:
    said = Override(
        outlet="Harbour Post", title="Open again", published="2025-05-05", place="Lowbridge", byline="A. Lind"
    )
    (article,) = gather_seeds([seeds / "good.txt"], overrides={"good.txt": said}).articles
    assert (article.outlet, article.title, article.place, article.byline) == (
        "Harbour Post",
        "Open again",
        "Lowbridge",
        "A. Lind",
    )
    assert (article.published.date, article.published.source) == ("2025-05-05", "editor")


def test_an_editor_may_speak_of_one_article_of_a_file(tmp_path: Path) -> None:
    record = {"articleBody": TEXT.partition("\n\n")[2], "headline": "Bridge opens again"}
    (tmp_path / "x.jsonl").write_text("\n".join(json.dumps(record) for _ in range(2)), "utf-8")
    said = {"x.jsonl": Override(outlet="Harbour Post"), "x.jsonl#2": Override(outlet="Other Post")}
    found = gather_seeds([tmp_path], base=tmp_path, overrides=said).articles
    assert [(article.seed.path, article.outlet) for article in found] == [
        ("x.jsonl#1", "Harbour Post"),
        ("x.jsonl#2", "Other Post"),
    ]


def test_an_editor_who_gives_a_headline_is_not_told_that_none_was_found(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEXT.partition("\n\n")[2], "utf-8")
    assert [fault.reason for fault in gather_seeds([tmp_path]).articles[0].warnings] == [NO_HEADLINE]
    assert gather_seeds([tmp_path], overrides={"x.txt": Override(title="Open")}).articles[0].warnings == ()


def test_an_editors_day_that_is_none_is_left_out_with_a_warning(seeds: Path) -> None:
    said = Override(published="5 May")
    (article,) = gather_seeds([seeds / "good.txt"], overrides={"good.txt": said}).articles
    assert article.published.date is None
    assert "5 May" in article.warnings[0].reason


def test_an_editor_may_name_the_encoding(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(TEXT.replace("mayor", "maire élu").encode("cp437"))
    (article,) = gather_seeds([tmp_path], overrides={"x.txt": Override(encoding="cp437")}).articles
    assert "maire élu" in article.text
    assert article.warnings == ()

"""Lexicons: plain tables, one row a line."""

from pathlib import Path

import pytest

from briefings.language import lexicon


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    lexicon.lexicon_rows.cache_clear()
    return tmp_path


def test_the_first_line_names_the_columns_and_comments_are_passed_over(folder: Path) -> None:
    (folder / "birds.txt").write_text("# birds\nname | calls\n\ncrow | caw; kraa\n", "utf-8")
    (row,) = lexicon.lexicon_rows("birds")
    assert row == {"name": "crow", "calls": "caw; kraa"}
    assert lexicon.values(row["calls"]) == ("caw", "kraa")


def test_a_row_with_too_few_cells_is_named_by_its_line(folder: Path) -> None:
    (folder / "birds.txt").write_text("name | calls\ncrow\n", "utf-8")
    with pytest.raises(ValueError, match=r"birds\.txt:2: 1 cells, expected 2 \(name \| calls\)"):
        lexicon.lexicon_rows("birds")


@pytest.mark.parametrize(
    "path", sorted((Path(lexicon.__file__).parent / "lexicon").glob("*.txt")), ids=lambda p: p.stem
)
def test_every_lexicon_reads_and_opens_with_a_comment_that_says_what_it_is(path: Path) -> None:
    lexicon.lexicon_rows.cache_clear()
    assert path.read_text("utf-8").startswith("# ")
    assert lexicon.lexicon_rows(path.stem)


def test_bare_cells_are_those_of_the_columns_that_are_asked_for(folder: Path) -> None:
    (folder / "birds.txt").write_text("# of the coast\nname | calls\nGull | kee;kau\nTern |\n", "utf-8")
    assert lexicon.cells("birds", "name", "calls") == [["Gull", "kee;kau"], ["Tern", ""]]
    with pytest.raises(ValueError, match=r"birds\.txt: the columns are name \| calls, expected calls \| name"):
        lexicon.cells("birds", "calls", "name")

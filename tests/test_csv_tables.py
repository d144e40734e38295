"""Tables hold every fact, can be read by any reader of CSV, and run nothing in a spreadsheet."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.language.letters import one_line
from briefings.site.data.csv_tables import MEASURE_COLUMNS, QUOTE_COLUMNS, csv_table, measures_table, quotes_table
from made_machines import rows
from made_site import TEXT, article, briefing, index, site


def test_a_quote_is_a_row_with_its_source_words_and_sentence() -> None:
    first, second = rows(quotes_table(index(), site()))
    assert list(first) == list(QUOTE_COLUMNS)
    assert (first["source"], first["source_ids"], first["source_words"]) == ("Zoë Carver", "zoe-carver", "she")
    assert (first["cue"], first["content"], first["sentence_number"]) == ("said", "“It will last,”", "2")
    assert first["sentence"] == "“It will last,” she said."
    assert first["link"] == "../briefings/bridge/#q-2"
    assert (second["source"], second["source_ids"]) == ("", "")


def test_a_measure_is_a_row_with_its_sides_and_doubts() -> None:
    _, second = rows(measures_table(index(), site(url="https://example.org")))
    assert list(second) == list(MEASURE_COLUMNS)
    assert (second["type"], second["status"], second["hedged"]) == ("AID", "planned", "true")
    assert (second["initiators_ids"], second["targets_ids"], second["within"]) == ("norland", "sudland", "q-6")
    assert second["link"] == "https://example.org/briefings/bridge/#m-6"


def test_several_actors_are_parted_and_one_without_a_page_has_no_id() -> None:
    made = briefing()
    told = replace(made.measures[0], initiators=("norland", "experts", "sudland"))
    (row,) = rows(measures_table(index(("bridge", replace(made, measures=(told,)))), site()))
    assert (row["initiators"], row["initiators_ids"]) == ("Norland; Experts; Sudland", "norland; ; sudland")


def test_lines_end_as_rfc_4180_has_it_and_there_is_no_mark_of_byte_order() -> None:
    data = quotes_table(index(), site())
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    assert data.startswith(b"briefing,")


def test_a_table_without_facts_is_its_header() -> None:
    bare = replace(briefing(), quotes=(), measures=())
    assert quotes_table(index(("bridge", bare)), site()) == (",".join(QUOTE_COLUMNS) + "\r\n").encode()


def test_a_value_without_a_column_is_an_error() -> None:
    with pytest.raises(ValueError, match="dict contains fields not in fieldnames"):
        csv_table(("a",), [{"b": 1}])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "  =", "＝", "\u0000="])
def test_a_cell_that_a_spreadsheet_would_run_is_words(start: str) -> None:
    title = f"{start}1+1"
    made = replace(briefing(), article=article(TEXT, title=title))
    for row in rows(quotes_table(index(("bridge", made)), site())):
        assert row["title"] == f"'{one_line(title)}"


@given(st.lists(st.text(alphabet=st.characters()), min_size=1, max_size=5))
def test_whatever_cells_hold_a_reader_gets_it_back_as_one_line(cells: list[str]) -> None:
    columns = tuple(f"c{number}" for number in range(len(cells)))
    (row,) = rows(csv_table(columns, [dict(zip(columns, cells, strict=True))]))
    for column, cell in zip(columns, cells, strict=True):
        assert row[column] in {one_line(cell), f"'{one_line(cell)}"}

"""Tables of editors' pages: header cells say what they head, a line before is the caption."""

from bs4 import BeautifulSoup
from markdown import Markdown

from briefings.site.texts.text_tables import Tables

ROWS = "| Name | Said |\n|---|---|\n| Quill | 3 |\n"


def table_of(text: str) -> BeautifulSoup:
    return BeautifulSoup(Markdown(extensions=["extra", Tables()]).convert(text), "html.parser")


def test_header_cells_head_their_columns() -> None:
    assert [cell["scope"] for cell in table_of(ROWS).select("th")] == ["col", "col"]


def test_a_line_before_a_table_is_its_caption_with_its_marks() -> None:
    page = table_of(f"Before.\n\nTable: Who said *how much*\n\n{ROWS}")
    assert str(page.table.caption) == "<caption>Who said <em>how much</em></caption>"  # type: ignore[union-attr]
    assert [p.get_text() for p in page.select("p")] == ["Before."]


def test_other_paragraphs_stay_paragraphs() -> None:
    page = table_of(f"Table: of a feast\n\nMore.\n\n{ROWS}")
    assert page.caption is None
    assert len(page.select("p")) == 2

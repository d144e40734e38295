"""Pages that editors wrote are looked at as Pelican reads them: what it would leave out or end at is told."""

import os
from pathlib import Path

import pytest

from briefings.site.publish.output import MARK
from briefings.site.texts.texts import OWN, OWN_FILES, look_at_content
from made_golden import GOLDEN


def told(folder: Path) -> tuple[list[tuple[str, str, str]], list[tuple[str, int | None, str]]]:
    found = look_at_content(folder, folder / "pages")
    return [(t.path, t.title, t.address) for t in found.texts], [(f.path, f.line, f.reason) for f in found.faults]


@pytest.fixture(autouse=True)
def _pages(tmp_path: Path) -> None:
    (tmp_path / "pages" / "deep").mkdir(parents=True)


@pytest.mark.parametrize(
    ("name", "content", "address"),
    [
        ("about.md", "Title: About\n\nText", "about/"),
        ("My  page!.md", "title:  About\nSummary: long\n    and longer\n\nText", "my-page/"),
        ("Zoë’s_page.md", "---\nTitle: About\n---\nText", "zoes_page/"),
        ("about.md", "\ufeffTitle: About\nSlug: us\n\nText", "us/"),
        ("about.md", "Title: About\nStatus: hidden\n\nText", "about/"),
        ("about.md", "Title: About\nSave_as: us.html\n\nText", "us.html"),
        ("deep/about.md", "Title: About\n\nSlug: no field, for it stands below", "about/"),
    ],
)
def test_a_page_has_a_title_and_an_address(tmp_path: Path, name: str, content: str, address: str) -> None:
    (tmp_path / "pages" / name).write_text(content, "utf-8")
    assert told(tmp_path) == ([(name, "About", address)], [])


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"", 1, "a page without a title"),
        (b"Only words.\nTitle: too late\n", 1, "a page without a title"),
        (b"Title:\n\nText", 1, "a page without a title"),
        (b"Title: About\n\ncaf\xe9", 3, "not UTF-8"),
        (b"Title: About\nStatus: ready\n\nText", 2, "`ready` is no status of a page"),
        (b"Title: About\nDate: never\n\nText", 2, "`never` is no day"),
        (b"Title: About\nModified: 2031-15-40\n\nText", 2, "`2031-15-40` is no day"),
        (b"Title: About\nSlug: quotes\n\nText", None, "its address quotes/ is the site's own"),
    ],
)
def test_a_page_that_would_not_be_built_is_told_with_its_line(
    tmp_path: Path, content: bytes, line: int | None, reason: str
) -> None:
    (tmp_path / "pages" / "about.md").write_bytes(content)
    assert told(tmp_path) == ([], [("about.md", line, reason)])


TAKEN = ["briefings", "Briefings/x", "quotes/quotes.csv", "theme", "days", "feeds", "graph", "pagefind", "index.html"]


@pytest.mark.parametrize(
    "address",
    [*TAKEN, "404.html", "record.schema.json", "robots.txt", "sitemap.xml", "urls.csv", "card.png", "specimen"],
)
def test_an_address_that_the_site_takes_costs_that_page_alone(tmp_path: Path, address: str) -> None:
    (tmp_path / "pages" / "a.md").write_text(f"Title: A\nSlug: {address}\n\n", "utf-8")
    (tmp_path / "pages" / "b.md").write_text("Title: B\n\n", "utf-8")
    (tmp_path / "pages" / "c.md").write_text(f"Title: C\nSave_as: {address}/index.html\n\n", "utf-8")
    (tmp_path / "pages" / "d.md").write_text(f"Title: D\nSlug: {address}\nLang: en\n\n", "utf-8")
    found = look_at_content(tmp_path, tmp_path / "pages")
    assert [fault.path for fault in found.faults] == ["a.md", "c.md", "d.md"]
    assert all("the site's own" in fault.reason and "Slug: " in fault.mend for fault in found.faults)
    assert found.pages == {"pages/b.md"}


def test_what_a_site_has_at_its_top_is_its_own_or_an_editors_page() -> None:
    assert {path.name for path in GOLDEN.iterdir()} <= OWN | OWN_FILES | {
        MARK,
        "about",
        "card.png.txt",
    }  # a picture, as it is compared


@pytest.mark.parametrize("other", ["us/index.html", "us/index.html/x.html", "US/index.html", "us/INDEX.html"])
def test_two_pages_in_one_place_are_told_however_it_is_written(tmp_path: Path, other: str) -> None:
    (tmp_path / "pages" / "a.md").write_text("Title: A\nSlug: us\n\n", "utf-8")
    (tmp_path / "pages" / "b.md").write_text(f"Title: B\nSave_as: {other}\n\n", "utf-8")
    found = look_at_content(tmp_path, tmp_path / "pages")
    assert [fault.reason for fault in found.faults] == [f"its address {other} is already that of a.md"]
    assert found.pages == {"pages/a.md"}


def test_a_page_in_the_place_of_a_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").touch()
    (tmp_path / "pages" / "a.md").write_text("Title: A\nSlug: images\n\n", "utf-8")
    (tmp_path / "pages" / "b.md").write_text("Title: B\nSlug: images/a.png\n\n", "utf-8")
    reason = "its address images/a.png/ is already that of images/a.png"
    assert told(tmp_path)[1] == [("b.md", None, reason)]


def test_a_page_above_another_is_told(tmp_path: Path) -> None:
    (tmp_path / "pages" / "a.md").write_text("Title: A\nSlug: us.html/more\n\n", "utf-8")
    (tmp_path / "pages" / "b.md").write_text("Title: B\nSave_as: us.html\n\n", "utf-8")
    assert told(tmp_path)[1] == [("b.md", None, "its address us.html is already that of a.md")]


@pytest.mark.parametrize("day", ["2031-05-04", "2031-05-04 10:20", "2031-05-04T10:20:00Z", "4 May 2031", "May 4, 2031"])
def test_a_page_may_have_a_day_in_many_forms(tmp_path: Path, day: str) -> None:
    (tmp_path / "pages" / "about.md").write_text(f"Title: About\nDate: {day}\n\nText", "utf-8")
    assert told(tmp_path)[1] == []


@pytest.mark.parametrize("name", ["🙂.md", "???.md", "\udcff.md", "!! .markdown"])
def test_a_name_without_a_letter_gives_no_address_and_is_told(tmp_path: Path, name: str) -> None:
    page = tmp_path / "pages" / name
    page.write_text("Title: Smile\n\nText", "utf-8")
    assert told(tmp_path) == ([], [(name, 1, "its file name gives no address")])
    assert look_at_content(tmp_path, tmp_path / "pages").pages == frozenset()
    for line in ("Slug: smile", "Save_as: smile/index.html"):
        page.write_text(f"Title: Smile\n{line}\n\nText", "utf-8")
        assert [path for path, _, _ in told(tmp_path)[0]] == [name]


@pytest.mark.parametrize("head", ["Title: N\0ul", "Title: Nul\nSummary: long\n    \x1band longer", "Title: N\ufffful"])
def test_a_head_with_a_character_that_no_page_can_show_is_told(tmp_path: Path, head: str) -> None:
    (tmp_path / "pages" / "a.md").write_text(f"{head}\n\nText", "utf-8")
    found = look_at_content(tmp_path, tmp_path / "pages")
    assert [(fault.reason, fault.broken, fault.line) for fault in found.faults] == [
        ("a character that no page can show", True, head.count("\n") + 1)
    ]
    assert found.pages == frozenset()


def test_one_in_its_text_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "pages" / "a.md").write_text("Title: A\n\nTe\0xt\x92", "utf-8")
    found = look_at_content(tmp_path, tmp_path / "pages")
    assert [(fault.broken, fault.line) for fault in found.faults] == [(False, 3)]
    assert found.pages == {"pages/a.md"}


def test_two_pages_at_one_address_are_told(tmp_path: Path) -> None:
    (tmp_path / "pages" / "a.md").write_text("Title: A\nSlug: us\n\n", "utf-8")
    (tmp_path / "pages" / "b.md").write_text("Title: B\nSlug: us\n\n", "utf-8")
    (tmp_path / "pages" / "c.md").write_text("Title: C\nSlug: us\nLang: de\n\n", "utf-8")  # a translation
    (tmp_path / "pages" / "d.md").write_text("Title: D\nSlug: us\nStatus: draft\n\n", "utf-8")  # written nowhere
    texts, faults = told(tmp_path)
    assert [text[0] for text in texts] == ["a.md", "c.md"]
    assert faults == [("b.md", None, "its address us/ is already that of a.md")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_among_the_pages_hangs_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pages" / "pipe.md")
    assert told(tmp_path) == ([], [("pipe.md", None, "not a regular file")])


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX only")
def test_a_name_that_is_no_utf_8_stops_nothing(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/pages/caf\xe9.md"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123  a path of bytes
        file.write("Title: A\n\n")
    assert told(tmp_path)[0][0][2] == "caf/"


def test_where_no_pages_are_nothing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "absent") == ([], [])

"""Words that would break out of a format stay words: in pages, feeds, tables, records and linked data."""

import json
import re
from pathlib import Path

import pytest

from made_build import build, sow
from made_machines import URL, Published, feed, linked_data, published, rows

NAME = '</title></script> ]]> & <script>alert(0)</script> <!-- "\u0007" 🕊 שלום'
SEED = """=HYPERLINK("https://evil.example")

</script><!-- ]]> & Carver <script>alert(1)</script> 🕊 שלום opens bridge

Marhaven, May 5, 2031: President Zoe Carver met Ivo Lindqvist of Norland on Monday.

“=1+1 </script> <!-- ]]> &amp; & <script>alert(2)</script> 🕊 שלום,” Carver said. Norland imposed sanctions on Sudland.

“-2+3+cmd|' /C calc'!A0 is a formula,” Zoe Carver said. “@SUM(1) is one, too,” Lindqvist told reporters.
"""
EDITORS = """actors:
  - name: "Zoe </script><!-- ]]> & <script>alert(3)</script> 🕊 שלום"
    aliases: [Zoe Carver]
    kind: person
  - name: "=Norland()"
    aliases: [Norland]
    kind: state
  - name: Sudland
    kind: state
"""
OF_THE_THEME = r'<script type="module" src="[./]*theme/js/[a-z]+\.js"></script>'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Published:
    work: Path = tmp_path_factory.mktemp("hostile")
    content = work / "content"
    content.mkdir()
    (content / "actors.yaml").write_text(EDITORS, "utf-8")
    (content / "corrections").mkdir()
    (content / "corrections" / "a.txt.yaml").write_text(
        "seed:\n  outlet: '=HYPERLINK(\"https://evil.example\")'\n  url: 'https://example.org/?a=1&b=<script>'\n",
        "utf-8",
    )
    seeds = sow(work / "seeds", a=SEED)
    return published(build(work, seeds=seeds, content=content, SITEURL=URL, SITENAME=NAME, SITESUBTITLE=NAME))


def actor(hostile: Published, start: str) -> str:
    return next(path for path in hostile.built.files() if path.startswith(f"actors/{start}") and path.endswith(".json"))


def test_no_page_has_a_script_but_its_data_and_the_themes_own(hostile: Published) -> None:
    for path in hostile.pages():
        scripts = re.sub(OF_THE_THEME, "", hostile.built.read(path)).lower()
        assert scripts.count("<script") == 1
        assert scripts.count("</script") == 1
        assert linked_data(hostile.built.read(path))["@context"] == "https://schema.org"


def test_names_are_whole_in_linked_data(hostile: Published) -> None:
    page = actor(hostile, "zoe").replace("actor.json", "index.html")
    assert linked_data(hostile.built.read(page))["name"] == "Zoe </script><!-- ]]> & <script>alert(3)</script> 🕊 שלום"
    assert linked_data(hostile.built.read("index.html"))["name"] == NAME


def test_feeds_are_well_formed_and_their_words_whole(hostile: Published) -> None:
    (record,) = hostile.records().values()
    for path in (path for path in hostile.built.files() if path.endswith(".atom")):
        read = feed(hostile.built.read(path))
        assert "שלום" in read.feed.title
        assert "\u0007" not in hostile.built.read(path)
        (entry,) = read.entries
        assert "<script" not in entry.content[0].value
        assert [link.href for link in entry.links if link.rel == "via"] == ["https://example.org/?a=1&b=<script>"]
    (item,) = json.loads(hostile.built.read("feeds/all.json"))["items"]
    assert item["title"] == record["title"]
    assert "🕊 שלום" in item["content_html"]
    assert "<script" not in item["content_html"]


def test_no_cell_of_a_table_is_a_formula(hostile: Published) -> None:
    cells = []
    for path in ("quotes/quotes.csv", "measures/measures.csv"):
        read = rows((hostile.built.output / path).read_bytes())
        assert read
        cells += [cell for row in read for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert '\'=HYPERLINK("https://evil.example")' in cells
    assert "'=Norland()" in cells


def test_every_link_of_tables_and_records_leads_somewhere(hostile: Published) -> None:
    for start in ("zoe", "norland", "sudland"):
        record = json.loads(hostile.built.read(actor(hostile, start)))
        assert hostile.lands(record["link"])
        assert all(hostile.lands(fact["link"]) for fact in (*record["said"], *record["did"], *record["done_to"]))

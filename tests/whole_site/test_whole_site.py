"""Three tiny articles become the whole site that is expected, the same everywhere."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefings.seeds.gathering import gather_seeds
from made import PAPER, ROOT
from made_build import ARTICLES, Built, build, sow
from made_machines import URL, copy_of, words_of

EXPECTED = Path(__file__).parent / "expected.txt"
BRIDGE = "briefings/2025-05-05-carver-opens-bridge-and-promises-grain-to-sudland/index.html"
HOSTILE = """The Norland Post

Carver said <script>alert(1)</script> and {{ 7*7 }} again

Marhaven, May 5, 2025: President <b>Zoe</b> Carver met Ivo "Quick" Lindqvist <script>alert(2)</script> on Monday.

“I like <script>alert(3)</script> and {{ 7*7 }} and {% raw %} &amp; more,” Zoe Carver said. Carver left the meeting.
"""
FRENCH = """La Gazette de Norland

La présidente ouvre le pont

La présidente de la Norlande a ouvert le nouveau pont lundi matin dans la vallée. Elle a parlé longtemps devant une
foule silencieuse, et il a plu. Les oiseaux ne chantaient plus, mais les enfants riaient et couraient dans les rues.
"""
# Said by a build at its very end: seconds of CPU by user and system, and whether spaCy was imported.
TIMED = """import atexit, resource, sys
atexit.register(lambda: print("CPU", *resource.getrusage(resource.RUSAGE_SELF)[:2], "spacy" in sys.modules))
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's own pages, and an editor who knows the made-up states."""
    folder = tmp_path_factory.mktemp("editors") / "content"
    shutil.copytree(PAPER / "content" / "pages", folder / "pages")
    shutil.copy(Path(__file__).parent / "actors.yaml", folder)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, content: Path) -> Built:
    return build(tmp_path_factory.mktemp("whole"), content=content)


def test_the_files_are_those_that_are_expected(whole: Built) -> None:
    assert whole.status == 0, whole.said
    assert whole.files() == EXPECTED.read_text("utf-8").split()


def test_what_was_built_and_where_is_said(whole: Built) -> None:
    assert re.search(r"Built 3 briefings with 7 actors, \d+ quotes and \d+ measures in \S+/output/", whole.said)
    assert "SOURCE_TEXT = 'full'" in whole.said
    assert "Processed 3 articles" in whole.said
    assert "2 pages" in whole.said


def test_no_link_is_dead(whole: Built) -> None:
    assert whole.dead_links() == []


def test_links_go_both_ways(whole: Built) -> None:
    briefing, actor = whole.soup(BRIDGE), whole.soup("actors/zoe-carver/index.html")
    assert briefing.select('a[href="../../actors/zoe-carver/"]')
    assert actor.select(f'a[href="../../{BRIDGE.removesuffix("index.html")}"]')
    for fact in briefing.select('[id^="q-"], [id^="m-"]'):
        assert briefing.select(f'.refs a[href="#{fact["id"]}"]'), "the sentence leads back to its fact"
        assert fact.select(f'a[href$="#{fact["id"]}"]'), "the fact has its permalink"
    for reference in briefing.select(".refs a"):
        assert briefing.find(id=str(reference["href"])[1:]) is not None


def test_a_record_stands_beside_every_briefing(whole: Built) -> None:
    record = json.loads(whole.read(BRIDGE.replace("index.html", "record.json")))
    assert record["title"] == "Carver opens bridge and promises grain to Sudland"
    assert record["seed"]["published"] == "2025-05-05"
    assert "outlive" in record["text"]


def test_nothing_on_a_page_tells_where_it_was_built(whole: Built) -> None:
    for path, data in whole.everything().items():
        text = data.decode("utf-8")
        assert str(ROOT) not in text, path
        assert str(whole.output.parent) not in text, path


def test_seeds_from_another_place_give_the_same_pages(tmp_path: Path) -> None:
    text = (ARTICLES / "bridge.txt").read_text("utf-8")
    one = build(tmp_path, seeds=sow(tmp_path / "seeds", a=text, b=text))
    (tmp_path / "deep").mkdir()
    other = build(tmp_path / "deep", seeds=sow(tmp_path / "deep" / "er" / "seeds", a=text, b=text))
    assert one.everything() == other.everything()
    assert str(tmp_path.name) not in "".join(one.read(path) for path in one.files() if path.endswith("json"))


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory, content: Path) -> Built:
    """The site as it is published, with feeds and a sitemap, from seeds in a folder of their own."""
    work = tmp_path_factory.mktemp("public")
    seeds = copy_of(ARTICLES, work / "seeds", newest_first=False)
    return build(work, seeds=seeds, content=content, SITEURL=URL)


def locale_of(language: str) -> str:
    """A locale of that language that this machine has, else the plainest one, which has neither letters nor dates."""
    ran = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True)
    return next((name for name in ran.stdout.split() if name.startswith(language)), "C")


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "0", "TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "99", "TZ": "Asia/Kathmandu", "LC_ALL": locale_of("de_DE")},
    ],
    ids=["time zone", "no UTF-8", "German"],
)
def test_the_same_seeds_give_the_same_bytes_everywhere(
    public: Built, content: Path, tmp_path: Path, elsewhere: dict[str, str]
) -> None:
    folder = tmp_path / "ein anderer Ordner"
    seeds = copy_of(ARTICLES, folder / "seeds", newest_first=True)
    shutil.copytree(content, folder / "content")
    built = build(
        folder, seeds=seeds, content=folder / "content", environment=elsewhere, umask=0o077, SITEURL=URL,
        BRIEFINGS_STORE=str(folder / "store"),
    )  # fmt: skip
    assert built.status == 0, built.said
    assert built.files() == public.files()
    assert [path for path, data in built.everything().items() if data != public.everything()[path]] == []


def second(work: Path) -> tuple[float, bool]:
    """Seconds of CPU of a build whose articles are parsed already, and whether it imported spaCy all the same."""
    (work / "sitecustomize.py").write_text(TIMED, "utf-8")
    said = build(work, environment={"PYTHONPATH": str(work)}).said
    found = re.search(r"CPU ([\d.]+) ([\d.]+) (True|False)", said)
    assert found, said
    return float(found[1]) + float(found[2]), found[3] == "True"


def test_a_second_build_imports_no_spacy(whole: Built, tmp_path: Path) -> None:
    assert whole.status == 0
    assert not second(tmp_path)[1]


@pytest.mark.bench
def test_a_second_build_takes_under_two_seconds(whole: Built, tmp_path: Path) -> None:
    assert whole.status == 0
    assert second(tmp_path)[0] < 2


def test_markup_and_templates_in_a_seed_are_shown_as_text(tmp_path: Path) -> None:
    built = build(tmp_path, seeds=sow(tmp_path / "seeds", hostile=HOSTILE))
    assert built.status == 0, built.said
    pages = [path for path in built.files() if path.endswith(".html")]
    assert not any(
        re.search(
            '<script(?! type="application/ld.json">| type="module" src="[./]*theme/js/[a-z]+.js">)', built.read(path)
        )
        for path in pages
    )
    assert not any("and 49" in built.soup(path).get_text() for path in pages)  # as the seed would read, evaluated
    (path,) = [path for path in pages if re.match(r"briefings/.+/index.html", path)]
    shown = built.soup(path).get_text()
    for words in ("<script>alert(1)</script>", "{{ 7*7 }}", "<b>Zoe</b>", "<script>alert(3)</script>", "{% raw %}"):
        assert words in shown
    assert built.dead_links() == []


def test_two_seeds_with_one_headline_have_two_addresses(tmp_path: Path) -> None:
    first, second = ((ARTICLES / name).read_text("utf-8") for name in ("tariffs.txt", "visit.txt"))
    second = second.replace("Lindqvist to meet Okoro in Marhaven", "Sudland imposes tariffs on steel from Westmark")
    built = build(tmp_path, seeds=sow(tmp_path / "seeds", a=first, b=second))
    assert built.status == 0, built.said
    briefings = {path for path in built.files() if re.match(r"briefings/.+/index.html", path)}
    assert len(briefings) == 2
    assert len({str(built.soup(path).h1.get_text()) for path in briefings}) == 1  # type: ignore[union-attr]


def test_an_article_that_is_not_english_is_built_as_text(tmp_path: Path) -> None:
    built = build(tmp_path, seeds=sow(tmp_path / "seeds", pont=FRENCH))
    assert built.status == 0, built.said
    assert "warning" in built.said
    (path,) = [path for path in built.files() if re.match(r"briefings/.+/index.html", path)]
    assert "Elle a parlé longtemps" in built.soup(path).get_text()
    assert not built.soup(path).select('[id^="q-"], [id^="m-"]')


def test_broken_seeds_are_named_and_all_others_are_built(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "seeds", empty="", binary=b"\x00\x01\x02", good=(ARTICLES / "bridge.txt").read_text("utf-8"))
    (seeds / "link.txt").symlink_to("/etc/passwd")
    built = build(tmp_path, seeds=seeds)
    assert built.status == 0
    for name in ("empty.txt", "binary.txt", "link.txt"):
        assert re.search(rf"{name}: not built: .+; .+", built.said), built.said
    assert BRIDGE in built.files()
    assert "3 files not built" in built.said


def test_broken_seeds_stop_a_build_for_the_public_and_the_old_site_stays(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "seeds", good=(ARTICLES / "bridge.txt").read_text("utf-8"))
    before = build(tmp_path, seeds=seeds).everything()
    sow(seeds, empty="")
    built = build(tmp_path, "--fatal", "errors", seeds=seeds, conf=ROOT / "publishconf.py")
    assert built.status != 0
    assert "empty.txt: not built: empty" in built.said
    assert "stays as it is" in built.said
    assert "Traceback" not in built.said
    assert built.everything() == before
    assert not (tmp_path / "output.new").exists()


@pytest.mark.parametrize("source_text", ["excerpt", "none"])
def test_what_is_withheld_is_nowhere(whole: Built, content: Path, tmp_path: Path, source_text: str) -> None:
    built = build(tmp_path, content=content, SOURCE_TEXT=source_text, SITEURL="https://example.org")
    assert built.status == 0, built.said
    assert f"SOURCE_TEXT = '{source_text}'" in built.said
    assert built.dead_links() == []
    records = [json.loads(whole.read(path)) for path in whole.files() if path.endswith("record.json")]
    written = [words_of(built, path) for path in built.files() if not path.endswith(".png")]
    everything = " ".join("\n".join(written).split())
    for kind in (".html", ".json", ".csv", ".atom"):
        assert any(path.endswith(kind) for path in built.files()), kind
    withheld = [" ".join(sentence.split()) for record in records for sentence in unused(record, source_text)]
    assert withheld, "the articles have sentences that no fact rests on"
    assert [sentence for sentence in withheld if sentence in everything] == []


def unused(record: dict[str, Any], source_text: str) -> list[str]:
    """Sentences that no quote and no measure touches; where no text is shown, all but facts' own and what was said."""
    facts = [*record["quotes"], *record["measures"]]
    own = [{key: fact.get(key) for key in ("sentence", "content")} for fact in facts]
    used = spans(own if source_text == "none" else facts)
    return [
        record["text"][start:end]
        for start, end in record["sentences"]
        if not any(start < last and first < end for first, last in used)
    ]


def spans(value: object) -> list[tuple[int, int]]:
    if isinstance(value, dict):
        return [pair for part in value.values() for pair in spans(part)]
    if isinstance(value, list) and len(value) == 2 and all(isinstance(part, int) for part in value):
        return [(value[0], value[1])]
    return [pair for part in value for pair in spans(part)] if isinstance(value, list) else []


def test_the_public_settings_show_an_excerpt(tmp_path: Path) -> None:
    built = build(tmp_path, conf=ROOT / "publishconf.py", SITEURL="https://example.org/repo")
    assert built.status == 0, built.said
    assert "SOURCE_TEXT = 'excerpt'" in built.said
    canonical = built.soup(BRIDGE).select_one("link[rel=canonical]")
    assert canonical is not None
    assert canonical["href"] == f"https://example.org/repo/{BRIDGE.removesuffix('index.html')}"
    assert 'href="/repo/theme/css/site.css"' in built.read("404.html")
    for path in (path for path in built.files() if path.endswith(".html") and path != "404.html"):
        assert not built.soup(path).select('[href^="/"]')


def test_every_seed_of_the_tests_is_read(whole: Built) -> None:
    assert whole.status == 0
    assert not [fault for fault in gather_seeds([ARTICLES]).faults if fault.broken]

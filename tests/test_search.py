"""What a reader can search for, and what it costs to make that possible."""

import gzip
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from bs4 import BeautifulSoup

import made_site
from briefings.site.assets.pagefind import KEPT, Unsearchable, find_pagefind, keep_search, search_files
from briefings.site.assets.search import PART, Record, count_parts, names_file, search_page, search_parts
from made import ROOT

MARKED = b"pagefind_dcd"  # before the text of each of its files
COST = """import resource
from pathlib import Path
from made_records import many_records
from briefings.site.assets.pagefind import find_pagefind, keep_search

def used():
    both = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in both), max(one.ru_maxrss for one in both) / 1024

parts = many_records()
before, _ = used()
keep_search(Path({folder!r}, "store"), find_pagefind(), parts, Path({folder!r}, "pagefind"))
after, memory = used()
print(after - before, memory)
"""


@pytest.fixture
def program() -> Path:
    try:
        return find_pagefind()
    except Unsearchable as reason:
        pytest.skip(f"PAGEFIND ABSENT: {reason}")


def records(source_text: str = "full") -> dict[str, BeautifulSoup]:
    (part,) = search_parts(made_site.index(), made_site.site(source_text))  # type: ignore[arg-type]
    return {record.path: BeautifulSoup(record.html, "html.parser") for record in part}


def texts_in(folder: Path) -> list[dict[str, str]]:
    """What Pagefind keeps of each record, to show it."""
    found = [gzip.decompress(path.read_bytes()) for path in folder.rglob("*.pf_fragment")]
    return [json.loads(text.removeprefix(MARKED)) for text in found]


def test_every_briefing_and_every_actor_is_a_record() -> None:
    assert set(records()) == {"briefings/bridge/", "actors/zoe-carver/", "actors/norland/", "actors/sudland/"}


def test_every_fact_is_a_heading_with_its_own_id_that_ends_with_its_facets() -> None:
    headings = {str(one["id"]): one.get_text() for one in records()["briefings/bridge/"].select("h3")}
    assert headings == {
        "q-2": "Zoë Carver · said · direct",
        "q-6": "unattributed · said · indirect",
        "m-1": "Zoë Carver · Govern · taken",
        "m-6": "Norland → Sudland · Aid · planned",
    }


def test_a_briefing_is_found_by_every_facet_of_its_facts() -> None:
    found: dict[str, list[str]] = {}
    for one in records()["briefings/bridge/"].select("[data-pagefind-filter]"):
        found.setdefault(str(one["data-pagefind-filter"]), []).append(one.get_text())
    assert found == {
        "actor": ["Norland", "Sudland", "Zoë Carver"],
        "kind": ["direct", "indirect"],
        "type": ["Aid", "Govern"],
        "status": ["planned", "taken"],
        "year": ["2025"],
        "outlet": ["The Norland Post"],
    }


def test_an_actor_is_found_by_its_other_names_and_its_roles() -> None:
    assert "Carver, President" in records()["actors/zoe-carver/"].get_text()


@pytest.mark.parametrize("mode", ["full", "excerpt", "none"])
def test_no_record_has_a_sentence_that_no_fact_rests_on(mode: str) -> None:
    words = " ".join(soup.get_text() for soup in records(mode).values())
    assert "It will last" in words
    assert not any(withheld in words for withheld in ("It rained", "birds were silent", "Experts doubt"))


def test_markup_in_a_headline_or_a_name_stays_text() -> None:
    briefing = made_site.briefing()
    hostile = replace(briefing, article=replace(briefing.article, title="<h3 id='x'>A</h3>", outlet="<b>B & C</b>"))
    (part,) = search_parts(made_site.index(("bridge", hostile)), made_site.SITE)
    soup = BeautifulSoup(part[0].html, "html.parser")
    assert soup.h1 is not None
    assert soup.h1.get_text() == "<h3 id='x'>A</h3>"
    assert not soup.select("#x")


def test_the_page_offers_the_facets_that_there_are() -> None:
    page = search_page(made_site.index(), made_site.SITE)
    assert {facet.name: facet.values for facet in page.facets} == {
        "kind": ("direct", "indirect"),
        "type": ("Aid", "Govern"),
        "status": ("planned", "taken"),
        "year": ("2025",),
        "outlet": ("The Norland Post",),
    }
    assert json.loads(names_file(made_site.index()))[2] == ["Zoë Carver", "actors/zoe-carver/"]


def test_a_large_site_has_an_index_in_parts() -> None:
    many = made_site.index(*((f"b-{number}", made_site.bare("Rain fell.")) for number in range(PART + 1)))
    assert count_parts(many) == 2
    assert [len(part) for part in search_parts(many, made_site.SITE)] == [PART, 1]


def test_the_index_holds_the_records_and_nothing_of_pagefinds_own_forms(program: Path, tmp_path: Path) -> None:
    keep_search(
        tmp_path / "store", program, tuple(search_parts(made_site.index(), made_site.SITE)), tmp_path / "pagefind"
    )
    assert {text["url"] for text in texts_in(tmp_path)} == set(records())
    names = {path.name for path in (tmp_path / "pagefind").iterdir() if path.is_file() and path.suffix != ".pf_meta"}
    assert names == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"}


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_unchanged_site_has_the_same_index_byte_for_byte(program: Path, tmp_path: Path) -> None:
    def words(number: int) -> list[list[Record]]:
        return [
            [Record(path=f"{n}/", html=f"<html><body><p>harbour {n * number}</p></body></html>") for n in range(40)]
        ]

    for number, name in ((1, "first"), (2, "changed"), (1, "again")):
        keep_search(tmp_path / "store", program, words(number), tmp_path / name)
    assert files_of(tmp_path / "first") == files_of(tmp_path / "again") != files_of(tmp_path / "changed")


def test_old_indexes_are_forgotten(program: Path, tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        record = Record(path="a/", html=f"<html><body><p>harbour {number}</p></body></html>")
        keep_search(tmp_path / "store", program, [[record]], tmp_path / str(number))
    assert len(list((tmp_path / "store" / "search").iterdir())) == KEPT


def test_a_damaged_index_in_the_store_is_made_anew(program: Path, tmp_path: Path) -> None:
    def found(name: str) -> set[str]:
        keep_search(tmp_path / "store", program, [[Record(path="a/", html="<p>harbour</p>")]], tmp_path / name)
        return set(files_of(tmp_path / name))

    whole = found("first")
    (kept,) = (tmp_path / "store" / "search").iterdir()
    for damage in (kept.read_bytes()[:-40], b"", kept.read_bytes().replace(b"pagefind_dcd", b"pagefind_xxx")):
        kept.write_bytes(damage)
        assert found("again") == whole


def packed(kept: Path) -> list[tuple[ZipInfo, bytes]]:
    with ZipFile(kept) as archive:
        return [(info, archive.read(info)) for info in archive.infolist()]


@pytest.mark.parametrize(
    "name", ["../../x", "/abs/x", "fragment/../../x", "x", "pagefind.js", "fragment/a.js", "C:x", "a\\b"]
)
def test_no_member_of_a_kept_index_is_written_that_is_none_of_an_index(
    program: Path, tmp_path: Path, name: str
) -> None:
    store, record = tmp_path / "store", Record(path="a/", html="<html><body><p>harbour</p></body></html>")
    keep_search(store, program, [[record]], tmp_path / "a" / "b" / "first")
    (kept,) = (store / "search").iterdir()
    with ZipFile(kept, "a") as archive:
        archive.writestr(ZipInfo(name), b"theirs")
    keep_search(store, program, [[record]], tmp_path / "a" / "b" / "again")
    found = files_of(tmp_path)
    assert b"theirs" not in [data for path, data in found.items() if not path.startswith("store/")]
    assert files_of(tmp_path / "a" / "b" / "again").keys() == files_of(tmp_path / "a" / "b" / "first").keys()


def test_scripts_never_come_from_the_store(program: Path, tmp_path: Path) -> None:
    store, record = tmp_path / "store", Record(path="a/", html="<html><body><p>harbour</p></body></html>")
    keep_search(store, program, [[record]], tmp_path / "first")
    (kept,) = (store / "search").iterdir()
    assert not [info.filename for info, _ in packed(kept) if info.filename.endswith((".js", "wasm.en.pagefind"))]


@pytest.mark.parametrize("damage", ["other words", "one less", "a bomb", "a link", "a pipe"])
def test_an_index_that_is_not_as_it_was_kept_is_made_anew(program: Path, tmp_path: Path, damage: str) -> None:
    store, record = tmp_path / "store", Record(path="a/", html="<html><body><p>harbour</p></body></html>")
    keep_search(store, program, [[record]], tmp_path / "first")
    (kept,) = (store / "search").iterdir()
    members = packed(kept)
    comment = ZipFile(kept).comment
    if damage == "a pipe":
        kept.unlink()
        os.mkfifo(kept)
    else:
        with ZipFile(kept, "w", ZIP_DEFLATED if damage == "a bomb" else 0) as archive:
            archive.comment = comment
            for info, data in members[damage == "one less" :]:
                if damage == "a bomb":
                    archive.writestr(info.filename, b"0" * 200_000_000 if info is members[0][0] else data)
                    continue
                if damage == "a link":
                    info.external_attr = 0o120777 << 16
                archive.writestr(info, b"x" * len(data) if damage == "other words" else data)
    keep_search(store, program, [[record]], tmp_path / "again")
    assert {text["url"] for text in texts_in(tmp_path / "again")} == {"a/"}
    assert sum(len(data) for data in files_of(tmp_path / "again").values()) < 1_000_000


def test_a_store_that_takes_nothing_costs_time_and_no_search(program: Path, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file")
    keep_search(
        tmp_path / "store",
        program,
        [[Record(path="a/", html="<html><body><p>A</p></body></html>")]],
        tmp_path / "pagefind",
    )
    assert {text["url"] for text in texts_in(tmp_path / "pagefind")} == {"a/"}


def test_a_program_that_is_not_pagefind_is_told_in_one_line() -> None:
    for program in (Path("/nowhere/pagefind"), Path("/bin/true")):
        with pytest.raises(Unsearchable, match=r"\A/nowhere/pagefind does not run|\A/bin/true does not|ended before"):
            list(search_files(program, [[Record(path="a/", html="<p>A</p>")]]))


def cost(folder: Path) -> tuple[float, float]:
    """Seconds of CPU and MB of memory that an index of `many_records` takes, ours and Pagefind's together.

    A shell stands between: to Linux a program's memory is at least that of the one which started it, and all of the
    tests together have more than a GB.
    """
    paths = ":".join(str(ROOT / name) for name in ("plugins", "tests"))
    ran = subprocess.run(
        ["/bin/sh", "-c", '"$0" -c "$1"; exit $?', sys.executable, COST.format(folder=str(folder))],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": paths},
    )
    seconds, memory = map(float, ran.stdout.split())
    return seconds, memory


@pytest.mark.bench
@pytest.mark.usefixtures("program")
def test_2000_briefings_and_2000_actors_cost_less_than_6_seconds_and_300_mb(tmp_path: Path) -> None:
    seconds, memory = cost(tmp_path / "first")
    if seconds >= 6:  # the kernel's part of it, to make 4,100 files, is 0.3 to 1.3 seconds on a disk that others use
        seconds = min(seconds, cost(tmp_path / "second")[0])
    assert memory < 300, "135 measured"
    assert seconds < 6, "4.7 measured"

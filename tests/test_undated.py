"""An article of unknown day stands by the day on which it was added, and no page calls that its day."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from briefings.__main__ import main
from briefings.language.letters import slug
from briefings.model import Briefing, Published, Seed
from briefings.newsroom.editing.corrections import read_corrections
from briefings.newsroom.editing.urls import memory_of
from briefings.seeds.adding.adding import Added, add
from briefings.seeds.adding.fetching import Fetcher
from briefings.seeds.gathering import gather_seeds
from briefings.seeds.overriding import Override
from briefings.site.assembling import with_added
from briefings.site.data.export import record
from briefings.site.data.feeds import feed_files
from briefings.site.pages.home_page import home_page
from briefings.site.pages.moved_pages import remembered
from briefings.site.views.index import Index
from made_build import ROOT, build, sow
from made_machines import feed
from made_site import TEXT, article, briefing, index, site

WORDS = """Mayor Ada Quill opened the new bridge with a speech and a song.

“It will last,” Quill told reporters, and the crowd of some hundred people cheered her for a while.
"""
UNKNOWN = Published(date=None, source="unknown", how=None)


def undated(added: str | None = None, **more: object) -> Briefing:
    return replace(briefing(), article=article(TEXT, published=UNKNOWN, added=added, **more))


def dated(day: str) -> Briefing:
    return replace(briefing(), article=article(TEXT, published=Published(date=day, source="text", how=None)))


# ------------------------------------------------------------------ where the day is from
def test_what_is_added_remembers_its_day_whatever_its_form(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    (tmp_path / "from.txt").write_text(WORDS, "utf-8")
    (tmp_path / "from.md").write_text(WORDS.replace("bridge", "road"), "utf-8")
    sources = [str(tmp_path / "from.txt"), str(tmp_path / "from.md")]
    found = list(add(sources, seeds, Fetcher(), slug, day="2031-05-06"))
    assert all(isinstance(one, Added) and one.new for one in found)
    assert [one.added for one in gather_seeds([seeds]).articles] == ["2031-05-06"] * 2
    assert [one.published.date for one in gather_seeds([seeds]).articles] == [None] * 2
    list(add(sources, seeds, Fetcher(), slug, day="2031-06-01"))
    assert [one.added for one in gather_seeds([seeds]).articles] == ["2031-05-06"] * 2


def test_a_seed_that_is_renamed_or_mended_keeps_the_day(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    (tmp_path / "from.txt").write_text(WORDS, "utf-8")
    list(add([str(tmp_path / "from.txt")], seeds, Fetcher(), slug, day="2031-05-06"))
    (path,) = seeds.glob("*.txt")
    path = path.rename(seeds / "other.txt")
    assert [one.added for one in gather_seeds([seeds]).articles] == ["2031-05-06"]
    path.rename(seeds / "a.txt").unlink()
    assert gather_seeds([seeds]).articles == ()


def test_the_command_writes_the_day_into_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "from.txt").write_text(WORDS, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["add", "from.txt"]) == 0
    (one,) = gather_seeds([tmp_path / "seeds"]).articles
    assert one.added is not None
    assert (tmp_path / "seeds" / ".added.csv").read_text("utf-8").startswith(f"added,sha256,file\n{one.added},")


@pytest.mark.parametrize("text", ["", "x", "added,sha256,file\nnever,0,a.txt\n", "\0\ud800,\n", "2031-02-30,,a.txt\n"])
def test_a_record_that_cannot_be_read_says_nothing(tmp_path: Path, text: str) -> None:
    sow(tmp_path, a=WORDS)
    (tmp_path / ".added.csv").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert [one.added for one in gather_seeds([tmp_path]).articles] == [None]


def test_a_line_that_is_no_record_is_named_and_takes_no_other_with_it(tmp_path: Path) -> None:
    sow(tmp_path, a=WORDS, b=WORDS.replace("bridge", "road"))
    lines = [
        "added,sha256,file",
        '2031-05-05,0,"c.txt',
        "",
        "2031-05-06,0,a.txt",
        "soon,0,d.txt",
        '2031-05-07,0,"b.txt"',
    ]
    (tmp_path / ".added.csv").write_text("\n".join(lines), "utf-8")
    found = gather_seeds([tmp_path])
    assert [one.added for one in found.articles] == ["2031-05-06", "2031-05-07"]
    assert [(one.line, one.broken) for one in found.faults] == [(2, False), (5, False)]
    assert found.faults[0].path.endswith(".added.csv")
    assert found.faults[0].mend == "write it like 2031-05-05,,a.txt or remove it"


def test_of_many_lines_that_are_no_records_some_are_named(tmp_path: Path) -> None:
    sow(tmp_path, a=WORDS)
    (tmp_path / ".added.csv").write_text("x\n" * 100_000, "utf-8")
    assert len(gather_seeds([tmp_path]).faults) == 20


def test_a_page_that_was_saved_by_the_command_has_the_day_it_was_sent(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in WORDS.split("\n\n"))
    page = f"<!doctype html>\n<!-- saved by briefings, sent 2031-05-06 -->\n<html><body><h1>Bridge</h1>{paragraphs}"
    (tmp_path / "a.html").write_text(page, "utf-8")
    (one,) = gather_seeds([tmp_path]).articles
    assert (one.added, one.published.date) == ("2031-05-06", None)


def test_an_editors_day_goes_first_and_is_no_day_of_publication(tmp_path: Path) -> None:
    sow(tmp_path / "seeds", a=WORDS)
    (tmp_path / "a.txt.yaml").write_text("seed:\n  added: 2031-05-07\n", "utf-8")
    said, faults = read_corrections(tmp_path, {"a.txt"})
    assert faults == ()
    overrides = {name: one.seed for name, one in said.items()}
    assert overrides == {"a.txt": Override(added="2031-05-07")}
    (one,) = gather_seeds([tmp_path / "seeds"], overrides=overrides).articles
    assert (one.added, one.published) == ("2031-05-07", UNKNOWN)
    (tmp_path / "a.txt.yaml").write_text("seed:\n  added: yesterday\n", "utf-8")
    (fault,) = read_corrections(tmp_path, {"a.txt"})[1]
    assert (fault.line, fault.reason, fault.mend) == (2, "`yesterday` is no day", "write it like 2025-05-05")


def test_the_day_of_publishing_is_that_of_what_is_new_and_is_remembered() -> None:
    made = [undated(), dated("2031-05-01")]
    assert [one.article.added for one in with_added(made, memory_of("")[0], None)] == [None, None]
    (new, other) = with_added(made, memory_of("")[0], "2031-05-06")
    assert (new.article.added, other.article.added) == ("2031-05-06", None)
    text = remembered(index(("new", new))).decode("utf-8")
    assert f"{new.article.seed.sha256} 2031-05-06; " in text
    memory, faults = memory_of(text)
    assert faults == ()
    for day in (None, "2032-01-01"):
        (again,) = with_added([undated()], memory, day)
        assert again.article.added == "2031-05-06"
        same = replace(index(("new", again)), memory=memory)
        assert remembered(same).decode("utf-8") == text


def test_what_had_a_day_that_was_taken_away_is_added_at_the_next_publishing_and_that_is_remembered() -> None:
    other = replace(
        dated("2031-05-01"),
        article=article("b", seed=Seed(path="seeds/b.txt", sha256="b" * 64, encoding="utf-8", raw="b")),
    )
    before = remembered(index(("bridge", dated("2031-05-01")), ("other", other))).decode("utf-8")
    memory, _ = memory_of(before)
    assert [one.article.added for one in with_added([undated()], memory, None)] == [None]
    (now,) = with_added([undated()], memory, "2032-01-01")
    assert now.article.added == "2032-01-01"
    text = remembered(replace(index(("bridge", now)), memory=memory)).decode("utf-8")
    sha256 = now.article.seed.sha256
    assert text == before.replace(f"{sha256};", f"{sha256} 2032-01-01;")
    later, faults = memory_of(text)
    assert faults == ()
    (again,) = with_added([undated()], later, "2032-06-01")
    assert again.article.added == "2032-01-01"
    assert remembered(replace(index(("bridge", again)), memory=later)).decode("utf-8") == text


# ------------------------------------------------------------------ where it stands
def order(made: Index) -> list[str]:
    return [entry.slug for entry in made.entries]


def test_it_stands_among_the_dated_by_the_day_it_was_added_and_last_by_name_without_one() -> None:
    made = index(
        ("z", undated()), ("a", undated()), ("new", dated("2031-05-08")), ("added", undated("2031-05-06")),
        ("old", dated("2031-05-01")),
    )  # fmt: skip
    assert order(made) == ["new", "added", "old", "a", "z"]


def test_the_home_page_has_all_of_them() -> None:
    many = [(f"d{number:02}", dated(f"2031-05-{number + 1:02}")) for number in range(12)]
    made = index(*many, *((f"u{number:02}", undated()) for number in range(12)), ("added", undated("2031-06-01")))
    page = home_page(made, site())
    assert page.cards[0].briefing.slug == "added"
    assert page.cards[0].briefing.added is not None
    assert page.cards[0].briefing.day is None
    assert [link.slug for link in page.undated] == [f"u{number:02}" for number in range(10)]
    assert page.more_undated == 2
    assert home_page(index(("u", undated())), site()).undated == ()


def test_feeds_have_it_by_the_day_it_was_added_and_never_call_that_its_day() -> None:
    made = index(("added", undated("2031-05-06")), ("none", undated()), ("old", dated("2031-05-01")))
    found = dict(feed_files(made, site(url="https://example.org/paper")))
    entries = feed(found["feeds/all.atom"]).entries
    assert [(entry.link.rsplit("/", 2)[1], entry.updated) for entry in entries] == [
        ("added", "2031-05-06T00:00:00Z"),
        ("old", "2031-05-01T00:00:00Z"),
    ]
    assert not any("published" in entry for entry in entries)
    assert "undated, added 6 May 2031" in entries[0].content[0].value
    text = found["feeds/all.json"].decode("utf-8")
    assert text.count('"date_published"') == 1
    assert text.count('"added": "2031-05-06"') == 1
    assert text.index("/briefings/none/") > text.index("/briefings/old/") > text.index("/briefings/added/")


def test_the_record_has_the_day() -> None:
    assert record(undated("2031-05-06"))["seed"]["added"] == "2031-05-06"
    assert record(undated())["seed"]["added"] is None
    assert record(undated("2031-05-06"))["seed"]["published_from"] == "unknown"


def test_a_site_says_so_on_every_page_and_in_its_last_line(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "seeds", a=WORDS)
    content = tmp_path / "content"
    (content / "corrections").mkdir(parents=True)
    (content / "corrections" / "a.txt.yaml").write_text("seed:\n  added: 2031-05-07\n", "utf-8")
    built = build(tmp_path, seeds=seeds, content=content, SITEURL="https://example.org")
    assert built.status == 0, built.said
    assert "\n1 undated, 1 warning, 0 files not built: see above\n" in built.said
    pages = [path for path in built.files() if path.endswith("/index.html") and path.startswith("briefings/")]
    for path in ("index.html", *pages):
        shown = " ".join(BeautifulSoup(built.read(path), "html.parser").get_text(" ").split())
        assert "undated, added 7 May 2031" in shown.replace(" ,", ","), path
    assert "days/" not in " ".join(built.files())
    assert "datePublished" not in built.read(pages[-1])


def test_a_build_for_the_public_is_told_the_day(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "seeds", a=WORDS)
    (tmp_path / "content").mkdir()
    built = build(tmp_path, seeds=seeds, content=tmp_path / "content", BRIEFINGS_DAY="2031-05-06")
    assert " 2031-05-06; " in built.read("urls.csv")
    assert "undated" in built.read("index.html")
    wrong = build(tmp_path, seeds=seeds, content=tmp_path / "content", BRIEFINGS_DAY="today")
    assert wrong.status != 0
    assert "BRIEFINGS_DAY = 'today': set it to a day like 2025-05-05" in wrong.said
    assert "date.today" not in (ROOT / "plugins" / "briefings" / "site" / "generator.py").read_text("utf-8")

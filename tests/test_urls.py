"""URLs once published stay: whatever is added, renamed, merged or taken away, no reader meets a dead one."""

import resource
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Briefing
from briefings.newsroom.actors.roster import Declared, Roster
from briefings.newsroom.editing.urls import memory_of, read_urls
from briefings.site.assembling import index_of
from briefings.site.page_kinds import all_pages
from briefings.site.pages.moved_pages import remembered
from briefings.site.publish.publishing import Unpublishable, remember_urls
from briefings.site.shapes.page_shapes import MovedPage, Page
from briefings.site.shapes.pages_of_actors import ActorPage
from briefings.site.shapes.pages_of_briefings import BriefingPage
from briefings.site.views.index import Index
from made_news import briefing_of
from made_site import SITE

TEXTS = (
    "[p Carver] left. [p Carver] smiled.",
    "[p Ann Carver] came. [p Carver] waved.",
    "[p Paul Carver] sang. [p Paul Carver] danced.",
    "[l Carver] froze. [l Carver] thawed.",
    "[o Orla Front] met. [o Orla Front] parted.",
    "[s US] left. [s US] came back.",
    "[s United States] paid. [s United States] borrowed.",
)


def seed(text: str, path: str = "a.txt", title: str | None = None) -> Briefing:
    made = briefing_of(text, path, title)
    sha256 = f"{sum(map(ord, text)) * 7919:064x}"
    return replace(made, article=replace(made.article, seed=replace(made.article.seed, sha256=sha256)))


def pages(index: Index) -> dict[str, Page]:
    composed = [(plan.path, plan.make()) for plan in all_pages(index, SITE)]
    assert len(dict(composed)) == len(composed)
    return dict(composed)


def publish(tmp_path: Path, *seeds: Briefing, roster: Roster | None = None) -> dict[str, Page]:
    """One site from `seeds`, and content/urls.csv as publishing it leaves it."""
    path = tmp_path / "urls.csv"
    memory, faults = read_urls(path)
    assert faults == ()
    index = index_of(seeds, roster or Roster(), memory)
    path.write_bytes(remembered(index))
    return pages(index)


def of_things(found: dict[str, Page]) -> set[str]:
    return {path for path, page in found.items() if isinstance(page, ActorPage | BriefingPage | MovedPage)}


seeds = st.lists(
    st.builds(seed, st.sampled_from(TEXTS), st.sampled_from(["a", "b", "c", "d"]), st.sampled_from([None, "Carver"])),
    max_size=4,
    unique_by=lambda briefing: briefing.article.seed.path,
)
names = st.sampled_from(["Carver", "Ann Carver", "Paul Carver", "Orla Front", "US"])
rosters = st.one_of(
    st.builds(lambda name, slug: Roster(actors=(Declared(name=name, slug=slug),)), names, names.map(str.lower)),
    st.builds(lambda one, two: Roster(same=((one, two),)), names, names),
    st.builds(lambda name: Roster(not_an_actor=(name,)), names),
    st.just(Roster()),
)


def merged(briefings: list[Briefing], copies: int) -> list[Briefing]:
    """The last of `briefings` as copies of the first."""
    last = len(briefings) - min(copies, max(0, len(briefings) - 1))
    others = tuple(briefing.article for briefing in briefings[last:])
    return [replace(briefing, copies=() if number else others) for number, briefing in enumerate(briefings[:last])]


def leads_to_a_briefing(page: Page) -> bool:
    return isinstance(page, BriefingPage) or (isinstance(page, MovedPage) and page.href is not None)


@given(st.lists(st.tuples(st.builds(merged, seeds, st.integers(0, 3)), rosters), min_size=2, max_size=4))
def test_no_url_of_any_site_is_dead_on_a_later_one(sites: list[tuple[list[Briefing], Roster]]) -> None:
    text, published = "", set[str]()
    where = dict[str, set[str]]()  # path of a seed → the URLs at which its article stood
    for briefings, roster in sites:
        memory, faults = memory_of(text)
        assert faults == ()
        index = index_of(briefings, roster, memory)
        composed = pages(index)
        found = of_things(composed)
        assert published <= found
        published |= found
        for entry in index.entries:
            for article in (entry.briefing.article, *entry.briefing.copies):
                urls = where.setdefault(article.seed.path, set())
                urls.add(f"briefings/{entry.slug}/")
                assert all(leads_to_a_briefing(composed[url]) for url in urls)
        more = remembered(index).decode("utf-8")
        assert more.startswith(text)
        text = more


def test_a_fuller_name_found_later_keeps_the_url_of_the_short_one(tmp_path: Path) -> None:
    publish(tmp_path, seed(TEXTS[0]))
    found = publish(tmp_path, seed(TEXTS[0]), seed(TEXTS[1], "b.txt"))
    page = found["actors/carver/"]
    assert isinstance(page, ActorPage)
    assert page.name == "Ann Carver"
    assert "actors/ann-carver/" not in found


def test_a_namesake_found_later_leaves_the_first_one_her_url(tmp_path: Path) -> None:
    apart = Roster(different=(("Carver", "Carver"),))
    publish(tmp_path, seed("[p Ann Carver] left. [p Ann Carver] wept."), roster=apart)
    found = publish(
        tmp_path,
        seed("[p Ann Carver] left. [p Ann Carver] wept."),
        seed("[l Ann Carver] froze. [l Ann Carver] thawed.", "b.txt"),
        roster=apart,
    )
    page = found["actors/ann-carver/"]
    assert isinstance(page, ActorPage)
    assert page.kind == "person"
    (other,) = page.namesakes
    assert (other.who.kind, other.who.href.startswith("../../actors/ann-carver-")) == ("place", True)
    assert found[other.who.href.removeprefix("../../")].namesakes[0].who.href == "../../actors/ann-carver/"  # type: ignore[union-attr]


def test_two_pages_that_become_one_leave_a_page_that_leads_on(tmp_path: Path) -> None:
    both = (seed(TEXTS[1]), seed(TEXTS[2], "b.txt"))
    publish(tmp_path, *both)
    found = publish(tmp_path, *both, roster=Roster(same=(("Ann Carver", "Paul Carver"),)))
    moved = [page for page in found.values() if isinstance(page, MovedPage)]
    assert [(page.href is not None, page.text is not None) for page in moved] == [(True, True)]


def test_an_editors_slug_goes_before_memory_and_the_old_url_leads_to_it(tmp_path: Path) -> None:
    publish(tmp_path, seed(TEXTS[1]))
    found = publish(tmp_path, seed(TEXTS[1]), roster=Roster(actors=(Declared(name="Ann Carver", slug="iron-annie"),)))
    assert isinstance(found["actors/iron-annie/"], ActorPage)
    moved = found["actors/ann-carver/"]
    assert isinstance(moved, MovedPage)
    assert (moved.href, moved.text) == ("../../actors/iron-annie/", "Ann Carver")


@pytest.mark.parametrize("before", [TEXTS[1:3], TEXTS[1:2], TEXTS[2:3]], ids=["both", "the second", "the first"])
def test_the_first_of_the_same_keeps_its_own_url_and_the_others_lead_to_it(
    tmp_path: Path, before: tuple[str, ...]
) -> None:
    roster = Roster(same=(("Paul Carver", "Ann Carver"),))
    publish(tmp_path, *(seed(text, f"{number}.txt") for number, text in enumerate(before)))
    for _ in range(2):
        found = publish(tmp_path, seed(TEXTS[1]), seed(TEXTS[2], "b.txt"), roster=roster)
        page = found["actors/paul-carver/"]
        assert isinstance(page, ActorPage)
        assert page.name == "Paul Carver"
        moved = {path: page.text for path, page in found.items() if isinstance(page, MovedPage)}
        assert moved == ({"actors/ann-carver/": "Paul Carver"} if TEXTS[1] in before else {})


def test_the_first_of_the_same_stays_at_the_url_that_it_had_and_takes_nobodys(tmp_path: Path) -> None:
    texts = [*("[p Jane Orr] sang. [p Jane Orr] danced.", "[o Orr] met. [o Orr] parted."), TEXTS[1]]
    seeds = [seed(text, f"{number}.txt") for number, text in enumerate(texts)]
    (tmp_path / "urls.csv").write_text(
        "url,kind,stands_for\nactors/jane-orr-1a2b3c/,person,Jane Orr\nactors/jane-orr/,organisation,Orr\n"
    )
    found = publish(tmp_path, *seeds, roster=Roster(same=(("Jane Orr", "Ann Carver"),)))
    named = {path: page.name for path, page in found.items() if isinstance(page, ActorPage)}
    assert named == {"actors/jane-orr-1a2b3c/": "Jane Orr", "actors/jane-orr/": "Orr"}


def test_a_seed_that_is_mended_or_renamed_keeps_its_url(tmp_path: Path) -> None:
    publish(tmp_path, seed(TEXTS[4], "a.txt", "Front meets"))
    mended = publish(tmp_path, seed(TEXTS[4] + " Again.", "a.txt", "Orla Front meets"))
    assert isinstance(mended["briefings/front-meets/"], BriefingPage)
    renamed = publish(tmp_path, seed(TEXTS[4], "z.txt", "Front meets again"))
    assert isinstance(renamed["briefings/front-meets/"], BriefingPage)


FIRST, SECOND = seed(TEXTS[4], "a.txt", "Front meets"), seed(TEXTS[1], "b.txt", "Carver waves")


def test_an_article_that_becomes_a_copy_leaves_a_page_that_leads_to_the_briefing(tmp_path: Path) -> None:
    publish(tmp_path, FIRST, SECOND)
    found = publish(tmp_path, replace(SECOND, copies=(FIRST.article,)))
    moved = found["briefings/front-meets/"]
    assert isinstance(moved, MovedPage)
    assert (moved.href, moved.text) == ("../../briefings/carver-waves/", "Carver waves")


def test_a_fuller_copy_that_comes_later_takes_over_the_url(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    found = publish(tmp_path, replace(SECOND, copies=(FIRST.article,)))
    page = found["briefings/front-meets/"]
    assert isinstance(page, BriefingPage)
    assert page.headline == "Carver waves"
    assert "briefings/carver-waves/" not in found


def test_a_copy_whose_original_is_taken_away_keeps_its_url(tmp_path: Path) -> None:
    publish(tmp_path, replace(FIRST, copies=(SECOND.article,)))
    found = publish(tmp_path, SECOND)
    assert isinstance(found["briefings/front-meets/"], BriefingPage)


def test_a_copy_that_is_none_any_more_gets_a_url_and_the_original_keeps_its_own(tmp_path: Path) -> None:
    publish(tmp_path, replace(FIRST, copies=(SECOND.article,)))
    for _ in range(2):
        found = publish(tmp_path, FIRST, SECOND)
        pages = {path: page.headline for path, page in found.items() if isinstance(page, BriefingPage)}
        assert pages == {"briefings/front-meets/": "Front meets", "briefings/carver-waves/": "Carver waves"}


def test_the_memory_does_not_grow_where_nothing_is_new(tmp_path: Path) -> None:
    for _ in range(2):
        publish(tmp_path, replace(FIRST, copies=(SECOND.article,)))
        assert (tmp_path / "urls.csv").read_text("utf-8").count("briefings/front-meets/") == 2


def test_what_is_taken_away_says_so_and_leads_to_the_lists(tmp_path: Path) -> None:
    publish(tmp_path, seed(TEXTS[4], "a.txt", "Front meets"), seed(TEXTS[5], "b.txt", "US left"))
    found = publish(tmp_path, seed(TEXTS[5], "b.txt", "US left"))
    gone = found["actors/orla-front/"]
    assert isinstance(gone, MovedPage)
    assert (gone.name, gone.href, gone.all_actors) == ("Orla Front", None, "../../actors/")


@pytest.mark.parametrize(
    "line",
    [
        "actors/../../etc/,person,Ann",
        "actors/ann/,fish,Ann",
        "briefings/a/,briefing,abc",
        "actors/ann/,person,",
        "x" * 200_000,
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_kept(tmp_path: Path, line: str) -> None:
    path = tmp_path / "urls.csv"
    path.write_text(f"url,kind,stands_for\nactors/orr/,person,Paul Orr\n{line}\n", "utf-8")
    memory, (fault,) = read_urls(path)
    assert (fault.line, fault.broken) == (3, False)
    assert [address.url for address in memory.addresses] == ["actors/orr/"]
    assert remembered(index_of((), Roster(), memory)).decode("utf-8") == path.read_text("utf-8")


def test_publishing_appends_what_is_new_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "output" / "urls.csv").write_text("url,kind,stands_for\nactors/orr/,person,Paul Orr\n", "utf-8")
    said: list[str] = []
    for _ in range(2):
        remember_urls(tmp_path / "output", tmp_path / "content", said.append)
    assert (tmp_path / "content" / "urls.csv").read_bytes() == (tmp_path / "output" / "urls.csv").read_bytes()
    assert [line.split(" remembers ")[1][:11] for line in said] == ["1 more URL;"]


def test_publishing_keeps_what_was_added_to_the_urls_meanwhile(tmp_path: Path) -> None:
    for name in ("output", "content"):
        (tmp_path / name).mkdir()
    head, known = "url,kind,stands_for\n", "actors/carver/,person,Ann Carver\n"
    (tmp_path / "output" / "urls.csv").write_text(f"{head}{known}actors/orr/,person,Paul Orr\n", "utf-8")
    kept = tmp_path / "content" / "urls.csv"
    kept.write_text(f"{head}actors/own/,person,Ada Own\n{known}a note\n", "utf-8")
    said: list[str] = []
    remember_urls(tmp_path / "output", tmp_path / "content", said.append)
    assert kept.read_text("utf-8") == (
        f"{head}actors/own/,person,Ada Own\n{known}a note\nactors/orr/,person,Paul Orr\n"
    )
    assert "1 more URL" in said[0]


OF_EXCEL = "url,kind,stands_for\nactors/mueller/,person,Jörg Müller\n".encode("latin-1")


def test_urls_in_another_encoding_are_broken_and_named(tmp_path: Path) -> None:
    path = tmp_path / "urls.csv"
    path.write_bytes(OF_EXCEL)
    memory, (fault,) = read_urls(path)
    assert (memory.text, fault.broken, fault.line, fault.reason) == ("", True, 2, "not UTF-8")
    assert f"iconv -f WINDOWS-1252 -t UTF-8 {path} > new.csv" in fault.mend


def test_publishing_never_writes_over_urls_that_it_cannot_read(tmp_path: Path) -> None:
    for name in ("output", "content"):
        (tmp_path / name).mkdir()
    (tmp_path / "output" / "urls.csv").write_text("url,kind,stands_for\nactors/orr/,person,Paul Orr\n", "utf-8")
    (tmp_path / "content" / "urls.csv").write_bytes(OF_EXCEL)
    with pytest.raises(Unpublishable, match=r"the site is out, but .*urls\.csv.*not UTF-8"):
        remember_urls(tmp_path / "output", tmp_path / "content", pytest.fail)
    assert (tmp_path / "content" / "urls.csv").read_bytes() == OF_EXCEL


def test_a_name_that_a_spreadsheet_would_run_is_words_and_is_known_again(tmp_path: Path) -> None:
    path = tmp_path / "urls.csv"
    path.write_text("url,kind,stands_for\nactors/orla-front/,organisation,=cmd()|x\n=1+1,a,b\n", "utf-8")
    memory, _ = read_urls(path)
    text = remembered(index_of((), Roster(), memory)).decode("utf-8")
    assert text.splitlines()[1:] == ["actors/orla-front/,organisation,'=cmd()|x", "'=1+1,a,b"]
    again, _ = memory_of(text)
    assert again.addresses == memory.addresses
    assert again.addresses[0].stands_for == ("=cmd()|x",)


@pytest.mark.parametrize("slug", ["x" * 300, "x" * 5000])
def test_a_slug_that_no_file_system_takes_is_named(tmp_path: Path, slug: str) -> None:
    path = tmp_path / "urls.csv"
    path.write_text(f"url,kind,stands_for\nactors/{slug}/,person,Ann\n", "utf-8")
    memory, (fault,) = read_urls(path)
    assert (memory.addresses, fault.line) == ((), 2)
    assert "longer than" in fault.reason


def test_publishing_leaves_the_old_urls_where_the_new_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "output" / "urls.csv").write_text(
        "url,kind,stands_for\n" + "".join(f"actors/orr-{n}/,person,Paul Orr\n" for n in range(99)), "utf-8"
    )
    (tmp_path / "content" / "urls.csv").write_text("url,kind,stands_for\n", "utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, limits[1]))
    try:
        with pytest.raises(Unpublishable, match=r"urls\.csv"):
            remember_urls(tmp_path / "output", tmp_path / "content", lambda _: None)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert (tmp_path / "content" / "urls.csv").read_text("utf-8") == "url,kind,stands_for\n"
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["urls.csv"]

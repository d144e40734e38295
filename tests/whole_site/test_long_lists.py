"""An actor of many facts has them in pages at legible addresses: each is whole, named and led to and from."""

import json
from collections.abc import Iterator
from itertools import islice, product

import pytest

from briefings.site.pages.actor_pages import MOST
from made_build import Built, build, sow

ADDRESS = "https://long.example"
PLACES = ("bridge", "harbour", "school", "road", "market", "library", "station", "tunnel", "mill", "dam", "canal")
QUARTERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ACTS = (
    "banned imports of grain from", "imposed sanctions on", "expelled the ambassador of", "sent food to",
    "signed a treaty with", "threatened", "froze the assets of", "attacked", "lifted the embargo against",
)  # fmt: skip
STATES = (
    "Sudland", "Ostland", "Westmark", "Ruvania", "Keldoria", "Tamazir", "Cordanza", "Vaspura", "Irandol", "Lahar",
    "Nordmark", "Estoria", "Belvaria", "Carpania", "Montera", "Ardovia", "Selvania", "Trevoria",
)  # fmt: skip
SAID = "actors/zoe-carver/said/2/index.html"
DID = "actors/norland/did/2/index.html"


def paragraphs(sentences: Iterator[str]) -> str:
    return "\n\n".join(iter(lambda: " ".join(islice(sentences, 5)), ""))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A speech and a quarrel, each of more facts than a page has room for."""
    work = tmp_path_factory.mktemp("long")
    words = (
        f"“The {what} of quarter {where} will open soon,” Zoë Carver said." for where, what in product(QUARTERS, PLACES)
    )
    acts = (f"Norland {act} {state}." for act, state in product(ACTS, STATES))
    speech, quarrel = f"Carver opens all\n\n{paragraphs(words)}\n", f"Norland alone\n\n{paragraphs(acts)}\n"
    return build(work, seeds=sow(work / "seeds", speech=speech, quarrel=quarrel), SITEURL=ADDRESS)


def facts(made: Built, path: str) -> list[str]:
    return [str(link["href"]).rpartition("#")[2] for link in made.soup(path).select("main a.label")]


@pytest.mark.parametrize(("path", "kind"), [(SAID, "quotes"), (DID, "measures")])
def test_the_second_page_shows_what_the_first_leaves_out_and_nothing_twice(made: Built, path: str, kind: str) -> None:
    assert made.status == 0, made.said
    own = path.split("/")[2]
    first = [fact for fact in facts(made, f"{path.rsplit('/', 3)[0]}/index.html") if fact.startswith(kind[0])]
    second = facts(made, path)
    assert len(first) == MOST
    assert second
    assert not set(first) & set(second), own


@pytest.mark.parametrize("path", [SAID, DID])
def test_it_says_whose_page_of_how_many_it_is_and_where_it_stands(made: Built, path: str) -> None:
    soup, name = made.soup(path), {SAID: "Zoë Carver", DID: "Norland"}[path]
    what = {SAID: "Said", DID: "Did"}[path]
    assert soup.title is not None
    assert soup.title.get_text() == f"{name}: {what.lower()}, page 2 of 2 · Briefings"
    assert [heading.get_text() for heading in soup.select("h1")] == [what]
    assert [str(link["href"]) for link in soup.select("link[rel=canonical]")] == [
        f"{ADDRESS}/{path.removesuffix('index.html')}"
    ]
    assert json.loads(soup.select('script[type="application/ld+json"]')[0].get_text())["@type"] == "CollectionPage"


@pytest.mark.parametrize("path", [SAID, DID])
def test_one_gets_there_and_back(made: Built, path: str) -> None:
    own, _, what = path.removesuffix("/2/index.html").rpartition("/")
    (more,) = made.soup(f"{own}/index.html").select(f"#{what} .more a")
    assert str(more["href"]).endswith(path.removesuffix("index.html"))
    (back,) = made.soup(path).select("a[rel=prev]")
    assert str(back["href"]).endswith(f"{own}/#{what}")
    assert made.soup(path).select_one(f".kicker a[href$='{own}/']")
    assert made.soup(path).select("a[rel=next]") == []


def test_no_link_is_dead_and_the_sitemap_knows_each_page(made: Built) -> None:
    assert made.dead_links() == []
    for path in (SAID, DID):
        assert f"{ADDRESS}/{path.removesuffix('index.html')}" in made.read("sitemap.xml")

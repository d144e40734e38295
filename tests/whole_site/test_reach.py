"""A reader's way: from the home page to every quote, measure and actor, and from each fact to its sentence."""

import json
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup

from briefings.model import Span
from made import PAPER
from made_build import ARTICLES, Built, build
from made_newsroom import CONTENT, SEEDS

STEPS = 3


@pytest.fixture(scope="module", params=["the three articles", "the demo", "the demo in public", "the demo, no text"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    seeds, content = (ARTICLES, PAPER / "content") if request.param == "the three articles" else (SEEDS, CONTENT)
    text = {"the demo in public": "excerpt", "the demo, no text": "none"}.get(str(request.param), "full")
    made = build(tmp_path_factory.mktemp("reach"), seeds=seeds, content=content, SOURCE_TEXT=text)
    assert made.status == 0, made.said
    return made


@pytest.fixture(scope="module")
def soups(built: Built) -> dict[str, BeautifulSoup]:
    return {path: built.soup(path) for path in built.files() if path.endswith(".html")}


def test_every_quote_measure_and_actor_is_at_most_three_steps_from_the_home_page(
    built: Built, soups: dict[str, BeautifulSoup]
) -> None:
    steps = steps_from_home(soups)
    places = {
        f"{path.removesuffix('record.json')}index.html#{fact['id']}"
        for path in built.files()
        if path.endswith("/record.json")
        for record in [json.loads(built.read(path))]
        for fact in (*record["quotes"], *record["measures"])
    }
    actors = {path for path in soups if path.startswith("actors/") and path != "actors/index.html"}
    assert len(places) > 20
    assert len(actors) > 6
    assert [place for place in (*places, *actors) if steps.get(place, STEPS + 1) > STEPS] == []


def test_every_fact_leads_to_its_sentence(built: Built, soups: dict[str, BeautifulSoup]) -> None:
    for path in (path for path in built.files() if path.endswith("/record.json")):
        page, record = soups[path.replace("record.json", "index.html")], json.loads(built.read(path))
        for fact in (*record["quotes"], *record["measures"]):
            shown = page.find(id=fact["id"])
            assert shown is not None
            wanted = sentence_of(record, Span(*fact["sentence"]))
            jump = shown.select_one('a.jump[href^="#s-"]')
            there = page.find(id=str(jump["href"])[1:]) if jump else shown.select_one(".evidence")
            assert there is not None, f"{path}: {fact['id']}"
            assert wanted in " ".join(there.get_text().split())


def sentence_of(record: dict[str, object], span: Span) -> str:
    text, excerpts = record["text"], record.get("excerpts", [])
    words = (
        str(text)[span.start : span.end]
        if text is not None
        else next(words for start, end, words in excerpts if (start, end) == span)  # type: ignore[attr-defined]
    )
    return " ".join(words.split())


def steps_from_home(soups: dict[str, BeautifulSoup]) -> dict[str, int]:
    """Fewest links to follow from the home page to each page, and to each place of a page that a link names."""
    steps, waiting = {"index.html": 0}, ["index.html"]
    for path in waiting:  # grows while it is read: nearer pages come first
        for place in links(soups, path):
            page = urldefrag(place).url
            for reached in (page, place):
                steps.setdefault(reached, steps[path] + 1)
            if page not in waiting:
                waiting.append(page)
    return steps


def links(soups: dict[str, BeautifulSoup], path: str) -> list[str]:
    """The places of the site that a reader can go to from a page: "actors/x/index.html", "….html#q-1"."""
    found = []
    for link in soups[path].select("body a[href]"):
        address, fragment = urldefrag(urljoin(f"http://site/{path}", str(link["href"])))
        target = unquote(address.removeprefix("http://site/"))
        page = f"{target}index.html" if not target or target.endswith("/") else target
        if page in soups:
            found.append(f"{page}#{fragment}" if fragment else page)
    return found

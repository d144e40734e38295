"""A reader's way: from the home page to every quote, measure and actor, and from each fact to its sentence."""

import json
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from lxml.html import HtmlElement

from briefings.model import Span
from made import PAPER
from made_build import ARTICLES, Built, built_once
from made_newsroom import CONTENT, SEEDS

STEPS = 3
Pages = dict[str, HtmlElement]


@pytest.fixture(scope="module", params=["the three articles", "the demo", "the demo in public", "the demo, no text"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    seeds, content = (ARTICLES, PAPER / "content") if request.param == "the three articles" else (SEEDS, CONTENT)
    text = {"the demo in public": "excerpt", "the demo, no text": "none"}.get(str(request.param), "full")
    less = {"SOURCE_TEXT": text} if text != "full" else {}
    made = built_once(tmp_path_factory, request.param, seeds=seeds, content=content, **less)
    assert made.status == 0, made.said
    return made


@pytest.fixture(scope="module")
def pages(built: Built) -> Pages:
    return {path: built.tree(path) for path in built.files() if path.endswith(".html")}


def test_every_quote_measure_and_actor_is_at_most_three_steps_from_the_home_page(built: Built, pages: Pages) -> None:
    steps = steps_from_home(pages)
    places = {
        f"{path.removesuffix('record.json')}index.html#{fact['id']}"
        for path in built.files()
        if path.endswith("/record.json")
        for record in [json.loads(built.read(path))]
        for fact in (*record["quotes"], *record["measures"])
    }
    actors = {path for path in pages if path.startswith("actors/") and path != "actors/index.html"}
    assert len(places) > 20
    assert len(actors) > 6
    assert [place for place in (*places, *actors) if steps.get(place, STEPS + 1) > STEPS] == []


def test_every_fact_leads_to_its_sentence(built: Built, pages: Pages) -> None:
    for path in (path for path in built.files() if path.endswith("/record.json")):
        page, record = pages[path.replace("record.json", "index.html")], json.loads(built.read(path))
        for fact in (*record["quotes"], *record["measures"]):
            shown = page.get_element_by_id(fact["id"])
            wanted = sentence_of(record, Span(*fact["sentence"]))
            jumps = shown.xpath(".//a[@class='jump'][starts-with(@href, '#s-')]/@href")
            beside = shown.xpath(".//*[contains(@class, 'evidence')]")
            there = page.get_element_by_id(jumps[0][1:]) if jumps else beside[0]
            assert wanted in " ".join(there.text_content().split()), f"{path}: {fact['id']}"


def sentence_of(record: dict[str, object], span: Span) -> str:
    text, excerpts = record["text"], record.get("excerpts", [])
    words = (
        str(text)[span.start : span.end]
        if text is not None
        else next(words for start, end, words in excerpts if (start, end) == span)  # type: ignore[attr-defined]
    )
    return " ".join(words.split())


def steps_from_home(pages: Pages) -> dict[str, int]:
    """Fewest links to follow from the home page to each page, and to each place of a page that a link names."""
    steps, waiting = {"index.html": 0}, ["index.html"]
    for path in waiting:  # grows while it is read: nearer pages come first
        for place in links(pages, path):
            page = urldefrag(place).url
            for reached in (page, place):
                steps.setdefault(reached, steps[path] + 1)
            if page not in waiting:
                waiting.append(page)
    return steps


def links(pages: Pages, path: str) -> list[str]:
    """The places of the site that a reader can go to from a page: "actors/x/index.html", "….html#q-1"."""
    found = []
    for href in map(str, pages[path].xpath("//body//a/@href")):
        address, fragment = urldefrag(urljoin(f"http://site/{path}", href))
        target = unquote(address.removeprefix("http://site/"))
        page = f"{target}index.html" if not target or target.endswith("/") else target
        if page in pages:
            found.append(f"{page}#{fragment}" if fragment else page)
    return found

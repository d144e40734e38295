"""What the demo says to programs is true, whole and leads somewhere."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from rdflib import RDF, Literal, URIRef

from briefings.__main__ import main
from briefings.language.store import Store
from briefings.site.data.linked_data import STATUSES, TYPES
from briefings.site.publish.output import MARK
from made import ROOT
from made_build import build, built_once, sow
from made_machines import (
    SCHEMA,
    URL,
    Published,
    address_of,
    at,
    copy_of,
    feed,
    graph,
    hrefs,
    linked_data,
    published,
    rows,
)
from made_newsroom import CONTENT, SEEDS

UNDATED = """The Orlen Post

Harbour wall is too low, keeper says

The harbour wall is too low, the keeper Jonna Aldwell said. “It will not hold,” Aldwell told reporters at the gate.
"""
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DOCS = (ROOT / "docs" / "data.md").read_text("utf-8")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The demo in public, with an article that nothing dates."""
    work = tmp_path_factory.mktemp("public")
    seeds = sow(copy_of(SEEDS, work / "seeds", newest_first=False), undated=UNDATED)
    return published(build(work, seeds=seeds, content=CONTENT, SITEURL=URL))


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return published(built_once(tmp_path_factory, "the three articles"))


def test_what_the_command_extracts_as_published_is_what_the_site_says(
    demo: Published, tmp_path: Path, store: Store, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    seeds = sow(copy_of(SEEDS, tmp_path / "seeds", newest_first=False), undated=UNDATED)
    words = ["extract", "--as-published", str(seeds), "--content", str(CONTENT), "--store", str(store.folder)]
    assert main(words) == 0
    printed = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    handed_out = demo.records().values()
    assert {one["seed"]["sha256"]: facts(one) for one in printed} == {
        one["seed"]["sha256"]: facts(one) for one in handed_out
    }
    assert len(printed) == len(handed_out)


def test_what_show_and_check_say_is_what_the_site_says(
    demo: Published, tmp_path: Path, store: Store, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    seeds = sow(copy_of(SEEDS, tmp_path / "seeds", newest_first=False), undated=UNDATED)
    means = ["--seeds", str(seeds), "--content", str(CONTENT), "--store", str(store.folder)]
    records = demo.records().values()
    assert main(["show", str(seeds), *means]) == 0
    shown = capfdbinary.readouterr().out.decode()
    assert sorted(re.findall(r"\[([qm]-\w+), ", shown)) == sorted(
        fact["id"] for record in records for fact in facts(record)
    )
    assert sorted(re.findall(r"one briefing with its copy ([^,\n]+)", shown)) == sorted(
        copy["path"] for record in records for copy in record["copies"]
    )
    main(["check", *means])
    checked = capfdbinary.readouterr().out.decode()
    assert re.findall(r"^(\S+\.txt): built: ", checked, re.MULTILINE) == sorted(
        record["seed"]["path"] for record in records
    )


def facts(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [*record["quotes"], *record["measures"]]


def dated_facts(record: dict[str, Any]) -> set[str]:
    """Permalinks of the facts of an actor's record whose article has a day."""
    dated = {one["briefing"] for one in record["appearances"] if one["published"]}
    found = (*record["said"], *record["did"], *record["done_to"])
    return {fact["link"] for fact in found if fact["briefing"] in dated}


def permalinks(demo: Published) -> set[str]:
    return {
        f"{URL}/briefings/{slug}/#{fact['id']}" for slug, record in demo.records().items() for fact in facts(record)
    }


def test_the_feed_of_all_tells_every_dated_briefing_with_every_fact(demo: Published) -> None:
    read = feed(demo.built.read("feeds/all.atom"))
    records = {f"{URL}/briefings/{slug}/": record for slug, record in demo.records().items()}
    dated = {address for address, record in records.items() if record["seed"]["published"]}
    assert {entry.id for entry in read.entries} == dated
    assert len(read.entries) == len(dated)
    for entry in read.entries:
        record = records[entry.link]
        assert entry.id == entry.link
        assert entry.updated == f"{record['seed']['published']}T00:00:00Z"
        told = hrefs(entry.content[0].value)
        assert told == [f"{entry.link}#{fact['id']}" for fact in facts(record)]
        assert ("(inferred)" in entry.content[0].value) == (record["seed"]["published_from"] == "inferred")


def test_a_briefing_of_unknown_day_is_in_no_atom_feed_and_last_in_the_json_feed(demo: Published) -> None:
    undated = {slug for slug, record in demo.records().items() if record["seed"]["published"] is None}
    assert "harbour-wall-is-too-low-keeper-says" in undated
    for path in (path for path in demo.built.files() if path.endswith(".atom")):
        assert not [slug for slug in undated if slug in demo.built.read(path)]
    items = json.loads(demo.built.read("feeds/all.json"))["items"]
    assert {item["url"] for item in items if "date_published" not in item} == {
        f"{URL}/briefings/{slug}/" for slug in undated
    }
    assert ["date_published" in item for item in items] == sorted(
        ("date_published" in item for item in items), reverse=True
    )


def test_the_newest_entry_comes_first_and_its_day_is_the_feeds(demo: Published) -> None:
    read = feed(demo.built.read("feeds/all.atom"))
    days = [entry.updated for entry in read.entries]
    assert days == sorted(days, reverse=True)
    assert read.feed.updated == days[0]


def test_an_actors_feed_tells_its_facts_and_no_others(demo: Published) -> None:
    paths = [path for path in demo.built.files() if path.endswith("/feed.atom")]
    assert len(paths) > 20
    ids: list[str] = []
    for path in paths:
        read, record = feed(demo.built.read(path)), json.loads(demo.built.read(path.replace("feed.atom", "actor.json")))
        own = dated_facts(record)
        told = [link for entry in read.entries for link in hrefs(entry.content[0].value)]
        assert set(told) == own
        assert len(told) == len(own)
        assert read.feed.id == f"{URL}/{path}"
        ids += [entry.id for entry in read.entries]
    ids += [entry.id for entry in feed(demo.built.read("feeds/all.atom")).entries]
    assert len(ids) == len(set(ids)), "what says other things has another id"


def test_every_actor_with_facts_of_known_day_has_a_feed(demo: Published) -> None:
    for path in (path for path in demo.built.files() if path.endswith("/actor.json")):
        record = json.loads(demo.built.read(path))
        assert (demo.built.output / path.replace("actor.json", "feed.atom")).exists() == bool(dated_facts(record)), path


def test_every_link_of_every_feed_leads_somewhere(demo: Published) -> None:
    for path in (path for path in demo.built.files() if path.endswith(".atom")):
        read = feed(demo.built.read(path))
        links = [link.href for part in (read.feed, *read.entries) for link in part.links if link.rel != "via"]
        links += [link for entry in read.entries for link in hrefs(entry.content[0].value)]
        assert [link for link in links if not demo.lands(link)] == []


def test_the_json_feed_is_one_as_version_1_1_has_it(demo: Published) -> None:
    read = json.loads(demo.built.read("feeds/all.json"))
    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert read["feed_url"] == f"{URL}/feeds/all.json"
    assert read["home_page_url"] == f"{URL}/"
    assert {key: type(value) for key, value in read.items()} == {
        **dict.fromkeys(("version", "title", "home_page_url", "feed_url", "description", "language"), str),
        "authors": list,
        "items": list,
    }
    assert len(read["items"]) == len(demo.records()) == len({item["id"] for item in read["items"]})
    for item in read["items"]:
        assert {"id", "url", "title", "content_html"} <= item.keys()
        assert item.keys() <= {"id", "url", "title", "content_html", "date_published", "external_url", "_briefing"}
        assert all(
            demo.lands(link) for link in (item["url"], item["_briefing"]["record"], *hrefs(item["content_html"]))
        )
        if "date_published" in item:
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", item["date_published"])


def test_the_sitemap_has_every_page_once_and_nothing_else(demo: Published) -> None:
    urls = ET.fromstring(demo.built.read("sitemap.xml")).findall(f"{SITEMAP}url")  # noqa: S314  our own
    found = [str(url.findtext(f"{SITEMAP}loc")) for url in urls]
    assert sorted(found) == sorted(map(address_of, demo.pages()))
    assert all(map(demo.lands, found))


def test_a_page_was_last_changed_on_the_day_of_the_newest_article_it_rests_on(demo: Published) -> None:
    urls = ET.fromstring(demo.built.read("sitemap.xml")).findall(f"{SITEMAP}url")  # noqa: S314  our own
    lastmod = {str(url.findtext(f"{SITEMAP}loc")): url.findtext(f"{SITEMAP}lastmod") for url in urls}
    days = {slug: record["seed"]["published"] for slug, record in demo.records().items()}
    for slug, day in days.items():
        assert lastmod[f"{URL}/briefings/{slug}/"] == day
    for path in (path for path in demo.built.files() if path.endswith("/actor.json")):
        record = json.loads(demo.built.read(path))
        known = [one["published"] for one in record["appearances"] if one["published"]]
        assert lastmod[record["link"]] == max(known, default=None)
    assert lastmod[f"{URL}/"] == max(filter(None, days.values()))
    assert lastmod[f"{URL}/about/"] is None
    assert all(date.fromisoformat(day) for day in lastmod.values() if day)


def test_robots_may_read_everything_and_find_the_sitemap(demo: Published) -> None:
    lines = demo.built.read("robots.txt").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "User-agent: *",
        "Disallow:",
        "",
        f"Sitemap: {URL}/sitemap.xml",
    ]


def test_the_tables_have_every_fact_once(demo: Published) -> None:
    for name, prefix in (("quotes", "q-"), ("measures", "m-")):
        read = rows((demo.built.output / name / f"{name}.csv").read_bytes())
        links = [row["link"] for row in read]
        assert sorted(links) == sorted(link for link in permalinks(demo) if f"#{prefix}" in link)
        assert all(map(demo.lands, links))
        assert all(f"{URL}/briefings/{row['briefing']}/#{row['id']}" == row["link"] for row in read)
        assert all(None not in row and None not in row.values() for row in read)


def test_a_table_says_what_the_record_says(demo: Published) -> None:
    records = demo.records()
    for row in rows((demo.built.output / "measures" / "measures.csv").read_bytes()):
        record = records[row["briefing"]]
        (measure,) = [one for one in record["measures"] if one["id"] == row["id"]]
        start, end = measure["sentence"]
        assert row["sentence"].removeprefix("'") == " ".join(record["text"][start:end].split())
        assert (row["type"], row["status"], row["date"]) == (measure["type"], measure["status"], measure["date"] or "")
        assert (row["hedged"], row["confidence"]) == (json.dumps(measure["hedged"]), str(measure["confidence"]))


def test_the_documented_way_to_read_a_table_works(demo: Published) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL)
    command = [sys.executable, "-X", "utf8", "-c", example]
    ran = subprocess.run(command, cwd=demo.built.output.parent, capture_output=True, text=True, check=True)
    assert len(ran.stdout.splitlines()) == sum(len(record["quotes"]) for record in demo.records().values())


def test_every_column_is_documented(demo: Published) -> None:
    documented = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^(\|.*?\|)", DOCS, re.MULTILINE))))
    for name in ("quotes", "measures"):
        header = demo.built.read(f"{name}/{name}.csv").splitlines()[0].split(",")
        assert [column for column in header if column not in documented] == []


def test_every_documented_file_is_there_and_every_other_file_is_a_page(demo: Published) -> None:
    patterns = re.findall(r"^\| `(?:…/)?([^`]+\.\w+)` \|", DOCS, re.MULTILINE)
    assert len(patterns) == 16
    regex = [re.escape(pattern).replace("<slug>", "[a-z0-9-]+") for pattern in patterns]
    others = (path for path in demo.built.files() if path != MARK)
    files = [path for path in others if not path.startswith("theme/") and not path.endswith(".html")]
    assert [pattern for pattern in regex if not any(re.fullmatch(pattern, path) for path in files)] == []
    assert [path for path in files if not any(re.fullmatch(pattern, path) for pattern in regex)] == []


def test_the_record_of_an_actor_is_as_documented(demo: Published) -> None:
    (example,) = map(json.loads, re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL))
    for path in (path for path in demo.built.files() if path.endswith("/actor.json")):
        record = json.loads(demo.built.read(path))
        assert list(record) == list(example)
        for appearance in record["appearances"]:
            assert list(appearance) == list(example["appearances"][0])
            assert demo.lands(appearance["link"])
            assert demo.lands(appearance["record"])
        for fact in record["said"]:
            assert list(fact) == list(example["said"][0])
        assert all(demo.lands(fact["link"]) for fact in (*record["said"], *record["did"], *record["done_to"]))
        assert demo.lands(record["link"])


def test_every_record_is_as_its_schema_says(demo: Published) -> None:
    known = Draft202012Validator(json.loads((ROOT / "docs" / "record.schema.json").read_text("utf-8")))
    paths = [path for path in demo.built.files() if path.endswith(("/actor.json", "/record.json"))]
    assert [path for path in paths if not known.is_valid(json.loads(demo.built.read(path)))] == []
    assert not known.is_valid(json.loads(demo.built.read("feeds/all.json")))


def test_every_file_for_programs_is_linked_from_a_page_in_head_and_foot(demo: Published) -> None:
    linked = set()
    for page in demo.ids:
        tree, here = demo.built.tree(page), address_of(page)
        links = (tree.xpath("//*[@rel='alternate']"), tree.xpath("//*[@class='foot']//a[@type]"))
        head, foot = ({(link.get("type"), urljoin(here, link.get("href"))) for link in part} for part in links)
        assert head == foot, page
        assert all(demo.lands(address) for _, address in head)
        linked |= {address for _, address in head}
    files = {path for path in demo.built.files() if path.endswith((".json", ".csv", ".atom"))}
    assert linked == {f"{URL}/{path}" for path in files}


def test_the_linked_data_of_a_briefing_says_what_its_record_says(demo: Published) -> None:
    for slug, record in demo.records().items():
        address = f"{URL}/briefings/{slug}/"
        known = graph(demo.built.read(f"briefings/{slug}/index.html"), address)
        assert (at(address), RDF.type, SCHEMA.Report) in known
        article = known.value(at(address), SCHEMA.isBasedOn)
        assert (article, RDF.type, SCHEMA.NewsArticle) in known
        assert known.value(article, SCHEMA.datePublished) == (
            record["seed"]["published"] and Literal(record["seed"]["published"])
        )
        assert set(known.subjects(RDF.type, SCHEMA.Quotation)) == {at(address, f"#{q['id']}") for q in record["quotes"]}
        assert set(known.subjects(RDF.type, SCHEMA.Action)) == {at(address, f"#{m['id']}") for m in record["measures"]}
        assert set(known.objects(at(address), SCHEMA.hasPart)) == set(known.subjects(RDF.type, SCHEMA.Quotation))
        for measure in record["measures"]:
            doubted = measure["status"] == "taken" and (measure["hedged"] or measure["attribution"])
            status = known.value(at(address, f"#{measure['id']}"), SCHEMA.actionStatus)
            assert status == (None if doubted else Literal(STATUSES[measure["status"]]))


def is_doubted(quote: dict[str, Any] | None) -> bool:
    return quote is not None and (quote["negated"] or quote["reality"] != "asserted")


def test_who_spoke_and_acted_is_said_by_the_page_of_the_actor(demo: Published) -> None:
    said = [
        triple
        for slug in demo.records()
        for triple in graph(demo.built.read(f"briefings/{slug}/index.html"), f"{URL}/briefings/{slug}/")
    ]
    for path in (path for path in demo.built.files() if path.endswith("/actor.json")):
        record = json.loads(demo.built.read(path))
        actor = URIRef(record["link"])
        for key, word in (("said", SCHEMA.spokenByCharacter), ("did", SCHEMA.agent), ("done_to", SCHEMA.object)):
            plain = {fact["link"] for fact in record[key] if not is_doubted(fact.get("quote"))}
            assert plain == {str(s) for s, p, o in said if (p, o) == (word, actor)}
        own = graph(demo.built.read(path.replace("actor.json", "index.html")), record["link"])
        assert own.value(actor, RDF.type) == SCHEMA[TYPES[record["kind"]]]
        assert own.value(actor, SCHEMA.name) == Literal(record["name"])
        assert {str(one) for one in own.objects(actor, SCHEMA.subjectOf)} == {
            one["link"] for one in record["appearances"]
        }


def test_every_page_has_linked_data_and_every_address_in_it_leads_somewhere(demo: Published) -> None:
    for page in demo.pages():
        address = address_of(page)
        found = {
            node for triple in graph(demo.built.read(page), address) for node in triple if isinstance(node, URIRef)
        }
        outside = [str(node) for node in found if not str(node).startswith((str(SCHEMA), str(RDF)))]
        assert at(address) in found
        assert [node for node in outside if not demo.lands(node)] == [], page
    assert "ld+json" not in demo.built.read("404.html")


def test_linked_data_is_small(demo: Published) -> None:
    for slug, record in demo.records().items():
        size = len(json.dumps(linked_data(demo.built.read(f"briefings/{slug}/index.html")), separators=(",", ":")))
        assert size < 700 + 170 * len(facts(record)), "type, name, who and whom of each fact, and no words"


def test_without_an_address_there_are_no_feeds_and_no_links_to_them(at_home: Published) -> None:
    assert not [
        path for path in at_home.built.files() if path.endswith((".atom", ".xml", "robots.txt", "feeds/all.json"))
    ]
    for page in at_home.ids:
        assert "feed" not in at_home.built.read(page).lower()
    assert at_home.built.dead_links() == []


def test_without_an_address_the_links_of_tables_and_records_are_relative_to_the_file(at_home: Published) -> None:
    for path in ("quotes/quotes.csv", "measures/measures.csv"):
        links = [row["link"] for row in rows((at_home.built.output / path).read_bytes())]
        assert links
        assert all(link.startswith("../briefings/") for link in links)
        assert all(at_home.lands(urljoin(f"{URL}/{path}", link)) for link in links)
    for path in (path for path in at_home.built.files() if path.endswith("/actor.json")):
        assert json.loads(at_home.built.read(path))["link"] == f"../../{path.removesuffix('actor.json')}"


@pytest.mark.parametrize("address", ["/paper", "paper", "javascript:alert(1)", "https://"])
def test_what_is_no_address_of_the_web_makes_no_feeds(tmp_path_factory: pytest.TempPathFactory, address: str) -> None:
    built = build(tmp_path_factory.mktemp("odd"), SITEURL=address)
    assert built.status == 0, built.said
    assert not [path for path in built.files() if path.endswith((".atom", ".xml", "robots.txt"))]

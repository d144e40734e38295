"""A reader of a briefing, and a program, learn where else the same article stood; nothing of it counts twice."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from briefings.model import Article, Published, Seed
from briefings.site.assets.search import search_page, search_parts
from briefings.site.data.csv_tables import quotes_table
from briefings.site.data.export import published_record
from briefings.site.data.feeds import ATOM, JSON, feed_files
from briefings.site.data.linked_data import briefing_data
from briefings.site.page_kinds import all_pages
from briefings.site.pages.briefing_page import briefing_page
from briefings.site.pages.outlet_pages import outlet_pages, outlets_page
from briefings.site.shapes.pages_of_lists import OutletPage
from briefings.site.sitemap import addresses
from briefings.site.views.copied import also_in, told_copies
from briefings.site.views.index import Index
from made_machines import rows
from made_site import TEXT, article, briefing, composed, index, site

WEB = site(url="https://example.org")


def copy(name: str, **more: object) -> Article:
    seed = Seed(path=f"seeds/{name}", sha256="1" * 64, encoding="utf-8", raw=TEXT)
    return article(TEXT, **({"seed": seed} | more))  # type: ignore[arg-type]


COURIER = copy("b.html", title="Bridge is open", outlet="The Orla Courier", url="https://courier.example/bridge")
HERALD = copy("c.txt", outlet="Veda Herald", published=Published(date="2025-05-07", source="metadata", how=None))


def with_copies(*copies: Article) -> Index:
    return index(("bridge", replace(briefing(), copies=copies)))


def test_outlets_are_told_once_and_never_the_briefings_own() -> None:
    again, own = copy("d.txt", outlet="THE ORLA COURIER"), copy("e.txt", outlet="The Norland post")
    (entry,) = with_copies(COURIER, HERALD, again, own, copy("f.txt", outlet=None)).entries
    assert also_in(entry) == ("The Orla Courier", "Veda Herald")


@pytest.mark.parametrize(
    ("copies", "told"),
    [
        ((COURIER, HERALD), (COURIER, HERALD)),
        ((copy("b.txt"),), ()),
        ((HERALD, replace(HERALD, seed=COURIER.seed), COURIER), (HERALD, COURIER)),
        ((copy("b.txt", title="CARVER  opens bridge"),), ()),
        ((copy("b.txt", title=TEXT.partition(" “")[0]),), ()),
        ((copy("b.txt", url="javascript:alert(1)"),), ()),
    ],
    ids=["two outlets", "the file twice", "a copy twice", "the same headline", "no headline", "no address"],
)
def test_a_copy_that_differs_in_nothing_that_is_shown_is_not_told(
    copies: tuple[Article, ...], told: tuple[Article, ...]
) -> None:
    (entry,) = with_copies(*copies).entries
    assert told_copies(entry) == told


def test_the_record_lists_every_copy_with_its_seed() -> None:
    (entry,) = with_copies(COURIER, HERALD).entries
    first, second = published_record(entry, "none")["copies"]
    assert first == {
        "path": "seeds/b.html",
        "sha256": "1" * 64,
        "outlet": "The Orla Courier",
        "title": "Bridge is open",
        "url": "https://courier.example/bridge",
        "published": "2025-05-05",
        "published_from": "inferred",
    }
    assert (second["path"], second["published"]) == ("seeds/c.txt", "2025-05-07")
    assert list(published_record(with_copies().entries[0], "full")["copies"]) == []


def test_a_table_has_each_fact_once_with_the_other_outlets() -> None:
    found = rows(quotes_table(with_copies(COURIER, HERALD), site()))
    assert len(found) == len(briefing().quotes)
    assert {row["also_in"] for row in found} == {"The Orla Courier; Veda Herald"}
    assert {row["also_in"] for row in rows(quotes_table(index(), site()))} == {""}


def test_feeds_say_where_else_and_lead_there() -> None:
    files = dict(feed_files(with_copies(COURIER, HERALD, replace(COURIER, outlet="Orla Courier Online")), WEB))
    (entry,) = ET.fromstring(files[ATOM]).findall("{*}entry")  # noqa: S314  # our own
    assert "Also in The Orla Courier, Veda Herald and Orla Courier Online" in (entry.findtext("{*}content") or "")
    assert [link.get("href") for link in entry.findall("{*}link[@rel='via']")] == ["https://courier.example/bridge"]
    (item,) = json.loads(files[JSON])["items"]
    assert item["_briefing"]["also_in"] == ["The Orla Courier", "Veda Herald", "Orla Courier Online"]


def test_json_ld_cites_the_copies() -> None:
    (entry,) = with_copies(COURIER).entries
    assert briefing_data(entry, (), ())["citation"] == {
        "@type": "NewsArticle",
        "headline": "Bridge is open",
        "publisher": {"@type": "Organization", "name": "The Orla Courier"},
        "datePublished": "2025-05-05",
        "url": "https://courier.example/bridge",
    }
    assert "citation" not in briefing_data(index().entries[0], (), ())


def test_the_search_finds_a_briefing_by_the_outlet_and_the_headline_of_a_copy() -> None:
    made = with_copies(COURIER)
    ((record, *_),) = search_parts(made, WEB)
    assert '<b data-pagefind-filter="outlet">The Orla Courier</b>' in record.html
    assert '<b data-pagefind-filter="outlet">The Norland Post</b>' in record.html
    assert "<p>Bridge is open</p>" in record.html
    (outlets,) = [facet.values for facet in search_page(made, WEB).facets if facet.name == "outlet"]
    assert outlets == ("The Norland Post", "The Orla Courier")


def test_a_briefing_says_where_else_its_article_stood_and_which_files_it_is_made_of() -> None:
    made = with_copies(COURIER, HERALD, replace(HERALD, seed=COURIER.seed))
    page = briefing_page(made, site(), made.entries[0])
    first, second = page.copies
    assert (first.outlet, first.headline, first.url) == (
        "The Orla Courier",
        "Bridge is open",
        "https://courier.example/bridge",
    )
    assert (first.day and first.day.iso, first.inferred, first.seed) == ("2025-05-05", True, "b.html")
    assert (second.headline, second.url, second.inferred) == (None, None, False)
    assert page.copy_seeds == ("b.html", "c.txt", "b.html")
    assert briefing_page(index(), site(), index().entries[0]).copies == ()


def test_the_page_of_an_outlet_lists_apart_what_it_had_as_a_copy() -> None:
    later = article(TEXT, outlet="Veda Herald", published=Published(date="2025-05-08", source="metadata", how=None))
    first = replace(briefing(), copies=(COURIER, HERALD))
    made = index(("bridge", first), ("later", replace(briefing(), article=later)))
    pages, listed = composed(outlet_pages(made, site())), outlets_page(made, site())
    herald, courier = (pages[f"outlets/{part}"] for part in ("veda-herald/", "the-orla-courier/"))
    assert [(line.name, line.briefings, line.copies, line.quotes) for line in listed.outlets] == [
        ("The Norland Post", 1, 0, 2),
        ("The Orla Courier", 0, 1, 0),
        ("Veda Herald", 1, 1, 2),
    ]
    assert isinstance(herald, OutletPage)
    assert isinstance(courier, OutletPage)
    assert [[link.slug for link in links] for links in (herald.briefings, herald.copied)] == [["later"], ["bridge"]]
    assert (courier.briefings, [link.slug for link in courier.copied]) == ((), ["bridge"])
    assert (herald.outlet.first and herald.outlet.first.iso) == "2025-05-07"


def test_an_outlet_with_a_copy_is_counted_and_marked_where_several_report_an_act() -> None:
    mail = article(TEXT, outlet="The Sud Mail", published=Published(date="2025-05-06", source="metadata", how=None))
    made = index(
        ("bridge", replace(briefing(), copies=(COURIER, replace(COURIER, outlet="the sud MAIL")))),
        ("mail", replace(briefing(), article=mail, copies=(HERALD, COURIER))),
    )
    for entry in made.entries:
        (act,) = (item for item in briefing_page(made, site(), entry).measures if item.others)
        assert (len(act.others), act.outlets, act.copied) == (1, 4, 2)


def test_every_page_of_a_site_with_copies_is_in_its_sitemap_once() -> None:
    made = with_copies(COURIER, HERALD)
    pages = {plan.path for plan in all_pages(made, WEB)} - {"404.html"}
    listed = [path for path, _ in addresses(made, WEB)]
    assert len(listed) == len(set(listed))
    assert set(listed) == pages

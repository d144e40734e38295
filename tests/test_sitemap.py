"""The sitemap has every page with an honest day, in files that search engines take."""

import re
from dataclasses import replace

import pytest

from briefings.model import Published
from briefings.site.sitemap import addresses, sitemap_files
from briefings.site.views.index import Index
from made_site import TEXT, article, briefing, index, site


def dated(**days: str | None) -> Index:
    return index(
        *(
            (slug, replace(briefing(), article=article(TEXT, published=Published(date=day, source="text", how=None))))
            for slug, day in days.items()
        )
    )


def test_a_page_has_the_day_of_the_newest_article_that_it_rests_on() -> None:
    known = dict(addresses(dated(old="2024-01-01", new="2025-02-03", undated=None), site()))
    assert known["briefings/old/"] == "2024-01-01"
    assert known["briefings/undated/"] is None
    assert {known[path] for path in ("", "briefings/", "actors/", "quotes/", "actors/norland/")} == {"2025-02-03"}


def test_where_no_day_is_known_none_is_said() -> None:
    files = dict(sitemap_files(dated(undated=None), site(url="https://example.org")))
    assert b"<loc>https://example.org/briefings/undated/</loc>" in files["sitemap.xml"]
    assert b"lastmod" not in files["sitemap.xml"]


def test_a_list_of_quotes_does_not_rest_on_an_article_without_any() -> None:
    made = [("old", briefing()), ("new", replace(briefing(), quotes=(), article=article(TEXT)))]
    newer = replace(made[1][1], article=article(TEXT, published=Published(date="2026-01-01", source="text", how=None)))
    known = dict(addresses(index(made[0], ("new", newer)), site()))
    assert known["quotes/"] == "2025-05-05"
    assert known["measures/"] == "2026-01-01"


def test_an_editors_page_is_in_it_without_a_day() -> None:
    own = replace(site(), texts=(("About", "about/"),))
    assert ("about/", None) in list(addresses(index(), own))


def test_a_sitemap_too_long_for_one_file_is_an_index_of_several() -> None:
    made = index()
    files = dict(sitemap_files(made, site(url="https://example.org"), most=5))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml", "robots.txt"]
    assert re.findall(rb"<loc>(.*?)</loc>", files["sitemap.xml"]) == [
        f"https://example.org/sitemap-{number}.xml".encode() for number in (1, 2, 3)
    ]
    found = [path for number in (1, 2, 3) for path in re.findall(rb"<loc>", files[f"sitemap-{number}.xml"])]
    assert len(found) == len(list(addresses(made, site())))


@pytest.mark.parametrize(("url", "notes"), [("https://example.org", 0), ("https://example.org/paper", 1)])
def test_robots_txt_says_where_it_is_not_read(url: str, notes: int) -> None:
    robots = dict(sitemap_files(index(), site(url=url)))["robots.txt"].decode()
    assert robots.count("#") == notes
    assert robots.endswith(f"Disallow:\n\nSitemap: {url}/sitemap.xml\n")


def test_without_an_address_there_is_neither() -> None:
    assert list(sitemap_files(index(), site())) == []

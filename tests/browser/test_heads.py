"""What stands in the head of each page: how it is called, shown, shared and read by machines."""

import json
import struct
from pathlib import Path

from bs4 import BeautifulSoup

from browser.built import BuiltSite

THEME = Path(__file__).parent.parent.parent / "themes" / "briefings"
OF_DATA = 0.45  # of the size of a page's own record, at most: its JSON-LD repeats none of its words


def meta(soup: BeautifulSoup, name: str) -> list[str]:
    """The contents of the tags of one name or property."""
    return [str(tag["content"]) for tag in soup.select(f'meta[name="{name}"], meta[property="{name}"]')]


def test_a_page_says_where_it_stands_and_404_does_not(site: BuiltSite) -> None:
    for kind, address in site.kinds().items():
        soup = site.soup(site.file(address))
        canonical = [str(link["href"]) for link in soup.select("link[rel=canonical]")]
        assert canonical == ([] if kind.startswith("not-found") else [address])
        assert meta(soup, "og:url") == canonical


def test_a_page_has_an_icon_and_the_colours_of_its_paper_in_light_and_dark(site: BuiltSite) -> None:
    tokens = (THEME / "css" / "tokens.css").read_text("utf-8").split("prefers-color-scheme: dark")
    for address in site.kinds().values():
        soup = site.soup(site.file(address))
        (icon,) = soup.select("link[rel=icon]")
        assert str(icon["href"]).endswith("theme/favicon.svg")
        papers = meta(soup, "theme-color")
        assert [f"--paper: {paper};" in part for paper, part in zip(papers, tokens, strict=True)] == [True, True]


def test_briefings_and_actors_are_shared_with_their_picture_and_no_other_page_is(site: BuiltSite) -> None:
    for page in site.pages():
        soup = site.soup(page)
        own = soup.select_one("body[data-page=briefing], body[data-page=actor]") is not None
        assert meta(soup, "og:image") == ([site.address(page) + "card.png"] if own else [])
        assert (page.parent / "card.png").is_file() == own
        if own:
            picture = (page.parent / "card.png").read_bytes()
            said = [int(meta(soup, f"og:image:{side}")[0]) for side in ("width", "height")]
            assert list(struct.unpack(">II", picture[16:24])) == said
            assert len(picture) <= 60_000
            assert meta(soup, "og:image:alt")
            assert meta(soup, "twitter:card") == ["summary_large_image"]


def test_json_ld_is_far_smaller_than_the_record_whose_words_it_does_not_repeat(site: BuiltSite) -> None:
    for page in site.pages():
        record = page.parent / "record.json"
        if not record.is_file() or not site.soup(page).select_one("body[data-page=briefing]"):
            continue
        (data,) = site.soup(page).select('script[type="application/ld+json"]')
        written, known = data.get_text(), json.loads(record.read_text("utf-8"))
        assert len(written.encode()) <= OF_DATA * record.stat().st_size
        for quote in known["quotes"]:
            words = " ".join(known["text"][slice(*span)] for span in quote["content"]).strip("“” ")
            assert words.count(" ") < 5 or words in known["title"] or words not in written
        assert not any(known["text"][slice(*span)] in written for span in known["sentences"])

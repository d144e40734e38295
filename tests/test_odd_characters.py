"""Characters that are none, that nobody sees or that turn a line around: no field of any form brings one in."""

import base64
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.extraction.unread import unread
from briefings.model import Article
from briefings.newsroom.actors.slugs import briefing_slugs
from briefings.seeds.gathering import Gathered, gather_seeds
from briefings.site.assets.search import search_parts
from briefings.site.data_files import data_files
from briefings.site.page_kinds import all_pages
from made_site import composed, index, site
from sizes import tried

TEXT = (
    "The mayor of Lowbridge said on Monday that the old bridge would be closed for repairs until the end of the year, "
    "and that the ferry would run every ten minutes. Engineers found cracks in two of its five pillars after the flood "
    "in March, and the council voted to close it at once."
)
# Halves of pairs, turns of direction, non-characters, controls, zero-width, what begins a terminal's sequence.
ODD = [
    *("\ud83d", "\ude00", "\ud800", "\udfff", "\u202e", "\u202a", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c"),
    *("\ufffe", "\uffff", "\ufdd0", "\ufdef", "\U0001fffe", "\U0010ffff", "\x00", "\x07", "\x1b[31m", "\x7f", "\x9b"),
    *("\u200b", "\ufeff", "\u2028", "\x85", "\xad"),
]
NO_CHARACTER = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufdd0-\ufdef]"
    r"|[" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)) + "]"
)
FIELDS = ("title", "outlet", "section", "byline", "url", "date", "body")
Words = Mapping[str, str]

PIECE = st.one_of(st.sampled_from(ODD), st.text(st.characters(), max_size=3), st.sampled_from(["Lowbridge", " ", "é"]))
WORDS = st.lists(PIECE, max_size=6).map("".join)
NEWS = st.fixed_dictionaries(dict.fromkeys(FIELDS, WORDS))


def told(words: Words) -> dict[str, str]:
    """The odd words amid those that a field is made of."""
    return {
        "title": f"Bridge closes{words['title']} for repairs",
        "outlet": f"The Lowbridge{words['outlet']} Courier",
        "section": f"Tow{words['section']}n",
        "byline": f"Anna{words['byline']} Lind",
        "url": f"https://example.org/a{words['url']}b",
        "date": f"2031-05-05{words['date']}",
        "body": TEXT.replace("ferry", f"ferry{words['body']}"),
    }


def as_json(news: Words) -> bytes:
    record = {
        "@type": "NewsArticle", "headline": news["title"], "publisher": {"name": news["outlet"]},
        "articleSection": news["section"], "author": {"name": news["byline"]}, "url": news["url"],
        "datePublished": news["date"], "articleBody": news["body"],
    }  # fmt: skip
    return json.dumps(record).encode()


def as_news_please(news: Words) -> bytes:
    record = {
        "title": news["title"], "source_domain": news["outlet"], "authors": [news["byline"]], "url": news["url"],
        "date_publish": news["date"], "maintext": news["body"],
    }  # fmt: skip
    return json.dumps(record).encode()


def as_ninjs(news: Words) -> bytes:
    record = {
        "headline": news["title"], "source": news["outlet"], "subject": [{"name": news["section"]}],
        "byline": news["byline"], "uri": news["url"], "versioncreated": news["date"], "body_text": news["body"],
    }  # fmt: skip
    return json.dumps(record).encode()


def entities(text: str) -> str:
    """Every odd character as markup can say it."""
    return "".join(letter if letter.isalnum() or letter in " -./:,“”" else f"&#{ord(letter)};" for letter in text)


def as_page(news: Words) -> bytes:
    linked = as_json(news).decode().replace("<", "\\u003c")
    return (
        f"<html><head><title>{entities(news['title'])}</title><script type='application/ld+json'>{linked}</script>"
        f"</head><body><article><h1>{entities(news['title'])}</h1><p>{entities(news['body'])}</p></article></body></html>"
    ).encode()


def as_page_with_meta(news: Words) -> bytes:
    names = {"og:title": "title", "og:site_name": "outlet", "article:section": "section", "author": "byline"}
    names |= {"og:url": "url", "article:published_time": "date"}
    meta = "".join(f'<meta property="{name}" content="{entities(news[field])}">' for name, field in names.items())
    page = f"<html><head>{meta}</head><body><article><p>{news['body']}</p></article></body></html>"
    return page.encode("utf-8", "replace")


def as_feed(news: Words) -> bytes:
    return (
        f"<rss version='2.0'><channel><title>{entities(news['outlet'])}</title><item><title>{entities(news['title'])}"
        f"</title><category>{entities(news['section'])}</category><author>{entities(news['byline'])}</author>"
        f"<link>{entities(news['url'])}</link><pubDate>{entities(news['date'])}</pubDate>"
        f"<description>{entities(entities(news['body']))}</description></item></channel></rss>"
    ).encode("utf-8", "replace")


def as_markdown(news: Words) -> bytes:
    head = "".join(f"{name}: {json.dumps(news[name])}\n" for name in FIELDS if name != "body")
    return f"---\n{head}---\n\n{news['body']}\n".encode("utf-8", "replace")


def as_text(news: Words) -> bytes:
    lines = [news["outlet"], news["title"], f"By {news['byline']}", news["body"], news["url"]]
    return "\n\n".join(lines).replace("\x00", "").encode("utf-8", "replace")


def as_mail(charset: str) -> Callable[[Words], bytes]:
    """A mail whose body is in base64 and in an encoding that may hold half a pair."""

    def mail(news: Words) -> bytes:
        body = base64.encodebytes(news["body"].encode(charset, "surrogatepass" if charset == "utf-7" else "replace"))
        made = EmailMessage()
        made["Subject"] = " ".join(NO_CHARACTER.sub("", news["title"]).split()) or "Bridge"
        head = f"From: {json.dumps(news['outlet'])} <a@example.org>\nDate: Mon, 05 May 2031 10:00:00 +0000\n"
        mime = f'Content-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: base64\n'
        return f"Subject: {made['Subject']}\n{head}{mime}\n".encode() + body

    return mail


FORMS: dict[str, Callable[[Words], bytes]] = {
    "a.json": as_json,
    "b.json": as_news_please,
    "c.json": as_ninjs,
    "d.jsonl": lambda news: as_json(news) + b"\n" + as_json(news),
    "e.html": as_page,
    "f.html": as_page_with_meta,
    "g.xml": as_feed,
    "h.md": as_markdown,
    "i.txt": as_text,
    "j.eml": as_mail("utf-7"),
    "k.eml": as_mail("unicode_escape"),
}


def gathered(folder: Path, news: Words) -> Gathered:
    for name, form in FORMS.items():
        (folder / name).write_bytes(form(news))
    return gather_seeds([folder], base=folder)


def strings(value: object) -> Iterator[str]:
    """Every text in a noun but what its seed is."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif hasattr(value, "__dataclass_fields__"):
        named: Any = value
        for field in fields(named):
            if field.name != "seed":
                yield from strings(getattr(value, field.name))


def told_on_the_site(articles: tuple[Article, ...]) -> Iterator[str]:
    """All that pages, records, tables, feeds and the search say of these articles."""
    briefings = tuple(map(unread, articles))
    made = index(*zip(briefing_slugs(briefings), briefings, strict=True))
    there = site(url="https://example.org/paper")
    yield from (text for page in composed(all_pages(made, there)).values() for text in strings(page))
    yield from (data.decode("utf-8") for _, make in data_files(made, there) for _, data in make())
    yield from (record.html for part in search_parts(made, there) for record in part)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("odd")
    return made


@settings(max_examples=tried(60))
@given(words=NEWS)
def test_no_field_of_any_form_brings_an_odd_character_into_an_article(folder: Path, words: Words) -> None:
    found = gathered(folder, told(words))
    assert not [fault for fault in found.faults if "a fault of this program" in fault.reason]
    for article in found.articles:
        assert not [text for text in strings(article) if NO_CHARACTER.search(text)], article.seed.path
        msgspec.json.encode(article)
        for text, seed, length in article.origin:
            assert article.text[text : text + length] == article.seed.raw[seed : seed + length]


@settings(max_examples=tried(15))
@given(words=NEWS)
def test_none_reaches_a_page_a_record_a_table_a_feed_or_the_search(folder: Path, words: Words) -> None:
    for text in told_on_the_site(gathered(folder, told(words)).articles):
        assert not NO_CHARACTER.search(text.replace("\r\n", "\n"))


@pytest.mark.parametrize("odd", ODD)
def test_what_is_odd_goes_and_the_rest_of_a_name_stays(tmp_path: Path, odd: str) -> None:
    (article, *_) = gathered(tmp_path, told(dict.fromkeys(FIELDS, odd))).articles
    left = "[31m" if "[" in odd else ""
    parted = odd in "\u2028\x85"
    assert article.title == f"Bridge closes{left} for repairs"
    assert (article.outlet or "").replace("  ", " ") == f"The Lowbridge{left} Courier"
    assert article.byline == (f"Anna{left} Lind")
    assert article.section == ("Tow n" if parted else f"Tow{left}n")
    assert f"the ferry{left}" in article.text


@pytest.mark.parametrize("name", ["a.html", "a.eml"])
def test_two_halves_of_a_pair_that_an_encoding_parts_are_one_character(tmp_path: Path, name: str) -> None:
    words = TEXT.replace("ferry", "ferry \\ud83d\\ude00 \\ud83d").encode()
    head = 'Subject: Bridge\nContent-Type: text/plain; charset="unicode_escape"\nContent-Transfer-Encoding: base64\n\n'
    page = b"<html><head><meta charset='unicode_escape'></head><body><p>" + words + b" \xff</p></body></html>"
    (tmp_path / name).write_bytes(page if name == "a.html" else head.encode() + base64.encodebytes(words))
    (article,) = gather_seeds([tmp_path], base=tmp_path).articles
    assert ("ferry 😀 " in article.text) == (name == "a.eml"), "no page is read as a language's escapes"
    article.seed.raw.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\u202etxt.exe.txt", "a\\u202etxt.exe.txt"),
        ("a\x1b[31m.txt", "a\\x1b[31m.txt"),
        ("\u2066é.txt", "\\u2066é.txt"),
    ],
)
def test_a_file_whose_name_turns_around_is_called_what_it_is(tmp_path: Path, name: str, shown: str) -> None:
    (tmp_path / name).write_text(f"Bridge closes\n\n{TEXT}", "utf-8")
    (article,) = gather_seeds([tmp_path], base=tmp_path).articles
    assert article.seed.path == shown

"""Pages in the shapes of large outlets: every field and the body are right on each of them."""

import json

import pytest

from briefings.model import Article, Seed
from briefings.seeds.cleaning.metadata import stated_line, stated_names
from briefings.seeds.forms.forms import articles_of
from briefings.seeds.forms.saved_pages import _extracted, page_tree
from made_outlets import accelerated, daily, live, pages_of_outlets
from made_pages import NEWS, News

PAGES = list(pages_of_outlets())


def read(source: str) -> Article:
    (article,) = articles_of(Seed(path="page.html", sha256="0" * 64, encoding="utf-8", raw=source))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(("name", "news", "source"), PAGES, ids=[name for name, _, _ in PAGES])
def test_headline_outlet_byline_day_and_body_are_right(name: str, news: News, source: str) -> None:
    article = read(source)
    found = (article.title, article.outlet, article.byline, article.published.date)
    assert found == (news.title, news.outlet, news.byline, news.day), name
    assert article.text == "\n\n".join(news.paragraphs)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (["By Jo Marsh, Ida Berg"], "Jo Marsh and Ida Berg"),
        (["Jo Marsh, Ida Berg and Ole Winter"], "Jo Marsh, Ida Berg and Ole Winter"),
        (["JO MARSH in Port Selwyn"], "JO MARSH"),
        (["Jo Marsh, diplomatic correspondent"], "Jo Marsh, diplomatic correspondent"),
        (["Jo van der Berg, Ida de la Cruz"], "Jo van der Berg and Ida de la Cruz"),
        (["Staff, agencies"], "Staff, agencies"),
        (["Jo Marsh", "https://x.example/jo", None, 3, "jo@x.example"], "Jo Marsh"),
        (["Jo " + "Marsh " * 30 + "a,"], "Jo " + "Marsh " * 30 + "a,"),
    ],
)
def test_of_several_names_in_one_string_each_is_one(said: list[object], name: str) -> None:
    assert stated_names(said) == name


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Mayor&#8217;s &#x201C;no&#x201d; &amp; more", "Mayor’s “no” & more"),
        ("Fish & chips; a &b; c", "Fish & chips; a &b; c"),
        ("AT&T", "AT&T"),
        ("&nbsp;", None),
    ],
)
def test_entities_in_data_are_read(said: str, line: str | None) -> None:
    assert stated_line(said) == line


def test_a_live_page_may_say_only_when_it_began() -> None:
    source = live(NEWS[0]).replace('"datePublished": "2031-05-05', '"began": "2031-05-05')
    assert read(source).published.date == "2031-05-05"


def test_articles_that_a_page_only_lists_are_not_the_one_it_is_about() -> None:
    others = {
        "@type": "NewsArticle",
        "headline": "Other news",
        "datePublished": "2030-01-01",
        "author": "Somebody Else",
    }
    listed = {"@type": "ItemList", "itemListElement": [others, {"@type": "ListItem", "item": others}]}
    block = f"<script type='application/ld+json'>{json.dumps(listed)}</script></head>"
    assert (
        read(daily(NEWS[0]).replace("</head>", block).replace("<head>", f"<head>{block[:-7]}")).title == NEWS[0].title
    )


def test_of_several_articles_in_the_data_the_one_at_the_pages_address_counts() -> None:
    other = {
        "@type": "NewsArticle", "headline": "Other news", "datePublished": "2030-01-01", "author": "Somebody Else",
        "url": "https://harbourpost.example/other",
    }  # fmt: skip
    block = f"<head><script type='application/ld+json'>{json.dumps(other)}</script>"
    article = read(accelerated(NEWS[0]).replace("<head>", block))
    assert (article.byline, article.published.date) == (NEWS[0].byline, NEWS[0].day)


@pytest.mark.parametrize(
    "link",
    [
        "<p><strong>READ MORE: <a href='/r'>How the night of the storm went, hour by hour</a></strong></p>",
        "<p>[<a href='/r'>Related: the bridge that nobody wanted to build</a>]</p>",
        "<p><a href='/r'>The last lamplighter</a> | <a href='/s'>A queen and a cod</a></p>",
    ],
)
def test_a_paragraph_that_is_a_link_is_no_part_of_the_body(link: str) -> None:
    second = f"<p class='dcr-16w5gq9'>{NEWS[0].paragraphs[2]}"
    source = daily(NEWS[0])
    assert second in source
    assert read(source.replace(second, link + second)).text == "\n\n".join(NEWS[0].paragraphs)


def test_a_body_in_parts_is_read_whole() -> None:
    """Containers of one class one after another, advertisements between them."""
    ways = ("by the upper bank", "by the lower bank")
    chunks = [
        "".join(f"<p>{text} So it was on Monday, said those who had come {way}.</p>" for text in NEWS[0].paragraphs)
        for way in ways
    ]
    opening = "<div class='grid'><div class='article__body inner'>"
    between = f"</div></div><div class='ad'><span>Advertisement</span></div>{opening}"
    body = f"<article>{opening}{between.join(chunks)}</div></div></article>"
    source = f"<html><head><title>x</title></head><body><h1>{NEWS[0].title}</h1>{body}</body></html>"
    first = "\n".join(_extracted(page_tree(source)))
    assert ways[0] in first
    assert ways[1] not in first  # what the parser finds by itself
    text = read(source).text
    assert [text.count(way) for way in ways] == [len(NEWS[0].paragraphs)] * 2
    assert "Advertisement" not in text


def test_a_sentence_with_links_stays() -> None:
    words = (
        "<p><a href='/a'>The ministers of both countries met in Lowbridge</a>, <a href='/b'>as they had said</a>.</p>"
    )
    source = daily(NEWS[0]).replace("<p class='dcr-16w5gq9'>Under", f"{words}<p>Under")
    assert "The ministers of both countries met in Lowbridge, as they had said." in read(source).text


@pytest.mark.parametrize(
    "mark", ["Comments", "Published", "Source: The Wire 2031-05-05 20:15:00", "Updated 5 May 2031, 20:15"]
)
def test_a_word_or_a_stamp_at_the_edge_of_the_body_is_the_pages(mark: str) -> None:
    source = daily(NEWS[0])
    edge = f"id='maincontent'><p>{mark}</p>"
    assert read(source.replace("id='maincontent'>", edge)).text == "\n\n".join(NEWS[0].paragraphs)

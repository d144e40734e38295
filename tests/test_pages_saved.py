"""What saved pages promise: body and fields as a reader sees them, origins that lead into the source, bounded time."""

from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

from briefings.model import Article, Seed
from briefings.seeds.forms.forms import articles_of
from briefings.seeds.forms.saved_pages import page_tree
from briefings.seeds.reading import Unreadable
from made import Bar
from made_pages import NEWS, News, json_ld_plain, open_graph, pages
from sizes import tried

PAGES = list(pages())
FIELDS: dict[str, tuple[Callable[[Article], object], Callable[[News], object]]] = {
    "headline": (lambda article: article.title, lambda news: news.title),
    "outlet": (lambda article: article.outlet, lambda news: news.outlet),
    "byline": (lambda article: article.byline, lambda news: news.byline),
    "date": (lambda article: article.published.date, lambda news: news.day),
}


def read(source: str, name: str = "page.html") -> Article:
    (article,) = articles_of(Seed(path=name, sha256="0" * 64, encoding="utf-8", raw=source))
    assert isinstance(article, Article)
    for text, seed, length in article.origin:
        assert article.text[text : text + length] == source[seed : seed + length]
    return article


def test_there_are_thirty_pages() -> None:
    assert len(PAGES) == 30


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_is_right_on_at_least_28_of_30_pages(field: str) -> None:
    found, wanted = FIELDS[field]
    wrong = [name for name, news, source in PAGES if found(read(source)) != wanted(news)]
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize(("name", "news", "source"), PAGES, ids=[name for name, _, _ in PAGES])
def test_the_body_is_the_same_in_every_form_of_page(name: str, news: News, source: str) -> None:
    article = read(source)
    assert article.text == "\n\n".join(news.paragraphs), name
    assert sum(length for _, _, length in article.origin) > 0.95 * len(article.text)
    assert article.warnings == ()


def test_address_and_section_are_read_and_a_date_from_data_says_so() -> None:
    article = read(json_ld_plain(NEWS[0]))
    assert (article.url, article.section) == (NEWS[0].url, NEWS[0].section)
    assert article.published.source == "metadata"
    assert article.published.how == "stated in its data: “datePublished: 2031-05-05T08:30:00+02:00”"


def test_the_day_is_the_one_where_the_outlet_is() -> None:
    source = json_ld_plain(NEWS[0]).replace("2031-05-05T08:30:00+02:00", "2031-05-05T00:30:00+10:00")
    assert read(source).published.date == "2031-05-05"


@pytest.mark.parametrize("none", ["0001-01-01T00:00:00Z", "1970-01-01", "soon", "", "2031-02-31"])
def test_what_is_no_day_is_passed_over(none: str) -> None:
    source = open_graph(NEWS[0]).replace("2031-05-05T06:00:00Z", none).replace("2031-12-31T06:00:00Z", none)
    assert read(source.replace("<h1>", "<p>5 May 2031</p><h1>")).published.source != "metadata"


@pytest.mark.parametrize(
    ("said", "address", "outlet"),
    [
        ({"og:site_name": "harbourpost", "publisher": "The Harbour Post"}, "harbourpost.example", "The Harbour Post"),
        ({"og:site_name": "The Harbour Post | News of the river"}, "harbourpost.example", "The Harbour Post"),
        ({"og:site_name": "harbourpost.example"}, "harbourpost.example", "harbourpost.example"),
        ({"og:site_name": "U.S. edition", "publisher": "Norland Herald"}, "nh.example", "Norland Herald"),
        ({"og:site_name": "HWTV.com", "publisher": "HWTV Convergence Limited"}, "hwtv.example", "HWTV.com"),
        ({"og:site_name": "Lowbridge Mail", "publisher": "River Holdings Ltd"}, "x.example", "Lowbridge Mail"),
    ],
)
def test_of_several_names_the_address_bears_one_out(said: dict[str, str], address: str, outlet: str) -> None:
    tags = "".join(f'<meta property="{key}" content="{text}">' for key, text in said.items())
    paragraphs = "".join(f"<p>{text}</p>" for text in NEWS[0].paragraphs)
    head = f"<head>{tags}<link rel=canonical href='https://www.{address}/a/b.html'></head>"
    assert (
        read(f"<html>{head}<body><article><h1>{NEWS[0].title}</h1>{paragraphs}</article></body></html>").outlet
        == outlet
    )


def test_a_quotation_stays_as_the_page_has_it() -> None:
    odd = "<p>“Never&nbsp;again,”\u00a0she said: &quot;no &amp; <i>no</i>&quot;, 'and&rsquo;s' <b>f</b>inal.</p>"
    text = read(open_graph(NEWS[0]).replace("<p>", odd + "<p>", 1)).text
    assert "“Never\u00a0again,”\u00a0she said: \"no & no\", 'and’s' final." in text


def test_a_dateline_in_the_page_is_a_place() -> None:
    source = json_ld_plain(NEWS[0]).replace("<p>The governments", "<p>LOWBRIDGE, Norland (AP) — The governments")
    article = read(source)
    assert article.place == "Lowbridge, Norland"
    assert article.text.startswith("The governments")


def test_a_page_whose_text_only_its_data_hold_is_read_from_them() -> None:
    body = "\\n\\n".join(text.replace('"', "") for text in NEWS[0].paragraphs)
    source = json_ld_plain(NEWS[0]).replace(
        '"@type": "NewsArticle"', f'"@type": "NewsArticle", "articleBody": "{body}"'
    )
    head = source[: source.index("<body>")]
    article = read(head + "<body><div id='app'></div></body></html>")
    assert article.text == "\n\n".join(NEWS[0].paragraphs)


@pytest.mark.parametrize("source", ["<html></html>", "<html><body></body></html>", "<p></p>", "<!-- only this -->"])
def test_a_page_without_a_text_is_named(source: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(source)
    assert caught.value.fault.reason == "a page without an article's text"
    assert "save it again" in caught.value.fault.mend


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_page_that_was_cut_off_gives_what_is_left(share: float) -> None:
    for _, news, source in PAGES:
        cut = source[: int(len(source) * share)]
        try:
            article = read(cut)
        except Unreadable:
            assert news.paragraphs[0][:80] not in cut
            continue
        assert article.text


LONG = "".join(f"<p>The minister said it for the {i}th time, and left the room.</p>" for i in range(tried(15_000)))
HOSTILE = {
    "nested elements": "<div>" * tried(100_000) + "The minister said it." + "</div>" * tried(100_000),
    "open tags": "<a" * tried(500_000),
    "scripts without an end": "<script>" * tried(200_000),
    "comments without an end": "<!--" * tried(200_000),
    "entities": "&amp;" * tried(200_000),
    "JSON nested deep": f"<script type='application/ld+json'>{'[' * tried(100_000)}</script>{LONG[:3000]}",
    "paragraphs": LONG,
    "one long word": "<p>" + "a" * tried(1_000_000),
    "spaces and tags": "<p> \n" * tried(200_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_seconds_not_hours(name: str, bar: Bar) -> None:
    with bar(20), suppress(Unreadable):
        read(f"<html><body>{HOSTILE[name]}</body></html>")


@pytest.mark.parametrize("attribute", ["a{}=b", "a{}", 'a{}="b c"'])
def test_attributes_without_end_hold_no_page_up(attribute: str) -> None:
    tag = "<div " + " ".join(attribute.format(number) for number in range(60_000)) + ">"
    paragraphs = "".join(f"<p>{line}</p>" for line in NEWS[0].paragraphs)
    started = process_time()
    made = read(f"<html><body>{tag}{paragraphs}</body></html>")
    assert process_time() - started < 4
    assert NEWS[0].paragraphs[0] in made.text


def test_a_picture_in_an_attribute_is_no_tag_without_end() -> None:
    assert page_tree(f'<body><p><img src="data:,{"A" * 90_000}" alt="Bridge">').find(".//img").get("alt") == "Bridge"

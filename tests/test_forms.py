"""What the other forms promise: records, feeds, mails and Markdown give the article that a text gives, or a reason."""

import base64
import json
import quopri
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from html import escape
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.model import Article, Fault, Seed
from briefings.seeds.forms.forms import articles_of
from briefings.seeds.reading import Unreadable, read_seed
from made import ROOT, Bar
from made_pages import NEWS, News, json_ld_plain, microdata, plain
from sizes import tried

PLAIN = NEWS[1]


def read(raw: str, name: str) -> tuple[Article | Fault, ...]:
    found = articles_of(Seed(path=name, sha256="0" * 64, encoding="utf-8", raw=raw))
    for article in found:
        if isinstance(article, Article):
            assert article.seed.raw == raw or "base64" in raw
            for text, seed, length in article.origin:
                assert article.text[text : text + length] == article.seed.raw[seed : seed + length]
    return found


def article_of(raw: str, name: str) -> Article:
    (article,) = read(raw, name)
    assert isinstance(article, Article)
    return article


def fault_of(raw: str, name: str) -> Fault:
    try:
        (fault,) = read(raw, name)
    except Unreadable as error:
        fault = error.fault
    assert isinstance(fault, Fault)
    assert fault.mend
    return fault


def text(news: News) -> str:
    return "\n\n".join([news.outlet, news.title, f"By {news.byline}", news.spelled, *news.paragraphs, "Share it"])


def markdown(news: News) -> str:
    head = f'title: {news.title}\noutlet: "{news.outlet}"\nauthor: {news.byline}\ndate: {news.day}\nurl: {news.url}\n'
    return f"---\n{head}section: {news.section}\n---\n\n" + "\n\n".join(news.paragraphs) + "\n"


def schema_org(news: News) -> dict[str, object]:
    return {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": news.title, "datePublished": news.day,
        "author": [{"@type": "Person", "name": name} for name in news.byline.split(" and ")],
        "publisher": {"name": news.outlet}, "articleSection": news.section, "url": news.url,
        "articleBody": "\n\n".join(news.paragraphs),
    }  # fmt: skip


def news_please(news: News) -> dict[str, object]:
    return {
        "title": news.title, "authors": news.byline.split(" and "), "date_publish": f"{news.day} 08:30:00",
        "date_download": "2031-12-31 00:00:00", "source_domain": news.outlet, "url": news.url, "language": "en",
        "maintext": "\n".join(news.paragraphs),
    }  # fmt: skip


def ninjs(news: News) -> dict[str, object]:
    return {
        "uri": news.url, "type": "text", "headline": news.title, "byline": f"By {news.byline}", "source": news.outlet,
        "versioncreated": f"{news.day}T09:00:00Z", "subject": [{"code": "1", "name": news.section}],
        "body_html": "".join(f"<p>{escape(one, quote=False)}</p>" for one in news.paragraphs),
    }  # fmt: skip


def as_json(record: Callable[[News], dict[str, object]], *, ascii_only: bool = False) -> Callable[[News], str]:
    return lambda news: json.dumps(record(news), ensure_ascii=ascii_only, indent=1)


def rss(news: News, *, cdata: bool = True) -> str:
    words = "".join(f"<p>{escape(one, quote=False)}</p>" for one in news.paragraphs)
    body = f"<![CDATA[{words}]]>" if cdata else escape(words, quote=False)
    day = {"2031-05-05": "Mon, 05 May", "2031-11-30": "Sun, 30 Nov", "2031-01-02": "Thu, 02 Jan"}[news.day]
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{news.outlet}</title><link>https://example.org/</link><item><title>{news.title}</title>"
        f"<link>{news.url}</link><dc:creator>{news.byline}</dc:creator><category>{news.section}</category>"
        f"<pubDate>{day} 2031 23:30:00 +0530</pubDate><description>Short.</description>"
        f"<content:encoded>{body}</content:encoded></item></channel></rss>"
    )


def rss_escaped(news: News) -> str:
    return rss(news, cdata=False)


def atom(news: News) -> str:
    words = "".join(f"<p>{escape(one, quote=False)}</p>" for one in news.paragraphs)
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>' + news.outlet + "</title><entry><title>" + news.title
        + f"</title><link href='{news.url}'/><published>{news.day}T10:00:00Z</published><author>"
        f"<name>{news.byline}</name></author><category term='{news.section}'/>"
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{words}</div></content></entry></feed>"
    )  # fmt: skip


def mail(news: News, *, coding: str = "8bit", html: bool = False) -> str:
    body = plain(news) if html else text(news)
    coded = {
        "8bit": body,
        "quoted-printable": quopri.encodestring(body.encode()).decode(),
        "base64": base64.encodebytes(body.encode()).decode(),
    }
    return (
        f"From: {news.outlet} <news@example.org>\nTo: desk@example.org\n"
        f"Subject: Fwd: {news.title.replace('“', '').replace('”', '')}\nDate: Mon, 5 Jan 2032 10:00:00 +0000\n"
        f"MIME-Version: 1.0\nContent-Type: text/{'html' if html else 'plain'}; charset=utf-8\n"
        f"Content-Transfer-Encoding: {coding}\n\n{coded[coding]}"
    )


def two_parts(news: News) -> str:
    """A page and the same as plain text, both in base64, the second of which is the body."""
    head = f"From: {news.outlet} <news@example.org>\nSubject: x\nContent-Type: multipart/alternative; boundary=b\n\n"
    parts = [mail(news, coding="base64", html=html).partition("MIME-Version: 1.0\n")[2] for html in (True, False)]
    return head + "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"


FORMS: dict[str, tuple[str, Callable[[News], str]]] = {
    "text": ("x.txt", text),
    "page with JSON-LD": ("x.html", json_ld_plain),
    "page with microdata": ("x.htm", microdata),
    "Markdown": ("x.md", markdown),
    "schema.org": ("x.json", as_json(schema_org)),
    "schema.org in ASCII": ("x.json", as_json(schema_org, ascii_only=True)),
    "news-please": ("x.json", as_json(news_please)),
    "ninjs": ("x.json", as_json(ninjs)),
    "lines of JSON": ("x.jsonl", lambda news: json.dumps(schema_org(news)) + "\n"),
    "RSS": ("x.rss", rss),
    "RSS, escaped": ("x.xml", rss_escaped),
    "Atom": ("x.atom", atom),
    "mail": ("x.eml", mail),
    "mail, quoted-printable": ("x.eml", lambda news: mail(news, coding="quoted-printable")),
    "mail, base64": ("x.eml", lambda news: mail(news, coding="base64")),
    "mail with a page, quoted-printable": ("x.eml", lambda news: mail(news, coding="quoted-printable", html=True)),
    "mail with a page, base64": ("x.eml", lambda news: mail(news, coding="base64", html=True)),
    "mail of two parts": ("x.eml", two_parts),
    "mail with a page": ("x.eml", lambda news: mail(news, html=True)),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("news", NEWS, ids=[news.outlet for news in NEWS])
def test_every_form_of_one_article_gives_the_same_body_and_the_same_fields(form: str, news: News) -> None:
    name, write = FORMS[form]
    article = article_of(write(news), name)
    assert article.text == "\n\n".join(news.paragraphs)
    assert (article.outlet, article.byline) == (news.outlet, news.byline)
    assert article.published.date == news.day
    assert article.title == news.title or (form.startswith("mail") and "“" in news.title)
    assert sum(length for _, _, length in article.origin) > 0.9 * len(article.text)
    assert article.warnings == ()


SENTENCES = st.lists(
    st.sampled_from(["The mayor", "A court", "“Nobody”, she", "Norland’s queen", "Ida & Bo", "The port"]).flatmap(
        lambda who: st.sampled_from(["said on Monday that", "told reporters who", "denied in May that"]).map(
            lambda what: f"{who} {what} the bridge would open again in the summer, after a year of repairs."
        )
    ),
    min_size=3,
    max_size=8,
    unique=True,
)


@settings(max_examples=tried(25))
@given(SENTENCES)
def test_whatever_the_article_its_forms_agree(sentences: list[str]) -> None:
    news = News(
        title=PLAIN.title, outlet=PLAIN.outlet, byline=PLAIN.byline, day=PLAIN.day, spelled=PLAIN.spelled,
        section=PLAIN.section, url=PLAIN.url, paragraphs=tuple(sentences),
    )  # fmt: skip
    bodies = {form: article_of(write(news), name).text for form, (name, write) in FORMS.items()}
    assert set(bodies.values()) == {"\n\n".join(sentences)}


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "koi8-r"])
def test_a_mail_in_another_encoding_has_its_words_and_their_origins(tmp_path: Path, coding: str, charset: str) -> None:
    words = {"utf-8": "“Zürich”", "cp1252": "“Zürich”", "koi8-r": "Цюрих"}[charset]
    body = (
        f"Bridge opens\n\nThe mayor of {words} said on Monday that the bridge would open, in spite of the rain.\n" * 2
    )
    coded = {
        "quoted-printable": quopri.encodestring(body.encode(charset)), "8bit": body.encode(charset),
        "base64": base64.encodebytes(body.encode(charset)),
    }  # fmt: skip
    head = f"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {coding}\n\n"
    (tmp_path / "x.eml").write_bytes(head.encode() + coded[coding])
    (article,) = articles_of(read_seed(tmp_path / "x.eml", "x.eml"))
    assert isinstance(article, Article)
    at = article.text.index(words)
    assert article.text[at:].startswith(f"{words} said on Monday")
    covered = {place for start, _, length in article.origin for place in range(start, start + length)}
    assert len(covered) > 0.8 * len(article.text)
    assert coding == "quoted-printable" or at in covered
    for start, seed, length in article.origin:
        assert article.text[start : start + length] == article.seed.raw[seed : seed + length]


def test_a_file_of_several_gives_one_article_each_by_number() -> None:
    lines = "\n\n".join(json.dumps(schema_org(news)) for news in NEWS) + "\n"
    listed = json.dumps({"articles": [schema_org(news) for news in NEWS]})
    for raw, name in ((lines, "x.jsonl"), (listed, "x.json")):
        found = read(raw, name)
        assert [one.seed.path for one in found if isinstance(one, Article)] == [f"{name}#1", f"{name}#2", f"{name}#3"]
        assert [one.title for one in found if isinstance(one, Article)] == [news.title for news in NEWS]


def test_an_article_of_a_file_is_known_again_when_others_come_before_it() -> None:
    one, two = json.dumps(schema_org(NEWS[0])), json.dumps(schema_org(NEWS[1]))
    for first, second, name in (
        (f"{one}\n", f"{two}\n{one}\n", "x.jsonl"),
        (f"[{one},{two}]", f"[{two},{one}]", "x.json"),
        (rss(NEWS[0]), rss(NEWS[0]).replace("<item>", "<item><title>New</title></item><item>"), "x.rss"),
    ):
        before = {part.title: part.seed.sha256 for part in read(first, name) if isinstance(part, Article)}
        after = {part.title: part.seed.sha256 for part in read(second, name) if isinstance(part, Article)}
        assert after[NEWS[0].title] == before[NEWS[0].title]
        assert len(set(after.values())) == len(after)


def test_one_bad_line_is_named_and_the_others_are_read() -> None:
    raw = (
        json.dumps(schema_org(NEWS[0]))
        + "\n{oh\n\n"
        + json.dumps({"headline": "No text"})
        + "\n"
        + json.dumps(news_please(NEWS[2]))
    )
    first, second, third, fourth = read(raw, "x.jsonl")
    assert isinstance(first, Article)
    assert isinstance(fourth, Article)
    assert isinstance(second, Fault)
    assert (second.path, second.line) == ("x.jsonl#2", 2)
    assert isinstance(third, Fault)
    assert (third.path, third.line, third.reason) == ("x.jsonl#3", 4, "no text in this record")


def test_the_same_paragraph_in_two_records_leads_back_to_its_own() -> None:
    raw = "\n".join(json.dumps(schema_org(NEWS[0]) | {"headline": f"Bridge, part {i}"}) for i in range(3))
    starts = [one.origin[0].seed for one in read(raw, "x.jsonl") if isinstance(one, Article)]
    assert starts == sorted(set(starts))


def test_a_feed_with_a_summary_only_says_so_and_gives_the_others() -> None:
    whole = rss(NEWS[0])
    short = "<item><title>Ferry late</title><description>The ferry is late again.</description></item>"
    first, second = read(whole.replace("</channel>", short + "</channel>"), "x.rss")
    assert isinstance(first, Article)
    assert isinstance(second, Fault)
    assert (second.path, second.reason) == ("x.rss#2", "a summary of 24 letters, not an article: “Ferry late”")


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    raw = (
        "# Bridge to Estaria opens again\n\nThe **mayor** of [Lowbridge](https://example.org/l) said *no* on Monday,"
        "\nand left.\n\n> “Never `again`,” she said of snake_case_words and 2 * 3.\n\n![a bridge](b.png)\n\n"
        "## What next\n\nShe will meet the press on Friday.\n"
    )
    article = article_of(raw, "x.md")
    assert article.title == "Bridge to Estaria opens again"
    assert article.text == (
        "The mayor of Lowbridge said no on Monday, and left.\n\n“Never again,” she said of"
        " snake_case_words and 2 * 3.\n\nWhat next\n\nShe will meet the press on Friday."
    )


def test_a_key_that_nobody_knows_is_a_warning_with_its_line() -> None:
    article = article_of(markdown(NEWS[0]).replace("section:", "colour:"), "x.md")
    (warning,) = article.warnings
    assert (warning.line, warning.broken) == (7, False)
    assert "colour" in warning.reason
    assert "headline" in warning.mend


def test_a_day_or_an_address_in_a_front_matter_that_is_none_is_named_with_its_line() -> None:
    raw = "---\ntitle: Bridge opens\ndate: 2031-15-07\nurl: example\n---\n\nThe bridge at Orla opened on Monday.\n"
    told = [(one.line, one.reason, one.mend, one.broken) for one in article_of(raw, "x.md").warnings]
    assert told == [
        (3, "“2031-15-07” is no day", "write it like 2025-05-05", False),
        (4, "“example” is no address", "write it like https://example.org/page", False),
    ]


@pytest.mark.parametrize(
    ("raw", "name", "reason"),
    [
        ("{", "x.json", "not JSON: Expecting property name enclosed in double quotes (character 2)"),
        ("[" * 100_000, "x.json", "JSON that is nested too deep"),
        ('{"a":' * 100_000, "x.jsonl", "JSON that is nested too deep"),
        ("[]", "x.json", "no text in this record"),
        ("3", "x.json", "no text in this record"),
        ('{"headline": "Bridge"}', "x.json", "no text in this record"),
        ("Subject: Hello\n\n", "x.eml", "a mail without an article's text"),
        ("From: a@example.org", "x.eml", "a mail without an article's text"),
        ("Content-Type: application/pdf\n\nJVBERi0=", "x.eml", "a mail without an article's text"),
        ("<html><body><p>No.</p></body></html>", "x.xml", "XML, but no feed"),
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", "x.rss", "a feed without entries"),
        ("---\ntitle: x\n---\n", "x.md", "no text under its front matter"),
    ],
)
def test_what_holds_no_article_is_named(raw: str, name: str, reason: str) -> None:
    assert fault_of(raw, name).reason == reason


BOMB = "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10))
HOSTILE = {
    "a bomb of entities": ("x.rss", f"<!DOCTYPE rss [<!ENTITY a0 'ha'>{BOMB}]><rss><channel>&a9;</channel></rss>"),
    "a feed nested deep": ("x.xml", "<rss>" * tried(100_000)),
    "a feed of entries": ("x.rss", "<rss version='2.0'><channel>" + "<item><title>a</title></item>" * tried(20_000)),
    "brackets in Markdown": ("x.md", "[" * tried(200_000) + "a"),
    "stars in Markdown": ("x.md", "*a " * tried(200_000)),
    "fences": ("x.md", "---\n" * tried(200_000)),
    "parts within parts": (
        "x.eml",
        "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(tried(5_000))),
    ),
    "a long mail without a line end": ("x.eml", "Subject: a\n\n" + "a" * tried(1_000_000)),
    "lines of JSON": ("x.jsonl", '{"a": 1}\n' * tried(50_000)),
    "one long string": ("x.json", json.dumps({"articleBody": "The mayor said it. " * tried(50_000)})),
    "escapes": ("x.json", '{"articleBody": "' + "\\u0061" * tried(500_000) + '"}'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_seconds_not_hours(name: str, bar: Bar) -> None:
    form, raw = HOSTILE[name]
    with bar(20), suppress(Unreadable):
        read(raw, form)


def test_a_newsroom_of_texts_imports_none_of_the_libraries_of_other_forms(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(text(NEWS[0]), "utf-8")
    code = (
        "import sys, pathlib; from briefings.seeds.gathering import gather_seeds; "
        "assert gather_seeds([pathlib.Path(sys.argv[1])]).articles; "
        "print({'trafilatura', 'lxml', 'feedparser', 'ftfy'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "plugins")},
    )  # fmt: skip
    assert ran.stdout == "set()\n"


BODY = "\n\n".join(NEWS[0].paragraphs)


def test_a_number_of_any_length_loses_no_record() -> None:
    figure = "9" * 5000
    lines = [json.dumps({"headline": "Bridge", "articleBody": BODY}) for _ in range(2)]
    lines.insert(1, lines[0].replace("{", f'{{"wordCount": {figure}, ', 1))
    assert all(isinstance(one, Article) for one in read("\n".join(lines), "x.jsonl"))
    article_of(lines[1], "x.json")
    whole = read(f"[{lines[0]}, {lines[1]}]", "x.json")
    assert [one.title for one in whole if isinstance(one, Article)] == ["Bridge", "Bridge"]


def test_a_page_whose_data_have_a_number_of_any_length_keeps_what_they_state() -> None:
    data = '{"@type": "NewsArticle", "headline": "Bridge opens", "wordCount": %s}' % ("9" * 5000)
    paragraphs = "".join(f"<p>{line}</p>" for line in NEWS[0].paragraphs)
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body>{paragraphs}</body></html>'
    assert article_of(page, "x.html").title == "Bridge opens"


@pytest.mark.parametrize(
    "day",
    [
        *("Mon, 05 May 2031 10:00:00 +9999999999999", "Mon, 05 May 99999999999 10:00:00 +0000", "5 " * 5000, "soon"),
        *("Mon, 1 Jan 0001 00:00:00 +2359", "Mon, 1 Jan 0099 00:00:00 +0000"),
    ],
)
def test_a_mail_of_a_day_that_is_none_is_undated_and_says_so(day: str) -> None:
    made = article_of(f"Subject: Bridge\nFrom: Anna <a@example.org>\nDate: {day}\n\n{BODY}\n", "x.eml")
    assert (made.title, made.outlet, made.published.date) == ("Bridge", "Anna", None)
    assert made.warnings[-1].reason.startswith("its header “Date” is no day: “")
    assert not made.warnings[-1].broken


@pytest.mark.parametrize("day", ["Mon, 5 May 31 10:00:00 +0000", "Mon, 5 May 2031 01:00:00 +0000"])
def test_a_year_of_two_digits_in_a_mail_is_one_of_this_century(day: str) -> None:
    made = article_of(f"Subject: Bridge\nFrom: Anna <a@example.org>\nDate: {day}\n\n{BODY}\n", "x.eml")
    assert made.published.date == "2031-05-05"


@pytest.mark.parametrize("name", ["Subject", "From", "Content-Disposition", "Content-Transfer-Encoding"])
def test_no_header_of_a_mail_loses_its_text(name: str) -> None:
    for value in ("9" * 5000, "[", "<", "=?", "=?utf-8?b?=?=", "a*0*=" + "9" * 5000, ";" * 50, '"', "(" * 200, "@,;:"):
        made = article_of(f"{name}: {value}\nDate: Mon, 5 May 2031 10:00:00 +0000\n\n{BODY}\n", "x.eml")
        assert NEWS[0].paragraphs[0] in made.text


ENDLESS = {
    "parameters": "Content-Type: text/plain; " + "; ".join(f"a*{number}=b" for number in range(40_000)),
    "folded parameters": "Content-Type: text/plain; " + ";\n ".join(f"a*{number}=b" for number in range(40_000)),
    "languages": "Content-Disposition: inline; " + "; ".join(f"a*{number}*=b" for number in range(40_000)),
    "brackets": "From: " + "(" * 200_000,
    "addresses": "From: " + ", ".join(["a <a@example.org>"] * 20_000),
    "words": "Subject: " + " ".join(["=?utf-8?q?=20?="] * 20_000),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_header_without_end_is_cut_with_a_warning(name: str) -> None:
    started = process_time()
    made = article_of(f"{ENDLESS[name]}\nDate: Mon, 5 May 2031 10:00:00 +0000\n\n{BODY}\n", "x.eml")
    assert process_time() - started < 5
    assert made.published.date == "2031-05-05"
    header = ENDLESS[name].partition(":")[0]
    assert f"a header of more than 2,000 characters, “{header}”: cut" in [one.reason for one in made.warnings]


def test_of_a_front_matter_without_end_some_lines_are_named() -> None:
    started = process_time()
    made = article_of("---\n" + "nobody knows\n" * 100_000 + f"title: Bridge\n---\n\n{BODY}\n", "x.md")
    assert process_time() - started < 5
    assert made.title == "Bridge"
    assert len(made.warnings) == 20
    assert "more" in made.warnings[-1].reason


@pytest.mark.parametrize("coding", ["8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("claim", ["", "us-ascii", "x-nobodys", "zip", "punycode"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_mail_whose_encoding_nobody_knows_keeps_its_words(
    tmp_path: Path, charset: str, claim: str, coding: str
) -> None:
    data = BODY.replace("'", "’").encode(charset)
    coded = {"8bit": bytes, "quoted-printable": quopri.encodestring, "base64": base64.encodebytes}[coding](data)
    claimed = f"; charset={claim}" if claim else ""
    head = f"Subject: a\nContent-Type: text/plain{claimed}\nContent-Transfer-Encoding: {coding}\n\n"
    (tmp_path / "x.eml").write_bytes(head.encode() + coded)
    (made,) = articles_of(read_seed(tmp_path / "x.eml", "x.eml"))
    assert isinstance(made, Article)
    assert NEWS[0].paragraphs[0].replace("'", "’") in made.text
    known = claim in ("", "us-ascii")
    assert known or any(f"“{claim}”, which it claims, is no encoding of a text" in one.reason for one in made.warnings)

"""Saved pages of made-up outlets, in the forms that news sites use: thirty, each with what a reader sees in it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a page is about, and what must be read from it."""

    title: str
    outlet: str
    byline: str
    day: str  # ISO
    spelled: str  # the same day as the page writes it
    section: str
    url: str
    paragraphs: tuple[str, ...]


NEWS = (
    News(
        title="Norland reopens the bridge to Estaria after a year",
        outlet="The Harbour Post",
        byline="Anna Lind",
        day="2031-05-05",
        spelled="5 May 2031",
        section="World",
        url="https://harbourpost.example/world/bridge-reopens",
        paragraphs=(
            "The governments of Norland and Estaria agreed on Monday to reopen the bridge, closed since the floods.",
            "“We have waited a year for this,” said Mara Quill, the mayor of Lowbridge. “A year & a day.”",
            "Under the plan, lorries will cross by day only, and customs on both banks share a register.",
            "Traders on the river said that the deal had come as a surprise, though not as an unwelcome one.",
        ),
    ),
    News(
        title="Court fines ferry company: “no more excuses”",
        outlet="Lowbridge Courier",
        byline="Jo Marsh and Ida Berg",
        day="2031-11-30",
        spelled="November 30, 2031",
        section="Business",
        url="https://www.lowbridge-courier.example/2031/11/30/ferry-fine.html",
        paragraphs=(
            "A court in Lowbridge fined the ferry company two million crowns on Sunday for leaving passengers behind.",
            "Judge Ole Winter said that the company had been warned three times, and had laughed twice.",
            "The company’s lawyer, Tilda Rowe, said it would appeal, since the law knows no timetable for storms.",
            "Passengers who waited through the night of the storm will be paid eighty crowns each, the court ruled.",
        ),
    ),
    News(
        title="Why the lighthouse of Selwyn will not go dark",
        outlet="Selwyn Islands News",
        byline="Keoni Maro",
        day="2031-01-02",
        spelled="Thursday, 2 January 2031",
        section="Culture",
        url="https://selwyn-news.example/culture/lighthouse",
        paragraphs=(
            "The lighthouse of Port Selwyn was to be switched off at the end of the year, and was not.",
            "The minister for harbours, Lani Tua, told islanders on Thursday that ships still need it.",
            "An inquiry had found that the lamp costs less than the ceremony that was planned for its last evening.",
            "The keeper, who has climbed the stairs for forty years, said that he would believe it when he was paid.",
        ),
    ),
)

Layout = Callable[[News], str]


def _words(news: News) -> str:
    return "\n".join(f"<p>{escape(text, quote=False)}</p>" for text in news.paragraphs)


def _page(head: str, body: str, *, title: str) -> str:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    aside = (
        "<aside><h3>Most read</h3><ul><li><a href='/a'>Ten bridges to see before they close</a> "
        "<time datetime='2031-12-24'>24 Dec</time></li><li><a href='/b'>A recipe for river trout</a></li></ul></aside>"
    )
    footer = "<footer><p>All rights reserved. <a href='/terms'>Terms</a> <a href='/contact'>Contact</a></p></footer>"
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{escape(title)}</title>\n{head}\n</head>"
        f"<body>{menu}{body}{aside}{footer}<script>var tracked = 'yes';</script></body></html>"
    )


def _json_ld(data: object) -> str:
    return f'<script type="application/ld+json">\n{json.dumps(data, ensure_ascii=False, indent=1)}\n</script>'


def _meta(contents: Mapping[str, str], key: str = "property") -> str:
    return "\n".join(f'<meta {key}="{name}" content="{escape(text)}">' for name, text in contents.items())


def json_ld_plain(news: News) -> str:
    """One NewsArticle with all of it."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": news.title,
        "datePublished": f"{news.day}T08:30:00+02:00", "dateModified": "2031-12-31T09:00:00+02:00",
        "author": [{"@type": "Person", "name": name} for name in news.byline.split(" and ")],
        "publisher": {"@type": "Organization", "name": news.outlet, "logo": {"@type": "ImageObject", "url": "/l.png"}},
        "mainEntityOfPage": {"@type": "WebPage", "@id": news.url}, "articleSection": news.section,
    }  # fmt: skip
    return _page(
        _json_ld(data), f"<main><article><h1>{news.title}</h1>{_words(news)}</article></main>", title=news.title
    )


def json_ld_graph(news: News) -> str:
    """A graph whose parts refer to one another, as the plugins of blogs write it."""
    people = [{"@type": "Person", "@id": f"#p{i}", "name": name} for i, name in enumerate(news.byline.split(" and "))]
    graph = [
        {"@type": "WebSite", "@id": "#site", "name": news.outlet, "url": "https://example.org/"},
        {"@type": "Organization", "@id": "#org", "name": news.outlet},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "Home"}]},
        {"@type": ["Article", "NewsArticle"], "headline": news.title, "datePublished": news.day,
         "author": [{"@id": person["@id"]} for person in people], "publisher": {"@id": "#org"}, "url": news.url},
        *people,
    ]  # fmt: skip
    head = _json_ld({"@context": "https://schema.org", "@graph": graph})
    return _page(head, f"<div class='content'><h1>{news.title}</h1><div>{_words(news)}</div></div>", title=news.title)


def json_ld_odd(news: News) -> str:
    """A broken block, one of the site, then the article's, with line ends in strings and names alone."""
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    site = _json_ld(
        {"@context": "https://schema.org", "@type": "WebSite", "name": "Search", "url": "https://example.org"}
    )
    article = json.dumps({
        "@type": "http://schema.org/ReportageNewsArticle", "headline": news.title,
        "datePublished": news.day + "T23:59:59Z",
        "author": news.byline.split(" and "), "publisher": news.outlet, "description": "One\nline\nand more",
    }).replace("\\n", "\n")  # fmt: skip
    head = broken + site + f'<script type="application/ld+json">{article};</script>'
    return _page(head, f"<article><header><h1>{news.title}</h1></header>{_words(news)}</article>", title="Page")


def open_graph(news: News) -> str:
    """OpenGraph with the outlet behind the headline, and a meta tag for the author."""
    head = _meta({
        "og:type": "article", "og:title": f"{news.title} | {news.outlet}", "og:site_name": news.outlet,
        "og:url": news.url,
        "article:published_time": f"{news.day}T06:00:00Z", "article:modified_time": "2031-12-31T06:00:00Z",
        "article:section": news.section, "article:author": "https://www.facebook.com/someone",
    }) + _meta({"author": news.byline}, "name")  # fmt: skip
    return _page(
        head, f"<div id='main'><h1>{news.title}</h1>{_words(news)}</div>", title=f"{news.title} | {news.outlet}"
    )


def open_graph_seen(news: News) -> str:
    """OpenGraph for headline and outlet; day and author stand on the page only."""
    head = _meta({"og:title": news.title, "og:site_name": news.outlet})
    head += f'<link rel="canonical" href="{news.url}">'
    body = (
        f"<article><h1>{news.title}</h1><p class='article-byline'>By <a rel='author' href='/x'>{news.byline}</a></p>"
        f"<time datetime='{news.day}T10:15:00+01:00' class='published'>{news.spelled}</time>{_words(news)}</article>"
    )
    return _page(head, body, title=f"{news.title} - {news.outlet}")


def old_meta(news: News) -> str:
    """The tags of older systems."""
    head = _meta({
        "DC.title": news.title, "DC.creator": news.byline, "DC.date.issued": news.day, "DC.publisher": news.outlet,
        "parsely-title": news.title, "section": news.section,
    }, "name")  # fmt: skip
    return _page(head, f"<table><tr><td><h1>{news.title}</h1>{_words(news)}</td></tr></table>", title=news.title)


def microdata(news: News) -> str:
    """Items within items."""
    authors = "".join(
        "<span itemprop='author' itemscope itemtype='https://schema.org/Person'>"
        f"<a href='/p'><span itemprop='name'>{name}</span></a></span> "
        for name in news.byline.split(" and ")
    )
    body = (
        "<article itemscope itemtype='https://schema.org/NewsArticle'>"
        f"<h1 itemprop='headline'>{news.title}</h1><p class='by'>{authors}</p>"
        f"<meta itemprop='datePublished' content='{news.day}T12:00:00Z'><link itemprop='url' href='{news.url}'>"
        "<div itemprop='publisher' itemscope itemtype='https://schema.org/Organization'>"
        f"<meta itemprop='name' content='{news.outlet}'></div>"
        f"<div itemprop='articleBody'>{_words(news)}</div></article>"
    )
    return _page("", body, title=news.title)


def microdata_seen(news: News) -> str:
    """Marks on what the reader sees, two headlines on the page."""
    body = (
        "<h1 class='logo'>News of the day</h1><div itemscope itemtype='https://schema.org/Article'>"
        f"<h2 itemprop='headline'>{news.title}</h2><span itemprop='author'>By {news.byline}</span> | "
        f"<time itemprop='datePublished' datetime='{news.day}'>{news.spelled}</time>"
        f"<span itemprop='publisher' itemscope><b itemprop='name'>{news.outlet}</b></span>{_words(news)}</div>"
    )
    return _page(_meta({"og:title": news.title}), body, title=f"{news.title} – {news.outlet}")


def plain(news: News) -> str:
    """Nothing but what the reader sees: the title of the page, a heading, a byline and a day."""
    body = (
        f"<div><h1>{news.title}</h1><p>By {news.byline}</p><p>{news.spelled}</p>{_words(news)}"
        f"<p><small>© 2031 {news.outlet}. All rights reserved.</small></p></div>"
    )
    return _page("", body, title=f"{news.title} | {news.section} | {news.outlet}")


def plain_old(news: News) -> str:
    """Tables, fonts and line breaks."""
    text = "<br><br>\n".join(escape(text, quote=False) for text in news.paragraphs)
    return (
        f"<HTML><HEAD><TITLE>{news.outlet}: {news.title}</TITLE></HEAD><BODY BGCOLOR=white><TABLE><TR><TD><FONT SIZE=5>"
        f"<B>{news.outlet}</B></FONT></TD></TR><TR><TD><H1>{news.title}</H1><I>By {news.byline}</I><BR>"
        f"<I>{news.spelled}</I><P>{text}</P></TD></TR></TABLE></BODY></HTML>"
    )


LAYOUTS: tuple[Layout, ...] = (
    json_ld_plain, json_ld_graph, json_ld_odd, open_graph, open_graph_seen, old_meta, microdata, microdata_seen, plain,
    plain_old,
)  # fmt: skip


def pages() -> Iterator[tuple[str, News, str]]:
    """Name, news and source of each of the thirty."""
    for layout in LAYOUTS:
        for number, news in enumerate(NEWS, 1):
            yield f"{layout.__name__}-{number}", news, layout(news)

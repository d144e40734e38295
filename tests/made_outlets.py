"""Saved pages in the shapes that large outlets give theirs: agencies, broadcasters, dailies.  All of it is made up."""

# ruff: noqa: E501  pages are markup, and read best as they are served

import json
from collections.abc import Callable, Iterator
from html import escape

from made_pages import NEWS, News

Layout = Callable[[News], str]


def _ld(*data: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)


def _people(news: News) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name, "url": f"/people/{number}"} for number, name in enumerate(_names(news))]


def _names(news: News) -> list[str]:
    return news.byline.split(" and ")


def _words(news: News, tag: str = "p", attributes: str = "") -> list[str]:
    return [f"<{tag} {attributes}>{escape(text, quote=False)}</{tag}>" for text in news.paragraphs]


def _html(head: str, body: str, title: str) -> str:
    return f"<!DOCTYPE html><html lang=en><head><title>{escape(title)}</title>{head}</head><body>{body}</body></html>"


def _og(news: News, site: str | None = None, title: str | None = None) -> str:
    return (
        f'<meta property="og:title" content="{escape(title or news.title)}"><meta property="og:site_name" content="'
        f'{site or news.outlet}"><meta property="og:url" content="{news.url}"><link rel="canonical" href="{news.url}">'
    )


def broadcaster(news: News) -> str:
    """Blocks with hashed classes; the day is "2 days ago" to the eye, related topics and links are sections."""
    data = {
        "@context": "http://schema.org", "@type": "ReportageNewsArticle", "url": news.url, "headline": news.title,
        "publisher": {"@type": "NewsMediaOrganization", "name": news.outlet, "publishingPrinciples": "/about"},
        "datePublished": f"{news.day}T06:12:48.000Z", "dateModified": f"{news.day}T09:12:48.000Z",
        "author": _people(news), "thumbnailUrl": "/x.jpg",
    }  # fmt: skip
    blocks = [f'<div data-component="text-block" class="sc-18fde0d6-0"><div>{text}</div></div>' for text in
              _words(news, attributes='class="sc-eb7bd5f6-0 fYAfXe"')]  # fmt: skip
    picture = (
        '<div data-component="image-block"><figure><div data-testid="image"><img alt="A bridge"><span>Agency</span></div>'
        "<figcaption>The bridge has been closed for a year</figcaption></figure></div>"
    )
    names = "".join(
        f'<div><span data-testid="byline-new-contributors-name">{name}</span></div>' for name in _names(news)
    )
    more = (
        '<section data-component="links-block"><h2>More on this story</h2><ul><li><a href="/1">Ferry strike enters third '
        'week</a></li><li><a href="/2">Why the river rises</a></li></ul></section><section data-component="tags"><h2>'
        'Related topics</h2><a href="/t">Norland</a></section>'
    )
    body = (
        f'<header><nav><a href="/">Home</a><a href="/n">News</a></nav></header><main id="main-content"><article><h1 class='
        f'"sc-518485e5-0">{news.title}</h1><div data-testid="byline-new"><time datetime="{news.day}T06:12:48.000Z">2 days '
        f"ago</time>{names}<button>Share</button><button>Save</button></div>{blocks[0]}{picture}{''.join(blocks[1:])}</article>"
        f"{more}</main><footer>Copyright 2031. The site is not responsible for other sites.</footer>"
    )
    return _html(_og(news) + _ld(data), body, f"{news.title} - {news.outlet}")


def agency(news: News) -> str:
    """Paragraphs are divisions with a number; who reported and who edited stands below, with the agency's standards."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": news.title, "url": news.url,
        "datePublished": f"{news.day}T06:12:48.123Z", "dateModified": f"{news.day}T09:12:48Z", "creator": _names(news),
        "author": _people(news), "publisher": {"@type": "NewsMediaOrganization", "name": news.outlet},
        "articleSection": news.section, "isAccessibleForFree": True,
    }  # fmt: skip
    blocks = [
        f'<div data-testid="paragraph-{number}" class="text__text__1FZLe text__dark-grey__3Ml43">{escape(text, quote=False)}</div>'
        for number, text in enumerate(news.paragraphs)
    ]
    body = (
        f'<div id="fusion-app"><header><a href="/">{news.outlet}</a></header><div class="article"><h1 data-testid="Heading">'
        f'{news.title}</h1><div class="info-content"><span>By </span>{"".join(f"<a rel=author href=/a>{n}</a>" for n in _names(news))}'
        f'</div><time datetime="{news.day}T06:12:48Z"><span>{news.spelled}</span><span>6:12 AM UTC</span><span>Updated 3 mins '
        f'ago</span></time><div class="article-body__content__17Yit">{"".join(blocks)}</div><div class="article-body__element">'
        "<p data-testid='SignOff' class='sign-off'>Reporting by the desk in Lowbridge; Editing by Ole Winter</p>"
        "<p data-testid='Body'>Our Standards: <a href='/p'>The Principles of Trust.</a></p></div></div></div>"
    )
    return _html(_og(news) + _ld({"@type": "WebSite", "name": "x"}, data), body, f"{news.title} | {news.outlet}")


def agency_co_operative(news: News) -> str:
    """A list of objects in one block; enhancements inside the body; the byline in the text of a division."""
    data = [{
        "@context": "http://schema.org", "@type": "NewsArticle", "headline": news.title, "author": _people(news),
        "mainEntityOfPage": {"@type": "NewsArticle", "@id": news.url}, "datePublished": f"{news.day}T06:12:48Z",
        "publisher": [{"@type": "NewsMediaOrganization", "name": news.outlet}],
    }, {"@type": "BreadcrumbList", "itemListElement": []}]  # fmt: skip
    promo = (
        '<div class="Enhancement"><div class="PageListEnhancement"><div class="PagePromo"><div class="PagePromo-title">'
        '<a href="/o"><span>Storm closes the port for a third day in a row</span></a></div></div></div></div>'
    )
    first, *rest = _words(news)
    body = (
        f'<div class="Page-content"><h1 class="Page-headline">{news.title}</h1><div class="Page-byline"><div class="Page-authors">By '
        f'&nbsp;{" and ".join(f"<a class=Link href=/a>{name}</a>" for name in _names(news))}</div><div class="Page-dateModified">Updated '
        f'<bsp-timestamp data-timestamp="1935900000000"></bsp-timestamp></div></div><div class="RichTextStoryBody RichTextBody">'
        f"{first}{promo}{''.join(rest)}</div></div>"
    )
    return _html(_og(news) + _ld(data), body, f"{news.title} | {news.outlet}")


def daily(news: News) -> str:
    """A list of two objects, the page after the article; title with section and outlet; the day in words with a zone."""
    article = {
        "@type": "NewsArticle", "@context": "https://schema.org", "@id": f"https://amp.example/{news.section}",
        "publisher": {"@type": "Organization", "@context": "https://schema.org", "@id": "https://x.example#publisher",
                      "name": news.outlet, "url": "https://x.example/", "sameAs": ["https://social.example/x"]},
        "headline": news.title, "author": [{**one, "sameAs": "https://x.example/profile"} for one in _people(news)],
        "datePublished": f"{news.day}T06:12:48.000Z", "dateModified": "2031-12-31T06:12:48.000Z",
    }  # fmt: skip
    head = _og(news) + _ld([article, {"@type": "WebPage", "@id": news.url}])
    head += f'<meta name="author" content="{", ".join(_names(news))}"><meta property="article:author" content="https://x.example/profile/y">'
    related = (
        "<aside data-name='related'><a href='/r'>Related: The bridge that nobody wanted to build</a></aside><figure "
        "data-name='newsletter'><h4>Sign up for The Morning</h4><p>Our morning letter brings you the stories of the day.</p>"
        "</figure>"
    )
    first, second, *rest = _words(news, attributes="class='dcr-16w5gq9'")
    body = (
        f"<main><article><h1>{news.title}</h1><address aria-label='Contributor info'><div>{' and '.join(f'<a rel=author href=/p>{n}</a>' for n in _names(news))}"
        f"</div></address><details><summary>{news.spelled} 08.12 CEST</summary>Last modified on Wed 31 Dec 2031 08.12 CEST"
        f"</details><div data-gu-name='body' id='maincontent'>{first}{second}{related}{''.join(rest)}</div><div><h2>Explore more on "
        "these topics</h2><ul><li><a href='/n'>Norland</a></li><li><a href='/w'>news</a></li></ul></div></article></main>"
    )
    return _html(head, body, f"{news.title} | {news.section} | {news.outlet}")


def channel(news: News) -> str:
    """A list of recommended stories amid the text, the day twice (once for screen readers), the source at the end."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "mainEntityOfPage": news.url, "headline": news.title,
        "datePublished": f"{news.day}T06:12:48Z", "dateModified": f"{news.day}T06:12:48Z", "author": _people(news)[0]
        if len(_names(news)) == 1 else _people(news), "publisher": {"@type": "Organization", "name": news.outlet},
    }  # fmt: skip
    stories = (
        "<div class='container--more'><div><h2 class='more__heading'>Recommended Stories</h2><span class='screen-reader-text'>list of 3 "
        "items</span><ul><li>list 1 of 3<a href='/1'><h3>Why the ferry is late again</h3></a></li><li>list 2 of 3<a href='/2'>"
        "<h3>Photos: a river in flood</h3></a></li></ul></div></div>"
    )
    first, second, *rest = _words(news)
    body = (
        f"<div id='root'><header class='article-header'><h1>{news.title}</h1><p class='article__subhead'><em>Customs on both banks are to share"
        f" a register.</em></p></header><div class='article-info-block'><div class='article-author-name'>By {news.byline}</div>"
        f"<div class='article-dates'><span class='screen-reader-text'>Published On {news.spelled}</span><span aria-hidden='true'>{news.spelled}"
        f"</span></div></div><main><div class='wysiwyg wysiwyg--all-content' aria-live='polite'>{first}{second}{stories}{''.join(rest)}</div>"
        f"<div class='article-source'><span>Source</span>: <span>{news.outlet} and news agencies</span></div></main></div>"
    )
    return _html(_og(news) + _ld(data), body, f"{news.title} | {news.section} News | {news.outlet}")


def world_service(news: News) -> str:
    """The outlet between dashes before a day in figures in the page's title; topics as tags."""
    data = {
        "@context": "http://schema.org", "@type": "NewsArticle", "headline": news.title, "name": news.title,
        "datePublished": f"{news.day}T06:12:48.123Z", "author": [{"@type": "Person", "name": n} for n in _names(news)],
        "publisher": {"@type": "Organization", "name": news.outlet}, "mainEntityOfPage": {"@id": news.url},
    }  # fmt: skip
    body = (
        f"<div class='page'><article><span class='kicker'>{news.section}</span><h1>{news.title}</h1><header class='author-details'><span"
        f" class='author'><a href='/a' class='author-link'>{' and '.join(_names(news))}</a></span></header><span class='publication'><span>"
        f"<time aria-hidden='false'>{news.spelled}</time></span></span><p class='teaser-text'>The bridge has been closed since the floods.</p>"
        f"<div class='content-area'><div class='rich-text'>{''.join(_words(news))}</div></div></article></div>"
    )
    month, day = news.day[5:7], news.day[8:]
    return _html(_og(news) + _ld(data), body, f"{news.title} – {news.outlet} – {month}/{day}/2031")


def portal(news: News) -> str:
    """Microdata beside JSON-LD beside meta tags, the article's data after the site's, zones of half an hour."""
    article = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": news.title, "url": news.url,
        "articleSection": news.section, "datePublished": f"{news.day}T00:15:00+05:30", "publisher":
        {"@type": "Organization", "name": news.outlet}, "author": {"@type": "Person", "name": ", ".join(_names(news))},
    }  # fmt: skip
    site = {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "name": news.outlet,
        "url": "https://x.example",
    }
    crumbs = {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [{"item": {"name": "News"}}],
    }
    page = {"@type": "WebPage", "name": news.title, "description": "x", "publisher": {"name": "Convergence Ltd"}}
    head = (
        _og(news) + _ld(site, crumbs, page, article) + f'<meta name="publish-date" content="{news.day}T00:15:00+05:30">'
    )
    first, *rest = _words(news)
    body = (
        f"<div class='sp-wrp' itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline' class='sp-ttl'>{news.title}</h1>"
        f"<nav class='pst-by'><span>Reported by: </span><span itemprop='author' itemscope itemtype='https://schema.org/Person'><span itemprop="
        f"'name'>{', '.join(_names(news))}</span></span><span itemprop='dateModified' content='2031-12-31T06:00:00+05:30'>Dec 31</span></nav>"
        f"<div itemprop='articleBody' class='Art-exp_wr'>{first}<div class='adBg'><div>Advertisement</div></div>{''.join(rest)}<p><b></b></p>"
        "<div class='sp-pdg'><a href='/t'>Show full article</a><a href='/c'>Comments</a></div></div></div>"
    )
    return _html(head, body, f"{news.title}")


def portal_of_breaks(news: News) -> str:
    """No paragraph but two line breaks between sentences, advertisements as spans amid them."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": news.title, "datePublished":
        f"{news.day}T06:12:48+05:30", "author": [{"@type": "Person", "name": name} for name in _names(news)],
        "publisher": {"@type": "NewsMediaOrganization", "name": news.outlet},
    }  # fmt: skip
    first, *rest = (escape(text, quote=False) for text in news.paragraphs)
    words = f"{first}<br><br><span class='ad-slot' data-ad='1'></span>" + "<br><br>".join(rest)
    body = (
        f"<div id='app'><div class='HNMDR'><h1><span>{news.title}</span></h1></div><div class='byline'>{' / '.join(_names(news))} / "
        f"Updated: Dec 31, 2031, 08:12 IST</div><div class='clearfix _s30J'>{words}</div><section class='more'><h2>End of Article</h2>"
        "<ul><li><a href='/1'>Trout recipes for a rainy day</a></li></ul></section></div>"
    )
    return _html(_og(news) + _ld(data), body, f"{news.title} | {news.section} News - {news.outlet}")


def daily_abroad(news: News) -> str:
    """Day and last change in one sentence; the author's link in the text; a line that leads to another article."""
    data = {
        "@context": "http://schema.org", "@type": "NewsArticle", "headline": news.title, "datePublished":
        f"{news.day}T08:12:48+02:00", "dateModified": f"{news.day}T09:12:48+02:00", "author": _people(news),
        "publisher": {"@type": "Organization", "name": news.outlet}, "isAccessibleForFree": "false",
        "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "false", "cssSelector": ".article__content"},
    }  # fmt: skip
    first, second, *rest = _words(news, attributes='class="article__paragraph "')
    catcher = '<section class="catcher catcher--inline"><span class="catcher__label">Read more</span><a class="catcher__title" href="/r">The river, a border</a></section>'
    authors = " and ".join(f'<a class="article__author-link" href="/a">{name}</a>' for name in _names(news))
    body = (
        f'<main class="main--article"><header><ul class="breadcrumb"><li>{news.section}</li></ul><h1 class="article__title">{news.title}</h1>'
        f'<p class="article__desc">Lorries will cross by day only.</p><section class="article__author"><span>By {authors}</span></section><section '
        f'class="meta__date"><span class="meta__date-header">Published on {news.spelled}, at 8:12 am (Paris), updated on December 31, 2031, at 9:00 am'
        f'</span></section><span class="meta__reading-time">2 min read</span></header><article class="article__content">{first}{second}{catcher}'
        f'{"".join(rest)}</article><section class="article__reactions"><p>Reuse this content</p></section></main>'
    )
    return _html(_og(news) + _ld(data), body, news.title)


def broadcaster_abroad(news: News) -> str:
    """A graph; the publisher is a reference; days in figures that two orders fit, which the page's own data spell out."""
    graph = [
        {"@type": "Organization", "@id": "https://x.example/#org", "name": news.outlet, "logo": {"@type": "ImageObject"}},
        {"@type": "NewsArticle", "@id": f"{news.url}#article", "headline": news.title, "mainEntityOfPage": news.url,
         "datePublished": f"{news.day}T06:12:48+00:00", "publisher": {"@id": "https://x.example/#org"},
         "author": [{"@type": "Person", "name": name, "@id": f"#{name}"} for name in _names(news)]},
    ]  # fmt: skip
    body = (
        f"<main><article class='t-content'><a class='m-section'>{news.section}</a><h1 class='t-content__title'>{news.title}</h1>"
        f"<div class='t-content__dates'><span class='m-pub-dates'><span>Issued on: <time "
        f"pubdate='pubdate' datetime='{news.day}T06:12:48+0000'>{news.day[8:]}/{news.day[5:7]}/2031 - 06:12</time></span><span>Modified: <time datetime="
        f"'2031-12-31T06:12:48+0000'>31/12/2031 - 06:12</time></span></span></div><div class='t-content__body u-clearfix'>{''.join(_words(news))}</div>"
        "</article><section><h2>Read more</h2><a href='/1'>Port workers end strike</a></section></main>"
    )
    return _html(
        _og(news) + _ld({"@context": "https://schema.org", "@graph": graph}), body, f"{news.title} - {news.outlet}"
    )


def state_agency(news: News) -> str:
    """No data but a few meta tags; the outlet glued to the headline; source and time on a line of their own."""
    head = (
        f'<meta name="publishdate" content="{news.day}"><meta name="source" content="{news.outlet}"><meta name="keywords" content="bridge">'
        f'<link rel="canonical" href="{news.url}">'
    )
    body = (
        f"<div class='domPC'><div class='head'><a href='/'>Home</a> | <a href='/w'>{news.section}</a></div><div class='main'><div class='mheader'><h1>{news.title}</h1>"
        f"<p class='info'><span class='source'>Source: {news.outlet}</span><span class='author'>{news.byline}</span><span class='time'>{news.day} 20:15:00</span></p></div>"
        f"<div id='detail'>{''.join(_words(news))}</div><div class='foot'>Editor: Ole Winter</div></div></div>"
    )
    return _html(head, body, f"\n{news.title}-{news.outlet}\n")


def letter_system(news: News) -> str:
    """A system for letters and members: cards for subscription amid the text, a note of the author below."""
    data = {
        "@context": "https://schema.org", "@type": "Article", "publisher": {"@type": "Organization", "name": news.outlet,
        "url": "https://x.example/"}, "author": _people(news)[0], "contributor": _people(news)[1:], "headline": news.title,
        "url": news.url, "datePublished": f"{news.day}T06:12:48.000Z", "dateModified": f"{news.day}T06:12:48.000Z",
        "mainEntityOfPage": news.url,
    }  # fmt: skip
    first, second, *rest = _words(news)
    card = (
        "<div class='kg-card kg-cta-card'><p>Our journalism is paid for by readers.</p><a class='kg-btn' href='#/portal'>Become a member</a></div>"
        "<div class='kg-card kg-bookmark-card'><a class='kg-bookmark-container' href='/b'><div class='kg-bookmark-title'>How a bridge was lost</div>"
        "<div class='kg-bookmark-description'>A reconstruction of the night of the flood.</div></a></div>"
    )
    head = _og(news) + f'<meta property="article:published_time" content="{news.day}T06:12:48.000Z">' + _ld(data)
    body = (
        f"<main class='g-main'><article class='c-article'><h1 class='c-article__title'>{news.title}</h1><div class='c-article__meta'><span>by "
        f"{', '.join(f'<a href=/author/x>{n}</a>' for n in _names(news))}</span><time datetime='{news.day}'>{news.spelled}</time></div><div class="
        f"'gh-content c-content'>{first}{second}{card}{''.join(rest)}</div><div class='c-author-card'><p>Anna writes about rivers. Follow her.</p></div>"
        "</article></main>"
    )
    return _html(head, body, news.title)


def daily_of_stories(news: News) -> str:
    """Title with section and an outlet in capitals; byline and day as spans; the print edition named at the end."""
    head = (
        _og(news)
        + f'<meta name="author" content="{news.byline}"><meta property="article:published_time" content="{news.day}T05:12:48+05:00">'
    )
    body = (
        f"<div class='main'><article class='story'><h2 class='story__title' data-id='1'><a class='story__link' href='{news.url}'>{news.title}</a></h2><span class='story__byline'>"
        f"<a class='story__byline__link' href='/a'>{news.byline}</a></span><span class='story__time'> Published <span class='timestamp--date'>{news.spelled}</span>"
        f"<span class='timestamp--time'>05:12am</span></span><div class='story__content'>{''.join(_words(news))}</div></article><aside><h3>Read more</h3>"
        "<article class='story'><h2><a href='/1'>Mangoes are late this year</a></h2><span class='story__byline'>Somebody Else</span></article></aside></div>"
    )
    return _html(head, body, f"{news.title} - {news.section} - {news.outlet.upper()}")


def daily_of_the_south(news: News) -> str:
    """Two days at the head, the change first; a link to another article amid the text; comments and share bars."""
    data = {
        "@context": "http://schema.org", "@type": "NewsArticle", "headline": news.title, "url": news.url, "datePublished":
        f"{news.day}T00:10:00+05:30", "dateModified": "2031-12-31T09:00:00+05:30", "publisher": {"@type": "Organization",
        "name": news.outlet}, "author": {"@type": "Person", "name": _names(news) if len(_names(news)) > 1 else news.byline},
    }  # fmt: skip
    first, second, *rest = _words(news)
    body = (
        f"<section class='storyline'><div class='container article-section'><h1 class='title'>{news.title}</h1><h2 class='sub-title'>Customs share a register, and a stove</h2>"
        f"<div class='author'>{''.join(f'<a class=person-name href=/p>{n}</a>' for n in _names(news))}</div><div class='publish-time'><p class='update-publish-time'>Updated - "
        f"December 31, 2031 09:00 am IST - LOWBRIDGE</p><p>Published - {news.spelled} 12:10 am IST</p></div><div class='share-page'><a href='#'>Copy link</a><a href='#'>Email</a>"
        f"<a href='#'>READ LATER</a></div><div id='content-body-1' class='articlebodycontent' itemprop='articleBody'>{first}{second}<div class='also-read'><a href='/a'>Also Read | How "
        f"the bridge fell</a></div>{''.join(rest)}</div><div class='comments-shares'><a>COMMENTS</a><a>SHARE</a></div></div></section>"
    )
    return _html(_og(news) + _ld(data), body, f"{news.title} - {news.outlet}")


def cable(news: News) -> str:
    """The day in the outlet's own words; the byline ends with the outlet; its name opens the first paragraph."""
    data = {
        "@context": "https://schema.org", "@type": ["NewsArticle"], "headline": news.title, "url": news.url, "datePublished":
        f"{news.day}T06:12:48.123Z", "author": [{"@type": "Person", "name": n, "sameAs": []} for n in _names(news)],
        "publisher": {"@type": "Organization", "name": news.outlet}, "articleSection": [news.section, "Rivers"],
        "alternativeHeadline": "Bridge to open", "speakable": {"@type": "SpeakableSpecification"},
    }  # fmt: skip
    head = _og(news) + f'<meta name="author" content="{", ".join(_names(news))}">' + _ld(data)
    first, *rest = _words(
        news, attributes='class="paragraph inline-placeholder vossi-paragraph" data-component-name="paragraph"'
    )
    names = ", ".join(
        f'<a class="byline__link" href="/p"><span class="byline__name">{n}</span></a>' for n in _names(news)
    )
    body = (
        f'<section class="layout__main"><div class="headline"><h1 class="headline__text">{news.title}</h1></div><div class="byline"><div class="byline__names">By {names}, '
        f'{news.outlet}</div></div><div class="timestamp"> Updated 9:12 AM EDT, Wed December 31, 2031 </div><main class="article__main"><div class="article__content" '
        f'itemprop="articleBody">{first}<div class="related-content"><div>RELATED ARTICLE</div><a href="/r">What the river took</a></div>{"".join(rest)}</div></main></section>'
    )
    return _html(head, body, f"{news.title} | {news.outlet}")


def blog_system(news: News) -> str:
    """A graph of six, as the plugins of blogs write it: page, article, picture, crumbs, site, authors."""
    people = [
        {"@type": ["Person"], "@id": f"https://x.example/#person/{i}", "name": n} for i, n in enumerate(_names(news))
    ]
    graph = [
        {"@type": "WebPage", "@id": news.url, "name": f"{news.title} - {news.outlet}", "isPartOf": {"@id": "https://x.example/#website"},
         "datePublished": f"{news.day}T06:12:48+00:00"},
        {"@type": "NewsArticle", "@id": f"{news.url}#article", "isPartOf": {"@id": news.url}, "headline": news.title,
         "author": [{"name": one["name"], "@id": one["@id"]} for one in people], "datePublished": f"{news.day}T06:12:48+00:00",
         "mainEntityOfPage": {"@id": news.url}, "publisher": {"@id": "https://x.example/#organization"}, "wordCount": 80},
        {"@type": "ImageObject", "@id": "#primaryimage", "caption": "A bridge"},
        {"@type": "WebSite", "@id": "https://x.example/#website", "name": news.outlet, "publisher": {"@id": "https://x.example/#organization"}},
        {"@type": "Organization", "@id": "https://x.example/#organization", "name": news.outlet}, *people,
    ]  # fmt: skip
    head = _og(news, title=f"{news.title} - {news.outlet}") + _ld({"@context": "https://schema.org", "@graph": graph})
    head += '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="x"><meta property="article:publisher" content="https://social.example/x">'
    body = (
        f"<div class='site'><article class='post type-post'><header class='entry-header'><h1 class='entry-title'>{news.title}</h1><div class='entry-meta'><span class='byline'> by <span "
        f"class='author vcard'><a class='url fn n' href='/a'>{news.byline}</a></span></span><time class='entry-date published' datetime='{news.day}T06:12:48+00:00'>{news.spelled}</time>"
        f"</div></header><div class='entry-content'>{''.join(_words(news))}<div class='sharedaddy'><h3>Share this:</h3><ul><li><a href='#'>Email</a></li></ul></div></div></article></div>"
    )
    return _html(head, body, f"{news.title} - {news.outlet}")


def author_as_address(news: News) -> str:
    """Every author in the data is an address or the outlet; who wrote it, and from where, stands on the page only."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": news.title, "datePublished": f"{news.day}T06:12:48Z",
        "author": {"@type": "Organization", "name": news.outlet}, "publisher": {"@type": "Organization", "name": news.outlet},
    }  # fmt: skip
    head = (
        _og(news)
        + _ld(data)
        + '<meta name="author" content="https://x.example/staff/12"><meta property="article:author" content="https://social.example/x">'
    )
    body = (
        f"<main><h1>{news.title}</h1><div class='article-byline'>By <span>{news.byline}</span> in Lowbridge</div><time datetime='{news.day}'>{news.spelled}</time>"
        f"<article>{''.join(_words(news))}</article></main>"
    )
    return _html(head, body, f"{news.title} | {news.outlet}")


def accelerated(news: News) -> str:
    """The small page for telephones."""
    data = {
        "@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": news.url, "headline": news.title, "datePublished":
        f"{news.day}T06:12:48Z", "author": _people(news), "publisher": {"@type": "Organization", "name": news.outlet},
    }  # fmt: skip
    head = f"<link rel='canonical' href='{news.url}'><style amp-boilerplate>body{{}}</style>" + _ld(data)
    first, *rest = _words(news)
    body = (
        f"<amp-sidebar id='menu' layout='nodisplay'><ul><li>World</li><li>Weather</li></ul></amp-sidebar><header>{news.outlet}</header><article class='amp-wp-article'>"
        f"<h1 class='amp-wp-title'>{news.title}</h1><div class='amp-wp-byline'>{news.byline}</div><amp-img src='x.jpg' width='1' height='1'></amp-img><div class='amp-wp-article-content'>"
        f"{first}<amp-ad width='300' height='250' type='x'></amp-ad>{''.join(rest)}</div></article>"
    )
    return _html(head, body, news.title).replace("<html lang=en>", "<html ⚡ lang=en>")


def live(news: News) -> str:
    """A page of updates whose data hold each of them as an article of its own, the last first."""
    updates = [
        {"@type": "BlogPosting", "headline": f"Update {n}: the water falls", "datePublished": f"2031-12-{n:02}T10:00:00Z", "articleBody": "Water.",
         "author": {"@type": "Person", "name": "Somebody Else"}, "publisher": {"@type": "Organization", "name": "Elsewhere"}}
        for n in range(9, 1, -1)
    ]  # fmt: skip
    data = {
        "@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": news.title, "coverageStartTime": f"{news.day}T06:00:00Z",
        "datePublished": f"{news.day}T06:12:48Z", "dateModified": "2031-12-09T10:00:00Z", "author": _people(news), "liveBlogUpdate": updates,
        "publisher": {"@type": "Organization", "name": news.outlet}, "url": news.url,
    }  # fmt: skip
    body = f"<main><h1>{news.title}</h1><article class='live'>{''.join(_words(news))}</article></main>"
    return _html(_og(news) + _ld(data), body, f"{news.title} - live - {news.outlet}")


LAYOUTS: tuple[Layout, ...] = (
    broadcaster, agency, agency_co_operative, daily, channel, world_service, portal, portal_of_breaks, daily_abroad,
    broadcaster_abroad, state_agency, letter_system, daily_of_stories, daily_of_the_south, cable, blog_system,
    author_as_address, accelerated, live,
)  # fmt: skip


def pages_of_outlets() -> Iterator[tuple[str, News, str]]:
    """Name, news and source of each: every layout with every news."""
    for layout in LAYOUTS:
        for number, news in enumerate(NEWS, 1):
            yield f"{layout.__name__}-{number}", news, layout(news)

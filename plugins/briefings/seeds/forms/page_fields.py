"""What a saved page's data say of its article: JSON-LD, OpenGraph and other meta tags, microdata, its own marks.

Which of them is believed first is the same for every page: what is made for machines to read the article
by, then what is made for sharing it, then what the reader sees.
"""

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from ...model import Published
from ..cleaning.metadata import Stated, address, merged, stated_day, stated_iso_day, stated_line, stated_names
from ..cleaning.outlet_names import outlet_of
from .news_json import find_article, loaded

Tree: TypeAlias = Any  # lxml has no types
Meta: TypeAlias = dict[str, list[str]]  # contents by the name or property of the tag, in lower case
Marked: TypeAlias = dict[str, list[Tree]]  # elements by their itemprop

_MOST_SCRIPTS = 50
_MOST_MARKED = 20  # elements of one kind that are looked at
_HOST = re.compile(r"\S+\.[a-z]{2,}", re.IGNORECASE)
_SEPARATOR = re.compile(r" +[|–—·»:-] +")
_WORD = re.compile(r"\w+")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(?P<url>\S+)")
_SENT = re.compile(r"<!-- saved by [\w-]+, sent (?P<day>\d{4}-\d\d-\d\d)")
_OUTLETS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "cre",
    "apple-mobile-web-app-title",
    "source",
)
_DAYS = (
    "article:published_time", "og:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date",
    "datepublished", "date.published", "publish_date", "publish-date", "publishdate", "publication_date",
    "published_time", "pubdate", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "article.published",
    "cxenseparse:publishtime", "date", "dc.date.created", "article:modified_time",
)  # fmt: skip
_CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_BYLINES = (
    "author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dc.contributor.author", "article:author",
    "cxenseparse:author",
)  # fmt: skip
_SECTIONS = (
    "article:section",
    "section",
    "parsely-section",
    "sailthru.section",
    "cxenseparse:category",
    "dc.subject.section",
)
_NO_SECTIONS = frozenset(["all", "article", "articles", "front page", "home", "none", "post", "posts", "uncategorized"])
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|author-?name|byl)(?:$|[\s_-])", re.IGNORECASE)
_MAY_NAME = " or ".join(f"contains(@class, '{part}')" for part in ("yline", "YLINE", "uthor", "UTHOR", "byl"))
_NOT_THE_ARTICLES = "not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::form)"


def read_page_fields(tree: Tree, raw: str) -> Stated:
    """Reads the fields of the page `tree`, whose source is `raw`; the body is JSON-LD's, where that has it."""
    url = _canonical(tree)
    linked = _linked_data(tree, url)
    meta = _meta(tree)
    marked = _marked_with(tree)
    stated = merged([linked, _from_meta(meta), _microdata(marked), _seen(tree)])
    url = url or stated.url or _saved_from(raw)
    sites = [_first(meta, [key]) for key in _OUTLETS]
    publishers = [linked.outlet, _microdata(marked).outlet]
    outlet = outlet_of(publishers, sites, _parts_of_title(stated_line(tree.findtext(".//title"))), url)
    titles = [title for title in (linked.title, _first(meta, ("og:title", "twitter:title", "parsely-title"))) if title]
    return Stated(
        title=_chosen_headline(_headings(tree, marked), [_title_alone(title, outlet) for title in titles]),
        outlet=outlet,
        section=_section(stated.section, outlet),
        byline=stated.byline if stated.byline != outlet else None,
        url=url,
        published=stated.published,
        modified=stated.modified,
        fetched=_fetched_on(raw),
        body=linked.body,
    )


def _parts_of_title(title: str | None) -> list[str]:
    """Parts ``Bridge opens | World | The Harbour Times`` in three, the last first."""
    return _SEPARATOR.split(title)[::-1] if title else []


def _section(name: str | None, outlet: str | None) -> str | None:
    """Gives a section, but not what systems write where an article has none."""
    if not name or name.casefold() in _NO_SECTIONS or name == outlet or "/" in name or _HOST.fullmatch(name):
        return None
    return name


def _title_alone(title: str, outlet: str | None) -> str:
    """Cuts ``Bridge opens | The Harbour Times`` to ``Bridge opens``, where that is the outlet's name."""
    parts = list(_SEPARATOR.finditer(title))
    own = parts and outlet and title[parts[-1].end() :].casefold() == outlet.casefold()
    return title[: parts[-1].start()] if own else title


def _linked_data(tree: Tree, url: str | None) -> Stated:
    found: list[Any] = []
    for script in tree.iterfind(".//script[@type]"):
        if "ld+json" in script.get("type").casefold() and script.text and len(found) < _MOST_SCRIPTS:
            try:
                found.append(loaded(_CONTROL.sub(" ", script.text.strip().removesuffix(";"))))
            except (ValueError, RecursionError):
                continue
    return find_article(found, url)


def _meta(tree: Tree) -> Meta:
    found: Meta = {}
    for tag in tree.iterfind(".//meta[@content]"):
        for key in (tag.get("property"), tag.get("name"), tag.get("itemprop")):
            if key and (content := stated_line(tag.get("content"))):
                found.setdefault(key.casefold(), []).append(content)
    return found


def _first(meta: Meta, keys: Sequence[str]) -> str | None:
    return next((meta[key][0] for key in keys if key in meta), None)


def _from_meta(meta: Meta) -> Stated:
    days = (stated_day(meta[key][0], key) for key in _DAYS if key in meta)
    authors = (stated_names(meta[key]) for key in _BYLINES if key in meta)
    return Stated(
        outlet=_first(meta, _OUTLETS),
        section=_first(meta, _SECTIONS),
        byline=next(filter(None, authors), None),
        url=address(_first(meta, ("og:url", "twitter:url"))),
        published=next(filter(None, days), None),
        modified=next(filter(None, (stated_iso_day(meta[key][0]) for key in _CHANGES if key in meta)), None),
    )


def _microdata(marked: Marked) -> Stated:
    """Reads ``<time itemprop="datePublished" datetime="…">``, ``<span itemprop="author">`` and their like."""
    days = (stated_day(_value_in(one), "datePublished") for one in marked.get("datePublished", ()))
    return Stated(
        outlet=next(filter(None, map(_own_name, marked.get("publisher", ()))), None),
        section=next(filter(None, map(_value_in, marked.get("articleSection", ()))), None),
        byline=stated_names([_own_name(element) for element in marked.get("author", ())]),
        url=next(filter(None, (address(_value_in(one)) for one in marked.get("url", ()))), None),
        published=next(filter(None, days), None),
        modified=next(filter(None, (stated_iso_day(_value_in(one)) for one in marked.get("dateModified", ()))), None),
    )


def _marked_with(tree: Tree) -> Marked:
    """Finds elements of the article by their ``itemprop``."""
    found: Marked = {}
    for element in tree.xpath(f"//*[@itemprop][{_NOT_THE_ARTICLES}]"):
        for prop in element.get("itemprop").split():
            if len(found.setdefault(prop, [])) < _MOST_MARKED:
                found[prop].append(element)
    return found


def _own_name(element: Tree) -> str | None:
    """Finds the name of a person or a publisher that is an item of its own, else all it says."""
    inner = element.xpath(".//*[@itemprop='name']")
    return _value_in(inner[0] if inner else element)


def _value_in(element: Tree) -> str | None:
    value = element.get("content") or element.get("datetime") or element.get("href")
    return stated_line(value) or stated_line(_text_in(element))


def _seen(tree: Tree) -> Stated:
    """Reads what only the eye is told: ``<time>``, ``rel="author"``, a class called byline."""
    times = tree.xpath(f"//time[@datetime][{_NOT_THE_ARTICLES}]")[:_MOST_MARKED]
    first = sorted(times, key=lambda one: one.get("pubdate") is None and "publish" not in (one.get("class") or ""))
    return Stated(byline=_named_author(tree), published=_day_of_times(first))


def _day_of_times(times: Sequence[Tree]) -> Published | None:
    return next(filter(None, (stated_day(one.get("datetime"), "time") for one in times)), None)


def _named_author(tree: Tree) -> str | None:
    linked = tree.xpath(f"//a[contains(concat(' ', @rel, ' '), ' author ')][{_NOT_THE_ARTICLES}]")[:_MOST_MARKED]
    if found := stated_names([_text_in(one) for one in linked]):
        return found
    for element in tree.xpath(f"//*[{_MAY_NAME}][{_NOT_THE_ARTICLES}]"):
        if _BYLINE_CLASS.search(element.get("class")) and (text := stated_line(_text_in(element))) and _is_author(text):
            return stated_names(_linked_names(element) or [text])
    return None


def _linked_names(element: Tree) -> list[str]:
    """Gives the names of several authors, each a link; none where not all links are names."""
    links = [stated_line(_text_in(link)) or "" for link in element.iterfind(".//a")]
    return links if len(links) > 1 and all(map(_is_author, links)) else []


def _is_author(text: str) -> bool:
    """Tells whether it is one to eight words that begin in capitals: no biography, no ``Follow the author``."""
    words = [word for word in re.sub(r"^(?:[Bb]y|BY)\b:?", "", text).split() if word not in ("and", "in", "&", "|")]
    return 0 < len(words) <= 8 and all(not word[0].islower() and not any(map(str.isdigit, word)) for word in words)


def _headings(tree: Tree, marked: Marked) -> list[str]:
    """Gives headlines as the page shows them: those marked as such first, then those of the first order."""
    own = marked.get("headline", [])
    return [
        text for element in [*own, *tree.iterfind(".//h1")][:_MOST_MARKED] if (text := stated_line(_text_in(element)))
    ]


def _chosen_headline(shown: Sequence[str], stated: Sequence[str]) -> str | None:
    """Takes what the reader sees, where the data say nearly the same; else what they say, the machines' first."""
    for title in stated:
        near = max(shown, key=lambda heading: _share_in_common(heading, title), default=None)
        if near and _share_in_common(near, title) >= 0.5:
            return near
    return stated[0] if stated else shown[0] if len(set(shown)) == 1 else None


def _share_in_common(one: str, other: str) -> float:
    """Gives the share of words in common: 1 where both have the same."""
    a, b = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return len(a & b) / max(1, len(a | b))


def _canonical(tree: Tree) -> str | None:
    links = tree.iterfind(".//link[@href]")
    return next(
        (
            found
            for link in links
            if (link.get("rel") or "").casefold() == "canonical" and (found := address(link.get("href")))
        ),
        None,
    )


def _saved_from(raw: str) -> str | None:
    """Reads ``<!-- saved from url=(0030)https://example.org/bridge -->``, which browsers write when they save."""
    found = _SAVED_FROM.search(raw[:5_000])
    return address(found["url"]) if found else None


def _fetched_on(raw: str) -> str | None:
    """Reads the day that `briefings add` wrote into the page."""
    found = _SENT.search(raw[:5_000])
    return stated_iso_day(found["day"]) if found else None


def _text_in(element: Tree) -> str:
    return "".join(element.itertext())

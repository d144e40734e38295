"""Articles as JSON: schema.org's NewsArticle (in pages and in files), news-please and ninjs."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..cleaning.metadata import Stated, address, stated_day, stated_iso_day, stated_line, stated_names

_MOST = 20_000  # values that are looked at in one file or page
_KINDS = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "ReviewNewsArticle", "AskPublicNewsArticle", "Article", "LiveBlogPosting", "BlogPosting", "Report",
    "SocialMediaPosting", "WebPage",
)  # fmt: skip  # the kinds that speak of the article itself, the surest first
# Under these stand other articles than the one that a page is about.
_OTHERS = frozenset(["liveBlogUpdate", "itemListElement", "comment", "mentions", "citation", "relatedLink"])
_CREATED = ("firstcreated", "contentcreated", "versioncreated", "firstCreated", "versionCreated")

_LONGEST_NUMBER = 1_000  # digits; Python refuses to read 4,301

Record = Mapping[str, Any]


def loaded(text: str) -> Any:
    """Gives the value of a JSON text; too long a number is a string of digits.  Raises ValueError, RecursionError."""
    return json.loads(text, strict=False, parse_int=_bounded_number)


def _bounded_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def find_article(data: Any, url: str | None = None) -> Stated:
    """Finds what a JSON-LD graph says of the article that it is about, at `url`; empty where it tells of none."""
    found = list(_objects(data))
    known = {one["@id"]: one for one in found if isinstance(one.get("@id"), str) and len(one) > 1}
    articles = [(rank, one) for one in found if (rank := _rank_of_kind(one)) is not None]
    if not articles:
        return Stated()
    best = min(articles, key=lambda pair: (not _is_about(pair[1], url), pair[0] - 0.5 * bool(pair[1].get("headline"))))
    return _schema_org(best[1], known)


def read_article(record: Any) -> Stated:
    """Reads one record of a file in any of the three forms; without a body where it has none."""
    if not isinstance(record, dict):
        return Stated()
    if "maintext" in record or "source_domain" in record:
        return _news_please(record)
    if any(key in record for key in ("body_text", "body_html", "body_xhtml", "versioncreated", "firstcreated")):
        return _ninjs(record)
    stated = find_article(record)
    return stated if stated.body else _schema_org(record, {})


def _is_about(record: Record, url: str | None) -> bool:
    """Tells whether the record has a headline and says that it is about the article at `url`."""
    main = record.get("mainEntityOfPage")
    said = (record.get("url"), main.get("@id") if isinstance(main, dict) else main)
    return bool(url and record.get("headline")) and url in said


def _objects(data: Any) -> Iterator[Record]:
    """Finds every object in `data`, without recursion, since who made it may have meant harm."""
    left = [data]
    for _ in range(_MOST):
        if not left:
            return
        value = left.pop()
        if isinstance(value, dict):
            yield value
            left.extend(each for key, each in reversed(value.items()) if key not in _OTHERS)
        elif isinstance(value, list):
            left.extend(reversed(value[:_MOST]))


def _rank_of_kind(record: Record) -> int | None:
    kinds = record.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    ranks = [
        _KINDS.index(short) for kind in listed if isinstance(kind, str) and (short := kind.rpartition("/")[2]) in _KINDS
    ]
    return min(ranks, default=None)


def _schema_org(record: Record, known: Mapping[str, Record]) -> Stated:
    publishers = [_one_name(one) for one in _each(record.get("publisher") or record.get("sourceOrganization"), known)]
    section = next((one for one in _each(record.get("articleSection"), known) if isinstance(one, str)), None)
    main = next(iter(_each(record.get("mainEntityOfPage"), {})), None)
    authors = _each(record.get("author") or record.get("creator"), known)
    if len(authors) == 1 and isinstance(authors[0], dict):  # systems that know of one author call the others so
        authors += _each(record.get("contributor"), known)
    return Stated(
        title=stated_line(record.get("headline")) or stated_line(record.get("name")),
        outlet=next(filter(None, publishers), None),
        section=stated_line(section),
        byline=stated_names([name for author in authors for name in _names_of_author(author)]),
        url=address(record.get("url")) or address(main.get("@id") if isinstance(main, dict) else main),
        published=stated_day(record.get("datePublished"), "datePublished")
        or stated_day(record.get("dateCreated"), "dateCreated")
        or stated_day(record.get("coverageStartTime"), "coverageStartTime"),
        modified=stated_iso_day(record.get("dateModified")),
        body=_not_blank(record.get("articleBody")) or _not_blank(record.get("text")),
    )


def _news_please(record: Record) -> Stated:
    authors = record.get("authors")
    return Stated(
        title=stated_line(record.get("title")),
        outlet=stated_line(record.get("source_domain")),
        byline=stated_names(authors if isinstance(authors, list) else [authors]),
        url=address(record.get("url")),
        published=stated_day(record.get("date_publish"), "date_publish"),
        modified=stated_iso_day(record.get("date_modify")),
        fetched=stated_iso_day(record.get("date_download")),
        body=_not_blank(record.get("maintext")) or _not_blank(record.get("text")),
    )


def _ninjs(record: Record) -> Stated:
    """Reads IPTC's ninjs, versions 1 and 2: ``body_text``, else ``bodies`` of which a plain one is best."""
    subjects = [_one_name(one) for one in _each(record.get("subject") or record.get("subjects"), {})]
    sources = [
        _one_name(one) for one in _each(record.get("source") or record.get("infosources") or record.get("provider"), {})
    ]
    created = next((key for key in _CREATED if record.get(key)), "versioncreated")
    heads = [_one_name(one) for one in _each(record.get("headlines"), {})]
    bodies = [one for one in _each(record.get("bodies"), {}) if isinstance(one, dict)]
    text = next(
        (one.get("value") for one in bodies if "html" not in str(one.get("contenttype", one.get("contentType")))), None
    )
    return Stated(
        title=stated_line(record.get("headline"))
        or next(filter(None, heads), None)
        or stated_line(record.get("title")),
        outlet=next(filter(None, sources), None),
        section=next(filter(None, subjects), None),
        byline=stated_names([record.get("byline")])
        or stated_names([_one_name(one) for one in _each(record.get("people"), {})]),
        url=address(record.get("uri")),
        published=stated_day(record.get(created), created),
        modified=stated_iso_day(record.get("versioncreated") or record.get("versionCreated")),
        body=_not_blank(record.get("body_text"))
        or _not_blank(text)
        or _not_blank(record.get("body_html") or record.get("body_xhtml")),
    )


def _each(value: Any, known: Mapping[str, Record]) -> list[Any]:
    """Gives one or several values as a list, references (``{"@id": …}``) followed."""
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return [
        known.get(one["@id"], one) if isinstance(one, dict) and isinstance(one.get("@id"), str) else one
        for one in listed
    ]


def _one_name(value: Any) -> str | None:
    """Finds a name alone or in an object; ninjs says ``value`` for a headline."""
    if isinstance(value, dict):
        return stated_line(value.get("name")) or stated_line(value.get("value"))
    return stated_line(value)


def _names_of_author(author: Any) -> list[str | None]:
    """Parts ``{"name": ["Jo Marsh", "Ida Berg"]}``, one author in the data, into two people."""
    several = author.get("name") if isinstance(author, dict) else author
    return [_one_name(one) for one in several] if isinstance(several, list) else [_one_name(author)]


def _not_blank(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None

"""Feeds of what is new: one entry a briefing, with who said and did what and the permalink of each fact.

Both formats need whole addresses: where SITEURL is not set there are none.  Atom asks of every entry when it was
updated, and no clock is read here: it is the day of the article, else that on which it was added, since then the entry
came to be; nothing says that the article was published then.  Where neither is known it is left out of Atom.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from ...language.letters import one_line
from ...model import Actor, Measure, Quote
from ..shapes.parts import BriefingLink, Who
from ..views.addresses import path_of, path_of_actor
from ..views.copied import also_in
from ..views.facts import View, all_of, briefing_link, permalink, source_line, who, words_at
from ..views.index import ActorFacts, Entry, Index
from ..views.page_frames import Site, web_address
from ..views.wording import (
    doubts_of,
    doubts_of_act,
    listed,
    parties_in_words,
    saying_in_words,
    source_in_words,
    word_for,
)
from .csv_tables import data_view
from .export import RECORD

ATOM, JSON = "feeds/all.atom", "feeds/all.json"
ACTOR_FEED = "feed.atom"  # beside its actor's page
NEWEST = 100  # entries in a feed: it says what is new, the tables have all
ATOM_TYPE, JSON_TYPE = "application/atom+xml", "application/feed+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A briefing with those of its facts that a feed tells."""

    entry: Entry
    quotes: tuple[Quote, ...]
    measures: tuple[Measure, ...]

    @property
    def published(self) -> str | None:
        """Gives the day of the article, "2025-05-05"."""
        return self.entry.briefing.article.published.date

    @property
    def day(self) -> str | None:
        """Gives the day by which it stands: of the article, else on which it was added."""
        return self.entry.day


def actor_feed_path(actor: Actor) -> str:
    """Gives the path of an actor's feed from the site's top."""
    return path_of_actor(actor) + ACTOR_FEED


def told_of_all(index: Index) -> Iterator[Told]:
    """Lists all briefings with all their facts, newest first."""
    for entry in index.entries:
        yield Told(entry=entry, quotes=entry.briefing.quotes, measures=entry.briefing.measures)


def told_of(index: Index, actor: Actor) -> Iterator[Told]:
    """Finds the briefings in which an actor said, did or had something done to it, with these facts, newest first."""
    own = _own_facts(index.facts[actor.id])
    for slug in sorted({slug for slug, _ in own}, key=index.place.__getitem__):
        entry = index.entry[slug]
        yield Told(
            entry=entry,
            quotes=tuple(quote for quote in entry.briefing.quotes if (slug, quote.id) in own),
            measures=tuple(measure for measure in entry.briefing.measures if (slug, measure.id) in own),
        )


def _own_facts(facts: ActorFacts) -> set[tuple[str, str]]:
    """Gives briefing and id of each fact that an actor has a part in."""
    said = {(entry.slug, quote.id) for entry, quote in facts.said}
    return said | {(entry.slug, measure.id) for entry, measure in (*facts.did, *facts.done_to)}


def has_feed(site: Site, told: Iterable[Told]) -> bool:
    """Tells whether there is an Atom feed: the site's address is known, and the day of one briefing."""
    return site.address is not None and any(one.day for one in told)


def feed_files(index: Index, site: Site) -> Iterator[tuple[str, bytes]]:
    """Makes every feed with its path; none where the site's address is not known."""
    if site.address is None:
        return
    if has_feed(site, told_of_all(index)):
        yield ATOM, _atom(data_view(index, site, ATOM), site, site.name, "", told_of_all(index))
    yield JSON, _json(data_view(index, site, JSON), site, told_of_all(index))
    for actor in index.actors:
        told, path = list(told_of(index, actor)), actor_feed_path(actor)
        if has_feed(site, told):
            view, title = data_view(index, site, path), f"{actor.name} · {site.name}"
            yield path, _atom(view, site, title, path_of_actor(actor), told)


def _atom(view: View, site: Site, title: str, page: str, found: Iterable[Told]) -> bytes:
    """Writes an Atom feed (RFC 4287); that of all names entries by their page, others by themselves."""
    dated = list(islice((told for told in found if told.day), NEWEST))
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language})
    _add_element(feed, "title", one_line(title))
    _add_element(feed, "id", view.href(view.path))
    _add_element(feed, "link", rel="self", type=ATOM_TYPE, href=view.href(view.path))
    _add_element(feed, "link", rel="alternate", type="text/html", href=view.href(page))
    _add_element(feed, "updated", _moment(max(told.day or "" for told in dated)))
    _add_element(_add_element(feed, "author"), "name", one_line(site.name))
    for told in dated:
        _atom_entry(feed, view, told, page)
    ET.indent(feed, "")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _atom_entry(feed: ET.Element, view: View, told: Told, page: str) -> None:
    address = view.href(path_of(told.entry))
    entry = _add_element(feed, "entry")
    _add_element(entry, "title", one_line(told.entry.headline))
    _add_element(entry, "id", f"{view.href(view.path)}#{told.entry.slug}" if page else address)
    _add_element(entry, "link", rel="alternate", type="text/html", href=address)
    _add_element(entry, "link", rel="related", type="application/json", href=address + RECORD)
    articles = (told.entry.briefing.article, *told.entry.briefing.copies)
    for source in dict.fromkeys(web_address(article.url) for article in articles):
        if source:
            _add_element(entry, "link", rel="via", type="text/html", href=one_line(source))
    _add_element(entry, "updated", _moment(told.day or ""))
    _add_element(entry, "content", _content_in_html(view, told), type="html")


def _json(view: View, site: Site, found: Iterable[Told]) -> bytes:
    """Writes JSON Feed 1.1, which asks for no day: briefings of unknown day are in it, the last ones."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(site.name),
        "home_page_url": view.href(""),
        "feed_url": view.href(view.path),
        "description": one_line(site.subtitle),
        "language": site.language,
        "authors": [{"name": one_line(site.name)}],
        "items": [_json_item(view, told) for told in islice(found, NEWEST)],
    }
    return msgspec.json.format(msgspec.json.encode({key: value for key, value in feed.items() if value != ""}))


def _json_item(view: View, told: Told) -> dict[str, Any]:
    address, article = view.href(path_of(told.entry)), told.entry.briefing.article
    item = {
        "id": address,
        "url": address,
        "external_url": web_address(article.url),
        "title": one_line(told.entry.headline),
        "content_html": _content_in_html(view, told),
        "date_published": _moment(told.published) if told.published else None,
        "_briefing": {
            "record": address + RECORD,
            "published_from": article.published.source,
            **({} if told.published else {"added": article.added}),
            "also_in": also_in(told.entry),
        },
    }
    return {key: value for key, value in item.items() if value is not None}


def _content_in_html(view: View, told: Told) -> str:
    """Writes HTML: where and when the article stood, where else, then each fact in words behind its permalink."""
    link = briefing_link(view, told.entry)
    body = ET.Element("body")
    _add_element(body, "p", one_line(", ".join(filter(None, (link.outlet, _day_of(link))))))
    elsewhere = also_in(told.entry)
    if elsewhere:
        _add_element(body, "p", one_line(f"Also in {listed(elsewhere)}"))
    facts: list[tuple[str, str]] = [(quote.id, _quote_in_words(view, told.entry, quote)) for quote in told.quotes]
    facts += [(measure.id, _measure_in_words(view, told.entry, measure)) for measure in told.measures]
    lines = _add_element(body, "ul") if facts else body
    for fact, words in facts:
        leading = _add_element(
            _add_element(lines, "li"), "a", told.entry.labels[fact], href=permalink(view, told.entry, fact)
        )
        leading.tail = f" {one_line(words)}"
    return "".join(ET.tostring(part, encoding="unicode", method="html") for part in body)


def _day_of(link: BriefingLink) -> str:
    """Says when an article stood: “5 May 2025 (inferred)”, “undated, added 6 May 2025”, “day unknown”."""
    if link.day:
        return f"{link.day.text} (inferred)" if link.inferred else link.day.text
    return f"undated, added {link.added.text}" if link.added else "day unknown"


def _quote_in_words(view: View, entry: Entry, quote: Quote) -> str:
    """Says a quote: “Ann Carver said: “It will last””, “Ann Carver did not say (negated): …”, “unattributed: …”."""
    source = source_line(view, entry, quote)
    told = saying_in_words(source_in_words(_names_of_people(source.who), source.words), words_at(entry, quote.cue))
    doubts = f" ({', '.join(doubts_of(quote))})" if doubts_of(quote) else ""
    return f"{told}{doubts}: {words_at(entry, quote.content)}"


def _measure_in_words(view: View, entry: Entry, measure: Measure) -> str:
    """Says a measure: “Ruvania → Orla: Aid, grain (planned, hedged, according to Ann Carver). Its sentence.”."""
    sides = (listed(_names_of_people(all_of(view, entry, side))) for side in (measure.initiators, measure.targets))
    act = ", ".join(filter(None, (word_for(measure.type), measure.instrument)))
    claimant = who(view, entry, measure.attribution).name if measure.attribution else ""
    doubts = ", ".join((measure.status, *doubts_of_act(claimant, hedged=measure.hedged)))
    return f"{parties_in_words(*sides)}: {act} ({doubts}). {words_at(entry, [measure.sentence])}"


def _names_of_people(people: Iterable[Who]) -> list[str]:
    return [one.name for one in people]


def _moment(day: str) -> str:
    """Gives a day's start in universal time, as both formats write it: nothing is known of the hour."""
    return f"{day}T00:00:00Z"


def _add_element(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, tag, attributes)
    made.text = text
    return made

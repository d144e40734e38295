"""What can be searched: a record for each briefing and each actor, its facts as places in it.

A record is a small HTML page for Pagefind that nobody else sees.  A fact is a heading with the fact's own id, so that a
result leads to it; the heading says what facets the fact has, parted by “·”, for `search.js` to show those that fit.
Nothing is in a record but what the page of the same address shows: what SOURCE_TEXT withholds cannot be found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain as joined

import msgspec

from ...model import Actor, Measure, Quote
from ..data.alternates import JSON_DATA
from ..data.linked_data import page_data
from ..shapes.page_shapes import Facet, SearchPage
from ..shapes.parts import Alternate, NavLink
from ..views.addresses import BRIEFINGS, MEASURES, QUOTES, SEARCH, path_of, path_of_actor
from ..views.copied import also_in, headline_of_copy, told_copies
from ..views.facts import View, source_line, view_from, who, words_at
from ..views.index import Entry, Index
from ..views.page_frames import Site, frame
from ..views.wording import doubts_of, parties_in_words, source_in_words, word_for

NAMES = SEARCH + "actors.json"  # for the names that are offered while one types
PART = 500  # briefings in one part of the index: Pagefind takes 150 MB to write as many
BETWEEN, BETWEEN_NAMES = " · ", "; "  # what `search.js` parts headings at
FACETS = {
    "kind": "Quotes that are",
    "type": "Measures of the type",
    "status": "Measures that are",
    "year": "Year",
    "outlet": "Outlet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What Pagefind reads: the path of a page from the site's top, and HTML with the words to be found there."""

    path: str
    html: str


def count_parts(index: Index) -> int:
    """Counts the parts that the index of a site has; 0 where there is nothing to be found."""
    return -(-max(len(index.entries), len(index.actors)) // PART)


def search_parts(index: Index, site: Site) -> Iterator[tuple[Record, ...]]:
    """Gives the records of each part, newest briefings first."""
    view = view_from(index, site, "")
    for part in range(count_parts(index)):
        here = slice(part * PART, (part + 1) * PART)
        briefings = (_briefing_to_find(view, entry) for entry in index.entries[here])
        yield (*briefings, *(_actor_to_find(view, actor) for actor in index.actors[here]))


def search_page(index: Index, site: Site) -> SearchPage:
    """Makes the form, its facets, and the way to everything for those who run no scripts."""
    view = view_from(index, site, SEARCH)
    description = "Search all quotes and measures by their words, and by who, what kind, which outlet and when."
    names = Alternate(text="The names of all actors (JSON)", href=view.href(NAMES), type=JSON_DATA)
    data = page_data(site, SEARCH, "WebPage", "Search")
    lists = (("Actors, A–Z", "actors/"), ("Briefings", BRIEFINGS), ("Quotes", QUOTES), ("Measures", MEASURES))
    return SearchPage(
        frame=frame(site, SEARCH, "Search", description, alternates=(names,), data=data),
        parts=site.search_parts,
        facets=tuple(_facets(index)),
        names=names.href,
        lists=tuple(NavLink(text=text, href=view.href(path), current=False) for text, path in lists),
    )


def names_file(index: Index) -> bytes:
    """Writes ``[["Zoë Carver", "actors/zoe-carver/"], …]``: every actor that has a page, by id."""
    return msgspec.json.encode([[actor.name, path_of_actor(actor)] for actor in index.actors])


def _facets(index: Index) -> Iterator[Facet]:
    """Gives those that have anything to choose from; values in the order of the alphabet, years newest first."""
    found: dict[str, set[str]] = {name: set() for name in FACETS}
    for entry in index.entries:
        for name, value in _choices_of(entry):
            found[name].add(value)
    for name, text in FACETS.items():
        ordered = tuple(sorted(filter(None, found[name]), reverse=name == "year"))
        if ordered:
            yield Facet(name=name, text=text, values=ordered)


def _briefing_to_find(view: View, entry: Entry) -> Record:
    article = entry.briefing.article
    day = article.published.date or ""
    told = (
        _quote_line(view, entry, fact) if isinstance(fact, Quote) else _measure_line(view, entry, fact)
        for fact in entry.facts
    )
    about = ", ".join(filter(None, (article.outlet, day)))
    words = joined(_headlines_of_copies(entry), told)
    actors = joined.from_iterable(_names_with_pages(view, entry, fact) for fact in entry.facts)
    facets = [*_values_once("actor", actors), *_choices_of(entry)]
    return Record(path=path_of(entry), html=_record_html(entry.headline, about, day, facets, words))


def _choices_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Gives all but actors that a briefing may be chosen by: ("type", "Sanction"), ("year", "2025")."""
    article, quotes, measures = entry.briefing.article, entry.briefing.quotes, entry.briefing.measures
    yield from _values_once("kind", joined.from_iterable(map(_kinds, quotes)))
    yield from _values_once("type", (word_for(measure.type) for measure in measures))
    yield from _values_once("status", (measure.status for measure in measures))
    yield "year", (article.published.date or "")[:4]
    yield from (("outlet", outlet) for outlet in (article.outlet or "", *also_in(entry)))


def _values_once(name: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((name, value) for value in sorted(set(values)))


def _headlines_of_copies(entry: Entry) -> Iterator[str]:
    """Gives each headline that a copy has of its own, as a paragraph."""
    headlines = (headline_of_copy(entry, copy) for copy in told_copies(entry))
    yield from (f"<p>{escape(headline)}</p>" for headline in headlines if headline)


def _actor_to_find(view: View, actor: Actor) -> Record:
    chains = (view.index.entry[at.briefing].chains[at.chain] for at in actor.appearances)
    roles = dict.fromkeys(role.role for chain in chains for role in chain.roles)
    words = (*(text for text, _ in actor.aliases if text != actor.name), *roles)
    told = f"<p>{escape(', '.join(words))}</p>" if words else ""
    about = ", ".join((word_for(actor.kind), *list(roles)[:1]))
    return Record(path=path_of_actor(actor), html=_record_html(actor.name, about, "", [("actor", actor.name)], [told]))


def _names_with_pages(view: View, entry: Entry, fact: Quote | Measure) -> Iterator[str]:
    """Gives the names of those in the fact who have a page."""
    chains = fact.source.actors if isinstance(fact, Quote) else (*fact.initiators, *fact.targets)
    return (one.name for one in (who(view, entry, chain) for chain in chains) if one.href)


def _kinds(quote: Quote) -> tuple[str, ...]:
    """Gives what one may choose it by: “direct”, “negated”."""
    return (quote.kind, *doubts_of(quote))


def _quote_line(view: View, entry: Entry, quote: Quote) -> str:
    """Tells a quote as Zoë Carver · did not say · negated · direct."""
    source = source_line(view, entry, quote)
    named = BETWEEN_NAMES.join(one.name for one in source.who)
    told = source_in_words([named] if named else [], source.words)
    says = (told, words_at(entry, quote.cue), *doubts_of(quote), quote.kind)
    return _fact_html(quote.id, says, words_at(entry, quote.content))


def _measure_line(view: View, entry: Entry, measure: Measure) -> str:
    """Tells a measure as Norland → Sudland · Aid · planned."""
    initiators, targets = (
        BETWEEN_NAMES.join(dict.fromkeys(who(view, entry, chain).name for chain in side))
        for side in (measure.initiators, measure.targets)
    )
    says = (parties_in_words(initiators, targets), word_for(measure.type), measure.status)
    return _fact_html(measure.id, says, words_at(entry, [measure.sentence]))


def _fact_html(fact: str, says: Iterable[str], words: str) -> str:
    return f'<h3 id="{escape(fact)}">{escape(BETWEEN.join(filter(None, says)))}</h3><p>{escape(words)}</p>'


def _record_html(title: str, about: str, day: str, facets: Iterable[tuple[str, str]], told: Iterable[str]) -> str:
    """Makes a page in Pagefind's own words; `about` and the facets are shown and chosen, not searched."""
    chosen = "".join(f'<b data-pagefind-filter="{name}">{escape(value)}</b>' for name, value in facets if value)
    sort = f'<b data-pagefind-sort="day">{escape(day)}</b>' if day else ""
    shown = f'<b data-pagefind-meta="about">{escape(about)}</b>' if about else ""
    return (
        f'<html lang="en"><body><h1 data-pagefind-meta="title">{escape(title)}</h1>'
        f"<div data-pagefind-ignore>{shown}{sort}{chosen}</div>{''.join(told)}</body></html>"
    )

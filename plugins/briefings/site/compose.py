"""All pages of the site, composed from the index; each with its path from the site's top."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from ..model import Actor, Measure
from . import alternates
from .actor_lists import actor_lists
from .actor_page import actor_line, actor_page
from .briefing_page import briefing_page, counted
from .fact_lists import measures_pages, quotes_pages
from .facts import View, all_of, briefing_link, measure_item, path_of, telling_quote, view_from
from .frames import NOT_FOUND, SEARCH, Site, frame, root_of
from .index import Entry, Index
from .linked_data import page_data, site_data
from .moved import moved_pages
from .pages import HomePage, NotFoundPage, Page
from .pages_of_actors import ActorsPage, Letter
from .pages_of_briefings import BriefingCard, BriefingsPage
from .parts import Alternate, Frame
from .search import search_page
from .weeks import weeks_pages

NEWEST = 20  # briefings on the home page
BUSIEST = 12  # actors on the home page
CARD_MEASURES = 3
OTHER = "#"  # the letter of names that start with none


def compose(index: Index, site: Site) -> Iterator[tuple[str, Page]]:
    """Every page but those that editors wrote, as (path, page): ("", …), ("actors/russia/", …), ("404.html", …)."""
    yield "", home_page(index, site)
    yield "briefings/", briefings_page(index, site)
    yield "actors/", actors_page(index, site)
    yield from quotes_pages(index, site)
    yield from measures_pages(index, site)
    yield from weeks_pages(index, site)
    if site.search_parts:
        yield SEARCH, search_page(index, site)
    for entry in index.entries:
        yield path_of(entry), briefing_page(index, site, entry)
    for actor in index.actors:
        yield f"actors/{actor.id}/", actor_page(index, site, actor)
        yield from actor_lists(index, site, actor)
    yield from moved_pages(index, site)
    yield NOT_FOUND, not_found_page(site)


def home_page(index: Index, site: Site) -> HomePage:
    """The newest briefings, who spoke, what was done."""
    view = view_from(index, site, "")
    return HomePage(
        frame=frame(
            site,
            "",
            site.name,
            site.subtitle or f"{site.name}: who said and did what.",
            alternates=alternates.of_all(view, site),
            data=site_data(site),
        ),
        cards=tuple(_card(view, entry) for entry in index.entries[:NEWEST]),
        actors=tuple(actor_line(view, actor) for actor in _busiest(index)),
        briefings=len(index.entries),
        actors_count=len(index.actors),
        quotes=sum(len(entry.briefing.quotes) for entry in index.entries),
        measures=sum(len(entry.briefing.measures) for entry in index.entries),
        all_briefings=view.href("briefings/"),
        all_actors=view.href("actors/"),
        all_quotes=view.href("quotes/"),
        all_measures=view.href("measures/"),
    )


def briefings_page(index: Index, site: Site) -> BriefingsPage:
    """All briefings, newest first."""
    view, count = view_from(index, site, "briefings/"), len(index.entries)
    return BriefingsPage(
        frame=_list_frame(
            view, site, "Briefings", f"{counted(count, 'briefing')}, newest first.", alternates.of_all(view, site)
        ),
        briefings=tuple(briefing_link(view, entry) for entry in index.entries),
        count=count,
    )


def actors_page(index: Index, site: Site) -> ActorsPage:
    """All actors that have a page, A–Z."""
    view, count = view_from(index, site, "actors/"), len(index.actors)
    ordered = sorted(index.actors, key=lambda actor: (letter_of(actor.name), plain(actor.name), actor.id))
    return ActorsPage(
        frame=_list_frame(
            view, site, "Actors", f"{counted(count, 'actor')} who said or did something, A–Z.", alternates.of_urls(view)
        ),
        letters=tuple(
            Letter(
                letter=letter,
                id=f"letter-{letter.lower() if letter != OTHER else 'other'}",
                actors=tuple(actor_line(view, actor) for actor in group),
            )
            for letter, group in groupby(ordered, lambda actor: letter_of(actor.name))
        ),
        count=count,
    )


def not_found_page(site: Site) -> NotFoundPage:
    """The page that a host serves where nothing is."""
    root = root_of(site, NOT_FOUND)
    return NotFoundPage(
        frame=frame(site, NOT_FOUND, "Page not found", "There is no page at this address."),
        all_briefings=root + "briefings/",
        all_actors=root + "actors/",
    )


def plain(name: str) -> str:
    """A name for sorting: “Élodie” beside “Elodie”, case and accents left out."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def letter_of(name: str) -> str:
    """The letter that a name stands under: “Élodie” → “E”, “7th Fleet” → “#”."""
    first = plain(name)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER


def _list_frame(view: View, site: Site, title: str, description: str, others: tuple[Alternate, ...] = ()) -> Frame:
    data = page_data(site, view.path, "CollectionPage", title)
    return frame(site, view.path, title, description, alternates=others, data=data)


def _busiest(index: Index) -> list[Actor]:
    def facts(actor: Actor) -> int:
        of = index.facts[actor.id]
        return len(of.said) + len(of.did) + len(of.done_to)

    return sorted(filter(facts, index.actors), key=lambda actor: (-facts(actor), actor.id))[:BUSIEST]


def _card(view: View, entry: Entry) -> BriefingCard:
    briefing = entry.briefing
    main = _main_measures(briefing.measures)
    return BriefingCard(
        briefing=briefing_link(view, entry),
        place=briefing.article.place,
        spoke=all_of(view, entry, (chain for quote in briefing.quotes for chain in quote.source.actors)),
        quotes=len(briefing.quotes),
        quote=telling_quote(view, entry),
        measures=tuple(measure_item(view, entry, measure) for measure in main),
        more_measures=len(briefing.measures) - len(main),
    )


def _main_measures(measures: tuple[Measure, ...]) -> list[Measure]:
    """Those with an initiator, then those taken, before others; otherwise in the order of the text."""
    return sorted(measures, key=lambda measure: (not measure.initiators, measure.status != "taken"))[:CARD_MEASURES]

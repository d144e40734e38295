"""Every file of the site that is not a page: what it says, for programs."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import msgspec

from ..model import Actor
from ..newsroom.editing.urls import URLS
from .assets.search import NAMES, names_file
from .data.actor_record import actor_record, actor_record_path
from .data.csv_tables import MEASURES, QUOTES, measures_table, quotes_table
from .data.export import RECORD, published_record
from .data.fact_tables import TABLE, actor_table, actor_table_path, briefing_table, has_facts
from .data.feeds import feed_files
from .pages.moved_pages import remembered
from .sitemap import sitemap_files
from .views.addresses import path_of, path_of_actor
from .views.index import Entry, Index
from .views.page_frames import Site

Files = Iterable[tuple[str, bytes]]  # path from the site's top, bytes


def data_files(index: Index, site: Site) -> Iterator[tuple[str, Callable[[], Files]]]:
    """What makes the files of each page, each table, and so on: one that fails takes no other with it."""
    for entry in index.entries:
        yield path_of(entry), partial(_of_briefing, index, site, entry)
    for actor in index.actors:
        yield path_of_actor(actor), partial(_of_actor, index, site, actor)
    yield QUOTES, lambda: [(QUOTES, quotes_table(index, site))]
    yield MEASURES, lambda: [(MEASURES, measures_table(index, site))]
    yield URLS, lambda: [(URLS, remembered(index))]
    if site.search_parts:
        yield NAMES, lambda: [(NAMES, names_file(index))]
    yield "feeds/", partial(feed_files, index, site)
    yield "sitemap.xml", partial(sitemap_files, index, site)


def _of_briefing(index: Index, site: Site, entry: Entry) -> Iterator[tuple[str, bytes]]:
    yield path_of(entry) + RECORD, msgspec.json.encode(published_record(entry, site.source_text))
    if entry.facts:
        yield path_of(entry) + TABLE, briefing_table(index, site, entry)


def _of_actor(index: Index, site: Site, actor: Actor) -> Iterator[tuple[str, bytes]]:
    if has_facts(index, actor):
        yield actor_table_path(actor), actor_table(index, site, actor)
    yield actor_record_path(actor), msgspec.json.encode(actor_record(index, site, actor))

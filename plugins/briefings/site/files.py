"""Every file of the site that is not a page: what it says, for programs."""

from collections.abc import Iterator

import msgspec

from ..newsroom.urls import URLS
from .actor_record import actor_record, actor_record_path
from .csv_tables import MEASURES, QUOTES, measures_table, quotes_table
from .export import RECORD, published_record
from .fact_tables import TABLE, actor_table, actor_table_path, briefing_table, has_facts
from .facts import path_of
from .feeds import feed_files
from .frames import Site
from .index import Index
from .moved import remembered
from .search import NAMES, names_file
from .sitemap import sitemap_files


def data_files(index: Index, site: Site) -> Iterator[tuple[str, bytes]]:
    """(path from the site's top, bytes) of each."""
    for entry in index.entries:
        yield path_of(entry) + RECORD, msgspec.json.encode(published_record(entry, site.source_text))
        if entry.facts:
            yield path_of(entry) + TABLE, briefing_table(index, site, entry)
    for actor in index.actors:
        if has_facts(index, actor):
            yield actor_table_path(actor), actor_table(index, site, actor)
        yield actor_record_path(actor), msgspec.json.encode(actor_record(index, site, actor))
    yield QUOTES, quotes_table(index, site)
    yield MEASURES, measures_table(index, site)
    yield URLS, remembered(index)
    if site.search_parts:
        yield NAMES, names_file(index)
    yield from feed_files(index, site)
    yield from sitemap_files(index, site)

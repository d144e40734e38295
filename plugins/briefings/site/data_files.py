"""Every file of the site that is not a page: what it says, for programs.

The tables below are the registry: what is in them is written, and docs/data.md names it (tests/test_docs.py).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import msgspec

from ..model import Actor
from ..newsroom.editing.urls import URLS
from .assets.search import NAMES, names_file
from .data.actor_record import ACTOR_RECORD, actor_record
from .data.csv_tables import MEASURES, QUOTES, measures_table, quotes_table
from .data.export import RECORD, published_record
from .data.fact_tables import TABLE, actor_table, briefing_table, has_facts
from .data.feeds import ACTOR_FEED, ATOM, JSON, feed_files
from .data.record_shape import SCHEMA_FILE, schema_file
from .pages.moved_pages import remembered
from .sitemap import ROBOTS, SITEMAP, sitemap_files
from .views.addresses import path_of, path_of_actor
from .views.index import Entry, Index
from .views.page_frames import Site

Files = Iterable[tuple[str, bytes]]  # path from the site's top, bytes

# Beside each briefing's page, and beside each actor's: name → what makes it, None where there is nothing to tell.
OF_BRIEFING: Mapping[str, Callable[[Index, Site, Entry], bytes | None]] = {
    RECORD: lambda _, site, entry: msgspec.json.encode(published_record(entry, site.source_text)),
    TABLE: lambda index, site, entry: briefing_table(index, site, entry) if entry.facts else None,
}
OF_ACTOR: Mapping[str, Callable[[Index, Site, Actor], bytes | None]] = {
    TABLE: lambda index, site, actor: actor_table(index, site, actor) if has_facts(index, actor) else None,
    ACTOR_RECORD: lambda index, site, actor: msgspec.json.encode(actor_record(index, site, actor)),
}
# Once for the whole site, by their path.
OF_SITE: Mapping[str, Callable[[Index, Site], bytes | None]] = {
    QUOTES: quotes_table,
    MEASURES: measures_table,
    URLS: lambda index, _: remembered(index),
    NAMES: lambda index, site: names_file(index) if site.search_parts else None,
    SCHEMA_FILE: lambda *_: schema_file(),
}
# What makes several files at once, by the names of all of them.
SEVERAL: Mapping[tuple[str, ...], Callable[[Index, Site], Files]] = {
    (ATOM, JSON, f"actors/<slug>/{ACTOR_FEED}"): feed_files,
    (SITEMAP, ROBOTS): sitemap_files,
}


def file_names() -> tuple[str, ...]:
    """Name every kind of file, as docs/data.md does: "briefings/<slug>/record.json", "quotes/quotes.csv"."""
    beside = [f"briefings/<slug>/{name}" for name in OF_BRIEFING] + [f"actors/<slug>/{name}" for name in OF_ACTOR]
    return (*beside, *OF_SITE, *(name for several in SEVERAL for name in several))


def data_files(index: Index, site: Site) -> Iterator[tuple[str, Callable[[], Files]]]:
    """Give what makes the files of each page, each table, and so on: one that fails takes no other with it."""
    for entry in index.entries:
        yield path_of(entry), partial(_beside, path_of(entry), OF_BRIEFING, index, site, entry)
    for actor in index.actors:
        path = path_of_actor(actor)
        yield path, partial(_beside, path, OF_ACTOR, index, site, actor)
    for name, make in OF_SITE.items():
        yield name, partial(_beside, "", {name: make}, index, site)
    for several, makes in SEVERAL.items():
        yield several[0], partial(makes, index, site)


def _beside(path: str, kinds: Mapping[str, Callable[..., bytes | None]], *whose: Index | Site | Entry | Actor) -> Files:
    """Make each kind of file under `path` that there is something to tell in."""
    made = ((path + name, make(*whose)) for name, make in kinds.items())
    return ((name, data) for name, data in made if data is not None)

"""Which pages are there for programs, too, and where: the one list behind each page's links and the files."""

from ...model import Actor
from ...newsroom.editing.urls import URLS
from ..shapes.parts import Alternate
from ..views.addresses import path_of
from ..views.facts import View
from ..views.index import Entry
from ..views.page_frames import Site
from .actor_record import actor_record_path
from .csv_tables import MEASURES, QUOTES
from .export import RECORD
from .fact_tables import TABLE, actor_table_path, has_facts
from .feeds import ATOM, ATOM_TYPE, JSON, JSON_TYPE, actor_feed_path, has_feed, told_of, told_of_all
from .record_shape import SCHEMA_FILE

JSON_DATA, JSON_SCHEMA, CSV = "application/json", "application/schema+json", "text/csv"


def of_all(view: View, site: Site) -> tuple[Alternate, ...]:
    """Links the feeds of all briefings, and the schema of their records."""
    found = []
    if has_feed(site, told_of_all(view.index)):
        found.append(Alternate(text="New briefings (Atom feed)", href=view.href(ATOM), type=ATOM_TYPE))
    if site.address:
        found.append(Alternate(text="New briefings (JSON Feed)", href=view.href(JSON), type=JSON_TYPE))
    found.append(Alternate(text="What the records hold (JSON Schema)", href=view.href(SCHEMA_FILE), type=JSON_SCHEMA))
    return tuple(found)


def of_briefing(view: View, entry: Entry) -> tuple[Alternate, ...]:
    """Links the record of a briefing, and the table of its facts where it has any."""
    record = Alternate(text="This briefing as data (JSON)", href=view.href(path_of(entry) + RECORD), type=JSON_DATA)
    if not entry.facts:
        return (record,)
    return record, Alternate(text="Its facts as a table (CSV)", href=view.href(path_of(entry) + TABLE), type=CSV)


def of_actor(view: View, site: Site, actor: Actor) -> tuple[Alternate, ...]:
    """Links the record of an actor, the table of its facts where it has any, and its feed."""
    record = Alternate(text="This actor as data (JSON)", href=view.href(actor_record_path(actor)), type=JSON_DATA)
    found = [record]
    if has_facts(view.index, actor):
        found.append(Alternate(text="Its facts as a table (CSV)", href=view.href(actor_table_path(actor)), type=CSV))
    if has_feed(site, told_of(view.index, actor)):
        feed = view.href(actor_feed_path(actor))
        found.append(Alternate(text=f"News of {actor.name} (Atom feed)", href=feed, type=ATOM_TYPE))
    return tuple(found)


def of_urls(view: View) -> tuple[Alternate, ...]:
    """Links the table of every URL of this site and of earlier ones."""
    return (Alternate(text="Every URL there ever was, and what it stands for (CSV)", href=view.href(URLS), type=CSV),)


def of_quotes(view: View) -> tuple[Alternate, ...]:
    """Links the table of all quotes."""
    return (Alternate(text="All quotes as a table (CSV)", href=view.href(QUOTES), type=CSV),)


def of_measures(view: View) -> tuple[Alternate, ...]:
    """Links the table of all measures."""
    return (Alternate(text="All measures as a table (CSV)", href=view.href(MEASURES), type=CSV),)

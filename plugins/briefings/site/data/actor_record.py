"""The record of an actor, as the site hands it out: who it is, where it stands, what it said and did."""

from collections.abc import Iterator

from ...model import Actor, Chain
from ..views.addresses import path_of, path_of_actor
from ..views.facts import View
from ..views.index import Entry, Index
from ..views.officials import holders_with_page
from ..views.page_frames import Site
from .csv_tables import actors_at, article_values, data_view, measure_values, quote_values
from .export import RECORD, Record

SCHEMA = "briefings/actor/1"


def actor_record_path(actor: Actor) -> str:
    """Path of an actor's record from the site's top."""
    return path_of_actor(actor) + "actor.json"


def actor_record(index: Index, site: Site, actor: Actor) -> Record:
    """An actor as plain JSON values; facts as in the tables, newest briefing first."""
    view, facts = data_view(index, site, actor_record_path(actor)), index.facts[actor.id]
    return {
        "schema": SCHEMA,
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "wikidata": actor.wikidata,
        "belongs_to": [{"id": holder.id, "name": holder.name} for holder in holders_with_page(index, actor)],
        "aliases": [{"text": text, "count": count} for text, count in actor.aliases],
        "link": view.href(path_of_actor(actor)),
        "appearances": list(_appearances(view, actor)),
        "said": [{"briefing": entry.slug} | quote_values(view, entry, quote) for entry, quote in facts.said],
        "did": [{"briefing": entry.slug} | measure_values(view, entry, measure) for entry, measure in facts.did],
        "done_to": [
            {"briefing": entry.slug} | measure_values(view, entry, measure) for entry, measure in facts.done_to
        ],
    }


def _appearances(view: View, actor: Actor) -> Iterator[Record]:
    """Newest briefing first; an actor whose names a briefing could not bring together stands in it more than once."""
    for at in sorted(actor.appearances, key=lambda at: (view.index.place[at.briefing], at.chain)):
        entry = view.index.entry[at.briefing]
        chain = entry.chains[at.chain]
        yield article_values(view, entry) | {
            "record": view.href(path_of(entry) + RECORD),
            "actor": chain.id,
            "mentions": len(chain.mentions),
            "roles": _roles(view, entry, chain),
        }


def _roles(view: View, entry: Entry, chain: Chain) -> list[Record]:
    """Each role once, in the order of the text."""
    found = dict.fromkeys((role.role, role.of) for role in chain.roles)
    return [{"role": role, "of": actors_at(view, entry, of)} for role, of in found]

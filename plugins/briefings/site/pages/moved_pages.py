"""Pages where nothing of today stands: who or what stood there once and where it is now, or that nothing does."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ...newsroom.editing.known_again import actors_again, briefings_again
from ...newsroom.editing.stands_for import BRIEFING, Address, address_of_actor, addresses_of_briefing, briefing_path
from ...newsroom.editing.urls import appended
from ..shapes.page_shapes import MovedPage, NotFoundPage
from ..views.addresses import ACTORS, BRIEFINGS, NOT_FOUND, path_of, path_of_actor
from ..views.index import Index
from ..views.page_frames import PagePlan, Site, frame, root_of


def moved_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plans a page for each remembered URL at which no page of this site stands, with its path."""
    now = {path_of_actor(actor): actor.name for actor in index.actors}
    now |= {path_of(entry): entry.headline for entry in index.entries}
    addresses = [address for address in index.memory.addresses if address.url not in now]
    once = {address.url: address for address in reversed(addresses)}  # of a briefing, its own seed's line is the first
    target = _where_now(index, addresses)
    for address in reversed(once.values()):
        yield PagePlan(address.url, partial(_moved_page, site, address, target.get(address.url), now))


def _where_now(index: Index, addresses: list[Address]) -> dict[str, str]:
    """Finds at which path each actor and briefing that is known again now stands, by its old URL."""
    briefings = [(entry.slug, entry.briefing) for entry in index.entries]
    found = {address.url: path_of_actor(actor) for address, actor in actors_again(index.actors, addresses)}
    for address, slug in briefings_again(briefings, addresses):
        found.setdefault(address.url, briefing_path(slug))
    return found


def remembered(index: Index) -> bytes:
    """Writes ``urls.csv`` with the URLs of this site added to those of earlier ones."""
    briefings = (each for entry in index.entries for each in addresses_of_briefing(entry.slug, entry.briefing))
    now = sorted((*briefings, *map(address_of_actor, index.actors)), key=lambda address: address.url)
    return appended(index.memory, now).encode("utf-8", "replace")


def _moved_page(site: Site, address: Address, target: str | None, now: dict[str, str]) -> MovedPage:
    root = root_of(site, address.url)
    is_briefing = address.kind == BRIEFING
    title = "A briefing" if is_briefing else address.stands_for[0]
    about = frame(site, address.url, title, f"{title}: this page has moved." if target else f"{title}: no longer here.")
    if target is not None:
        about = replace(about, canonical=f"{site.address}{target}" if site.address else None)
    return MovedPage(
        frame=about,
        name=title,
        href=root + target if target is not None else None,
        text=now[target] if target is not None else None,
        all_briefings=root + BRIEFINGS,
        all_actors=root + ACTORS,
    )


def not_found_page(_index: Index, site: Site, path: str = NOT_FOUND) -> NotFoundPage:
    """Makes what a host serves where nothing is, and what stands at `path` where that page could not be made."""
    root = root_of(site, path)
    return NotFoundPage(
        frame=frame(site, path, "Page not found", "There is no page at this address."),
        all_briefings=root + BRIEFINGS,
        all_actors=root + ACTORS,
    )

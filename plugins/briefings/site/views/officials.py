"""Bodies and officials on an actor's page: those that belong to it, and to whom it belongs."""

from collections.abc import Iterable

from ...language.tables import kind_of_body
from ...model import Actor
from ...newsroom.actors.bodies import Office
from ..shapes.pages_of_actors import BodyLine, OfficeLine, OfficialLine
from .facts import View, briefing_link, link_of, who
from .index import Index


def holders_with_page(index: Index, actor: Actor) -> tuple[Actor, ...]:
    """Finds whose body the actor is or whose office it holds, not a past one; with a page, the nearest first."""
    offices = [office for office in index.bodies.held.get(actor.id, ()) if not office.former]
    holders = (*index.bodies.above.get(actor.id, ()), *(holder for office in offices for holder in office.holders))
    return tuple(index.by_id[one] for one in dict.fromkeys(holders) if one in index.by_id)


def body_lines(view: View, actor: Actor) -> tuple[BodyLine, ...]:
    """Lists the bodies of the actor and theirs that have a page, those with most facts first."""
    found = (view.index.by_id[body] for body in view.index.bodies.below.get(actor.id, ()) if body in view.index.by_id)
    lines = (
        BodyLine(
            who=link_of(view, body),
            what=kind_of_body(body.row) or "body",
            of=tuple(link_of(view, one) for one in _between(view.index, body, actor)),
            said=len(view.index.facts[body.id].said),
            did=len(view.index.once(view.index.facts[body.id].did)),
        )
        for body in found
    )
    return tuple(sorted(lines, key=_most_facts))


def official_lines(view: View, actor: Actor) -> tuple[OfficialLine, ...]:
    """Lists who holds an office of the actor or of its bodies and has a page, those with most facts first."""
    offices: dict[str, list[Office]] = {}
    for office in view.index.bodies.offices.get(actor.id, ()):
        if office.person in view.index.by_id:
            offices.setdefault(office.person, []).append(office)
    lines = (
        OfficialLine(
            who=link_of(view, view.index.by_id[person]),
            offices=_offices(view, held, actor),
            said=len(view.index.facts[person].said),
            did=len(view.index.once(view.index.facts[person].did)),
        )
        for person, held in offices.items()
    )
    return tuple(sorted(lines, key=_most_facts))


def _offices(view: View, held: Iterable[Office], actor: Actor) -> tuple[OfficeLine, ...]:
    """Gives each office once, in the newest briefing that gives it."""
    offices: dict[tuple[str, str], OfficeLine] = {}
    for one in sorted(held, key=lambda one: view.index.place[one.briefing]):
        entry, start = view.index.entry[one.briefing], one.role.span.start
        office = OfficeLine(
            role=one.role.role,
            of=who(view, entry, one.body) if one.holders[0] != actor.id else None,
            former=one.former,
            number=entry.number(start),
            href=view.sentence(entry, start),
            briefing=briefing_link(view, entry),
        )
        offices.setdefault((office.role.casefold(), one.holders[0]), office)
    return tuple(offices.values())


def _between(index: Index, body: Actor, holder: Actor) -> tuple[Actor, ...]:
    """Finds what is between: “National Weather Service” under the United States → whose it is below them."""
    above = index.bodies.above[body.id]
    return tuple(index.by_id[one] for one in above[: above.index(holder.id)] if one in index.by_id)


def _most_facts(line: BodyLine | OfficialLine) -> tuple[int, str, str]:
    return -line.said - line.did, line.who.name, line.who.href or ""

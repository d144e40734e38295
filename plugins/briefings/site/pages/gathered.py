"""What pages over several briefings have in common: their frame, what is in them, who spoke and acted most.

Long lists are in pages: the first at the list's own address, the next at ``2/``, ``3/`` below it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from ...model import Measure, Quote
from ..data.linked_data import page_data
from ..shapes.list_lines import BusyActor
from ..shapes.parts import Alternate, Frame, NavLink, Pager, Who
from ..views.facts import View, all_of
from ..views.index import Entry, Index
from ..views.page_frames import Site, frame

BUSIEST = 12
Each = TypeVar("Each")


def list_frame(view: View, site: Site, title: str, description: str, others: tuple[Alternate, ...] = ()) -> Frame:
    """Makes the frame of a list, at the path of its view."""
    data = page_data(site, view.path, "CollectionPage", title)
    return frame(site, view.path, title, description, alternates=others, data=data)


def way(view: View, *places: tuple[str, str]) -> tuple[NavLink, ...]:
    """Leads up to the lists that a page stands under, the widest first, by text and path: ("Weeks", "weeks/")."""
    return tuple(NavLink(text=text, href=view.href(path), current=False) for text, path in places)


def facts_in(entries: Iterable[Entry]) -> tuple[int, int]:
    """Counts how many quotes and how many measures they have."""
    briefings = [entry.briefing for entry in entries]
    return sum(len(each.quotes) for each in briefings), sum(len(each.measures) for each in briefings)


def measures_once(index: Index, entries: Iterable[Entry]) -> tuple[tuple[Entry, Measure], ...]:
    """Gives the measures of these briefings; an act that several report stands with the first of them."""
    return index.once((entry, measure) for entry in entries for measure in entry.briefing.measures)


def quotes_in(entries: Iterable[Entry]) -> list[tuple[Entry, Quote]]:
    """Gives the quotes of these briefings."""
    return [(entry, quote) for entry in entries for quote in entry.briefing.quotes]


def busiest(view: View, entries: Iterable[Entry]) -> tuple[BusyActor, ...]:
    """Finds those with a page who said and did most in these briefings, at most twelve."""
    said: Counter[Who] = Counter()
    did: Counter[Who] = Counter()
    for entry in entries:
        for quote in entry.briefing.quotes:
            said.update(all_of(view, entry, quote.source.actors))
        for measure in entry.briefing.measures:
            did.update(all_of(view, entry, measure.initiators))
    found = [who for who in {**said, **did} if who.href]
    found.sort(key=lambda who: (-said[who] - did[who], who.name, who.href or ""))
    return tuple(BusyActor(who=who, said=said[who], did=did[who]) for who in found[:BUSIEST])


def cut(found: Sequence[Each], most: int) -> list[Sequence[Each]]:
    """Cuts `found` into pieces of at most `most`; one empty piece of nothing."""
    return [found[start : start + most] for start in range(0, len(found), most)] or [found]


def page_path(base: str, first: str, number: int) -> str:
    """Gives the path of page `number` of a list: `first` for the first one, ``base2/``, ``base3/`` for the others."""
    return first if number == 1 else f"{base}{number}/"


def pager(view: View, base: str, first: str, number: int, last: int) -> Pager:
    """Tells where one is among the pages of a list, and leads to the next and the one before."""
    return Pager(
        number=number,
        last=last,
        previous=view.href(page_path(base, first, number - 1)) if number > 1 else None,
        next=view.href(page_path(base, first, number + 1)) if number < last else None,
    )

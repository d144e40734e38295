"""The list of all actors, A–Z."""

import unicodedata
from itertools import groupby
from typing import get_args

from ...model import ActorKind
from ..data.alternates import of_urls
from ..shapes.list_lines import Choice
from ..shapes.pages_of_actors import ActorsPage, Letter
from ..views.addresses import ACTORS, GRAPH
from ..views.facts import view_from
from ..views.index import Index
from ..views.page_frames import Site
from ..views.wording import counted
from .actor_pages import actor_line
from .gathered import list_frame

OTHER = "#"  # the letter of names that start with none
KINDS: dict[ActorKind, str] = {
    "person": "People",
    "organisation": "Organisations",
    "state": "States",
    "group": "Groups",
    "place": "Places",
}


def actors_page(index: Index, site: Site) -> ActorsPage:
    """Lists all actors that have a page, A–Z, to be chosen from by their kind."""
    view, count = view_from(index, site, ACTORS), len(index.actors)
    ordered = sorted(index.actors, key=lambda actor: (letter_of(actor.name), sorting_name(actor.name), actor.id))
    kinds = [actor.kind for actor in index.actors]
    return ActorsPage(
        frame=list_frame(
            view, site, "Actors", f"{counted(count, 'actor')} who said or did something, A–Z.", of_urls(view)
        ),
        kinds=tuple(
            Choice(value=kind, text=KINDS[kind], count=kinds.count(kind))
            for kind in get_args(ActorKind)
            if kind in kinds
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
        graph=view.href(GRAPH),
    )


def sorting_name(name: str) -> str:
    """Gives a name for sorting: “Élodie” beside “Elodie”, case and accents left out."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def letter_of(name: str) -> str:
    """Gives the letter that a name stands under: “Élodie” → “E”, “7th Fleet” → “#”."""
    first = sorting_name(name)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER

"""Where each page stands: paths from the site's top, written here and nowhere else."""

from ...model import Actor
from ...newsroom.editing import stands_for
from .index import Entry, Index, plain_name

HOME, BRIEFINGS, ACTORS = "", stands_for.BRIEFINGS, stands_for.ACTORS
QUOTES, MEASURES, WEEKS, OUTLETS = "quotes/", "measures/", "weeks/", "outlets/"
DAYS = "days/"  # those of single days: they have no list of their own
GRAPH, SEARCH, SPECIMEN = "graph/", "search/", "specimen/"
NOT_FOUND = "404.html"
METHOD = "method/"  # the page on the rules and the figures, where an editor keeps one
CARD = "card.png"  # beside a page's own file

Week = tuple[int, int]  # year and number by ISO 8601: a week begins on Monday, week 1 has the year's first Thursday


def path_of(entry: Entry) -> str:
    """Gives the path of a briefing's page from the site's top."""
    return stands_for.briefing_path(entry.slug)


def path_of_actor(actor: Actor) -> str:
    """Gives the path of an actor's page from the site's top."""
    return stands_for.actor_path(actor.id)


def path_of_day(iso: str) -> str | None:
    """Gives a day's path: ``"2025-05-05"`` → ``days/2025-05-05/``; None for a month, all that is known so far."""
    return f"{DAYS}{iso}/" if len(iso) == len("2025-05-05") else None


def path_of_outlet(index: Index, name: str) -> str:
    """Gives the path of an outlet's page, however its articles write its name: ``outlets/the-norland-post/``."""
    return f"{OUTLETS}{index.outlets[plain_name(name)]}/"


def path_of_week(week: Week) -> str:
    """Gives a week's path: ``(2025, 19)`` → ``weeks/2025-w19/``."""
    return f"{WEEKS}{week[0]:04}-w{week[1]:02}/"

"""The briefing of briefings: what was said and done in a week, by the day on which the articles were published."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from .briefing_page import counted
from .facts import View, all_of, briefing_link, day_of, measure_item, telling_quote, view_from
from .frames import Site, frame
from .index import Entry, Index
from .lines import WeekActor, WeekLink
from .linked_data import page_data
from .pages_of_lists import WeekPage, WeeksPage
from .parts import Who

WEEKS = "weeks/"
BUSIEST = 12
MOST_QUOTES, MOST_MEASURES = 40, 200

Week = tuple[int, int]  # year and number by ISO 8601: a week begins on Monday, week 1 has the year's first Thursday


def weeks_of(index: Index) -> list[tuple[Week, list[Entry]]]:
    """The briefings of each week that has some, newest first; those whose day is not known are of none."""
    dated = [(week, entry) for entry in index.entries if (week := _week(entry))]
    return [(week, [entry for _, entry in some]) for week, some in groupby(dated, key=lambda pair: pair[0])]


def path_of_week(week: Week) -> str:
    """``(2025, 19)`` → ``weeks/2025-w19/``."""
    return f"{WEEKS}{week[0]:04}-w{week[1]:02}/"


def weeks_pages(index: Index, site: Site) -> Iterator[tuple[str, WeekPage | WeeksPage]]:
    """The list of weeks, then each week."""
    weeks = weeks_of(index)
    view = view_from(index, site, WEEKS)
    data = page_data(site, WEEKS, "CollectionPage", "Weeks")
    description = f"{counted(len(weeks), 'week')}: what was said and done in each."
    about = frame(site, WEEKS, "Weeks", description, data=data)
    yield WEEKS, WeeksPage(frame=about, weeks=tuple(_link(view, week, entries) for week, entries in weeks))
    for place, (week, _) in enumerate(weeks):
        yield path_of_week(week), _page(index, site, weeks, place)


def _page(index: Index, site: Site, weeks: list[tuple[Week, list[Entry]]], place: int) -> WeekPage:
    week, entries = weeks[place]
    path = path_of_week(week)
    view = view_from(index, site, path)
    own = _link(view, week, entries)
    title = f"What was said and done in {own.title}"
    told = index.once((entry, measure) for entry in entries for measure in entry.briefing.measures)
    quotes = [quote for entry in entries[:MOST_QUOTES] if (quote := telling_quote(view, entry))]
    data = page_data(site, path, "CollectionPage", title)
    return WeekPage(
        frame=frame(site, path, title, f"{title}: {counted(len(entries), 'briefing')}.", data=data),
        week=own,
        actors=_busiest(view, entries),
        quotes=tuple(quotes),
        measures=tuple(measure_item(view, entry, measure) for entry, measure in told[:MOST_MEASURES]),
        more_measures=max(0, len(told) - MOST_MEASURES),
        briefings=tuple(briefing_link(view, entry) for entry in entries),
        earlier=_link(view, *weeks[place + 1]) if place + 1 < len(weeks) else None,
        later=_link(view, *weeks[place - 1]) if place else None,
    )


def _week(entry: Entry) -> Week | None:
    iso = entry.briefing.article.published.date
    if iso is None or len(iso) != len("2025-05-05"):
        return None
    year, number, _ = date.fromisoformat(iso).isocalendar()
    return year, number


def _link(view: View, week: Week, entries: list[Entry]) -> WeekLink:
    monday = date.fromisocalendar(*week, 1)
    ends = (day_of(day.isoformat()) for day in (monday, monday + timedelta(days=6)))
    first, last = (day for day in ends if day)
    return WeekLink(
        title=f"week {week[1]} of {week[0]}",
        href=view.href(path_of_week(week)),
        first=first,
        last=last,
        briefings=len(entries),
        quotes=sum(len(entry.briefing.quotes) for entry in entries),
        measures=sum(len(entry.briefing.measures) for entry in entries),
    )


def _busiest(view: View, entries: list[Entry]) -> tuple[WeekActor, ...]:
    """Those with a page who said and did most in the week."""
    said: Counter[Who] = Counter()
    did: Counter[Who] = Counter()
    for entry in entries:
        for quote in entry.briefing.quotes:
            said.update(all_of(view, entry, quote.source.actors))
        for measure in entry.briefing.measures:
            did.update(all_of(view, entry, measure.initiators))
    found = [who for who in {**said, **did} if who.href]
    found.sort(key=lambda who: (-said[who] - did[who], who.name, who.href or ""))
    return tuple(WeekActor(who=who, said=said[who], did=did[who]) for who in found[:BUSIEST])

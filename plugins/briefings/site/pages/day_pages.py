"""What was said and done on a day, by the day on which the articles were published; a day without any has no page."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import groupby

from ...language.calendar import WEEKDAYS
from ..shapes.list_lines import DayLink
from ..shapes.pages_of_lists import DayPage
from ..shapes.parts import ShownDay
from ..views.addresses import DAYS, WEEKS, path_of_day, path_of_week
from ..views.facts import View, briefing_link, measure_item, quote_item, shown_day, view_from
from ..views.index import Entry, Index
from ..views.page_frames import PagePlan, Site
from ..views.wording import counted
from .gathered import busiest, facts_in, list_frame, way

MOST = 200  # quotes, and as many measures

DayEntries = tuple[str, list[Entry]]  # "2025-05-05" and its briefings


def days_of(index: Index) -> list[DayEntries]:
    """The briefings of each day that has some, newest first; those of a month without a day have none."""
    dated = [(iso, entry) for entry in index.entries if path_of_day(iso := entry.briefing.article.published.date or "")]
    return [(iso, [entry for _, entry in some]) for iso, some in groupby(dated, key=lambda pair: pair[0])]


def day_link(view: View, iso: str, entries: list[Entry]) -> DayLink:
    """A day as other pages name it; it has a page where it has briefings."""
    quotes, measures = facts_in(entries)
    path = path_of_day(iso)
    return DayLink(
        day=shown_day(iso) or ShownDay(iso=iso, text=iso),
        weekday=WEEKDAYS[date.fromisoformat(iso).weekday()],
        href=view.href(path) if path and entries else None,
        briefings=len(entries),
        quotes=quotes,
        measures=measures,
    )


def days_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plan the page of each day: ``days/2025-05-05/`` …."""
    days = days_of(index)
    for place, (iso, entries) in enumerate(days):
        earlier = days[place + 1] if place + 1 < len(days) else None
        later = days[place - 1] if place else None
        yield PagePlan(f"{DAYS}{iso}/", partial(_day_page, index, site, (iso, entries), earlier, later), iso)


def _day_page(
    index: Index, site: Site, day: DayEntries, earlier: DayEntries | None, later: DayEntries | None
) -> DayPage:
    iso, entries = day
    view = view_from(index, site, f"{DAYS}{iso}/")
    own = day_link(view, iso, entries)
    title = f"What was said and done on {own.day.text}"
    year, number, _ = date.fromisoformat(iso).isocalendar()
    measures = index.once((entry, measure) for entry in entries for measure in entry.briefing.measures)
    quotes = [(entry, quote) for entry in entries for quote in entry.briefing.quotes]
    return DayPage(
        frame=list_frame(view, site, title, f"{title}: {counted(len(entries), 'briefing')}."),
        above=way(view, ("Weeks", WEEKS), (f"Week {number} of {year}", path_of_week((year, number)))),
        day=own,
        actors=busiest(view, entries),
        measures=tuple(measure_item(view, entry, measure) for entry, measure in measures[:MOST]),
        more_measures=max(0, len(measures) - MOST),
        quotes=tuple(quote_item(view, entry, quote) for entry, quote in quotes[:MOST]),
        more_quotes=max(0, len(quotes) - MOST),
        briefings=tuple(briefing_link(view, entry) for entry in entries),
        earlier=day_link(view, *earlier) if earlier else None,
        later=day_link(view, *later) if later else None,
    )

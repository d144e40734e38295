"""The pages of days and weeks: what was said and done, by the day on which the articles were published.

One without any briefing has no page.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from ...language.calendar import WEEKDAYS
from ..shapes.list_lines import DayLink, WeekLink
from ..shapes.pages_of_lists import DayPage, WeekPage, WeeksPage
from ..shapes.parts import ShownDay
from ..views.addresses import DAYS, WEEKS, Week, path_of_day, path_of_week
from ..views.facts import View, briefing_link, measure_item, quote_item, shown_day, telling_quote, view_from
from ..views.index import Entry, Index, newest_day
from ..views.page_frames import PagePlan, Site
from ..views.wording import counted
from .gathered import busiest, facts_in, list_frame, measures_once, quotes_in, way

MOST_OF_A_DAY = 200  # quotes, and as many measures
MOST_QUOTES, MOST_MEASURES = 40, 200  # of a week

DayEntries = tuple[str, list[Entry]]  # "2025-05-05" and its briefings


def days_of(index: Index) -> list[DayEntries]:
    """Groups the briefings by day, newest first; those of a month without a day are of none."""
    dated = [(iso, entry) for entry in index.entries if path_of_day(iso := entry.briefing.article.published.date or "")]
    return [(iso, [entry for _, entry in some]) for iso, some in groupby(dated, key=lambda pair: pair[0])]


def day_link(view: View, iso: str, entries: list[Entry]) -> DayLink:
    """Shapes a day as other pages name it; it has a page where it has briefings."""
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
    """Plans the page of each day: ``days/2025-05-05/`` …."""
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
    measures, quotes = measures_once(index, entries), quotes_in(entries)
    return DayPage(
        frame=list_frame(view, site, title, f"{title}: {counted(len(entries), 'briefing')}."),
        above=way(view, ("Weeks", WEEKS), (f"Week {number} of {year}", path_of_week((year, number)))),
        day=own,
        actors=busiest(view, entries),
        measures=tuple(measure_item(view, entry, measure) for entry, measure in measures[:MOST_OF_A_DAY]),
        more_measures=max(0, len(measures) - MOST_OF_A_DAY),
        quotes=tuple(quote_item(view, entry, quote) for entry, quote in quotes[:MOST_OF_A_DAY]),
        more_quotes=max(0, len(quotes) - MOST_OF_A_DAY),
        briefings=tuple(briefing_link(view, entry) for entry in entries),
        earlier=day_link(view, *earlier) if earlier else None,
        later=day_link(view, *later) if later else None,
    )


def weeks_of(index: Index) -> list[tuple[Week, list[Entry]]]:
    """Groups the briefings by week, newest first; those whose day is not known are of none."""
    dated = [(week, entry) for entry in index.entries if (week := week_of(entry))]
    return [(week, [entry for _, entry in some]) for week, some in groupby(dated, key=lambda pair: pair[0])]


def week_of(entry: Entry) -> Week | None:
    """Finds the week in which the article was published; None where its day is not known."""
    iso = entry.briefing.article.published.date
    if iso is None or len(iso) != len("2025-05-05"):
        return None
    year, number, _ = date.fromisoformat(iso).isocalendar()
    return year, number


def week_link(view: View, week: Week, entries: list[Entry]) -> WeekLink:
    """Shapes a week as other pages name it, with its seven days; the last of the year 9999 has five."""
    monday = date.fromisocalendar(*week, 1)
    last = min(6, (date.max - monday).days)  # the calendar ends on a Friday
    isos = [(monday + timedelta(days=after)).isoformat() for after in range(last + 1)]
    days = tuple(
        day_link(view, iso, [entry for entry in entries if entry.briefing.article.published.date == iso])
        for iso in isos
    )
    quotes, measures = facts_in(entries)
    return WeekLink(
        title=f"week {week[1]} of {week[0]}",
        href=view.href(path_of_week(week)),
        days=days,
        briefings=len(entries),
        quotes=quotes,
        measures=measures,
    )


def weeks_page(index: Index, site: Site) -> WeeksPage:
    """Lists all weeks, newest first."""
    view, weeks = view_from(index, site, WEEKS), weeks_of(index)
    description = f"{counted(len(weeks), 'week')}: what was said and done in each, and on each day."
    return WeeksPage(
        frame=list_frame(view, site, "Weeks", description),
        weeks=tuple(week_link(view, week, entries) for week, entries in weeks),
    )


def week_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plans the page of each week: ``weeks/2025-w19/`` …."""
    weeks = weeks_of(index)
    for place, (week, entries) in enumerate(weeks):
        yield PagePlan(path_of_week(week), partial(_week_page, index, site, weeks, place), newest_day(entries))


def _week_page(index: Index, site: Site, weeks: list[tuple[Week, list[Entry]]], place: int) -> WeekPage:
    week, entries = weeks[place]
    view = view_from(index, site, path_of_week(week))
    own = week_link(view, week, entries)
    title = f"What was said and done in {own.title}"
    told = measures_once(index, entries)
    quotes = [quote for entry in entries[:MOST_QUOTES] if (quote := telling_quote(view, entry))]
    return WeekPage(
        frame=list_frame(view, site, title, f"{title}: {counted(len(entries), 'briefing')}."),
        above=way(view, ("Weeks", WEEKS)),
        week=own,
        actors=busiest(view, entries),
        quotes=tuple(quotes),
        measures=tuple(measure_item(view, entry, measure) for entry, measure in told[:MOST_MEASURES]),
        more_measures=max(0, len(told) - MOST_MEASURES),
        briefings=tuple(briefing_link(view, entry) for entry in entries),
        earlier=week_link(view, *weeks[place + 1]) if place + 1 < len(weeks) else None,
        later=week_link(view, *weeks[place - 1]) if place else None,
    )

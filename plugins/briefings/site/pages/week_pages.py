"""The briefing of briefings: what was said and done in a week, by the day on which the articles were published."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from ..shapes.list_lines import WeekLink
from ..shapes.pages_of_lists import WeekPage, WeeksPage
from ..views.addresses import WEEKS, Week, path_of_week
from ..views.facts import View, briefing_link, measure_item, telling_quote, view_from
from ..views.index import Entry, Index, newest_day
from ..views.page_frames import PagePlan, Site
from ..views.wording import counted
from .day_pages import day_link
from .gathered import busiest, facts_in, list_frame, way

MOST_QUOTES, MOST_MEASURES = 40, 200


def weeks_of(index: Index) -> list[tuple[Week, list[Entry]]]:
    """The briefings of each week that has some, newest first; those whose day is not known are of none."""
    dated = [(week, entry) for entry in index.entries if (week := week_of(entry))]
    return [(week, [entry for _, entry in some]) for week, some in groupby(dated, key=lambda pair: pair[0])]


def week_of(entry: Entry) -> Week | None:
    """The week in which the article was published; None where its day is not known."""
    iso = entry.briefing.article.published.date
    if iso is None or len(iso) != len("2025-05-05"):
        return None
    year, number, _ = date.fromisoformat(iso).isocalendar()
    return year, number


def week_link(view: View, week: Week, entries: list[Entry]) -> WeekLink:
    """A week as other pages name it, with its seven days; the last of the year 9999 has five."""
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
    """List all weeks, newest first."""
    view, weeks = view_from(index, site, WEEKS), weeks_of(index)
    description = f"{counted(len(weeks), 'week')}: what was said and done in each, and on each day."
    return WeeksPage(
        frame=list_frame(view, site, "Weeks", description),
        weeks=tuple(week_link(view, week, entries) for week, entries in weeks),
    )


def week_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plan the page of each week: ``weeks/2025-w19/`` …."""
    weeks = weeks_of(index)
    for place, (week, entries) in enumerate(weeks):
        yield PagePlan(path_of_week(week), partial(_week_page, index, site, weeks, place), newest_day(entries))


def _week_page(index: Index, site: Site, weeks: list[tuple[Week, list[Entry]]], place: int) -> WeekPage:
    week, entries = weeks[place]
    view = view_from(index, site, path_of_week(week))
    own = week_link(view, week, entries)
    title = f"What was said and done in {own.title}"
    told = index.once((entry, measure) for entry in entries for measure in entry.briefing.measures)
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

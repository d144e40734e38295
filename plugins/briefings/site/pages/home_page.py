"""The home page: the newest week, the newest briefings."""

from ...model import Measure
from ..data import alternates
from ..data.linked_data import site_data
from ..shapes.list_lines import NewestWeek
from ..shapes.page_shapes import HomePage
from ..shapes.pages_of_briefings import BriefingCard
from ..views.addresses import ACTORS, BRIEFINGS, MEASURES, QUOTES
from ..views.facts import View, all_of, briefing_link, measure_item, telling_quote, view_from
from ..views.index import Entry, Index
from ..views.page_frames import Site, frame
from .day_and_week_pages import week_link, weeks_of
from .gathered import busiest, facts_in, measures_once

NEWEST = 10  # briefings
CARD_MEASURES = 3
WEEK_MEASURES = 8


def home_page(index: Index, site: Site) -> HomePage:
    """Gathers what was done in the newest week and who spoke in it, then the newest briefings."""
    view = view_from(index, site, "")
    quotes, measures = facts_in(index.entries)
    later = [entry for entry in index.entries[NEWEST:] if entry.day is None]
    return HomePage(
        frame=frame(
            site,
            "",
            site.name,
            site.subtitle or f"{site.name}: who said and did what.",
            alternates=alternates.of_all(view, site),
            data=site_data(site),
        ),
        week=_week(view),
        cards=tuple(_card(view, entry) for entry in index.entries[:NEWEST]),
        undated=tuple(briefing_link(view, entry) for entry in later[:NEWEST]),
        more_undated=max(0, len(later) - NEWEST),
        briefings=len(index.entries),
        actors_count=len(index.actors),
        quotes=quotes,
        measures=measures,
        all_briefings=view.href(BRIEFINGS),
        all_actors=view.href(ACTORS),
        all_quotes=view.href(QUOTES),
        all_measures=view.href(MEASURES),
    )


def _week(view: View) -> NewestWeek | None:
    """Finds the newest week by the briefings' own days: no clock is read."""
    weeks = weeks_of(view.index)
    if not weeks:
        return None
    week, entries = weeks[0]
    told = measures_once(view.index, entries)
    main = sorted(told, key=lambda pair: _rank_of_measure(pair[1]))[:WEEK_MEASURES]
    return NewestWeek(
        week=week_link(view, week, entries),
        measures=tuple(measure_item(view, entry, measure) for entry, measure in main),
        more_measures=len(told) - len(main),
        actors=busiest(view, entries),
    )


def _card(view: View, entry: Entry) -> BriefingCard:
    briefing = entry.briefing
    main = sorted(briefing.measures, key=_rank_of_measure)[:CARD_MEASURES]
    return BriefingCard(
        briefing=briefing_link(view, entry),
        place=briefing.article.place,
        spoke=all_of(view, entry, (chain for quote in briefing.quotes for chain in quote.source.actors)),
        quotes=len(briefing.quotes),
        quote=telling_quote(view, entry),
        measures=tuple(measure_item(view, entry, measure) for measure in main),
        more_measures=len(briefing.measures) - len(main),
    )


def _rank_of_measure(measure: Measure) -> tuple[bool, bool]:
    """Puts those with an initiator, then those taken, before others; otherwise in the order of the text."""
    return not measure.initiators, measure.status != "taken"

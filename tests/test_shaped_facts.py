"""A fact is shaped once in a build: pages pick it, and only what leads from a page to somewhere is the page's own."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from briefings.site.page_kinds import all_pages
from briefings.site.shapes.parts import MeasureItem, QuoteItem
from briefings.site.views.facts import measure_item, quote_item, view_from
from made_site import briefing, composed, index, site

Item = QuoteItem | MeasureItem


def items_in(shown: object) -> Iterator[Item]:
    """Each fact in a page, wherever in it it stands."""
    if isinstance(shown, QuoteItem | MeasureItem):
        yield shown
    elif isinstance(shown, tuple):
        for part in shown:
            yield from items_in(part)
    elif is_dataclass(shown):
        for field in fields(shown):
            yield from items_in(getattr(shown, field.name))


def test_each_fact_is_shaped_once_for_all_pages() -> None:
    found = index(("bridge", briefing()), ("bridge-again", briefing()))
    shaped = {**found.quote_items, **found.measure_items}
    shown: defaultdict[tuple[str, str], dict[str, Item]] = defaultdict(dict)
    for path, page in composed(all_pages(found, site())).items():
        for item in items_in(page):
            shown[item.briefing.slug, item.id][path] = item
    assert shown.keys() == shaped.keys()
    assert min(map(len, shown.values())) >= 2
    for at, of_pages in shown.items():
        assert all(item.evidence.text is shaped[at].evidence.text for item in of_pages.values())


def test_only_where_a_fact_leads_to_is_its_page_s_own() -> None:
    found = index()
    (entry,) = found.entries
    quote, measure = entry.briefing.quotes[0], entry.briefing.measures[0]
    here, away = view_from(found, site(), "briefings/bridge/"), view_from(found, site(), "actors/norland/")
    assert [quote_item(view, entry, quote).href for view in (here, away)] == ["#q-2", "../../briefings/bridge/#q-2"]
    assert [measure_item(view, entry, measure).evidence.href for view in (here, away)] == [
        "#s-1",
        "../../briefings/bridge/#s-1",
    ]
    withheld = view_from(found, site("none"), "actors/norland/")
    assert measure_item(withheld, entry, measure).evidence.href is None
    assert measure_item(withheld, entry, measure).initiators[0].href == "../../actors/zoe-carver/"

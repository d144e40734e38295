"""The specimen shows every kind of fact, and readers of a real site never meet it."""

from dataclasses import replace
from typing import get_args

from briefings.model import ActorKind, MeasureType, QuoteKind, Status
from briefings.site.page_kinds import all_pages
from briefings.site.pages.specimen_page import specimen_page
from briefings.site.sitemap import addresses
from made_site import index, site

SHOWN = replace(site(url="https://example.org"), specimen=True)


def test_it_is_made_only_where_it_is_asked_for() -> None:
    assert "specimen/" not in [plan.path for plan in all_pages(index(), site())]
    assert "specimen/" in [plan.path for plan in all_pages(index(), SHOWN)]


def test_no_page_and_no_sitemap_names_it() -> None:
    assert "specimen/" not in dict(addresses(index(), SHOWN))
    told = "".join(str(plan.make()) for plan in all_pages(index(), SHOWN) if plan.path != "specimen/")
    assert "specimen/" not in told


def test_it_has_every_kind_type_and_status_and_the_awkward_cases() -> None:
    page = specimen_page(SHOWN)
    assert {item.kind for item in page.quotes} == set(get_args(QuoteKind))
    assert {item.type for item in page.measures} == set(get_args(MeasureType))
    assert {item.status for item in page.measures} == set(get_args(Status))
    assert {who.kind for who in page.people} == set(get_args(ActorKind))
    assert max(len(item.content.split()) for item in page.quotes) == 600
    assert max(len(item.targets) for item in page.measures) == 40
    assert any(item.source.unattributed for item in page.quotes)
    assert any(item.within for item in page.quotes)
    assert not all(item.initiators for item in page.measures)
    assert page.briefings[0].inferred
    assert page.briefings[1].day is None
    assert page.briefings[1].outlet is None
    assert page.graph is not None
    assert page.around is not None

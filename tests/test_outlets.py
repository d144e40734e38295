"""Outlets: each has a page that its briefings lead to, however its name is written."""

from dataclasses import replace

from briefings.model import Published
from briefings.site.pages.actor_pages import actor_page
from briefings.site.pages.briefing_page import briefing_page
from briefings.site.pages.outlet_pages import outlet_pages, outlets_page
from briefings.site.shapes.pages_of_lists import OutletPage
from briefings.site.views.index import Index
from made_site import TEXT, article, briefing, composed, index, site


def of(**outlets: str | None) -> Index:
    return index(
        *(
            (slug, replace(briefing(), article=article(TEXT, outlet=outlet, published=on(f"2025-05-0{day}"))))
            for day, (slug, outlet) in enumerate(outlets.items(), 1)
        )
    )


def on(day: str) -> Published:
    return Published(date=day, source="text", how=None)


def test_one_outlet_has_one_page_however_its_name_is_written() -> None:
    made = of(a="The Norland Post", b="THE NORLAND POST", c="The  Norland Post", d="Café Noir", e=None)
    pages = composed(outlet_pages(made, site()))
    assert list(pages) == ["outlets/cafe-noir/", "outlets/the-norland-post/"]
    post = pages["outlets/the-norland-post/"]
    assert isinstance(post, OutletPage)
    assert [each.slug for each in post.briefings] == ["c", "b", "a"]


def test_an_outlet_is_called_as_most_of_its_articles_call_it() -> None:
    (page,) = composed(outlet_pages(of(a="POST", b="Post", c="Post"), site())).values()
    assert isinstance(page, OutletPage)
    assert page.outlet.name == "Post"


def test_the_list_counts_what_each_has_and_what_has_none() -> None:
    page = outlets_page(of(a="Post", b=None, c="Post"), site())
    (line,) = page.outlets
    assert (line.briefings, line.quotes, line.measures, page.without) == (2, 4, 4, 1)
    assert (line.first and line.first.text, line.last and line.last.text) == ("1 May 2025", "3 May 2025")
    assert line.href == "../outlets/post/"


def test_an_outlets_page_says_who_spoke_most_and_what_its_measures_are() -> None:
    (page,) = composed(outlet_pages(of(a="Post", b="Post"), site())).values()
    assert isinstance(page, OutletPage)
    assert [(each.who.name, each.said, each.did) for each in page.actors] == [("Zoë Carver", 2, 2), ("Norland", 0, 2)]
    assert [(each.text, each.count) for each in page.types] == [("Aid", 2), ("Govern", 2)]


def test_outlets_of_equal_slugs_are_kept_apart() -> None:
    paths = [plan.path for plan in outlet_pages(of(a="Ö Post", b="O Post", c="!!!", d="???"), site())]
    assert len(set(paths)) == 4


def test_briefings_and_actors_lead_to_their_outlets() -> None:
    made = of(a="Post", b=None)
    assert [briefing_page(made, site(), entry).outlet_page for entry in made.entries] == [None, "../../outlets/post/"]
    assert [each.href for each in actor_page(made, site(), made.actors[0]).outlets] == ["../../outlets/post/"]

"""What was not said, or only perhaps, says so wherever the site tells of it."""

import csv
import io
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from briefings.model import Briefing, Published, Quote
from briefings.site.assets.search import search_page, search_parts
from briefings.site.data.actor_record import actor_record
from briefings.site.data.csv_tables import quotes_table
from briefings.site.data.export import record
from briefings.site.data.feeds import feed_files
from briefings.site.pages.briefing_page import briefing_page
from briefings.site.terminal.show import in_words
from briefings.site.views.facts import telling_quote, view_from
from briefings.site.views.lead import key_facts
from made_machines import linked_data
from made_site import TEXT, article, briefing, index, site

DOUBTS = (
    ({"negated": True}, "negated"),
    ({"reality": "conditional"}, "conditional"),
    ({"reality": "asked"}, "asked"),
    ({"negated": True, "reality": "planned"}, "negated, planned"),
)


def told(**how: object) -> Briefing:
    made = briefing(article=article(TEXT, published=Published(date="2025-05-05", source="text", how=None)))
    first = replace(made.quotes[0], **how)  # type: ignore[arg-type]
    return replace(made, quotes=(first, *made.quotes[1:]))


@pytest.mark.parametrize(("how", "words"), DOUBTS, ids=[words for _, words in DOUBTS])
def test_a_saying_that_is_no_plain_one_says_so_everywhere(how: dict[str, object], words: str) -> None:
    made = told(**how)
    found, here = index(("bridge", made)), site(url="https://example.org/paper")
    quote: Quote = made.quotes[0]
    listed = record(made)["quotes"][0]
    assert (listed["negated"], listed["reality"]) == (quote.negated, quote.reality)
    assert f"indirect, {words}" in in_words(made) or f"direct, {words}" in in_words(made)
    page = briefing_page(found, here, found.entries[0])
    assert ", ".join(page.quotes[0].doubts) == words
    cells = next(csv.DictReader(io.StringIO(quotes_table(found, here).decode())))
    assert (cells["negated"], cells["reality"]) == (str(quote.negated).lower(), quote.reality)
    said = actor_record(found, here, next(one for one in found.actors if one.id == "zoe-carver"))["said"][0]["quote"]
    assert (said["negated"], said["reality"]) == (quote.negated, quote.reality)
    files = dict(feed_files(found, here))
    assert f"said ({words}): “It will last,”" in files["feeds/all.json"].decode()
    assert f"said ({words}): “It will last,”" in BeautifulSoup(files["feeds/all.atom"], "xml").get_text()
    (records,) = search_parts(found, here)
    assert f"said · {words.replace(', ', ' · ')} · direct" in records[0].html


@pytest.mark.parametrize("how", [how for how, _ in DOUBTS], ids=[words for _, words in DOUBTS])
def test_who_did_not_plainly_say_it_is_not_called_its_speaker(how: dict[str, object]) -> None:
    made = told(**how)
    found = index(("bridge", made))
    data = linked_data(str(briefing_page(found, site(), found.entries[0]).frame.linked_data))
    assert "spokenByCharacter" not in data["hasPart"][0]
    assert made.quotes[0] not in key_facts(found.entries[0])
    shown = telling_quote(view_from(found, site(), ""), found.entries[0])
    assert shown is None or shown.id != made.quotes[0].id


def test_what_was_not_said_can_be_searched_for() -> None:
    page = search_page(index(("bridge", told(negated=True))), site())
    assert "negated" in next(facet.values for facet in page.facets if facet.name == "kind")

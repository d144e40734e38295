"""Feeds tell who said and did what, with days from the articles and from no clock."""

from dataclasses import replace

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from briefings.language.letters import one_line
from briefings.model import Published
from briefings.site.data.feeds import NEWEST, feed_files, told_of
from briefings.site.views.index import Index
from made_machines import feed, hrefs
from made_site import TEXT, article, briefing, index, site

URL = "https://example.org/paper"


def dated(day: str | None) -> Index:
    published = Published(date=day, source="text" if day else "unknown", how=None)
    return index(("bridge", replace(briefing(), article=article(TEXT, published=published))))


def files(made: Index) -> dict[str, bytes]:
    return dict(feed_files(made, site(url=URL)))


def test_an_entry_says_in_words_who_said_and_did_what() -> None:
    (entry,) = feed(files(dated("2025-05-05"))["feeds/all.atom"]).entries
    soup = BeautifulSoup(entry.content[0].value, "html.parser")
    assert [line.get_text() for line in soup.select("p, li")] == [
        "The Norland Post, 5 May 2025",
        "Q1 Zoë Carver said: “It will last,”",
        "Q2 unattributed said: Norland will send grain to Sudland",
        "M1 Zoë Carver: Govern (taken). President Zoë Carver of Norland opened the bridge on Monday.",
        "M2 Norland → Sudland: Aid (planned, hedged). Norland will send grain to Sudland, the minister said.",
    ]
    assert hrefs(entry.content[0].value) == [f"{URL}/briefings/bridge/#{fact}" for fact in ("q-2", "q-6", "m-1", "m-6")]


def test_who_claims_and_who_is_not_named_is_said() -> None:
    made = briefing()
    told = replace(made.measures[1], initiators=(), attribution="zoe-carver", instrument="grain")
    (entry,) = feed(files(index(("bridge", replace(made, measures=(told,)))))["feeds/all.atom"]).entries
    assert "nobody named → Sudland: Aid, grain (planned, hedged, according to Zoë Carver)." in entry.content[0].value


def test_an_inferred_day_is_called_so() -> None:
    (entry,) = feed(files(index())["feeds/all.atom"]).entries
    assert "5 May 2025 (inferred)" in entry.content[0].value
    assert entry.updated == "2025-05-05T00:00:00Z"


def test_an_article_of_unknown_day_is_in_the_json_feed_only() -> None:
    found = files(dated(None))
    assert list(found) == ["feeds/all.json"]
    assert b'"date_published"' not in found["feeds/all.json"]
    assert b"day unknown" in found["feeds/all.json"]


def test_an_actors_feed_has_its_own_facts() -> None:
    made = index()
    (carver,) = [actor for actor in made.actors if actor.id == "zoe-carver"]
    (told,) = told_of(made, carver)
    assert [fact.id for fact in (*told.quotes, *told.measures)] == ["q-2", "m-1"]
    assert b"Sudland" not in files(made)["actors/zoe-carver/feed.atom"]


def test_a_feed_has_the_newest_hundred() -> None:
    many = [
        (
            f"b-{n:03}",
            replace(
                briefing(),
                article=article(TEXT, published=Published(date=f"2025-{n % 12 + 1:02}-01", source="text", how=None)),
            ),
        )
        for n in range(120)
    ]
    entries = feed(files(index(*many))["feeds/all.atom"]).entries
    assert len(entries) == NEWEST
    assert entries[0].updated == "2025-12-01T00:00:00Z"
    assert not [entry for entry in entries if entry.updated < "2025-02-28"]


@given(st.text(alphabet=st.characters()))
def test_whatever_a_headline_holds_the_feed_is_well_formed(title: str) -> None:
    found = files(index(("bridge", replace(briefing(), article=article(TEXT, title=title)))))
    (entry,) = feed(found["feeds/all.atom"]).entries
    assert entry.id == f"{URL}/briefings/bridge/"


@given(st.text(alphabet=st.characters()))
def test_one_line_is_one_line_and_stays_itself(text: str) -> None:
    line = one_line(text)
    assert one_line(line) == line
    assert len(line.splitlines()) <= 1
    assert line.encode("utf-8").decode("utf-8") == line

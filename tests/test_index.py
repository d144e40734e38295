"""The index knows where everything stands."""

from dataclasses import replace

from briefings.model import Appearance, Published, Report, Span
from briefings.site.views.indexing import headline_of, make_index
from made_site import TEXT, actors_of, article, bare, briefing, chain, index, sentences


def dated(day: str | None) -> Published:
    return Published(date=day, source="metadata" if day else "unknown", how=None)


def test_newest_briefings_come_first_and_those_of_unknown_date_last() -> None:
    made = [
        (slug, briefing(article=article(TEXT, published=dated(day))))
        for slug, day in (("b", "2025-05-05"), ("z", None), ("a", "2025-05-05"), ("c", "2025-06-01"))
    ]
    assert [entry.slug for entry in index(*made).entries] == ["c", "a", "b", "z"]


def test_the_order_of_reading_changes_nothing() -> None:
    made = [("a", briefing()), ("b", briefing())]
    assert [entry.slug for entry in index(*made).entries] == [entry.slug for entry in index(*reversed(made)).entries]


def test_an_actor_has_a_page_where_it_said_did_or_was_done_to() -> None:
    assert [actor.id for actor in index().actors] == ["norland", "sudland", "zoe-carver"]


def test_an_actor_has_a_page_where_it_is_mentioned_twice() -> None:
    text = "Ada Bell came. Ada Bell left. Tom Reed slept."
    made = bare(text, chain(text, "Ada Bell"), chain(text, "Tom Reed"))
    assert [actor.id for actor in index(("x", made)).actors] == ["ada-bell"]


def test_two_mentions_in_two_briefings_are_two() -> None:
    made = bare("Tom Reed slept.", chain("Tom Reed slept.", "Tom Reed"))
    assert [actor.id for actor in index(("x", made), ("y", made)).actors] == ["tom-reed"]


def test_an_unnamed_actor_has_no_page() -> None:
    assert ("bridge", "experts") not in index().by_chain


def test_facts_stand_with_their_actors() -> None:
    facts = index().facts
    assert [fact.id for _, fact in facts["zoe-carver"].said] == ["q-2"]
    assert [fact.id for _, fact in facts["zoe-carver"].did] == ["m-1"]
    assert [fact.id for _, fact in facts["norland"].did] == ["m-6"]
    assert [fact.id for _, fact in facts["sudland"].done_to] == ["m-6"]


def test_two_chains_of_one_actor_share_a_fact_once() -> None:
    made = briefing()
    twin = replace(made.actors[0], id="zoe-carver-2")
    both = replace(made.quotes[0], source=replace(made.quotes[0].source, actors=("zoe-carver", "zoe-carver-2")))
    told = [("x", replace(made, actors=(*made.actors, twin), quotes=(both,)))]
    merged = [
        replace(actor, appearances=(*actor.appearances, Appearance(briefing="x", chain="zoe-carver-2")))
        for actor in actors_of(told)
        if actor.id == "zoe-carver"
    ]
    assert len(make_index(told, merged).facts["zoe-carver"].said) == 1


def test_a_place_in_the_text_has_the_number_of_its_sentence() -> None:
    entry = index().entries[0]
    for number, span in enumerate(sentences(TEXT), 1):
        assert entry.number(span.start) == number
        assert entry.number(span.end - 1) == number
        assert list(entry.numbers(span)) == [number]
    first, second = sentences(TEXT)[:2]
    assert list(entry.numbers(Span(first.start, second.end))) == [1, 2]


def test_sentences_that_facts_rest_on_are_known() -> None:
    assert index().entries[0].resting == {1, 2, 6}


def test_a_content_that_goes_on_in_the_next_sentence_rests_on_both() -> None:
    made = briefing()
    second, third = sentences(TEXT)[1:3]
    longer = replace(made.quotes[0], content=(Span(second.start, third.end),))
    assert index(("x", replace(made, quotes=(longer,)))).entries[0].resting == {1, 2, 3, 6}


def test_a_text_without_a_headline_shows_its_first_words() -> None:
    assert headline_of(briefing(article=article("It rained in  Norland.", title=None))) == "It rained in Norland."
    long = " ".join(f"w{number}" for number in range(30))
    assert headline_of(briefing(article=article(long, title=" "))).endswith("w13 …")


def test_an_empty_text_shows_its_file() -> None:
    assert headline_of(briefing(article=article("", title=None))) == "a.txt"


def test_an_act_that_two_briefings_report_stands_once_with_the_newest() -> None:
    made = index(
        ("first", briefing()), ("later", briefing(article=article(TEXT, published=dated("2025-05-06"), outlet="Sud")))
    )
    did = made.facts["norland"].did
    assert [entry.slug for entry, _ in did] == ["later", "first"]
    assert [entry.slug for entry, _ in made.once(did)] == ["later"]
    assert made.stories["later", "m-6"].reports == (Report("first", "m-6"), Report("later", "m-6"))

"""A page has all that its template may print, and nothing that the site withholds."""

import re
from dataclasses import fields, replace

import pytest

from briefings.model import Published, Source, Span
from briefings.site.data.export import published_record
from briefings.site.page_kinds import PAGE_KINDS, all_pages
from briefings.site.pages.actor_pages import actor_page
from briefings.site.pages.actors_page import actors_page, letter_of
from briefings.site.pages.briefing_page import briefing_page
from briefings.site.pages.day_and_week_pages import week_pages
from briefings.site.pages.fact_pages import measures_pages, quotes_pages
from briefings.site.pages.home_page import home_page
from briefings.site.pages.moved_pages import not_found_page
from briefings.site.shapes.pages_of_actors import ActorFactsPage
from briefings.site.shapes.pages_of_briefings import BriefingPage
from briefings.site.shapes.pages_of_lists import WeekPage
from briefings.site.shapes.parts import ShownDay
from briefings.site.views.facts import View, shown_day, source_line
from briefings.site.views.index import Index
from briefings.site.views.page_frames import frame, web_address
from made_site import TEXT, article, bare, briefing, composed, index, sentences, site, spans


def bridge(made: Index | None = None, **about: str) -> BriefingPage:
    found = made or index()
    return briefing_page(found, site(**about), found.entries[0])  # type: ignore[arg-type]


def test_every_kind_of_page_has_a_template_and_documented_fields() -> None:
    assert len({kind.template for kind in PAGE_KINDS}) == len(PAGE_KINDS)
    assert all(kind.shape.__doc__ for kind in PAGE_KINDS)


def test_every_page_is_of_its_kind_and_stands_where_the_table_says() -> None:
    asked = replace(site(), specimen=True, search_parts=1)
    for kind in PAGE_KINDS:
        for plan in kind.plans(index(), asked):
            assert type(plan.make()) is kind.shape
            assert re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", kind.address), plan.path), plan.path


def test_every_url_is_composed_once() -> None:
    paths = [plan.path for plan in all_pages(index(), site())]
    assert paths == [
        "",
        "briefings/",
        "actors/",
        "quotes/",
        "measures/",
        "weeks/",
        "outlets/",
        "weeks/2025-w19/",
        "days/2025-05-05/",
        "outlets/the-norland-post/",
        "graph/",
        "briefings/bridge/",
        "actors/norland/",
        "actors/sudland/",
        "actors/zoe-carver/",
        "404.html",
    ]


def test_links_are_relative_to_their_page() -> None:
    assert bridge().cast[0].who.href == "../../actors/zoe-carver/"
    assert actors_page(index(), site()).letters[0].actors[0].who.href == "../actors/norland/"
    assert home_page(index(), site()).all_quotes == "./quotes/"


def test_a_page_not_found_leads_home_from_any_depth() -> None:
    assert not_found_page(index(), site(url="https://example.org/repo")).frame.home == "/repo/"
    assert not_found_page(index(), site(url="https://example.org")).all_actors == "/actors/"
    assert not_found_page(index(), site()).frame.root == "/"


def test_a_frame_says_where_one_is() -> None:
    about = frame(site(url="https://example.org/repo"), "actors/", "Actors", "…")
    assert about.canonical == "https://example.org/repo/actors/"
    assert [link.text for link in about.nav if link.current] == ["Actors"]
    assert frame(site(), "actors/", "Actors", "…").canonical is None


def test_a_day_is_written_out_by_no_locale() -> None:
    assert shown_day("2025-05-05") == ShownDay(iso="2025-05-05", text="5 May 2025")
    assert shown_day("2025-12") == ShownDay(iso="2025-12", text="December 2025")
    assert shown_day(None) is None


def test_an_inferred_day_says_so_and_how() -> None:
    page = bridge()
    assert (page.day_from, page.day_how) == ("inferred", "“Monday” is the day of the article.")
    assert page.quotes[0].briefing.inferred


def test_a_role_stands_as_the_text_gave_it_with_its_sentence() -> None:
    (role,) = bridge().cast[0].roles
    assert (role.role, [who.name for who in role.of], role.number, role.href) == (
        "President",
        ["Norland"],
        1,
        "#s-1",
    )


def test_a_pronoun_is_shown_with_whom_it_means() -> None:
    line = bridge().quotes[0].source
    assert (line.words, [who.name for who in line.who]) == ("she", ["Zoë Carver"])


@pytest.mark.parametrize("words", ["Zoë Carver", "Carver", "President Zoë Carver of Norland"])
def test_words_that_say_the_name_are_not_repeated(words: str) -> None:
    made = briefing()
    source = Source(actors=("zoe-carver",), span=spans(TEXT, "Zoë Carver")[0])
    text = TEXT.replace("Zoë Carver", words, 1)
    entry = replace(index().entries[0], briefing=replace(made, article=article(text)))
    told = replace(made.quotes[0], source=replace(source, span=spans(text, words)[0]))
    view = View(index=index(), path="", root="./", source_text="full")
    assert source_line(view, entry, told).words is None


def test_a_quote_without_a_source_is_unattributed() -> None:
    assert bridge().quotes[1].source.unattributed
    assert not bridge().quotes[0].source.unattributed


def test_a_quote_has_its_words_and_its_place() -> None:
    item = bridge().quotes[0]
    assert (item.id, item.label, item.href) == ("q-2", "Q1", "#q-2")
    assert (item.cue, item.content) == ("said", "“It will last,”")
    assert item.evidence.href == "#s-2"
    assert '<mark class="cue">said</mark>' in item.evidence.text


def test_a_place_on_the_page_itself_is_only_its_fragment() -> None:
    here = View(index=index(), path="briefings/bridge/", root="../../", source_text="full")
    assert here.href("briefings/bridge/#q-2") == "#q-2"
    assert here.href("briefings/bridge/record.json") == "../../briefings/bridge/record.json"
    assert here.href("briefings/other/#q-2") == "../../briefings/other/#q-2"


def test_a_measure_shows_its_doubt() -> None:
    item = bridge().measures[1]
    assert item.hedged
    assert item.within == "#q-6"
    assert ([who.name for who in item.initiators], [who.name for who in item.targets]) == (["Norland"], ["Sudland"])


def test_the_source_text_leads_back_to_its_facts() -> None:
    text = "".join(paragraph.text for paragraph in bridge().paragraphs)
    assert '<a class="ref quote" href="#q-2" title="Quote 1">Q1</a>' in text
    assert '<a class="ref measure" href="#m-6" title="Measure 2">M2</a>' in text
    assert '<a class="actor pronoun" href="../../actors/zoe-carver/" title="Zoë Carver">she</a>' in text


def test_only_addresses_of_the_web_are_linked() -> None:
    assert web_address("https://example.org/a") == "https://example.org/a"
    for address in (
        None,
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https:",
        "http://[",
        "ftp://x.y",
    ):
        assert web_address(address) is None


def test_an_excerpt_shows_what_facts_rest_on_and_marks_the_gaps() -> None:
    page = bridge(source_text="excerpt")
    assert [paragraph.gap for paragraph in page.paragraphs] == [False, True, False]
    text = "".join(paragraph.text for paragraph in page.paragraphs)
    assert "rained" not in text
    assert "doubt" not in text
    assert "opened" in text
    assert (page.shown, page.sentences) == (3, 7)


def test_without_source_text_each_fact_still_has_its_own_sentence() -> None:
    page = bridge(source_text="none")
    assert page.paragraphs == ()
    assert page.shown == 0
    assert page.quotes[0].evidence.href is None
    assert "It will last" in page.quotes[0].evidence.text
    assert page.cast[0].roles[0].href is None


def test_a_record_holds_what_its_page_shows_and_no_more() -> None:
    entry = index().entries[0]
    first, second, _, _, _, sixth, _ = (TEXT[span.start : span.end] for span in sentences(TEXT))
    assert published_record(entry, "full")["text"] == TEXT
    for mode in ("excerpt", "none"):
        record = published_record(entry, mode)
        assert record["text"] is None
        assert [words for _, _, words in record["excerpts"]] == [first, second, sixth]
        assert all(TEXT[start:end] == words for start, end, words in record["excerpts"])


def test_without_source_text_a_record_has_only_the_own_sentences_of_facts() -> None:
    made = briefing()
    second, third = sentences(TEXT)[1:3]
    longer = replace(made.quotes[0], content=(Span(second.start, third.end),))
    entry = index(("x", replace(made, quotes=(longer,), measures=()))).entries[0]
    assert len(published_record(entry, "excerpt")["excerpts"]) == 2
    assert len(published_record(entry, "none")["excerpts"]) == 1


def test_an_article_that_is_not_english_is_shown_as_text() -> None:
    page = bridge(index(("pluie", bare("Il pleut. Il neige.", language="und"))))
    assert not page.english
    assert "Il neige." in page.paragraphs[0].text


def test_an_actor_page_gathers_what_it_said_did_and_with_whom() -> None:
    made = index()
    norland = actor_page(made, site(), made.actors[0])
    assert [measure.id for measure in norland.did] == ["m-6"]
    assert [(other.who.name, other.facts, other.briefings) for other in norland.company] == [("Sudland", 1, 1)]
    assert [(at.briefing.slug, at.mentions) for at in norland.briefings] == [("bridge", 2)]
    carver = actor_page(made, site(), made.actors[2])
    assert [quote.id for quote in carver.said] == ["q-2"]
    assert [(alias.text, alias.count) for alias in carver.aliases] == [("Carver", 1)]
    assert [role.role for role in carver.roles] == ["President"]


def test_an_actor_of_two_briefings_has_both_newest_first() -> None:
    made = index(("a", briefing()), ("b", briefing()))
    carver = actor_page(made, site(), made.actors[2])
    assert [at.briefing.slug for at in carver.briefings] == ["a", "b"]
    assert len(carver.said) == 2
    assert len(carver.roles) == 1


def test_letters_leave_accents_out() -> None:
    assert [letter_of(name) for name in ("Élodie", "zoe", "Øre", "7th Fleet", "王", "")] == [
        "E",
        "Z",
        "#",
        "#",
        "#",
        "#",
    ]


def test_lists_group_facts_by_briefing() -> None:
    made = index(("a", briefing()), ("b", briefing(quotes=(), measures=())))
    assert [
        (group.briefing.slug, len(group.quotes)) for group in composed(quotes_pages(made, site()))["quotes/"].groups
    ] == [("a", 2)]
    assert composed(measures_pages(made, site()))["measures/"].count == 2


def test_an_act_that_several_report_is_one_row_that_names_the_others() -> None:
    later = article(TEXT, outlet="The Sud Mail", published=Published(date="2025-05-06", source="metadata", how=None))
    made = index(("a", briefing()), ("b", briefing(article=later)))
    (act,) = actor_page(made, site(), made.actors[0]).did
    assert (act.briefing.slug, [other.slug for other in act.others], act.outlets) == ("b", ["a"], 2)
    assert act.others[0].href == "../../briefings/a/#m-6"
    rows = [measure.id for measure in composed(measures_pages(made, site()))["measures/"].measures]
    assert rows == ["m-1", "m-6", "m-1"]  # nobody else is known to be in the first: it may be another bridge


def test_home_shows_who_spoke_and_what_was_done() -> None:
    (card,) = home_page(index(), site()).cards
    assert [who.name for who in card.spoke] == ["Zoë Carver"]
    assert card.quote is not None
    assert card.quote.id == "q-2"
    assert [measure.id for measure in card.measures] == ["m-1", "m-6"]
    assert card.more_measures == 0


def test_no_page_holds_a_sentence_that_is_withheld() -> None:
    hidden = [TEXT[span.start : span.end] for span in sentences(TEXT) if "rain" in TEXT[span.start : span.end]][:1]
    for page in composed(all_pages(index(), site("excerpt"))).values():
        told = "".join(str(getattr(page, field.name)) for field in fields(page))
        assert not any(sentence in told for sentence in hidden)


def test_a_lead_tells_facts_of_the_page_in_their_own_sentences() -> None:
    page = bridge()
    assert [(fact.label, fact.href, fact.kind) for fact in page.lead] == [
        ("M1", "#m-1", "measure"),
        ("Q1", "#q-2", "quote"),
    ]
    assert page.lead[0].evidence == page.measures[0].evidence


def test_a_timeline_has_the_dated_measures_earliest_first() -> None:
    made = briefing()
    first, second = made.measures
    dated = replace(made, measures=(replace(first, date="2025-05-05"), replace(second, date="2025-05")))
    page = bridge(index(("bridge", dated)))
    assert [item.date.day.text for item in page.timeline if item.date and item.date.day] == ["May 2025", "5 May 2025"]
    assert bridge().timeline == ()


def test_words_of_time_without_a_day_stand_beside_the_measure_and_in_no_timeline() -> None:
    made = briefing()
    vague = replace(made, measures=(replace(made.measures[0], date_span=Span(0, 6)),))
    page = bridge(index(("bridge", vague)))
    (item,) = page.measures
    assert item.date is not None
    assert (item.date.day, item.date.words) == (None, TEXT[0:6])
    assert page.timeline == ()


def test_one_speaker_needs_no_chip_and_two_have_one_each() -> None:
    made = briefing()
    assert bridge().speakers == ()
    second = replace(made.quotes[1], source=Source(actors=("experts",), span=None))
    page = bridge(index(("bridge", replace(made, quotes=(*made.quotes[:1], second)))))
    assert [(speaker.number, speaker.who.name, speaker.quotes) for speaker in page.speakers] == [
        (1, "Zoë Carver", 1),
        (2, "Experts", 1),
    ]


def test_a_related_briefing_is_one_where_the_same_actors_act_and_says_which() -> None:
    silent = replace(briefing(), quotes=(), measures=())
    made = index(("a", briefing()), ("b", briefing(measures=())), ("c", silent), ("d", briefing()))
    page = briefing_page(made, site(), made.entries[0])
    assert [(other.briefing.slug, [who.name for who in other.shared]) for other in page.related] == [
        ("d", ["Norland", "Sudland", "Zoë Carver"]),
        ("b", ["Zoë Carver"]),
    ]


def test_a_briefing_says_which_rules_found_its_facts_and_where_the_method_is_told() -> None:
    page = bridge()
    assert [(rule.name, rule.facts) for rule in page.rules] == [("made", 4)]
    assert page.method is None
    told = replace(site(), texts=(("Method", "method/"),))
    assert briefing_page(index(), told, index().entries[0]).method == "../../method/"


def test_an_error_is_reported_where_the_setting_says_and_nowhere_else() -> None:
    assert bridge().report is None
    there = replace(site(), corrections="https://example.org/new?file={seed}.yaml&page={page}")
    assert (
        briefing_page(index(), there, index().entries[0]).report
        == "https://example.org/new?file=a.txt.yaml&page=bridge"
    )


def test_what_others_say_of_an_actor_stands_on_its_page() -> None:
    made = index()
    norland, _, carver = (actor_page(made, site(), actor) for actor in made.actors)
    assert [quote.id for quote in norland.about] == ["q-6"]
    assert carver.about == ()


def test_a_long_list_goes_on_at_a_legible_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefings.site.pages.actor_pages.MOST", 2)
    made = index(*((slug, briefing()) for slug in "abcde"))
    carver = actor_page(made, site(), made.actors[2])
    assert (len(carver.said), carver.said_all.count, carver.said_all.more) == (2, 5, "../../actors/zoe-carver/said/2/")
    pages = composed(plan for plan in all_pages(made, site()) if plan.path.startswith("actors/zoe-carver/said/"))
    assert list(pages) == ["actors/zoe-carver/said/2/", "actors/zoe-carver/said/3/"]
    second, third = (page for page in pages.values() if isinstance(page, ActorFactsPage))
    assert [item.briefing.slug for item in (*second.quotes, *third.quotes)] == ["c", "d", "e"]
    assert (second.pager.previous, second.pager.next) == (
        "../../../../actors/zoe-carver/#said",
        "../../../../actors/zoe-carver/said/3/",
    )
    assert third.pager.next is None


def test_outlets_are_counted() -> None:
    made = index(("a", briefing()), ("b", briefing()))
    assert [(each.name, each.briefings) for each in actor_page(made, site(), made.actors[0]).outlets] == [
        ("The Norland Post", 2)
    ]


def test_all_quotes_and_measures_are_in_pages_at_legible_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefings.site.pages.fact_pages.MOST", 3)
    made = index(("a", briefing()), ("b", briefing()))
    pages = composed(quotes_pages(made, site()))
    assert list(pages) == ["quotes/", "quotes/page/2/"]
    first, second = pages.values()
    assert [len(group.quotes) for page in (first, second) for group in page.groups] == [2, 1, 1]
    assert (first.pager.next, second.pager.previous, second.count) == ("../quotes/page/2/", "../../../quotes/", 4)


def test_a_week_tells_what_was_said_and_done_in_it_and_leads_to_its_neighbours() -> None:
    older = replace(briefing(), article=article(TEXT, published=Published(date="2024-12-30", source="text", how=None)))
    undated = replace(briefing(), article=article(TEXT, published=Published(date=None, source="unknown", how=None)))
    made = index(("new", briefing()), ("old", older), ("never", undated))
    pages = composed(week_pages(made, site()))
    assert list(pages) == ["weeks/2025-w19/", "weeks/2025-w01/"]
    week = pages["weeks/2025-w19/"]
    assert isinstance(week, WeekPage)
    assert (week.week.title, week.week.days[0].day.text, week.week.days[6].day.text) == (
        "week 19 of 2025",
        "5 May 2025",
        "11 May 2025",
    )
    assert [each.slug for each in week.briefings] == ["new"]
    assert [(each.who.name, each.said, each.did) for each in week.actors] == [("Zoë Carver", 1, 1), ("Norland", 0, 1)]
    assert week.later is None
    assert week.earlier is not None
    assert week.earlier.href == "../../weeks/2025-w01/"

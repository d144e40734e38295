"""Each form of an actor's name leads to the sentences that have it."""

from briefings.model import Actor, Appearance
from briefings.site.pages.actor_pages import actor_page
from briefings.site.shapes.pages_of_actors import AliasLine
from briefings.site.shapes.parts import SourceText
from briefings.site.views import aliases
from briefings.site.views.index import Index
from briefings.site.views.indexing import make_index
from made_site import bare, chain, site

TEXT = "Norland spoke. Nordia left. It rained. Nordia came back, and Nordia stayed."


def made(*slugs: str, text: str = TEXT) -> Index:
    norland = chain(text, "Norland", ("Nordia", "name"), kind="state")
    actor = Actor(
        id="norland",
        name="Norland",
        kind="state",
        aliases=(("Nordia", 3 * len(slugs)), ("Norland", len(slugs)), ("Northland", 0)),
        appearances=tuple(Appearance(briefing=slug, chain=norland.id) for slug in slugs),
    )
    return make_index([(slug, bare(text, norland)) for slug in slugs], [actor])


def forms(index: Index, source_text: SourceText = "full") -> dict[str, AliasLine]:
    page = actor_page(index, site(source_text), index.actors[0])
    return {alias.text: alias for alias in page.aliases}


def test_a_form_leads_to_each_sentence_that_has_it_once() -> None:
    (place,) = forms(made("a"))["Nordia"].places
    assert [(one.number, one.href) for one in place.sentences] == [
        (2, "../../briefings/a/#s-2"),
        (4, "../../briefings/a/#s-4"),
    ]


def test_the_name_itself_is_no_other_form_and_one_that_stands_nowhere_leads_nowhere() -> None:
    found = forms(made("a"))
    assert list(found) == ["Nordia", "Northland"]
    assert (found["Northland"].places, found["Northland"].more) == ((), 0)


def test_a_form_that_many_briefings_have_leads_to_the_newest_and_counts_the_others() -> None:
    nordia = forms(made(*"abcdefgh"))["Nordia"]
    assert [place.briefing.slug for place in nordia.places] == list("abcdef")
    assert (nordia.more, nordia.count) == (2, 24)


def test_a_form_that_many_sentences_have_leads_to_the_first_of_them() -> None:
    (place,) = forms(made("a", text="Norland spoke. " + "Nordia left. " * 20))["Nordia"].places
    assert len(place.sentences) == aliases.MOST_SENTENCES
    assert place.more == 20 - aliases.MOST_SENTENCES


def test_sentences_that_are_not_shown_are_numbers_without_a_link() -> None:
    (place,) = forms(made("a"), "none")["Nordia"].places
    assert [(one.number, one.href) for one in place.sentences] == [(2, None), (4, None)]

"""One fact is told in the same words wherever it stands."""

import re
from dataclasses import replace
from types import SimpleNamespace

import jinja2
import pytest

import made_site
from briefings.site.terminal.show import in_words
from briefings.site.views.facts import measure_item, quote_item, view_from
from briefings.site.views.wording import (
    NOBODY,
    UNATTRIBUTED,
    counted,
    doubts_of_act,
    link_to_owner,
    listed,
    own_words,
    parties_in_words,
    source_in_words,
)
from made import ROOT

TEMPLATES = ROOT / "themes" / "briefings" / "templates"


def test_names_are_listed_as_one_says_them() -> None:
    assert [listed("ABC"[:count]) for count in range(4)] == ["", "A", "A and B", "A, B and C"]


def test_a_noun_stands_in_the_number_it_has() -> None:
    assert [counted(count, "quote") for count in (0, 1, 1234)] == ["0 quotes", "1 quote", "1,234 quotes"]


@pytest.mark.parametrize(
    ("names", "words", "told"),
    [
        (["Ann Carver", "Norland"], "they", "Ann Carver and Norland"),
        ([], "the ministry", "the ministry"),
        ([], None, "unattributed"),
    ],
)
def test_a_source_is_called_by_name_else_in_the_texts_words(names: list[str], words: str | None, told: str) -> None:
    assert source_in_words(names, words) == told


def test_the_texts_own_words_are_told_where_they_do_not_say_the_name() -> None:
    assert own_words("he", ["Vladimir Putin"]) == "he"
    assert own_words("President Putin", ["Vladimir Putin"]) is None


def test_nobody_is_said_of_a_measure_that_nobody_is_told_to_have_taken() -> None:
    sides = [("Norland", "Sudland"), ("Norland", ""), ("", "Sudland"), ("", "")]
    told = ["Norland → Sudland", "Norland", "nobody named → Sudland", "nobody named"]
    assert [parties_in_words(*each) for each in sides] == told


def test_what_is_hearsay_or_a_claim_says_so() -> None:
    assert doubts_of_act("Ann Carver", hedged=True) == ("hedged", "according to Ann Carver")
    assert doubts_of_act("", hedged=False) == ()


def test_the_terminal_has_the_words_of_the_pages() -> None:
    briefing = made_site.briefing()
    measures = tuple(replace(measure, initiators=(), targets=()) for measure in briefing.measures)
    told = in_words(replace(briefing, measures=measures))
    assert " unattributed said:" in told
    assert ": nobody named" in told


def test_the_words_for_nobody_come_to_a_page_from_one_module() -> None:
    made = made_site.briefing()
    index = made_site.index(("bridge", replace(made, measures=(replace(made.measures[0], initiators=()),))))
    view, (entry, *_) = view_from(index, made_site.site(), ""), index.entries
    assert quote_item(view, entry, entry.briefing.quotes[1]).source.unattributed == UNATTRIBUTED
    assert measure_item(view, entry, entry.briefing.measures[0]).nobody == NOBODY


def test_a_template_has_no_word_for_nobody_of_its_own() -> None:
    written = "".join(template.read_text("utf-8") for template in TEMPLATES.glob("*.html"))
    assert not [word for word in (UNATTRIBUTED, NOBODY) if f">{word}<" in written]
    macros = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)
    show = macros.from_string("{% import 'macros.html' as m %}{{ m.source(source) }}, {{ m.parties(measure) }}")
    source = SimpleNamespace(unattributed="of none")
    told = show.render(source=source, measure=SimpleNamespace(initiators=(), targets=(), nobody="by none"))
    assert re.findall("of none|by none", told) == ["of none", "by none"]


@pytest.mark.parametrize(
    ("role", "link"),
    [("President", "of"), ("former minister", "of"), ("counterpart", "from"), ("former counterpart", "from")],
)
def test_a_counterpart_is_from_a_state_and_not_of_it(role: str, link: str) -> None:
    """“His Russian counterpart” is an Indian's, from Russia."""
    assert link_to_owner(role) == link

"""A briefing's lead is chosen by a rule, from the source's own sentences."""

from dataclasses import replace

from briefings.model import Measure, Quote, Source, Span
from briefings.site.views.lead import key_facts
from made_site import bare, chain, index, measure, quote

TEXT = (
    "Orla Finch sealed the port. Bram Hale banned the ferry. “Enough is enough,” Orla Finch said. "
    "Bram Hale may close the bridge. “We shall see,” Bram Hale said. Orla Finch will open the dam. "
    "Orla Finch fined the mill. “No,” Orla Finch said."
)
FINCH, HALE = Source(actors=("orla-finch",), span=None), Source(actors=("bram-hale",), span=None)
QUOTES = (
    quote(TEXT, 3, "said", "“Enough is enough,”", source=FINCH),
    quote(TEXT, 5, "said", "“We shall see,”", source=HALE),
    quote(TEXT, 8, "said", "“No,”", source=FINCH),
)
SEALED = measure(TEXT, 1, "sealed", status="taken", initiators=("orla-finch",))
BANNED = measure(TEXT, 2, "banned", status="taken", initiators=("bram-hale",))
DOUBTED = measure(TEXT, 4, "close", hedged=True, initiators=("bram-hale",))
PLANNED = measure(TEXT, 6, "open", initiators=("orla-finch",))
FINED = measure(TEXT, 7, "fined", status="taken", initiators=("orla-finch",))


def lead(quotes: tuple[Quote, ...], measures: tuple[Measure, ...]) -> list[str]:
    made = bare(TEXT, chain(TEXT, "Orla Finch"), chain(TEXT, "Bram Hale"))
    (entry,) = index(("a", replace(made, quotes=quotes, measures=measures))).entries
    return [fact.id for fact in key_facts(entry)]


def test_three_measures_and_two_quotes_stand_in_the_order_of_the_text() -> None:
    assert lead(QUOTES, (SEALED, BANNED, PLANNED, FINED)) == ["m-1", "m-2", "q-3", "q-5", "m-7"]


def test_what_is_in_doubt_or_of_nobody_is_no_key_fact() -> None:
    nobody = measure(TEXT, 1, "sealed", status="taken")
    assert lead((replace(QUOTES[0], source=Source(actors=(), span=None)),), (DOUBTED, nobody)) == []
    assert lead((replace(QUOTES[0], kind="indirect"), replace(QUOTES[1], within="q-3")), ()) == []


def test_where_one_kind_has_few_the_other_fills_its_place() -> None:
    assert lead(QUOTES, (SEALED,)) == ["m-1", "q-3", "q-5", "q-8"]
    assert lead((), (SEALED, BANNED, PLANNED, FINED)) == ["m-1", "m-2", "m-6", "m-7"]


def test_a_deed_goes_before_a_plan_and_one_voice_does_not_speak_twice_before_another_speaks_once() -> None:
    assert "m-6" not in lead(QUOTES, (PLANNED, SEALED, BANNED, FINED))
    assert lead((QUOTES[0], QUOTES[2], QUOTES[1]), (SEALED, BANNED, FINED)) == ["m-1", "m-2", "q-3", "q-5", "m-7"]


def test_no_sentence_is_told_twice() -> None:
    same = replace(BANNED, id="m-9", sentence=SEALED.sentence)
    assert lead((replace(QUOTES[0], sentence=Span(*SEALED.sentence)),), (SEALED, same)) == ["m-1"]

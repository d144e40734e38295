"""A *not* is never lost: whatever makes a saying no plain one, no output says the same as before."""

from collections.abc import Callable
from itertools import product

import pytest

from briefings.extraction.cast.cast import Cast
from briefings.extraction.quotes.quotes import find_quotes
from briefings.language.tree import Tree

# A source, what it does in three forms, and what it reports, by construction.
SOURCES = ("Mara Velden", "The harbour ministry")
SAYINGS = (
    ("say", "said", "that the old bridge was safe"),
    ("announce", "announced", "that the ferry would stop in May"),
    ("believe", "believed", "that the island belonged to Moldor"),
    ("confirm", "confirmed", "the closure of the southern port"),
    ("condemn", "condemned", "the attack on the lighthouse"),
    ("praise", "praised", "the crew of the ferry for its courage"),
    ("call for", "called for", "an inquiry into the fire"),
    ("promise", "promised", "to mend the bridge before winter"),
    ("describe", "described", "the treaty as a gift to the rich"),
    ("say", "said", "“the bridge is a danger to all of us.”"),
    ("tell", "told", "reporters that the harbour was lost"),
    ("urge", "urged", "both islands to lay down their arms"),
)
CHANGES = (
    "{who} did not {base} {what}.",
    "{who} has never {past} {what}.",
    "{who} may {base} {what}.",
    "{who} might {base} {what}.",
    "{who} could {base} {what}.",
    "{who} should {base} {what}.",
    "{who} will {base} {what}.",
    "{who} would {base} {what}.",
    "Did {who} {base} {what}?",
    "Has {who} {past} {what}?",
    "If {who} {past} {what}, the council will meet.",
    "Unless {who} {past} {what}, the council will meet.",
    "It is unclear whether {who} {past} {what}.",
    "It is not true that {who} {past} {what}.",
    "Nobody knows if {who} {past} {what}.",
    "{who} refused to {base} {what}.",
    "{who} declined to {base} {what}.",
    "{who} has yet to {base} {what}.",
    "{who} plans to {base} {what}.",
    "{who} wants to {base} {what}.",
    "{who} hopes to {base} {what}.",
    "{who} is expected to {base} {what}.",
    "{who} was asked to {base} {what}.",
    "{who} will appear in court to {base} {what}.",
    "{who} to {base} {what}.",
    "{who} reportedly {past} {what}.",
    "{who} perhaps {past} {what}.",
    "The mayor denied that {who} {past} {what}.",
    "The mayor doubts that {who} {past} {what}.",
    "The mayor asked whether {who} {past} {what}.",
    "The mayor urged {who} to {base} {what}.",
    "The mayor wished that {who} had {past} {what}.",
)


@pytest.mark.parametrize("change", CHANGES)
def test_no_change_of_mood_leaves_a_plain_saying(change: str, parse_text: Callable[[str], Tree]) -> None:
    lost = []
    for who, (base, past, what) in product(SOURCES, SAYINGS):
        inside = who if change.startswith("{who}") else who[0].lower() + who[1:] if who[:4] == "The " else who
        text = change.format(who=inside, base=base, past=past, what=what)
        if "”" in what and not change.endswith("{what}."):
            continue  # a sentence that is said ends the one that tells of it
        for quote in find_quotes(Cast(parse_text(text.replace("”.", "”")), ())):
            cue = " ".join(quote_text(text, span) for span in quote.cue)
            source = quote_text(text, quote.source.span) if quote.source.span else ""
            is_same = any(form.split()[0] in cue.split() for form in (base, past)) and source in inside
            if is_same and source and not quote.negated and quote.reality == "asserted":
                lost.append((text, cue))
    assert not lost


def quote_text(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]

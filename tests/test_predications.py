"""Whose a verb is: its own subject, or that of another word of the sentence, with how likely that is."""

import re
from collections.abc import Callable

import pytest

from briefings.extraction.predications.links import doer, patient, subject
from briefings.extraction.predications.subjects import ENOUGH, Subjects, among_rivals
from briefings.language.tree import Tree

SUBJECTS = {
    "its own": "[subject: Velden] [verb: promised] to help.",
    "a second verb": "[subject: Velden] accused the bank of fraud and [verb: urged] the mayor to act.",
    "a participle that goes on": "[subject: Velden] said the road was open, [verb: adding] that it was safe.",
    "an infinitive": "[subject: Orlek] refused to [verb: comment] on the claim.",
    "the one urged": "Orlek urged [subject: Velden] to [verb: leave] the island.",
    "a relative clause": "The [subject: minister] who [verb: accused] the bank of fraud has left.",
    "after a preposition": "[subject: Orlek] left the hall without [verb: naming] a rival.",
    "inverted": "“The road is open,” [verb: said] [subject: Velden].",
    "the speaker, not a name in the quotation": "“Orlek has failed us,” [subject: Velden] [verb: said].",
    "a second passive": "The [subject: miner] was seized by rebels and [verb: held] for a week.",
    "over a name between": "[subject: Velden] asked Orlek for help and [verb: thanked] the nurses.",
    "not the speaker after it": "[subject: Rebels] have seized a judge and [verb: burned] a town, a mayor said.",
    "nor of one in progress": "[subject: Ruvania] opened the road but was [verb: refusing] help, police said.",
    "nor the speaker before an infinitive": "Police said the [subject: miners] had to stop and [verb: leave].",
    "no owner after it": "[subject: Ruvania] urged Arlen to wait, quietly [verb: supporting] Arlen’s attempt to trade.",
    "beside another's own": "Orlek stayed at home, but [subject: Velden] [verb: warned] the council.",
}
DOERS = {
    "of a passive": "The miner was [verb: seized] by [doer: rebels].",
    "who issued it": "The [doer: union] issued a statement [verb: demanding] help.",
}


def places(marked: str, mark: str) -> tuple[str, int, int]:
    """The text without marks, and where the marked word and the verb begin."""
    found: dict[str, int] = {}
    text = ""
    for piece in re.split(r"(\[\w+: [^\]]+\])", marked):
        told = re.fullmatch(r"\[(\w+): ([^\]]+)\]", piece)
        if told:
            found[told[1]] = len(text)
        text += told[2] if told else piece
    return text, found[mark], found["verb"]


def token_at(tree: Tree, start: int) -> int:
    return next(index for index, token in enumerate(tree.tokens) if token.start == start)


@pytest.mark.parametrize("case", SUBJECTS)
def test_the_subject_of_a_verb_is_found(case: str, parse_text: Callable[[str], Tree]) -> None:
    text, wanted, verb = places(SUBJECTS[case], "subject")
    tree = parse_text(text)
    assert subject(tree, token_at(tree, verb)) == token_at(tree, wanted)


@pytest.mark.parametrize("case", DOERS)
def test_the_doer_of_an_act_is_found(case: str, parse_text: Callable[[str], Tree]) -> None:
    text, wanted, verb = places(DOERS[case], "doer")
    tree = parse_text(text)
    assert doer(tree, token_at(tree, verb)) == token_at(tree, wanted)


def test_a_second_passive_is_done_to_the_one_that_the_first_was_done_to(parse_text: Callable[[str], Tree]) -> None:
    text, wanted, verb = places("The [subject: miner] was seized by rebels and [verb: held] for a week.", "subject")
    tree = parse_text(text)
    assert patient(tree, token_at(tree, verb)) == token_at(tree, wanted)


@pytest.mark.parametrize("case", SUBJECTS)
def test_every_link_says_how_it_was_found_and_how_likely_it_is(case: str, parse_text: Callable[[str], Tree]) -> None:
    tree = parse_text(places(SUBJECTS[case], "subject")[0])
    links = [tree.once(Subjects).of(index) for index, token in enumerate(tree.tokens) if token.pos == "VERB"]
    assert all(link is None or (link.rule and ENOUGH <= link.probability < 1) for link in links)


def test_rivals_share_one_chance() -> None:
    shares = among_rivals([0.5, 0.5, 0.1])
    assert shares[0] == shares[1] > shares[2]
    assert sum(shares) < 1

"""What bystanders promise: who joins the cast as a side of an act, and who does not."""

from briefings.extraction.cast.bystanders import with_bystanders
from briefings.extraction.cast.cast import Cast
from briefings.language.letters import slug
from briefings.model import Chain, Mention, Span
from made import ParseText


def joined(parse_text: ParseText, text: str, *known: Chain) -> list[tuple[str, bool, str]]:
    """Name, whether it is one, and kind of all that the cast is after them."""
    return [(c.name, c.named, c.kind) for c in with_bystanders(Cast(parse_text(text), known)).chains]


def chain(text: str, name: str) -> Chain:
    start = text.index(name)
    mention = Mention(span=Span(start, start + len(name)), form="name", head=1, rule="made")
    return Chain(id="x", name=name, named=True, kind="organisation", aliases=(), roles=(), mentions=(mention,))


def test_people_whom_an_act_is_done_to_join_by_what_they_are_called(parse_text: ParseText) -> None:
    assert joined(parse_text, "The ministry rejected asylum seekers.")[-1] == ("asylum seekers", False, "group")


def test_what_forces_fire_and_move_acts_but_is_not_acted_on(parse_text: ParseText) -> None:
    assert [name for name, _, _ in joined(parse_text, "Jets sank three ships.")] == ["Jets"]


def test_a_state_known_by_its_adjective_alone_joins_as_the_state(parse_text: ParseText) -> None:
    assert joined(parse_text, "They rejected a French proposal.") == [("France", True, "state")]


def test_a_short_form_is_the_one_body_named_so_before(parse_text: ParseText) -> None:
    text = "Arlen Council sat. Miners asked the council for help."
    found = with_bystanders(Cast(parse_text(text), [chain(text, "Arlen Council")]))
    assert [text[slice(*m.span)] for m in found.get("x").mentions] == ["Arlen Council", "the council"]


def test_words_with_a_hyphen_are_one_and_words_for_parties_are_nobody(parse_text: ParseText) -> None:
    found = joined(parse_text, "He asked the secretary-general for the help of the country.")
    assert found == [("secretary-general", False, "person")]


def test_the_same_words_are_the_same_people(parse_text: ParseText) -> None:
    assert len(joined(parse_text, "Miners marched. Guards beat miners. Miners left.")) == 2


def test_a_nameless_one_is_called_by_whose_he_is(parse_text: ParseText) -> None:
    found = [name for name, _, _ in joined(parse_text, "The president of Armenia met Montenegro's police chief.")]
    assert found == ["president of Armenia", "Montenegro's police chief"]


def test_an_id_is_made_of_all_letters_as_an_address_is(parse_text: ParseText) -> None:
    chains = with_bystanders(Cast(parse_text("They rejected Éritréan refugees."), ())).chains
    assert [chain.id for chain in chains] == [slug(chain.name) for chain in chains] == ["eritrean-refugees"]

"""A state has its organs and officials, and nobody else."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefings.language.lexicon import lexicon_rows
from briefings.language.words import parted_role, roles
from briefings.model import Briefing, Role, Span
from briefings.newsroom.actors.actors import resolve_actors
from briefings.newsroom.actors.bodies import Bodies, bodies_of
from briefings.newsroom.actors.roster import Declared, Roster
from made_news import briefing_of

Given = tuple[str, str, Sequence[str]]  # person, the role's words, whose names its phrase has


def told(marked: str, *given: Given) -> Briefing:
    """A briefing whose people have the roles; the words are those right before or after where they stand first."""
    made = briefing_of(marked)
    ids = {chain.name: chain.id for chain in made.actors}
    found: dict[str, list[Role]] = {}
    for person, words, owners in given:
        noun = parted_role(words)[1]
        start = made.article.text.index(noun)
        role = Role(
            role=words,
            of=tuple(ids[name] for name in owners),
            span=Span(start, start + len(noun)),
            rule="made",
            confidence=1.0,
        )
        found.setdefault(person, []).append(role)
    return replace(made, actors=tuple(replace(chain, roles=tuple(found.get(chain.name, ()))) for chain in made.actors))


def bodies(*briefings: Briefing, declared: Roster | None = None) -> Bodies:
    named = [(f"b{number}", made) for number, made in enumerate(briefings)]
    return bodies_of(named, resolve_actors(named, declared or Roster()))


def officials(marked: str, *given: Given) -> dict[str, tuple[str, ...]]:
    offices = bodies(told(marked, *given)).offices
    return {holder: tuple(dict.fromkeys(office.person for office in held)) for holder, held in offices.items()}


def test_a_body_belongs_to_all_above_it_whom_the_articles_name() -> None:
    found = bodies(briefing_of("[o Lok Sabha] met in [s India]."), briefing_of("[o Parliament of India] met."))
    assert found.above == {"lok-sabha": ("parliament-of-india", "india"), "parliament-of-india": ("india",)}
    assert found.below == {"india": ("lok-sabha", "parliament-of-india"), "parliament-of-india": ("lok-sabha",)}


def test_an_adjective_that_is_no_mention_says_whose_office_it_is() -> None:
    marked = "Norwegian President [p Ann Carver] met Senator [p Paul Reyes], and [s Norway] and [s Kenya] agreed."
    given = (("Ann Carver", "President", ["Norway"]), ("Paul Reyes", "Senator", ["Kenya"]))
    assert officials(marked, *given) == {"norway": ("ann-carver",)}


def test_a_body_whose_holder_no_article_names_belongs_to_the_next_above_it() -> None:
    assert bodies(briefing_of("[o Lok Sabha] met in [s India].")).above == {"lok-sabha": ("india",)}
    assert bodies(briefing_of("[o Lok Sabha] met.")).above == {}


def test_an_editor_says_whose_body_it_is_and_a_circle_ends() -> None:
    board = Declared(name="Harbour Board", kind="organisation", body_of="Norland")
    made = told(
        "[p Ann Carver], director of the [o Harbour Board], met [o Quay Office] in [s Norland].",
        ("Ann Carver", "director", ["Harbour Board"]),
    )
    office = Declared(name="Quay Office", kind="organisation", body_of="harbour board")
    found = bodies(made, declared=Roster(actors=(board, office)))
    assert found.above == {"harbour-board": ("norland",), "quay-office": ("harbour-board", "norland")}
    assert [one.person for one in found.offices["norland"]] == ["ann-carver"]
    circle = Roster(actors=(replace(board, body_of="Quay Office"), office))
    assert bodies(made, declared=circle).above == {
        "harbour-board": ("quay-office",),
        "quay-office": ("harbour-board",),
    }
    assert bodies(made, declared=Roster(actors=(replace(board, body_of="Nowhere"),))).above == {}


def test_a_name_alone_makes_no_body_of_a_state() -> None:
    found = bodies(briefing_of("The [o Indian Steel Board] met [o Hamas] in [s India], [l Kashmir] and [s Norland]."))
    assert (found.above, found.below) == ({}, {})


@pytest.mark.parametrize(
    ("marked", "role", "owners"),
    [
        ("[s Norland]'s foreign minister [p Ann Carver] left.", "foreign minister", ["Norland"]),
        ("[s Norland]’s long-serving finance minister [p Ann Carver] left.", "finance minister", ["Norland"]),
        ("[s Norland] President [p Ann Carver] left.", "President", ["Norland"]),
        ("[p Ann Carver], president of [s Norland], left.", "president", ["Norland"]),
        ("President [p Ann Carver] of [s Norland] left.", "President", ["Norland"]),
        ("[p Ann Carver], the deputy prime minister of [s Norland], left.", "deputy prime minister", ["Norland"]),
        ("[s Norland] ambassador to [s Sudland] [p Ann Carver] left.", "ambassador", ["Norland", "Sudland"]),
        ("[s Norland] left. Its president [p Ann Carver] stayed.", "president", ["Norland"]),
    ],
)
def test_who_holds_an_office_of_a_state_is_its_official(marked: str, role: str, owners: list[str]) -> None:
    assert officials(marked, ("Ann Carver", role, owners)) == {"norland": ("ann-carver",)}


@pytest.mark.parametrize(
    ("marked", "role", "owners"),
    [
        ("[p Ann Carver], ambassador to [s Norland], left.", "ambassador", ["Norland"]),
        ("[s Norland] heard that [p Ann Carver], envoy to [s Norland], left.", "envoy", ["Norland"]),
        ("[p Ann Carver], special envoy for [s Norland], left.", "special envoy", ["Norland"]),
        ("[p Ann Carver], minister in [s Norland], left.", "minister", ["Norland"]),
        ("[p Ann Carver], president of the steel board of [s Norland], left.", "president", ["Norland"]),
        ("[s Norland] counterpart [p Ann Carver] left.", "counterpart", ["Norland"]),
        ("[s Norland] journalist [p Ann Carver] left.", "journalist", ["Norland"]),
        ("[s Norland] director [p Ann Carver] left.", "director", ["Norland"]),
        ("[s Norland] opposition leader [p Ann Carver] left.", "opposition leader", ["Norland"]),
        ("[s Norland] presidential candidate [p Ann Carver] left.", "presidential candidate", ["Norland"]),
        ("[s Norland] rested. It saw a minister, [p Ann Carver], leave.", "minister", ["Norland"]),
        ("The minister [p Ann Carver] visited [s Norland].", "minister", []),
    ],
)
def test_a_guest_a_counterpart_and_whoever_holds_no_office_is_none(marked: str, role: str, owners: list[str]) -> None:
    assert officials(marked, ("Ann Carver", role, owners)) == {}


def test_an_official_of_a_body_is_one_of_whom_it_is_a_body_of() -> None:
    found = officials(
        "[p Ann Carver], governor of the [o Reserve Bank of India], left [s India].",
        ("Ann Carver", "governor", ["Reserve Bank of India"]),
    )
    assert found == {"india": ("ann-carver",), "reserve-bank-of-india": ("ann-carver",)}


def test_who_leads_a_party_is_no_official_of_the_state() -> None:
    found = officials(
        "[p Ann Carver], leader of [o Plaid Cymru], left [s Wales].", ("Ann Carver", "leader", ["Plaid Cymru"])
    )
    assert found == {"plaid-cymru": ("ann-carver",)}


def test_a_spokesman_speaks_for_his_body() -> None:
    found = officials(
        "[p Ann Carver], spokeswoman for the [o Orla Front], left.", ("Ann Carver", "spokeswoman", ["Orla Front"])
    )
    assert found == {"orla-front": ("ann-carver",)}


def test_offices_are_as_the_texts_gave_them_and_say_what_is_past() -> None:
    one = told("Former [s Norland] President [p Ann Carver] left.", ("Ann Carver", "former President", ["Norland"]))
    other = told(
        "A retired [o Orla Rescue Service] director, [p Paul West].",
        ("Paul West", "retired director", ["Orla Rescue Service"]),
    )
    assert [office.former for office in bodies(other).held["paul-west"]] == [True]
    two = told("[s Norland]'s king [p Ann Carver] left.", ("Ann Carver", "king", ["Norland"]))
    (held,) = bodies(one, two).held.values()
    assert [(office.briefing, office.role.role, office.holders, office.former) for office in held] == [
        ("b0", "former President", ("norland",), True),
        ("b1", "king", ("norland",), False),
    ]


def test_every_office_of_a_state_is_a_role_that_is_found() -> None:
    unknown = [
        row["office"]
        for row in lexicon_rows("state_offices")
        if not {row["office"], row["office"].split()[-1]} & {*roles()}
    ]
    assert unknown == []

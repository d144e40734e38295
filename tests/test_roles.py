"""Roles as the text gives them, and whose they are."""

import pytest

from briefings.extraction.cast.coreference import chain_mentions
from briefings.extraction.names.mentions import find_mentions
from briefings.language.tree import Tree
from conftest import ParseText


def roles_in(tree: Tree) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    chains = chain_mentions(tree, find_mentions(tree))
    return {chain.id: [(role.role, role.of) for role in chain.roles] for chain in chains if chain.roles}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Norway closed the port. Norwegian President Ann Carver gave no reason.",
            {"ann-carver": [("President", ("norway",))]},
        ),
        ("External Affairs Minister S Okoye flew home.", {"s-okoye": [("External Affairs Minister", ())]}),
        ("Secretary of State Ann Carver flew home.", {"ann-carver": [("Secretary of State", ())]}),
        ("He sued Inspector General of Police Joram Carver.", {"joram-carver": [("Inspector General of Police", ())]}),
        (
            "Leader of the Opposition K Sundaran Okoye said no.",
            {"k-sundaran-okoye": [("Leader of the Opposition", ())]},
        ),
        ("Superintendent of Police (SP) Ann Carver spoke.", {"ann-carver": [("Superintendent of Police", ())]}),
        ("Helen Marsh, the minister of justice, resigned.", {"helen-marsh": [("minister of justice", ())]}),
        (
            "The Harbour Fraud Office (HFO) director Helen Marsh resigned.",
            {"helen-marsh": [("director", ("harbour-fraud-office",))]},
        ),
        (
            "Helen Marsh, the MP for East Veda and a former Harbour Bank director, resigned.",
            {"helen-marsh": [("MP", ()), ("former director", ("harbour-bank",))]},
        ),
        ("Its head of operations in Ghana, Helen Marsh, resigned.", {"helen-marsh": [("head of operations", ())]}),
        (
            "He met Paul Duval, army chief Tom Reed and the head of the navy, Helen Marsh.",
            {"tom-reed": [("army chief", ())], "helen-marsh": [("head", ())]},
        ),
        (
            "The bill was brought in by Justice Minister Helen Marsh, of the governing Harbour Party.",
            {"helen-marsh": [("Justice Minister", ())]},
        ),
        (
            "Minister of State for Home Affairs Ann Carver spoke.",
            {"ann-carver": [("Minister of State for Home Affairs", ())]},
        ),
        ("The Cabinet Secretary for Health Ann Carver spoke.", {"ann-carver": [("Cabinet Secretary for Health", ())]}),
        (
            "Chief of Defence Staff General Paul Duval spoke.",
            {"paul-duval": [("Chief of Defence Staff", ())]},
        ),
        ("Candidate for mayor Helen Marsh resigned.", {"helen-marsh": [("Candidate", ())]}),
        ("He was a major Carver foe. Ann Carver resigned.", {}),
        ("It was Minister of Justice Helen Marsh.", {"helen-marsh": [("Minister of Justice", ())]}),
        ("Health Minister Smt Asha Devi Okoye spoke.", {"asha-devi-okoye": [("Health Minister", ())]}),
        (
            "The list is ready, according to Mark Ostrom, Ministry of Harbours spokesperson.",
            {"mark-ostrom": [("spokesperson", ("ministry-of-harbours",))]},
        ),
        (
            "South Korea agreed. Her South Korean counterpart Peter Duval signed on Friday.",
            {"peter-duval": [("counterpart", ("south-korea",))]},
        ),
        (
            "Helen Marsh, the foreign minister of Norway, resigned.",
            {"helen-marsh": [("foreign minister", ("norway",))]},
        ),
        (
            "Helen Marsh, chief executive of the Harbour Bank, resigned.",
            {"helen-marsh": [("chief executive", ("harbour-bank",))]},
        ),
        (
            "French President Jean Morel met South Korean Foreign Minister Peter Duval.",
            {"jean-morel": [("President", ("france",))], "peter-duval": [("Foreign Minister", ("south-korea",))]},
        ),
        (
            "Chinese Foreign Ministry spokesman Peter Duval said no. China agreed.",
            {"peter-duval": [("spokesman", ("chinese-foreign-ministry",))]},
        ),
        (
            "The health minister, Prof. Helen Marsh, spoke to the World Health Organization.",
            {"helen-marsh": [("health minister", ())]},
        ),
        (
            "The Harbour Union sent regional director Dr. Helen Marsh to Oslo.",
            {"helen-marsh": [("regional director", ())]},
        ),
        (
            "Prime Minister and Defence Minister Helen Marsh resigned.",
            {"helen-marsh": [("Prime Minister", ()), ("Defence Minister", ())]},
        ),
        (
            "Peter Duval, a lawyer and former senator, agreed.",
            {"peter-duval": [("lawyer", ()), ("former senator", ())]},
        ),
        (
            "Norway's foreign minister, Helen Marsh, and her Danish counterpart, Peter Duval, met.",
            {"helen-marsh": [("foreign minister", ("norway",))], "peter-duval": [("counterpart", ("denmark",))]},
        ),
        ("Incumbent President Helen Marsh lost.", {"helen-marsh": [("President", ())]}),
        ("Former Mayor Helen Marsh resigned.", {"helen-marsh": [("former Mayor", ())]}),
        ("Mr Duval resigned.", {}),
        ("Helen Marsh accused Peter Duval of a lie. Her brother, Paul Marsh, agreed.", {}),
        (
            "The Harbour League met on Monday. Its secretary-general, Helen Marsh, said the road was safe.",
            {"helen-marsh": [("secretary-general", ("harbour-league",))]},
        ),
        (
            "The Dockers Union called a strike. “We are ready,” said the union's chairman, Peter Duval.",
            {"peter-duval": [("chairman", ("dockers-union",))]},
        ),
        (
            "The Harbour League fined a union. Later police arrested its chairman, Peter Duval.",
            {"peter-duval": [("chairman", ())]},
        ),
        (
            "Foreign Minister Helen Marsh met her South Korean counterpart, Peter Duval. South Korea agreed.",
            {"helen-marsh": [("Foreign Minister", ())], "peter-duval": [("counterpart", ("south-korea",))]},
        ),
    ],
)  # fmt: skip
def test_a_role_is_kept_as_the_text_gives_it_with_its_state_or_body(
    text: str, roles: dict[str, list[tuple[str, tuple[str, ...]]]], parse_text: ParseText
) -> None:
    assert roles_in(parse_text(text)) == roles


def test_a_role_told_twice_is_listed_once(parse_text: ParseText) -> None:
    tree = parse_text("President Ann Carver left. President Carver said nothing. President Carver came back.")
    assert roles_in(tree) == {"ann-carver": [("President", ())]}


def test_an_office_has_its_state_though_only_an_adjective_names_it(parse_text: ParseText) -> None:
    tree = parse_text("South Korean Foreign Minister Peter Duval and the French painter Jean Morel met.")
    chains = {chain.id: chain for chain in chain_mentions(tree, find_mentions(tree))}
    (mention,) = chains["south-korea"].mentions
    assert (tree.text[slice(*mention.span)], mention.form) == ("South Korean", "metonym")
    assert "france" not in chains


def test_the_span_of_a_role_is_its_words(parse_text: ParseText) -> None:
    tree = parse_text("Foreign Minister Helen Marsh resigned.")
    (chain,) = chain_mentions(tree, find_mentions(tree))
    (role,) = chain.roles
    assert tree.text[slice(*role.span)] == role.role == "Foreign Minister"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Former President Martin Holt plans a new party.", {"martin-holt": [("former President", ())]}),
        ("Ex-Labour MP Edwin Tarlow called for a strike.", {"edwin-tarlow": [("former Labour MP", ())]}),
        ("Edwin Tarlow, the ex-prime minister, spoke.", {"edwin-tarlow": [("former prime minister", ())]}),
        ("Then-President Martin Holt met Ann Carver.", {"martin-holt": [("then President", ())]}),
        ("Acting Mayor Peter Duval resigned.", {"peter-duval": [("acting Mayor", ())]}),
        ("Interim president Peter Duval resigned.", {"peter-duval": [("interim president", ())]}),
        (
            "Lars Dorn, a former prime minister of Norway, spoke.",
            {"lars-dorn": [("former prime minister", ("norway",))]},
        ),
        (
            "The former Norwegian prime minister Lars Dorn spoke.",
            {"lars-dorn": [("former prime minister", ("norway",))]},
        ),
        ("Peter Duval, formerly the mayor of Oslo, resigned.", {"peter-duval": [("former mayor", ())]}),
        ("Peter Duval was once the mayor of Oslo.", {"peter-duval": [("former mayor", ())]}),
        ("Peter Duval, a one-time ambassador, died.", {"peter-duval": [("former ambassador", ())]}),
        ("Peter Duval had been the mayor.", {"peter-duval": [("former mayor", ())]}),
        ("Peter Duval was the mayor until 2010.", {"peter-duval": [("former mayor", ())]}),
        ("When Peter Duval was foreign minister, taxes fell.", {"peter-duval": [("then foreign minister", ())]}),
        ("Ex–prime minister Peter Duval left.", {"peter-duval": [("former prime minister", ())]}),
        (
            "Peter Duval, a former minister, senator and judge, left.",
            {"peter-duval": [("former minister", ()), ("former senator", ()), ("former judge", ())]},
        ),
        ("Peter Duval, the deputy campaign manager, left.", {"peter-duval": [("deputy campaign manager", ())]}),
        ("Peter Duval, the alleged leader of the gang, left.", {"peter-duval": [("alleged leader", ())]}),
        ("The new President, Martin Holt, spoke.", {"martin-holt": [("President", ())]}),
    ],
)
def test_what_was_or_is_for_the_time_being_says_so(
    text: str, roles: dict[str, list[tuple[str, tuple[str, ...]]]], parse_text: ParseText
) -> None:
    assert roles_in(parse_text(text)) == roles


@pytest.mark.parametrize(
    "text",
    [
        "Peter Duval was never the president of Norway.",
        "Peter Duval is not the president of Norway.",
        "Peter Duval would be the foreign minister of Norway.",
        "Peter Duval could be the president of Norway.",
        "Peter Duval will be the president of Norway.",
        "If Peter Duval were the president of Norway, taxes would fall.",
        "Is Peter Duval the president of Norway?",
        "Perhaps Peter Duval is the president of Norway.",
        "Peter Duval is neither president nor foreign minister.",
        "Peter Duval is no longer the president of Norway.",
        "Peter Duval, not the president but her brother, spoke.",
        "Would-be president Peter Duval spoke.",
        "Aspiring mayor Peter Duval spoke.",
        "Peter Duval, the next president of Norway, spoke.",
        "Peter Duval, no longer mayor, left.",
        "Peter Duval, almost the prime minister, left.",
        "Peter Duval, hardly a president, left.",
        "The fake ambassador Peter Duval left.",
        "Nobody thinks Peter Duval is the president.",
    ],
)
def test_an_office_denied_hoped_for_or_asked_after_is_none(text: str, parse_text: ParseText) -> None:
    assert roles_in(parse_text(text)) == {}


def test_after_a_but_the_office_is_held(parse_text: ParseText) -> None:
    tree = parse_text("Martin Holt is neither president nor foreign minister, but only the founder of the movement.")
    assert roles_in(tree) == {"martin-holt": [("founder", ())]}

"""Names as they stand in the text: what belongs to them, and what only stands beside them."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.extraction.cast.coreference import chain_mentions
from briefings.extraction.names.kinds import classify
from briefings.extraction.names.mentions import find_mentions
from briefings.extraction.names.things import is_no_name
from briefings.language.tree import Tree
from briefings.model import Entity, Parse, Span, Token
from conftest import ParseText
from sizes import tried

WORDS = (
    "Ann", "Carver", "Paris", "South", "Korea", "the", "The", "of", "and", "Minister", "President", "said", "he", "she",
    "Jammu", "Kashmir", "UN", "(", ")", ",", ".", "'s", "-", "led", "“", "”", "embassy", "Russian", "experts",
    "\n", "🙂",
)  # fmt: skip
TAGS = (
    ("PROPN", "NNP"),
    ("NOUN", "NN"),
    ("NOUN", "NNS"),
    ("VERB", "VBD"),
    ("PRON", "PRP"),
    ("PUNCT", "."),
    ("ADJ", "JJ"),
)
DEPS = ("nsubj", "dobj", "pobj", "compound", "appos", "amod", "poss", "conj", "ROOT", "prep", "det", "attr")


def names_in(tree: Tree) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in classify(tree, find_mentions(tree))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Ann Carver’s plan failed.", [("Ann Carver", "person")]),
        (
            "Ann Carver joined the Harbour Workers Union.",
            [("Ann Carver", "person"), ("Harbour Workers Union", "organisation")],
        ),
        ("The U.S. and the UN protested.", [("U.S.", "state"), ("UN", "organisation")]),
        ("It rained in Jammu and Kashmir.", [("Jammu and Kashmir", "place")]),
        ("Niger and Nigeria closed the border.", [("Niger", "state"), ("Nigeria", "state")]),
        ("The Ministry of Harbours published the list.", [("Ministry of Harbours", "organisation")]),
        ("Georgia and Northern Ireland played on Saturday.", [("Georgia", "state"), ("Northern Ireland", "state")]),
        ("The Marquela region was hit, Marquela's governor said.", [("Marquela", "place"), ("Marquela", "place")]),
        ("Secretary of State Ann Carver met the Chief of Staff.", [("Ann Carver", "person")]),
        ("The National Renewal party won.", [("National Renewal party", "organisation")]),
        ("FILTA chief Laura De Angelis spoke.", [("FILTA", "organisation"), ("Laura De Angelis", "person")]),
        (
            "The Serious Harbour Office (SHO) met. SHO director Ann Carver spoke.",
            [
                ("Serious Harbour Office", "organisation"),
                ("SHO", "organisation"),
                ("SHO", "organisation"),
                ("Ann Carver", "person"),
            ],
        ),
        (
            "Calder Bank lost 4,000 jobs in Leeds, Sheffield and Hull.",
            [("Calder Bank", "organisation"), ("Leeds", "place"), ("Sheffield", "place"), ("Hull", "place")],
        ),
        ("Yorkshire MP Ann Carver met Paul Duval KC.", [
            ("Yorkshire", "place"), ("Ann Carver", "person"), ("Paul Duval", "person"),
        ]),
        ('Speaker Emanuel "Manny" Price spoke.', [('Emanuel "Manny" Price', "person")]),
        ("Ann Carver met the Carvers.", [("Ann Carver", "person")]),
        (
            "The Federal Medical Centre in Owo closed.",
            [("Federal Medical Centre", "organisation"), ("Owo", "place")],
        ),
        ("Aoife Kelly left. It was over, Aoife said.", [("Aoife Kelly", "person"), ("Aoife", "person")]),
        ("ROME (Agenzia Sud) - A bridge fell on Monday.", [("ROME", "place"), ("Agenzia Sud", "organisation")]),
        ("A doctor warned of Lassa fever on Monday.", []),
        ("A gang calling itself BlackTide claimed the theft.", [("BlackTide", "organisation")]),
        ("The Gliders play Britain in May.", [("Britain", "state")]),
        ("Lawyer Inez van den Broek appealed.", [("Inez van den Broek", "person")]),
        ("A court jailed Bilal el-Amrani. El-Amrani left.", [("Bilal el-Amrani", "person"), ("El-Amrani", "person")]),
        ("Soldiers ousted President Ali Said Mohamed.", [("Ali Said Mohamed", "person")]),
        (
            "Andina Norte was sold. Minera Andina Norte closed.",
            [("Andina Norte", "organisation"), ("Minera Andina Norte", "organisation")],
        ),
        ("His wife, Crown Princess Sofia, left.", [("Sofia", "person")]),
        ("The boat was for sale, he told the Clare Champion.", [("Clare Champion", "organisation")]),
        ("The by-election in Ballymore was close.", [("Ballymore", "place")]),
        ("DCI Bloom said no. Harriet Bloom left.", [("Bloom", "person"), ("Harriet Bloom", "person")]),
        ("Shares of Vale do Orla SA fell.", [("Vale do Orla SA", "organisation")]),
        ("Ann Carver left. “I will not stay,” CARVER told us.", [("Ann Carver", "person"), ("CARVER", "person")]),
        (
            "The Nigeria Office for Disease Control met. NODC head Chinedu Obi spoke.",
            [
                ("Nigeria Office for Disease Control", "organisation"),
                ("NODC", "organisation"),
                ("Chinedu Obi", "person"),
            ],
        ),
        ("Dunmore Rovers beat Veda Athletic.", [("Dunmore Rovers", "organisation"), ("Veda Athletic", "organisation")]),
        ("The President said on Monday that July was too early.", []),
        ("The Harbour Act became law after the Second World War.", []),
    ],
)  # fmt: skip
def test_names_stand_without_titles_articles_and_possessives(
    text: str, names: list[tuple[str, str]], parse_text: ParseText
) -> None:
    assert names_in(parse_text(text)) == names


def test_a_name_never_runs_over_a_line(parse_text: ParseText) -> None:
    tree = parse_text("A report by Ann Carver\nPaul Lindqvist was not there.")
    assert [text for text, _ in names_in(tree)] == ["Ann Carver", "Paul Lindqvist"]


def test_a_surname_that_is_a_capital_is_the_person_who_bears_it(parse_text: ParseText) -> None:
    tree = parse_text("Judge Ann Paris opened the case. Paris said the files were lost. Paris then left.")
    assert {kind for _, kind in names_in(tree)} == {"person"}


def test_a_name_known_in_the_article_is_found_where_the_parser_misses_it(parse_text: ParseText) -> None:
    tree = parse_text("Mayor Zoltan Ferko spoke first. Then Ferko, tired, left. “Ferko out!” they sang.")
    assert [text for text, _ in names_in(tree)].count("Ferko") == 2


@pytest.mark.parametrize(
    "text", ["President", "Senators", "Monday", "1905", "J. K.", "Prime Minister", "New Zealander", "-"]
)
def test_offices_days_numbers_and_initials_are_no_names(text: str) -> None:
    assert is_no_name(text)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A tree of any shape over awkward words: whatever a parser may hand over."""
    words = draw(st.lists(st.sampled_from(WORDS), max_size=40))
    spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    text, tokens = "", []
    for index, (word, space) in enumerate(zip(words, spaces, strict=True)):
        pos, tag = draw(st.sampled_from(TAGS))
        head = draw(st.integers(0, index))  # governors stand before: no cycles
        dep = "ROOT" if head == index else draw(st.sampled_from(DEPS))
        start = len(text)
        text += word
        tokens.append(
            Token(start=start, end=len(text), text=word, lemma=word.lower(), pos=pos, tag=tag, dep=dep, head=head)
        )
        text += " " * space
    count = len(tokens)
    cuts = sorted(draw(st.sets(st.integers(1, count - 1), max_size=4))) if count > 1 else []
    bounds = [0, *cuts, count]
    sentences = tuple((a, b) for a, b in pairwise(bounds) if a < b)
    labels = st.sampled_from(("PERSON", "ORG", "GPE", "NORP", "DATE", "EVENT", "WORK_OF_ART"))
    entities = tuple(Entity(first=a, last=b, label=draw(labels)) for a, b in sentences)
    return Tree(text, Parse(parser="none", tokens=tuple(tokens), sentences=sentences, entities=entities))


@settings(max_examples=tried(300), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(trees())
def test_whatever_the_parse_mentions_lie_in_the_text_and_belong_to_one_chain(tree: Tree) -> None:
    names = find_mentions(tree)
    assert all(0 <= name.first < name.last <= len(tree.tokens) for name in names)
    assert all(one.last <= two.first for one, two in pairwise(names))
    chains = chain_mentions(tree, names)
    ids = [chain.id for chain in chains]
    assert len(ids) == len(set(ids))
    spans = [mention.span for chain in chains for mention in chain.mentions]
    assert len(spans) == len(set(spans))
    assert all(Span(0, 0) <= span and span.start < span.end <= len(tree.text) for span in spans)
    known = set(ids)
    assert all(owner in known for chain in chains for role in chain.roles for owner in role.of)
    assert chain_mentions(tree, find_mentions(tree)) == chains


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # words of the neighbourhood
        ("The United Dockers Political Director spoke.", ["United Dockers"]),
        ("He met the House of Veda Rt. Hon. Ann Carver.", ["Ann Carver"]),
        ("Ann Carver of Oakland carried the flag.", ["Ann Carver", "Oakland"]),
        # names that must not be cut
        ("The Department of Justice sued.", ["Department of Justice"]),
        ("The Ministry of Justice sued the Office of the Inspector General.", ["Ministry of Justice"]),
        ("They beat the Oakland Harriers on Sunday.", ["Oakland Harriers"]),
        ("The Dallas Harriers lost at home.", ["Dallas Harriers"]),
        ("Fans of the Boston Mariners cheered.", ["Boston Mariners"]),
        ("He spoke to Martin O’Carver on Monday.", ["Martin O’Carver"]),
    ],
)
def test_a_name_is_neither_cut_nor_grown(parse_text: ParseText, text: str, names: list[str]) -> None:
    found = [name for name, _ in names_in(parse_text(text))]
    assert [name for name in names if name not in found] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They signed the Trans-Harbour Partnership in May.", "Trans-Harbour Partnership"),
        ("The Harbour Tax hit the poor.", "Harbour Tax"),
        ("She marched at Veda Pride.", "Veda Pride"),
        ("The film “Barney Frink” opened on Friday.", "Barney Frink"),
        ("He loved the novel “Mary Tarlow” as a boy.", "Mary Tarlow"),
        ("Her play, “Ann Carver,” is on tour.", "Ann Carver"),
        ("The National Committeeman from Veda spoke.", "National Committeeman"),
        ("Many an Arizonan voted for him.", "Arizonan"),
        ("The Veda Trade Pact (VTP) is dead.", "VTP"),
    ],
)
def test_a_thing_an_office_and_a_demonym_are_no_actors(parse_text: ParseText, text: str, name: str) -> None:
    assert name not in [found for found, _ in names_in(parse_text(text))]

"""Names of one article: which name one actor.

In the cases below each name stands in brackets, `[p Ann Carver]`: p person, o organisation, s state, l place,
g group; expected groups follow after `=>`, by the numbers of the names, those left out stand alone.
"""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.language.lexicon import lexicon_rows, values
from briefings.language.naming.grouping import Name, merge_names
from briefings.language.naming.known import identity
from briefings.language.naming.written import Family, compared, is_acronym, printed_form
from briefings.model import ActorKind
from made import Bar
from sizes import tried

KINDS: dict[str, ActorKind] = {"p": "person", "o": "organisation", "s": "state", "l": "place", "g": "group"}


def groups_of(marked: str) -> set[tuple[int, ...]]:
    names = [
        Name(text=found[2], kind=KINDS[found[1]], start=found.start())
        for found in re.finditer(r"\[(\w) ([^]]*)\]", marked)
    ]
    return {group for group in merge_names(names) if len(group) > 1}


CASES = """
last name               | [p Ann Carver] met farmers. [p Carver] left. => 01
last name comes first   | [p Carver] left. [p Ann Carver] met farmers. => 01
first name              | [p Ann Carver] met farmers. [p Ann] left. => 01
family name comes first | [p Tam Lo-sun] met farmers. [p Tam] left. => 01
title                   | [p President Ann Carver] met [p Mrs Carver]’s critics. => 01
title of several        | [p Ministers Ann Carver] and Jo met [p Carver]’s critics. => 01
possessive              | [p Ann Carver’s] plan, [p Carver's] third. => 01
typed possessive        | [p Paul Jones’] plan, [p Jones’s] third. => 01
diacritics              | [p Zoë Çelik] met farmers. [p Zoe Celik] left. => 01
capitals                | [p ANN CARVER] met farmers. [p Ann Carver] left. => 01
particle                | [p Jan van der Veld] and [p van der Veld] and [p Veld]. => 012
article                 | [p Karim al-Sharif] and [p Al Sharif] and [p Karim Sharif]. => 012
initial                 | [p A Carver] spoke. [p Ann Carver] left. => 01
written initials        | [p A.B. Carver] spoke. [p Ann Beth Carver] left. => 01
run of initials         | [p RK Carver] spoke. [p R. K. Carver] left. => 01
a title is no initials  | [p MP Ann Carver] spoke. [p Ann Carver] left. => 01
who reigns              | [p Queen Maud II] met [p Maud Carver]. [p Queen Maud] left. => 02
who reigns, name alone  | [p Pope Leo] prayed. [p Leo] left. => 01
middle name             | [p Ann Beth Carver] spoke. [p Ann Carver] left. => 01
other middle initial    | [p Ann B. Carver] spoke. [p Ann C. Carver] left. =>
double surname          | [p Ann Carver-Lind] spoke. [p Carver-Lind] left. => 01
generation              | [p Paul Carver Jr.] spoke. [p Paul Carver] left. => 01
two of one surname      | [p Ann Carver] met [p Paul Carver]. =>
the nearer one before   | [p Ann Carver] spoke, [p Carver] said. [p Paul Carver] left, [p Carver] said. => 01 23
the first of a headline | [p Carver] resigns. [p Ann Carver] met [p Paul Carver]. => 01
no body stands before   | [o WOU] met. [o West Orla Union] and [o World Onion Union] left. =>
surname before first    | [p Ann James] met [p James Orr]. [p James] left. => 02
a man is no state       | [p Jordan] toured [s Jordan]. =>
never by likeness       | [s Niger] and [s Nigeria], [s Austria] and [s Australia], [p Ann Carver] and [p Ann Carvel] =>
acronym                 | [o West Orla Union] met. [o WOU] left. => 01
acronym with small word | [o Council for Trade of Orla] met. [o CTO] left. => 01
acronym with dots       | [o West Orla Union] met. [o W.O.U.] left. => 01
acronym before          | [o WOU] left. The [o West Orla Union] met. => 01
acronym of two bodies   | [o West Orla Union] and [o World Onion Union]. [o WOU] left. => 12
acronym by the table    | [o NATO] and the [o North Atlantic Treaty Organization]. => 01
the text before table   | [o New Arts Theatre Orla] opened, [o NATO] said. => 01
one word of a body      | The [o Veda Commission] met, the [o Commission] said. => 01
head word, not the rest | The [o Bank of Veda] met, [o Veda] said. =>
what a church is of     | The [o Church of Ordology] sued, [o Ordology] said. => 01
head word of a body     | The [o Bank of Veda] met, the [o Bank] said. => 01
of America              | [o United Harbour Workers] met. [o UHWA] left. => 01
its lender is another   | [o Harbour Motor Credit Co.] and [o Harbour Motor Co.] =>
a state by its letters  | [l District of Columbia] and [l D.C.] => 01
legal form              | [o Harbour Foods Ltd] and [o Harbour Foods]. => 01
ampersand               | [o Carver & Sons] and [o Carver and Sons]. => 01
people of a party       | The [o Orla Democratic Party] lost, [o Orla Democrats] said. => 01
state within a name     | The [o German Farmers Union] and the [o Germany Farmers Union]. => 01
short name              | The [o SPD] lost, the [o Social Democrats] said. => 01
full names, no short    | The [o Free Democrats] won, the [o Liberals] said. =>
one short, two bodies   | [o SNS], the [o Serbian Progressive Party], and [o Slovak National Party]. =>
state and alias         | [s the United States] and the [s US] and [s U.S.] and [s America]. => 0123
state and adjective     | [s Russia] and the [s Russian] side. => 01
the South               | [s South Korea] spoke, the [s South] said. => 01
two called the North    | [l North Veda] spoke, the [l North] said. =>
place and its kind      | [l Veda Strip] and [l Veda]. => 01
state of a state        | [l Republic of Orla] and [l Orla]. => 01
old and new city        | [l Kiev] and [l Kyiv]. => 01
no letters              | [o ???] and [o ???] and [o !]. => 01
"""


@pytest.mark.parametrize(
    "case", [line for line in CASES.splitlines() if line], ids=lambda case: case.split("|")[0].strip()
)
def test_names_of_one_actor_are_merged_and_no_others(case: str) -> None:
    text, _, expected = case.split("|", 1)[1].partition("=>")
    assert groups_of(text) == {tuple(map(int, group)) for group in expected.split()}


def test_no_names_make_no_groups() -> None:
    assert merge_names([]) == ()


def test_every_name_is_in_one_group() -> None:
    names = [Name(text=text, kind="person", start=at) for at, text in enumerate(("Ann Carver", "Carver", "", "."))]
    assert sorted(index for group in merge_names(names) for index in group) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("text", "family", "words"),
    [
        ("President Zoë Carver’s", "person", ("zoe", "carver")),
        ("President", "person", ("president",)),
        ("Queen Maud", "person", ("queen", "maud")),
        ("Queen Maud Carver", "person", ("maud", "carver")),
        ("the U.S.", "place", ("us",)),
        ("O’Hara", "person", ("o'hara",)),
        ("The Harbour Group", "body", ("harbour",)),
    ],
)
def test_names_are_compared_without_what_writers_leave_out(text: str, family: Family, words: tuple[str, ...]) -> None:
    assert compared(text, family) == words


def test_the_tables_say_who_a_name_is_but_never_a_person() -> None:
    assert identity("the U.S.", "place") == identity("American", "place") == "state United States"
    assert identity("Jordan", "person") is None
    assert identity("Veda", "place") is None


@pytest.mark.parametrize(
    ("text", "so"), [("WOU", True), ("PiS", True), ("U.N.", True), ("Orla", False), ("A B", False)]
)
def test_an_acronym_is_one_word_most_of_it_capitals(text: str, *, so: bool) -> None:
    assert is_acronym(text) is so


WORDS = st.sampled_from(
    ["Ann", "Paul", "Carver", "Orr", "A.", "van", "WOU", "West", "Orla", "Union", "of", "Bank", "US", "Ltd"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
NAMES = st.lists(st.tuples(TEXTS, st.sampled_from(list(KINDS.values()))), max_size=12)


@given(NAMES, st.randoms(use_true_random=False))
def test_the_order_of_handing_over_never_matters(parts: list[tuple[str, ActorKind]], random: Random) -> None:
    names = [Name(text=text, kind=kind, start=at) for at, (text, kind) in enumerate(parts)]
    shuffled = random.sample(range(len(names)), len(names))
    back = merge_names([names[index] for index in shuffled])
    assert sorted(tuple(sorted(shuffled[i] for i in group)) for group in back) == sorted(merge_names(names))


@given(NAMES)
def test_every_name_stands_in_exactly_one_group(parts: list[tuple[str, ActorKind]]) -> None:
    names = [Name(text=text, kind=kind, start=at) for at, (text, kind) in enumerate(parts)]
    assert sorted(index for group in merge_names(names) for index in group) == list(range(len(names)))


@pytest.mark.parametrize(
    "texts",
    [
        [f"Ann {number:x} Carver" for number in range(tried(8000))] + ["Carver"] * tried(8000),
        [f"Party of {number} Party" for number in range(tried(8000))] + ["Party"] * tried(8000),
        ["Carver " * tried(20_000), "A." * tried(20_000)],
    ],
    ids=["one surname", "one word", "long names"],
)
@pytest.mark.parametrize("kind", ["person", "organisation", "place"])
def test_hostile_names_take_linear_time(texts: list[str], kind: ActorKind, bar: Bar) -> None:
    with bar(4):
        merge_names([Name(text=text, kind=kind, start=at) for at, text in enumerate(texts)])


def test_short_names_stand_in_order_each_once() -> None:
    rows = [(row["short"], row["full"]) for row in lexicon_rows("short_names")]
    assert rows == sorted(rows, key=lambda row: (row[0].casefold(), *row))
    assert len({(short, values(full)[0]) for short, full in rows}) == len(rows)
    assert all(short not in values(full) for short, full in rows)


@pytest.mark.parametrize(
    ("text", "family", "printed"),
    [
        ("President Zoë Carver’s", "person", "Zoë Carver"),
        ("Queen Maud", "person", "Queen Maud"),
        ("Prime Minister", "person", "Minister"),
        ("the  Harbour\nGroup's", "body", "the Harbour Group"),
        ("", "person", ""),
    ],
)
def test_a_name_is_printed_without_its_titles(text: str, family: Family, printed: str) -> None:
    assert printed_form(text, family) == printed

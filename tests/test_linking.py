"""``briefings link``: names merged within documents and linked across them."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.newsroom.actors.linking import LinkDocument, LinkedDocument, LinkMention, decode, link
from made import Bar
from made_news import KINDS, marked_names


def document(doc: str, marked: str) -> LinkDocument:
    return LinkDocument(
        doc,
        tuple(
            LinkMention(number, name.start, name.start + len(name.text), name.text, name.kind)
            for number, name in enumerate(marked_names(marked))
        ),
    )


def linked(*texts: str) -> list[LinkedDocument]:
    return list(link(document(str(number), text) for number, text in enumerate(texts)))


def ids(*texts: str) -> list[list[str]]:
    return [[actor.id for actor in found.actors] for found in linked(*texts)]


def test_a_line_goes_out_for_each_that_came_in_and_names_its_actors() -> None:
    (found,) = linked("[p President Ann Carver] met [s US] envoys. [p Carver] left.")
    assert found.doc == "0"
    assert [(actor.id, actor.name, actor.mentions) for actor in found.actors] == [
        ("ann-carver", "Ann Carver", (0, 2)),
        ("united-states", "United States", (1,)),
    ]


def test_a_short_name_alone_is_the_one_whom_other_articles_mean_by_it() -> None:
    assert ids("[p Ann Carver] left. [p Carver] smiled.", "[p Carver] came.") == [["ann-carver"]] * 2


def test_a_short_name_that_two_bear_equally_stands_for_itself() -> None:
    found = ids("[p Ann Carver], [p Carver].", "[p Paul Carver], [p Carver].", "[p Carver] came.")
    assert found == [["ann-carver"], ["paul-carver"], ["carver"]]


def test_the_one_who_leads_by_articles_takes_the_short_name() -> None:
    texts = ["[p Ann Carver], [p Carver]."] * 3 + ["[p Paul Carver], [p Carver].", "[p Carver] came."]
    assert ids(*texts)[-1] == ["ann-carver"]


def test_states_and_organisations_are_one_by_the_tables() -> None:
    assert ids("[s the US] left", "[s American] envoys", "[o NATO] met", "[o North Atlantic Treaty Organization]") == [
        ["united-states"],
        ["united-states"],
        ["north-atlantic-treaty-organization"],
        ["north-atlantic-treaty-organization"],
    ]


def test_names_are_never_one_by_likeness() -> None:
    assert len({found[0] for found in ids("[s Niger]", "[s Nigeria]", "[p Ann Carver]", "[p Ann Carvel]")}) == 4


def test_initials_and_middle_names_join_across_articles_where_one_fits() -> None:
    assert ids("[p Ann Beth Carver]", "[p A. Carver]", "[p Ann Carver]") == [["ann-beth-carver"]] * 3
    assert len({found[0] for found in ids("[p Ann Carver]", "[p Alma Carver]", "[p A. Carver]")}) == 3


def test_a_short_name_of_a_party_is_one_with_its_full_name() -> None:
    assert (
        ids("[o SPD] and [o Social Democrats]", "[o SPD]")[1] == ids("[o SPD] and [o Social Democrats]", "[o SPD]")[0]
    )


def test_two_actors_of_one_name_have_two_ids() -> None:
    (found,) = ids("[l Veda] lies in the hills. [o Veda] makes shoes.")
    assert len(set(found)) == 2


def test_numbers_of_mentions_are_kept_as_they_came() -> None:
    mentions = tuple(LinkMention(i, begin, begin + 6, "Carver", "person") for i, begin in ((7, 50), (3, 0)))
    assert [actor.mentions for found in link([LinkDocument("d", mentions)]) for actor in found.actors] == [(3, 7)]


TWICE = b'{"i": 0, "begin": 0, "end": 1, "text": "A", "type": "person"}'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "line 2: Input data was truncated"),
        (b"[]", "line 2: Expected `object`, got `array`"),
        (b'{"doc": "a"}', "line 2: Object missing required field `mentions`"),
        (b'{"doc": "a", "mentions": [], "text": ""}', "line 2: Object contains unknown field `text`"),
        (b'{"doc": 1, "mentions": []}', r"line 2: Expected `str`, got `int` - at `\$.doc`"),
        (
            b'{"doc": "a", "mentions": [{"i": 0, "begin": 0, "end": 1, "text": "A", "type": "ship"}]}',
            r"line 2: Invalid enum value 'ship' - at `\$.mentions\[0\].type`",
        ),
        (
            b'{"doc": "a", "mentions": [%b, %b]}' % (TWICE, TWICE),
            "line 2: two mentions have the same `i`",
        ),
        (b'{"doc": "\xff"}', "line 2: 'utf-8' codec can't decode"),
        (b"[" * 100_000, "line 2: "),
    ],
)
def test_a_line_that_is_none_is_named_with_its_number(line: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(decode([b"\n", line]))


TEXTS = st.lists(
    st.sampled_from(["Ann", "Paul", "Carver", "Orr", "A.", "WOU", "West", "Orla", "Union", "US"]), min_size=1
)
MARKS = st.tuples(st.sampled_from(sorted(KINDS)), TEXTS.map(lambda words: " ".join(words[:3])))
DOCUMENTS = st.lists(
    st.lists(MARKS, max_size=6).map(lambda marks: " ".join(f"[{k} {t}]" for k, t in marks)), max_size=6
)


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_documents_never_changes_the_result(texts: list[str], random: Random) -> None:
    documents = [document(str(number), text) for number, text in enumerate(texts)]
    expected = {found.doc: found for found in link(documents)}
    random.shuffle(documents)
    assert {found.doc: found for found in link(documents)} == expected


@given(DOCUMENTS)
def test_every_mention_belongs_to_one_actor_and_an_id_stands_once_in_a_document(texts: list[str]) -> None:
    documents = [document(str(number), text) for number, text in enumerate(texts)]
    for came, went in zip(documents, link(documents), strict=True):
        assert sorted(i for actor in went.actors for i in actor.mentions) == list(range(len(came.mentions)))
        assert len({actor.id for actor in went.actors}) == len(went.actors)


def test_a_hundred_thousand_mentions_take_seconds(bar: Bar) -> None:
    texts = [
        f"[p Ann Carver{n % 900}] met [o Orla Union{n % 700}] in [s France]. [p Carver{n % 900}] left. " * 5
        for n in range(5000)
    ]
    documents = [document(str(number), text) for number, text in enumerate(texts)]
    with bar(3):
        assert len(list(link(documents))) == 5000

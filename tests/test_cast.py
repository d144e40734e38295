"""The cast: which actor is meant at a word."""

from dataclasses import replace

import pytest

from briefings.extraction.cast.cast import Cast
from briefings.extraction.ranking import rank
from briefings.model import ActorKind, Chain, Mention, Span
from made import ParseText, article_of

TEXT = "Mayor Ada Quill of Port Ellery met Bram Oster. Quill said the harbour board had lied to Oster."


def mention(tree_text: str, words: str, head: int, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = tree_text.index(words, start + 1)
    return Mention(span=Span(start, start + len(words)), form="name", head=head, rule="made")


def chain(name: str, kind: ActorKind, *mentions: Mention, named: bool = True) -> Chain:
    return Chain(
        id=name.lower().replace(" ", "-"), name=name, named=named, kind=kind, aliases=(), roles=(), mentions=mentions
    )


def test_the_shortest_mention_wins_where_mentions_nest(parse_text: ParseText) -> None:
    tree = parse_text(TEXT)
    at = {token.text: index for index, token in reversed(list(enumerate(tree.tokens)))}
    whole = mention(TEXT, "Mayor Ada Quill of Port Ellery", at["Quill"])
    port = mention(TEXT, "Port Ellery", at["Ellery"])
    cast = Cast(tree, [chain("Ada Quill", "person", whole), chain("Port Ellery", "place", port)])
    found = [cast.covering(at["Port"]), cast.covering(at["Ada"]), cast.headed(at["Quill"])]
    assert [one and one.name for one in found] == ["Port Ellery", "Ada Quill", "Ada Quill"]
    assert cast.headed(at["Ada"]) is None
    assert cast.covering(at["harbour"]) is None
    assert cast.mention_at(at["Ada"]) == whole
    assert cast.get("port-ellery").name == "Port Ellery"


@pytest.mark.parametrize(
    ("one", "other", "mean_one"),
    [
        (chain("Ruvania", "state"), chain("Ruvania", "state"), True),
        (chain("Ruvania", "state"), chain("Government of Ruvania", "organisation"), True),
        (chain("Ruvania", "state"), chain("the Ruvania administration", "organisation"), True),
        (chain("Ruvania", "state"), chain("Ruvania Tech", "organisation"), False),
        (chain("Ruvania", "state"), chain("Ministry of Labour of Ruvania", "organisation"), False),
        (chain("Port Authority", "organisation"), chain("Arlen Port Authority", "organisation"), False),
        (chain("network", "group", named=False), chain("global satellite network", "group", named=False), True),
        (chain("dockers", "group", named=False), chain("several dockers", "group", named=False), True),
        (chain("dockers", "group", named=False), chain("other dockers", "group", named=False), False),
        (chain("police", "group", named=False), chain("port police officer", "person", named=False), True),
        (chain("police", "group", named=False), chain("police station", "group", named=False), False),
        (chain("lawyer", "person", named=False), chain("lawyer", "group", named=False), False),
    ],
)
def test_two_actors_mean_one_by_their_names_never_by_their_ids(
    parse_text: ParseText, one: Chain, other: Chain, *, mean_one: bool
) -> None:
    ids = replace(one, id="a-b"), replace(other, id="a-b" if one == other else "a")
    cast = Cast(parse_text(TEXT), ids)
    for first, second in (ids, ids[::-1]):
        assert cast.share((first.id,), (second.id,)) is mean_one


def test_those_who_act_and_come_first_are_ranked_first(parse_text: ParseText) -> None:
    tree = parse_text(TEXT)
    heads = [index for index, token in enumerate(tree.tokens) if token.text in {"Quill", "Oster", "board"}]
    quill = chain("Ada Quill", "person", mention(TEXT, "Ada Quill", heads[0]), mention(TEXT, "Quill", heads[2], 1))
    oster = chain("Bram Oster", "person", mention(TEXT, "Bram Oster", heads[1]), mention(TEXT, "Oster", heads[4], 1))
    board = chain("the harbour board", "organisation", mention(TEXT, "the harbour board", heads[3]), named=False)
    ranked = rank(article_of(TEXT), tree, [board, oster, quill])
    assert [one.name for one in ranked] == ["Ada Quill", "Bram Oster", "the harbour board"]

"""What an editor declares of actors holds within each briefing, and facts follow."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.model import Briefing, KnownActor, Measure, Quote, Role, Source, Span
from briefings.newsroom.actors.declaring import declarations, declare, known_actors
from briefings.newsroom.actors.roster import Declared, Roster
from briefings.newsroom.editing.desk import corrected, lay_out
from made_news import briefing_of
from made_site import measure, quote

TEXT = "[p Ruvania] said no. [o Ruvanian] envoys met [p General Ann Carver] in [l Veda]. [o Next Story] came."
RUVANIA = Declared(name="Ruvania", kind="state", aliases=("Ruvanian", "Republic of Ruvania"))


def declared(briefing: Briefing, *actors: Declared, **more: tuple[object, ...]) -> Briefing:
    return declare(briefing, declarations(Roster(actors=actors, **more)))  # type: ignore[arg-type]


def fact_of(briefing: Briefing, **more: object) -> Measure:
    return measure(briefing.article.text, 2, "met", **more)


def said_by(briefing: Briefing, *sources: str) -> Quote:
    return quote(briefing.article.text, 1, "said", "no", source=Source(actors=sources, span=None))


@pytest.fixture
def briefing() -> Briefing:
    """Ids by the name: c0 Ruvania, c1 Ruvanian, c2 Carver, c3 Veda, c4 Next Story."""
    made = briefing_of(TEXT)
    role = Role(role="General", of=("c1", "c4"), span=Span(42, 49), rule="made", confidence=1.0)
    actors = [
        replace(chain, roles=(role,)) if chain.kind == "person" and chain.id == "c2" else chain for chain in made.actors
    ]
    return replace(
        made,
        actors=tuple(actors),
        quotes=(said_by(made, "c0", "c4"),),
        measures=(fact_of(made, initiators=("c1", "c0"), targets=("c2", "c4"), attribution="c4"),),
    )


def test_a_declared_state_is_one_in_its_briefing(briefing: Briefing) -> None:
    assert [(chain.name, chain.kind) for chain in declared(briefing, RUVANIA).actors] == [
        ("Ruvania", "state"),
        ("General Ann Carver", "person"),
        ("Veda", "place"),
        ("Next Story", "organisation"),
    ]


def test_chains_of_one_declared_actor_become_one_with_all_mentions_and_forms(briefing: Briefing) -> None:
    state = declared(briefing, RUVANIA).actors[0]
    assert (state.id, state.name, state.aliases) == ("c0", "Ruvania", ("Ruvanian",))
    text = briefing.article.text
    assert [text[slice(*mention.span)] for mention in state.mentions] == ["Ruvania", "Ruvanian"]


def test_facts_and_roles_follow_a_chain_that_was_joined_to_another(briefing: Briefing) -> None:
    found = declared(briefing, RUVANIA)
    assert found.measures[0].initiators == ("c0",)
    assert found.actors[1].roles[0].of == ("c0", "c4")


def test_what_is_no_actor_goes_and_facts_lose_it(briefing: Briefing) -> None:
    found = declared(briefing, not_an_actor=("Next Story",))
    assert "Next Story" not in [chain.name for chain in found.actors]
    assert found.quotes[0].source.actors == ("c0",)
    assert (found.measures[0].targets, found.measures[0].attribution) == (("c2",), None)
    assert found.actors[2].roles[0].of == ("c1",)


def test_names_of_one_actor_are_one_chain_under_the_first_and_of_the_first_chains_kind(briefing: Briefing) -> None:
    found = declared(briefing, same=(("Ruvanian", "Ruvania"),))
    assert (found.actors[0].name, found.actors[0].kind) == ("Ruvanian", "person")
    assert found.measures[0].initiators == ("c0",)


def test_a_name_that_is_the_same_as_a_declared_one_is_that_actor(briefing: Briefing) -> None:
    found = declared(briefing, Declared(name="Ruvania", kind="state"), same=(("Ruvania", "Ruvanian"),))
    assert (found.actors[0].name, found.actors[0].kind, len(found.actors)) == ("Ruvania", "state", 4)


def test_names_are_compared_without_titles_accents_and_capitals(briefing: Briefing) -> None:
    found = declared(briefing, Declared(name="ANN CÁRVER", aliases=("Iron Annie",)))
    carver = found.actors[2]
    assert (carver.name, carver.kind, carver.aliases) == ("ANN CÁRVER", "person", ("General Ann Carver",))


def test_a_part_of_a_name_is_not_that_name(briefing: Briefing) -> None:
    assert declared(briefing, Declared(name="Carver", kind="place"), Declared(name="Ann", kind="group")) == briefing


def test_unnamed_actors_are_never_declared(briefing: Briefing) -> None:
    unnamed = replace(briefing, actors=tuple(replace(chain, named=False) for chain in briefing.actors))
    assert declared(unnamed, RUVANIA, not_an_actor=("Next Story",)) == unnamed


def test_a_roster_that_says_nothing_of_an_article_changes_nothing(briefing: Briefing) -> None:
    assert declared(briefing) is briefing
    assert declared(briefing, Declared(name="Sudland", kind="state")) is briefing


def test_declaring_twice_changes_nothing_more(briefing: Briefing) -> None:
    once = declared(briefing, RUVANIA, not_an_actor=("Next Story",))
    assert declared(once, RUVANIA, not_an_actor=("Next Story",)) == once


def test_the_desk_declares_before_it_corrects(briefing: Briefing, tmp_path: Path) -> None:
    seeds, content = tmp_path / "seeds", tmp_path / "content"
    (content / "corrections").mkdir(parents=True)
    seeds.mkdir()
    (seeds / "made.txt").write_text(briefing.article.text, "utf-8")
    (content / "actors.yaml").write_text("actors:\n- {name: The Republic, kind: state, aliases: [Ruvania]}\n", "utf-8")
    fact = replace(briefing.measures[0], id="m-1a2b3c4d")
    said = "facts:\n- id: m-1a2b3c4d\n  targets: [The Republic]\n"
    (content / "corrections" / "made.txt.yaml").write_text(said, "utf-8")
    (found,) = corrected([replace(briefing, measures=(fact,))], lay_out([seeds], content=content))
    assert (found.actors[0].name, found.measures[0].targets) == ("The Republic", ("c0",))
    assert found.article.warnings == ()


def test_extraction_is_told_of_all_whose_kind_is_declared_but_of_no_surname_alone() -> None:
    carver = Declared(name="Ann Carver", kind="person", aliases=("Carver", "Iron Annie"))
    keldor = Declared(name="Keldor", kind="state", adjectives=("Keldorian",), capital="Vessin")
    assert known_actors(Roster(actors=(carver, Declared(name="Orla"), keldor))) == (
        KnownActor(name="Ann Carver", kind="person", aliases=("Iron Annie",)),
        KnownActor(name="Keldor", kind="state", adjectives=("Keldorian",), capitals=("Vessin",)),
    )


def test_what_is_wrong_in_the_roster_is_a_fault_of_the_desk(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text("actors:\n- {name: Ruvania, kind: realm}\n", "utf-8")
    (fault,) = lay_out([], content=tmp_path).faults
    assert re.search(r"actors\.yaml$", fault.path)
    assert "realm" in fault.reason

"""The made-up newsroom: every briefing of it whole, as it is expected beside its seed.

What is expected is what the program found when somebody last read it and said yes; it is not all right.
"""

import re
from difflib import unified_diff
from typing import Any, get_args

import pytest
from ruamel.yaml import YAML

from briefings.language.parsing import Model
from briefings.language.store import Store
from briefings.language.tables import states
from briefings.model import Actor, Briefing, MeasureType, QuoteKind, Status
from briefings.newsroom.actors.actors import resolve_actors
from briefings.newsroom.actors.roster import read_roster
from made_build import Built, built_once
from made_newsroom import CONTENT, EXPECTED, SEEDS, briefings_of_newsroom, expected_form

NAMES = sorted(path.stem for path in SEEDS.iterdir())


@pytest.fixture(scope="session")
def found(model: Model, store: Store) -> dict[str, Briefing]:
    return briefings_of_newsroom(model, store)


@pytest.fixture(scope="session")
def actors(found: dict[str, Briefing]) -> dict[str, Actor]:
    roster, _ = read_roster(CONTENT / "actors.yaml")
    return {actor.name: actor for actor in resolve_actors(tuple(found.items()), roster)}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built_once(tmp_path_factory, "the demo", seeds=SEEDS, content=CONTENT)


def expected(name: str) -> dict[str, Any]:
    read: dict[str, Any] = YAML(typ="safe", pure=True).load(EXPECTED / f"{name}.yaml")
    return read


@pytest.mark.parametrize("name", NAMES)
def test_a_briefing_is_what_is_expected(found: dict[str, Briefing], model: Model, name: str) -> None:
    if "_md" not in model.id:
        pytest.skip(f"what is expected was found by en_core_web_md, this is {model.id}")
    path = EXPECTED / f"{name}.yaml"
    wanted, form = path.read_text("utf-8") if path.exists() else "", expected_form(found[name])
    changes = "".join(
        unified_diff(wanted.splitlines(keepends=True), form.splitlines(keepends=True), "expected", "found", n=2)
    )
    assert not changes, f"{name}: if the change is for the better, run `make accept`\n{changes}"


def test_nothing_else_is_expected() -> None:
    assert sorted(path.stem for path in EXPECTED.iterdir()) == NAMES
    assert len(NAMES) >= 24


def test_every_type_of_measure_occurs() -> None:
    acts = {measure["act"].split()[0] for name in NAMES for measure in expected(name)["measures"]}
    assert acts == set(get_args(MeasureType))


def test_every_status_occurs() -> None:
    acts = {measure["act"].split()[1] for name in NAMES for measure in expected(name)["measures"]}
    assert acts == set(get_args(Status))


def test_every_kind_of_quote_occurs_and_quotes_in_quotes() -> None:
    kinds = {quote["kind"] for name in NAMES for quote in expected(name)["quotes"]}
    assert kinds >= set(get_args(QuoteKind))
    assert "direct, in a quote" in kinds


def test_no_real_state_is_named() -> None:
    real = {word for state in states() for word in (state.name, *state.aliases, *state.adjectives)}
    real |= {word for state in states() for word in (*state.capitals, *state.metonyms)}
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(real, key=len, reverse=True)))})\b")
    assert {name: told for name in NAMES if (told := named.findall((SEEDS / f"{name}.txt").read_text("utf-8")))} == {}


def test_a_copy_in_another_paper_says_what_its_original_says() -> None:
    original, copy = expected("2031-03-09-harbour-news-shelling"), expected("2031-03-10-irandol-observer-shelling-copy")
    assert (copy["quotes"], copy["measures"]) == (original["quotes"], original["measures"])
    assert copy["headline"] != original["headline"]


def test_an_article_that_is_not_english_has_no_facts_and_a_warning() -> None:
    told = expected("2031-05-05-la-voz-recuento")
    assert (told["actors"], told["quotes"], told["measures"]) == ([], [], [])
    assert told["warnings"]


def test_two_people_with_one_surname_are_two_actors(actors: dict[str, Actor]) -> None:
    together = "2031-04-14-kasolo-daily-coup"
    for name in (
        "Thandeka Mulozi",
        "Joseph Mulozi",
        "Karim Benhadou",
        "Yusra Benhadou",
        "Bram Ottesen",
        "Axel Ottesen",
    ):
        assert actors[name].kind == "person"
    for name in ("Thandeka Mulozi", "Joseph Mulozi"):
        assert together in {appearance.briefing for appearance in actors[name].appearances}


def test_a_person_whose_office_changes_is_one_actor_with_both_offices(
    actors: dict[str, Actor], found: dict[str, Briefing]
) -> None:
    roles = {
        role.role.casefold()
        for appearance in actors["Josip Halvar"].appearances
        for chain in found[appearance.briefing].actors
        if chain.id == appearance.chain
        for role in chain.roles
    }
    assert {"trade minister", "foreign minister"} <= roles


@pytest.mark.parametrize("name", ["Ruvania", "Keldoria", "Tamazir", "Vaspura", "Nyembe", "Cordanza", "Aruwai Islands"])
def test_a_declared_state_is_one_actor_and_a_state_in_every_briefing(
    actors: dict[str, Actor], found: dict[str, Briefing], name: str
) -> None:
    assert actors[name].kind == "state"
    told = {(chain.name, chain.kind) for briefing in found.values() for chain in briefing.actors if chain.named}
    assert {kind for called, kind in told if called == name} == {"state"}


def test_the_demo_has_every_article_once_and_no_dead_link(demo: Built) -> None:
    assert demo.status == 0, demo.said
    assert "0 files not built" in demo.said
    assert "1 copy merged: 2031-03-09-harbour-news-shelling.txt also as 2031-03-10-irandol-" in demo.said
    assert len([path for path in demo.files() if re.fullmatch(r"briefings/[^/]+/index\.html", path)]) == len(NAMES) - 1
    assert demo.dead_links() == []


def test_code_in_a_headline_and_in_a_quote_of_the_demo_is_text(demo: Built) -> None:
    (path,) = [path for path in demo.files() if re.match(r"briefings/2031-09-02.+/index\.html", path)]
    assert "<script>alert(1)</script> and {{ 7*7 }} after hack" in demo.soup(path).get_text()
    assert "<script>alert" not in demo.read(path)

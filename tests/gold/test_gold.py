"""Accuracy never falls silently: what is reached on the gold sets is held against the recorded floors."""

import json
from pathlib import Path
from typing import Any

import pytest

from briefings.language.parsing import Model
from gold.floors import FLOORS, RECORD, compare, hash_of, is_pinned, measure, record, set_of, sets_of


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """A gold folder of one set."""
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes" / "dev.json").write_text("[]", "utf-8")
    return tmp_path


@pytest.mark.gold
def test_no_figure_is_below_its_floor(gold: Path, model: Model, capsys: pytest.CaptureFixture[str]) -> None:
    recorded: dict[str, Any] = json.loads(FLOORS.read_text("utf-8")).get(model.id, {})
    if not recorded:
        pytest.skip(f"no floors for the language model {model.id}; {RECORD} records them")
    changed = [name for name, pinned in recorded.items() if pinned["sha256"] != hash_of(gold, name)]
    assert changed == [], f"these sets changed, their figures cannot be compared: look at them, then {RECORD}"
    floors = {figure: floor for pinned in recorded.values() for figure, floor in pinned["floors"].items()}
    verdict = compare(floors, measure(gold))
    if verdict.risen and not verdict.dropped:
        with capsys.disabled():
            print("\nACCURACY ROSE: record it with", RECORD, *verdict.risen, sep="\n  ")
    assert verdict.dropped == [], f"rose meanwhile: {verdict.risen}"


def test_the_gate_stops_a_drop() -> None:
    verdict = compare({"quotes.all.full.f1": 60.1}, {"quotes.all.full.f1": 60.0})
    assert verdict.dropped == ["quotes.all.full.f1: 60.0, the floor is 60.1"]
    assert verdict.risen == []


def test_the_gate_stops_a_figure_that_is_gone() -> None:
    assert compare({"gsr.root.f1": 50.0}, {}).dropped == ["gsr.root.f1: None, the floor is 50.0"]


def test_the_gate_tells_a_rise_and_lets_it_pass() -> None:
    verdict = compare({"gsr.root.f1": 50.0}, {"gsr.root.f1": 51.0, "gsr.trigger.f1": 3.0})
    assert verdict.dropped == []
    assert len(verdict.risen) == 2


def test_of_some_figures_less_is_better() -> None:
    assert compare({"seed.furniture": 0}, {"seed.furniture": 1}).dropped
    assert compare({"seed.furniture": 1}, {"seed.furniture": 0}).risen


def test_what_stands_still_is_not_mentioned() -> None:
    verdict = compare({"seed.title": 1}, {"seed.title": 1})
    assert (verdict.dropped, verdict.risen) == ([], [])


def test_precision_recall_and_counts_of_the_gold_have_no_floor() -> None:
    figures = ["quotes.all.full.f1", "quotes.all.full.p", "gsr.root.r", "seed.actors.gold", "seed.actors.found"]
    assert [figure for figure in figures if is_pinned(figure)] == ["quotes.all.full.f1", "seed.actors.found"]
    assert set_of("seed.actors.found") == "seed"


def test_a_changed_set_is_noticed(made_up: Path) -> None:
    before = hash_of(made_up, "quotes")
    assert hash_of(made_up, "quotes") == before
    (made_up / "quotes" / "dev.json").write_text("[ ]", "utf-8")
    assert hash_of(made_up, "quotes") != before


def test_a_scorer_is_not_part_of_a_set(made_up: Path) -> None:
    before = hash_of(made_up, "quotes")
    (made_up / "quotes" / "score_quotes.py").write_text("", "utf-8")
    assert hash_of(made_up, "quotes") == before


def test_recording_one_model_keeps_the_others(made_up: Path, tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    record("a model 1.0", {"quotes.all.full.f1": 60.0}, made_up, file)
    record("another 2.0", {"quotes.all.full.f1": 50.0}, made_up, file)
    recorded = json.loads(file.read_text("utf-8"))
    assert recorded["a model 1.0"] == sets_of({"quotes.all.full.f1": 60.0}, made_up)
    assert recorded["another 2.0"]["quotes"]["floors"] == {"quotes.all.full.f1": 50.0}


def test_every_recorded_figure_belongs_to_its_set() -> None:
    for sets in json.loads(FLOORS.read_text("utf-8")).values():
        for name, pinned in sets.items():
            assert len(pinned["sha256"]) == 64
            assert {set_of(figure) for figure in pinned["floors"]} == {name}

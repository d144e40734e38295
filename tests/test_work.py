"""Engines: here or in processes, the briefings are the same."""

from pathlib import Path

import pytest

from briefings import work
from briefings.extraction.briefing import brief
from briefings.language.parsing import Model
from briefings.language.store import Store
from briefings.model import Article, Briefing, Parse
from briefings.work import compile_briefings, fill
from made import article_of

TEXTS = [f"Minister Ada Quill resigned on day {number}, the palace said." for number in range(20)]


def articles() -> list[Article]:
    return [article_of(text) for text in TEXTS]


def test_two_processes_find_what_one_finds(model: Model, tmp_path: Path) -> None:
    alone = list(compile_briefings(articles(), model, Store(tmp_path / "one")))
    shared = list(compile_briefings(articles(), model, Store(tmp_path / "two"), jobs=2))
    assert alone == shared
    assert [briefing.article.text for briefing in alone] == TEXTS


def test_a_text_is_parsed_once_even_if_it_comes_twice(model: Model, tmp_path: Path) -> None:
    store, told = Store(tmp_path), []
    assert fill([*articles(), *articles()], model, store, report=lambda done, total: told.append((done, total))) == 20
    assert told == [(16, 20), (20, 20)]
    assert fill(articles(), model, store) == 0


def test_a_text_that_is_not_english_is_kept_without_facts(model: Model, tmp_path: Path) -> None:
    text = (
        "Le ministre a annoncé hier que la loi serait votée dans les prochains jours, selon un porte-parole du palais."
    )
    (briefing,) = compile_briefings([article_of(text * 2)], model, Store(tmp_path))
    assert briefing.article.text == text * 2
    assert (briefing.actors, briefing.quotes, briefing.measures, briefing.parser) == ((), (), (), None)
    assert not list(tmp_path.iterdir())


def test_a_damaged_parse_is_made_again_and_mended(model: Model, tmp_path: Path) -> None:
    store = Store(tmp_path)
    whole = list(compile_briefings(articles()[:1], model, store))
    (path,) = tmp_path.rglob("*.json")
    sound = path.read_bytes()
    path.write_bytes(sound[:100])
    assert list(compile_briefings(articles()[:1], model, store)) == whole
    assert path.read_bytes() == sound


def test_an_article_that_extraction_fails_on_is_kept_as_text_with_a_warning(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_seven(article: Article, parse: Parse) -> Briefing:
        if "day 7" in article.text:
            raise IndexError("seven")
        return brief(article, parse)

    monkeypatch.setattr(work, "brief", fails_on_seven)
    briefings = list(compile_briefings(articles(), model, Store(tmp_path)))
    assert [briefing.article.text for briefing in briefings] == TEXTS
    (warning,) = briefings[7].article.warnings
    assert warning.reason == "a fault of this program, IndexError: seven"
    assert not warning.broken
    assert not any(briefing.article.warnings for briefing in (*briefings[:7], *briefings[8:]))

"""Engines: here or in processes, the briefings are the same."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefings import work
from briefings.extraction import briefing
from briefings.extraction.briefing import brief
from briefings.extraction.unread import unread
from briefings.language.parsing import Model
from briefings.language.store import Store
from briefings.model import Article, Briefing, Fault, KnownActor, Parse, Seed
from briefings.work import compile_briefings, fill
from made import ROOT, article_of

TEXTS = [f"Minister Ada Quill resigned on day {number}, the palace said." for number in range(20)]


def articles() -> list[Article]:
    return [article_of(text) for text in TEXTS]


def test_two_processes_find_what_one_finds(model: Model, tmp_path: Path) -> None:
    alone = list(compile_briefings(articles(), model, Store(tmp_path / "one")))
    shared = list(compile_briefings(articles(), model, Store(tmp_path / "two"), jobs=2))
    assert alone == shared
    assert [briefing.article.text for briefing in alone] == TEXTS


def test_no_rule_is_imported_where_every_briefing_is_stored() -> None:
    asked = "import sys, briefings.site.generator; print('briefings.extraction.quotes.quotes' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT / "plugins"
    )
    assert done.stdout.strip() == "False"


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


@pytest.mark.parametrize("kinds", [("parses",), ("briefings",), ("parses", "briefings")], ids=" and ".join)
def test_what_is_damaged_is_made_again_and_mended(model: Model, tmp_path: Path, kinds: tuple[str, ...]) -> None:
    store = Store(tmp_path)
    whole = list(compile_briefings(articles()[:1], model, store))
    paths = [path for kind in ("parses", "briefings") for path in (tmp_path / kind).rglob("*.json")]
    sound = [path.read_bytes() for path in paths]
    for path in paths:
        if path.relative_to(tmp_path).parts[0] in kinds:
            path.write_bytes(path.read_bytes()[:100])
    assert list(compile_briefings(articles()[:1], model, store)) == whole
    if "briefings" in kinds:  # where it is sound nothing asks for the parse
        assert [path.read_bytes() for path in paths] == sound


def test_what_was_found_once_is_not_looked_for_again(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def finds_nothing(article: Article, _: Parse) -> Briefing:
        return unread(article)

    store = Store(tmp_path)
    found = list(compile_briefings(articles()[:2], model, store))
    assert any(briefing.measures for briefing in found)
    monkeypatch.setattr(briefing, "brief", finds_nothing)
    assert list(compile_briefings(articles()[:2], model, store)) == found


def test_other_code_finds_for_itself_and_takes_the_place_of_the_old(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def finds_nothing(article: Article, _: Parse) -> Briefing:
        return unread(article)

    store = Store(tmp_path)
    list(compile_briefings(articles()[:2], model, store))
    files = sorted(tmp_path.rglob("*"))
    monkeypatch.setattr(work, "CODE", "another")
    monkeypatch.setattr(briefing, "brief", finds_nothing)
    assert [briefing.measures for briefing in compile_briefings(articles()[:2], model, store)] == [(), ()]
    assert sorted(tmp_path.rglob("*")) == files


def test_a_stored_briefing_is_that_of_the_article_which_asks(model: Model, tmp_path: Path) -> None:
    article = articles()[0]
    copy = replace(article, seed=replace(article.seed, path="copy.txt"))
    one, other = compile_briefings([article, copy], model, Store(tmp_path))
    assert (one.article, other.article) == (article, copy)
    assert replace(other, article=article) == one


def test_what_an_editor_declares_of_an_article_has_it_read_anew(model: Model, tmp_path: Path) -> None:
    article, store = article_of("Keldorian ships left Vessin. The Keldorian government said so."), Store(tmp_path)
    keldor = KnownActor(name="Keldor", kind="state", adjectives=("Keldorian",))

    def names(*known: KnownActor) -> list[str]:
        (briefing,) = compile_briefings([article], model, store, known=known)
        return [chain.name for chain in briefing.actors]

    assert "Keldor" not in names()
    assert "Keldor" in names(keldor)
    assert "Keldor" not in names()
    files = sorted(tmp_path.rglob("*"))
    names(KnownActor(name="Tamazir", kind="state"))
    assert sorted(tmp_path.rglob("*")) == files


def test_a_store_that_takes_nothing_more_stops_no_build(model: Model, tmp_path: Path) -> None:
    store = Store(tmp_path)
    fill(articles()[:2], model, store)
    (tmp_path / "briefings").write_text("no folder", "utf-8")
    assert len(list(compile_briefings(articles()[:2], model, store))) == 2


def test_extraction_never_looks_at_what_is_not_in_a_briefings_key(model: Model, tmp_path: Path) -> None:
    article = articles()[0]
    fault = Fault(path="x", reason="odd", mend="none", broken=False)
    seed = Seed(path="elsewhere.txt", sha256="f" * 64, encoding="cp1252", raw="other")
    other = replace(article, seed=seed, origin=(), warnings=(fault,))
    one, two = (
        next(compile_briefings([each], model, Store(tmp_path / name))) for each, name in ((article, "a"), (other, "b"))
    )
    assert replace(two, article=article) == one


def test_an_article_that_extraction_fails_on_is_kept_as_text_with_a_warning(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_seven(article: Article, parse: Parse, known: Sequence[KnownActor]) -> Briefing:
        if "day 7" in article.text:
            raise IndexError("seven")
        return brief(article, parse, known)

    monkeypatch.setattr(briefing, "brief", fails_on_seven)
    briefings = list(compile_briefings(articles(), model, Store(tmp_path)))
    assert [briefing.article.text for briefing in briefings] == TEXTS
    (warning,) = briefings[7].article.warnings
    assert warning.reason == "a fault of this program, IndexError: seven"
    assert not warning.broken
    assert not any(briefing.article.warnings for briefing in (*briefings[:7], *briefings[8:]))
    monkeypatch.undo()
    mended = list(compile_briefings(articles(), model, Store(tmp_path)))
    assert mended[7].measures  # what failed was never stored
    assert not mended[7].article.warnings

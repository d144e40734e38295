"""What one seed or one page meets stays with it: it is named, and the rest of the site stands."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefings import work
from briefings.language.parsing import Model
from briefings.language.store import Store, StoreShut
from briefings.model import Article
from briefings.newsroom.actors.roster import Roster
from briefings.newsroom.editing import desk
from briefings.newsroom.editing.corrections import Corrections
from briefings.newsroom.editing.desk import Desk, corrected
from briefings.seeds.overriding import Override
from briefings.work import compile_briefings
from made import ROOT, article_of
from made_build import ARTICLES, Built, build, sow
from made_site import briefing

BRIDGE = (ARTICLES / "bridge.txt").read_text("utf-8")
TARIFFS = (ARTICLES / "tariffs.txt").read_text("utf-8")


def failing(folder: Path, module: str, name: str, when: str) -> Path:
    """Settings of a site whose function of that name fails where `when` holds for its arguments."""
    conf, ours = folder / "pelicanconf.py", ROOT / "pelicanconf.py"
    conf.write_text(
        f"__file__ = {str(ours)!r}\nexec(open(__file__).read())\n"
        f"THEME, PLUGIN_PATHS = {str(ROOT / 'themes' / 'briefings')!r}, [{str(ROOT / 'plugins')!r}]\n"
        f"import importlib\n_module = importlib.import_module({module!r})\n_real = _module.{name}\n"
        f"def _fails(*args, **more):\n    if {when}:\n        raise ZeroDivisionError('by the test')\n"
        f"    return _real(*args, **more)\n_module.{name} = _fails\n",
        "utf-8",
    )
    return conf


def built(folder: Path, module: str, name: str, when: str) -> Built:
    seeds = sow(folder / "seeds", a=BRIDGE, b=TARIFFS)
    return build(folder, seeds=seeds, conf=failing(folder, module, name, when), SITEURL="https://example.org")


@pytest.mark.parametrize(
    ("module", "name", "when", "named", "missing"),
    [
        ("briefings.site.pages.briefing_page", "citation", "'bridge' in args[0].slug", "seeds/a.txt", "briefings/"),
        ("briefings.site.pages.day_and_week_pages", "list_frame", "'days/' in args[0].path", "days/", "days/"),
        ("briefings.site.pages.outlet_pages", "busiest", "True", "outlets/", "outlets/"),
    ],
)
def test_a_page_that_cannot_be_made_is_named_and_all_others_stand(
    tmp_path: Path, module: str, name: str, when: str, named: str, missing: str
) -> None:
    made = built(tmp_path, module, name, when)
    assert made.status == 0, made.said
    assert "Traceback" not in made.said
    assert f"{named}" in made.said
    assert "not built: a fault of this program, ZeroDivisionError: by the test" in made.said
    pages = [path for path in made.files() if path.startswith(missing) and path.endswith("/index.html")]
    said = {path: made.soup(path).get_text() for path in pages}
    assert any("There is no page here" in text for text in said.values())
    assert {"index.html", "briefings/index.html", "actors/index.html"} <= set(made.files())
    assert [link for link in made.dead_links() if "#" not in link] == []


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("briefings.site.data_files", "actor_record"),
        ("briefings.site.data.feeds", "_atom_entry"),
        ("briefings.site.assets.search", "_quote_line"),
    ],
)
def test_a_file_of_data_that_cannot_be_made_is_named_and_the_pages_stand(
    tmp_path: Path, module: str, name: str
) -> None:
    made = built(tmp_path, module, name, "True")
    assert made.status == 0, made.said
    assert "Traceback" not in made.said
    assert "ZeroDivisionError: by the test" in made.said
    assert len([path for path in made.files() if path.startswith("briefings/2")]) > 0


def test_a_fault_of_a_template_ends_the_build_with_its_place(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "themes" / "briefings", theme)
    (theme / "templates" / "day.html").write_text("\n\n{{ 1 + page.frame.title }}", "utf-8")
    made = build(tmp_path, THEME=str(theme))
    assert made.status != 0
    assert "Traceback" not in made.said
    assert "day.html:3: " in made.said
    assert not made.output.exists()


def test_an_article_that_cannot_be_parsed_is_kept_as_text_with_a_warning(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = work.parse

    def fails(model: Model, articles: Sequence[Article]) -> object:
        for article in articles:
            if "Snow" in article.text:
                raise IndexError("snow")
            yield from real(model, [article])

    monkeypatch.setattr(work, "parse", fails)
    given = [article_of(f"{word} fell on Monday, the mayor said.") for word in ("Rain", "Snow", "Hail")]
    rain, snow, hail = compile_briefings(given, model, Store(tmp_path))
    assert (rain.parser, snow.parser, hail.parser) == (model.id, None, model.id)
    (warning,) = snow.article.warnings
    assert warning.reason == "a fault of this program, IndexError: snow"


def test_a_model_that_cannot_be_loaded_is_no_seeds_fault(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="nowhere"):
        list(
            compile_briefings([article_of("Rain fell.")], Model(id="x 1", folder=tmp_path / "nowhere"), Store(tmp_path))
        )


def test_a_store_that_is_full_is_no_seeds_fault(model: Model, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file", "utf-8")
    with pytest.raises(StoreShut):
        list(compile_briefings([article_of("Rain fell.")], model, Store(tmp_path / "store")))


def test_an_article_that_cannot_be_corrected_is_kept_as_text_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("by the test")

    monkeypatch.setattr(desk, "apply", fails)
    laid = Desk(
        articles=(), roster=Roster(), corrections={"a.txt": Corrections(path="a.txt.yaml", seed=Override())}, faults=()
    )
    (one,) = corrected([briefing()], laid)
    assert (one.quotes, one.measures) == ((), ())
    assert [warning.reason for warning in one.article.warnings] == [
        "a fault of this program, ZeroDivisionError: by the test"
    ]

"""Pelican builds our site whole or not at all, and any other site as if we were not there."""

import shutil
from pathlib import Path

import pytest

from made import ROOT
from made_build import ARTICLES, Built, build, sow

THEME = ROOT / "themes" / "briefings"


def theme(folder: Path, **templates: str | None) -> Path:
    """A copy of the theme with templates replaced, or removed where None is given."""
    shutil.copytree(THEME, folder)
    for name, text in templates.items():
        path = folder / "templates" / f"{name}.html"
        path.unlink() if text is None else path.write_text(text, "utf-8")
    return folder


def content(folder: Path, **pages: str) -> Path:
    (folder / "pages").mkdir(parents=True)
    for name, text in pages.items():
        (folder / "pages" / f"{name}.md").write_text(text, "utf-8")
    return folder


def one_line(built: Built) -> str:
    """What a failed build says, which is one line and no traceback."""
    assert built.status != 0
    assert not built.output.exists()
    assert "Traceback" not in built.said
    (line,) = [line for line in built.said.splitlines() if line.strip()]
    return line


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"SOURCE_TEXT": "all"}, "SOURCE_TEXT = 'all'"),
        ({"SOURCE_TEXT": None}, "SOURCE_TEXT = None"),
        ({"BRIEFINGS_SEEDS": "no-such-folder"}, "no-such-folder; make it"),
        ({"BRIEFINGS_SEEDS": ""}, "BRIEFINGS_SEEDS = ''"),
        ({"BRIEFINGS_STORE": 7}, "BRIEFINGS_STORE = 7"),
        ({"BRIEFINGS_JOBS": 0}, "BRIEFINGS_JOBS = 0"),
        ({"MIN_CONFIDENCE": 60}, "MIN_CONFIDENCE = 60"),
        ({"BRIEFINGS_CORRECTION": None}, "BRIEFINGS_CORRECTION: there is no such setting; did you mean BRIEFINGS_CORR"),
        ({"BRIEFINGS_MODEL": "en_core_web_lg"}, "BRIEFINGS_MODEL: there is no such setting"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_said_in_one_line(
    tmp_path: Path, settings: dict[str, object], says: str
) -> None:
    assert says in one_line(build(tmp_path, **settings))


def test_a_missing_model_is_said_in_one_line(tmp_path: Path) -> None:
    assert "BRIEFINGS_MODEL=no_such" in one_line(build(tmp_path, environment={"BRIEFINGS_MODEL": "no_such"}))


def test_a_store_that_takes_nothing_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file", "utf-8")
    said = one_line(build(tmp_path, BRIEFINGS_STORE=str(tmp_path / "store")))
    assert said.startswith(f"briefings: the store {tmp_path / 'store'} takes nothing: ")


def test_a_missing_plugin_is_said_in_one_line(tmp_path: Path) -> None:
    conf = tmp_path / "pelicanconf.py"
    shutil.copy(ROOT / "pelicanconf.py", conf)
    assert "plugins/briefings is missing" in one_line(build(tmp_path, conf=conf))


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import no_such_package", "no_such_package is not installed; run `make html`"),
        ("from os import nothing", "the plugin is broken"),
        ("def", "the plugin is broken"),
    ],
)
def test_a_plugin_that_cannot_be_imported_is_said_in_one_line(tmp_path: Path, code: str, says: str) -> None:
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    shutil.copytree(THEME, tmp_path / "themes" / "briefings")
    package = tmp_path / "plugins" / "briefings"
    (package / "site").mkdir(parents=True)
    shutil.copy(ROOT / "plugins" / "briefings" / "__init__.py", package)
    (package / "site" / "generator.py").write_text(code, "utf-8")
    assert says in one_line(build(tmp_path, conf=tmp_path / "pelicanconf.py"))


def test_a_template_that_the_theme_lacks_is_an_error(tmp_path: Path) -> None:
    said = one_line(build(tmp_path, THEME=str(theme(tmp_path / "theme", quotes=None))))
    assert "quotes.html" in said


def test_a_template_that_pelicans_own_theme_has_is_not_borrowed(tmp_path: Path) -> None:
    said = one_line(build(tmp_path, THEME=str(theme(tmp_path / "theme", base=None))))
    assert "base.html" in said


def test_a_name_that_no_page_has_is_an_error_with_its_line(tmp_path: Path) -> None:
    said = one_line(build(tmp_path, THEME=str(theme(tmp_path / "theme", home="\n{{ page.nothing }}"))))
    assert "home.html:2" in said
    assert "nothing" in said


@pytest.mark.parametrize("name", ["SITENAME", "articles", "settings", "now"])
def test_a_template_sees_its_page_and_nothing_of_pelican(tmp_path: Path, name: str) -> None:
    said = one_line(build(tmp_path, THEME=str(theme(tmp_path / "theme", home=f"{{{{ {name} }}}}"))))
    assert name in said


def test_a_template_that_cannot_be_read_is_an_error_with_its_line(tmp_path: Path) -> None:
    said = one_line(build(tmp_path, THEME=str(theme(tmp_path / "theme", actor="\n\n{% if %}"))))
    assert "actor.html:3" in said


def test_a_failed_build_leaves_the_old_site_as_it_is(tmp_path: Path) -> None:
    before = build(tmp_path).everything()
    failed = build(tmp_path, THEME=str(theme(tmp_path / "theme", actor="{{ page.nothing }}")))
    assert failed.status != 0
    assert failed.everything() == before


def test_what_is_no_longer_built_is_gone(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "seeds", a=(ARTICLES / "visit.txt").read_text("utf-8"))
    assert build(tmp_path).status == 0
    built = build(tmp_path, seeds=seeds)
    assert [path for path in built.files() if "tariffs" in path] == []
    assert not (tmp_path / "output.new").exists()


def test_a_folder_that_holds_no_site_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "novel.txt").write_text("years of work", "utf-8")
    built = build(tmp_path)
    assert built.status != 0
    assert "not a site" in built.said
    assert built.files() == ["novel.txt"]


def test_the_root_of_all_folders_is_never_replaced(tmp_path: Path) -> None:
    assert "OUTPUT_PATH: / is no folder of a site" in one_line(build(tmp_path, OUTPUT_PATH="/"))


def test_a_folder_that_holds_the_seeds_is_never_replaced(tmp_path: Path) -> None:
    seeds = sow(tmp_path / "output" / "seeds", a="Text.")
    (tmp_path / "output" / "index.html").touch()
    built = build(tmp_path, seeds=seeds)
    assert built.status != 0
    assert "which a build replaces" in built.said
    assert built.files() == ["index.html", "seeds/a.txt"]


def test_editors_pages_stand_in_our_frame_with_links_that_work(tmp_path: Path) -> None:
    pages = content(
        tmp_path / "content",
        about="Title: About & such\n\n**We** link to [rules]({filename}rules.md).",
        rules="Title: Rules\nStatus: hidden\n\nNone.",
        later="Title: Later\nStatus: draft\n\nNot yet.",
    )
    built = build(tmp_path, content=pages)
    assert built.status == 0, built.said
    about = built.soup("about/index.html")
    assert about.select_one("main strong") is not None
    assert about.select('main a[href="../rules/"]')
    assert [link.get_text() for link in about.select("nav a")][-1] == "About & such"
    assert not [path for path in built.files() if "later" in path]
    assert built.dead_links() == []


def test_a_page_that_would_overwrite_ours_is_left_out_and_named(tmp_path: Path) -> None:
    pages = content(tmp_path / "content", actors="Title: Actors\n\nOurs.")
    built = build(tmp_path, content=pages)
    assert built.status == 0
    assert "actors.md" in built.said
    assert "Ours." not in built.read("actors/index.html")
    assert "Traceback" not in built.said


def test_no_article_of_pelicans_own_is_published(tmp_path: Path) -> None:
    pages = content(tmp_path / "content", about="Title: About\n\nText.")
    (pages / "stray.md").write_text("Title: Stray\nDate: 2025-01-01\n\nText.", "utf-8")
    built = build(tmp_path, content=pages)
    assert built.status == 0, built.said
    assert not [path for path in built.files() if "stray" in path or "feed" in path or "archives" in path]


def test_a_blog_and_drafts_in_content_are_named_and_nothing_is_broken(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "texts").mkdir(parents=True)
    (content / "blog").mkdir()
    (content / "blog" / "first.md").write_text("Title: First\nDate: 2020-01-01\n\nWords.\n", "utf-8")
    (content / "texts" / "about.md").write_text("Title: About\n\nWords.\n", "utf-8")
    (content / "texts" / "later.md").write_text("Title: Later\nStatus: draft\n\nWords.\n", "utf-8")
    built = build(tmp_path, "--fatal", "errors", content=content, PAGE_PATHS=["texts"], STATIC_PATHS=["files"])
    assert built.status == 0
    assert "content/blog/first.md: warning: outside of texts/: no part of the paper; move it to" in built.said
    assert "content/texts/, or build the blog by settings of its own" in built.said
    assert "content/texts/later.md: notice: a draft, not written" in built.said
    assert "1 notice, 1 warning, 0 files not built: see above" in built.said


def test_editors_words_go_over_what_was_found(tmp_path: Path) -> None:
    pages = content(tmp_path / "content", about="Title: About\n\nText.")
    (pages / "actors.yaml").write_text("actors:\n  - name: Zoë Carver\n    aliases: [Zoe Carver]\n", "utf-8")
    (pages / "corrections").mkdir()
    (pages / "corrections" / "bridge.txt.yaml").write_text("seed:\n  outlet: The Marhaven Mirror\n", "utf-8")
    (pages / "corrections" / "none.txt.yaml").write_text("seed:\n  outlet: X\n", "utf-8")
    built = build(tmp_path, content=pages)
    assert built.status == 0, built.said
    assert "Zoë Carver" in built.soup("actors/zoe-carver/index.html").get_text()
    assert "The Marhaven Mirror" in built.soup("briefings/index.html").get_text()
    assert "none.txt.yaml: warning: there is no seed of that name" in built.said


def test_a_site_that_only_has_the_plugin_is_built_as_before(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "post.md").write_text("Title: Post\nDate: 2025-01-01\n\nText.", "utf-8")
    conf = tmp_path / "pelicanconf.py"
    plain = f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\nTHEME = 'simple'\nTIMEZONE = 'UTC'\n"
    conf.write_text(plain + "PLUGINS = []\n", "utf-8")
    without = build(tmp_path, content=tmp_path / "content", conf=conf, ours=False)
    assert "post.html" in without.files()
    before = without.everything()
    shutil.rmtree(without.output)
    conf.write_text(plain + "PLUGINS = ['briefings']\n", "utf-8")
    built = build(tmp_path, content=tmp_path / "content", conf=conf, ours=False)
    assert built.status == 0
    assert built.files() == sorted(before)
    assert "briefing" not in built.said


def test_an_output_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").symlink_to("elsewhere", target_is_directory=True)
    for _ in range(2):
        built = build(tmp_path)
        assert built.status == 0, built.said
        assert (tmp_path / "output").is_symlink()
        assert (tmp_path / "elsewhere" / "index.html").is_file()


def test_the_error_of_a_broken_seed_names_no_place_in_the_program(tmp_path: Path) -> None:
    built = build(tmp_path, seeds=sow(tmp_path / "seeds", a=""))
    (line,) = [line for line in built.said.splitlines() if "could not be built" in line]
    assert line.rstrip().endswith("ERROR    1 of the files above could not be built; all others can")

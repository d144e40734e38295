"""The papers tell the truth: what they name exists, and what exists is named."""

import json
import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

import pytest
from pelican.settings import DEFAULT_CONFIG

from briefings.language.lexicon import FOLDER as LEXICON
from briefings.language.parsing import Model
from briefings.language.store import Store
from briefings.model import ActorKind, MeasureType, MentionForm, PublishedFrom, QuoteKind, Status
from briefings.site.data_files import file_names
from briefings.site.page_kinds import TEMPLATES
from briefings.site.views.addresses import CARD
from made import PAPER, ROOT, lay_paper
from made_newsroom import briefings_of_newsroom

PACKAGE = ROOT / "plugins" / "briefings"
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
RECORD = (ROOT / "docs" / "record.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
METHOD = ROOT / "docs" / "method.md"
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
(TARGETS,) = re.findall(r"^\.PHONY: (.*) FORCE$", MAKEFILE, re.MULTILINE)

each_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())


def briefings(*words: str, folder: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "briefings", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def subcommands() -> list[str]:
    return re.findall(r"^    (\w+) +\w", briefings("--help").stdout, re.MULTILINE)


@each_paper
def test_every_target_that_a_paper_names_can_be_made(paper: Path) -> None:
    named = re.findall(r"(?:`|^)make ([a-z]+)", paper.read_text("utf-8"), re.MULTILINE)
    assert set(named) <= set(TARGETS.split())


@each_paper
def test_every_link_of_a_paper_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", paper.read_text("utf-8"))
    local = [unquote(link.split("#")[0]) for link in links if not re.match(r"https?:|#", link)]
    places = {link: PAPER / "content/pages" if link.startswith("{filename}") else paper.parent for link in local}
    assert [link for link in local if not (places[link] / link.removeprefix("{filename}")).exists()] == []


@each_paper
def test_every_file_that_a_paper_names_exists(paper: Path) -> None:
    named = re.findall(r"`([\w./-]+\.(?:py|lock|in|sh|toml|json))`", paper.read_text("utf-8"))
    places = [ROOT, paper.parent, PACKAGE, *(folder for folder in PACKAGE.rglob("*") if folder.is_dir())]
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_the_readme_names_every_target_and_every_setting_of_make() -> None:
    assert [target for target in TARGETS.split() if f"`make {target}" not in README] == []
    settings = re.findall(r"^(\w+) \?=", MAKEFILE, re.MULTILINE)
    assert [name for name in settings if f"`{name}=" not in README] == []


def test_the_readme_names_every_command() -> None:
    assert sorted(re.findall(r"^\| `briefings (\w+)", README, re.MULTILINE)) == sorted(subcommands())


def test_every_command_explains_itself() -> None:
    for name in subcommands():
        told = briefings(name, "--help")
        assert told.returncode == 0
        assert "usage:" in told.stdout


def test_the_readmes_commands_on_facts_run(tmp_path: Path) -> None:
    folder = lay_paper(tmp_path)
    for line in re.findall(r"^\.venv/bin/python -m briefings (.+)$", README, re.MULTILINE):
        ran = briefings(*line.split(), folder=folder)
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout


def test_every_setting_of_our_own_is_in_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    settings = {**runpy.run_path("pelicanconf.py"), **runpy.run_path("publishconf.py")}
    ours = {name for name in settings if name.isupper() and name not in {*DEFAULT_CONFIG, "SITESUBTITLE", "TIMEZONE"}}
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))
    assert ours == documented
    source = (PACKAGE / "site" / "settings.py").read_text("utf-8")
    read = re.findall(r'"(BRIEFINGS_\w+|SOURCE_TEXT|MIN_CONFIDENCE)"', source)
    assert set(read) - {"BRIEFINGS_MODEL"} == documented  # that one is the environment's


def test_every_variable_of_the_environment_is_in_the_readme() -> None:
    sources = [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    read = {
        name for path in sources for name in re.findall(r'environ[^"\n]{0,6}"(BRIEFINGS_\w+)"', path.read_text("utf-8"))
    }
    assert read >= {"BRIEFINGS_MODEL", "BRIEFINGS_GOLD"}
    assert {name for name in read if f"`{name}" not in README} == set()


def test_every_room_is_in_the_drawing() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.is_dir() or path.suffix == ".py"} - {
        "__init__",
        "__pycache__",
    }
    assert {room for room in rooms if f"| `{room}` |" not in ARCHITECTURE} == set()


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\w[\w-]*\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert sorted(listed) == sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs" / "decisions" / "dependencies.md").read_text("utf-8").lower()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    listed = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    listed += re.findall(r"^[a-z].*", (ROOT / "requirements-test.in").read_text("utf-8"), re.MULTILINE)
    names = [match[0] for match in (re.match(r"[\w.-]+", one) for one in listed) if match]
    assert len(names) == len(listed)
    assert [name for name in names if f"`{name}`" not in reasons] == []


def test_the_method_page_is_what_the_script_writes() -> None:
    written = runpy.run_path(str(ROOT / "scripts" / "write_method.py"))["page"]()
    assert METHOD.read_text("utf-8") == written, "run `make docs`"


@pytest.mark.parametrize("own", [False, True])
def test_the_papers_copy_of_the_method_page_follows_until_it_has_words_of_its_own(tmp_path: Path, *, own: bool) -> None:
    place, copy = tmp_path / "docs" / "method.md", tmp_path / "content" / "pages" / "method.md"
    for path in (place, copy):
        path.parent.mkdir(parents=True)
        path.write_text("Title: Method\n" + "Ours.\n" * (own and path == copy), "utf-8")
    write = runpy.run_path(str(ROOT / "scripts" / "write_method.py"))["write"]
    written = list(write("Title: New\n", tmp_path))
    assert place.read_text("utf-8") == "Title: New\n"
    assert copy.read_text("utf-8") == ("Title: Method\nOurs.\n" if own else "Title: New\n")
    assert written[0] == "docs/method.md is written"
    assert written[1].startswith("content/pages/method.md " + ("has words of its own" if own else "is written"))
    copy.unlink()
    assert list(write("Title: New\n", tmp_path)) == written[:1]


def test_the_method_page_tells_every_rule_that_found_a_quote(model: Model, store: Store) -> None:
    method = METHOD.read_text("utf-8")
    rules = {quote.rule for one in briefings_of_newsroom(model, store).values() for quote in one.quotes}
    assert len(rules) > 5
    assert {rule for rule in rules if f"- `{rule}`: " not in method} == set()


def test_the_method_page_tells_every_type_and_status_of_measures() -> None:
    method = METHOD.read_text("utf-8")
    assert [name for name in get_args(MeasureType) if f"- **{name.capitalize()}**: " not in method] == []
    assert [status for status in get_args(Status) if status not in method] == []


def test_the_method_page_tells_every_lexicon() -> None:
    method = METHOD.read_text("utf-8")
    assert [path.stem for path in LEXICON.glob("*.txt") if f"- `{path.stem}`: " not in method] == []


def test_every_kind_of_page_is_in_the_papers_on_themes() -> None:
    themes = (ROOT / "docs" / "themes.md").read_text("utf-8")
    assert [kind.__name__ for kind in TEMPLATES if f"### {kind.__name__}\n" not in themes] == []


def test_every_kind_of_file_for_programs_is_in_the_papers_on_data_and_no_other() -> None:
    data = (ROOT / "docs" / "data.md").read_text("utf-8")
    documented = set(re.findall(r"^\| `…/([^`]+)` \|", data, re.MULTILINE))
    pictures = {f"{whose}/<slug>/{CARD}" for whose in ("briefings", "actors")}
    assert documented == {*file_names(), *pictures}


def test_every_paper_is_reached_from_the_readme() -> None:
    found = (*(ROOT / "docs").glob("*.md"), *ROOT.glob("*.md"))
    papers = {path.resolve() for path in found} - {ROOT / "README.md"}
    linked = {(ROOT / link.split("#")[0]).resolve() for link in re.findall(r"\]\(([^)\s]+)\)", README)}
    reached = linked | {ROOT / "CHANGELOG.md"}  # linked from CONTRIBUTING.md
    assert papers - reached == set()


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.txt")), ids=lambda path: path.stem)
def test_every_lexicon_says_at_its_head_what_it_is_for(path: Path) -> None:
    assert re.match(r"# \w.{20,}", path.read_text("utf-8"))


def keys(value: Any, at: str = "") -> set[str]:
    """Paths of all keys of a JSON value, whatever the entry of a list: {"quotes", "quotes.source", …}."""
    if isinstance(value, list):
        return {path for part in value for path in keys(part, at)}
    if isinstance(value, dict):
        return {f"{at}.{key}" for key in value} | {path for key in value for path in keys(value[key], f"{at}.{key}")}
    return set()


def test_the_record_is_as_documented(tmp_path: Path) -> None:
    record, names, linked = map(json.loads, re.findall(r"```json\n(.*?)```", RECORD, re.DOTALL))
    text = record["text"]
    assert [text[slice(*span)] for span in record["sentences"]] == [text[:49], text[50:]]
    assert text[slice(*record["quotes"][0]["content"][0])] == "“Orla is one again,”"
    assert text[slice(*record["measures"][0]["date_span"])] == "on Monday"
    printed = briefings("extract", "seeds", folder=lay_paper(tmp_path)).stdout.splitlines()[0]
    assert keys(record) == keys(json.loads(printed))
    answer = subprocess.run(
        [sys.executable, "-m", "briefings", "link"], input=json.dumps(names), capture_output=True, text=True, check=True
    )
    assert json.loads(answer.stdout) == linked


@pytest.mark.parametrize("words", [ActorKind, MentionForm, QuoteKind, MeasureType, Status, PublishedFrom])
def test_every_word_that_a_record_may_hold_is_documented(words: Any) -> None:
    assert [word for word in get_args(words) if not re.search(rf"\b{word}\b", RECORD)] == []

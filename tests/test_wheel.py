"""The wheel is all that a Pelican site needs: built, put into an environment that knows no checkout, and used there."""

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_string
from email.message import Message
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from briefings.language.parsing import Model
from made import ROOT
from made_build import ARTICLES, Built

PACKAGE, THEME = "pelican/plugins/briefings/", "pelican/plugins/briefings/theme/"
LINE = 'BRIEFINGS_SEEDS = "seeds"\n'  # the one that makes a Pelican site a site of briefings
POST = "Title: A post\nDate: 2025-01-01\n\nText of a blog.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """A virtual environment in which nothing leads to the checkout."""

    programs: Path

    def run(self, *command: str, cwd: Path, answers: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
        """Run one of its programs as from a fresh shell."""
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        environment = {**kept, "PATH": f"{self.programs}:/usr/bin:/bin", "COLUMNS": "200", **more}
        program = [str(self.programs / command[0]), *command[1:]]
        return subprocess.run(
            program, cwd=cwd, env=environment, input=answers, capture_output=True, text=True, check=False, timeout=1200
        )

    def pelican(self, site: Path, **more: str) -> Built:
        """Build the site as its owner would."""
        shutil.rmtree(site / "output", ignore_errors=True)
        ran = self.run("python", "-m", "pelican", "content", cwd=site, **more)
        said = re.sub(r"in [\d.]+ seconds|\[[\d:]+\]", "", ran.stdout + ran.stderr)
        return Built(output=site / "output", status=ran.returncode, said=said)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    words = ["wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), "."]
    subprocess.run([sys.executable, "-m", "pip", *words], cwd=ROOT, check=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return message_from_string(archive.read(name).decode("utf-8"))


def needed(metadata: Message) -> list[Requirement]:
    """What an installer brings along without being asked for extras."""
    found = map(Requirement, metadata.get_all("Requires-Dist") or [])
    return [one for one in found if one.marker is None or one.marker.evaluate({"extra": ""})]


def with_all_below(requirements: list[Requirement]) -> Iterator[Distribution]:
    """The installed distributions of `requirements`, theirs, and so on, each once."""
    waiting, seen = list(requirements), set()
    while waiting:
        one = waiting.pop()
        if one.name.lower() not in seen:
            seen.add(one.name.lower())
            found = distribution(one.name)
            yield found
            below = [Requirement(text) for text in found.requires or []]
            extras = one.extras or {""}
            waiting += [r for r in below if r.marker is None or any(r.marker.evaluate({"extra": e}) for e in extras)]


def put(installed: Distribution, packages: Path) -> None:
    """Bring a distribution into `packages` by links; Pelican as a copy, since plugins are put into it."""
    for top in {file.parts[0] for file in installed.files or [] if file.parts[0] not in ("..", "__pycache__")}:
        source = Path(str(installed.locate_file(top)))
        if top == "pelican":
            shutil.copytree(source, packages / top)
        elif not (packages / top).exists():
            (packages / top).symlink_to(source)


@pytest.fixture(scope="module")
def bare(metadata: Message, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """What the wheel asks for, and all below that, without the wheel."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(folder, symlinks=True)
    (packages,) = folder.glob("lib/python3*/site-packages")
    for installed in with_all_below(needed(metadata)):
        put(installed, packages)
    return Environment(programs=folder / "bin")


@pytest.fixture(scope="module")
def site(bare: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What pelican-quickstart makes of its own defaults, with a post."""
    folder = tmp_path_factory.mktemp("site")
    words = ["--path", ".", "--title", "My paper", "--author", "Ann", "--lang", "en"]
    ran = bare.run(
        "python", "-m", "pelican.tools.pelican_quickstart", *words, cwd=folder, answers="\n" * 4 + "n" + "\n" * 20
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (folder / "content" / "post.md").write_text(POST, "utf-8")
    return folder


@pytest.fixture(scope="module")
def before(bare: Environment, site: Path) -> tuple[Built, dict[str, bytes]]:
    """The site as Pelican builds it where there is no plugin."""
    built = bare.pelican(site)
    return built, built.everything()


@pytest.fixture(scope="module")
def environment(bare: Environment, wheel: Path, before: tuple[Built, dict[str, bytes]]) -> Environment:
    """The same environment, after the wheel was installed."""
    assert before[0].status == 0
    words = ["install", "--quiet", "--no-index", "--no-deps", "--no-compile", str(wheel)]
    pip = [sys.executable, "-m", "pip", "--python", str(bare.programs / "python"), *words]
    subprocess.run(pip, check=True)
    return bare


@pytest.fixture(scope="module")
def made(environment: Environment, site: Path, model: Model, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The quickstart site after one line more and an article."""
    folder = tmp_path_factory.mktemp("made") / "paper"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("output"))
    (folder / "seeds").mkdir()
    shutil.copy(ARTICLES / "bridge.txt", folder / "seeds")
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(LINE)
    return environment.pelican(folder, BRIEFINGS_MODEL=str(model.folder))


def test_the_wheel_holds_the_rooms_and_the_theme_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    rooms = {f.relative_to(ROOT / "plugins/briefings") for f in (ROOT / "plugins/briefings").rglob("*") if f.is_file()}
    theme = {f.relative_to(ROOT / "themes/briefings") for f in (ROOT / "themes/briefings").rglob("*") if f.is_file()}
    expected = {PACKAGE + path.as_posix() for path in rooms if "__pycache__" not in path.parts}
    assert names == expected | {THEME + path.as_posix() for path in theme}


def test_the_licence_of_the_theme_comes_along(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        licences = {name.split("/licenses/")[1] for name in archive.namelist() if "/licenses/" in name}
    assert licences == {"LICENSE", "themes/LICENSE", "themes/briefings/fonts/OFL.txt"}


def test_nothing_is_asked_for_that_building_a_site_does_not_need(metadata: Message) -> None:
    used = {"markdown"}  # Pelican reads pages written in it, where it is there
    for path in (ROOT / "plugins").rglob("*.py"):
        used |= {
            name.lower() for name in re.findall(r"^\s*(?:from|import) (\w+)", path.read_text("utf-8"), re.MULTILINE)
        }
    assert [one.name for one in needed(metadata) if re.split("[.-]", one.name)[0].lower() not in used] == []
    assert not {"ghp-import", "beautifulsoup4", "watchfiles"} & {one.name for one in needed(metadata)}


def test_no_checkout_is_in_reach(environment: Environment, tmp_path: Path) -> None:
    assert "No module named" in environment.run("python", "-c", "import briefings", cwd=tmp_path).stderr
    where = environment.run("python", "-c", "import pelican.plugins.briefings as p; print(p.__file__)", cwd=tmp_path)
    assert where.stdout.startswith(str(environment.programs.parent))


def test_a_site_that_makes_none_of_our_settings_is_built_as_before(
    before: tuple[Built, dict[str, bytes]], environment: Environment, site: Path
) -> None:
    built = environment.pelican(site)
    assert built.status == 0, built.said
    assert built.said == before[0].said
    assert built.everything() == before[1]


def test_a_site_that_merely_has_the_plugin_waits_for_nothing_heavy(environment: Environment, tmp_path: Path) -> None:
    heavy = ["spacy", "numpy", "trafilatura", "lxml", "feedparser", "multiprocessing.pool"]
    code = f"import sys, pelican.plugins.briefings as p; p.register(); print(*sys.modules.keys() & {set(heavy)!r})"
    ran = environment.run("python", "-c", code, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert not ran.stdout.split()


def test_one_line_makes_a_quickstart_site_a_site_of_briefings(made: Built) -> None:
    assert made.status == 0, made.said
    assert "Built 1 briefing" in made.said
    assert "SOURCE_TEXT = 'excerpt'" in made.said, "who says nothing shows little of others' words"
    assert {"index.html", "quotes/index.html", "404.html", "theme/css/site.css"} <= set(made.files())
    assert made.soup("index.html").title.get_text() == "My paper"  # type: ignore[union-attr]
    assert made.dead_links() == []


def test_nothing_of_pelicans_own_theme_or_feeds_is_in_it(made: Built) -> None:
    assert [name for name in made.files() if re.search(r"archives|tag|categor|author|(^|/)post|main\.css", name)] == []


def test_a_build_leaves_nothing_beside_the_site_but_the_store(made: Built, site: Path) -> None:
    left = {path.name for path in made.output.parent.iterdir()} - {path.name for path in site.iterdir()}
    assert left <= {"seeds", "output", ".store", "__pycache__"}


def test_the_settings_that_quickstart_publishes_with_serve_as_well(
    environment: Environment, made: Built, model: Model
) -> None:
    words = [
        "content",
        "-s",
        "publishconf.py",
        "-o",
        "public",
        "--fatal",
        "errors",
        "-e",
        'SITEURL="https://a.example"',
    ]
    folder = made.output.parent
    ran = environment.run("python", "-m", "pelican", *words, cwd=folder, BRIEFINGS_MODEL=str(model.folder))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (folder / "public" / "quotes" / "index.html").is_file()


def test_without_a_model_one_line_says_what_to_run(environment: Environment, made: Built) -> None:
    ran = environment.run("python", "-m", "pelican", "content", "-o", "none", cwd=made.output.parent)
    assert ran.returncode != 0
    (line,) = [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()]
    assert "python -m spacy download en_core_web_md" in line


def test_the_command_is_there(environment: Environment, made: Built, model: Model) -> None:
    folder = made.output.parent
    ran = environment.run("briefings", "show", "seeds", cwd=folder, BRIEFINGS_MODEL=str(model.folder))
    assert ran.returncode == 0, ran.stderr
    assert "Carver" in ran.stdout


def test_publishing_says_which_package_it_lacks(environment: Environment, made: Built) -> None:
    ran = environment.run("briefings", "publish", cwd=made.output.parent)
    assert ran.returncode == 1
    assert ran.stderr == "briefings: ghp-import is not installed: pip install 'pelican-briefings[publish]'\n"

"""What every test may ask for: parses by the installed model, the gold's folder."""

import os
from pathlib import Path

import pytest

from briefings.language.parsing import Model, find_model, parse
from briefings.language.store import Store, parse_key
from briefings.language.tree import Tree
from guard import sitecustomize
from made import ROOT, ParseText, article_of

# Programs that tests start are stopped at the paper's own files, too.
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, (str(Path(sitecustomize.__file__).parent), os.environ.get("PYTHONPATH")))
)


@pytest.fixture(scope="session")
def model() -> Model:
    """The language model that the build uses."""
    return find_model(os.environ.get("BRIEFINGS_MODEL"))


@pytest.fixture(scope="session")
def store() -> Store:
    """The checkout's own store: a test's sentences are parsed once, not at every run."""
    return Store(ROOT / ".store")


@pytest.fixture(scope="session")
def parse_text(model: Model, store: Store) -> ParseText:
    """Gives the tree of a text, parsed by the real model."""

    def tree(text: str) -> Tree:
        article = article_of(text)
        key = parse_key(model.id, article)
        found = store.get(key, article)
        if found is None:
            found = next(parse(model, [article]))
            store.put(key, found)
        return Tree(text, found)

    return tree


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of gold sets; skips, loudly, where it is absent."""
    folder = Path(os.environ.get("BRIEFINGS_GOLD", ROOT.parent / "shared" / "gold"))
    if not (folder / "run.py").is_file():
        pytest.skip(f"GOLD ABSENT: no {folder}/run.py; set BRIEFINGS_GOLD to measure accuracy")
    return folder


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything must be there (CI=true), a skipped test is a failure, but for absent gold."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    lacking = [report for report in reporter.stats.get("skipped", []) if "GOLD ABSENT" not in str(report.longrepr)]
    if lacking and os.environ.get("CI") == "true" and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in the last lines that something was not checked here."""
    skipped = len(terminalreporter.stats.get("skipped", []))
    if skipped:
        terminalreporter.write_line(
            f"NOT CHECKED HERE: {skipped} skipped; the lines SKIPPED below say why", yellow=True
        )

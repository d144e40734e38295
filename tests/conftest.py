"""What every test may ask for: parses by the installed model, the gold's folder."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest

from briefings.language.parsing import Model, find_model, parse
from briefings.language.store import Store, parse_key
from briefings.language.tree import Tree
from guard import sitecustomize
from made import ROOT, Bar, ParseText, article_of
from sizes import ALL

# These files take longest: begun last, one would hold up the end of a run while all other processes have nothing to do.
LONGEST = (
    "test_access", "test_gold", "test_widths", "test_links", "test_lists", "test_machines", "test_search", "test_html",
    "test_reading", "test_reach", "test_whole_site", "test_papers", "test_generator", "test_output", "test_modes",
    "test_lighthouse", "test_copying", "test_inside", "test_publishing", "test_makefile", "test_checking",
)  # fmt: skip

# Programs that tests start are stopped at the paper's own files, too.
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, (str(Path(sitecustomize.__file__).parent), os.environ.get("PYTHONPATH")))
)
os.environ["COLUMNS"] = "200"  # what they say is not folded


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make bench` holds what is measured to its bars; no other run depends on how fast a machine is."""
    parser.addoption("--bars", action="store_true", help="only what has a bar of time or memory, and hold it to that")
    parser.addoption("--full", action="store_true", help="all examples, pages and sizes, not a tenth (make test-all)")


def pytest_configure(config: pytest.Config) -> None:
    """All examples and sizes, or a tenth of them; how long one takes is the machine's."""
    most = ALL if config.option.full or config.option.bars else ALL // 10
    slow = [hypothesis.HealthCheck.too_slow]
    hypothesis.settings.register_profile("any machine", max_examples=most, deadline=None, suppress_health_check=slow)
    hypothesis.settings.load_profile("any machine")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With bars, only what has one is run; without them, not what is nothing else, nor sizes of `make test-all`."""
    kept, left = [], []
    for item in items:
        (kept if is_run(item, config) else left).append(item)
    config.hook.pytest_deselected(items=left)
    first = {name: place for place, name in enumerate(LONGEST)}
    items[:] = sorted(kept, key=lambda item: first.get(item.path.stem, len(first)))


def is_run(item: pytest.Item, config: pytest.Config) -> bool:
    """Whether this run looks at it."""
    alone = item.get_closest_marker("bench") is not None
    if config.option.bars:
        return alone or "bar" in getattr(item, "fixturenames", ())
    return not alone and (config.option.full or item.get_closest_marker("full") is None)


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether all sizes are looked at, not only some that stand for them."""
    return bool(pytestconfig.option.full)


@pytest.fixture
def bar(pytestconfig: pytest.Config) -> Bar:
    """A bar holds what is done within it to so many seconds of CPU, under `make bench`."""

    @contextmanager
    def held(seconds: float) -> Iterator[None]:
        began = time.process_time()
        yield
        spent = time.process_time() - began
        assert not pytestconfig.option.bars or spent < seconds, f"{spent:.1f} s, less than {seconds} are allowed"

    return held


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
    if reporter is None:
        return  # one of several processes: what they report together is judged where it is told
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

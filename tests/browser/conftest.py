"""Real sites, each built once and served on loopback under a sub-path, and a browser to look at them with."""

import functools
import json
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize, expect, sync_playwright

from browser.built import BuiltSite, Handler, Visit
from forked import run_module
from made import PAPER, ROOT

TOOLS = Path(__file__).parent / "node_modules"
PATIENCE = 300_000  # ms, of a machine that has other work to do
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """A folder whose folders are sites, each served on loopback under a sub-path of its name."""
    folder = tmp_path_factory.mktemp("sites")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield BuiltSite(folder=folder, url=f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


def build(
    served: BuiltSite, name: str, seeds: Path, content: Path, source_text: str = "full", **more: object
) -> BuiltSite:
    """Run Pelican as `make html` does, with `more` settings; the site is served under its name."""
    found = BuiltSite(folder=served.folder / name, url=f"{served.url}{name}/")
    settings = {"BRIEFINGS_SEEDS": str(seeds), "SITEURL": found.url.rstrip("/"), "SOURCE_TEXT": source_text} | more
    arguments = [str(content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(found.folder)]
    arguments += ["-e", *(f"{name}={json.dumps(value)}" for name, value in settings.items())]
    status, said = run_module("pelican", arguments, cwd=ROOT)
    assert status == 0, said
    return found


@pytest.fixture(scope="session")
def site(served: BuiltSite) -> BuiltSite:
    """The made-up newsroom, as `make demo` builds it: every kind of page, with much on it."""
    newsroom = ROOT / "tests" / "newsroom"
    return build(served, "demo", newsroom / "seeds", newsroom / "content")


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an editor begins with, and the method page as it is today."""
    folder = shutil.copytree(PAPER / "content", tmp_path_factory.mktemp("paper") / "content")
    shutil.copy(ROOT / "docs" / "method.md", folder / "pages")
    return folder


@pytest.fixture(scope="session")
def output(served: BuiltSite, content: Path) -> BuiltSite:
    """The site that an editor begins with, as `make html` builds it."""
    return build(served, "output", PAPER / "seeds", content)


@pytest.fixture(scope="session")
def sites(served: BuiltSite, site: BuiltSite, output: BuiltSite, content: Path) -> dict[str, BuiltSite]:
    """Both, and its seed and the three tiny articles with some and none of their source text."""
    seeds = served.folder / "seeds"
    seeds.mkdir()
    for article in [*(PAPER / "seeds").glob("*.txt"), *(ROOT / "tests" / "articles").glob("*.txt")]:
        shutil.copy(article, seeds)
    less = {mode: build(served, mode, seeds, content, mode) for mode in ("excerpt", "none")}
    return {"demo": site, "output": output, **less}


@pytest.fixture(params=["demo", "output", "excerpt", "none"])
def each_site(request: pytest.FixtureRequest, sites: dict[str, BuiltSite]) -> BuiltSite:
    """One of them after the other."""
    return sites[str(request.param)]


@pytest.fixture(scope="session")
def playing() -> Iterator[Playwright]:
    """Playwright, once."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playing: Playwright) -> Path:
    """Chromium: BRIEFINGS_CHROMIUM names it, else the system's, else Playwright's own."""
    named = os.environ.get("BRIEFINGS_CHROMIUM")
    found = Path(named or next(filter(None, map(shutil.which, CHROMIUMS)), playing.chromium.executable_path))
    if not found.is_file():
        pytest.skip("BROWSER ABSENT: no chromium; install it, or say BRIEFINGS_CHROMIUM=/path/to/chromium")
    return found


@pytest.fixture(scope="session")
def browser(playing: Playwright, chromium: Path) -> Iterator[Browser]:
    """One for all tests, without its sandbox, which containers lack: it opens nothing but our own pages."""
    switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    running = playing.chromium.launch(executable_path=chromium, args=switches, timeout=PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield running
    running.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens a page of the site in a context of its own; settings as for Playwright's new_context."""
    contexts: list[BrowserContext] = []

    def opened(address: str, width: int = 1280, **settings: Any) -> Page:
        size: ViewportSize = {"width": width, "height": 800}
        contexts.append(browser.new_context(viewport=size, reduced_motion="reduce", **settings))
        contexts[-1].set_default_timeout(PATIENCE)
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def npm_tools() -> Path:
    """The folder of the locked tools from npm."""
    return TOOLS


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the locked npm tools."""
    script = TOOLS / "axe-core" / "axe.min.js"
    if not script.is_file():
        pytest.skip("AXE ABSENT: npm ci --ignore-scripts --prefix tests/browser")
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def vnu() -> list[str]:
    """The command of the Nu HTML checker."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        pytest.skip("VNU ABSENT: npm ci --ignore-scripts --prefix tests/browser")
    if not shutil.which("java"):
        pytest.skip("JAVA ABSENT: the HTML checker needs a Java runtime (Debian: default-jre-headless)")
    return ["java", "-jar", str(jar)]

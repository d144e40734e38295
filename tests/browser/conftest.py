"""Real sites, each built once and served on loopback under a sub-path, and a browser to look at them with.

The sites are the same for all processes of a run, so their address is: each process has a server of its own, and tells
its browser where that listens.
"""

import functools
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize, expect, sync_playwright

from browser.built import BuiltSite, Handler, Visit
from forked import run_module
from made import PAPER, ROOT
from once import made_once, shared

TOOLS = Path(__file__).parent / "node_modules"
PATIENCE = 300_000  # ms, of a machine that has other work to do
HOST = "paper.localhost"  # for a browser as safe as https
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A folder whose folders are sites, each served under a sub-path of its name."""
    return BuiltSite(folder=shared(tmp_path_factory), url=f"http://{HOST}/")


@pytest.fixture(scope="session")
def port(served: BuiltSite) -> Iterator[int]:
    """Where this process serves them, on loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(served.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="session")
def switches(port: int) -> list[str]:
    """What Chromium is told at its start: without its sandbox, which containers lack: it opens our own pages only."""
    leads = f"--host-resolver-rules=MAP {HOST} 127.0.0.1:{port}"
    return ["--no-sandbox", "--disable-gpu", "--disable-background-networking", leads]


Built = Callable[..., BuiltSite]


@pytest.fixture(scope="session")
def built(served: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Runs Pelican as `make html` does, with `more` settings; the site is served under its name."""

    def site(name: str, seeds: Path, content: Path, **more: object) -> BuiltSite:
        found = BuiltSite(folder=served.folder / name, url=f"{served.url}{name}/")
        settings = {"BRIEFINGS_SEEDS": str(seeds), "SITEURL": found.url.rstrip("/"), "SOURCE_TEXT": "full"} | more

        def run(folder: Path) -> None:
            arguments = [str(content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(folder)]
            arguments += ["-e", *(f"{name}={json.dumps(value)}" for name, value in settings.items())]
            status, said = run_module("pelican", arguments, cwd=ROOT)
            assert status == 0, said

        made_once(tmp_path_factory, name, run)
        return found

    return site


@pytest.fixture(scope="session")
def site(built: Built) -> BuiltSite:
    """The made-up newsroom, as `make demo` builds it: every kind of page, with much on it."""
    newsroom = ROOT / "tests" / "newsroom"
    return built("demo", newsroom / "seeds", newsroom / "content")


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an editor begins with, and the method page as it is today."""
    folder = shutil.copytree(PAPER / "content", tmp_path_factory.mktemp("paper") / "content")
    shutil.copy(ROOT / "docs" / "method.md", folder / "pages")
    return folder


@pytest.fixture(scope="session")
def output(built: Built, content: Path) -> BuiltSite:
    """The site that an editor begins with, as `make html` builds it."""
    return built("output", PAPER / "seeds", content)


@pytest.fixture(scope="session")
def sites(
    built: Built, site: BuiltSite, output: BuiltSite, content: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, BuiltSite]:
    """Both, and its seed and the three tiny articles with some and none of their source text."""
    seeds = tmp_path_factory.mktemp("seeds")
    for article in [*(PAPER / "seeds").glob("*.txt"), *(ROOT / "tests" / "articles").glob("*.txt")]:
        shutil.copy(article, seeds)
    less = {mode: built(mode, seeds, content, SOURCE_TEXT=mode) for mode in ("excerpt", "none")}
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
def browser(playing: Playwright, chromium: Path, switches: list[str]) -> Iterator[Browser]:
    """One for all tests of a process."""
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

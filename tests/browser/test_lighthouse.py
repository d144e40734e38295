"""Lighthouse finds nothing to better on the seed's briefing; under make bench: a phone shows it within 1.2 seconds."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from browser.built import BuiltSite

pytestmark = pytest.mark.browser

CATEGORIES = ("accessibility", "best-practices", "seo")
PAINTED = 1200  # ms until the largest element stands, on Lighthouse's phone: 4 times slower, 1.6 Mbit/s, 150 ms away
RUNS = 3


@pytest.fixture
def lighthouse(npm_tools: Path, switches: list[str]) -> list[str]:
    """The command of Lighthouse, but for the address."""
    script = npm_tools / "lighthouse" / "cli" / "index.js"
    if not script.is_file():
        pytest.skip("LIGHTHOUSE ABSENT: npm ci --ignore-scripts --prefix tests/browser")
    quiet = ["--quiet", "--no-enable-error-reporting", "--output=json"]
    parts = (switch.partition("=") for switch in switches)
    flags = " ".join(["--headless=new", *(f"{name}='{value}'" if value else name for name, _, value in parts)])
    return ["node", str(script), *quiet, f"--chrome-flags={flags}"]


def report(lighthouse: list[str], chromium: Path, address: str, *categories: str) -> dict[str, Any]:
    """What it says of the page, as seen by a phone."""
    ran = subprocess.run(
        [*lighthouse, address, f"--only-categories={','.join(categories)}"],
        env={**os.environ, "CHROME_PATH": str(chromium)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def wanting(found: dict[str, Any]) -> dict[str, list[str]]:
    """The categories below 100, each with its audits that took something away."""
    return {
        name: [
            f"{audit['id']}: {found['audits'][audit['id']]['title']}"
            for audit in category["auditRefs"]
            if audit["weight"] and (found["audits"][audit["id"]]["score"] or 0) < 1
        ]
        for name, category in found["categories"].items()
        if category["score"] < 1
    }


def painted(found: dict[str, Any]) -> float:
    return float(found["audits"]["largest-contentful-paint"]["numericValue"])


def test_the_seeds_briefing_has_100_of_100_in_all_categories_that_no_clock_decides(
    output: BuiltSite, lighthouse: list[str], chromium: Path
) -> None:
    found = report(lighthouse, chromium, output.fullest("briefing"), *CATEGORIES)
    assert sorted(found["categories"]) == sorted(CATEGORIES)
    assert not wanting(found)


@pytest.mark.bench
def test_it_has_100_of_100_for_its_performance_and_is_painted_in_time(
    output: BuiltSite, lighthouse: list[str], chromium: Path
) -> None:
    for _ in range(RUNS):  # on a machine that has other work to do
        found = report(lighthouse, chromium, output.fullest("briefing"), "performance")
        if not wanting(found) and painted(found) < PAINTED:
            break
    print(f"Largest paint {painted(found):.0f} ms")
    assert not wanting(found)
    assert painted(found) < PAINTED

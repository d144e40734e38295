"""The specimen, with data as awkward as it comes: valid, accessible, nothing wider than a phone, every link lands."""

import json
import subprocess
from pathlib import Path

import pytest

from browser.built import BuiltSite, Visit
from browser.conftest import Built
from browser.test_access import Screen, each_screen, faults
from browser.test_widths import FONTS, set_in

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def specimen(built: Built, content: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where it is served, on a site that has nothing else."""
    return built("specimen", tmp_path_factory.mktemp("no-seeds"), content, BRIEFINGS_SPECIMEN=True).url + "specimen/"


def test_it_is_valid_html(served: BuiltSite, specimen: str, vnu: list[str]) -> None:
    page = served.folder / specimen.removeprefix(served.url) / "index.html"
    command = [*vnu, "--errors-only", "--format", "json", str(page)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(ran.stderr)["messages"] == []


@each_screen
def test_axe_finds_nothing(specimen: str, visit: Visit, axe: str, screen: Screen) -> None:
    page = visit(specimen, screen.width, color_scheme=screen.color_scheme)
    assert faults(axe, page, screen.rules) == []


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_is_wider_than_the_screen(specimen: str, visit: Visit, width: int) -> None:
    page = visit(specimen, width, bypass_csp=True)
    for font in FONTS:
        set_in(page, font)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, font


def test_search_engines_are_asked_to_leave_it(specimen: str, visit: Visit) -> None:
    assert visit(specimen).locator("meta[name=robots]").get_attribute("content") == "noindex"


def test_every_link_of_it_lands_on_it(specimen: str, visit: Visit) -> None:
    page = visit(specimen)
    lost = page.locator("main a").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
        ".filter((to) => !to.startsWith('#') || !document.getElementById(to.slice(1)))"
    )
    assert lost == []


def test_names_are_text_and_not_html(specimen: str, visit: Visit) -> None:
    page = visit(specimen)
    assert page.get_by_text("<b>Bold</b> & Sons").first.is_visible()
    assert page.locator("main b", has_text="Bold").count() == 0


def test_a_name_from_right_to_left_leaves_the_arrow_before_it(specimen: str, visit: Visit) -> None:
    page = visit(specimen)
    toward = page.locator(".ledger .toward", has_text="مها").first
    arrow, name = (toward.locator(part).first.bounding_box() for part in (".arrow", ".who"))
    assert arrow is not None
    assert name is not None
    assert arrow["x"] < name["x"]

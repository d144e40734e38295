"""What docs/themes.md promises to writers of themes is what templates get."""

import dataclasses
import re
from pathlib import Path

import pytest

from briefings.site import page_kinds
from briefings.site.shapes import list_lines as lines
from briefings.site.shapes import page_shapes, pages_of_actors, pages_of_briefings, pages_of_lists, parts

ROOT = Path(__file__).parent.parent
DOCS = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
TEMPLATES = ROOT / "themes" / "briefings" / "templates"
CLASSES = {
    name: found
    for module in (page_shapes, pages_of_actors, pages_of_briefings, pages_of_lists, lines, parts)
    for name, found in vars(module).items()
    if dataclasses.is_dataclass(found) and found.__module__ == module.__name__
}
DOCUMENTED = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", DOCS, re.MULTILINE | re.DOTALL))


def test_every_page_and_part_is_documented_and_nothing_else() -> None:
    assert sorted(DOCUMENTED) == sorted(CLASSES)


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_the_documented_fields_are_those_of_the_class(name: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", DOCUMENTED.get(name, ""), re.MULTILINE)
    assert rows == [field.name for field in dataclasses.fields(CLASSES[name])]


@pytest.mark.parametrize(("page", "template"), page_kinds.TEMPLATES.items())
def test_every_kind_of_page_has_its_template_documented(page: type, template: str) -> None:
    assert (TEMPLATES / template).is_file()
    assert f"`templates/{template}`" in DOCUMENTED[page.__name__]


def test_templates_are_those_of_pages_and_what_they_share() -> None:
    found = {template.name for template in TEMPLATES.glob("*.html")}
    assert found == {*page_kinds.TEMPLATES.values(), "base.html", "macros.html"}


def test_no_template_prints_unescaped_or_runs_a_script_but_the_themes_own_files() -> None:
    for template in TEMPLATES.glob("*.html"):
        text = template.read_text(encoding="utf-8")
        text = re.sub(r'<script type="module" src="{{ [a-z.]+ }}theme/js/[a-z]+\.js"></script>', "", text)
        assert not re.search(r"\|\s*safe|autoescape|<script|\bstyle=|\son\w+=|javascript:", text), template.name

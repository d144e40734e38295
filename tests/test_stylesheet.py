"""The look of the site is kept in layers, one file each, and travels as one."""

import re
from pathlib import Path

from briefings.site.assets.stylesheet import STYLESHEET, bare, stylesheet
from made import ROOT

THEME = ROOT / "themes" / "briefings"
LAYERS = sorted(path for path in (THEME / "css").glob("*.css") if path.stem != "_layers")


def test_every_layer_is_the_file_of_its_name_and_has_its_place_in_the_order() -> None:
    (order,) = re.findall(r"^@layer ([^{;]+);", (THEME / "css" / "_layers.css").read_text("utf-8"), re.MULTILINE)
    assert sorted(order.replace("\n", " ").split(", ")) == [layer.stem for layer in LAYERS]
    for layer in LAYERS:
        assert re.findall(r"^@layer (.*) \{$", layer.read_text("utf-8"), re.MULTILINE) == [layer.stem]


def test_every_rule_stands_in_its_layer() -> None:
    for layer in LAYERS:
        outside = re.sub(r"/\*.*?\*/|^@layer .*?^\}$", "", layer.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        assert outside.strip() == "", layer.name


def test_the_layers_travel_as_one_file_that_opens_with_their_order() -> None:
    ((path, joined),) = stylesheet(THEME)
    assert path == STYLESHEET
    assert f'href="{{{{ frame.root }}}}{STYLESHEET}"' in (THEME / "templates" / "base.html").read_text("utf-8")
    assert joined.decode().startswith("@layer reset, tokens, ")
    assert all(bare(layer.read_text("utf-8")) in joined.decode() for layer in LAYERS)


def test_comments_and_indents_stay_at_home_and_nothing_else_does() -> None:
    assert bare('/* why\n   so */\n\n@layer a {\n  b { c: "  d"; } /* e */\n}\n') == '@layer a {\nb { c: "  d"; } \n}\n'
    for layer in LAYERS:
        assert layer.read_text("utf-8").count("{") == bare(layer.read_text("utf-8")).count("{") > 0


def test_a_theme_without_layers_has_the_stylesheet_that_it_brings(tmp_path: Path) -> None:
    assert list(stylesheet(tmp_path)) == []


def test_all_colours_are_custom_properties() -> None:
    named = {"tokens.css", "paper.css"}  # paper has its own values for the same properties
    for layer in LAYERS:
        if layer.name not in named:
            assert re.findall(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", layer.read_text("utf-8")) == [], layer.name


def test_sides_are_those_of_the_text_so_that_pages_hold_from_right_to_left() -> None:
    physical = (
        r"[{;]\s*(?:(?:margin|padding|border)-(?:left|right)|left|right|(?:text-align|float|clear): (?:left|right))\b"
    )
    assert [layer.name for layer in LAYERS if re.search(physical, layer.read_text("utf-8"))] == []


def test_nothing_moves() -> None:
    moving = r"transition|animation|@keyframes|scroll-behavior"
    assert [layer.name for layer in LAYERS if re.search(moving, layer.read_text("utf-8"))] == []

"""What the weights promise: a table as the script writes it, a weight for every sign, and no list of phrases."""

import re

from briefings.language.lexicon import FOLDER
from briefings.seeds.cleaning.body_lines import choose
from briefings.seeds.cleaning.text_lines import read_lines
from briefings.seeds.cleaning.weighing import TABLE, own_signs, pressing_signs, weights

TEXT = "The mayor said no."


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    assert set(weights()) == {*own_signs(TEXT), *pressing_signs(2, said=True)}


def test_the_table_says_which_script_made_it() -> None:
    written = (FOLDER / f"{TABLE}.txt").read_text("utf-8")
    assert "scripts/learn_line_weights.py" in written
    assert re.fullmatch(r"(?:#.*\n)+\nsign \| weights\n(?:[\w ,]+ \| every -?\d+\n)+", written)


def test_what_other_lines_say_only_speaks_against_a_line() -> None:
    """Else cleaning a cleaned text could change it."""
    assert all(weights()[sign] <= 0 for sign in pressing_signs(2, said=True))


def test_other_weights_choose_other_lines() -> None:
    lines = read_lines("Home\n\nThe mayor of Lowbridge said on Monday that the bridge would open again.\n\nShare it")
    assert choose(lines) == (1,)
    assert choose(lines, dict.fromkeys(weights(), 0)) == (0, 1, 2)

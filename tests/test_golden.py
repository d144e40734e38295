"""Three articles become the site that was last looked at, file by file: a template's change is seen in review."""

from difflib import unified_diff

import pytest

from briefings.language.parsing import Model
from made_build import Built
from made_golden import built_golden, golden_files, normal, normal_files

SHOWN = 60  # lines of the difference; all of it is in `git diff` after `make accept`


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory, model: Model) -> Built:
    if "_md" not in model.id:
        pytest.skip(f"the golden site was made with en_core_web_md, this is {model.id}")
    return built_golden(tmp_path_factory.mktemp("golden"))


def test_the_site_is_the_one_that_was_last_looked_at(golden: Built) -> None:
    assert golden.status == 0, golden.said
    found, expected = normal_files(golden), golden_files()
    changes = [
        line
        for path in sorted(found.keys() | expected.keys())
        for line in unified_diff(
            expected.get(path, "").splitlines(), found.get(path, "").splitlines(), path, path, n=1, lineterm=""
        )
    ]
    shown = "\n".join(changes[:SHOWN])
    assert not changes, f"if the change is for the better, run `make accept` and read the difference\n{shown}"


def test_it_shows_every_kind_of_quote_and_several_measures(golden: Built) -> None:
    quotes, measures = golden.read("quotes/quotes.csv"), golden.read("measures/measures.csv")
    assert all(f",{kind}," in quotes for kind in ("direct", "mixed", "indirect"))
    assert len(measures.splitlines()) > 5


def test_no_link_of_it_is_dead(golden: Built) -> None:
    assert golden.dead_links() == []


def test_how_a_template_is_indented_makes_no_difference_but_a_blank_between_words_does() -> None:
    assert normal("a.html", "<p>\n    <b>One</b>\n</p>") == normal("a.html", "<p> <b>One</b>\n</p>\n")
    assert normal("a.html", "<b>One</b> two") != normal("a.html", "<b>One</b>two")


def test_a_place_in_the_text_is_one_line_of_a_record() -> None:
    assert '"span": [3, 14]' in normal("a.json", '{"span": [3, 14]}')

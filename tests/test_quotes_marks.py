"""Quotation marks: which words stand inside them, whatever marks they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extraction.grammar.quotation import Regions
from made import Bar
from sizes import tried


def inside(text: str) -> list[str]:
    return [text[region.span.start : region.span.end] for region in Regions(text).items]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Yes," he said. "No," she said.', ['"Yes,"', '"No,"']),
        ("“Yes,” he said.", ["“Yes,”"]),
        ("”Yes,” he said.", ["”Yes,”"]),
        ("„Yes,“ he said.", ["„Yes,“"]),
        ("«Yes,» he said.", ["«Yes,»"]),
        ("``Yes,'' he said.", ["``Yes,''"]),
        ("‘It isn’t so,’ he said.", ["‘It isn’t so,’"]),
        ("'It isn't so,' he said.", ["'It isn't so,'"]),
        ("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”"]),
        ('"He said "no" twice," she said.', ['"He said "no" twice,"']),
        ("the players' hall in the '90s", []),
        ("rock 'n' roll", []),
        ('six feet 2" tall', []),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, found: list[str]) -> None:
    assert inside(text) == found


def test_an_odd_mark_reaches_to_the_end_of_its_paragraph_and_no_further() -> None:
    assert inside("He said: “Yes. And left.\n\n“No,” she said.") == ["“Yes. And left.", "“No,”"]


def test_an_odd_mark_before_a_small_letter_is_a_slip() -> None:
    assert inside("The sign read “closed and no one came.\n\n“No,” she said.") == ["“No,”"]


def test_an_odd_mark_before_whole_pairs_costs_nothing() -> None:
    assert inside('An odd " mark. "Fine," she said. "Good."') == ['"Fine,"', '"Good."']


def test_a_quotation_goes_on_where_the_next_paragraph_only_closes_it() -> None:
    assert inside("“One.\n\nTwo,” she said.") == ["“One.", "Two,”"]


@given(st.text(alphabet="ab \"'“”‘’«»`.,\n", max_size=120))
def test_regions_are_ordered_apart_and_inside_one_paragraph(text: str) -> None:
    regions = Regions(text)
    end = 0
    for region in regions.items:
        assert end <= region.span.start < region.span.end <= len(text)
        assert region.span.start <= region.inner.start <= region.inner.end <= region.span.end
        assert "\n" not in text[region.span.start : region.span.end]
        end = region.span.end
        assert regions.number_at(region.span.start) == regions.items.index(region)


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "“”", "‘a’ "])
def test_marks_by_the_ten_thousand_take_no_longer_than_their_number(mark: str, bar: Bar) -> None:
    with bar(5):
        Regions(mark * tried(20_000))
        Regions((mark + "a ") * tried(20_000))

"""Fifteen dumps of made-up pages: what is chosen of them is the body, whatever the page puts around and amid it."""

from collections import Counter

import pytest

from briefings.model import Article, Seed
from briefings.seeds.cleaning.cleaning import clean
from briefings.seeds.dating.datelines import after_dateline
from made_dumps import dumps

DUMPS = dumps()
ENDS = {"touching lines": "\n", "blank lines between": "\n\n"}
GOOD = 0.83  # mean F1 of runs of four words; these dumps are shorter and worse than real ones


def cleaned(raw: str) -> Article:
    return clean(Seed(path="x.txt", sha256="0" * 64, encoding="utf-8", raw=raw))


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = text.split()
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def likeness(found: Counter[tuple[str, ...]], wanted: Counter[tuple[str, ...]]) -> float:
    return 2 * (found & wanted).total() / (found.total() + wanted.total())


@pytest.mark.parametrize("end", ENDS)
def test_most_of_what_is_chosen_is_the_body_and_most_of_the_body_is_chosen(end: str) -> None:
    rated = {
        name: likeness(runs(cleaned(raw.replace("\n", ENDS[end])).text), runs(" ".join(map(after_dateline, body))))
        for name, raw, body in DUMPS
    }
    assert len(rated) == 15
    assert sum(rated.values()) / 15 >= GOOD, rated


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(("name", "raw", "body"), DUMPS, ids=[name for name, _, _ in DUMPS])
def test_cleaning_a_cleaned_dump_changes_nothing(name: str, raw: str, body: list[str], end: str) -> None:
    once = cleaned(raw.replace("\n", ENDS[end]))
    assert cleaned(once.text).text == once.text, name
    assert set(once.text.split("\n\n")) & set(map(after_dateline, body))
    for text, seed, length in once.origin:
        assert once.text[text : text + length] == once.seed.raw[seed : seed + length]


def test_whether_the_lines_of_a_dump_touch_makes_no_difference() -> None:
    same = [cleaned(raw).text == cleaned(raw.replace("\n", "\n\n")).text for _, raw, _ in DUMPS]
    assert sum(same) >= 13


def test_a_short_sentence_that_ends_the_article_is_kept() -> None:
    body = "The mayor of Lowbridge told reporters on Monday that the bridge, closed for a year, would open in June."
    raw = f"Bridge opens\n\n{body}\n\nNobody was hurt.\n\nShare it\n\nMost read"
    assert cleaned(raw).text == f"{body}\n\nNobody was hurt."

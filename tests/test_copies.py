"""A copy is an article's text under a second name, word for word, and nothing less."""

import pytest

from briefings.model import Seed
from briefings.newsroom.copies import copies
from briefings.seeds.cleaning import clean, keep

BODY = "Mayor Ada Quill sacked Bram Oster, the head of the harbour board, on Monday.\n\nOster said he would appeal."


def seed(path: str, raw: str) -> Seed:
    return Seed(path=path, sha256="0" * 64, encoding="utf-8", raw=raw)


@pytest.mark.parametrize(
    "other",
    [
        BODY,
        BODY.replace("\n\n", "\r\n\r\n").replace(" the", "  the"),
        f"Port chief is out\n\n{BODY}",
        f"PORT ELLERY (Orla Courier) — {BODY}",
    ],
    ids=["the same", "white space", "a headline", "a dateline"],
)
def test_headline_dateline_and_white_space_make_no_other_article(other: str) -> None:
    (fault,) = copies([clean(seed("a.txt", BODY)), clean(seed("b.txt", other))])
    assert (fault.path, fault.broken) == ("b.txt", False)
    assert fault.reason == "the same text, word for word, as a.txt"


def test_one_word_less_is_another_article() -> None:
    assert not list(copies([clean(seed("a.txt", BODY)), clean(seed("b.txt", BODY.replace("Bram ", "")))]))


def test_of_three_the_first_is_the_original() -> None:
    found = copies([keep(seed(name, BODY)) for name in ("a.txt", "b.txt", "c.txt")])
    assert [(fault.path, fault.reason.rpartition(" ")[2]) for fault in found] == [
        ("b.txt", "a.txt"),
        ("c.txt", "a.txt"),
    ]

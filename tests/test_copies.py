"""A copy is an article under a second name: word for word, or cut, or with other words here and there."""

import random
import time
from pathlib import Path

import pytest

from briefings.model import Seed
from briefings.newsroom.copies import copies, group_copies
from briefings.seeds.cleaning import clean, keep
from briefings.seeds.gathering import gather
from made import ROOT

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


def test_one_word_less_in_a_notice_is_another_article() -> None:
    assert not list(copies([clean(seed("a.txt", BODY)), clean(seed("b.txt", BODY.replace("Bram ", "")))]))


def test_of_three_the_first_is_the_original() -> None:
    found = copies([keep(seed(name, BODY)) for name in ("a.txt", "b.txt", "c.txt")])
    assert [(fault.path, fault.reason.rpartition(" ")[2]) for fault in found] == [
        ("b.txt", "a.txt"),
        ("c.txt", "a.txt"),
    ]


NEWS = {
    Path(article.seed.path).stem: article.text for article in gather([ROOT / "tests" / "newsroom" / "seeds"]).articles
}
SYNDICATED = {"2031-03-09-harbour-news-shelling", "2031-03-10-irandol-observer-shelling-copy"}
VARIANTS = 8  # of each of 25 articles: 200


def variant(text: str, chance: random.Random) -> str:
    """Another headline and dateline, 3 % of its words dropped, and in half of the cases cut to 60 %."""
    words = [word for word in text.split(" ") if chance.random() >= 0.03]
    kept = words[: round(0.6 * len(words))] if chance.random() < 0.5 else words
    return f"Another headline for page {chance.randrange(99)}\n\nSOMEWHERE ELSE, May 5 (Agency) — {' '.join(kept)}"


def made_up() -> list[tuple[str, str]]:
    """The articles of the made-up newsroom, each with its variants, in no order."""
    chance = random.Random(7)  # noqa: S311  # the same each time
    originals = sorted(set(NEWS) - {max(SYNDICATED)})
    dumps = [(name, NEWS[name]) for name in originals]
    dumps += [(name, variant(NEWS[name], chance)) for name in originals for _ in range(VARIANTS)]
    chance.shuffle(dumps)
    return dumps


def test_200_variants_are_all_found_and_no_two_articles_are_merged() -> None:
    dumps = made_up()
    assert len(dumps) == 25 + 200
    groups = group_copies([clean(seed(name, text)).text for name, text in dumps])
    assert [len({dumps[one][0] for one in group.members}) for group in groups] == [1] * 25
    assert {len(group.members) for group in groups} == {1 + VARIANTS}
    assert all(dumps[group.fullest][1] == NEWS[dumps[group.fullest][0]] for group in groups)


def test_in_the_made_up_newsroom_only_the_syndicated_article_is_a_copy() -> None:
    names = sorted(NEWS)
    groups = group_copies([NEWS[name] for name in names])
    assert [{names[one] for one in group.members} for group in groups] == [SYNDICATED]


def test_what_is_cut_is_the_copy_of_the_fullest_whichever_comes_first() -> None:
    whole = NEWS["2031-06-03-kasolo-daily-trial"]
    cut = whole[: len(whole) // 2].rpartition(" ")[0]
    for first, second in ((whole, cut), (cut, whole)):
        (fault,) = copies([keep(seed("a.txt", first)), keep(seed("b.txt", second))])
        assert fault.path == ("b.txt" if second == cut else "a.txt")
        assert fault.reason.startswith("the same article as ")


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["a", "a"], ["…", "…"]])
def test_texts_without_a_run_are_compared_whole(texts: list[str]) -> None:
    assert len(group_copies(texts)) == (texts == ["a", "a"])


def test_10_000_articles_and_10_000_copies_of_one_take_seconds() -> None:
    chance = random.Random(1)  # noqa: S311  # the same each time
    words = [f"w{number}" for number in range(2_000)]
    different = [" ".join(chance.choices(words, k=120)) for _ in range(10_000)]
    for texts, groups in ((different, 0), (different[:1] * 10_000, 1)):
        began = time.process_time()
        assert len(group_copies(texts)) == groups
        assert time.process_time() - began < 20

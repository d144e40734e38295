"""A copy is an article under a second name: word for word, or cut, or with other words here and there."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Seed
from briefings.newsroom.affairs.copies import group_copies
from briefings.seeds.cleaning.cleaning import clean
from briefings.seeds.gathering import gather_seeds
from made import ROOT, Bar
from sizes import tried

BODY = "Mayor Ada Quill sacked Bram Oster, the head of the harbour board, on Monday.\n\nOster said he would appeal."


def cleaned(text: str) -> str:
    return clean(Seed(path="a.txt", sha256="0" * 64, encoding="utf-8", raw=text)).text


def are_copies(one: str, other: str) -> bool:
    return len(group_copies([cleaned(one), cleaned(other)])) == 1


@pytest.mark.parametrize(
    "other",
    [
        BODY,
        BODY.replace("\n\n", "\r\n\r\n").replace(" the", "  the"),
        f"Port chief is out\n\n{BODY}",
        f"PORT ELLERY (Orla Courier) — {BODY}",
        BODY.replace(",", ";"),
    ],
    ids=["the same", "white space", "a headline", "a dateline", "other marks"],
)
def test_headline_dateline_marks_and_white_space_make_no_other_article(other: str) -> None:
    assert are_copies(BODY, other)


def test_one_word_less_in_a_notice_is_another_article() -> None:
    assert not are_copies(BODY, BODY.replace("Bram ", ""))


def test_a_notice_that_another_has_whole_is_its_copy() -> None:
    assert are_copies(BODY, f"{BODY}\n\nThe council meets on Friday to choose another head for the board.")


NEWS = {
    Path(article.seed.path).stem: article.text
    for article in gather_seeds([ROOT / "tests" / "newsroom" / "seeds"]).articles
}
SYNDICATED = {"2031-03-09-harbour-news-shelling", "2031-03-10-irandol-observer-shelling-copy"}
ORIGINALS = sorted(set(NEWS) - {max(SYNDICATED)})
Change = Callable[[str, random.Random], str]


def drop_words(text: str, chance: random.Random) -> str:
    return " ".join(word for word in text.split(" ") if chance.random() >= 0.03)


def cut(text: str, _: random.Random) -> str:
    words = text.split(" ")
    return " ".join(words[: round(0.6 * len(words))])


def redate(text: str, chance: random.Random) -> str:
    return f"SOMEWHERE ELSE, May {chance.randrange(1, 32)} (Agency) — {text}"


def rename(text: str, chance: random.Random) -> str:
    return f"Another headline for page {chance.randrange(99)}\n\n{text}"


VARIANTS: tuple[tuple[Change, ...], ...] = (
    (redate,),
    (drop_words,),
    (cut,),
    (rename,),
    (drop_words, cut),
    (cut, redate, rename),
    (drop_words, redate, rename),
    (drop_words, cut, redate, rename),
)  # of each of 25 articles: 200


def variant(name: str, number: int) -> str:
    text, chance = NEWS[name], random.Random(f"{name} {number}")  # noqa: S311  # the same each time
    for change in VARIANTS[number]:
        text = change(text, chance)
    return text


def shuffled(texts: list[tuple[str, str]], seed: int) -> list[tuple[str, str]]:
    return random.Random(seed).sample(texts, len(texts))  # noqa: S311


@pytest.mark.parametrize("are_clean", [True, False], ids=["cleaned", "as they are"])
def test_200_variants_are_all_found_and_no_two_articles_are_merged(*, are_clean: bool) -> None:
    dumps = [(name, NEWS[name]) for name in ORIGINALS]
    dumps += [(name, variant(name, number)) for name in ORIGINALS for number in range(len(VARIANTS))]
    assert len(dumps) == 25 + 200
    for seed in range(3):
        texts = shuffled(dumps, seed)
        groups = group_copies([cleaned(text) if are_clean else text for _, text in texts])
        assert [len({texts[one][0] for one in group.members}) for group in groups] == [1] * 25
        assert {len(group.members) for group in groups} == {1 + len(VARIANTS)}


def test_cut_or_with_words_left_out_it_is_never_the_fullest() -> None:
    texts = [variant(name, number) for name in ORIGINALS for number in (1, 2, 4)] + [NEWS[name] for name in ORIGINALS]
    assert {texts[group.fullest] for group in group_copies(texts)} == {NEWS[name] for name in ORIGINALS}


def test_in_the_made_up_newsroom_only_the_syndicated_article_is_a_copy() -> None:
    names = sorted(NEWS)
    groups = group_copies([NEWS[name] for name in names])
    assert [{names[one] for one in group.members} for group in groups] == [SYNDICATED]


FORMS = {
    "weather": (
        "{town} can expect a mild {day} with temperatures of up to {a} degrees in the afternoon, the weather office "
        "said. Winds from the {wind} will reach {b} kilometres an hour along the coast by the evening. Sailors "
        "are asked to check the notices in the harbour before they leave. The night stays dry, with lows of {c} "
        "degrees inland, and the outlook for the rest of the week is unchanged, the office said in its daily report."
    ),
    "market": (
        "The {town} index closed {a} per cent higher on {day} at {b}{c}0 points, led by banks and ships. {person} of "
        "{firm} said that investors were waiting for figures on growth. Shares of {firm} rose {c} per cent, those of "
        "its rivals were little changed. Trade was thin ahead of the holiday, and the volume of {b} million shares was "
        "below the average of the past month. The currency was steady against those of its neighbours."
    ),
    "court": (
        "A court in {town} sentenced {person} to {a} years in prison on {day} for fraud. Judge {judge} said that the "
        "accused had shown no remorse. The prosecution had asked for {b} years. The defence said that it would appeal "
        "against the sentence within the time that the law allows. According to the charges {person} had taken {c} "
        "thousand crowns from the accounts of {firm}, where the accused had worked for several years."
    ),
    "match": (
        "{town} beat their guests by {a} goals to {c} on {day} in front of {b} thousand people. {person} opened the "
        "score before the break, and the guests never found a way back into the game. “We were the better side and we "
        "deserved the points,” coach {judge} said after the final whistle. The team stays in the upper half of the "
        "table and travels to the coast next week, where it has not won for {c} years."
    ),
}
FILLINGS = (
    {"town": "Veda", "day": "Monday", "person": "Ada Quill", "judge": "Oster", "firm": "Lund Steel", "wind": "west"},
    {"town": "Orla", "day": "Tuesday", "person": "Bram Kole", "judge": "Pradel", "firm": "Norden Bank", "wind": "east"},
    {"town": "Tarn", "day": "Friday", "person": "Ivo Szarka", "judge": "Amadi", "firm": "Brix", "wind": "south-west"},
)


@pytest.mark.parametrize("form", FORMS)
def test_reports_of_one_form_that_tell_different_things_are_different_articles(form: str) -> None:
    texts = [
        FORMS[form].format(a=3 + number, b=20 + 7 * number, c=12 + 5 * number, **filling)
        for number, filling in enumerate(FILLINGS)
    ]
    assert group_copies(texts) == ()


BACKGROUND = (
    "The two states broke off relations three years ago after a quarrel over fishing rights in the strait. Envoys of "
    "both met in secret last winter, and a first round of talks ended in June without a result."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Ruvania sent a ship with grain to Orla on Monday, the harbour master said. The ship, the first in a year, "
            f"is to be unloaded by the end of the week. {BACKGROUND}",
            "Orla turned back a Ruvanian ship with grain on Thursday. The mayor said that the papers of the crew had "
            f"expired and that nobody had asked for leave to land. {BACKGROUND}",
            id="the same background",
        ),
        pytest.param(
            "A fire destroyed the old grain hall in Veda harbour on Monday night. Nobody was hurt, but the flames were "
            "seen for miles. Firemen fought them until dawn with water from the basin, and police said that they "
            "were looking for two men who had been seen near the hall shortly before.",
            "The old grain hall of Veda burned down overnight. There were no injuries, said the fire chief, whose men "
            "needed six hours to put out the blaze. The police want to speak to a pair of men whom witnesses noticed "
            "in the harbour on Monday evening, not long before the alarm.",
            id="the same event in other words",
        ),
        pytest.param(
            "“We will not leave this table before there is a deal,” Carver said in Orla on Monday. The talks go into "
            "their ninth day. Farmers blocked two roads, and the price of grain rose by a tenth. The union of port "
            "workers called off a strike that it had planned for the end of the week, its chairman said.",
            "Carver has promised to stay: “We will not leave this table before there is a deal,” she said. An analysis "
            "of nine days of talks shows how far apart the sides are on tariffs, on quotas and on who is to watch over "
            "both. Three of the five chapters are closed; the fourth, on fish, has not even been opened.",
            id="the same quote",
        ),
    ],
)
def test_reports_of_one_thing_by_two_writers_are_different_articles(one: str, other: str) -> None:
    assert group_copies([one, other]) == ()


def test_what_is_brought_up_to_date_is_a_copy() -> None:
    text = NEWS["2031-06-03-kasolo-daily-trial"]
    rest = text.partition("\n\n")[2]
    (group,) = group_copies([text, f"The trial went into its second hour as more people came.\n\n{rest}"])
    assert group.members == (0, 1)


@pytest.mark.parametrize("mark", ["...", "…", " […]", " [...]"])
def test_the_stub_of_an_article_is_its_copy_also_where_it_breaks_off_inside_a_word(mark: str) -> None:
    text = NEWS["2031-03-04-tarn-herald-embargo"]
    for length in (90, 150, 250, 600):
        assert are_copies(text, text[:length] + mark)


def test_a_list_of_links_is_no_copy_of_what_it_links() -> None:
    links = "\n\n".join(" ".join(text.split()[:9]) for text in NEWS.values())
    assert not any(len(NEWS) in group.members for group in group_copies([*NEWS.values(), links]))


def test_words_that_stand_in_many_articles_make_no_copies() -> None:
    foot = (
        "About us: the press office of the Orla harbour board publishes notices for captains and crews. You receive "
        "this letter since you asked for it. To get no more of them, write to the office. All rights reserved. Nothing "
        "of this may be printed elsewhere without the leave of the board. " * 3
    )
    texts = [f"{text} {foot}" for text in NEWS.values()]
    names = list(NEWS)
    assert [{names[one] for one in group.members} for group in group_copies(texts)] == [SYNDICATED]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["a", "a"], ["…", "…"], ["a b c", "a b c d"]])
def test_texts_without_a_run_are_compared_whole(texts: list[str]) -> None:
    assert len(group_copies(texts)) == (texts == ["a", "a"])


PIECES = sorted({piece for name in ORIGINALS[:3] for piece in NEWS[name].split("\n\n")})


@given(
    st.lists(
        st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("\n\n".join), min_size=2, max_size=8
    ).flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(range(len(texts)))))
)
def test_the_order_of_texts_changes_neither_groups_nor_the_fullest(told: tuple[list[str], list[int]]) -> None:
    texts, order = told
    again = [texts[one] for one in order]
    assert sorted(
        (sorted(texts[one] for one in group.members), texts[group.fullest]) for group in group_copies(texts)
    ) == (sorted((sorted(again[one] for one in group.members), again[group.fullest]) for group in group_copies(again)))


def test_articles_and_copies_of_one_by_the_ten_thousand_take_seconds(bar: Bar) -> None:
    chance = random.Random(1)  # noqa: S311  # the same each time
    words = [f"w{number}" for number in range(2_000)]
    count, other = tried(10_000), tried(10_000) - 1
    different = [" ".join(chance.choices(words, k=120)) for _ in range(count)]
    near = [
        re.sub("w1.*", "", different[0], count=1) + " " + " ".join(chance.choices(words, k=20)) for _ in range(other)
    ]
    one_foot = [f"{text} {different[0]}" for text in different]
    for texts in (different, different[:1] * count, near, one_foot):
        with bar(20):
            group_copies(texts)

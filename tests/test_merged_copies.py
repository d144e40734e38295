"""An article and its copies are one briefing: from the fullest text, with what editors say of all of its seeds."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extraction.unread import unread
from briefings.language.parsing import Model
from briefings.language.store import Store
from briefings.model import Article, Briefing, Published, Seed, Span
from briefings.newsroom.affairs.merged_copies import Merged, merge, with_copies
from briefings.newsroom.editing.corrections import CopyCorrection, Corrections
from briefings.newsroom.editing.desk import corrected, lay_out
from briefings.seeds.overriding import Override
from briefings.work import compile_briefings

QUARREL = (
    "Norland expelled two envoys of Sudland on Monday after a quarrel over the price of a new crane that the harbour "
    "board of Port Ellery had ordered from the neighbours without asking the town first."
)
LIE = (
    "“The board has lied to this town,” Mayor Ada Quill told reporters at the quay. Bram Oster, the head of the board, "
    "said that the crane had been on the town's own list for years."
)
STRIKE = "The harbour workers’ union called for a strike on Friday, and two ships with grain were sent on to Veda."
PARAGRAPHS = (QUARREL, LIE, STRIKE)
WHOLE = "\n\n".join(PARAGRAPHS)
CUT = "\n\n".join(PARAGRAPHS[:2])
OTHER = (
    "Rain fell on the fields of Orla for the ninth day, and farmers said that the barley was lost. “We have seen "
    "nothing like it since the year of the flood,” said Ivo Brix, who chairs their league, and he asked for help."
)


def article(path: str, text: str = WHOLE, day: str | None = None, **more: object) -> Article:
    values: dict[str, object] = {
        "seed": Seed(path=f"seeds/{path}", sha256="0" * 64, encoding="utf-8", raw=text),
        "title": None,
        "text": text,
        "paragraphs": (Span(0, len(text)),),
        "origin": (),
        "published": Published(date=day, source="metadata" if day else "unknown", how=None),
    }
    return Article(**(values | more))  # type: ignore[arg-type]


def said(**copy_of: str | None) -> dict[str, Corrections]:
    return {
        f"{name}.txt": Corrections(
            path=f"{name}.txt.yaml", seed=Override(), copy_of=CopyCorrection(seed=seed and f"{seed}.txt", line=3)
        )
        for name, seed in copy_of.items()
    }


def groups(merged: Merged) -> dict[str, list[str]]:
    """Name of each base → its copies."""
    return {
        base.seed.path[6:-4]: [copy.seed.path[6:-4] for copy in copies]
        for base, copies in zip(merged.articles, merged.copies, strict=True)
    }


THREE = (article("cut.txt", CUT), article("whole.txt", WHOLE), article("other.txt", OTHER))


def test_the_fullest_text_is_the_base_and_the_order_of_articles_stays() -> None:
    assert groups(merge(THREE, {})) == {"whole": ["cut"], "other": []}


def test_each_copy_is_told_with_whose_it_is_and_how() -> None:
    found = merge((*THREE, article("twice.txt", WHOLE.replace(".", ""))), {})
    assert [(fault.path, fault.reason, fault.broken) for fault in found.twice] == [
        ("seeds/cut.txt", "a copy of seeds/whole.txt, cut, or in other words: one briefing", False),
        ("seeds/twice.txt", "a copy of seeds/whole.txt, word for word: one briefing", False),
    ]
    assert "`copy_of: no`" in found.twice[0].mend
    assert "cut.txt.yaml" in found.twice[0].mend


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (article("b.txt", day="2031-03-01"), article("a.txt", day="2031-03-02")),
        (article("b.txt", day="2031-03-01"), article("a.txt")),
        (article("b.txt", outlet="The Post"), article("a.txt")),
        (article("b.txt", url="https://post.example/1"), article("a.txt")),
        (article("a.txt"), article("b.txt")),
        (article("b.txt", WHOLE), article("a.txt", WHOLE.replace("“", "").replace("”", ""))),
    ],
    ids=["the earlier", "the dated", "the outlet known", "the address known", "the path", "with its quotation marks"],
)
def test_of_texts_with_the_same_words_the_base_is_chosen_by_a_fixed_order(one: Article, other: Article) -> None:
    for given_ in ((one, other), (other, one)):
        assert merge(given_, {}).articles == (one,)


def test_copies_are_listed_by_day_those_of_unknown_day_last() -> None:
    days = {"a": "2031-03-04", "b": None, "c": "2031-03-03", "d": "2031-03-03"}
    found = merge([THREE[1], *(article(f"{name}.txt", CUT, day) for name, day in days.items())], {})
    assert groups(found) == {"whole": ["c", "d", "a", "b"]}


def test_an_editor_says_that_an_article_is_no_copy() -> None:
    assert groups(merge(THREE, said(cut=None))) == {"cut": [], "whole": [], "other": []}
    assert groups(merge(THREE, said(whole=None))) == {"cut": [], "whole": [], "other": []}


def test_an_editor_chooses_the_base_and_the_other_copies_follow() -> None:
    articles = (*THREE, article("end.txt", "\n\n".join(PARAGRAPHS[1:])))
    assert groups(merge(articles, said(whole="cut"))) == {"cut": ["end", "whole"], "other": []}


def test_an_editor_says_that_an_article_is_a_copy_though_it_is_not_found() -> None:
    found = merge(THREE, said(other="whole"))
    assert groups(found) == {"whole": ["cut", "other"]}
    assert found.twice[1].reason == "a copy of seeds/whole.txt, by an editor’s word: one briefing"
    assert groups(merge(THREE, said(other="cut"))) == {"whole": ["cut", "other"]}


@pytest.mark.parametrize(
    ("copy_of", "reason"),
    [
        ({"cut": "gone"}, "there is no article gone.txt that this could be a copy of"),
        ({"cut": "cut"}, "an article is no copy of itself"),
        ({"cut": "whole", "whole": "cut"}, "cut.txt is itself called a copy of this article"),
    ],
)
def test_what_cannot_be_is_a_warning_and_changes_nothing(copy_of: dict[str, str | None], reason: str) -> None:
    found = merge(THREE, said(**copy_of))
    assert groups(found) == groups(merge(THREE, {}))
    assert [(fault.reason, fault.line, fault.broken) for fault in found.faults] == [(reason, 3, False)]


NAMES = ("a", "b", "c", "d", "e")
TEXTS = (WHOLE, CUT, "\n\n".join(PARAGRAPHS[1:]), WHOLE.replace(",", ""), OTHER, "")
articles = st.tuples(*(st.builds(article, st.just(f"{name}.txt"), st.sampled_from(TEXTS)) for name in NAMES))
editors = st.dictionaries(st.sampled_from(NAMES), st.sampled_from((None, *NAMES)), max_size=4)


@given(articles, editors, st.permutations(range(len(NAMES))))
def test_the_order_of_seeds_never_counts_and_no_article_is_lost(
    made: tuple[Article, ...], told: dict[str, str | None], order: list[int]
) -> None:
    one, other = merge(made, said(**told)), merge([made[number] for number in order], said(**told))
    assert groups(one) == groups(other)
    assert (one.twice, one.faults) == (other.twice, other.faults)
    assert sorted([*groups(one), *(copy for copies in groups(one).values() for copy in copies)]) == list(NAMES)


def test_a_briefing_has_the_copies_of_its_article() -> None:
    found = merge(THREE, {})
    briefings = list(with_copies(map(unread, found.articles), found))
    assert [briefing.copies for briefing in briefings] == [(THREE[0],), ()]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    for folder in ("seeds", "content/corrections"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "seeds" / "whole.txt").write_text(f"Harbour board sacks its chief\n\n{WHOLE}\n", "utf-8")
    (tmp_path / "seeds" / "cut.txt").write_text(f"Port chief is out\n\n{CUT.replace('lied to', 'misled')}\n", "utf-8")
    return tmp_path


def read(folder: Path, model: Model, store: Store) -> Briefing:
    desk = lay_out([folder / "seeds"], content=folder / "content", base=folder)
    found = merge(desk.articles, desk.corrections)
    (briefing,) = corrected(with_copies(compile_briefings(found.articles, model, store), found), desk)
    return briefing


def correct(folder: Path, seed: str, *facts: str) -> None:
    lines = "".join(f"  - id: {fact}\n    drop: true\n" for fact in facts)
    (folder / "content" / "corrections" / f"{seed}.yaml").write_text(f"facts:\n{lines}", "utf-8")


def test_what_is_said_of_a_copys_fact_counts_where_the_fullest_text_has_it(
    newsroom: Path, model: Model, store: Store
) -> None:
    before = {quote.id for quote in read(newsroom, model, store).quotes}
    desk = lay_out([newsroom / "seeds" / "cut.txt"], base=newsroom)
    (cut,) = compile_briefings(desk.articles, model, store)
    there, astray = [[q.id for q in cut.quotes if (q.id in before) is known] for known in (True, False)]
    correct(newsroom, "cut.txt", there[0], astray[0])
    after = read(newsroom, model, store)
    assert {quote.id for quote in after.quotes} == before - {there[0]}
    assert [(fault.path.rsplit("/", 1)[-1], fault.line, fault.reason) for fault in after.article.warnings] == [
        ("cut.txt.yaml", 4, f"seeds/whole.txt, which this is a copy of, has no fact {astray[0]}")
    ]


def test_of_a_fact_what_is_said_of_the_fullest_text_goes_first(newsroom: Path, model: Model, store: Store) -> None:
    (first, *_) = read(newsroom, model, store).measures
    for seed, type_ in (("whole.txt", "PROTEST"), ("cut.txt", "AID")):
        path = newsroom / "content" / "corrections" / f"{seed}.yaml"
        path.write_text(f"facts:\n  - id: {first.id}\n    type: {type_}\n", "utf-8")
    found = read(newsroom, model, store)
    assert {each.type for each in found.measures if each.id == first.id} == {"PROTEST"}
    assert found.article.warnings == ()


def test_what_is_said_of_a_copys_seed_is_read_with_it(newsroom: Path, model: Model, store: Store) -> None:
    path = newsroom / "content" / "corrections" / "cut.txt.yaml"
    path.write_text("seed:\n  outlet: Orla Courier\n  published: 2031-03-04\n", "utf-8")
    found = read(newsroom, model, store)
    assert [(copy.outlet, copy.published.date) for copy in found.copies] == [("Orla Courier", "2031-03-04")]
    path.write_text("copy_of: no\n", "utf-8")
    desk = lay_out([newsroom / "seeds"], content=newsroom / "content", base=newsroom)
    assert len(merge(desk.articles, desk.corrections).articles) == 2

"""What a link to a page is shown with: headline or name, outlet, day and counts, drawn once and kept."""

import os
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from briefings.site.drawings.card_pictures import FONT, KEPT, can_draw, card_files, draw_card, pen_with
from briefings.site.drawings.card_words import Card, Count, cards
from briefings.site.pages.actor_pages import actor_page
from briefings.site.pages.briefing_page import briefing_page
from made import ROOT
from made_site import index, site

THEME = ROOT / "themes" / "briefings"
ADDRESS = "https://example.org/paper"
CARD = Card(
    site="Briefings",
    above="The Norland Post · 5 May 2025",
    title="Carver opens bridge over the Norra",
    counts=(Count(number=19, word="quotes", hue="said"), Count(number=1234, word="measures", hue="did")),
)
LONG = "Minister of the Interior calls on all of the parties to the agreement to return to talks " * 9


def drawn(**words: Any) -> bytes:
    card = replace(CARD, **words)
    return draw_card(pen_with((THEME / FONT).read_bytes(), [card]), card)


def pixels(**words: Any) -> Any:
    from io import BytesIO  # noqa: PLC0415

    from PIL import Image  # noqa: PLC0415

    return Image.open(BytesIO(drawn(**words))).convert("RGB")


def test_a_card_says_headline_outlet_day_and_counts() -> None:
    found = dict(cards(index(), replace(site(url=ADDRESS), cards=True)))
    bridge = found["briefings/bridge/card.png"]
    assert (bridge.title, bridge.above) == ("Carver opens bridge", "The Norland Post · 5 May 2025")
    assert [(count.number, count.word) for count in bridge.counts] == [(2, "quotes"), (2, "measures"), (4, "actors")]
    carver = found["actors/zoe-carver/card.png"]
    assert (carver.title, carver.above, carver.site) == ("Zoë Carver", "Person", "Briefings")
    assert [(count.number, count.word) for count in carver.counts] == [
        (1, "said"),
        (1, "did"),
        (0, "done to"),
        (1, "briefing"),
    ]


def test_only_a_published_site_has_cards_and_its_pages_name_them_in_full() -> None:
    made, there = index(), replace(site(url=ADDRESS), cards=True)
    assert briefing_page(made, there, made.entries[0]).frame.image == f"{ADDRESS}/briefings/bridge/card.png"
    assert actor_page(made, there, made.actors[2]).frame.image == f"{ADDRESS}/actors/zoe-carver/card.png"
    for elsewhere in (site(url=ADDRESS), replace(site(), cards=True)):
        assert list(cards(made, elsewhere)) == []
        assert briefing_page(made, elsewhere, made.entries[0]).frame.image is None


@pytest.mark.parametrize("title", [CARD.title, LONG, "Donau" * 60, "", "王毅", "Ž" * 200])
def test_a_card_is_1200_by_630_and_light(title: str) -> None:
    picture = drawn(title=title)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) <= 60_000


@pytest.mark.parametrize("title", [LONG, "Donau" * 60, "Ž" * 200])
def test_a_title_stays_within_the_edges_and_above_the_counts(title: str) -> None:
    picture, paper = pixels(title=title), (0xFC, 0xFB, 0xF8)
    for box in ((0, 0, 72, 630), (1128, 0, 1200, 630), (72, 478, 1128, 492)):
        assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)]


@pytest.mark.parametrize("title", [LONG, "Donau" * 60, "Ž" * 200])
def test_a_title_too_long_to_fit_is_cut_and_still_drawn(title: str) -> None:
    assert pixels(title=title).tobytes() != pixels(title="").tobytes()
    assert pixels(title=title).tobytes() == pixels(title=title + "!" * 9).tobytes()


def test_a_text_with_letters_that_the_font_lacks_is_left_out_and_not_shown_as_boxes() -> None:
    assert pixels(title="王毅访问").tobytes() == pixels(title="").tobytes()
    assert pixels(title="Carver 王毅").tobytes() == pixels(title="").tobytes()


@pytest.mark.parametrize(
    "title", ["Zoë Šimković", "Łukasz Ångström", "Андрій Сокіл", "Νίκος", "Nguyễn Văn Đức", "İnönü"]
)
def test_names_in_latin_greek_and_cyrillic_letters_are_drawn(title: str) -> None:
    assert pixels(title=title).tobytes() != pixels(title="").tobytes()


def test_equal_words_are_equal_bytes_and_are_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [("a/card.png", CARD), ("b/card.png", CARD), ("c/card.png", replace(CARD, title="Other"))]
    first = dict(card_files(THEME, tmp_path, wanted))
    assert first["a/card.png"] == first["b/card.png"] == drawn()
    monkeypatch.delattr("briefings.site.drawings.card_pictures.draw_card")
    assert dict(card_files(THEME, tmp_path, wanted)) == first


def test_a_card_that_an_earlier_build_drew_is_not_drawn_again_and_old_builds_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        new = replace(CARD, title=f"Briefing {number}")
        assert len(list(card_files(THEME, tmp_path, [("a/card.png", CARD), ("b/card.png", new)]))) == 2
    assert len(list(tmp_path.rglob("*.zip"))) == KEPT
    monkeypatch.delattr("briefings.site.drawings.card_pictures.draw_card")
    assert len(list(card_files(THEME, tmp_path, [("a/card.png", CARD)]))) == 1


def test_a_damaged_store_is_drawn_anew(tmp_path: Path) -> None:
    first = dict(card_files(THEME, tmp_path, [("a/card.png", CARD)]))
    (kept,) = tmp_path.rglob("*.zip")
    kept.write_bytes(kept.read_bytes()[:90])
    assert dict(card_files(THEME, tmp_path, [("a/card.png", CARD)])) == first


@pytest.mark.parametrize("damage", ["another picture", "no picture", "many bytes", "a pipe"])
def test_what_is_no_picture_of_these_words_is_drawn_anew(tmp_path: Path, damage: str) -> None:
    right = dict(card_files(THEME, tmp_path, [("a/card.png", CARD)]))
    (kept,) = tmp_path.rglob("*.zip")
    with ZipFile(kept) as archive:
        (info,) = archive.infolist()
        whole = archive.comment
    other = drawn(title="Another") if damage == "another picture" else b"<svg onload='alert(1)'/>"
    kept.unlink()
    if damage == "a pipe":
        os.mkfifo(kept)
    else:
        with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
            archive.comment = whole
            archive.writestr(
                info.filename if damage == "many bytes" else info,
                b"0" * 90_000_000 if damage == "many bytes" else other,
            )
    assert dict(card_files(THEME, tmp_path, [("a/card.png", CARD)])) == right


def test_a_store_that_takes_nothing_costs_time_and_no_picture(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file", "utf-8")
    assert [path for path, _ in card_files(THEME, tmp_path / "store", [("a/card.png", CARD)])] == ["a/card.png"]


def test_a_theme_without_the_font_has_no_cards(tmp_path: Path) -> None:
    assert can_draw(THEME)
    assert not can_draw(tmp_path)


def test_the_font_is_small_and_its_licence_stands_beside_it() -> None:
    assert (THEME / FONT).stat().st_size <= 40_000
    assert "SIL OPEN FONT LICENSE" in (THEME / FONT).with_name("OFL.txt").read_text("utf-8")

"""What dating promises: the day that the article states, else the one day that follows from it, else none."""

import pytest

from briefings.model import Article, Published, Seed
from briefings.seeds.cleaning.cleaning import clean, keep
from briefings.seeds.dating.dating import UNKNOWN
from briefings.seeds.forms.forms import articles_of
from made_pages import NEWS, json_ld_plain, old_meta

BODY = (
    "The governments of Norland and Estaria agreed to reopen the bridge, closed since the floods of last spring.\n\n"
    "“We have waited a year for this,” said Mara Quill, the mayor of Lowbridge, after the talks had come to an end."
)


def article_of(raw: str, *, kept: bool = False) -> Article:
    return (keep if kept else clean)(Seed(path="x.txt", sha256="0" * 64, encoding="utf-8", raw=raw))


def dated(line: str) -> Published:
    return article_of(f"Bridge to Estaria opens again\n\n{line}\n\n{BODY}").published


@pytest.mark.parametrize(
    "line",
    [
        "5 May 2025",
        "5th May, 2025",
        "5th of May 2025",
        "Monday, 5 May 2025",
        "May 05, 2025 IST",
        "May 5, 2025",
        "MAY 5, 2025 | 10:15 AM",
        "Mon, May 5, 2025 at 9.30pm",
        "2025-05-05",
        "2025-05-05T09:01:00+05:30",
        "2025/05/05 09:01",
        "05.05.2025",
        "Updated : 5 May 2025, 09:01 AM",
        "Last Updated: May 5, 2025 01:41 PM IST",
        "Published: 5 May 2025",
        "Posted May 5, 2025 by the world desk",
        "PUBLISHED: May 5, 2025 at 8:59 pm | UPDATED: May 6, 2025 at 10:16 pm",
        "By Anna Lind, May 5, 2025, 10:28am EST",
    ],
)
def test_a_date_line_of_the_dump_gives_the_day_and_is_no_paragraph(line: str) -> None:
    article = article_of(f"Bridge to Estaria opens again\n\n{line}\n\n{BODY}")
    assert article.published.date == "2025-05-05"
    assert article.published.source == "text"
    assert article.published.how == f"stated in the article: “{line}”"
    assert article.text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "5 de mayo de 2025",
        "lunes, 5 de mayo de 2025",
        "Lundi 5 mai 2025",
        "5. Mai 2025",
        "5 Maggio 2025",
        "5 de maio de 2025 09:01",
        "5 мая 2025",
        "5 मई 2025",
        "2025年5月5日",
    ],
)
def test_a_date_line_may_be_in_another_language(line: str) -> None:
    article = article_of(f"Bridge to Estaria opens again\n\n{line}\n\n{BODY}")
    assert article.published.date == "2025-05-05"
    assert article.text == BODY


@pytest.mark.parametrize(
    "line",
    ["5/6/2025", "May 5", "30 February 2025", "2025", "May 2025", "Vote 2025", "Call 2025-05-05-11", "99.99.2025"],
)
def test_what_is_no_single_day_gives_none(line: str) -> None:
    assert dated(line) == UNKNOWN


def test_days_in_figures_count_where_one_order_alone_fits() -> None:
    assert dated("19/11/2019").date == "2019-11-19"
    assert dated("11/19/2019").date == "2019-11-19"


def test_the_first_publication_counts_more_than_the_last_change() -> None:
    assert dated("Updated: 7 May 2025\nPublished: 5 May 2025").date == "2025-05-05"


def test_the_day_next_to_the_body_counts_more_than_that_of_a_page_head() -> None:
    raw = f"Friday, 9 May 2025\n\nBridge to Estaria opens again\n\n5 May 2025\n\n{BODY}"
    assert article_of(raw).published.date == "2025-05-05"


def test_a_headline_of_another_article_gives_no_day() -> None:
    assert article_of(f"Bridge opens\n\n{BODY}\n\nWhat Norland decided on 3 March 2021 and why\n").published == UNKNOWN


def test_a_day_or_a_year_in_prose_is_no_day_of_publication() -> None:
    assert (
        article_of(f"Bridge opens\n\nThe bridge was built on 5 May 1952, and widened in 1987. {BODY}").published
        == UNKNOWN
    )


def test_a_dateline_with_its_year_gives_the_day() -> None:
    found = article_of(f"Bridge opens\n\nLOWBRIDGE, May 5, 2025 – {BODY}").published
    assert (found.date, found.source) == ("2025-05-05", "text")
    assert found.how == "stated in the article: “LOWBRIDGE, May 5, 2025”"


def test_a_dateline_may_end_with_a_full_stop() -> None:
    article = article_of(f"Bridge opens\n\nLowbridge, 5 May 2025. {BODY}")
    assert (article.published.date, article.place, article.text) == ("2025-05-05", "Lowbridge", BODY)
    assert article.published.how == "stated in the article: “Lowbridge, 5 May 2025”"
    assert article_of(f"Bridge opens\n\nLowbridge. {BODY}").text == f"Lowbridge. {BODY}"


@pytest.mark.parametrize("opening", ["Thursday, May 7, 2015 ", "7 May 2015: ", "May 7, 2015 – ROME – "])
def test_a_day_before_the_first_sentence_is_a_dateline(opening: str) -> None:
    for kept in (False, True):
        article = article_of(f"Bridge opens\n\n{opening}{BODY}", kept=kept)
        assert article.published.date == "2015-05-07"
    assert article_of(f"Bridge opens\n\n{opening}{BODY}").text == BODY
    assert article_of(f"May 7, 2015 was the day on which the mayor spoke. {BODY}").published == UNKNOWN


def test_a_date_alone_at_the_top_counts_in_a_text_that_is_kept_as_it_is() -> None:
    assert article_of(f"Friday, August 21, 2015\n\n{BODY}", kept=True).published.date == "2015-08-21"
    assert article_of(f"Bridge opens\n\nFriday, August 21, 2015\n\n{BODY}", kept=True).published.date == "2015-08-21"


@pytest.mark.parametrize(
    ("sentences", "day"),
    [
        # the weekday before the anniversary, after what is told as past
        (
            "Two were hurt on April 22. On Monday they met on the eve of the 80th anniversary of Victory Day.",
            "2025-05-05",
        ),
        # the latest of the weekdays that are past
        ("They met on Sunday and on Tuesday, on the eve of the 80th anniversary of D-Day.", "2024-06-04"),
        # a weekday to come is not the day of writing
        (
            "On Monday they met on the eve of the 80th anniversary of Victory Day. They will meet on Thursday.",
            "2025-05-05",
        ),
        # numbers in words, other events
        ("They met on Monday on the eve of the tenth anniversary of the September 11 attacks.", "2011-09-05"),
        ("Today is the 75th anniversary of the founding of NATO, and they met.", "2024-04-04"),
        ("The court ruled today (5 May 2025) that the bridge may open.", "2025-05-05"),
    ],
)
def test_a_day_is_inferred_where_one_alone_fits(sentences: str, day: str) -> None:
    for kept in (False, True):
        found = article_of(f"{sentences} {BODY}", kept=kept).published
        assert (found.date, found.source) == (day, "inferred")
        assert found.how is not None
        assert found.how.startswith("from ")


def test_how_a_day_was_inferred_is_said_in_the_words_of_the_text() -> None:
    text = "They met on Monday, on the eve of the 80th anniversary of Victory Day. " + BODY
    assert article_of(text).published.how == (
        "from “on Monday” on the eve of the 80th anniversary of Victory Day (9 May 2025)"
    )


@pytest.mark.parametrize(
    "sentences",
    [
        "They met on the eve of the 80th anniversary of Victory Day.",  # on which day of that week?
        "They met on Monday.",
        "They met on Monday before the 80th anniversary of the founding of Lowbridge.",  # an event that nobody knows
        "They met on Monday, a month before the 80th anniversary of Victory Day.",
        "On Monday, the eve of the 80th anniversary of D-Day, they recalled the eve of the 60th anniversary of D-Day.",
        "On Monday, on the eve of the 80th anniversary of Victory Day, they spoke of those who were killed on May 7.",
        "The court ruled today (5 May 2025), and another ruled today (6 May 2025).",
    ],
)
def test_no_day_is_guessed_where_none_or_more_than_one_fits(sentences: str) -> None:
    assert article_of(f"{sentences} {BODY}").published == UNKNOWN


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://harbourpost.example/world/2031/may/05/bridge", "2031-05-05"),
        ("https://harbourpost.example/2031/5/5/bridge", "2031-05-05"),
        ("https://harbourpost.example/en/20310505-bridge-opens", "2031-05-05"),
        ("https://harbourpost.example/20310505/a1b2/c.html", "2031-05-05"),
        ("https://harbourpost.example/2031-05-05/bridge", "2031-05-05"),
        ("https://harbourpost.example/2031/05/bridge", None),
        ("https://harbourpost.example/world/20319905-bridge", None),
        ("https://harbourpost.example/bridge-2031-05-05", None),  # what it is about, perhaps
        ("https://harbourpost.example/world-20310505123", None),
    ],
)
def test_an_address_may_tell_the_day_where_nothing_else_does(url: str, day: str | None) -> None:
    found = article_of(f"Bridge to Estaria opens again\n\n{BODY}\n\n{url}").published
    assert found.date == day
    assert found == UNKNOWN or (
        found.source == "inferred" and found.how and found.how.startswith("from its address: “")
    )
    assert article_of(f"Bridge to Estaria opens again\n\n4 May 2031\n\n{BODY}\n\n{url}").published.date == "2031-05-04"


def page(source: str) -> Published:
    (found,) = articles_of(Seed(path="x.html", sha256="0" * 64, encoding="utf-8", raw=source))
    assert isinstance(found, Article)
    return found.published


def saved(day: str, source: str) -> str:
    return (
        f"<!-- saved from url=(0018)https://x.example/ -->\n<!-- saved by pelican-briefings, sent {day} -->\n{source}"
    )


def undated(line: str = "", opening: str = "") -> str:
    """A page whose data tell of no day of publication, but of its last change on 6 May 2031."""
    source = old_meta(NEWS[0]).replace(
        'name="DC.date.issued" content="2031-05-05"', 'name="last-modified" content="2031-05-06"'
    )
    assert "2031-05-06" in source
    return source.replace("</h1>", f"</h1><p>{line}</p>").replace("<p>The governments", f"<p>{opening}The governments")


@pytest.mark.parametrize(
    ("line", "day"), [("5 May 2031", "2031-05-05"), ("7 May 2031", "2031-05-07"), ("8 May 2031", None)]
)
def test_no_line_is_later_than_the_last_change_that_the_data_tell_of(line: str, day: str | None) -> None:
    assert page(undated(line)).date == day  # the 7th may be the 6th elsewhere


def test_nothing_is_later_than_the_day_on_which_the_page_was_saved() -> None:
    assert page(saved("2031-05-05", json_ld_plain(NEWS[0]))).date == "2031-05-05"
    assert page(saved("2031-05-01", json_ld_plain(NEWS[0]))) == UNKNOWN
    assert page(saved("2031-05-05", undated("9 May 2031"))) == UNKNOWN


def test_what_is_too_late_leaves_the_day_to_the_next_evidence() -> None:
    late = undated("12 December 2031", opening="LOWBRIDGE, May 5, 2031 – ")
    assert (page(late).date, page(late).source) == ("2031-05-05", "text")


def test_no_inferred_day_is_later_than_the_files_own_evidence() -> None:
    eve = "They met on Monday, on the eve of the 80th anniversary of Victory Day. "
    assert page(saved("2025-05-05", undated(opening=eve)).replace("2031-05-06", "")).date == "2025-05-05"
    assert page(saved("2025-05-01", undated(opening=eve)).replace("2031-05-06", "")) == UNKNOWN


@pytest.mark.parametrize(
    ("record", "day"),
    [
        ('{"maintext": "%s", "date_publish": "2031-05-05", "date_download": "2031-05-04"}', "2031-05-05"),
        ('{"maintext": "%s", "date_publish": "2031-05-05", "date_download": "2031-05-01"}', None),
        ('{"maintext": "LOWBRIDGE, May 5, 2031 – %s", "date_modify": "2031-05-09"}', "2031-05-05"),
        ('{"maintext": "LOWBRIDGE, May 5, 2031 – %s", "date_modify": "2031-05-01"}', None),
        ('{"articleBody": "LOWBRIDGE, May 5, 2031 – %s", "dateModified": "2031-05-01T09:00:00Z"}', None),
    ],
)
def test_a_record_is_not_later_than_its_own_evidence(record: str, day: str | None) -> None:
    raw = record % BODY.replace("\n", "\\n").replace("“", "").replace("”", "")
    (found,) = articles_of(Seed(path="x.json", sha256="0" * 64, encoding="utf-8", raw=raw))
    assert isinstance(found, Article)
    assert found.published.date == day


def test_a_mail_tells_of_no_later_day_than_that_on_which_it_was_sent() -> None:
    head = "From: Anna <a@example.org>\nSubject: Bridge\nDate: Tue, 6 May 2031 08:00:00 +0000\n\n"
    for line, day in (("5 May 2031", "2031-05-05"), ("12 December 2031", "2031-05-06")):
        raw = f"{head}Bridge to Estaria opens again\n\n{line}\n\n{BODY}"
        (found,) = articles_of(Seed(path="x.eml", sha256="0" * 64, encoding="utf-8", raw=raw))
        assert isinstance(found, Article)
        assert found.published.date == day

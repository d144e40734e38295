"""What cleaning promises: fields out, furniture out, every character with its origin, and no change the second time."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.language.parsing import MOST_READ
from briefings.model import Article, Seed
from briefings.seeds.cleaning.cleaning import NO_HEADLINE, clean, keep
from made import PAPER, Bar
from sizes import tried

PARAGRAPHS = (
    "The governments of Norland and Estaria agreed on Monday to reopen the bridge, closed since the floods of spring.",
    "“We have waited a year for this,” said Mara Quill, the mayor of Lowbridge.",
    "The deal came as a surprise to many traders.",
    "Under the plan, lorries will cross by day only, and customs on both banks, according to a copy, share a register.",
)
BODY = "\n\n".join(PARAGRAPHS)
HEAD = "HarbourPost\nTop Story\n\nNorland and Estaria reopen bridge\n\nNorland and Estaria reopen bridge\nX\n\n"
DUMP = HEAD + "Geneva: " + BODY + "\n\nNext Story\nShare it"


def seed_of(raw: str) -> Seed:
    return Seed(path="seeds/x.txt", sha256="0" * 64, encoding="utf-8", raw=raw)


def cleaned(raw: str) -> Article:
    return clean(seed_of(raw))


def assert_traced(article: Article) -> None:
    """Every origin entry holds, and the entries are in order."""
    for text, seed, length in article.origin:
        assert length > 0
        assert article.text[text : text + length] == article.seed.raw[seed : seed + length]
    ends = [(text, text + length) for text, _, length in article.origin]
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))


def test_the_seed_that_a_paper_begins_with_comes_out_whole() -> None:
    (path,) = (PAPER / "seeds").glob("*.txt")
    article = cleaned(path.read_text("utf-8"))
    assert article.outlet == "MillenniumPost"
    assert article.section == "Big Story"
    assert article.title == "Putin dials Modi, says Russia backs India in fight against terrorism"
    assert article.place == "New Delhi"
    assert article.text.startswith("Russian President Vladimir Putin")
    assert len(article.paragraphs) == 9
    assert "The diplomatic exchanges continued beyond the interaction of leaders." in article.text.split("\n\n")
    assert not {"X", "Next Story", "Share it", article.title} & set(article.text.splitlines())
    assert article.published.date == "2025-05-05"
    assert article.published.source == "inferred"
    assert article.warnings == ()
    assert_traced(article)


def test_a_dump_gives_its_fields_and_its_paragraphs() -> None:
    article = cleaned(DUMP)
    assert article.text == BODY
    assert (article.outlet, article.section, article.place) == ("HarbourPost", "Top Story", "Geneva")
    assert article.title == "Norland and Estaria reopen bridge"
    assert [article.text[slice(*span)] for span in article.paragraphs] == list(PARAGRAPHS)


def test_a_dateline_is_cut_from_the_text_and_the_origin_says_so() -> None:
    article = cleaned(DUMP)
    assert DUMP[article.origin[0].seed :].startswith("The governments")
    assert_traced(article)


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("New Delhi: ", "New Delhi"),
        ("NEW DELHI — ", "New Delhi"),
        ("GENEVA, May 5 (Reuters) - ", "Geneva"),
        ("LOWBRIDGE, Norland (AP) — ", "Lowbridge, Norland"),
        ("Lowbridge, Norland – ", "Lowbridge, Norland"),
        ("LOWBRIDGE, July 2, 2018 -- ", "Lowbridge"),
    ],
)
def test_datelines_of_many_shapes_are_places(opening: str, place: str) -> None:
    article = cleaned(opening + BODY)
    assert article.place == place
    assert article.text == BODY


def test_a_name_in_capitals_is_a_place_where_the_article_says_so() -> None:
    told = BODY + "\n\nThe minister flew to Great Lowbridge on Tuesday, and on to the sea."
    article = cleaned("GREAT LOWBRIDGE: " + told)
    assert (article.place, article.text) == ("Great Lowbridge", told)
    for opening in ("GREAT LOWBRIDGE: ", "BREAKING NEWS: "):
        assert cleaned(opening + BODY).place is None


@pytest.mark.parametrize("opening", ["Quill: ", "Update: ", "Explained: "])
def test_a_speaker_or_a_label_before_a_colon_is_no_place(opening: str) -> None:
    article = cleaned(opening + BODY)
    assert article.place is None
    assert article.text.startswith(opening)


def test_menus_shares_and_links_around_the_body_are_dropped() -> None:
    menu = "Home\nNews\nSport\nWeather\nTravel\nContact\n"
    related = "Ferry strike enters third week\nFive things to see in Lowbridge\nCouncil names new archivist\n"
    shares = "Share on this\nShare on that\nPrint\n"
    article = cleaned(menu + "\nBridge to Estaria opens again\n\n" + shares + "\n" + BODY + "\n\n" + related)
    assert article.text == BODY
    assert article.title == "Bridge to Estaria opens again"


def test_a_label_that_is_repeated_between_paragraphs_is_dropped() -> None:
    article = cleaned("\n\nSponsored notice\n\n".join(PARAGRAPHS))
    assert article.text == BODY


@pytest.mark.parametrize("label", ["ADVERTISEMENT", "Read also", "Sign up", "Anna Lind"])
def test_a_label_of_two_words_that_the_article_does_not_speak_of_is_dropped(label: str) -> None:
    raw = "\n\n".join([*PARAGRAPHS[:2], label, *PARAGRAPHS[2:]])
    assert cleaned(raw).text == BODY


@pytest.mark.parametrize("heading", ["Background", "What next", "A surprise", "Night lorries", "TRADERS"])
def test_a_heading_of_two_words_within_the_body_is_a_part_of_the_article(heading: str) -> None:
    raw = "\n\n".join([*PARAGRAPHS[:2], heading, *PARAGRAPHS[2:]])
    assert cleaned(raw).text == raw


@pytest.mark.parametrize("kept", ["“Never.”", "Quill: No.", "“No comment”", "Why now?", "What the neighbours say"])
def test_a_short_answer_or_a_longer_headline_within_the_body_is_kept(kept: str) -> None:
    raw = "\n\n".join([*PARAGRAPHS[:2], kept, *PARAGRAPHS[2:]])
    assert cleaned(raw).text == raw


def test_a_paragraph_of_nine_words_between_long_ones_is_kept() -> None:
    assert PARAGRAPHS[2] in cleaned(DUMP).text.split("\n\n")
    assert len(PARAGRAPHS[2].split()) == 9


def test_a_byline_and_an_address_are_fields() -> None:
    head = "Bridge to Estaria opens again\n\nBy Anna Lind and Jo Marsh, Tuesday, 6 May 2025 08:05 GMT\n"
    tail = "\n\nhttps://example.org/world/bridge\n"
    article = cleaned(head + "\n" + BODY + tail)
    assert article.byline == "Anna Lind and Jo Marsh"
    assert article.url == "https://example.org/world/bridge"
    assert article.published.date == "2025-05-06"
    assert article.text == BODY


def test_a_page_title_names_headline_section_and_outlet() -> None:
    head = "Bridge to Estaria opens again | World | The Harbour Times\nHome\nNews\n\nBridge to Estaria opens again\n\n"
    article = cleaned(head + BODY)
    assert (article.title, article.section, article.outlet) == (
        "Bridge to Estaria opens again",
        "World",
        "The Harbour Times",
    )


def test_an_outlet_may_be_glued_to_the_headline_in_a_page_title() -> None:
    article = cleaned(f"Bridge to Estaria opens again-Harbour Wire\nHome\n\nBridge to Estaria opens again\n\n{BODY}")
    assert (article.title, article.outlet) == ("Bridge to Estaria opens again", "Harbour Wire")


@pytest.mark.parametrize(
    ("head", "outlet", "section"),
    [
        ("Lowbridge Courier | Politics", "Lowbridge Courier", "Politics"),
        ("The Lowbridge Mail — River & Town", "The Lowbridge Mail", "River & Town"),
        ("NORLAND PRESS AGENCY", "NORLAND PRESS AGENCY", None),
        ("Diario de Estaria", "Diario de Estaria", None),
        ("LOWBRIDGE MORNING POST\n\nHome > News > Courts", "LOWBRIDGE MORNING POST", "Courts"),
        ("Lowbridge News\nwww.lowbridgenews.example", "Lowbridge News", None),
        ("River Letter\nwww.riverletter.example", "River Letter", None),
        ("River & Town", None, "River & Town"),
        ("Local News", None, "Local News"),
        ("Norland Observer\nForeign News", "Norland Observer", "Foreign News"),
        ("World", None, "World"),
        ("riverletter.example", "riverletter.example", None),
        ("River Letter\n\nWorld", "River Letter", "World"),
        ("Dancing on the River\n\nUpdated 14 hours ago", None, "Dancing on the River"),
        ("Advertisement\n\nGo on reading", None, "Go on reading"),
        ("Business News\n\n+", None, "Business News"),
        ("Review", None, "Review"),
    ],
)
def test_the_lines_above_a_headline_name_outlet_and_section(head: str, outlet: str | None, section: str | None) -> None:
    article = cleaned(f"{head}\n\nNorland and Estaria reopen bridge\n\n5 May 2025\n\n{BODY}")
    assert (article.outlet, article.section) == (outlet, section)
    assert article.title == "Norland and Estaria reopen bridge"
    assert article.text == BODY


def test_the_owner_of_the_copyright_is_the_outlet_where_a_masthead_says_so_too() -> None:
    head, foot = "Home\nWorld\nWeather\nRiver Letter\nSign in\nNorland and Estaria reopen bridge\n\n", "\n\nShare it\n"
    assert cleaned(f"{head}{BODY}{foot}").outlet is None
    assert cleaned(f"{head}{BODY}{foot}© 2025 River Letter. All rights reserved.").outlet == "River Letter"
    assert cleaned(f"Norland and Estaria reopen bridge\n\n{BODY}{foot}© Norland Herald 2025").outlet == "Norland Herald"
    assert cleaned(f"Norland and Estaria reopen bridge\n\n{BODY}{foot}© 2025 Big Holdings Ltd").outlet is None


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Lind | Special to the Post",
        "By Anna Lind - Live Letter Contributor",
        "By Anna Lind (@annalind) | Topic: Bridges",
        "By Anna Lind - 11/19/19 08:05 PM EST",
        "By Anna Lind, 5 May 2025, River & Town",
    ],
)
def test_a_byline_ends_where_something_else_begins(line: str) -> None:
    assert cleaned(f"Norland and Estaria reopen bridge\n\n{line}\n\n{BODY}").byline == "Anna Lind"


def test_a_byline_may_share_its_line_with_the_staff() -> None:
    assert cleaned(f"Norland and Estaria reopen bridge\n\nBy Anna Lind and staff reporters\n\n{BODY}").byline == (
        "Anna Lind and staff reporters"
    )


def test_a_question_as_headline_is_no_paragraph() -> None:
    article = cleaned("Will the bridge to Estaria open again?\n\n" + BODY)
    assert article.title == "Will the bridge to Estaria open again?"
    assert article.text == BODY


@pytest.mark.parametrize(
    "head", ["The long way home", "The long way home\n5 May 2031", "The long way home\nBy Anna Lind"]
)
def test_the_only_line_above_the_text_is_its_headline_though_it_shares_no_word_with_it(head: str) -> None:
    lede = "VEDA, May 5 — The ferry from Orla docked on Monday after a night at sea without an engine."
    more = "Its 40 passengers left it within an hour, and nobody was hurt, the harbour police said."
    article = cleaned(f"{head}\n\n{lede}\n\n{more}\n")
    assert (article.title, article.warnings) == ("The long way home", ())


def test_a_seed_without_a_headline_gets_its_first_sentence_with_a_warning() -> None:
    article = cleaned("\n\n".join(PARAGRAPHS[1:]))
    assert article.title == "“We have waited a year for this,” said Mara Quill, the mayor of Lowbridge."
    assert [(fault.reason, fault.broken) for fault in article.warnings] == [(NO_HEADLINE, False)]
    assert "title" in article.warnings[0].mend


def test_a_first_sentence_too_long_for_a_headline_is_cut_between_words() -> None:
    sentence = "The mayor said " + "that the bridge would open, " * 8 + "at last."
    title = cleaned(sentence).title
    assert title is not None
    assert len(title) <= 121
    assert title.endswith("…")
    assert sentence[len(title) - 1] in " ,"


def test_a_word_too_long_for_a_headline_is_cut_within() -> None:
    assert cleaned("a" * 1000).title == "a" * 120 + "…"


def test_text_that_is_not_english_is_cleaned_the_same_and_said_to_be_without_facts() -> None:
    body = (
        "Die Regierungen beider Länder haben sich am Montag darauf geeinigt, die Brücke wieder zu öffnen, die seit den"
        " Überschwemmungen im Frühjahr geschlossen war.\n\n"
        "„Wir haben ein Jahr lang darauf gewartet“, sagte die Bürgermeisterin der kleinen Stadt am Fluss."
    )
    article = cleaned("Brücke wird wieder geöffnet\n\n" + body + "\n\nTeilen")
    assert article.language == "und"
    assert article.text == body
    assert [fault.reason for fault in article.warnings] == ["not English: built as text without facts"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_any_line_end_parts_paragraphs(end: str) -> None:
    article = cleaned(DUMP.replace("\n", end))
    assert article.text == BODY
    assert_traced(article)


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\x07", "\x00", "\u0085"]
)
def test_characters_that_nobody_sees_are_dropped(hidden: str) -> None:
    inside = hidden if hidden != "\u0085" else ""  # a line end, which may stand between lines only
    article = cleaned(hidden + DUMP.replace("Quill", f"Qu{inside}ill") + hidden)
    assert article.text == BODY
    assert_traced(article)


def test_letters_are_composed_and_what_was_put_in_has_no_origin() -> None:
    article = cleaned("The mayor, Andre\u0301 Quill, said that the bridge would open again in the summer of next year.")
    assert "Andr\u00e9 Quill" in article.text
    at = article.text.index("\u00e9")
    assert not any(text <= at < text + length for text, _, length in article.origin)
    assert_traced(article)


def misread(text: str) -> str:
    """UTF-8 as an editor shows it that takes it for Windows-1252."""
    return "".join(byte.to_bytes().decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("“We can’t,” she said", "“We can’t,” she said"),
        ("the café — closed — of Zoë Señor", "the café — closed — of Zoë Señor"),
        ("£5 and 5 €", "£5 and 5 €"),
    ],
)
@pytest.mark.parametrize("times", [1, 2])
def test_mojibake_is_mended_with_a_warning_and_nothing_else_is_touched(broken: str, right: str, times: int) -> None:
    for _ in range(times):
        broken = misread(broken)
    sentence = "It was “clear” to all who had come to the bridge, {}, that it would open again."
    article = cleaned(sentence.format(broken))
    assert article.text == sentence.format(right)
    (warning,) = article.warnings[-1:]
    assert (warning.broken, warning.line) == (False, 1)
    assert "mojibake" in warning.reason
    assert_traced(article)


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("â€œAnn Lee,â€ she said", "“Ann Lee,” she said"),
        ("“Ann Lee,â€ she said", "“Ann Lee,” she said"),
        ("â€œAnnâ€â€™s", "“Ann”’s"),
    ],
)
def test_a_closing_quotation_mark_that_lost_its_last_byte_is_mended_too(broken: str, right: str) -> None:
    sentence = "It was clear to all who had come to the bridge, {}, that it would open again."
    article = cleaned(sentence.format(broken))
    assert article.text == sentence.format(right)
    assert "mojibake" in article.warnings[-1].reason
    assert_traced(article)


@pytest.mark.parametrize("word", ["SÃO PAULO", "Âme", "château", "à «droite»", "Ñandú", "Ðặng", "naïve", "“à”"])
def test_words_that_look_a_little_like_mojibake_stay(word: str) -> None:
    sentence = f"The mayor said that {word} was on the list of those who had come to the bridge on Monday."
    assert cleaned(sentence).text == sentence


def test_joiners_that_spell_a_word_or_an_emoji_stay() -> None:
    word = "می\u200cخواهم"
    assert word in cleaned(f"The word {word} was written on the wall of the old customs house, said the mayor.").text


def test_all_other_characters_stay_byte_for_byte() -> None:
    odd = "The mayor said:\u00a0“No  comment”\t— and left (at 5 p.m.), the paper of the town said on Tuesday morning."
    assert cleaned(odd).text == odd


def test_lines_broken_at_a_fixed_width_are_put_together() -> None:
    wrapped = (
        "The governments of Norland and Estaria agreed on Monday to\n"
        "reopen the border bridge, which had been closed since the\n"
        "floods of last spring, officials of both countries said.\n"
        "\n"
        "Lorries will cross by day only. Mara Quill, the mayor of a\n"
        "town on the river, Lowbridge, called it a well-\n"
        "earned rest."
    )
    article = cleaned(wrapped)
    first, second = article.text.split("\n\n")
    assert first == wrapped.partition("\n\n")[0].replace("\n", " ")
    assert second.startswith("Lorries will cross by day only. Mara Quill, the mayor of a town on")
    assert second.endswith("called it a well-earned rest.")
    assert_traced(article)


def test_short_sentences_that_all_touch_are_kept() -> None:
    raw = "The mayor went home.\nThe queen stayed.\nThe bridge was closed.\nThe ferry did not come."
    assert cleaned(raw).text == raw.replace("\n", "\n\n")


def test_a_sentence_that_is_pulled_out_of_the_text_stands_in_it_once_at_least() -> None:
    raw = "\n\n".join([*PARAGRAPHS[:2], PARAGRAPHS[1], *PARAGRAPHS[2:]])
    assert cleaned(raw).text.count(PARAGRAPHS[1]) >= 1


def test_paragraphs_on_touching_lines_stay_apart() -> None:
    assert cleaned("\n".join(PARAGRAPHS)).text == BODY


@pytest.mark.parametrize("end", ["...", "…", " […]"])
def test_a_text_that_breaks_off_is_said_to_be_a_stub(end: str) -> None:
    (warning,) = cleaned(
        "Bridge opens\n\n" + BODY + "\n\nThe minister of Norland went on to say, in a speech" + end
    ).warnings
    assert warning.reason.startswith("its text breaks off")
    assert not warning.broken
    assert cleaned("Bridge opens\n\n" + BODY).warnings == ()


def test_a_list_of_links_is_said_to_be_one() -> None:
    links = "\n\n".join(f"Ferry strike enters week {number} without an end" for number in range(9))
    assert "a list of links?" in cleaned(links).warnings[-1].reason


def test_what_has_no_sentence_is_kept_as_it_is() -> None:
    poem = "A bridge\n\nOver dark water\n\nOpen again"
    assert cleaned(poem).text == poem


def test_a_text_kept_as_it_is_has_no_title_but_a_date_and_a_place() -> None:
    raw = "Friday, August 21, 2015\n\nGeneva: " + BODY + "\n"
    article = keep(seed_of(raw))
    assert article.text == raw
    assert article.title is None
    assert article.origin == ((0, 0, len(raw)),)
    assert article.published.date == "2015-08-21"
    assert article.warnings == ()
    assert keep(seed_of("Geneva: " + PARAGRAPHS[0])).place == "Geneva"


COMMON = (
    *PARAGRAPHS,
    *("Geneva: " + PARAGRAPHS[0], "Geneva: Paris: " + PARAGRAPHS[3], "PARIS — The mayor said no.", "He left."),
    *(
        "X",
        "Share it",
        "Home",
        "",
        "",
        "Bridge opens?",
        "Read also",
        "By Anna Lind",
        "5 May 2025",
        "Is it over? Yes. It is.",
    ),
    *("and so the mayor of the town by the river said to", "everyone who had come to the bridge that day."),
)
WORDS = ("The", "mayor", "said", "Bridge", "a,", "“no”", "it.", "Home", "why?", "Rome:", "May", "5,", "2025")
LINES = st.one_of(
    st.sampled_from(COMMON), st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
)
DUMPS = st.lists(LINES, max_size=25).map("\n".join)


@settings(max_examples=tried(400))
@given(DUMPS)
def test_cleaning_a_cleaned_text_changes_nothing(raw: str) -> None:
    once = cleaned(raw)
    assert cleaned(once.text).text == once.text


@settings(max_examples=tried(200))
@given(st.one_of(DUMPS, st.text()))
def test_every_character_leads_back_to_the_seed(raw: str) -> None:
    for article in (cleaned(raw), keep(seed_of(raw))):
        assert_traced(article)
        assert all(
            article.text[start:end].strip() == article.text[start:end] != "" for start, end in article.paragraphs
        )


def test_no_paragraph_is_lost_but_what_is_not_chosen() -> None:
    article = cleaned(DUMP)
    covered = sum(length for _, _, length in article.origin)
    assert covered == len(article.text) - len("\n\n") * (len(article.paragraphs) - 1)


HOSTILE = {
    "one long line": "The minister said it, and left. " * tried(31_250),
    "one long word": "a" * tried(1_000_000),
    "short lines": "ab c\n" * tried(200_000),
    "spaces": " " * tried(1_000_000),
    "marks": "a" + "\u0301\u0327" * tried(500_000),
    "marks at the end of a sentence": "The mayor of the town said no" + "!" * tried(1_000_000) + "x.",
    "spaces inside lines": "Bridge"
    + " " * tried(1_000_000)
    + "opens\n\n5 May 2025"
    + " " * tried(1_000_000)
    + "It was a day.",
    "datelines without end": "Paris: " * tried(140_000),
    "days without end": "May 5 " * tried(160_000),
    "anniversaries without end": "80th anniversary of Victory Day today " * tried(26_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_seconds_not_hours(name: str, bar: Bar) -> None:
    with bar(20):
        cleaned(HOSTILE[name])
        keep(seed_of(HOSTILE[name]))


def test_a_text_that_is_longer_than_what_is_searched_says_so() -> None:
    long = cleaned("Bridge opens\n\n" + "The minister said it, and left.\n\n" * (MOST_READ // 30))
    (warning,) = [one for one in long.warnings if one.reason.startswith("longer than 60,000 characters: ")]
    assert not warning.broken
    assert not any("longer than" in one.reason for one in cleaned(DUMP).warnings)

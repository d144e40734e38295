"""Marked-up text says what the text says, whatever crosses what."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from briefings.model import Span
from briefings.site.views.marking import Link, Mark, MarkKind, Reference, Sentence, mark_paragraph, mark_words, trusted

TEXT = "Putin called the attack “heinous” on Monday."


class Reader(HTMLParser):
    """Reads the text back and fails where elements cross or links nest."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what is open."""
        del attrs
        assert tag != "a" or "a" not in self.opened, "a link inside a link"
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last one, which must be of that name."""
        assert self.opened.pop() == tag, "elements cross"

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.text += data


def read(html: str) -> str:
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    assert reader.opened == []
    return reader.text


def mark(words: str, kind: MarkKind) -> Mark:
    start = TEXT.index(words)
    return Mark(span=Span(start, start + len(words)), kind=kind)


def link(words: str, name: str = "Vladimir Putin", text: str = TEXT) -> Link:
    start = text.index(words)
    return Link(span=Span(start, start + len(words)), href="../../actors/x/", name=name, form="name")


def whole(text: str, *, marks: tuple[Mark, ...] = (), links: tuple[Link, ...] = (), shown: bool = True) -> Sentence:
    return Sentence(span=Span(0, len(text)), number=1, shown=shown, marks=marks, links=links)


def test_words_of_a_fact_are_marked() -> None:
    assert mark_words(TEXT, Span(0, len(TEXT)), [mark("called", "cue"), mark("“heinous”", "direct")]) == (
        'Putin <mark class="cue">called</mark> the attack <mark class="content direct">“heinous”</mark> on Monday.'
    )


def test_words_of_a_quote_say_its_kind() -> None:
    assert mark_words(TEXT, Span(25, 32), [mark("“heinous”", "mixed")]) == '<mark class="content mixed">heinous</mark>'


def test_marks_that_cross_are_closed_and_opened_again() -> None:
    assert mark_words(TEXT, Span(0, 23), [mark("Putin called", "source"), mark("called the", "cue")]) == (
        '<mark class="source">Putin <mark class="cue">called</mark></mark><mark class="cue"> the</mark> attack'
    )


def test_a_mark_reaches_beyond_its_sentence_and_is_clipped() -> None:
    assert mark_words(TEXT, Span(6, 12), [Mark(span=Span(0, 44), kind="direct")]) == (
        '<mark class="content direct">called</mark>'
    )


def test_everything_is_escaped() -> None:
    text = "<script>alert(1)</script> & {{ 7*7 }} \"'"
    got = mark_paragraph(text, [whole(text, links=(link("alert", '"><b>', text),))])
    assert "<script" not in got
    assert "<b>" not in got
    assert read(got) == text


def test_editors_html_stays_html() -> None:
    assert trusted("<p>ours</p>") == Markup("<p>ours</p>")


def test_a_mention_leads_to_its_actor_and_says_the_name_where_the_words_differ() -> None:
    got = mark_paragraph("Putin", [whole("Putin", links=(link("Putin"),))])
    assert '<a class="actor name" href="../../actors/x/" title="Vladimir Putin">Putin</a>' in got
    got = mark_paragraph("Putin", [whole("Putin", links=(link("Putin", "Putin"),))])
    assert "title=" not in got


def test_the_shorter_mention_cuts_the_longer_one() -> None:
    text = "Russian President Putin spoke."
    links = (link("Russian President Putin", "Putin", text), link("Russian", "Russia", text))
    got = mark_paragraph(text, [whole(text, links=links)])
    assert re.findall(r">([^<]+)</a>", got) == ["Russian", "President Putin"]
    assert read(got) == text


def test_a_rest_of_a_mention_without_a_word_is_no_link() -> None:
    text = "Russia’s spoke."
    links = (link("Russia’s", "x", text), link("Russia", "Russia", text))
    assert re.findall(r">([^<]+)</a>", mark_paragraph(text, [whole(text, links=links)])) == ["Russia"]


def test_a_sentence_leads_back_to_its_facts() -> None:
    reference = Reference(id="q-1", label="Q1", title="Quote 1", kind="quote")
    got = mark_paragraph("Yes.", [Sentence(span=Span(0, 4), number=7, shown=True, references=(reference,))])
    assert got == (
        '<span class="sentence" id="s-7">'
        '<a class="number" href="#s-7" aria-label="Sentence 7" data-number="7"></a>Yes.<sup class="refs">'
        '<a class="ref quote" href="#q-1" title="Quote 1">Q1</a></sup></span>'
    )


def test_sentences_left_out_become_one_gap() -> None:
    text = "A. B. C. D."
    sentences = [Sentence(span=Span(at * 3, at * 3 + 2), number=at + 1, shown=at in {0, 3}) for at in range(4)]
    got = mark_paragraph(text, sentences)
    assert read(got) == "A. […] D."


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))
MARKS = st.builds(
    lambda span, kind: Mark(span=span, kind=kind), SPANS, st.sampled_from(["mixed", "source", "cue", "trigger"])
)
LINKS = st.builds(
    lambda span, name: Link(span=span, href="x", name=name, form="name"),
    SPANS.filter(lambda span: span.start < span.end),
    st.text(max_size=3),
)


@given(st.text(st.sampled_from("ab <>&\"'’"), min_size=30, max_size=30), st.lists(MARKS), st.lists(LINKS))
def test_whatever_crosses_the_text_is_whole_and_well_formed(text: str, marks: list[Mark], links: list[Link]) -> None:
    sentence = whole(text, marks=tuple(marks), links=tuple(links))
    assert read(mark_paragraph(text, [sentence])) == text

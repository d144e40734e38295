"""What measures promise: each sentence of cases/measures.txt, and what holds for any text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.extraction.cast.bystanders import with_bystanders
from briefings.extraction.cast.cast import Cast
from briefings.extraction.measures.measures import find_measures
from briefings.language.lexicon import lexicon_rows, values
from briefings.language.measure_frames import nouns_of, verb_frames
from briefings.language.parsing import Model
from briefings.language.store import Store
from briefings.language.tree import Tree
from briefings.model import (
    ActorKind,
    Article,
    Chain,
    Measure,
    MeasureType,
    Mention,
    Parse,
    Published,
    Quote,
    Source,
    Span,
    Telling,
    Token,
)
from briefings.work import fill
from made import ParseText, article_of
from sizes import tried

CASES = Path(__file__).parent / "cases" / "measures.txt"
PUBLISHED = Published(date="2031-03-05", source="metadata", how=None)
_MARK = re.compile(r"\[(?P<role>\w+)(?:/(?P<kind>\w+))?(?:=(?P<name>[^:\]]+))?: (?P<words>[^\]]*)\]")


@dataclass(frozen=True)
class Mark:
    """One marked stretch of a case."""

    role: str
    kind: ActorKind
    name: str
    span: Span


@dataclass(frozen=True)
class Case:
    """A sentence, what is marked in it, and the measures that it holds."""

    title: str
    text: str
    marks: tuple[Mark, ...]
    expected: tuple[str, ...]

    def names(self, *roles: str) -> list[str]:
        """Names of the actors marked with these roles, in the order of the text."""
        return list(dict.fromkeys(mark.name for mark in self.marks if mark.role in roles))

    def spans(self, role: str) -> list[Span]:
        """What is marked with this role."""
        return [mark.span for mark in self.marks if mark.role == role]


def read_cases() -> Iterator[Case]:
    for paragraph in CASES.read_text("utf-8").split("\n\n"):
        lines = paragraph.strip().splitlines()
        body = [line for line in lines if not line.startswith("#")]
        if body:
            title = lines[-2].removeprefix("# ")
            yield read_case(title, " ".join(body))


def read_case(title: str, marked: str) -> Case:
    words, _, outcome = marked.rpartition(" => ")
    text, marks, end = "", [], 0
    for match in _MARK.finditer(words):
        text += words[end : match.start()]
        start, end = len(text), match.end()
        text += match["words"]
        kind = next(k for k in get_args(ActorKind) if k == (match["kind"] or "state"))
        marks.append(Mark(match["role"], kind, match["name"] or match["words"], Span(start, len(text))))
    text += words[end:]
    expected = tuple(part.strip() for part in outcome.split(";"))
    return Case(title, text, tuple(marks), () if expected == ("none",) else expected)


def dated(text: str) -> Article:
    plain = article_of(text)
    return Article(
        seed=plain.seed,
        title=None,
        text=text,
        paragraphs=plain.paragraphs,
        origin=plain.origin,
        published=PUBLISHED,
    )


def cast_of(tree: Tree, marks: tuple[Mark, ...]) -> Cast:
    """The cast that the marks name; no finder of names has a say."""
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.role not in {"trigger", "date", "instrument"}:
            found.setdefault(mark.name, []).append(mark)
    return Cast(tree, [chain_of(tree, name, its) for name, its in found.items()])


def chain_of(tree: Tree, name: str, marks: list[Mark]) -> Chain:
    mentions = tuple(Mention(span=m.span, form="name", head=head_of(tree, m.span), rule="marked") for m in marks)
    return Chain(
        id=name.lower().replace(" ", "-"),
        name=name,
        named=marks[0].kind != "group",
        kind=marks[0].kind,
        aliases=(),
        roles=(),
        mentions=mentions,
    )


def head_of(tree: Tree, span: Span) -> int:
    inside = tree.tokens_in(span)
    return next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), inside[-1])


def measure(parse_text: ParseText, text: str, *, marks: tuple[Mark, ...] = ()) -> tuple[Measure, ...]:
    tree = parse_text(text)
    return find_measures(dated(text), cast_of(tree, marks), ())


def in_words(found: Measure) -> str:
    return " ".join(filter(None, (found.type, found.status, found.date, "hedged" if found.hedged else None)))


ALL = list(read_cases())


@pytest.fixture(scope="module", autouse=True)
def _parsed(model: Model, store: Store) -> None:
    """Parses all sentences of the cases in one go: the model is loaded once."""
    fill([article_of(case.text) for case in ALL], model, store)


@pytest.mark.parametrize("case", ALL, ids=[f"{case.title}: {case.text[:40]}" for case in ALL])
def test_each_case_is_read_as_marked(case: Case, parse_text: ParseText) -> None:
    tree = parse_text(case.text)
    cast = cast_of(tree, case.marks)
    found = find_measures(dated(case.text), cast, ())
    assert sorted(map(in_words, found)) == sorted(case.expected), [(m.rule, in_words(m)) for m in found]
    if found and case.spans("trigger"):
        first = next(m for m in found if any(overlap(m.trigger, s) for s in case.spans("trigger")))
        check_parties(case, cast, first)


def check_parties(case: Case, cast: Cast, found: Measure) -> None:
    if case.names("initiator", "both"):
        assert [cast.get(i).name for i in found.initiators] == case.names("initiator", "both")
        assert [cast.get(i).name for i in found.targets] == case.names("target", "both")
    for span in case.spans("instrument"):
        assert found.instrument == case.text[slice(*span)]
    for span in case.spans("date"):
        assert found.date_span is not None
        assert overlap(found.date_span, span)


def overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def test_every_pair_of_type_and_status_that_exists_has_a_case() -> None:
    """Demands, refusals and threats are types of their own, so no other type has their status.

    Only requests, offers (AGREE) and motions (GOVERN) are proposed.  All others are taken, announced or planned.
    """
    own = {("REQUEST", "demanded"), ("REJECT", "rejected"), ("THREATEN", "threatened")}
    proposed = {(kind, "proposed") for kind in ("REQUEST", "AGREE", "GOVERN")}
    kinds = set(get_args(MeasureType)) - {"REQUEST", "REJECT", "THREATEN"}
    plain = {(kind, status) for kind in kinds for status in ("taken", "announced", "planned")}
    told = {tuple(measure.split()[:2]) for case in ALL for measure in case.expected if case.expected}
    assert told == own | proposed | plain


def test_the_tables_are_sorted_and_their_classes_known() -> None:
    for name, key in (("measure_verbs", "verb"), ("measure_nouns", "noun"), ("measure_cues", "word")):
        words = [row[key] for row in lexicon_rows(name)]
        assert words == sorted(words), name
    for frames in verb_frames().values():
        for frame in frames:
            for word in (w for alternative in (*frame.ways, *frame.objects) for w in alternative):
                assert not word.startswith("#") or nouns_of(word[1:])


def test_every_row_carries_an_example() -> None:
    for name in ("measure_verbs", "measure_nouns", "measure_cues"):
        assert all(row["example"] for row in lexicon_rows(name)), name
    assert all(values(row["words"]) for row in lexicon_rows("measure_classes"))


def examples() -> list[tuple[str, str]]:
    """Type and example sentence of every row; an example that is no sentence is made one."""
    rows = [row for name in ("measure_verbs", "measure_nouns") for row in lexicon_rows(name)]
    return [
        (row["type"], f"{row['example'].rstrip('.')}{'' if row['example'].endswith('.') else ' went on'}.")
        for row in rows
    ]


def test_every_row_of_the_tables_finds_its_own_example(model: Model, store: Store, parse_text: ParseText) -> None:
    rows = examples()
    fill([article_of(text) for _, text in rows], model, store)
    missed = []
    for kind, text in rows:
        names = {"Ruvania": "state", "Moldor": "state", "Ann Lee": "person"}
        marks = tuple(
            Mark("actor", next(k for k in get_args(ActorKind) if k == sort), name, Span(*m.span()))
            for name, sort in names.items()
            for m in re.finditer(name, text)
        )
        tree = parse_text(text)
        found = find_measures(dated(text), with_bystanders(cast_of(tree, marks)), ())
        if kind not in {measure.type for measure in found}:
            missed.append(text)
    assert not missed


TWO = "Ruvania has invaded Moldor. The army crossed the river. Ruvania's invasion of Moldor began at night."


def test_one_act_told_twice_is_one_measure_with_two_tellings(parse_text: ParseText) -> None:
    marks = tuple(
        Mark("actor", "state", name, Span(*m.span())) for name in ("Ruvania", "Moldor") for m in re.finditer(name, TWO)
    )
    (found,) = measure(parse_text, TWO, marks=marks)
    assert [TWO[slice(*telling.trigger)] for telling in found.tellings] == ["invaded", "invasion"]
    assert found.tellings[0] == Telling(trigger=found.trigger, sentence=found.sentence)


def test_a_person_and_a_body_are_no_two_sides(parse_text: ParseText) -> None:
    text = "Ann Lee urged the Arlen Bank to pay. Both sides have blocked the road."
    marks = (
        Mark("actor", "person", "Ann Lee", Span(0, 7)),
        Mark("actor", "organisation", "Arlen Bank", Span(text.index("Arlen"), text.index(" to pay"))),
    )
    asked, blocked = measure(parse_text, text, marks=marks)
    assert (asked.initiators, asked.targets) == (("ann-lee",), ("arlen-bank",))
    assert blocked.initiators == ()


QUOTED = "“Ruvania has expelled two envoys,” Ann Lee said."


def quote_of(text: str, content: str, source: str) -> Quote:
    start = text.index(content)
    return Quote(
        id="q-1",
        kind="direct",
        source=Source(actors=(source,), span=None),
        cue=(Span(text.index("said"), text.index("said") + 4),),
        content=(Span(start, start + len(content)),),
        sentence=Span(0, len(text)),
        within=None,
        rule="made",
        confidence=1.0,
    )


def test_a_measure_in_a_quote_knows_the_quote_and_who_claims_it(parse_text: ParseText) -> None:
    tree = parse_text(QUOTED)
    marks = (
        Mark("actor", "state", "Ruvania", Span(1, 8)),
        Mark("actor", "person", "Ann Lee", Span(QUOTED.index("Ann"), QUOTED.index(" said"))),
    )
    quote = quote_of(QUOTED, "“Ruvania has expelled two envoys,”", "ann-lee")
    (found,) = find_measures(dated(QUOTED), cast_of(tree, marks), [quote])
    assert (found.within, found.attribution, found.initiators) == ("q-1", "ann-lee", ("ruvania",))


def test_we_in_a_quote_is_who_speaks(parse_text: ParseText) -> None:
    text = "“We have expelled two envoys,” Ann Lee said."
    tree = parse_text(text)
    marks = (Mark("actor", "person", "Ann Lee", Span(text.index("Ann"), text.index(" said"))),)
    (found,) = find_measures(
        dated(text), cast_of(tree, marks), [quote_of(text, "“We have expelled two envoys,”", "ann-lee")]
    )
    assert found.initiators == ("ann-lee",)
    assert found.attribution is None


def test_the_instrument_is_words_of_the_text(parse_text: ParseText) -> None:
    text = "Ruvania has revoked the trade status."
    (found,) = measure(parse_text, text, marks=(Mark("actor", "state", "Ruvania", Span(0, 7)),))
    assert found.instrument == "trade status"


WORDS = [
    "Ruvania", "Moldor", "it", "they", "has", "will", "not", "expelled", "urged", "attacked", "held", "talk", "on",
    "Monday", "by", "to", "two", "side", "envoy", "if", "unless", "said", "claim", "must", "refuse", "plan", ",",
    "“", "”", "'s", "of", "a", "announce", "group", "from",
]  # fmt: skip
POS = ["NOUN", "VERB", "AUX", "PROPN", "ADJ", "PRON", "ADP", "PUNCT"]
TAGS = ["NN", "NNS", "NNP", "VB", "VBN", "VBG", "VBD", "JJ", "IN", "TO", "PRP", "WP"]
DEPS = [
    "nsubj", "nsubjpass", "dobj", "dative", "prep", "pobj", "pcomp", "agent", "xcomp", "ccomp", "advcl", "acl",
    "relcl", "conj", "appos", "poss", "compound", "amod", "aux", "auxpass", "neg", "mark", "prt", "advmod", "acomp",
    "det",
]  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Any tree over words of the tables, well parsed or not."""
    count = draw(st.integers(1, 25))
    tokens, text = [], ""
    for index in range(count):
        word = draw(st.sampled_from(WORDS))
        start = len(text)
        text += word + " "
        head = draw(st.integers(0, index - 1)) if index else 0
        tokens.append(
            Token(
                start=start,
                end=start + len(word),
                text=word,
                lemma={"attacked": "attack", "expelled": "expel", "urged": "urge", "said": "say"}.get(
                    word, word.lower()
                ),
                pos=draw(st.sampled_from(POS)),
                tag=draw(st.sampled_from(TAGS)),
                dep=draw(st.sampled_from(DEPS)) if index else "ROOT",
                head=head,
            )
        )
    return Tree(text, Parse(parser="made", tokens=tuple(tokens), sentences=((0, count),), entities=()))


@settings(max_examples=tried(300))
@given(tree=trees())
def test_any_tree_gives_sound_measures(tree: Tree) -> None:
    text = tree.text
    marks = tuple(
        Mark("actor", "state", name, Span(*m.span())) for name in ("Ruvania", "Moldor") for m in re.finditer(name, text)
    )
    cast = cast_of(tree, marks)
    found = find_measures(dated(text), cast, ())
    assert len({m.id for m in found}) == len(found)
    assert [m.tellings[0].trigger for m in found] == sorted(m.tellings[0].trigger for m in found)
    for each in found:
        for span in (each.trigger, each.sentence, *(t.trigger for t in each.tellings)):
            assert 0 <= span.start < span.end <= len(text)
        assert each.sentence.start <= each.trigger.start
        assert each.trigger.end <= each.sentence.end
        assert not set(each.initiators) & set(each.targets) or each.initiators == each.targets
    assert found == find_measures(dated(text), cast, ())

"""The quotes that news English makes, case by case, and what holds for any text."""

import gzip
import json
import re
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.extraction.cast.cast import Cast
from briefings.extraction.quotes.quotes import find_quotes
from briefings.language.parsing import Model
from briefings.language.store import Store, parse_key
from briefings.language.tree import Tree
from briefings.model import Chain, Entity, Mention, Parse, Quote, Span, Token
from conftest import ParseText
from made import ROOT, Bar, article_of
from sizes import tried

CASES = Path(__file__).parent / "cases" / "quotes.txt"
MARK = re.compile(r"\[(source|cue|content)((?: \d)*): |\]")

Marks = dict[str, dict[str, list[Span]]]  # number, then role


@dataclass
class Case:
    """One paragraph of the cases file."""

    about: str
    text: str = ""
    reality: str = "asserted"  # of each quote in it: "negated", "asked", "negated planned" …
    marks: Marks = field(default_factory=dict)


def cases() -> Iterator[Case]:
    about = ""
    for line in CASES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            about = line[1:].strip()
        elif line.strip():
            marked, _, reality = line.partition(" => ")
            yield unmarked(about, marked.replace(" ¶] ", "] ¶ ").replace(" ¶ ", "\n\n"), reality or "asserted")


def unmarked(about: str, line: str, reality: str = "asserted") -> Case:
    """`line` without its marks, and where they were."""
    case, at, opened = Case(about, reality=reality), 0, list[tuple[str, str, int]]()
    for match in MARK.finditer(line):
        case.text += line[at : match.start()]
        at = match.end()
        if match.group(1):
            opened.append((match.group(1), match.group(2) or " ", len(case.text)))
        else:
            role, numbers, start = opened.pop()
            for number in numbers.split() or [""]:
                case.marks.setdefault(number, {}).setdefault(role, []).append(Span(start, len(case.text)))
    case.text += line[at:]
    return case


def told(quote: Quote) -> dict[str, list[Span]]:
    source = [quote.source.span] if quote.source.span else []
    roles = {"source": source, "cue": list(quote.cue), "content": list(quote.content)}
    return {role: spans for role, spans in roles.items() if spans}


def reality_of(quote: Quote) -> str:
    """As the cases write it: a plain saying is "asserted", one with a not "negated", with more besides."""
    rest = quote.reality if quote.reality != "asserted" or not quote.negated else ""
    return " ".join(filter(None, ("negated" if quote.negated else "", rest)))


def test_a_saying_inside_one_that_was_not_said_is_doubted(parse_text: Callable[[str], Tree]) -> None:
    text = "Ann Velden did not say that the mayor said that taxes would fall."
    outer, *inner = find_quotes(Cast(parse_text(text), ()))
    assert reality_of(outer) == "negated"
    assert [reality_of(quote) for quote in inner] == ["doubted"]


def test_a_helper_may_be_the_last_word_of_all(parse_text: Callable[[str], Tree]) -> None:
    tree = parse_text("Velden said that it rained would")
    tokens = [replace(token, dep="aux", head=1) if token.text == "would" else token for token in tree.tokens]
    odd = Tree(tree.text, replace(tree.parse, tokens=tuple(tokens)))
    assert {reality_of(quote) for quote in find_quotes(Cast(odd, ()))} <= {"asserted", "conditional"}


def test_no_minister_is_no_minister(parse_text: Callable[[str], Tree]) -> None:
    text = "Ministers met on Monday. No minister said that the bridge was closed."
    tree = parse_text(text)
    span = Span(text.index("minister said"), text.index(" said"))
    mentions = (Mention(span=span, form="description", head=tree.tokens_in(span)[0], rule="made"),)
    chain = Chain(id="minister", name="minister", named=False, kind="person", aliases=(), roles=(), mentions=mentions)
    (quote,) = find_quotes(Cast(tree, (chain,)))
    assert quote.negated
    assert quote.source.actors == ()
    assert text[slice(*quote.source.span or ())] == "No minister"


def in_words(text: str, roles: dict[str, list[Span]]) -> dict[str, list[str]]:
    return {role: [text[start:end] for start, end in spans] for role, spans in sorted(roles.items())}


@pytest.mark.parametrize("case", tuple(cases()), ids=lambda case: case.about)
def test_the_quotes_of_a_case_are_found_and_no_other(case: Case, parse_text: Callable[[str], Tree]) -> None:
    quotes = find_quotes(Cast(parse_text(case.text), ()))
    found = [in_words(case.text, told(quote)) for quote in quotes]
    wanted = [in_words(case.text, roles) for _, roles in sorted(case.marks.items())]
    assert sorted(found, key=str) == sorted(wanted, key=str)
    assert {reality_of(quote) for quote in quotes} <= {case.reality}


def quotes_of(text: str, parse_text: Callable[[str], Tree]) -> tuple[Quote, ...]:
    return find_quotes(Cast(parse_text(text), ()))


def test_the_kind_says_how_much_is_in_marks(parse_text: Callable[[str], Tree]) -> None:
    text = "“It is safe,” Orlek said. Velden called the plan “a gift”. Orlek said that it was safe."
    assert [quote.kind for quote in quotes_of(text, parse_text)] == ["direct", "mixed", "indirect"]


def test_an_inner_quote_names_its_outer_one(parse_text: Callable[[str], Tree]) -> None:
    inner, outer = quotes_of("Orlek insisted that the bridge was safe, according to Mara Velden.", parse_text)
    assert inner.within == outer.id
    assert outer.within is None


def test_an_id_holds_when_another_sentence_is_added(parse_text: Callable[[str], Tree]) -> None:
    (before,) = quotes_of("Orlek said that the bridge was safe.", parse_text)
    after = quotes_of("Velden waved. Orlek said that the bridge was safe.", parse_text)
    assert [quote.id for quote in after] == [before.id]


@pytest.mark.parametrize(
    "text",
    [
        "As this paper revealed, Orlek is not even a member of the council, according to old papers.",
        "The clerk said the order was to “keep the harbour open,” according to the report.",
        "As Velden put it, the bridge had been closed for years, according to the ministry.",
    ],
)
def test_two_sayings_that_each_hold_the_others_cue_end_and_one_stays(
    text: str, parse_text: Callable[[str], Tree]
) -> None:
    assert quotes_of(text, parse_text)


def test_every_quote_says_which_rule_found_it_and_how_sure_it_is(parse_text: Callable[[str], Tree]) -> None:
    for case in cases():
        for quote in quotes_of(case.text, parse_text):
            assert quote.rule
            assert 0.4 <= quote.confidence < 1.0


def cast_of(tree: Tree, **names: str) -> Cast:
    """A cast in which every occurrence of a name is a mention of its actor."""
    chains = []
    for actor, name in names.items():
        found = [index for index, token in enumerate(tree.tokens) if token.text == name]
        mentions = tuple(
            Mention(span=tree.span(index, index + 1), form="name", head=index, rule="test") for index in found
        )
        chains.append(Chain(id=actor, name=name, named=True, kind="person", aliases=(), roles=(), mentions=mentions))
    return Cast(tree, chains)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Orlek said that the bridge was safe.", ("orlek",)),
        ("Orlek and Velden said that the bridge was safe.", ("orlek", "velden")),
        ("Velden praised Orlek, who said that the bridge was safe.", ("orlek",)),
        ("Orlek’s statement said that the bridge was safe.", ("orlek",)),
        ("A spokesman for the ministry, Orlek, said that the bridge was safe.", ("orlek",)),
        ("Orlek’s spokesman said that the bridge was safe.", ()),
        ("The minister said that Orlek was safe.", ()),
    ],
)
def test_a_source_stands_for_the_actors_it_names_and_in_doubt_for_none(
    text: str, actors: tuple[str, ...], parse_text: Callable[[str], Tree]
) -> None:
    quotes = find_quotes(cast_of(parse_text(text), orlek="Orlek", velden="Velden"))
    assert [quote.source.actors for quote in quotes if quote.cue and text[slice(*quote.cue[0])] == "said"] == [actors]


def holds(text: str, quotes: tuple[Quote, ...]) -> None:
    """What is true of the quotes of any text."""
    ids = [quote.id for quote in quotes]
    assert len(set(ids)) == len(ids)
    for quote in quotes:
        assert quote.cue or quote.source.span is None
        assert quote.content
        for spans in (quote.cue, quote.content):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert quote.source.span is None or text[slice(*quote.source.span)].strip()
        assert quote.within is None or quote.within in ids


def test_spans_lie_in_the_text_in_order_and_apart(parse_text: Callable[[str], Tree]) -> None:
    for case in cases():
        holds(case.text, quotes_of(case.text, parse_text))


WORDS = ("He", "said", "that", "it", "was", "over", ",", ".", '"', "“", "”", "'", "’", "‘", "Orlek", ":", "—", "told")


def flat(words: list[str]) -> Tree:
    """A tree whose every sentence hangs on its first "said" or "told", so that marks can be thrown at the rules."""
    text, tokens, bounds = "", list[Token](), [0]
    for word in words:
        start = len(text)
        text += word + " "
        verb = word in {"said", "told"}
        name = word in {"He", "Orlek", "it"}
        pos = "VERB" if verb else "PROPN" if name else "PUNCT" if not word.isalpha() else "X"
        tag, dep = "VBD" if verb else "NNP", "ROOT" if verb else "nsubj" if name else "ccomp"
        tokens.append(
            Token(start=start, end=len(text) - 1, text=word, lemma={"said": "say"}.get(word, word.lower()),
                  pos=pos, tag=tag, dep=dep, head=len(tokens))
        )  # fmt: skip
        if word == ".":
            bounds.append(len(tokens))
    if bounds[-1] != len(tokens):
        bounds.append(len(tokens))
    sentences = tuple(pairwise(bounds))
    for first, last in sentences:
        head = next((i for i in range(first, last) if tokens[i].pos == "VERB"), first)
        for index in range(first, last):
            token = tokens[index]
            tokens[index] = Token(
                start=token.start, end=token.end, text=token.text, lemma=token.lemma,
                pos=token.pos, tag=token.tag, dep=token.dep, head=head,
            )  # fmt: skip
    entities = tuple(Entity(first=i, last=i + 1, label="PERSON") for i, word in enumerate(words) if word == "Orlek")
    return Tree(text, Parse(parser="flat", tokens=tuple(tokens), sentences=sentences, entities=entities))


@settings(max_examples=tried(300))
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
def test_marks_thrown_at_random_never_break_a_quote(words: list[str]) -> None:
    tree = flat(words)
    holds(tree.text, find_quotes(Cast(tree, ())))


def seconds(text: str) -> float:
    tree = flat(text.split())
    began = time.process_time()
    find_quotes(Cast(tree, ()))
    return time.process_time() - began


@pytest.mark.bench
@pytest.mark.parametrize(
    "unit",
    [
        "He said that it was over . ",
        "He said : “ it was over ” , ",
        "“ “ ",
        "Orlek told “ He ” said ' . ",
        "said that ",
    ],
)
def test_eight_times_the_text_takes_no_more_than_its_share(unit: str) -> None:
    once, eight = seconds(unit * 500), seconds(unit * 4000)
    assert eight < 24 * once + 1


@pytest.mark.bench
def test_twice_and_four_times_a_sentence_take_twice_and_four_times_as_long() -> None:
    unit = "He said : “ it was over ” , Orlek told that it was . " * 250
    once, twice, four = (min(seconds(unit * times) for _ in range(3)) for times in (1, 2, 4))
    assert twice < 3 * once + 0.1
    assert four < 6 * once + 0.1


def test_memory_grows_with_the_text_and_no_faster() -> None:
    once, four = (most_memory("He said : “ it was over ” . " * tried(500) * times) for times in (1, 4))
    assert four < 6 * once


def most_memory(text: str) -> int:
    tree = flat(text.split())
    tracemalloc.start()
    find_quotes(Cast(tree, ()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


MANY = tried(20_000)


@pytest.mark.parametrize("marks", ["“ " * MANY + "” " * MANY, "“ ‘ " * (MANY // 2), '" ' * MANY, "« " * MANY])
def test_nested_marks_by_the_ten_thousand_are_read_in_seconds(marks: str, bar: Bar) -> None:
    tree = flat(f"He said {marks}.".split())
    with bar(5):
        find_quotes(Cast(tree, ()))


@pytest.mark.gold
@pytest.mark.parametrize("split", ["dev", "train"])
def test_every_quotation_of_the_gold_is_exact(
    split: str, gold: Path, store: Store, model: Model, parse_text: ParseText, *, full: bool
) -> None:
    """Of train only what is parsed already: parsing it all takes minutes; every tenth by `make test`."""
    with gzip.open(gold / "quotes" / f"{split}.jsonl.gz", "rt", encoding="utf-8", newline="") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    if split == "train" and not full:
        texts = texts[::10]
    if split == "dev":
        list(map(parse_text, texts))  # which keeps the parses
    parsed = [(text, store.get(parse_key(model.id, article_of(text)), article_of(text))) for text in texts]
    ready = [(text, parse) for text, parse in parsed if parse is not None]
    if not ready:
        pytest.skip(f"GOLD ABSENT: no article of {split} is parsed yet; `make gold TASK=quotes` does it")
    for text, parse in ready:
        holds(text, find_quotes(Cast(Tree(text, parse), ())))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "newsroom" / "seeds").glob("*.txt")), ids=lambda path: path.stem
)
def test_every_quotation_of_the_made_up_newsroom_is_exact(path: Path, parse_text: Callable[[str], Tree]) -> None:
    text = path.read_text("utf-8", "replace")
    holds(text, quotes_of(text, parse_text))

"""Attributions before they are quotes: which cues report, what, and from whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model import Span
from .attribution import source_head
from .cues import Use, uses, weight
from .frames import Text, clip, run_of, spans

# A use whose word reports less often than this is left alone: dev figures balance here.
ENOUGH = 0.45
# How much of the right content each construction covers (mean IoU over annotated news): the better
# one wins where a word stands in several.
_COVER = {"quoted": 1.0, "introduced": 1.0, "marked": 0.95, "clause": 0.9, "before": 0.85, "to": 0.75, "object": 0.77}
_COVER_ELSE = 0.65

MAX_NAME = 6  # tokens before the colon of a turn
_SPEAKERS = frozenset({"poll", "report", "study", "survey", "newspaper", "source", "official", "analyst", "camp", "q", "a"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One cue with all that it reports; token indices, spans for content."""

    cue: tuple[int, ...]
    content: tuple[Span, ...]
    source: int | None  # head token
    region: int | None  # ordinal of the quotation that is the whole content
    weight: float
    rule: str


def claims(text: Text) -> list[Claim]:
    """At most one claim a cue, in the order of the text."""
    found = [*_by_word(text), *_according(text), *_turns(text), *_signed(text)]
    return sorted(found, key=lambda claim: claim.cue)


def _by_word(text: Text) -> Iterator[Claim]:
    best: dict[int, tuple[float, Use]] = {}
    for use in uses(text):
        likely = weight(use)
        score = likely * _COVER.get(use.reported.name, _COVER_ELSE)
        if likely >= ENOUGH and score >= best.get(use.token, (0.0, use))[0]:
            best[use.token] = (score, use)
    for token, (_, use) in best.items():
        particle = text.tree.child(token, "prt")
        extra = (*use.reported.extra, *(() if particle is None else (particle,)))
        yield Claim(
            cue=tuple(sorted((token, *extra))),
            content=use.reported.content,
            source=source_head(text, token, use.reported.name),
            region=use.reported.region,
            weight=weight(use),
            rule=use.rule,
        )


def _according(text: Text) -> Iterator[Claim]:
    for index, token in enumerate(text.tree.tokens[:-1]):
        if token.lemma in {"accord", "according"} and text.tree.tokens[index + 1].lemma == "to":
            claim = according_to(text, index)
            if claim:
                yield claim


def according_to(text: Text, index: int) -> Claim | None:
    """The talks had failed, according to the minister."""
    tree = text.tree
    start, end = tree.sentences[tree.sentence_of[index]]
    head = _named_after(text, index + 1)
    if head is None:
        return None
    last = tree.right[head]
    before = clip(text, tree.span(start, index)) if index > start else None
    after = None
    if last + 1 < end and (before is None or (tree.tokens[last].text == "," and _is_verbal(text, last, end))):
        after = clip(text, tree.span(last, end), floor=tree.tokens[last - 1].end)
    content = spans(before, after)
    if not content:
        return None
    return Claim(
        cue=(index, index + 1), content=content, source=head, region=None, weight=0.95, rule=according_to.__name__
    )


def _named_after(text: Text, preposition: int) -> int | None:
    tree = text.tree
    return tree.child(preposition, "pobj", "pcomp") or tree.child(preposition - 1, "pobj")


def _is_verbal(text: Text, first: int, last: int) -> bool:
    return any(text.tree.tokens[index].pos in {"VERB", "AUX"} for index in range(first, last))


def _turns(text: Text) -> Iterator[Claim]:
    places = {i for e in text.tree.parse.entities if e.label in _PLACES for i in range(e.first, e.last)}
    for number, paragraph in enumerate(text.regions.paragraphs):
        inside = text.tree.tokens_in(paragraph)
        for index in range(inside.start + 1, min(inside.stop - 1, inside.start + MAX_NAME + 2)):
            if text.tree.tokens[index].text == ":":
                if index - 1 not in places:
                    claim = turn(text, number, index)
                    if claim:
                        yield claim
                break


def turn(text: Text, number: int, colon: int) -> Claim | None:
    """Wallace: Let us begin with the news."""
    tree, paragraph = text.tree, text.regions.paragraphs[number]
    first = tree.tokens_in(paragraph).start
    names = [i for i in range(first, colon) if tree.tokens[i].text[0].isalnum()]
    if not names or len(names) > MAX_NAME or not _names_speaker(text, names):
        return None
    region = text.regions.number_at(tree.tokens[colon + 1].start)
    if region is not None and region != text.region_of[colon] and not text.regions.items[region].closed:
        content = run_of(text, region)
    else:
        content = spans(clip(text, Span(tree.tokens[colon].end, paragraph.end), floor=tree.tokens[colon].end))
    if not content:
        return None
    return Claim(cue=(colon,), content=content, source=names[-1], region=None, weight=0.8, rule=turn.__name__)


def _names_speaker(text: Text, names: list[int]) -> bool:
    tokens = text.tree.tokens
    last = tokens[names[-1]]
    if any(tokens[i].pos in {"VERB", "AUX"} and not tokens[i].text.isupper() for i in names):
        return False
    return last.pos == "PROPN" or last.text.isupper() or last.lemma in _SPEAKERS


def _signed(text: Text) -> Iterator[Claim]:
    for number, region in enumerate(text.regions.items):
        after = text.tree.tokens_in(Span(region.span.end, region.span.end + 6))
        for index in after:
            if text.tree.tokens[index].text in {"—", "–", "-", "--"}:
                claim = signed(text, number, index)
                if claim:
                    yield claim
                break


def signed(text: Text, number: int, dash: int) -> Claim | None:
    """“We will not wait.” — Mary Smith"""
    tree = text.tree
    head, end = dash + 1, len(tree.tokens)
    if head >= end or tree.tokens[head].pos != "PROPN" or tree.sentence_of[head] != tree.sentence_of[dash]:
        return None
    last = tree.sentences[tree.sentence_of[dash]][1]
    if any(tree.tokens[i].pos in {"VERB", "AUX"} for i in range(head, last)):
        return None
    while head + 1 < last and tree.tokens[head + 1].pos == "PROPN":
        head += 1
    return Claim(
        cue=(dash,), content=run_of(text, number), source=head, region=number, weight=0.8, rule=signed.__name__
    )


def with_content(claim: Claim, content: tuple[Span, ...]) -> Claim:
    """`claim` with other content."""
    return replace(claim, content=content)

"""Attributions before they are quotes: which cues report, what, and from whom."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import exp, log

from ..model import Span
from .attribution import beside, source_head
from .cues import Use, uses, weight
from .frames import Text, clip, run_of, spans

# A use whose word reports less often than this is left alone: dev figures balance here.
ENOUGH = 0.55
# How much of the right content each construction covers (mean IoU over annotated news): the better
# one wins where a word stands in several.
_COVER = {
    "quoted": 1.0,
    "introduced": 1.0,
    "marked": 0.95,
    "clause": 0.9,
    "hearer clause": 0.9,
    "before": 0.85,
    "to": 0.75,
    "object": 0.77,
}
_COVER_ELSE = 0.65

WORTH_A_LOOK = 0.15  # the lexicon's figure below which no evidence could lift a use over ENOUGH
# Evidence in log-odds (see `evidence`).
_TAGS = {"VBD": 0.25, "VB": -0.3, "JJ": 0.4, "NN": 0.2}
_SPEAKING = {"he": 0.3, "she": 0.3, "they": 0.1, "i": 0.2, "we": -0.2, "you": -0.4} | dict.fromkeys(
    ("it", "that", "which", "this", "who", "there"), -0.4
)
_NAMED = 0.35
_OWN_NOUN = 0.5  # *his* call for …
_IN_MARKS = 0.45
_ASKED = -0.5
_LONG_CONTENT = 0.3
LONG = 120  # characters

# Confidence of the rules without a lexicon, as they were right in annotated news.
ACCORDING = 0.95
TURN = 0.8
SIGNED = 0.8

HEADLINE = 30  # tokens of a headline at most
MAX_NAME = 6  # tokens before the colon of a turn
_SPEAKERS = frozenset({"poll", "report", "study", "survey", "newspaper", "source", "official", "analyst", "camp"})
_DASHES = frozenset({"—", "–", "-", "--", "―"})
_BODIES = frozenset({"PERSON", "ORG"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One cue with all that it reports; token indices, spans for content."""

    at: int  # the cue's first token; where there is no cue, the content's
    cue: tuple[int, ...]
    content: tuple[Span, ...]
    source: int | None  # head token
    region: int | None  # ordinal of the quotation that is the whole content
    weight: float
    rule: str


def claims(text: Text) -> list[Claim]:
    """At most one claim a cue, in the order of the text."""
    found = [*_by_word(text), *_according(text), *_turns(text), *_signed(text)]
    return sorted(found, key=lambda claim: claim.at)


def _by_word(text: Text) -> Iterator[Claim]:
    best: dict[int, tuple[float, Claim]] = {}
    for use in uses(text):
        likely = weight(use)
        if likely < WORTH_A_LOOK:
            continue
        claim = _claim(text, use, likely)
        score = likely * _COVER.get(use.reported.name, _COVER_ELSE)
        if claim.weight >= ENOUGH and score >= best.get(use.token, (0.0, claim))[0]:
            best[use.token] = (score, claim)
    for _, claim in best.values():
        yield claim


def _claim(text: Text, use: Use, likely: float) -> Claim:
    particle = text.tree.child(use.token, "prt")
    extra = (*use.reported.extra, *(() if particle is None else (particle,)))
    source, region = source_of_use(text, use), use.reported.region
    return Claim(
        at=use.token,
        cue=tuple(sorted((use.token, *extra))),
        content=use.reported.content,
        source=source,
        region=region,
        weight=likely if region is not None else _weighed(likely, evidence(text, use, source)),
        rule=use.rule,
    )


def source_of_use(text: Text, use: Use) -> int | None:
    """Head token of the words that name the source: beside the cue, where the parser looked into the quotation."""
    head, region = source_head(text, use.token, use.reported.name), use.reported.region
    if region is not None and (head is None or text.region_of[head] == region):
        return beside(text, use.token, region)
    return head


def _weighed(likely: float, odds: float) -> float:
    """`likely` with its log-odds moved by `odds`."""
    sure = min(max(likely, 0.01), 0.99)
    return 1 / (1 + exp(-(log(sure / (1 - sure)) + odds)))


def evidence(text: Text, use: Use, source: int | None) -> float:
    """What the words around a cue add to its log-odds: lifts over the lexicon's figure in annotated news."""
    tree = text.tree
    token = tree.tokens[use.token]
    found = _TAGS.get(token.tag, 0.0)
    if source is not None:
        speaker = tree.tokens[source]
        found += _SPEAKING.get(speaker.text.lower(), _NAMED if speaker.pos == "PROPN" else 0.0)
        found += _OWN_NOUN if use.kind == "noun" else 0.0
    if any(True for span in use.reported.content for _ in text.regions.overlapping(span)):
        found += _IN_MARKS
    if tree.tokens[tree.sentences[tree.sentence_of[use.token]][1] - 1].text == "?":
        found += _ASKED
    if sum(end - start for start, end in use.reported.content) >= LONG:
        found += _LONG_CONTENT
    return found


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
        at=index,
        cue=(index, index + 1),
        content=content,
        source=head,
        region=None,
        weight=0.95,
        rule=according_to.__name__,
    )


def _named_after(text: Text, preposition: int) -> int | None:
    tree = text.tree
    return tree.child(preposition, "pobj", "pcomp") or tree.child(preposition - 1, "pobj")


def _is_verbal(text: Text, first: int, last: int) -> bool:
    return any(text.tree.tokens[index].pos in {"VERB", "AUX"} for index in range(first, last))


def _turns(text: Text) -> Iterator[Claim]:
    colons = list(_colons(text))
    times = Counter(_before(text, colon) for _, colon in colons)
    speakers = _speakers(text)
    for number, colon in colons:
        name, lemma = _before(text, colon), text.tree.tokens[colon - 1].lemma
        if times[name] == 1 and not _is_headline(text, number, colon):
            continue
        claim = turn(text, number, colon) if name in speakers or lemma in _SPEAKERS or times[name] > 1 else None
        if claim:
            yield claim


def _is_headline(text: Text, number: int, colon: int) -> bool:
    """Whether a lone turn is short or opens a quotation: "Port Sela: …" before a paragraph is a dateline."""
    inside = text.tree.tokens_in(text.regions.paragraphs[number])
    return len(inside) <= HEADLINE or text.region_of[colon + 1] != -1


def _colons(text: Text) -> Iterator[tuple[int, int]]:
    """Paragraph and token of each colon that follows a paragraph's first words."""
    for number, paragraph in enumerate(text.regions.paragraphs):
        inside = text.tree.tokens_in(paragraph)
        for index in range(inside.start + 1, min(inside.stop - 1, inside.start + MAX_NAME + 2)):
            if text.tree.tokens[index].text == ":":
                yield number, index
                break


def _before(text: Text, colon: int) -> str:
    return text.tree.tokens[colon - 1].text.casefold()


def _speakers(text: Text) -> frozenset[str]:
    """Last words of the names of persons and bodies in the article."""
    tokens = text.tree.tokens
    named = (tokens[e.last - 1].text.casefold() for e in text.tree.parse.entities if e.label in _BODIES)
    return frozenset(named)


def turn(text: Text, number: int, colon: int) -> Claim | None:
    """Wallace: Let us begin with the news."""
    tree, paragraph = text.tree, text.regions.paragraphs[number]
    first = tree.tokens_in(paragraph).start
    names = [i for i in range(first, colon) if tree.tokens[i].text[0].isalnum()]
    if not 0 < len(names) <= MAX_NAME or len(tree.tokens[names[-1]].text) == 1 or not _names_speaker(text, names):
        return None
    region = text.regions.number_at(tree.tokens[colon + 1].start)
    if region is not None and region != text.region_of[colon] and not text.regions.items[region].closed:
        content = run_of(text, region)
    else:
        content = spans(clip(text, Span(tree.tokens[colon].end, paragraph.end), floor=tree.tokens[colon].end))
    if not content:
        return None
    return Claim(
        at=colon, cue=(colon,), content=content, source=names[-1], region=None, weight=TURN, rule=turn.__name__
    )


def _names_speaker(text: Text, names: list[int]) -> bool:
    tokens = text.tree.tokens
    return not any(tokens[i].pos in {"VERB", "AUX"} and tokens[i].text.islower() for i in names)


def _signed(text: Text) -> Iterator[Claim]:
    for number, region in enumerate(text.regions.items):
        after = text.tree.tokens_in(Span(region.span.end, region.span.end + 6))
        for index in after:
            if text.tree.tokens[index].text in _DASHES:
                claim = signed(text, number, index)
                if claim:
                    yield claim
                break


def signed(text: Text, number: int, dash: int) -> Claim | None:
    """“We will not wait.” — Mary Smith, writer."""
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
        at=dash,
        cue=(dash,),
        content=run_of(text, number),
        source=head,
        region=number,
        weight=SIGNED,
        rule=signed.__name__,
    )


def with_content(claim: Claim, content: tuple[Span, ...]) -> Claim:
    """`claim` with other content."""
    return replace(claim, content=content)

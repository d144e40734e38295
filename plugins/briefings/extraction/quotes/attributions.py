"""Attributions before they are quotes: which cues report, what, and from whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ...language.cue_figures import lexicon
from ...language.learned_weights import Weights
from ...model import Span
from .boundaries import has_clause_of_its_own, opens_relative
from .constructions import Attribution, MarkedText, clip, length_of, run_of, spans
from .cues import Use, particle_of, uses
from .judging import judge
from .sources import source_head

ENOUGH = 0.45  # how likely one must be right: precision and recall balance there over held-out articles
AS_GOOD = 0.15  # how much less likely one may be than the likeliest of its cue, to be chosen for what it says
ENOUGH_MARKED = 0.6  # the same where words stand in marks: a title is soon taken for somebody's own words
RULE = "rule any"  # the lexicon's word for constructions that need no word

HEADLINE = 30  # tokens of a headline at most
MAX_NAME = 6  # tokens before the colon of a turn
_SPEAKERS = frozenset({"poll", "report", "study", "survey", "newspaper", "source", "official", "analyst", "camp"})
_EVENTS = frozenset(
    {"discussion", "conversation", "meeting", "talk", "visit", "trip", "dinner", "ceremony", "exchange"}
)
_CLOSING = "”\"’'»"
_DASHES = frozenset({"—", "–", "-", "--", "―"})
_BODIES = frozenset({"PERSON", "ORG"})


def find_attributions(text: MarkedText, weights: Weights) -> list[Attribution]:
    """Gives at most one attribution a cue, the likeliest, in the order of the text."""
    found: list[Attribution] = []
    for rivals in by_cue(text):
        shapes = sorted({rival.shape for rival in rivals})
        judged = [judge(text, rival, shapes, weights) for rival in rivals]
        best = max(judged)
        if best < ENOUGH and all(rival.word != RULE for rival in rivals):
            continue
        likeliest = rivals[judged.index(best)]
        attribution = _that_says_most(
            [
                rival
                for rival, weight in zip(rivals, judged, strict=True)
                if weight >= best - AS_GOOD or (weight >= ENOUGH and _holds(rival, likeliest))
            ]
        )
        if attribution.word == RULE or best >= (ENOUGH_MARKED if _has_marks(text, attribution) else ENOUGH):
            found.append(replace(attribution, weight=best))
    return found


def _has_marks(text: MarkedText, attribution: Attribution) -> bool:
    return any(True for span in attribution.content for _ in text.regions.overlapping(span))


def _holds(whole: Attribution, part: Attribution) -> bool:
    """Tells whether all that one reports is in the whole object: regards *all of the bay* as its own, not "its own"."""
    return whole.shape == "object" and all(
        any(s <= start and end <= e for s, e in whole.content) for start, end in part.content
    )


def _that_says_most(rivals: Sequence[Attribution]) -> Attribution:
    """Chooses the one that says most among those about as likely: urged *Sudria* to condemn it."""
    return max(rivals, key=lambda attribution: length_of(attribution.content))


def by_cue(text: MarkedText) -> Iterator[list[Attribution]]:
    """Gives the attributions that the rules can make of each cue, likely or not, in the order of the text."""
    possible = (attribution for attribution in candidates(text) if not _is_no_speech(text, attribution))
    ordered = sorted(possible, key=lambda attribution: attribution.at)
    for _, rivals in groupby(ordered, key=lambda attribution: attribution.at):
        yield list(rivals)


def _is_no_speech(text: MarkedText, attribution: Attribution) -> bool:
    """Tells whether nobody speaks: the discussion emphasised trade; the two sides discussed it."""
    if attribution.source is not None and text.tree.tokens[attribution.source].lemma in _EVENTS:
        return True
    return lexicon().get(attribution.word, {}).get(attribution.shape) == 0


def candidates(text: MarkedText) -> Iterator[Attribution]:
    """Gives all that the rules can make of a text, likely or not; none is weighed yet."""
    for use in uses(text):
        yield _of_use(text, use)
    yield from _according(text)
    yield from _turns(text)
    yield from _signed(text)


def _of_use(text: MarkedText, use: Use) -> Attribution:
    particle = particle_of(text.tree, use.token)
    extra = (*use.reported.extra, *(() if particle is None else (particle,)))
    return Attribution(
        at=use.token,
        cue=tuple(sorted((use.token, *extra))),
        content=use.reported.content,
        source=source_head(text.tree, use.token, use.reported.name),
        region=use.reported.region,
        weight=0.0,
        rule=use.rule,
        shape=use.reported.name,
        word=f"{use.kind} {use.word}",
    )


def _according(text: MarkedText) -> Iterator[Attribution]:
    for index, token in enumerate(text.tree.tokens[:-1]):
        if token.lemma in {"accord", "according"} and text.tree.tokens[index + 1].lemma == "to":
            attribution = according_to(text, index)
            if attribution:
                yield attribution


def according_to(text: MarkedText, index: int) -> Attribution | None:
    """Reads a source after its content: *The talks had failed, according to the minister*."""
    tree = text.tree
    start, end = tree.sentences[tree.sentence_of[index]]
    head = _named_after(text, index + 1)
    if head is None:
        return None
    last = tree.right[head]
    before = clip(text, tree.span(start, index)) if index > start else None
    after = None
    if last + 1 < end and (before is None or _goes_on_after(text, start, index, last, end)):
        after = clip(text, tree.span(last, end), floor=tree.tokens[last - 1].end)
    content = spans(before, after)
    if not content:
        return None
    return Attribution(
        at=index,
        cue=(index, index + 1),
        content=content,
        source=head,
        region=None,
        weight=0.0,
        rule=according_to.__name__,
        shape=according_to.__name__,
        word=RULE,
    )


def _named_after(text: MarkedText, preposition: int) -> int | None:
    tree = text.tree
    return tree.child(preposition, "pobj", "pcomp") or tree.child(preposition - 1, "pobj")


def _goes_on_after(text: MarkedText, start: int, index: int, last: int, end: int) -> bool:
    """Tells whether what is said goes on after its source: not where a clause of the reporter's own begins there."""
    tokens = text.tree.tokens
    if tokens[last].text != "," or not any(tokens[i].pos in {"VERB", "AUX"} for i in range(last, end)):
        return False
    inserted = tokens[index - 1].text != "," and opens_relative(text, start, index)
    return not inserted and not has_clause_of_its_own(text, last, end)


def _turns(text: MarkedText) -> Iterator[Attribution]:
    colons = list(_colons(text))
    times = Counter(_word_before_colon(text, colon) for _, colon in colons)
    speakers, is_transcript = _last_words_of_names(text), any(count > 1 for count in times.values())
    for number, colon in colons:
        name, last = _word_before_colon(text, colon), text.tree.tokens[colon - 1]
        if not (last.text[0].isupper() or last.lemma in _SPEAKERS):
            continue  # “See it now: …”
        if times[name] == 1 and not _is_headline_turn(text, number, colon):
            continue
        speaks = name in speakers or last.lemma in _SPEAKERS or (is_transcript and last.text.isupper())
        attribution = turn(text, number, colon) if speaks or times[name] > 1 else None
        if attribution:
            yield attribution if times[name] > 1 else replace(attribution, shape="lone turn")


def _is_headline_turn(text: MarkedText, number: int, colon: int) -> bool:
    """Tells whether a lone turn is short and says something, or opens a quotation.

    "Port Sela: …" before a paragraph is a dateline, "Source: Radio Nord" a credit.
    """
    inside = text.tree.tokens_in(text.regions.paragraphs[number])
    says = any(text.tree.tokens[index].pos in {"VERB", "AUX"} for index in range(colon + 1, inside.stop))
    return (len(inside) <= HEADLINE and says) or text.region_of[colon + 1] != -1


def _colons(text: MarkedText) -> Iterator[tuple[int, int]]:
    """Finds the paragraph and token of each colon that follows a paragraph's first words."""
    for number, paragraph in enumerate(text.regions.paragraphs):
        inside = text.tree.tokens_in(paragraph)
        for index in range(inside.start + 1, min(inside.stop - 1, inside.start + MAX_NAME + 2)):
            if text.tree.tokens[index].text == ":":
                yield number, index
                break


def _word_before_colon(text: MarkedText, colon: int) -> str:
    return text.tree.tokens[colon - 1].text.casefold()


def _last_words_of_names(text: MarkedText) -> frozenset[str]:
    """Gives the last words of the names of persons and bodies in the article."""
    tokens = text.tree.tokens
    named = (tokens[e.last - 1].text.casefold() for e in text.tree.parse.entities if e.label in _BODIES)
    return frozenset(named)


def turn(text: MarkedText, number: int, colon: int) -> Attribution | None:
    """Reads a turn of a conversation: *Wallace: Let us begin with the news*."""
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
    return Attribution(
        at=colon,
        cue=(colon,),
        content=content,
        source=names[-1],
        region=None,
        weight=0.0,
        rule=turn.__name__,
        shape=turn.__name__,
        word=RULE,
    )


def _names_speaker(text: MarkedText, names: list[int]) -> bool:
    tokens = text.tree.tokens
    return not any(tokens[i].pos in {"VERB", "AUX"} and tokens[i].text.islower() for i in names)


def _signed(text: MarkedText) -> Iterator[Attribution]:
    for number, region in enumerate(text.regions.items):
        after = text.tree.tokens_in(Span(region.span.end - 1, region.span.end + 6))
        for index in after:
            if text.tree.tokens[index].text.lstrip(_CLOSING) in _DASHES:  # a tokeniser may leave `”—` in one
                attribution = signed(text, number, index)
                if attribution:
                    yield attribution
                break


def signed(text: MarkedText, number: int, dash: int) -> Attribution | None:
    """Reads a quotation that is signed: *“We will not wait.” — Mary Smith, writer*."""
    tree = text.tree
    head, end = dash + 1, len(tree.tokens)
    while head < end and tree.tokens[head].pos == "SPACE":
        head += 1
    if head >= end or tree.tokens[head].pos != "PROPN" or tree.sentence_of[head] != tree.sentence_of[dash]:
        return None
    last = tree.sentences[tree.sentence_of[dash]][1]
    if any(tree.tokens[i].pos in {"VERB", "AUX"} for i in range(head, last)):
        return None
    while head + 1 < last and tree.tokens[head + 1].pos == "PROPN":
        head += 1
    return Attribution(
        at=dash,
        cue=(dash,),
        content=run_of(text, number),
        source=head,
        region=number,
        weight=0.0,
        rule=signed.__name__,
        shape=signed.__name__,
        word=RULE,
    )


def with_content(attribution: Attribution, content: tuple[Span, ...]) -> Attribution:
    """Gives `attribution` other content."""
    return replace(attribution, content=content)

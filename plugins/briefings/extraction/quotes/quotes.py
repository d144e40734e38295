"""Who said what, with which cue: the order of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import pairwise

from ...language.cue_figures import figure
from ...language.learned_weights import Weights
from ...model import Quote, QuoteKind, Source, Span
from ..cast.cast import Cast
from ..ids import Ids
from .attributions import according_to, find_attributions, with_content
from .constructions import Attribution, MarkedText, group_end, length_of, look
from .continuation import carry_on
from .indirect import parenthetical
from .judging import learned_of_quotes
from .reality import Saying, saying_of
from .sources import source_of, source_span

MAX_KEY = 2000  # characters of a sentence that go into an id: a text without full stops is one sentence
CERTAIN = 0.99  # the most that any figure counted on a few thousand uses can say
INNER = 0.8  # a cue inside a quotation must be as sure as this: speech is full of "think" and "want"
SPEECH = 0.8  # the figure of a verb before a colon that is one of speech
_SELVES = frozenset({"i", "we", "you", "us", "me", "it", "that", "this", "who", "which"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def find_quotes(cast: Cast, weights: Weights | None = None) -> tuple[Quote, ...]:
    """Gives all quotes of an article in the order of their cues; one a cue."""
    text = look(cast.tree)
    judged = find_attributions(text, learned_of_quotes() if weights is None else weights)
    found = [
        attribution
        for attribution in judged
        if text.region_of[attribution.at] == -1 or not _says_nothing_new(text, attribution)
    ]
    found = _part_halves(text, _coordinate(text, _settle_regions(text, found)))
    found = _cut_contents(text, found)
    found = carry_on(text, found)
    return _build_quotes(text, cast, _nested_attributions(text, cast, found))


def _says_nothing_new(text: MarkedText, attribution: Attribution) -> bool:
    """Tells whether who thinks is quoted already, or no one condemns yet: “I think we won,” he said.

    Inside of another's words only a sure, finite cue with a source of its own is a quote in a quote.
    """
    if attribution.rule == according_to.__name__:
        return False
    if attribution.weight < INNER or attribution.source is None or not _is_finite(text, attribution.at):
        return True
    return text.tree.tokens[attribution.source].text.lower() in _SELVES


def _is_finite(text: MarkedText, cue: int) -> bool:
    """Tells whether a cue is a finite verb: she promised; she *had* promised."""
    tokens = text.tree.tokens
    return any(tokens[index].tag in _FINITE for index in (cue, *text.tree.all_children(cue, "aux")))


# ------------------------------------------------------------------ one quotation, one cue
def _settle_regions(text: MarkedText, found: Sequence[Attribution]) -> list[Attribution]:
    """Keeps one cue for a quotation: the nearest; the others of “…,” he said, adding: “…” keep their own."""
    nearest: dict[int, tuple[int, int]] = {}
    for number, attribution in enumerate(found):
        if attribution.region is not None:
            distance = _distance(text, attribution)
            if distance < nearest.get(attribution.region, (distance + 1, 0))[0]:
                nearest[attribution.region] = (distance, number)
    kept = [c for number, c in enumerate(found) if c.region is None or nearest[c.region][1] == number]
    return [attribution for attribution in kept if not _is_told_by_another(text, attribution, kept)]


def _is_told_by_another(text: MarkedText, attribution: Attribution, found: Sequence[Attribution]) -> bool:
    """Tells whether words in marks are somebody else's, who tells of a deed: she says Denmark *has* “what it needs”."""
    if attribution.shape != "marked" or figure(attribution.word, "introduced") >= SPEECH:
        return False
    at = text.tree.tokens[attribution.at].start
    return any(span.start <= at < span.end for other in found if other is not attribution for span in other.content)


def _distance(text: MarkedText, attribution: Attribution) -> int:
    region = text.regions.items[attribution.region or 0].span
    cue = text.tree.tokens[attribution.at]
    return max(region.start - cue.end, cue.start - region.end)


def _coordinate(text: MarkedText, found: Sequence[Attribution]) -> list[Attribution]:
    """Gives a second cue the source of the first: Orlek *denied* that it was unsafe *and insisted* that it would open.

    A parser hangs "insisted" on "was"; a cue in the first one's tense, without a subject, is its fellow, and so is
    the same word with one of its own: one in three *said* that it was and one in four *said* that it was not.
    """
    tree, by_cue = text.tree, {attribution.at: number for number, attribution in enumerate(found)}
    result = list(found)
    for number, attribution in enumerate(found):
        cue = attribution.at
        first = _fellow(text, attribution, by_cue)
        if first is None:
            continue
        held = result[first]
        begins = tree.left[cue]
        ands = [c for c in tree.all_children(tree.tokens[cue].head, "cc") if c < cue]
        if ands or tree.tokens[begins - 1].dep == "cc":
            begins = ands[-1] if ands else begins - 1
        cut = tree.span(begins, tree.right[cue])
        content = tuple(piece for span in held.content for piece in _minus(text, span, cut))
        if content:
            result[first] = with_content(held, content)
            if tree.child(cue, "nsubj") is None:
                result[number] = replace(attribution, source=held.source)
    return result


def _fellow(text: MarkedText, attribution: Attribution, by_cue: Mapping[int, int]) -> int | None:
    """Gives the number of the attribution whose content a coordinated cue hangs in, where both are of one tense."""
    tree, cue = text.tree, attribution.at
    token = tree.tokens[cue]
    governor = tree.tokens[token.head]
    same = tree.tokens[governor.head].lemma == token.lemma and tree.child(cue, "nsubj") is not None
    if token.dep != "conj" or (tree.child(cue, "nsubj", "nsubjpass") is not None and not same):
        return None
    if governor.dep != "ccomp" or governor.head not in by_cue:
        return None
    return by_cue[governor.head] if tree.tokens[governor.head].tag == token.tag else None


def _part_halves(text: MarkedText, found: Sequence[Attribution]) -> list[Attribution]:
    """Gives each of two sources in a sentence its own half: In Sela it rained, *one said*, while …, *another said*."""
    result = list(found)
    around = [number for number, attribution in enumerate(found) if attribution.rule == parenthetical.__name__]
    for one, two in pairwise(around):
        first, second = result[one], result[two]
        is_one = text.tree.sentence_of[first.at] != text.tree.sentence_of[second.at] or first.source == second.source
        if is_one or text.tree.child(first.at, "dobj") is not None:
            continue
        end = text.tree.tokens[group_end(text, first.at) - 1].end
        mine = tuple(span for span in first.content if span.start < end)
        theirs = tuple(piece for span in second.content for piece in _minus(text, span, Span(span.start, end)))
        if mine and theirs:
            result[one], result[two] = with_content(first, mine), with_content(second, theirs)
    return result


def _cut_contents(text: MarkedText, found: Sequence[Attribution]) -> list[Attribution]:
    """Cuts each content around its own cue and source, which it may not hold."""
    return [
        attribution for attribution in (_without_own(text, attribution) for attribution in found) if attribution.content
    ]


def _without_own(text: MarkedText, attribution: Attribution) -> Attribution:
    tree = text.tree
    own = [Span(tree.tokens[i].start, tree.tokens[i].end) for i in attribution.cue]
    if attribution.source is not None:
        own.append(source_span(tree, attribution.source))
    content = attribution.content
    for hole in own:
        content = tuple(piece for span in content for piece in _minus(text, span, hole))
    return attribution if content == attribution.content else with_content(attribution, content)


def _minus(text: MarkedText, span: Span, hole: Span) -> Iterator[Span]:
    source = text.tree.text
    for start, end in ((span.start, min(span.end, hole.start)), (max(span.start, hole.end), span.end)):
        piece = source[start:end] if start < end else ""
        if any(character.isalnum() for character in piece):
            yield Span(start + len(piece) - len(piece.lstrip(" ,;")), start + len(piece.rstrip(" ,;")))


# ------------------------------------------------------------------ quotes in quotes
def _nested_attributions(
    text: MarkedText, cast: Cast, found: Sequence[Attribution]
) -> list[tuple[Attribution, int | None]]:
    """Gives each attribution with the number of the one it lies inside of; inner content ends with the outer's."""
    order = sorted(
        (span.start, span.end, number) for number, attribution in enumerate(found) for span in attribution.content
    )
    kept: list[tuple[Attribution, int | None]] = []
    waiting, opened = 0, list[tuple[int, int, int, int]]()  # by length: the shortest open content is the innermost
    for number, attribution in enumerate(found):
        cue = text.tree.tokens[attribution.at].start
        while waiting < len(order) and order[waiting][0] <= cue:
            start, end, owner = order[waiting]
            heappush(opened, (end - start, start, end, owner))
            waiting += 1
        while opened and (opened[0][2] <= cue or opened[0][3] == number):
            heappop(opened)
        if not opened:
            kept.append((attribution, None))
            continue
        _, start, end, outer = opened[0]
        cut = _cut_to(attribution.content, Span(start, end))
        if 2 * length_of(cut) < length_of(
            attribution.content
        ):  # what it reports lies elsewhere: side by side, not inside
            kept.append((attribution, None))
        elif outer < number and kept[outer] == (with_content(found[outer], ()), number):
            kept.append((attribution, None))  # each holds the other's cue: one of the two stays
        elif _says_nothing_new(text, attribution) or _is_said_already(cast, attribution, found[outer]):
            kept.append((with_content(attribution, ()), outer))
        else:
            kept.append((with_content(attribution, cut), outer))
    return kept


def _is_said_already(cast: Cast, inner: Attribution, outer: Attribution) -> bool:
    """Tells whether the same one says both: she *said* she *thinks* it safe; they *express reservations about* it."""
    if inner.source is None or outer.source is None or outer.weight < min(INNER, inner.weight):
        return False
    if inner.source == outer.source:
        return True
    named = source_of(cast, inner.source).actors
    return bool(named) and named == source_of(cast, outer.source).actors


def _cut_to(content: Sequence[Span], bounds: Span) -> tuple[Span, ...]:
    cut = (Span(max(s.start, bounds.start), min(s.end, bounds.end)) for s in content)
    return tuple(span for span in cut if span.start < span.end)


def _build_quotes(text: MarkedText, cast: Cast, found: Sequence[tuple[Attribution, int | None]]) -> tuple[Quote, ...]:
    names, ids = dict[int, str](), Ids()
    for number, (attribution, _) in enumerate(found):
        if attribution.content:
            names[number] = ids.give("q", *_words_of_id(text, attribution))
    sayings = [saying_of(text, attribution) for attribution, _ in found]
    return tuple(
        _build_quote(
            text,
            cast,
            attribution,
            _said_inside(sayings, number, found),
            names[number],
            _outer_name(found, names, outer),
        )
        for number, (attribution, outer) in enumerate(found)
        if attribution.content
    )


def _said_inside(sayings: Sequence[Saying], number: int, found: Sequence[tuple[Attribution, int | None]]) -> Saying:
    """Makes no plain saying of one inside of what nobody plainly says: did not say that Orlek *had promised* it."""
    saying, outer, seen = sayings[number], found[number][1], {number}
    while outer is not None and outer not in seen:  # two may each hold the other's cue
        if not sayings[outer].is_plain and saying.reality == "asserted":
            return replace(saying, reality="doubted")
        seen.add(outer)
        outer = found[outer][1]
    return saying


def _build_quote(
    text: MarkedText, cast: Cast, attribution: Attribution, saying: Saying, name: str, within: str | None
) -> Quote:
    source = source_of(cast, attribution.source)
    return Quote(
        id=name,
        kind=_quote_kind(text, attribution.content),
        source=source,
        cue=_cue_spans(text, saying.cue),
        content=attribution.content,
        sentence=text.tree.sentence_span(attribution.at),
        within=within,
        rule=attribution.rule,
        confidence=min(round(attribution.weight * _certainty(cast, attribution, source), 2), CERTAIN),
        negated=saying.negated,
        reality=saying.reality,
    )


def _certainty(cast: Cast, attribution: Attribution, source: Source) -> float:
    """Tells how sure it is whom the words for the source mean: the least sure of several."""
    at = attribution.source
    return min((cast.certainty_near(actor, at) for actor in source.actors if at is not None), default=1.0)


def _words_of_id(text: MarkedText, attribution: Attribution) -> tuple[str, str]:
    """Tells what an id is made from: the sentence and the cue's words."""
    start, end = text.tree.sentence_span(attribution.at)
    words = (text.tree.tokens[index].text for index in attribution.cue or (attribution.at,))
    return text.tree.text[start : min(end, start + MAX_KEY)], " ".join(words)


def _outer_name(
    found: Sequence[tuple[Attribution, int | None]], names: Mapping[int, str], outer: int | None
) -> str | None:
    """Gives the id of the quote that holds another; where that said nothing new, of the one that holds it."""
    seen = set[int]()
    while outer is not None and outer not in names and outer not in seen:  # two may each hold the other's cue
        seen.add(outer)
        outer = found[outer][1]
    return names.get(outer) if outer is not None else None


def _cue_spans(text: MarkedText, cue: Sequence[int]) -> tuple[Span, ...]:
    """Gives the cue's tokens, neighbours joined: "called for" is one span."""
    joined: list[Span] = []
    for index in cue:
        token = text.tree.tokens[index]
        if joined and not text.tree.text[joined[-1].end : token.start].strip():
            joined[-1] = Span(joined[-1].start, token.end)
        else:
            joined.append(Span(token.start, token.end))
    return tuple(joined)


def _quote_kind(text: MarkedText, content: Sequence[Span]) -> QuoteKind:
    """Tells whether all words stand in quotation marks, some of them, or none."""
    words = quoted = 0
    for span in content:
        for index in text.tree.tokens_in(span):
            token = text.tree.tokens[index]
            if token.text[0].isalnum():
                words += 1
                quoted += text.region_of[index] != -1
    if not quoted:
        return "indirect"
    return "direct" if quoted == words else "mixed"

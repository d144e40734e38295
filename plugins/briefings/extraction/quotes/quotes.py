"""Who said what, with which cue: the order of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush

from ...language.linear import Weights
from ...model import Quote, QuoteKind, Span
from ..cast.cast import Cast
from ..ids import Ids
from .attribution import source_of, source_span
from .claims import according_to, claims, with_content
from .constructions import Claim, Text, look, size
from .continuation import carry_on
from .judging import learned
from .reality import Saying, saying_of

MAX_KEY = 2000  # characters of a sentence that go into an id: a text without full stops is one sentence
CERTAIN = 0.99  # the most that any figure counted on a few thousand uses can say
INNER = 0.8  # a cue inside a quotation must be as sure as this: speech is full of "think" and "want"
_SELVES = frozenset({"i", "we", "you", "us", "me", "it", "that", "this", "who", "which"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def find_quotes(cast: Cast, weights: Weights | None = None) -> tuple[Quote, ...]:
    """All quotes of an article in the order of their cues; one a cue."""
    text = look(cast.tree)
    judged = claims(text, learned() if weights is None else weights)
    found = [claim for claim in judged if text.region_of[claim.at] == -1 or not _says_nothing_new(text, claim)]
    found = _apart(text, _coordinate(text, _settle_regions(text, found)))
    found = carry_on(text, found)
    return _build(text, cast, _nest(text, found))


def _says_nothing_new(text: Text, claim: Claim) -> bool:
    """“I think we won,” he said; she urged them to condemn it: who thinks is quoted already, no one condemns yet.

    Inside of another's words only a sure, finite cue with a source of its own is a quote in a quote.
    """
    if claim.rule == according_to.__name__:
        return False
    if claim.weight < INNER or claim.source is None or not _is_finite(text, claim.at):
        return True
    return text.tree.tokens[claim.source].text.lower() in _SELVES


def _is_finite(text: Text, cue: int) -> bool:
    """She promised; she *had* promised."""
    tokens = text.tree.tokens
    return any(tokens[index].tag in _FINITE for index in (cue, *text.tree.all_children(cue, "aux")))


# ------------------------------------------------------------------ one quotation, one cue
def _settle_regions(text: Text, found: Sequence[Claim]) -> list[Claim]:
    """A quotation has one cue: the nearest; the others of “…,” he said, adding: “…” keep their own."""
    nearest: dict[int, tuple[int, int]] = {}
    for number, claim in enumerate(found):
        if claim.region is not None:
            distance = _distance(text, claim)
            if distance < nearest.get(claim.region, (distance + 1, 0))[0]:
                nearest[claim.region] = (distance, number)
    return [c for number, c in enumerate(found) if c.region is None or nearest[c.region][1] == number]


def _distance(text: Text, claim: Claim) -> int:
    region = text.regions.items[claim.region or 0].span
    cue = text.tree.tokens[claim.at]
    return max(region.start - cue.end, cue.start - region.end)


def _coordinate(text: Text, found: Sequence[Claim]) -> list[Claim]:
    """Orlek *denied* that it was unsafe *and insisted* that it would open: the second cue shares the first's source.

    A parser hangs "insisted" on "was"; a cue in the first one's tense, without a subject, is its fellow.
    """
    tree, by_cue = text.tree, {claim.at: number for number, claim in enumerate(found)}
    result = list(found)
    for number, claim in enumerate(found):
        cue = claim.at
        first = _fellow(text, claim, by_cue)
        if first is None:
            continue
        held = result[first]
        start = tree.tokens[tree.left[cue]].start
        between = Span(min(start, tree.tokens[cue].start), tree.tokens[tree.right[cue] - 1].end)
        ands = [c for c in tree.all_children(tree.tokens[cue].head, "cc") if c < cue]
        cut = Span(tree.tokens[ands[-1]].start if ands else between.start, between.end)
        content = tuple(piece for span in held.content for piece in _minus(text, span, cut))
        if content:
            result[first] = with_content(held, content)
            result[number] = replace(claim, source=held.source)
    return result


def _fellow(text: Text, claim: Claim, by_cue: Mapping[int, int]) -> int | None:
    """Number of the claim whose content a coordinated cue hangs in, where both are of one tense."""
    tree, cue = text.tree, claim.at
    token = tree.tokens[cue]
    if token.dep != "conj" or tree.child(cue, "nsubj", "nsubjpass") is not None:
        return None
    governor = tree.tokens[token.head]
    if governor.dep != "ccomp" or governor.head not in by_cue:
        return None
    return by_cue[governor.head] if tree.tokens[governor.head].tag == token.tag else None


def _apart(text: Text, found: Sequence[Claim]) -> list[Claim]:
    """No content holds its own cue or source: what would is cut around them."""
    return [claim for claim in (_without_own(text, claim) for claim in found) if claim.content]


def _without_own(text: Text, claim: Claim) -> Claim:
    tree = text.tree
    own = [Span(tree.tokens[i].start, tree.tokens[i].end) for i in claim.cue]
    if claim.source is not None:
        own.append(source_span(tree, claim.source))
    content = claim.content
    for hole in own:
        content = tuple(piece for span in content for piece in _minus(text, span, hole))
    return claim if content == claim.content else with_content(claim, content)


def _minus(text: Text, span: Span, hole: Span) -> Iterator[Span]:
    source = text.tree.text
    for start, end in ((span.start, min(span.end, hole.start)), (max(span.start, hole.end), span.end)):
        piece = source[start:end] if start < end else ""
        if any(character.isalnum() for character in piece):
            yield Span(start + len(piece) - len(piece.lstrip(" ,;")), start + len(piece.rstrip(" ,;")))


# ------------------------------------------------------------------ quotes in quotes
def _nest(text: Text, found: Sequence[Claim]) -> list[tuple[Claim, int | None]]:
    """Each claim with the number of the one it lies inside of; inner content ends with the outer's."""
    order = sorted((span.start, span.end, number) for number, claim in enumerate(found) for span in claim.content)
    kept: list[tuple[Claim, int | None]] = []
    waiting, opened = 0, list[tuple[int, int, int, int]]()  # by length: the shortest open content is the innermost
    for number, claim in enumerate(found):
        cue = text.tree.tokens[claim.at].start
        while waiting < len(order) and order[waiting][0] <= cue:
            start, end, owner = order[waiting]
            heappush(opened, (end - start, start, end, owner))
            waiting += 1
        while opened and (opened[0][2] <= cue or opened[0][3] == number):
            heappop(opened)
        if not opened:
            kept.append((claim, None))
            continue
        _, start, end, outer = opened[0]
        cut = _within(claim.content, Span(start, end))
        if 2 * size(cut) < size(claim.content):  # what it reports lies elsewhere: side by side, not inside
            kept.append((claim, None))
        elif _says_nothing_new(text, claim):
            kept.append((with_content(claim, ()), outer))
        else:
            kept.append((with_content(claim, cut), outer))
    return kept


def _within(content: Sequence[Span], bounds: Span) -> tuple[Span, ...]:
    cut = (Span(max(s.start, bounds.start), min(s.end, bounds.end)) for s in content)
    return tuple(span for span in cut if span.start < span.end)


def _build(text: Text, cast: Cast, found: Sequence[tuple[Claim, int | None]]) -> tuple[Quote, ...]:
    names, ids = dict[int, str](), Ids()
    for number, (claim, _) in enumerate(found):
        if claim.content:
            names[number] = ids.give("q", *_key(text, claim))
    sayings = [saying_of(text, claim) for claim, _ in found]
    return tuple(
        _quote(text, cast, claim, _inside(sayings, number, found), names[number], _outer_name(found, names, outer))
        for number, (claim, outer) in enumerate(found)
        if claim.content
    )


def _inside(sayings: Sequence[Saying], number: int, found: Sequence[tuple[Claim, int | None]]) -> Saying:
    """Did not say that Orlek *had promised* it: inside of what nobody plainly says, nothing is plainly said."""
    saying, outer, seen = sayings[number], found[number][1], {number}
    while outer is not None and outer not in seen:  # two may each hold the other's cue
        if not sayings[outer].is_plain and saying.reality == "asserted":
            return replace(saying, reality="doubted")
        seen.add(outer)
        outer = found[outer][1]
    return saying


def _quote(text: Text, cast: Cast, claim: Claim, saying: Saying, name: str, within: str | None) -> Quote:
    return Quote(
        id=name,
        kind=_kind(text, claim.content),
        source=source_of(cast, claim.source),
        cue=_cue_spans(text, saying.cue),
        content=claim.content,
        sentence=text.tree.sentence_span(claim.at),
        within=within,
        rule=claim.rule,
        confidence=min(round(claim.weight, 2), CERTAIN),
        negated=saying.negated,
        reality=saying.reality,
    )


def _key(text: Text, claim: Claim) -> tuple[str, str]:
    """What an id is made from: the sentence and the cue's words."""
    start, end = text.tree.sentence_span(claim.at)
    words = (text.tree.tokens[index].text for index in claim.cue or (claim.at,))
    return text.tree.text[start : min(end, start + MAX_KEY)], " ".join(words)


def _outer_name(found: Sequence[tuple[Claim, int | None]], names: Mapping[int, str], outer: int | None) -> str | None:
    """Id of the quote that holds another; where that one said nothing new, of the one that holds it in turn."""
    while outer is not None and outer not in names:
        outer = found[outer][1]
    return None if outer is None else names[outer]


def _cue_spans(text: Text, cue: Sequence[int]) -> tuple[Span, ...]:
    """The cue's tokens, neighbours joined: "called for" is one span."""
    joined: list[Span] = []
    for index in cue:
        token = text.tree.tokens[index]
        if joined and not text.tree.text[joined[-1].end : token.start].strip():
            joined[-1] = Span(joined[-1].start, token.end)
        else:
            joined.append(Span(token.start, token.end))
    return tuple(joined)


def _kind(text: Text, content: Sequence[Span]) -> QuoteKind:
    """All words in quotation marks, some of them, or none."""
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

"""What the constructions of direct.py and indirect.py look at, and the pieces they are made of.

A construction looks at one possible cue and gives the content that it would have, or nothing.
Whether the word is a cue in that construction is the lexicon's business (cues.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...language.tree import Tree
from ...model import Span
from ..grammar.nouns import labels_by_token
from ..grammar.quotation import Region, Regions, regions_by_token, regions_of

MAX_CLAUSE = 300  # tokens: no clause of the news is longer, and a text without full stops must stay cheap
MAX_BRACKET = 60  # characters after a span in which a bracket that it opens may be closed
MAX_ADVERBS = 4  # between a comma and its participle: ", quietly supporting …"
_GROUP = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "expl"})
FINITE = frozenset({"VERB", "AUX"})
# Verbs that say little beside a noun that reports: *made a claim*, *gave no indication*.
LIGHT = frozenset({"make", "give", "issue", "have", "express", "voice", "raise", "deliver", "offer", "release", "send"})
_TRIM = " \t\n\r\u00a0,;:.–—-"


@dataclass(frozen=True, slots=True)
class MarkedText:
    """What every construction looks at."""

    tree: Tree
    regions: Regions
    region_of: tuple[int, ...]  # by token: the ordinal of the region it stands in, -1 outside
    label_of: Mapping[int, str]  # by token of a name: the parser's label


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Content in a construction; `name` is the lexicon's word for it."""

    name: str
    content: tuple[Span, ...]
    extra: tuple[int, ...] = ()  # further tokens of the cue: the "for" of "called for"
    region: int | None = None  # ordinal of the quotation that is the whole content


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One cue with all that it reports; token indices, spans for content."""

    at: int  # the cue's first token; where there is no cue, the content's
    cue: tuple[int, ...]
    content: tuple[Span, ...]
    source: int | None  # head token
    region: int | None  # ordinal of the quotation that is the whole content
    weight: float
    rule: str
    shape: str  # the construction as the lexicon names it, else the rule
    word: str  # the cue: "verb say"; "rule" where it needs no lexicon


def look(tree: Tree) -> MarkedText:
    """Gives the text of `tree` with its quotation marks found."""
    return MarkedText(tree, tree.once(regions_of), tree.once(regions_by_token), tree.once(labels_by_token))


# ------------------------------------------------------------------ pieces of a sentence
def group_start(text: MarkedText, verb: int) -> int:
    """Finds the first token of the cue's own words: “…,” *he later* said."""
    tree = text.tree
    first, inside = verb, text.region_of[verb]
    for child in tree.children[verb]:
        if child > verb:
            break
        if tree.tokens[child].dep in _GROUP:
            first = min(first, tree.left[child])
    for index in range(verb - 1, first - 1, -1):
        if text.region_of[index] != inside:
            return index + 1
    return first


def group_end(text: MarkedText, verb: int) -> int:
    """Finds the end of the cue's own words, exclusive: “…,” said *the minister on Monday*."""
    tree = text.tree
    end = verb + 1
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child > verb and tree.left[child] <= end + 1 and token.pos not in FINITE and text.region_of[child] == -1:
            if token.dep in {"conj", "cc", "punct", "ccomp", "advcl", "parataxis"}:
                break
            end = max(end, tree.right[child])
    return end


def clip(text: MarkedText, span: Span, *, floor: int = 0) -> Span | None:
    """Gives `span` without outer punctuation, with every quotation that it cuts into made whole."""
    source, start, end = text.tree.text, max(span.start, floor), span.end
    for region in text.regions.overlapping(Span(start, max(start, end))):
        if region.span.start >= floor:
            start, end = min(start, region.span.start), max(end, region.span.end)
    while start < end and source[start] in _TRIM:
        start += 1
    end = _without_open_bracket(source, start, end)
    while end > start and source[end - 1] in _TRIM and text.regions.number_at(end - 1) is None:
        end -= 1
    return Span(start, end) if start < end else None


def _without_open_bracket(source: str, start: int, end: int) -> int:
    """Gives the end of a span without a bracket that it opens and does not close; with its end, where that is near."""
    opened = source.rfind("(", start, end)
    if opened in {-1, start} or source.find(")", opened, end) != -1:
        return end
    closed = source.find(")", end, end + MAX_BRACKET)
    return opened if closed == -1 or "\n" in source[end:closed] else closed + 1


def spans(*found: Span | None) -> tuple[Span, ...]:
    """Gives those that are there, in order and disjoint."""
    kept: list[Span] = []
    for span in sorted(span for span in found if span is not None):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def follows_comma(text: MarkedText, participle: int) -> int | None:
    """Gives the comma that a participle outside of marks follows, adverbs between them or a closing mark at most."""
    tokens, before = text.tree.tokens, participle - 1
    while before > 0 and tokens[before].pos == "ADV" and participle - before < MAX_ADVERBS:
        before -= 1
    if before > 1 and text.region_of[before] != -1 == text.region_of[before + 1] and not tokens[before].text.isalnum():
        before -= 1  # a “fringe candidate,” *making* a face
    elif text.region_of[before] != -1:
        return None
    return before if before > 0 and tokens[before].text == "," else None


def run_of(text: MarkedText, number: int) -> tuple[Span, ...]:
    """Gives a quotation and the reopened ones of the paragraphs after it, up to the mark that closes."""
    items = text.regions.items
    found = [items[number].span]
    while not items[number].closed and number + 1 < len(items) and _reopens(text, items[number], items[number + 1]):
        number += 1
        found.append(items[number].span)
    return tuple(found)


def run_before(text: MarkedText, number: int) -> tuple[Span, ...]:
    """Gives a quotation and the unclosed ones of the paragraphs before it that it continues."""
    items = text.regions.items
    found = [items[number].span]
    while number and not items[number - 1].closed and _reopens(text, items[number - 1], items[number]):
        number -= 1
        found.append(items[number].span)
    return tuple(reversed(found))


def _reopens(text: MarkedText, earlier: Region, later: Region) -> bool:
    starts = text.regions.paragraphs[later.paragraph].start
    return later.paragraph == earlier.paragraph + 1 and not text.tree.text[starts : later.span.start].strip()


def length_of(content: Sequence[Span]) -> int:
    """Counts the characters of `content`."""
    return sum(end - start for start, end in content)

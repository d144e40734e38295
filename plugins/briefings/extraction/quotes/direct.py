"""Constructions around quotation marks: what stands in them is said as it stands."""

from ...model import Span
from ..grammar.quotation import Region
from .constructions import FINITE, MarkedText, Reported, clip, group_end, group_start, run_before, run_of, spans

MAX_LEAD = 8  # tokens between a cue and the quotation after it: "told reporters in the city on Monday:"
LONG_ENOUGH = 20  # characters of speech that goes on after its closing mark: “We will not wait” until May
_ENDS = frozenset(",.?!…—–-")
_STOPS = frozenset(".?!…")


def quoted_before(text: MarkedText, verb: int) -> Reported | None:
    """Finds a quotation before its cue: *“We will not wait,” the minister said*."""
    tree = text.tree
    first = group_start(text, verb)
    number = _ending_before(text, tree.tokens[first].start)
    if number is None or number == text.region_of[verb] or not _is_speech(text, number):
        return None
    if _starts_anew(text, number, first, verb):
        return None
    region = text.regions.items[number]
    opening = tree.tokens_in(region.span)
    start = tree.sentences[tree.sentence_of[opening[0]]][0] if opening else verb
    if not _stands_apart(text, region) and opening and start < opening[0] and _has_words(text, start, opening[0]):
        content = clip(text, Span(tree.tokens[start].start, region.span.end))
        return Reported(name="before", content=spans(content))
    return Reported(name="quoted", content=run_before(text, number), region=number)


def _stands_apart(text: MarkedText, region: Region) -> bool:
    """Tells whether a quotation is no part of the words before it, but follows a colon or opens a bracket."""
    return not {":", "("}.isdisjoint(text.tree.text[max(0, region.span.start - 2) : region.span.start])


def _starts_anew(text: MarkedText, number: int, first: int, verb: int) -> bool:
    """Tells whether the cue opens a sentence of its own after the quotation: “We won.” She then called for calm."""
    tree = text.tree
    said = _last_of(text, text.regions.items[number])
    if said not in _STOPS or tree.tokens[first].text[0].islower():
        return False
    last = group_end(text, verb)
    ends = last >= len(tree.tokens) or tree.tokens[last].text in {".", ",", ";", ":"}
    return said == "." or not ends


def _has_words(text: MarkedText, first: int, last: int) -> bool:
    tokens = text.tree.tokens
    return any(tokens[i].text[0].isalnum() and tokens[i].pos != "CCONJ" for i in range(first, last))


def quoted_after(text: MarkedText, verb: int) -> Reported | None:
    """Finds a quotation after its cue: *The minister told reporters on Monday: “We will not wait”*."""
    tree = text.tree
    number = text.regions.first_from(tree.tokens[verb].end)
    if number >= len(text.regions.items) or text.region_of[verb] != -1:
        return None
    region = text.regions.items[number]
    opening = tree.tokens_in(region.span)
    if not opening or opening[0] - verb > MAX_LEAD or not _leads(text, verb, opening[0]):
        return None
    name = "marked" if opening[0] == verb + 1 else "introduced"
    return Reported(name=name, content=(*_interrupted(text, verb), *run_of(text, number)), region=number)


def _leads(text: MarkedText, verb: int, opening: int) -> bool:
    """Tells whether nothing but a hearer, a place or a time stands between the cue and the quotation."""
    tokens, between = text.tree.tokens, range(verb + 1, opening)
    if any(tokens[i].pos in FINITE or tokens[i].text in {".", ";", "?", "!"} for i in between):
        return False
    if tokens[opening - 1].text in {",", ":"}:
        return True
    return opening == verb + 1 and _is_all_said(text, text.regions.items[text.region_of[opening]])


def _is_all_said(text: MarkedText, region: Region) -> bool:
    """Tells whether a quotation is all that is said: nothing of the sentence goes on after it."""
    source = text.tree.text
    rest = source[region.span.end : region.span.end + 2].strip()
    ends = _last_of(text, region) in _ENDS or _last_of(text, region) == "."
    return not rest or rest[0] in ".,;!?\n" or (ends and region.inner.end - region.inner.start > LONG_ENOUGH)


def _interrupted(text: MarkedText, verb: int) -> tuple[Span, ...]:
    """Finds the first half of “We came,” he said, “and we saw.”."""
    number = _ending_before(text, text.tree.tokens[group_start(text, verb)].start)
    if number is None or number == text.region_of[verb] or not _is_speech(text, number):
        return ()
    return run_before(text, number)


def _ending_before(text: MarkedText, offset: int) -> int | None:
    """Finds the quotation that ends right before `offset`, a comma or a dash between them at most."""
    source, end = text.tree.text, offset
    while end and offset - end < 4 and (source[end - 1] in " \u00a0,–—-"):
        end -= 1
    return text.regions.number_at(end - 1) if end else None


def _is_speech(text: MarkedText, number: int) -> bool:
    """Tells whether marks are around words that end like speech, not a title or a word: “We will not wait,”."""
    region, source = text.regions.items[number], text.tree.text
    return _last_of(text, region) in _ENDS or source[region.span.end : region.span.end + 1] == ","


def _last_of(text: MarkedText, region: Region) -> str:
    """Gives the last character said: inner closing marks do not count."""
    return text.tree.text[region.inner.start : region.inner.end].rstrip("’'”\"")[-1:]

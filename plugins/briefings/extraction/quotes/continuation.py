"""Quotations without a cue: they carry on what was said before, or nobody is said to say them."""

from collections.abc import Iterator, Mapping, Sequence

from ...model import Span
from .attributions import RULE, with_content
from .constructions import Attribution, MarkedText, length_of, run_of, spans

MIN_WORDS = 3  # of a quotation that stands for itself
SPEAKING = 0.93  # how sure one must be for a quotation without a cue to go on with its speaker
LIKELY = 0.6  # the same, where no quotation before it has a speaker either
MAX_GAP = 80  # characters of a cue's own words between two halves of a quotation
UNATTRIBUTED = 0.55  # confidence: four in five are somebody's words, but nobody is named
AFTER_COLON = 0.6  # confidence: speech in nine of ten, by the sentence's subject in six
SLACK = 3  # characters of a paragraph that may stand outside of a quotation that is all of it
_NOMINAL = frozenset({"PROPN", "PRON", "NOUN"})
_OPENERS = frozenset(".!?:”\"'’…")  # what a sentence may begin after
_ENDINGS = frozenset(".!?…—–-")


def carry_on(text: MarkedText, found: Sequence[Attribution]) -> list[Attribution]:
    """Lets whole quotations without a cue go on with what was said before: *“We came,” he said. “And we saw.”*."""
    taken = _taken(text, found)
    by_region, sure = _by_region(text, found), _by_sentence(text, found, SPEAKING)
    likely = _by_sentence(text, found, LIKELY)
    more: dict[int, list[Span]] = {}
    alone: list[Attribution] = []
    for number in range(len(text.regions.items)):
        if number in taken:
            continue
        earlier = _speaking(text, number, by_region, sure)
        if earlier is None:
            earlier = _speaking(text, number, by_region, likely)
        if earlier is not None and (_is_sentence(text, number) or _is_second_half(text, number, found[earlier])):
            run = run_of(text, number)
            more.setdefault(earlier, []).extend(run)
            for follower in range(number, number + len(run)):  # a run is one quotation over several paragraphs
                by_region[follower] = earlier
                taken.add(follower)
        elif _is_sentence(text, number):
            attribution = after_colon(text, number) or unattributed(text, number)
            if attribution:
                alone.append(attribution)
                taken.update(range(number, number + len(attribution.content)))
    longer = (
        with_content(attribution, spans(*attribution.content, *more.get(n, ()))) for n, attribution in enumerate(found)
    )
    return sorted([*longer, *alone], key=lambda attribution: attribution.at)


def after_colon(text: MarkedText, number: int) -> Attribution | None:
    """Reads a quotation after a colon: *The minister had a message for them: “We will not wait.”*."""
    tree = text.tree
    opening = tree.tokens_in(text.regions.items[number].span)
    if not opening or not opening[0] or tree.tokens[opening[0] - 1].text != ":":
        return None
    colon = opening[0] - 1
    first, last = tree.sentences[tree.sentence_of[colon]]
    inside = range(first, min(colon, last))
    source = next((i for i in inside if tree.tokens[i].dep == "nsubj" and tree.tokens[i].pos in _NOMINAL), None)
    if colon > first and tree.tokens[colon - 1].pos == "PROPN":
        source = colon - 1
    return Attribution(
        at=colon,
        cue=(colon,),
        content=run_of(text, number),
        source=source,
        region=number,
        weight=AFTER_COLON,
        rule=after_colon.__name__,
        shape=after_colon.__name__,
        word=RULE,
    )


def unattributed(text: MarkedText, number: int) -> Attribution | None:
    """Reads a paragraph of speech that nobody is said to say: *“We will not wait.”*."""
    region = text.regions.items[number]
    paragraph, opening = text.regions.paragraphs[region.paragraph], text.tree.tokens_in(region.span)
    alone = paragraph.end - paragraph.start - (region.span.end - region.span.start) <= SLACK
    if not opening or not alone or (number and not text.regions.items[number - 1].closed):
        return None
    return Attribution(
        at=opening[0],
        cue=(),
        content=run_of(text, number),
        source=None,
        region=number,
        weight=UNATTRIBUTED,
        rule=unattributed.__name__,
        shape=unattributed.__name__,
        word=RULE,
    )


def _by_sentence(text: MarkedText, found: Sequence[Attribution], enough: float) -> dict[int, int]:
    """Maps a sentence to its last attribution, this sure, whose speaker a quotation after it keeps."""
    last: dict[int, int] = {}
    for number, attribution in enumerate(found):
        sentence = text.tree.sentence_of[attribution.at]
        held = last.get(sentence)
        worse = held is not None and attribution.region is None and found[held].region is not None
        if (
            text.region_of[attribution.at] == -1
            and attribution.weight >= enough
            and attribution.source is not None
            and not worse
        ):
            last[sentence] = number
    return last


def _by_region(text: MarkedText, found: Sequence[Attribution]) -> dict[int, int]:
    """Maps a quotation to the attribution that it is content of, the longest where several."""
    owner: dict[int, int] = {}
    for number, attribution in enumerate(found):
        for region in _regions_of(text, attribution):
            held = owner.get(region)
            if held is None or length_of(found[held].content) < length_of(attribution.content):
                owner[region] = number
    return owner


def _taken(text: MarkedText, found: Sequence[Attribution]) -> set[int]:
    """Finds the quotations that a cue outside of them reports."""
    return {number for attribution in found for number in _regions_of(text, attribution)}


def _regions_of(text: MarkedText, attribution: Attribution) -> Iterator[int]:
    """Gives the quotations in the content of `attribution`, but for the one that its cue stands in."""
    items, own = text.regions.items, text.region_of[attribution.at]
    for span in attribution.content:
        number = text.regions.first_from(span.start)
        while number < len(items) and items[number].span.start < span.end:
            if number != own:
                yield number
            number += 1


def _speaking(
    text: MarkedText, number: int, by_region: Mapping[int, int], by_sentence: Mapping[int, int]
) -> int | None:
    """Finds what a quotation without a cue goes on with: the sentence's before it, else the quotation's."""
    opening = text.tree.tokens_in(text.regions.items[number].span)
    if opening and opening[0]:
        before = by_sentence.get(text.tree.sentence_of[opening[0] - 1])
        if before is not None:
            return before
    return by_region.get(number - 1) if number and _is_next(text, number) else None


def _is_sentence(text: MarkedText, number: int) -> bool:
    """Tells whether a quotation is whole sentences: it begins where one may, and ends with its mark."""
    region, source = text.regions.items[number], text.tree.text
    inner = source[region.inner.start : region.inner.end]
    if len(inner.split()) < MIN_WORDS or not (inner[0].isupper() or inner[0] in "….["):
        return False
    paragraph = text.regions.paragraphs[region.paragraph].start
    before = source[max(paragraph, region.span.start - MAX_GAP) : region.span.start].rstrip()
    if before and before[-1] not in _OPENERS:
        return False
    ends = inner.rstrip("’'\"”")[-1:] in _ENDINGS or source[region.span.end : region.span.end + 1] in {".", "!", "?"}
    return ends or not region.closed


def _is_second_half(text: MarkedText, number: int, attribution: Attribution) -> bool:
    """Tells whether only the cue's own words and a comma part the halves: “We came,” he said, “and we saw.”."""
    region, tree = text.regions.items[number], text.tree
    last = tree.tokens[max(attribution.cue, default=attribution.at)]
    gap = tree.text[last.end : min(region.span.start, last.end + MAX_GAP + 1)].rstrip()
    near = last.start < region.span.start <= last.end + MAX_GAP
    return near and gap.endswith((",", "—", "–", "-")) and "." not in gap


def _is_next(text: MarkedText, number: int) -> bool:
    """Tells whether a quotation stands in the paragraph of the one before it, or begins the next."""
    region, earlier = text.regions.items[number], text.regions.items[number - 1]
    if region.paragraph == earlier.paragraph:
        return True
    starts = text.regions.paragraphs[region.paragraph].start
    begins = not text.tree.text[starts : min(region.span.start, starts + MAX_GAP)].strip()
    return region.paragraph == earlier.paragraph + 1 and begins and region.span.start <= starts + MAX_GAP

"""How likely a claim is right: a linear model over its structure.

The rules say what a cue would report and from whom; ``lexicon/quote_weights.txt``, learned by
``scripts/learn_quote_weights.py``, says how much each sign of it counts: the cue's lemma, parts of
speech, dependencies, quotation marks, positions, lengths; no other word and no name.  Where that
table is missing, the figures of cues.txt, written by hand, speak alone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from math import exp, log

from ..language.lexicon import FOLDER, table, values
from .figures import figure, lexicon
from .frames import Claim, Text
from .quotation import Region

TABLE = "quote_weights"
EVERY = "every"  # the construction that stands for all
ALWAYS = "always"  # the sign that every claim bears
BY_HAND = "by hand"  # the sign whose value is the hand-written figure, in log-odds

Weights = Mapping[str, Mapping[str, float]]  # construction → sign → weight
HAND_WRITTEN: Weights = {EVERY: {BY_HAND: 1.0}}  # the variant without anything learned

# Pronouns by their grammar: who says "it" is seldom somebody who speaks.
_PRONOUNS = {
    "i": "first", "we": "first", "you": "second", "he": "third", "she": "third", "they": "plural",
    "it": "thing", "this": "thing", "that": "thing", "these": "thing", "those": "thing", "there": "thing",
    "some": "some", "many": "some", "most": "some", "few": "some", "all": "some", "others": "some",
    "everyone": "some", "which": "relative thing", "who": "relative",
}  # fmt: skip
_LENGTHS = (1, 2, 4, 7, 12, 20, 35)  # tokens: the upper bounds of the classes of length and of distance
_HELPERS = frozenset({"aux", "auxpass", "neg", "mark", "advmod"})
_VERBAL = frozenset({"VERB", "AUX"})
TITLE = 60  # characters of a title that are looked at
FAR_ENOUGH = 40  # tokens of a content that are looked at for a verb


def judge(text: Text, claim: Claim, rivals: Collection[str], weights: Weights) -> float:
    """Probability, from 0 to 1, that cue, source and content of `claim` are right.

    `rivals` are the constructions that its cue stands in, its own among them.
    """
    known = weights.get(claim.shape) or weights[EVERY]
    total = sum(known.get(sign, 0.0) for sign in signs(text, claim, rivals)) if len(known) > 1 else 0.0
    return 1 / (1 + exp(-total - known.get(BY_HAND, 0.0) * odds(figure(claim.word, claim.shape))))


def odds(chance: float) -> float:
    """Log-odds of a probability, kept finite."""
    sure = min(max(chance, 0.02), 0.98)
    return log(sure / (1 - sure))


@cache
def learned() -> Weights:
    """The learned weights, the sums of a sign's own and its construction's; by hand where there are none."""
    if not (FOLDER / f"{TABLE}.txt").is_file():
        return HAND_WRITTEN
    rows = {(row["sign"], *_figure(cell)) for row in table(TABLE) for cell in values(row["weights"])}
    return summed((sign, shape, weight) for sign, shape, weight in rows)


def summed(rows: Iterable[tuple[str, str, float]]) -> Weights:
    """By construction, from rows (sign, construction or EVERY, weight): what EVERY has is in each."""
    plain = sorted(rows)
    shapes = {shape for _, shape, _ in plain} | {EVERY}
    found = {shape: {sign: weight for sign, of, weight in plain if of == EVERY} for shape in shapes}
    for sign, shape, weight in plain:
        if shape != EVERY:
            found[shape][sign] = found[shape].get(sign, 0.0) + weight
    return found


def _figure(cell: str) -> tuple[str, float]:
    shape, _, weight = cell.rpartition(" ")
    return shape, float(weight)


# ------------------------------------------------------------------ signs
def signs(text: Text, claim: Claim, rivals: Collection[str]) -> Iterator[str]:
    """All that speaks for or against `claim`, as the table names it."""
    yield ALWAYS
    yield claim.word
    if not figure(claim.word, claim.shape):
        yield "unlisted here" if claim.word in lexicon() else "unlisted"
    for rival in rivals:
        if rival != claim.shape:
            yield f"beside {rival}"
    yield from _of_cue(text, claim.at)
    yield from _of_source(text, claim)
    yield from _of_content(text, claim)


def _of_cue(text: Text, at: int) -> Iterator[str]:
    """She *would not say* that …: tense, helpers, neighbours, and where the cue stands."""
    tree = text.tree
    tokens, token = tree.tokens, tree.tokens[at]
    first, last = tree.sentences[tree.sentence_of[at]]
    yield f"cue {token.tag}"
    yield f"cue {token.dep}"
    yield f"cue under {tokens[token.head].pos}"
    yield f"cue after {tokens[at - 1].pos}" if at > first else "cue first"
    yield f"cue before {tokens[at + 1].pos}" if at + 1 < last else "cue last"
    for child in tree.children[at]:
        if child > at:
            break
        helper = tokens[child]
        if helper.dep in _HELPERS:
            yield f"cue with {helper.tag if helper.dep == 'aux' else helper.dep}"
    if tokens[last - 1].text == "?":
        yield "cue asked"
    if text.region_of[at] != -1:
        yield "cue in marks"


def _of_source(text: Text, claim: Claim) -> Iterator[str]:
    """*The discussion* emphasised …: what kind of word speaks, and how far from the cue."""
    head = claim.source
    if head is None:
        yield "source none"
        return
    token = text.tree.tokens[head]
    yield f"source {_PRONOUNS.get(token.text.lower(), token.tag)}"
    yield f"source {token.dep}" if token.head == claim.at else "source shared"
    side, far = ("before", claim.at - head) if head < claim.at else ("after", head - claim.at)
    yield f"source {side} {_class(far)}"


def _of_content(text: Text, claim: Claim) -> Iterator[str]:
    """… *that it “was safe”*: its length, its first word's grammar, its marks."""
    tree, words, marks, ends = text.tree, 0, 0, 3 * len(claim.content)
    for span in claim.content:
        inside = tree.tokens_in(span)
        words += len(inside)
        marks += sum(text.region_of[inside[at]] != -1 for at in (0, len(inside) // 2, -1))
    yield f"content long {_class(words)}"
    yield "content unmarked" if not marks else "content marked" if marks == ends else "content part marked"
    if any(_is_title(text, region) for region in islice(text.regions.overlapping(claim.content[0]), 1)):
        yield "content with a title"
    inside = tree.tokens_in(claim.content[0])
    yield f"content opens {tree.tokens[inside[0]].tag}"
    yield f"content opens {tree.tokens[inside[0]].dep}"
    if len(claim.content) > 1:
        yield "content parted"
    side, far = ("after", inside[0] - claim.at) if inside[0] > claim.at else ("before", claim.at - inside[-1])
    yield f"content {side} {_class(far)}"
    if any(tree.tokens[index].pos in _VERBAL for index in inside[:FAR_ENOUGH]):
        yield "content verbal"


def _class(number: int) -> int:
    """Which class of length, counted from 0."""
    return next((place for place, bound in enumerate(_LENGTHS) if number <= bound), len(_LENGTHS))


def _is_title(text: Text, region: Region) -> bool:
    """A book called *“The Long Winter”*: every longer word begins with a capital."""
    words = text.tree.text[region.inner.start : min(region.inner.end, region.inner.start + TITLE)].split()
    return all(word[0].isupper() for word in words if len(word) > 3 and word[0].isalpha())

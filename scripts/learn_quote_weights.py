"""Learn ``language/lexicon/quote_weights.txt``: how much each sign of a claim speaks for its being a quote.

    .venv/bin/python scripts/learn_quote_weights.py GOLD

GOLD/quotes/train.jsonl.gz holds a line an article: {"text", "quotes": [{"source", "cue", "content": [span]}],
"discard": [span]}.  Every claim that the rules can make is an example: right where a gold quote has that cue, and
source and content overlap; half right where the content then covers less than half of the other, unless it is speech
in marks, which goes on later.  Claims inside of gold content are left out: only the outermost quotes are annotated.
Only lemmas of cues, constructions, signs of structure and figures leave the house, no text and no names.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.extraction.quotes.attributions import by_cue
from briefings.extraction.quotes.constructions import Attribution, MarkedText, look
from briefings.extraction.quotes.judging import BY_HAND, EVERY, TABLE, odds, signs
from briefings.extraction.quotes.sources import source_span
from briefings.language.cue_figures import figure
from briefings.language.lexicon import FOLDER
from briefings.language.parsing import find_model, parse
from briefings.language.store import Store, parse_key
from briefings.language.tree import Tree
from briefings.model import Article, Seed, Span
from briefings.seeds.cleaning.cleaning import keep

MIN_USES = 5  # claims that bear a sign, under which it is not weighed
MIN_CROSSED = 20  # the same in one construction; MIN_USES for a cue's lemma
BELIEF = 1.0  # the weight of the hand-written figure, which all others correct
RIDGE = 2.0
STEPS = 150
RATE = 0.1
SMALL = 0.03  # weights nearer to 0 are left out
_LEMMAS = ("verb ", "noun ", "adjective ")
HEAD = """\
# How much each sign of a claim (quotes/judging.py) speaks for cue, source and content being right, in log-odds:
# in every construction, and what one construction adds to that.
#
# Learned by scripts/learn_quote_weights.py over annotated news: lemmas of cues, constructions and signs of structure
# only.  Not to be edited by hand.  Without this file the figures of cues.txt speak alone.

sign | weights
"""

Feature = tuple[str, str]  # sign, construction or EVERY
Words = frozenset[int]  # tokens that are words


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One claim of the rules."""

    shape: str
    signs: tuple[str, ...]
    hand: float  # the hand-written figure, in log-odds
    right: float  # 0, a half or 1


def main(gold: Path) -> None:
    """Learn from GOLD's training articles and write the table."""
    examples = [example for article, tree in articles(gold, "train") for example in examples_of(article, tree)]
    weights = learn(examples)
    (FOLDER / f"{TABLE}.txt").write_text(HEAD + "".join(f"{row}\n" for row in _rows(weights)), "utf-8")
    print(f"{len(examples)} claims, {len(weights)} weights")


# ------------------------------------------------------------------ examples
def articles(gold: Path, split: str) -> Iterator[tuple[dict[str, Any], Tree]]:
    """The annotated articles with their trees; parses that the store lacks are made."""
    model, store = find_model(), Store(Path(".store"))
    with gzip.open(gold / "quotes" / f"{split}.jsonl.gz", "rt", encoding="utf-8", newline="") as lines:
        read = [json.loads(line) for line in lines]
    kept = [keep(Seed(path=split, sha256="0" * 64, encoding="utf-8", raw=article["text"])) for article in read]
    missing = [article for article in kept if not store.has(parse_key(model.id, article))]
    for article, made in zip(missing, parse(model, missing), strict=True):
        store.put(parse_key(model.id, article), made)
    return ((annotated, _tree(article, store, model.id)) for annotated, article in zip(read, kept, strict=True))


def _tree(article: Article, store: Store, parser: str) -> Tree:
    found = store.get(parse_key(parser, article), article)
    if found is None:
        raise OSError(f"{store.folder}: a parse that was just made cannot be read")
    return Tree(article.text, found)


def examples_of(article: Mapping[str, Any], tree: Tree) -> Iterator[Example]:
    """Every claim that the annotation says something of."""
    text, by_token = look(tree), defaultdict[int, list[Mapping[str, Any]]](list)
    for quote in article["quotes"]:
        for index in _tokens(tree, quote["cue"]):
            by_token[index].append(quote)
    silent = _tokens(tree, [span for quote in article["quotes"] for span in quote["content"]])
    discarded = _tokens(tree, article["discard"])
    for rivals in by_cue(text):
        shapes = sorted({rival.shape for rival in rivals})
        for attribution in rivals:
            told = [quote for index in attribution.cue for quote in by_token.get(index, ())]
            if discarded.isdisjoint(attribution.cue) and (told or silent.isdisjoint(attribution.cue)):
                yield Example(
                    shape=attribution.shape,
                    signs=tuple(signs(text, attribution, shapes)),
                    hand=odds(figure(attribution.word, attribution.shape)),
                    right=max((_right(text, attribution, quote) for quote in told), default=0.0),
                )


def _right(text: MarkedText, attribution: Attribution, quote: Mapping[str, Any]) -> float:
    tree = text.tree
    source = () if attribution.source is None else (source_span(tree, attribution.source),)
    ours, theirs = _tokens(tree, source), _tokens(tree, quote["source"])
    said, meant = _tokens(tree, attribution.content), _tokens(tree, quote["content"])
    if ours.isdisjoint(theirs) and (ours or theirs):
        return 0.0
    if attribution.region is not None:
        return float(not said.isdisjoint(meant))
    return (bool(said & meant) + (2 * len(said & meant) >= len(said | meant))) / 2


def _tokens(tree: Tree, spans: Iterable[Sequence[int]]) -> Words:
    """The words and colons that share a character with `spans`."""
    found = (index for start, end in spans for index in tree.tokens_in(Span(start, end)))
    return frozenset(index for index in found if tree.tokens[index].text not in {",", ".", "“", "”", '"'})


# ------------------------------------------------------------------ learning
def learn(examples: Sequence[Example]) -> dict[Feature, float]:
    """Feature → weight, by Adam over the regularised log loss; the same examples give the same weights."""
    uses = Counter(feature for example in examples for feature in _features(example))
    kept = sorted(feature for feature, count in uses.items() if count >= _least(feature))
    place = {feature: number for number, feature in enumerate(kept)}
    pairs = [
        (row, place[feature])
        for row, example in enumerate(examples)
        for feature in _features(example)
        if feature in place
    ]
    rows, columns = np.array(pairs).T
    hand = np.array([example.hand for example in examples])
    right = np.array([example.right for example in examples])
    found, first, second = (np.zeros(len(kept) + 1) for _ in range(3))
    found[-1] = BELIEF
    for step in range(1, STEPS + 1):
        total = np.bincount(rows, found[columns], len(examples)) + found[-1] * hand
        error = 1 / (1 + np.exp(-total)) - right
        slope = np.bincount(columns, error[rows], len(kept) + 1) + RIDGE * found
        slope[-1] = 0.0
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        rate = RATE * (1 + np.cos(np.pi * step / STEPS)) / 2
        found = found - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {feature: round(float(weight), 2) for feature, weight in zip([*kept, (BY_HAND, EVERY)], found, strict=True)}


def _features(example: Example) -> Iterator[Feature]:
    for sign in example.signs:
        yield sign, EVERY
        yield sign, example.shape


def _least(feature: Feature) -> int:
    sign, shape = feature
    return MIN_USES if shape == EVERY or sign.startswith(_LEMMAS) else MIN_CROSSED


def _rows(weights: Mapping[Feature, float]) -> Iterator[str]:
    by_sign: dict[str, list[str]] = defaultdict(list)
    for (sign, shape), weight in sorted(weights.items()):
        if abs(weight) >= SMALL and (not sign.startswith(_LEMMAS) or sign.replace(" ", "").replace("-", "").isalpha()):
            by_sign[sign].append(f"{shape} {weight:.2f}")
    for sign, cells in sorted(by_sign.items()):
        yield f"{sign} | {'; '.join(cells)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

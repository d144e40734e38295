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
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.extraction.quotes.attributions import by_cue
from briefings.extraction.quotes.constructions import Attribution, MarkedText, look
from briefings.extraction.quotes.judging import BY_HAND, EVERYWHERE, TABLE, odds, signs
from briefings.extraction.quotes.sources import source_span
from briefings.language.cue_figures import figure
from briefings.language.learned_weights import EVERY
from briefings.language.tree import Tree
from briefings.model import Span
from logistic import Course, Example, Feature, learn, write
from parsed import trees_of

MIN_USES = 5  # claims that bear a sign, under which it is not weighed
MIN_CROSSED = 20  # the same in one construction; MIN_USES for a cue's lemma
BELIEF = 1.0  # the weight of the hand-written figure, which all others correct
COURSE = Course(ridge=4.5, steps=150, rate=0.1, falling=True)
SMALL = 0.03  # weights nearer to 0 are left out
_LEMMAS = ("verb ", "noun ", "adjective ")
HEAD = """\
# How much each sign of a claim (quotes/judging.py) speaks for cue, source and content being right, in log-odds:
# in every construction, and what one construction adds to that.
#
# Learned by scripts/learn_quote_weights.py over annotated news: lemmas of cues, constructions and signs of structure
# only.  Not to be edited by hand.  Without this file the figures of cues.txt speak alone.
"""

Words = frozenset[int]  # tokens that are words


def main(gold: Path) -> None:
    """Learn from GOLD's training articles and write the table."""
    examples = [example for article, tree in articles(gold, "train") for example in examples_of(article, tree)]
    weights = learned_from(examples)
    write(TABLE, HEAD, dict(_told(weights)))
    print(f"{len(examples)} claims, {len(weights)} weights")


# ------------------------------------------------------------------ examples
def articles(gold: Path, split: str) -> Iterator[tuple[dict[str, Any], Tree]]:
    """The annotated articles with their trees; parses that the store lacks are made."""
    with gzip.open(gold / "quotes" / f"{split}.jsonl.gz", "rt", encoding="utf-8", newline="") as lines:
        read = [json.loads(line) for line in lines]
    return zip(read, trees_of(article["text"] for article in read), strict=True)


def examples_of(article: Mapping[str, Any], tree: Tree) -> Iterator[Example]:
    """Every claim that the annotation says something of."""
    text, by_token = look(tree), defaultdict[int, list[Mapping[str, Any]]](list)
    for quote in article["quotes"]:
        for index in words_in(tree, quote["cue"]):
            by_token[index].append(quote)
    silent = words_in(tree, [span for quote in article["quotes"] for span in quote["content"]])
    discarded = words_in(tree, article["discard"])
    for rivals in by_cue(text):
        shapes = sorted({rival.shape for rival in rivals})
        for attribution in rivals:
            told = [quote for index in attribution.cue for quote in by_token.get(index, ())]
            if discarded.isdisjoint(attribution.cue) and (told or silent.isdisjoint(attribution.cue)):
                found = signs(text, attribution, shapes)
                yield Example(
                    features=tuple(_features(found, attribution.shape)),
                    right=max((_right(text, attribution, quote) for quote in told), default=0.0),
                    known=BELIEF * odds(figure(attribution.word, attribution.shape)),
                )


def _features(found: Iterable[str], shape: str) -> Iterator[tuple[Feature, float]]:
    for sign in found:
        yield (sign, EVERY), 1.0
        if not sign.startswith(EVERYWHERE):
            yield (sign, shape), 1.0


def _right(text: MarkedText, attribution: Attribution, quote: Mapping[str, Any]) -> float:
    tree = text.tree
    source = () if attribution.source is None else (source_span(tree, attribution.source),)
    ours, theirs = words_in(tree, source), words_in(tree, quote["source"])
    said, meant = words_in(tree, attribution.content), words_in(tree, quote["content"])
    if ours.isdisjoint(theirs) and (ours or theirs):
        return 0.0
    if attribution.region is not None:
        return float(not said.isdisjoint(meant))
    return (bool(said & meant) + (2 * len(said & meant) >= len(said | meant))) / 2


def words_in(tree: Tree, spans: Iterable[Sequence[int]]) -> Words:
    """The words and colons that share a character with `spans`."""
    found = (index for start, end in spans for index in tree.tokens_in(Span(start, end)))
    return frozenset(index for index in found if tree.tokens[index].text not in {",", ".", "“", "”", '"'})


# ------------------------------------------------------------------ learning
def learned_from(examples: Sequence[Example]) -> dict[Feature, float]:
    """Feature → weight, in hundredths."""
    uses = Counter(feature for example in examples for feature, _ in example.features)
    kept = sorted(feature for feature, count in uses.items() if count >= _least(feature))
    found = learn(examples, kept, COURSE) | {(BY_HAND, EVERY): BELIEF}
    return {feature: round(weight, 2) for feature, weight in found.items()}


def _least(feature: Feature) -> int:
    sign, shape = feature
    return MIN_USES if shape == EVERY or sign.startswith(_LEMMAS) else MIN_CROSSED


def _told(weights: Mapping[Feature, float]) -> Iterator[tuple[Feature, str]]:
    for (sign, shape), weight in sorted(weights.items()):
        if abs(weight) >= SMALL and (not sign.startswith(_LEMMAS) or sign.replace(" ", "").replace("-", "").isalpha()):
            yield (sign, shape), f"{weight:.2f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

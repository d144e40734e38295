"""Write ``docs/method/35-quote-model.md``: how well quotes are judged, with the learned weights and without them.

    .venv/bin/python scripts/measure_quotes.py GOLD

Accuracy is measured on GOLD's dev articles by GOLD's own scorer.  Reliability is measured on the training articles:
each fifth of them is judged by weights that were learned from the other four.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from briefings.extraction.cast.cast import Cast
from briefings.extraction.quotes.judging import HAND_WRITTEN, TABLE, learned_of_quotes
from briefings.extraction.quotes.quotes import find_quotes
from briefings.language.learned_weights import Weights, summed
from briefings.language.lexicon import FOLDER
from briefings.language.tree import Tree
from briefings.model import Quote
from learn_quote_weights import SMALL, articles, examples_of, learned_from
from logistic import Example

FOLDS = 5
BINS = 10
DIALS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
PIECE = Path(__file__).resolve().parent.parent / "docs" / "method" / "35-quote-model.md"
TEMPLATE = Path(__file__).resolve().parent / "quote_model.md"
ROWS = (
    ("Quotes with words in marks: source, cue and content overlap", "full", "all", True),
    ("Quotes with words in marks: the right source, most of the content", "who+what", "all", True),
    ("Direct quotes: the right source, most of the content", "who+what", "direct", False),
    ("All quotes: source, cue and content overlap", "full", "all", False),
    ("All quotes: the right source, most of the content", "who+what", "all", False),
)

Annotated = Sequence[tuple[dict[str, Any], Tree]]
Outcome = tuple[float, bool]  # confidence, whether cue, source and content are right


def main(gold: Path) -> None:
    """Measure and write the piece."""
    sys.path.insert(0, str(gold / "quotes"))
    dev, train = list(articles(gold, "dev")), list(articles(gold, "train"))
    outcomes = held_out(train)
    told = {
        "accuracy": "\n".join(_accuracy(dev)),
        "reliability": "\n".join(_reliability(outcomes)),
        "dials": "\n".join(_dials(outcomes)),
        "weights": f"{sum(map(len, learned_of_quotes().values())):,}",
        "train": f"{len(train)}",
        "dev": f"{len(dev)}",
        "folds": f"{FOLDS}",
        "bytes": f"{(FOLDER / f'{TABLE}.txt').stat().st_size // 1000}",
    }
    text = TEMPLATE.read_text("utf-8")
    for name, value in told.items():
        text = text.replace(f"[[{name}]]", value)
    PIECE.write_text(text, "utf-8")
    print(f"{PIECE.name} is written; make docs puts it into the method page; AUC {_auc(outcomes):.3f}")


# ------------------------------------------------------------------ accuracy
def _accuracy(dev: Annotated) -> Iterable[str]:
    import score_quotes  # noqa: PLC0415 — it stands in the gold's folder

    tables = []
    for weights in (learned_of_quotes(), HAND_WRITTEN):
        found = {article["doc"]: adapted(find_quotes(Cast(tree, ()), weights)) for article, tree in dev}
        gold = {article["doc"]: article for article, _ in dev}
        tables.append({marked: score_quotes.score(gold, found, marked)["scores"] for marked in (True, False)})
    for label, criterion, kind, marked in ROWS:
        cells = (f"{100 * figure:.1f}" for table in tables for figure in _two(table[marked][criterion][kind]))
        yield f"| {label} | {' | '.join(cells)} |"


def _two(scores: tuple[float, float, float]) -> tuple[float, float]:
    precision, _, f1 = scores
    return f1, precision


def adapted(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    """The outermost quotes, as the scorer reads them: only those are annotated."""
    outer = {quote.id: quote for quote in quotes}
    return [
        {
            "source": [list(quote.source.span)] if quote.source.span else [],
            "cue": [list(span) for span in quote.cue],
            "content": [list(span) for span in quote.content],
            "confidence": quote.confidence,
        }
        for quote in outer.values()
        if quote.within is None or not _lies_in(quote, outer[quote.within])
    ]


def _lies_in(quote: Quote, outer: Quote) -> bool:
    return all(any(s <= start and end <= e for s, e in outer.content) for start, end in quote.content)


# ------------------------------------------------------------------ reliability
def held_out(train: Annotated) -> list[Outcome]:
    """Every quote of every training article, judged by weights that have not seen it."""
    examples = [list(examples_of(article, tree)) for article, tree in train]
    outcomes: list[Outcome] = []
    for fold in range(FOLDS):
        seen = [example for number, some in enumerate(examples) if number % FOLDS != fold for example in some]
        weights = _learned_from(seen)
        for article, tree in train[fold::FOLDS]:
            outcomes.extend(_outcomes(article, adapted(find_quotes(Cast(tree, ()), weights))))
    return outcomes


def _learned_from(examples: Sequence[Example]) -> Weights:
    return summed(
        (sign, shape, weight) for (sign, shape), weight in learned_from(examples).items() if abs(weight) >= SMALL
    )


def _outcomes(article: Mapping[str, Any], found: Iterable[dict[str, Any]]) -> Iterable[Outcome]:
    import score_quotes  # noqa: PLC0415 — it stands in the gold's folder

    doc = score_quotes.Doc(article["text"])
    gold, ignored = [doc.make(quote) for quote in article["quotes"]], doc.ids(article["discard"])
    for quote in found:
        made = doc.make(quote)
        if not (made["cue"] or made["content"]) & ignored:
            yield quote["confidence"], any(score_quotes.CRIT["full"](made, other) for other in gold)


def _reliability(outcomes: Sequence[Outcome]) -> Iterable[str]:
    for number in range(BINS):
        inside = [outcome for outcome in outcomes if number <= outcome[0] * BINS < number + 1]
        if inside:
            said = sum(confidence for confidence, _ in inside) / len(inside)
            right = sum(is_right for _, is_right in inside) / len(inside)
            yield f"| {number / BINS:.1f} to {(number + 1) / BINS:.1f} | {len(inside):,} | {said:.2f} | {right:.2f} |"


def _auc(outcomes: Sequence[Outcome]) -> float:
    """How often a right quote is surer than a wrong one; a tie counts half."""
    by_confidence = sorted(outcomes)
    wrong_below = total = 0.0
    for _, tied in groupby(by_confidence, key=lambda outcome: outcome[0]):
        rights = [is_right for _, is_right in tied]
        right, wrong = sum(rights), len(rights) - sum(rights)
        total += right * (wrong_below + wrong / 2)
        wrong_below += wrong
    return total / (wrong_below * (len(outcomes) - wrong_below))


def _dials(outcomes: Sequence[Outcome]) -> Iterable[str]:
    for least in DIALS:
        shown = [is_right for confidence, is_right in outcomes if confidence >= least]
        yield f"| {least:.1f} | {100 * len(shown) / len(outcomes):.0f} | {100 * sum(shown) / len(shown):.0f} |"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

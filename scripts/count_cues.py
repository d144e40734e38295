"""Count ``language/lexicon/cue_counts.txt``: how often a word reports, in each construction it stands in.

    .venv/bin/python scripts/count_cues.py TRAIN.jsonl.gz

TRAIN holds a line an article: {"text", "quotes": [{"source": [span], "cue": [span], "content": [span]}]}.
Every second article is counted; the others stay unseen, to choose on.  A use is right where a gold
quote has that cue, and source and content overlap.  Uses inside of gold content are left out: only
the outermost quotes are annotated.  A figure leans on the hand-written one of cues.txt, or on the
construction's own rate, the more the rarer the word was seen.  Only lemmas, constructions and
figures leave the house, no text and no names.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "plugins"))

from briefings.extraction.attribution import source_span
from briefings.extraction.claims import source_of_use
from briefings.extraction.cues import Use, uses
from briefings.extraction.frames import Text, look
from briefings.language.lexicon import FOLDER, table, values
from briefings.language.parsing import find_model, parse
from briefings.language.store import Store, parse_key
from briefings.language.tree import Tree
from briefings.model import Seed, Span
from briefings.seeds.cleaning import keep

STEP = 2
SEEN = 2  # times at least
WORTH = 15  # of a hundred: rarer constructions of a word are left out, unless cues.txt has them
BEST = 25  # of a hundred: a word that reaches it in no construction is no cue
LEAN_HAND, LEAN_RATE = 4.0, 1.5  # uses that the hand-written figure, or the construction's rate, weighs
HEAD = """\
# How often a word reports in a construction, of a hundred uses, source and content right: counted
# over annotated news by scripts/count_cues.py (lemmas and constructions only), leaning on cues.txt,
# whose figures these replace.
words | kind | constructions
"""

Key = tuple[str, str, str]  # kind, word, construction
Spans = Sequence[Sequence[int]]


def main(path: str) -> None:
    """Count over the articles of `path` and write the table."""
    seen, right = Counter[Key](), Counter[Key]()
    for article, tree in _articles(path):
        text = look(tree)
        for use, is_right in _judged(text, article["quotes"]):
            key = (use.kind, use.word, use.reported.name)
            seen[key] += 1
            right[key] += is_right
    rows = list(_rows(seen, right))
    (FOLDER / "cue_counts.txt").write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
    print(f"{sum(seen.values())} uses, {len(rows)} words")


def _articles(path: str) -> Iterator[tuple[dict[str, Any], Tree]]:
    model, store = find_model(), Store(Path(".store"))
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for line in islice(lines, 0, None, STEP):
            article = json.loads(line)
            kept = keep(Seed(path="train", sha256="0" * 64, encoding="utf-8", raw=article["text"]))
            key = parse_key(model.id, kept)
            found = store.get(key)
            if found is None:
                found = next(parse(model, [kept]))
                store.put(key, found)
            yield article, Tree(kept.text, found)


def _judged(text: Text, quotes: Sequence[dict[str, Spans]]) -> Iterator[tuple[Use, bool]]:
    by_cue: dict[int, list[dict[str, Spans]]] = defaultdict(list)
    inside: set[int] = set()
    for quote in quotes:
        for start, end in quote["cue"]:
            for index in text.tree.tokens_in(Span(start, end)):
                by_cue[index].append(quote)
        for start, end in quote["content"]:
            inside.update(text.tree.tokens_in(Span(start, end)))
    for use in uses(text):
        if use.token in by_cue or use.token not in inside:
            yield use, any(_agrees(text, use, quote) for quote in by_cue[use.token])


def _agrees(text: Text, use: Use, quote: dict[str, Spans]) -> bool:
    head = source_of_use(text, use)
    source = [] if head is None else [source_span(text.tree, head)]
    same_source = _overlap(source, quote["source"]) or not (source or quote["source"])
    return same_source and _overlap(use.reported.content, quote["content"])


def _overlap(ours: Spans, theirs: Spans) -> bool:
    return any(a < d and c < b for a, b in ours for c, d in theirs)


def _rows(seen: Counter[Key], right: Counter[Key]) -> Iterator[str]:
    hand = _by_hand()
    totals, hits = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for (kind, word, name), times in seen.items():
        totals[kind, name] += times
        hits[kind, name] += right[kind, word, name]
    figures: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for key, times in seen.items():
        kind, word, name = key
        if times >= SEEN and word.replace(" ", "").replace("-", "").isalpha():
            prior, weight = (
                (hand[key], LEAN_HAND) if key in hand else (hits[kind, name] / totals[kind, name], LEAN_RATE)
            )
            figures[word, kind][name] = round(100 * (right[key] + weight * prior) / (times + weight))
    for (word, kind), found in sorted(figures.items()):
        if max(found.values()) >= BEST:
            kept = {n: v for n, v in found.items() if v >= WORTH or (kind, word, n) in hand}
            yield f"{word} | {kind} | " + "; ".join(
                f"{n} {v}" for n, v in sorted(kept.items(), key=lambda x: (-x[1], x[0]))
            )


def _by_hand() -> dict[Key, float]:
    found: dict[Key, float] = {}
    for row in table("cues"):
        for word in values(row["words"]):
            for part in values(row["constructions"]):
                name, _, figure = part.rpartition(" ")
                key = (row["kind"], word, name)
                found[key] = max(found.get(key, 0.0), int(figure) / 100)
    return found


if __name__ == "__main__":
    main(sys.argv[1])

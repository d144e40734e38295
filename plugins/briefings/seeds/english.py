"""Is a text English?  A share of function words tells, without a library or a model."""

import re

# The most frequent function words of English that no other Latin-script language shares in bulk.
FUNCTION_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "that",
        "is",
        "was",
        "for",
        "with",
        "as",
        "his",
        "on",
        "be",
        "at",
        "by",
        "had",
        "not",
        "are",
        "but",
        "from",
        "have",
        "they",
        "which",
        "were",
        "their",
        "has",
        "would",
        "been",
        "will",
        "its",
        "said",
        "who",
        "more",
        "about",
        "than",
        "after",
        "over",
        "into",
        "also",
    ]
)
MIN_WORDS = 20  # under this, a text is too short to judge and is taken for English unless in another script
MIN_SHARE = 0.12  # English news lies at .25 to .40, French, Spanish, German and Dutch below .06
MIN_LATIN = 0.5

_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether `text` reads as English."""
    words = _WORD.findall(text)
    if not words:
        return True
    latin = sum(word.isascii() for word in words) / len(words)
    if latin < MIN_LATIN:
        return False
    if len(words) < MIN_WORDS:
        return True
    return sum(word.lower() in FUNCTION_WORDS for word in words) / len(words) >= MIN_SHARE

"""What speaks for a line of a dump being a part of the body, and how much: ``lexicon/line_weights.txt``.

The weights are a logistic regression's, learned by ``scripts/learn_line_weights.py`` from two dumps each
of 88 news pages.
"""

import re
from collections.abc import Mapping
from math import isqrt

from ...language import learned_weights
from .english import FUNCTION_WORDS
from .text_lines import ends_sentence, last_mark

TABLE = "line_weights"
PERCENT = 100  # a whole sign: signs are counted in percent, since two of them are shares

_FIRST, _NEXT = 10, 20  # words: the first ten tell most, after the thirtieth none tells more
_COMMAS, _NEIGHBOURS = 3, 6  # more tell no more
_OPENERS = "“‘'\"(["
_BULLETS = "-–—•*·"
# Scripts that write no word apart: Thai, Lao, Burmese, Khmer, kana, Chinese characters.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

Signs = Mapping[str, float]


def weights() -> Signs:
    """Reads hundredths of a logit by sign, as they were learned."""
    return learned_weights.learned(TABLE)[learned_weights.EVERY]


def weigh(signs: Signs, learned: Signs) -> int:
    """Weighs signs by what was learned, in whole hundredths of a logit."""
    return int(learned_weights.score(learned, signs.items()) // PERCENT)


def own_signs(text: str) -> Signs:
    """Lists what the line's own words say, in percent of each sign."""
    words = text.split()
    count = count_words(text)
    lower = sum([word[0].islower() or (word[0] in _OPENERS and _opens_in_lower_case(word)) for word in words])
    function = sum(map(FUNCTION_WORDS.__contains__, text.lower().split()))
    whole = {
        "any line": 1,
        "words, the first ten": min(count, _FIRST),
        "words, the next twenty": min(max(count - _FIRST, 0), _NEXT),
        "ends as a sentence": ends_sentence(text),
        "ends with a colon": last_mark(text) == ":",
        "commas, up to three": min(text.count(","), _COMMAS),
        "has a quotation mark": is_quoted(text),
        "starts like an entry of a list": text[:1] in _BULLETS,
    }
    return _in_percent(whole) | {
        "share in lower case": PERCENT * lower // max(1, len(words)),  # menus Are Set Like This
        "share of function words": PERCENT * function // max(1, len(words)),
    }


def _opens_in_lower_case(word: str) -> bool:
    """Tells whether it opens as ``(see`` does, which goes on in lower case."""
    return word.lstrip(_OPENERS)[:1].islower()


def pressing_signs(neighbours: int, *, said: bool) -> Signs:
    """Lists what other lines say against it, all below zero: it stands in a list, or was said before."""
    return _in_percent({"lines that touch it, up to six": min(neighbours, _NEIGHBOURS), "said before": said})


def _in_percent(signs: Mapping[str, int]) -> dict[str, int]:
    return {sign: PERCENT * value for sign, value in signs.items()}


def count_words(text: str) -> int:
    """Counts words; in scripts that write none apart, two characters are taken for one."""
    count = len(text.split())
    return count if text.isascii() else count + len(_UNSPACED.findall(text)) // 2


def line_size(text: str) -> int:
    """Gives ten times the root of the number of words: how much a line counts for."""
    return isqrt(100 * count_words(text))


def is_quoted(text: str) -> bool:
    """Tells whether somebody may be speaking in it."""
    return "“" in text or '"' in text or "”" in text

"""Where what is reported ends: before the reporter's own next clause, before another source's words."""

from ...language.cue_figures import lexicon
from .constructions import MAX_CLAUSE, MarkedText, follows_comma


def until_according(text: MarkedText, first: int, last: int) -> int:
    """Finds the end of a clause of tokens ``[first, last)``: before ", according to …", which names another source."""
    tokens, last = text.tree.tokens, min(last, first + MAX_CLAUSE)
    for index in range(first + 1, last):
        if tokens[index].lemma == "accord" and tokens[index - 1].text == "," and text.region_of[index] == -1:
            return index - 1
    return last


def until_participle(text: MarkedText, first: int, last: int, *, any_verb: bool) -> int:
    """Finds the end of a clause of tokens ``[first, last)``: before ", *calling* it a gift", with which one goes on.

    With `any_verb` before every participle that a comma parts: an infinitive keeps none of its own.
    """
    tokens, last = text.tree.tokens, min(last, first + MAX_CLAUSE)
    for index in range(first + 2, last):
        token = tokens[index]
        if token.tag == "VBG" and (any_verb or f"verb {token.lemma}" in lexicon()):
            comma = follows_comma(text, index)
            if comma and comma > first:
                return comma
    return last

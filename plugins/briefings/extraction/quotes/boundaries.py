"""Where what is reported ends: before the reporter's own next clause, before another source's words."""

from ...language.cue_figures import lexicon
from ...language.tree import Tree
from .constructions import MAX_CLAUSE, MarkedText, follows_comma

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})


def until_according(text: MarkedText, first: int, last: int) -> int:
    """Finds the end of a clause of tokens ``[first, last)``: before ", according to …", which names another source."""
    tokens, last = text.tree.tokens, min(last, first + MAX_CLAUSE)
    for index in range(first + 1, last):
        if tokens[index].lemma == "accord" and tokens[index - 1].text == "," and text.region_of[index] == -1:
            return index - 1
    return last


def until_participle(text: MarkedText, first: int, last: int, *, any_verb: bool) -> int:
    """Finds the end of a clause of tokens ``[first, last)``: before ", *calling* it a gift", with which one goes on.

    With `any_verb` before every participle that a comma parts: an infinitive keeps none of its own.  One that ends
    the clause may be the reporter's, whatever its verb: that the bridge would fall, *drawing* a laugh.
    """
    tree, last = text.tree, min(last, first + MAX_CLAUSE)
    for index in range(first + 2, last):
        token = tree.tokens[index]
        if token.tag != "VBG":
            continue
        if any_verb or f"verb {token.lemma}" in lexicon() or _ends_clause(tree, index, first, last):
            comma = follows_comma(text, index)
            if comma and comma > first:
                return comma
    return last


def _ends_clause(tree: Tree, participle: int, first: int, last: int) -> bool:
    """Tells whether a participle of its own, not by far the longer part, ends the clause: …, *drawing* a laugh."""
    ends = tree.tokens[participle].dep in {"advcl", "acl"} and tree.right[participle] >= last - 1
    return ends and 2 * (last - participle) <= 3 * (participle - first)


def until_joined(text: MarkedText, first: int, last: int) -> int:
    """Finds the end of a clause of tokens ``[first, last)``: before "and", where nothing of it comes after that."""
    tokens = text.tree.tokens
    while last - 1 > first and tokens[last - 1].pos in {"CCONJ", "PUNCT"} and text.region_of[last - 1] == -1:
        if tokens[last - 1].text in {")", "]"}:
            break
        last -= 1
    return last


def with_finite_verb(text: MarkedText, first: int, last: int) -> int:
    """Finds the end of a clause with "that" whose verb a parser hung elsewhere: that the men crossing *are thieves*."""
    tree, tokens = text.tree, text.tree.tokens
    if last >= tree.sentences[tree.sentence_of[first]][1] or any(tokens[i].tag in _FINITE for i in range(first, last)):
        return last
    if tokens[last].tag not in _FINITE:
        return last
    verb = tokens[last].head if tokens[last].dep in {"aux", "auxpass"} else last
    return max(last, tree.right[verb]) if verb >= last else last


def has_clause_of_its_own(text: MarkedText, first: int, last: int) -> bool:
    """Tells whether tokens ``[first, last)`` are a clause that "but" joins to another: but *her lead is* narrowing."""
    tokens = text.tree.tokens
    words = [index for index in range(first, last) if tokens[index].pos not in {"PUNCT", "SPACE"}]
    joins = bool(words) and (tokens[words[0]].pos in {"CCONJ", "SCONJ"} or tokens[words[0]].tag == "WDT")
    verb = next((index for index in words if tokens[index].tag in _FINITE), None)
    return joins and verb is not None and any(tokens[i].dep in _SUBJECTS for i in words if i < verb)


def opens_relative(text: MarkedText, first: int, last: int) -> bool:
    """Tells whether tokens ``[first, last)`` end in a relative clause set off by a comma: Orlek, *whom most trust*."""
    tokens = text.tree.tokens
    commas = [index for index in range(first, last) if tokens[index].text == ","]
    return bool(commas) and any(tokens[index].tag in _RELATIVE for index in range(commas[-1], last))

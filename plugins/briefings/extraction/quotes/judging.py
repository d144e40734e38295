"""How likely an attribution is right: a linear model over its structure.

The rules say what a cue would report and from whom; ``lexicon/quote_weights.txt``, learned by
``scripts/learn_quote_weights.py``, says how much each sign of it counts: the cue's lemma, parts of
speech, dependencies, quotation marks, positions, lengths; no other word and no name.  Where that
table is missing, the figures of cues.txt, written by hand, speak alone.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from math import log

from ...language import learned_weights
from ...language.cue_figures import figure, lexicon
from ...language.learned_weights import EVERY, Weights
from ...language.words import bodies, roles
from ..grammar.quotation import Region
from ..predications.subjects import Subjects
from .constructions import Attribution, MarkedText

TABLE = "quote_weights"
ALWAYS = "always"  # the sign that every attribution bears
BY_HAND = "by hand"  # the sign whose value is the hand-written figure, in log-odds

HAND_WRITTEN: Weights = {EVERY: {BY_HAND: 1.0}}  # the variant without anything learned

# Pronouns by their grammar: who says "it" is seldom somebody who speaks.
_PRONOUNS = {
    "i": "first", "we": "first", "you": "second", "he": "third", "she": "third", "they": "plural",
    "it": "thing", "this": "thing", "that": "thing", "these": "thing", "those": "thing", "there": "thing",
    "some": "some", "many": "some", "most": "some", "few": "some", "all": "some", "others": "some",
    "everyone": "some", "which": "relative thing", "who": "relative",
}  # fmt: skip
_LENGTHS = (1, 2, 4, 7, 12, 20, 35)  # tokens: the upper bounds of the classes of length and of distance
# Signs that weigh alike in all constructions begin so: few examples tell what one construction adds to them.
EVERYWHERE = ("source is ", "head ", "next ", "prior ", "helper ", "below ")
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "cy", "al", "ure", "age", "ing")
_PERSONAL = ("er", "or", "ist", "ian", "man", "woman")
_INDEFINITE = frozenset({"a", "an", "some", "any", "no"})
_SHOWN = frozenset({",", ".", ";", ":", "—", "–", "-", "(", ")"})
_UNDER = frozenset({"xcomp", "pcomp", "advcl", "acl"})
_HELPERS = frozenset({"aux", "auxpass", "neg", "mark", "advmod"})
_VERBAL = frozenset({"VERB", "AUX"})
TITLE = 60  # characters of a title that are looked at
FAR_ENOUGH = 40  # tokens of a content that are looked at for a verb


def judge(text: MarkedText, attribution: Attribution, rivals: Collection[str], weights: Weights) -> float:
    """Gives the probability, from 0 to 1, that cue, source and content of `attribution` are right.

    `rivals` are the constructions that its cue stands in, its own among them.
    """
    known = weights.get(attribution.shape) or weights[EVERY]
    found = [(sign, 1.0) for sign in signs(text, attribution, rivals)] if len(known) > 1 else []
    found.append((BY_HAND, odds(figure(attribution.word, attribution.shape))))
    return learned_weights.likelihood(known, found)


def odds(chance: float) -> float:
    """Gives the log-odds of a probability, kept finite."""
    sure = min(max(chance, 0.02), 0.98)
    return log(sure / (1 - sure))


def learned_of_quotes() -> Weights:
    """Gives the learned weights, the sums of a sign's own and its construction's; by hand where there are none."""
    return learned_weights.learned(TABLE) or HAND_WRITTEN


# ------------------------------------------------------------------ signs
def signs(text: MarkedText, attribution: Attribution, rivals: Collection[str]) -> list[str]:
    """Gives all that speaks for or against `attribution`, as the table names it."""
    found = [ALWAYS, attribution.word]
    if not figure(attribution.word, attribution.shape):
        found.append("unlisted here" if attribution.word in lexicon() else "unlisted")
    found += [f"beside {rival}" for rival in rivals if rival != attribution.shape]
    found += _of_cue(text, attribution.at)
    found += _of_source(text, attribution)
    found += _of_content(text, attribution)
    found += [*_of_kinds(text, attribution), *_of_neighbours(text, attribution), *_of_clause(text, attribution.at)]
    return found


def _of_cue(text: MarkedText, at: int) -> list[str]:
    """Gives tense, helpers, neighbours, and where the cue stands: she *would not say* that …."""
    tree = text.tree
    tokens, token = tree.tokens, tree.tokens[at]
    first, last = tree.sentences[tree.sentence_of[at]]
    found = [
        f"cue {token.tag}",
        f"cue {token.dep}",
        f"cue under {tokens[token.head].pos}",
        f"cue after {tokens[at - 1].pos}" if at > first else "cue first",
        f"cue before {tokens[at + 1].pos}" if at + 1 < last else "cue last",
    ]
    for child in tree.children[at]:
        if child > at:
            break
        helper = tokens[child]
        if helper.dep in _HELPERS:
            found.append(f"cue with {helper.tag if helper.dep == 'aux' else helper.dep}")
    if tokens[last - 1].text == "?":
        found.append("cue asked")
    if text.region_of[at] != -1:
        found.append("cue in marks")
    return found


def _of_source(text: MarkedText, attribution: Attribution) -> tuple[str, ...]:
    """Gives what kind of word speaks, and how far from the cue: *The discussion* emphasised …."""
    head = attribution.source
    if head is None:
        return ("source none",)
    token, link = text.tree.tokens[head], text.tree.once(Subjects).of(attribution.at)
    sure = int(10 * link.probability) if link is not None and link.head == head else "by rule"
    side, far = ("before", attribution.at - head) if head < attribution.at else ("after", head - attribution.at)
    return (
        f"source {_PRONOUNS.get(token.text.lower(), token.tag)}",
        f"source {token.dep}" if token.head == attribution.at else "source shared",
        f"source {side} {_class(far)}",
        f"source sure {sure}",
    )


def _of_content(text: MarkedText, attribution: Attribution) -> list[str]:
    """Gives the content's length, its first word's grammar, its marks: … *that it “was safe”*."""
    tokens, within = text.tree.tokens, [text.tree.tokens_in(span) for span in attribution.content]
    inside, words = within[0], sum(map(len, within))
    ends = [text.region_of[piece[at]] != -1 for piece in within for at in (0, len(piece) // 2, -1)]
    first, last = inside[0], inside[-1]
    side, far = ("after", first - attribution.at) if first > attribution.at else ("before", attribution.at - last)
    found = [
        f"content long {_class(words)}",
        "content marked" if all(ends) else "content part marked" if any(ends) else "content unmarked",
    ]
    region = next(text.regions.overlapping(attribution.content[0]), None)
    if region is not None and _is_title_of_work(text, region):
        found.append("content with a title")
    found += [f"content opens {tokens[first].tag}", f"content opens {tokens[first].dep}"]
    if len(within) > 1:
        found.append("content parted")
    found.append(f"content {side} {_class(far)}")
    if not _VERBAL.isdisjoint([tokens[index].pos for index in inside[:FAR_ENOUGH]]):
        found.append("content verbal")
    return found


def _of_kinds(text: MarkedText, attribution: Attribution) -> Iterator[str]:
    """Tells what kind of thing speaks, and of what: a *minister* praised a *decision*; a *case* showed a *man*."""
    tokens, source = text.tree.tokens, attribution.source
    if source is not None:
        yield f"source is {_kind(text, source)}"
        yield f"source is {_definiteness(text, source)}"
        if tokens[source].tag in {"NNS", "NNPS"}:
            yield "source is many"
        if text.tree.child(source, "acl", "relcl") is not None:
            yield "source is told of"
    head = _head_of(text, attribution)
    if head is not None:
        token = tokens[head]
        yield f"head {token.pos} {token.dep if token.head == attribution.at else 'apart'}"
        yield f"head {token.tag}"
        yield f"head is {_kind(text, head)}"
        if token.pos == "NOUN":
            yield f"head is {_definiteness(text, head)}"


def _head_of(text: MarkedText, attribution: Attribution) -> int | None:
    """Finds the word of the content that the rest hangs on: the one below the cue, else the first below none of it."""
    tokens = text.tree.tokens
    inside = [index for span in attribution.content for index in text.tree.tokens_in(span)]
    own = set(inside)
    tops = [i for i in inside if (tokens[i].head not in own or tokens[i].head == i) and tokens[i].pos != "SPACE"]
    tops = [index for index in tops if tokens[index].dep != "punct"]
    return next((index for index in tops if tokens[index].head == attribution.at), next(iter(tops), None))


def _kind(text: MarkedText, index: int) -> str:
    """Tells what sort of word a noun is: a name of some label, a person, a body, a thing said, something abstract."""
    token = text.tree.tokens[index]
    label = text.label_of.get(index)
    if label is not None and token.pos != "PRON":
        return label
    lemma, known = token.lemma.lower(), {"PRON": token.tag, "PROPN": "name"}.get(token.pos)
    if known is None and token.pos == "NOUN":
        known = _kind_of_noun(lemma)
    return known or token.pos


def _kind_of_noun(lemma: str) -> str:
    if lemma in roles():
        return "person"
    if lemma in bodies():
        return "body"
    if f"noun {lemma}" in lexicon():
        return "said"
    return "personal" if lemma.endswith(_PERSONAL) else "abstract" if lemma.endswith(_ABSTRACT) else "common"


def _definiteness(text: MarkedText, noun: int) -> str:
    tree = text.tree
    article = tree.child(noun, "det")
    if article is not None:
        return "indefinite" if tree.tokens[article].text.lower() in _INDEFINITE else "definite"
    return "bare" if tree.child(noun, "poss") is None else "possessed"


def _of_neighbours(text: MarkedText, attribution: Attribution) -> Iterator[str]:
    """Tells what stands before and after the content in its sentence, which shows where one was cut."""
    tree = text.tree
    first = tree.tokens_in(attribution.content[0])[0]
    last = tree.tokens_in(attribution.content[-1])[-1]
    begins, ends = tree.sentences[tree.sentence_of[first]][0], tree.sentences[tree.sentence_of[last]][1]
    before = "start" if first == begins else "cue" if first - 1 in attribution.cue else _told(text, first - 1)
    yield f"prior {before}"
    yield f"next {'end' if last + 1 >= ends else _told(text, last + 1)}"


def _told(text: MarkedText, index: int) -> str:
    token = text.tree.tokens[index]
    return token.text if token.text in _SHOWN else token.pos


def _of_clause(text: MarkedText, at: int) -> Iterator[str]:
    """Gives the cue's helpers, what governs it, and whether its sentence is a whole one."""
    tree = text.tree
    tokens, token = tree.tokens, tree.tokens[at]
    for helper in tree.all_children(at, "aux", "auxpass"):
        yield f"helper {tokens[helper].lemma.lower()}"
    first, last = tree.sentences[tree.sentence_of[at]]
    if tokens[first].tag == "VB":
        yield "helper of no subject"
    if tokens[last - 1].text not in ".?!”\"'’":
        yield "helper of no end"
    if token.head == at:
        return
    governor = f"{'verb' if tokens[token.head].pos in _VERBAL else 'noun'} {tokens[token.head].lemma}"
    is_cue = governor in lexicon()
    yield f"below {'a cue' if is_cue else 'another'} as {token.dep}"
    if is_cue and token.dep in _UNDER:
        yield f"below {governor}"


def _class(number: int) -> int:
    """Tells which class of length, counted from 0."""
    return bisect_left(_LENGTHS, number)


def _is_title_of_work(text: MarkedText, region: Region) -> bool:
    """Tells whether every longer word begins with a capital: a book called *“The Long Winter”*."""
    words = text.tree.text[region.inner.start : min(region.inner.end, region.inner.start + TITLE)].split()
    return all(word[0].isupper() for word in words if len(word) > 3 and word[0].isalpha())

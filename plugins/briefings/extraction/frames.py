"""The constructions that a cue stands in, and the words that each of them reports.

A construction looks at one possible cue and gives the content that it would have, or nothing.
Whether the word is a cue in that construction is the lexicon's business (cues.py).
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..language.tree import Tree
from ..model import Span
from .quotation import Region, Regions

MAX_LEAD = 8  # tokens between a cue and the quotation after it: "told reporters in the city on Monday:"
_GROUP = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "expl"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp"})
_FINITE = frozenset({"VERB", "AUX"})
_TRIM = " \t\n\r\u00a0,;:.–—-"
_ENDS = frozenset(",.?!…—–-")
_STOPS = frozenset(".?!…")
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_ASIDE = frozenset({"at", "in", "on", "during", "after", "before", "since", "while", "from", "by"})


@dataclass(frozen=True, slots=True)
class Text:
    """What every construction looks at."""

    tree: Tree
    regions: Regions
    region_of: tuple[int, ...]  # by token: the ordinal of the region it stands in, -1 outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Content in a construction; `name` is the lexicon's word for it."""

    name: str
    content: tuple[Span, ...]
    extra: tuple[int, ...] = ()  # further tokens of the cue: the "for" of "called for"
    region: int | None = None  # ordinal of the quotation that is the whole content


Frame = Callable[[Text, int], Reported | None]


def look(tree: Tree) -> Text:
    """The text of `tree` with its quotation marks found."""
    regions = Regions(tree.text)
    region_of = [-1] * len(tree.tokens)
    for number, region in enumerate(regions.items):
        for index in tree.tokens_in(region.span):
            region_of[index] = number
    return Text(tree, regions, tuple(region_of))


# ------------------------------------------------------------------ pieces of a sentence
def group_start(text: Text, verb: int) -> int:
    """First token of the cue's own words: “…,” *he later* said."""
    tree = text.tree
    lefts = [tree.left[child] for child in tree.children[verb] if child < verb and tree.tokens[child].dep in _GROUP]
    first, inside = min([verb, *lefts]), text.region_of[verb]
    for index in range(verb - 1, first - 1, -1):
        if text.region_of[index] != inside:
            return index + 1
    return first


def group_end(text: Text, verb: int) -> int:
    """End of the cue's own words, exclusive: “…,” said *the minister on Monday*, …"""
    tree = text.tree
    end = verb + 1
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child > verb and tree.left[child] <= end + 1 and token.pos not in _FINITE and text.region_of[child] == -1:
            if token.dep in {"conj", "cc", "punct", "ccomp", "advcl", "parataxis"}:
                break
            end = max(end, tree.right[child])
    return end


def clip(text: Text, span: Span, *, floor: int = 0) -> Span | None:
    """`span` without outer punctuation, with every quotation that it cuts into made whole."""
    source, start, end = text.tree.text, max(span.start, floor), span.end
    for region in text.regions.overlapping(Span(start, max(start, end))):
        if region.span.start >= floor:
            start, end = min(start, region.span.start), max(end, region.span.end)
    while start < end and source[start] in _TRIM:
        start += 1
    while end > start and source[end - 1] in _TRIM and text.regions.number_at(end - 1) is None:
        end -= 1
    return Span(start, end) if start < end else None


def spans(*found: Span | None) -> tuple[Span, ...]:
    """Those that are there, in order and disjoint."""
    kept: list[Span] = []
    for span in sorted(span for span in found if span is not None):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def until_according(text: Text, first: int, last: int) -> int:
    """`last`, or where ", according to …" begins in tokens ``[first, last)``: that names another source."""
    tokens = text.tree.tokens
    for index in range(first + 1, last):
        if tokens[index].lemma == "accord" and tokens[index - 1].text == "," and text.region_of[index] == -1:
            return index - 1
    return last


def run_of(text: Text, number: int) -> tuple[Span, ...]:
    """A quotation and the reopened ones of the paragraphs after it, up to the mark that closes."""
    items = text.regions.items
    found = [items[number].span]
    while not items[number].closed and number + 1 < len(items) and _reopens(text, items[number], items[number + 1]):
        number += 1
        found.append(items[number].span)
    return tuple(found)


def run_before(text: Text, number: int) -> tuple[Span, ...]:
    """A quotation and the unclosed ones of the paragraphs before it that it continues."""
    items = text.regions.items
    found = [items[number].span]
    while number and not items[number - 1].closed and _reopens(text, items[number - 1], items[number]):
        number -= 1
        found.append(items[number].span)
    return tuple(reversed(found))


def _reopens(text: Text, earlier: Region, later: Region) -> bool:
    starts = text.regions.paragraphs[later.paragraph].start
    return later.paragraph == earlier.paragraph + 1 and not text.tree.text[starts : later.span.start].strip()


def _ending_before(text: Text, offset: int) -> int | None:
    """The quotation that ends right before `offset`, a comma or a dash between them at most."""
    source, end = text.tree.text, offset
    while end and offset - end < 4 and (source[end - 1] in " \u00a0,–—-"):
        end -= 1
    return text.regions.number_at(end - 1) if end else None


def _is_speech(text: Text, number: int) -> bool:
    """Marks around words that end like speech, not around a title or a word: “We will not wait,”."""
    region, source = text.regions.items[number], text.tree.text
    return _last_of(text, region) in _ENDS or source[region.span.end : region.span.end + 1] == ","


def _last_of(text: Text, region: Region) -> str:
    """The last character said: inner closing marks do not count."""
    return text.tree.text[region.inner.start : region.inner.end].rstrip("’'”\"")[-1:]


# ------------------------------------------------------------------ quotations
def quoted_before(text: Text, verb: int) -> Reported | None:
    """“We will not wait,” the minister said."""
    tree = text.tree
    first = group_start(text, verb)
    number = _ending_before(text, tree.tokens[first].start)
    if number is None or number == text.region_of[verb] or not _is_speech(text, number):
        return None
    if _starts_anew(text, number, first, verb):
        return None
    region = text.regions.items[number]
    opening = tree.tokens_in(region.span)
    start = tree.sentences[tree.sentence_of[opening[0]]][0] if opening else verb
    if opening and start < opening[0] and _has_words(text, start, opening[0]):
        content = clip(text, Span(tree.tokens[start].start, region.span.end))
        return Reported(name="before", content=spans(content))
    return Reported(name="quoted", content=run_before(text, number), region=number)


def _starts_anew(text: Text, number: int, first: int, verb: int) -> bool:
    """Whether the cue opens a sentence of its own after the quotation: “We won.” She then called for calm."""
    tree = text.tree
    said = _last_of(text, text.regions.items[number])
    if said not in _STOPS or tree.tokens[first].text[0].islower():
        return False
    last = group_end(text, verb)
    ends = last >= len(tree.tokens) or tree.tokens[last].text in {".", ",", ";", ":"}
    return said == "." or not ends


def _has_words(text: Text, first: int, last: int) -> bool:
    tokens = text.tree.tokens
    return any(tokens[i].text[0].isalnum() and tokens[i].pos != "CCONJ" for i in range(first, last))


def quoted_after(text: Text, verb: int) -> Reported | None:
    """The minister told reporters on Monday: “We will not wait.”"""
    tree = text.tree
    number = text.regions.first_from(tree.tokens[verb].end)
    if number >= len(text.regions.items) or text.region_of[verb] != -1:
        return None
    region = text.regions.items[number]
    opening = tree.tokens_in(region.span)
    if not opening or opening[0] - verb > MAX_LEAD or not _leads(text, verb, opening[0]):
        return None
    name = "marked" if opening[0] == verb + 1 else "introduced"
    return Reported(name=name, content=(*_interrupted(text, verb), *run_of(text, number)), region=number)


def _leads(text: Text, verb: int, opening: int) -> bool:
    """Whether nothing but a hearer, a place or a time stands between the cue and the quotation."""
    tokens, between = text.tree.tokens, range(verb + 1, opening)
    if any(tokens[i].pos in _FINITE or tokens[i].text in {".", ";", "?", "!"} for i in between):
        return False
    if tokens[opening - 1].text in {",", ":"}:
        return True
    return opening == verb + 1 and _stands_alone(text, text.regions.items[text.region_of[opening]])


def _stands_alone(text: Text, region: Region) -> bool:
    """Whether a quotation is all that is said: nothing of the sentence goes on after it."""
    source = text.tree.text
    rest = source[region.span.end : region.span.end + 2].strip()
    ends = _last_of(text, region) in _ENDS or _last_of(text, region) == "."
    return not rest or rest[0] in ".,;!?\n" or (ends and region.inner.end - region.inner.start > 20)


def _interrupted(text: Text, verb: int) -> tuple[Span, ...]:
    """The first half of “We came,” he said, “and we saw.”."""
    number = _ending_before(text, text.tree.tokens[group_start(text, verb)].start)
    if number is None or number == text.region_of[verb] or not _is_speech(text, number):
        return ()
    return run_before(text, number)


# ------------------------------------------------------------------ clauses
def clause(text: Text, verb: int) -> Reported | None:
    """The minister said that the talks had failed."""
    tree = text.tree
    child = next((c for c in tree.children[verb] if c > verb and _is_clause(tree, c)), None)
    if child is None:
        return None
    content = _subtree(text, child, verb)
    name = "to" if _is_infinitive(tree, child) else "clause"
    return Reported(name=name, content=spans(content)) if content else None


def _is_clause(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.dep in {"ccomp", "xcomp"} and token.pos in _FINITE and (token.dep == "ccomp" or token.tag != "VBG")


def _is_infinitive(tree: Tree, index: int) -> bool:
    return any(tree.tokens[c].dep == "aux" and tree.tokens[c].lemma == "to" for c in tree.children[index])


def _subtree(text: Text, index: int, after: int) -> Span | None:
    tree = text.tree
    first = max(tree.left[index], after + 1)
    last = until_according(text, first, tree.right[index])
    return clip(text, tree.span(first, last), floor=tree.tokens[after].end) if first < last else None


def parenthetical(text: Text, verb: int) -> Reported | None:
    """The talks, she said, had failed; the talks had failed, she said."""
    tree = text.tree
    first, last = group_start(text, verb), group_end(text, verb)
    start, end = tree.sentences[tree.sentence_of[verb]]
    if first <= start or tree.tokens[first - 1].text not in {",", "–", "—", "--", "-"}:
        return None
    closes = last >= end or tree.tokens[last].text in {",", "–", "—", "--", "-", ".", ";", "?", "!", ":"}
    if not closes or tree.child(verb, "nsubj") is None or not _governs_left(tree, verb):
        return None
    before = clip(text, tree.span(start, first))
    after = None
    if last < end and tree.tokens[last].text == "," and _goes_on(tree, verb, last):
        after = clip(text, tree.span(last, until_according(text, last, end)), floor=tree.tokens[last - 1].end)
    return Reported(name="before", content=spans(before, after)) if before else None


def _governs_left(tree: Tree, verb: int) -> bool:
    """Whether the parse, too, takes what stands before the cue for its complement."""
    if any(tree.tokens[c].dep in {"ccomp", "parataxis"} and c < verb for c in tree.children[verb]):
        return True
    token = tree.tokens[verb]
    return token.dep == "parataxis" or (token.head > verb and token.dep in {"ccomp", "advcl", "dep"})


def _goes_on(tree: Tree, verb: int, last: int) -> bool:
    """Whether the reported clause continues after the cue: its verb or its other half stands there."""
    token = tree.tokens[verb]
    if token.head != verb and token.head >= last:
        return True
    return any(tree.tokens[c].dep == "ccomp" and tree.right[c] > last for c in tree.children[verb])


def as_clause(text: Text, verb: int) -> Reported | None:
    """As the minister put it, the talks had failed."""
    tree = text.tree
    token = tree.tokens[verb]
    if token.dep != "advcl" or not any(tree.tokens[c].lemma == "as" and c < verb for c in tree.children[verb]):
        return None
    if tree.child(verb, "ccomp", "dobj", "xcomp") not in {None, *range(verb)}:
        return None
    start, end = tree.sentences[tree.sentence_of[verb]]
    left, right = tree.left[verb], tree.right[verb]
    before = clip(text, tree.span(start, left)) if left > start else None
    after = clip(text, tree.span(right, end)) if right < end else None
    found = spans(before, after)
    return Reported(name="as", content=found) if found else None


# ------------------------------------------------------------------ phrases
def phrase(text: Text, verb: int) -> Reported | None:
    """The minister called the attack “heinous”."""
    tree = text.tree
    found = [c for c in tree.children[verb] if c > verb and _is_phrase(tree, c)]
    if not found:
        return None
    first, last = max(verb + 1, min(tree.left[c] for c in found)), tree.right[found[0]]
    for child in tree.children[verb]:
        if child > verb and tree.left[child] <= last + 1 and (child in found or _completes(tree, child)):
            last = max(last, tree.right[child])
    last = _until_relative(text, first, until_according(text, first, last))
    content = clip(text, tree.span(first, last), floor=tree.tokens[verb].end) if first < last else None
    return Reported(name="object", content=(content,)) if content else None


def _completes(tree: Tree, child: int) -> bool:
    """Whether a phrase belongs to what is reported: "as a fool", not "at a rally"."""
    token = tree.tokens[child]
    return token.dep == "xcomp" or (token.dep == "prep" and token.lemma not in _ASIDE)


def _until_relative(text: Text, first: int, last: int) -> int:
    """`last`, or where ", which …" begins in tokens ``[first, last)``: that is the reporter's own remark."""
    tokens = text.tree.tokens
    for index in range(first + 1, last):
        if tokens[index].tag in _RELATIVE and tokens[index - 1].text == "," and text.region_of[index] == -1:
            return index - 1
    return last


def _is_phrase(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    small = token.dep in {"ccomp", "xcomp"} and (token.pos not in _FINITE or token.tag == "VBG")
    return small or token.dep in _OBJECTS


def prepositional(text: Text, word: int) -> list[Reported]:
    """The minister called for an inquiry; her call for an inquiry."""
    tree = text.tree
    found = []
    for child in [*tree.children[word], *_after_hearer(tree, word)]:
        token = tree.tokens[child]
        if child > word and token.dep == "prep" and child + 1 < tree.right[child]:
            content = _subtree(text, child, child)
            if content:
                name = "hearer of" if token.lemma == "of" and tree.child(word, "dobj") else token.lemma
                found.append(Reported(name=name, content=(content,), extra=(child,)))
    return [*found, *_for_to(text, word)]


def _after_hearer(tree: Tree, word: int) -> list[int]:
    """The "of" of: She assured *India* of full support; a parser may hang it on the hearer."""
    hearer = tree.child(word, "dobj", "dative")
    if hearer is None or tree.tokens[hearer].pos not in {"PROPN", "PRON"}:
        return []
    return [c for c in tree.all_children(hearer, "prep") if tree.tokens[c].lemma == "of"]


def _for_to(text: Text, word: int) -> list[Reported]:
    """She called *for* all sides *to* lay down their arms: "for" marks the clause."""
    tree = text.tree
    for child in tree.children[word]:
        first = tree.left[child]
        if child > word and tree.tokens[first].dep == "mark" and tree.tokens[first].lemma == "for":
            content = _subtree(text, child, first)
            if content:
                return [Reported(name="for", content=(content,), extra=(first,))]
    return []


def passive(text: Text, verb: int) -> list[Reported]:
    """Turnout is expected to fall; the bill was backed by the unions."""
    tree = text.tree
    patient = tree.child(verb, "nsubjpass")
    if patient is None:
        return []
    about = clip(text, tree.subtree_span(patient))
    found = [rest for rest in (clause(text, verb), *prepositional(text, verb)) if rest]
    shapes = [
        Reported(name=f"passive {rest.name}", content=spans(about, *rest.content), extra=rest.extra) for rest in found
    ]
    return [*shapes, Reported(name="passive", content=spans(about))] if about else shapes


def relative(text: Text, verb: int) -> Reported | None:
    """The plan that the minister proposed."""
    tree = text.tree
    token = tree.tokens[verb]
    if token.dep != "relcl" or subject_is_relative(tree, verb):
        return None
    first, last = tree.left[token.head], tree.left[verb]
    content = clip(text, tree.span(first, last)) if first < last else None
    return Reported(name="relative", content=(content,)) if content else None


def subject_is_relative(tree: Tree, verb: int) -> bool:
    """Whether the verb's subject is "who", "which" or "that", or missing."""
    found = tree.child(verb, "nsubj", "nsubjpass")
    return found is None or tree.tokens[found].tag in {"WDT", "WP"}


def noun_clause(text: Text, noun: int) -> Reported | None:
    """His claim that the talks had failed; their pledge to return."""
    tree = text.tree
    for child in tree.children[noun]:
        if child > noun and tree.tokens[child].dep in {"acl", "ccomp", "relcl", "xcomp"}:
            marked = [c for c in tree.children[child] if tree.tokens[c].dep == "mark"]
            name = "to" if _is_infinitive(tree, child) else "clause" if marked else None
            content = _subtree(text, child, noun)
            if name and content:
                return Reported(name=name, content=(content,))
    return None

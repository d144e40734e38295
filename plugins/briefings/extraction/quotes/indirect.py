"""Constructions without quotation marks: clauses and phrases that a cue reports."""

from ...language.cue_figures import lexicon
from ...language.tree import Tree
from ...model import Span
from ..grammar.clauses import is_infinitive
from .boundaries import until_according, until_joined, until_participle, with_finite_verb
from .constructions import (
    FINITE,
    LIGHT,
    MarkedText,
    Reported,
    clip,
    group_end,
    group_start,
    spans,
)

_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_TO_HEARER = frozenset({"on", "upon", "to", "with"})
_ASIDE = frozenset({"at", "in", "on", "during", "after", "before", "since", "while", "from", "by"})


# ------------------------------------------------------------------ clauses
def clause(text: MarkedText, verb: int) -> Reported | None:
    """Finds the clause that a cue reports: *The minister said that the talks had failed*."""
    tree = text.tree
    child = next((c for c in tree.all_children(verb, "ccomp", "xcomp") if c > verb and _is_clause(tree, c)), None)
    if child is None:
        return None
    if is_infinitive(tree, child):
        return _infinitive(text, verb, child)
    content = _subtree(text, child, verb)
    return Reported(name="clause", content=spans(_gap(text, verb, child), content)) if content else None


def _infinitive(text: MarkedText, verb: int, child: int) -> Reported | None:
    """Finds what somebody is to do, with who it is: called *on the mayor* to resign; told *them* not to wait."""
    tree = text.tree
    extra: tuple[int, ...] = ()
    hearer = tree.child(verb, "dobj", "dative")
    on = verb + 1
    if tree.tokens[on].dep == "prep" and tree.tokens[on].lemma in _TO_HEARER and tree.tokens[on].head == verb:
        hearer, extra = tree.child(on, "pobj"), (on,)
    if hearer is None or not verb < hearer < tree.left[child] or tree.tokens[hearer].tag == "PRP":
        hearer, extra = None, ()
    first = tree.left[child] if hearer is None else tree.left[hearer]
    after = max((verb, *extra))
    content = _clause_in(text, max(first, after + 1), tree.right[child], after, any_participle=True)
    return Reported(name="to", content=(content,), extra=extra) if content else None


def _gap(text: MarkedText, verb: int, child: int) -> Span | None:
    """Finds the noun that a reported clause is about: *a deal* that she said ran risks; asked *who* she thought won."""
    tree = text.tree
    own = tree.child(child, "nsubj", "nsubjpass")
    if own is None or own > verb or tree.tokens[own].tag not in _RELATIVE:
        return None
    noun = tree.tokens[verb].head
    if tree.tokens[verb].dep != "relcl" or tree.tokens[tree.tokens[noun].head].lemma == "ask":
        return tree.span(own, own + 1)
    return clip(text, tree.span(tree.left[noun], tree.left[verb])) if tree.left[noun] < tree.left[verb] else None


def hearer_clause(text: MarkedText, verb: int) -> Reported | None:
    """Finds a clause that the parser hung on the hearer: *Velden told voters that the army was weak*."""
    hearer = text.tree.child(verb, "dobj", "dative")
    if hearer is None or hearer < verb or text.tree.tokens[verb].lemma in LIGHT:
        return None  # gave *no indication* that …
    if f"noun {text.tree.tokens[hearer].lemma}" in lexicon():
        return None  # brushed aside *fears* that …: what is said, and nobody who hears it
    return _clause_of(text, hearer)


def document_clause(text: MarkedText, verb: int) -> Reported | None:
    """Finds a clause that the parser hung on a paper: *The ministry said in a statement that the road was open*."""
    tree = text.tree
    for preposition in tree.all_children(verb, "prep"):
        document = tree.child(preposition, "pobj")
        if preposition > verb and document is not None and is_clause_of_verb(tree, document):
            return _clause_of(text, document)
    return None


def is_clause_of_verb(tree: Tree, noun: int) -> bool:
    """Tells whether what hangs on `noun` is what a verb reports: "said *in a statement* that …"."""
    preposition = tree.tokens[noun].head
    governor = tree.tokens[tree.tokens[preposition].head]
    return (
        tree.tokens[preposition].lemma in {"in", "on", "at", "during"}
        and tree.tokens[noun].dep == "pobj"
        and governor.pos == "VERB"
        and lexicon().get(f"verb {governor.lemma}", {}).get("clause", 0) > 0
    )


def _clause_of(text: MarkedText, noun: int) -> Reported | None:
    """Finds the clause with "that" which hangs on `noun`."""
    tree = text.tree
    for child in tree.all_children(noun, "relcl", "acl", "ccomp"):
        own = tree.child(child, "nsubj", "nsubjpass")
        if tree.tokens[tree.left[child]].text.lower() == "that" and own is not None and own > tree.left[child]:
            content = _subtree(text, child, tree.left[child] - 1)
            return Reported(name="hearer clause", content=(content,)) if content else None
    return None


def _is_clause(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return _has_verb(tree, index) and (token.dep == "ccomp" or token.tag != "VBG")


def _has_verb(tree: Tree, index: int) -> bool:
    """Tells whether a complement is a clause: "that the army is weak", whose head may be "weak", not "him a fool"."""
    marks = {"mark", "aux", "auxpass"}
    return tree.tokens[index].pos in FINITE or any(tree.tokens[c].dep in marks for c in tree.children[index])


def _subtree(text: MarkedText, index: int, after: int, *, any_participle: bool = False) -> Span | None:
    tree = text.tree
    first = max(tree.left[index], after + 1)
    last = tree.right[index]
    if first < last and tree.tokens[first].text.lower() == "that":
        last = with_finite_verb(text, first, last)
    return _clause_in(text, first, last, after, any_participle=any_participle) if first < last else None


def _clause_in(text: MarkedText, first: int, last: int, after: int, *, any_participle: bool = False) -> Span | None:
    """Gives what is reported in tokens ``[first, last)``, which stand behind token `after`."""
    last = until_according(text, first, last)
    last = until_joined(text, first, until_participle(text, first, last, any_verb=any_participle))
    return clip(text, text.tree.span(first, last), floor=text.tree.tokens[after].end) if first < last else None


def parenthetical(text: MarkedText, verb: int) -> Reported | None:
    """Finds what stands around its cue: *The talks, she said, had failed; the talks had failed, she said*."""
    tree = text.tree
    if tree.child(verb, "nsubj") is None or not _governs_left(tree, verb):
        return None
    first, last = group_start(text, verb), group_end(text, verb)
    start, end = tree.sentences[tree.sentence_of[verb]]
    if first <= start or tree.tokens[first - 1].text not in {",", "–", "—", "--", "-"}:
        return None
    if last < end and tree.tokens[last].text not in {",", "–", "—", "--", "-", ".", ";", "?", "!", ":"}:
        return None
    before = clip(text, tree.span(start, first))
    after = None
    if last < end and tree.tokens[last].text == "," and _goes_on(tree, verb, last):
        after = _clause_in(text, last, end, last - 1)
    return Reported(name="before", content=spans(before, after)) if before else None


def _governs_left(tree: Tree, verb: int) -> bool:
    """Tells whether the parse, too, takes what stands before the cue for its complement."""
    if any(tree.tokens[c].dep in {"ccomp", "parataxis"} and c < verb for c in tree.children[verb]):
        return True
    token = tree.tokens[verb]
    return token.dep == "parataxis" or (token.head > verb and token.dep in {"ccomp", "advcl", "dep"})


def _goes_on(tree: Tree, verb: int, last: int) -> bool:
    """Tells whether the reported clause continues after the cue: its verb or its other half stands there."""
    token = tree.tokens[verb]
    if token.head != verb and token.head >= last:
        return True
    return any(tree.tokens[c].dep == "ccomp" and tree.right[c] > last for c in tree.children[verb])


def as_clause(text: MarkedText, verb: int) -> Reported | None:
    """Finds what an “as” reports: *As the minister put it, the talks had failed*."""
    tree = text.tree
    token = tree.tokens[verb]
    if token.dep != "advcl" or not any(tree.tokens[c].lemma == "as" and c < verb for c in tree.children[verb]):
        return None
    held = tree.child(verb, "ccomp", "dobj", "xcomp")
    if held is not None and held > verb and tree.tokens[held].lemma != "it":
        return None
    start, end = tree.sentences[tree.sentence_of[verb]]
    left, right = tree.left[verb], tree.right[verb]
    before = clip(text, tree.span(start, left)) if left > start else None
    after = clip(text, tree.span(right, end)) if right < end else None
    found = spans(before, after)
    return Reported(name="as", content=found) if found else None


# ------------------------------------------------------------------ phrases
def phrase(text: MarkedText, verb: int) -> Reported | None:
    """Finds a phrase that says what somebody thinks: *The minister called the attack “heinous”*."""
    tree = text.tree
    found = {c for c in tree.children[verb] if c > verb and _is_phrase(tree, c)}
    if not found:
        return None
    first, last = max(verb + 1, min(tree.left[c] for c in found)), tree.right[min(found)]
    if any(tree.tokens[c].pos == "PROPN" and tree.tokens[tree.left[c] - 1].text == "," for c in found):
        last = tree.right[verb]  # a list of names that the parser lost its way in
    for child in tree.children[verb]:
        if child > verb and tree.left[child] <= last + 1 and (child in found or _completes(tree, child)):
            last = max(last, tree.right[child])
    last = _until_relative(text, first, until_according(text, first, last))
    to_act = any(is_infinitive(tree, child) for child in tree.children[verb])
    last = until_participle(text, first, last, any_verb=to_act)
    content = clip(text, tree.span(first, last), floor=tree.tokens[verb].end) if first < last else None
    return Reported(name="object", content=(content,)) if content else None


def _completes(tree: Tree, child: int) -> bool:
    """Tells whether a phrase belongs to what is reported: "as a fool", not "at a rally"."""
    token = tree.tokens[child]
    return token.dep == "xcomp" or (token.dep == "prep" and token.lemma not in _ASIDE)


def _until_relative(text: MarkedText, first: int, last: int) -> int:
    """Gives `last`, or where ", which …", the reporter's own remark, begins in tokens ``[first, last)``."""
    tokens = text.tree.tokens
    for index in range(first + 1, last):
        if tokens[index].tag in _RELATIVE and tokens[index - 1].text == "," and text.region_of[index] == -1:
            return index - 1
    return last


def _is_phrase(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    small = token.dep in {"ccomp", "xcomp"} and (not _has_verb(tree, index) or token.tag == "VBG")
    return small or token.dep in _OBJECTS


def prepositional(text: MarkedText, word: int) -> list[Reported]:
    """Finds what stands after the cue’s preposition: *The minister called for an inquiry; her call for an inquiry*."""
    tree = text.tree
    found: list[Reported] = []
    for child in [*tree.children[word], *_after_hearer(tree, word)]:
        token = tree.tokens[child]
        if child < word or token.dep != "prep" or child + 1 >= tree.right[child]:
            continue
        if token.lemma == "of" and any(word < other < child for other in tree.all_children(word, "prep")):
            continue  # referred to her account in May *of* the war
        of_hearer = token.lemma == "of" and tree.child(word, "dobj") is not None
        content = _subtree(text, child, child - of_hearer)
        if content and of_hearer:
            found.append(Reported(name="hearer of", content=(content,)))
        elif content:
            found.append(Reported(name=token.lemma, content=(content,), extra=(child,)))
    return [*found, *_for_to(text, word)]


def _after_hearer(tree: Tree, word: int) -> list[int]:
    """Finds the "of" that the parser hung on the hearer: she assured *India* of full support."""
    hearer = tree.child(word, "dobj", "dative")
    if hearer is None or tree.tokens[hearer].pos not in {"PROPN", "PRON"}:
        return []
    return [c for c in tree.all_children(hearer, "prep") if tree.tokens[c].lemma == "of"]


def _for_to(text: MarkedText, word: int) -> list[Reported]:
    """Tells whether a "for" marks a clause: she called *for* all sides *to* lay down their arms."""
    tree = text.tree
    for child in tree.children[word]:
        first = tree.left[child]
        if child > word and tree.tokens[first].dep == "mark" and tree.tokens[first].lemma == "for":
            content = _subtree(text, child, first)
            if content:
                return [Reported(name="for", content=(content,), extra=(first,))]
    return []


def passive(text: MarkedText, verb: int) -> list[Reported]:
    """Finds what a cue in the passive reports: *Turnout is expected to fall; the bill was backed by the unions*."""
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


def relative(text: MarkedText, verb: int) -> Reported | None:
    """Finds the noun of a cue in a relative clause: *The plan that the minister proposed*."""
    tree = text.tree
    token = tree.tokens[verb]
    if token.dep != "relcl" or _subject_is_relative(tree, verb):
        return None
    first, last = tree.left[token.head], tree.left[verb]
    content = clip(text, tree.span(first, last)) if first < last else None
    return Reported(name="relative", content=(content,)) if content else None


def _subject_is_relative(tree: Tree, verb: int) -> bool:
    """Tells whether the verb's subject is "who", "which" or "that", or missing."""
    found = tree.child(verb, "nsubj", "nsubjpass")
    return found is None or tree.tokens[found].tag in {"WDT", "WP"}


def noun_clause(text: MarkedText, noun: int) -> Reported | None:
    """Finds what a noun reports: *His claim that the talks had failed; their pledge to return*."""
    tree = text.tree
    if is_clause_of_verb(tree, noun):
        return None
    for child in tree.children[noun]:
        if child > noun and tree.tokens[child].dep in {"acl", "ccomp", "relcl", "xcomp"}:
            marked = [c for c in tree.children[child] if tree.tokens[c].dep == "mark"]
            name = "to" if is_infinitive(tree, child) else "clause" if marked else None
            content = _subtree(text, child, noun)
            if name and content:
                return Reported(name=name, content=(content,))
    return None

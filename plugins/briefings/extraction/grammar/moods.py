"""How a clause puts what it tells: as so, as not so, as perhaps so, to come, under a condition, as a question.

Read once here, for acts (statuses.py), sayings (reality.py) and offices (roles.py).
"""

from collections.abc import Callable
from dataclasses import dataclass

from ...language.tree import Tree

FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_MAYBE = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until", "once", "should"})
HEDGES = frozenset({"reportedly", "allegedly", "apparently", "purportedly", "supposedly", "alleged"})
_PERHAPS = frozenset({"perhaps", "maybe", "possibly", "probably", "likely", "hopefully", "almost", "nearly"})
_FICTIONS = frozenset(
    {"film", "movie", "novel", "play", "dream", "nightmare", "sketch", "cartoon", "comedy", "sitcom", "thriller"}
    | {"fantasy", "scenario", "simulation", "drill"}
)
_NEVER = frozenset({"not", "never", "neither", "nor", "hardly", "scarcely", "barely", "rarely", "seldom"})
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_OCCASIONS = frozenset(
    {"point", "time", "stage", "occasion", "way", "circumstance", "account", "mean", "means", "moment"}
)
_ONLY = frozenset({"only", "just", "merely", "simply"})
_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_IFS = frozenset({"unless", "if"})
_OPENING = frozenset({"had", "should", "were"})
_ENDS = frozenset('?!"“”')  # of what a word stands in: its sentence, or the quotation in it
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ELSE = frozenset({"dobj", "conj", "ccomp"})  # what stands there is no word of the verb's own


@dataclass(frozen=True, slots=True)
class Mood:
    """What one clause's own words say of its reality, as tokens: () where they say nothing."""

    negations: tuple[int, ...]  # did *not*, *never*, *no* minister
    helpers: tuple[int, ...]  # *has*, *did*: the verb's auxiliaries, whatever they say
    futures: tuple[int, ...]  # *will*, *would*
    maybes: tuple[int, ...]  # *may*, *must*
    conditions: tuple[int, ...]  # *if*, *whether*
    doubts: tuple[int, ...]  # *perhaps*
    hedges: tuple[int, ...]  # *reportedly*
    fictions: tuple[int, ...]  # in a *film*
    unless: bool  # a clause with "if" or "unless" hangs on it

    def of(self, counts: Callable[[int], bool]) -> "Mood":
        """Gives the mood of those of its words alone that `counts` holds for."""

        def kept(words: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(filter(counts, words))

        return Mood(
            negations=kept(self.negations),
            helpers=kept(self.helpers),
            futures=kept(self.futures),
            maybes=kept(self.maybes),
            conditions=kept(self.conditions),
            doubts=kept(self.doubts),
            hedges=kept(self.hedges),
            fictions=kept(self.fictions),
            unless=self.unless,
        )


def mood_of(tree: Tree, verb: int) -> Mood:
    """Reads the mood of the clause of token `verb`: she did *not* say, *might* say, *perhaps* said, says *if* …."""
    helpers = tree.all_children(verb, "aux", "auxpass")
    adverbs = tree.all_children(verb, "advmod", "amod")
    return Mood(
        negations=tuple(word for child in tree.children[verb] for word in _negations(tree, child)),
        helpers=tuple(helpers),
        futures=_among(tree, helpers, FUTURE),
        maybes=_among(tree, helpers, _MAYBE),
        conditions=_conditional_marks(tree, verb) or _inverted_helper(tree, verb, helpers),
        doubts=_among(tree, adverbs, _PERHAPS),
        hedges=_among(tree, adverbs, HEDGES),
        fictions=_fictions(tree, verb),
        unless=any(_among(tree, tree.all_children(c, "mark"), _IFS) for c in tree.all_children(verb, "advcl")),
    )


def _fictions(tree: Tree, verb: int) -> tuple[int, ...]:
    """Finds what makes a deed nobody's: *In a film* Velden arrests her."""
    places = (tree.child(c, "pobj") for c in tree.all_children(verb, "prep") if tree.tokens[c].lemma == "in")
    return tuple(place for place in places if place is not None and tree.tokens[place].lemma in _FICTIONS)


def _conditional_marks(tree: Tree, verb: int) -> tuple[int, ...]:
    """Finds the words that set a condition: *If* she says so; none in *even if* grants it."""
    found = _among(tree, tree.all_children(verb, "mark"), CONDITIONS)
    return tuple(index for index in found if index == 0 or tree.tokens[index - 1].text.lower() != "even")


def _inverted_helper(tree: Tree, verb: int, helpers: list[int]) -> tuple[int, ...]:
    """Finds a helper that opens a clause which asks nothing: *Had* Velden said so, *were* she to say so."""
    opening = [
        index for index in (*helpers[:1], verb) if index == tree.left[verb] and tree.child(verb, "nsubj") is not None
    ]
    return () if is_asked(tree, verb) else _among(tree, opening, _OPENING)


def _among(tree: Tree, tokens: list[int], words: frozenset[str]) -> tuple[int, ...]:
    return tuple(index for index in tokens if tree.tokens[index].text.lower() in words)


def _negations(tree: Tree, child: int) -> list[int]:
    """Gives the *not* of "did not say", the *no* of "no minister said"; none in "not only said"."""
    token = tree.tokens[child]
    if token.dep in _SUBJECTS:
        return [*nobody(tree, child), *(w for c in tree.all_children(child, "prep") for w in _on_no_occasion(tree, c))]
    if token.dep == "prep":
        return _on_no_occasion(tree, child)
    if token.lemma in _HARDLY and child + 1 < len(tree.tokens) and tree.tokens[child + 1].text.lower() == "had":
        return []  # "scarcely had she said it when …"
    if token.dep == "advmod":
        own = [c for c in tree.children[child] if tree.tokens[c].text.lower() in _NEVER | {"no"}]
        if own:
            return [] if _is_of_adverb(tree, own[0]) else [*own, child]  # "no longer", "hardly ever", "not once"
    denies = token.dep == "neg" or token.lemma in _NEVER  # "weren’t" with a curly mark has an adverb
    if not denies or token.dep in _ELSE or (token.dep == "cc" and child > token.head):
        return []
    after = tree.tokens[child + 1].text.lower() if child + 1 < len(tree.tokens) else ""
    return [] if after in _ONLY or _is_of_adverb(tree, child) else [child]


def _is_of_adverb(tree: Tree, negation: int) -> bool:
    """Tells whether the opening adverb is denied, not the verb: *Not surprisingly,* she agreed."""
    opening = negation == tree.sentences[tree.sentence_of[negation]][0] or not tree.tokens[negation - 1].text.isalnum()
    after = [token.text for token in tree.tokens[negation + 1 : negation + 3]]
    return opening and len(after) == 2 and after[0].endswith("ly") and after[1] == ","


def _on_no_occasion(tree: Tree, preposition: int) -> list[int]:
    """Finds what denies every occasion: *At no point* did she say; *by no means*.  Not: *with no proof* she said so."""
    noun = tree.child(preposition, "pobj")
    if noun is None or tree.tokens[noun].lemma not in _OCCASIONS:
        return []
    denied = [c for c in tree.all_children(noun, "det") if tree.tokens[c].text.lower() == "no"]
    return [preposition, *denied, noun] if denied else []


def nobody(tree: Tree, noun: int) -> list[int]:
    """Finds the words that say so: *Nobody*, *no* claim, *none* of them, *neither* he nor she."""
    words = [noun, *tree.all_children(noun, "det", "preconj", "cc", "neg")]
    first = tree.left[noun]  # "not a single minister"
    not_one = [first] if tree.tokens[first].text.lower() == "not" and first != noun else []
    return [*not_one, *(word for word in words if tree.tokens[word].text.lower() in _NOBODY)]


def is_asked(tree: Tree, index: int) -> bool:
    """Tells whether token `index` stands in a question: “Do we *go*?” she asked, of which "asked" asks nothing."""
    end = tree.sentences[tree.sentence_of[index]][1]
    following = (token.text for token in tree.tokens[index:end])
    return "?" in tree.tokens[end - 1].text or "?" in next((t for t in following if t == "." or _ENDS & {*t}), "")

"""How real a saying is: said or not said, perhaps, to come, under a condition, asked, doubted, denied."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from ...language.lexicon import lexicon_rows
from ...language.tree import Tree
from ...model import Reality
from ..grammar.clauses import is_infinitive
from ..grammar.moods import Mood, is_asked, mood_of, nobody
from .constructions import LIGHT, Attribution, MarkedText
from .cues import particle_of
from .sources import source_span

MAX_CLIMB = 8  # verbs above a cue: "did not want to begin to say"
NEGATED, PLAIN = "negated", "plain"
_SHARED = frozenset({"VB", "VBN"})  # forms that share the helpers of the verb they are joined to
_COPULAS = frozenset({"be", "seem", "remain", "feel"})
_CARRYING = frozenset({"ccomp", "xcomp", "conj"})  # over these a question reaches down
_PAST = frozenset({"VBD", "VBN"})  # a parser takes one for the other
_GOVERNING = frozenset({"VERB", "AUX", "ADJ"})
_ANYONE = frozenset({"you", "one", "anyone", "anybody"})
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "query"})


@dataclass(slots=True)
class _RealitySigns:
    """What was met on the way from a cue up to the clause that it stands in."""

    words: set[int]  # tokens that belong to the cue: "did not want to"
    turned: bool = False  # once more negated than not
    reality: Reality = "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """How an attribution's cue puts what it reports."""

    negated: bool
    reality: Reality
    cue: tuple[int, ...]  # the cue's tokens with those that say so: "did not say"

    @property
    def is_plain(self) -> bool:
        """Tells whether it was said."""
        return not self.negated and self.reality == "asserted"


def saying_of(text: MarkedText, attribution: Attribution) -> Saying:
    """Reads what nobody may read as said: Velden *did not say* that …, *might say* so, *plans to say* so."""
    signs = _RealitySigns(set(attribution.cue))
    particle = particle_of(text.tree, attribution.at)
    if attribution.word.startswith("verb") and particle is not None:
        signs.words.add(particle)
    if attribution.word.startswith("verb"):
        _read_clauses_above(text, attribution, signs)
        _of_object(text, attribution, signs)
    elif attribution.word.startswith(("noun", "adjective")):
        _read_noun(text, attribution, signs)
    _question(text, attribution, signs)
    if not signs.turned and signs.reality == "asserted" and not attribution.word.startswith("noun"):
        signs.words &= {*attribution.cue, *([] if particle is None else [particle])}
    return Saying(negated=signs.turned, reality=signs.reality, cue=_outside(text, attribution, signs.words))


def _outside(text: MarkedText, attribution: Attribution, words: set[int]) -> tuple[int, ...]:
    """Leaves out what belongs to the source or to what is said: *no one* keeps its "no"."""
    tree = text.tree
    taken = [*attribution.content, *([] if attribution.source is None else [source_span(tree, attribution.source)])]
    own = set(attribution.cue)
    return tuple(
        sorted(
            index
            for index in words
            if index in own or not any(span.start <= tree.tokens[index].start < span.end for span in taken)
        )
    )


# ------------------------------------------------------------------ the cue's clause and those that govern it
def _read_clauses_above(text: MarkedText, attribution: Attribution, signs: _RealitySigns) -> None:
    tree, node = text.tree, attribution.at
    if _is_of_headline(tree, attribution):
        signs.reality = "planned"
        signs.words |= {*tree.all_children(node, "aux")}
    for _ in range(MAX_CLIMB):
        _take(tree, _told_outside(text, attribution, node), signs)
        above = _verb_above(text, attribution, node, signs)
        if above is None:
            return
        node = above


def _is_of_headline(tree: Tree, attribution: Attribution) -> bool:
    """Tells whether a headline has it to come: *Velden to say* who has signed."""
    cue, source = attribution.at, attribution.source
    if source is None or not is_infinitive(tree, cue):
        return False
    first = tree.sentences[tree.sentence_of[cue]][0]
    is_main = "ROOT" in {tree.tokens[cue].dep, tree.tokens[source].dep}
    return is_main and tree.left[source] == first and tree.tokens[source + 1].tag == "TO"


def _told_outside(text: MarkedText, attribution: Attribution, node: int) -> Mood:
    """Reads the mood outside what is said, which denies nothing there, wherever parsed: “Probably not,” she said."""
    mood = mood_of(text.tree, node).of(lambda index: not _is_said(text, attribution, index))
    is_main = text.tree.tokens[node].dep == "ROOT"  # a main clause hangs on no "until" in its midst
    opening = tuple(index for index in mood.conditions if index == text.tree.left[node])
    return replace(mood, conditions=opening) if is_main else mood


def _take(tree: Tree, mood: Mood, signs: _RealitySigns) -> None:
    if mood.negations:
        signs.turned = not signs.turned
        signs.words |= {*mood.negations, *mood.helpers}
    signs.reality = _of_mood(tree, mood) if signs.reality == "asserted" else signs.reality
    if signs.reality != "asserted":
        signs.words |= {*mood.helpers, *mood.maybes, *mood.conditions, *mood.doubts, *mood.hedges}


def _of_mood(tree: Tree, mood: Mood) -> Reality:
    will = [index for index in mood.futures if tree.tokens[index].text.lower() != "would"]
    maybes = [index for index in mood.maybes if tree.tokens[index].lemma not in {"can", "could"} or not mood.negations]
    woulds = [i for i in mood.futures if [t.text.lower() for t in tree.tokens[i + 1 : i + 2]] != ["only"]]  # "only say"
    can = all(tree.tokens[index].text.lower() == "can" and not _is_anyones(tree, index) for index in maybes)
    if mood.conditions or mood.doubts or (maybes and not can) or (woulds and not will and not mood.negations):
        return "conditional"  # "can confirm" confirms, "would not say" has not said
    return "planned" if will else "doubted" if mood.hedges else "asserted"


def _is_anyones(tree: Tree, helper: int) -> bool:
    """Tells whether whoever reads it may: *You can* ask for more."""
    subject = tree.child(tree.tokens[helper].head, "nsubj")
    return subject is not None and tree.tokens[subject].text.lower() in _ANYONE


def _verb_above(text: MarkedText, attribution: Attribution, node: int, signs: _RealitySigns) -> int | None:
    """Finds the verb above that says more of it, and takes its words; None where there is none."""
    tree = text.tree
    head, before = tree.tokens[node].head, tree.left[node] - 1
    if head == node or _is_said(text, attribution, head) or (before >= 0 and tree.tokens[before].tag == "WP"):
        return None  # "what she said were harsh rules"
    step = _STEPS.get(tree.tokens[node].dep)
    return step(tree, node, head, signs) if step else None


def _complement(tree: Tree, node: int, head: int, signs: _RealitySigns) -> int | None:
    return _under_governor(tree, node, head, signs) if tree.tokens[head].pos in _GOVERNING else None


def _of_purpose(tree: Tree, node: int, head: int, signs: _RealitySigns) -> int | None:
    """Reads could not bring *herself* to say; *will appear* to say, as real as what it is done for."""
    reflexive = tree.child(head, "dobj")
    if reflexive is not None and tree.tokens[reflexive].lemma.endswith("self"):
        return _under_governor(tree, node, head, signs)
    if is_infinitive(tree, node) and tree.tokens[head].pos in _GOVERNING:
        _take(tree, replace(mood_of(tree, head), negations=()), signs)
    return None


def _cleft(tree: Tree, node: int, head: int, signs: _RealitySigns) -> int | None:
    """Reads it was *never* Velden who said so, whether a parser hangs that on her name or on the verb."""
    verb = tree.tokens[head].head if tree.tokens[head].dep == "attr" else head
    it, who = tree.child(verb, "nsubj"), tree.child(node, "nsubj")
    if it is not None and who is not None and tree.tokens[it].text.lower() in {"it", "that"}:
        denied = mood_of(tree, verb).negations if tree.tokens[who].tag == "WP" else ()
        signs.turned = signs.turned != bool(denied)
        signs.words |= {*denied}
    return None


def _after_preposition(tree: Tree, node: int, preposition: int, signs: _RealitySigns) -> int | None:
    """Reads *Without* saying, *instead of* saying; *refrained from* saying."""
    verb = tree.tokens[preposition].head
    if f"{tree.tokens[verb].lemma} {tree.tokens[preposition].text.lower()}" in governing():
        signs.turned = not signs.turned
        signs.words |= {verb, preposition, *(c for c in tree.all_children(verb, "advmod", "prt") if verb < c < node)}
        return verb
    if _is_left_out(tree, preposition):
        signs.turned = not signs.turned
        signs.words |= {preposition, *([] if tree.tokens[preposition].text.lower() == "without" else [preposition - 1])}
    return None


def _under_joined_verb(tree: Tree, node: int, head: int, signs: _RealitySigns) -> int | None:
    """Reads did not confirm *or deny*, neither confirmed *nor denied*; not: did not come *but said*."""
    between = {tree.tokens[c].text.lower(): c for c in tree.all_children(head, "cc") if head < c < node}
    forms = {tree.tokens[node].tag, tree.tokens[head].tag}
    if tree.child(node, "aux", "auxpass", "nsubj", "nsubjpass") is not None or (len(forms) > 1 and forms != _PAST):
        return None
    if "nor" in between:
        signs.turned = not signs.turned
        signs.words.add(between["nor"])
        return None
    if "but" in between or "yet" in between:
        return None
    return head if tree.tokens[node].tag in _SHARED or "or" in between else None


def _is_left_out(tree: Tree, preposition: int) -> bool:
    """Tells what was not said: *Without* saying, *instead of* saying, *far from* saying, *rather than* saying."""
    before = tree.tokens[preposition - 1].text.lower() if preposition else ""
    words = (before, tree.tokens[preposition].text.lower())
    return words[1] == "without" or words in {("instead", "of"), ("far", "from"), ("rather", "than"), ("short", "of")}


def _is_said(text: MarkedText, attribution: Attribution, index: int) -> bool:
    """Tells whether token `index` belongs to what is said: a parser may hang "said" on the words it reports."""
    at = text.tree.tokens[index].start
    return any(span.start <= at < span.end for span in attribution.content)


def _under_governor(tree: Tree, node: int, head: int, signs: _RealitySigns) -> int:
    """Reads *Failed* to say, *has yet* to say, *stopped short of* saying."""
    adverbs = [c for c in tree.all_children(head, "advmod") if tree.tokens[c].lemma in {"yet", "short"}]
    word = adverbs[0] if adverbs and tree.tokens[head].lemma in {"have", "be"} else head  # "has yet to say"
    told = governing().get(tree.tokens[word].lemma)
    if told == NEGATED:
        signs.turned = not signs.turned
    elif told is not None and told != PLAIN and signs.reality == "asserted":
        signs.reality = cast("Reality", told)
    signs.words |= {head, *adverbs, *tree.all_children(node, "aux")}
    return head


def _under_verb(tree: Tree, node: int, head: int, signs: _RealitySigns) -> int | None:
    """Reads Duval *denied* that Velden had said so; *if* he thinks that she said so."""
    own = tree.child(node, "nsubj")
    if own is not None and tree.tokens[own].tag == "WP":
        return _cleft(tree, node, head, signs)
    if head > node or tree.tokens[head].pos not in {"VERB", "AUX"} or signs.reality != "asserted":
        return None
    words = (head, *tree.all_children(head, "acomp", "attr"))  # "it is false that she said so"
    told = next((known for word in words if (known := governing().get(tree.tokens[word].lemma))), None)
    mood = mood_of(tree, head)
    if told in {"denied", "doubted", "conditional", "asked"} or tree.tokens[head].lemma == "wish":
        signs.reality = cast("Reality", told)
    else:
        signs.reality = "doubted" if mood.negations else _of_mood(tree, mood)
    return None


def _of_object(text: MarkedText, attribution: Attribution, signs: _RealitySigns) -> None:
    """Reads offered *no proof* that …: who offers none does not say it."""
    tree = text.tree
    thing = tree.child(attribution.at, "dobj")
    denied = (
        [word for word in nobody(tree, thing) if not _is_said(text, attribution, word)] if thing is not None else []
    )
    if thing is not None and denied:
        signs.turned = not signs.turned
        signs.words |= {*denied, thing}


def _read_noun(text: MarkedText, attribution: Attribution, signs: _RealitySigns) -> None:
    """Reads the ministry *has no doubt* that …, *made no claim* that …, *is not sure* that …."""
    tree, noun = text.tree, attribution.at
    denied = nobody(tree, noun)
    if denied:
        signs.turned = not signs.turned
        signs.words |= {*denied}
    head = tree.tokens[noun].head
    light = tree.tokens[noun].dep in {"dobj", "nsubjpass"} and tree.tokens[head].lemma in LIGHT
    if light or (tree.tokens[noun].dep in {"acomp", "attr"} and tree.tokens[head].lemma in _COPULAS):
        _take(tree, _told_outside(text, attribution, head), signs)
        if signs.turned or signs.reality != "asserted":
            signs.words |= {head}


def _question(text: MarkedText, attribution: Attribution, signs: _RealitySigns) -> None:
    """Reads *Did* Velden *say* that …?  Neither “Did he sleep?” she asked nor the man *who said so* asks."""
    tree, at = text.tree, attribution.at
    if not attribution.word.startswith("verb") or not is_asked(tree, at) or text.region_of[at] != -1:
        return
    top = at
    while tree.tokens[top].dep in _CARRYING and not _is_said(text, attribution, tree.tokens[top].head):
        top = tree.tokens[top].head
    subject = tree.child(top, "nsubj", "nsubjpass")
    if tree.tokens[at].lemma in _ASKING or subject is None or text.region_of[top] != -1:
        return
    helpers = {c for c in tree.all_children(top, "aux", "auxpass") if c < subject}
    if helpers or tree.tokens[subject].tag in {"WP", "WDT"}:
        signs.reality = "asked"
        signs.words |= helpers if top == at else set()


Step = Callable[[Tree, int, int, _RealitySigns], int | None]
_STEPS: Mapping[str, Step] = {
    "conj": _under_joined_verb,
    "pcomp": _after_preposition,
    "xcomp": _complement,
    "acomp": _complement,
    "advcl": _of_purpose,
    "ccomp": _under_verb,
    "relcl": _cleft,
}


@cache
def governing() -> Mapping[str, str]:
    """Tells what a word that governs a saying makes of it: ``"fail"`` → "negated"."""
    return {row["word"]: row["reality"] for row in lexicon_rows("reality")}

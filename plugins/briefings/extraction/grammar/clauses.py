"""Clauses as measures read them: voice, subject, patient, complements, words after a preposition.

Token indices in, token indices out; None or nothing where the clause does not say.
"""

from collections.abc import Iterator, Mapping

from ...language.calendar import MONTHS, WEEKDAYS
from ...language.measure_frames import listed_lemma
from ...language.tree import Tree

MAX_CLIMB = 8  # clauses that a subject is inherited over; deeper nesting is a faulty parse
_VERBAL = frozenset({"VERB", "AUX"})
# A verb of this form goes on with one of these: "has agreed to wait and offered …".
_FINITE: Mapping[str, tuple[str, ...]] = {
    "VBD": ("VBD", "VBN"),
    "VBN": ("VBN",),
    "VBZ": ("VBZ",),
    "VBP": ("VBP",),
}
_STATES = frozenset({"opposed", "committed", "determined", "prepared"})
TIMES = frozenset((*WEEKDAYS, *MONTHS, "principle"))
_SPEAKING = frozenset({  # lemmas, with -ize
    "accuse", "apologize", "appeal", "ask", "blame", "call", "condemn", "criticize", "demand", "denounce", "deny",
    "dismiss", "encourage", "invite", "offer", "pledge", "praise", "promise", "propose", "reject", "thank", "threaten",
    "urge", "vow", "warn", "welcome",
})  # fmt: skip
SUBJECTS = ("nsubj", "nsubjpass")
COMPLEMENTS = ("xcomp", "ccomp")


def is_state(tree: Tree, word: int) -> bool:
    """Tells whether a word is an adjective, or a participle used as one: *ready to*, *opposed to*."""
    token = tree.tokens[word]
    return token.pos == "ADJ" or (token.tag == "VBN" and token.text.lower() in _STATES)


def is_passive(tree: Tree, verb: int) -> bool:
    """Tells whether a verb is in the passive: *was expelled*, diplomats *expelled by* Moldor; seized and *burnt*."""
    if is_state(tree, verb):
        return False
    for _ in range(MAX_CLIMB):
        token = tree.tokens[verb]
        if token.tag not in {"VBN", "VBD"}:
            return False
        if token.tag == "VBD" and tree.child(verb, "dobj") is not None and tree.child(verb, "nsubj") is not None:
            return False  # "blocked an order by the governor", whatever "by" is parsed as
        if tree.child(verb, "auxpass", "nsubjpass", "agent") is not None:
            return True
        bare = tree.child(verb, "aux", "nsubj") is None and token.tag == "VBN"
        if not bare or token.dep != "conj":
            return bare and token.dep in {"acl", "advcl"}
        verb = token.head
    return False


def joined_above(tree: Tree, verb: int) -> int | None:
    """Finds the verb that a finite one goes on with: *urged* them to talk and met the mayor.

    The parser often joins it to the infinitive or gerund just before; None where it has done no such thing.
    """
    token = tree.tokens[verb]
    head = token.head
    if token.dep != "conj" or token.tag not in _FINITE or tree.child(verb, "aux", "auxpass") is not None:
        return None
    if _verb_speaks(tree, verb) and _is_said_to_be(tree, head):
        return tree.tokens[head].head
    if tree.tokens[head].tag not in {"VB", "VBG"} or tree.child(head, "auxpass") is not None:
        return None
    for _ in range(MAX_CLIMB):
        above = tree.tokens[head].head
        if above == head:
            return None
        head = above
        finite = tree.tokens[head].tag in _FINITE[token.tag] or _is_progressive(tree, head)
        if finite and tree.tokens[head].pos in _VERBAL:
            return head
    return None


def _is_progressive(tree: Tree, verb: int) -> bool:
    """Tells whether a verb is in the progressive: *is trying* to bring them together and met the mayor."""
    auxiliary = tree.child(verb, "aux")
    return tree.tokens[verb].tag == "VBG" and auxiliary is not None and tree.tokens[auxiliary].lemma == "be"


def _verb_speaks(tree: Tree, verb: int) -> bool:
    """Tells whether somebody speaks: *accused the bank*, *called on* the bank; not "was beaten and accused"."""
    token = tree.tokens[verb]
    told = tree.child(verb, "dobj", "ccomp", "xcomp") is not None or token.lemma in {"appeal", "call"}
    return told and token.tag == "VBD" and listed_lemma(token.lemma) in _SPEAKING


def _is_said_to_be(tree: Tree, clause: int) -> bool:
    """Tells whether a clause says how things are: said that it *was weak* and urged …, that they *were hurt* ….

    A verb of speaking in the simple past does not go on with "was": who said the one says the other.
    """
    token = tree.tokens[clause]
    if token.dep != "ccomp" or tree.tokens[token.head].tag != "VBD":
        return False
    auxiliaries = tree.all_children(clause, "aux", "auxpass")
    return token.lemma == "be" or any(tree.tokens[auxiliary].lemma == "be" for auxiliary in auxiliaries)


def after(tree: Tree, index: int, *words: str) -> Iterator[int]:
    """Finds the heads of what stands after the prepositions `words` below `index`: talks *with* **Moldor**."""
    for child in tree.children[index]:
        token = tree.tokens[child]
        if token.dep in {"prep", "agent", "dative", "prt", "advmod"} and token.text.lower() in words:
            yield from tree.all_children(child, "pobj")
            if token.text.lower() not in {"of", "out"}:
                for inner in tree.all_children(child, "prep"):  # "out of the country", "over to the camp"
                    if tree.tokens[inner].text.lower() in words:
                        yield from tree.all_children(inner, "pobj")


def dative(tree: Tree, verb: int) -> int | None:
    """Finds to whom something is given: gave *the rebels* arms, gave arms *to the rebels*."""
    child = tree.child(verb, "dative")
    if child is not None and tree.tokens[child].pos == "ADP":
        return tree.child(child, "pobj")
    return child


def complements(tree: Tree, verb: int) -> list[int]:
    """Finds the heads of the infinitives and that-clauses that `verb` governs."""
    return tree.all_children(verb, *COMPLEMENTS)


def is_several(tree: Tree, index: int) -> bool:
    """Tells whether a noun phrase means more than one: *India and Pakistan*, *the two sides*, *they*."""
    token = tree.tokens[index]
    return token.tag in {"NNS", "NNPS"} or token.lemma == "they" or tree.child(index, "conj") is not None


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Tells whether a verb has its "to": wants *to leave*."""
    return any(tree.tokens[c].tag == "TO" for c in tree.all_children(verb, "aux"))


def has_auxiliary(tree: Tree, verb: int) -> bool:
    """Tells whether a verb has a helper other than "to": *has* left, *would* leave."""
    return any(tree.tokens[c].tag != "TO" for c in tree.all_children(verb, "aux"))


def is_bare(tree: Tree, verb: int) -> bool:
    """Tells whether a verb is an imperative or a heading without a subject, which tells no act: *Arrest the mayor!*."""
    return tree.tokens[verb].tag == "VB" and tree.child(verb, "aux", "nsubj", "nsubjpass") is None

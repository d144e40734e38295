"""Clauses as measures read them: voice, subject, patient, complements, words after a preposition.

Token indices in, token indices out; None or nothing where the clause does not say.
"""

from collections.abc import Iterator, Mapping

from ...language.calendar import MONTHS, WEEKDAYS
from ...language.measure_frames import listed_lemma, nouns_of
from ...language.tree import Tree

MAX_CLIMB = 8  # clauses that a subject is inherited over; deeper nesting is a faulty parse
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_VERBAL = frozenset({"VERB", "AUX"})
_INHERITING = frozenset({"conj", "advcl", "ccomp", "dep", "acomp", "oprd"})
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


def subject(tree: Tree, verb: int) -> int | None:
    """Finds the head of the noun phrase that is the subject of `verb`, its own or the clause above's."""
    for _ in range(MAX_CLIMB):
        own = tree.child(verb, *SUBJECTS)
        if own is not None:
            return _noun_of_relative(tree, verb, own)
        squeezed = _name_just_before(tree, verb)
        if squeezed is not None:
            return squeezed
        above = _giver_of_subject(tree, verb)
        if above is None or tree.tokens[above].pos not in _VERBAL | {"ADJ"}:
            return above
        verb = above
    return None


def _name_just_before(tree: Tree, verb: int) -> int | None:
    """Finds a subject that no verb has: accused it of lies and *Moldor* summoned its envoy.

    A finite verb without a subject that follows upon a name has it for its subject, whatever the parse says.
    """
    token, place = tree.tokens[verb], verb - 1
    if token.tag not in {"VBD", "VBZ"} or token.dep not in {"conj", "ccomp", "ROOT", "dep"} or place < 0:
        return None
    before = tree.tokens[place]
    if before.pos != "PROPN" or before.dep not in {"conj", "pobj", "dobj"} or before.head == verb:
        return None
    if tree.sentence_of[place] != tree.sentence_of[verb] or before.text in TIMES:
        return None
    while tree.tokens[place].dep == "conj" and tree.tokens[tree.tokens[place].head].pos == "PROPN":
        place = tree.tokens[place].head
    joined = tree.tokens[tree.left[place] - 1].lemma if tree.left[place] else ""
    return place if joined in {"and", "but", "while", "after", "before", "as", "until", "since"} else None


def _noun_of_relative(tree: Tree, verb: int, own: int) -> int:
    """Gives the noun that "who" stands for, else the subject itself."""
    if tree.tokens[own].lemma in _RELATIVES and tree.tokens[own].tag in {"WDT", "WP", "IN", "DT"}:
        clause = verb
        while tree.tokens[clause].dep == "conj":
            clause = tree.tokens[clause].head
        if tree.tokens[clause].dep == "relcl":
            return tree.tokens[clause].head
    return own


def _giver_of_subject(tree: Tree, verb: int) -> int | None:
    """Tells where a clause without a subject has it from: a verb to go on with, or the noun itself."""
    token = tree.tokens[verb]
    head = token.head
    if head == verb:
        return None
    if token.dep == "xcomp":
        return _controller(tree, head)
    higher = joined_above(tree, verb) or (tree.tokens[head].head if _belongs_higher(tree, verb, head) else None)
    if higher is not None:
        return higher
    if token.dep in _INHERITING:
        return head if tree.tokens[head].pos in _VERBAL | {"ADJ"} else None
    if token.dep in {"acl", "relcl"}:
        issued = token.tag == "VBG" and tree.tokens[head].dep == "dobj" and _is_said_by_issuer(tree, head)
        return tree.tokens[head].head if issued else head
    above = tree.tokens[head].head
    return above if token.dep == "pcomp" and tree.tokens[above].pos in _VERBAL else None


def _controller(tree: Tree, head: int) -> int:
    """Finds who does an infinitive: the object where there is one (urged *Moldor* to talk), but not of a promise."""
    controlled = tree.child(head, "dobj")
    return head if controlled is None or tree.tokens[head].lemma == "promise" else controlled


def _belongs_higher(tree: Tree, verb: int, head: int) -> bool:
    """Tells whether who urged does this, too: "urged Moldor to talk, *supporting* …"."""
    if tree.tokens[verb].dep == "advcl":
        return tree.tokens[head].dep == "xcomp" and _is_set_off(tree, verb)
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


def _is_set_off(tree: Tree, verb: int) -> bool:
    first = tree.left[verb]
    return tree.tokens[verb].tag == "VBG" and first > 0 and tree.tokens[first - 1].text == ","


def _is_said_by_issuer(tree: Tree, noun: int) -> bool:
    """Tells whether he who issues a noun says what it says: issued *a declaration* demanding help."""
    return any(tree.tokens[noun].lemma in nouns_of(name) for name in ("statement", "request", "protest", "law"))


def doer(tree: Tree, verb: int) -> int | None:
    """Finds the head of the noun phrase that does the act: the subject, or the agent of a passive."""
    if is_passive(tree, verb):
        both = (verb, *tree.all_children(verb, "conj"))  # "shot and killed *by police*"
        return next((agent for each in both for agent in after(tree, each, "by")), None)
    return subject(tree, verb)


def patient(tree: Tree, verb: int) -> int | None:
    """Finds the head of what the act is done to: the object, or the subject of a passive."""
    if is_passive(tree, verb):
        if tree.tokens[verb].dep == "acl" and tree.child(verb, *SUBJECTS) is None:
            return tree.tokens[verb].head
        return subject(tree, verb)
    own = tree.child(verb, "dobj")
    if own is None and (particle := tree.child(verb, "prt")) is not None:
        own = tree.child(particle, "pobj")  # gunned down *a judge*, whatever the parse makes of it
    if own is not None and tree.tokens[own].lemma.endswith(("self", "selves")):
        return None
    if own is None:
        own = next((c for c in tree.all_children(verb, *COMPLEMENTS) for _ in [0] if _is_small(tree, c)), None)
        own = tree.child(own, *SUBJECTS) if own is not None else None
    if own is None and tree.tokens[verb].dep == "relcl":
        return _fronted(tree, verb)
    return own


def _is_small(tree: Tree, clause: int) -> bool:
    """Tells whether an infinitive took the object of its verb for its subject: "urged *Moldor* to talk"."""
    return tree.tokens[clause].tag == "VB" and tree.child(clause, *SUBJECTS) is not None


def _fronted(tree: Tree, verb: int) -> int | None:
    """Finds the noun of a relative clause that has another subject: the bank *that Ruvania sanctioned*.

    Not the night *in which* it threatened to leave.
    """
    own = tree.child(verb, "nsubj")
    for prep in tree.all_children(verb, "prep"):
        if any(tree.tokens[word].lemma in {"which", "whom"} for word in tree.all_children(prep, "pobj")):
            return None
    return tree.tokens[verb].head if own is not None and tree.tokens[own].lemma not in _RELATIVES else None


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

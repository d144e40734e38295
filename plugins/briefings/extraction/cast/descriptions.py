"""Actors without a name at the place: "the prime minister", "the ministry", "experts", "the Ruritanian embassy".

Where only one named actor fits a description, it is that actor's; else it is an unnamed one's.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from ...language.tables import State
from ...language.tree import Tree
from ...language.words import bodies, heads, parted_role
from ...model import ActorKind
from ..grammar.adjectives import adjectival_state
from ..names.signs import NAMING
from .drafts import Draft, Drafts
from .role_phrases import role_word

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "npadvmod"})
_OBJECTS = frozenset({"dobj", "dative", "poss"})
_TOWARD = frozenset({"to", "against", "from", "with", "for", "of", "on", "between", "among", "toward", "towards", "by"})
_CORE = frozenset({"compound", "amod", "nmod"})
LONGEST_LIST = 12  # "doctors, nurses and drivers": coordinated nouns climbed to their verb
LONGEST_PHRASE = 12  # tokens of a description
_OF_BODIES = frozenset({"organisation", "group"})
_WHOLE = frozenset({"prime", "vice", "deputy", "first", "former", "shadow"})  # "the minister" is no prime minister


PLURAL = frozenset({"NNS", "NNPS"})
LEADERS = ("leader", "president", "prime minister", "chancellor", "premier", "king", "queen", "supreme leader")
MOST = 20  # actors weighed for one description


@dataclass(frozen=True, slots=True)
class Holders:
    """Named actors by what they may be described as."""

    by_role: dict[str, list[Draft]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[Draft]] = field(default_factory=lambda: defaultdict(list))


def describe(drafts: Drafts, holders: Holders, *, plural: bool) -> None:
    """Adds every description of an actor: to the one named actor that it fits, else to an unnamed one.

    Those in the plural come last, for a phrase may stand for several who are named (plurals.py).
    """
    tree = drafts.tree
    for index, token in enumerate(tree.tokens):
        if token.pos not in {"NOUN", "PROPN"} or (token.tag in PLURAL) != plural or drafts.is_taken(index):
            continue
        kind, body = _kind_described(tree, index)
        if kind and (_stands_as_actor(tree, index, kind) or body in {"institution", "government"}):
            _attach(drafts, holders, index, kind, body)


def holders_by_role(drafts: Drafts) -> Holders:
    """Tells whom a description may mean, from the names and roles that are known so far."""
    holders = Holders()
    for draft in drafts:
        if draft.named and draft.kind == "person":
            for phrase in {phrase for role in draft.roles for phrase in tails(role.role)}:
                holders.by_role[phrase].append(draft)
        elif draft.named and draft.kind == "organisation":
            for word in {*draft.name.casefold().split(), *_called_beside(drafts.tree, draft)}:
                holders.by_word[word].append(draft)
    return holders


def _called_beside(tree: Tree, draft: Draft) -> Iterator[str]:
    """Finds what the text itself calls a body: “the hospital **group** Santegra”, “Santegra, a **company** of Oslo”."""
    for mention in draft.mentions:
        if mention.form == "name":
            before = tree.tokens[max(tree.tokens_in(mention.span)[0] - 1, 0)]
            beside = [before] if before.tag == "NN" else []
            beside += [tree.tokens[child] for child in tree.all_children(mention.head, "appos")]
            yield from (token.lemma for token in beside if bodies().get(token.lemma) in _OF_BODIES)


def tails(role: str) -> Sequence[str]:
    """Gives a role and what it ends with: ``"Foreign Minister"``, "minister"; a prime minister is no "minister"."""
    words = parted_role(role.casefold())[1].split()
    if words[0] in _WHOLE:
        return [" ".join(words)]
    return [" ".join(words[start:]) for start in range(len(words))]


def _kind_described(tree: Tree, index: int) -> tuple[ActorKind | None, str]:
    """Tells what a noun describes, and its kind in the table of bodies."""
    token = tree.tokens[index]
    plural = token.tag in PLURAL
    if token.tag == "NNPS" and (tree.gazetteer.state_of_adjective(token.text) or token.text in heads()):
        return "group", ""  # "Ruritanians", "Democrats"
    start = core_start(tree, index)
    phrase = tree.text[tree.tokens[max(start, index - 1)].start : token.end].lower()
    word = role_word(tree, index) if " " not in phrase or phrase not in bodies() else None
    if word and word.kind != "title":
        return ("group" if plural else "person"), ""
    body = bodies().get(phrase) or bodies().get(token.text.lower()) or bodies().get(token.lemma, "")
    if not body:
        return None, ""
    return ("group" if plural or body == "group" else "organisation"), body


def _stands_as_actor(tree: Tree, index: int, kind: ActorKind) -> bool:
    """Tells whether the noun stands where an actor speaks, acts, or has something done to it."""
    token = tree.tokens[index]
    for _ in range(LONGEST_LIST):
        if token.dep != "conj":
            break
        index, token = token.head, tree.tokens[token.head]
    governor = tree.tokens[token.head]
    if token.dep in _SUBJECTS or (token.dep == "pobj" and governor.dep == "agent"):
        return kind == "group" or _is_determined(tree, index) or token.dep == "nsubj"
    if kind == "organisation" or not (kind == "group" or _is_determined(tree, index)):
        return False
    return token.dep in _OBJECTS or (token.dep == "pobj" and governor.lemma in _TOWARD)


def _is_determined(tree: Tree, index: int) -> bool:
    return tree.child(index, "det", "poss", "nummod") is not None


def _attach(drafts: Drafts, holders: Holders, index: int, kind: ActorKind, body: str) -> None:
    tree = drafts.tree
    first = core_start(tree, index)
    whole = first - 1 if first > tree.left[index] and tree.tokens[first - 1].dep in {"det", "poss"} else first
    bearers = _bearers(drafts, index)
    if len(bearers) > 1:
        drafts.together(bearers, (index, index + 1), index, "description")
        return
    state = next((s for i in range(first, index) if (s := adjectival_state(tree, i))), None)
    holder = (
        bearers[0]
        if bearers
        else _of_state(drafts, index, body, state) or _holder(drafts, holders, first, index, state)
    )
    if holder is None:
        if body in {"institution", "government"} and not _stands_as_actor(tree, index, kind):
            return
        text = tree.text[tree.tokens[first].start : tree.tokens[index].end]
        holder = drafts.called(text, named=False) or drafts.make(text, kind, named=False)
        word = role_word(tree, index)
        holder.gender = word.gender if word else ""
    drafts.mention(holder, (whole, index + 1), "description", index, "description", taken=(index, index + 1))


def _bearers(drafts: Drafts, noun: int) -> list[Draft]:
    """Finds the bodies whose sort the noun says: “the **Metall union**”, “the **Metall and Harbour unions**”."""
    tree = drafts.tree
    lemma = tree.tokens[noun].lemma
    if NAMING.get(lemma) != "beside a body" and lemma != "group":
        return []
    names = [child for child in tree.all_children(noun, "compound", "nmod") if child < noun]
    held = [drafts.at(part) for child in names for part in islice(tree.conjuncts(child), MOST)]
    known = {draft.id: draft for draft in held if draft and draft.named and draft.kind == "organisation"}
    return list(known.values()) if len(known) == len(held) else []


def core_start(tree: Tree, noun: int) -> int:
    """Finds the first token of the noun's own words, without determiners: “several **Veda-based relief groups**”."""
    first = noun
    for child in reversed(tree.children[noun]):
        if child < noun and tree.right[child] == first and tree.tokens[child].dep in _CORE:
            if noun - tree.left[child] >= LONGEST_PHRASE:
                break
            first = tree.left[child]
    return first


def _of_state(drafts: Drafts, noun: int, body: str, state: State | None) -> Draft | None:
    """Finds who is meant: “the **Indian government**” is India; “the **Russian embassy**” an organisation so named."""
    tree = drafts.tree
    if body == "government":
        owners = [drafts.at(child) for child in tree.children[noun] if tree.tokens[child].dep in {"compound", "poss"}]
        named = next((owner for owner in owners if owner and owner.kind == "state"), None)
        return named or (drafts.state_called(state.name) if state else None)
    if body == "institution" and state:
        text = f"{_adjective(tree, noun, state)} {_body_words(tree, noun)}"
        return drafts.called(text, named=True) or drafts.make(text, "organisation", named=True)
    return None


def _offices_meant(phrase: str, state: State | None) -> tuple[str, ...]:
    """Gives the offices of a phrase: “the Ruritanian **leader**” leads that state, by whatever name of the office."""
    return LEADERS if state and phrase == "leader" else (phrase,)


def _adjective(tree: Tree, noun: int, state: State) -> str:
    """Gives the state's adjective as it stands before `noun`."""
    phrase = tree.text[tree.tokens[core_start(tree, noun)].start : tree.tokens[noun].end]
    return max((word for word in state.adjectives if word in phrase), key=len, default=state.name)


def _body_words(tree: Tree, noun: int) -> str:
    """Gives the words that the table has: “puppet **military**”, “central **bank**” with its “central”."""
    both = tree.text[tree.tokens[max(noun - 1, 0)].start : tree.tokens[noun].end]
    return both if both.lower() in bodies() else tree.tokens[noun].text


def _holder(drafts: Drafts, holders: Holders, first: int, noun: int, state: State | None) -> Draft | None:
    """Gives the one named actor, named before, that "the …" fits."""
    tree = drafts.tree
    if first == 0 or tree.tokens[first - 1].lemma != "the" or tree.child(noun, "prep") is not None:
        return None
    start = tree.tokens[first].start
    phrase = tree.text[start : tree.tokens[noun].end].casefold()
    if state:
        phrase = phrase.removeprefix(_adjective(tree, noun, state).casefold()).strip()
    fits = [draft for word in _offices_meant(phrase, state) for draft in holders.by_role.get(word, ())[:MOST]]
    fits += holders.by_word.get(phrase, ())[:MOST]
    fits = list({draft.id: draft for draft in fits}.values())
    owner = drafts.state(state) if state else None
    if state:
        fits = [draft for draft in fits if owner and any(owner.id in role.of for role in draft.roles)]
    return fits[0] if len(fits) == 1 and fits[0].mentions[0].span.start < start else None

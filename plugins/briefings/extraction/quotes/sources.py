"""Whose words they are: the source of a cue, its span, and the actors it stands for."""

from ...language.tree import Tree
from ...model import Source, Span
from ..cast.cast import Cast
from ..grammar.moods import nobody
from .constructions import LIGHT, MarkedText, follows_comma

_CLIMB = frozenset({"agent", "conj", "xcomp", "advcl", "acl", "pcomp", "prep", "ccomp", "relcl", "dep", "parataxis"})
_OF_NOUN = frozenset({"acl", "relcl", "prep", "pcomp"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_ARTICLES = frozenset({"a", "an", "the"})
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_CORE = frozenset({"det", "amod", "compound", "poss", "nmod", "nummod", "case", "quantmod", "advmod", "predet"})
# Documents speak for their owner; a spokesman is somebody else.
_OWNED = frozenset({
    "statement", "readout", "report", "letter", "memo", "post", "tweet", "communique", "communiqué", "release",
    "document", "filing", "blog", "note",
})  # fmt: skip
_INVERTING = frozenset({"quoted", "before"})
MAX_BESIDE = 8  # tokens between a cue and the name beside it
MAX_STEPS = 6  # clauses climbed in search of a subject: "tried to begin persuading …"


def source_head(text: MarkedText, cue: int, frame: str) -> int | None:
    """Finds the head token of the words that name the source of `cue`; None where there are none."""
    tree = text.tree
    token = tree.tokens[cue]
    if token.pos in {"NOUN", "PROPN"}:
        return _source_of_noun(text, cue, frame)
    if token.pos == "ADJ":
        own = tree.child(cue, "nsubj")
        return own if own is not None else _subject(text, token.head, frame)
    if tree.child(cue, "nsubjpass", "auxpass") is not None or frame.startswith("passive"):
        return _agent(tree, cue)
    return _subject(text, cue, frame)


def quoted_speaker(text: MarkedText, cue: int, region: int) -> int | None:
    """Finds the words beside a cue, where the parser looked for its subject in the quotation: “…,” *Smith* said."""
    tokens, quoted = text.tree.tokens, text.regions.items[region].span
    if quoted.end <= tokens[cue].start:
        for index in range(cue - 1, max(-1, cue - MAX_BESIDE), -1):
            if tokens[index].start < quoted.end:
                break
            if _is_nominal(text.tree, index):
                return index
    following = range(cue + 1, min(len(tokens), cue + MAX_BESIDE))
    first = next((index for index in following if _is_nominal(text.tree, index)), None)
    if first is None or text.region_of[first] != -1 or tokens[cue + 1].text in {",", ".", ":"}:
        return None
    while first + 1 < len(tokens) and tokens[first + 1].pos in {"PROPN", "NOUN"}:
        first += 1
    return first


def _agent(tree: Tree, cue: int) -> int | None:
    agent = tree.child(cue, "agent")
    return None if agent is None else tree.child(agent, "pobj")


def _source_of_noun(text: MarkedText, noun: int, frame: str) -> int | None:
    """Finds whose a noun of speech is: *his* claim that …; the claim *by the minister* that …."""
    tree = text.tree
    owner = tree.child(noun, "poss")
    if owner is None and frame == "quoted":
        owner = tree.child(noun, "compound", "nmod", "nsubj")  # “…,” Smith notes: a verb taken for a noun
    if owner is not None:
        return owner
    for child in tree.children[noun]:
        if tree.tokens[child].lemma in {"by", "from"} and tree.tokens[child].dep in {"prep", "agent"}:
            return tree.child(child, "pobj")
    if tree.tokens[noun].dep in {"nsubj", "pobj", "appos"}:
        return None if tree.tokens[noun].dep != "pobj" else _through_preposition(text, noun, frame)
    head = tree.tokens[noun].head
    return _subject(text, head, frame) if tree.tokens[head].lemma in LIGHT else None


def _through_preposition(text: MarkedText, noun: int, frame: str) -> int | None:
    """Finds who says it in a noun after a preposition: *the ministry* said in a statement that …."""
    tree = text.tree
    governor = tree.tokens[tree.tokens[noun].head].head
    return _subject(text, governor, frame) if tree.tokens[governor].pos == "VERB" else None


def _subject(text: MarkedText, verb: int, frame: str) -> int | None:
    """Gives the verb's own subject, else the one it shares with the verb that governs it."""
    tree, at = text.tree, verb
    for _ in range(MAX_STEPS):
        own = _own_subject(text, at)
        if own is not None:
            return own
        token = tree.tokens[at]
        if token.dep not in _CLIMB or token.head == at:
            break
        if token.dep in _OF_NOUN and _is_nominal(tree, token.head):
            return None if at == verb and token.tag == "VBN" else token.head  # a letter urging …; not: a show called …
        at = _goes_on_with(text, at) if at == verb and token.tag == "VBG" else token.head
    return _inverted_subject(text, verb) if frame in _INVERTING else None


def _goes_on_with(text: MarkedText, participle: int) -> int:
    """Finds the verb whose subject speaks on: she *said* that the army would stay, *calling* it a duty."""
    tree = text.tree
    governor = tree.tokens[participle].head
    if tree.tokens[participle].dep != "advcl" or not follows_comma(text, participle):
        return governor
    while tree.tokens[governor].dep == "ccomp" and tree.tokens[governor].head < governor:
        governor = tree.tokens[governor].head
    return governor


def _own_subject(text: MarkedText, verb: int) -> int | None:
    tree = text.tree
    subjects = tree.all_children(verb, "nsubj")
    before = [subject for subject in subjects if subject < verb]
    if not subjects:
        agent = tree.child(verb, "agent")
        return tree.child(verb, "nsubjpass") if agent is None else tree.child(agent, "pobj")
    found = (before or subjects)[-1]  # the nearer of two: a parser may take a dateline for one
    mistaken = found > verb and tree.tokens[verb].tag == "VBG"  # thanking *Russia* for …: no participle is inverted
    return None if mistaken else found


def _is_nominal(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos in {"NOUN", "PROPN", "PRON"}


def _inverted_subject(text: MarkedText, verb: int) -> int | None:
    """Finds a subject that the parser calls the object: “…,” said *Putin*."""
    tree = text.tree
    found = tree.child(verb, "dobj", "attr", "oprd")
    outside = found is not None and found > verb and text.region_of[found] == -1
    return found if outside and _is_nominal(tree, found or 0) else None


def source_span(tree: Tree, head: int) -> Span:
    """Gives the noun phrase of `head` without article, relative clause, apposition: "Russian embassy readout"."""
    members = tree.conjuncts(head)
    first, last = _core(tree, members[0])
    for member in members[1:]:
        _, last = _core(tree, member)
    while first < last - 1 and tree.tokens[first].dep == "det" and tree.tokens[first].text.lower() in _ARTICLES:
        first += 1
    return tree.span(first, last)


def _core(tree: Tree, head: int) -> tuple[int, int]:
    first, last = head, head + 1
    for child in tree.children[head]:
        dep = tree.tokens[child].dep
        if child < head and dep in _CORE:
            first = min(first, tree.left[child])
        elif child > head and dep in {"case", "prep"} and tree.left[child] == last and not _is_of_time(tree, child):
            last = tree.right[child]
    return first, last


def _is_of_time(tree: Tree, prep: int) -> bool:
    """Tells whether words say the day of the verb, whatever the parse says: a judge *on Friday* ordered …."""
    when = tree.child(prep, "pobj")
    return when is not None and tree.tokens[when].text in _DAYS


def source_of(cast: Cast, head: int | None) -> Source:
    """Gives the source with the cast's actors for it: one id for each coordinated source, none in doubt."""
    if head is None:
        return Source(actors=(), span=None)
    tree = cast.tree
    if tree.tokens[head].tag in _RELATIVE:
        clause = tree.tokens[head].head
        antecedent = tree.tokens[clause].head if tree.tokens[clause].dep == "relcl" else head
        return Source(actors=_actors_of_source(cast, antecedent), span=source_span(tree, head))
    return Source(actors=_actors_of_source(cast, head), span=source_span(tree, head))


def _actors_of_source(cast: Cast, head: int) -> tuple[str, ...]:
    found: list[str] = []
    if any(word == head or cast.tree.tokens[word].dep in {"det", "neg"} for word in nobody(cast.tree, head)):
        return ()  # "no minister", "none of them"
    for member in cast.tree.conjuncts(head):
        several = [chain.id for chain in cast.several(member)] or _told_beside(cast, member)  # *The two ministers* said
        found += several or filter(None, [_actor_of_source(cast, member)])
    return tuple(dict.fromkeys(found))


def _told_beside(cast: Cast, head: int) -> list[str]:
    """Tells who an unnamed one is: a spokeswoman, *Ina Brask*, said …; two doctors, *Ina Brask* and *Ola Lie*, …."""
    chain = cast.headed(head)
    if chain is not None and chain.named:
        return []
    named = (
        [cast.headed(part) for part in cast.tree.conjuncts(child)] for child in cast.tree.all_children(head, "appos")
    )
    whole = ([other.id for other in group if other is not None and other.named] for group in named)
    return next((group for group in whole if group), [])


def _actor_of_source(cast: Cast, head: int) -> str | None:
    """Gives the actor that `head` names; a document's is its owner: *a Russian embassy* readout."""
    chain = cast.headed(head)
    if chain is None and cast.tree.tokens[head].lemma in _OWNED:
        owners = (cast.headed(child) for child in cast.tree.all_children(head, "poss", "compound", "nmod"))
        chain = next((owner for owner in owners if owner is not None), None)
    if chain is None and cast.tree.tokens[head].pos == "PROPN":
        chain = cast.covering(head)
    return None if chain is None else chain.id

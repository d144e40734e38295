"""Whose words they are: the source of a cue, its span, and the actors it stands for."""

from ...language.tree import Tree
from ...model import Source, Span
from ..cast.cast import Cast
from ..grammar.clauses import is_passive
from ..grammar.moods import nobody
from ..predications.subjects import Subjects
from .constructions import LIGHT

_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_ARTICLES = frozenset({"a", "an", "the"})
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_CORE = frozenset({"det", "amod", "compound", "poss", "nmod", "nummod", "case", "quantmod", "advmod", "predet"})
# Documents speak for their owner; a spokesman is somebody else.
_OWNED = frozenset({
    "statement", "readout", "report", "letter", "memo", "post", "tweet", "communique", "communiqué", "release",
    "document", "filing", "blog", "note",
})  # fmt: skip


def source_head(tree: Tree, cue: int, shape: str) -> int | None:
    """Finds the head token of the words that name the source of `cue`; None where there are none."""
    if tree.tokens[cue].pos in {"NOUN", "PROPN"}:
        return _source_of_noun(tree, cue, shape)
    if shape.startswith("passive") or (tree.tokens[cue].pos != "ADJ" and is_passive(tree, cue)):
        agent = tree.child(cue, "agent")
        return None if agent is None else tree.child(agent, "pobj")
    return _subject(tree, cue)


def _subject(tree: Tree, verb: int) -> int | None:
    link = tree.once(Subjects).of(verb)
    return None if link is None else link.head


def _source_of_noun(tree: Tree, noun: int, shape: str) -> int | None:
    """Finds whose a noun of speech is: *his* claim that …; the claim *by the minister* that …."""
    owner = tree.child(noun, "poss")
    if owner is None and shape == "quoted":
        owner = tree.child(noun, "compound", "nmod", "nsubj")  # “…,” Smith notes: a verb taken for a noun
    if owner is not None:
        return owner
    for child in tree.children[noun]:
        if tree.tokens[child].lemma in {"by", "from"} and tree.tokens[child].dep in {"prep", "agent"}:
            return tree.child(child, "pobj")
    if tree.tokens[noun].dep in {"nsubj", "pobj", "appos"}:
        return None if tree.tokens[noun].dep != "pobj" else _through_preposition(tree, noun)
    head = tree.tokens[noun].head
    return _subject(tree, head) if tree.tokens[head].lemma in LIGHT else None


def _through_preposition(tree: Tree, noun: int) -> int | None:
    """Finds who says it in a noun after a preposition: *the ministry* said in a statement that …."""
    governor = tree.tokens[tree.tokens[noun].head].head
    return _subject(tree, governor) if tree.tokens[governor].pos == "VERB" else None


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

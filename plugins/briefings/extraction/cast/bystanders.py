"""Those that acts are done by or to, though the cast has them not: asylum seekers, a prisoner, two Ruvanian jets.

Measures need them as sides of an act; nobody else does, so they join the cast after the quotes are read.
States that the text knows by their adjective alone ("a **Moldovan** offer") join it in the same way.
"""

from dataclasses import dataclass, field, replace

from ...language.letters import slug
from ...language.measure_frames import nouns_of
from ...language.tables import State
from ...language.tree import Tree
from ...language.words import bodies
from ...model import ActorKind, Chain, Mention
from ..grammar.adjectives import adjectival_state
from ..grammar.clauses import after
from .cast import Cast
from .descriptions import core_start
from .drafts import NAMELESS
from .role_phrases import role_word

LONGEST_NAME = 10  # tokens of a nameless one's full words
_CLASSES = ("actor", "force", "official", "diplomat", "held")
# Nouns for parties and places that say too little to be somebody.
_VAGUE = frozenset(
    {"side", "country", "nation", "state", "power", "head", "member", "neighbour", "neighbor", "project", "team"}
)
_MODIFIES = frozenset({"amod", "compound", "nmod", "poss"})


@dataclass(slots=True)
class _Newcomers:
    """Chains in the making: new mentions by chain, new chains by name."""

    cast: Cast
    ids: set[str]
    by_name: dict[str, Chain]
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    made: dict[str, Chain] = field(default_factory=dict)


def with_bystanders(cast: Cast) -> Cast:
    """Adds to `cast` those who stand in it only as sides of acts; its own chains keep their ids and order."""
    tree = cast.tree
    known = {chain.name.casefold(): chain for chain in reversed(cast.chains)}
    news = _Newcomers(cast=cast, ids={chain.id for chain in cast.chains}, by_name=known)
    bodies_named = _named_bodies(cast)
    for index, token in enumerate(tree.tokens):
        if token.dep in _MODIFIES and (state := adjectival_state(tree, index)) and cast.headed(index) is None:
            _add_state(news, index, state)
        elif token.pos in {"NOUN", "PROPN"} and _is_free(cast, index) and _is_noun_of_somebody(tree, index):
            _somebody(news, index, bodies_named)
    grown = (_with_new_mentions(news, chain) for chain in (*cast.chains, *news.made.values()))
    return Cast(tree, [_told_whose(cast, chain) for chain in grown])


def _is_free(cast: Cast, index: int) -> bool:
    return cast.covering(index) is None and not cast.several(index)


def _told_whose(cast: Cast, chain: Chain) -> Chain:
    """Gives a nameless one its full words: the president → “president of Ruvania”, the chief → “Orla’s chief”."""
    if chain.named or len(chain.mentions) != 1:
        return chain
    tree, head = cast.tree, chain.mentions[0].head
    first, last = core_start(tree, head), head + 1
    owner = next((c for c in tree.all_children(head, "poss") if _is_proper_name(cast, c)), None)
    if owner is not None:
        first = tree.left[owner] + (tree.tokens[tree.left[owner]].pos == "DET")
    else:
        heads = (inner for inner in after(tree, head, "of", "at", "from", "in") if _is_proper_name(cast, inner))
        last = next((inner + 1 for inner in heads), last)
    span = tree.span(first, last)
    return replace(chain, name=tree.text[slice(*span)]) if 1 < last - first <= LONGEST_NAME else chain


def _is_proper_name(cast: Cast, index: int) -> bool:
    chain = cast.covering(index)
    return cast.tree.tokens[index].pos == "PROPN" and (chain is None or chain.named)


def _is_somebody(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.dep in {"compound", "amod", "nmod", "npadvmod"} or token.lemma in _VAGUE:
        return False
    if token.lemma in nouns_of("container") and next(after(tree, index, "of"), None) is not None:
        return False
    if index and tree.tokens[index - 1].text == "-":
        return False  # the end of "secretary-general"
    if token.lemma in nouns_of("machine") and token.dep not in {"nsubj", "conj"}:
        return tree.tokens[token.head].dep == "agent"  # "bombed by jets": they act, but ships are only things
    if token.dep in {"dobj", "nsubjpass"} and tree.tokens[token.head].lemma in nouns_of("to_people"):
        return True  # who is accused or arrested is somebody, whatever he is called
    word = role_word(tree, index)
    return (word is not None and word.kind != "title") or any(token.lemma in nouns_of(name) for name in _CLASSES)


def _is_short_for_body(tree: Tree, index: int) -> bool:
    """Tells whether a capital and a word for bodies are all of a name: *The Commission*, *the ruling Emirate*."""
    token = tree.tokens[index]
    if token.tag != "NNP" or token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"} or token.text.isupper():
        return False
    named = any(tree.tokens[c].pos == "PROPN" for c in tree.children[index])
    the = any(tree.tokens[c].lemma == "the" for c in tree.all_children(index, "det"))
    return the and not named and bodies().get(token.lemma) in {"organisation", "institution"}


def _is_noun_of_somebody(tree: Tree, index: int) -> bool:
    return _is_short_for_body(tree, index) if tree.tokens[index].pos == "PROPN" else _is_somebody(tree, index)


def _somebody(news: _Newcomers, index: int, named: dict[str, list[Chain]]) -> None:
    body = _named_body(news.cast.tree, index, named)
    if body is None:
        _add_nameless(news, index)
    else:
        _mention(news, body.id, index - 1, index)


def _add_state(news: _Newcomers, index: int, state: State) -> None:
    """Adds the state of an adjective, if the text names it nowhere: a **Ruvanian** offer."""
    if state.name.casefold() in news.by_name or news.cast.covering(index) is not None:
        return
    chain = news.made.get(state.name) or _make(news, state.name, "state", named=True)
    span = news.cast.tree.span(index, index + 1)
    news.mentions.setdefault(chain.id, []).append(Mention(span=span, form="metonym", head=index, rule="adjective"))


def _named_body(tree: Tree, index: int, named: dict[str, list[Chain]]) -> Chain | None:
    """Finds the one body whose name, given before, has a noun in it: asked **the council**."""
    if index == 0 or tree.tokens[index - 1].lemma != "the" or tree.child(index, "acl", "relcl") is not None:
        return None
    if any(tree.child(prep, "pobj") is not None for prep in tree.all_children(index, "prep")):
        return None
    fits = named.get(tree.tokens[index].text.casefold(), [])
    before = len(fits) == 1 and fits[0].mentions[0].span.start < tree.tokens[index].start
    return fits[0] if before else None


def _add_nameless(news: _Newcomers, index: int) -> None:
    """Adds those who have no name, only a noun: rejected **asylum seekers**."""
    tree = news.cast.tree
    first, last = core_start(tree, index), index
    while last + 2 < len(tree.tokens) and tree.tokens[last + 1].text == "-":
        last += 2  # "secretary-general"
    name = tree.text[tree.tokens[first].start : tree.tokens[last].end]
    chain = news.by_name.get(name.casefold()) or news.made.get(name.casefold())
    if chain is None or chain.named:
        chain = _make(news, name, _kind_of_noun(tree, index), named=False)
    _mention(news, chain.id, first, index)


def _kind_of_noun(tree: Tree, index: int) -> ActorKind:
    token = tree.tokens[index]
    word = bodies().get(token.lemma)
    if token.tag in {"NNS", "NNPS"} or word == "group" or token.lemma in nouns_of("force"):
        return "group"
    return "organisation" if word else "person"


def _mention(news: _Newcomers, chain_id: str, first: int, head: int) -> None:
    span = news.cast.tree.span(first, head + 1)
    found = Mention(span=span, form="description", head=head, rule="side of an act")
    news.mentions.setdefault(chain_id, []).append(found)


def _make(news: _Newcomers, name: str, kind: ActorKind, *, named: bool) -> Chain:
    base = slug(name, NAMELESS)
    wanted, number = base, 0
    while wanted in news.ids:
        number += 1
        wanted = f"{base}-{number}"
    news.ids.add(wanted)
    chain = Chain(id=wanted, name=name, named=named, kind=kind, aliases=(), roles=(), mentions=())
    news.made[name if named else name.casefold()] = chain
    return chain


def _with_new_mentions(news: _Newcomers, chain: Chain) -> Chain:
    more = news.mentions.get(chain.id)
    if not more:
        return chain
    return replace(chain, mentions=tuple(sorted((*chain.mentions, *more), key=lambda mention: mention.span)))


def _named_bodies(cast: Cast) -> dict[str, list[Chain]]:
    found: dict[str, list[Chain]] = {}
    for chain in cast.chains:
        if chain.named and chain.kind == "organisation":
            for word in dict.fromkeys(chain.name.casefold().split()):
                found.setdefault(word, []).append(chain)
    return found

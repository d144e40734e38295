"""Actors without a name at the place: "the prime minister", "the ministry", "experts", "the protesters".

Where only one named actor fits a description, it is that actor's; else it is an unnamed one's.
"""

from ..language.tree import Tree
from ..language.words import bodies, roles
from ..model import ActorKind
from .drafts import Draft, Drafts

_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj", "appos", "attr", "npadvmod", "ROOT"}
)
_CORE = frozenset({"compound", "amod", "nmod"})
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_SENTENCES = 400


def describe(drafts: Drafts) -> None:
    """Add every description of an actor: to the one named actor that it fits, else to an unnamed one."""
    tree = drafts.tree
    for index, token in enumerate(tree.tokens):
        if token.pos in {"NOUN", "PROPN"} and token.dep in _ARGUMENTS and drafts.at(index) is None:
            kind = _kind(tree, index)
            if kind:
                _place(drafts, index, kind)


def _kind(tree: Tree, index: int) -> ActorKind | None:
    token = tree.tokens[index]
    lemma = token.lemma if token.pos == "NOUN" else token.text.lower()
    plural = token.tag in {"NNS", "NNPS"}
    role = roles().get(lemma)
    if role and role.kind != "title":
        return "group" if plural else "person"
    match bodies().get(lemma) or bodies().get(token.text.lower()):
        case "organisation":
            return "group" if plural else "organisation"
        case "group":
            return "group"
        case _:
            return None


def _place(drafts: Drafts, index: int, kind: ActorKind) -> None:
    tree = drafts.tree
    first = core_start(tree, index)
    whole = first - 1 if first and tree.tokens[first - 1].lemma in _DEFINITE | {"a", "an"} else first
    holder = _holder(drafts, first, index, kind)
    if holder is None:
        text = tree.text[tree.tokens[first].start : tree.tokens[index].end]
        holder = drafts.called(text, named=False) or drafts.make(text, kind, named=False)
        gender = roles().get(tree.tokens[index].lemma)
        holder.gender = gender.gender if gender else holder.gender
    drafts.mention(holder, (whole, index + 1), "description", index, "description", taken=(first, index + 1))


def core_start(tree: Tree, noun: int) -> int:
    """“several **asylum seekers**”: the first token of the noun's own words, without determiners and numbers."""
    first = noun
    while first > tree.left[noun] and (
        tree.tokens[first - 1].dep in _CORE
        or tree.tokens[first - 1].text == "-"
        or (tree.tokens[first - 1].dep == "punct" and tree.tokens[first - 1].text == "-")
    ):
        first -= 1
    return first


def _holder(drafts: Drafts, first: int, noun: int, kind: ActorKind) -> Draft | None:
    """The one named actor that "the …" fits."""
    tree = drafts.tree
    if (
        first == 0
        or tree.tokens[first - 1].lemma != "the"
        or any(tree.tokens[c].dep == "prep" and tree.tokens[c].lemma == "of" for c in tree.children[noun])
    ):
        return None
    phrase = tree.text[tree.tokens[first].start : tree.tokens[noun].end].casefold()
    if kind == "person":
        fits = [
            d for d in drafts if d.named and d.kind == "person" and any(r.role.casefold() == phrase for r in d.roles)
        ]
    elif kind == "organisation":
        fits = [d for d in drafts if d.named and d.kind == "organisation" and phrase in d.name.casefold().split()]
    else:
        return None
    return fits[0] if len(fits) == 1 else None

"""What the text says an actor is: titles before a name, appositions beside it, "is the president of".

The words are kept as the text has them; what a role is a role of are the states and organisations
that stand in the same phrase.
"""

from collections.abc import Iterator

from ..language.tables import state_of_adjective
from ..language.tree import Tree
from ..language.words import Gender, roles
from ..model import Mention, Role
from .drafts import Draft, Drafts

_FORMER = frozenset(
    {"former", "ex", "late", "then", "current", "outgoing", "incoming", "new", "acting", "known", "senior"}
)
_OF = frozenset({"of", "for", "at", "in", "from", "with", "to"})


def find_roles(drafts: Drafts) -> None:
    """Add to every person's draft the roles that the text gives at its names."""
    for draft in tuple(drafts):
        if draft.named and draft.kind in {"person", "organisation"}:
            for mention in tuple(draft.mentions):
                if mention.form == "name":
                    _at_name(drafts, draft, mention)


def _at_name(drafts: Drafts, draft: Draft, mention: Mention) -> None:
    tree = drafts.tree
    first = tree.tokens_in(mention.span)[0]
    if draft.kind == "person":
        _before(drafts, draft, first)
    for noun in _beside(tree, mention.head):
        phrase = role_phrase(tree, noun)
        if phrase and _agrees(draft, tree, noun):
            _give(drafts, draft, phrase, noun)


def _before(drafts: Drafts, draft: Draft, first: int) -> None:
    """“Russian **President** Vladimir Putin”, “**External Affairs Minister** S Jaishankar”, “**Mr** Carver”."""
    tree = drafts.tree
    noun = first - 1
    if noun < 0 or (tree.tokens[noun].lemma not in roles() and tree.tokens[noun].text.lower() not in roles()):
        return
    if "\n" in tree.text[tree.tokens[noun].end : tree.tokens[first].start]:
        return
    word = roles().get(tree.tokens[noun].text.lower()) or roles()[tree.tokens[noun].lemma]
    draft.gender = draft.gender or word.gender
    if word.kind == "title":
        return
    phrase = role_phrase(tree, noun)
    if not phrase:
        return
    _give(drafts, draft, phrase, noun)
    if _is_noun_phrase(tree, noun) and drafts.at(noun) is None:
        _describe(drafts, draft, phrase, noun)


def _is_noun_phrase(tree: Tree, noun: int) -> bool:
    """“**his Russian counterpart** Sergey Lavrov”: the noun governs, the name stands beside it."""
    return any(tree.tokens[c].dep in {"det", "poss"} for c in tree.children[noun])


def _describe(drafts: Drafts, draft: Draft, phrase: tuple[int, int], noun: int) -> None:
    tree = drafts.tree
    first = phrase[0]
    while first > tree.left[noun] and tree.tokens[first - 1].pos in {"DET", "PRON", "ADJ", "PROPN"}:
        first -= 1
    drafts.mention(draft, (first, noun + 1), "description", noun, "role before its name", taken=phrase)


def _beside(tree: Tree, head: int) -> Iterator[int]:
    """“Randhir Jaiswal, Ministry of External Affairs **spokesperson**”; “the **spokesperson**, Ann Carver”; “she is a **judge**”."""
    token = tree.tokens[head]
    for child in tree.children[head]:
        if tree.tokens[child].dep == "appos":
            yield child
    if token.dep == "appos":
        yield token.head
    if token.dep == "nsubj" and tree.tokens[token.head].lemma == "be":
        attribute = tree.child(token.head, "attr")
        if attribute is not None:
            yield attribute


def role_phrase(tree: Tree, noun: int) -> tuple[int, int] | None:
    """Tokens of the role that ends at `noun`: "External Affairs Minister", "chief executive"; None where it is none."""
    known = roles()
    token = tree.tokens[noun]
    if token.lemma not in known and token.text.lower() not in known:
        return None
    first = noun
    while first > 0 and _is_part(tree, first - 1, noun):
        first -= 1
    return first, noun + 1


def _is_part(tree: Tree, index: int, noun: int) -> bool:
    """Whether a token before the noun belongs to its role: compounds do, states and "former" do not."""
    token = tree.tokens[index]
    if token.text == "-":
        return index > 0 and tree.tokens[index + 1].head == noun
    if state_of_adjective(token.text) or token.lemma in _FORMER or token.pos not in {"NOUN", "PROPN", "ADJ"}:
        return False
    phrase = tree.text[token.start : tree.tokens[noun].end].lower()
    if phrase in roles():
        return True
    return (token.dep in {"compound", "nmod"} and (token.head == noun or tree.tokens[token.head].head == noun)) or (
        token.dep == "amod" and token.text[0].isupper() and token.head == noun and index > 0
    )


def _agrees(draft: Draft, tree: Tree, noun: int) -> bool:
    plural = tree.tokens[noun].tag in {"NNS", "NNPS"}
    return not plural and draft.kind == "person"


def _give(drafts: Drafts, draft: Draft, phrase: tuple[int, int], noun: int) -> None:
    tree = drafts.tree
    first, last = phrase
    named = [drafts.at(index) for index in range(first, last)]
    owners = tuple(dict.fromkeys(owner.id for owner in _owners(drafts, draft, noun)))
    while first < noun and named[first - phrase[0]] not in (None, draft):
        first += 1  # "Ministry of X spokesperson": the role is "spokesperson", of the ministry
    span = tree.span(first, last)
    word = roles().get(tree.tokens[noun].text.lower()) or roles().get(tree.tokens[noun].lemma)
    draft.gender = draft.gender or (word.gender if word else _none())
    draft.roles.append(Role(role=tree.text[span.start : span.end], of=owners, span=span))


def _none() -> Gender:
    return ""


def _owners(drafts: Drafts, draft: Draft, noun: int) -> Iterator[Draft]:
    """States and organisations that the role is a role of: adjectives, possessors, compounds, "of" phrases."""
    tree = drafts.tree
    stack = [noun]
    for node in stack:  # grows while it is walked
        for child in tree.children[node]:
            token = tree.tokens[child]
            if token.dep in {"compound", "poss", "amod", "nmod", "pobj", "conj"} or (
                token.dep == "prep" and token.lemma in _OF and child > noun
            ):
                owner = _state_by_adjective(drafts, child) or drafts.at(child)
                if owner is None:
                    stack.append(child)
                elif owner is not draft and owner.named and owner.kind in {"state", "organisation"}:
                    yield owner
    for index in range(noun - 1, max(noun - 4, -1), -1):
        if tree.tokens[index].pos not in {"ADJ", "PROPN", "NOUN"}:
            break
        owner = _state_by_adjective(drafts, index)
        if owner:
            yield owner


def _state_by_adjective(drafts: Drafts, index: int) -> Draft | None:
    """“**Russian** President”: the draft of the state whose adjective stands there, if the article names it."""
    state = state_of_adjective(drafts.tree.tokens[index].text)
    return drafts.state(state) if state else None

"""What the text says a person is: titles before a name, appositions beside it, "is the president of".

The words are kept as the text has them; what a role is a role of are the states and organisations
that stand in the same phrase.
"""

from collections.abc import Iterator
from itertools import chain

from ...language.tables import State
from ...language.tree import Tree
from ...language.words import NOBODYS, roles, tenures
from ...model import Mention, Role
from ..grammar.adjectives import adjectival_state
from ..grammar.moods import is_asked, mood_of, nobody
from ..names.offices import office_before
from .drafts import Draft, Drafts, Tokens
from .employers import Employers
from .role_phrases import LEADERS, LONGEST_ROLE, role_phrase, role_word, tenure_of

CONFIDENCE = 0.92  # the share of roles that are right, with their owners, among 60 of real news read by hand
MOST_TITLES = 2  # "Prof. Dr. Ann Carver"
MOST_NODES = 40  # tokens of a role's phrase that are searched for its owner
LONGEST_NAME = 5  # tokens: a noun that hangs on one of those is part of the name's phrase
_PLURAL = frozenset({"NNS", "NNPS"})
_OF = frozenset({"of", "for", "at", "in", "from", "with", "to"})
_EMPLOYERS = frozenset({"state", "organisation"})
_INSIDE = frozenset({"compound", "poss", "amod", "nmod", "pobj", "conj"})
_SEEKING = frozenset({"candidate", "contender", "hopeful", "nominee"})
_DENYING = frozenset({"not", "never"})


def find_roles(drafts: Drafts) -> None:
    """Adds to every person's draft the roles that the text gives at its names."""
    people = [draft for draft in drafts if draft.named and draft.kind == "person"]
    employers = Employers(drafts)
    for draft in people:
        for mention in tuple(draft.mentions):
            if mention.form == "name":
                _at_name(employers, draft, mention)


def _at_name(employers: Employers, draft: Draft, mention: Mention) -> None:
    drafts = employers.drafts
    tree = drafts.tree
    _role_before_name(employers, draft, tree.tokens_in(mention.span)[0])
    for noun in chain.from_iterable(
        _roles_held(tree, mention.head, noun) for noun in _nouns_beside(tree, mention.head)
    ):
        phrase = role_phrase(tree, noun)
        if phrase and tree.tokens[noun].tag not in _PLURAL:
            _give_role(employers, draft, phrase, noun, "beside a name")
            _describe(drafts, draft, phrase, noun)


def _role_before_name(employers: Employers, draft: Draft, first: int) -> None:
    """Reads “Russian **President** Vladimir Putin”, “**External Affairs Minister** S Jaishankar”, “**Mr** Carver”."""
    drafts = employers.drafts
    tree, noun = drafts.tree, _before_titles(drafts.tree, first) - 1
    office = office_before(tree, first)
    if office is None:
        office = office_before(tree, _before_rank(tree, first))
    noun = _sought_by(tree, noun) if office is None else office
    word = role_word(tree, noun) if noun >= 0 else None
    if (
        word is None
        or (tree.tokens[noun].tag == "JJ" and tree.tokens[noun].text.islower())
        or tree.tokens[noun].tag in _PLURAL
        or "\n" in tree.text[tree.tokens[noun].end : tree.tokens[first].start]
    ):
        return  # "Presidents Carver and Duval": a role of two is not one's
    draft.gender = draft.gender or word.gender
    phrase = role_phrase(tree, noun)
    if word.kind != "title" and phrase:
        _give_role(employers, draft, phrase, noun, "before a name")
        other = _role_joined_before(tree, phrase[0])
        if other is not None and (joined := role_phrase(tree, other)) is not None:
            _give_role(employers, draft, joined, other, "before a name")
        beside_name = office is None and tree.tokens[noun].head in range(first, first + LONGEST_NAME)
        if not beside_name or tree.child(noun, "det", "poss") is not None:
            _describe(drafts, draft, phrase, noun)


def _sought_by(tree: Tree, noun: int) -> int:
    """Finds the token of what she is, who does not hold what she seeks: “**Candidate** for mayor Ann Carver”."""
    before = tree.tokens[noun - 1].text.lower() if noun > 1 else ""
    return noun - 2 if before == "for" and tree.tokens[noun - 2].text.lower() in _SEEKING else noun


def _role_joined_before(tree: Tree, first: int) -> int | None:
    """Finds the role before that of token `first`: “**Prime Minister** and Defence Minister Ann Carver”."""
    noun = first - 2
    if noun < 0 or tree.tokens[first - 1].text not in {"and", "&"} or not tree.tokens[noun].text[0].isupper():
        return None
    determined = tree.child(noun, "det", "poss") is not None
    return None if determined or tree.tokens[noun].tag in _PLURAL or role_word(tree, noun) is None else noun


def _before_rank(tree: Tree, first: int) -> int:
    """Finds the token after the office that stands before her rank: “Chief of Defence Staff **Gen.** Ann Carver”."""
    word = roles().get(tree.tokens[first - 1].text.lower()) if first > 1 else None
    return first - 1 if word is not None and word.kind != "person" else first


def _before_titles(tree: Tree, first: int) -> int:
    """Finds the token after the role that stands before her titles: “regional director **Dr.** Ann Carver”."""
    for before in range(first - 1, max(first - 1 - MOST_TITLES, 0), -1):
        word = role_word(tree, before)
        if word is None or word.kind != "title" or role_word(tree, before - 1) is None:
            break
        first = before
    return first


def _describe(drafts: Drafts, draft: Draft, phrase: Tokens, noun: int) -> None:
    """Adds “**his Russian counterpart** Sergey Lavrov” as a mention of its own, for the noun may govern the name."""
    tree, (first, last) = drafts.tree, phrase
    if all(drafts.at(index) is None for index in range(first, last)):
        start = min((child for child in tree.children[noun] if 0 < first - child <= LONGEST_ROLE), default=first)
        drafts.mention(draft, (start, last), "description", noun, "role beside its name", taken=phrase)


def _nouns_beside(tree: Tree, head: int) -> Iterator[int]:
    """Finds the noun beside a name: “Ann Carver, a **judge**”, “the **judge**, Ann Carver”, “Carver is a **judge**”."""
    token = tree.tokens[head]
    yield from tree.all_children(head, "appos")
    if token.dep == "appos":
        yield _governing(tree, token.head)
        yield from _last_of_list(tree, token.head, tree.left[head] - 1)
    if token.dep == "nsubj" and tree.tokens[token.head].lemma == "be":
        yield from tree.all_children(token.head, "attr")
        yield from (c for c in tree.all_children(token.head, "conj") if role_word(tree, c) is not None)


def _governing(tree: Tree, noun: int) -> int:
    """Finds the role above: “Its **head** of operations in Veda, Ann Carver”: no person is a place, however parsed."""
    above = noun
    for _ in range(LONGEST_ROLE):
        if role_word(tree, above) is not None:
            return above
        if tree.tokens[above].dep not in {"pobj", "prep"}:
            break
        above = tree.tokens[above].head
    return noun


def _last_of_list(tree: Tree, first: int, comma: int) -> Iterator[int]:
    """Finds hers, parsed as beside the first of a list: “Tom Reed and the **head** of the navy, Helen Marsh”."""
    yield from (other for other in tree.conjuncts(first)[1:] if tree.right[other] == comma)


def _roles_held(tree: Tree, name: int, noun: int) -> Iterator[int]:
    """Gives what is held of all told beside a name: “Reed is neither president nor minister, but the **founder**”."""
    verb, told = tree.tokens[name].head, tree.tokens[noun].dep != "appos" and noun != tree.tokens[name].head
    is_copula = tree.tokens[verb].lemma == "be"
    if is_copula and is_asked(tree, verb) and verb < name:
        return  # "is he the minister?"
    above = tree.tokens[verb].head
    if is_copula and tree.tokens[verb].dep == "ccomp" and mood_of(tree, above).negations:
        return  # "nobody thinks he is the minister"
    mood = mood_of(tree, verb) if is_copula and told else None
    if mood is not None and (mood.futures or mood.maybes or mood.conditions or mood.doubts):
        return  # "would be the minister"
    before = tree.tokens[max(tree.left[noun] - 1, 0)].text.lower()
    denied = bool(nobody(tree, noun)) or before in _DENYING or bool(mood is not None and mood.negations)
    for other in _with_others(tree, noun):
        words = {tree.tokens[index].text.lower() for index in range(verb if mood else noun, other)}
        if ("but" in words) if denied else (mood is not None or "not" not in words):
            yield other


def _with_others(tree: Tree, noun: int) -> Iterator[int]:
    """Adds “Peter Duval, a lawyer and former **senator**”, not “a lawyer, and her **counterpart**, Helen Marsh”."""
    yield noun
    for other in tree.conjuncts(noun)[1:] if role_word(tree, noun) is not None else ():
        after = tree.tokens[other + 1] if other + 1 < len(tree.tokens) else None
        named = after is not None and after.pos == "PROPN"
        if not named and tree.child(other, "poss", "appos") is None:
            yield other


def _give_role(employers: Employers, draft: Draft, phrase: Tokens, noun: int, rule: str) -> None:
    drafts = employers.drafts
    tree, (first, last) = drafts.tree, phrase
    word = role_word(tree, noun)
    draft.gender = draft.gender or (word.gender if word else "")
    while first < last - 1 and drafts.at(first) not in (None, draft):
        first += 1  # "Ministry of X spokesperson": the role is "spokesperson", of the ministry
    opening, _, rest = tree.text[slice(*tree.span(first, last))].partition(" ")
    if rest and opening.lower() in tenures():  # "one-time ambassador": one word by its hyphens
        first = next(
            index for index in range(first, last) if tree.tokens[index].start >= tree.tokens[first].start + len(opening)
        )
    tenure = tenure_of(tree, first, noun)
    if (word and word.kind == "relation") or tenure == NOBODYS:
        return  # "her brother", "a guest"; "would-be president"
    owners = tuple(dict.fromkeys(owner.id for owner in _owners_of_role(employers, draft, noun)))
    span = tree.span(first, last)
    words = f"{tenure} {tree.text[span.start : span.end]}".strip()
    draft.roles.append(Role(role=words, of=owners, span=span, rule=rule, confidence=CONFIDENCE))


def _owners_of_role(employers: Employers, draft: Draft, noun: int) -> Iterator[Draft]:
    """Finds states and organisations that the role is a role of: adjectives, possessors, compounds, "of" phrases."""
    drafts = employers.drafts
    tree = drafts.tree
    yield from _employers_before(drafts, draft, noun)
    stack = [noun]
    for node in stack:  # grows while it is walked
        for child in tree.children[node][:MOST_NODES]:
            owner = drafts.at(child) or employers.meant(child)
            if owner and owner is not draft and owner.named and owner.kind in _EMPLOYERS:
                yield owner
            elif owner is None and len(stack) < MOST_NODES and _leads_to_owner(tree, child, noun):
                stack.append(child)


def _employers_before(drafts: Drafts, draft: Draft, noun: int) -> Iterator[Draft]:
    """Finds “**Norwegian** foreign minister”, “**Chinese Foreign Ministry** spokesman”, who is the ministry's alone."""
    tree = drafts.tree
    for index in range(noun - 1, max(noun - 5, -1), -1):
        token = tree.tokens[index]
        body = drafts.at(index)
        if "\n" in tree.text[token.end : tree.tokens[index + 1].start]:
            return
        if body is not None and body is not draft and body.named and body.kind in _EMPLOYERS:
            yield body
            return
        if token.pos not in {"ADJ", "PROPN", "NOUN"} and token.text not in {"-", ")"}:
            return  # "the Harbour Fraud Office (HFO) director"
        state = adjectival_state(tree, index)
        owner = _state_of_office(drafts, state, index, noun) if state else None
        if owner:
            yield owner


def _state_of_office(drafts: Drafts, state: State, index: int, noun: int) -> Draft | None:
    """Finds an office's state, also where the article names it nowhere else: “**Danish** ambassador Peter Duval”."""
    word = role_word(drafts.tree, noun)
    found = drafts.state(state)
    if found is None and word is not None and word.kind == "office" and not drafts.is_taken(index):
        found = drafts.make(state.name, "state", named=True)
    if found is not None and not found.forms and not drafts.is_taken(index):
        first = index - (f"{drafts.tree.tokens[index - 1].text} {drafts.tree.tokens[index].text}" in state.adjectives)
        drafts.mention(found, (first, index + 1), "metonym", index, "adjective of an office")
    return found


def _leads_to_owner(tree: Tree, child: int, noun: int) -> bool:
    token = tree.tokens[child]
    if token.dep == "conj" and token.head == noun and role_word(tree, child) is not None:
        return False  # "the MP for Veda and a former Treasury minister"
    if token.dep != "prep":
        return token.dep in _INSIDE
    if token.lemma == "in" and tree.tokens[noun].lemma in LEADERS | {"leader"}:
        return False  # "head of operations in Ghana" is not Ghana's
    return token.lemma in _OF and child > noun and tree.tokens[child - 1].text != ","  # "Minister X, of the Red Party"

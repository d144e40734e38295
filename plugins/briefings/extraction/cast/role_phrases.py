"""The words of a role: which tokens they are and how it is held: "External Affairs Minister", "former"."""

from ...language.tree import Tree
from ...language.words import RoleWord, roles, tenures
from ..grammar.adjectives import adjectival_state
from ..names.offices import office_end
from .drafts import Tokens

LONGEST_ROLE = 8  # tokens
LEADERS = frozenset({"chief", "director", "head", "manager", "professor"})
_FIELD = frozenset({"ADJ", "NOUN"})
LONGEST_FIELD = 4  # tokens
_BEFORE = frozenset({"det", "nummod", "amod", "compound", "nmod", "advmod", "npadvmod"})
_HYPHENS = frozenset("-–‑")
MOST_BEFORE = 6  # tokens between a role and the word that says how it is held: "former deputy Labour"


def role_word(tree: Tree, index: int) -> RoleWord | None:
    """Gives what the table of roles says of token `index`, or of the two that end with it: “chief **executive**”."""
    token = tree.tokens[index]
    word = roles().get(token.text.lower()) or roles().get(token.lemma)
    if word is None and token.tag == "NNPS":
        word = roles().get(token.lemma.removesuffix("s"))
    if token.pos == "VERB":
        return None  # "Carver accused Duval"
    if word is None and index and token.pos in {"NOUN", "PROPN", "ADJ"}:
        return roles().get(f"{tree.tokens[index - 1].text} {token.text}".lower())
    return word


def role_phrase(tree: Tree, noun: int) -> Tokens | None:
    """Finds the tokens of the role that ends at `noun`: "External Affairs Minister"; None where it is none."""
    if role_word(tree, noun) is None:
        return None
    first = noun
    while first > 0 and noun - first < LONGEST_ROLE and _is_part_of_role(tree, first - 1, noun):
        first -= 1
    while tree.tokens[first].text == "-":
        first += 1
    return _with_hyphens(tree, first, office_end(tree, noun) or _with_field(tree, noun))


def _with_field(tree: Tree, noun: int) -> int:
    """Finds the token after what one is the head of: “**head** of operations”, “**director** of corporate affairs”."""
    tokens, last = tree.tokens, noun + 1
    if tokens[noun].text.lower() not in LEADERS or last + 1 >= len(tokens) or tokens[last].text != "of":
        return last
    end = last + 1
    while end < min(len(tokens), last + LONGEST_FIELD) and tokens[end].text.islower() and tokens[end].pos in _FIELD:
        end += 1
    return end if tokens[end - 1].pos == "NOUN" else last


def _with_hyphens(tree: Tree, first: int, last: int) -> Tokens:
    """Takes a word with a hyphen as one: “**secretary-general**”, “**vice-president**”, but “ex-**president**”."""
    tokens = tree.tokens
    while first > 1 and _is_hyphened(tree, first - 1) and tokens[first - 2].lemma not in tenures():
        first -= 2
    while last + 1 < len(tokens) and _is_hyphened(tree, last):
        last += 2
    return first, last


def _is_hyphened(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.text == "-" and tree.tokens[index - 1].end == token.start and token.end == tree.tokens[index + 1].start


def _is_part_of_role(tree: Tree, index: int, noun: int) -> bool:
    """Tells whether a token before the noun belongs to its role: compounds do, states and "former" do not."""
    token = tree.tokens[index]
    if token.text == "-":
        return tree.tokens[index + 1].head == noun
    if token.lemma in tenures() or token.pos not in {"NOUN", "PROPN", "ADJ"} or adjectival_state(tree, index):
        return False
    if tree.text[token.start : tree.tokens[noun].end].lower() in roles():
        return True
    if token.dep == "amod":
        return token.text[0].isupper() and token.head == noun
    return token.dep in {"compound", "nmod"} and noun in {token.head, tree.tokens[token.head].head}


def tenure_of(tree: Tree, first: int, noun: int) -> str:
    """Tells how the role of the words from `first` to `noun` is held: "former", "then"; "" where it is held today."""
    return _tenure(tree, first) or _tenure_of_clause(tree, noun) or _tenure_of_list(tree, noun)


def _tenure(tree: Tree, first: int) -> str:
    """Tells how the role that opens at token `first` is held: “**former** Norwegian premier”, “**would-be** king”."""
    words = ""
    for index in range(first - 1, max(first - 1 - MOST_BEFORE, -1), -1):
        token = tree.tokens[index]
        glued = token.text in _HYPHENS or tree.tokens[index + 1].text in _HYPHENS
        if "\n" in tree.text[token.end : tree.tokens[index + 1].start] or not (glued or token.dep in _BEFORE):
            break
        word = "-" if token.text in _HYPHENS else token.text.lower()
        words = word + (words if glued or words.startswith("-") else f" {words}")
        for known in (words.split(" ")[0], words.split(" ")[0].partition("-")[0], " ".join(words.split(" ")[:2])):
            if tenures().get(known):
                return tenures()[known]
    return ""


def _tenure_of_clause(tree: Tree, noun: int) -> str:
    """Reads “Reed **had been** the mayor”, “was the mayor **until** 2010”, “**when** Reed was mayor”."""
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep != "attr" or tree.tokens[verb].lemma != "be":
        return ""
    below = {tree.tokens[child].text.lower() for child in tree.children[verb]}
    if tree.tokens[verb].tag == "VBN" and "had" in below:
        return "former"
    past = tree.tokens[verb].tag == "VBD"
    return "former" if past and "until" in below else "then" if past and below & {"when", "while"} else ""


def _tenure_of_list(tree: Tree, noun: int) -> str:
    """Reads “a **former** minister, senator and judge”: of all in the list that have no article of their own."""
    while tree.tokens[noun].dep == "conj" and tree.child(noun, "det", "poss") is None:
        noun = tree.tokens[noun].head
        phrase = role_phrase(tree, noun)
        tenure = _tenure(tree, phrase[0]) if phrase is not None else ""
        if tenure:
            return tenure
    return ""

"""Signs of what a name is the name of: in its own words, and around every place where it stands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..language.tree import Tree
from ..language.words import bodies, first_words, gender_of_given, heads, name_nouns, roles, speech_verbs, surnames
from .trimming import PARTICLES, Found

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod"})
_PREFIXES = ("Mc", "Mac", "O'", "O’", "De", "Di", "D'", "D’", "La", "Le", "Van", "Fitz", "Al")  # of surnames
_BEFORE = (  # the word before a name → its sign
    dict.fromkeys(("in", "at", "near", "across", "around", "outside", "throughout", "inside"), "in")
    | dict.fromkeys(("“", '"', "‘", "'", "``"), "after a mark")
    | {"the": "the", "a": "a", "an": "a", "(": "in brackets"}
)
_AFTER_A_PLACE = frozenset({":", "-", "–", "—", "(", ",", "--", "|", "/"})  # in a dateline
_DASHES = frozenset({"-", "–", "—", "--"})
_JOINING = frozenset({"of", "and", "for"})
_LENGTHS = ("one word", "two words", "three words", "many words")


@dataclass(slots=True, kw_only=True)
class Evidence:
    """All that speaks of one name in an article; `around` counts the places that bear a sign."""

    text: str
    own: tuple[str, ...]  # signs in its own words, sorted: sums over them are the same everywhere
    count: int = 0
    around: Counter[str] = field(default_factory=Counter)


def name_text(tree: Tree, name: Found) -> str:
    """The words of `name`, spaces as in the text."""
    return tree.text[tree.tokens[name.first].start : tree.tokens[name.last - 1].end]


def head_of(tree: Tree, name: Found) -> int:
    """The token of `name` that governs the others: the first one whose own governor lies outside."""
    for index in range(name.first, name.last):
        head = tree.tokens[index].head
        if (head == index or not name.first <= head < name.last) and tree.tokens[index].pos != "PUNCT":
            return index
    return name.last - 1


def is_dateline(tree: Tree, name: Found) -> bool:
    """“**New Delhi:** Russia has …”, “**GENEVA** (Reuters) — …”: a place that begins a paragraph."""
    tokens, last = tree.tokens, name.last
    start = tokens[name.first].start
    if start and tree.text[start - 1] != "\n":
        return False
    return last < len(tokens) and tokens[last].text in _AFTER_A_PLACE


def _is_surely_a_place(tree: Tree, name: Found) -> bool:
    """“**ORLA**, Oct. 4”, “**Orla** — A bridge fell”, not “**CARVER**: I was there”, “**Ann Carver** (b. 1950)”."""
    after = tree.tokens[name.last].text
    if after in _DASHES:
        return tree.tokens[name.last].start > tree.tokens[name.last - 1].end
    return after != ":" and name_text(tree, name).isupper()


def gather(tree: Tree, names: Sequence[Found]) -> dict[str, Evidence]:
    """Every name's evidence, by its words."""
    found: dict[str, Evidence] = {}
    for name in names:
        text = name_text(tree, name)
        evidence = found.get(text)
        if evidence is None:
            evidence = found[text] = Evidence(text=text, own=tuple(sorted(set(_own(text)))))
        evidence.count += 1
        evidence.around.update(_around(tree, name))
    return found


def _own(text: str) -> Iterator[str]:
    """What the words of a name say by themselves."""
    words = text.split()
    yield _LENGTHS[min(len(words), 4) - 1]
    yield from _of_many_words(words) if len(words) > 1 else _of_one_word(text)
    if any(word in _JOINING for word in words):
        yield "joined"
    if text.isupper() and len(text) <= 6:
        yield "capitals"
    if any(letter.isdigit() for letter in text):
        yield "digit"


def _of_one_word(word: str) -> Iterator[str]:
    if gender_of_given(word) is not None:
        yield "given name alone"
    elif word in surnames():
        yield "known surname"
    if word in heads():
        yield "head alone"
        yield f"alone {heads()[word]}"
    if not word.istitle() and not word.isupper() and not word.startswith(_PREFIXES):
        yield "mixed case"


def _of_many_words(words: Sequence[str]) -> Iterator[str]:
    first = words[0].rstrip(".")
    is_initial = len(first) == 1 and len(words) > 2
    if gender_of_given(words[1] if is_initial else first) is not None:
        yield "given name"
    elif len(first) == 1 or (words[0].endswith(".") and len(first) <= 2 and first != "St"):
        yield "initial"
    yield from (f"head {kind}" for kind in _head_kinds(words))
    if any(word in PARTICLES and word != "of" for word in words[1:-1]):
        yield "particle"


def _head_kinds(words: Sequence[str]) -> set[str]:
    """“Harbour **Bank**”, “**Bank** of Harbour”, “**Lake** Harbour”: the head word of a name says what it is."""
    cut = next((i for i, word in enumerate(words) if word in {"of", "for", "and", "on"}), len(words))
    kinds: set[str] = {heads()[word] for word in (words[-1], words[max(cut - 1, 0)]) if word in heads()}
    return kinds | {first_words()[words[0]]} if words[0] in first_words() else kinds


def _around(tree: Tree, name: Found) -> Iterator[str]:
    tokens, head = tree.tokens, head_of(tree, name)
    token = tokens[head]
    yield name.label or "bare"
    if is_dateline(tree, name) and _is_surely_a_place(tree, name):
        yield "dateline"
    yield from _before(tree, name.first)
    yield from _governed(tree, head)
    if token.tag in {"NNS", "NNPS"}:
        yield "plural"
    if token.pos != "PROPN":
        yield "not proper"
    for child in tree.all_children(head, "appos"):
        yield from _beside(tokens[child].lemma)
    after = tokens[name.last] if name.last < len(tokens) else token
    if after.pos == "NUM":
        yield "number after"
    elif after.text in {"'s", "’s"}:
        yield "owner"
    elif after.text == "(":
        yield "bracket after"


def _before(tree: Tree, first: int) -> Iterator[str]:
    """What stands before the name: “**Mr** Carver”, “the **town of** Veda”, “the **ship** Veda”."""
    if not first or tree.sentences[tree.sentence_of[first]][0] == first:
        yield "opens a sentence"
        return
    before = tree.tokens[first - 1]
    word = before.text.lower()
    role = roles().get(word) if before.pos != "VERB" else None
    if role:
        yield "after a title" if role.kind in {"title", "office"} else "after an occupation"
    elif word == "of" and first > 1 and name_nouns().get(tree.tokens[first - 2].lemma) == "place":
        yield "beside a place"
    elif word in _BEFORE:
        yield _BEFORE[word]
    elif before.lemma in name_nouns():
        yield f"beside a {name_nouns()[before.lemma]}"
    elif before.lemma in bodies() and before.tag == "NN":
        yield "after a body"


def _governed(tree: Tree, head: int) -> Iterator[str]:
    """What the name is to its sentence: “**Carver** said”, “the **Veda** accord”."""
    token = tree.tokens[head]
    governor = tree.tokens[token.head]
    if token.dep in _SUBJECTS:
        yield "speaks" if governor.lemma in speech_verbs() else "subject"
    elif token.dep in _OBJECTS:
        yield "object"
    elif token.dep in _MODIFIERS:
        yield "modifier"
    elif token.dep == "pobj":
        yield (
            f"{governor.lemma} it"
            if governor.lemma in {"by", "with", "to", "of", "from", "for"}
            else "other preposition"
        )
    elif token.dep == "appos":
        yield "apposed"
        yield from _beside(governor.lemma)
    elif token.dep == "ROOT":
        yield "root"


def _beside(noun: str) -> Iterator[str]:
    """“Carver, a **judge**”, “Orla, a small **town**”, “the **company**, Orla”: what an apposition makes of a name."""
    if noun in roles():
        yield "beside a role"
    elif noun in name_nouns():
        yield f"beside a {name_nouns()[noun]}"
    elif noun in bodies():
        yield "beside a body"

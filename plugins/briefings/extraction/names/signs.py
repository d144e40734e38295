"""Signs of what a name is the name of: in its own words, and around every place where it stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...language.tables import organisation_of, state_of
from ...language.tree import Tree
from ...language.words import bodies, first_words, gender_of_given, heads, name_nouns, roles, speech_verbs, surnames
from .headlines import capitalised
from .offices import office_before
from .things import in_other_names, signs_of_thing, signs_of_wording, small_words
from .trimming import PARTICLES, POSTNOMINALS, FoundName

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
_OF_A_NAME = frozenset({"compound", "nmod", "amod", "npadvmod"})
# Nouns behind a name that make it the name of what they mean: "the Veda region", "the Harbour party", "Veda fever".
NAMING: dict[str, str] = dict.fromkeys(
    ("borough", "city", "constituency", "county", "district", "governorate", "island", "municipality", "oblast",
     "peninsula", "prefecture", "province", "region", "river", "state", "suburb", "town", "township", "valley",
     "village"),
    "beside a place",
) | dict.fromkeys(
    ("agency", "airline", "alliance", "band", "bloc", "brewery", "charity", "company", "conglomerate", "federation",
     "foundation",
     "magazine", "militia", "movement", "network", "newspaper", "party", "publisher", "retailer", "startup", "union",
     "website"),
    "beside a body",
) | dict.fromkeys(
    ("asteroid", "comet", "cyclone", "disease", "fever", "galaxy", "hurricane", "outbreak", "storm", "syndrome",
     "telescope", "typhoon", "virus", "volcano"),
    "beside a thing",
)  # fmt: skip
# Roles that only a body has: "Harbour Steel chief executive", "Rovers captain".
_HEADS_OF_BODIES = frozenset({
    "boss", "captain", "ceo", "cfo", "chairman", "chairwoman", "chief", "co-founder", "coach", "director", "founder",
    "goalkeeper", "lawmaker", "manager", "midfielder", "striker",
})  # fmt: skip
_HEADS_OF_PLACES = frozenset({"governor", "mayor"})
LONGEST_LIST = 12  # "in Veda, Orla and Tarn": coordinated names climbed to the first
SHORTEST_PLACE = 3  # letters before which a line begins with a share's sign or a speaker: "VDF - 2.1"
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
_LENGTHS = ("one word", "two words", "three words", "many words")


@dataclass(slots=True, kw_only=True)
class NameSigns:
    """All that speaks of one name in an article; `around` counts the places that bear a sign."""

    text: str
    own: tuple[str, ...]  # signs in its own words, sorted: sums over them are the same everywhere
    count: int = 0
    around: Counter[str] = field(default_factory=Counter)


def name_text(tree: Tree, name: FoundName) -> str:
    """Gives the words of `name`, spaces as in the text."""
    return tree.text[tree.tokens[name.first].start : tree.tokens[name.last - 1].end]


def head_of(tree: Tree, name: FoundName) -> int:
    """Gives the token of `name` that governs the others: the first one whose own governor lies outside.

    "Paul Carver **KC**": what only follows a name may govern it.
    """
    last = name.last
    if last < len(tree.tokens) and tree.tokens[last].text in POSTNOMINALS:
        last += 1
    for index in range(name.first, last):
        head = tree.tokens[index].head
        if (head == index or not name.first <= head < last) and tree.tokens[index].pos != "PUNCT":
            return index
    return name.last - 1


def is_dateline(tree: Tree, name: FoundName) -> bool:
    """Tells whether a place begins a paragraph: “**New Delhi:** Russia has …”, “**GENEVA** (Reuters) — …”."""
    tokens, last = tree.tokens, name.last
    start = tokens[name.first].start
    if start and tree.text[start - 1] != "\n":
        return False
    return last < len(tokens) and tokens[last].text in _AFTER_A_PLACE


def _is_surely_a_place(tree: Tree, name: FoundName) -> bool:
    """Tells “**ORLA**, Oct. 4”, “**Orla** — A bridge fell” from “**CARVER**: I was there”, “**Carver** (b. 1950)”."""
    after = tree.tokens[name.last].text
    if after in _DASHES:
        return tree.tokens[name.last].start > tree.tokens[name.last - 1].end
    text = name_text(tree, name)
    return after != ":" and text.isupper() and len(text) > SHORTEST_PLACE


def _in_dateline(tree: Tree, name: FoundName) -> Iterator[str]:
    if is_dateline(tree, name) and _is_surely_a_place(tree, name):
        yield "dateline"
    if _is_agency(tree, name):
        yield "beside a body"


def _is_agency(tree: Tree, name: FoundName) -> bool:
    """Tells whether a name is of who sent the report: “VEDA, Oct. 4 (**Harbour Wire**) — A bridge fell”."""
    tokens, first, last = tree.tokens, name.first, name.last
    if not first or last + 1 >= len(tokens) or tokens[first - 1].text != "(" or tokens[last].text != ")":
        return False
    opens = tree.sentences[tree.sentence_of[first]][0]
    start = tokens[opens].start
    return tokens[last + 1].text in _DASHES and (not start or tree.text[start - 1] == "\n")


def signs_of_names(tree: Tree, names: Sequence[FoundName]) -> dict[str, NameSigns]:
    """Gives every name's evidence, by its words."""
    found: dict[str, NameSigns] = {}
    small, longer = small_words(tree), in_other_names([name_text(tree, name) for name in names])
    headlines = capitalised(tree)
    for name in names:
        text = name_text(tree, name)
        evidence = found.get(text)
        if evidence is None:
            own = {*_signs_of_words(text), *signs_of_wording(text, small)}
            own |= {"begins with a name"} if text in longer else set()
            evidence = found[text] = NameSigns(text=text, own=tuple(sorted(own)))
        evidence.count += 1
        evidence.around.update(_signs_around(tree, name))
        if tree.sentence_of[name.first] in headlines:
            evidence.around["in a headline"] += 1
    return found


def _signs_of_words(text: str) -> Iterator[str]:
    """Tells what the words of a name say by themselves."""
    words = text.split()
    yield _LENGTHS[min(len(words), 4) - 1]
    yield from _of_many_words(words) if len(words) > 1 else _of_one_word(text)
    if any(word in _JOINING for word in words):
        yield "joined"
    if text.isupper() and len(text) <= 6 and text.title() not in surnames():
        yield "capitals"
    if any(letter.isdigit() for letter in text):
        yield "digit"


def _of_one_word(word: str) -> Iterator[str]:
    if gender_of_given(word) is not None:
        yield "given name alone"
    elif surnames() & {word, word.title()}:
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
    elif len(first) == 1 or (words[0].endswith(".") and len(first) <= 2 and first != "St") or _is_run(words):
        yield "initial"
    yield from (f"head {kind}" for kind in _head_kinds(words))
    if any(word in PARTICLES and word != "of" for word in words[1:-1]):
        yield "particle"


def _is_run(words: Sequence[str]) -> bool:
    """Tells whether a word is initials that nothing else goes by: “**J.K.** Carver”, not “U.N. Women”, “U.S. Steel”."""
    if not _INITIALS.fullmatch(words[0]) or len(words) > 3 or any(word in heads() for word in words):
        return False
    return state_of(words[0]) is None and organisation_of(words[0]) is None


def _head_kinds(words: Sequence[str]) -> set[str]:
    """Tells what the head word of a name says it is: “Harbour **Bank**”, “**Bank** of Harbour”, “**Lake** Harbour”."""
    cut = next((i for i, word in enumerate(words) if word in {"of", "for", "and", "on"}), len(words))
    kinds: set[str] = {heads()[word] for word in (words[-1], words[max(cut - 1, 0)]) if word in heads()}
    if words[-1] == "party":
        kinds.add("organisation")
    return kinds | {first_words()[words[0]]} if words[0] in first_words() else kinds


def _signs_around(tree: Tree, name: FoundName) -> Iterator[str]:
    tokens, head = tree.tokens, head_of(tree, name)
    token = tokens[head]
    yield name.label or "bare"
    yield from _in_dateline(tree, name)
    yield from _signs_before(tree, name.first)
    yield from _behind(tree, name, head)
    yield from _signs_of_clause(tree, head)
    yield from signs_of_thing(tree, name, head)
    if token.tag in {"NNS", "NNPS"}:
        yield "plural"
    if token.pos != "PROPN":
        yield "not proper"
    for child in tree.all_children(head, "appos"):
        yield from _signs_of_apposition(tokens[child].lemma)
    after = tokens[name.last] if name.last < len(tokens) else token
    if after.pos == "NUM":
        yield "number after"
    elif after.text in {"'s", "’s"}:
        yield "owner"
    elif after.text == "(":
        yield "bracket after"


def _signs_before(tree: Tree, first: int) -> Iterator[str]:
    """Tells what stands before the name: “**Mr** Carver”, “the **town of** Veda”, “the **ship** Veda”."""
    if not first or tree.sentences[tree.sentence_of[first]][0] == first:
        yield "opens a sentence"
        return
    before = tree.tokens[first - 1]
    word = "minister" if office_before(tree, first) is not None else before.text.lower()
    role = roles().get(word) if before.pos != "VERB" else None
    if role:
        yield "after a title" if role.kind in {"title", "office"} else "after an occupation"
    elif word == "of" and first > 1 and name_nouns().get(tree.tokens[first - 2].lemma) == "place":
        yield "beside a place"
    elif word in _BEFORE:
        yield _BEFORE[word]
    elif word == "itself" and first > 1 and tree.tokens[first - 2].lemma == "call":
        yield "beside a body"  # "a gang calling itself Black Tide"
    elif before.pos != "VERB" and before.lemma in name_nouns():
        yield f"beside a {name_nouns()[before.lemma]}"
    elif before.lemma in bodies() and before.tag == "NN":
        yield "after a body"


def _behind(tree: Tree, name: FoundName, head: int) -> Iterator[str]:
    """Tells what the noun behind the name says: “the **Veda** region”, “the **Harbour** party”, “**Veda**’s mayor”."""
    token = tree.tokens[head]
    governor = tree.tokens[token.head]
    if token.dep in _OF_A_NAME and token.head >= name.last and name.last < len(tree.tokens):
        after = tree.tokens[name.last]
        naming = NAMING.get(governor.lemma) if governor.pos == "NOUN" else None
        if naming and token.head - name.last <= 1:
            yield naming
        elif after.lemma in _HEADS_OF_BODIES or governor.lemma in _HEADS_OF_BODIES:
            yield "beside a body"
        elif governor.lemma in _HEADS_OF_PLACES:
            yield "beside a place"
    elif token.dep in {"poss", "pobj"}:
        above = tree.tokens[governor.head] if governor.text == "of" else governor
        if above.lemma in _HEADS_OF_PLACES:
            yield "beside a place"
    if token.dep == "conj" and name.label and _is_in_a_list(tree, head):
        yield "in"


def _is_in_a_list(tree: Tree, head: int) -> bool:
    """Tells whether the first of a list stands where things happen: “in Veda, Orla and **Tarn**”."""
    for _ in range(LONGEST_LIST):
        if tree.tokens[head].dep != "conj":
            break
        head = tree.tokens[head].head
    token = tree.tokens[head]
    if token.dep != "pobj" or token.pos != "PROPN" or tree.child(head, "det", "prep") is not None:
        return False
    return _BEFORE.get(tree.tokens[token.head].text.lower()) == "in"


def _signs_of_clause(tree: Tree, head: int) -> Iterator[str]:
    """Tells what the name is to its sentence: “**Carver** said”, “the **Veda** accord”."""
    token = tree.tokens[head]
    governor = tree.tokens[token.head]
    if token.dep in _SUBJECTS:
        yield "speaks" if governor.lemma in speech_verbs() else "subject"
    elif token.dep in _OBJECTS:
        yield "object"
        if governor.lemma == "tell":
            yield "told"
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
        yield from _signs_of_apposition(governor.lemma)
    elif token.dep == "ROOT":
        yield "root"


def _signs_of_apposition(noun: str) -> Iterator[str]:
    """Gives signs of an apposition: “Carver, a **judge**”, “Orla, a small **town**”, “the **company**, Orla”."""
    if noun in roles():
        yield "beside a role"
    elif noun in name_nouns():
        yield f"beside a {name_nouns()[noun]}"
    elif noun in bodies():
        yield "beside a body"

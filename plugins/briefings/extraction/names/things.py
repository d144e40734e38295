"""Signs that a name is a product's, a work's, an event's or a law's, or no name at all but words with capitals."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from ...language.gazetteer import TABLES, Gazetteer
from ...language.measure_frames import verb_frames
from ...language.tree import Tree
from ...language.words import gender_of_given, heads, name_nouns, places, roles, tenures
from ...model import Token
from .trimming import FoundName

_USED = frozenset({  # what is done to a thing and seldom to a body or a place
    "adapt", "adopt", "air", "amend", "announce", "attend", "borrow", "broadcast", "build", "buy", "carry", "celebrate",
    "charge", "cook", "debut", "design", "develop", "direct", "download", "drink", "drive", "eat", "enact", "feature",
    "hang", "host", "implement", "install", "introduce", "launch", "make", "manufacture", "negotiate", "order",
    "organise", "organize", "pack", "pass", "perform", "play", "produce", "promote", "publish", "ratify", "read",
    "release", "repeal", "replace", "ride", "scrap", "screen", "sell", "ship", "sign", "sing", "stream", "test",
    "try", "unveil", "use", "watch", "wear", "win", "write",
})  # fmt: skip
_OF_THINGS = frozenset({  # nouns behind a name that it names or belongs to, as no body or place does
    "act", "agreement", "app", "award", "brand", "campaign", "celebration", "ceremony", "device", "event", "feature",
    "festival", "franchise", "headset", "initiative", "lineup", "march", "model", "parade", "phone", "plan", "platform",
    "program", "programme", "range", "scheme", "screening", "sequel", "series", "smartphone", "soundtrack", "tax",
    "tournament", "trailer", "trilogy", "version", "watch",
})  # fmt: skip
_PREPOSITIONS = frozenset({"about", "at", "during", "like", "on", "through", "under", "via"})
_OPENING = frozenset({'"', "“", "``", "'", "‘", "''"})
_CLOSING = frozenset({'"', "”", "''", "'", "’"})
_ANY = frozenset({"any", "each", "every", "her", "his", "its", "my", "our", "some", "their", "this", "your"})
_ABSTRACT = re.compile(r"\w{3,}(?:ism|phobia|tion|ment|ness|ship|ity|logy)s?")
_RANKS = frozenset({"Associate", "Chief", "Field", "Grand", "Honorary", "National", "Regional", "State"})
_PASSING = frozenset({"Acting", "Deputy", "Former", "Late", "Retired", "Senior"})
_WORDS = frozenset({"NOUN", "VERB"})
_FIGURE = re.compile(r"\d")
_ODD = re.compile(r"[<>/_|=@#{}\\]")
_ENDS_A_DEMONYM = re.compile(r"i?an$|ese$|ites?$|ers?$")


def small_words(tree: Tree) -> frozenset[str]:
    """Gives the words that the article writes small, of which a name may be no name but their capitals."""
    return frozenset(token.text for token in tree.tokens if token.text.islower() and token.pos in _WORDS)


def signs_of_wording(text: str, small: AbstractSet[str]) -> Iterator[str]:
    """Tells what the words of a name say of a thing: “**Building** Trust”, “Veda **5**”, “**Vedan**”."""
    words = text.split()
    if _ODD.search(text):
        yield "odd letters"
    if _ABSTRACT.fullmatch(words[-1]):
        yield "abstract"
    if len(words) > 1:
        yield from _of_first_and_last(words)
    elif _is_demonym(text):
        yield "demonym"
    yield from _written_small([word.lower() in small for word in words])


def _of_first_and_last(words: Sequence[str]) -> Iterator[str]:
    first, last = words[0], words[-1]
    if first.endswith("ing"):
        yield "gerund first"
    if _FIGURE.search(last):
        yield "figure last"
    if gender_of_given(first) is None and last in places():
        yield "ends with a place"
    if last.endswith("s") and last not in heads() and " ".join(words[:-1]) in places():
        yield "team"


def _written_small(words: Sequence[bool]) -> Iterator[str]:
    if all(words):
        yield "small elsewhere"
    elif words[-1]:
        yield "last small elsewhere"
    elif words[0]:
        yield "first small elsewhere"


def _is_demonym(word: str) -> bool:
    single = word.removesuffix("s")
    stem = _ENDS_A_DEMONYM.sub("", single)
    return stem != single and any(place in places() for place in (stem, f"{stem}a", f"{stem}e", f"{stem}o"))


def signs_of_thing(tree: Tree, name: FoundName, head: int) -> Iterator[str]:
    """Tells what stands around a thing where it is named: “**launched** the Veda”, “the Veda **app**”."""
    tokens = tree.tokens
    token, governor = tokens[head], tokens[tokens[head].head]
    yield from _in_its_clause(tree, head)
    if token.dep == "pobj" and governor.lemma in _PREPOSITIONS:
        yield f"{governor.lemma} it"
    if token.dep in {"compound", "nmod", "amod"} and token.head >= name.last and governor.pos != "PROPN":
        thing = governor.lemma in _OF_THINGS or name_nouns().get(governor.lemma) == "thing"
        yield "before a thing" if thing else "before a noun"
    if any(tokens[child].dep == "poss" and child < name.first for child in tree.children[head]):
        yield "owned"
    if any(tokens[child].dep == "amod" and child < name.first for child in tree.children[head]):
        yield "described"
    yield from _beside(tree, name)


def _in_its_clause(tree: Tree, head: int) -> Iterator[str]:
    token, governor = tree.tokens[head], tree.tokens[tree.tokens[head].head]
    if token.dep in {"dobj", "nsubjpass"} and governor.lemma in _USED:
        yield "used"
    if token.dep == "nsubj" and governor.lemma in verb_frames():
        yield "acts"
    if token.dep == "conj":
        yield "joined to another"
    for clause in tree.all_children(head, "relcl"):
        if any(tree.tokens[index].text.lower() in {"who", "whose", "whom"} for index in tree.children[clause]):
            yield "who"


def _beside(tree: Tree, name: FoundName) -> Iterator[str]:
    """Tells what touches the name: marks, a figure, a hyphen, the line's ends, a word of its own with a capital."""
    tokens, first, last = tree.tokens, name.first, name.last
    opens = first == 0 or "\n" in tree.text[tokens[first - 1].end : tokens[first].start]
    closes = last == len(tokens) or "\n" in tree.text[tokens[last - 1].end : tokens[last].start]
    if opens:
        yield "whole line" if closes else "opens a line"
    else:
        yield from _before(tokens[first - 1], tokens[first])
    if not closes:
        yield from _after(tokens[last - 1], tokens[last])
    if first and tokens[first - 1].text in _OPENING:
        after = [token.text for token in tokens[last : last + 2]]
        if _CLOSING & {*after[: 1 + (after[:1] in ([","], ["."]))]}:
            yield "in marks"


def _before(before: Token, token: Token) -> Iterator[str]:
    if before.pos == "NUM":
        yield "number before"
    elif before.text.lower() in _ANY:
        yield "determined"
    elif before.text[0].isupper() and before.pos == "PROPN":
        yield "capital before"
    elif before.text == "-" and before.end == token.start:
        yield "hyphen"


def _after(token: Token, after: Token) -> Iterator[str]:
    if after.text[0].isupper() and after.pos != "PRON":
        yield "capital after"
    elif after.text == "-" and after.start == token.end:
        yield "hyphen"


def in_other_names(texts: Sequence[str]) -> frozenset[str]:
    """Finds names that begin with another name of the article: “Harbour … **Harbour Veda 5**”."""
    whole = frozenset(texts)
    return frozenset(text for text in texts if _parts(text) & whole)


def _parts(text: str) -> frozenset[str]:
    words = text.split()
    return frozenset(" ".join(words[:cut]) for cut in range(1, len(words)))


def is_no_name(text: str, gazetteer: Gazetteer = TABLES) -> bool:
    """Tells a time, an office or a thing, or initials alone: “Monday”, “President”, “Senators”, “1905”, “J. K.”."""
    words = text.replace("-", " ").split()
    if _is_office_at_length(words):
        return True
    if all(len(word.rstrip(".")) <= 1 or not any(letter.isalpha() for letter in word) for word in words):
        return True
    lower = text.lower()
    if lower in tenures():  # “**Incumbent** President Carver”
        return True
    if gazetteer.state_of_adjective(text) or lower in roles() or lower.removesuffix("s") in roles():
        return True
    return all(word.lower() in roles() or word in _PASSING or heads().get(word) == "thing" for word in words)


def _is_office_at_length(words: Sequence[str]) -> bool:
    """Tells an office or a calling whose words have capitals: “National Committeeman”, not “Ann Shepherd”."""
    role = roles().get(words[-1].lower()) if len(words) > 1 and words[-1] not in heads() else None
    if role is None or role.kind not in {"office", "person"} or words[-1].isupper():
        return False
    return "of" not in words and gender_of_given(words[0]) is None and (len(words) > 2 or words[0] in _RANKS)

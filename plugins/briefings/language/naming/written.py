"""A name as it is written: the words that it is compared by, how it is printed, what it is shortened to."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from ...model import ActorKind
from ..lexicon import lexicon_rows, values

Family = Literal["person", "body", "place"]
Words = tuple[str, ...]

_FAMILY: dict[ActorKind, Family] = {
    "person": "person", "organisation": "body", "group": "body", "state": "place", "place": "place",
}  # fmt: skip  # fmt: skip
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_POSSESSIVE = re.compile(r"['’][sS]?$")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # "U.S."
_INITIALS = re.compile(r"\b[B-DF-HJ-NP-TV-Z]{2,3}\b(?=\s+[A-Z][a-z])")  # "JD Carver"; "XI" and "LE" have vowels
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SMALL = frozenset(("a", "an", "and", "de", "des", "du", "for", "in", "of", "on", "the", "to"))
SMALL |= {"against", "at", "by", "from", "with"}  # words that initials leave out and that end the head of a name


def family_of(kind: ActorKind) -> Family:
    """Gives the family that names are merged within, never across: ``"state"`` → ``"place"``.

    Jordan is no man of that name.
    """
    return _FAMILY[kind]


@lru_cache(maxsize=1 << 16)
def compared(text: str, family: Family) -> Words:
    """Gives the words that two names are compared by: ``"President Zoë Carver’s"`` → ``("zoe", "carver")``.

    Case, diacritics, possessives, titles, legal forms and articles are left off; at least one word stays.
    A text without letters is compared by itself.
    """
    words = words_of(text, family)
    if family == "person":
        words = _untitled(_trim_end(words, _name_parts("suffix")))
        return tuple(word for word in words if word not in _name_parts("article")) or words
    words = _trim_start(words, _name_parts("article"))
    return _trim_end(words, _name_parts("company")) if family == "body" else words


def printed_form(text: str, family: Family) -> str:
    """Prints a name without its possessive and titles: ``"President Zoë Carver’s"`` → ``"Zoë Carver"``."""
    words = _POSSESSIVE.sub("", text.strip()).split()
    if family == "person" and words:
        folded = tuple(word.casefold().rstrip(".,") for word in words)
        words = words[len(words) - len(_untitled(folded)) :]
    return " ".join(words)


def fullness(words: Words) -> tuple[int, int, Words]:
    """Sorts the longest name first: "Ann B. Carver", "Ann Carver", "A. Carver", "Carver"."""
    return (-sum(len(word) > 1 for word in words), -len(words), words)


def is_acronym(text: str) -> bool:
    """Tells whether a name is one word, most of it capitals: ``"NATO"``, ``"PiS"``, ``"U.N."``."""
    if " " in text:
        return False
    capitals = sum(map(str.isupper, text))
    return capitals >= 2 and 2 * capitals > sum(map(str.isalpha, text))


def initials(words: Words) -> Iterator[str]:
    """Gives what a name may be shortened to: ``("un", "fund", "for", "peace")`` → "uffp", "ufp", "unfp"."""
    if len(words) > 1:
        telling = [word for word in words if word not in SMALL]
        yield "".join(word[0] for word in words)
        yield "".join(word[0] for word in telling)
        yield "".join(word if len(word) == 2 else word[0] for word in telling)


def core(words: Words) -> Words:
    """Gives a place's name without the word that says what it is: ``("veda", "strip")`` → ``("veda",)``."""
    return _trim_end(words, _name_parts("generic"))


@lru_cache(maxsize=1 << 16)
def words_of(text: str, family: Family) -> Words:
    """Gives all words of a name, in plain small letters, never none: ``"Zoë Carver’s"`` → ``("zoe", "carver")``."""
    whole = _POSSESSIVE.sub("", text.strip()).replace("’", "'").replace("&", " and ").replace("o-o", "oo")
    if family != "person":
        whole = _DOTTED.sub(lambda found: found[0].replace(".", ""), whole)
    else:
        whole = _INITIALS.sub(_parted_initials, whole)
    plain = whole.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return tuple(_WORD.findall(plain)) or (text,)


def _parted_initials(initials: re.Match[str]) -> str:
    """Parts initials that are no title: “JD Carver” → “J D Carver”, but “MP Carver” has a title."""
    told = initials[0].casefold() in _name_parts("honorific")
    return initials[0] if told else " ".join(initials[0])


def _untitled(words: Words) -> Words:
    """Takes titles off: “Prime Minister Dr Ann Carver” → “Ann Carver”, but “Queen Maud”: part of a single name."""
    bare = _trim_start(words, _name_parts("honorific"))
    before = words[: len(words) - len(bare)][-1:]
    return (*before, *bare) if len(bare) == 1 and before and before[0] in _name_parts("reigning") else bare


def _trim_start(words: Words, parts: frozenset[str]) -> Words:
    cut = next((index for index, word in enumerate(words) if word not in parts), len(words) - 1)
    return words[cut:]


def _trim_end(words: Words, parts: frozenset[str]) -> Words:
    return _trim_start(words[::-1], parts)[::-1]


@cache
def _name_parts(part: str) -> frozenset[str]:
    """Reads the words of one row of ``name_parts.txt``."""
    return frozenset(word for row in lexicon_rows("name_parts") if row["part"] == part for word in values(row["words"]))

"""Words that tell what a name or a noun is: roles, bodies, heads of names, places, first names.

Role words and bodies are looked up in lower case and in the singular, names as they are written.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from ..model import ActorKind
from .lexicon import lexicon_rows, values
from .measure_types import types_with

RoleKind = Literal["title", "office", "person", "relation"]
Gender = Literal["m", "f", ""]
HeadKind = Literal["organisation", "place", "thing"]

_ROLES: Mapping[str, RoleKind] = {
    "title": "title", "office": "office", "person": "person", "relation": "relation",
}  # fmt: skip
_GENDERS: Mapping[str, Gender] = {"m": "m", "f": "f", "": ""}
_HEADS: Mapping[str, HeadKind] = {"organisation": "organisation", "place": "place", "thing": "thing"}


PAST = frozenset({"former", "late", "retired", "ousted", "deposed", "then"})  # who has such an office has it no more
NOBODYS = "none"  # of an office that nobody holds

_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWord:
    """A row of ``lexicon/roles.txt``."""

    kind: RoleKind
    gender: Gender


@cache
def roles() -> Mapping[str, RoleWord]:
    """Reads words of roles: ``"prime minister"`` → an office, ``"queen"`` → a woman's, ``"analyst"`` → a person."""
    return {
        row["role"]: RoleWord(kind=_ROLES[row["kind"]], gender=_GENDERS[row["gender"]]) for row in lexicon_rows("roles")
    }


@cache
def tenures() -> Mapping[str, str]:
    """Tells how a word before a role says that it is held.

    ``"ex"`` → "former", ``"new"`` → "", ``"would-be"`` → NOBODYS.
    """
    return {row["word"]: row["says"] for row in lexicon_rows("tenures")}


def parted_role(role: str) -> tuple[str, str]:
    """Tells how an office is held, and which: ``"former Labour MP"`` → ("former", "Labour MP")."""
    first, _, rest = role.partition(" ")
    return (first, rest) if rest and first in tenures().values() else ("", role)


@cache
def bodies() -> Mapping[str, str]:
    """Reads what words say of a body's kind: ``"ministry"`` → "organisation", ``"diaspora"`` → "group"."""
    return {row["word"]: row["kind"] for row in lexicon_rows("bodies")}


@dataclass(frozen=True, slots=True, kw_only=True)
class PluralWord:
    """A row of ``lexicon/plurals.txt``."""

    kinds: tuple[ActorKind, ...]
    gender: Gender
    number: int | None  # how many they are, where the word says it: a pair


@cache
def plurals() -> Mapping[str, PluralWord]:
    """Reads what several actors are called together by: ``"country"`` → states, ``"pair"`` → two persons."""
    return {
        row["word"]: PluralWord(
            kinds=cast("tuple[ActorKind, ...]", values(row["kinds"])),
            gender=_GENDERS[row["gender"]],
            number=int(row["number"]) if row["number"] else None,
        )
        for row in lexicon_rows("plurals")
    }


@cache
def heads() -> Mapping[str, HeadKind]:
    """Reads what the last word says: ``"University"`` → "organisation", ``"Street"`` → "place", ``"Act"`` → "thing"."""
    return {row["word"]: _HEADS[row["kind"]] for row in lexicon_rows("heads")}


@cache
def first_words() -> Mapping[str, HeadKind]:
    """Reads what opens a name: ``"Lake"`` → "place", ``"Banco"`` → "organisation", ``"Hurricane"`` → "thing"."""
    return {row["word"]: _HEADS[row["kind"]] for row in lexicon_rows("first_words")}


@cache
def name_nouns() -> Mapping[str, HeadKind]:
    """Reads what a common noun makes of the name beside it: ``"town"`` → "place", ``"vessel"`` → "thing"."""
    return {row["noun"]: _HEADS[row["kind"]] for row in lexicon_rows("name_nouns")}


@cache
def places() -> frozenset[str]:
    """Lists regions, provinces and cities that are known by name."""
    return frozenset(row["name"] for row in lexicon_rows("places"))


@cache
def given_names() -> Mapping[str, Gender]:
    """Reads genders of first names: ``"Sergey"`` → "m"; "" where women and men bear it."""
    return {row["name"]: _GENDERS[row["gender"]] for row in lexicon_rows("given_names")}


@lru_cache(maxsize=1 << 14)
def gender_of_given(name: str) -> Gender | None:
    """Finds a first name's gender: ``"Zoë"`` → "f", ``"Jean-Luc"`` → "m"; None where the table does not know it."""
    if not name.isascii():
        name = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    known = given_names()
    first, _, second = name.partition("-")
    return known.get(name, known.get(first) if second in known else None)


@cache
def surnames() -> frozenset[str]:
    """Lists names that one word is enough for: "Putin"."""
    return frozenset(row["name"] for row in lexicon_rows("surnames"))


@cache
def speech_verbs() -> frozenset[str]:
    """Lists lemmas of the verbs that report a clause or a quotation: say, claim, warn."""
    return _cues("verb")


@cache
def nouns_of_speech() -> frozenset[str]:
    """Lists lemmas of the nouns that report a clause: claim, promise, warning."""
    return _cues("noun")


@cache
def nouns_of_states_acts() -> frozenset[str]:
    """Lists lemmas of nouns for what a state does: call, demand, support; not what happens in a town."""
    return frozenset(
        row["noun"]
        for row in lexicon_rows("measure_nouns")
        if row["alone"].startswith("owner") and row["type"] not in types_with("local")
    )


def _cues(kind: str) -> frozenset[str]:
    return frozenset(
        word
        for row in lexicon_rows("cues")
        if row["kind"] == kind and ("clause" in row["constructions"] or "quoted" in row["constructions"])
        for word in values(row["words"])
    )


def first_word(text: str) -> str:
    """Gives what a name is looked up by: ``"Jammu and Kashmir"`` → "Jammu"; "" where it has no word."""
    found = _FIRST_WORD.search(text)
    return found[0] if found else ""

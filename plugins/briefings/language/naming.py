"""Which names of one article name the same actor, by their strings and the tables alone.

Never by similarity: two names one letter apart are two names.  Names are taken from the longest to
the shortest, and each joins the one group whose name it is a part or the initials of; where several
fit it goes to the nearer one before it in the text, or to nobody.  Every look-up is in a table of
word runs, so that time stays linear.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from ..model import ActorKind
from .lexicon import table, values
from .tables import organisations, states
from .words import Gender

Family = Literal["person", "body", "place"]
Words = tuple[str, ...]

LONGEST = 12  # words of a name that runs are taken from: real names are shorter, hostile ones stay cheap
_FAMILY: dict[ActorKind, Family] = {
    "person": "person", "organisation": "body", "group": "body", "state": "place", "place": "place",
}  # fmt: skip
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_POSSESSIVE = re.compile(r"['’][sS]?$")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # "U.S."
_INITIALS = re.compile(r"\b[B-DF-HJ-NP-TV-Z]{2,3}\b(?=\s+[A-Z][a-z])")  # "JD Carver"; "XI" and "LE" have vowels
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(("a", "an", "and", "de", "des", "du", "for", "in", "of", "on", "the", "to"))
_SMALL |= {"against", "at", "by", "from", "with"}  # words that initials leave out and that end the head of a name
_OF_A_FAITH = frozenset(("brotherhood", "church", "movement", "order", "society"))  # go by what they are of, too
_COMPASS = frozenset(("east", "north", "south", "west"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands in the text: possessives and titles may still be on it."""

    text: str
    kind: ActorKind
    start: int  # where it stands, in characters: a bare surname goes to the nearer preceding full name
    gender: Gender = ""  # of a person, where a title or first name tells it: "Mr Carver" is no "Ann Carver"


def merge_names(names: Sequence[Name]) -> tuple[tuple[int, ...], ...]:
    """Indices of `names` in groups, one an actor, each in order; the groups in the order of their first index.

    >>> merge_names([Name(text="Ann Carver", kind="person", start=0), Name(text="Carver", kind="person", start=40)])
    ((0, 1),)
    """
    forms: dict[tuple[Family, Words, Gender], _Form] = {}
    for index, name in enumerate(names):
        family = family_of(name.kind)
        words = compared(name.text, family)
        form = forms.setdefault(
            (family, words, name.gender),
            _Form(
                words=words,
                whole=_words(name.text, family),
                identity=identity(name.text, family),
                gender=name.gender,
            ),
        )
        form.places.append((name.start, index))
        form.acronym = form.acronym or is_acronym(name.text)
        form.whole = max(form.whole, _words(name.text, family), key=lambda words: (len(words), words))
    for (family, _, _), form in forms.items():
        form.known = tuple(name for name in short_names(form.words) if (family, name.short, "") in forms)
    groups = [
        *_merge((form for (family, *_), form in forms.items() if family == "person"), _person_asks, _person_offers),
        *_merge((form for (family, *_), form in forms.items() if family == "body"), _body_asks, _body_offers),
        *_merge((form for (family, *_), form in forms.items() if family == "place"), _place_asks, _place_offers),
    ]
    return tuple(sorted(groups))


def family_of(kind: ActorKind) -> Family:
    """``"state"`` → ``"place"``: names are merged within a family, never across: Jordan is no man of that name."""
    return _FAMILY[kind]


@lru_cache(maxsize=1 << 16)
def compared(text: str, family: Family) -> Words:
    """``"President Zoë Carver’s"`` → ``("zoe", "carver")``: the words that two names are compared by.

    Case, diacritics, possessives, titles, legal forms and articles are left off; at least one word stays.
    A text without letters is compared by itself.
    """
    words = _words(text, family)
    if family == "person":
        words = _untitled(_trim_end(words, _parts("suffix")))
        return tuple(word for word in words if word not in _parts("article")) or words
    words = _trim_start(words, _parts("article"))
    return _trim_end(words, _parts("company")) if family == "body" else words


@lru_cache(maxsize=1 << 16)
def identity(text: str, family: Family) -> str | None:
    """``"the U.S."`` as a place → ``"state United States"``: who the tables say a name is; None for most names."""
    return None if family == "person" else _identities()[family].get(compared(text, family))


def shown(text: str, family: Family) -> str:
    """``"President Zoë Carver’s"`` → ``"Zoë Carver"``: a name as it is printed, its possessive and titles left off."""
    words = _POSSESSIVE.sub("", text.strip()).split()
    if family == "person" and words:
        folded = tuple(word.casefold().rstrip(".,") for word in words)
        words = words[len(words) - len(_untitled(folded)) :]
    return " ".join(words)


class ShortName(NamedTuple):
    """A row of ``short_names.txt``: whoever goes by `short` in an article that has the full name, too."""

    short: Words  # compared
    row: str  # short and first full name, "SPD Social Democrats": no two rows have the same


def short_names(words: Words) -> tuple[ShortName, ...]:
    """``("social", "democrats")`` → the rows of PSD, SPD …: those that a name stands in, as the short or a full one."""
    return _short_names().get(words, ())


def fullness(words: Words) -> tuple[int, int, Words]:
    """Sorts the longest name first: "Ann B. Carver", "Ann Carver", "A. Carver", "Carver"."""
    return (-sum(len(word) > 1 for word in words), -len(words), words)


def is_acronym(text: str) -> bool:
    """``"NATO"``, ``"PiS"``, ``"U.N."``: one word, most of it capitals."""
    if " " in text:
        return False
    capitals = sum(map(str.isupper, text))
    return capitals >= 2 and 2 * capitals > sum(map(str.isalpha, text))


@dataclass(slots=True, kw_only=True)
class _Form:
    """All places where one name stands."""

    words: Words  # what it is compared by
    whole: Words  # the same with the legal form
    identity: str | None
    gender: Gender = ""
    acronym: bool = False
    known: tuple[ShortName, ...] = ()  # rows of short_names.txt whose short name stands in the article, too
    places: list[tuple[int, int]] = field(default_factory=list)  # (start, index)

    def order(self) -> tuple[tuple[int, int, Words], bool]:
        return fullness(self.words), not self.gender


Key = tuple[str, *Words]
Keys = Callable[[_Form], Iterable[Key]]


def _merge(forms: Iterable[_Form], asks: Keys, offers: Keys) -> Iterator[tuple[int, ...]]:
    """Longest form first, each joins the one group that offers what it asks for, else opens a group."""
    index: dict[Key, dict[int, None]] = defaultdict(dict)  # key → numbers of the groups that offer it
    groups: list[list[_Form]] = []
    genders: list[Gender] = []  # of the groups
    torn: list[tuple[_Form, list[int]]] = []
    for form in sorted(forms, key=_Form.order):
        offered = ([host for host in index[key] if _may_be(form, genders[host])] for key in asks(form) if key in index)
        found = next((hosts for hosts in offered if hosts), [len(groups)])
        if len(found) > 1:
            torn.append((form, found))
            continue
        (host,) = found
        if host == len(groups):
            groups.append([])
            genders.append("")
        groups[host].append(form)
        genders[host] = genders[host] or form.gender
        for key in offers(form):
            index[key][host] = None
    members = [[index for form in group for _, index in form.places] for group in groups]
    for form, hosts in torn:
        members.append(_share_out(form, {host: groups[host] for host in hosts}, members))
    return (tuple(sorted(group)) for group in members if group)


def _may_be(form: _Form, gender: Gender) -> bool:
    """Whether a name may be that of a person of `gender`: where one of the two is unknown, it may."""
    return not form.gender or not gender or form.gender == gender


def _share_out(form: _Form, hosts: Mapping[int, list[_Form]], members: list[list[int]]) -> list[int]:
    """“Ann Carver … Paul Carver … Carver said”: each place to the nearer host before it; gives what is left.

    “**Carver** Resigns … Ann Carver … Paul Carver”: a headline's surname is whose full name comes first.
    """
    before = sorted((start, host) for host, fulls in hosts.items() for full in fulls for start, _ in full.places)
    left: list[int] = []
    for start, index in form.places:
        nearer = bisect_left(before, (start,)) - 1
        nobody = nearer < 0 and (form.acronym or before[0][0] == start)
        (left if nobody else members[before[max(nearer, 0)][1]]).append(index)
    return left


def _person_asks(form: _Form) -> Iterator[Key]:
    words = form.words
    yield ("end", *words)
    yield ("start", *words)
    if len(words) == 1:
        yield ("inside", *words)
        return
    first, *middle, last = words
    if len(first) == 1:
        yield ("initial", first, last)
    elif not middle:
        yield ("given", first, last)
    elif len(middle[0]) == 1:
        yield ("middle", first, middle[0], last)


def _person_offers(form: _Form) -> Iterator[Key]:
    words = form.words[-LONGEST:]
    if len(words) == 1:
        yield ("end", *words)
        return
    for cut in range(len(words)):
        yield ("end", *words[cut:])
        yield ("start", *words[: cut + 1])
    for word in words[1:-1]:
        yield ("inside", word)
    first, *middle, last = words
    yield ("initial", first[0], last)
    yield ("given", first, last)
    if middle:
        yield ("middle", first, middle[0][0], last)


def _body_asks(form: _Form) -> Iterator[Key]:
    """What an article itself says an acronym stands for goes before the table, but two letters say too little."""
    if form.acronym and (len(form.words[0]) > 2 or not form.identity):
        yield ("initials", "".join(form.words))
    if form.identity:
        yield ("identity", form.identity)
    else:
        yield ("run", *map(stem, form.words))
        yield ("whole", *map(stem, form.words))
    yield from _short_asks(form)


def _body_offers(form: _Form) -> Iterator[Key]:
    """“Bank of Orla” offers itself, “Bank” and “Orla Bank”, not “Orla”: a part begins before the first preposition."""
    if form.identity:
        yield ("identity", form.identity)
    yield from _short_offers(form)
    words = form.whole[:LONGEST]
    stems = tuple(map(stem, words))
    for start in range(len(words)):
        if start and words[start - 1] in _SMALL:
            break
        for end in range(start + 1, len(words) + 1):
            yield ("run", *stems[start:end])
            yield from (("initials", letters) for letters in initials(words[start:end]))
    if len(words) > 2 and words[0] in _OF_A_FAITH and words[1] == "of":
        yield ("whole", *(part for part in stems[2:] if part != "the"))
    if len(words) > 2 and words[1] in {"for", "of"}:
        turned = (*(part for part in stems[2:] if part not in {"the", "affair"}), stems[0])
        yield ("run", *turned)


def _short_asks(form: _Form) -> Iterator[Key]:
    """“SPD” asks for whom it may stand for, “Social Democrats” for the names of its own row."""
    for name in form.known:
        yield ("short", *name.short) if name.short == form.words else ("row", name.row)


def _short_offers(form: _Form) -> Iterator[Key]:
    for name in form.known:
        yield ("row", name.row)
        if name.short != form.words:
            yield ("short", *name.short)


def initials(words: Words) -> Iterator[str]:
    """``("un", "fund", "for", "peace")`` → "uffp", "ufp", "unfp": what a name may be shortened to."""
    if len(words) > 1:
        telling = [word for word in words if word not in _SMALL]
        yield "".join(word[0] for word in words)
        yield "".join(word[0] for word in telling)
        yield "".join(word if len(word) == 2 else word[0] for word in telling)


def _place_asks(form: _Form) -> Iterator[Key]:
    if form.identity:
        yield ("identity", form.identity)
    else:
        yield ("core", *_core(form.words))
    yield from _short_asks(form)


def _place_offers(form: _Form) -> Iterator[Key]:
    """“North Orla” offers “the North” where the table knows it, “Republic of Orla” offers “Orla”."""
    yield from _place_asks(form)
    yield from _short_offers(form)
    yield ("core", *form.words)
    if form.identity and form.words[0] in _COMPASS:
        yield ("core", form.words[0])
    if "of" in form.words[:-1]:
        yield ("core", *form.words[form.words.index("of") + 1 :])


def _core(words: Words) -> Words:
    """``("veda", "strip")`` → ``("veda",)``: the name of a place without the word that says what it is."""
    return _trim_end(words, _parts("generic"))


@lru_cache(maxsize=1 << 16)
def _words(text: str, family: Family) -> Words:
    whole = _POSSESSIVE.sub("", text.strip()).replace("’", "'").replace("&", " and ").replace("o-o", "oo")
    if family != "person":
        whole = _DOTTED.sub(lambda found: found[0].replace(".", ""), whole)
    else:
        whole = _INITIALS.sub(_parted, whole)
    plain = whole.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return tuple(_WORD.findall(plain)) or (text,)


def _parted(initials: re.Match[str]) -> str:
    """“JD Carver” → “J D Carver”, but “MP Carver” has a title."""
    told = initials[0].casefold() in _parts("honorific")
    return initials[0] if told else " ".join(initials[0])


def stem(word: str) -> str:
    """“Democrats”, “Democratic” → “democrat”; “Germany”, “Germans” → one state: words that bodies share."""
    state = _identities()["place"].get((word,))
    if state:
        return state
    for ending in ("s", "ic"):
        if len(word) > len(ending) + 3:
            word = word.removesuffix(ending)
    return word


def _untitled(words: Words) -> Words:
    """“Prime Minister Dr Ann Carver” → “Ann Carver”, but “Queen Maud”: the title is part of a single name."""
    bare = _trim_start(words, _parts("honorific"))
    before = words[: len(words) - len(bare)][-1:]
    return (*before, *bare) if len(bare) == 1 and before and before[0] in _parts("reigning") else bare


def _trim_start(words: Words, parts: frozenset[str]) -> Words:
    cut = next((index for index, word in enumerate(words) if word not in parts), len(words) - 1)
    return words[cut:]


def _trim_end(words: Words, parts: frozenset[str]) -> Words:
    return _trim_start(words[::-1], parts)[::-1]


@cache
def _parts(part: str) -> frozenset[str]:
    """The words of one row of ``name_parts.txt``."""
    return frozenset(word for row in table("name_parts") if row["part"] == part for word in values(row["words"]))


@cache
def _short_names() -> Mapping[Words, tuple[ShortName, ...]]:
    rows: dict[Words, dict[ShortName, None]] = defaultdict(dict)
    for row in table("short_names"):
        full = values(row["full"])
        known = ShortName(compared(row["short"], "body"), f"{row['short']} {full[0]}")
        for text in (row["short"], *full):
            rows[compared(text, "body")][known] = None
    return {words: tuple(known) for words, known in rows.items()}


@cache
def _identities() -> Mapping[Family, Mapping[Words, str]]:
    """Compared words → the row of the tables that they name; words that two rows claim name none."""
    claims: dict[Family, dict[Words, set[str]]] = {"body": defaultdict(set), "place": defaultdict(set)}
    for state in states():
        for text in (state.name, *state.aliases, *state.adjectives):
            for family in claims:
                claims[family][compared(text, family)].add(f"state {state.name}")
    for body in organisations():
        for text in (body.name, *body.aliases, *body.acronyms):
            claims["body"][compared(text, "body")].add(f"organisation {body.name}")
    return {
        family: {words: next(iter(rows)) for words, rows in claimed.items() if len(rows) == 1}
        for family, claimed in claims.items()
    }

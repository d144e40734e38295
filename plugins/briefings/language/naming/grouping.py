"""Which names of one article name the same actor, by their strings and the tables alone.

Never by similarity: two names one letter apart are two names.  Names are taken from the longest to
the shortest, and each joins the one group whose name it is a part or the initials of; where several
fit it goes to the nearer one before it in the text, or to nobody.  Every look-up is in a table of
word runs, so that time stays linear.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...model import ActorKind
from ..words import Gender
from .known import ShortName, identity, short_names, stem
from .written import SMALL, Family, Words, compared, core, family_of, fullness, initials, is_acronym, words_of

LEAST_OF_AMERICA = 3  # letters before "of America": "UHWA" is the United Harbour Workers
LONGEST = 12  # words of a name that runs are taken from: real names are shorter, hostile ones stay cheap
_OF_A_FAITH = frozenset(("brotherhood", "church", "movement", "order", "society"))  # go by what they are of, too
_COMPASS = frozenset(("east", "north", "south", "west"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands in the text: possessives and titles may still be on it."""

    text: str
    kind: ActorKind
    start: int  # where it stands, in characters: a bare surname goes to the nearer preceding full name
    gender: Gender = ""  # of a person, where a title or first name tells it: "Mr Carver" is no "Ann Carver"
    quoted: bool = False  # it stands in quotation marks: in words of somebody else


def merge_names(names: Sequence[Name]) -> tuple[tuple[int, ...], ...]:
    """Groups `names` by actor, as indices, each group in order; the groups in the order of their first index.

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
                whole=words_of(name.text, family),
                identity=identity(name.text, family),
                gender=name.gender,
            ),
        )
        form.places.append((name.start, index))
        if name.quoted:
            form.quoted.add(index)
        form.acronym = form.acronym or is_acronym(name.text)
        form.whole = max(form.whole, words_of(name.text, family), key=lambda words: (len(words), words))
    for (family, _, _), form in forms.items():
        form.known = tuple(name for name in short_names(form.words) if (family, name.short, "") in forms)
    groups = [
        *_grouped((form for (family, *_), form in forms.items() if family == "person"), _person_asks, _person_offers),
        *_grouped((form for (family, *_), form in forms.items() if family == "body"), _body_asks, _body_offers),
        *_grouped((form for (family, *_), form in forms.items() if family == "place"), _place_asks, _place_offers),
    ]
    return tuple(sorted(groups))


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
    quoted: set[int] = field(default_factory=set)  # indices of those in quotation marks

    def order(self) -> tuple[tuple[int, int, Words], bool]:
        return fullness(self.words), not self.gender


Key = tuple[str, *Words]
Keys = Callable[[_Form], Iterable[Key]]


def _grouped(forms: Iterable[_Form], asks: Keys, offers: Keys) -> Iterator[tuple[int, ...]]:
    """Groups forms, the longest first: each joins the one group that offers what it asks for, else opens a group."""
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
    """Tells whether a name may be that of a person of `gender`: where one of the two is unknown, it may."""
    return not form.gender or not gender or form.gender == gender


def _share_out(form: _Form, hosts: Mapping[int, list[_Form]], members: list[list[int]]) -> list[int]:
    """Shares out places, each to the nearer host before it: “Ann Carver … Paul Carver … Carver said”; gives the rest.

    “**Carver** Resigns … Ann Carver … Paul Carver”: a headline's surname is whose full name comes first.
    Whom somebody only speaks of is not meant outside of his words: Ann Carver sued.  “Paul Carver stole,” she said.
    **Carver** asked for help.
    """
    places = [(start, host, full, i) for host, fulls in hosts.items() for full in fulls for start, i in full.places]
    told = sorted((start, host) for start, host, full, i in places if i not in full.quoted)
    before = sorted((start, host) for start, host, *_ in places)
    left: list[int] = []
    for start, index in form.places:
        known = before if index in form.quoted or not told else told
        nearer = bisect_left(known, (start,)) - 1
        nobody = nearer < 0 and (form.acronym or known[0][0] == start)
        (left if nobody else members[known[max(nearer, 0)][1]]).append(index)
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
    """Asks for what the article itself says an acronym stands for before the table; two letters say too little."""
    if form.acronym and (len(form.words[0]) > 2 or not form.identity):
        letters = "".join(form.words)
        yield ("initials", letters)
        if len(letters) > LEAST_OF_AMERICA and letters[-1] == "a":
            yield ("initials", letters[:-1])
    if form.identity:
        yield ("identity", form.identity)
    elif len(form.words) > 1 and form.whole != form.words:
        yield ("no legal form", *map(stem, form.words))
    else:
        yield ("run", *map(stem, form.words))
        yield ("whole", *map(stem, form.words))
    yield from _short_asks(form)


def _body_offers(form: _Form) -> Iterator[Key]:
    """Offers for “Bank of Orla” itself, “Bank”, “Orla Bank”, not “Orla”: a part begins before the first preposition."""
    if form.identity:
        yield ("identity", form.identity)
    yield from _short_offers(form)
    words = form.whole[:LONGEST]
    stems = tuple(map(stem, words))
    for start in range(len(words)):
        if start and words[start - 1] in SMALL:
            break
        for end in range(start + 1, len(words) + 1):
            yield ("run", *stems[start:end])
            if form.whole == form.words:
                yield ("no legal form", *stems[start:end])
            yield from (("initials", letters) for letters in initials(words[start:end]))
    if len(words) > 2 and words[0] in _OF_A_FAITH and words[1] == "of":
        yield ("whole", *(part for part in stems[2:] if part != "the"))
    if len(words) > 2 and words[1] in {"for", "of"}:
        turned = (*(part for part in stems[2:] if part not in {"the", "affair"}), stems[0])
        yield ("run", *turned)


def _short_asks(form: _Form) -> Iterator[Key]:
    """Asks for whom “SPD” may stand for, and with “Social Democrats” for the names of its own row."""
    for name in form.known:
        yield ("short", *name.short) if name.short == form.words else ("row", name.row)


def _short_offers(form: _Form) -> Iterator[Key]:
    for name in form.known:
        yield ("row", name.row)
        if name.short != form.words:
            yield ("short", *name.short)


def _place_asks(form: _Form) -> Iterator[Key]:
    if form.identity:
        yield ("identity", form.identity)
    else:
        yield ("core", *core(form.words))
    yield from _short_asks(form)


def _place_offers(form: _Form) -> Iterator[Key]:
    """Offers “the North” for “North Orla” where the table knows it, “Orla” for “Republic of Orla”."""
    yield from _place_asks(form)
    yield from _short_offers(form)
    yield ("core", *form.words)
    if form.identity and form.words[0] in _COMPASS:
        yield ("core", form.words[0])
    if "of" in form.words[:-1]:
        yield ("core", *form.words[form.words.index("of") + 1 :])

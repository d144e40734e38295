"""A name as it is found, and cut free of what only stands beside it: titles, possessives, offices, figures."""

import re
import unicodedata
from dataclasses import dataclass

from ...language.tree import Tree
from ...language.words import gender_of_given, heads, roles

PARTICLES = frozenset({
    "af", "al", "av", "bin", "bint", "d", "da", "dal", "de", "del", "della", "den", "der",
    "di", "dos", "du", "el", "ibn", "la", "le", "of", "ould", "ter", "the", "van", "vom", "von", "zu", "zum", "zur",
})  # fmt: skip
NAMED_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
TIME_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
LONGEST_NAME = 14  # tokens of a name: longer ones are lists or headlines
THINGS = frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE", "NORP"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "s"})
_CUT_OFF = frozenset({"led", "based", "backed", "born", "run", "owned", "made", "style", "era", "linked", "funded"})
_SMALL = frozenset({  # as headlines write them
    "A", "An", "And", "As", "At", "But", "By", "For", "From", "If", "In", "Is", "No", "Not", "Of", "On", "Or", "Our",
    "The", "To", "Was", "With",
})  # fmt: skip
_OFFICIAL = frozenset({
    "Acting", "Assistant", "Associate", "Chief", "Communications", "Creative", "Deputy", "Digital", "Editorial",
    "Executive", "Field", "Interim", "Legal", "Legislative", "Majority", "Managing", "Marketing", "Medical",
    "Minority", "Operations", "Policy", "Political", "Press", "Regional", "Research", "Technical", "Vice",
})  # fmt: skip
_FOUNDERS = frozenset({"Chairman", "Co-Founder", "Director", "Editor", "Founder", "Manager", "Owner"})
ELECTED = frozenset({"Assembly", "Congress", "House", "Parliament", "Senate"})
_AGES = frozenset({"Few", "Many", "Most", "Old", "Older", "Some", "Young", "Younger"})  # "Young Carver supporters"
_HOLDERS = frozenset({"Minister", "Ministers", "Secretary", "Undersecretary"})
_PORTFOLIOS = frozenset({
    "Affairs", "Agriculture", "Commerce", "Culture", "Defence", "Defense", "Development", "Economy", "Education",
    "Energy", "Environment", "Finance", "Foreign", "Health", "Home", "Industry", "Interior", "Justice", "Prime",
    "Sports", "Tourism", "Trade", "Transport",
})  # fmt: skip
_OTHERS = frozenset({"organisation", "place"})
LEAST_TITLED = 3  # tokens: "Prince George" may be a town
_CURRENCIES = frozenset({"$", "£", "€"})
POSTNOMINALS = frozenset({"CBE", "KC", "MBE", "MEP", "MP", "MSP", "OBE", "QC", "TD"})
QUOTES = "\"“”'‘’"  # around a nickname within a name
_POSITIONS = frozenset({"CB", "DE", "DL", "DT", "FB", "LB", "OL", "OT", "QB", "RB", "TE", "WR"})  # of players
_OF = frozenset({"de", "des", "di", "el", "for", "of"})  # what follows belongs to the name, be it an office's word
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr."})
_PARTY_AND_STATE = re.compile(r"[DIR]-\s?[A-Z]")
_MARKUP = re.compile(r"[<>/_|=\\]")  # "Pool/Veda Wire" under a picture, a tag, an address
_HYPHENED = re.compile(r"-[A-Z][a-z]")
_RUN_TOGETHER = re.compile(r"[a-z]{2}[A-Z][a-z]{2}")  # "Ann CarverAnn Carver": lines of a page without their break
_SHORT_TITLES = frozenset({"Dr", "Gov", "Hon", "Mr", "Mrs", "Ms", "Rep", "Reps", "Rev", "Rt", "Sen", "Sens"})
_SHARES = frozenset({"%", "percent", "per", "point", "points"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name in tokens ``[first, last)``; `label` is the model's (PERSON …), the table's, or "" for a bare run."""

    first: int
    last: int
    label: str  # PERSON ORG GPE LOC FAC, "state" "organisation" "place" "person" of a table, or ""
    rule: str


def trim(tree: Tree, first: int, last: int, *, is_person: bool) -> tuple[int, int] | None:
    """Cuts a name from what only stands beside it: “the **Ruritanian Council**’s”, “President **Ann Carver**”."""
    tokens = tree.tokens
    for index in range(first, last - 1):
        if tokens[index].text == "-" and tokens[index + 1].text in _CUT_OFF:
            last = index
            break
    while last > first and not _may_end(tree, last - 1):
        last -= 1
    while first < last and not _may_start(tokens[first].text):
        first += 1
    if first == last:
        return None
    if is_person or _is_titled(tree, first, last):
        first = skip_titles(tree, _skip_common(tree, first, last), last)
        first, last = _without_surroundings(tree, first, last)
    else:
        first, last = _without_office(tree, first, last)
    while last - first > 1 and only_follows(tree, last - 1):
        last -= 1
    return (first, last) if first < last else None


def _without_surroundings(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Cuts a person from team and town: “Harbour QB **Ann Carver**”, “**Ann Carver** of Veda”."""
    words = [token.text for token in tree.tokens[first:last]]
    for index in range(len(words) - 2, 0, -1):
        if words[index] in _POSITIONS:
            return first + index + 1, last
    if "of" in words[2:-1] and gender_of_given(words[0]) is not None:
        return first, first + words.index("of", 2)
    return first, last


def _without_office(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Cuts an office from its body: “the **House of Veda** Speaker”, “founder of **Veda Foods Inc**”.

    Not what the name is of: “Department of **Justice**”, “Office of the **Inspector General**”.
    """
    words = [token.text for token in tree.tokens[first:last]]
    if len(words) > 2 and words[1] == "of" and words[0] in _FOUNDERS:
        return first + 2, last
    if words[1:2] == ["for"] and words[0] in ELECTED:
        return first, first + 1  # "a member of Parliament for Veda"
    kept = len(words)
    while kept > 2 and is_office(words[kept - 1]):
        kept -= 1
    before = words[kept - 1] if words[kept - 1] != "the" else words[kept - 2]
    return (first, last) if kept == len(words) or before in _OF else (first, last - 1)


def _may_end(tree: Tree, index: int) -> bool:
    """Tells whether a name may end: a capital, a figure, few words: “Kim Jong-**un**”, “the Republican **party**”."""
    token = tree.tokens[index]
    word, before = token.text, tree.tokens[index - 1]
    if word in _POSSESSIVES or not word[0].isalnum() or (word in _SMALL and len(word) > 1):
        return False
    if not word.islower() or word[0].isdigit():
        return not (word[0].isdigit() and _is_share(tree, index))
    return index > 0 and (word == "party" or (before.text == "-" and before.end == token.start))


def _is_share(tree: Tree, index: int) -> bool:
    """Tells whether it is a share of votes, no part of the name before it: “Carver **47.3** percent, Duval **44**%”."""
    after = tree.tokens[index + 1].text if index + 1 < len(tree.tokens) else ""
    return after in _SHARES or "." in tree.tokens[index].text


def only_follows(tree: Tree, index: int) -> bool:
    """Tells whether a word only follows a name: “Paul Carver **KC**”, “Veda **MP** Ann Carver”."""
    word = tree.tokens[index].text.rstrip(".")
    return word in POSTNOMINALS or word in _POSITIONS or _belongs_to_office(tree, index) or _is_title(tree, index)


def _is_title(tree: Tree, index: int) -> bool:
    """Tells a short title that goes with what follows: “the House of Veda **Rt.** Hon. Ann Carver”."""
    return tree.tokens[index].text.rstrip(".") in _SHORT_TITLES and tree.tokens[index + 1 : index + 2] != ()


def _belongs_to_office(tree: Tree, index: int) -> bool:
    return (
        tree.tokens[index].text in _OFFICIAL
        and index + 1 < len(tree.tokens)
        and tree.tokens[index + 1].text[0].isupper()
        and is_office(tree.tokens[index + 1].text)
    )


def _may_start(word: str) -> bool:
    if word in _SMALL:
        return False
    return word[0].isupper() or word[0].isdigit() or word in PARTICLES - {"the", "of"}


def _is_titled(tree: Tree, first: int, last: int) -> bool:
    """Tells a person, whatever the model takes her for: “**Archbishop** Ann Carver”, not “**King** Paul University”."""
    if last - first < LEAST_TITLED:
        return last - first > 1 and _is_address(tree, first, last)
    office, *words = (token.text for token in tree.tokens[first:last])
    if len(words) > 1 and is_office(f"{office} {words[0]}"):
        words = words[1:]  # "Crown Princess Ann"
    elif not is_office(office):
        return False
    return all((word[0].isupper() or word in PARTICLES) and word not in heads() for word in words)


def _is_address(tree: Tree, first: int, last: int) -> bool:
    """Tells whether a title is a person's and nothing else's: “**DCI** Carver”, “**Dr** Carver”, not “**St** Veda”."""
    role = roles().get(tree.tokens[first].text.lower())
    word = tree.tokens[last - 1].text
    return role is not None and role.kind == "title" and word.istitle() and word not in heads() and len(word) > 1


def _skip_common(tree: Tree, first: int, last: int) -> int:
    """Skips capitals that only begin the line: “**Follow** Ann Carver”, “**Celebrities** Ann Carver …”."""
    if tree.tokens[first].text in _AGES:
        first = min(first + 1, last - 1)
    while last - first > 2:
        token = tree.tokens[first]
        if token.tag in {"NNP", "NNPS"} or not token.text.istitle() or gender_of_given(token.text) is not None:
            break
        if len(token.text) == 1 or token.text.lower() in PARTICLES:
            break
        first += 1
    return first


def skip_titles(tree: Tree, first: int, last: int) -> int:
    """Finds the first token after titles and offices, of which one stays at least: “Prime Minister **Ann Carver**”.

    Where that one is a word that names of other things end in, all is the name: “Queen City”.
    """
    known, whole = roles(), first
    while first < last - 1:
        for length in (3, 2, 1):
            if (
                first + length < last
                and tree.text[tree.tokens[first].start : tree.tokens[first + length - 1].end].lower() in known
            ):
                first += length
                break
        else:
            break
        while first < last - 1 and tree.tokens[first].text in {"-", ".", "of"}:
            first += 1
    return whole if first == last - 1 and heads().get(tree.tokens[first].text) in _OTHERS else first


def is_portfolio(tree: Tree, last: int) -> bool:
    """Tells whether what stands before an office belongs to it: “**External Affairs** Minister”."""
    if last >= len(tree.tokens):
        return False
    office = tree.tokens[last].text
    if office in _HOLDERS:
        return True
    return office.capitalize() in _HOLDERS and tree.tokens[last - 1].text in _PORTFOLIOS


def is_no_name_here(tree: Tree, name: FoundName) -> bool:
    """Tells whether letters name nobody where they stand: “**NZ** $26 million”, “Carver (**D-Maine**)”."""
    tokens = tree.tokens
    text = tree.text[tokens[name.first].start : tokens[name.last - 1].end]
    if text in _SUFFIXES or _PARTY_AND_STATE.match(text) or _is_torn(tree, name, text):
        return True
    return name.last < len(tokens) and tokens[name.last].text in _CURRENCIES


def _is_torn(tree: Tree, name: FoundName, text: str) -> bool:
    """Tells letters that a page left over: markup, lines without their break, half a word before a broken letter."""
    if name.rule == "table":
        return False
    after = tree.text[tree.tokens[name.last - 1].end :][:1]
    if _MARKUP.search(text) or unicodedata.category(after or " ") in {"So", "Sk"}:
        return True
    if name.label == "PERSON" and " " in text and _HYPHENED.match(tree.text, tree.tokens[name.last - 1].end):
        return True  # "Ann **Carver**-DuvalAnn": half a surname
    return len(_RUN_TOGETHER.findall(text)) > 1


def is_office(word: str) -> bool:
    """Tells whether what follows is somebody's office, no part of the name: “**External Affairs** Minister”."""
    role = roles().get(word.lower())
    return role is not None and role.kind in {"title", "office"}

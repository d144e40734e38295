"""What a name is the name of: person, organisation, state, place, or no actor at all.

All places of one name in the article vote, each with what stands around it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...language.naming.written import compared, initials, is_acronym
from ...language.tree import Tree
from ...language.words import heads, speech_verbs
from ...model import ActorKind, Entity
from .rejecting import likelihood_of_actor
from .signs import NameSigns, head_of, name_text, signs_of_names
from .things import is_no_name
from .trimming import PARTICLES, QUOTES, THINGS, FoundName

Words = tuple[str, ...]
Votes = defaultdict[str, float]  # kind or "thing" → weight

TABLE = 6.0
SURNAME = 60.0  # more than any table of places: "Ann Paris … Paris said"
IN = 0.9  # more for a place where a name of one word stands after "in"
AFTER_THE = 5.0  # more than a given name and the model's PERSON
NO_NAME = 9.0  # more than a table
THRESHOLD = 0.4  # under which a name is no actor's; best on texts of all kinds
_TABLES = frozenset({"state", "organisation", "place"})
_CERTAIN = _TABLES | {"dateline", "person"}
_OWN: Mapping[str, tuple[str, float]] = {
    "given name": ("person", 2.0), "known surname": ("person", 3.0), "initial": ("person", 1.5),
    "given name alone": ("person", 1.5), "capitals": ("organisation", 1.5), "head organisation": ("organisation", 4.0),
    "head place": ("place", 4.0), "head thing": ("thing", 4.0), "demonym": ("thing", NO_NAME),
    "team": ("organisation", 3.0),
}  # fmt: skip
_AROUND: Mapping[str, tuple[tuple[str, float], ...]] = {
    "state": (("state", TABLE),), "person": (("person", TABLE),),
    "organisation": (("organisation", TABLE),), "place": (("place", TABLE),),
    "PERSON": (("person", 1.0),), "ORG": (("organisation", 1.0),),
    "GPE": (("place", 1.0),), "LOC": (("place", 1.0),), "FAC": (("place", 1.0),),
    "bare": (("", 0.5),), "after a title": (("person", 3.0),), "after an occupation": (("person", 1.0),),
    "beside a role": (("person", 3.0),), "in": (("place", 0.7),), "beside a place": (("place", 3.0),),
    "beside a thing": (("thing", 3.0),), "beside a body": (("organisation", 3.0),),
    "after a body": (("organisation", 2.0),), "dateline": (("place", 3.0),),
    "told": (("organisation", 1.5), ("person", 1.0)),
    "speaks": (("person", 1.0), ("organisation", 0.5)),
}  # fmt: skip


_PERSONAL = frozenset({
    "after a title", "after an occupation", "speaks", "beside a role", "given name alone", "known surname", "owner",
})  # fmt: skip


_PERSONAL_ALONE = frozenset({"after a title", "after an occupation", "beside a role"})
LONGEST_BODY = 6  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassifiedName:
    """A name and what it is the name of."""

    found: FoundName
    text: str
    kind: ActorKind
    head: int  # token
    likelihood: float  # that it is an actor's or a place's at all


def classify(tree: Tree, names: Sequence[FoundName]) -> tuple[ClassifiedName, ...]:
    """Gives the names that are actors' or places', each with its kind; what is no actor is left out."""
    evidence = signs_of_names(tree, names)
    kinds, fulls = kinds_of(tree, evidence)
    chances = {text: _chance(evidence[text], kind) for text, kind in kinds.items() if kind}
    for part, texts in (*fulls.items(), *_in_brackets(tree, names).items(), *_by_initials(kinds).items()):
        if part in chances:
            chances[part] = max(chances[part], *(chances.get(text, 0.0) for text in texts))
    for text in (*_families(kinds), *_letters_of_things(tree, names, kinds, evidence)):
        kinds[text] = None
    known = [
        ClassifiedName(found=name, text=text, kind=kind, head=head_of(tree, name), likelihood=chance)
        for name in names
        if (kind := kinds.get(text := name_text(tree, name))) and (chance := chances[text]) >= THRESHOLD
    ]
    known.extend(_overlooked(tree, names, known))
    return tuple(sorted(known, key=lambda name: name.found.first))


def kinds_of(tree: Tree, evidence: Mapping[str, NameSigns]) -> tuple[dict[str, ActorKind | None], dict[str, list[str]]]:
    """Gives the kind that each name's signs vote for, and the full names that a part of one may stand for."""
    votes = {text: _votes(found) for text, found in evidence.items()}
    for text in _made_by_bodies(evidence, votes):
        votes[text]["thing"] += votes[text].pop("person")
    fulls = _fulls(evidence, votes)
    _vote_together(fulls, votes)
    for text in _parts_of_bodies(evidence, votes, fulls):
        votes[text]["organisation"] += votes[text].pop("person")
    kinds: dict[str, ActorKind | None] = {
        text: _as_kind(winner(ballot)) for text, ballot in votes.items() if not is_no_name(text, tree.gazetteer)
    }
    return kinds, fulls


def _in_brackets(tree: Tree, names: Sequence[FoundName]) -> dict[str, list[str]]:
    """Finds short names as likely an actor's as the full one before: “the Harbour Fraud Office (**HFO**)”."""
    return {
        name_text(tree, short): [name_text(tree, full)]
        for full, short in pairwise(names)
        if full.last == short.first - 1 and tree.tokens[full.last].text == "(" and is_acronym(name_text(tree, short))
    }


def _letters_of_things(
    tree: Tree,
    names: Sequence[FoundName],
    kinds: Mapping[str, ActorKind | None],
    evidence: Mapping[str, NameSigns],
) -> Iterator[str]:
    """Finds the letters for what is no actor: “the Veda Trade Pact (**VTP**)”."""
    for short, fulls in _in_brackets(tree, names).items():
        if kinds.get(fulls[0]) is None and _TABLES.isdisjoint(evidence[short].around):
            yield short


def _by_initials(kinds: Mapping[str, ActorKind | None]) -> dict[str, list[str]]:
    """Finds the letters that the words of a body's name begin with: “the Harbour Office for Disease … **HOD**”."""
    short = {text.replace(".", "").casefold(): text for text in kinds if is_acronym(text) and len(text) > 2}
    found: dict[str, list[str]] = defaultdict(list)
    for text in kinds if short else ():
        if kinds[text] == "organisation" and " " in text:
            for letters in {*initials(compared(text, "body"))} & short.keys():
                found[short[letters]].append(text)
    return found


def _families(kinds: Mapping[str, ActorKind | None]) -> list[str]:
    """Finds several persons of a surname that the article knows, no actor by that name: “the **Carvers**”."""
    surnames = {text.split()[-1] for text, kind in kinds.items() if kind == "person" and " " in text}
    return [text for text in kinds if text[-1] == "s" and text[:-1] in surnames and text not in surnames]


def _overlooked(tree: Tree, names: Sequence[FoundName], known: Sequence[ClassifiedName]) -> Iterator[ClassifiedName]:
    """Finds names the article knows where neither table nor model saw them: “**Ferko** has promised”."""
    taken = bytearray(len(tree.tokens))
    spans = [(name.first, name.last) for name in names]
    things = (entity for entity in tree.parse.entities if entity.label in THINGS)
    spans += [(entity.first, entity.last) for entity in things if not _thing_speaks(tree, entity)]
    for first, last in spans:
        taken[first:last] = b"\1" * (last - first)
    known_by_words = _by_words(tree, known)
    lengths: dict[str, set[int]] = defaultdict(set)
    for words in known_by_words:
        lengths[words[0]].add(-len(words))
    for index, token in enumerate(tree.tokens):
        if taken[index] or token.text not in lengths or token.dep == "amod":
            continue
        for length in sorted(lengths[token.text]):  # the longest first
            last = index - length
            name = known_by_words.get(tuple(t.text for t in tree.tokens[index:last]))
            if name and not any(taken[index:last]):
                found = FoundName(first=index, last=last, label=name.found.label, rule="known in the article")
                taken[index:last] = b"\1" * -length
                yield replace(name, found=found, text=name_text(tree, found), head=head_of(tree, found))
                break


def _thing_speaks(tree: Tree, thing: Entity) -> bool:
    """Tells whether what the model took for a work speaks: “…,” **CARVER** told reporters."""
    token = tree.tokens[thing.last - 1]
    return thing.last == thing.first + 1 and token.dep == "nsubj" and tree.tokens[token.head].lemma in speech_verbs()


def _by_words(tree: Tree, known: Sequence[ClassifiedName]) -> Mapping[Words, ClassifiedName]:
    """Maps the words of a known name, or of a person's surname alone, to the first place of that name."""
    found: dict[Words, ClassifiedName] = {}
    for name in known:
        words = tuple(token.text for token in tree.tokens[name.found.first : name.found.last])
        found.setdefault(words, name)
        if name.kind == "person":
            found.setdefault(words[-1:], name)
    return found


def _chance(evidence: NameSigns, kind: ActorKind) -> float:
    return 1.0 if _CERTAIN & evidence.around.keys() else likelihood_of_actor(evidence, kind)


def _as_kind(best: str) -> ActorKind | None:
    match best:
        case "person" | "organisation" | "state" | "place":
            return best
        case _:
            return None


def winner(ballot: Mapping[str, float]) -> str:
    """Gives the kind with most votes, "" where nothing speaks for any."""
    return max(ballot, key=lambda kind: (ballot[kind], kind), default="")


def _votes(evidence: NameSigns) -> Votes:
    ballot: Votes = defaultdict(float)
    bears_a_word = _bears_a_word(evidence)
    for sign in evidence.own:
        if sign in _OWN and not (bears_a_word and sign.startswith("head ")):
            kind, weight = _OWN[sign]
            ballot[kind] += weight
    if "given name" in evidence.own and "two words" in evidence.own:
        ballot["thing"] = 0.0  # "Terry Gross" is no sum
    for kind, weight in _by_places(evidence):
        ballot[kind] += weight
    for sign, places_of in evidence.around.items():
        for kind, weight in _AROUND.get(sign, ()):
            ballot[kind] += weight * places_of
    instead = _never_a_person(evidence)
    if instead:
        ballot[instead] += ballot.pop("person", 0)
    return ballot


def _by_places(evidence: NameSigns) -> Iterator[tuple[str, float]]:
    """Votes by all places together: “the **Clare Champion**” is no woman; “in **Veda**”: bodies have longer names.

    What always stands in marks is a title, whoever it sounds like: “**Veda Nights**”.
    """
    around, own = evidence.around, evidence.own
    if around["in marks"] == evidence.count and _PERSONAL_ALONE.isdisjoint(around):
        yield "thing", NO_NAME
    if "one word" in own:
        yield "place", -0.7 * around["in"] if "alone organisation" in own else IN * around["in"]
    elif "given name" in own and "two words" in own and around["the"] == evidence.count:
        yield "organisation", 0.0 if around["modifier"] or around["after a title"] else AFTER_THE


def _never_a_person(evidence: NameSigns) -> str:
    """Tells what a person by the model is, or "": “eBay”, “Marsh & Lee”, “the **Coalition**”, “**Orla** fell”."""
    if ("mixed case" in evidence.own and "-" not in evidence.text) or "&" in evidence.text:
        return "organisation"
    if "one word" not in evidence.own:
        return "organisation" if "ends with a place" in evidence.own and not evidence.around["after a title"] else ""
    around = evidence.around
    if "alone place" in evidence.own:
        return "place"
    if around["in"] and not around["the"] and not around["speaks"]:
        return "place"
    if "alone organisation" in evidence.own or _PERSONAL.isdisjoint((*evidence.own, *evidence.around)):
        return "organisation"  # the model's PERSON alone is wrong oftener than right
    return ""


def _bears_a_word(evidence: NameSigns) -> bool:
    """Tells whether a surname may be a word that names of other things end in: “Judge Ann **Park**”."""
    if "two words" not in evidence.own:
        return False
    return bool(evidence.around["after a title"] or ("given name" in evidence.own and evidence.around["PERSON"]))


def _fulls(evidence: Mapping[str, NameSigns], votes: Mapping[str, Votes]) -> dict[str, list[str]]:
    """Maps a surname or first name to full names of persons that it may stand for: “Ann **Paris** … Paris said”."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in votes:
        words = text.split()
        parts = {words[-1], words[-1].upper(), _surname(words), text.upper()}
        parts |= {word.strip(QUOTES) for word in words[1:-1] if word[0] in QUOTES}
        first = words[0] if "given name" in evidence[text].own or _is_given(evidence.get(words[0])) else words[-1]
        for part in sorted({*parts, first}):
            if part != text and part in votes and _may_lend(evidence[text], votes[text], evidence[part]):
                found[part].append(text)
    return found


def _is_given(part: NameSigns | None) -> bool:
    """Tells a first name that no table knows and that names nothing else: “Jorunn Carver … **Jorunn** said”."""
    return (
        part is not None and _TABLES.isdisjoint(part.around) and not part.around["the"] and "capitals" not in part.own
    )


def _surname(words: Sequence[str]) -> str:
    """Gives a surname with its particles: “Ann **de la Cruz**”."""
    cut = next((index for index, word in enumerate(words) if index and word.lower() in PARTICLES), len(words) - 1)
    surname = " ".join(words[cut:])
    return surname[0].upper() + surname[1:]  # as it begins a sentence; elsewhere a name is found by its capitals


def _vote_together(fulls: Mapping[str, Sequence[str]], votes: Mapping[str, Votes]) -> None:
    """Lets a surname and its full names share their votes, which weigh more than a table of places."""
    for part, texts in fulls.items():
        own = votes[part]["person"]
        for text in texts:
            votes[part]["person"] += SURNAME + votes[text]["person"]
            votes[text]["person"] += own + 1.0


def _parts_of_bodies(
    evidence: Mapping[str, NameSigns], votes: Mapping[str, Votes], fulls: Mapping[str, Sequence[str]]
) -> list[str]:
    """Finds a body's first or last words: “Minera Andina Norte … **Andina Norte**”, “Mitsuko Corp. … **Mitsuko**”."""
    longer: set[str] = set()
    for text, ballot in votes.items():
        words = text.split()
        if len(words) > 1 and len(words) <= LONGEST_BODY and winner(ballot) == "organisation":
            longer |= {" ".join(words[cut:]) for cut in range(1, len(words))}
            longer |= {" ".join(words[:cut]) for cut in range(1, len(words))}
    return [
        text
        for text in sorted(longer & votes.keys())
        if text not in fulls
        and winner(votes[text]) == "person"
        and _PERSONAL_ALONE.isdisjoint(evidence[text].around)
        and "given name" not in evidence[text].own
    ]


def _made_by_bodies(evidence: Mapping[str, NameSigns], votes: Mapping[str, Votes]) -> list[str]:
    """Finds what begins with a body's name, whom the model takes for a person: “Mitsuko … **Mitsuko Connect**”."""
    return [
        text
        for text, ballot in votes.items()
        if "begins with a name" in evidence[text].own
        and "given name" not in evidence[text].own
        and not evidence[text].around["after a title"]
        and winner(ballot) == "person"
        and winner(votes.get(text.split()[0], {})) == "organisation"
    ]


def _may_lend(full: NameSigns, ballot: Votes, surname: NameSigns) -> bool:
    """Tells whether `full` may be a person of that surname: it looks like one, or the surname speaks like one."""
    words = [word.strip(QUOTES) for word in full.text.split()]
    if (
        _TABLES & full.around.keys()
        or full.around["after a body"]
        or len(words) > 5
        or (any(word in heads() for word in words) and not _bears_a_word(full))
        or not all(word[:1].isupper() or word.split("-")[0] in PARTICLES for word in words)
    ):
        return False
    if winner(ballot) == "person":
        return True
    speaks = surname.around["speaks"] + surname.around["after a title"]
    return (
        winner(ballot) != "thing" and not full.around["the"] and speaks > (1 if _TABLES & surname.around.keys() else 0)
    )

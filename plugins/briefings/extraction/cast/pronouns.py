"""Who "he" and "she" are: the nearest fitting person before them, subjects first.

They and it stay unresolved: the nearest fitting actor is right in four of ten only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile

from ...language.tree import Tree
from ...language.words import Gender, speech_verbs
from .drafts import Draft, Drafts

_GENDERS: Mapping[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
REACH = 3  # sentences back
MOST = 20  # persons weighed for a pronoun: no story has more at hand, a list of names may
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _SeenPerson:
    """A person's last mention."""

    draft: Draft
    head: int
    sentence: int
    subject: bool  # of that sentence, in this mention or an earlier one
    speaks: int | None  # paragraph in which the person last was the subject of a verb of saying
    spoken_of: int | None  # paragraph in whose quotation the mention stands


def resolve_pronouns(drafts: Drafts) -> None:
    """Adds he and she, his and her to the chains of the persons that they stand for."""
    tree = drafts.tree
    heads = {m.head: draft for draft in drafts if draft.kind == "person" for m in draft.mentions}
    seen: dict[str, _SeenPerson] = {}
    owners: dict[tuple[int, Gender], Draft] = {}  # sentence, gender → who is meant wherever it has that pronoun
    for index, paragraph, quoted in _places_of_tokens(tree):
        draft, gender = heads.get(index), _gender_at(tree, index)
        if draft is None and gender:
            here = tree.sentence_of[index]
            other = tree.tokens[index].dep not in _SUBJECTS  # "her guest, Ann Carver, said that she hoped": the guest
            draft = owners.get((here, gender)) if other else None
            draft = draft or _person_meant(here, gender, _possible(tree, index, paragraph, seen, quoted=quoted))
            if draft:
                if _owns_subject(tree, index):
                    owners[here, gender] = draft
                draft.gender = draft.gender or gender
                drafts.mention(draft, (index, index + 1), "pronoun", index, "nearest fitting person")
        if draft:
            before = seen.pop(draft.id, None)
            seen[draft.id] = _sighting(tree, index, paragraph, draft, before, quoted=quoted)  # the latest stands last


def _gender_at(tree: Tree, index: int) -> Gender:
    token = tree.tokens[index]
    return _GENDERS.get(token.text.lower(), "") if token.pos == "PRON" else ""


def _possible(
    tree: Tree, index: int, paragraph: int, seen: dict[str, _SeenPerson], *, quoted: bool
) -> Iterator[_SeenPerson]:
    """Gives the latest persons first, without those that the quotation rules out.

    Who speaks in a paragraph is nobody whom the quotation there calls "he"; who is spoken of in it is not its speaker.
    """
    speaks = _speaks(tree, index)
    for person in reversed(seen.values()):
        if (quoted and person.speaks == paragraph) or (not quoted and speaks and person.spoken_of == paragraph):
            continue
        yield person


def _speaks(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.dep in _SUBJECTS and tree.tokens[token.head].lemma in speech_verbs()


def _owns_subject(tree: Tree, index: int) -> bool:
    """Tells whether a lawyer speaks of his client, not himself: “**Her** lawyer said that guards beat **her**”."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    return token.dep == "poss" and above.dep == "nsubj" and tree.tokens[above.head].lemma in speech_verbs()


def _places_of_tokens(tree: Tree) -> Iterator[tuple[int, int, bool]]:
    """Gives each token with the ordinal of its paragraph and whether it stands inside quotation marks."""
    paragraph, quoted, end = 0, False, 0
    for index, token in enumerate(tree.tokens):
        if "\n" in tree.text[end : token.start]:
            paragraph, quoted = paragraph + 1, False
        end = token.end
        if token.text in {"“", "``"}:
            quoted = True
        elif token.text in {"”", "''"}:
            quoted = False
        elif token.text == '"':
            quoted = not quoted
        yield index, paragraph, quoted


def _sighting(
    tree: Tree, index: int, paragraph: int, draft: Draft, before: _SeenPerson | None, *, quoted: bool
) -> _SeenPerson:
    sentence = tree.sentence_of[index]
    return _SeenPerson(
        draft=draft,
        head=index,
        sentence=sentence,
        subject=tree.tokens[index].dep in _SUBJECTS
        or (before is not None and before.subject and before.sentence == sentence),
        speaks=paragraph if _speaks(tree, index) else before.speaks if before else None,
        spoken_of=paragraph if quoted else None,
    )


def _person_meant(here: int, gender: Gender, possible: Iterator[_SeenPerson]) -> Draft | None:
    """Gives the best person for a pronoun in sentence `here`, of those `possible`, the latest first."""
    latest = takewhile(lambda s: here - s.sentence <= REACH, islice(possible, MOST))
    fitting = [s for s in latest if s.draft.gender in {gender, ""}]
    best = max(fitting, key=lambda s: (_weight(s, here, gender), s.head), default=None)
    return best.draft if best else None


def _weight(seen: _SeenPerson, here: int, gender: Gender) -> float:
    return -1.0 * (here - seen.sentence) + 0.8 * seen.subject + 0.5 * (seen.draft.gender == gender)

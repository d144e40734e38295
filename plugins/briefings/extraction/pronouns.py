"""Who "he" and "she" are: the nearest fitting person before them, subjects first.

They and it stay unresolved: the nearest fitting actor is right in four of ten only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..language.tree import Tree
from ..language.words import Gender
from .drafts import Draft, Drafts

_GENDERS: Mapping[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
REACH = 3  # sentences back
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A person's last mention."""

    draft: Draft
    head: int
    sentence: int
    subject: bool


def resolve_pronouns(drafts: Drafts) -> None:
    """Add he and she, his and her to the chains of the persons that they stand for."""
    tree = drafts.tree
    heads = {m.head: draft for draft in drafts if draft.kind == "person" for m in draft.mentions}
    seen: dict[str, _Seen] = {}
    for index, token in enumerate(tree.tokens):
        draft = heads.get(index)
        if draft is None and token.pos == "PRON":
            gender = _GENDERS.get(token.text.lower())
            draft = _antecedent(tree, index, gender, seen) if gender else None
            if draft and gender:
                draft.gender = draft.gender or gender
                drafts.mention(draft, (index, index + 1), "pronoun", index, "nearest fitting person")
        if draft:
            seen[draft.id] = _Seen(
                draft=draft, head=index, sentence=tree.sentence_of[index], subject=token.dep in _SUBJECTS
            )


def _antecedent(tree: Tree, index: int, gender: Gender, seen: Mapping[str, _Seen]) -> Draft | None:
    here = tree.sentence_of[index]
    fitting = [s for s in seen.values() if here - s.sentence <= REACH and s.draft.gender in {gender, ""}]
    best = max(fitting, key=lambda s: (_weight(s, here, gender), s.head), default=None)
    return best.draft if best else None


def _weight(seen: _Seen, here: int, gender: Gender) -> float:
    return -1.0 * (here - seen.sentence) + 0.8 * seen.subject + 0.5 * (seen.draft.gender == gender)

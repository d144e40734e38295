"""Where persons stand in an article: at which token, in which part of the clause, in whose words, speaking or not."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...language.tree import Tree
from ...language.words import Gender, speech_verbs
from ..grammar.quotation import regions_by_token, regions_of
from .drafts import Draft

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OUTSIDE = -1  # the region of what stands in no quotation marks
_PARTS = dict.fromkeys(SUBJECTS, "subject") | {
    "dobj": "object", "dative": "object", "poss": "owner", "pobj": "oblique", "attr": "beside",
    "compound": "within", "nmod": "within",
}  # fmt: skip
_LONGEST_LIST = 12  # coordinated names climbed to the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a token stands."""

    index: int
    sentence: int
    paragraph: int
    region: int  # ordinal of its quotation, OUTSIDE where it stands in none
    part: str  # of the clause: "subject", "object", "owner" …
    verb: int  # that its noun phrase hangs on
    speaks: bool  # subject of a verb of saying


@dataclass(slots=True, kw_only=True, eq=False)
class Seen:
    """A person with the places where the text has spoken of them so far."""

    draft: Draft
    last: Place
    number: int  # of those seen before
    gender: Gender  # as the name, a title or a pronoun tells it
    names: int  # places in the whole text that name the person
    count: int = 0
    by_pronoun: bool = False  # whether the last mention is one
    outside: Place | None = None  # the last one outside of quotation marks
    subject: int | None = None  # the last sentence whose subject the person is
    first: int | None = None  # the last sentence whose first subject the person is
    spoke: Place | None = None
    regions: set[int] = field(default_factory=set)  # quotations that speak of the person


class Scene:
    """Places of an article's tokens, and who speaks each quotation."""

    __slots__ = ("_held", "_paragraphs", "_regions", "_sayings", "tree")

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        regions = tree.once(regions_of)
        self._paragraphs, self._regions = [0] * len(tree.tokens), tree.once(regions_by_token)
        for number, span in enumerate(regions.paragraphs):
            held = tree.tokens_in(span)
            self._paragraphs[held.start : held.stop] = [number] * len(held)
        self._held = [tree.tokens_in(region.span) for region in regions.items]
        self._sayings = self._speakers()

    def place(self, index: int) -> Place:
        """Tells where token `index` stands; one that is coordinated or apposed as what it belongs to."""
        tree, at = self.tree, index
        for _ in range(_LONGEST_LIST):
            if tree.tokens[at].dep not in {"conj", "appos"}:
                break
            at = tree.tokens[at].head
        token = tree.tokens[at]
        verb = token.head
        if token.dep == "pobj":
            verb = tree.tokens[verb].head
        return Place(
            index=index,
            sentence=tree.sentence_of[index],
            paragraph=self._paragraphs[index],
            region=self._regions[index],
            part="teller" if self._is_teller(at) else _PARTS.get(token.dep, "other"),
            verb=verb,
            speaks=token.dep in SUBJECTS and tree.tokens[token.head].lemma in speech_verbs(),
        )

    def _is_teller(self, index: int) -> bool:
        """Tells whether a token stands after "according to"."""
        tree, token = self.tree, self.tree.tokens[index]
        above = tree.tokens[token.head]
        return token.dep == "pobj" and above.text == "to" and tree.tokens[above.head].lemma == "accord"

    def speaker_of(self, region: int) -> int | None:
        """Gives the token that names who speaks a quotation, where a verb of saying stands beside it."""
        return self._sayings.get(region)

    def speaker_behind(self, index: int) -> int | None:
        """Gives who speaks the quotation that begins with token `index`, where its words stand behind it."""
        region = self._regions[index]
        if region == OUTSIDE or (index and self._regions[index - 1] == region):
            return None
        speaker = self._sayings.get(region)
        return speaker if speaker is not None and speaker > index else None

    def spoken_by(self, speaker: int) -> Iterator[int]:
        """Gives the tokens of all quotations that a token names the speaker of."""
        for region, named in self._sayings.items():
            if named == speaker:
                yield from self._held[region]

    def _speakers(self) -> dict[int, int]:
        """Finds for each quotation the subject of the nearest verb of saying outside of them, in its paragraph."""
        told: dict[int, list[tuple[int, int]]] = {}
        for index, token in enumerate(self.tree.tokens):
            outside = self._regions[index] == self._regions[token.head] == OUTSIDE
            if outside and token.dep in SUBJECTS and self.tree.tokens[token.head].lemma in speech_verbs():
                told.setdefault(self._paragraphs[index], []).append((token.head, index))
        found: dict[int, int] = {}
        for number, held in enumerate(self._held):
            near = told.get(self._paragraphs[held.start], ()) if held else ()
            best = min(near, key=lambda saying: max(held.start - saying[0], saying[0] - held.stop), default=None)
            if best is not None:
                found[number] = best[1]
        return found

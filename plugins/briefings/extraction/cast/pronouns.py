"""Who "he" and "she" are: of the persons near them the likeliest, by learned signs; in doubt nobody.

They and it stay unresolved: the nearest fitting actor is right in four of ten only.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from math import log

from ...language.learned_weights import EVERY, learned, likelihood, score, shares
from ...language.words import Gender
from .antecedents import Meant, Pronoun, Signs, signs_of_choice
from .drafts import Draft, Drafts
from .role_phrases import role_word
from .sightings import OUTSIDE, Place, Scene, Seen

TABLE = "antecedent_weights"
CALIBRATED = "as sure"
RATHER, VERY = 1.4, 2.5  # log-odds from which likelihoods grow otherwise
_GENDERS: Mapping[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_PERSONS = frozenset({"boy", "child", "girl", "man", "person", "somebody", "someone", "teenager", "woman"})
_ALIKE: Mapping[str, str] = {"she": "he", "herself": "himself", "hers": "his"}
REACH = 15  # sentences back
MOST = 12  # persons weighed for a pronoun: no story has more at hand, a list of names may
SURE = 0.65  # under which nobody is meant: of those less sure, two in five are wrong

Chosen = tuple[Seen, float]
Choose = Callable[["Stage", Pronoun, Sequence[Seen], Sequence[Signs]], Chosen | None]


def resolve_pronouns(drafts: Drafts, choose: Choose) -> None:
    """Adds he and she, his and her to the chains of the persons that they stand for.

    Who speaks a quotation is resolved before it: “I saw him,” **he** said.
    """
    stage = Stage(drafts)
    for index in range(len(drafts.tree.tokens)):
        speaker = stage.scene.speaker_behind(index)
        if speaker is not None:
            _read(stage, speaker, choose)
            stage.read_ahead.add(speaker)
        if index not in stage.read_ahead:
            _read(stage, index, choose)


def _read(stage: "Stage", index: int, choose: Choose) -> None:
    draft = stage.heads.get(index)
    if draft is not None:
        stage.see(draft, stage.scene.place(index), by_pronoun=False)
    elif (gender := _gender_at(stage.drafts, index)) and not stage.drafts.is_taken(index):
        _resolve(stage, index, gender, choose)
    elif is_rival(stage.drafts, index):
        stage.rival = index


def _gender_at(drafts: Drafts, index: int) -> Gender:
    token = drafts.tree.tokens[index]
    return _GENDERS.get(token.text.lower(), "") if token.pos == "PRON" else ""


def _resolve(stage: "Stage", index: int, gender: Gender, choose: Choose) -> None:
    pronoun = stage.pronoun(index, gender)
    seen = stage.fitting(pronoun)
    chosen = choose(stage, pronoun, seen, signs_of_choice(stage.drafts.tree, pronoun, seen)) if seen else None
    quoted = pronoun.place.region != OUTSIDE
    if chosen is None:
        stage.means.pop((gender, quoted), None)
        return
    one, sure = chosen
    one.gender = one.gender or gender
    stage.drafts.mention(one.draft, (index, index + 1), "pronoun", index, "likeliest person", sure=sure)
    stage.see(one.draft, pronoun.place, by_pronoun=True)
    stage.means[gender, quoted] = Meant(one=one, place=pronoun.place, likelihood=sure)


def is_rival(drafts: Drafts, index: int) -> bool:
    """Tells whether a noun speaks of a person who is no draft: “**a man** who lost his job”."""
    token = drafts.tree.tokens[index]
    if token.tag != "NN" or drafts.is_taken(index) or token.dep in {"compound", "nmod", "appos", "attr"}:
        return False
    return token.lemma in _PERSONS or role_word(drafts.tree, index) is not None


def likeliest(_stage: "Stage", _pronoun: Pronoun, seen: Sequence[Seen], signs: Sequence[Signs]) -> Chosen | None:
    """Gives the likeliest person and how likely, None where it is less than SURE."""
    return likeliest_by(learned(TABLE)[EVERY], seen, signs)


def likeliest_by(weights: Mapping[str, float], seen: Sequence[Seen], signs: Sequence[Signs]) -> Chosen | None:
    """Gives the likeliest person by some weights; where these are not calibrated, a likelihood is taken as it is."""
    likely = shares([score(weights, of_one) for of_one in signs])
    best = max(range(len(seen)), key=lambda number: likely[number])
    sure = likely[best]
    if CALIBRATED in weights:
        sure = likelihood(weights, calibrating(sure))
    return (seen[best], sure) if sure >= SURE else None


def calibrating(share: float) -> Signs:
    """Gives the signs of what a likelihood is worth: who is surest of many is less sure than it seems."""
    share = min(max(share, 0.001), 0.999)
    odds = log(share / (1 - share))
    rather, very = max(odds - RATHER, 0.0), max(odds - VERY, 0.0)
    return [(CALIBRATED, odds), ("rather sure", rather), ("very sure", very), ("sure at all", 1.0)]


class Stage:
    """The persons as a reader knows them while the text goes on."""

    __slots__ = (
        "_order",
        "drafts",
        "heads",
        "last_speaker",
        "means",
        "names",
        "persons",
        "read_ahead",
        "rival",
        "scene",
    )

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.scene = Scene(drafts.tree)
        self.persons = persons = [draft for draft in drafts if draft.kind == "person"]
        self.heads = {mention.head: draft for draft in persons for mention in draft.mentions}
        self.names = {draft.id: sum(mention.form == "name" for mention in draft.mentions) for draft in persons}
        self._order: dict[str, Seen] = {}  # the latest seen stands last
        self.means: dict[tuple[Gender, bool], Meant] = {}
        self.read_ahead: set[int] = set()
        self.rival: int | None = None
        self.last_speaker: Seen | None = None

    def see(self, draft: Draft, place: Place, *, by_pronoun: bool) -> Seen:
        """Notes that the text speaks of a person at a place."""
        one = self._order.pop(draft.id, None)
        if one is None:
            number = len(self._order)
            one = Seen(draft=draft, last=place, number=number, gender=draft.gender, names=self.names[draft.id])
        self._order[draft.id] = one
        one.last, one.by_pronoun, one.count = place, by_pronoun, one.count + 1
        if place.region == OUTSIDE:
            one.outside = place
            if place.speaks:
                one.spoke, self.last_speaker = place, one
        else:
            one.regions.add(place.region)
        if place.part == "subject":
            if all(other.subject != place.sentence for other in self._order.values()):
                one.first = place.sentence
            one.subject = place.sentence
        return one

    def fitting(self, pronoun: Pronoun) -> list[Seen]:
        """Gives those whom a pronoun may mean, the latest first: who stands near, and a subject that it waits for.

        Who is named in a quotation does not speak it: “Carver was the best,” **he** said.
        """
        here = pronoun.place.sentence
        latest = takewhile(lambda one: here - one.last.sentence <= REACH, reversed(self._order.values()))
        found = [one for one in islice(latest, MOST) if one.gender in {pronoun.gender, ""}]
        known = {one.draft.id for one in found}
        awaited = [self._ahead(draft) for draft in self._awaited(pronoun.place.index) if draft.id not in known]
        found += [one for one in awaited if one.gender in {pronoun.gender, ""}]
        spoken = {self.heads[index].id for index in self.scene.spoken_by(pronoun.place.index) if index in self.heads}
        return [one for one in found if one.draft.id not in spoken and not self._is_ruled_out(pronoun, one)]

    def _ahead(self, draft: Draft) -> Seen:
        """Gives a person not seen yet, or long ago, who is named behind in the sentence."""
        seen = self._order.get(draft.id)
        at = next(index for index, held in self.heads.items() if held is draft)
        return seen or Seen(
            draft=draft,
            last=self.scene.place(at),
            number=len(self._order),
            gender=draft.gender,
            names=self.names[draft.id],
        )

    def _is_ruled_out(self, pronoun: Pronoun, one: Seen) -> bool:
        """Tells whether the subject of a verb would be its object, too: “Carver met **him**”."""
        here, last = pronoun.place, one.last
        other = pronoun.own == "him" and here.part == "object" and last.part == "subject"
        return other and here.verb == last.verb and here.sentence == last.sentence

    def _awaited(self, index: int) -> Iterator[Draft]:
        """Finds who is named behind the pronoun's clause: “When **he** left, **Carver** waved”."""
        tree, at = self.drafts.tree, index
        for above in islice(tree.ancestors(index), MOST):
            if tree.tokens[at].dep in {"advcl", "prep", "ccomp", "amod", "dep"} and at < above:
                for child in tree.all_children(above, "nsubj", "nsubjpass"):
                    draft = self.heads.get(child)
                    if child > index and draft is not None:
                        yield draft
            at = above

    def pronoun(self, index: int, gender: Gender) -> Pronoun:
        """Reads what stands around a pronoun."""
        place = self.scene.place(index)
        tree = self.drafts.tree
        text = tree.tokens[index].text.lower()
        own = "his" if place.part == "owner" else _ALIKE.get(text, "him" if text == "her" else text)
        speaker = self.scene.speaker_of(place.region)
        spoken_by = self.drafts.at(speaker) if speaker is not None else None
        rival = place.sentence - tree.sentence_of[self.rival] if self.rival is not None else REACH
        return Pronoun(
            place=place,
            gender=gender,
            own=own,
            speaker=spoken_by.id if spoken_by else None,
            above=frozenset(islice(tree.ancestors(index), MOST)),
            awaits=frozenset(draft.id for draft in self._awaited(index)),
            before=self.means.get((gender, place.region != OUTSIDE)),
            last_speaker=self.last_speaker,
            of_another=any(_gender_at(self.drafts, other) == gender for other in self.scene.spoken_by(index)),
            rival=rival if rival <= 1 else None,
        )

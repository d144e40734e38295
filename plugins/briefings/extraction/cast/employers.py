"""Whose a role is where the text says "its" or "the union's": the one body or state that fits."""

from collections import defaultdict
from collections.abc import Sequence

from ...language.words import bodies
from .drafts import Draft, Drafts

_ITS = frozenset({"its", "their"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BODIES = frozenset({"organisation", "state"})


def _head_words(words: Sequence[str]) -> set[str]:
    """Gives the head words of a body's name: “World Health **Organization**”, “**Bank** of Orla”.

    A health minister has nothing to do with the first.
    """
    cut = next((index for index, word in enumerate(words) if index and word in {"of", "for"}), len(words))
    return {words[-1], words[cut - 1]}


class Employers:
    """Look-ups of named bodies and states: by the words of their names, and by the sentences that they lead."""

    __slots__ = ("_by_word", "_leading", "_named", "drafts")

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self._by_word: dict[str, list[Draft]] = defaultdict(list)
        self._named: dict[int, set[str]] = defaultdict(set)  # sentence → ids
        self._leading: dict[int, dict[str, tuple[int, Draft]]] = defaultdict(dict)  # sentence → id → where, who
        for draft in drafts:
            if not draft.named or draft.kind not in _BODIES:
                continue
            if draft.kind == "organisation":
                for word in _head_words(draft.name.casefold().split()):
                    self._by_word[word].append(draft)
            for mention in draft.mentions:
                sentence = drafts.tree.sentence_of[mention.head]
                self._named[sentence].add(draft.id)
                if drafts.tree.tokens[mention.head].dep in _SUBJECTS:
                    self._leading[sentence].setdefault(draft.id, (mention.head, draft))

    def meant(self, index: int) -> Draft | None:
        """Finds the one body leading this sentence, or the one before: “**its** leader”, “the **union**’s chairman”."""
        token = self.drafts.tree.tokens[index]
        if token.text.lower() in _ITS:
            return self._leading_body(index)
        if token.pos != "NOUN" or token.tag == "NNS":
            return None
        fits = self._by_word.get(token.text.casefold(), ())
        return fits[0] if len(fits) == 1 and fits[0].mentions[0].span.start < token.start else None

    def _leading_body(self, index: int) -> Draft | None:
        here = self.drafts.tree.sentence_of[index]
        found = [draft for head, draft in self._leading.get(here, {}).values() if head < index]
        if not found and len(self._named.get(here - 1, ())) == 1 and not self._has_other_bodies(here - 1):
            found = [draft for _, draft in self._leading.get(here - 1, {}).values()]
        return found[0] if len(found) == 1 else None

    def _has_other_bodies(self, sentence: int) -> bool:
        """Tells whether a sentence speaks of a nameless body: "the dockers' union", not "the opposition Front"."""
        tree = self.drafts.tree
        return any(
            tree.tokens[index].pos == "NOUN"
            and bodies().get(tree.tokens[index].lemma) == "organisation"
            and self.drafts.at(index + 1) is None
            for index in range(*tree.sentences[sentence])
        )

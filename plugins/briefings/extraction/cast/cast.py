"""The cast of an article: which actor is meant at a place in the text."""

from collections.abc import Collection, Iterable

from ...language.measure_frames import nouns_of
from ...language.tree import Tree
from ...language.words import bodies
from ...model import Chain, Mention, Span

_SMALL = ("the", "of")
_OTHERS = frozenset({"other", "another", "others"})  # *other dockers* are not the dockers


class Cast:
    """Look-ups from token to chain, shared by quotes and measures."""

    __slots__ = ("_at_head", "_by_id", "_covering", "_of_sentence", "_several", "chains", "tree")

    def __init__(self, tree: Tree, chains: Iterable[Chain]) -> None:
        self.tree = tree
        self.chains = tuple(chains)
        self._by_id = {chain.id: chain for chain in self.chains}
        self._at_head: dict[int, tuple[Chain, Mention]] = {}
        self._covering: dict[int, tuple[Chain, Mention]] = {}
        self._several = _several(self.chains)
        self._of_sentence: dict[tuple[str, int], list[Mention]] = {}
        for chain in self.chains:
            for mention in chain.mentions:
                self._of_sentence.setdefault((chain.id, tree.sentence_of[mention.head]), []).append(mention)
                if mention.head in self._several:
                    continue  # whom it means is no single actor
                self._at_head[mention.head] = (chain, mention)
                for index in tree.tokens_in(mention.span):
                    held = self._covering.get(index)
                    if held is None or _span_length(mention.span) < _span_length(held[1].span):
                        self._covering[index] = (chain, mention)

    def get(self, chain_id: str) -> Chain:
        """Gives the chain of that id; KeyError where there is none."""
        return self._by_id[chain_id]

    def headed(self, index: int) -> Chain | None:
        """Gives the actor whose mention has token `index` as its head."""
        found = self._at_head.get(index)
        return found[0] if found else None

    def covering(self, index: int) -> Chain | None:
        """Gives the actor with the shortest mention that token `index` is part of."""
        found = self._covering.get(index)
        return found[0] if found else None

    def several(self, index: int) -> tuple[Chain, ...]:
        """Gives the actors whom the phrase with head `index` stands for together: "the ministers"; else none."""
        return self._several.get(index, ())

    def share(self, some: Iterable[str], others: Collection[str]) -> bool:
        """Tells whether two lists of chains' ids have an actor in common: one chain, or two that mean one."""
        return any(one in others or any(_mean_one(self.get(one), self.get(other)) for other in others) for one in some)

    def certainty_near(self, chain_id: str, index: int) -> float:
        """Tells how sure it is that an actor is meant in the sentence of token `index`, by the words nearest to it."""
        held = self._of_sentence.get((chain_id, self.tree.sentence_of[index]), ())
        nearest = min(held, key=lambda mention: abs(mention.head - index), default=None)
        return nearest.confidence if nearest else 1.0

    def mention_at(self, index: int) -> Mention | None:
        """Gives the mention that token `index` heads, else the shortest one it is part of."""
        found = self._at_head.get(index) or self._covering.get(index)
        return found[1] if found else None


def _several(chains: Iterable[Chain]) -> dict[int, tuple[Chain, ...]]:
    """Maps the head of each phrase that is a mention of more than one chain to those chains."""
    heads: dict[int, list[Chain]] = {}
    for chain in chains:
        for mention in chain.mentions:
            heads.setdefault(mention.head, []).append(chain)
    return {head: tuple(held) for head, held in heads.items() if len(held) > 1}


def _mean_one(a: Chain, b: Chain) -> bool:
    """Tells whether two names mean one actor: *network*, *global satellite network*; *Ruvania* and its *government*.

    A description may leave out what stands before its noun, and a *police officer* acts for the *police*; a name is
    whole, so Ruvania is not Ruvania Tech.
    """
    short, long = sorted((_words_acted_for(a), _words_acted_for(b)), key=len)
    if a.named and b.named:
        rest = {*long}.difference(short, _SMALL)
        of_state = "state" in {a.kind, b.kind} and {*short} <= {*long}
        return of_state and all(bodies().get(word) == "government" for word in rest)
    before = long[: len(long) - len(short)]
    alike = a.kind == b.kind or _acts_for_others(a) or _acts_for_others(b)
    return alike and long[len(before) :] == short and _OTHERS.isdisjoint(before)


def _words_acted_for(chain: Chain) -> list[str]:
    """Gives the words for whom one acts: "police" of "police officer", else all words of the name."""
    return chain.name.lower().split()[: -1 if _acts_for_others(chain) else None]


def _acts_for_others(chain: Chain) -> bool:
    """Tells whether a description is of an official and says whose: *police officer*, not *officer*."""
    *whose, noun = chain.name.lower().split()
    return bool(whose) and not chain.named and noun in nouns_of("official")


def _span_length(span: Span) -> int:
    return span.end - span.start

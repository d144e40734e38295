"""Who does a measure and to whom: from places in a clause to the actors of the cast."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from ...language.measure_frames import noun_frames, nouns_of
from ...language.measure_types import types_with
from ...language.tables import kind_of_body
from ...language.tree import Tree
from ...language.words import heads
from ...model import ActorKind, MeasureType, Quote
from ..cast.cast import Cast
from ..grammar.clauses import after
from ..grammar.nouns import is_passed_over, labels_by_token

_ACTOR_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PERSONAL = frozenset({"he", "she", "they", "we", "i", "both"})
_MODIFIERS = ("poss", "compound", "amod", "nmod")
_OF_THE_OBJECT = ("of", "against", "on", "with", "from", "to", "for", "by", "between", "at")
_PLACES = frozenset({"town", "city", "village", "port", "province", "region", "district", "island", "capital"})
# What an adjective of a state only says the place or sort of; to these, whose money it is.
_BESIDE = frozenset({"border", "coast", "language", "side", "soil", "dialect", "translation", *_PLACES})
_AIMS = frozenset(
    {"for", "at", "to"}
)  # only what is named here belongs to a thing: not "a plan for the coast of Moldor"
_BYSTANDING = frozenset({"media", "sport", "bank"})
_CANDIDATES = frozenset({
    "nominee", "candidate", "senator", "congressman", "congresswoman", "lawmaker", "critic", "businessman",
    "businesswoman", "host", "rival", "opponent", "frontrunner", "challenger", "incumbent", "pundit", "columnist",
})  # fmt: skip
_EXAMPLES = ("as", "including", "like")
# What a person or a speaker may call his own: "her party", "the ministry" that he speaks for.
_OWN_BODIES: Mapping[str, tuple[ActorKind, ...]] = {
    **dict.fromkeys(("country", "nation", "state", "government", "army", "military"), ("state",)),
    **dict.fromkeys(
        ("party", "ministry", "department", "agency", "company", "firm", "union", "group", "organisation",
         "organization", "bank", "church", "movement", "university", "council", "association", "commission",
         "forum", "alliance", "bloc", "network", "militia", "federation", "coalition"),
        ("organisation",),
    ),
}  # fmt: skip
Ties = Literal["none", "things", "acts"]  # whom a noun that names nobody may stand for
_FIRST = frozenset({"i", "we", "my", "our"})
MAX_BACK = 60  # tokens of a sentence in which the state is looked for that "the country" means
MAX_DEPTH = 3  # "homes of members of the party"


class Actors:
    """The cast, asked for the actors at a place in a clause."""

    __slots__ = ("_adjectives", "_named", "_quote_at", "_states", "cast", "tree")

    def __init__(self, cast: Cast, quotes: Sequence[Quote] = ()) -> None:
        self.cast = cast
        self.tree: Tree = cast.tree
        self._named = {index for index, label in self.tree.once(labels_by_token).items() if label in _ACTOR_LABELS}
        self._states = {name: chain.id for chain in cast.chains for name in (chain.name, *chain.aliases)}
        self._adjectives = {c.name + "n": c.id for c in cast.chains if c.kind == "state" and c.name.endswith("a")}
        self._quote_at: dict[int, Quote] = {}
        contents = [(span, quote) for quote in quotes for span in quote.content]
        for span, quote in sorted(contents, key=lambda c: (c[0].start - c[0].end, c[0].start)):  # the smallest last
            self._quote_at.update(dict.fromkeys(self.tree.tokens_in(span), quote))

    def quote(self, index: int) -> Quote | None:
        """Gives the innermost quote that token `index` stands in."""
        return self._quote_at.get(index)

    def can_act(self, index: int) -> bool:
        """Tells whether the noun phrase at `index` can act on purpose: a state, a court, *he*, *the miners*."""
        token = self.tree.tokens[index]
        if self.chain(index) is not None or index in self._named or token.lemma in _PERSONAL:
            return True
        if self.cast.several(index):
            return True
        if token.lemma == "it":  # "Ruvania said it would …"; else it may be a thing
            return self.tree.tokens[token.head].dep == "ccomp" or self._told_before(index) is not None
        if any(token.lemma in nouns_of(name) for name in ("actor", "official", "diplomat", "force", "held")):
            return True
        beside = (self.chain(apposed) for apposed in self.tree.all_children(index, "appos"))  # "Another, Arlen Bank, …"
        if any(chain is not None for chain in beside):
            return True
        return self._measures(index) and any(map(self.can_act, after(self.tree, index, "of")))

    def is_named(self, index: int) -> bool:
        """Tells whether the parser's recogniser takes token `index` for a part of somebody's name."""
        return index in self._named

    def is_unnamed_expert(self, index: int) -> bool:
        """Tells whether somebody's views are no measures: *experts*, *some analysts*."""
        chain = self.chain(index)
        nameless = chain is None or not self.cast.get(chain).named
        return nameless and self.tree.tokens[index].lemma in nouns_of("unnamed")

    def is_public_person(self, index: int) -> bool:
        """Tells whether somebody's attacks are words: *Ann Lee's*, *the senator's*; not *a man's*."""
        chain = self.chain(index)
        if chain is not None and self.cast.get(chain).kind != "person":
            return False
        named = chain is not None and self.cast.get(chain).named
        return named or self.tree.tokens[index].lemma in nouns_of("official") | _CANDIDATES

    def is_armed(self, index: int) -> bool:
        """Tells whether a noun is a force: *the jets*, *Ruvanian troops*, *the rebels*."""
        words = nouns_of("force") | {"rebel", "guerrilla", "militant", "insurgent", "gunman", "group"}
        return self.tree.tokens[index].lemma in words

    def is_owner(self, index: int) -> bool:
        """Tells whether it can be the act of a noun's modifier; not of a *missile*, nor in the *Port Arlen* attack."""
        chain = self.chain(index)
        if self.tree.tokens[index].dep in {"poss", "pobj"}:
            return chain is not None or self.can_act(index)
        return chain is not None and self.cast.get(chain).kind != "place"

    def names_only(self, index: int, kind: MeasureType) -> bool:
        """Tells whether a name says which a noun is, not whose: the *Quill* inquiry, the *Arlen Airlines* bombing."""
        chain = self.chain(index)
        if chain is None or self.tree.tokens[index].dep in {"poss", "pobj"}:
            return False
        one = self.cast.get(chain)
        known, is_body = kind_of_body(one.name), one.kind == "organisation"
        if known:
            return is_body and known in _BYSTANDING and kind in types_with("on bodies")
        harmless = kind == "ACCUSE" or one.name.split()[-1] in heads()  # "Airlines", not "US Predator"
        return one.kind == "person" or (is_body and kind in types_with("on bodies") and harmless)

    def chain(self, index: int) -> str | None:
        """Gives the id of the actor at token `index`: named, a state's adjective, "we" in a quote; else None."""
        found = self.cast.headed(index) or self.cast.covering(index)
        if found:
            return found.id
        token = self.tree.tokens[index]
        if token.lemma in _FIRST:
            quote = self.quote(index)
            return quote.source.actors[0] if quote and len(quote.source.actors) == 1 else None
        if token.lemma in {"country", "nation"} and token.tag == "NN":
            return self._country(index)
        if token.lemma in {"it", "they"}:
            return self._told_before(index)
        state = self.tree.gazetteer.state_of_adjective(token.text) if token.tag in {"JJ", "NNP"} else None
        return self._states.get(state.name) if state else self._adjectives.get(token.text)

    def _country(self, index: int) -> str | None:
        """Finds the one state that the sentence has named before: Ruvania's news agency said *the country's* army …."""
        first = max(self.tree.sentences[self.tree.sentence_of[index]][0], index - MAX_BACK)
        if self.tree.tokens[max(index - 1, first)].lemma != "the":
            return None
        before = (self.cast.headed(i) for i in range(first, index))
        states = {chain.id for chain in before if chain is not None and chain.kind == "state" and chain.named}
        return states.pop() if len(states) == 1 else None

    def _told_before(self, index: int) -> str | None:
        """Finds whom the sentence before is about, one body or state: the ministry spoke.  *It* froze their assets."""
        tree = self.tree
        token, number = tree.tokens[index], tree.sentence_of[index]
        if number == 0 or token.dep != "nsubj" or tree.tokens[token.head].dep != "ROOT":
            return None
        root = next((i for i in range(*tree.sentences[number - 1]) if tree.tokens[i].dep == "ROOT"), None)
        own = None if root is None else tree.child(root, "nsubj")
        found = None if own is None or tree.child(own, "conj") is not None else self.cast.headed(own)
        if own is None or found is None:
            return None
        one, several = found.kind in {"organisation", "state"}, tree.tokens[own].tag in {"NNS", "NNPS"}
        fits = one and not several if token.lemma == "it" else found.kind == "group" and several
        return found.id if fits else None

    def at(self, heads: Iterable[int | None], *, owners: Ties = "none") -> tuple[str, ...]:
        """Gives the ids of the actors at these noun phrases, coordinated ones apart.

        With `owners` "things", a thing stands for whom it belongs to or is about: *Moldor's* trade status, the
        embargo *on Moldor*; with "acts", an act for who does it: *Moldor's* raid on the port, a bill by *Ann Lee*.
        """
        found: dict[str, None] = {}
        for head in heads:
            if head is not None and not is_passed_over(self.tree, head):
                for part in self._coordinated_parts(head):
                    found.update(dict.fromkeys(self._actors_of_noun(part, owners=owners, depth=0)))
        return tuple(found)

    def _coordinated_parts(self, head: int) -> Iterator[int]:
        """Gives what is coordinated at `head`, also where it stands before the noun: *North* and *South Korea*."""
        parts = [part for part in self.tree.conjuncts(head) if not is_passed_over(self.tree, part)]
        if not any(self.tree.child(part, "cc") is not None for part in parts):
            parts = parts[:1]  # "the Arlen Union, the body of all dockers": set beside, whatever the parse says
        for part in parts:
            name = self.tree.tokens[part].pos == "PROPN"  # but French and Moldoran *ships* are ships
            for before in self.tree.all_children(part, "nmod", "amod") if name else ():
                if self.cast.headed(before) is not None and self.tree.child(before, "cc") is not None:
                    yield before
            yield part

    def _actors_of_noun(self, index: int, *, owners: Ties, depth: int) -> Iterator[str]:
        several = self.cast.several(index)
        if several:
            yield from (chain.id for chain in several)
            return
        chain = self.chain(index)
        if chain is None or not self.cast.get(chain).named:
            fuller = self._named_in_full(index) or self._of_possessor(index)
            if fuller:
                yield from fuller
                return
            if owners != "none" and self.tree.tokens[index].lemma in nouns_of("diplomat"):
                yield from [o for o in self.owners(index) if self.cast.get(o).named][:1] or filter(None, [chain])
                return
        if chain is not None:
            yield chain
            return
        yield from self._actors_beside(index, owners=owners, depth=depth)

    def _of_possessor(self, index: int) -> tuple[str, ...]:
        """Finds the body that a possessor has a role in: *her party*."""
        found = (self.body_of(index, owner) for owner in self.tree.all_children(index, "poss"))
        return next((bodies for bodies in found if bodies), ())

    def body_of(self, index: int, person: int) -> tuple[str, ...]:
        """Finds the one body or state that a person has a role in and the noun at `index` may mean."""
        kinds = _OWN_BODIES.get(self.tree.tokens[index].lemma, ())
        holder = self.chain(person)
        if holder is None or not kinds or self.tree.child(index, "amod", "compound", "prep") is not None:
            return ()
        held = dict.fromkeys(body for role in self.cast.get(holder).roles for body in role.of)
        found = tuple(body for body in held if self.cast.get(body).kind in kinds)
        return found if len(found) == 1 else ()

    def owners(self, index: int) -> tuple[str, ...]:
        """Tells whose the noun at `index` is: *Ruvania's* army, *Ruvanian* troops, the army of *Ruvania*."""
        heads = [*self.tree.all_children(index, *_MODIFIERS), *after(self.tree, index, "of")]
        parts = (part for head in heads for part in self.tree.conjuncts(head))
        return tuple(dict.fromkeys(chain for part in parts if (chain := self.chain(part)) is not None))

    def _named_in_full(self, index: int) -> list[str]:
        """Finds whom a description means: "nations *such as Moldor*", "a group *of miners*", "the chief, *Ann Lee*"."""
        heads = list(after(self.tree, index, *_EXAMPLES))
        if self._measures(index) or self.tree.tokens[index].lemma in _PLACES:
            heads += after(self.tree, index, "of")
        found = [chain for head in heads for part in self.tree.conjuncts(head) if (chain := self.chain(part))]
        beside = (self.chain(apposed) for apposed in self.tree.all_children(index, "appos"))
        holder = self._person_of_office(index, heads)
        if holder is not None:
            return [holder]
        named = [chain for chain in (*found, *filter(None, beside)) if self.cast.get(chain).named]
        return named or self._name_before(index) or found

    def _person_of_office(self, index: int, heads: Sequence[int]) -> str | None:
        """Finds *Ann Lee* in "the leader of the Arlen Party, Ann Lee, …", whichever she is parsed beside."""
        if self.tree.tokens[index].lemma not in nouns_of("official") | {"leader", "head", "member"}:
            return None
        apposed = (a for place in (index, *heads) for a in self.tree.all_children(place, "appos"))
        chains = (chain for a in apposed if (chain := self.chain(a)) is not None)
        return next((c for c in chains if self.cast.get(c).named and self.cast.get(c).kind == "person"), None)

    def _name_before(self, index: int) -> list[str]:
        """Finds the body whose name stands before the word for it: the *Arlen Union* party, the *Free Port* forum."""
        kinds = _OWN_BODIES.get(self.tree.tokens[index].lemma, ())
        before = [chain for c in self.tree.all_children(index, "compound", "nmod") if (chain := self.chain(c))]
        return [c for c in before[-1:] if kinds == ("organisation",) and self.cast.get(c).kind == "organisation"]

    def _actors_beside(self, index: int, *, owners: Ties, depth: int) -> Iterator[str]:
        """Gives the actors that modify a noun which names none itself."""
        if depth >= MAX_DEPTH:
            return
        lemma = self.tree.tokens[index].lemma
        suffered = lemma in nouns_of("ouster") or any(frame.suffered for frame in noun_frames().get(lemma, ()))
        if owners == "acts" and suffered:
            return  # to condemn *Carl Dorn's* killing, to demand his arrest: he did nothing, nor shall he
        if owners != "none" or self.can_act(index) or self.tree.tokens[index].lemma in nouns_of("statement"):
            found = self._modifying(index)
            if found:
                yield from found
                return
        if owners != "none" or self._acts_for(index):
            yield from self._actors_after(index, owners=owners, depth=depth)

    def _modifying(self, index: int) -> list[str]:
        """Finds the actors before a noun: *Moldor's* trade status; of "Carl Dorn's *Red Front* movement" the front."""
        by_dep: dict[bool, list[str]] = {}
        name = self.tree.tokens[index].pos == "PROPN"  # the *Iraq* War is no war of Iraq's
        for modifier in self.tree.all_children(index, *_MODIFIERS[: 1 if name else None]):
            chains = [
                chain for part in self.tree.conjuncts(modifier) if (chain := self._owner_of_noun(part, modifier, index))
            ]
            by_dep.setdefault(self.tree.tokens[modifier].dep == "poss", []).extend(chains)
        if by_dep.get(False) and self.can_act(index):
            return by_dep[False]
        return [*by_dep.get(True, ()), *by_dep.get(False, ())]

    def _owner_of_noun(self, part: int, modifier: int, noun: int) -> str | None:
        """Finds whose a noun is: *Moldor's* border, *Moldoran* exports; not the *Moldoran* border, the *Gulf* war."""
        chain = self.chain(part)
        if chain is None or self.tree.tokens[modifier].dep == "poss":
            return chain
        beside = self.tree.tokens[noun].lemma in _BESIDE | nouns_of("money") or self.cast.get(chain).kind == "place"
        return None if beside else chain

    def _actors_after(self, index: int, *, owners: Ties, depth: int) -> Iterator[str]:
        """Finds the actors after a noun: the embargo on *Moldor*, a bill drafted by the *Arlen Council*."""
        tree = self.tree
        for word in self._prepositions_of_actors(index, owners):
            for inner in after(tree, index, word):
                for part in tree.conjuncts(inner):
                    if word not in _AIMS or self.chain(part) is not None:
                        yield from self._actors_of_noun(part, owners=owners, depth=depth + 1)
        for clause in tree.all_children(index, "acl") if owners != "none" else ():
            for agent in after(tree, clause, "by"):
                yield from self._actors_of_noun(agent, owners="none", depth=depth + 1)

    def _prepositions_of_actors(self, index: int, owners: Ties) -> tuple[str, ...]:
        """Gives the prepositions after which one stands for the noun: the raid *by* Moldor, the arrest *of* Lee."""
        if owners == "none":
            return ("of",)
        if self.tree.tokens[index].lemma in nouns_of("mishap"):
            return ("by",)
        frames = noun_frames().get(self.tree.tokens[index].lemma, ())
        if owners == "things" or not frames:
            return _OF_THE_OBJECT
        done_to_it = all(frame.type in types_with("done to") and not frame.of for frame in frames)
        return ("from", "by") if done_to_it else ("of", "from", "by", "with", "between")

    def _acts_for(self, index: int) -> bool:
        """Tells whether who comes after a noun is the one that acts: *the president of*, *forces of*, *a group of*."""
        lemma = self.tree.tokens[index].lemma
        return any(lemma in nouns_of(name) for name in ("container", "official", "force", "diplomat"))

    def _measures(self, index: int) -> bool:
        """Tells whether a word counts others: *a group* of miners, *three* of its members."""
        token = self.tree.tokens[index]
        return token.lemma in nouns_of("container") or token.pos == "NUM"

"""Chains in the making: who is known so far, and which tokens are spoken for."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...language.letters import slug
from ...language.tables import State
from ...language.tree import Tree
from ...language.words import Gender
from ...model import ActorKind, Chain, Mention, MentionForm, Role

NAMELESS = "unnamed"  # id of a chain whose name has no letter

Tokens = tuple[int, int]  # [first, last)


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """One chain while its mentions are gathered."""

    id: str
    name: str
    named: bool
    kind: ActorKind
    gender: Gender = ""
    confidence: float = 1.0  # that it is an actor at all
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)  # every form of the name, with its count


class Drafts:
    """All drafts of an article; a token is part of one mention at most, heads at most one, be it of several at once."""

    __slots__ = ("_at", "_by_id", "_by_name", "_numbers", "_states", "tree")

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._by_id: dict[str, Draft] = {}
        self._by_name: dict[tuple[bool, str], Draft] = {}
        self._states: dict[str, Draft] = {}
        self._numbers: Counter[str] = Counter()  # slug → how many more drafts have it
        self._at: dict[int, Draft | None] = {}  # None: of several at once

    def __iter__(self) -> Iterator[Draft]:
        return iter(tuple(self._by_id.values()))

    def make(self, name: str, kind: ActorKind, *, named: bool) -> Draft:
        """Makes a new draft; its id is its name's slug, numbered where two have one name."""
        base = slug(name, NAMELESS)
        wanted = base
        while wanted in self._by_id:
            self._numbers[base] += 1
            wanted = f"{base}-{self._numbers[base]}"
        draft = Draft(id=wanted, name=name, named=named, kind=kind)
        self._by_id[wanted] = draft
        self._by_name.setdefault((named, name.casefold()), draft)
        state = self.tree.gazetteer.state_of(name) if named and kind == "state" else None
        if state:
            self._states.setdefault(state.name, draft)
        return draft

    def called(self, name: str, *, named: bool) -> Draft | None:
        """Gives the first draft of that very name."""
        return self._by_name.get((named, name.casefold()))

    def at(self, index: int) -> Draft | None:
        """Tells whose mention token `index` is part of."""
        return self._at.get(index)

    def is_taken(self, index: int) -> bool:
        """Tells whether token `index` is part of a mention, be it of one or of several at once."""
        return index in self._at

    def state_called(self, name: str) -> Draft:
        """Gives the draft of the state of that name; made where the article knows it by its seat only."""
        return self._states.get(name) or self.make(name, "state", named=True)

    def state(self, state: State) -> Draft | None:
        """Gives the draft of that state, where the article names it."""
        return self._states.get(state.name)

    def mention(
        self,
        draft: Draft,
        tokens: Tokens,
        form: MentionForm,
        head: int,
        rule: str,
        taken: Tokens | None = None,
        sure: float = 1.0,
    ) -> None:
        """Adds tokens ``[first, last)`` as a mention of `draft`; those `taken` are spoken for, all where not said."""
        first, last = tokens
        span = self.tree.span(first, last)
        draft.mentions.append(Mention(span=span, form=form, head=head, rule=rule, confidence=round(sure, 2)))
        for index in range(*(taken or tokens)):
            self._at[index] = draft

    def together(self, drafts: Iterable[Draft], tokens: Tokens, head: int, rule: str) -> None:
        """Adds tokens ``[first, last)`` as a mention of each of `drafts`, who stay apart."""
        first, last = tokens
        for draft in drafts:
            draft.mentions.append(Mention(span=self.tree.span(first, last), form="description", head=head, rule=rule))
        self._at.update(dict.fromkeys(range(first, last)))

    def chains(self) -> tuple[Chain, ...]:
        """Gives every draft that is mentioned, in the order of first mention."""
        found = [_chain(draft) for draft in self._by_id.values() if draft.mentions]
        return tuple(sorted(found, key=lambda chain: (chain.mentions[0].span, chain.id)))


def _chain(draft: Draft) -> Chain:
    mentions = tuple(sorted(draft.mentions, key=lambda mention: mention.span))
    aliases = tuple(form for form, _ in draft.forms.most_common() if form != draft.name)
    roles: dict[tuple[str, tuple[str, ...]], Role] = {}
    for role in sorted(draft.roles, key=lambda role: (not role.of, role.span)):
        if role.of or not any(known == role.role.casefold() for known, _ in roles):
            roles.setdefault((role.role.casefold(), role.of), role)  # "President Putin" says no more than "Russian …"
    return Chain(
        id=draft.id,
        name=draft.name,
        named=draft.named,
        kind=draft.kind,
        aliases=aliases,
        roles=tuple(sorted(roles.values(), key=lambda role: role.span)),
        confidence=round(draft.confidence, 2),
        mentions=mentions,
    )

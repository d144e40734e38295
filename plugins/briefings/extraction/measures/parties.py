"""Who does an act and to whom: from its own clause, else from the acts told just before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...language.measure_frames import STATUS_OF, nouns_of
from ...language.tables import state_of_capital
from ...language.tree import Tree
from ...language.words import bodies
from ...model import ActorKind, MeasureType, Status
from ..grammar.clauses import complements, doer, is_passive, is_several, is_state, patient, subject
from .arguments import Actors, Ties, owner_heads
from .senses import NOTHING, sense_of
from .statuses import Verdict
from .targets import target_heads
from .tellings import Draft, share
from .triggers import Trigger

BACK = 4  # tellings back in which "the two sides" and the doer of a passive are looked for
TWO = 2
FAR_BACK = 12  # tellings back in which what an answer answers is looked for: attack and counter-attack
_SIDES = frozenset({"side", "country", "nation", "government", "leader", "minister", "president", "party", "state"})
_KINDS: Mapping[str, tuple[ActorKind, ...]] = {
    **dict.fromkeys(("country", "nation", "state", "government"), ("state",)),
    **dict.fromkeys(("minister", "leader", "president"), ("person",)),
}
_FROM_NAMES = frozenset({"they", "both", "two"})
_BOTH_WAYS = frozenset({"exchange", "clash", "trade", "swap"})
_ANSWERS = frozenset({"retaliate", "respond", "counterattack"})
_DENIALS = frozenset({"deny", "reject", "dismiss", "refute", "denial", "rejection"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
# Kinds of acts that come in lists against or for one and the same: "cut aid, froze accounts and closed the border".
_ONE_TARGET = frozenset({"SANCTION", "COERCE", "CONCEDE", "AID", "COOPERATE"})
# Acts whose target may be a place without being a state.
_AT_PLACES = frozenset({"CONSULT", "ASSAULT", "AID", "MOBILIZE", "COERCE", "RETREAT", "CONCEDE", "THREATEN"})
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# Acts whose two parties are no two sides of anything: a firm and the court that it asks.
_ONE_WAY = frozenset({"REQUEST", "SUPPORT", "AID", "GOVERN"})
# Acts that answer another act: what they are about is done by their target, not to it.
_JUDGES = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST"})
# "The request", "the attack" after any word for asking or attacking.
_BY_ANY_WORD = frozenset({"REQUEST", "ASSAULT"})
# What is said to a town is said to those who sit there: urged *Brussels*, accused *Kyiv*.
_TO_SEATS = frozenset({"ACCUSE", "REQUEST", "AGREE"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The two sides of an act, and its type where the act told before corrects it."""

    type: MeasureType
    status: Status
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    inherited: bool  # who did it stands in the telling before
    again: bool  # the act itself is one that was told before
    is_act: bool  # its words mean what they say, or another act: nobody is hurt who battles a disease


def parties_of(actors: Actors, trigger: Trigger, verdict: Verdict, before: Sequence[Draft]) -> Parties:
    """The sides that the clause names; where it leaves one out, the one that a telling in `before` gives."""
    initiators = _initiators(actors, trigger, verdict, before)
    targets = _targets(actors, trigger, initiators, before)
    told = _meant_again(actors.tree, trigger, before)
    kind = told.type if told is not None and verdict.type == trigger.type else verdict.type
    sense = sense_of(actors, trigger, initiators, targets)
    kind = sense if sense is not None and sense != NOTHING else kind
    if not targets:
        earlier = told.targets if told is not None else _answered(actors, trigger, initiators, before)
        targets = tuple(t for t in earlier if t not in initiators)
    passive = None if initiators else _told_before(actors.tree, trigger, verdict, targets, before[-BACK:])
    if passive is not None:
        initiators = passive.initiators
        targets = targets or (passive.targets if passive.targets_named else ())
    if not targets and len(initiators) > 1 and verdict.status != "proposed" and _is_mutual(actors.tree, trigger):
        targets = initiators
    return Parties(
        type=kind,
        status=STATUS_OF.get(kind, verdict.status) if sense else verdict.status,
        initiators=initiators,
        targets=targets,
        inherited=passive is not None,
        again=told is not None,
        is_act=sense != NOTHING,
    )


# ------------------------------------------------------------------ in the clause
def _initiators(actors: Actors, trigger: Trigger, verdict: Verdict, before: Sequence[Draft]) -> tuple[str, ...]:
    """*Ruvania* expelled …, was expelled by *Ruvania*, *Ruvania's* attack; both where the text says "the two sides"."""
    tree = actors.tree
    if trigger.verb is None:
        return actors.at(_own(tree, _doers(actors, trigger)))
    head = subject(tree, trigger.verb) if is_state(tree, trigger.verb) else doer(tree, trigger.verb)
    found = actors.at([head])
    if head is not None and not any(actors.cast.get(chain).named for chain in found):
        if verdict.speaker is not None and _means_speaker(actors, head, verdict.speaker, known=bool(found)):
            return actors.at([verdict.speaker])
        if _names_both(tree, head):
            found = _just_met(tree, head, before) or _both(actors, head, before) or found
        elif verdict.speaker is not None:
            found = actors.body_of(head, verdict.speaker) or found
    if trigger.type == "MOBILIZE" and head is None:  # "the army of Ruvania was put on alert"
        return _ordered(actors, patient(tree, trigger.verb))
    if trigger.type == "SUPPORT" and trigger.noun is not None and found:  # "he voiced Ruvania's support for …"
        found += tuple(o for o in actors.at(tree.all_children(trigger.noun, "poss")) if o not in found)
    return found


def _ordered(actors: Actors, force: int | None) -> tuple[str, ...]:
    """*Ruvania's* army was put on alert: whose forces they are has moved them; else the forces themselves."""
    found = actors.at([force], owners="things")
    if force is None or any(actors.cast.get(chain).named for chain in found):
        return found
    owners = tuple(o for o in actors.owners(force) if actors.cast.get(o).named)
    return owners or found


def _is_speaker(actors: Actors, pronoun: int, speaker: int) -> bool:
    """*Ruvania said it would …*, *miners said they would …*; not Ann Lee said *they* would …."""
    if pronoun < speaker:
        return False  # "They agreed to meet, the ministry said."
    one = any(actors.cast.get(chain).kind == "person" for chain in actors.at([speaker]))
    match actors.tree.tokens[pronoun].lemma:
        case "he" | "she":
            return one
        case "it":
            return not one
        case "they":
            return not one or is_several(actors.tree, speaker)
    return False


def _means_speaker(actors: Actors, head: int, speaker: int, *, known: bool) -> bool:
    """Ruvania said *it* would …, said *its troops* had …."""
    return _is_force_of(actors, head, speaker) or (not known and _is_speaker(actors, head, speaker))


def _is_force_of(actors: Actors, force: int, speaker: int) -> bool:
    """*Ruvania said its troops had …*: whose forces act, acts."""
    tree = actors.tree
    whose = tree.child(force, "poss")
    own = whose is not None and tree.tokens[whose].lemma in {"its", "their"}
    persons = any(actors.cast.get(chain).kind == "person" for chain in actors.at([speaker]))
    return own and not persons and tree.tokens[force].lemma in nouns_of("force")


def _doers(actors: Actors, trigger: Trigger) -> list[int]:
    """Who stands beside a noun as its doer, names that only say which one it is left out."""
    heads = owner_heads(actors.tree, trigger.head, of=trigger.of, suffered=trigger.suffered)
    return [head for head in heads if not actors.names_only(head, trigger.type)]


def _own(tree: Tree, heads: Sequence[int]) -> list[int]:
    """Doers in full: a possessor or agent shuts out what only stands before the noun."""
    strong = [h for h in heads if tree.tokens[h].dep in {"poss", "pobj"}]
    return strong or list(heads)


def _targets(actors: Actors, trigger: Trigger, initiators: tuple[str, ...], before: Sequence[Draft]) -> tuple[str, ...]:
    """The actors at the first of the trigger's places for a target where there are any."""
    ties: Ties = "acts" if trigger.type in _JUDGES else "things"
    if trigger.type == "THREATEN" and trigger.verb is not None:  # "he warned that Ruvania will close its border"
        inside = (subject(actors.tree, clause) for clause in complements(actors.tree, trigger.verb))
        initiators = (*initiators, *(() if trigger.noun is not None else actors.at(inside)))
    for route in trigger.targets:
        for places_told in target_heads(actors.tree, trigger, route):
            heads = [head for head in places_told if not _is_own(actors.tree, trigger, head)]
            sides = next((_pair(actors, head, before) for head in heads if _says_both(actors, head)), ())
            if sides and not set(sides) & set(initiators):
                return sides
            places = (
                {c for head in heads if (c := actors.chain(head)) is not None} if trigger.type in _TO_SEATS else set()
            )
            found = tuple(t for t in actors.at(heads, owners=ties) if t not in initiators)
            found = tuple(t for t in found if t in places or _fits(actors, trigger, t))
            if route == "inside" and _is_where(actors.tree, heads):
                found = tuple(t for t in found if actors.cast.get(t).kind in {"state", "place"})
            if found:
                return found
    return _once_more(actors, trigger, initiators, before)


def _once_more(
    actors: Actors, trigger: Trigger, initiators: tuple[str, ...], before: Sequence[Draft]
) -> tuple[str, ...]:
    """Fined two banks, accusing *them* of fraud: whom the same doer's act just before in the sentence was done to."""
    done_to = None if trigger.verb is None or trigger.noun is not None else patient(actors.tree, trigger.verb)
    last = before[-1] if before else None
    if done_to is None or last is None or not initiators or last.initiators != initiators:
        return ()
    targets = [actors.cast.get(chain) for chain in last.targets]
    if last.sentence != actors.tree.sentence_span(done_to) or not targets:
        return ()
    several = len(targets) > 1 or targets[0].kind == "group"
    match actors.tree.tokens[done_to].text.lower():
        case "them":
            fits = several or targets[0].kind == "organisation"
        case "him" | "her":
            fits = not several and targets[0].kind == "person"
        case "it":
            fits = not several and targets[0].kind != "person"
        case _:
            fits = False
    return last.targets if fits else ()


def _fits(actors: Actors, trigger: Trigger, chain: str) -> bool:
    """A river or a town is no target of sanctions; a capital is, for its state."""
    one = actors.cast.get(chain)
    return trigger.type in _AT_PLACES or one.kind != "place" or state_of_capital(one.name) is not None


def _is_where(tree: Tree, heads: Sequence[int]) -> bool:
    """Vowed to fight it *in court*: an "in" tells a place, nobody."""
    return any(tree.tokens[tree.tokens[head].head].text == "in" for head in heads)


def _is_own(tree: Tree, trigger: Trigger, head: int) -> bool:
    """Closed *its consulate*: what belongs to the doer himself is nobody else; *its chief* is."""
    own = tree.child(head, "poss")
    if own is None or tree.tokens[own].lemma not in {"its", "their"}:
        return False
    lemma = tree.tokens[head].lemma
    return trigger.type == "SANCTION" and (bodies().get(lemma) not in {None, "group"} or lemma in nouns_of("place"))


def _is_mutual(tree: Tree, trigger: Trigger) -> bool:
    return trigger.type in _MUTUAL or (trigger.verb is not None and tree.tokens[trigger.verb].lemma in _BOTH_WAYS)


def _names_both(tree: Tree, head: int) -> bool:
    """*The two sides*, *both countries*, *they*; not *EU leaders*."""
    token = tree.tokens[head]
    if token.lemma in _FROM_NAMES:
        return True
    whose = any(tree.tokens[c].pos == "PROPN" for c in tree.all_children(head, "compound", "poss", "nmod", "amod"))
    return token.lemma in _SIDES and token.tag == "NNS" and not whose


# ------------------------------------------------------------------ in the tellings before
def _both(actors: Actors, head: int, before: Sequence[Draft]) -> tuple[str, ...]:
    """The two parties that the measures just before were about, if they were two of the kind that is meant."""
    lemma = actors.tree.tokens[head].lemma
    kinds = _KINDS.get(lemma, ("state", "person", "organisation"))
    drafts = [d for d in before[-BACK:] if lemma != "they" or d.type in _MUTUAL]
    parties = [tuple(dict.fromkeys((*d.initiators, *d.targets))) for d in reversed(drafts)]
    together = tuple(dict.fromkeys(p for some in parties for p in some))
    fitting = (_alike(actors, _named(actors, some, kinds)) for some in (*parties, together))
    return next((some for some in fitting if len(some) == 2), ()) or (
        _pair(actors, head, before) if lemma != "they" else ()
    )


def _says_both(actors: Actors, head: int) -> bool:
    """*Both sides*, *the two governments*, whom the text itself does not tell; not *two ministers*, *all parties*."""
    tree = actors.tree
    if actors.cast.several(head):
        return False
    words = {tree.tokens[c].lemma for c in tree.all_children(head, "det", "nummod", "predet")}
    return _names_both(tree, head) and ("both" in words or words >= {"the", "two"})


def _pair(actors: Actors, head: int, before: Sequence[Draft]) -> tuple[str, ...]:
    """The two sides of one act told before, else the only two states that the acts before were about."""
    kinds = _KINDS.get(actors.tree.tokens[head].lemma, ("state", "person", "organisation"))
    opposed = [draft for draft in before if draft.type not in _ONE_WAY]
    told = (_named(actors, dict.fromkeys((*d.initiators, *d.targets)), kinds) for d in reversed(opposed))
    pairs = (_alike(actors, some) for some in told)
    states = _named(actors, dict.fromkeys(p for d in before for p in (*d.initiators, *d.targets)), ("state",))
    return next((pair for pair in pairs if len(pair) == 2), states if len(states) == 2 else ())


def _just_met(tree: Tree, head: int, before: Sequence[Draft]) -> tuple[str, ...]:
    """Lee met her counterpart and *the two* agreed: those of the talks in the same sentence, named or not."""
    last = before[-1] if before else None
    if last is None or last.type not in _MUTUAL or last.sentence != tree.sentence_span(head):
        return ()
    parties = tuple(dict.fromkeys((*last.initiators, *last.targets)))
    return parties if len(parties) == TWO else ()


def _alike(actors: Actors, chains: tuple[str, ...]) -> tuple[str, ...]:
    """Two that may be called one thing: two states, two persons; not a person and a body."""
    return chains if len({actors.cast.get(chain).kind for chain in chains}) == 1 else ()


def _named(actors: Actors, chains: Iterable[str], kinds: Sequence[ActorKind]) -> tuple[str, ...]:
    return tuple(c for c in chains if actors.cast.get(c).named and actors.cast.get(c).kind in kinds)


def _meant_again(tree: Tree, trigger: Trigger, before: Sequence[Draft]) -> Draft | None:
    """*The attack* was launched by …: the attack told last, of whatever kind that was."""
    if trigger.noun is None or not any(
        tree.tokens[c].lemma in _DEFINITE for c in tree.all_children(trigger.noun, "det")
    ):
        return None
    word = tree.tokens[trigger.noun].lemma
    kinds = {trigger.type} & _BY_ANY_WORD
    return next((d for d in reversed(before[-FAR_BACK:]) if d.targets and (d.word == word or d.type in kinds)), None)


def _answered(
    actors: Actors, trigger: Trigger, initiators: tuple[str, ...], before: Sequence[Draft]
) -> tuple[str, ...]:
    """Denied *the allegations*: who made them.  *Retaliated*: against whom attacked."""
    tree = actors.tree
    word = tree.tokens[trigger.head].lemma
    if trigger.type == "REJECT" and word in _DENIALS and trigger.verb is not None:
        done_to = patient(tree, trigger.verb)
        if done_to is not None and tree.tokens[done_to].lemma in nouns_of("accusation"):
            return _last_against(initiators, before, frozenset({"ACCUSE"}))
    if word in _ANSWERS:
        return _last_against(initiators, before, _DEEDS)
    return ()


def _last_against(party: tuple[str, ...], before: Sequence[Draft], kinds: frozenset[str]) -> tuple[str, ...]:
    """Who last did an act of these kinds to `party`; of one that went both ways, the other side."""
    for draft in reversed(before[-FAR_BACK:]):
        if draft.type in kinds and draft.named and not set(draft.targets).isdisjoint(party):
            return tuple(i for i in draft.initiators if i not in party)
    return ()


def _told_before(
    tree: Tree, trigger: Trigger, verdict: Verdict, targets: tuple[str, ...], before: Sequence[Draft]
) -> Draft | None:
    """For a passive that leaves out its doer: a telling before of a like act, done to the same one."""
    if trigger.verb is None or not is_passive(tree, trigger.verb) or verdict.status != "taken":
        return None
    for back, draft in enumerate(reversed(before)):
        alike = draft.type == verdict.type and draft.status == "taken" and len(draft.initiators) == 1
        if alike and (share(targets, draft.targets) or (not targets and not back and _is_thing(tree, trigger.verb))):
            return draft
    return None


def _is_thing(tree: Tree, verb: int) -> bool:
    """*Air links* were cut as well; not *a third* was acquitted."""
    done_to = patient(tree, verb)
    return done_to is not None and tree.child(done_to, "amod", "compound", "prep") is not None


def shared(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Acts of one kind in one sentence by one actor share the target that only one of them names."""
    named = {(d.sentence, d.type, d.initiators): d.targets for d in drafts if d.targets_named and d.initiators}
    last: tuple[Draft, ...] = ()
    for draft in drafts:
        found = draft
        if draft.type in _ONE_TARGET and not draft.targets:
            common = named.get((draft.sentence, draft.type, draft.initiators), ())
            found = replace(draft, targets=common, targets_named=bool(common))
        if found.inherited and last and not found.targets and last[0].targets_named and last[0].type == found.type:
            found = replace(found, targets=last[0].targets, targets_named=True)
        last = (found,)
        yield found

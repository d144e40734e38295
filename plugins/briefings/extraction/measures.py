"""Who did, announced, demanded, threatened or refused what, toward whom, when: the order of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..language.tree import Tree
from ..model import ActorKind, Article, Measure, Quote, Span, Telling
from .acts import nouns_of
from .arguments import Actors, owner_heads, phrase
from .cast import Cast
from .clauses import after, doer, is_passive, is_several, is_state, patient, subject
from .ids import Ids
from .statuses import Verdict, judge
from .targets import target_heads
from .tellings import Draft, bring_together, fullest, share
from .triggers import Trigger, find_triggers
from .whens import Calendar, read_calendar, resolve, when_of

# How sure a rule is by itself, from the share of its finds that hold on articles read by hand.
CONFIDENCE: Mapping[str, float] = {
    "verb_in_frame": 0.8,
    "light_verb": 0.8,
    "obligations": 0.7,
    "claims": 0.6,
    "lone_noun": 0.55,
}
NOBODY = 0.2  # less sure where nobody is named who did it
INHERITED = 0.15  # less sure where he stands in the telling before
BACK = 4  # tellings back in which "the two sides" and the doer of a passive are looked for
MAX_WORDS = 6  # words between a light verb and its noun that one trigger may span
_SIDES = frozenset({"side", "country", "nation", "government", "leader", "minister", "president", "party", "state"})
_KINDS: Mapping[str, tuple[ActorKind, ...]] = {
    **dict.fromkeys(("country", "nation", "state", "government"), ("state",)),
    **dict.fromkeys(("minister", "leader", "president"), ("person",)),
}
_FROM_NAMES = frozenset({"they", "both", "two"})
_BOTH_WAYS = frozenset({"exchange", "clash", "trade", "swap"})
# Kinds of acts that come in lists against or for one and the same: "cut aid, froze accounts and closed the border".
_ONE_TARGET = frozenset({"SANCTION", "COERCE", "CONCEDE", "AID", "COOPERATE"})
# Acts whose target may be a place without being a state.
_AT_PLACES = frozenset({"CONSULT", "ASSAULT", "AID", "MOBILIZE", "COERCE", "RETREAT", "CONCEDE"})
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def find_measures(article: Article, cast: Cast, quotes: Sequence[Quote]) -> tuple[Measure, ...]:
    """The measures of one article, in the order of their first telling."""
    actors = Actors(cast, quotes)
    calendar = read_calendar(article, cast.tree)
    drafts: list[Draft] = []
    for trigger in find_triggers(actors):
        verdict = judge(actors, trigger)
        if verdict is not None:
            draft = _draft(actors, calendar, trigger, verdict, drafts[-BACK:])
            if draft.initiators or not _needs_doer(cast.tree, draft):
                drafts.append(draft)
    ids = Ids()
    return tuple(_measure(article.text, group, actors, ids) for group in bring_together(_shared(drafts)))


def _needs_doer(tree: Tree, draft: Draft) -> bool:
    """Whether the act is nothing without its doer: *The fund was set up*; *they would quit*, whoever they are."""
    verb = draft.trigger.verb
    if verb is None:
        return False
    if is_passive(tree, verb):
        return draft.type in {"GOVERN", "SUPPORT"} and draft.status == "taken"
    head = doer(tree, verb)
    return draft.status in {"planned", "announced"} and head is not None and tree.tokens[head].pos == "PRON"


# ------------------------------------------------------------------ one telling
def _draft(actors: Actors, calendar: Calendar, trigger: Trigger, verdict: Verdict, before: Sequence[Draft]) -> Draft:
    tree = actors.tree
    initiators = _initiators(actors, trigger, verdict, before)
    targets = _targets(actors, trigger, initiators)
    earlier = None if initiators else _told_before(tree, trigger, verdict, targets, before)
    if earlier is not None:
        initiators, targets = earlier.initiators, targets or earlier.targets
    if not targets and len(initiators) > 1 and _is_mutual(tree, trigger):
        targets = initiators
    ahead = verdict.status in {"planned", "announced", "proposed"}
    said = verdict.status in {"announced", "threatened"} or trigger.rule == "obligations"
    when, saying = when_of(tree, calendar, trigger.words[::-1], said=said)
    day = resolve(when, calendar, ahead=ahead and not saying) if when else None
    return Draft(
        trigger=trigger,
        type=verdict.type,
        status=verdict.status,
        word=tree.tokens[trigger.head if trigger.noun is None else trigger.noun].lemma,
        initiators=initiators,
        named=any(actors.cast.get(chain).named for chain in initiators),
        targets=targets,
        instrument=_instrument(actors, trigger),
        span=_words(tree, trigger),
        sentence=tree.sentence_span(trigger.head),
        date=day,
        date_span=when.span if when and day else None,
        date_inferred=bool(day) and calendar.inferred,
        place=_place(actors, trigger),
        hedged=verdict.hedged,
        speaker=next(iter(actors.at([verdict.speaker])), None),
        inherited=earlier is not None,
        issued=_issued(tree, trigger),
    )


def _issued(tree: Tree, trigger: Trigger) -> int | None:
    """Launched *a petition asking* the state for help: the verb that the asking is a part of."""
    if trigger.verb is None or tree.tokens[trigger.verb].tag != "VBG":
        return None
    above = tree.tokens[trigger.verb].head
    if tree.tokens[trigger.verb].dep == "acl":
        above = tree.tokens[above].head
    words = patient(tree, above)
    said = words is not None and any(tree.tokens[words].lemma in nouns_of(name) for name in ("statement", "request"))
    return above if said and tree.child(trigger.verb, "mark") is None else None


def _initiators(actors: Actors, trigger: Trigger, verdict: Verdict, before: Sequence[Draft]) -> tuple[str, ...]:
    """*Ruvania* expelled …, was expelled by *Ruvania*, *Ruvania's* attack; both where the text says "the two sides"."""
    tree = actors.tree
    if trigger.verb is None:
        return actors.at(_own(tree, owner_heads(tree, trigger.head, of=trigger.of)))
    head = subject(tree, trigger.verb) if is_state(tree, trigger.verb) else doer(tree, trigger.verb)
    found = actors.at([head])
    if head is not None and not any(actors.cast.get(chain).named for chain in found):
        if not found and verdict.speaker is not None and _is_speaker(actors, head, verdict.speaker):
            return actors.at([verdict.speaker])
        if _names_both(tree, head):
            found = _both(actors, head, before) or found
    if trigger.type == "MOBILIZE" and head is None:  # "the army of Ruvania was put on alert"
        return actors.at([patient(tree, trigger.verb)], owners=True)
    if trigger.type == "SUPPORT" and trigger.noun is not None and found:  # "he voiced Ruvania's support for …"
        found += tuple(o for o in actors.at(tree.all_children(trigger.noun, "poss")) if o not in found)
    return found


def _is_speaker(actors: Actors, pronoun: int, speaker: int) -> bool:
    """*Ruvania said it would …*, *miners said they would …*; not Ann Lee said *they* would …."""
    one = any(actors.cast.get(chain).kind == "person" for chain in actors.at([speaker]))
    match actors.tree.tokens[pronoun].lemma:
        case "he" | "she":
            return one
        case "it":
            return not one
        case "they":
            return not one or is_several(actors.tree, speaker)
    return False


def _told_before(
    tree: Tree, trigger: Trigger, verdict: Verdict, targets: tuple[str, ...], before: Sequence[Draft]
) -> Draft | None:
    """For a passive that leaves out its doer: a telling before of a like act, done to the same one."""
    if trigger.verb is None or not is_passive(tree, trigger.verb) or verdict.status != "taken":
        return None
    for back, draft in enumerate(reversed(before)):
        alike = draft.type == verdict.type and draft.status == "taken" and len(draft.initiators) == 1
        if alike and (share(targets, draft.targets) or (not targets and not back)):
            return draft
    return None


def _shared(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Acts of one kind in one sentence by one actor share the target that only one of them names."""
    named = {(d.sentence, d.type, d.initiators): d.targets for d in drafts if d.targets and d.initiators}
    last: tuple[Draft, ...] = ()
    for draft in drafts:
        found = draft
        if draft.type in _ONE_TARGET and not draft.targets:
            found = replace(draft, targets=named.get((draft.sentence, draft.type, draft.initiators), ()))
        if found.inherited and last and not found.targets and last[0].type == found.type:
            found = replace(found, targets=last[0].targets)
        last = (found,)
        yield found


def _own(tree: Tree, heads: Sequence[int]) -> list[int]:
    """Doers in full: a possessor or agent shuts out what only stands before the noun."""
    strong = [h for h in heads if tree.tokens[h].dep in {"poss", "pobj"}]
    return strong or list(heads)


def _names_both(tree: Tree, head: int) -> bool:
    """*The two sides*, *both countries*, *they*."""
    token = tree.tokens[head]
    return token.lemma in _FROM_NAMES or (token.lemma in _SIDES and is_several(tree, head))


def _both(actors: Actors, head: int, before: Sequence[Draft]) -> tuple[str, ...]:
    """The two parties that the measures just before were about, if they were two of the kind that is meant."""
    lemma = actors.tree.tokens[head].lemma
    kinds = _KINDS.get(lemma, ("state", "person", "organisation"))
    drafts = [d for d in before if lemma != "they" or d.type in _MUTUAL]
    parties = [tuple(dict.fromkeys((*d.initiators, *d.targets))) for d in reversed(drafts)]
    together = tuple(dict.fromkeys(p for some in parties for p in some))
    fitting = (
        tuple(p for p in some if actors.cast.get(p).named and actors.cast.get(p).kind in kinds)
        for some in (*parties, together)
    )
    return next((some for some in fitting if len(some) == 2), ())


def _targets(actors: Actors, trigger: Trigger, initiators: tuple[str, ...]) -> tuple[str, ...]:
    """The actors at the first of the trigger's places for a target where there are any."""
    for route in trigger.targets:
        for heads in target_heads(actors.tree, trigger, route):
            found = tuple(t for t in actors.at(heads, owners=True) if t not in initiators and _fits(actors, trigger, t))
            if found:
                return found
    return ()


def _fits(actors: Actors, trigger: Trigger, chain: str) -> bool:
    """A river or a town is no target of sanctions."""
    return trigger.type in _AT_PLACES or actors.cast.get(chain).kind != "place"


def _is_mutual(tree: Tree, trigger: Trigger) -> bool:
    return trigger.type in _MUTUAL or (trigger.verb is not None and tree.tokens[trigger.verb].lemma in _BOTH_WAYS)


def _instrument(actors: Actors, trigger: Trigger) -> str | None:
    """The thing that the act is done with or to, in the words of the text."""
    tree = actors.tree
    head = trigger.noun if trigger.noun is not None else patient(tree, trigger.head)
    if trigger.noun is not None and not _is_of_some_kind(actors, trigger.noun):
        return None  # "talks" says nothing more than the trigger does
    if head is None or actors.chain(head) is not None or tree.tokens[head].pos not in {"NOUN", "PROPN"}:
        return None
    span = phrase(tree, head)
    words = tree.text[span.start : span.end] if span else ""
    return words or None


def _is_of_some_kind(actors: Actors, noun: int) -> bool:
    """*Trade* sanctions, a *telephone* conversation; not *Moldor* talks."""
    kinds = actors.tree.all_children(noun, "compound")
    return bool(kinds) and not any(actors.chain(kind) for kind in kinds)


def _place(actors: Actors, trigger: Trigger) -> str | None:
    """The place after an "in" that says where the act was done."""
    tree = actors.tree
    for index in (i for p in (trigger.verb, trigger.noun) if p is not None for i in after(tree, p, "in", "at")):
        chain = actors.chain(index)
        if chain is not None and actors.cast.get(chain).kind in {"place", "state"}:
            return actors.cast.get(chain).name
    return None


def _words(tree: Tree, trigger: Trigger) -> Span:
    """The trigger's words in one stretch; the noun or verb alone where they stand far apart."""
    first, last = trigger.words[0], trigger.words[-1]
    if last - first > MAX_WORDS:
        first = last = trigger.head
    return tree.span(first, last + 1)


# ------------------------------------------------------------------ one act
def _measure(text: str, group: Sequence[Draft], actors: Actors, ids: Ids) -> Measure:
    main = fullest(group)
    dated = main if main.date else next((d for d in group if d.date), main)
    initiators = main.initiators or next((d.initiators for d in group if d.initiators), ())
    targets = main.targets or next((t for d in group if (t := _less(d.targets, initiators))), ())
    quote = actors.quote(main.trigger.head)
    speakers = (*(quote.source.actors if quote else ()), *([main.speaker] if main.speaker else ()))
    sentence, words = text[slice(*main.sentence)], text[slice(*main.span)]
    return Measure(
        id=ids.give("m", sentence, words),
        type=main.type,
        status=main.status,
        initiators=initiators,
        targets=targets,
        instrument=main.instrument or next((d.instrument for d in group if d.word == main.word and d.instrument), None),
        trigger=main.span,
        sentence=main.sentence,
        tellings=tuple(Telling(trigger=d.span, sentence=d.sentence) for d in group),
        date=dated.date,
        date_span=dated.date_span,
        date_inferred=dated.date_inferred,
        place=main.place or next((d.place for d in group if d.place), None),
        attribution=next((s for s in speakers if s not in initiators), None),
        hedged=main.hedged,
        within=quote.id if quote else None,
        rule=main.trigger.rule,
        confidence=_confidence(main, initiators),
    )


def _confidence(main: Draft, initiators: tuple[str, ...]) -> float:
    doubt = (0 if initiators else NOBODY) + (INHERITED if main.inherited else 0)
    return round(CONFIDENCE[main.trigger.rule] - doubt, 2)


def _less(targets: tuple[str, ...], initiators: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(t for t in targets if t not in initiators)

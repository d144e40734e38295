"""Who did, announced, demanded, threatened or refused what, toward whom, when: the order of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...language.measure_frames import nouns_of
from ...language.measure_types import types_with
from ...language.tree import Tree
from ...model import Article, Found, Measure, Quote, Span, Telling
from ..cast.cast import Cast
from ..grammar.clauses import after, is_passive
from ..ids import Ids
from ..predications.links import doer, patient
from .arguments import Actors
from .earlier_acts import FAR_BACK, with_shared_targets
from .instruments import instrument_of
from .parties import parties_of
from .running import with_days_of_events
from .statuses import Verdict, verdict_on
from .tellings import ToldAct, bring_together, fullest
from .triggers import Trigger, find_triggers
from .whens import Calendar, day_of_act, read_calendar, when_of

# How sure a measure is: the share of measures of its class that are right, among 872 read by hand.  206 stand in real
# news (160 in political news, 46 in annotated articles), 666 in articles of our own, which count for a sixth each since
# the rules were mended by them.  Right: an act, of that type and status, with no wrong side.
CONFIDENCE: Mapping[str, float] = {
    "verb_in_frame": 0.86,
    "obligations": 0.86,
    "lone_noun": 0.84,
    "light_verb": 0.8,
    "claims": 0.65,
}
OF_A_PLACE = 0.9  # of places all nine that stand in the real news are right, too few to say more
BY_A_NAME_TO_A_NAME = 0.05
TIMED = 0.05  # acts have their day or week, descriptions have not
NAMELESS = 0.06
QUOTED = 0.18  # in a quote many things are said to be done that nobody did
STANCE = 0.12  # who supports or promises something often only thinks well of it
SURE_OF_A_SIDE = 0.92  # the surest that a pronoun is of whom it means: the shares above have such sides in them
INHERITED = 0.15  # who does it stands in the telling before
_TOLD = frozenset({"asserted", "planned"})  # realities of a saying in which acts are told
MAX_WORDS = 6  # words between a light verb and its noun that one trigger may span


def find_measures(article: Article, cast: Cast, quotes: Sequence[Quote]) -> tuple[Measure, ...]:
    """Gives the measures of one article, in the order of their first telling."""
    actors = Actors(cast, quotes)
    calendar = read_calendar(article, cast.tree)
    tellings: list[ToldAct] = []
    for trigger in find_triggers(actors):
        verdict = verdict_on(actors, trigger)
        if verdict is not None:
            telling = _told_act(actors, calendar, trigger, verdict, tellings[-FAR_BACK:])
            if telling is not None and _is_measure(actors, telling):
                tellings.append(telling)
    ids, headline = Ids(), _headline_end(article)
    tellings = list(with_days_of_events(cast.tree, list(with_shared_targets(tellings))))
    told = [replace(telling, headline=telling.span.start < headline) for telling in tellings]
    acts = [
        group for group in bring_together(cast, told) if not all(_is_done_by_nobody(cast.tree, one) for one in group)
    ]
    return tuple(_measure_of(article.text, group, actors, ids) for group in acts)


def _is_measure(actors: Actors, telling: ToldAct) -> bool:
    """Tells whether enough is said of who did it, to whom or with what, and it is no description or interview."""
    tree = actors.tree
    if _is_untold(actors.quote(telling.trigger.head)):
        return False
    says = bool(telling.initiators or telling.targets or telling.instrument)
    known = bool(telling.initiators) or not _needs_doer(tree, telling)
    general = _is_description(tree, telling) or _is_praise_of_own(tree, telling)
    return says and known and not general and not _is_interview(actors, telling)


def _is_untold(quote: Quote | None) -> bool:
    """Tells whether a quote denies its act: did *not* say that Ruvania had attacked; hearsay is told, and hedged."""
    if quote is None:
        return False
    hearsay = quote.reality == "doubted" and quote.within is None
    return quote.negated or not (hearsay or quote.reality in _TOLD)


def _headline_end(article: Article) -> int:
    """Tells where a headline that was left in the text ends; 0 where there is none."""
    first = article.paragraphs[0] if len(article.paragraphs) > 1 else None
    return first.end if first and article.text[first.end - 1].isalnum() else 0


def _needs_doer(tree: Tree, telling: ToldAct) -> bool:
    """Tells whether the act is nothing without its doer: *The fund was set up*; *they would quit*, whoever they are."""
    verb = telling.trigger.verb
    if verb is None:
        return False
    if is_passive(tree, verb):
        return telling.type in types_with("needs doer") and telling.status == "taken"
    head = doer(tree, verb)
    return telling.status in {"planned", "announced"} and head is not None and tree.tokens[head].pos == "PRON"


def _is_description(tree: Tree, telling: ToldAct) -> bool:
    """Tells whether nobody in particular does it: *people who support* her, *many states flout* the ban."""
    verb = telling.trigger.verb
    if verb is None or telling.named:
        return False
    token = tree.tokens[verb]
    beside = token.dep in {"relcl", "acl"}
    if is_passive(tree, verb):  # "people who have been laid off"
        return beside and not (telling.initiators or telling.targets_named or telling.date_span)
    habit = token.tag in {"VBP", "VBZ"} and telling.type not in types_with("call")
    return (beside and token.tag in {"VBP", "VBZ", "VBG"}) or (habit and tree.child(verb, "aux") is None)


def _is_done_by_nobody(tree: Tree, telling: ToldAct) -> bool:
    """Tells whether nobody does it, nor is it done to anybody: *peace was negotiated*, which may tell a day."""
    verb = telling.trigger.verb
    return not (telling.initiators or telling.targets) and verb is not None and is_passive(tree, verb)


def _is_praise_of_own(tree: Tree, telling: ToldAct) -> bool:
    """Tells whether somebody supports but what is his: *Lee defended her plan*."""
    verb = telling.trigger.verb if telling.trigger.noun is None else None
    done_to = patient(tree, verb) if verb is not None else None
    own = tree.child(done_to, "poss") if done_to is not None else None
    return telling.type == "SUPPORT" and not telling.targets and own is not None and tree.tokens[own].tag == "PRP$"


def _is_interview(actors: Actors, telling: ToldAct) -> bool:
    """Tells whether somebody only spoke to be heard by all: *the minister spoke to reporters*."""
    if telling.type != "CONSULT" or telling.targets_named or not telling.targets:
        return False
    heads = (actors.cast.get(chain).mentions[0].head for chain in telling.targets)
    return all(actors.tree.tokens[head].lemma in nouns_of("press") for head in heads)


# ------------------------------------------------------------------ one telling
def _told_act(
    actors: Actors, calendar: Calendar, trigger: Trigger, verdict: Verdict, before: Sequence[ToldAct]
) -> ToldAct | None:
    """Reads the act that a trigger tells; None where its words are a figure of speech that tells no act."""
    tree, parties = actors.tree, parties_of(actors, trigger, verdict, before)
    if not parties.is_act:
        return None
    ahead = verdict.status in {"planned", "announced", "proposed"}
    when, saying = when_of(tree, calendar, trigger.words[::-1], parties.type, said=_is_said(verdict, trigger))
    if when is not None and when.ahead and (not ahead or (saying and verdict.status == "proposed")):
        when = None  # "invited him to talks later this year": the time of the talks
    day = day_of_act(when, calendar, ahead=ahead and not saying) if when else None
    thing, (place, place_found) = instrument_of(actors, trigger, parties.type), _place_of_act(actors, trigger)
    return ToldAct(
        trigger=trigger,
        type=parties.type,
        status=parties.status,
        word=tree.tokens[trigger.head if trigger.noun is None else trigger.noun].lemma,
        initiators=parties.initiators,
        named=any(actors.cast.get(chain).named for chain in parties.initiators),
        targets=parties.targets,
        targets_named=any(actors.cast.get(chain).named for chain in parties.targets),
        instrument=tree.text[slice(*thing.span)] if thing else None,
        instrument_found=thing,
        thing=_noun_of_object(tree, trigger),
        span=_trigger_span(tree, trigger),
        sentence=tree.sentence_span(trigger.head),
        date=day,
        date_span=when.span if when else None,
        date_inferred=bool(day) and calendar.inferred,
        place=place,
        place_found=place_found,
        hedged=verdict.hedged,
        speaker=next(iter(actors.at([verdict.speaker])), None),
        inherited=parties.inherited,
        issued=_issued(tree, trigger),
        headline=False,
        again=parties.again,
        sure=_certainty(actors, trigger, (*parties.initiators, *parties.targets)),
    )


def _is_said(verdict: Verdict, trigger: Trigger) -> bool:
    """Tells whether an act is words: *announced*, *threatened*, "is to"."""
    return verdict.status in {"announced", "threatened"} or trigger.rule == "obligations"


def _certainty(actors: Actors, trigger: Trigger, sides: Sequence[str]) -> float:
    """Tells how sure it is whom the words for the less sure side mean."""
    return min((actors.cast.certainty_near(side, trigger.head) for side in sides), default=1.0)


def _noun_of_object(tree: Tree, trigger: Trigger) -> str | None:
    """Gives the *border* of "closed the border"; None for light verbs, for a pronoun and for a name."""
    done_to = patient(tree, trigger.verb) if trigger.verb is not None and trigger.noun is None else None
    return tree.tokens[done_to].lemma if done_to is not None and tree.tokens[done_to].pos == "NOUN" else None


def _issued(tree: Tree, trigger: Trigger) -> int | None:
    """Finds the verb that an asking is a part of: launched *a petition asking* the state for help."""
    if trigger.verb is None or tree.tokens[trigger.verb].tag != "VBG":
        return None
    above = tree.tokens[trigger.verb].head
    if tree.tokens[trigger.verb].dep == "acl":
        above = tree.tokens[above].head
    words = patient(tree, above)
    said = words is not None and any(tree.tokens[words].lemma in nouns_of(name) for name in ("statement", "request"))
    return above if said and tree.child(trigger.verb, "mark") is None else None


def _place_of_act(actors: Actors, trigger: Trigger) -> tuple[str | None, Found | None]:
    """Finds the place after an "in" that says where the act was done: its name, and where its words stand."""
    tree = actors.tree
    for index in (i for p in (trigger.verb, trigger.noun) if p is not None for i in after(tree, p, "in", "at")):
        chain = actors.chain(index)
        if chain is not None and actors.cast.get(chain).kind in {"place", "state"}:
            mention = actors.cast.mention_at(index)
            span = mention.span if mention else tree.span(index, index + 1)
            return actors.cast.get(chain).name, Found(span=span, rule="after in or at", confidence=OF_A_PLACE)
    return None, None


def _trigger_span(tree: Tree, trigger: Trigger) -> Span:
    """Gives the trigger's words in one stretch; the noun or verb alone where they stand far apart."""
    first, last = trigger.words[0], trigger.words[-1]
    if last - first > MAX_WORDS:
        first = last = trigger.head
    return tree.span(first, last + 1)


# ------------------------------------------------------------------ one act
def _measure_of(text: str, group: Sequence[ToldAct], actors: Actors, ids: Ids) -> Measure:
    main = fullest(group)
    dated = main if main.date else next((d for d in group if d.date), next((d for d in group if d.date_span), main))
    thing = main if main.instrument else next((d for d in group if d.word == main.word and d.instrument), main)
    where = main if main.place else next((d for d in group if d.place), main)
    initiators = main.initiators or next((d.initiators for d in group if d.initiators), ())
    targets = main.targets or next((t for d in group if (t := _less(d.targets, initiators))), ())
    quote = actors.quote(main.trigger.head)
    told = quote.source.actors if quote and len(quote.source.actors) == 1 else ()  # of several, the quote tells
    speakers = (*told, *([main.speaker] if main.speaker and not (quote and quote.source.actors) else ()))
    sentence, words = text[slice(*main.sentence)], text[slice(*main.span)]
    return Measure(
        id=ids.give("m", sentence, words),
        type=main.type,
        status=main.status,
        initiators=initiators,
        targets=targets,
        instrument=thing.instrument,
        instrument_found=thing.instrument_found,
        trigger=main.span,
        sentence=main.sentence,
        tellings=tuple(Telling(trigger=d.span, sentence=d.sentence) for d in group),
        date=dated.date,
        date_span=dated.date_span,
        date_inferred=dated.date_inferred,
        place=where.place,
        place_found=where.place_found,
        attribution=next((s for s in speakers if s not in initiators), None),
        hedged=main.hedged,
        within=quote.id if quote else None,
        rule=main.trigger.rule,
        confidence=_confidence(main, group, quoted=quote is not None),
    )


def _confidence(main: ToldAct, group: Sequence[ToldAct], *, quoted: bool) -> float:
    told = CONFIDENCE[main.trigger.rule]
    named = any(telling.named for telling in group)
    told += BY_A_NAME_TO_A_NAME * (named and any(telling.targets_named for telling in group))
    told += TIMED * any(telling.date_span for telling in group)
    told -= NAMELESS * (not named) + QUOTED * quoted
    told -= STANCE * (main.type in types_with("stance")) + INHERITED * main.inherited
    return round(told * min(main.sure / SURE_OF_A_SIDE, 1.0), 2)


def _less(targets: tuple[str, ...], initiators: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(t for t in targets if t not in initiators)

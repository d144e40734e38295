"""Every component of the pages with awkward data, on one page for those who write themes: ``BRIEFINGS_SPECIMEN``.

All of it is made up.  Its links lead to places on the page itself, for there is nothing else that they could lead to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_args

from ...model import (
    Actor,
    ActorKind,
    Appearance,
    Article,
    Briefing,
    Chain,
    Measure,
    MeasureType,
    Mention,
    Origin,
    Published,
    Quote,
    QuoteKind,
    Role,
    Seed,
    Source,
    Span,
    Status,
    Telling,
)
from ..drawings.drawing import ego_graph, month_bars
from ..drawings.network import draw_network
from ..shapes.list_lines import Speaker
from ..shapes.pages_of_actors import Company
from ..shapes.pages_of_lists import SpecimenPage
from ..shapes.parts import Pager
from ..views.addresses import SPECIMEN
from ..views.facts import View, all_of, briefing_link, measure_item, quote_item, role_line
from ..views.index import Index
from ..views.indexing import make_index
from ..views.page_frames import Site, frame
from ..views.source import source_paragraphs
from .day_and_week_pages import week_link, weeks_of
from .fact_pages import choices
from .gathered import busiest, way

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochministerium"
RIGHT_TO_LEFT = "مها العلي"
NAMES: tuple[tuple[str, ActorKind], ...] = (
    ("Zoë O’Brien-Šimůnková", "person"),
    (LONG, "organisation"),
    (RIGHT_TO_LEFT, "person"),
    ("Norland", "state"),
    ("<b>Bold</b> & Sons", "organisation"),
    ("Þúfa 🌋", "place"),
    ("the very many people of whom nobody knows a name", "group"),  # the only one without a name
)
TOWNS = tuple(f"Town {number}" for number in range(1, 41))
SENTENCES = (
    "President Zoë O’Brien-Šimůnková of Norland opened the bridge on Monday.",
    "“It will last,” she said.",
    f"{RIGHT_TO_LEFT} called it “a bridge of words” and «جسر», a bridge.",
    "It may rain, the very many people of whom nobody knows a name say.",
    "According to Norland, “nobody paid”.",
    "“Who speaks?”",
    f"“{' '.join(['word'] * 600)},” {LONG} wrote.",
    f"{LONG} will send grain to {', '.join(TOWNS)}.",
    "<b>Bold</b> & Sons refused in May, at Þúfa 🌋.",
)
# Kind, number of the sentence, place among the names or None, words of the source, cue, content.
QUOTES: tuple[tuple[QuoteKind, int, int | None, str, str, str], ...] = (
    ("direct", 2, 0, "she", "said", "“It will last,”"),
    ("mixed", 3, 2, RIGHT_TO_LEFT, "called", "“a bridge of words” and «جسر»"),
    ("indirect", 4, 6, NAMES[6][0], "say", "It may rain"),
    ("direct", 5, 3, "Norland", "According to", "“nobody paid”"),
    ("direct", 6, None, "", "", "“Who speaks?”"),
    ("direct", 7, 1, LONG, "wrote", SENTENCES[6].rpartition(" Llan")[0]),
)
TRIGGERS = ((1, "opened"), (8, "send"), (9, "refused"))  # number of the sentence and the word in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Here(View):
    """Sees every page as this one."""

    def href(self, path: str) -> str:
        """Leads to the place of that name on the page, else to its top."""
        place = path.partition("#")[2]
        return f"#{place}" if place else "#main"


def specimen_page(site: Site) -> SpecimenPage:
    """Gathers every component with awkward data, whatever the site has."""
    index = _index()
    view = Here(index=index, path=SPECIMEN, root="../", source_text="full")
    entry, bare = index.entry["specimen"], index.entry["bare"]
    quotes = tuple(quote_item(view, entry, quote) for quote in entry.briefing.quotes)
    measures = tuple(measure_item(view, entry, measure) for measure in entry.briefing.measures)
    people = all_of(view, entry, entry.chains)
    pairs = {pair: 1 + 3 * place for place, pair in enumerate(pairwise(sorted(actor.id for actor in index.actors)))}
    graph, told = draw_network(view, pairs)
    company = [Company(who=who, facts=9 - place, briefings=1) for place, who in enumerate(people[:9]) if who.href]
    return SpecimenPage(
        frame=frame(site, SPECIMEN, "Specimen", "Every component with awkward data, for those who write themes."),
        above=way(view, ("A list", "a/"), ("A list within it", "a/b/")),
        people=people[:7],
        roles=tuple(role_line(view, entry, role) for chain in entry.briefing.actors for role in chain.roles),
        briefings=(briefing_link(view, entry), briefing_link(view, bare)),
        quotes=quotes,
        elsewhere=tuple(quote_item(view, each, each.briefing.quotes[0]) for each in (entry, bare)),
        measures=measures,
        untold=tuple(measure_item(view, each, each.briefing.measures[-1]) for each in (entry, bare)),
        kinds=choices(get_args(QuoteKind), ["direct"] * 1234),
        speakers=tuple(Speaker(who=who, number=number, quotes=0) for number, who in enumerate(people[:3], 1)),
        actors=busiest(view, index.entries),
        weeks=tuple(week_link(view, week, entries) for week, entries in weeks_of(index)),
        months=month_bars(["2031-01", "2031-01", "2031-11"]),
        around=ego_graph(LONG, company),
        graph=graph,
        pairs=told,
        paragraphs=source_paragraphs(view, entry),
        pager=Pager(number=2, last=1234, previous="#main", next="#main"),
    )


def _index() -> Index:
    told = _made_up_briefing()
    nowhere = Published(date=None, source="unknown", how=None)
    article = replace(told.article, title=f"{LONG} {LONG}", outlet=None, published=nowhere)
    briefings = (("specimen", told), ("bare", replace(told, article=article)))
    actors = (
        Actor(
            id=chain.id,
            name=chain.name,
            kind=chain.kind,
            aliases=(),
            appearances=tuple(Appearance(briefing=slug, chain=chain.id) for slug, _ in briefings),
        )
        for chain in told.actors
        if chain.named
    )
    return make_index(briefings, actors)


def _made_up_briefing() -> Briefing:
    text = " ".join(SENTENCES)
    sentences = tuple(_made_up_sentences())
    article = Article(
        seed=Seed(path="specimen.txt", sha256="0" * 64, encoding="utf-8", raw=text),
        title=f"“{RIGHT_TO_LEFT}” & <i>others</i> open a bridge",
        text=text,
        paragraphs=(Span(0, sentences[3].end), Span(sentences[4].start, len(text))),
        origin=(Origin(0, 0, len(text)),),
        published=Published(date="2031-05-05", source="inferred", how="“Monday” is the day of the article."),
        outlet="The Post of the Very Long and Hyphenated-Name-of-a-Town",
    )
    return Briefing(
        article=article,
        parser=None,
        sentences=sentences,
        actors=tuple(_chains(text)),
        quotes=tuple(_made_up_quotes(text, sentences)),
        measures=tuple(_made_up_measures(text, sentences)),
    )


def _made_up_sentences() -> Iterator[Span]:
    start = 0
    for sentence in SENTENCES:
        yield Span(start, start + len(sentence))
        start += len(sentence) + 1


def _chains(text: str) -> Iterator[Chain]:
    known = (*NAMES, *((town, "place") for town in TOWNS))
    for place, (name, kind) in enumerate(known):
        at = _span_of_words(text, 0, name)
        yield Chain(
            id=f"actor-{place}",
            name=name,
            named=place != len(NAMES) - 1,
            kind=kind,
            aliases=(),
            roles=(
                Role(
                    role="President",
                    of=("actor-3",),
                    span=_span_of_words(text, 0, "President"),
                    rule="specimen",
                    confidence=1.0,
                ),
            )
            if place == 0
            else (),
            mentions=(Mention(span=at, form="name", head=0, rule="specimen"),),
        )


def _made_up_quotes(text: str, sentences: Sequence[Span]) -> Iterator[Quote]:
    for place, (kind, number, actor, words, cue, content) in enumerate(QUOTES, 1):
        start = sentences[number - 1].start
        yield Quote(
            id=f"q-{place}",
            kind=kind,
            source=Source(
                actors=() if actor is None else (f"actor-{actor}",),
                span=_span_of_words(text, start, words) if words else None,
            ),
            cue=(_span_of_words(text, start, cue),) if cue else (),
            content=(_span_of_words(text, start, content),),
            sentence=sentences[number - 1],
            within="q-1" if kind == "mixed" else None,
            rule="specimen",
            confidence=1.0,
        )


def _made_up_measures(text: str, sentences: Sequence[Span]) -> Iterator[Measure]:
    """Makes one of each type, in each status; with all that a measure can have, with half of it, with nothing."""
    statuses = get_args(Status)
    for place, kind in enumerate(get_args(MeasureType)):
        number, word = TRIGGERS[place % 3]
        sentence = sentences[number - 1]
        trigger = _span_of_words(text, sentence.start, word)
        full = place % 3 == 1
        yield Measure(
            id=f"m-{place + 1}",
            type=kind,
            status=statuses[place % len(statuses)],
            initiators=() if place % 3 == 2 else (f"actor-{place % 6}",),
            targets=tuple(f"actor-{len(NAMES) + town}" for town in range(40)) if place == 1 else ("actor-2",) * full,
            instrument=LONG if full else None,
            trigger=trigger,
            sentence=sentence,
            tellings=(Telling(trigger=trigger, sentence=sentence), Telling(trigger=trigger, sentence=sentences[0])),
            date=("2031-05-05", "2031-05", None)[place % 3],
            date_span=_span_of_words(text, 0, "on Monday"),
            date_inferred=full,
            place="Þúfa 🌋" if full else None,
            attribution="actor-1" if full else None,
            hedged=full,
            within="q-1" if full else None,
            rule="specimen",
            confidence=1.0,
        )


def _span_of_words(text: str, start: int, words: str) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))

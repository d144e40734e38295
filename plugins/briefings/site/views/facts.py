"""How one fact, actor or day is shown, from the page it stands on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from ...language.calendar import MONTHS
from ...model import Actor, Article, Measure, Quote, Role, Span
from ..shapes.parts import (
    BriefingLink,
    EvidenceLine,
    MeasureDate,
    MeasureItem,
    QuoteItem,
    RoleLine,
    ShownDay,
    SourceLine,
    SourceText,
    Who,
)
from .addresses import path_of, path_of_actor
from .copied import also_in
from .index import Entry, Index, plain_name
from .marking import Mark, mark_words
from .page_frames import Site, root_of
from .wording import NOBODY, UNATTRIBUTED, doubts_of, link_to_owner, own_words, word_for

Linked = TypeVar("Linked", Who, BriefingLink)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where things are seen from: hrefs are made for the page at `path`, which lies `root` below the site's top."""

    index: Index
    path: str  # "briefings/2025-05-05-…/", "" at the top
    root: str  # "./", "../", "../../"
    source_text: SourceText

    def href(self, path: str) -> str:
        """Leads to a path from the site's top, ``actors/russia/``; to a place on the page itself by ``#s-1``."""
        page, _, place = path.partition("#")
        return f"#{place}" if place and page == self.path else self.root + path

    def shows(self, entry: Entry, number: int) -> bool:
        """Tells whether the briefing's page has the sentence of that number in its source text."""
        return self.source_text == "full" or (self.source_text == "excerpt" and number in entry.resting)

    def sentence(self, entry: Entry, at: int) -> str | None:
        """Leads to the sentence around character `at`; None where it is not shown."""
        return self.numbered(entry, entry.number(at))

    def numbered(self, entry: Entry, number: int) -> str | None:
        """Leads to the sentence of that number; None where it is not shown."""
        return self.href(f"{path_of(entry)}#s-{number}") if self.shows(entry, number) else None


def view_from(index: Index, site: Site, path: str) -> View:
    """Gives the view from the page at `path`."""
    return View(index=index, path=path, root=root_of(site, path), source_text=site.source_text)


def shown_day(iso: str | None) -> ShownDay | None:
    """Writes a day out: ``"2025-05-05"`` → “5 May 2025”, ``"2025-05"`` → “May 2025”; by no locale."""
    if iso is None:
        return None
    year, month, *day = iso.split("-")
    words = [str(int(part)) for part in day] + [MONTHS[int(month) - 1], year]
    return ShownDay(iso=iso, text=" ".join(words))


def added_on(article: Article) -> ShownDay | None:
    """Gives the day on which an undated article was added; of a dated one nobody asks."""
    return None if article.published.date else shown_day(article.added)


def briefing_link(view: View, entry: Entry) -> BriefingLink:
    """Shapes the briefing as a fact beside it names it."""
    article = entry.briefing.article
    return BriefingLink(
        slug=entry.slug,
        headline=entry.headline,
        href=view.href(path_of(entry)),
        outlet=article.outlet,
        also=also_in(entry),
        day=shown_day(article.published.date),
        inferred=article.published.source == "inferred",
        added=added_on(article),
    )


def who(view: View, entry: Entry, chain_id: str) -> Who:
    """Names the actor behind a chain of the briefing."""
    chain = entry.chains[chain_id]
    actor = view.index.by_chain.get((entry.slug, chain_id))
    if actor is None:
        return Who(name=chain.name, href=None, kind=chain.kind)
    return link_of(view, actor)


def link_of(view: View, actor: Actor) -> Who:
    """Names an actor that has a page as its page does."""
    return Who(name=actor.name, href=view.href(path_of_actor(actor)), kind=actor.kind)


def all_of(view: View, entry: Entry, chain_ids: Iterable[str]) -> tuple[Who, ...]:
    """Names the actors behind several chains, each once: two chains may be one actor."""
    return tuple(dict.fromkeys(who(view, entry, chain) for chain in chain_ids))


def source_line(view: View, entry: Entry, quote: Quote) -> SourceLine:
    """Shapes a source: “he” of Vladimir Putin is shown as “he → Vladimir Putin”, “Putin” as the name alone."""
    names = all_of(view, entry, quote.source.actors)
    words = words_at(entry, [quote.source.span] if quote.source.span else [])
    told = own_words(words, [one.name for one in names])
    return SourceLine(words=told, who=names, unattributed=None if names or told else UNATTRIBUTED)


def marks_of(fact: Quote | Measure) -> tuple[Mark, ...]:
    """Marks the fact's words, for its sentence and for the source text."""
    if isinstance(fact, Measure):
        return tuple(Mark(span=told.trigger, kind="trigger") for told in fact.tellings) or (
            Mark(span=fact.trigger, kind="trigger"),
        )
    content = [Mark(span=span, kind=fact.kind) for span in fact.content]
    cue = [Mark(span=span, kind="cue") for span in fact.cue]
    source = [Mark(span=fact.source.span, kind="source")] if fact.source.span else []
    return (*content, *source, *cue)


def quote_item(view: View, entry: Entry, quote: Quote) -> QuoteItem:
    """Picks a quote, shaped once for all pages, and leads from the view's page to all that it names."""
    item = view.index.quote_items[entry.slug, quote.id]
    return replace(
        item,
        href=view.href(item.href),
        source=replace(item.source, who=_all_led_to(view, item.source.who)),
        evidence=_evidence_led_to(view, entry, item.evidence),
        within=view.href(item.within) if item.within else None,
        briefing=_led_to(view, item.briefing),
    )


def measure_item(view: View, entry: Entry, measure: Measure) -> MeasureItem:
    """Picks a measure, shaped once for all pages, and leads from the view's page to all that it names."""
    item = view.index.measure_items[entry.slug, measure.id]
    return replace(
        item,
        href=view.href(item.href),
        initiators=_all_led_to(view, item.initiators),
        targets=_all_led_to(view, item.targets),
        attribution=_led_to(view, item.attribution) if item.attribution else None,
        within=view.href(item.within) if item.within else None,
        evidence=_evidence_led_to(view, entry, item.evidence),
        also=tuple(_evidence_led_to(view, entry, line) for line in item.also),
        others=_all_led_to(view, item.others),
        briefing=_led_to(view, item.briefing),
    )


def _all_led_to(view: View, shaped: Iterable[Linked]) -> tuple[Linked, ...]:
    return tuple(_led_to(view, one) for one in shaped)


def _led_to(view: View, shaped: Linked) -> Linked:
    """Gives what was shaped once the href that leads to it from the view's page."""
    return replace(shaped, href=view.href(shaped.href)) if shaped.href is not None else shaped


def _evidence_led_to(view: View, entry: Entry, line: EvidenceLine) -> EvidenceLine:
    return replace(line, href=view.numbered(entry, line.number))


def with_shaped_facts(index: Index) -> Index:
    """Shapes each fact, once, as seen from the site's top: its hrefs are paths, and every sentence is shown."""
    top = View(index=index, path="", root="", source_text="full")
    quotes: dict[tuple[str, str], QuoteItem] = {}
    measures: dict[tuple[str, str], MeasureItem] = {}
    for entry in index.entries:
        here = briefing_link(top, entry)
        for quote in entry.briefing.quotes:
            quotes[entry.slug, quote.id] = _shape_quote(top, entry, quote, here)
        for measure in entry.briefing.measures:
            measures[entry.slug, measure.id] = _shape_measure(top, entry, measure, here)
    return replace(index, quote_items=quotes, measure_items=measures)


def _shape_quote(top: View, entry: Entry, quote: Quote, here: BriefingLink) -> QuoteItem:
    return QuoteItem(
        id=quote.id,
        label=entry.labels[quote.id],
        href=permalink(top, entry, quote.id),
        kind=quote.kind,
        source=source_line(top, entry, quote),
        cue=words_at(entry, quote.cue),
        content=words_at(entry, quote.content),
        doubts=doubts_of(quote),
        evidence=_evidence_line(top, entry, quote.sentence, quote),
        within=_outer_quote(top, entry, quote.within),
        briefing=here,
    )


def _shape_measure(top: View, entry: Entry, measure: Measure, here: BriefingLink) -> MeasureItem:
    also = dict.fromkeys(told.sentence for told in measure.tellings if told.sentence != measure.sentence)
    others = _other_reports(top, entry, measure)
    outlets, copied = _count_outlets((here, *others))
    return MeasureItem(
        id=measure.id,
        label=entry.labels[measure.id],
        href=permalink(top, entry, measure.id),
        type=measure.type,
        type_text=word_for(measure.type),
        status=measure.status,
        initiators=all_of(top, entry, measure.initiators),
        nobody=None if measure.initiators else NOBODY,
        targets=all_of(top, entry, measure.targets),
        trigger=words_at(entry, [measure.trigger]),
        instrument=measure.instrument,
        date=_date(entry, measure),
        place=measure.place,
        attribution=who(top, entry, measure.attribution) if measure.attribution else None,
        hedged=measure.hedged,
        within=_outer_quote(top, entry, measure.within),
        evidence=_evidence_line(top, entry, measure.sentence, measure),
        also=tuple(_evidence_line(top, entry, sentence, measure) for sentence in also),
        others=others,
        outlets=outlets,
        copied=copied,
        briefing=here,
    )


def _count_outlets(reports: Iterable[BriefingLink]) -> tuple[int, int]:
    """Counts the outlets that report an act, and those of them that only had a copy of another's article."""
    links = tuple(reports)
    own = {plain_name(link.outlet or link.slug) for link in links}
    copied = {plain_name(outlet) for link in links for outlet in link.also} - own
    return len(own) + len(copied), len(copied)


def _other_reports(view: View, entry: Entry, measure: Measure) -> tuple[BriefingLink, ...]:
    """Finds the other briefings that report the measure, each led to by the measure there."""
    story = view.index.stories.get((entry.slug, measure.id))
    reports = [report for report in story.reports if report.briefing != entry.slug] if story else []
    return tuple(
        replace(
            briefing_link(view, view.index.entry[report.briefing]),
            href=permalink(view, view.index.entry[report.briefing], report.measure),
        )
        for report in reports
    )


def telling_quote(view: View, entry: Entry) -> QuoteItem | None:
    """Chooses the first direct quote of a known source, else the first mixed one; plainly said."""
    plain = [quote for quote in entry.briefing.quotes if _is_plainly_said(quote)]
    found = next((quote for kind in ("direct", "mixed") for quote in plain if quote.kind == kind), None)
    return quote_item(view, entry, found) if found else None


def _is_plainly_said(quote: Quote) -> bool:
    """Tells whether a known source says it, without a doubt and in no other's quote."""
    return bool(quote.source.actors) and quote.within is None and not doubts_of(quote)


def role_line(view: View, entry: Entry, role: Role) -> RoleLine:
    """Shapes a role with the sentence that gives it."""
    return RoleLine(
        role=role.role,
        link=link_to_owner(role.role),
        of=all_of(view, entry, role.of),
        number=entry.number(role.span.start),
        href=view.sentence(entry, role.span.start),
        briefing=briefing_link(view, entry),
    )


def permalink(view: View, entry: Entry, fact: str) -> str:
    """Leads to the fact of that id on its briefing's page: ``../../briefings/…/#q-1a2b3c4d``."""
    return view.href(f"{path_of(entry)}#{fact}")


def _outer_quote(view: View, entry: Entry, quote: str | None) -> str | None:
    return permalink(view, entry, quote) if quote is not None else None


def _evidence_line(view: View, entry: Entry, sentence: Span, fact: Quote | Measure) -> EvidenceLine:
    return EvidenceLine(
        number=entry.number(sentence.start),
        href=view.sentence(entry, sentence.start),
        text=mark_words(entry.briefing.article.text, sentence, marks_of(fact)),
    )


def _date(entry: Entry, measure: Measure) -> MeasureDate | None:
    day = shown_day(measure.date)
    words = words_at(entry, [measure.date_span]) if measure.date_span else None
    return MeasureDate(day=day, words=words, inferred=measure.date_inferred) if day or words else None


def words_at(entry: Entry, spans: Iterable[Span]) -> str:
    """Gives the words of `spans`, blanks made one, what stands between left out with “…”."""
    text = entry.briefing.article.text
    return " … ".join(" ".join(text[span.start : span.end].split()) for span in spans)

"""How one fact, actor or day is shown, from the page it stands on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...language.calendar import MONTHS
from ...model import Article, Measure, Quote, Role, Span
from ..shapes.parts import (
    BriefingLink,
    Day,
    Evidence,
    MeasureDate,
    MeasureItem,
    QuoteItem,
    RoleLine,
    SourceLine,
    SourceText,
    Who,
)
from .copied import also_in
from .index import Entry, Index, plain_name
from .marking import Mark, mark_words
from .page_frames import Site, root_of
from .plain import doubts_of

MIN_NAME_PART = 3  # letters: shorter parts of a name ("S", "al") do not tell whom the words mean


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where things are seen from: hrefs are made for the page at `path`, which lies `root` below the site's top."""

    index: Index
    path: str  # "briefings/2025-05-05-…/", "" at the top
    root: str  # "./", "../", "../../"
    source_text: SourceText

    def href(self, path: str) -> str:
        """The href of a path from the site's top: ``actors/russia/``; a place on the page itself is ``#s-1``."""
        page, _, place = path.partition("#")
        return f"#{place}" if place and page == self.path else self.root + path

    def shows(self, entry: Entry, number: int) -> bool:
        """Whether the briefing's page has the sentence of that number in its source text."""
        return self.source_text == "full" or (self.source_text == "excerpt" and number in entry.resting)

    def sentence(self, entry: Entry, at: int) -> str | None:
        """The href of the sentence around character `at`; None where it is not shown."""
        return self.numbered(entry, entry.number(at))

    def numbered(self, entry: Entry, number: int) -> str | None:
        """The href of the sentence of that number; None where it is not shown."""
        return self.href(f"{path_of(entry)}#s-{number}") if self.shows(entry, number) else None


def view_from(index: Index, site: Site, path: str) -> View:
    """The view from the page at `path`."""
    return View(index=index, path=path, root=root_of(site, path), source_text=site.source_text)


def path_of(entry: Entry) -> str:
    """Path of a briefing's page from the site's top."""
    return f"briefings/{entry.slug}/"


def path_of_day(iso: str) -> str | None:
    """``"2025-05-05"`` → ``days/2025-05-05/``; None for a month: what is only known so far has no page."""
    return f"days/{iso}/" if len(iso) == len("2025-05-05") else None


def path_of_outlet(index: Index, name: str) -> str:
    """Path of an outlet's page, however its articles write its name: ``outlets/the-norland-post/``."""
    return f"outlets/{index.outlets[plain_name(name)]}/"


def day_of(iso: str | None) -> Day | None:
    """``"2025-05-05"`` → “5 May 2025”, ``"2025-05"`` → “May 2025”; by no locale."""
    if iso is None:
        return None
    year, month, *day = iso.split("-")
    words = [str(int(part)) for part in day] + [MONTHS[int(month) - 1], year]
    return Day(iso=iso, text=" ".join(words))


def added_on(article: Article) -> Day | None:
    """The day on which an undated article was added; of a dated one nobody asks."""
    return None if article.published.date else day_of(article.added)


def briefing_link(view: View, entry: Entry) -> BriefingLink:
    """The briefing as a fact beside it names it."""
    article = entry.briefing.article
    return BriefingLink(
        slug=entry.slug,
        headline=entry.headline,
        href=view.href(path_of(entry)),
        outlet=article.outlet,
        also=also_in(entry),
        day=day_of(article.published.date),
        inferred=article.published.source == "inferred",
        added=added_on(article),
    )


def who(view: View, entry: Entry, chain_id: str) -> Who:
    """The actor behind a chain of the briefing."""
    chain = entry.chains[chain_id]
    actor = view.index.by_chain.get((entry.slug, chain_id))
    if actor is None:
        return Who(name=chain.name, href=None, kind=chain.kind)
    return Who(name=actor.name, href=view.href(f"actors/{actor.id}/"), kind=actor.kind)


def all_of(view: View, entry: Entry, chain_ids: Iterable[str]) -> tuple[Who, ...]:
    """The actors behind several chains, each once: two chains may be one actor."""
    return tuple(dict.fromkeys(who(view, entry, chain) for chain in chain_ids))


def source_line(view: View, entry: Entry, quote: Quote) -> SourceLine:
    """“he” of Vladimir Putin is shown as “he → Vladimir Putin”, “Putin” as the name alone."""
    names = all_of(view, entry, quote.source.actors)
    words = words_at(entry, [quote.source.span] if quote.source.span else [])
    told = words if words and not any(_names(words, name.name) for name in names) else None
    return SourceLine(words=told, who=names, unattributed=not names and told is None)


def marks_of(fact: Quote | Measure) -> tuple[Mark, ...]:
    """The fact's words, for its sentence and for the source text."""
    if isinstance(fact, Measure):
        return tuple(Mark(span=told.trigger, kind="trigger") for told in fact.tellings) or (
            Mark(span=fact.trigger, kind="trigger"),
        )
    content = [Mark(span=span, kind=fact.kind) for span in fact.content]
    cue = [Mark(span=span, kind="cue") for span in fact.cue]
    source = [Mark(span=fact.source.span, kind="source")] if fact.source.span else []
    return (*content, *source, *cue)


def quote_item(view: View, entry: Entry, quote: Quote) -> QuoteItem:
    """A quote with its source, cue, content and sentence."""
    return QuoteItem(
        id=quote.id,
        label=entry.labels[quote.id],
        href=_permalink(view, entry, quote.id),
        kind=quote.kind,
        source=source_line(view, entry, quote),
        cue=words_at(entry, quote.cue),
        content=words_at(entry, quote.content),
        doubts=doubts_of(quote),
        evidence=_evidence(view, entry, quote.sentence, quote),
        within=_within(view, entry, quote.within),
        briefing=briefing_link(view, entry),
    )


def measure_item(view: View, entry: Entry, measure: Measure) -> MeasureItem:
    """A measure with who did what to whom, when, by what, and all sentences that tell of it."""
    also = dict.fromkeys(told.sentence for told in measure.tellings if told.sentence != measure.sentence)
    here, others = briefing_link(view, entry), _others(view, entry, measure)
    told = {plain_name(link.outlet or link.slug) for link in (here, *others)}
    copied = {plain_name(outlet) for link in (here, *others) for outlet in link.also} - told
    return MeasureItem(
        id=measure.id,
        label=entry.labels[measure.id],
        href=_permalink(view, entry, measure.id),
        type=measure.type,
        type_text=measure.type.capitalize(),
        status=measure.status,
        initiators=all_of(view, entry, measure.initiators),
        targets=all_of(view, entry, measure.targets),
        trigger=words_at(entry, [measure.trigger]),
        instrument=measure.instrument,
        date=_date(entry, measure),
        place=measure.place,
        attribution=who(view, entry, measure.attribution) if measure.attribution else None,
        hedged=measure.hedged,
        within=_within(view, entry, measure.within),
        evidence=_evidence(view, entry, measure.sentence, measure),
        also=tuple(_evidence(view, entry, sentence, measure) for sentence in also),
        others=others,
        outlets=len(told) + len(copied),
        copied=len(copied),
        briefing=here,
    )


def _others(view: View, entry: Entry, measure: Measure) -> tuple[BriefingLink, ...]:
    """The other briefings that report the measure, each led to by the measure there."""
    story = view.index.stories.get((entry.slug, measure.id))
    reports = [report for report in story.reports if report.briefing != entry.slug] if story else []
    return tuple(
        replace(
            briefing_link(view, view.index.entry[report.briefing]),
            href=_permalink(view, view.index.entry[report.briefing], report.measure),
        )
        for report in reports
    )


def telling_quote(view: View, entry: Entry) -> QuoteItem | None:
    """The first direct quote of a known source, else the first that has words in quotation marks; plainly said."""
    plain = (quote for quote in entry.briefing.quotes if not doubts_of(quote))
    known = [quote for quote in plain if quote.source.actors and quote.within is None]
    for kind in ("direct", "mixed"):
        for quote in known:
            if quote.kind == kind:
                return quote_item(view, entry, quote)
    return None


def role_line(view: View, entry: Entry, role: Role) -> RoleLine:
    """A role with the sentence that gives it."""
    return RoleLine(
        role=role.role,
        of=all_of(view, entry, role.of),
        number=entry.number(role.span.start),
        href=view.sentence(entry, role.span.start),
        briefing=briefing_link(view, entry),
    )


def _permalink(view: View, entry: Entry, fact: str) -> str:
    return view.href(f"{path_of(entry)}#{fact}")


def _within(view: View, entry: Entry, quote: str | None) -> str | None:
    return _permalink(view, entry, quote) if quote is not None else None


def _evidence(view: View, entry: Entry, sentence: Span, fact: Quote | Measure) -> Evidence:
    return Evidence(
        number=entry.number(sentence.start),
        href=view.sentence(entry, sentence.start),
        text=mark_words(entry.briefing.article.text, sentence, marks_of(fact)),
    )


def _date(entry: Entry, measure: Measure) -> MeasureDate | None:
    day = day_of(measure.date)
    words = words_at(entry, [measure.date_span]) if measure.date_span else None
    return MeasureDate(day=day, words=words, inferred=measure.date_inferred) if day or words else None


def words_at(entry: Entry, spans: Iterable[Span]) -> str:
    """The words of `spans`, blanks made one, what stands between left out with “…”."""
    text = entry.briefing.article.text
    return " … ".join(" ".join(text[span.start : span.end].split()) for span in spans)


def _names(words: str, name: str) -> bool:
    """Whether `words` already say the name: “President Putin” says “Vladimir Putin”, “he” does not."""
    said = {part.strip(".,’'").removesuffix("’s").removesuffix("'s").casefold() for part in words.split()}
    parts = [part.casefold() for part in name.split() if len(part) >= MIN_NAME_PART]
    return words.casefold() == name.casefold() or any(part in said for part in parts)

"""The page of one briefing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote as in_address

from ...model import Article, Chain, Published, Quote
from ...newsroom.editing.corrections import seed_name
from ..data.alternates import of_all, of_briefing
from ..data.linked_data import briefing_data
from ..shapes.list_lines import KeyFact, RuleCount, Speaker
from ..shapes.pages_of_briefings import BriefingPage, BriefingsPage, CastLine, CopyLine
from ..shapes.parts import Frame, MeasureItem, QuoteItem, RoleLine
from ..views.addresses import BRIEFINGS, METHOD, path_of, path_of_day, path_of_outlet
from ..views.citing import citation
from ..views.copied import headline_of_copy, told_copies
from ..views.facts import View, added_on, briefing_link, measure_item, quote_item, role_line, shown_day, view_from, who
from ..views.index import Entry, Index, newest_day
from ..views.lead import key_facts
from ..views.page_frames import PagePlan, Site, frame, web_address
from ..views.related import related
from ..views.source import source_paragraphs
from ..views.wording import counted
from .gathered import list_frame

WORDS_A_MINUTE = 230  # of English read in silence: 238 for non-fiction in the review of Brysbaert, 2019, names slow it
SPEAKERS = 8  # chips; the stylesheet knows as many


def briefing_pages(index: Index, site: Site) -> Iterator[PagePlan]:
    """Plans the page of each briefing, newest first."""
    for entry in index.entries:
        yield PagePlan(path_of(entry), partial(briefing_page, index, site, entry), newest_day([entry]))


def briefings_page(index: Index, site: Site) -> BriefingsPage:
    """Lists all briefings, newest first."""
    view, count = view_from(index, site, BRIEFINGS), len(index.entries)
    description = f"{counted(count, 'briefing')}, newest first."
    return BriefingsPage(
        frame=list_frame(view, site, "Briefings", description, of_all(view, site)),
        briefings=tuple(briefing_link(view, entry) for entry in index.entries),
        count=count,
    )


def briefing_page(index: Index, site: Site, entry: Entry) -> BriefingPage:
    """Gathers headline, outlet and date, who's who, quotes, measures, and the source text they rest on."""
    view = view_from(index, site, path_of(entry))
    briefing, article, (quotes, measures) = entry.briefing, entry.briefing.article, _items_of_facts(view, entry)
    return BriefingPage(
        frame=(about := _briefing_frame(view, site, entry, briefing_data(entry, quotes, measures))),
        slug=entry.slug,
        headline=entry.headline,
        outlet=article.outlet,
        outlet_page=view.href(path_of_outlet(index, article.outlet)) if article.outlet else None,
        section=article.section,
        byline=article.byline,
        url=web_address(article.url),
        place=article.place,
        day=shown_day(article.published.date),
        added=added_on(article),
        day_page=_href_of_day(view, article.published),
        day_from=article.published.source,
        day_how=article.published.how,
        copies=tuple(_copy_line(view, entry, copy) for copy in told_copies(entry)),
        minutes=-(-len(article.text.split()) // WORDS_A_MINUTE),
        english=article.language == "en",
        lead=_lead(entry, quotes, measures),
        cast=tuple(_cast_line(view, entry, chain) for chain in briefing.actors),
        speakers=_speakers_here(quotes),
        quotes=quotes,
        measures=measures,
        timeline=_timeline(measures),
        related=related(view, entry),
        paragraphs=source_paragraphs(view, entry),
        sentences=len(briefing.sentences),
        shown=_count_shown(view, entry),
        seed=seed_name(article),
        copy_seeds=tuple(map(seed_name, briefing.copies)),
        parser=briefing.parser,
        rules=_rules(entry),
        method=_method(view, site),
        report=_report(entry, site, about.canonical),
        citation=citation(entry, site, about.canonical),
    )


def _items_of_facts(view: View, entry: Entry) -> tuple[tuple[QuoteItem, ...], tuple[MeasureItem, ...]]:
    quotes = tuple(quote_item(view, entry, quote) for quote in entry.briefing.quotes)
    return quotes, tuple(measure_item(view, entry, measure) for measure in entry.briefing.measures)


def _briefing_frame(view: View, site: Site, entry: Entry, data: Mapping[str, Any]) -> Frame:
    alternates = of_briefing(view, entry)
    return frame(
        site, view.path, entry.headline, _briefing_description(entry), alternates=alternates, data=data, card=True
    )


def _copy_line(view: View, entry: Entry, copy: Article) -> CopyLine:
    return CopyLine(
        outlet=copy.outlet,
        outlet_page=view.href(path_of_outlet(view.index, copy.outlet)) if copy.outlet else None,
        headline=headline_of_copy(entry, copy),
        day=shown_day(copy.published.date),
        inferred=copy.published.source == "inferred",
        url=web_address(copy.url),
        seed=seed_name(copy),
    )


def _count_shown(view: View, entry: Entry) -> int:
    return sum(view.shows(entry, number) for number in range(1, len(entry.briefing.sentences) + 1))


def _method(view: View, site: Site) -> str | None:
    return view.href(METHOD) if any(path == METHOD for _, path in site.texts) else None


def _href_of_day(view: View, published: Published) -> str | None:
    path = path_of_day(published.date or "")
    return view.href(path) if path else None


def _lead(entry: Entry, quotes: Iterable[QuoteItem], measures: Iterable[MeasureItem]) -> tuple[KeyFact, ...]:
    items = dict[str, QuoteItem | MeasureItem]({item.id: item for item in quotes})
    items |= {item.id: item for item in measures}
    return tuple(
        KeyFact(
            label=items[fact.id].label,
            href=items[fact.id].href,
            kind="quote" if isinstance(fact, Quote) else "measure",
            evidence=items[fact.id].evidence,
        )
        for fact in key_facts(entry)
    )


def _speakers_here(quotes: tuple[QuoteItem, ...]) -> tuple[Speaker, ...]:
    """Counts who speaks most; of equals, who speaks first."""
    counts = Counter(who for item in quotes for who in item.source.who)
    most = counts.most_common(SPEAKERS) if len(counts) > 1 else []
    return tuple(Speaker(who=who, number=number, quotes=said) for number, (who, said) in enumerate(most, 1))


def _timeline(measures: tuple[MeasureItem, ...]) -> tuple[MeasureItem, ...]:
    """Orders by day: a month stands before its days; what is of one day, in the order of the text."""
    dated = [(item.date.day.iso, item) for item in measures if item.date and item.date.day]
    return tuple(item for _, item in sorted(dated, key=lambda pair: pair[0]))


def _rules(entry: Entry) -> tuple[RuleCount, ...]:
    counts = Counter(fact.rule for fact in entry.facts)
    ranked = sorted(counts, key=lambda rule: (-counts[rule], rule))
    return tuple(RuleCount(name=rule, facts=counts[rule]) for rule in ranked)


def _report(entry: Entry, site: Site, address: str | None) -> str | None:
    """Fills in the seed: ``…/content/corrections?filename={seed}.yaml`` → the same with this briefing's in it."""
    if site.corrections is None:
        return None
    seed, page = seed_name(entry.briefing.article), address or entry.slug
    return site.corrections.replace("{seed}", in_address(seed, "")).replace("{page}", in_address(page, ""))


def _briefing_description(entry: Entry) -> str:
    """Says, in no words of the source, “5 quotes and 12 measures in an article of MillenniumPost, 5 May 2025.”."""
    briefing = entry.briefing
    outlet = f" of {briefing.article.outlet}" if briefing.article.outlet else ""
    facts = f"{counted(len(briefing.quotes), 'quote')} and {counted(len(briefing.measures), 'measure')}"
    return f"{facts} in an article{outlet}{_day_in_words(briefing.article.published)}."


def _day_in_words(published: Published) -> str:
    day = shown_day(published.date)
    return f", {day.text}" if day else ""


def _cast_line(view: View, entry: Entry, chain: Chain) -> CastLine:
    briefing = entry.briefing
    return CastLine(
        who=who(view, entry, chain.id),
        named=chain.named,
        aliases=chain.aliases,
        roles=_roles_in_text(view, entry, chain),
        said=sum(chain.id in quote.source.actors for quote in briefing.quotes),
        did=sum(chain.id in measure.initiators for measure in briefing.measures),
        done_to=sum(chain.id in measure.targets for measure in briefing.measures),
    )


def _roles_in_text(view: View, entry: Entry, chain: Chain) -> tuple[RoleLine, ...]:
    """Gives each role once, where the text first gives it."""
    first = {(role.role.casefold(), role.of): role for role in reversed(chain.roles)}
    return tuple(role_line(view, entry, role) for role in chain.roles if first[role.role.casefold(), role.of] is role)

"""The page of one briefing."""

from ..model import Chain, Published
from .alternates import of_briefing
from .facts import View, day_of, measure_item, path_of, quote_item, role_line, view_from, who
from .frames import Site, frame, web_address
from .index import Entry, Index
from .linked_data import briefing_data
from .pages import BriefingPage, CastLine
from .parts import RoleLine
from .source import source_paragraphs


def briefing_page(index: Index, site: Site, entry: Entry) -> BriefingPage:
    """Headline, outlet and date, who's who, quotes, measures, and the source text they rest on."""
    path = path_of(entry)
    view = view_from(index, site, path)
    briefing, article = entry.briefing, entry.briefing.article
    numbers = range(1, len(briefing.sentences) + 1)
    quotes = tuple(quote_item(view, entry, quote) for quote in briefing.quotes)
    measures = tuple(measure_item(view, entry, measure) for measure in briefing.measures)
    data = briefing_data(entry, quotes, measures)
    return BriefingPage(
        frame=frame(site, path, entry.headline, _description(entry), alternates=of_briefing(view, entry), data=data),
        slug=entry.slug,
        headline=entry.headline,
        outlet=article.outlet,
        section=article.section,
        byline=article.byline,
        url=web_address(article.url),
        place=article.place,
        day=day_of(article.published.date),
        day_from=article.published.source,
        day_how=article.published.how,
        english=article.language == "en",
        cast=tuple(_cast_line(view, entry, chain) for chain in briefing.actors),
        quotes=quotes,
        measures=measures,
        paragraphs=source_paragraphs(view, entry),
        sentences=len(numbers),
        shown=sum(view.shows(entry, number) for number in numbers),
        seed=article.seed.path.rsplit("/", 1)[-1],
        parser=briefing.parser,
    )


def _description(entry: Entry) -> str:
    """“5 quotes and 12 measures in an article of MillenniumPost, 5 May 2025.”: none of the source's own words."""
    briefing = entry.briefing
    outlet = f" of {briefing.article.outlet}" if briefing.article.outlet else ""
    facts = f"{counted(len(briefing.quotes), 'quote')} and {counted(len(briefing.measures), 'measure')}"
    return f"{facts} in an article{outlet}{_dated(briefing.article.published)}."


def _dated(published: Published) -> str:
    day = day_of(published.date)
    return f", {day.text}" if day else ""


def counted(count: int, noun: str) -> str:
    """“1 quote”, “2 quotes”."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _cast_line(view: View, entry: Entry, chain: Chain) -> CastLine:
    briefing = entry.briefing
    return CastLine(
        who=who(view, entry, chain.id),
        named=chain.named,
        aliases=chain.aliases,
        roles=_roles(view, entry, chain),
        said=sum(chain.id in quote.source.actors for quote in briefing.quotes),
        did=sum(chain.id in measure.initiators for measure in briefing.measures),
        done_to=sum(chain.id in measure.targets for measure in briefing.measures),
    )


def _roles(view: View, entry: Entry, chain: Chain) -> tuple[RoleLine, ...]:
    """Each role once, where the text first gives it."""
    first = {(role.role.casefold(), role.of): role for role in reversed(chain.roles)}
    return tuple(role_line(view, entry, role) for role in chain.roles if first[role.role.casefold(), role.of] is role)

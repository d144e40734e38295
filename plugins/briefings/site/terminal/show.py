"""A briefing in words, for the terminal: what `briefings show` prints."""

from collections.abc import Iterator

from ...model import Article, Briefing, Chain, Measure, Quote, Span
from ...newsroom.editing.dial import sure_enough
from ...seeds.cleaning.hidden_characters import scrub
from ..assembling import Assembled
from ..views.wording import (
    TOWARD,
    UNATTRIBUTED,
    counted,
    doubts_of,
    doubts_of_act,
    link_to_owner,
    listed,
    own_words,
    parties_in_words,
)


def as_published(assembled: Assembled, least: float) -> Iterator[str]:
    """Tell each briefing in words that steer no terminal, and how many facts and names are less sure than `least`."""
    for entry in assembled.in_order:
        published = sure_enough(entry.briefing, least)
        facts = len(entry.facts) - len(published.quotes) - len(published.measures)
        names = len(entry.briefing.actors) - len(published.actors)
        words = in_words(published)
        held = [counted(number, what) for number, what in ((facts, "fact"), (names, "name")) if number]
        if held:
            words += f"\n{listed(held)} less sure than {least}, so not on the site: --min-confidence 0\n"
        yield "\n".join(scrub(line)[0] for line in words.split("\n"))  # a warning quotes its seed as it is


def in_words(briefing: Briefing) -> str:
    """Tell the briefing in plain lines: who is in it, what was said, what was done, each with its sentence's number."""
    parts = [_article_lines(briefing), _cast_lines(briefing), _quote_lines(briefing), _measure_lines(briefing)]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def _article_lines(briefing: Briefing) -> Iterator[str]:
    article = briefing.article
    yield article.title or "(no headline)"
    day = _day_of_article(article)
    yield " · ".join(filter(None, (article.outlet, article.section, article.byline, article.place, day)))
    if article.published.how:
        yield article.published.how
    yield f"{article.seed.path}, {len(briefing.sentences)} sentences, {briefing.parser or 'not parsed'}"
    for copy in briefing.copies:
        yield ", ".join(filter(None, (f"one briefing with its copy {copy.seed.path}", copy.outlet)))
    for warning in article.warnings:
        yield f"warning: {warning.reason}; {warning.mend}"


def _day_of_article(article: Article) -> str:
    """Says when it stood, and how that is known: “2025-05-05 (dateline)”, “date unknown, added 2025-05-06”."""
    if article.published.date:
        return f"{article.published.date} ({article.published.source})"
    return f"date unknown, added {article.added}" if article.added else "date unknown"


def _cast_lines(briefing: Briefing) -> Iterator[str]:
    if briefing.actors:
        yield "Who"
    for chain in briefing.actors:
        roles = "; ".join(dict.fromkeys(_role_in_words(briefing, role.role, role.of) for role in chain.roles))
        also = f", also {', '.join(chain.aliases)}" if chain.aliases else ""
        kind = chain.kind if chain.named else f"{chain.kind}, unnamed"
        yield f"  {chain.name} ({kind}, {len(chain.mentions)}×){also}{f': {roles}' if roles else ''}"


def _role_in_words(briefing: Briefing, role: str, of: tuple[str, ...]) -> str:
    owners = listed(_chain_names(briefing, of))
    return f"{role} {link_to_owner(role)} {owners}" if owners else role


def _quote_lines(briefing: Briefing) -> Iterator[str]:
    if briefing.quotes:
        yield "Said"
    for quote in briefing.quotes:
        number, cue = _sentence_number(briefing, quote.sentence), _words_at(briefing, quote.cue)
        yield f"  {number} {_who_said(briefing, quote)} {cue}:"
        yield f"     {_words_at(briefing, quote.content)}"
        how = ", ".join((quote.id, quote.kind, *doubts_of(quote), quote.rule))
        yield f"     [{how}, {quote.confidence:.2f}{_inside(quote.within)}]"


def _who_said(briefing: Briefing, quote: Quote) -> str:
    names = _chain_names(briefing, quote.source.actors)
    words = own_words(_words_of(briefing, quote.source.span), names) if quote.source.span else None
    return TOWARD.join(filter(None, (words, listed(names)))) or UNATTRIBUTED


def _measure_lines(briefing: Briefing) -> Iterator[str]:
    if briefing.measures:
        yield "Did"
    for measure in briefing.measures:
        who, whom = (listed(_chain_names(briefing, side)) for side in (measure.initiators, measure.targets))
        act = f"{measure.type} {measure.status}: {parties_in_words(who, whom)}"
        yield f"  {_sentence_number(briefing, measure.sentence)} {act}"
        yield f"     {', '.join(_details(briefing, measure))}"
        yield f"     [{measure.id}, {measure.rule}, {measure.confidence:.2f}{_inside(measure.within)}]"


def _details(briefing: Briefing, measure: Measure) -> Iterator[str]:
    yield f"“{_words_of(briefing, measure.trigger)}”"
    if measure.instrument:
        yield f"by {measure.instrument}"
    if measure.date:
        yield f"on {measure.date}{' (inferred)' if measure.date_inferred else ''}"
    elif measure.date_span:
        yield f"“{_words_of(briefing, measure.date_span)}”"
    if measure.place:
        yield f"in {measure.place}"
    claimant = listed(_chain_names(briefing, (measure.attribution,))) if measure.attribution else ""
    yield from doubts_of_act(claimant, hedged=measure.hedged)
    if len(measure.tellings) > 1:
        yield f"told {len(measure.tellings)} times"


def _inside(within: str | None) -> str:
    return f", within {within}" if within else ""


def _chain_names(briefing: Briefing, ids: tuple[str, ...]) -> list[str]:
    by_id: dict[str, Chain] = {chain.id: chain for chain in briefing.actors}
    return [by_id[one].name for one in ids if one in by_id]


def _sentence_number(briefing: Briefing, sentence: Span) -> str:
    number = next((n for n, span in enumerate(briefing.sentences, 1) if span.start <= sentence.start < span.end), 0)
    return f"s{number}"


def _words_at(briefing: Briefing, spans: tuple[Span, ...]) -> str:
    return " … ".join(_words_of(briefing, span) for span in spans)


def _words_of(briefing: Briefing, span: Span) -> str:
    return " ".join(briefing.article.text[span.start : span.end].split())

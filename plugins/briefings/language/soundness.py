"""Whether what a store holds fits the text that it is said to be of: a store is a folder that anybody may have filled.

A checksum tells damage; whoever makes an entry makes its checksum as well.  So every index and every span is looked
at, once, before anything walks along them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..model import Article, Chain, Found, Measure, Parse, Quote, Role, Span, Token
from .calendar import iso_day
from .letters import spelled_out


def parse_fits(parse: Parse, article: Article) -> bool:
    """Tells whether tokens are the text's own, in order, each below a root, and sentences have all of them."""
    count, text = len(parse.tokens), article.text
    ends = [0, *(token.end for token in parse.tokens)]
    return (
        all(end <= token.start for end, token in zip(ends, parse.tokens, strict=False))
        and ends[-1] <= len(text)
        and all(token.text == text[token.start : token.end] != "" for token in parse.tokens)
        and all(0 <= token.head < count for token in parse.tokens)
        and _all_below_a_root(parse.tokens)
        and [0, *(last for _, last in parse.sentences)] == [*(first for first, _ in parse.sentences), count]
        and all(first < last for first, last in parse.sentences)
        and all(0 <= entity.first < entity.last <= count for entity in parse.entities)
    )


def _all_below_a_root(tokens: Sequence[Token]) -> bool:
    """Tells whether no heads run in a circle: from the roots down, every token is met."""
    children: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            children[token.head].append(index)
    met = [index for index, token in enumerate(tokens) if token.head == index]
    for index in met:  # grows while it is walked
        met.extend(children[index])
    return len(met) == len(tokens)


def facts_fit(
    article: Article,
    sentences: Sequence[Span],
    actors: Sequence[Chain],
    quotes: Sequence[Quote],
    measures: Sequence[Measure],
) -> bool:
    """Tells whether all spans lie in the text, all ids are somebody's or a quote's, all names can be shown."""
    facts: tuple[Quote | Measure, ...] = (*quotes, *measures)
    chains, ids = {chain.id for chain in actors}, {fact.id for fact in facts}
    known = chains.issuperset(_ids_spoken_of(actors, quotes, measures))
    inside = {None, *(quote.id for quote in quotes)}
    spans = (*sentences, *_spans_of_actors(actors), *_spans_of_quotes(quotes), *_spans_of_measures(measures))
    parts = tuple(_parts_with_a_rule(actors, measures))
    return (
        known
        and (len(chains), len(ids)) == (len(actors), len(facts))
        and all(0 <= start <= end <= len(article.text) for start, end in (*spans, *(part.span for part in parts)))
        and all(one.end <= other.start for one, other in pairwise(sentences))
        and all(fact.within in inside for fact in facts)
        and all(0 <= one.confidence <= 1 for one in (*facts, *parts))
        and all(_is_day(measure.date) for measure in measures)
        and all(spelled_out(name) == name for chain in actors for name in _names_to_show(chain))
    )


def _ids_spoken_of(actors: Iterable[Chain], quotes: Iterable[Quote], measures: Iterable[Measure]) -> Iterator[str]:
    for chain in actors:
        for role in chain.roles:
            yield from role.of
    for quote in quotes:
        yield from quote.source.actors
    for measure in measures:
        yield from (*measure.initiators, *measure.targets)
        if measure.attribution is not None:
            yield measure.attribution


def _parts_with_a_rule(actors: Iterable[Chain], measures: Iterable[Measure]) -> Iterator[Role | Found]:
    """Gives what is found with a rule and a confidence of its own inside of an actor or a measure."""
    for chain in actors:
        yield from chain.roles
    for measure in measures:
        yield from (found for found in (measure.instrument_found, measure.place_found) if found is not None)


def _names_to_show(chain: Chain) -> Iterator[str]:
    yield from (chain.id, chain.name, *chain.aliases, *(role.role for role in chain.roles))


def _spans_of_actors(actors: Iterable[Chain]) -> Iterator[Span]:
    for chain in actors:
        yield from (mention.span for mention in chain.mentions)


def _spans_of_quotes(quotes: Iterable[Quote]) -> Iterator[Span]:
    for quote in quotes:
        yield from (quote.sentence, *quote.cue, *quote.content)
        if quote.source.span is not None:
            yield quote.source.span


def _spans_of_measures(measures: Iterable[Measure]) -> Iterator[Span]:
    for measure in measures:
        yield from (measure.trigger, measure.sentence)
        for telling in measure.tellings:
            yield from (telling.trigger, telling.sentence)
        if measure.date_span is not None:
            yield measure.date_span


def _is_day(iso: str | None) -> bool:
    """Tells whether a measure may have a day: ``2031-05-05`` and ``2031-05`` it may, and none."""
    return iso is None or iso_day(iso if len(iso) > len("2031-05") else f"{iso}-01") is not None

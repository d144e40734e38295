"""The order of extraction: one article and its parse in, one briefing out, nothing else read."""

from collections.abc import Sequence

from ..language.gazetteer import TABLES, Gazetteer
from ..language.tree import Tree
from ..model import Article, Briefing, Chain, KnownActor, Measure, Parse, Quote
from .cast.bystanders import with_bystanders
from .cast.cast import Cast
from .cast.coreference import chain_mentions
from .measures.measures import find_measures
from .names.mentions import find_mentions
from .quotes.quotes import find_quotes
from .ranking import rank


def brief(article: Article, parse: Parse, known: Sequence[KnownActor] = ()) -> Briefing:
    """Finds all that one article says of who said and did what; names that are `known` beforehand as such."""
    tree = Tree(article.text, parse, Gazetteer(known) if known else TABLES)
    chains = chain_mentions(tree, find_mentions(tree))
    cast = Cast(tree, chains)
    quotes = find_quotes(cast)
    sides = with_bystanders(cast)
    measures = find_measures(article, sides, quotes)
    return Briefing(
        article=article,
        parser=parse.parser,
        sentences=tuple(tree.sentence_span(first) for first, _ in tree.sentences),
        actors=rank(article, tree, _with_a_part(sides.chains, cast, quotes, measures)),
        quotes=quotes,
        measures=measures,
    )


def _with_a_part(
    chains: Sequence[Chain], cast: Cast, quotes: Sequence[Quote], measures: Sequence[Measure]
) -> tuple[Chain, ...]:
    """Gives the chains to show: those named in the text, and those that speak, act or have something done to them."""
    named = {chain.id for chain in cast.chains if chain.named}
    parts = {actor for quote in quotes for actor in quote.source.actors}
    for measure in measures:
        parts |= {*measure.initiators, *measure.targets, measure.attribution or ""}
    return tuple(chain for chain in chains if chain.id in named | parts)

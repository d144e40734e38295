"""Which actors an article is mainly about."""

from collections.abc import Sequence

from ..language.tree import Tree
from ..model import Article, Chain

SUBJECT = 2.0
HEADLINE = 3.0
LEAD = 1.0
_SUBJECTS = {"nsubj", "nsubjpass", "agent"}


def rank(article: Article, tree: Tree, chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """Orders `chains`, the main ones first: mentions count, more so as a subject, in the headline or the lead."""
    headline = (article.title or "").casefold()
    lead_end = article.paragraphs[0].end if article.paragraphs else 0

    def weight(chain: Chain) -> tuple[bool, float, int]:
        score = float(len(chain.mentions))
        score += SUBJECT * sum(tree.tokens[m.head].dep in _SUBJECTS for m in chain.mentions)
        score += LEAD * any(m.span.start < lead_end for m in chain.mentions)
        score += HEADLINE * any(name.casefold() in headline for name in (chain.name, *chain.aliases))
        first = chain.mentions[0].span.start if chain.mentions else 0
        return (not chain.named, -score, first)

    return tuple(sorted(chains, key=weight))

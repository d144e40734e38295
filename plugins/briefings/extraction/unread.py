"""Briefings without facts, in a module of its own: a build whose briefings are all stored needs no other of these."""

from ..model import Article, Briefing


def unread(article: Article) -> Briefing:
    """Makes a briefing without facts, for an article that is not English: its text is still shown."""
    return Briefing(article=article, parser=None, sentences=article.paragraphs, actors=(), quotes=(), measures=())

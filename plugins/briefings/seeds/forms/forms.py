"""The forms that articles come in: which reading fits a seed, by the ending of its name.

What a form needs is imported where such a seed is met: most newsrooms have one form, and a page's or a
feed's library costs a third of a second.
"""

# ruff: noqa: PLC0415

from pathlib import PurePath

from ...model import Article, Fault, Seed
from ..cleaning.cleaning import clean


def articles_of(seed: Seed) -> tuple[Article | Fault, ...]:
    """The articles of one file, in its order; a fault in the place of each that cannot be read.

    Raises Unreadable where the whole of it is none.
    """
    form = PurePath(seed.path).suffix.casefold()
    if form in (".html", ".htm", ".xhtml"):
        from .saved_pages import clean_page

        return (clean_page(seed),)
    if form in (".json", ".jsonl"):
        from .json_files import read_json, read_json_lines

        return tuple((read_json if form == ".json" else read_json_lines)(seed))
    if form in (".xml", ".rss", ".atom"):
        from .feed_files import read_feed

        return tuple(read_feed(seed))
    if form == ".eml":
        from .mails import clean_mail

        return (clean_mail(seed),)
    if form in (".md", ".markdown"):
        from .markdown_files import clean_markdown

        return (clean_markdown(seed),)
    return (clean(seed),)

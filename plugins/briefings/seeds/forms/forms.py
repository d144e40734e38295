"""The forms that articles come in: which reading fits a seed, by the ending of its name.

What a form needs is imported where such a seed is met: most newsrooms have one form, and a page's or a
feed's library costs a third of a second.
"""

# ruff: noqa: PLC0415

from pathlib import PurePath

from ...model import Article, Fault, Seed
from ..cleaning.cleaning import clean
from ..formats import FEED, MAIL, MARKDOWN, PAGE, RECORD, RECORDS, format_of


def articles_of(seed: Seed) -> tuple[Article | Fault, ...]:
    """Gives the articles of one file, in its order; a fault in the place of each that cannot be read.

    Raises Unreadable where the whole of it is none.
    """
    form = format_of(PurePath(seed.path).suffix)
    if form is PAGE:
        from .saved_pages import clean_page

        return (clean_page(seed),)
    if form in (RECORD, RECORDS):
        from .json_files import read_json, read_json_lines

        return tuple((read_json if form is RECORD else read_json_lines)(seed))
    if form is FEED:
        from .feed_files import read_feed

        return tuple(read_feed(seed))
    if form is MAIL:
        from .mails import clean_mail

        return (clean_mail(seed),)
    if form is MARKDOWN:
        from .markdown_files import clean_markdown

        return (clean_markdown(seed),)
    return (clean(seed),)

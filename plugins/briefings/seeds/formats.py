"""The formats that seeds come in: how their files end and as what the web sends them; and what is not read yet.

A new format is a row here, a case in `forms/forms.py` and the module that reads it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """How files of a format are known."""

    endings: tuple[str, ...]  # in small letters; the first is what a fetched one gets
    media: tuple[str, ...] = ()  # types that a host sends it as


TEXT = Format((".txt",), ("text/plain",))
PAGE = Format((".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"))
MARKDOWN = Format((".md", ".markdown"), ("text/markdown",))
RECORD = Format((".json",), ("application/json", "application/ld+json"))
RECORDS = Format((".jsonl",))
MAIL = Format((".eml",))
FEED = Format(
    (".xml", ".rss", ".atom"),
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"),
)
FORMATS = (TEXT, PAGE, MARKDOWN, RECORD, RECORDS, MAIL, FEED)
UNREAD = {
    "": "a file without the ending .txt",
    ".mhtml": "a page with its pictures", ".warc": "an archive of web pages", ".msg": "a mail of Outlook",
    ".mbox": "a box of mails", ".pdf": "a PDF document", ".doc": "an office document", ".docx": "an office document",
    ".odt": "an office document", ".rtf": "a rich-text document", ".png": "an image", ".jpg": "an image",
    ".jpeg": "an image", ".gif": "an image", ".webp": "an image", ".zip": "an archive", ".gz": "an archive",
    ".tar": "an archive", ".7z": "an archive",
}  # fmt: skip


def format_of(ending: str) -> Format | None:
    """Finds the format of files that end so: ``".HTM"`` → PAGE; None for what is not read."""
    return next((one for one in FORMATS if ending.casefold() in one.endings), None)


def format_sent(media: str) -> Format | None:
    """Finds the format of what a host sends as `media`: ``"text/html"`` → PAGE; None for what is not read."""
    return next((one for one in FORMATS if media in one.media), None)


def what_is_unread(ending: str) -> str:
    """Says what a file is that is not read, by its ending: ``".pdf"`` → "a PDF document"."""
    return UNREAD.get(ending.casefold(), f"a {ending.casefold()} file")

"""Mails (``.eml``): newsletters and articles that somebody sent on."""

import quopri
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr

from ..model import Article, Fault, Seed
from .cleaning import NO_HEADLINE, clean
from .dating import until
from .markup import visible
from .placing import Sheet, build
from .reading import Unreadable, whole_pairs
from .stated import Stated, day_of, merged, one_line
from .tracing import Change, compose, rewrite

_SENT_ON = re.compile(r"(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_SOFT = re.compile(r"=[ \t]*\r?\n|(?:=[0-9A-Fa-f]{2})+")
_MEND = "save the article's text as .txt"


def clean_mail(seed: Seed) -> Article:
    """The article in a mail: its plain part, else its page.  Raises Unreadable where it has neither.

    The seed of the article has a body in base64 decoded in its place, so that origins can lead into it.
    """
    part, text = _body(seed)
    seed = _uncoded(seed, part, text)
    shown, origin = rewrite(seed.raw, _quoted(seed.raw, part.get_content_charset("utf-8")))
    if part.get_content_subtype() == "html":
        from .pages import clean_page  # noqa: PLC0415  0.3 s: most mails have a plain part

        inner = clean_page(replace(seed, raw=text))
        shown, outer = visible(shown)
        origin = compose(outer, origin)
    else:
        inner = clean(replace(seed, raw=text))
    body, traced = Sheet(shown, origin).place(inner.text.split("\n\n"))
    headers = _headers(seed)
    untitled = any(warning.reason == NO_HEADLINE for warning in inner.warnings)
    own = Stated(
        title=None if untitled else inner.title,
        outlet=inner.outlet,
        section=inner.section,
        byline=inner.byline,
        url=inner.url,
        published=until(inner.published, headers.fetched) if inner.published.date else None,
    )
    return replace(build(seed, (body, traced), merged([own, headers])), place=inner.place)


def _message(seed: Seed) -> EmailMessage:
    try:
        return message_from_bytes(seed.raw.encode(seed.encoding, "replace"), policy=default)
    except (MessageError, RecursionError, ValueError) as error:
        raise _unreadable(seed, f"not a mail: {error}") from None


def _body(seed: Seed) -> tuple[MIMEPart, str]:
    """The part of a mail that is its body, plain before HTML, and its text."""
    try:
        part = _message(seed).get_body(("plain", "html"))
        text = part.get_content() if part else ""
    except (KeyError, LookupError, RecursionError, ValueError, AttributeError):
        part, text = None, ""
    if part is None or not isinstance(text, str) or not text.strip():
        raise _unreadable(seed, "a mail without an article's text")
    return part, whole_pairs(text)


def _uncoded(seed: Seed, part: MIMEPart, text: str) -> Seed:
    if str(part.get("Content-Transfer-Encoding", "")).strip().casefold() != "base64":
        return seed
    coded = str(part.get_payload()).strip()
    before, _, after = seed.raw.partition(coded) if coded else ("", "", "")
    return replace(seed, raw=before + text + after) if after or before else seed


def _headers(seed: Seed) -> Stated:
    message = _message(seed)
    subject = one_line(str(message.get("Subject", "")))
    sent = day_of(str(message.get("Date", "")), "Date")
    return Stated(
        title=_SENT_ON.sub("", subject, count=1) if subject else None,
        outlet=one_line(parseaddr(str(message.get("From", "")))[0]),
        published=sent,
        fetched=sent.date if sent else None,
    )


def _quoted(raw: str, charset: str) -> Iterator[Change]:
    """Quoted-printable as it reads: soft line ends go, ``=E2=80=99`` is an apostrophe in UTF-8."""
    if "quoted-printable" not in raw.casefold():
        return
    for match in _SOFT.finditer(raw):
        yield Change(*match.span(), quopri.decodestring(match[0].encode()).decode(charset, "replace"))


def _unreadable(seed: Seed, reason: str) -> Unreadable:
    return Unreadable(Fault(path=seed.path, reason=reason, mend=_MEND))

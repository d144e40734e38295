"""Mails (``.eml``): newsletters and articles that somebody sent on."""

import quopri
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr

from ...language.letters import spelled_out
from ...model import Article, Fault, Seed
from ..cleaning.cleaning import NO_HEADLINE, clean
from ..cleaning.metadata import Stated, merged, stated_day, stated_line
from ..cleaning.tracing import Change, rewrite, traced_through
from ..dating.dating import until
from ..reading import FALLBACK, encoding_of, few, unreadable, whole_pairs
from .markup import visible
from .placing import Sheet, build

_SENT_ON = re.compile(r"(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_SOFT = re.compile(r"=[ \t]*\r?\n|(?:=[0-9A-Fa-f]{2})+")
_HEADER = re.compile(
    r"^(?P<name>Content-[\w-]{1,40}|Subject|Date|From):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE
)
_EARLY = re.compile(r"(?<![-+\d])0\d{3}(?!\d)")  # the year 0001, of which the email package makes 2001
_HEAD = re.compile(r"\r?\n\r?\n|\Z")
_LONGEST_HEADER = 2_000  # characters; the email package takes the square of a longer one's time
_ODD = (ArithmeticError, AttributeError, LookupError, MessageError, RecursionError, TypeError, ValueError)  # its errors
_OF_MAILS = ("utf-7", "unicode_escape", "unicode-escape")  # encodings that nothing else is read in
_MEND = "save the article's text as .txt"


def clean_mail(seed: Seed) -> Article:
    """Finds the article in a mail: its plain part, else its page.  Raises Unreadable where it has neither.

    The seed of the article has a body in base64 decoded in its place, so that origins can lead into it.
    """
    cut, warnings = _bounded(seed)
    message = _message(seed, cut)
    part, text = _body_part_and_text(seed, message)
    seed = _uncoded(seed, part, text)
    shown, origin = rewrite(seed.raw, _quoted(seed.raw, _charset(part)))
    if part.get_content_subtype() == "html":
        from .saved_pages import clean_page  # noqa: PLC0415  0.3 s: most mails have a plain part

        inner = clean_page(replace(seed, raw=text))
        shown, outer = visible(shown)
        origin = traced_through(outer, origin)
    else:
        inner = clean(replace(seed, raw=text))
    body, traced = Sheet(shown, origin).place(inner.text.split("\n\n"))
    headers = _headers(message)
    untitled = any(warning.reason == NO_HEADLINE for warning in inner.warnings)
    own = Stated(
        title=None if untitled else inner.title,
        outlet=inner.outlet,
        section=inner.section,
        byline=inner.byline,
        url=inner.url,
        published=until(inner.published, headers.fetched) if inner.published.date else None,
    )
    made = build(seed, (body, traced), merged([own, headers]))
    more = (*_misclaimed(seed, part), *_misdated(seed, message, headers))
    return replace(made, place=inner.place, warnings=(*made.warnings, *warnings, *more))


def _bounded(seed: Seed) -> tuple[str, list[Fault]]:
    """Gives the characters of a mail, what is read of its headers in bounds, and a warning for each that was cut."""
    ended = _HEAD.search(seed.raw)
    head = ended.start() if ended else 0
    changes: list[Change] = []
    warnings: list[Fault] = []
    for match in _HEADER.finditer(seed.raw):
        own = match["name"].casefold().startswith("content-")  # those of a part stand below
        if len(match[0]) > _LONGEST_HEADER and (own or match.start() < head):
            kept = match[0][:_LONGEST_HEADER].rstrip()
            changes.append(Change(match.start() + len(kept), match.end(), ""))
            reason = f"a header of more than {_LONGEST_HEADER:,} characters, “{match['name']}”: cut"
            warnings.append(_warning_of_mail(seed, reason, seed.raw.count("\n", 0, match.start()) + 1))
    return rewrite(seed.raw, changes)[0], few(warnings)


def _message(seed: Seed, raw: str) -> EmailMessage:
    try:
        return message_from_bytes(raw.encode(seed.encoding, "replace"), policy=default)
    except _ODD as error:
        raise unreadable(seed.path, f"not a mail: {error}", _MEND) from None


def _body_part_and_text(seed: Seed, message: EmailMessage) -> tuple[MIMEPart, str]:
    """Finds the part of a mail that is its body, plain before HTML, and its text."""
    try:
        part = message.get_body(("plain", "html"))
        text = _data(part).decode(_charset(part), "replace") if part else ""
    except _ODD:
        part, text = None, ""
    if part is None or not text.strip():
        raise unreadable(seed.path, "a mail without an article's text", _MEND)
    return part, whole_pairs(text)


def _data(part: MIMEPart) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _charset(part: MIMEPart) -> str:
    """Tells a part's encoding: as claimed, else UTF-8 or Windows-1252; who claims ASCII and is none claims nothing."""
    claimed = part.get_content_charset("")
    known = claimed if claimed in _OF_MAILS else encoding_of(claimed)
    if known and known != "ascii":
        return known
    try:
        _data(part).decode("utf-8")
    except UnicodeError:
        return FALLBACK
    return "utf-8"


def _misclaimed(seed: Seed, part: MIMEPart) -> Sequence[Fault]:
    """Warns of ``charset=zip``: read as what it seems to be, and named."""
    claimed = part.get_content_charset("")
    if not claimed or claimed in _OF_MAILS or encoding_of(claimed):
        return ()
    reason = f"“{spelled_out(claimed[:60])}”, which it claims, is no encoding of a text: read as {_charset(part)}"
    return [_warning_of_mail(seed, reason, None)]


def _uncoded(seed: Seed, part: MIMEPart, text: str) -> Seed:
    if str(part.get("Content-Transfer-Encoding", "")).strip().casefold() != "base64":
        return seed
    coded = str(part.get_payload()).strip()
    before, _, after = seed.raw.partition(coded) if coded else ("", "", "")
    return replace(seed, raw=before + text + after) if after or before else seed


def _headers(message: EmailMessage) -> Stated:
    subject = stated_line(_tried(lambda: str(message.get("Subject", ""))))
    early = _EARLY.search(_sent(message))
    sent = None if early else stated_day(_tried(lambda: str(message.get("Date", ""))), "Date")
    return Stated(
        title=_SENT_ON.sub("", subject, count=1) if subject else None,
        outlet=stated_line(_tried(lambda: parseaddr(str(message.get("From", "")))[0])),
        published=sent,
        fetched=sent.date if sent else None,
    )


def _tried(read: Callable[[], str]) -> str:
    """Gives what is read of a header; nothing where the email package ends on it."""
    try:
        return read()
    except _ODD:
        return ""


def _sent(message: EmailMessage) -> str:
    """Tells when a mail was sent, in the words that it has."""
    return next((str(value).strip() for name, value in message.raw_items() if name.casefold() == "date"), "")


def _misdated(seed: Seed, message: EmailMessage, headers: Stated) -> Sequence[Fault]:
    """Warns of ``Date: soon``: built without that day, and named."""
    said = _sent(message)
    if headers.published or not said:
        return ()
    return [_warning_of_mail(seed, f"its header “Date” is no day: “{spelled_out(said[:60])}”", None)]


def _warning_of_mail(seed: Seed, reason: str, line: int | None) -> Fault:
    mend = "nothing, if its text and its fields are right; else say them in the article's corrections"
    return Fault(path=seed.path, reason=reason, mend=mend, line=line, broken=False)


def _quoted(raw: str, charset: str) -> Iterator[Change]:
    """Reads quoted-printable: soft line ends go, ``=E2=80=99`` is an apostrophe in UTF-8."""
    if "quoted-printable" not in raw.casefold():
        return
    for match in _SOFT.finditer(raw):
        yield Change(*match.span(), quopri.decodestring(match[0].encode()).decode(charset, "replace"))

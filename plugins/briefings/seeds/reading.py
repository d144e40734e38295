"""Files become seeds: regular files only, no links, a size cap, and characters instead of bytes."""

import codecs
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from shlex import quote

from ..model import Fault, Seed
from .formats import TEXT, format_of, what_is_unread

FALLBACK = "cp1252"  # what a seed is read as that is not UTF-8
MAX_BYTES = 5_000_000
HEAD = 4096  # bytes in which a page, a mail or a feed claims an encoding
_SAVE_TEXT = "save the article's text as .txt"
_MAX_CONTROLS = 0.02  # share of control characters; texts have none, machine data a tenth
_CONTROLS = frozenset(map(chr, [*range(9), *range(14, 32), 127]))
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "an archive or office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"{\\rtf", "a rich-text document"),
)
_MOST_NAMED = 20  # faults of one file
_HTML = ("<!doctype html", "<html")
_HALF = re.compile(r"[\ud800-\udfff]")
_CHARSET = re.compile(
    rb"(?:<meta[^>]{1,200}?charset|\A\s{0,9}<\?xml[^>]{1,99}?encoding|^Content-Type:[^<>]{1,99}?charset)"
    rb"=[\"']?(?P<name>[\w.:-]{2,40})",
    re.IGNORECASE | re.MULTILINE,
)
_NO_TEXTS = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"))


class Unreadable(Exception):
    """A seed that cannot be read; carries the Fault to show."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.path}: {fault.reason}; {fault.mend}")
        self.fault = fault


def unreadable(path: str, reason: str, mend: str, line: int | None = None) -> Unreadable:
    """Makes the error of a seed that cannot be read, to be raised: what is wrong with it, and what mends it."""
    return Unreadable(Fault(path=path, reason=reason, mend=mend, line=line))


def find_seeds(paths: Iterable[Path]) -> Iterator[Path]:
    """Finds every file in `paths`, folders searched in the order of names; links and oddities too, to be named.

    Names that start with a full stop (``.gitkeep``, ``.DS_Store``) are passed over within folders, and what a text
    editor left of an older state (``a.txt~``).
    """
    for path in paths:
        if _is_readable_folder(path):
            yield from _files_within(path)
        else:
            yield path


def _is_readable_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # reading it says what is wrong: a name that no system takes


def _files_within(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield folder  # reading it says why it cannot be opened
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files_within(folder / entry.name)
        else:
            yield folder / entry.name


def read_seed(path: Path, name: str, *, encoding: str | None = None) -> Seed:
    """Reads one file as a seed; `name` is what it is called in records and faults.

    `encoding` is what an editor says it is in; else a byte order mark, UTF-8 and Windows-1252 are
    tried in this order.  Raises Unreadable.
    """
    return seed_of(read_data(path, name), name, encoding=encoding)


def seed_of(data: bytes, name: str, *, encoding: str | None = None) -> Seed:
    """Makes of the bytes of a file the seed that it will be read as.  Raises Unreadable."""
    raw, used = _decode(data, name, encoding)
    _refuse_what_is_no_text(raw, name)
    return Seed(path=name, sha256=hashlib.sha256(data).hexdigest(), encoding=used, raw=raw)


def read_data(path: Path, name: str) -> bytes:
    """Reads at most MAX_BYTES of a regular file, looked at before and after it is opened: no pipe can hang it.

    Raises Unreadable, also for a file of a form that is not read.
    """
    try:
        _refuse_form(path, path.lstat(), name)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            _refuse_form(path, os.fstat(file.fileno()), name)
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unopened(name, error) from error
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    return data


def _refuse_form(path: Path, status: os.stat_result, name: str) -> None:
    """Raises Unreadable for all but a regular file of a format that is read and of a size that an article can have."""
    mode = status.st_mode
    if stat.S_ISLNK(mode):
        reason = "a link: seeds are read from their own folder only"
        raise unreadable(name, reason, "put a copy of the file in its place: cp --remove-destination FILE LINK")
    if stat.S_ISDIR(mode):
        raise unreadable(
            name, "a folder that cannot be opened", f"give yourself the right to read it: chmod u+rx {quote(name)}"
        )
    if not stat.S_ISREG(mode):
        raise unreadable(name, "not a regular file (a pipe, a socket or a device)", f"remove it: rm {quote(name)}")
    if format_of(path.suffix) is None:
        raise unreadable(name, f"{what_is_unread(path.suffix)}: not read yet", _SAVE_TEXT)
    if status.st_size > MAX_BYTES:
        raise _too_large(name)


def _decode(data: bytes, name: str, encoding: str | None) -> tuple[str, str]:
    """Gives the characters and the encoding they were in."""
    if not data.strip():
        raise unreadable(name, "empty", "put the article's text in it, or remove it")
    for signature, form in _SIGNATURES:
        if data.startswith(signature):
            raise unreadable(name, f"not a text: {form}", _SAVE_TEXT)
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    if encoding or marked:
        return _decode_as(data, name, encoding or marked or "")
    if b"\0" in data:
        raise unreadable(name, "not a text: it has zero bytes", _SAVE_TEXT)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        named = declared(data)
        return _decode_as(data, name, FALLBACK if named in (None, "ascii") else named)  # more than ASCII, so not that


def declared(data: bytes) -> str | None:
    """Finds the encoding that a page or mail names in its head, or a feed in its first line, where Python knows it."""
    name = claimed(data)
    return encoding_of(name) if name else None


def claimed(data: bytes) -> str | None:
    """Finds the encoding that a file names, whether there is one of this name or not."""
    found = _CHARSET.search(data[:HEAD])
    return found["name"].decode("ascii", "replace") if found else None


def encoding_of(name: str) -> str | None:
    """Gives what Python calls a text's encoding: none for “zip”, nor for what writes names of hosts or programs."""
    try:
        known = codecs.lookup(name).name
        b"a".decode(known, "replace")  # "zip" is known, and makes bytes of bytes
    except (LookupError, ValueError, TypeError):
        return None
    return None if known in _NO_TEXTS else known


def _decode_as(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    try:
        return whole_pairs(data.decode(encoding).removeprefix("\ufeff")), encoding.removesuffix("-sig")
    except LookupError:
        mend = "name one that Python knows, such as utf-8, cp1252 or shift_jis, as `encoding` in its corrections"
        raise unreadable(name, f"“{encoding}” is no encoding of a text", mend) from None
    except UnicodeError as error:
        line = data.count(b"\n", 0, error.start) + 1 if isinstance(error, UnicodeDecodeError) else None
        known = "UTF-8 or Windows-1252" if encoding == FALLBACK else encoding
        raise unreadable(name, f"not in {known}", _saved_anew(data, name), line) from None


def _saved_anew(data: bytes, name: str) -> str:
    """Says the mend of a file that is not in the encoding somebody says; nobody can tell which one it is in."""
    try:
        data.decode(FALLBACK)
    except UnicodeError:
        return "open it in the program that wrote it and save it as UTF-8, or name its `encoding` in its corrections"
    return f"if it is in Windows-1252, save it as UTF-8: iconv -f WINDOWS-1252 -t UTF-8 {quote(name)} > new.txt"


def whole_pairs(text: str) -> str:
    """Makes one character of the two halves of a surrogate pair: UTF-7 and escapes may say them apart.

    A half without its other half is no character: U+FFFD stands in its place.
    """
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _refuse_what_is_no_text(raw: str, name: str) -> None:
    if not raw.strip():
        raise unreadable(name, "nothing but white space", "put the article's text in it, or remove it")
    if "\0" in raw:
        raise unreadable(
            name, "not a text: it has zero characters", _SAVE_TEXT, raw.count("\n", 0, raw.index("\0")) + 1
        )
    if sum(character in _CONTROLS for character in raw) > _MAX_CONTROLS * len(raw):
        raise unreadable(name, "not a text: too many control characters", _SAVE_TEXT)
    if format_of(PurePath(name).suffix) is TEXT and raw[:1000].lstrip().casefold().startswith(_HTML):
        raise unreadable(
            name, "a saved page, not its text", f"name it .html: mv {quote(name)} {quote(name[:-4] + '.html')}", 1
        )


def few(faults: Sequence[Fault]) -> list[Fault]:
    """Gives the first of many faults of one file: nobody reads 100,000 of them."""
    if len(faults) <= _MOST_NAMED:
        return list(faults)
    last = faults[_MOST_NAMED - 1]
    reason = f"{len(faults) - _MOST_NAMED + 1:,} more lines are like these"
    return [*faults[: _MOST_NAMED - 1], replace(last, reason=reason)]


def _too_large(name: str) -> Unreadable:
    mend = "cut it to the article's text, or split it into one file for each article"
    return unreadable(name, f"larger than {MAX_BYTES // 1_000_000} MB", mend)


def _unopened(name: str, error: OSError | ValueError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        return unreadable(name, "no such file", "check the spelling of the path")
    if isinstance(error, PermissionError):
        return unreadable(name, "its rights forbid to read it", f"chmod u+r {quote(name)}")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return unreadable(name, f"cannot be opened: {reason}", "remove it, or put it back from a copy")

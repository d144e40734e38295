"""Pages that editors wrote, ``content/pages/*.md``, looked at as Pelican will read them, but without building.

Pelican leaves out a page that it cannot read and goes on; two pages at one address end its build.
"""

import re
import stat
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from unidecode import unidecode

from ...language.letters import one_line
from ...model import Fault
from ...newsroom.yaml_files import UNWRITABLE, not_utf8
from ...seeds.boundary import within_boundary
from ...seeds.dating.written_days import find_days
from ..assembling import path_from
from ..page_kinds import PAGE_KINDS
from ..settings import OF_PELICAN
from .inside import look_inside
from .patience import TooLong
from .rendering import LONGEST, Rendered, TooLarge, astray, render

PAGES = "pages"  # their folder in content/
LARGEST = 256 * 1024  # bytes of a page
STATUSES = ("published", "hidden", "draft", "skip")
UNSEEN = frozenset(("draft", "skip"))  # nothing is written for these
_ENDINGS = frozenset((".md", ".markdown", ".mkd", ".mdown"))
_ELSEWISE = frozenset((".html", ".htm", ".rst"))  # Pelican reads these too, and what they include from anywhere
_LONGEST_NAME, _LONGEST_ADDRESS = 200, 1_000  # bytes of a folder's name and of all: what every file system takes
READ = _ENDINGS | _ELSEWISE  # what Pelican makes pages of, and of what stands elsewhere articles
_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_FURTHER = re.compile(r" {4,}\S")
_RULES = ("---", "...")
_HOME = "index.html"
# What the site itself writes at its top: no page of an editor stands there or below.
OWN = frozenset(kind.top for kind in PAGE_KINDS if kind.top) | {"feeds", "pagefind", "theme"}
OWN_FILES = frozenset((_HOME, "404.html", "card.png", "record.schema.json", "robots.txt", "sitemap.xml", "urls.csv"))
_AS_LINK = "put the file into content/ and link to it there: {static}/images/a.png, {filename}rules.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorsPage:
    """One page as it will be built."""

    path: str
    title: str
    address: str  # "about/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that is in content/: what a build reads of it, and what it does not."""

    files: frozenset[str]  # regular files, as paths from content/
    pages: frozenset[str]  # those that may be built as pages
    texts: tuple[EditorsPage, ...]  # those that are
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A file in the folder of pages."""

    path: str  # from content/
    text: EditorsPage | None  # None where nothing is written for it
    faults: tuple[Fault, ...]


def look_at_content(
    content: Path, base: Path, markdown: Mapping[str, Any] = OF_PELICAN["MARKDOWN"], language: str = "en"
) -> Content:
    """Finds what of the folder `content` can be built, and what is wrong with the rest.  Never raises for a file.

    Files are called what their path from `base` is; `markdown` and `language` (the site's) are Pelican's settings.
    """
    inside = look_inside(content, base)
    seen = [
        _look(content, path, path_from(base, (content / path).as_posix()), inside.files, markdown, language)
        for path in sorted(inside.files, key=PurePosixPath)
        if _is_among_pages(PurePosixPath(path))
    ]
    clashes = _clashes([one.text for one in seen if one.text], inside.files)
    return Content(
        files=inside.files,
        pages=frozenset(one.path for one in seen if _is_sound_page(one, clashes)),
        texts=tuple(one.text for one in seen if one.text and one.text.path not in clashes),
        faults=(*inside.faults, *(fault for one in seen for fault in one.faults), *clashes.values()),
    )


def text_files(folder: Path) -> list[Path]:
    """Finds every regular file in `folder` and below whose name does not start with a full stop; follows no link."""
    return sorted(path for path in folder.rglob("*") if _is_regular(path) and not path.name.startswith("."))


def status_of(path: Path) -> str:
    """Gives what a page's head says of it: “draft”."""
    content = _characters(path, "") if path.suffix in _ENDINGS else ""
    return "" if isinstance(content, Fault) else _fields(content).get("status", "").lower()


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _is_among_pages(path: PurePosixPath) -> bool:
    return path.parts[0] == PAGES and len(path.parts) > 1 and not any(part.startswith(".") for part in path.parts)


def _clashes(texts: Sequence[EditorsPage], others: Collection[str]) -> dict[str, Fault]:
    """Gives faults of texts, by path, whose address is not theirs alone: the site's, another's, in or above one.

    `others` are the files of content/, which stand on the site where they stand there.
    """
    files = {
        _places_of_address(path)[0]: path for path in others if not path.startswith(f"{PAGES}/")
    }  # each with whose it is
    folders = {above: path for path in files.values() for above in _places_of_address(path)[1:]}  # that these are in
    clashes = {}
    for text in texts:
        file, *above = _places_of_address(text.address)
        if _top(file) in OWN or _top(file) in OWN_FILES:
            reason = "is the site's own"
        elif (
            other := files.get(file) or folders.get(file) or next((files[each] for each in above if each in files), "")
        ):
            reason = f"is already that of {other}"
        else:
            files[file] = text.path
            folders.update((each, text.path) for each in above)
            continue
        mend = "give it another: a line `Slug: …` under its title, and no `Save_as:`"
        clashes[text.path] = Fault(path=text.path, reason=f"its address {text.address} {reason}", mend=mend)
    return clashes


def _places_of_address(address: str) -> list[str]:
    """Gives the file of an address and the folders above it, as a file system takes them to which “A” is “a”."""
    path = PurePosixPath(unicodedata.normalize("NFC", address).casefold())
    file = path / _HOME if address.endswith("/") else path
    return [file.as_posix(), *(above.as_posix() for above in file.parents if above.name)]


def _top(file: str) -> str:
    return file.partition("/")[0]


def _is_sound_page(seen: _Seen, clashes: Collection[str]) -> bool:
    """Tells whether a file may be built as a page: nothing in it is broken, and its address is its own."""
    clashing = seen.text is not None and seen.text.path in clashes
    return (
        PurePosixPath(seen.path).suffix in _ENDINGS and not clashing and not any(fault.broken for fault in seen.faults)
    )


def _look(
    content: Path, path: str, name: str, files: Collection[str], markdown: Mapping[str, Any], language: str
) -> _Seen:
    seen = partial(_Seen, path=path)
    ending = PurePosixPath(path).suffix
    if ending.lower() in _ELSEWISE:
        mend = "write it as Markdown, in which HTML may stand, and end its name in .md"
        return seen(text=None, faults=(Fault(path=name, reason=f"a {ending} file: pages are Markdown", mend=mend),))
    if ending not in _ENDINGS:
        fault = Fault(path=name, reason="no page: nothing reads it", mend="end its name in .md", broken=False)
        return seen(text=None, faults=(fault,))
    source = _characters(content / path, name)
    if isinstance(source, Fault):
        return seen(text=None, faults=(source,))
    fields = _fields(source)
    faults = (_fault(name, source, fields, language), *_of_rendering(path, name, source, files, markdown))
    found = tuple(filter(None, faults))
    if any(fault.broken for fault in found) or fields.get("status", "").lower() in UNSEEN:
        return seen(text=None, faults=found)
    text = EditorsPage(path=name, title=fields["title"], address=_page_address(name, fields, language))
    return seen(text=text, faults=found)


def _of_rendering(
    path: str, name: str, source: str, files: Collection[str], markdown: Mapping[str, Any]
) -> Iterator[Fault]:
    """Finds what is wrong with what the page becomes."""
    rendered = within_boundary(name, lambda: _rendered_in_time(name, source, markdown))
    if isinstance(rendered, Fault):
        yield rendered
        return
    if any(
        value and not (_stays_in_site(value) and (field != "save_as" or value.endswith(".html")))
        for field in ("slug", "save_as", "lang")
        for value in rendered.head.get(field, ())
    ):
        mend = (
            "write it like `Slug: about-us` or `Save_as: about.html`, no longer than a line, and begin it and the names"
            " in it with no full stop and no `/`"
        )
        yield Fault(path=name, reason="its head gives no address within the site", mend=mend)
    elif found := UNWRITABLE.search(source):
        in_head = any(map(UNWRITABLE.search, chain.from_iterable(rendered.head.values())))
        at, mend = source.count("\n", 0, found.start()) + 1, "take it out: it stands between two letters, unseen"
        yield Fault(path=name, line=at, reason="a character that no page can show", mend=mend, broken=in_head)
    for link, why, broken in astray(rendered, path, files):
        at = source.find(link)
        line = source.count("\n", 0, at) + 1 if at >= 0 else None
        yield Fault(path=name, line=line, reason=one_line(f"{link} {why}"), mend=_AS_LINK, broken=broken)


def _rendered_in_time(name: str, source: str, markdown: Mapping[str, Any]) -> Rendered | Fault:
    try:
        return render(source, markdown)
    except TooLong:
        reason = f"takes longer than {LONGEST:g} seconds to read"
        return Fault(
            path=name,
            reason=reason,
            mend="take out long runs of one mark (`[[[[`, `<<<<`), or make several pages of it",
        )
    except TooLarge:
        reason = "makes a page larger than 5 MB"
        return Fault(
            path=name, reason=reason, mend="make long addresses and explanations shorter, or use them less often"
        )
    except RecursionError:
        return Fault(path=name, reason="nested too deeply", mend="take out quotes in quotes and lists in lists")


def _stays_in_site(address: str) -> bool:
    """Tells whether a slug or a path stays within the site, on every file system."""
    parts = address.split("/")
    return (
        address.isprintable()
        and not any(part.startswith(".") for part in parts)
        and parts[0] != ""
        and len(address.encode()) <= _LONGEST_ADDRESS
        and all(len(part.encode()) <= _LONGEST_NAME for part in parts)
    )


def _fault(name: str, content: str, fields: Mapping[str, str], language: str) -> Fault | None:
    """Finds what in the page's head makes Pelican leave the page out."""
    if not fields.get("title"):
        return Fault(path=name, reason="a page without a title", mend="begin it with a line `Title: …`", line=1)
    status = fields.get("status", "published").lower()
    if status not in STATUSES:
        reason = f"`{status}` is no status of a page"
        return Fault(
            path=name, reason=reason, mend=f"use one of: {', '.join(STATUSES)}", line=_line_of_field(content, "status")
        )
    for field in ("date", "modified"):
        if field in fields and not any(day.date() for day in find_days(fields[field])):
            reason = f"`{one_line(fields[field])[:60]}` is no day"
            return Fault(path=name, reason=reason, mend="write it like 2025-05-05", line=_line_of_field(content, field))
    if _page_address(name, fields, language) == "/":
        mend = "add a line `Slug: …` under its title, or rename it"
        return Fault(path=name, reason="its file name gives no address", mend=mend, line=1)
    return None


def _characters(path: Path, name: str) -> str | Fault:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        return Fault(path=name, reason=f"cannot be read: {error.strerror}", mend="make it a file that you may read")
    if len(content) > LARGEST:
        mend = "make several pages of it, and put pictures into content/images/"
        return Fault(path=name, reason=f"larger than {LARGEST // 1024} KB", mend=mend)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return not_utf8(name, error)


def _fields(content: str) -> dict[str, str]:
    """Reads ``Title: About`` → {"title": "About"}: lines above the first that is none, only a field's first line."""
    return dict(reversed([(match[1].lower(), match[2].strip()) for _, match in _head(content)]))


def _line_of_field(content: str, field: str) -> int | None:
    return next((number for number, match in _head(content) if match[1].lower() == field), None)


def _head(content: str) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(content.splitlines(), 1):
        match = _FIELD.match(line)
        if match:
            yield number, match
        elif not (_FURTHER.match(line) or (number == 1 and line.rstrip() in _RULES)):
            return


def _page_address(name: str, fields: Mapping[str, str], language: str) -> str:
    """Gives “My page!.md” → “my-page/”, as Pelican makes it of a file's name, where its head says nothing else."""
    if fields.get("save_as"):
        return fields["save_as"]
    stem = PurePosixPath(name).stem.encode("utf-8", "ignore")
    plain = re.sub(r"[^\w\s-]", "", unidecode(stem.decode("utf-8"))).strip().lower()
    slug = fields.get("slug") or re.sub(r"[-\s]+", "-", plain)
    lang = fields.get("lang", language.lower())
    return f"{slug}/" if lang == language.lower() else f"pages/{slug}-{lang}.html"

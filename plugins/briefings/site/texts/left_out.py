"""Texts in ``content/`` that no page is made of: articles of a blog of Pelican's own, and drafts.  Never silently."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from ...model import Fault
from ..assembling import path_from
from .texts import PAGES as TEXTS
from .texts import READ, UNSEEN, Content, status_of, text_files

PAGES, STATIC = ("pages",), ("images",)  # Pelican's own PAGE_PATHS and STATIC_PATHS
PAPERS = frozenset(("README.md", "README.txt"))  # tell editors what a folder is for
_OURS = ("corrections",)
_NAMED = 20  # of many files in one line


def strays(
    content: Path, base: Path, pages: Sequence[str] = PAGES, static: Sequence[str] = STATIC
) -> tuple[Fault, ...]:
    """Gives one warning of all texts outside of the folders of `pages`, which Pelican would make articles of."""
    known = [content / folder for folder in (*pages, *static, *_OURS)]
    found = [
        path
        for path in text_files(content)
        if path.suffix in READ and path.name not in PAPERS and not any(map(path.is_relative_to, known))
    ]
    where = f"outside of {pages[0] if pages else 'pages'}/"
    whole = path_from(base, (content / (pages[0] if pages else "pages")).as_posix())
    mend = (
        f"move it to {whole}/, or build the blog by settings of its own, without BRIEFINGS_SEEDS, into another folder"
    )
    one, many = f"{where}: no part of the paper", f"texts {where}, no part of the paper"
    return tuple(_fault_of_paths(found, content, base, (one, many), mend))


def drafts(content: Path, base: Path, pages: Sequence[str] = PAGES) -> tuple[Fault, ...]:
    """Gives one notice a folder of all pages that are not written, by their status."""
    mend = "to publish one, take its line `Status: …` out"
    return tuple(
        fault
        for folder in (content / name for name in pages)
        if not folder.is_symlink()
        for fault in _fault_of_paths(
            [path for path in text_files(folder) if status_of(path) in UNSEEN],
            folder, base, ("a draft, not written", "drafts, not written"), mend,
        )
    )  # fmt: skip


def files_of_editors(content: Content) -> list[str]:
    """Finds the editors' files: all that is read, and what stands where an editor may think that it is."""
    return [path for path in sorted(content.files) if _is_editors(PurePosixPath(path))]


def _is_editors(path: PurePosixPath) -> bool:
    if path.name.startswith("."):
        return False
    if len(path.parts) == 1:
        return path.match("*.y*ml") or (path.suffix == ".txt" and path.name not in PAPERS)
    return path.parts[0] == TEXTS or (path.parts[0] in _OURS and path.name not in PAPERS)


def unread_files(content: Content, folder: Path, base: Path) -> Iterator[Fault]:
    """Warns of files that are named a little wrong, or stand in a wrong place, so that nobody ever reads them."""
    for path in map(PurePosixPath, files_of_editors(content)):
        if mend := _where_it_is_read(path):
            where = path_from(base, (folder / path).as_posix())
            yield Fault(path=where, reason="nothing reads it", mend=mend, broken=False)


def _where_it_is_read(path: PurePosixPath) -> str | None:
    """Says of a file that nobody reads where it would be: ``actor.yaml``, ``corrections/001.txt``; None of others."""
    if len(path.parts) == 1 and path.suffix == ".txt":
        return "an article stands in seeds/, a page ends in .md and stands in pages/"
    if len(path.parts) == 1 and path.name != "actors.yaml":
        return "what you say of actors stands in actors.yaml, what you say of one article in corrections/"
    if path.parts[0] in _OURS and (len(path.parts) > 2 or not path.match("*.y*ml")):
        return "name it after its seed, with `.yaml` behind, in corrections/ itself: 001.txt.yaml"
    return None


def _fault_of_paths(
    paths: Sequence[Path], folder: Path, base: Path, words: tuple[str, str], mend: str
) -> Iterator[Fault]:
    """Tells “content/a.md: a draft”, “content: 31 drafts: a.md, …, t.md and 11 more”; none of no file."""
    if not paths:
        return
    where, reason = paths[0], words[0]
    if len(paths) > 1:
        names = [path.relative_to(folder).as_posix() for path in paths]
        more = len(names) - _NAMED
        end = f" and {more:,} more" if more > 0 else ""
        where, reason = folder, f"{len(paths):,} {words[1]}: {', '.join(names[:_NAMED])}{end}"
    yield Fault(path=path_from(base, where.as_posix()), reason=reason, mend=mend, broken=False)

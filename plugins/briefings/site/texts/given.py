"""What Pelican is given of content/ to read: regular files inside of it, and nothing that leads out or never ends."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any

from ..settings import base_of, is_ours
from .rendering import without_dead_ends
from .texts import PAGES, look_at_content

CONTENT = "briefings_content"  # where the page generator leaves what it found in content/, in Pelican's context


def look_first(pages: Any) -> None:
    """Look before Pelican reads a page: what is no page, leads out of content/ or never ends is named, and not read."""
    if is_ours(pages.settings):
        settings = pages.settings
        content = look_at_content(Path(pages.path), base_of(settings), settings["MARKDOWN"], settings["DEFAULT_LANG"])
        pages.context[CONTENT] = content
        pages.get_files = partial(_found, pages, content.pages)


def keep_inside(pages: Any) -> None:
    """Lets a page link to a file of content/ only: Pelican reads what is linked to from anywhere, and publishes it."""
    if CONTENT in pages.context:
        files, built = pages.context[CONTENT].files, pages.context[CONTENT].pages
        reached = {path for path in files if path in built or not path.startswith(f"{PAGES}/")}
        for page in (*pages.pages, *pages.hidden_pages, *pages.translations, *pages.hidden_translations):
            page._content = without_dead_ends(page._content, page.get_relative_source_path(), reached)  # noqa: SLF001
        pages.context["static_links"] &= {link for link in pages.context["static_links"] if normpath(link) in files}


def give_files(static: Any) -> None:
    """Gives Pelican the regular files of content/ alone, for it follows links and opens pipes."""
    if CONTENT in static.context:
        static.get_files = partial(_found, static, static.context[CONTENT].files)


def _found(
    generator: Any, files: Iterable[str], paths: Iterable[str], exclude: Iterable[str], extensions: Any = None
) -> set[str]:
    """Answers Pelican's search of content/ for the files in `paths`, among `files`."""
    near, far = list(map(PurePosixPath, paths)), list(map(PurePosixPath, filter(None, exclude)))
    return {
        path
        for path in files
        if any(PurePosixPath(path).is_relative_to(one) for one in near)
        and not any(PurePosixPath(path).is_relative_to(one) for one in far)
        and generator._include_path(path, extensions)  # noqa: SLF001  its rule of endings and IGNORE_FILES
    }

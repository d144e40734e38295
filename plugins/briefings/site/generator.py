"""The only module that knows Pelican: its settings in, its writer and theme used, one whole site out.

Does nothing where none of our settings is made, so that a site that merely has the plugin is built as before.
"""

import logging
import os
import shutil
import traceback
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any, NoReturn

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.log import console
from pelican.settings import DEFAULT_CONFIG

from ..language.parsing import ModelMissing, find_model
from ..language.store import Store, StoreShut
from .assembling import Assembled, Sources, assemble, with_faults
from .card_drawing import can_draw, card_files
from .cards import cards
from .compose import compose
from .files import data_files
from .frames import NOT_FOUND, Site, frame, root_of
from .left_out import drafts, strays
from .linked_data import page_data
from .marking import trusted
from .pagefind import Unsearchable, find_pagefind, keep_search
from .pages import TEMPLATES, Page, TextPage
from .report import Report, make_report, print_faults, print_summary
from .search import parts_of, search_parts
from .settings import Misconfigured, base_of, for_briefings, is_ours, options_of
from .stylesheet import stylesheet
from .swap import put_in_place, staging
from .texts import look_at_content

CONTENT = "briefings_content"  # where the page generator leaves what it found in content/, in Pelican's context
REPORT = "BRIEFINGS_REPORT"  # where the generator leaves its report among Pelican's settings for the end of the build

SEARCH_INDEX = "pagefind"  # the folder of it, at the site's top

logger = logging.getLogger(__name__)

Settings = dict[str, Any]


def connect() -> None:
    """Ask Pelican to call the functions below at the turns of its build."""
    signals.initialized.connect(stage)
    signals.get_generators.connect(choose_generator)
    signals.page_generator_init.connect(look_first)
    signals.page_generator_finalized.connect(keep_inside)
    signals.static_generator_init.connect(give_files)
    signals.all_generators_finalized.connect(take_texts)
    signals.finalized.connect(finish)


def stage(pelican: Any) -> None:
    """Before all: build beside the old site, escape everything, let no template name what is not there."""
    if not is_ours(pelican.settings):
        return
    pelican.settings |= for_briefings(pelican.settings, DEFAULT_CONFIG)
    pelican.theme = pelican.settings["THEME"]
    output = Path(os.path.realpath(pelican.settings["OUTPUT_PATH"]))
    if not output.name:
        stop(f"OUTPUT_PATH: {output} is no folder of a site; name another")
    pelican.output_path = str(staging(output))
    pelican.settings["JINJA_ENVIRONMENT"] |= {"autoescape": True, "undefined": StrictUndefined}


def choose_generator(pelican: Any) -> type | None:
    """Our generator, where there are seeds to read."""
    return BriefingsGenerator if is_ours(pelican.settings) else None


def look_first(pages: Any) -> None:
    """Before Pelican reads a page: what is no page, leads out of content/ or never ends is named, and not read."""
    if is_ours(pages.settings):
        content = look_at_content(Path(pages.path), base_of(pages.settings), pages.settings["MARKDOWN"])
        pages.context[CONTENT] = content
        pages.get_files = partial(_found, pages, content.pages)


def keep_inside(pages: Any) -> None:
    """A page may link to a file of content/ only: what is linked to Pelican reads from anywhere, and publishes it."""
    if CONTENT in pages.context:
        files = pages.context[CONTENT].files
        pages.context["static_links"] &= {link for link in pages.context["static_links"] if normpath(link) in files}


def give_files(static: Any) -> None:
    """Pelican follows links and opens pipes: it gets the regular files of content/ alone."""
    if CONTENT in static.context:
        static.get_files = partial(_found, static, static.context[CONTENT].files)


def _found(
    generator: Any, files: Iterable[str], paths: Iterable[str], exclude: Iterable[str], extensions: Any = None
) -> set[str]:
    """Pelican's search of content/ for the files in `paths`, among `files`."""
    near, far = list(map(PurePosixPath, paths)), list(map(PurePosixPath, filter(None, exclude)))
    return {
        path
        for path in files
        if any(PurePosixPath(path).is_relative_to(one) for one in near)
        and not any(PurePosixPath(path).is_relative_to(one) for one in far)
        and generator._include_path(path, extensions)  # noqa: SLF001  its rule of endings and IGNORE_FILES
    }


def take_texts(generators: Iterable[Any]) -> None:
    """Pages that editors wrote are read by Pelican and written by us: same frame, same escaping, no other theme."""
    found = {type(generator): generator for generator in generators}
    ours, theirs = found.get(BriefingsGenerator), found[PagesGenerator]
    if ours is None:
        return
    ours.listed, ours.hidden = theirs.pages, [*theirs.hidden_pages, *theirs.translations]
    ours.counted = found[ArticlesGenerator], theirs
    theirs.pages, theirs.hidden_pages, theirs.draft_pages = [], [], []
    theirs.translations, theirs.hidden_translations, theirs.draft_translations = [], [], []


def finish(pelican: Any) -> None:
    """After all: name every fault, and put the site in place unless one of them is fatal (`--fatal errors`)."""
    report: Report | None = pelican.settings.pop(REPORT, None)
    if report is None:
        return
    print_faults(console, report)
    if report.broken:
        _log_error(report)
    said = put_in_place(staging(report.output), report.output)
    if said:
        console.print(said, markup=False)
    print_summary(console, report)


def _log_error(report: Report) -> None:
    """One error for all that is broken; where errors are fatal Pelican's logger raises, and the old site stays."""
    try:
        logger.error("%d of the files above could not be built; all others can", report.broken)
    except RuntimeError:
        shutil.rmtree(staging(report.output))
        stop(f"{report.output} stays as it is: mend the files above, or take them out")


class BriefingsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Reads the seeds and writes every page of the site."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Read the settings, and load every template from our theme alone: Pelican would fall back to another's."""
        super().__init__(*args, **kwargs)
        try:
            self.options = options_of(self.settings, os.environ, Path(self.path))
        except Misconfigured as wrong:
            stop(str(wrong))
        self.env: Environment = self.env.overlay(loader=FileSystemLoader(self._templates_path))
        self.listed: list[Any] = []
        self.hidden: list[Any] = []
        self.counted: tuple[Any, Any]  # Pelican's generators of articles and of pages
        for name in sorted(set(TEMPLATES.values())):
            self._template(name)

    def generate_context(self) -> None:
        """Read, parse and resolve; nothing is written yet but an empty folder is made for it."""
        options = self.options
        try:
            model = find_model(options.model)
        except ModelMissing as missing:
            stop(str(missing))
        shutil.rmtree(self.output_path, ignore_errors=True)
        Path(self.output_path).mkdir(parents=True)
        sources = Sources(seeds=options.seeds, content=Path(self.path), base=options.base)
        try:
            assembled = assemble(
                sources,
                model,
                Store(options.store),
                least=options.min_confidence,
                jobs=options.jobs,
                day=options.day,
                report=_tell if console.is_terminal else None,
            )
            self.assembled: Assembled = with_faults(assembled, self.context[CONTENT].faults)
        except StoreShut as shut:
            stop(str(shut))

    def generate_output(self, writer: Any) -> None:
        """Write all pages and files of data into the folder beside the old site."""
        index, site = self.assembled.index, self._searchable(self._site())
        for path, page in compose(index, site):
            self._write(writer, path if path == NOT_FOUND else f"{path}index.html", page)
        theme = Path(self.theme)
        pictures = card_files(theme, self.options.store, cards(index, site))
        for path, data in chain(data_files(index, site), stylesheet(theme), pictures):
            file = Path(self.output_path) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        for text in (*self.listed, *self.hidden):
            self._write(writer, text.save_as, self._text_page(site, text))
        articles, pages = self.counted  # what Pelican says at its end shall be true: so many articles, so many pages
        articles.articles, pages.pages, pages.hidden_pages = list(index.entries), self.listed, self.hidden
        self.settings[REPORT] = make_report(self._with_left_out(), self.options.output, site.source_text)

    def _with_left_out(self) -> Assembled:
        """What was assembled, and of what in content/ nothing was made."""
        content, base, pages = Path(self.path), self.options.base, self.settings["PAGE_PATHS"]
        left = strays(content, base, pages, self.settings["STATIC_PATHS"])
        of_drafts = drafts(content, base, pages)
        return replace(
            self.assembled,
            faults=(*self.assembled.faults, *left),
            notices=(*self.assembled.notices, *of_drafts),
        )

    def _site(self) -> Site:
        return Site(
            name=self.settings["SITENAME"],
            subtitle=self.settings.get("SITESUBTITLE", ""),
            url=self.settings["SITEURL"],
            language=self.settings["DEFAULT_LANG"],
            source_text=self.options.source_text,
            texts=tuple((text.title, text.url) for text in self.listed),
            specimen=self.options.specimen,
            corrections=self.options.corrections,
            cards=can_draw(Path(self.theme)),
        )

    def _searchable(self, site: Site) -> Site:
        """The site with its search index written; without one, and a warning, where that cannot be."""
        index = self.assembled.index
        try:
            folder = Path(self.output_path) / SEARCH_INDEX
            keep_search(self.options.store, find_pagefind(), tuple(search_parts(index, site)), folder)
        except Unsearchable as reason:
            logger.warning("The site has no search: %s", reason)
            shutil.rmtree(Path(self.output_path) / SEARCH_INDEX, ignore_errors=True)
            return site
        return replace(site, search_parts=parts_of(index))

    def _text_page(self, site: Site, text: Any) -> TextPage:
        above = root_of(site, text.url)
        briefings = (entry.briefing for entry in self.assembled.index.entries)
        return TextPage(
            frame=frame(
                site,
                text.url,
                text.title,
                text.metadata.get("description", text.title),
                data=page_data(site, text.url, "WebPage", text.title),
            ),
            slug=text.slug,
            title=text.title,
            content=trusted(text.get_content(above.rstrip("/"))),
            parsers=tuple(sorted({briefing.parser for briefing in briefings if briefing.parser})),
        )

    def _template(self, name: str) -> Any:
        try:
            return self.env.get_template(name)
        except TemplateError as error:
            stop(_about(error, name))

    def _write(self, writer: Any, save_as: str, page: Page) -> None:
        """A template sees its `page` and nothing else; what it asks beyond that ends the build."""
        name = TEMPLATES[type(page)]
        try:
            writer.write_file(save_as, self._template(name), {"localsiteurl": None}, page=page)
        except TemplateError as error:
            stop(_about(error, name))
        except RuntimeError as error:  # Pelican's word for a path written twice or outside of the output
            twice = "overwr" in str(error)
            why = "two pages have this address" if twice else "a page would stand outside of the site"
            stop(f"{save_as}: {why}; give yours another, by a line `Slug: …` under its title; `make check` names it")
        except OSError as error:
            stop(f"{save_as}: cannot be written: {error.strerror}; look for a page of yours that stands in its way")


def stop(message: str) -> NoReturn:
    """End the build with one line and status 1; the old site stays as it is."""
    raise SystemExit(f"briefings: {message}")


def _tell(done: int, count: int) -> None:
    console.print(f"Parsed {done:,} of {count:,} new articles")


def _about(error: TemplateError, name: str) -> str:
    """Where in which template, and what is wrong there."""
    if isinstance(error, TemplateSyntaxError):
        return f"template {error.filename or name}:{error.lineno}: {error.message}"
    if isinstance(error, TemplateNotFound):
        return f"template {name}: the theme has no {error.message}"
    lines = [(each.filename, each.lineno) for each in traceback.extract_tb(error.__traceback__)]
    place = next((f"{file}:{line}" for file, line in reversed(lines) if file.endswith(".html")), name)
    return f"template {place}: {error.message}"

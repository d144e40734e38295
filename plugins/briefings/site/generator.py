"""The only module that knows Pelican: its settings in, its writer used, one whole site out.

Does nothing where none of our settings is made, so that a site that merely has the plugin is built as before.
"""

import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.log import console
from pelican.settings import DEFAULT_CONFIG

from ..language.parsing import ModelMissing, find_model
from ..language.store import Store, StoreShut
from ..model import Fault
from ..seeds.boundary import within_boundary
from .assembling import Assembled, Sources, assemble, path_from, with_faults
from .assets.pagefind import Unsearchable, find_pagefind, keep_search
from .assets.search import count_parts, search_parts
from .assets.stylesheet import stylesheet
from .data_files import Files, data_files
from .disk import put, stop, stop_unwritable, to_disk
from .drawings.card_pictures import can_draw, card_files
from .drawings.card_words import cards
from .page_kinds import all_pages
from .pages.moved_pages import not_found_page
from .pages.text_page import text_page
from .publish.output import OutputClaim, Taken, begin, clear, complete, refusal
from .publish.swap import put_in_place, staging
from .settings import Misconfigured, for_briefings, is_ours, options_of
from .shapes.page_shapes import Page
from .templates import STRICT, from_theme, rendered, write_page
from .terminal.report import BuildReport, any_terminal, make_report, print_faults, print_summary
from .texts.given import CONTENT, give_files, keep_inside, look_first
from .texts.left_out import drafts, strays, unread_files
from .views.addresses import CARD, NOT_FOUND, SEARCH, path_of
from .views.page_frames import PagePlan, Site

REPORT = "BRIEFINGS_REPORT"  # where the generator leaves its report among Pelican's settings for the end of the build

CLAIM = "CLAIM_OF_BRIEFINGS"  # likewise, where it leaves its claim to the output

SEARCH_INDEX = "pagefind"  # the folder of it, at the site's top

HOME = "index.html"

OF_NO_SEED = "report it; all else of the site stands"

logger = logging.getLogger(__name__)

Settings = dict[str, Any]


def _from_no_place(record: logging.LogRecord) -> bool:
    """Hides which line of the program says a thing, which Pelican's handler shows: no news for an editor."""
    record.pathname = ""
    return True


logger.addFilter(_from_no_place)


def connect_to_pelican() -> None:
    """Ask Pelican to call the functions below at the turns of its build."""
    signals.initialized.connect(stage)
    signals.get_generators.connect(choose_generator)
    signals.page_generator_init.connect(look_first)
    signals.page_generator_finalized.connect(keep_inside)
    signals.static_generator_init.connect(give_files)
    signals.all_generators_finalized.connect(take_texts)
    signals.finalized.connect(finish)


def stage(pelican: Any) -> None:
    """Make ready, before all: build beside the old site, escape everything, let no template name what is not there."""
    if not is_ours(pelican.settings):
        return
    any_terminal(sys.stdout, sys.stderr)
    pelican.settings |= for_briefings(pelican.settings, DEFAULT_CONFIG)
    pelican.theme = pelican.settings["THEME"]
    output = Path(os.path.realpath(pelican.settings["OUTPUT_PATH"]))
    if not output.name:
        stop(f"OUTPUT_PATH: {output} is no folder of a site; name another")
    pelican.output_path = str(staging(output))
    pelican.settings["JINJA_ENVIRONMENT"] |= STRICT


def choose_generator(pelican: Any) -> type | None:
    """Give our generator, where there are seeds to read."""
    return BriefingsGenerator if is_ours(pelican.settings) else None


def take_texts(generators: Iterable[Any]) -> None:
    """Takes pages that editors wrote: read by Pelican, written by us: same frame, same escaping, no other theme."""
    found = {type(generator): generator for generator in generators}
    ours, theirs = found.get(BriefingsGenerator), found[PagesGenerator]
    if ours is None:
        return
    ours.listed, ours.hidden = theirs.pages, [*theirs.hidden_pages, *theirs.translations]
    ours.counted = found[ArticlesGenerator], theirs
    theirs.pages, theirs.hidden_pages, theirs.draft_pages = [], [], []
    theirs.translations, theirs.hidden_translations, theirs.draft_translations = [], [], []


def finish(pelican: Any) -> None:
    """End, after all: name every fault, and put the site in place unless one of them is fatal (`--fatal errors`)."""
    report: BuildReport | None = pelican.settings.pop(REPORT, None)
    if report is None:
        return
    print_faults(console, report)
    if report.broken:
        _log_error(report)
    try:
        said = _in_place(report.output)
    except OSError as error:
        stop_unwritable(report.output, error)
    pelican.settings.pop(CLAIM).release()
    if said:
        console.print(said, markup=False)
    print_summary(console, report)


def _in_place(output: Path) -> str | None:
    """Put the new site in its place, unless somebody put something of theirs there since the build began."""
    complete(staging(output), SEARCH_INDEX)
    if why := refusal(output):
        stop(why)
    said = put_in_place(staging(output), output)
    clear(output.with_name(f"{output.name}.old"))
    return said


def _log_error(report: BuildReport) -> None:
    """Log one error for all that is broken; where errors are fatal Pelican's logger raises, and the old site stays."""
    try:
        logger.error("%d of the files above could not be built; all others can", report.broken)
    except RuntimeError:
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
        self.env: Any = from_theme(self.env, self._templates_path)
        self.faults: list[Fault] = []  # of pages and files that could not be made
        self.listed: list[Any] = []
        self.hidden: list[Any] = []
        self.counted: tuple[Any, Any]  # Pelican's generators of articles and of pages

    def generate_context(self) -> None:
        """Read, parse and resolve; nothing is written yet but an empty folder is made for it."""
        options = self.options
        try:
            model = find_model(options.model)
        except ModelMissing as missing:
            stop(str(missing))
        self._claim_output()
        sources = Sources(seeds=options.seeds, content=Path(self.path), base=options.base)
        try:
            assembled = assemble(
                sources,
                model,
                Store(options.store),
                least=options.min_confidence,
                jobs=options.jobs,
                day=options.day,
                report=_tell_parsed if console.is_terminal else None,
            )
            self.assembled: Assembled = with_faults(assembled, self.context[CONTENT].faults)
        except StoreShut as shut:
            stop(str(shut))

    def _claim_output(self) -> None:
        """Have the output for this build alone, and an empty folder beside it that is marked as a build's."""
        if left := self.settings.pop(CLAIM, None):  # of a build that failed while Pelican went on (`-r`)
            left.abandon()
        output, new = self.options.output, Path(self.output_path)
        with to_disk(output):
            output.parent.mkdir(parents=True, exist_ok=True)
            try:
                self.settings[CLAIM] = OutputClaim(output)
            except Taken as taken:
                stop(str(taken))
            clear(new, begun=True)
            clear(output.with_name(f"{output.name}.old"))
            begin(new)

    def generate_output(self, writer: Any) -> None:
        """Write all pages and files of data into the folder beside the old site."""
        index, site = self.assembled.index, self._searchable(self._site())
        seeds = {path_of(entry): entry.briefing.article.seed.path for entry in index.entries}
        for plan in all_pages(index, site):
            self._page(writer, site, plan, seeds.get(plan.path))
        theme = Path(self.theme)
        pictures = partial(card_files, theme, self.options.store, cards(index, site))
        others: list[tuple[str, Callable[[], Files]]] = [("theme/", partial(stylesheet, theme)), (CARD, pictures)]
        for path, files in (*data_files(index, site), *others):
            self._came_to_its_end(path, partial(self._put_files, files), seeds.get(path))
        for text in (*self.listed, *self.hidden):
            if not self._is_in_the_way(text):
                self._write_by_template(writer, text.save_as, text_page(index, site, text))
        articles, pages = self.counted  # what Pelican says at its end shall be true: so many articles, so many pages
        articles.articles, pages.pages, pages.hidden_pages = list(index.entries), self.listed, self.hidden
        assembled = self._with_left_out()
        told = replace(assembled, faults=(*assembled.faults, *self.faults))
        self.settings[REPORT] = make_report(told, self.options.output, site.source_text)

    def _with_left_out(self) -> Assembled:
        """Gives what was assembled, and of what in content/ nothing was made."""
        content, base, pages = Path(self.path), self.options.base, self.settings["PAGE_PATHS"]
        left = strays(content, base, pages, self.settings["STATIC_PATHS"])
        of_drafts = drafts(content, base, pages)
        return replace(
            self.assembled,
            faults=(*self.assembled.faults, *left, *unread_files(self.context[CONTENT], content, base)),
            notices=(*self.assembled.notices, *of_drafts),
        )

    def _came_to_its_end(self, path: str, make: Callable[[], None], seed: str | None = None) -> bool:
        """Tells whether `make` came to its end; a fault stays with the seed or the path that met it, and is told."""
        made = within_boundary(seed or path or HOME, make)
        if isinstance(made, Fault):
            self.faults.append(made if seed else replace(made, mend=OF_NO_SEED))
        return not isinstance(made, Fault)

    def _page(self, writer: Any, site: Site, plan: PagePlan, seed: str | None) -> None:
        """Write the page; what leads to one that cannot be made finds a page that says so."""
        save_as = plan.path if plan.path == NOT_FOUND else f"{plan.path}{HOME}"
        if not self._came_to_its_end(plan.path, lambda: self._write_by_template(writer, save_as, plan.make()), seed):
            absent = not_found_page(self.assembled.index, site, plan.path)
            self._came_to_its_end(
                plan.path, lambda: self._put_files(lambda: [(save_as, rendered(self.env, absent))]), seed
            )

    def _write_by_template(self, writer: Any, save_as: str, page: Page) -> None:
        write_page(self.env, writer, self.options.output, save_as, page)

    def _put_files(self, files: Callable[[], Files]) -> None:
        put(files(), Path(self.output_path), self.options.output)

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
        """Gives the site with its search index written; without one, and a warning, where that cannot be."""
        folder = Path(self.output_path) / SEARCH_INDEX
        made = within_boundary(SEARCH, partial(self._with_search, site, folder))
        if isinstance(made, Fault):
            self.faults.append(replace(made, mend=OF_NO_SEED))
        if made == site or isinstance(made, Fault):
            shutil.rmtree(folder, ignore_errors=True)
            return site
        return made

    def _with_search(self, site: Site, folder: Path) -> Site:
        index = self.assembled.index
        try:
            keep_search(self.options.store, find_pagefind(), tuple(search_parts(index, site)), folder)
        except Unsearchable as reason:
            logger.warning("The site has no search: %s", reason)
            return site
        return replace(site, search_parts=count_parts(index))

    def _is_in_the_way(self, text: Any) -> bool:
        """Tells whether an editor's page has the place of anything written before it, and so is lost; that is told."""
        top = Path(self.output_path)
        file = top / text.save_as
        taken = file.exists() or any(above.is_file() for above in file.parents if above.is_relative_to(top))
        if taken:
            name = path_from(self.options.base, text.source_path)
            reason = f"its address {text.save_as} is taken"
            self.faults.append(
                Fault(path=name, reason=reason, mend="give it another: a line `Slug: …` under its title")
            )
        return taken


def _tell_parsed(done: int, count: int) -> None:
    console.print(f"Parsed {done:,} of {count:,} new articles")

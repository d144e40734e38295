"""What Pelican's settings and the environment say, checked once; each error says what to set."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from ..language.calendar import is_day
from ..newsroom.editing.dial import SURE_ENOUGH
from .publish.output import overlap, refusal
from .shapes.parts import SourceText
from .views.page_frames import web_address

DEFAULTS = {"BRIEFINGS_STORE": ".store"}
OURS = ("BASE", "CORRECTIONS", "DAY", "JOBS", "SEEDS", "SPECIMEN", "STORE")  # behind BRIEFINGS_
CAREFUL: SourceText = "excerpt"  # where no setting says how much of others' words may be shown
PACKAGE = Path(__file__).parents[1]
THEMES = (PACKAGE / "theme", PACKAGE.parents[1] / "themes" / "briefings")  # in the wheel, in the checkout
CHECKOUT_FOLDERS = (".git", ".github", ".venv", "benchmarks", "docs", "plugins", "scripts", "tests", "themes")
SYSTEM_FOLDERS = ("/proc", "/sys")  # what is in there is no file, whatever it is called

# What Pelican must be told for a site of briefings: its own articles, archives and feeds are no part of one, and pages
# that editors write stand at "about/" (why addresses end so: docs/decisions/generator.md).
OF_PELICAN: Mapping[str, Any] = {
    "ARTICLE_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    "SLUGIFY_SOURCE": "basename",
    "MARKDOWN": {
        "extension_configs": {
            "markdown.extensions.codehilite": {"css_class": "highlight"},
            "markdown.extensions.extra": {},
            "markdown.extensions.meta": {},
            f"{__package__}.texts.text_tables:Tables": {},
        },
        "output_format": "html5",
    },
}


class Misconfigured(Exception):
    """A setting is missing or cannot be meant; the message says which, and what it may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The settings of a build, paths made whole."""

    base: Path  # what relative folders are relative to
    seeds: Path
    store: Path
    output: Path
    source_text: SourceText
    min_confidence: float  # of a fact that is published
    jobs: int
    model: str | None
    specimen: bool  # whether every component is shown on a page of its own
    corrections: str | None  # where readers report errors
    day: str | None  # on which articles that are new and undated count as added


def is_ours(settings: Mapping[str, Any]) -> bool:
    """Tells whether a site of briefings is asked for: one of our settings is made."""
    return any(name.startswith("BRIEFINGS_") or name == "SOURCE_TEXT" for name in settings)


def for_briefings(settings: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Gives Pelican's settings as a site of briefings needs them, where they are still Pelican's `defaults`."""
    wanted = {**OF_PELICAN, "THEME": str(next(filter(Path.is_dir, THEMES)))}
    return {name: value for name, value in wanted.items() if settings.get(name) == defaults.get(name)}


def base_of(settings: Mapping[str, Any]) -> Path:
    """Gives what relative folders are relative to, and from where files are called by their paths."""
    return Path(settings.get("BRIEFINGS_BASE") or Path.cwd()).absolute()


def options_of(settings: Mapping[str, Any], environment: Mapping[str, str], content: Path) -> Options:
    """Read the settings of the build, after `for_briefings`.  Raises Misconfigured.

    BRIEFINGS_SEEDS, BRIEFINGS_STORE: folders, relative to BRIEFINGS_BASE; BRIEFINGS_JOBS: processes that parse;
    BRIEFINGS_CORRECTIONS: where readers report errors; BRIEFINGS_DAY: the day of a build, which reads no clock;
    BRIEFINGS_SPECIMEN: a page with every component; SOURCE_TEXT: "full", "excerpt" or "none"; MIN_CONFIDENCE: from
    0 to 1; the environment's BRIEFINGS_MODEL: a package's name or a folder.
    """
    for name in ("ARTICLE_PATHS", "DIRECT_TEMPLATES"):
        if settings.get(name):
            raise Misconfigured(
                f"{name} = {settings[name]!r}: a site of briefings has no articles and archives of Pelican's own; "
                "leave it out, and write what you have to say as pages"
            )
    _refuse_unknown(settings)
    base = base_of(settings)
    seeds = base / _folder_named(settings, "BRIEFINGS_SEEDS")
    if not seeds.is_dir():
        raise Misconfigured(f"BRIEFINGS_SEEDS: there is no folder {seeds}; make it and put articles in it")
    if any(Path(os.path.realpath(seeds)).is_relative_to(folder) for folder in SYSTEM_FOLDERS):
        raise Misconfigured(f"BRIEFINGS_SEEDS: {seeds} is a folder of the system's own; name one of articles")
    store = base / _folder_named(settings, "BRIEFINGS_STORE")
    output = Path(os.path.realpath(settings["OUTPUT_PATH"]))
    own = (PACKAGE.parents[1] / name for name in CHECKOUT_FOLDERS)
    _check_output(output, base, (content, seeds, store, base / ".git", base / ".venv", *own))
    return Options(
        base=base,
        seeds=seeds,
        store=store,
        output=output,
        source_text=_source_text(settings),
        min_confidence=_min_confidence(settings),
        jobs=_jobs(settings),
        model=environment.get("BRIEFINGS_MODEL") or None,
        specimen=_specimen(settings),
        corrections=_address_of_corrections(settings),
        day=_day_of_build(settings),
    )


def _refuse_unknown(settings: Mapping[str, Any]) -> None:
    """Refuses a setting that nothing reads, which is a slip of the pen: ``BRIEFINGS_CORRECTION``."""
    known = [f"BRIEFINGS_{name}" for name in OURS]
    for name in sorted(settings):
        if name.startswith("BRIEFINGS_") and name not in known:
            meant = get_close_matches(name, known, n=1)
            hint = f"did you mean {meant[0]}?" if meant else f"there are {', '.join(known)}"
            raise Misconfigured(f"{name}: there is no such setting; {hint}")


def _folder_named(settings: Mapping[str, Any], name: str) -> str:
    value = settings.get(name, DEFAULTS.get(name))
    if not isinstance(value, str) or not value:
        raise Misconfigured(f"{name} = {value!r}: set it to the name of a folder, as in pelicanconf.py")
    return value


def _source_text(settings: Mapping[str, Any]) -> SourceText:
    value = settings.get("SOURCE_TEXT", CAREFUL)
    for choice in get_args(SourceText):
        if value == choice:
            return choice  # type: ignore[no-any-return]  # one of the words of SourceText
    raise Misconfigured(f"SOURCE_TEXT = {value!r}: set it to 'full', 'excerpt' or 'none'")


def _min_confidence(settings: Mapping[str, Any]) -> float:
    value = settings.get("MIN_CONFIDENCE", SURE_ENOUGH)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise Misconfigured(
            f"MIN_CONFIDENCE = {value!r}: set it to a number from 0 (all facts) to 1 (none but editors')"
        )
    return float(value)


def _jobs(settings: Mapping[str, Any]) -> int:
    value = settings.get("BRIEFINGS_JOBS", 1)
    if not isinstance(value, int) or value < 1:
        raise Misconfigured(f"BRIEFINGS_JOBS = {value!r}: set it to a number of processes, 1 or more")
    return value


def _specimen(settings: Mapping[str, Any]) -> bool:
    value = settings.get("BRIEFINGS_SPECIMEN", False)
    if not isinstance(value, bool):
        raise Misconfigured(f"BRIEFINGS_SPECIMEN = {value!r}: set it to True or False")
    return value


def _address_of_corrections(settings: Mapping[str, Any]) -> str | None:
    value = settings.get("BRIEFINGS_CORRECTIONS") or None
    if value is not None and (not isinstance(value, str) or web_address(value) is None):
        raise Misconfigured(
            f"BRIEFINGS_CORRECTIONS = {value!r}: set it to an address that begins with https://, in which {{seed}} "
            "stands for the seed's name and {page} for the page's address, or to None"
        )
    return value


def _day_of_build(settings: Mapping[str, Any]) -> str | None:
    value = settings.get("BRIEFINGS_DAY") or None
    if value is not None and (not isinstance(value, str) or not is_day(value)):
        raise Misconfigured(f"BRIEFINGS_DAY = {value!r}: set it to a day like 2025-05-05, or to None")
    return value


def _check_output(output: Path, base: Path, sources: tuple[Path, ...]) -> None:
    """Refuses a folder of output that holds or lies in anything but a site, for it is replaced as a whole."""
    if Path(os.path.realpath(base)).is_relative_to(output):
        raise Misconfigured(f"OUTPUT_PATH: {output} holds {base} and would be replaced; name another folder")
    for source in sources:
        if place := overlap(output, source):
            raise Misconfigured(
                f"OUTPUT_PATH: {place}, which a build replaces, and {source}, which it keeps, are one folder or one "
                "within the other; name another folder"
            )
    if why := refusal(output):
        raise Misconfigured(f"OUTPUT_PATH: {why}")

"""The only module that knows Jinja: templates of the theme in, written pages out; a fault in one has its place."""

import errno
import traceback
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from .disk import stop, to_disk
from .page_kinds import TEMPLATES
from .shapes.page_shapes import Page

# What Pelican hands to Jinja: everything is escaped, and no template names what is not there.
STRICT = {"autoescape": True, "undefined": StrictUndefined}
# What a template may meet: a fault in one is a fault of the theme and ends the build, with its place.
OF_A_TEMPLATE = (TemplateError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
IN_THE_WAY = (errno.ENOTDIR, errno.EISDIR, errno.EEXIST)


def from_theme(env: Environment, folders: list[str]) -> Environment:
    """Load every template from our theme's `folders` alone: Pelican would fall back to another's."""
    own = env.overlay(loader=FileSystemLoader(folders))
    for name in sorted(set(TEMPLATES.values())):
        template(own, name)
    return own


def template(env: Environment, name: str) -> Template:
    """Load a template; one that cannot be loaded ends the build."""
    try:
        return env.get_template(name)
    except TemplateError as error:
        stop(_about(error, name))


def rendered(env: Environment, page: Page) -> bytes:
    """Render a page by its template."""
    return template(env, TEMPLATES[type(page)]).render(page=page).encode("utf-8")


def write_page(env: Environment, writer: Any, output: Path, save_as: str, page: Page) -> None:
    """Write a page with Pelican's `writer`: its template sees `page` and nothing else; what it asks beyond ends all."""
    name = TEMPLATES[type(page)]
    try:
        with to_disk(output):
            writer.write_file(save_as, template(env, name), {"localsiteurl": None}, page=page)
    except OF_A_TEMPLATE as error:
        if isinstance(error, TemplateError) or _place_in_template(error):
            stop(_about(error, name))
        if not isinstance(error, RuntimeError):
            raise
        twice = "overwr" in str(error)  # Pelican's word for a path written twice or outside of the output
        why = "two pages have this address" if twice else "a page would stand outside of the site"
        stop(f"{save_as}: {why}; give yours another, by a line `Slug: …` under its title; `make check` names it")
    except OSError as error:
        if error.errno not in IN_THE_WAY:
            raise
        stop(f"{save_as}: cannot be written: {error.strerror}; look for a page of yours that stands in its way")


def _about(error: Exception, name: str) -> str:
    """Tells where in which template, and what is wrong there."""
    if isinstance(error, TemplateSyntaxError):
        return f"template {error.filename or name}:{error.lineno}: {error.message}"
    if isinstance(error, TemplateNotFound):
        return f"template {name}: the theme has no {error.message}"
    said = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return f"template {_place_in_template(error) or name}: {said}"


def _place_in_template(error: Exception) -> str | None:
    """Finds the line of the template that the error was met in; None where it was met elsewhere."""
    lines = [(each.filename, each.lineno) for each in traceback.extract_tb(error.__traceback__)]
    return next((f"{file}:{line}" for file, line in reversed(lines) if file.endswith(".html")), None)

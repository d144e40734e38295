"""One small Page for each kind of URL, holding all that its template may print.

A template gets exactly one variable, ``page``, of the class that is named beside it in ``page_kinds.py``;
nothing of Pelican's settings reaches it, and a name that is not below is an error (StrictUndefined).

* Every ``href`` is finished: relative to the page that it stands on, so that the same files work at the
  root of a host, under a sub-path and behind any name.  Print it as it is.
* ``page.frame.root`` goes before paths of the theme: ``{{ page.frame.root }}theme/css/…``.
* ``str`` is text and is escaped by the template; ``Markup`` was made in marking.py and is printed as it is.
* A tuple may be empty, a field that may be None says when.
"""

from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from .list_lines import NewestWeek
from .pages_of_briefings import BriefingCard
from .parts import BriefingLink, Frame, NavLink


class Page(Protocol):
    """What every page has; all else depends on its kind."""

    @property
    def frame(self) -> Frame:
        """Gives what is printed around the page's own part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """``/``: what was done in the newest week, who spoke most in it, the newest briefings."""

    frame: Frame
    week: NewestWeek | None  # None where the day of no article is known
    cards: tuple[BriefingCard, ...]  # the newest ten
    undated: tuple[BriefingLink, ...]  # ten of the others of which neither day nor day of adding is known, by name
    more_undated: int
    briefings: int  # how many there are in all
    actors_count: int
    quotes: int
    measures: int
    all_briefings: str  # href of briefings/
    all_actors: str
    all_quotes: str
    all_measures: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """What facts can be chosen by, in a search."""

    name: str  # "status": in the address of a search
    text: str  # "Measures that are"
    values: tuple[str, ...]  # "taken", "threatened": as they are shown and as they stand in the address


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """``search/``: facts by their words and facets; only where the site has a search index."""

    frame: Frame
    parts: int  # of the index: pagefind/, pagefind/2/, …
    facets: tuple[Facet, ...]
    names: str  # href of the names that are offered while one types
    lists: tuple[NavLink, ...]  # where everything is found without scripts


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """``about/``, ``method/``: a page that an editor wrote in ``content/pages``."""

    frame: Frame
    slug: str
    title: str
    content: Markup
    parsers: tuple[str, ...]  # the language models that read the site's articles: "en_core_web_md 3.8.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """``404.html``: served at any depth, so its hrefs start at the host's root."""

    frame: Frame
    all_briefings: str
    all_actors: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """A URL of an earlier site that is no page of its own any more: it leads on to where its actor or briefing is."""

    frame: Frame
    name: str  # whose page it was: "Modi", "A briefing"
    href: str | None  # where it is now; None where it is no longer on the site
    text: str | None  # the title there: "Narendra Modi"
    all_briefings: str
    all_actors: str

"""What every page prints around its own part: title, navigation, where the top of the site is, its data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..shapes.page_shapes import Page
from ..shapes.parts import Alternate, Frame, NavLink, SourceText
from .addresses import ACTORS, BRIEFINGS, CARD, MEASURES, NOT_FOUND, OUTLETS, QUOTES, SEARCH, WEEKS
from .marking import data_block

SECTIONS = (
    ("Briefings", BRIEFINGS),
    ("Actors", ACTORS),
    ("Quotes", QUOTES),
    ("Measures", MEASURES),
    ("Weeks", WEEKS),
    ("Outlets", OUTLETS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the settings say of the whole site."""

    name: str
    subtitle: str
    url: str  # "https://user.github.io/repo", "" where it is not known
    language: str
    source_text: SourceText
    search_parts: int = 0  # of the search index; 0: the site has no search
    cards: bool = False  # whether briefings and actors have a picture to be shared with
    texts: tuple[tuple[str, str], ...] = ()  # title and path of each page that an editor wrote, for the navigation
    specimen: bool = False  # whether there is a page with every component on it
    corrections: str | None = None  # address where errors are reported, with places for {seed} and {page}

    @property
    def address(self) -> str | None:
        """Gives where the site stands, with a slash at its end; None where `url` names no place on the web."""
        return f"{self.url.rstrip('/')}/" if web_address(self.url) else None

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """Gives title and path of each list of the site, in the order of the navigation."""
        return (*SECTIONS, ("Search", SEARCH)) if self.search_parts else SECTIONS


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page yet to be made, so that one that cannot be made is one page less."""

    path: str  # from the site's top: "", "actors/russia/"
    make: Callable[[], Page]
    day: str | None = None  # of the newest article that it rests on; None where no day is known


def web_address(url: str | None) -> str | None:
    """Gives the address, if it is one of the web: ``javascript:`` and the like are never linked."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def root_of(site: Site, path: str) -> str:
    """Gives the way up from a page: ``actors/russia/`` → ``../../``; 404.html is served at any depth."""
    if path == NOT_FOUND:
        return urlsplit(site.url).path.rstrip("/") + "/"
    return "../" * path.count("/") or "./"


def frame(
    site: Site,
    path: str,
    title: str,
    description: str,
    *,
    alternates: tuple[Alternate, ...] = (),
    data: Mapping[str, Any] | None = None,
    card: bool = False,
) -> Frame:
    """Makes the frame of the page at `path` ("" at the top, "actors/" …); `data` is what JSON-LD says of it.

    `card`: a picture stands beside it, where the site has any.
    """
    root = root_of(site, path)
    canonical = f"{site.address}{path}" if site.address and path != NOT_FOUND else None
    return Frame(
        site=site.name,
        subtitle=site.subtitle,
        title=title,
        description=description,
        language=site.language,
        root=root,
        home=root,
        canonical=canonical,
        image=f"{canonical}{CARD}" if card and site.cards and canonical else None,
        nav=tuple(
            NavLink(text=text, href=root + target, current=target == path)
            for text, target in (*site.sections, *site.texts)
        ),
        source_text=site.source_text,
        alternates=alternates,
        linked_data=data_block(data) if data is not None else None,
    )

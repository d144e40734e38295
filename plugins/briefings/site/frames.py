"""What every page prints around its own part: title, navigation, where the top of the site is."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from .pages import Frame, NavLink, SourceText

SECTIONS = (("Briefings", "briefings/"), ("Actors", "actors/"), ("Quotes", "quotes/"), ("Measures", "measures/"))
NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the settings say of the whole site."""

    name: str
    subtitle: str
    url: str  # "https://user.github.io/repo", "" where it is not known
    language: str
    source_text: SourceText
    texts: tuple[tuple[str, str], ...] = ()  # title and path of each page that an editor wrote, for the navigation


def root_of(site: Site, path: str) -> str:
    """The way up to the top from a page: ``actors/russia/`` → ``../../``; 404.html is served at any depth."""
    if path == NOT_FOUND:
        return urlsplit(site.url).path.rstrip("/") + "/"
    return "../" * path.count("/") or "./"


def frame(site: Site, path: str, title: str, description: str) -> Frame:
    """The frame of the page at `path` ("" at the top, "actors/" …)."""
    root = root_of(site, path)
    return Frame(
        site=site.name,
        subtitle=site.subtitle,
        title=title,
        description=description,
        language=site.language,
        root=root,
        home=root,
        canonical=f"{site.url}/{path}" if site.url and path != NOT_FOUND else None,
        nav=tuple(
            NavLink(text=text, href=root + target, current=target == path) for text, target in (*SECTIONS, *site.texts)
        ),
        source_text=site.source_text,
    )

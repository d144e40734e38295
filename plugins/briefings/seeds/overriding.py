"""What an editor says of one seed goes over what cleaning found."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..language.calendar import iso_day
from ..model import Article, Fault, Published
from .cleaning.cleaning import NO_HEADLINE

_AS_SAID = (
    "outlet",
    "section",
    "title",
    "url",
    "place",
    "byline",
    "added",
)  # an editor's word goes over what was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """The `seed:` part of an editor's corrections; None leaves a field as it was found."""

    outlet: str | None = None
    section: str | None = None
    title: str | None = None
    published: str | None = None  # ISO day, "2025-05-05"
    url: str | None = None
    place: str | None = None
    byline: str | None = None
    added: str | None = None  # ISO day on which it came to the newsroom
    encoding: str | None = None  # what the file is in; it counts when the file is read, not here


def override(article: Article, said: Override) -> Article:
    """Gives `article` with what the editor said; a day that is none is left out, with a warning."""
    day = iso_day(said.published or "")
    fields = {name: getattr(said, name) or getattr(article, name) for name in _AS_SAID}
    warnings = tuple(_warnings(article, said, day))
    return replace(article, **fields, published=_published(day) or article.published, warnings=warnings)


def _warnings(article: Article, said: Override, day: date | None) -> Iterator[Fault]:
    """Gives the article's warnings, without one of a missing headline that is given; and one of a day that is none."""
    yield from (fault for fault in article.warnings if not (said.title and fault.reason == NO_HEADLINE))
    if said.published and not day:
        yield _no_day(article.seed.path, said.published)


def _published(day: date | None) -> Published | None:
    return Published(date=day.isoformat(), source="editor", how="given by an editor") if day else None


def _no_day(path: str, words: str) -> Fault:
    reason = f"`published` in its corrections is no day: “{words}”"
    return Fault(path=path, reason=reason, mend="write it as 2025-05-31", broken=False)

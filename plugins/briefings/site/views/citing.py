"""How a page is cited: as a sentence, as BibTeX and as CSL-JSON; by no clock, so without a day of access."""

import json
from collections.abc import Iterator

from ...language.letters import one_line
from ..shapes.parts import Citation
from .facts import shown_day
from .index import Entry
from .page_frames import Site

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "&%$#_{}"
}


def citation(entry: Entry, site: Site, address: str | None) -> Citation:
    """Cites a briefing; `address` is where it stands on the web, None where that is not known."""
    return Citation(
        sentence=_sentence(entry, site, address), bibtex=_bibtex(entry, site, address), csl=_csl(entry, site, address)
    )


def _sentence(entry: Entry, site: Site, address: str | None) -> str:
    """Cites in a sentence: “Carver opens bridge.” Briefing of an article of The Norland Post, 5 May 2025. Briefings."""
    day = shown_day(entry.briefing.article.published.date)
    dated = f", {day.text}" if day else ""
    parts = [f"“{one_line(entry.headline)}.” {_kind_of_source(entry)}{dated}.", f"{one_line(site.name)}.", address]
    return " ".join(filter(None, parts))


def _kind_of_source(entry: Entry) -> str:
    outlet = entry.briefing.article.outlet
    return f"Briefing of an article of {one_line(outlet)}" if outlet else "Briefing of an article"


def _bibtex(entry: Entry, site: Site, address: str | None) -> str:
    """Writes ``@misc`` with a title in braces of its own, so that no style changes its capitals."""
    year, *month = (entry.briefing.article.published.date or "").split("-")
    fields = {
        "title": f"{{{_tex(entry.headline)}}}",
        "howpublished": _tex(site.name),
        "note": _tex(_kind_of_source(entry)),
        "year": year,
        "month": str(int(month[0])) if month else "",
        "url": address or "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{entry.slug},\n{lines}}}"


def _tex(words: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in one_line(words))


def _csl(entry: Entry, site: Site, address: str | None) -> str:
    """Writes a list of one item, as programs for literature read it."""
    return json.dumps([dict(_csl_items(entry, site, address))], ensure_ascii=False, indent=1)


def _csl_items(entry: Entry, site: Site, address: str | None) -> Iterator[tuple[str, object]]:
    yield "id", entry.slug
    yield "type", "webpage"
    yield "title", one_line(entry.headline)
    yield "container-title", one_line(site.name)
    yield "note", _kind_of_source(entry)
    date = entry.briefing.article.published.date
    if date:
        yield "issued", {"date-parts": [[int(part) for part in date.split("-")]]}
    if address:
        yield "URL", address

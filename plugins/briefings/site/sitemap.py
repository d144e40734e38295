"""sitemap.xml and robots.txt, for search engines; only where the site's address is known, for both need it whole."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from .page_kinds import PAGE_KINDS
from .views.index import Index
from .views.page_frames import Site

MOST = 50_000  # addresses in one file: the limit of sitemaps.org
SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(index: Index, site: Site, most: int = MOST) -> Iterator[tuple[str, bytes]]:
    """Makes the sitemap, in parts under an index where it has more than `most` addresses, and robots.txt."""
    address = site.address
    if address is None:
        return
    found = [(address + path, day) for path, day in addresses(index, site)]
    parts = [found[start : start + most] for start in range(0, len(found), most)]
    if len(parts) == 1:
        yield SITEMAP, _xml("urlset", "url", parts[0])
    else:
        yield from _in_parts(address, parts)
    yield ROBOTS, _robots(address)


def _in_parts(address: str, parts: Sequence[Sequence[tuple[str, str | None]]]) -> Iterator[tuple[str, bytes]]:
    """Makes a file of each part, ``sitemap-1.xml`` …, and the index of them, with the newest day of each."""
    files = []
    for number, part in enumerate(parts, 1):
        yield (name := f"sitemap-{number}.xml"), _xml("urlset", "url", part)
        files.append((address + name, _latest(day for _, day in part)))
    yield SITEMAP, _xml("sitemapindex", "sitemap", files)


def addresses(index: Index, site: Site) -> Iterator[tuple[str, str | None]]:
    """Gives each page's path and the day of the newest article that it rests on; None where no day is known."""
    for kind in PAGE_KINDS:
        if kind.found:
            yield from ((plan.path, plan.day) for plan in kind.plans(index, site))
    yield from ((path, None) for _, path in site.texts)


def _latest(days: Iterable[str | None]) -> str | None:
    return max(filter(None, days), default=None)


def _xml(root: str, each: str, found: Iterable[tuple[str, str | None]]) -> bytes:
    top = ET.Element(root, xmlns=XMLNS)
    for address, day in found:
        line = ET.SubElement(top, each)
        ET.SubElement(line, "loc").text = address
        if day is not None:
            ET.SubElement(line, "lastmod").text = day
    ET.indent(top, "")
    return bytes(ET.tostring(top, encoding="utf-8", xml_declaration=True)) + b"\n"


def _robots(address: str) -> bytes:
    lines = ["User-agent: *", "Disallow:", "", f"Sitemap: {address}{SITEMAP}", ""]
    if urlsplit(address).path != "/":
        lines.insert(
            0, "# Search engines read robots.txt only at the root of a host: tell them of the sitemap yourself."
        )
    return "\n".join(lines).encode("utf-8")

"""No link of the site is dead, none leaves its sub-path, and every page can be reached."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from browser.built import BuiltSite

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
OF_SEARCH = {"script-src": "'self' 'wasm-unsafe-eval'", "worker-src": "'self'"}  # Pagefind is WebAssembly in a worker
OUTSIDE = ("http://", "https://", "mailto:")


def links(site: BuiltSite, page: Path) -> Iterator[tuple[str, str]]:
    """Each address as it is written on the page, and in full."""
    for element in site.soup(page).select("[href], [src]"):
        written = str(element.get("href") or element.get("src"))
        yield written, urljoin(site.address(page), written)


def file_at(site: BuiltSite, address: str) -> Path:
    """The file that is served at an address of the site."""
    path = unquote(urldefrag(address).url.removeprefix(site.url))
    return site.folder / path / "index.html" if not path or path.endswith("/") else site.folder / path


def test_every_link_into_the_site_lands_on_a_file_and_its_fragment_on_an_element(each_site: BuiltSite) -> None:
    site = each_site
    dead = []
    for page in site.pages():
        for written, full in links(site, page):
            if not full.startswith(site.url):
                continue
            file, fragment = file_at(site, full), urldefrag(full).fragment
            if not file.is_file() or (fragment and fragment not in site.ids(file)):
                dead.append(f"{page.relative_to(site.folder)}: {written}")
    assert dead == []


def test_what_leaves_the_site_is_a_link_that_says_so(each_site: BuiltSite) -> None:
    site = each_site
    leaving = [
        (str(page.relative_to(site.folder)), written)
        for page in site.pages()
        for written, full in links(site, page)
        if not full.startswith(site.url) and not written.startswith(OUTSIDE)
    ]
    assert leaving == [], "a link that forgets the sub-path, or one to no web address"


def test_nothing_is_loaded_from_elsewhere(each_site: BuiltSite) -> None:
    site = each_site
    for page in site.pages():
        loaded = site.soup(page).select("link[rel=stylesheet], link[rel=icon], script, img, iframe, object, embed")
        for element in loaded:
            address = urljoin(site.address(page), str(element.get("href") or element.get("src") or element.get("data")))
            assert address.startswith(site.url), f"{page.name}: {element}"


def test_every_page_forbids_what_is_not_the_sites_own_before_anything_is_loaded(each_site: BuiltSite) -> None:
    for page in each_site.pages():
        soup = each_site.soup(page)
        policy = soup.select("head > *")[1]
        assert policy.get("http-equiv") == "Content-Security-Policy", page
        allowed = dict(rule.split(None, 1) for rule in str(policy["content"]).split("; "))
        assert allowed == POLICY | (OF_SEARCH if soup.select("body[data-page=search]") else {}), page
        assert not soup.select("style, [style], script:not([src], [type='application/ld+json'])"), page
        assert not [name for element in soup.select("*") for name in element.attrs if name.startswith("on")], page


def test_ids_are_unique_on_their_page(each_site: BuiltSite) -> None:
    site = each_site
    for page in site.pages():
        ids = [str(element["id"]) for element in site.soup(page).select("[id]")]
        assert len(ids) == len(set(ids)), f"{page.relative_to(site.folder)}: {sorted(ids)}"


def test_every_page_is_reached_from_the_home_page(each_site: BuiltSite) -> None:
    site = each_site
    start = site.folder / "index.html"
    reached, waiting = {start}, [start]
    while waiting:
        for _, full in links(site, waiting.pop()):
            file = file_at(site, full)
            if full.startswith(site.url) and file.suffix == ".html" and file.is_file() and file not in reached:
                reached.add(file)
                waiting.append(file)
    assert set(site.pages()) - reached == {site.folder / "404.html"}


def test_a_site_shows_as_much_of_the_source_text_as_it_says(each_site: BuiltSite) -> None:
    counts = {
        page: len(each_site.soup(page).select("#source .sentence"))
        for page in each_site.pages()
        if each_site.soup(page).select_one("body[data-page=briefing]")
    }
    whole = {
        page: len(json.loads((page.parent / "record.json").read_text(encoding="utf-8"))["sentences"]) for page in counts
    }
    mode = each_site.folder.name
    for page, count in counts.items():
        assert count == (0 if mode == "none" else whole[page]) or (mode == "excerpt" and 0 < count < whole[page])


def test_every_fact_shows_its_sentence_or_leads_to_it(each_site: BuiltSite) -> None:
    for page in each_site.pages():
        for fact in each_site.soup(page).select("body[data-page=briefing] :is(figure.quote, .ledger tbody tr)"):
            assert fact.select_one("a.jump") or fact.select_one(".evidence mark"), f"{page}: {fact}"


def test_headings_stand_in_order_and_every_page_has_one_main_heading(each_site: BuiltSite) -> None:
    site = each_site
    for page in site.pages():
        levels = [int(heading.name[1]) for heading in site.soup(page).select("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, page
        assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False)), page


def test_every_table_says_what_it_holds_and_which_cells_are_headers(each_site: BuiltSite) -> None:
    site = each_site
    for page in site.pages():
        for table in site.soup(page).select("main table"):
            assert table.caption is not None, page
            assert table.caption.get_text(strip=True), page
            assert all(header.get("scope") for header in table.select("th")), page

"""Saved pages become articles: trafilatura finds the body, our own reading its fields, origins lead into the source."""

import logging
import re
from copy import deepcopy
from typing import Any

import trafilatura
from lxml import etree, html

from ...model import Article, Fault, Seed
from ..cleaning.body_lines import choose
from ..cleaning.metadata import Stated, stated_line
from ..cleaning.text_lines import ends_sentence, read_lines
from ..reading import Unreadable
from .markup import visible
from .page_fields import read_page_fields
from .parted import join, lacks, parts_of_body, sentences_of
from .placing import Sheet, build

_FEWEST_LETTERS = 200  # of a body; with less a page is a stub, a list of links, or drawn by a script
_MOST_TAGS = 200_000  # more are no article; trafilatura takes a second for each 20,000
_UNSEEN = (  # less for trafilatura to look at, eight times a page
    *(
        "aside",
        "audio",
        "button",
        "canvas",
        "footer",
        "iframe",
        "img",
        "input",
        "link",
        "map",
        "meta",
        "nav",
        "noscript",
    ),
    *("object", "picture", "script", "select", "source", "style", "svg", "template", "textarea", "video"),
)
_LONGEST_LINK, _SHARE_OF_LINKS = 200, 0.8  # letters of a paragraph, and how many of them in links, that is one
_HUGE = re.compile(r"(?P<opening><[a-zA-Z][\w:-]{0,40})\s[^<>]{10000,}>")
_MOST_ATTRIBUTES = 1_000  # of a tag; the parser looks at all of them for each
_NO_PAGE = Stated()

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    # What they find odd in a page is nothing that an editor can mend; Pelican would count it as a fault of the build.
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


def clean_page(seed: Seed) -> Article:
    """Finds the article of a saved page.  Raises Unreadable where it holds none."""
    tree = page_tree(seed.raw)
    stated = read_page_fields(tree, seed.raw) if tree is not None else _NO_PAGE
    page_title = [line for line in [stated_line(tree.findtext(".//title") if tree is not None else None)] if line]
    shown, origin = visible(seed.raw)
    paragraphs = body_of(tree) if tree is not None and seed.raw.count("<") <= _MOST_TAGS else []
    if _letters_of_paragraphs(paragraphs) < _FEWEST_LETTERS:
        others = ((stated.body or "").split("\n"), _chosen(shown))
        paragraphs = max((paragraphs, *others), key=_letters_of_paragraphs)
    paragraphs = [line for paragraph in paragraphs if (line := paragraph.strip())]
    if not paragraphs:
        raise Unreadable(_no_article(seed))
    sheet = Sheet(shown, origin)
    body = sheet.place(paragraphs)
    above, below = sheet.around()
    return build(seed, body, stated, [*page_title, *above], below)


def page_tree(raw: str) -> Any:
    """Gives the tree of a page, or None where there is nothing in it."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_HUGE.sub(_few_attributes, raw).encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def _few_attributes(tag: re.Match[str]) -> str:
    """Strips a tag of thousands of attributes; one of long attributes, as of a picture's data, stays as it is."""
    return tag["opening"] + ">" if len(tag[0].split()) > _MOST_ATTRIBUTES else tag[0]


def body_of(tree: Any) -> list[str]:
    """Finds the paragraphs of the article in `tree`, which is changed."""
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    for paragraph in [one for one in tree.iter("p") if _is_mostly_link(one)]:
        paragraph.drop_tree()
    parts = parts_of_body(tree)
    if not parts:
        return _extracted(tree)
    whole, sentences = deepcopy(tree), sentences_of(parts)
    found = _extracted(tree)
    if not lacks(found, sentences):
        return found
    join(parts_of_body(whole))
    return _extracted(whole)


def _extracted(tree: Any) -> list[str]:
    text = trafilatura.extract(tree, favor_precision=True, include_comments=False, with_metadata=False)
    return [line.removeprefix("- ").strip(" |") for line in (text or "").splitlines() if line.strip(" |-")]


def _is_mostly_link(paragraph: Any) -> bool:
    """Tells whether most of it leads elsewhere and it is no sentence: ``Read more: Ferry strike enters third week``."""
    links = [_letters_within(link) for link in paragraph.iter("a")]
    whole = _letters_within(paragraph) if links else 0
    if not 0 < whole <= _LONGEST_LINK or sum(links) < _SHARE_OF_LINKS * whole:
        return False
    return not ends_sentence("".join(paragraph.itertext()).rstrip())


def _letters_within(element: Any) -> int:
    return sum(len(word) for word in "".join(element.itertext()).split())


def _chosen(shown: str) -> list[str]:
    """Gives what a dump of the page would be cleaned to."""
    lines = read_lines(shown)
    return [lines[i].text for i in choose(lines)]


def _letters_of_paragraphs(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


def _no_article(seed: Seed) -> Fault:
    mend = "open the page, wait until its text is there, save it again; or save the article's text as .txt"
    return Fault(path=seed.path, reason="a page without an article's text", mend=mend)

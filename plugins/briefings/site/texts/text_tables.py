"""Tables of the pages that editors write: each header cell says what it heads, and a line before may be the caption.

``Table: Quotes by kind`` as a paragraph of its own, right before a table, becomes its caption, as Pandoc reads it.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

CAPTION = "Table:"
AFTER_INLINE = 15  # Markdown's own inline processor has 20: a caption's words are marked up by then


class Tables(Extension):
    """What Pelican's setting MARKDOWN names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Markdown's own name
        """Put the processor below behind those of Markdown."""
        md.treeprocessors.register(_Tables(md), "briefings_tables", AFTER_INLINE)


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for before, table in list(_tables(parent)):
                for cell in table.iter("th"):
                    cell.set("scope", "col")
                if before is not None and (before.text or "").startswith(CAPTION):
                    parent.remove(before)
                    table.insert(0, _caption(before))


def _tables(parent: Element) -> Iterator[tuple[Element | None, Element]]:
    """Finds each table that is a child of `parent`, with the paragraph right before it."""
    before: Element | None = None
    for child in parent:
        if child.tag == "table":
            yield before, child
        before = child if child.tag == "p" else None


def _caption(paragraph: Element) -> Element:
    caption = SubElement(Element("table"), "caption")
    caption.text = (paragraph.text or "").removeprefix(CAPTION).lstrip()
    caption.extend(list(paragraph))
    return caption

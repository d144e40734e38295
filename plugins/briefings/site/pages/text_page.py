"""A page that an editor wrote, in the frame of all others."""

from typing import Any

from ..data.linked_data import page_data
from ..shapes.page_shapes import TextPage
from ..views.index import Index
from ..views.marking import trusted
from ..views.page_frames import Site, frame, root_of


def text_page(index: Index, site: Site, text: Any) -> TextPage:
    """Frames `text`, as Pelican read it: its title, address, head and HTML."""
    briefings = (entry.briefing for entry in index.entries)
    return TextPage(
        frame=frame(
            site,
            text.url,
            text.title,
            text.metadata.get("description", text.title),
            data=page_data(site, text.url, "WebPage", text.title),
        ),
        slug=text.slug,
        title=text.title,
        content=trusted(text.get_content(root_of(site, text.url).rstrip("/"))),
        parsers=tuple(sorted({briefing.parser for briefing in briefings if briefing.parser})),
    )

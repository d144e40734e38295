"""The stylesheet: the theme keeps a file a layer in css/, the site has one in all, so that a page costs one request."""

from collections.abc import Iterator
from pathlib import Path

STYLESHEET = "theme/css/site.css"


def stylesheet(theme: Path) -> Iterator[tuple[str, bytes]]:
    """(path from the site's top, bytes) of the layers joined, in the order of their names; none where none are kept."""
    layers = sorted(theme.glob("css/*.css"))
    if layers:
        yield STYLESHEET, b"\n".join(layer.read_bytes() for layer in layers)

"""The stylesheet: the theme keeps a file a layer in css/, the site has one in all, so that a page costs one request."""

import re
from collections.abc import Iterator
from pathlib import Path

STYLESHEET = "theme/css/site.css"


def stylesheet(theme: Path) -> Iterator[tuple[str, bytes]]:
    """Gives (path from the site's top, bytes) of the layers joined, in the order of their names; none of none kept."""
    layers = sorted(theme.glob("css/*.css"))
    if layers:
        yield STYLESHEET, "".join(bare(layer.read_text("utf-8")) for layer in layers).encode()


def bare(css: str) -> str:
    """Leaves out comments and indents, which a reader's line need not carry: a sixth of what travels."""
    return re.sub(r"^\s+", "", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL), flags=re.MULTILINE)

"""What differs in public from pelicanconf.py: `make publish` builds with this."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

# Articles belong to those who wrote them: in public only the sentences that facts rest on are shown.
SOURCE_TEXT = "excerpt"

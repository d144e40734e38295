"""One article and its parse become a briefing."""

from pathlib import Path

from .digest import digest

# Taken before any rule or lexicon is loaded: where one is changed meanwhile, what is found by the new one is
# stored as the old one's, which nobody asks for again, and never the other way round.
CODE = digest(Path(__file__).parent.parent)

"""One article and its parse become a briefing."""

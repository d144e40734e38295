"""Articles become parses; the words we know."""

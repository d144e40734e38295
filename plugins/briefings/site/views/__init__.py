"""Facts, actors and days as a page shows them: the index in, parts of pages out.  Only here is Markup made."""

"""Files beside the pages: the search index and the stylesheet.  The store gives data here, never scripts."""

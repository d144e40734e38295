"""A module a kind of page: the index and a view in, the page with its path out."""

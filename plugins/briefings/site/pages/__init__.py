"""Make pages, a module a kind or two; ``page_kinds.py`` has the table of them.

In: the index and the site.  Out: plans, each a path and what makes the page that stands there.  Only here: what is
on which page.
"""

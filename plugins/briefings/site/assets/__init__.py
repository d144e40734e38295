"""Make the files that pages load: the search index, the stylesheet, what the theme's scripts ask for.

In: the index, the theme's folder.  Out: files, stored by content.  Only here: Pagefind.
"""

"""Read the pages that editors write: which files of content/ are read at all, what is wrong with them.

In: the folder content/.  Out: pages to be built, faults.  Only here: Markdown.
"""

"""Bring a built folder to the public: the mark and lock of an output, the swap, git.

In: a folder beside the old site.  Out: the site in its place, a commit on its branch.  Only here: git.
"""

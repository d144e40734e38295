"""Shape what templates see: one frozen dataclass for each kind of page and each part of one; no code that fills them.

In: nothing.  Out: classes.  Only here: what docs/themes.md documents.
"""

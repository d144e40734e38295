"""Hear what editors say.

In: files of content/.  Out: corrected briefings, kept URLs, what is wrong with the files.  Only here: corrections
and URLs of earlier sites are read.
"""

"""Show facts, actors and days as a page does: the index in, parts of pages out.

In: briefings and actors.  Out: the index, shapes with finished hrefs, words.  Only here: addresses (addresses.py),
the words of a fact (wording.py), Markup (marking.py).
"""

"""Find what several articles tell together.

In: articles and briefings.  Out: copies merged into one briefing, acts that more than one reports.  Only here:
articles are compared.
"""

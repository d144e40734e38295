"""Words, names and days in, what the tables know of them out; articles in, parses out.

Only here: spaCy (parsing.py), lexicons and learned weights (lexicon/), the store of parses and briefings.
"""

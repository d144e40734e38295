"""Briefings: raw news articles become a published site; `register` is what Pelican calls."""

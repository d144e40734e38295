"""Find who is who over all articles.

In: chains of all briefings, the roster of actors.yaml.  Out: actors, their bodies and officials.  Only here: slugs.
"""

"""Turn the newsroom's briefings and actors into the folder of a site.

In: briefings, actors, settings, the theme.  Out: pages, records, tables, feeds, pictures, written beside the old
site and put in its place.  Only here: Pelican, Jinja, Markup, Pillow, git.
"""

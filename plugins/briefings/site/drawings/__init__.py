"""Draw: graphs and bars laid out for SVG, the pictures of shared links.

In: the index and a view.  Out: places of marks and lines; PNG.  Only here: Pillow (card_pictures.py).
"""

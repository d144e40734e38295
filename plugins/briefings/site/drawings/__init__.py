"""What is drawn: graphs laid out as SVG, and the pictures of shared links.  Pillow is here only (card_drawing.py)."""

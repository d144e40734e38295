"""Where the text names somebody, and what kind of somebody: token ranges in, names with their kinds out."""

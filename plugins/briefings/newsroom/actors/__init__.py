"""Who is who over all articles: chains and the roster in, actors, their bodies and officials out."""

"""Seeds become articles."""

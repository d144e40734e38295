"""Names as they are written go in; what they are compared by, and which are one actor's, comes out."""

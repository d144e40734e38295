"""What of a seed is the article: lines in, body, headline and fields out; offsets lead back to the seed."""

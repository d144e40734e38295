"""The day of an article: words and metadata in, a day and how it is known out."""

"""The day of an article, told by its words: lines, dateline, text and address in, a day and how it is known out."""

"""Pages that editors write: which files of content/ are read at all, what is wrong with them, how they are rendered."""

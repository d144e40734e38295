"""What editors say: files of content/ in, corrected briefings and what is wrong with the files out."""

"""What several articles tell together: copies merged into one briefing, acts that more than one reports."""

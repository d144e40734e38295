"""What an editor reads in a terminal: the report of a build, the check, a briefing in words."""

"""On paper: a story, or what is handed out with a werkvorm."""

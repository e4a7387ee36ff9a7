"""A sheet of what is handed out with a werkvorm: strips and cards to cut, or a whole page."""

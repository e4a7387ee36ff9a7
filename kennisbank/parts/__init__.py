"""What pages share: a folder for each component (what it shows, how, and its looks), and what shows a template."""

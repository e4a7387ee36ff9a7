"""A story as a list shows it: what it shows is `view.py`, and how `template.html`."""

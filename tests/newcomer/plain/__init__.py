"""Python-Markdown and Jinja as the engine, and nothing else: what a newcomer puts in `kennisbank/engines/`."""

"""The knowledge base "Ruimte": content in, pages out, and nothing of the site engine."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parent if (PACKAGE.parent / "ruimte.yml").is_file() else Path.cwd()
"""The root of this project: what another root lacks (lists, settings) comes from here.

It holds the package. Of a package that was installed apart, it is the folder in which the command was given.
"""
LENDER = PACKAGE / "lent" if (PACKAGE / "lent").is_dir() else PROJECT
"""The root of the texts that a site can borrow: a package that was installed apart has them with it (`setup.py`)."""

"""The knowledge base "Ruimte": content in, pages out, and nothing of the site engine."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parent if (PACKAGE.parent / "ruimte.yml").is_file() else Path.cwd()
"""The root of this project: what another root lacks (ruimtes, werkvormen, lists, settings) comes from here.

It holds the package. Of a package that was installed apart, it is the folder in which the command was given.
"""

"""The knowledge base "Ruimte": content in, pages out, and nothing of the site engine."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parent
"""The root of this project: what another root lacks (ruimtes, werkvormen) comes from here."""

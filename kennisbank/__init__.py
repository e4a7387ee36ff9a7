"""The knowledge base "Ruimte": content in, pages out, and nothing of the site engine."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
"""The root of this project: what another root lacks (ruimtes, werkvormen) comes from here."""

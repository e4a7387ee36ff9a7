"""What is kept from build to build: each thing is found by what it was made from, so that it is never out of date."""

from __future__ import annotations

from kennisbank.reading.kept import KEPT, clear, folder, used

__all__ = ["KEPT", "clear", "folder", "used"]

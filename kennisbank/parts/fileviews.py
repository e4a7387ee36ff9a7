"""What the template of a file shows that is no page of the site engine: one view, as the template of a page gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """The view of a file; each kind of file has its own.

    `template` is the one that shows it, below `kennisbank/templates/`. A view that more than one can show names them
    all in `templates` instead.
    """

    template: ClassVar[str] = ""

    @classmethod
    def templates(cls) -> tuple[str, ...]:
        """Return the templates that show it."""
        return (cls.template,) if cls.template else ()

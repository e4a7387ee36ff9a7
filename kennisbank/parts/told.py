"""What the extensions of Markdown say that they did with the text of a page, so that nobody reads its HTML to know."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Told:
    """Each extension writes down its own part; a page without a text has one that is empty.

    `explained` are the slugs of the words that the text explains, in its order; `placed` the names of the pictures that
    it shows; `repository` says that it leads to the repository or speaks of it.
    """

    explained: list[str] = field(default_factory=list)
    placed: set[str] = field(default_factory=set)
    repository: bool = False

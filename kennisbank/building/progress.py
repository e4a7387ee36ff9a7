"""How far the work is: one line that moves on a terminal, one plain line per part elsewhere."""

from __future__ import annotations

import time
from typing import TextIO


class Progress:
    """Counts steps of named parts; writes at most ten times a second.

    Parts can overlap, when work is split over processes: the latest to begin is the one that is shown.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.counts: dict[str, int] = {}
        self.part = ""
        self.moving = stream.isatty()
        self.shown = 0.0

    def step(self, part: str) -> None:
        """Note that one more thing of this part has been done."""
        if part not in self.counts:
            self.finish()
            self.part = part
            self.counts[part] = 0
            if not self.moving:
                self._write(f"{part} …\n")
        self.counts[part] += 1
        if self.moving and part == self.part and time.monotonic() - self.shown > 0.1:
            self._show()

    def finish(self) -> None:
        """End the line of the present part."""
        if self.moving and self.part:
            self._show()
            self._write("\n")
        self.part = ""

    def _show(self) -> None:
        self.shown = time.monotonic()
        self._write(f"\r{self.part} … {self.counts[self.part]}")

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()

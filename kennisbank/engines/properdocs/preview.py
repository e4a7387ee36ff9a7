"""Lets ProperDocs show the site while it is being written, as MkDocs does."""

from functools import partial

from kennisbank.engines.mkdocs import preview
from kennisbank.engines.properdocs.running import LIBRARY

serve = partial(preview.show, LIBRARY)

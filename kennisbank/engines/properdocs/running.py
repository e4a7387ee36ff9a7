"""Lets ProperDocs build the pages of a site, as MkDocs does."""

from functools import partial

from kennisbank.engines.mkdocs import running

LIBRARY = "properdocs"

run = partial(running.build, LIBRARY)

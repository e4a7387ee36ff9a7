"""MkDocs as the engine: a build of pages, and what each of its events does; the only room that imports it."""

"""MkDocs as the engine: a build of pages, and what each of its events does; no other room imports it."""

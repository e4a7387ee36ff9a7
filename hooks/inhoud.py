"""Door into MkDocs for the content: load it, mount its files, add the generated pages."""

from kennisbank.engines.mkdocs.events import on_config, on_files, on_startup

__all__ = ["on_config", "on_files", "on_startup"]

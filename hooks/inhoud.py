"""Door into MkDocs for the content: load it, mount its files, add the generated pages."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from kennisbank.engines.mkdocs import content


def on_startup(command: str, dirty: bool) -> None:
    content.start(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    return content.configure(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    return content.mount(files, config)

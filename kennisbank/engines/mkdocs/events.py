"""What MkDocs calls while it builds: each event is one call; `hooks/` are the same doors, for MkDocs by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2

from kennisbank.engines.mkdocs import beside, content, showing

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


def on_startup(command: str, dirty: bool) -> None:
    content.start(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    return content.configure(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    return content.mount(files, config)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    return showing.read(page, config)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    showing.prepare(page, config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    showing.rendered(page, config)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    return showing.templates()


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    return showing.page(context, page, config)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    return showing.file(context, config)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    showing.written(page, config)


def on_post_build(config: MkDocsConfig) -> None:
    beside.write(config)

"""Lets Jinja make pages by the thousand: what comes out again and again is made once, and calls lead straight there."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

ROOT = "wortel"
"""The argument of a macro that leads from a page to the root of the site."""
MARK = "\0"
"""What stands for `ROOT` in what is kept: no text of a page can have it."""
MOST = 16_384
"""How much is kept of each macro, and how many short texts: of what was asked for last."""


@lru_cache(MOST)
def _escaped(text: str) -> str:
    return str(escape(text))


def written(value: object) -> str:
    """Return a value as a page has it: escaped, unless it is HTML already. The same few words stand on every page."""
    if type(value) is str:
        return _escaped(value)
    return str(value) if type(value) is int else escape(value)


def kept(macro: Macro) -> Callable[..., str]:
    """Return a macro that is rendered once for each set of arguments, which must be plain values or frozen views.

    It is kept as long as the template that has it, which must be imported, not included: that makes it for each page.

    One for which it matters where the page stands says so by an argument `ROOT`, before which none has a name: that
    is put in afterwards, so that pages at any depth share what was made.
    """
    made = lru_cache(MOST)(macro)
    if ROOT not in macro.arguments:
        return made
    place = macro.arguments.index(ROOT)

    def rooted(*given: Any, **named: Any) -> str:
        text = made(*given[:place], MARK, *given[place + 1 :], **named)
        return Markup(str.replace(text, MARK, written(given[place])))

    return rooted


class _Code(CodeGenerator):
    """Writes for each template the Python that Jinja does, but for what costs most where pages are many."""

    environment: Environment

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro that is kept."""
        if getattr(macro_ref.node, "name", None) not in self.environment.keeps:
            super().macro_def(macro_ref, frame)
            return
        self.write("environment.kept(")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """What is shown: it need not be known as HTML any more, for it is joined to that."""
        self.write("environment.written(")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call: nothing that our templates call asks for the context, so nobody looks whether it does."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")


class _Template(jinja2.Template):
    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """What others import: it is the same for each of them, for templates have no globals of their own."""
        return super()._get_default_module()


class Environment(jinja2.Environment):
    """An environment that escapes all that is shown; `keeps` names the macros that are `kept`."""

    code_generator_class = _Code
    template_class = _Template
    written = staticmethod(written)
    """What is `written`, and `kept`, for the Python of a template: it has no other names of ours."""
    kept = staticmethod(kept)

    def __init__(self, keeps: frozenset[str], **options: Any) -> None:
        super().__init__(autoescape=True, **options)
        self.keeps = keeps
        self._asked: dict[tuple[object, str], jinja2.Template] = {}

    def get_template(
        self, name: str | jinja2.Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """Return a template, by its name as it stands: each page asks for all parts that it may show."""
        if not isinstance(name, str) or globals is not None:
            return super().get_template(name, parent, globals)
        key = (self.loader, name)
        if key not in self._asked:
            self._asked[key] = super().get_template(name, parent)
        return self._asked[key]

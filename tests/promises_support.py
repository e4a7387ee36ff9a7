"""Reads the sentences that a reader, a writer or a developer meets: of texts, templates, scripts and commands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from kennisbank import PROJECT

PLACES = (
    "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "ONLINE.md", "Makefile",
    "docs/index.md", "docs/over/*.md", "docs/meedoen/*.md",
    "docs/ruimte/*.md", "kennisbank/theme/**/*.html", "kennisbank/*/**/*.js", "kennisbank/templates/*.md",
    "kennisbank/parts/**/*.html", "kennisbank/pages/**/*.html",
    "kennisbank/templates/*.html", "kennisbank/templates/kijken/*.html",
    "kennisbank/templates/papieren/**/*.*", "kennisbank/contributing/forms.py",
    "kennisbank/pages/*/view.py", "kennisbank/pages/generated.py",
    "kennisbank/reading/withdrawal.py", "kennisbank/reading/promised.py",
    "kennisbank/reading/settings.py", "kennisbank/model/project.py", "kennisbank/building/whole.py",
    "kennisbank/outputs/moved.py",
    "kennisbank/cli/*.py", "scripts/*.py",
)  # fmt: skip
"""Where a sentence may promise something: all that is written by hand but the content itself (stories, werkvormen,
ruimtes, background, the words of the lists), which tells what the research found."""
NO_PLACE = (
    "docs/over/onderzoek.md",
    "kennisbank/parts/script/derden/*",
    "scripts/bench*.py",
    "scripts/screenshots.py",
    "scripts/drawings.py",
)
"""What the research did; scripts of others; what only measures or takes pictures."""
INLINE = r"</?(?:a|strong|em|span|code|small|b|button(?=[^>]*rb-(?:link|begrip)))\b[^>]*>"
END = re.compile(r"(?<=[.!?:;])\s+(?=[\"A-Z…(`“])")


def files() -> list[Path]:
    """Return the files in which sentences are looked for, in order."""
    found = {path for place in PLACES for path in PROJECT.glob(place) if path.is_file()}
    return sorted(path for path in found if not any(path.relative_to(PROJECT).match(other) for other in NO_PLACE))


def plain(text: str) -> str:
    """Return a text with its spaces as they are read."""
    return " ".join(text.split())


def _markdown(text: str) -> list[str]:
    text = re.sub(r"<!-- (\w+): made .*?<!-- /\1 -->", "", text, flags=re.DOTALL)  # what files say of themselves
    text = re.sub(r"<!--.*?-->|\{%.*?%\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", "…", text)
    front = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    said = ""
    if front:
        said = "\n\n".join(re.findall(r"(?m)^(?:title|samenvatting): *\"?(.*?)\"?$", front[1])) + "\n\n"
        text = text[front.end() :]
    text = re.sub(r"(?m)^ {4,}\S.*$|!\[[^\]]*\]\([^)]*\)", "", text)  # code, pictures
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\*\*|(?<![\w*])\*(?=\w)|(?<=[\w.])\*(?![\w*])|`", "", text)
    return re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.|\||#+) )|(?<= )\| ", said + text)


def _template(text: str) -> list[str]:
    text = re.sub(r"\{#.*?#\}|<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", "…", text, flags=re.DOTALL)
    return re.split(r"<[^>]*>", re.sub(INLINE, "", text))


def _script(text: str) -> list[str]:
    text = re.sub(r"(?m)^\s*(?://|\*|/\*).*$", "", text)
    found = re.findall(r"`((?:[^`\\]|\\.)*)`|\"((?:[^\"\\\n]|\\.)*)\"", text)
    return [re.sub(r"\$\{[^}]*\}", "…", one or other) for one, other in found]


def _python(text: str) -> Iterator[str]:
    """Yield the strings that a program shows: those of `"..."`, not what explains the program."""
    tree = ast.parse(text)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            silent |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def _makefile(text: str) -> list[str]:
    return re.findall(r"(?m)## (.*)$", text) + re.findall(r"(?m)echo \"(.*?)\"", text)


READERS = {".md": _markdown, ".html": _template, ".js": _script, ".py": _python, "": _makefile}


def sentences(path: Path) -> list[str]:
    """Return the sentences of a file, each once: without markup, with … where something is filled in."""
    text = path.read_text(encoding="utf-8")
    blocks = READERS.get(path.suffix, str.splitlines)(text)
    found = [part.strip(" -#|…") for block in blocks for part in END.split(plain(block))]
    return list(dict.fromkeys(re.sub(r"^(?:\d+\.|\[ \]) ", "", part) for part in found if " " in part))

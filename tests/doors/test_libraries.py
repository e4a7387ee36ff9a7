"""A script names the libraries that it needs before it imports anything that needs them."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from kennisbank import PROJECT

pytestmark = pytest.mark.apart  # it looks at what a script imports

LIBRARIES = {"jinja2", "markdown", "mkdocs", "PIL", "selectolax", "yaml"}
LIGHT = "addresses check links new papers previous staged withdraw".split()
"""The scripts that a Python of the machine can run when it has those libraries, and not all that a build needs."""


@pytest.mark.parametrize("script", LIGHT)
def test_a_script_starts_with_the_libraries_that_it_names(script: str) -> None:
    text = (PROJECT / "scripts" / f"{script}.py").read_text(encoding="utf-8")
    named = {name for names in re.findall(r"(?m)^ensure\((.*)\)$", text) for name in re.findall(r'"(\w+)"', names)}
    assert named and named <= LIBRARIES
    missing = sorted(LIBRARIES - named)
    code = f"import sys; sys.modules.update(dict.fromkeys({missing})); import scripts.{script}"
    result = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr

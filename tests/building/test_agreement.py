"""What the check lets through, the build lets through: texts made of all that a writer could put together."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.site_support import build, mini_root
from tests.support import VERHAAL, read, read_table

pytestmark = pytest.mark.apart

NUMBER = 2000
HEAD = VERHAAL.removesuffix("De kinderen gingen op pad.\n").replace("Het goede verhaal", '"Gemaakt {}"')
PIECES: dict[str, list[str]] = read_table(Path(__file__).with_name("pieces.yml"))


def made(chance: random.Random) -> str:
    """Return a text of pieces that mean something to some reader of Markdown, in any order."""
    text = "Zo begint het.\n\n"
    for _ in range(chance.randint(1, 5)):
        if chance.random() < 0.4:
            text += chance.choice(PIECES["blocks"])
        else:
            indent = " " * chance.choice([0, 0, 0, 0, 1, 2, 3, 4])
            words = " ".join(chance.choices(PIECES["words"], k=chance.randint(1, 3)))
            text += f"{indent}{chance.choice(PIECES['starts'])}{words}\n"
        text += chance.choice(["", "\n", "\n"])
    return text


def test_what_the_check_lets_through_is_built(tmp_path: Path) -> None:
    """Every text that the check accepts is on a site that is built and read back; enough of them are accepted."""
    root = mini_root(tmp_path)
    chance = random.Random(20261128)
    for number in range(NUMBER):
        (root / "stories" / f"gemaakt-{number}.md").write_text(HEAD.format(number) + made(chance), encoding="utf-8")
    problems = read(root).problems
    refused = {one.path for one in problems} | {place.path for one in problems for place in one.places}
    for path in refused - {"stories/weg.md"}:  # which many name, and that never was there
        assert path.startswith("stories/gemaakt-"), path
        (root / path).unlink()
    accepted = NUMBER - len(refused)
    assert NUMBER / 5 < accepted < NUMBER * 4 / 5, accepted
    result = build(root, tmp_path / "site")
    assert result.returncode == 0, (result.stdout + result.stderr)[-4000:]

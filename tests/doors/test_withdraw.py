"""Who has a story on paper can have it withdrawn by the short address that stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisbank.cli import withdraw
from kennisbank.model import codes, published
from kennisbank.reading import withdrawal
from tests.support import write

CODE = next(codes.candidates("verhalen/ander/"))


@pytest.mark.parametrize("said", [f"/k/{CODE}/", f"k/{CODE.upper()}", f"https://ruimte.example/k/{CODE}"])
@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("nieuw", f"/k/{CODE}/ /verhalen/ander/\n/verhalen/ander/ /verhalen/nieuw/\n/verhalen/nieuw/\n"),
        ("ander", ""),
    ],
)
def test_a_short_address_names_its_story(said: str, name: str, listed: str, tmp_path: Path) -> None:
    root = write(tmp_path, {f"stories/{name}.md": "geen kop\n", published.FILE: listed})
    assert withdraw.main([said, "--root", str(root)]) == 0
    assert not (root / "stories" / f"{name}.md").exists()
    assert name in withdrawal.read(root).lines


@pytest.mark.parametrize("said", ["k/bbbb", "/k/wgrm/"])
def test_one_of_nothing_or_of_another_kind_is_refused(
    said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path, {published.FILE: "/k/wgrm/ /werkvormen/praten/\n/werkvormen/praten/\n"})
    with pytest.raises(SystemExit):
        withdraw.main([said, "--root", str(root)])
    assert "is geen adres van een verhaal" in capsys.readouterr().err
    assert (root / "stories" / "goed.md").exists()

"""A newcomer gives every story another file beside its page: a module that makes it, and a line in a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.newcomer.copy_support import Task, copied, replaced, ruimte, site, text

pytestmark = pytest.mark.apart  # slow, and no setting or text of the project makes a difference

MODULE = '''\
"""A story in a few words: for who wants to name it elsewhere."""

from __future__ import annotations

from kennisbank.model.records import Record, Verhaal
from kennisbank.pages.site import Site


def made(site: Site, record: Record) -> str | None:
    """Return the title and the place of a story; nothing for another text."""
    return f"{record.title}, {record.plaats}\\n" if isinstance(record, Verhaal) else None
'''
LINE = "    Output(urls.GEGEVENS, gegevens.made, gegevens.moved, gegevens.inputs),\n"
"""The line of the table behind which the new one comes."""
STORY = "vitrinekastjes-van-ezinge"


def test_another_file_beside_every_story_is_a_module_and_a_line(tmp_path: Path) -> None:
    root = copied(tmp_path)
    task = Task(root)
    (root / "kennisbank" / "outputs" / "kort.py").write_text(MODULE, encoding="utf-8")
    table = root / "kennisbank" / "outputs" / "per_text.py"
    replaced(table, LINE, f'{LINE}    Output("kort.txt", kort.made),\n')
    modules = "from kennisbank.outputs import bronnen, drawn, gegevens"
    replaced(table, f"{modules}\n", f"{modules}, kort\n")
    touched = task.touched()
    assert (touched.new, touched.changed) == (["kennisbank/outputs/kort.py"], ["kennisbank/outputs/per_text.py"])
    assert touched.gone == []

    made = site(root)
    assert text(made / "verhalen" / STORY / "kort.txt") == "De vitrinekastjes van Ezinge, Ezinge\n"
    stories = sorted(path.stem for path in (root / "stories").glob("*.md") if path.stem != "README")
    assert sorted(file.parent.name for file in made.rglob("kort.txt")) == stories

    ruimte(root, "withdraw", STORY)
    again = site(root)
    assert sorted(file.parent.name for file in again.rglob("kort.txt")) == [slug for slug in stories if slug != STORY]

"""What others made and the site ships: named with version, licence and hash, and unchanged."""

from __future__ import annotations

import hashlib
import re

from kennisbank import PROJECT

FONTS = PROJECT / "kennisbank" / "theme" / "assets" / "fonts"
SCRIPTS = PROJECT / "kennisbank" / "parts" / "script" / "derden"
WORDS = PROJECT / "kennisbank" / "finding" / "nederlands"
ROW = re.compile(
    r"^\| `([\w.-]+\.woff2)` \| .+ \| .+ \d+\.\d+\.\d+ \| \[OFL-1\.1\]\(([\w.-]+)\) \| `([0-9a-f]{64})` \|$",
    re.MULTILINE,
)
SCRIPT_ROW = re.compile(
    r"^\| `([\w.-]+\.js)` \| .+ \| [\w-]+ \d+\.\d+\.\d+ \| \[MIT\]\(([\w.-]+)\) \| `([0-9a-f]{64})` \|$", re.MULTILINE
)

WORDS_ROW = re.compile(r"^\| `([\w.-]+\.txt)` \| \[CC BY-SA 4\.0\]\(\S+\) \| `([0-9a-f]{64})` \|$", re.MULTILINE)
LICENCES = {"opentaal-LICENSE.txt": "Copyright (c) 2020, OpenTaal", "wordfreq-LICENSE.txt": "SUBTLEX-NL, created by"}
"""Of each list that the words were made of: its licence, and whom that wants named."""


def test_every_font_is_named_and_unchanged() -> None:
    rows = ROW.findall((FONTS / "README.md").read_text(encoding="utf-8"))
    assert sorted(name for name, _, _ in rows) == sorted(file.name for file in FONTS.glob("*.woff2"))
    for name, licence, digest in rows:
        assert hashlib.sha256((FONTS / name).read_bytes()).hexdigest() == digest, name
        assert "SIL Open Font License" in (FONTS / licence).read_text(encoding="utf-8")


def test_the_style_sheet_names_every_font() -> None:
    css = (FONTS.parent / "css" / "letters.css").read_text(encoding="utf-8")
    assert sorted(re.findall(r'url\("\.\./fonts/([\w.-]+)"\)', css)) == sorted(f.name for f in FONTS.glob("*.woff2"))


def test_every_script_of_others_is_named_and_unchanged() -> None:
    rows = SCRIPT_ROW.findall((SCRIPTS / "README.md").read_text(encoding="utf-8"))
    assert sorted(name for name, _, _ in rows) == sorted(file.name for file in SCRIPTS.rglob("*.js"))
    for name, licence, digest in rows:
        assert hashlib.sha256((SCRIPTS / name).read_bytes()).hexdigest() == digest, name
        terms = (SCRIPTS / licence).read_text(encoding="utf-8").removeprefix("MIT License\n\n")
        assert terms.startswith("Copyright (c) ")
        assert "\nPermission is hereby granted, free of charge, to any person" in terms


def test_the_list_of_words_is_named_and_unchanged() -> None:
    readme = (WORDS / "README.md").read_text(encoding="utf-8")
    rows = dict(WORDS_ROW.findall(readme))
    assert {*rows, *LICENCES} == {file.name for file in WORDS.glob("*.txt")}
    assert rows == {name: hashlib.sha256((WORDS / name).read_bytes()).hexdigest() for name in rows}
    for licence, named in LICENCES.items():
        assert f"]({licence})" in readme
        assert named in (WORDS / licence).read_text(encoding="utf-8")

"""The files for GitHub: how to write a text, and the forms of issues and proposals, made from the fields and the lists.

They are kept in the repository, since GitHub reads them there; the check says so when one is no longer what would be
made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

from kennisbank import PROJECT
from kennisbank.contributing import wording
from kennisbank.contributing.wording import TEXTS, Text
from kennisbank.model import kinds, urls
from kennisbank.model.fields import specs
from kennisbank.model.vocabulary import Vocabulary
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import frontmatter as fm
from kennisbank.reading import settings
from kennisbank.reading.settings import Home

PAPERS = (
    *(f"{kind.folder}/README.md" for kind in kinds.KINDS if kind.paper),
    ".github/CODEOWNERS",
    ".github/pull_request_template.md",
    ".github/ISSUE_TEMPLATE/config.yml",
    ".github/ISSUE_TEMPLATE/fout-melden.yml",
    ".github/ISSUE_TEMPLATE/verhaal-aandragen.yml",
    ".github/ISSUE_TEMPLATE/verhaal-terugtrekken.yml",
    ".github/ISSUE_TEMPLATE/waarde-voorstellen.yml",
)
FOLDER = "kennisbank/templates"


def template(path: str) -> str:
    """Return the name of the template of a file, below `FOLDER`."""
    return f"papieren/{path.removeprefix('.')}"


kinds.required(
    "paper",
    f"{FOLDER}/papieren",
    {file.relative_to(PROJECT / FOLDER / "papieren").as_posix() for file in (PROJECT / FOLDER).rglob("README.md")},
    of=lambda kind: kind.paper,
    by=lambda kind: f"{kind.folder}/README.md",
)


def papers(vocabularies: Mapping[str, Vocabulary], home: Home) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file; the same lists and addresses give the same bytes.

    `vocabularies` are all closed lists, the ruimtes too.
    """
    shown = {
        "site": home.site,
        "bewaarplaats": home.forge.adres,
        "eigenaar": home.forge.owner,
        "adres": {name: home.site + address for name, address in _addresses().items()},
        "teksten": {text.name: _text(text, vocabularies) for text in TEXTS.values()},
        "mappen": sorted(kinds.FOLDERS),
        "lijsten": vocabularies,
        "gebruikt": sorted(
            {vocabularies[spec.vocabulary].plural for text in TEXTS.values() for spec in specs(text.record).values()
             if spec.vocabulary}
        ),
    }  # fmt: skip
    from kennisbank.parts.rendering import plain

    for path in PAPERS:
        yield path, plain.get_template(template(path)).render(shown)


def _addresses() -> dict[str, str]:
    return {
        "meedoen": urls.MEEDOEN,
        "schrijven": urls.SCHRIJVEN["verhaal"],
        **{f"{name}_schrijven": address for name, address in urls.SCHRIJVEN.items()},
        "velden": urls.VELDEN,
        "waarden": urls.WAARDEN,
        "foutmeldingen": urls.FOUTMELDINGEN,
        "privacy": urls.page("over/privacy.md"),
        "verhalen": urls.VERHALEN,
    }


def _text(text: Text, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """Return what the papers say of one kind of text: its fields, its sections, and the fields of an example."""
    fields = specs(text.record)
    rows = [
        {
            "naam": name,
            "label": spec.label,
            "uitleg": spec.help,
            "verplicht": spec.required,
            "vorm": " ".join(filter(None, (wording.form(spec), wording.source(spec, vocabularies)))),
            "grenzen": wording.limits(spec),
        }
        for name, spec in fields.items()
    ]
    example = [
        wording.written(name, spec)
        for name, spec in fields.items()
        if spec.required or name == "toestemming_kenmerk"  # required as soon as there is consent
    ]
    return {"velden": rows, "opbouw": text.outline, "voorbeeld": "\n".join(example)}


def drift(root: Path, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Problem]:
    """Yield a problem for every file below `root` that is not what would be made, at the first line that differs."""
    try:
        home = settings.of(root)
    except fm.Refused as refused:
        yield refused.problem
        return
    for path, text in papers(vocabularies, home):
        source = quote(f"{FOLDER}/{template(path)}", 200)
        try:
            there = (root / path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            yield problem("gemaakt-verouderd", path, f"Dit bestand ontbreekt. Het wordt gemaakt van {source}.")
            continue
        if there != text:
            lines = zip_longest(there.split("\n"), text.split("\n"))
            line = next(number for number, (old, new) in enumerate(lines, 1) if old != new)
            message = f"Deze regel is niet meer wat er van {source} gemaakt wordt. Een andere tekst schrijf je daar."
            yield problem("gemaakt-verouderd", path, message, line=line)

"""What the tests share: a small valid root, laid out on disk, and the cases of the golden files."""

from __future__ import annotations

import functools
import io
import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

import kennisbank
from kennisbank.model import addresses, urls
from kennisbank.model.knowledge import KnowledgeBase
from kennisbank.model.records import Origin, Praktijkvoorbeeld, Verhaal, Werkvorm
from kennisbank.model.vocabulary import Term, Vocabulary
from kennisbank.parts.atlas import Outline
from kennisbank.reading import landkaart, settings, wordlists
from kennisbank.reading.loader import Loaded, load

BEELDEN = """\
beelden:
  - bestand: kastje.jpg
    alt: "Een houten kastje met drie voorwerpen achter glas."
    maker: "Voorbeeldmuseum"
    licentie: cc-by
    toestemming: ja
"""
"""The field of a text with one picture."""

YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads YAML ten times as fast, where PyYAML has it: every process of a run reads every table of the tests."""


def read_table(file: Path) -> Any:
    """Return what a file of YAML says."""
    return yaml.load(file.read_text(encoding="utf-8"), YAML)


CHECKLIST: dict[str, list[list[str]]] = read_table(Path(__file__).parent / "checklist.yml")
"""What the source report lists, by kind: its name, the address of its page, and words of that page."""
OF_THE_REPORT = frozenset(
    address.split("/")[1]
    for kind in CHECKLIST
    for _, address, _ in CHECKLIST[kind]
    if address.startswith(("verhalen/", "werkvormen/"))
)
"""The slugs of the stories and the werkvormen that come from it: others need only what the check asks."""

TODAY = date(2026, 11, 30)
"""The day on which every test takes place."""

GOED = "stories/goed.md"

RUIMTES = "drijfveer kind toekomst kunsten plek dynamiek experiment twijfel lege-ruimte".split()

VERHAAL = """\
---
title: Het goede verhaal
samenvatting: "Een school en een museum kijken samen naar de plek waar kinderen wonen."
ruimtes: [plek, kind]
regio: noord-groningen
plaats: Ezinge
schooltype: [po]
partnertype: [museum]
datum: 2026-11-01
toestemming: ja
toestemming_kenmerk: "archief 2026-12"
bron: "eigen verhaal"
speelde: 2018-2021
---

De kinderen gingen op pad.
"""
"""A story without problems; its front matter is on the lines 2 to 13 and its text on line 16."""

WERKVORM = """\
---
title: De wandeling
samenvatting: "Loop samen door het dorp en vertel elkaar wat je onderweg ziet en hoort."
functie: orientatie
ruimtes: [alle]
duur: "30-45"
groep: "2-10"
bron: "eigen werkvorm"
---

1. Ga samen op pad.
"""
"""A werkvorm without problems."""


VOORBEELD = """\
---
title: Oefenen met een kunstenaar
samenvatting: "Een kunstenaar oefent met leraren, die daarna zelf lesgeven aan hun groep."
ruimtes: [plek]
datum: 2026-11-01
bron: voorbeeld
---

Leraren van een school oefenden eerst samen met een kunstenaar, en gaven daarna zelf les. \
Eerst keken ze toe, toen deden ze mee, en na een half jaar ging het zonder hulp van buiten.
"""
"""An anonymous praktijkvoorbeeld without problems, of 33 words; its text is on line 9."""
TEXTS = {"verhaal": VERHAAL, "voorbeeld": VOORBEELD}
"""What `like` can be the same as, by the name that `of` gives it."""


def changed(changes: Mapping[str, str], text: str = VERHAAL) -> str:
    """Return a text in which each key of `changes`, which must stand in it exactly once, is replaced by its value."""
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the text"
        text = text.replace(old, new)
    return text


RUNS = changed(
    {
        "bron:": "hoogstens: 10\nvorm: plenair\nenergie: gewoon\nbron:",
        "1. Ga samen op pad.\n": "## Stappen\n\n1. **Ga op pad (45 minuten; kort 30).** Vertel wat je ziet.\n",
    },
    WERKVORM,
)
"""A werkvorm that says all that a host needs: one that does not is told of in every check."""
WERKVORMEN = {f"werkvormen/{slug}.md": RUNS for slug in ("kinderdialoog", "tijdlijn")}
"""Werkvormen that other texts can name: the project has them too."""


def write(root: Path, files: Mapping[str, Any], *, borrowed: bool = False) -> Path:
    """Lay files over a root: the valid story first, then each path with what it holds; returns the root.

    It has a few werkvormen of its own unless files bring others, or those of the project are `borrowed`: to read these
    each time takes long. A file holds a text, bytes, or a mapping with one of: `hex` (bytes), `like` (the valid story
    with changes, or another of `TEXTS` that `of` names), `size` (so many letters), `picture` (a small picture of this
    width and height, in the format of its name), `link` (a symbolic link to this target), `fifo` (a pipe); `encoding`
    and `newline` say how the valid story is saved.
    None leaves the valid story out.
    """
    own = {} if borrowed or any(path.split("/")[0] == "werkvormen" for path in files) else WERKVORMEN
    for path, content in {GOED: VERHAAL, **own, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            continue
        if isinstance(content, str | bytes):
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        elif "link" in content:
            file.symlink_to(content["link"])
        elif "fifo" in content:
            os.mkfifo(file)
        elif "picture" in content:
            file.write_bytes(picture(file.name, *content["picture"]))
        else:
            file.write_bytes(_bytes(content))
    return root


def picture(name: str, width: int = 40, height: int = 30, **options: Any) -> bytes:
    """Return a picture whose colours run from corner to corner, in the format of its name; `options` are Pillow's."""
    across, down = Image.linear_gradient("L").rotate(90), Image.linear_gradient("L")
    image = Image.merge("RGB", (across, down, Image.radial_gradient("L"))).resize((width, height))
    written = io.BytesIO()
    image.save(written, Image.registered_extensions()[Path(name).suffix.lower()], **options)
    return written.getvalue()


def _bytes(content: Mapping[str, Any]) -> bytes:
    if "hex" in content:
        return bytes.fromhex(content["hex"])
    if "size" in content:
        return b"a" * int(content["size"])
    text = changed(content.get("like", {}), TEXTS[content.get("of", "verhaal")])
    return text.replace("\n", content.get("newline", "\n")).encode(content.get("encoding", "utf-8"))


def read(root: Path, **options: Any) -> Loaded:
    """Load a root on the day of the tests; a mistake of ours that the check would take for one file is raised."""
    loaded = load(root, today=TODAY, **options)
    assert [found for found in loaded.problems if found.code == "bestand-vast"] == []
    return loaded


@functools.cache
def project() -> Loaded:
    """Return what this repository holds: read once in a process, for nothing changes it."""
    return load(kennisbank.PROJECT)


def content() -> KnowledgeBase:
    """Return the content of this repository, which must be without problems."""
    knowledge = project().knowledge
    assert knowledge is not None, "The content has problems: make check"
    return knowledge


def withdrawn_texts(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Return the addresses of the texts that were withdrawn, without their short ones."""
    return tuple(address for address in knowledge.withdrawn if not urls.code(address))


def golden(folder: Path) -> dict[str, dict[str, Any]]:
    """Return every case of the golden files by `<group>: <name>`."""
    cases: dict[str, dict[str, Any]] = {}
    for file in sorted(folder.glob("*.yml")):
        for case in read_table(file):
            cases[f"{file.stem}: {case['name']}"] = case
    return cases


def verhaal(slug: str, **fields: Any) -> Verhaal:
    """Return a story in memory; what is not given is as in the valid story."""
    origin = Origin(
        path=f"stories/{slug}.md",
        slug=slug,
        file=Path(f"{slug}.md"),
        body="Tekst.\n",
        body_line=1,
        positions=defaultdict(lambda: (1, 1)),
    )
    given: dict[str, Any] = {
        "title": slug.capitalize(),
        "samenvatting": "Een school en een museum kijken samen naar de plek.",
        "ruimtes": ("plek",),
        "regio": "noord-groningen",
        "plaats": "Ezinge",
        "schooltype": ("po",),
        "partnertype": ("museum",),
        "datum": date(2026, 11, 1),
        "toestemming": True,
        "bron": "eigen verhaal",
    }
    return Verhaal(origin=origin, **{**given, **fields})


def voorbeeld(slug: str, body: str = "Een tekst.", **fields: Any) -> Praktijkvoorbeeld:
    """Return an anonymous praktijkvoorbeeld in memory."""
    origin = Origin(
        path=f"stories/kort/{slug}.md", slug=slug, file=Path(f"{slug}.md"), body=body, body_line=9,
        positions=defaultdict(lambda: (1, 1)),
    )  # fmt: skip
    given: dict[str, Any] = {
        "title": slug.capitalize(),
        "samenvatting": "Een kunstenaar oefent met leraren, die daarna zelf lesgeven.",
        "ruimtes": ("plek",),
        "datum": date(2026, 11, 1),
        "bron": "voorbeeld",
    }
    return Praktijkvoorbeeld(origin=origin, **{**given, **fields})


PROJECT = settings.read()
"""What is of this site."""


@functools.cache
def vocabularies() -> dict[str, Vocabulary]:
    """Return the closed lists, with the ruimtes of this project."""
    ruimtes = tuple(Term(slug, slug.capitalize()) for slug in RUIMTES)
    return {**lists(), "ruimte": Vocabulary("ruimte", "Ruimte", "Ruimtes", "Uitleg.", ruimtes)}


def lists() -> dict[str, Vocabulary]:
    """Return the closed lists of this project."""
    return wordlists.load()[0]


def own_lists(root: Path, *of_tool: str) -> Path:
    """Give a root the lists of this project as its own, and those of the tool that are named; returns the folder.

    What they name among the texts is left out.
    """
    folder = root / wordlists.OWN_FOLDER
    folder.mkdir(parents=True)
    files = [wordlists.FOLDER / f"{name}.yml" for name in of_tool]
    for file in (*(kennisbank.PROJECT / wordlists.OWN_FOLDER).iterdir(), *files):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.lstrip().startswith(("zie:", "pagina:", "werkvormen:"))]
        (folder / file.name).write_text("".join(kept), encoding="utf-8")
    return folder


@functools.cache
def outlines() -> dict[str, Outline]:
    """Return the outlines of the provinces of this project."""
    return landkaart.read(kennisbank.PROJECT, PROJECT, vocabularies()["provincie"])[0]


def knowledge(
    *verhalen: Verhaal, werkvormen: Sequence[Werkvorm] = (), voorbeelden: Sequence[Praktijkvoorbeeld] = ()
) -> KnowledgeBase:
    """Return a knowledge base of stories in memory, in the order of the loader and with its former addresses."""
    return KnowledgeBase(
        verhalen=tuple(sorted(verhalen, key=lambda v: (-v.datum.toordinal(), v.origin.slug))),
        werkvormen=tuple(werkvormen),
        ruimtes=(),
        paginas=(),
        bundels=(),
        others=tuple(voorbeelden),
        vocabularies=vocabularies(),
        project=PROJECT,
        outlines=outlines(),
        moved=addresses.former([*verhalen, *werkvormen, *voorbeelden], vocabularies()),
    )

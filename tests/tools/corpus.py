"""Write a corpus of synthetic stories, to measure with: the same number and seed give the same bytes.

    corpus.py NUMBER FOLDER [--seed SEED]

FOLDER/stories gets verhaal-00001.md and so on, about 400 words each. As with real stories a few values are
very common and the rest are rare. Places are those of `lijsten/`. Story 7 is the same in a small and in a large corpus.
"""

from __future__ import annotations

import argparse
import random
import textwrap
from datetime import date
from functools import cache
from pathlib import Path

import frontmatter

from kennisbank.reading import wordlists

# The most common value first: the n-th is drawn 1/n times as often.
SKEWED = {
    "ruimtes": (4, "drijfveer kind toekomst kunsten twijfel experiment dynamiek plek lege-ruimte"),
    "schooltype": (2, "po vo so vso sbo isk mbo ikc"),
    "partnertype": (
        2,
        (
            "kunstencentrum museum bibliotheek theatergezelschap zelfstandig-kunstenaar muziekschool cultuurcoach "
            "gemeente literaire-instelling erfgoedinstelling kinderopvang"
        ),
    ),
    "disciplines": (3, "muziek beeldend theater dans erfgoed literatuur film filosofie"),
}
"""For each facet how many values a story has at most, and which there are."""

TOWNS = 4
"""Places of a region that stories come from, at most."""

WORDS = (
    "de het een en met naar over school klas leerlingen docent museum atelier verhaal dorp straat podium gang tuin "
    "samen maken kijken luisteren proberen vragen tekenen zingen spelen schrijven bouwen wandelen oefenen tonen "
    "week jaar begin einde idee gesprek antwoord kleur vorm klank ritme stilte beeld woord plek wierde kerk haven "
    "trots moeite twijfel plezier verwondering vertrouwen ontdekken onderzoeken veranderen afspreken tentoonstelling "
    "voorstelling leerlijn werkplaats zichtbaar kunstenaar bibliotheek"
).split()

HEADINGS = ("Zo begon het", "Dit gebeurde er", "Dit bleef over")
PARTNERS = 400
"""How many different partners there are: many stories share one."""


LINE = 1000
"""A field stays on one line, as people write it."""


@cache
def places() -> list[tuple[str, list[str]]]:
    """Return the regions of this project, each with its first places."""
    lists, _ = wordlists.load()
    towns = [(term.extra["regio"], term.label) for term in lists["plaats"].terms]
    return [(slug, [town for regio, town in towns if regio == slug][:TOWNS]) for slug in lists["regio"].by_slug]


def sentence(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(7, 18))).capitalize() + "."


def paragraph(rng: random.Random) -> str:
    return " ".join(sentence(rng) for _ in range(rng.randint(4, 6)))


def values(rng: random.Random, most: int, choices: list[str]) -> list[str]:
    """Return a list of 1 to `most` different values; those drawn twice count once."""
    weights = [1 / place for place in range(1, len(choices) + 1)]
    drawn = rng.choices(choices, weights, k=rng.randint(1, most))
    return list(dict.fromkeys(drawn))


def story(number: int, seed: int) -> str:
    """Return the text of one story; it depends on its number and the seed only."""
    rng = random.Random(f"{seed}/{number}")
    regio, towns = rng.choice(places())
    fields = {
        "title": f"{' '.join(rng.choices(WORDS, k=4)).capitalize()} ({number})",
        "samenvatting": textwrap.shorten(f"{sentence(rng)} {sentence(rng)}", 290, placeholder="."),
        "regio": regio,
        "plaats": rng.choice(towns),
        **{name: values(rng, most, choices.split()) for name, (most, choices) in SKEWED.items()},
        "scholen": [f"School {number}"],
        "partners": [f"Partner {number % PARTNERS}"],
        "datum": date(rng.randint(2017, 2025), rng.randint(1, 12), rng.randint(1, 28)),
        "speelde": "2014-2017",
        "toestemming": "ja",
        "toestemming_kenmerk": f"proef {number}",
        "bron": "proefcorpus",
    }
    parts = []
    for heading in HEADINGS:
        parts += [f"## {heading}", paragraph(rng)]
        if heading == HEADINGS[0]:
            parts.append("\n".join(f"- {sentence(rng)}" for _ in range(3)))
        parts.append(paragraph(rng))
    post = frontmatter.Post("\n\n".join(parts))
    post.metadata.update(fields)
    return frontmatter.dumps(post, sort_keys=False, width=LINE) + "\n"


def write(number: int, folder: Path, seed: int = 1) -> None:
    """Write stories 1 to `number` below `folder`/stories."""
    stories = folder / "stories"
    stories.mkdir(parents=True, exist_ok=True)
    for each in range(1, number + 1):
        (stories / f"verhaal-{each:05}.md").write_text(story(each, seed), encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write(arguments.number, arguments.folder, arguments.seed)

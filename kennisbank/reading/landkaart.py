"""What the map is drawn of: the outline of each province, as a file; and whether every place of the list lies on it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from kennisbank.model.project import FILE, Project
from kennisbank.model.vocabulary import Vocabulary, nearest
from kennisbank.parts import atlas
from kennisbank.parts.atlas import Outline, Point
from kennisbank.problems.problem import Problem, problem, quote
from kennisbank.reading import frontmatter as fm
from kennisbank.reading import settings, wordlists
from kennisbank.reading.wordlists import NUMBER, OWN_FOLDER

FEWEST = 3
"""Points of an outline: with fewer there is nothing within it."""
EDGES = {"lengte": 180, "breedte": 90}
"""How far a point can be from zero, in degrees."""
EXAMPLE = "Schrijf elk punt zo: - [6.186, 53.409], eerst de lengte en dan de breedte."


def place(project: Project) -> str:
    """Return the path of the file with the outlines."""
    return f"{OWN_FOLDER}/{project.map}"


def read(
    root: Path, project: Project, provinces: Vocabulary, without: Container[str] = ()
) -> tuple[dict[str, Outline], list[Problem]]:
    """Return the outline of each province by its slug, in the order of the file, and all that is wrong.

    The file is not read when its path is in `without`.
    """
    path = place(project)
    file = wordlists.home(root) / path
    if path in without:
        return {}, []
    if not file.exists() and not file.is_symlink():
        message = f"Het bestand met de omtrek van de provincies, {quote(path)}, is er niet."
        hint = f"Zet het in de map {OWN_FOLDER}, of verbeter de naam bij kaart in {FILE}."
        where = settings.position(settings.home(root), "kaart")
        return {}, [problem("lijst-ontbreekt", FILE, message, field="kaart", hint=hint, **where)]
    problems: list[Problem] = []
    try:
        node = wordlists.parsed(file, path, problems)
        outlines = dict(_outlines(node, path, provinces, problems))
        edges = atlas.frame(outlines)
        if edges.west == edges.east or edges.south == edges.north:
            raise fm.Refused(problem("waarde-soort", path, "Binnen deze omtrek is geen plaats.", hint=EXAMPLE))
        return outlines, problems
    except fm.Refused as refused:
        return {}, [*problems, refused.problem]


def _outlines(
    node: fm.Node, path: str, provinces: Vocabulary, problems: list[Problem]
) -> Iterator[tuple[str, Outline]]:
    """Yield each province with its outline; what is wrong goes into `problems`. Raises `fm.Refused`."""
    if not isinstance(node, fm.Mapping):
        raise fm.Refused(problem("kop-lijst", path, "Hier horen provincies te staan, elk met punten.", hint=EXAMPLE))
    for name, (key, points) in node.entries.items():
        if name not in provinces.by_slug:
            guess = nearest(name, tuple(provinces.by_slug))
            meant = f" Bedoelde je {quote(guess)}?" if guess else ""
            message = f"De provincie {quote(name)} bestaat niet.{meant}"
            hint = f"Kies uit: {', '.join(provinces.by_slug)}."
            problems.append(
                problem("waarde-onbekend", path, message, line=key.line, column=key.column, field=name, hint=hint)
            )
            continue
        try:
            yield name, _outline(name, points, path)
        except fm.Refused as refused:
            problems.append(refused.problem)
    for slug in provinces.by_slug:
        if slug not in node.entries:
            message = f"De omtrek van {quote(slug)} ontbreekt."
            problems.append(problem("veld-ontbreekt", path, message, field=slug, hint=EXAMPLE))


def _outline(name: str, node: fm.Node, path: str) -> Outline:
    if not isinstance(node, fm.Sequence) or len(node.items) < FEWEST:
        message = f"Een omtrek heeft minstens {FEWEST} punten."
        raise fm.Refused(
            problem("waarde-soort", path, message, line=node.line, column=node.column, field=name, hint=EXAMPLE)
        )
    return tuple(_point(name, point, path) for point in node.items)


def _point(name: str, node: fm.Node, path: str) -> Point:
    parts = node.items if isinstance(node, fm.Sequence) else ()
    texts = [part.text for part in parts if isinstance(part, fm.Scalar)]
    if len(texts) == len(parts) == 2 and all(map(NUMBER.fullmatch, texts)):
        lon, lat = map(float, texts)
        if abs(lon) <= EDGES["lengte"] and abs(lat) <= EDGES["breedte"]:
            return lon, lat
    message = "Dit is geen punt van een lengte en een breedte in graden."
    raise fm.Refused(
        problem("waarde-soort", path, message, line=node.line, column=node.column, field=name, hint=EXAMPLE)
    )


def beyond(places: Vocabulary, outlines: Mapping[str, Outline], path: str) -> Iterator[Problem]:
    """Yield the places that do not lie on the map of these outlines, which stand in the file `path`."""
    edges = atlas.frame(outlines)
    for term in places.terms:
        lon, lat = (float(term.extra[name]) for name in ("lengte", "breedte"))
        if not edges.holds(lon, lat):
            message = (
                f"{term.label} ligt op lengte {lon:g} en breedte {lat:g}, en dat is buiten de kaart: die loopt van"
                f" lengte {edges.west:g} tot {edges.east:g} en van breedte {edges.south:g} tot {edges.north:g}."
            )
            hint = f"Verbeter de getallen, of maak de omtrek in {path} groter."
            line = places.lines.get(term.slug, 1)
            yield problem("plaats-kaart", places.path, message, line=line, field=term.slug, hint=hint)

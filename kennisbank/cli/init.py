"""Begin a site for another region: ask a few questions, and write a small site that works into a folder of its own."""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from kennisbank.cli.parser import Parser
from kennisbank.contributing import begin
from kennisbank.contributing.begin import Answers, Question, Wrong
from kennisbank.problems import failure
from kennisbank.problems.problem import quote
from kennisbank.problems.report import as_text
from kennisbank.reading import values
from kennisbank.reading.loader import load

ABOUT = "Begin een eigen site, bijvoorbeeld voor een andere provincie: vijf vragen, en hij staat er."
BUSY = "in de map {} staat al iets; kies een lege map of een nieuwe naam"


def main(given: Sequence[str] | None = None, prog: str | None = None) -> int:
    parser = Parser(prog=prog, description=ABOUT, rooted=False)
    parser.add_argument("map", type=Path, metavar="MAP", help="de map voor de site: een nieuwe, of een lege")
    for question in begin.QUESTIONS:
        standard = question.standard or "nog niet bekend"
        parser.add_argument(
            f"--{question.key}", metavar="TEKST", help=f"{question.text} (standaard: {standard})".replace("%", "%%")
        )
    parser.add_argument(
        "--niet-vragen", action="store_true", help="stel geen vragen: neem wat je niet opgeeft zoals het standaard is"
    )
    arguments = parser.parse_args(given)
    folder: Path = arguments.map.absolute()
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        parser.error(f"{arguments.map} is geen gewone map")
    if folder.is_dir() and any(folder.iterdir()):
        parser.error(BUSY.format(arguments.map))
    chosen = {question.field: getattr(arguments, question.key) for question in begin.QUESTIONS}
    try:
        answers = _answers(chosen, ask=not arguments.niet_vragen, parser=parser)
        return _write(folder, arguments.map, answers)
    except KeyboardInterrupt:
        print("\nAfgebroken. Er is niets gemaakt.")
    except FileExistsError:
        parser.error(BUSY.format(arguments.map))
    except OSError as error:
        print(f"De site maken lukte niet: {failure.reason(error)} ({error.filename}). Er is niets gemaakt.")
    return 1


def _answers(chosen: dict[str, str | None], *, ask: bool, parser: Parser) -> Answers:
    """Return an answer to each question: what was given with the command, what is typed, or what is standard."""
    found = {}
    asked = False
    for question in begin.QUESTIONS:
        answer = chosen[question.field]
        if answer is not None:
            try:
                found[question.field] = question.read(answer)
            except Wrong as wrong:
                parser.error(f"--{question.key}: {wrong}")
        elif not ask:
            found[question.field] = question.read(question.standard)
        else:
            if not asked:
                print("Druk op Enter om over te nemen wat tussen [ ] staat. Alles is later te veranderen.\n")
                asked = True
            found[question.field] = _asked(question, parser)
    return Answers(**found)  # type: ignore[arg-type]


def _asked(question: Question, parser: Parser) -> object:
    """Ask until the answer can be used. Of what is not typed but read, an answer must be right at once."""
    more = f" ({question.more})" if question.more else ""
    while True:
        try:
            answer = input(f"{question.text}{more} [{question.standard or 'weet ik nog niet'}] ").strip()
        except EOFError:
            print()
            answer = ""
        try:
            return question.read(answer or question.standard)
        except Wrong as wrong:
            if not sys.stdin.isatty():
                parser.error(str(wrong))
            print(f"  {wrong}")


def _write(folder: Path, called: Path, answers: Answers) -> int:
    """Write the site, judge it, and only then put it in its place. Returns the exit status; raises `OSError`."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        made = Path(beside, "site")
        for path, text in begin.made(answers, values.today()).items():
            file = made / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        loaded = load(made)
        if loaded.problems:
            print(as_text(loaded.problems), end="")
            print("Met deze antwoorden is geen goede site te maken. Er is niets gemaakt.")
            return 1
        with _whole(folder):
            for entry in sorted(made.iterdir()):
                shutil.move(entry, folder / entry.name)
    print(f"\nDe site {quote(answers.name)} staat in {called}. Zo ga je verder:\n")
    print(f"1. cd {called}")
    print("2. ruimte serve    (dan is de site te zien op http://127.0.0.1:8000)")
    print("3. Lees README.md: daar staan de drie eerste stappen.")
    return 0


@contextlib.contextmanager
def _whole(folder: Path) -> Iterator[None]:
    """Make a folder, or take an empty one, and leave it as it was found when it does not get all that it should."""
    there = folder.is_dir()
    if there and any(folder.iterdir()):  # since the first look
        raise FileExistsError
    folder.mkdir(exist_ok=True)
    try:
        yield
    except BaseException:
        for entry in folder.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        if not there:
            folder.rmdir()
        raise

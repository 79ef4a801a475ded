"""Two spreadsheets on disk and one run of `kruispunt match` over them, as a coordinator does it."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path

from kruispunt.exchange.match_command import main

TODAY = "2026-11-21"
QUESTION = {"id": "q1", "soort": "WANDELEN", "klasse": "licht", "x": "155000", "y": "463000"}
VOLUNTEER = {"id": "v1", "soorten": "WANDELEN", "x": "155500", "y": "463000"}


def sheet(*rows: dict[str, str], separator: str = ",", line_end: str = "\n") -> str:
    """Write rows as a spreadsheet saves them; the columns are those of all rows together."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, delimiter=separator, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def question(**cells: str) -> dict[str, str]:
    """A row of vragen.csv that is right, but for what is said here."""
    return QUESTION | cells


def volunteer(**cells: str) -> dict[str, str]:
    """A row of vrijwilligers.csv that is right, but for what is said here."""
    return VOLUNTEER | cells


@dataclass
class Run:
    """What a run left behind: its exit code, its words, and its files."""

    code: int
    words: list[str]
    """What was said on stderr, line by line."""
    said: str
    folder: Path

    @property
    def document(self) -> dict[str, float | bool]:
        return json.loads(self.said)

    def text(self, name: str = "uit.csv") -> str:
        return (self.folder / name).read_bytes().decode()

    def rows(self, name: str = "uit.csv") -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.text(name), newline="")))

    def pairs(self, name: str = "uit.csv") -> list[tuple[str, str]]:
        return [(row["vraag_id"], row["vrijwilliger_id"]) for row in self.rows(name)]

    @property
    def bad(self) -> list[str]:
        """The lines about bad rows, without the folder in front."""
        return [line.removeprefix(f"{self.folder}/") for line in self.words if ": rij " in line]


class Desk:
    """A folder with two files, and the command."""

    def __init__(self, folder: Path, capsys) -> None:
        self.folder, self._capsys = folder, capsys

    def put(self, name: str, content: str | bytes) -> Path:
        """Put a file in the folder."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def match(
        self,
        questions: str | bytes | None = None,
        volunteers: str | bytes | None = None,
        *options: str,
    ) -> Run:
        """Save both files (as they were when not given) and run; relative names land here."""
        if questions is not None:
            self.put("vragen.csv", questions)
        if volunteers is not None:
            self.put("vrijwilligers.csv", volunteers)
        return self.run(
            "--questions", "vragen.csv", "--volunteers", "vrijwilligers.csv", "--out", "uit.csv",
            *options,
        )  # fmt: skip

    def run(self, *options: str) -> Run:
        """Run with exactly these options, except that files lie in this folder."""
        self._capsys.readouterr()
        words = [
            f"{self.folder}/{word}" if "." in word and word[0] not in "-/" else word
            for word in options
        ]
        code = main([*words, *(() if "--today" in options else ("--today", TODAY))])
        said = self._capsys.readouterr()
        return Run(code, said.err.splitlines(), said.out, self.folder)

"""What a run costs as the book grows: memory, an unchanged second run, and a hundred new documents.

    python -m bench.growth [--real] [--source FILE] [COUNT ...]     default: 1000 4000 14000

For each count a fresh book is built of so many documents, read once more unchanged, and then read with a
hundred new ones. With a stand-in for the extractor, unless ``--real``: the seconds of the first run are
then those of everything else.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench.documents import write_documents
from bench.processes import Measured, machine, pledgebook

NEW = 100


def main() -> None:
    """Measure each count and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[1000, 4000, 14000])
    parser.add_argument("--real", action="store_true")
    parser.add_argument("--source", type=Path)
    options = parser.parse_args()
    extractor = "flows.extract:Extractor" if options.real else "bench.stand_in:Extractor"
    print(f"{machine()}; {extractor}\n")
    print("Each cell: seconds, and seconds of all cores in brackets.\n")
    print("| documents | first run | memory | unchanged second run | memory | 100 new | memory |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    for count in options.counts:
        with tempfile.TemporaryDirectory() as folder:
            runs = _runs(Path(folder), count, options.source, extractor)
        print(f"| {count:,} | {' | '.join(map(_cell, runs))} |", flush=True)


def _runs(folder: Path, count: int, source: Path | None, extractor: str) -> list[Measured]:
    inputs, new, book = folder / "documents.jsonl", folder / "new.jsonl", folder / "book" / "book.duckdb"
    write_documents(inputs, 0, count, source)
    write_documents(new, count, NEW, source)
    runs = []
    for given in (inputs, inputs, new):
        arguments = ("run", "--direct", str(given), "--warehouse", str(book))
        runs.append(pledgebook(*arguments, PLEDGEBOOK_EXTRACTOR=extractor))
        if runs[-1].code not in (0, 3):
            raise SystemExit(runs[-1].output)
    return runs


def _cell(run: Measured) -> str:
    return f"{run.seconds:,.1f} s ({run.core_seconds:,.1f}) | {run.megabytes:,.0f} MB"


if __name__ == "__main__":
    main()

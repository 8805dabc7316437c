"""A folder of small annotated documents to train on, of states that do not exist."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.scoring.sample import gold_values

PLACES = ("Aldmoor", "Brackwater", "Corvane", "Dunmere", "Eastholt", "Fenwick")


def documents_of(name: str) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """For each place a document: its id, its text, and what an annotator finds in it."""
    return [_document(f"{name}-{number}", place) for number, place in enumerate(PLACES)]


def _document(doc: str, place: str) -> tuple[str, str, list[dict[str, Any]]]:
    lend = f"Kenya promised to send Uganda ten ferries from {place}."
    quay = f"Norway may rebuild the old quay of {place} next spring."
    bridge = f"The minister of Ghana refused to reopen the bridge near {place}."
    plea = f"Ghana urged Kenya to repair the road to {place}."
    idle = f"Vendors of {place} expect that the buyers will arrive at six."
    gold = [
        gold_values(doc, lend, f"send Uganda ten ferries from {place}", "pledge", beneficiaries=["Uganda"]),
        gold_values(doc, quay, f"rebuild the old quay of {place} next spring", "plan", certainty="possible"),
        gold_values(doc, bridge, f"reopen the bridge near {place}", "refusal|threat", optional=True),
        gold_values(doc, plea, f"repair the road to {place}", "request"),
    ]
    return doc, "\n\n".join((lend, quay, bridge, plea, idle)), gold


def write_pair(folder: Path, name: str) -> None:
    """Write ``NAME.docs.jsonl`` and ``NAME.jsonl``."""
    found = documents_of(name)
    texts = [{"id": doc, "text": text, "language": "en", "genre": "news"} for doc, text, _ in found]
    _write(folder / f"{name}.docs.jsonl", texts)
    _write(folder / f"{name}.jsonl", [line for _, _, gold in found for line in gold])


def _write(path: Path, lines: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

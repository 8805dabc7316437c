"""An input in, what would be read from it out."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from flows.ingest.inspecting import inspect
from models import Document, Quarantined

PROSE = (
    "Norhaven will send twelve ships to the strait before the year is out, its defence minister said. "
    "Kestria has promised to open its harbours for the crews as soon as the storm warnings are lifted. "
)


def test_formats_copies_and_refusals(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "first", "text": PROSE}),
        json.dumps({"id": "copy", "text": PROSE}),
        json.dumps({"id": "version", "text": PROSE + "More follows."}),
        "{",
    ]
    path = tmp_path / "d.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    first, copy, version, broken = inspect([path])
    assert isinstance(first.found, Document)
    assert first.formats == ("gzip", "JSON Lines")
    assert (first.same_as, first.similar_to) == (None, None)
    assert (copy.same_as, copy.similar_to) == ("first", None)
    assert (version.same_as, version.similar_to) == (None, "first")
    assert version.similarity is not None
    assert 0.9 < version.similarity < 1
    assert isinstance(broken.found, Quarantined)
    assert broken.found.reason == "broken_json"


def test_a_missing_file(tmp_path: Path) -> None:
    (item,) = inspect([str(tmp_path / "nowhere.txt")])
    assert isinstance(item.found, Quarantined)
    assert (item.found.reason, item.formats) == ("unreadable", ())

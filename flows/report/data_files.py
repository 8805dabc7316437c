"""Data as classic scripts: the only form in which a page that was opened from disk can read them."""

from __future__ import annotations

import json
from pathlib import Path

# What could end a script or a string where a file is read as something else than JSON.
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def write_data(folder: Path, name: str, value: object) -> None:
    """Write ``value`` to ``data/name.js`` below ``folder``; static/data.js hands it to the page.

    The file is ASCII: everything else, line separators too, is escaped.
    """
    path = folder / "data" / f"{name}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    written = json.dumps(value, separators=(",", ":"), allow_nan=False)
    for character, escaped in ESCAPES.items():
        written = written.replace(character, escaped)
    path.write_text(f'pledgebook.receive("{name}",{written});\n', encoding="ascii")

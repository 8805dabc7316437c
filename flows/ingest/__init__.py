"""Bytes to documents: one reader a format, cleaning, blocks, dates and genres."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.ingest.addresses import is_file
    from flows.ingest.inputs import Event, read_again, read_inputs, roots_of
    from flows.ingest.limits import IngestLimits
    from flows.ingest.remembering import Memory

__all__ = ["Event", "IngestLimits", "Memory", "is_file", "read_again", "read_inputs", "roots_of"]

# The module of each public name. It is imported when the name is first used: the command line asks this
# package what an address is long before it reads one.
_HOMES = {
    "is_file": "addresses",
    "Event": "inputs",
    "read_again": "inputs",
    "read_inputs": "inputs",
    "roots_of": "inputs",
    "IngestLimits": "limits",
    "Memory": "remembering",
}


def __getattr__(name: str) -> object:
    """The public name, from its module, on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value

"""Datelines: where a report was written, which tells of what state it may be but is nobody who acts."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.parse import Doc
from models import Document


def with_datelines(names: Names, doc: Doc, document: Document) -> Names:
    """The names of a document, those of its datelines marked as such: "LIMA" of "LIMA — Peru will pay"."""
    lines = [(block.start_char, block.end_char) for block in document.blocks if block.kind == "dateline"]
    if not lines:
        return names
    return Names([_as_place(named) if _stands_in(named, doc, lines) else named for named in names.found])


def _stands_in(named: Named, doc: Doc, lines: list[tuple[int, int]]) -> bool:
    place = doc[named.start].idx
    return any(start <= place < end for start, end in lines)


def _as_place(named: Named) -> Named:
    """A name of a dateline; what no reference knows is a place there, whatever it was taken for."""
    kind = "place" if named.via == "recognised" else named.kind
    return replace(named, kind=kind, via="dateline")

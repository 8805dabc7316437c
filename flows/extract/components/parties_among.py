"""Parties among the names of a text: those of some kinds, of its opening, and the body that resolves it."""

from __future__ import annotations

from collections.abc import Iterable

from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.party import Party, party_of
from flows.extract.parse import Doc
from models import Document
from models.vocabulary import EntityKind

OPENING_BLOCKS = 3  # one of which is a resolution's first line
OPENING_TOKENS = 60  # where a joint text names those whose it is
ARTICLE = 2  # tokens behind "of" by which a name begins


def parties_among(names: Iterable[Named], kinds: set[EntityKind]) -> tuple[Party, ...]:
    """The parties of some kinds that names name, each once, in their order."""
    found: dict[str, Party] = {}
    for named in names:
        if named.kind in kinds:
            found.setdefault(named.name, party_of(named))
    return tuple(found.values())


def are_among(few: tuple[Party, ...], many: tuple[Party, ...]) -> bool:
    """Whether there are a few parties and all of them are among many, by their names."""
    names = {party.name for party in many}
    return bool(few) and all(party.name in names for party in few)


def resolving(document: Document, doc: Doc, names: Names) -> tuple[Party, ...]:
    """The body whose name is a resolution's first line, up to a comma: "The Senate of Fiji, | Noting …"."""
    ends = {block.end_char for block in document.blocks[:OPENING_BLOCKS]}
    for named in names.found[:1]:
        comma = doc[named.end] if named.end < len(doc) else None
        opens = named.start <= ARTICLE and named.kind == "organisation"
        if opens and comma is not None and comma.text == "," and comma.idx + 1 in ends:
            return (party_of(named),)
    return ()


def opening_names(names: Names) -> list[Named]:
    """The names of the reference in a text's opening, seats of power left out."""
    return [
        named for named in names.found if named.start < OPENING_TOKENS and named.via in {"name", "demonym"}
    ]

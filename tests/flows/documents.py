"""Small documents for tests."""

from __future__ import annotations

import hashlib

from models import Block, Document


def document(text: str, name: str = "a.txt") -> Document:
    """A document of one block of prose."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        document_id=Document.make_id(name, digest),
        source_name=name,
        uri=f"file:///{name}",
        text=text,
        sha256=digest,
        text_sha256=digest,
        n_chars=len(text),
        blocks=(Block(kind="prose", start_char=0, end_char=len(text)),),
    )

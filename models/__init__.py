"""The contracts between the steps: frozen pydantic models that forbid unknown fields.

This package imports nothing else of the project, so that every step can rely on it.
"""

from models.document import Block, Document, Metadata, Quarantined
from models.extraction import CueHit, Entity, Extraction, Mention, Record
from models.run import RunSummary

__all__ = [
    "Block",
    "CueHit",
    "Document",
    "Entity",
    "Extraction",
    "Mention",
    "Metadata",
    "Quarantined",
    "Record",
    "RunSummary",
]

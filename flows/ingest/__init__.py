"""Bytes to documents: one reader a format, cleaning, blocks, dates and genres."""

from flows.ingest.inputs import Event, is_file, read_again, read_inputs, roots_of
from flows.ingest.limits import IngestLimits
from flows.ingest.remembering import Memory

__all__ = ["Event", "IngestLimits", "Memory", "is_file", "read_again", "read_inputs", "roots_of"]

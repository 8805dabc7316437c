"""Bytes to documents: one reader a format, cleaning, blocks, dates and genres."""

from flows.ingest.inputs import read_inputs
from flows.ingest.limits import IngestLimits

__all__ = ["IngestLimits", "read_inputs"]

"""Giving freed memory back to the system, so that what one step needed is not kept beside the next one's."""

from __future__ import annotations

import ctypes

import pyarrow as pa


def give_back() -> None:
    """Let go of what is freed and still kept for later: by Arrow, and by the C library where it is glibc."""
    pa.default_memory_pool().release_unused()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)

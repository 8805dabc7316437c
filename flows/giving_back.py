"""Giving freed memory back to the system, so that what one step needed is not kept beside the next one's."""

from __future__ import annotations

import ctypes
from contextlib import suppress

import pyarrow as pa


def give_back() -> None:
    """Let go of what is freed and still kept for later: by Arrow, and by the C library where it is glibc."""
    pa.default_memory_pool().release_unused()
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)

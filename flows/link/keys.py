"""Keys as numbers that are the same in every process, so that the book can hold them."""

from __future__ import annotations

import functools
import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

type Key = tuple[str, ...]
type Numbers = npt.NDArray[np.int64]

_ROOM = Path(__file__).parent
_DECIDING = {".py", ".toml", ".csv", ".npy", ".txt"}


def numbers_of(keys: Iterable[Key]) -> Numbers:
    """The numbers of keys, each once, sorted. Two keys may share one, as any hashes may."""
    return np.array(sorted({hash(tuple(map(_part, key))) for key in keys}), dtype=np.int64)


@functools.lru_cache(maxsize=1 << 17)
def _part(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7)
    return int.from_bytes(digest.digest(), "big")


@functools.cache
def linker_version(reference: Path) -> str:
    """A digest of all that decides which records join: code, word lists, the tables of ``reference``.

    Of the interpreter too, whose hash of whole numbers makes the keys.
    """
    digest = hashlib.sha256(f"{sys.implementation.cache_tag} {sys.hash_info}".encode())
    for folder in (_ROOM, reference):
        for file in sorted(path for path in folder.rglob("*") if path.suffix in _DECIDING):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]

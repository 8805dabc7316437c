"""What every contract shares, and the deterministic ids that rows carry."""

from __future__ import annotations

import hashlib

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """A frozen model that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def stable_id(prefix: str, *parts: object) -> str:
    """An id made of ``prefix``, an underscore and 16 hex digits of the parts' SHA-256.

    The same parts give the same id on every machine; parts are joined by NUL, so that
    ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256("\0".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}_{digest.hexdigest()[:16]}"

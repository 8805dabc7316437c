"""Documents to records: a spaCy parse, then one component a phenomenon, then a learned judge.

``extractor_version`` costs nothing; ``Extractor`` and ``Explanation`` load spaCy on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.extract.lean import put_off_unused_imports
from flows.extract.version import extractor_version

if TYPE_CHECKING:
    from flows.extract.pipeline import Explanation, Extractor

__all__ = ["Explanation", "Extractor", "extractor_version"]

put_off_unused_imports()


def __getattr__(name: str) -> object:
    if name in {"Explanation", "Extractor"}:
        from flows.extract import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

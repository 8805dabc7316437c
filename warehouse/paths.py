"""Where the files of one warehouse lie, all beside the published one."""

from __future__ import annotations

from pathlib import Path

SQL_FOLDER = Path(__file__).resolve().parent.parent / "sql"


def build_file(published: Path) -> Path:
    """The file that runs write to: ``book.duckdb`` is built as ``book.build.duckdb``."""
    return published.with_suffix(".build.duckdb")


def staging_folder(published: Path, run_id: str) -> Path:
    """The folder of one run's Parquet parts: ``book.staging/RUN``, for there may be books beside it."""
    return _staging(published) / run_id


def kept_folder(published: Path) -> Path:
    """The folder of what runs that were cut off had extracted."""
    return _staging(published) / "kept"


def _staging(published: Path) -> Path:
    return published.with_suffix(".staging")


def verdicts_file(build: Path) -> Path:
    """The journal of analysts' verdicts on the book that is built in ``build``."""
    return build.with_name(build.name.removesuffix(".build.duckdb") + ".verdicts.jsonl")

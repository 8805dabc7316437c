"""What a run may be told from outside beside its flags: environment variables ``PLEDGEBOOK_*``.

Nothing here reads the working directory; the command line resolves paths and hands them down.
"""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The knobs of extraction and ingestion, with defaults that suit one small machine.

    ``extractor`` is the importable name (``module:attribute``) of what builds the extractor in each
    worker process; ``model`` names another installed spaCy model. ``document_seconds`` is the time
    after which a document is given up and set aside. ``part_chars`` and ``part_documents`` bound one
    staged part, which is also what one worker takes at a time.
    """

    model_config = SettingsConfigDict(env_prefix="PLEDGEBOOK_", frozen=True, extra="ignore")

    extractor: str = "flows.extract:Extractor"
    model: str | None = None
    document_seconds: float = Field(default=120, gt=0)
    part_chars: int = Field(default=200_000, ge=1)
    part_documents: int = Field(default=200, ge=1)


def usable_cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def prefect_environment(home: Path) -> dict[str, str]:
    """The variables that make Prefect quiet and keep its files in ``home``.

    They must be set before Prefect is imported; what the user has set already should win.
    """
    return {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300",  # on a busy machine
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_EXTRA_LOGGERS": "pledgebook",
        "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
        "PREFECT_LOGGING_TO_API_ENABLED": str("PREFECT_API_URL" in os.environ),
        "PREFECT_CLIENT_METRICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }

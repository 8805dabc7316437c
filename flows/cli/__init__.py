"""The command line `pledgebook`: one module a command, all of them in ``app``.

Worker processes import this too, as the module that the program began with, and should not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.cli.commands import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command that the arguments name; the process ends with its exit code."""
    from flows.cli.commands import app

    app()


def __getattr__(name: str) -> object:
    if name == "app":
        from flows.cli.commands import app

        return app
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""`pledgebook explain`: which rules fire on which words of a sentence."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", show_default=False)],
) -> None:
    """Show which rules fire on which words of SENTENCE, and the records they make."""

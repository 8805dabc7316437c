"""`pledgebook inspect`: what would be read from files, without a warehouse."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.terminal import printable

if TYPE_CHECKING:
    from flows.ingest.inspecting import Inspected
    from models import Document, Quarantined

_WIDTH_OF_NAMES = 10
_SHOWN_OF_BLOCK = 90  # characters


def inspect(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH ...",
            help="Files, folders, patterns, web addresses, or - for standard input.",
            show_default=False,
        ),
    ],
    most: Annotated[int, typer.Option("--most", min=1, help="How many documents to show.")] = 20,
    whole_text: Annotated[bool, typer.Option("--text", help="Show the text of every block whole.")] = False,
) -> None:
    """Show what would be read from each PATH: metadata, blocks, repetitions, and why something is refused.

    Exit code 0: a document was found; 1: none was.
    """
    from flows.ingest.inspecting import inspect as inspect_inputs

    found = inspect_inputs(paths)
    any_document = False
    for item in islice(found, most):
        any_document = _print(item, whole_text) or any_document
    if next(found, None) is not None:
        typer.echo(f"... and more; --most {most * 10} shows them")
    if not any_document:
        raise typer.Exit(1)


def _print(item: Inspected, whole_text: bool) -> bool:
    """Print one document or refusal; whether it was a document."""
    from models import Document

    found = item.found
    typer.echo(printable(found.source_name))
    _print_line("read as", " > ".join(item.formats))
    _print_line("uri", found.uri)
    if isinstance(found, Document):
        _print_document(found, item, whole_text)
    else:
        _print_refusal(found)
    typer.echo()
    return isinstance(found, Document)


def _print_refusal(found: Quarantined) -> None:
    _print_line("refused", found.reason)
    _print_line("because", found.detail)


def _print_document(found: Document, item: Inspected, whole_text: bool) -> None:
    for name in ("title", "publisher", "author", "genre", "language"):
        _print_line(name, getattr(found, name))
    _print_line("published", _dated(found))
    _print_line("length", f"{found.n_chars:,} characters")
    _print_line("same as", item.same_as)
    if item.similar_to:
        _print_line("similar to", f"{item.similar_to} ({item.similarity:.0%} of the words)")
    for block in found.blocks:
        words = printable(found.text[block.start_char : block.end_char])
        if not whole_text and len(words) > _SHOWN_OF_BLOCK:
            words = words[: _SHOWN_OF_BLOCK - 1] + "…"
        typer.echo(f"  {block.start_char:>7} {block.kind:<11} {words}")


def _dated(found: Document) -> str | None:
    """The date with its precision and where it was found."""
    if found.published_on is None:
        return None
    return f"{found.published_on} ({found.published_precision}, from {found.published_source})"


def _print_line(name: str, value: object) -> None:
    """Print a name and its value, if there is one."""
    if value:
        typer.echo(f"  {name:<{_WIDTH_OF_NAMES}} {printable(value)}")

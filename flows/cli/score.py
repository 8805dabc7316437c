"""`pledgebook score`: how well what the machine found agrees with annotations or with analysts' verdicts."""

from __future__ import annotations

import json
from collections import defaultdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption, existing_warehouse

if TYPE_CHECKING:
    from flows.scoring import Gold, Prediction, Report

NOTHING_REVIEWED, WRONG_USAGE = 1, 2
ABSENT_SHOWN = 5

# A gold file names documents by their file's name, without folders.
COMMITMENTS = """
    SELECT parse_filename(source_name, false, 'forward_slash') AS document,
           sentence, action, force, promisors, beneficiaries, polarity, certainty, category, amount,
           due_text, due_start, due_end, condition, speaker, speaker_type, direct, rule_id
    FROM machine_commitments
    WHERE list_contains($documents::TEXT[], parse_filename(source_name, false, 'forward_slash'))
    ORDER BY source_name, document_id, start_char, end_char, commitment_id
"""
GENRES = """
    SELECT parse_filename(source_name, false, 'forward_slash') AS document, any_value(genre ORDER BY genre)
    FROM document_details
    WHERE list_contains($documents::TEXT[], parse_filename(source_name, false, 'forward_slash'))
    GROUP BY document
"""
REVIEWED = """
    SELECT parse_filename(source_name, false, 'forward_slash') AS document, bool_and(complete) AS complete
    FROM reviewed_documents
    GROUP BY document
    ORDER BY document
"""
JUDGED = """
    SELECT parse_filename(source_name, false, 'forward_slash') AS document, *
    FROM commitments
    WHERE list_contains($documents::TEXT[], parse_filename(source_name, false, 'forward_slash'))
    ORDER BY source_name, document_id, start_char, end_char, commitment_id
"""


class Format(StrEnum):
    """How a report is printed."""

    TABLE = "table"
    JSON = "json"


def score(
    gold: Annotated[
        Path | None,
        typer.Argument(
            metavar="[GOLD.jsonl]", exists=True, dir_okay=False, show_default="the analysts' verdicts"
        ),
    ] = None,
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
    layout: Annotated[Format, typer.Option("--format", help="How to print the report.")] = Format.TABLE,
    misses: Annotated[
        int, typer.Option(metavar="N", min=0, help="Also print up to N errors of each kind.")
    ] = 0,
) -> None:
    """Compare what the machine found with the annotated commitments of GOLD.jsonl.

    Every document that the file names counts, and no other. Without a file the analysts' verdicts are
    the gold, for the documents in which every commitment has been judged. Exit code 2: the file breaks
    its contract.
    """
    from flows.cli.terminal import printable, short_failures
    from flows.scoring import GoldError, read_gold
    from flows.scoring import score as compare
    from warehouse import WarehouseError

    try:
        expected = read_gold(gold) if gold else None
    except GoldError as error:
        typer.echo(f"pledgebook: {printable(error)}", err=True)
        raise typer.Exit(WRONG_USAGE) from None
    published = existing_warehouse(warehouse)
    with short_failures(WarehouseError):
        expected = expected or _reviewed(published)
        genres = _genres(published, expected)
        report = compare(expected, _predictions(published, expected), _known(genres))
    _tell_absent([name for name in expected.documents if name not in genres])
    _print(report, layout, misses)


def _reviewed(published: Path) -> Gold:
    """The gold that the analysts' verdicts make; the command ends where they judged no document whole."""
    from flows.scoring import reviewed_gold
    from warehouse import query

    reviewed = query(published, REVIEWED).rows
    documents = [document for document, complete in reviewed if complete]
    partly = len(reviewed) - len(documents)
    typer.echo(f"pledgebook: {len(documents)} documents reviewed whole, {partly} in part left out", err=True)
    if not documents:
        raise typer.Exit(NOTHING_REVIEWED)
    found = query(published, JUDGED, {"documents": documents})
    names = [column.name for column in found.columns]
    return reviewed_gold(documents, [dict(zip(names, row, strict=True)) for row in found.rows])


def _predictions(published: Path, expected: Gold) -> dict[str, list[Prediction]]:
    """What the machine found in the gold's documents, in the order of the text."""
    from flows.scoring import Prediction
    from warehouse import query

    result = query(published, COMMITMENTS, {"documents": list(expected.documents)})
    names = [column.name for column in result.columns[1:]]
    predictions = defaultdict(list)
    for document, *values in result.rows:
        predictions[document].append(Prediction.model_validate(dict(zip(names, values, strict=True))))
    return predictions


def _genres(published: Path, expected: Gold) -> dict[str, str | None]:
    """The genre, if known, of each of the gold's documents that the book holds."""
    from warehouse import query

    return dict(query(published, GENRES, {"documents": list(expected.documents)}).rows)


def _known(genres: dict[str, str | None]) -> dict[str, str]:
    return {name: genre for name, genre in genres.items() if genre is not None}


def _tell_absent(names: list[str]) -> None:
    """Say which documents the book lacks: what is wanted of them counts as missed."""
    from flows.cli.terminal import printable

    if names:
        listed = ", ".join(map(printable, names[:ABSENT_SHOWN])) + (", …" if names[ABSENT_SHOWN:] else "")
        typer.echo(
            f"pledgebook: the warehouse lacks {len(names)} documents of the gold file: {listed}", err=True
        )


def _print(report: Report, layout: Format, misses: int) -> None:
    from flows.cli.rows import console, print_table
    from flows.scoring.report import as_data, tables

    if layout is Format.JSON:
        typer.echo(json.dumps(as_data(report, misses), indent=1))
        return
    for table in tables(report, misses):
        console().print(table.title)
        print_table(table.columns, table.rows)

"""`pledgebook trace`: from one commitment back to its words, rules, document, bytes and runs."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption, existing_warehouse
from flows.cli.rows import shown
from flows.cli.terminal import printable, short_failures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from warehouse import Trace

FIELDS = (
    "force", "promisors", "beneficiaries", "requested_by", "polarity", "certainty", "category", "amount",
    "unit", "due_text", "due_start", "due_end", "condition", "speaker", "speaker_type", "direct",
    "confidence", "rule_id",
)  # fmt: skip


class Format(StrEnum):
    """How a trace is printed."""

    TEXT = "text"
    JSON = "json"


def trace(
    commitment_id: Annotated[str, typer.Argument(metavar="COMMITMENT_ID", show_default=False)],
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
    layout: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TEXT,
) -> None:
    """Show what a record rests on: its words, rules, document, file, runs, verdicts and ledger line."""
    from warehouse import WarehouseError
    from warehouse import trace as find

    published = existing_warehouse(warehouse)
    with short_failures(WarehouseError):
        found = find(published, commitment_id)
    if layout is Format.JSON:
        typer.echo(json.dumps(asdict(found), indent=1, default=str))
        return
    for line in traced(commitment_id, found):
        typer.echo(line)


def traced(commitment_id: str, found: Trace) -> Iterator[str]:
    """The lines that tell where a record comes from; nothing in them can steer a terminal."""
    yield commitment_id
    yield from _record(found)
    yield from _rules(found)
    yield from _document(found)
    yield from _runs(found)
    yield from _verdicts(found)
    yield from _ledger(found)


def _record(found: Trace) -> Iterator[str]:
    """The record as readers see it; where an analyst changed a value, the machine's beside it."""
    seen = found.record or found.machine or {}
    if found.record is None:
        yield "  rejected by an analyst: in no view; what the machine found was"
    yield _line("action", shown(seen["action"]), _of_machine(found, "action"))
    yield _line("sentence", shown(seen["sentence"]))
    yield _line("characters", f"{seen['start_char']} to {seen['end_char']}")
    for name in FIELDS:
        if seen[name] not in (None, []):
            yield _line(name, shown(seen[name]), _of_machine(found, name))


def _of_machine(found: Trace, name: str) -> str:
    """What the machine found, where readers see something else."""
    if found.record is None or found.machine is None or found.record[name] == found.machine[name]:
        return ""
    return f"   (machine: {shown(found.machine[name]) or 'none'})"


def _rules(found: Trace) -> Iterator[str]:
    yield "rules that fired"
    if found.machine is None:
        yield "  none: an analyst added the record"
    for cue in found.cues:
        place = f"{cue['start_char']}-{cue['end_char']}"
        yield f"  {cue['role']:12} {printable(cue['rule_id']):34} {place:>13}  {printable(cue['words'])}"


def _document(found: Trace) -> Iterator[str]:
    yield "document"
    for name in (
        "document_id",
        "source_name",
        "uri",
        "title",
        "publisher",
        "published_on",
        "published_source",
    ):
        if found.document[name] is not None:
            yield _line(name, shown(found.document[name]))
    yield _line("bytes", f"SHA-256 {found.document['sha256']}")
    yield _line("text", f"SHA-256 {found.document['text_sha256']}, {found.document['n_chars']:,} characters")


def _runs(found: Trace) -> Iterator[str]:
    yield "runs"
    if found.first_seen:
        yield _line("first found", _of_run(found.first_seen))
    if found.extraction:
        yield _line("extracted", _of_run(found.extraction))
    for each in found.inputs:
        yield _line("read", f"{each['run_id']} as {each['outcome']}, {printable(each['uri'])}")


def _of_run(run: Mapping[str, Any]) -> str:
    return f"{run['run_id']} at {run['started_at']:%Y-%m-%d %H:%M} by {printable(run['extractor_version'])}"


def _verdicts(found: Trace) -> Iterator[str]:
    seen = found.record or found.machine or {}
    if found.verdicts:
        yield "verdicts"
    for each in found.verdicts:
        field = each["field"]
        values = (_said(field, seen.get(field), each[side]) for side in ("machine_value", "human_value"))
        change = f" {field}: {' -> '.join(values)}" if field else ""
        note = f" ({each['note']})" if each["note"] else ""
        said = f"{each['reviewed_at']:%Y-%m-%d %H:%M} {each['reviewed_by']}: {each['verdict']}{change}{note}"
        yield f"  {printable(said)}"


def _said(field: str | None, now: object, text: str | None) -> str:
    """A verdict's value, which is text, as its field is shown, whose value is ``now``."""
    if text and isinstance(now, list):
        return shown(json.loads(text)) or "none"
    if text and field == "amount":
        return shown(float(text))
    return text or "none"


def _ledger(found: Trace) -> Iterator[str]:
    if not found.ledger:
        return
    yield f"ledger line {found.ledger[0]['ledger_id']}"
    for step in found.ledger:
        why = f"  [{', '.join(map(printable, step['joined_by']))}]" if step["joined_by"] else ""
        day = step["published_on"] or "undated"
        yield f"  {day!s:10} {step['step']:11} {step['commitment_id']} {printable(step['action'])}{why}"


def _line(name: str, value: str, more: str = "") -> str:
    return f"  {name:16} {value}{more}"

"""`pledgebook explain`: which rules fire on which words of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.rows import shown
from flows.cli.terminal import printable, short_failures

if TYPE_CHECKING:
    from flows.extract import Explanation
    from models import Record

FIELDS = (
    "promisors", "beneficiaries", "requested_by", "polarity", "certainty", "category", "amount", "unit",
    "due_text", "due_start", "due_end", "condition", "speaker", "speaker_type", "direct", "confidence",
)  # fmt: skip


def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", show_default=False)],
) -> None:
    """Show which rules fire on which words of SENTENCE, and the records they make."""
    from flows.extract import Extractor
    from flows.settings import Settings

    if not sentence.strip():
        raise typer.BadParameter("there is nothing to explain", param_hint="SENTENCE")
    with short_failures(OSError):
        explanation = Extractor(Settings().model).explain(sentence)
    for line in explained(explanation):
        typer.echo(line)


def explained(explanation: Explanation) -> list[str]:
    """The lines that tell what the rules found: each record with its rules, then what was not kept."""
    records = explanation.extraction.records
    lines = [line for record in records for line in _record(record, explanation.text)]
    if not records:
        lines.append("no record")
    for proposal, judgement in explanation.judged:
        if not judgement.kept:
            action = printable(proposal.action.text)
            cue = printable(proposal.candidate.cue.text)
            share = f"probability {judgement.probability:.2f}"
            lines.append(f"not kept: {action}  ({proposal.candidate.rule_id} on {cue!r}, {share})")
    return lines


def _record(record: Record, text: str) -> list[str]:
    """One record: its act, its fields, and the words on which each rule fired."""
    lines = [f"{record.force}: {printable(record.action)}"]
    for name in FIELDS:
        value = getattr(record, name)
        if value is not None and value != ():
            lines.append(f"  {name:14} {shown(value)}")
    for cue in record.cues:
        words = printable(text[cue.start_char : cue.end_char])
        lines.append(f"    {cue.role:12} {cue.rule_id:34} {words}")
    return [*lines, ""]

"""A report as tables of rows and as plain data for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.scoring.counts import Counts, RuleCounts
from flows.scoring.measures import FalseAlarm, Missed, Report, WrongSlot
from flows.scoring.tallies import Tally

MEASURES = ("sentences", "detection", "strict", "promisors", "beneficiaries")


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows of text and numbers, for people."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def tables(report: Report, errors_shown: int = 0) -> list[Table]:
    """The report as tables; with ``errors_shown`` also that many errors of each kind."""
    shown = [
        _measures_table(report.total),
        _slots_table(report.total),
        _genres_table(report.genres),
        _rules_table(report.rules),
    ]
    if errors_shown:
        shown += [
            _missed_table(report.missed[:errors_shown]),
            _false_alarms_table(report.false_alarms[:errors_shown]),
            _wrong_slots_table(report.wrong_slots[:errors_shown]),
        ]
    return [table for table in shown if table.rows]


def as_data(report: Report, errors_shown: int = 0) -> dict[str, object]:
    """The report as data that JSON can hold, figures unrounded; errors as in ``tables``."""
    data: dict[str, object] = {
        **_tally_data(report.total),
        "genres": {name: _tally_data(tally) for name, tally in report.genres.items()},
        "rules": {name: _rule_data(counts) for name, counts in report.rules.items()},
        "by_document": {name: _counts_data(tally.detection) for name, tally in report.documents.items()},
    }
    if errors_shown:
        data["missed"] = [_missed_data(error) for error in report.missed[:errors_shown]]
        data["false_alarms"] = [_false_alarm_data(error) for error in report.false_alarms[:errors_shown]]
        data["wrong_slots"] = [_wrong_slot_data(error) for error in report.wrong_slots[:errors_shown]]
    return data


def _measures_table(tally: Tally) -> Table:
    rows = [
        (name, *map(_figure, (counts.precision, counts.recall, counts.f1)), *_sizes(counts))
        for name, counts in _measures(tally).items()
    ]
    columns = ("measure", "precision", "recall", "F1", "hits", "gold", "predicted")
    return Table(f"documents: {tally.documents}", columns, tuple(rows))


def _slots_table(tally: Tally) -> Table:
    rows = [
        (slot, _figure(share.value), share.right, share.asked)
        for slot, share in tally.slots.items()
        if share.asked
    ]
    return Table("slots of the pairs", ("slot", "share", "right", "asked"), tuple(rows))


def _genres_table(genres: Mapping[str, Tally]) -> Table:
    rows = [
        (
            name,
            tally.documents,
            *_sizes(tally.detection),
            *map(_figure, (tally.detection.precision, tally.detection.recall)),
            *(_figure(counts.f1) for counts in _measures(tally).values()),
        )
        for name, tally in genres.items()
    ]
    columns = ("genre", "documents", "hits", "gold", "predicted", "precision", "recall", *MEASURES)
    return Table("by genre: detection's counts, then the F1 of each measure", columns, tuple(rows))


def _rules_table(rules: Mapping[str, RuleCounts]) -> Table:
    """The rules with the most false alarms first."""
    worst_first = sorted(rules.items(), key=lambda item: (-item[1].false_alarms, -item[1].hits, item[0]))
    rows = [
        (name, counts.hits, counts.optional, counts.false_alarms, _figure(counts.precision))
        for name, counts in worst_first
    ]
    return Table("by rule", ("rule", "hits", "optional", "false alarms", "precision"), tuple(rows))


def _missed_table(errors: Sequence[Missed]) -> Table:
    rows = [
        (error.document, "|".join(error.gold.force), error.gold.action, error.gold.sentence)
        for error in errors
    ]
    return Table("missed", ("document", "force", "action", "sentence"), tuple(rows))


def _false_alarms_table(errors: Sequence[FalseAlarm]) -> Table:
    rows = [
        (
            error.document,
            error.predicted.rule_id,
            error.predicted.force,
            error.predicted.action,
            error.predicted.sentence,
        )
        for error in errors
    ]
    return Table("false alarms", ("document", "rule", "force", "action", "sentence"), tuple(rows))


def _wrong_slots_table(errors: Sequence[WrongSlot]) -> Table:
    rows = [(error.document, error.slot, error.gold.action, *_slot_values(error)) for error in errors]
    return Table("wrong slots", ("document", "slot", "action", "gold", "predicted"), tuple(rows))


def _missed_data(error: Missed) -> dict[str, object]:
    return {"document": error.document, "gold": error.gold.model_dump(mode="json")}


def _false_alarm_data(error: FalseAlarm) -> dict[str, object]:
    record = error.predicted
    return {
        "document": error.document,
        "rule": record.rule_id,
        "force": record.force,
        "action": record.action,
        "sentence": record.sentence,
    }


def _wrong_slot_data(error: WrongSlot) -> dict[str, object]:
    gold, predicted = _slot_values(error)
    return {
        "document": error.document,
        "slot": error.slot,
        "action": error.gold.action,
        "gold": gold,
        "predicted": predicted,
    }


def _slot_values(error: WrongSlot) -> tuple[str, str]:
    """The annotator's alternatives and the predicted value, as text; of a due date both ends."""
    if error.slot == "due_date":
        gold = (_alternatives(error.gold.due_start), _alternatives(error.gold.due_end))
        return "/".join(gold), f"{error.predicted.due_start or ''}/{error.predicted.due_end or ''}"
    found = getattr(error.predicted, error.slot)
    return _alternatives(getattr(error.gold, error.slot)), "" if found is None else str(found)


def _alternatives(values: object) -> str:
    if isinstance(values, tuple):
        return "|".join("" if value is None else str(value) for value in values)
    return str(values)


def _measures(tally: Tally) -> dict[str, Counts]:
    return {name: getattr(tally, name) for name in MEASURES}


def _tally_data(tally: Tally) -> dict[str, object]:
    return {
        "documents": tally.documents,
        **{name: _counts_data(counts) for name, counts in _measures(tally).items()},
        "slots": {
            slot: {"share": share.value, "right": share.right, "asked": share.asked}
            for slot, share in tally.slots.items()
            if share.asked
        },
    }


def _counts_data(counts: Counts) -> dict[str, float]:
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "hits": counts.hits,
        "gold": counts.gold,
        "predicted": counts.predicted,
    }


def _rule_data(counts: RuleCounts) -> dict[str, float | None]:
    return {
        "hits": counts.hits,
        "optional": counts.optional,
        "false_alarms": counts.false_alarms,
        "precision": counts.precision,
    }


def _sizes(counts: Counts) -> tuple[int, int, int]:
    return counts.hits, counts.gold, counts.predicted


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"

"""From a commitment back to its words, rules, file and runs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from models.ledger import LedgerLine, LedgerRecord
from models.verdict import Verdict
from tests.warehouse.book import document, one_book, record
from warehouse import UnknownCommitment, publish, publish_verdicts, trace, write_ledger

OSLO = document("Note – Oslo will send tanks.", "oslo.txt", publisher="Wire")
TANKS = record(OSLO, "send tanks")


def test_a_record_is_traced_to_everything_it_rests_on(tmp_path: Path) -> None:
    book = one_book(tmp_path, [OSLO], TANKS)
    book.version = "test-2"
    book.run([OSLO])
    write_ledger(
        book.build,
        [LedgerLine(ledger_id="led_1")],
        [LedgerRecord(ledger_id="led_1", record_id=TANKS.record_id, score=1)],
    )
    rejection = Verdict(
        verdict="correct",
        commitment_id=TANKS.record_id,
        fields={"certainty": "possible"},
        reviewed_by="ana",
        reviewed_at=dt.datetime(2024, 7, 1, tzinfo=dt.UTC),
        uri=OSLO.uri,
        **{name: getattr(TANKS, name) for name in ("document_id", "sentence", "sentence_start", "action")},
        **{name: getattr(TANKS, name) for name in ("start_char", "end_char")},
    )
    publish(book.build, book.published)
    publish_verdicts(book.published, [rejection])
    found = trace(book.published, TANKS.record_id)
    assert found.record is not None
    assert found.machine is not None
    assert (found.record["certainty"], found.machine["certainty"]) == ("possible", "certain")
    assert [(cue["rule_id"], cue["words"]) for cue in found.cues] == [("test.pledge", "send tanks")]
    assert (found.document["uri"], found.document["sha256"]) == (OSLO.uri, OSLO.sha256)
    assert found.extraction is not None
    assert found.extraction["extractor_version"] == "test-2"
    assert found.first_seen is not None
    assert found.first_seen["run_id"] == "run-1"
    assert [(row["run_id"], row["outcome"]) for row in found.inputs] == [
        ("run-1", "new"),
        ("run-2", "unchanged"),
    ]
    assert [(row["field"], row["human_value"]) for row in found.verdicts] == [("certainty", "possible")]
    assert [(row["ledger_id"], row["step"]) for row in found.ledger] == [("led_1", "negotiating")]


def test_an_unknown_commitment_is_said_to_be_unknown(tmp_path: Path) -> None:
    book = one_book(tmp_path, [OSLO], TANKS)
    with pytest.raises(UnknownCommitment, match="com_none"):
        trace(book.published, "com_none")

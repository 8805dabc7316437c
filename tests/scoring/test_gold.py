"""The contract of gold files."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from flows.scoring import GoldError, read_gold
from flows.scoring.gold import GoldName
from tests.scoring.sample import FERRY, gold_record, gold_values, sample_gold, write_gold

ROOT = Path(__file__).parent.parent.parent
GOOD = gold_values("ferry.txt", FERRY, "lend Norhaven 40 million euros", "pledge")


def test_every_document_is_named_once_in_the_files_order(tmp_path: Path) -> None:
    gold = read_gold(write_gold(tmp_path / "gold.jsonl"))
    assert gold.documents == ("ferry.txt", "treaty.txt", "strike.txt", "market.txt", "absent.txt")
    assert gold == sample_gold()


def test_requests_are_no_commitments_proper(tmp_path: Path) -> None:
    gold = read_gold(write_gold(tmp_path / "gold.jsonl"))
    assert [record.action for record in gold.core_of("strike.txt")] == ["close its border", "new talks"]


def test_the_force_named_first_tells_whether_a_record_is_core() -> None:
    assert gold_record(force="plan|request").is_core
    assert not gold_record(force="request|plan").is_core


def test_alternatives_are_parted() -> None:
    record = gold_record(
        category="financial|economic",
        speaker="Ada Brun|",
        due_start="2025-06-01|",
        amount="10|12.5",
        promisors=["?Kestria|the islands"],
    )
    assert record.category == ("financial", "economic")
    assert record.speaker == ("Ada Brun", "")
    assert record.due_start == (dt.date(2025, 6, 1), None)
    assert record.amount == (10.0, 12.5)
    assert record.promisors == (GoldName(alternatives=("Kestria", "the islands"), optional=True),)


def test_empty_values_hold_no_alternative() -> None:
    record = gold_record(speaker="", due_end="", amount=None, beneficiaries=[])
    assert (record.speaker, record.due_end, record.amount, record.beneficiaries) == ((), (), (), ())


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"force": "promise"}, "force"),
        ({"force": ""}, "force"),
        ({"certainty": "certain|sure"}, "certainty"),
        ({"due_end": "30 June"}, "due_end"),
        ({"amount": float("inf")}, "amount"),
        ({"sentence": ""}, "sentence"),
        ({"promisors": "Kestria"}, "promisors"),
        ({"promisor": ["Kestria"]}, "promisor"),
        ({"unsure": ["colour"]}, "unsure"),
    ],
)
def test_a_bad_value_is_told_with_file_line_and_field(
    tmp_path: Path, change: dict[str, Any], fault: str
) -> None:
    path = write_gold(tmp_path / "gold.jsonl", [GOOD, GOOD | change])
    with pytest.raises(GoldError) as raised:
        read_gold(path)
    assert str(raised.value).startswith(f"{path}:2: {fault}")


@pytest.mark.parametrize("line", ["{", "[1]", '"text"', "{}", '{"doc": "a.txt", "empty": true, "force": ""}'])
def test_a_line_of_another_shape_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{json.dumps(GOOD)}\n{line}\n")
    with pytest.raises(GoldError, match=r"gold\.jsonl:3: "):
        read_gold(path)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"doc": "\xff\xfe", "empty": true}\n')
    with pytest.raises(GoldError, match=r"gold\.jsonl:1: "):
        read_gold(path)


def test_a_file_without_lines_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n \n")
    with pytest.raises(GoldError, match="no line"):
        read_gold(path)


def test_a_line_separator_inside_a_text_is_no_end_of_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    line = GOOD | {"condition": "if\u2028possible"}
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    assert read_gold(path).records[0].condition == ("if\u2028possible",)


def test_the_seeds_expected_records_keep_the_contract() -> None:
    gold = read_gold(ROOT / "tests/expected/seeds.jsonl")
    assert "treaty-senna-river.txt" in gold.documents

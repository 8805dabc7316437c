"""`pledgebook score`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from flows.cli import app
from tests.scoring.sample import sample_book, write_gold
from tests.warehouse.book import document, one_book, record
from warehouse import publish_verdicts, read_review_sheet


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_book(tmp_path_factory.mktemp("book")).published


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gold(tmp_path / "gold.jsonl")


def run_score(gold: Path, published: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["score", str(gold), "--warehouse", str(published), *arguments])


def scored(gold: Path, published: Path, *arguments: str) -> dict[str, Any]:
    result = run_score(gold, published, "--format", "json", *arguments)
    assert result.exit_code == 0
    report: dict[str, Any] = json.loads(result.stdout)
    return report


def test_the_figures_are_those_worked_out_independently(gold: Path, published: Path) -> None:
    report = scored(gold, published)
    figures = {
        name: tuple(round(report[name][figure], 3) for figure in ("precision", "recall", "f1"))
        for name in ("sentences", "detection", "strict", "promisors", "beneficiaries")
    }
    assert figures == {
        "sentences": (0.833, 0.833, 0.833),
        "detection": (0.833, 0.625, 0.714),
        "strict": (0.667, 0.5, 0.571),
        "promisors": (0.857, 0.857, 0.857),
        "beneficiaries": (0.5, 1.0, 0.667),
    }
    assert {slot: round(share["share"], 3) for slot, share in report["slots"].items()} == {
        "force": 0.6,
        "polarity": 1.0,
        "certainty": 1.0,
        "category": 0.8,
        "amount": 0.5,
        "due_text": 1.0,
        "due_date": 0.0,
        "condition": 0.75,
        "speaker": 1.0,
        "speaker_type": 1.0,
        "direct": 0.8,
    }


def test_genres_are_the_books_and_rules_those_that_decided_the_force(gold: Path, published: Path) -> None:
    report = scored(gold, published)
    assert {name: genre["documents"] for name, genre in report["genres"].items()} == {
        "news": 2,
        "treaty": 1,
        "unknown": 2,
    }
    assert report["rules"]["force.may"] == {"hits": 0, "optional": 1, "false_alarms": 1, "precision": 0.0}


def test_a_document_in_a_folder_is_found_by_its_files_name(gold: Path, published: Path) -> None:
    assert scored(gold, published)["by_document"]["strike.txt"]["hits"] == 1


def test_errors_are_listed_on_demand_and_no_more_than_asked(gold: Path, published: Path) -> None:
    assert "missed" not in scored(gold, published)
    report = scored(gold, published, "--misses", "2")
    assert [len(report[kind]) for kind in ("missed", "false_alarms", "wrong_slots")] == [2, 1, 2]
    assert report["wrong_slots"][0] == {
        "document": "ferry.txt",
        "slot": "due_date",
        "action": "lend Norhaven 40 million euros for ferries",
        "gold": "/2025-06-30|2025-06-29",
        "predicted": "/2025-06-28",
    }


def test_a_table_for_people(gold: Path, published: Path) -> None:
    lines = run_score(gold, published, "--misses", "1").stdout.splitlines()
    cells = [[cell.strip() for cell in line.strip("│").split("│")] for line in lines]
    assert ["detection", "0.833", "0.625", "0.714", "5", "8", "6"] in cells
    assert ["force.may", "0", "1", "1", "0.000"] in cells
    assert any(row[:3] == ["market.txt", "force.may", "plan"] for row in cells)


def test_documents_that_the_book_lacks_are_named(gold: Path, published: Path) -> None:
    assert "absent.txt" in run_score(gold, published).stderr


def test_a_bad_gold_line_is_wrong_usage(tmp_path: Path, published: Path) -> None:
    bad = write_gold(tmp_path / "bad.jsonl", [{"doc": "a.txt", "empty": True}, {"doc": "a.txt"}])
    result = run_score(bad, published)
    assert result.exit_code == 2
    assert f"{bad}:2: " in result.stderr


def test_a_missing_gold_file_is_wrong_usage(tmp_path: Path, published: Path) -> None:
    assert run_score(tmp_path / "none.jsonl", published).exit_code == 2


def test_without_a_warehouse_the_user_is_told_how_to_get_one(gold: Path, tmp_path: Path) -> None:
    result = run_score(gold, tmp_path / "none.duckdb")
    assert result.exit_code == 1
    assert "pledgebook run" in result.stderr


def test_verdicts_serve_as_gold_for_documents_judged_whole(tmp_path: Path) -> None:
    ferry = document("Kestria will lend ships. Kestria will sell maps. It will dig.", "ferry.txt")
    quay = document("Kestria will mend the quay. Kestria will wait.", "quay.txt")
    lent, sold = record(ferry, "lend ships", category="military"), record(ferry, "sell maps")
    mended, waited = record(quay, "mend the quay"), record(quay, "wait")
    published = one_book(tmp_path, [ferry, quay], lent, sold, mended, waited).published
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "commitment_id,verdict,category,source_name,sentence,action,force,promisors\n"
        f"{lent.record_id},correct,economic,,{ferry.text},lend ships,pledge,Norway\n"
        f"{sold.record_id},reject,,,,,,\n"
        ",add,,ferry.txt,It will dig.,dig,pledge,Norway\n"
        f"{mended.record_id},accept,,,,,,\n"
    )
    verdicts = read_review_sheet(published, sheet, "ana")
    assert verdicts.problems == ()
    publish_verdicts(published, verdicts.verdicts)
    result = CliRunner().invoke(app, ["score", "--warehouse", str(published), "--format", "json"])
    assert "1 documents reviewed whole, 1 in part" in result.stderr
    report = json.loads(result.stdout)
    assert set(report["by_document"]) == {"ferry.txt"}
    assert [report["detection"][name] for name in ("hits", "gold", "predicted")] == [1, 2, 2]
    assert report["slots"]["category"]["share"] == 0.0
    assert report["slots"]["force"]["share"] == 1.0


def test_without_verdicts_there_is_no_gold(published: Path) -> None:
    result = CliRunner().invoke(app, ["score", "--warehouse", str(published)])
    assert (result.exit_code, "0 documents reviewed whole" in result.stderr) == (1, True)

"""Each check finds the rows that offend it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import duckdb
import pytest

from models import vocabulary
from tests.warehouse.book import Book, document, one_book, record, refusal
from warehouse import WarehouseMissing, run_checks
from warehouse.paths import SQL_FOLDER

OSLO = document("Oslo will send medics to Riga.", "oslo.txt")
LATER = document("Oslo will send tents to Riga.", "oslo.txt")
VILNIUS = document("Vilnius will host talks.", "vilnius.txt")

CLOSED_SETS = [
    *("Force", "Polarity", "Certainty", "Category", "SpeakerType", "EntityKind", "Genre", "BlockKind"),
    *("PublishedSource", "PublishedPrecision", "Stage", "Reason", "Outcome", "CueRole"),
]

# what is done to a sound book, and the only checks that may notice
OFFENCES = {
    "UPDATE store.records SET start_char = start_char + 1": {"evidence_records"},
    "UPDATE store.records SET sentence = 'Oslo will not.'": {"evidence_records"},
    "UPDATE store.mentions SET text = 'Rome' WHERE text = 'Riga'": {"evidence_mentions"},
    "UPDATE store.cues SET end_char = 1000": {"evidence_cues"},
    "UPDATE store.documents SET n_chars = n_chars - 1": {"document_text", "blocks_in_order"},
    "UPDATE store.documents SET text_sha256 = 'x' || document_id": {"document_text"},
    "UPDATE store.documents SET text_sha256 = 'x'": {"document_text"},
    "UPDATE store.blocks SET end_char = end_char + 1": {"blocks_in_order"},
    "INSERT INTO store.blocks SELECT document_id, 1, 'prose', 2, 3 FROM store.documents": {"blocks_in_order"},
    "INSERT INTO store.records FROM store.records": {"unique_ids"},
    "INSERT INTO store.mentions FROM store.mentions": {"unique_ids"},
    "INSERT INTO store.entities FROM store.entities": {"unique_ids"},
    "INSERT INTO store.runs FROM store.runs": {"unique_ids"},
    "UPDATE store.documents SET uri = 'same'": {"unique_ids"},
    "DELETE FROM store.entities WHERE name = 'Riga'": {"orphans"},
    "DELETE FROM store.document_entities WHERE name = 'Riga'": {"orphans"},
    "UPDATE store.mentions SET entity_id = 'ent_none'": {"orphans"},
    "DELETE FROM store.extractions": {"orphans"},
    "DELETE FROM store.records": {"orphans"},
    "UPDATE store.documents SET run_id = 'none'": {"orphans"},
    "UPDATE store.records SET promisors = ['']": {"record_fields"},
    "UPDATE store.records SET due_start = '2024-02-01', due_end = '2024-01-01', due_text = 'x'": {
        "record_fields"
    },
    "UPDATE store.records SET due_start = '2024-02-01'": {"record_fields"},
    "UPDATE store.records SET amount = -1, unit = 'EUR'": {"record_fields"},
    "UPDATE store.records SET amount = 'inf', unit = 'EUR'": {"record_fields"},
    "UPDATE store.records SET amount = 1": {"record_fields"},
    "UPDATE store.records SET requested_by = ['Riga']": {"record_fields"},
    "UPDATE store.records SET condition = ''": {"record_fields"},
    "UPDATE store.records SET force = 'promise'": {"allowed_values"},
    "UPDATE store.records SET category = 'weather'": {"allowed_values"},
    "UPDATE store.records SET certainty = 'perhaps', polarity = 'x', speaker_type = 'x'": {"allowed_values"},
    "UPDATE store.cues SET role = 'x'": {"allowed_values"},
    "UPDATE store.entities SET kind = 'planet'": {"allowed_values"},
    "UPDATE store.blocks SET kind = 'x'": {"allowed_values"},
    "UPDATE store.documents SET genre = 'x', published_source = 'x'": {"allowed_values"},
    "UPDATE store.quarantine SET reason = 'because'": {"allowed_values"},
    "UPDATE store.quarantine SET stage = 'x'": {"allowed_values"},
    "UPDATE store.runs SET new = new + 1": {"counts_add_up"},
    "DELETE FROM store.inputs WHERE outcome = 'quarantined'": {"counts_add_up"},
    "UPDATE store.inputs SET reason = NULL": {"counts_add_up"},
    "DELETE FROM store.quarantine": {"counts_add_up"},
    "UPDATE store.inputs SET document_id = 'doc_none' WHERE outcome = 'changed'": {"counts_add_up"},
    "UPDATE store.unchanged_inputs SET document_id = 'doc_none'": {"counts_add_up"},
    "UPDATE store.unchanged_inputs SET last_turn = first_turn": {"counts_add_up"},
    "DELETE FROM store.unchanged_inputs": {"counts_add_up"},
    "UPDATE store.turns SET run_id = 'run-none' WHERE turn = 1": {"orphans", "counts_add_up"},
    "INSERT INTO store.unchanged_inputs BY NAME SELECT * REPLACE (9 AS series) FROM store.unchanged_inputs": {
        "orphans"
    },
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a book of four runs with a row in every table that a check reads."""
    book = Book(tmp_path_factory.mktemp("sound"), records=[record(LATER, "send tents", rule_id="r")])
    book.run([OSLO], [refusal("empty.txt")])
    for _ in range(3):
        book.run([LATER, VILNIUS])
    assert all(check.passed for check in run_checks(book.build))
    return book.build.read_bytes()


@pytest.mark.parametrize("offence", OFFENCES)
def test_an_offence_is_found_by_its_check_and_no_other(sound: bytes, tmp_path: Path, offence: str) -> None:
    file = tmp_path / "book.build.duckdb"
    file.write_bytes(sound)
    with duckdb.connect(str(file)) as connection:
        connection.execute(offence)
    found = {check.name: check for check in run_checks(file) if not check.passed}
    assert set(found) == OFFENCES[offence]
    assert all(check.offending and check.examples and check.meaning for check in found.values())


LONG_NAME = "Ministry " * 12 + "of roads"
# "Oelbor" stands across the first 2,000 characters, "Zug" at the end of the text
LONG_TEXT = document(
    f"Angers spoke. {'é' * 1980} Oelbor came. {'ö' * 1900} Cahors left. {'ß' * 900} {LONG_NAME}. Zug"
)


@pytest.fixture(scope="module")
def far_places(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a book with mentions all over a text of more characters than a check looks at at once."""
    book = one_book(tmp_path_factory.mktemp("far"), [LONG_TEXT])
    with duckdb.connect(str(book.build)) as connection:
        connection.execute(
            "UPDATE store.mentions SET text = $name, end_char = start_char + length($name)"
            " WHERE text = 'Ministry'",
            {"name": LONG_NAME},
        )
    assert all(check.passed for check in run_checks(book.build))
    return book.build.read_bytes()


@pytest.mark.parametrize("moved", [1, 2000, 9000])
@pytest.mark.parametrize("name", ["Angers", "Oelbor", "Cahors", LONG_NAME, "Zug"])
def test_a_mention_is_met_with_its_place_wherever_that_is(
    far_places: bytes, tmp_path: Path, name: str, moved: int
) -> None:
    file = tmp_path / "book.build.duckdb"
    file.write_bytes(far_places)
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "UPDATE store.mentions SET start_char = start_char + $moved, end_char = end_char + $moved"
            " WHERE text = $name",
            {"name": name, "moved": moved},
        )
    (found,) = (check for check in run_checks(file) if not check.passed)
    assert (found.name, found.offending) == ("evidence_mentions", 1)


def test_every_check_is_shown_to_find_something() -> None:
    shown = set().union(*OFFENCES.values())
    assert shown == {file.stem for file in (SQL_FOLDER / "checks").glob("*.sql")}


def test_the_allowed_values_are_those_of_the_contracts() -> None:
    text = (SQL_FOLDER / "checks" / "allowed_values.sql").read_text()
    for name in CLOSED_SETS:
        values = ", ".join(f"'{value}'" for value in get_args(getattr(vocabulary, name)))
        assert values in " ".join(text.split()).replace("( ", "(").replace(" )", ")"), name


def test_checks_read_the_published_file_too(tmp_path: Path) -> None:
    book = one_book(tmp_path, [OSLO], record(OSLO, "send medics"))
    assert all(check.passed for check in run_checks(book.published))


def test_without_a_file_there_is_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(WarehouseMissing):
        run_checks(tmp_path / "none.duckdb")

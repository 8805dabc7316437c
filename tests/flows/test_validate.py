"""The contract between extraction and the warehouse."""

from __future__ import annotations

from flows.validate import validated
from models import Extraction
from tests.flows.documents import document
from tests.flows.extractors import first_words

DOCUMENT = document("Aid will come.")


def test_an_extraction_that_keeps_the_contract_passes_whole() -> None:
    extraction = first_words(DOCUMENT)
    assert validated(DOCUMENT, extraction) == (extraction, [])


def test_words_that_are_not_in_the_text_are_set_aside_and_the_rest_is_kept() -> None:
    extraction = first_words(DOCUMENT)
    (record,) = extraction.records
    wrong = record.model_copy(update={"record_id": "com_wrong", "action": "Add"})
    sound, refused = validated(DOCUMENT, extraction.model_copy(update={"records": (wrong, record)}))
    assert sound == extraction
    assert [(each.stage, each.reason) for each in refused] == [("validate", "invalid_record")]
    assert "com_wrong" in refused[0].detail
    assert "action" in refused[0].detail


def test_a_mention_outside_its_words_is_set_aside() -> None:
    extraction = first_words(DOCUMENT)
    moved = extraction.mentions[0].model_copy(update={"start_char": 1, "end_char": 4})
    sound, refused = validated(DOCUMENT, extraction.model_copy(update={"mentions": (moved,)}))
    assert sound.mentions == ()
    assert sound.records == extraction.records
    assert moved.mention_id in refused[0].detail


def test_an_id_is_taken_once() -> None:
    extraction = first_words(DOCUMENT)
    twice = extraction.model_copy(update={"records": extraction.records * 2})
    sound, refused = validated(DOCUMENT, twice)
    assert sound == extraction
    assert "its id is taken" in refused[0].detail


def test_a_record_of_another_document_is_set_aside() -> None:
    extraction = first_words(DOCUMENT)
    strange = extraction.records[0].model_copy(update={"document_id": "doc_other"})
    sound, refused = validated(DOCUMENT, extraction.model_copy(update={"records": (strange,)}))
    assert sound.records == ()
    assert "doc_other" in refused[0].detail


def test_a_mention_of_an_unknown_entity_is_set_aside() -> None:
    extraction = first_words(DOCUMENT)
    sound, refused = validated(DOCUMENT, extraction.model_copy(update={"entities": ()}))
    assert sound.mentions == ()
    assert extraction.mentions[0].entity_id in refused[0].detail


def test_an_empty_extraction_is_sound() -> None:
    nothing = Extraction(document_id=DOCUMENT.document_id, extractor_version="1", n_sentences=1)
    assert validated(DOCUMENT, nothing) == (nothing, [])

"""Rows in, rows out for the views that show the tables as they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.warehouse.book import Book, document, one_book, record, refusal
from warehouse.paths import SQL_FOLDER

TEXT = "Oslo will send Riga 20 trucks by May if asked. Riga urged Oslo to pay. Oslo has sent tents."
DOC = document(
    TEXT,
    "oslo.txt",
    title="Trucks",
    publisher="Wire",
    published_on="2024-04-01",
    genre="news",
    author="A. Writer",
)
PLEDGE = record(
    DOC,
    "send Riga 20 trucks",
    promisors=("Oslo", "Bergen"),
    beneficiaries=("Riga",),
    certainty="probable",
    category="military",
    amount=20.0,
    unit="trucks",
    due_text="by May",
    due_end="2024-05-31",
    condition="if asked",
    speaker="an official",
    speaker_type="anonymous",
    direct=True,
    confidence=0.75,
)
REQUEST = record(DOC, "pay", force="request", promisors=("Oslo",), requested_by=("Riga",))
FULFILMENT = record(DOC, "sent tents", force="fulfilment", promisors=("Oslo",))


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of one document with a pledge, a request and a fulfilment, and one input set aside."""
    book = Book(tmp_path, records=[PLEDGE, REQUEST, FULFILMENT])
    book.run([DOC], [refusal("empty.txt")])
    return book


def test_commitments(book: Book) -> None:
    assert book.dictionaries("FROM commitments") == [
        {
            "commitment_id": PLEDGE.record_id,
            "document_id": DOC.document_id,
            "source_name": "oslo.txt",
            "published_on": dt.date(2024, 4, 1),
            "sentence": TEXT,
            "action": "send Riga 20 trucks",
            "start_char": 10,
            "end_char": 29,
            "force": "pledge",
            "promisors": ["Oslo", "Bergen"],
            "beneficiaries": ["Riga"],
            "polarity": "positive",
            "certainty": "probable",
            "category": "military",
            "amount": 20.0,
            "unit": "trucks",
            "due_text": "by May",
            "due_start": None,
            "due_end": dt.date(2024, 5, 31),
            "condition": "if asked",
            "speaker": "an official",
            "speaker_type": "anonymous",
            "direct": True,
            "confidence": 0.75,
            "rule_id": "test.pledge",
            "ledger_id": None,
        }
    ]


@pytest.mark.parametrize("force", ["obligation", "agreement", "plan", "offer", "refusal", "threat"])
def test_each_of_the_seven_forces_is_a_commitment(tmp_path: Path, force: str) -> None:
    book = one_book(tmp_path, [DOC], record(DOC, "pay", force=force))
    assert book.rows("SELECT force FROM commitments") == [(force,)]


def test_requests_and_fulfilments_stand_apart(book: Book) -> None:
    assert book.rows("SELECT action, requested_by FROM requests") == [("pay", ["Riga"])]
    assert book.rows("SELECT action, promisors FROM fulfilments") == [("sent tents", ["Oslo"])]
    assert book.rows("SELECT force, count(*) FROM records GROUP BY 1 ORDER BY 1") == [
        ("fulfilment", 1),
        ("pledge", 1),
        ("request", 1),
    ]


def test_documents(book: Book) -> None:
    assert book.rows("FROM documents") == [
        (
            *(DOC.document_id, "oslo.txt", "file:///oslo.txt", "Trucks", "Wire", dt.date(2024, 4, 1), "en"),
            *(TEXT, DOC.sha256, len(TEXT)),
        )
    ]
    assert book.rows(
        "SELECT author, genre, n_sentences, n_records, n_replaced_versions, loaded_by, extracted_by"
        " FROM document_details"
    ) == [("A. Writer", "news", 1, 3, 0, "run-1", "run-1")]


def test_entities_and_mentions(book: Book) -> None:
    assert book.rows("SELECT name, kind FROM entities ORDER BY 1") == [
        ("May", "state"),
        ("Oslo", "state"),
        ("Riga", "state"),
    ]
    assert book.rows(
        "SELECT m.text, e.name, start_char, end_char FROM mentions AS m JOIN entities AS e USING (entity_id)"
        " ORDER BY start_char"
    ) == [("Oslo", "Oslo", 0, 4), ("Riga", "Riga", 15, 19), ("May", "May", 33, 36)]


def test_quarantine_inputs_and_runs(book: Book) -> None:
    assert book.rows("FROM quarantine") == [
        ("empty.txt", "file:///empty.txt", "ingest", "empty", "empty.txt is empty", "run-1")
    ]
    assert book.rows("SELECT number, source_name, outcome, reason, document_id FROM inputs") == [
        (0, "oslo.txt", "new", None, DOC.document_id),
        (1, "empty.txt", "quarantined", "empty", None),
    ]
    assert book.rows(
        "SELECT run_id, number, extractor_version, inputs, new, quarantined, mentions, entities, commitments"
        " FROM runs"
    ) == [("run-1", 1, "test-1", 2, 1, 1, 3, 3, 1)]


def test_an_empty_book_answers_every_view(tmp_path: Path) -> None:
    book = one_book(tmp_path, [])
    views = [file.stem.split("_", 1)[1] for file in (SQL_FOLDER / "views").glob("*.sql")]
    existing = {name for (name,) in book.rows("SELECT view_name FROM duckdb_views() WHERE NOT internal")}
    assert existing <= set(views)
    for name in existing - {"runs"}:
        assert book.rows(f"FROM {name}") == [], name


def test_pledges_between_pair_parties_and_sum_money(tmp_path: Path) -> None:
    text = document("Oslo will give Riga 5. Oslo will give Riga 7. Oslo will help.", "a.txt")
    fields = {"promisors": ("Oslo",), "category": "financial"}
    money = {"beneficiaries": ("Riga",), "unit": "EUR", **fields}
    book = one_book(
        *(tmp_path, [text]),
        record(text, "give Riga 5", amount=5.0, **money),
        record(text, "give Riga 7", amount=7.0, **money),
        record(text, "help", **fields),
    )
    rows = book.rows(
        "SELECT promisor, beneficiary, category, n_commitments, n_documents, amounts"
        " FROM pledges_between ORDER BY 2"
    )
    assert rows == [
        ("Oslo", "Riga", "financial", 2, 1, {"EUR": 12.0}),
        ("Oslo", None, "financial", 1, 1, {}),
    ]


def test_a_thing_counted_is_no_currency(book: Book) -> None:
    assert book.rows("SELECT DISTINCT amounts FROM pledges_between") == [({},)]


def test_sourcing(book: Book) -> None:
    assert book.rows("FROM sourcing") == [("Wire", 1, 0, 1, 0, 0, 1.0, 1.0)]


def test_timeline(book: Book) -> None:
    rows = book.rows("SELECT day, event, action FROM timeline ORDER BY 1, 2")
    published = dt.date(2024, 4, 1)
    assert rows == [
        (published, "delivered", "sent tents"),
        (published, "promised", "send Riga 20 trucks"),
        (published, "requested", "pay"),
        (dt.date(2024, 5, 31), "due", "send Riga 20 trucks"),
    ]


def test_new_since_a_run(book: Book) -> None:
    later = document("Bergen will lend ships.", "bergen.txt")
    book.records.append(record(later, "lend ships"))
    book.run([DOC, later], full=True)
    assert book.rows("SELECT action, first_found_by FROM new_since('run-1')") == [("lend ships", "run-2")]
    assert book.rows("SELECT count(*) FROM new_since('run-2')") == [(0,)]
    assert book.rows("SELECT count(*) FROM new_since('no such run')") == [(2,)]


def test_what_a_changed_document_says_as_before_is_not_new(tmp_path: Path) -> None:
    ships, tents = "Norway will lend ships.", "Norway will lend tents."
    before = document(f"{ships} {tents}")
    kept, gone = record(before, "lend ships", sentence=ships, sentence_end=23), record(before, "lend tents")
    book = one_book(tmp_path, [before], kept, gone)
    after = document(f"Oslo. {ships} Norway will lend trucks.")
    again = record(after, "lend ships", sentence=ships, sentence_start=6, sentence_end=29)
    book.records = [again, record(after, "lend trucks")]
    book.run([after], full=True)
    assert book.rows("SELECT action FROM new_since('run-1')") == [("lend trucks",)]
    later = document(f"Oslo, Monday. {ships}")
    book.records = [record(later, "lend ships", sentence=ships, sentence_start=14, sentence_end=37)]
    book.run([later], full=True)
    assert book.rows("SELECT action FROM new_since('run-1')") == []
    assert book.rows("SELECT first_found_by FROM new_since('none')") == [("run-1",)]


def test_plover_events(book: Book) -> None:
    rows = book.rows("SELECT source, target, event_type, cameo_code FROM plover_events ORDER BY ALL")
    assert rows == [
        ("Bergen", "Riga", "AGREE", "0332"),
        ("Oslo", "Riga", "AGREE", "0332"),
        ("Riga", "Oslo", "REQUEST", "020"),
    ]


@pytest.mark.parametrize(
    ("force", "category", "event"),
    [
        ("agreement", "military", ("AGREE", "057")),
        ("pledge", "diplomatic", ("AGREE", "036")),
        ("plan", "social", ("AGREE", "030")),
        ("refusal", "financial", ("REJECT", "1221")),
        ("threat", "sanctions", ("THREATEN", "1312")),
        ("fulfilment", "humanitarian", ("AID", "073")),
    ],
)
def test_each_force_has_its_event(tmp_path: Path, force: str, category: str, event: tuple[str, str]) -> None:
    book = one_book(tmp_path, [DOC], record(DOC, "pay", force=force, category=category))
    assert book.rows("SELECT event_type, cameo_code FROM plover_events") == [event]


@pytest.mark.parametrize(
    ("force", "category", "events"),
    [
        ("pledge", "military", [("AGREE", "030")]),  # will not attack
        ("obligation", "economic", [("AGREE", "030")]),
        ("agreement", "peace", [("AGREE", "057")]),
        ("refusal", "military", [("REJECT", "1222")]),
        ("fulfilment", "humanitarian", []),  # what has not been done is no aid, and refuses nothing
    ],
)
def test_only_a_refusal_rejects(
    tmp_path: Path, force: str, category: str, events: list[tuple[str, str]]
) -> None:
    book = one_book(tmp_path, [DOC], record(DOC, "pay", force=force, category=category, polarity="negative"))
    assert book.rows("SELECT event_type, cameo_code FROM plover_events") == events


def test_who_asks_itself_has_no_other_side(tmp_path: Path) -> None:
    asked = record(DOC, "pay", force="request", promisors=("Oslo",), requested_by=("Oslo",))
    book = one_book(tmp_path, [DOC], asked)
    assert book.rows("SELECT source, target, event_type FROM plover_events") == [("Oslo", None, "REQUEST")]


def test_a_meeting_that_took_place_is_no_aid(tmp_path: Path) -> None:
    book = one_book(tmp_path, [DOC], record(DOC, "pay", force="fulfilment", category="diplomatic"))
    assert book.rows("FROM plover_events") == []


def test_coverage(book: Book) -> None:
    failed = document("Turku will wait.", "turku.txt", published_on="2024-05-09", publisher="Wire")
    reason = refusal("turku.txt", stage="extract", reason="timeout", detail="too slow")
    book.run([failed], [reason], failing=["turku.txt"])
    assert book.rows("FROM coverage ORDER BY month NULLS LAST") == [
        ("Wire", dt.date(2024, 4, 1), 1, 1, 3, 0, 0.0),
        ("Wire", dt.date(2024, 5, 1), 1, 0, 0, 1, 1.0),
        (None, None, 0, 0, 0, 1, 1.0),
    ]


def test_coverage_forgets_an_input_that_was_read_later(book: Book) -> None:
    book.run([document("No longer empty.", "empty.txt")])
    assert book.rows("SELECT sum(n_quarantined) FROM coverage") == [(0,)]


def searchable(tmp_path: Path, *sentences: str, **fields: object) -> Book:
    """A book of a pledge a sentence, its action what follows ``will``."""
    documents = [document(text, f"{number}.txt") for number, text in enumerate(sentences)]
    pledges = [record(each, each.text.split(" will ")[1].strip("."), **fields) for each in documents]
    return one_book(tmp_path, documents, *pledges)


def test_search_ranks_by_words_found_and_their_rarity(tmp_path: Path) -> None:
    book = searchable(
        *(tmp_path, "Oslo will send tanks and shells.", "Oslo will send shells.", "Oslo will host talks."),
        "Oslo will send tents.",
    )
    rows = book.rows("SELECT action, n_words FROM search('SHELLS, tanks')")
    assert rows == [("send tanks and shells", 2), ("send shells", 1)]
    assert book.rows("SELECT action FROM search('send talks') LIMIT 1") == [("host talks",)]
    assert book.rows("FROM search('')") == []
    assert book.rows("FROM search(?)", "%' OR true --") == []


def test_search_prefers_short_sentences_and_words_of_the_action(tmp_path: Path) -> None:
    book = searchable(
        *(tmp_path, "In talks on aid that went on for days Oslo will host guests.", "Oslo will give aid."),
        "After many talks on other matters that went on for days Oslo will give aid.",
    )
    assert [action for (action,) in book.rows("SELECT source_name FROM search('aid')")] == [
        *("1.txt", "2.txt", "0.txt")
    ]


def test_search_finds_beginnings_of_words_and_names_of_parties(tmp_path: Path) -> None:
    book = searchable(
        *(tmp_path, "Kyiv said it will wait.", "It will send long-range “shells”."), promisors=("Ukraine",)
    )
    assert [name for (name,) in book.rows("SELECT source_name FROM search('aid')")] == []
    assert [name for (name,) in book.rows("SELECT source_name FROM search('shell')")] == ["1.txt"]
    assert [name for (name,) in book.rows("SELECT source_name FROM search('long-range')")] == ["1.txt"]
    assert len(book.rows("FROM search('ukrain')")) == 2


def test_search_counts_a_word_once_a_sentence_and_through_any_mark(tmp_path: Path) -> None:
    book = searchable(
        *(tmp_path, "Oslo will send tanks, tanks and tank crews.", "Oslo will lend some of its tanks…"),
        "Oslo will keep out of this whole affair.",
    )
    rows = book.rows("SELECT source_name, n_words FROM search('tank') ORDER BY ALL")
    assert rows == [("0.txt", 1), ("1.txt", 1)]
    scores = dict(book.rows("SELECT source_name, score FROM search('tank crews')"))
    assert scores["0.txt"] > scores["1.txt"]
    held = book.rows("SELECT word, len(places) FROM derived.words WHERE starts_with(word, 'tanks')")
    assert held == [("tanks", 3)]


def test_copies_name_the_document_that_they_repeat(tmp_path: Path) -> None:
    copy = document(TEXT, "print.txt", publisher="Daily")
    book = one_book(tmp_path, [document(TEXT, "oslo.txt"), copy])
    assert book.rows("SELECT source_name, publisher, copy_of_source, same_text, similarity FROM copies") == [
        ("print.txt", "Daily", "oslo.txt", True, 1.0)
    ]
    assert book.rows("SELECT detail FROM inputs WHERE outcome = 'duplicate'") == [
        ("the same text as oslo.txt",)
    ]

"""Rows in, rows out for the ledger and the views that stand on it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from models import Record
from models.ledger import LedgerLine, LedgerRecord
from tests.warehouse.book import Book, document, one_book, record
from warehouse import CheckFailed, publish, write_ledger

PLAN = document("Oslo may send 20 tanks.", "plan.txt", published_on="2024-01-01", publisher="Wire")
WORD = document("Oslo will send 18 tanks.", "word.txt", published_on="2024-02-01", publisher="Wire")
DEED = document("Oslo has sent 18 tanks.", "deed.txt", published_on="2024-03-01", publisher="Gazette")
NO = document("Oslo will not send tanks.", "no.txt", published_on="2024-04-01")
OTHER = document("Riga will host talks.", "other.txt")

PLANNED = record(
    *(PLAN, "send 20 tanks"),
    force="plan",
    certainty="possible",
    promisors=("Oslo",),
    speaker_type="anonymous",
    amount=20.0,
    unit="tanks",
    category="military",
)
PROMISED = record(
    *(WORD, "send 18 tanks"),
    promisors=("Oslo",),
    beneficiaries=("Kyiv",),
    amount=18.0,
    unit="tanks",
    category="military",
    due_text="by May",
    due_end="2024-05-31",
)
DELIVERED = record(
    DEED,
    "sent 18 tanks",
    force="fulfilment",
    promisors=("Oslo",),
    category="military",
    amount=18.0,
    unit="tanks",
)
REFUSED = record(
    NO, "send tanks", force="refusal", polarity="negative", promisors=("Oslo",), category="military"
)
BEGUN = DELIVERED.model_copy(update={"certainty": "probable"})
PROMISED_MANY = PROMISED.model_copy(update={"amount": 40.0})
UNRELATED_NO = REFUSED.model_copy(update={"action": "will not", "start_char": 5, "end_char": 13})
DONE_BEFORE = record(PLAN, "send 20 tanks", force="fulfilment", promisors=("Oslo",))
SAID_AGAIN = record(WORD, "send 18 tanks", promisors=("Oslo",))  # no sum, as in "stand with Kyiv"
ASKED = record(PLAN, "send 20 tanks", force="request", promisors=("Oslo",), requested_by=("Kyiv",))
BOUND_NOT_TO = record(NO, "send tanks", force="obligation", polarity="negative", promisors=("Oslo",))
BOUND_EARLY = record(PLAN, "send 20 tanks", force="obligation", polarity="negative", promisors=("Oslo",))
HOSTED = record(OTHER, "host talks", promisors=("Riga",), category="diplomatic")
LINE = "led_tanks"


def linked(tmp_path: Path, *records: Record) -> Book:
    """A book whose given records stand in one line, in the order given."""
    book = one_book(tmp_path, [PLAN, WORD, DEED, NO, OTHER], *records, HOSTED)
    link(book, *records)
    return book


def link(book: Book, *records: Record, line: str = LINE) -> None:
    members = [
        LedgerRecord(
            ledger_id=line,
            record_id=each.record_id,
            joined_by=("action",) if place else (),
            score=1 - place / 10,
        )
        for place, each in enumerate(records)
    ]
    write_ledger(book.build, [LedgerLine(ledger_id=line)], members)
    publish(book.build, book.published)


def test_a_line_sums_up_its_records(tmp_path: Path) -> None:
    book = linked(tmp_path, PLANNED, PROMISED)
    (line,) = book.dictionaries("FROM ledger")
    assert line == {
        "ledger_id": LINE,
        "parent_id": None,
        "promisors": ["Oslo"],
        "beneficiaries": ["Kyiv"],
        "category": "military",
        "action": "send 18 tanks",
        "strongest_force": "pledge",
        "certainty": "certain",
        "amount": 18.0,
        "unit": "tanks",
        "delivered_amount": None,
        "due_start": None,
        "due_end": dt.date(2024, 5, 31),
        "condition": None,
        "status": "announced",
        "first_seen": dt.date(2024, 1, 1),
        "last_seen": dt.date(2024, 2, 1),
        "n_records": 2,
        "n_documents": 2,
        "publishers": ["Wire"],
        "sourcing": "both",
        "confidence": 0.9,
        "reviewed_by": None,
    }


@pytest.mark.parametrize(
    ("records", "status"),
    [
        ([PLANNED], "negotiating"),
        ([PLANNED, PROMISED], "announced"),
        ([PROMISED, DELIVERED], "delivered"),
        ([DONE_BEFORE, SAID_AGAIN], "announced"),
        ([REFUSED], "refused"),
        ([PROMISED, REFUSED], "withdrawn"),
        ([PROMISED, BEGUN], "announced"),
        ([PROMISED, UNRELATED_NO], "announced"),
        ([PROMISED_MANY, DELIVERED], "announced"),
        ([ASKED], "requested"),
        ([ASKED, REFUSED], "refused"),
        ([BOUND_NOT_TO], "agreed"),
        ([BOUND_EARLY, PROMISED, BOUND_NOT_TO], "agreed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_status_of_a_line(tmp_path: Path, records: list[Record], status: str) -> None:
    assert linked(tmp_path, *records).rows("SELECT status FROM ledger") == [(status,)]


def test_a_promise_after_a_refusal_stands(tmp_path: Path) -> None:
    later = document("Oslo will send tanks after all.", "later.txt", published_on="2024-06-01")
    promised = record(later, "send tanks", promisors=("Oslo",), force="agreement")
    book = one_book(tmp_path, [NO, later], REFUSED, promised)
    link(book, REFUSED, promised)
    assert book.rows("SELECT status, strongest_force FROM ledger") == [("agreed", "agreement")]


def test_yes_and_no_on_one_day_contradict(tmp_path: Path) -> None:
    same_day = document("Oslo will send tanks, it said.", "yes.txt", published_on="2024-04-01")
    promised = record(same_day, "send tanks", promisors=("Oslo",))
    book = one_book(tmp_path, [NO, same_day], REFUSED, promised)
    link(book, REFUSED, promised)
    assert book.rows("SELECT status FROM ledger") == [("contradicted",)]


def test_the_history_has_a_step_per_record(tmp_path: Path) -> None:
    book = linked(tmp_path, PROMISED, PLANNED, DELIVERED)
    rows = book.rows(
        "SELECT position, step, source_name, joined_by, score FROM ledger_history ORDER BY position"
    )
    assert rows == [
        (1, "negotiating", "plan.txt", ["action"], 0.9),
        (2, "announced", "word.txt", [], 1.0),
        (3, "delivered", "deed.txt", ["action"], 0.8),
    ]


def test_records_of_one_place_have_a_lasting_order(tmp_path: Path) -> None:
    asked = PROMISED.model_copy(
        update={
            "record_id": Record.make_id(PROMISED.document_id, PROMISED.start_char, PROMISED.end_char, "plan"),
            "force": "plan",
        }
    )
    book = one_book(tmp_path, [WORD], PROMISED, asked)
    link(book, PROMISED, asked)
    told = [name for (name,) in book.rows("SELECT commitment_id FROM ledger_history ORDER BY position")]
    assert told == sorted([PROMISED.record_id, asked.record_id])


def test_commitments_name_their_line(tmp_path: Path) -> None:
    book = linked(tmp_path, PLANNED, PROMISED)
    assert book.rows("SELECT source_name, ledger_id FROM commitments ORDER BY 1") == [
        ("other.txt", None),
        ("plan.txt", LINE),
        ("word.txt", LINE),
    ]


def test_linking_again_replaces_only_the_lines_it_touches(tmp_path: Path) -> None:
    book = linked(tmp_path, PLANNED, PROMISED)
    link(book, HOSTED, line="led_talks")
    link(book, PROMISED, line="led_other")
    rows = book.rows("SELECT ledger_id, record_id FROM store.ledger_records ORDER BY 1")
    assert rows == [
        ("led_other", PROMISED.record_id),
        ("led_talks", HOSTED.record_id),
        (LINE, PLANNED.record_id),
    ]
    write_ledger(book.build, [], [], gone=["led_talks"])
    publish(book.build, book.published)
    assert book.rows("SELECT ledger_id FROM ledger ORDER BY 1") == [("led_other",), (LINE,)]


def test_a_line_of_a_record_that_is_not_there_is_refused(tmp_path: Path) -> None:
    book = linked(tmp_path, PLANNED)
    stray = LedgerRecord(ledger_id="led_stray", record_id="com_none", score=1)
    with pytest.raises(CheckFailed, match="orphans"):
        write_ledger(book.build, [LedgerLine(ledger_id="led_stray")], [stray])
    with pytest.raises(CheckFailed, match="orphans"):
        write_ledger(book.build, [LedgerLine(ledger_id=LINE, parent_id="led_none")], [
            LedgerRecord(ledger_id=LINE, record_id=PLANNED.record_id, score=1)
        ])  # fmt: skip


def test_a_line_goes_with_its_last_record_and_frees_its_shares(tmp_path: Path) -> None:
    book = linked(tmp_path, PLANNED)
    talks = LedgerRecord(ledger_id="led_share", record_id=HOSTED.record_id, score=1)
    write_ledger(book.build, [LedgerLine(ledger_id="led_share", parent_id=LINE)], [talks])
    publish(book.build, book.published)
    assert book.rows("SELECT parent_id FROM ledger WHERE ledger_id = 'led_share'") == [(LINE,)]
    book.records = [HOSTED]
    book.run([PLAN, OTHER], full=True)
    assert book.rows("SELECT ledger_id, parent_id FROM ledger") == [("led_share", None)]


def test_scorecards_count_what_each_party_said_and_did(tmp_path: Path) -> None:
    book = linked(tmp_path, PLANNED, PROMISED, DELIVERED)
    (oslo, riga) = book.dictionaries("FROM actor_scorecard ORDER BY promisor")
    wanted = {
        "promisor": "Oslo",
        "n_commitments": 2,
        "n_ledger_lines": 1,
        "n_binding": 0,
        "n_pledges": 1,
        "n_soft": 1,
        "n_refusals": 0,
        "n_threats": 0,
        "n_requests_received": 0,
        "n_fulfilments": 1,
        "n_certain": 1,
        "n_conditional": 0,
        "n_dated": 1,
        "n_anonymous": 1,
        "first_seen": dt.date(2024, 1, 1),
        "last_seen": dt.date(2024, 3, 1),
        "n_delivered": 1,
        "n_withdrawn": 0,
    }
    assert oslo == wanted
    assert (riga["promisor"], riga["n_commitments"], riga["n_ledger_lines"]) == ("Riga", 1, 0)


def test_deadlines_as_of_a_day(tmp_path: Path) -> None:
    book = linked(tmp_path, PROMISED)
    columns = "SELECT source_name, days_left, state FROM deadlines(?)"
    assert book.rows(columns, "2024-05-01") == [("word.txt", 30, "ahead")]
    assert book.rows(columns, "2024-06-02") == [("word.txt", -2, "passed")]
    assert book.rows(columns, "2024-01-31") == []
    book.records.append(DELIVERED)
    book.run([DEED], full=True)
    link(book, PROMISED, DELIVERED)
    assert book.rows(columns, "2024-06-02") == [("word.txt", -2, "delivered")]


def test_contradictions_pair_what_is_promised_with_what_is_ruled_out(tmp_path: Path) -> None:
    book = one_book(tmp_path, [WORD, NO, OTHER], PROMISED, REFUSED, HOSTED)
    assert book.rows(
        "SELECT promisor, category, action, against_action, overlap, same_line FROM contradictions"
    ) == [("Oslo", "military", "send 18 tanks", "send tanks", 1.0, False)]


@pytest.mark.parametrize(
    ("promise", "refusal", "paired", "paired_in_one_line"),
    [
        ("send 18 tanks to the front", "send tanks to the rear", False, False),
        ("sending tanks to the front", "send tanks to the front", True, True),
        ("sending tanks to the front", "send tanks to the front or rear", False, True),  # a wider no
        ("send ships with troops to the harbour", "send troops", False, False),  # another object
        ("lend ships", "send ships", False, False),  # another act
        (
            "send ships to the harbour",
            "send ships to patrol the northern strait",
            False,
            False,
        ),  # a narrower no
        ("send the ships to the southern harbour", "send ships", False, True),  # one word beside the verb's
        ("tolerate raids no longer", "tolerate raids", False, False),  # a no in other words
        ("send ships", "send troops", False, False),  # another matter
        ("let it happen", "let that happen", False, False),  # no matter at all
        ("move forward", "move forward", False, False),  # nor here
        ("take action to host talks", "take any action to fund talks", False, False),  # the act is behind it
        ("back Kyiv with tanks", "back down from backing Kyiv with tanks", False, False),  # a no to a no
        ("support Kyiv", "let up on our support for Kyiv", False, False),  # nor that
        ("apply to all tanks", "apply to tanks", False, False),  # what a rule extends to
        ("oppose sending tanks", "send tanks", False, False),  # a no in other words
        ("send tanks only to Kyiv", "send tanks to Kyiv", False, False),  # no more than it says
    ],
)
def test_contradictions_are_about_one_act(
    tmp_path: Path, promise: str, refusal: str, paired: bool, paired_in_one_line: bool
) -> None:
    yes, no = document(f"Oslo will {promise}.", "yes.txt"), document(f"Oslo will not {refusal}.", "no.txt")
    promised = record(yes, promise, promisors=("Oslo",))
    refused = record(no, refusal, force="refusal", polarity="negative", promisors=("Oslo",))
    book = one_book(tmp_path, [yes, no], promised, refused)
    pairs = "SELECT commitment_id, against_id, same_line FROM contradictions"
    assert book.rows(pairs) == [(promised.record_id, refused.record_id, False)] * paired
    link(book, promised, refused)
    assert book.rows(pairs) == [(promised.record_id, refused.record_id, True)] * paired_in_one_line


@pytest.mark.parametrize(
    ("promise", "refusal", "told"),
    [
        ("Oslo will {}.", "Oslo won’t {}.", True),
        ("Oslo said: We will {}.", "At Oslo I said that we will never {}.", True),
        ("They intend to {}.", "Oslo will not {}.", False),  # what others mean to do
        ("Oslo has no plans to {}.", "Oslo will not {}.", False),
        ("Oslo will not hesitate to {}.", "Oslo will not {}.", False),  # a promise in the words of a no
        ("Will Oslo {}?", "Oslo will not {}.", False),
        ("If asked, Oslo will {}.", "Oslo will not {}.", False),
        ("Oslo will {}.", "Oslo will not just {}.", False),
        ("Oslo will {}.", "Nobody in Oslo will {}.", False),
        ("Oslo will {}.", "These parties, unlike Oslo, refused to {}.", False),
    ],
)
def test_contradictions_are_told_in_the_own_voice(
    tmp_path: Path, promise: str, refusal: str, told: bool
) -> None:
    action = "send tanks to the front"
    yes, no = document(promise.format(action), "yes.txt"), document(refusal.format(action), "no.txt")
    promised = record(yes, action, promisors=("Oslo",))
    refused = record(no, action, force="refusal", polarity="negative", promisors=("Oslo",))
    book = one_book(tmp_path, [yes, no], promised, refused)
    assert bool(book.rows("FROM contradictions")) is told


@pytest.mark.parametrize(
    "field", [{"confidence": 0.4}, {"condition": "if Riga does"}, {"force": "fulfilment"}]
)
def test_a_doubtful_or_bounded_no_contradicts_nothing(tmp_path: Path, field: dict[str, object]) -> None:
    book = one_book(tmp_path, [WORD, NO], PROMISED, REFUSED.model_copy(update=field))
    assert book.rows("FROM contradictions") == []


def test_one_document_does_not_contradict_itself(tmp_path: Path) -> None:
    both = document("Oslo will send tanks. Oslo will not send tanks.", "both.txt")
    promised = record(both, "send tanks", promisors=("Oslo",))
    again = both.text.rindex("send tanks")
    ruled_out = record(both, "send tanks", force="refusal", polarity="negative", promisors=("Oslo",))
    refused = ruled_out.model_copy(update={"start_char": again, "end_char": again + len("send tanks")})
    assert one_book(tmp_path, [both], promised, refused).rows("FROM contradictions") == []


def test_a_deed_against_a_refusal_is_a_contradiction(tmp_path: Path) -> None:
    book = one_book(tmp_path, [DEED, NO], DELIVERED, REFUSED)
    assert book.rows("SELECT force, action, against_action FROM contradictions") == [
        ("fulfilment", "sent 18 tanks", "send tanks")
    ]


def test_no_contradiction_between_different_beneficiaries(tmp_path: Path) -> None:
    refused = REFUSED.model_copy(update={"beneficiaries": ("Riga",)})
    book = one_book(tmp_path, [WORD, NO], PROMISED, refused)
    assert book.rows("FROM contradictions") == []

"""A gold file of five small documents, and a book whose records are right, half right and wrong."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from flows.scoring import Gold, GoldRecord
from models import Document, Record
from tests.warehouse.book import Book, document, one_book, record

FERRY = "Kestria will lend Norhaven 40 million euros for ferries by 30 June 2025 if parliament agrees."
FERRY_SHIPS = "“We are going to buy ten ferries from Valdoria,” minister Ada Brun said."
FERRY_MAYBE = "The islands may reopen the old quay next spring."
TREATY_AID = "The Parties shall share flood warnings and shall not dam the Senna."
TREATY_TALKS = "Each Party undertakes to consult the other before new works begin."
STRIKE = "Valdoria threatened to close its border unless the talks resume, and Kestria ruled out new talks."
MARKET = "The market opens at six, and vendors expect a quiet morning."
ABSENT = "Elsborg promised to rebuild the harbour wall."


def gold_values(doc: str, sentence: str, action: str, force: str, **fields: Any) -> dict[str, Any]:
    """A line of a gold file: a certain act of Kestria that the reporter tells, but for ``fields``."""
    values: dict[str, Any] = {
        "doc": doc,
        "sentence": sentence,
        "action": action,
        "force": force,
        "promisors": ["Kestria"],
        "beneficiaries": [],
        "polarity": "positive",
        "certainty": "certain",
        "category": "other",
        "amount": None,
        "unit": "",
        "due_text": "",
        "due_start": "",
        "due_end": "",
        "condition": "",
        "speaker": "",
        "speaker_type": "author",
        "direct": False,
    }
    return values | fields


def gold_record(**fields: Any) -> GoldRecord:
    """A gold record of the ferry loan, but for ``fields``."""
    loan = gold_values("ferry.txt", FERRY, "lend Norhaven 40 million euros for ferries", "pledge")
    return GoldRecord.model_validate(loan | fields)


LINES: list[dict[str, Any]] = [
    gold_values(
        "ferry.txt",
        FERRY,
        "lend Norhaven 40 million euros for ferries",
        "pledge|plan",
        beneficiaries=["Norhaven"],
        category="financial|economic",
        amount=40_000_000,
        unit="EUR",
        due_text="by 30 June 2025",
        due_end="2025-06-30|2025-06-29",
        condition="if parliament agrees",
    ),
    gold_values(
        "ferry.txt",
        FERRY_SHIPS,
        "buy ten ferries from Valdoria",
        "pledge",
        promisors=["Kestria|Ada Brun"],
        beneficiaries=["?Valdoria"],
        amount=10,
        unit="ferries",
        category="economic",
        speaker="Ada Brun|minister Ada Brun",
        speaker_type="named",
        direct=True,
    ),
    gold_values(
        "ferry.txt",
        FERRY_MAYBE,
        "reopen the old quay",
        "plan",
        promisors=["Norhaven"],
        certainty="possible",
        due_text="next spring",
        optional=True,
    ),
    gold_values(
        "treaty.txt",
        TREATY_AID,
        "share flood warnings",
        "obligation",
        promisors=["Kestria", "Norhaven"],
        category="other|energy_climate",
        speaker_type="document",
    ),
    gold_values(
        "treaty.txt",
        TREATY_AID,
        "dam the Senna",
        "refusal|obligation",
        promisors=["Kestria", "Norhaven"],
        polarity="negative",
        speaker_type="document",
    ),
    gold_values(
        "treaty.txt",
        TREATY_TALKS,
        "consult the other before new works begin",
        "obligation",
        promisors=["Kestria", "Norhaven"],
        category="diplomatic",
        condition="before new works begin",
        speaker_type="document",
        unsure=["condition", "polarity"],
    ),
    gold_values(
        "strike.txt",
        STRIKE,
        "close its border",
        "threat",
        promisors=["Valdoria"],
        beneficiaries=["Kestria"],
        category="justice",
        condition="unless the talks resume",
    ),
    gold_values("strike.txt", STRIKE, "new talks", "refusal", polarity="negative", category="diplomatic"),
    gold_values("strike.txt", STRIKE, "the talks resume", "request", promisors=["Kestria"]),
    {"doc": "market.txt", "empty": True},
    gold_values("absent.txt", ABSENT, "rebuild the harbour wall", "pledge", promisors=["Elsborg"]),
]


def sample_gold() -> Gold:
    """The sample's lines as ``read_gold`` gives them."""
    return Gold(
        documents=tuple(dict.fromkeys(line["doc"] for line in LINES)),
        records=tuple(GoldRecord.model_validate(line) for line in LINES if "empty" not in line),
    )


def write_gold(path: Path, lines: list[dict[str, Any]] = LINES) -> Path:
    """Write a gold file."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def said(of: Document, sentence: str, action: str, **fields: Any) -> Record:
    """A pledge by Kestria found in ``sentence``, but for ``fields``."""
    start = of.text.index(sentence)
    place = {"sentence": sentence, "sentence_start": start, "sentence_end": start + len(sentence)}
    return record(of, action, promisors=fields.pop("promisors", ("Kestria",)), **place, **fields)


FERRY_DOCUMENT = document(f"{FERRY} {FERRY_SHIPS} {FERRY_MAYBE}", "ferry.txt", genre="news")
TREATY_DOCUMENT = document(f"{TREATY_AID} {TREATY_TALKS}", "treaty.txt", genre="treaty")
STRIKE_DOCUMENT = document(STRIKE, "folder/strike.txt", genre="news")
MARKET_DOCUMENT = document(MARKET, "market.txt")
OTHER_DOCUMENT = document("Norway will send tents.", "other.txt")


def ferry_records() -> list[Record]:
    """The loan, right in all but its date; the purchase, by the wrong party; the optional quay."""
    return [
        said(
            FERRY_DOCUMENT,
            FERRY,
            "lend Norhaven 40 million euros",
            beneficiaries=("Norhaven", "parliament"),
            category="financial",
            amount=40_200_000,
            unit="EUR",
            due_text="30 June 2025",
            due_end=dt.date(2025, 6, 28),
            condition="if parliament agrees",
            rule_id="force.will",
        ),
        said(
            FERRY_DOCUMENT,
            FERRY_SHIPS,
            "buy ten ferries",
            promisors=("Valdoria",),
            beneficiaries=("Valdoria",),
            force="plan",
            amount=12,
            unit="ferries",
            category="economic",
            speaker="minister Ada",
            speaker_type="named",
            rule_id="force.going_to",
        ),
        said(
            FERRY_DOCUMENT,
            FERRY_MAYBE,
            "reopen the old quay",
            promisors=("Norhaven",),
            certainty="possible",
            rule_id="force.may",
        ),
    ]


def treaty_records() -> list[Record]:
    """The duty to share, under an allowed force of its group; the duty to consult; no dam."""
    parties = ("Kestria", "Norhaven")
    return [
        said(
            TREATY_DOCUMENT,
            TREATY_AID,
            "share flood warnings",
            promisors=parties,
            force="agreement",
            speaker_type="document",
            rule_id="force.shall",
        ),
        said(
            TREATY_DOCUMENT,
            TREATY_TALKS,
            "consult the other",
            promisors=parties,
            force="obligation",
            category="diplomatic",
            polarity="negative",
            speaker_type="document",
            rule_id="force.undertake",
        ),
    ]


def other_records() -> list[Record]:
    """The threat, for no reason given; a false alarm, a request, and a document nobody annotated."""
    return [
        said(
            STRIKE_DOCUMENT,
            STRIKE,
            "close its border",
            promisors=("Valdoria",),
            beneficiaries=("Kestria", "the talks"),
            force="threat",
            category="military",
            rule_id="force.threaten",
        ),
        said(STRIKE_DOCUMENT, STRIKE, "the talks resume", force="request", rule_id="force.demand"),
        said(
            MARKET_DOCUMENT,
            MARKET,
            "expect a quiet morning",
            promisors=("vendors",),
            force="plan",
            certainty="probable",
            rule_id="force.may",
        ),
        said(OTHER_DOCUMENT, OTHER_DOCUMENT.text, "send tents", promisors=("Norway",)),
    ]


def sample_book(folder: Path) -> Book:
    """A book of the sample's documents but for absent.txt, and of one that its gold does not name."""
    documents = [FERRY_DOCUMENT, TREATY_DOCUMENT, STRIKE_DOCUMENT, MARKET_DOCUMENT, OTHER_DOCUMENT]
    return one_book(folder, documents, *ferry_records(), *treaty_records(), *other_records())

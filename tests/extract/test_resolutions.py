"""Resolutions: what follows from their lines, whose verbs name nobody who acts."""

from __future__ import annotations

import pytest

from models import Record
from tests.extract.documents import document, extraction

BODY = "Council of Island States"
PREAMBLE = f"The {BODY},\nRecalling its earlier decisions,\n"


def records(line: str) -> list[Record]:
    item = document(PREAMBLE + line, "communique", "Resolution on the ports of Fiji", "Island States Press")
    return list(extraction(item).records)


@pytest.mark.parametrize(
    ("line", "asked", "action"),
    [
        ("Requests the Government of Fiji to reopen its ports;", "Fiji", "reopen its ports"),
        ("Calls upon all crews to leave the harbour by 3 May;", "crews", "leave the harbour by 3 May"),
        ("4. Urges the Government of Peru to free the crews;", "Peru", "free the crews"),
        (
            "Calls upon Peru to join the talks, to be held in May;",
            "Peru",
            "join the talks, to be held in May",
        ),
        ("7. Invites donors to pay for the lamps;", "donors", "pay for the lamps"),
    ],
)
def test_a_resolution_asks_those_whom_its_lines_name(line: str, asked: str, action: str) -> None:
    (record,) = records(line)
    assert (record.force, record.promisors, record.action) == ("request", (asked,), action)
    assert (record.requested_by, record.speaker, record.speaker_type) == ((BODY,), BODY, "document")


def test_who_adopts_a_resolution_does_what_it_decides() -> None:
    (record,) = records("8. Decides to send observers to Suva;")
    assert (record.force, record.promisors, record.action) == ("pledge", (BODY,), "send observers to Suva")


@pytest.mark.parametrize(
    ("line", "force", "who", "action"),
    [
        ("Takes note of the offer by Peru to lend four tugs;", "offer", "Peru", "lend four tugs"),
        ("Noting the readiness of Chad to host the talks,", "offer", "Chad", "host the talks"),
        ("Welcomes the intention of Peru to pay for fuel;", "plan", "Peru", "pay for fuel"),
    ],
)
def test_a_promise_that_is_noted_is_of_who_made_it(line: str, force: str, who: str, action: str) -> None:
    (record,) = records(line)
    assert (record.force, record.promisors, record.action) == (force, (who,), action)


def test_a_plural_with_a_verb_of_its_own_is_no_line_of_a_resolution() -> None:
    assert records("Calls on the harbour line rose. Requests the mayor made went unheard.") == []

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
        ("Accepts the kind offer of Chad to host the talks;", "offer", "Chad", "host the talks"),
        ("Welcomes the intention of Peru to pay for fuel;", "plan", "Peru", "pay for fuel"),
        ("Recalls the promise of Peru that it would lend four tugs;", "pledge", "Peru", "lend four tugs"),
        (
            "Recalling the pledge of Peru of 9 million dollars for the port,",
            "pledge",
            "Peru",
            "the pledge of Peru of 9 million dollars for the port",
        ),
    ],
)
def test_a_promise_that_is_noted_is_of_who_made_it(line: str, force: str, who: str, action: str) -> None:
    (record,) = records(line)
    assert (record.force, record.promisors, record.action) == (force, (who,), action)


def test_who_is_invited_offers_nothing() -> None:
    (record,) = extraction(
        document("Chad voted to back the invitation of Peru to join the reef league.")
    ).records
    assert (record.promisors, record.force) == (("Chad",), "pledge")


def test_a_plural_with_a_verb_of_its_own_is_no_line_of_a_resolution() -> None:
    assert records("Calls on the harbour line rose. Requests the mayor made went unheard.") == []


@pytest.mark.parametrize(
    ("line", "made"),
    [
        (
            "3. Urges the Government to open its ports and takes note of its undertaking to free the crews;",
            [("request", ("Government",)), ("pledge", ("Government",))],
        ),
        (
            "Calls upon Peru to reopen the ports, and welcomes its pledge to free the crews;",
            [("request", ("Peru",)), ("pledge", ("Peru",))],
        ),
        (
            "Hails the truce in which the Government and the Skarn Front committed themselves to leave;",
            [("pledge", ("Government", "Skarn Front"))],
        ),
        ("Takes note of the Government's pledge to hold a vote;", [("pledge", ("Government",))]),
        # the state whose it is, where the text tells of one alone
        (
            "Alarmed by the floods in Peru, Urges the Government to reopen the ports;",
            [("request", ("Peru",))],
        ),
        (
            "Thanking both Fiji and Peru,\nUrges the Government to reopen the ports;",
            [("request", ("Government",))],
        ),
        # its own word all the same
        (
            "Urges the Government to reopen the ports, and reaffirms its commitment to send tents;",
            [("request", ("Government",)), ("pledge", (BODY,))],
        ),
    ],
)
def test_the_government_is_not_the_body_that_speaks_to_it(
    line: str, made: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(record.force, record.promisors) for record in records(line)] == made


def test_a_state_may_call_itself_the_government() -> None:
    item = document("The Government will lend two tugs to Suva.", "press_release", None, "Government of Peru")
    assert [record.promisors for record in extraction(item).records] == [("Peru",)]


@pytest.mark.parametrize(
    "line",
    [
        "5. Authorizes the flotilla to remain in the bay until 3 May;",
        "Authorizes its observers to lend tents to Suva and to train pilots;",
        "Further authorizes Member States to stay in the bay for a year;",
        "Decides to permit the crews to sell their boats;",
        "Authorizes Peru to:\n- search boats in the bay;\n- seize fuel;",
    ],
)
def test_a_line_that_lets_somebody_act_binds_nobody(line: str) -> None:
    assert records(line) == []


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("Authorizes an increase of the fleet by 50 sailors;", "an increase of the fleet by 50 sailors"),
        ("Authorizes the flotilla to stay in the bay, and decides to send two tugs;", "send two tugs"),
    ],
)
def test_what_else_a_body_decides_binds_it_beside_what_it_lets_others_do(line: str, action: str) -> None:
    assert [(record.promisors, record.action) for record in records(line)] == [((BODY,), action)]


@pytest.mark.parametrize(
    "words",
    [
        "Renews until 3 May 2031 the ban imposed by paragraph 2",
        "Renews the mandate of the mission until 3 May 2031",
        "Extends until 3 May 2031 the work of the panel",
    ],
)
def test_who_adopts_a_resolution_renews_until_a_day_what_it_names(words: str) -> None:
    (record,) = records(f"6. {words};")
    assert (record.force, record.promisors, record.action) == ("pledge", (BODY,), words)
    assert (record.speaker, str(record.due_end)) == (BODY, "2031-05-03")


@pytest.mark.parametrize(
    "line", ["6. Extends its thanks to the guard;", "6. Recalls the ban that it set until 3 May 2031;"]
)
def test_no_line_without_an_act_renews_anything(line: str) -> None:
    assert records(line) == []

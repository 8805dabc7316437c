"""Where a report was written, which tells of what state it may be but is nobody who acts."""

from __future__ import annotations

import pytest

from flows.extract.components.named import Named
from tests.extract.documents import analysis, records, token_at


def named_at(text: str, words: str) -> Named | None:
    found = analysis(text)
    return found.names.at(token_at(found, words))


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("LIMA — Bakers met on Tuesday.", "LIMA", "Peru", "state"),
        ("NUKUALOFA, Tonga, May 3 — Bakers met on Tuesday.", "Tonga", "Tonga", "state"),
        # a town that no reference knows, whatever the recogniser takes it for
        ("SKARNBY - Bakers met on Tuesday.", "SKARNBY", "SKARNBY", "place"),
    ],
)
def test_a_dateline_names_a_state_by_its_capital_and_else_a_place(
    text: str, words: str, name: str, kind: str
) -> None:
    named = named_at(text, words)
    assert named is not None
    assert (named.name, named.kind, named.via) == (name, kind, "dateline")


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        (
            "SUVA — Two mills closed after a fire.\nThe company said it would rebuild one of them.",
            "company",
        ),
        (
            "BRATISLAVA, Slovakia - Hungary closed two mills.\nThe two sides agreed to meet every week.",
            "two sides",
        ),
    ],
)
def test_who_acts_is_never_where_the_report_was_written(text: str, promisor: str) -> None:
    assert [record.promisors for record in records(text)] == [(promisor,)]


def test_a_bare_office_is_of_the_state_in_whose_capital_a_report_was_written() -> None:
    text = "LIMA — Miners have freed ten nurses.\nThe defense minister will clear the mines."
    assert records(text)[-1].promisors == ("Peru",)

"""Who is meant by a client of whoever speaks: a report in, whom the word stands for out."""

from __future__ import annotations

import pytest

from tests.extract.documents import records, who


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reed Lane's lawyer said that his client would pay the fine.", ["Reed Lane"]),
        ("A lawyer for Karhula Energy said her client would pay the fine.", ["Karhula Energy"]),
        ("Reed Lane said that his client would pay the fine.", ["Reed Lane's client"]),
        # the lawyer's own name behind those whom the lawyer speaks for, whatever it is taken for
        (
            "A lawyer for a group of bakers, Maria Santos, who spoke first, said her client would sue.",
            ["group of bakers"],
        ),
        ("An attorney for a bakers' guild, Ada Berg, added her client would sue.", ["bakers' guild"]),
        ("A lawyer for a shipping firm, Karhula Lines, said her client would pay.", ["Karhula Lines"]),
        ("Ada Berg, a lawyer representing the bakers, said her client would sue.", ["bakers"]),
        ("A lawyer for the bakers, Ada Berg, said it was late but her client would sue.", ["bakers"]),
        ("A lawyer for two of the bakers said his client would sue.", ["two of the bakers"]),
        ("A lawyer for three of the accused said his client would sue.", ["three of the accused"]),
        ("A lawyer for the bakers left. Reed Lane said his client would sue.", ["Reed Lane's client"]),
    ],
)
def test_a_client_is_the_one_for_whom_the_lawyer_speaks(text: str, expected: list[str]) -> None:
    assert who(text, "client") == expected


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("A lawyer for the bakers, Ada Berg, vowed her clients would appeal.", "bakers"),
        ("The mayor, Ada Berg, vowed her clients would appeal.", "Ada Berg"),
    ],
)
def test_a_lawyers_vow_for_clients_binds_them(text: str, promisor: str) -> None:
    assert [record.promisors for record in records(text)] == [(promisor,)]

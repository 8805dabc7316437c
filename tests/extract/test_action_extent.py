"""Where acts begin and end behind words that only lead to them: proposals in, spans out."""

from __future__ import annotations

import pytest

from tests.extract.test_proposals import proposed


@pytest.mark.parametrize(
    ("text", "expected", "wrong"),
    [
        ("Peru will not hesitate to close the port.", "close the port", "hesitate to close the port"),
        ("Peru will refuse to close the port.", "close the port", "refuse to close the port"),
        ("Peru will refuse the gift.", "refuse the gift", "the gift"),
        ("Peru withdrew an offer to host the fair.", "host the fair", "withdrew an offer to host the fair"),
        ("Peru dropped plans to buy ten tugs.", "buy ten tugs", "dropped plans to buy ten tugs"),
        (
            "Ada Berg announced that bakers plan to sue the mayor.",
            "sue the mayor",
            "bakers plan to sue the mayor",
        ),
        ("Ada Berg warned that her men would fight on.", "fight on", "her men would fight on"),
        ("Ada Berg promised that the pier would stay.", "the pier would stay", "stay"),
        (
            "Peru has promised gear worth $3 million, to be sent once the port opens.",
            "gear worth $3 million",
            "sent once the port opens",
        ),
        ("Peru set out the terms on which it would sell the pier.", "sell the pier", "the terms"),
        (
            "Peru has threatened more than once to close the port.",
            "close the port",
            "more than once to close the port",
        ),
        ("Ada Berg promised beds at ten clinics.", "beds at ten clinics", "beds"),
        ("Ada Berg promised beds at a summit.", "beds", "beds at a summit"),
        ("The operator guarantees a ferry every two hours.", "a ferry every two hours", "a ferry"),
        (
            "Peru announced a no-fishing zone off its coast.",
            "a no-fishing zone off its coast",
            "zone off its coast",
        ),
    ],
)
def test_an_act_has_its_own_words(text: str, expected: str, wrong: str) -> None:
    actions = [action for action, _ in proposed(text)]
    assert expected in actions
    assert wrong not in actions

"""Two or three named together before, for whom a number or "the sides" stands."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # of whom the report tells, and not who helps them
        (
            "Hezbollah and the Lund Alliance will swap captives. Snow fell. A UN mission fed them. "
            "Finland lent two cars. Snow fell. Both sides will pull back.",
            "sides",
            ["Hezbollah", "Lund Alliance"],
        ),
        (
            "Georgian and Abkhaz envoys met. Snow fell. The two sides will swap maps.",
            "sides",
            ["Georgia", "Abkhazia"],
        ),
        ("Chad and Niger struck a deal, the countries said on Monday.", "countries", ["Chad", "Niger"]),
        # no place
        (
            "Reed Lane called Ada Berg on Friday. Trucks had come from the Lund and Skarn quarries. "
            "The two will sign in May.",
            "two",
            ["Reed Lane", "Ada Berg"],
        ),
        (
            "Leaders of Hezbollah sang outside the Finnish capital. The two sides will sign in May.",
            "sides",
            ["two sides"],
        ),
        ("Reed Lane sang. Some bakers like the Ada Berg region. The two men left.", "men", ["two men"]),
        # those whose bodies are told of
        ("The mints of Chad and Niger struck a deal. The two mints will close.", "mints", ["two mints"]),
        ("The navies of Chad and Niger met. The two navies will sail.", "navies", ["Chad", "Niger"]),
        ("The navies of Chad met. The two navies will sail.", "navies", ["two navies"]),
        # those whose people acted together, however long ago
        (
            "Army divers from Chad and Niger will search a lagoon. Snow fell. Rain fell. Indian monks came. "
            "Both countries like tea.",
            "countries",
            ["Chad", "Niger"],
        ),
        (
            "Chadian and Nigerien divers searched a lagoon. Snow fell. Rain fell. Both countries like tea.",
            "countries",
            ["Chad", "Niger"],
        ),
        # also by their organs, and without a number
        (
            "Chad and Niger signed a pact on tuna. Snow fell. Rain fell. Both parliaments will vote.",
            "parliaments",
            ["Chad", "Niger"],
        ),
        (
            "Chad and Niger signed a pact on tuna. Snow fell. Rain fell. Chad's cooks left. "
            "It will take ten men from each army.",
            "army",
            ["Chad", "Niger"],
        ),
        (
            "Chad and Niger signed a pact on tuna. Snow fell. Rain fell. The countries will pay.",
            "countries",
            ["Chad", "Niger"],
        ),
        (
            "Chad and Niger signed a pact on tuna. Three Baltic countries did not. The countries will pay.",
            "countries",
            ["Three Baltic countries"],
        ),
        (
            "Peru, Chad and Fiji signed a pact. Snow fell. The countries will pay.",
            "countries",
            ["Peru", "Chad", "Fiji"],
        ),
        # those who were two before, and no judge or helper of theirs
        (
            "Fiji sold rice. Peru sold tea. The two countries have argued for years. In May, Fiji asked the "
            "International Court of Justice to rule. Both will wait.",
            "Both",
            ["Fiji", "Peru"],
        ),
        (
            "Fiji sold rice. Peru sold tea. Snow fell. Monks asked the United Nations to help. "
            "The two sides will wait.",
            "sides",
            ["Fiji", "Peru"],
        ),
        (
            "Fiji sold rice. Snow fell. The United Nations sold tea. The two sides will wait.",
            "sides",
            ["Fiji", "United Nations"],
        ),
        # those who met
        (
            "Envoys from Chad, Niger and Mali met Fijian minister Reed Lane. The sides will meet again.",
            "sides",
            ["Chad", "Niger", "Mali", "Fiji"],
        ),
        # those who open the report, or whom the sentence behind the first names
        (
            "Talks on rice ended. The Lund Front and Fiji undertook in May to free captives. Snow fell. "
            "Rain fell. A mediator begged the parties to wait.",
            "parties",
            ["Lund Front", "Fiji"],
        ),
        (
            "Talks ended on Monday, although the two sides said they would leave cooks behind. "
            "The Lund Front and Fiji undertook in May to free captives.",
            "sides",
            ["Lund Front", "Fiji"],
        ),
        # those who speak
        (
            "Chad, Niger and Mali met. “All three of us will close the mine,” Reed Lane said.",
            "three",
            ["Chad", "Niger", "Mali"],
        ),
    ],
)
def test_a_number_stands_for_those_of_whom_was_told(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected

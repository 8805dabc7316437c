"""The body, state or place behind "his men", "her party", "his government" and "their union"."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at, records

RISE = "Bakers in nine Fijian towns will vote after their union called off a march."


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Lake Front paid. Its commander, Reed Lane, said his men would shoot.", "his men", "Lake Front"),
        ("The Lake Front said its nine men would go to Lima.", "its nine men", "Lake Front"),
        (
            "“Rye is dear,” said Ada Berg, head of the Mill Workers' Union. She said her members will sing.",
            "her members",
            "Mill Workers' Union",
        ),
        (
            "Ada Berg, who heads the Mill Workers' Union, sang. She said her members would march.",
            "her members",
            "Mill Workers' Union",
        ),
        (
            "Ada Berg, head of the Mill Workers' Union, sang. “Our members will march on Lima,” she said.",
            "Our members",
            "Mill Workers' Union",
        ),
        ("Norsk Hydro said its engineers would look at the dam.", "its engineers", "Norsk Hydro"),
        (
            "Chief Reed Lane of Lakeland Dene First Nation said his tribe would dig.",
            "his tribe",
            "Lakeland Dene First Nation",
        ),
        (
            "Reed Lane, the leader of the largest rebel group, said his group would burn the port.",
            "his group",
            "largest rebel group",
        ),
    ],
)
def test_people_act_for_the_body_that_somebody_leads(text: str, words: str, expected: str) -> None:
    assert parties_at(text, words) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Reed Lane, a warlord, sang. He said his men would leave the port.", "his men", "Reed Lane's men"),
        ("The Lake Front said its men would be freed.", "its men", "Lake Front's men"),
        ("Norsk Hydro will pay its men.", "its men", "Norsk Hydro's men"),
        ("The bakers said their men would march.", "their men", "bakers' men"),
    ],
)
def test_people_who_are_acted_on_or_are_a_person_s_are_no_body(text: str, words: str, expected: str) -> None:
    assert parties_at(text, words) == [expected]


def test_men_and_women_whom_a_state_calls_its_own_act_for_it() -> None:
    text = "Our men and women in Chad will mend ten bridges by May."
    found = records(text, genre="speech", publisher="The White House")
    assert [record.promisors for record in found] == [("United States",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ole Berg, Kadaria's king, wants a truce. Puntland's minister sang, and added that his government"
            " would pay.",
            "Puntland",
        ),
        (
            "Peru's envoy, Reed Lane, met Ole Berg, Chad's minister. Mr. Lane said his government would pay.",
            "Peru",
        ),
    ],
)
def test_his_government_is_that_of_who_tells_of_it(text: str, expected: str) -> None:
    assert parties_at(text, "his government") == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Governor Reed Lane of Oaxaca sang. He said his state, where ten quays fell, would pay.",
            "his state",
            "Oaxaca",
        ),
        (
            "The mayor of a small fishing town said on Monday that his city would buy ten trams.",
            "his city",
            "small fishing town",
        ),
        ("Ada Berg met Governor Reed Lane of Oaxaca. She said her state would pay.", "her state",
         "Ada Berg's state"),
    ],
)  # fmt: skip
def test_his_state_is_the_one_of_the_governor_who_speaks(text: str, words: str, expected: str) -> None:
    assert parties_at(text, words) == [expected]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("The Dough Workers' Union was glad.", "Dough Workers' Union"),
        ("The Dough Workers' Union and the Harbour Union sang.", "Bakers in nine Fijian towns' union"),
        ("The Skarn Party was glad.", "Bakers in nine Fijian towns' union"),
    ],
)
def test_their_union_is_the_only_one_named_next(later: str, expected: str) -> None:
    assert parties_at(f"{RISE} {later}", "their union") == [expected]

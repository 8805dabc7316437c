"""Whose an office or organ is that a report leaves bare."""

from __future__ import annotations

import pytest

from tests.extract.documents import analysis, token_at


def parties(text: str, words: str) -> list[str]:
    """Whom the last word of ``words``, where they stand last, stands for."""
    found = analysis(text)
    return [party.name for party in found.resolver.of(token_at(found, words))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels in Chad have freed ten nurses.\nThe defense minister will clear the mines.", "minister"),
        (
            "Rebels in Chad have freed ten nurses.\nThe police commissioner will open the road.",
            "commissioner",
        ),
        ("Rebels in Chad have freed ten nurses.\nOfficials said the road would open.", "Officials"),
        ("Rebels in Chad have freed ten nurses.\nTroops will guard the road.", "Troops"),
        ("Rebels in Chad have freed ten nurses.\nParliament will pay for the road.", "Parliament"),
        ("Rebels in Chad have freed ten nurses.\nThe road will be paid for by parliament.", "parliament"),
        ("Chad's lower house passed a bill.\nThe Senate will vote on it.", "Senate"),
        ("Chad's lower house passed a bill.\nThe Air Force will carry it to the islands.", "Force"),
        ("Chad's lower house passed a bill.\nForeign Ministry officials will send it on.", "officials"),
        ("The Chadian Chamber of Elders passed a bill.\nThe Cabinet will sign it.", "Cabinet"),
        ("Chad's former king met the queen of Fiji's bakers.\nThe Treasury will pay.", "Treasury"),
        ("Chad's lower house passed a bill.\nA government spokesman said it would pay.", "spokesman"),
        ("Chad's lower house passed a bill.\nThe premier's office called it a theft.", "office"),
        ("Chad will wait, its president's office said.", "office"),
    ],
)
def test_a_bare_office_or_organ_is_of_the_state_that_the_report_is_about(text: str, words: str) -> None:
    assert parties(text, words) == ["Chad"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # no such office, or one with its own words for whose it is
        ("Rebels in Chad have freed ten nurses.\nThe mayor will open the road.", "mayor", "mayor"),
        ("Rebels in Chad have freed ten nurses.\nForeign troops will leave.", "troops", "Foreign troops"),
        ("Rebels in Chad have freed ten nurses.\nEight soldiers will leave.", "soldiers", "Eight soldiers"),
        (
            "Rebels in Chad have freed ten nurses.\nA defense minister will come.",
            "minister",
            "defense minister",
        ),
        (
            "Rebels in Chad have freed ten nurses.\nForeign ministers will come.",
            "ministers",
            "Foreign ministers",
        ),
        ("Rebels in Chad have freed ten nurses.\nGovernments will pay.", "Governments", "Governments"),
        # two states as much told of, and one that is only a partner
        ("Fiji's king met Peru's queen.\nThe defense minister will sail.", "minister", "defense minister"),
        ("Bakers have sent bread to Peru.\nThe defense minister will sail.", "minister", "defense minister"),
        # officials of a city or of a body told of right before
        ("Peru's bakers are happy.\nThe mayor came.\nOfficials will pay them.", "Officials", "Officials"),
        (
            "Peru's bakers are happy.\nThe World Bank came.\nOfficials will pay them.",
            "Officials",
            "Officials",
        ),
    ],
)
def test_what_is_not_clearly_of_one_state_stays_bare(text: str, words: str, expected: str) -> None:
    assert parties(text, words) == [expected]


def test_the_office_of_who_is_named_or_heads_no_state_is_their_own() -> None:
    text = "Chad's lower house passed a bill.\nThe mayor's office called it a theft."
    assert parties(text, "office") == ["mayor's office"]
    text = "Chad's lower house passed a bill.\nPresident Ada Berg's office called it a theft."
    assert parties(text, "office") == ["President Ada Berg's office"]


def test_who_holds_the_office_is_known_on_a_known_day_only() -> None:
    text = "Rebels in Chad have freed ten nurses.\nThe president will thank them."
    assert parties(text, "president") == ["Mahamat Déby"]
    undated = analysis(text, published_on=None)
    assert [party.name for party in undated.resolver.of(token_at(undated, "president"))] == ["Chad"]


def test_a_capital_that_opens_the_sentence_tells_whose_the_minister_is() -> None:
    text = "Fiji's president has gone to Chad.\nIn {}, the foreign minister said the roads would open."
    assert parties(text.format("N'Djamena"), "minister") == ["Chad"]
    assert parties(text.format("spring"), "minister") == ["Fiji"]


def test_the_opening_goes_before_who_holds_the_office_elsewhere() -> None:
    text = "President Emmanuel Macron of France is in Fiji.\nIn Chad, the president said roads would open."
    undated = analysis(text, published_on=None)
    assert [party.name for party in undated.resolver.of(token_at(undated, "president"))] == ["Chad"]


def test_sentence_and_report_have_to_agree() -> None:
    text = "Peru's bakers are happy.\nPeru will pay them.\n{} said the defense minister would sail."
    assert parties(text.format("Fiji's king"), "minister") == ["defense minister"]
    assert parties(text.format("Peru's president"), "minister") == ["Peru"]


def test_the_state_of_the_report_goes_before_the_one_named_last() -> None:
    text = "Norway's navy has two boats off Chad.\nNorway sent them.\nThey left Chad.\nThe {} will pay."
    assert parties(text.format("ministry"), "ministry") == ["Norway"]
    assert parties(text.format("country"), "country") == ["Chad"]


def test_it_is_no_official() -> None:
    text = "The bread deal was signed at night in Fiji.\n{} said so.\nIt will end in May."
    assert parties(text.format("Fiji"), "It") == ["Fiji"]
    assert parties(text.format("Officials"), "Officials") == ["Fiji"]
    assert parties(text.format("Officials"), "It") != ["Fiji"]


def test_a_text_that_speaks_for_its_author_has_no_other_home() -> None:
    text = "We thank Peru.\nPeru's bakers are happy.\nThe police commissioner will sail."
    assert parties(text, "commissioner") == ["Peru"]
    found = analysis(text, "press_release", None, "The White House")
    assert [party.name for party in found.resolver.of(token_at(found, "commissioner"))] == [
        "police commissioner"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chad's president closed the port.\nPeru mourned the bakers and urged the government to act.",
        "The king of Chad closed the port.\nPeru and Fiji left.\nPeru called on the government to pay.",
    ],
)
def test_a_state_asks_the_government_of_another(text: str) -> None:
    assert parties(text, "the government") == ["Chad"]


def test_a_state_orders_its_own_troops() -> None:
    text = "Chad's king closed the port. Its bakers fled. Chad ordered the troops to open it."
    assert parties(text, "the troops") == ["Chad"]


def test_a_bare_organ_is_of_the_state_whose_capital_sets_the_scene_just_before() -> None:
    text = (
        "Norway and Fiji met in May. In Lima, a truce that Norway and Fiji had arranged was over. "
        "The army said it would rebuild the quay."
    )
    assert parties(text, "army") == ["Peru"]

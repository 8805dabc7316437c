"""Bullets: lists in, the proposals of their items out."""

from __future__ import annotations

import pytest

from flows.extract.proposals import propose
from models.vocabulary import Genre
from tests.extract.documents import analysis, records


def bullets(text: str, genre: Genre | None = "press_release") -> list[tuple[str, str, tuple[str, ...]]]:
    """The proposals of list items as rule, action and promisors."""
    return [
        (proposal.candidate.rule_id, proposal.action.text, tuple(party.name for party in proposal.promisors))
        for proposal in propose(analysis(text, genre))
        if proposal.candidate.shape == "bullet"
    ]


@pytest.mark.parametrize("genre", ["news", "press_release", None])
def test_an_open_lead_binds_its_subject_to_every_item(genre: Genre | None) -> None:
    text = "Norway will:\n- Freeze the fee for two years;\n- build forty clinics in the north.\nIt rained."
    assert bullets(text, genre) == [
        ("bullet.open", "Freeze the fee for two years", ("Norway",)),
        ("bullet.open", "build forty clinics in the north", ("Norway",)),
    ]


def test_a_lead_with_a_verb_names_who_acts() -> None:
    text = "Japan announced these steps:\n- Expanding the harbour of Lima\n- $20 million for schools in Peru"
    assert bullets(text, "news") == [
        ("bullet.verb", "Expanding the harbour of Lima", ("Japan",)),
        ("bullet.noun", "$20 million for schools in Peru", ("Japan",)),
    ]


def test_a_lead_in_the_passive_names_who_acts() -> None:
    text = "The works below will be paid for by the buyer:\n- Expand the harbour\n- Build ten schools"
    assert {promisors for _, _, promisors in bullets(text)} == {("buyer",)}


def test_what_several_agreed_to_in_a_list_is_an_agreement() -> None:
    text = "Norway and Japan agreed to the following steps:\n- Freeze the fee for two years;"
    (found,) = [each for each in propose(analysis(text, "press_release")) if each.candidate.shape == "bullet"]
    assert found.qualified.force == "agreement"


def test_what_a_list_is_for_binds_nobody() -> None:
    assert bullets("Norway and Japan met in order to:\n- Make the best use of the port;") == []
    assert bullets("Norway spent a year on plans, for the purpose of:\n- Opening the harbour;") == []
    inside = "Norway will:\n- Repair the pier; in order to:\n- Make the best use of the port;"
    assert [action for _, action, _ in bullets(inside)] == ["Repair the pier"]


@pytest.mark.parametrize(
    "lead",
    [
        "The envoys of Norway shall be authorised to:",
        "Norway shall be entitled to:",
        "Norway shall have the right to:",
        "The envoys of Norway may:",
    ],
)
def test_a_list_of_what_somebody_may_do_binds_nobody(lead: str) -> None:
    assert bullets(f"{lead}\n- board the boats;\n- seal the holds.", "treaty") == []


def test_an_item_may_lead_to_a_list_of_what_somebody_may_do() -> None:
    text = "Norway shall:\n- Mend the pier. After a leak Fiji shall be authorised to:\n- board the boats;"
    assert [action for _, action, _ in bullets(text, "treaty")] == ["Mend the pier"]


@pytest.mark.parametrize("lead", ["Norway may not:", "Norway shall not be entitled to:", "Norway shall:"])
def test_a_list_of_what_nobody_may_do_or_somebody_shall_do_binds(lead: str) -> None:
    found = bullets(f"{lead}\n- board the boats;\n- seal the holds.", "treaty")
    assert [action for _, action, _ in found] == ["board the boats", "seal the holds"]


def test_a_list_of_achievements_tells_what_has_been_done() -> None:
    assert bullets("Norway's achievements include:\n- Expanding the harbour of Bergen.") == []
    text = "Norway will build on its achievements:\n- Expanding the harbour of Bergen."
    assert [found[1] for found in bullets(text)] == ["Expanding the harbour of Bergen"]


def test_an_item_in_the_perfect_tells_what_has_been_done() -> None:
    text = "Norway is on a long way:\n- Crews of the bay\n- … have all shaped this talk."
    assert "have all shaped this talk" not in [found[1] for found in bullets(text)]


def test_without_a_lead_only_a_text_that_speaks_binds() -> None:
    assert bullets("The rain fell.\n- Expanding the harbour of Lima", "news") == []


def test_items_with_a_subject_of_their_own_are_sentences() -> None:
    assert bullets("Japan made two points:\n- Peru has asked for help.\n- The harbour is small.") == []


def test_a_lead_ends_with_its_list() -> None:
    text = "Norway will:\n- open an office.\nThe rain fell.\n- Expanding the harbour of Lima"
    assert [found[1] for found in bullets(text, "news")] == ["open an office"]


def test_a_list_goes_on_behind_the_paragraph_of_an_item() -> None:
    text = (
        "Norway will:\n- open an office.\nThe office will be in Oslo.\n- Build forty clinics.\n- Two ferries"
    )
    assert [found[1] for found in bullets(text, "news")] == [
        "open an office",
        "Build forty clinics",
        "Two ferries",
    ]


def test_a_list_of_participles_goes_on_behind_the_paragraph_of_an_item() -> None:
    text = (
        "Japan announced two steps:\n- Expanding the harbour of Lima.\nThe harbour is small.\n"
        "- Building a school in Peru.\nThe rain fell.\n- Two ferries."
    )
    assert [(found[1], found[2]) for found in bullets(text, "news")] == [
        ("Expanding the harbour of Lima", ("Japan",)),
        ("Building a school in Peru", ("Japan",)),
    ]


def test_a_list_goes_on_behind_a_paragraph_of_several_sentences_but_not_behind_two() -> None:
    items = "Norway will:\n- open an office.\nIt will be in Oslo. It will be small.\n{}- Build forty clinics."
    assert [found[1] for found in bullets(items.format(""), "news")] == [
        "open an office",
        "Build forty clinics",
    ]
    assert [found[1] for found in bullets(items.format("Rain fell.\n"), "news")] == ["open an office"]


@pytest.mark.parametrize(
    "item",
    ["$20 million to fast track the works on the pier", "$15 million for Mount Hardy amenities upgrade"],
)
def test_an_item_that_opens_with_money_is_what_is_paid(item: str) -> None:
    assert bullets(f"Norway announced these grants:\n- {item}.", "news") == [
        ("bullet.noun", item, ("Norway",))
    ]


def test_an_item_may_open_with_a_conjunction() -> None:
    text = "Japan announced two steps:\n- Expanding the harbour.\n- And building a school in Peru."
    assert [found[1] for found in bullets(text, "news")] == [
        "Expanding the harbour",
        "building a school in Peru",
    ]


def test_a_dash_leads_to_a_list_too() -> None:
    assert bullets("Norway's plan includes -\n- Expanding the harbour of Bergen.", "news") == [
        ("bullet.verb", "Expanding the harbour of Bergen", ("Norway",)),
    ]


def test_an_item_may_open_with_when_or_how_and_with_not() -> None:
    text = "Norway will:\n- within ten days, publish a list;\n- not raise any fee."
    assert [found[1] for found in bullets(text)] == ["publish a list", "raise any fee"]


def test_a_text_of_unknown_kind_that_says_we_speaks_for_whom_it_names() -> None:
    text = "Norway will cut the fare. We are a proud people.\n- Expanding the harbour of Bergen."
    assert bullets(text, None) == [("bullet.verb", "Expanding the harbour of Bergen", ("Norway",))]


def test_a_list_inside_a_sentence_binds_the_subject_of_its_modal() -> None:
    text = "The Harbour Office shall: (i) publish a list; (ii) in May, submit it; and (iii) not raise fees."
    assert bullets(text) == [
        ("bullet.enumerated", words, ("Harbour Office",))
        for words in ("publish a list", "submit it", "raise fees")
    ]
    assert bullets("The rule helps (a) farmers, (b) bakers.") == []


def test_an_item_may_hold_a_list() -> None:
    text = "Norway will:\n- publish a list; (b) submit a plan; and (c) repair the piers."
    assert [found[1] for found in bullets(text)] == ["publish a list", "submit a plan", "repair the piers"]


def test_the_following_is_no_act() -> None:
    found = propose(analysis("Norway agreed to the following:\n- Expanding the harbour of Bergen.", "news"))
    assert [proposal.action.text for proposal in found] == ["Expanding the harbour of Bergen"]


def test_a_text_that_lost_its_bullets_still_has_items() -> None:
    text = "Norway will:\nFreeze the fee for two years;\nbuild forty clinics in the north.\nThe rain fell."
    assert [found[1] for found in bullets(text, "news")] == [
        "Freeze the fee for two years",
        "build forty clinics in the north",
    ]


def test_an_item_behind_an_open_lead_may_be_read_as_a_noun_or_hold_a_clause() -> None:
    text = (
        "Norway will:\nFund rail and harbour upgrades – including the Oslo line.\n"
        "Build a school – about 200 more children will learn there.\nThe rain fell."
    )
    assert [found[1] for found in bullets(text, "news")] == [
        "Fund rail and harbour upgrades – including the Oslo line",
        "Build a school – about 200 more children will learn there",
    ]


def test_a_sentence_of_its_own_is_no_item_of_an_open_lead() -> None:
    text = "Norway agrees to:\n- On rail, Norway will join the Lima scheme.\n- build a school"
    assert [found[1] for found in bullets(text, "news")] == ["build a school"]


def test_a_paragraph_that_starts_small_does_not_end_a_list() -> None:
    text = "Norway is:\nbuilding forty clinics\na fee will be frozen, too\nopening an office\nThe rain fell."
    assert [found[1] for found in bullets(text, "news")] == ["building forty clinics", "opening an office"]


def test_paragraphs_with_a_subject_behind_a_colon_are_no_items() -> None:
    assert bullets("Norway's premier said:\nThe harbour is small.\nExpanding it takes years.") == []
    assert bullets("The rain fell.\nExpanding the harbour of Lima.", "news") == []


def test_a_heading_that_the_lead_cannot_go_on_with_ends_its_list() -> None:
    text = "Norway will:\n\n- Fund two ferries.\n\nHelping the small ports\n\n- Shipping firms lost a tenth."
    assert [found[1] for found in bullets(text)] == ["Fund two ferries"]


def requested(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    """What is asked in a text, with the parties asked and the word that asks."""
    return [
        (each.action.text, tuple(party.name for party in each.promisors), each.candidate.cue.text)
        for each in propose(analysis(text, "press_release"))
        if each.qualified.force == "request" and each.candidate.lead is not None
    ]


@pytest.mark.parametrize(
    ("lead", "asked", "cue"),
    [
        ("Norway calls on Peru to:", "Peru", "calls"),
        ("Norway calls upon Peru to:", "Peru", "calls"),
        ("Norway urged Peru to:", "Peru", "urged"),
        ("Peru is urged by its neighbours to:", "Peru", "urged"),
        ("Norway asked Peru to take steps to:", "Peru", "asked"),
        ("Norway recommends that Peru:", "Peru", "recommends"),
    ],
)
def test_a_lead_that_asks_somebody_asks_for_every_item(lead: str, asked: str, cue: str) -> None:
    text = f"{lead}\n- Reopen the canal by March;\n- Mend the locks and hire forty guards."
    assert requested(text) == [
        ("Reopen the canal by March", (asked,), cue),
        ("Mend the locks", (asked,), cue),
        ("hire forty guards", (asked,), cue),
    ]
    assert bullets(text) == []


def test_an_item_behind_that_names_who_is_asked_and_may_lead_to_more() -> None:
    text = (
        "Norway recommends that:\n- Peru reopen the canal and hire forty guards.\n"
        "- Chad use its funds to:\n- Mend the locks.\n- Fiji widen the harbour."
    )
    assert requested(text) == [
        ("reopen the canal", ("Peru",), "recommends"),
        ("hire forty guards", ("Peru",), "recommends"),
        ("use its funds", ("Chad",), "recommends"),
        ("Mend the locks", ("Chad",), "recommends"),
        ("widen the harbour", ("Fiji",), "recommends"),
    ]


def test_things_that_a_lead_asks_for_are_asked_of_whose_act_they_are() -> None:
    text = "Norway calls for:\n- The withdrawal of Peru from the canal;\n- $3 million for the locks."
    assert requested(text) == [("The withdrawal of Peru from the canal", ("Peru",), "calls")]
    assert bullets(text) == []


def test_a_lead_that_asks_for_things_of_nobody_asks_nobody_for_its_items() -> None:
    text = "Norway will require reforms to:\n- Mend the locks."
    assert requested(text) == []
    assert bullets(text) == [("bullet.open", "Mend the locks", ("Norway",))]


def test_each_verb_of_an_item_with_an_object_of_its_own_is_an_act() -> None:
    text = (
        "Norway will:\n- Freeze the fee for two years and build forty clinics.\n- Repair and widen the quay."
    )
    assert bullets(text, "news") == [
        ("bullet.open", "Freeze the fee for two years", ("Norway",)),
        ("bullet.open", "build forty clinics", ("Norway",)),
        ("bullet.open", "Repair and widen the quay", ("Norway",)),
    ]


def resolved(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The force, action and promisors of the proposals of a resolution by the African Union."""
    found = propose(analysis(text, "communique", "Communiqué of the Council", "African Union"))
    return [
        (proposal.qualified.force, proposal.action.text, tuple(party.name for party in proposal.promisors))
        for proposal in found
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Calls upon Kenya to mark its reefs;", [("request", "mark its reefs", ("Kenya",))]),
        ("Decides to send a ship to Fiji;", [("pledge", "send a ship to Fiji", ("African Union",))]),
        ("Condemns the theft of nets;", []),
        ("Takes note of the map;", []),
        ("Establishes a fund for nets;", [("pledge", "Establishes a fund for nets", ("African Union",))]),
    ],
)
def test_a_resolutions_line_is_the_act_that_its_verb_leads_to(
    line: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert sorted(set(resolved(f"The Council met in Lamu.\n- {line}"))) == expected


def test_its_own_promise_is_of_who_adopts_a_resolution() -> None:
    found = resolved("Japan spoke of its reefs.\n- Renews its promise to mark the reefs;")
    assert found == [("pledge", "mark the reefs", ("African Union",))]


@pytest.mark.parametrize(
    ("item", "action"),
    [
        (
            "$40 million to help villages repair wells; no village will be asked to pay",
            "$40 million to help villages repair wells",
        ),
        ("New ferries for Lamu; repair of the pier", "New ferries for Lamu; repair of the pier"),
    ],
)
def test_an_item_ends_where_a_clause_of_its_own_begins(item: str, action: str) -> None:
    assert action in [found[1] for found in bullets(f"Norway announced these steps:\n- {item}")]


def test_a_text_may_open_with_a_question_before_a_list() -> None:
    found = bullets("What ministers urge Peru to do:\n- Pay the dockers;\n- Open the port.")
    assert [act for _, act, _ in found] == ["Pay the dockers", "Open the port"]


def test_verbs_beside_each_other_with_one_object_are_one_act() -> None:
    found = bullets("Norway will:\n- Reverse or rescind the old fees;\n- build and keep the roads.")
    assert [act for _, act, _ in found] == ["Reverse or rescind the old fees", "build and keep the roads"]


@pytest.mark.parametrize(
    "lead", ["Norway shall:", "Norway shall take all steps to:", "Norway shall, within ten days:"]
)
def test_what_shall_leads_to_in_a_list_is_a_duty(lead: str) -> None:
    text = f"{lead}\n- freeze the fee for two years;\n- build forty clinics in the north."
    found = [each for each in propose(analysis(text, "press_release")) if each.candidate.shape == "bullet"]
    assert [each.qualified.force for each in found] == ["obligation", "obligation"]


def test_what_we_shall_do_in_a_list_is_a_pledge() -> None:
    text = "Norway and Japan met. We shall:\n- freeze the fee for two years;"
    found = [each for each in propose(analysis(text, "press_release")) if each.candidate.shape == "bullet"]
    assert all(each.qualified.force == "pledge" for each in found)


@pytest.mark.parametrize("lead", ["Norway will not:", "Norway does not:", "Norway shall never:"])
def test_what_not_leads_to_in_a_list_will_not_be_done(lead: str) -> None:
    found = propose(analysis(f"{lead}\n- Raise the fee of the port;", "press_release"))
    assert [(each.action.text, each.qualified.polarity) for each in found] == [
        ("Raise the fee of the port", "negative")
    ]


def test_an_item_may_say_what_is_not_done() -> None:
    found = propose(analysis("Norway set a rule:\n- Does not raise the fee of the port.", "press_release"))
    acts = [(each.action.text, each.qualified.polarity) for each in found]
    assert ("raise the fee of the port", "negative") in acts


def test_to_what_a_text_applies_is_no_act_in_a_list_either() -> None:
    text = "Norway spoke. This Pact does not:\n- Apply to fishing boats.\n- Affect the rights of sailors."
    assert bullets(text) == []


def test_an_item_may_lead_to_a_list_up_to_the_next_clause() -> None:
    text = (
        "It rained.\n- Norway will:\n- Mend two piers.\n- Open a school.\n- The school is in Oslo.\n"
        "- Hiring forty guards."
    )
    assert bullets(text, "news") == [
        ("bullet.open", "Mend two piers", ("Norway",)),
        ("bullet.open", "Open a school", ("Norway",)),
    ]


def test_who_directs_names_in_a_list_who_is_to_do_what() -> None:
    text = (
        "The order ends the quarrel by directing:\n- Bakers to mend the ovens and to sell the old ones.\n"
        "- The pilots' guild and the Peruvian navy to chart the reefs.\n- It rained."
    )
    assert requested(text) == [
        ("mend the ovens", ("Bakers",), "directing"),
        ("sell the old ones", ("Bakers",), "directing"),
        ("chart the reefs", ("pilots' guild", "Peru"), "directing"),
    ]


def test_a_list_inside_a_sentence_ends_where_somebody_else_acts() -> None:
    text = (
        "The guilds must: (1) hand in plans for the piers—with no delay; and (2) talk with the mayor about "
        "their boats, and the mayor will set the fees."
    )
    assert bullets(text) == [
        ("bullet.enumerated", "hand in plans for the piers—with no delay", ("guilds",)),
        ("bullet.enumerated", "talk with the mayor about their boats", ("guilds",)),
    ]


@pytest.mark.parametrize("lead", ["Norway will name all ports that:", "Norway will list mills whose owners:"])
def test_a_list_that_describes_somebody_binds_nobody(lead: str) -> None:
    assert bullets(f"{lead}\n- pour oil into the river;\n- break the rules of the port.") == []


def test_a_hyphen_may_stand_in_the_verb_that_opens_an_item() -> None:
    text = "Norway's plan includes:\n- Re-open the quay.\n- Co-fund two ferries.\n- Ten well-lit piers."
    assert [found[1] for found in bullets(text)] == [
        "Re-open the quay",
        "Co-fund two ferries",
        "Ten well-lit piers",
    ]


def test_an_item_may_begin_with_its_act_and_go_on_with_a_clause() -> None:
    own = "Norway will mend the boats. We care.\n"
    assert bullets(own + "- Build a pier at Lorne, so crews will be better off.", None) == [
        ("bullet.verb", "Build a pier at Lorne, so crews will be better off", ("Norway",))
    ]
    assert bullets(own + "- Crews will build a pier at Lorne.", None) == []


def test_what_somebody_is_asked_for_goes_on_behind_two_paragraphs_with_a_line_of_its_own() -> None:
    text = (
        "The mayor calls on the council to:\nOpen an office.\nIt will be in Oslo.\nRain fell.\n"
        "{}\nThe north has none."
    )
    for line, asked in (("Build forty clinics in the north", True), ("Builders came from the north.", False)):
        found = records(text.format(line), "press_release")
        assert ("Build forty clinics in the north" in [record.action for record in found]) == asked
        assert {record.promisors for record in found if record.force == "request"} == {("council",)}

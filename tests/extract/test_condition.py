"""Conditions: the words on which an act depends, and nothing where it depends on none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.components.condition import condition_of, without_condition
from flows.extract.components.condition_lexicon import ConditionLexicon, condition_lexicon
from tests.extract.documents import records
from tests.extract.parsing import act

PIECES = ["if", "unless", "it", "agrees", ",", "until", "send", "ships", "subject", "to", "approval", "when"]


@pytest.mark.parametrize(
    ("text", "words", "condition"),
    [
        (
            "Norland will send grain if the port reopens.",
            "send grain if the port reopens",
            "if the port reopens",
        ),
        ("If the port reopens, Norland will send grain.", "send grain", "If the port reopens"),
        (
            "Norland vowed to close the border unless the raids stop.",
            "close the border",
            "unless the raids stop",
        ),
        (
            "The envoy said Norland will not sign the deal until its soldiers are free.",
            "sign the deal",
            "until its soldiers are free",
        ),
        (
            "Norland offered to free the pilots in exchange for medicine.",
            "free the pilots",
            "in exchange for medicine",
        ),
        (
            "The minister says Norland will not negotiate while the bridge is closed.",
            "negotiate while the bridge is closed",
            "while the bridge is closed",
        ),
        (
            "The pilot said he would speak to no envoy before he had seen a judge.",
            "speak to no envoy",
            "before he had seen a judge",
        ),
        (
            "Norland said no crew would be moved south except for emergencies.",
            "moved south except for emergencies",
            "except for emergencies",
        ),
        (
            "Norland said the cargo could be shipped after it was searched.",
            "shipped",
            "after it was searched",
        ),
        ("The ferry would cross in May, weather permitting.", "cross in May", "weather permitting"),
        ("The crew threatened in that event to sink the ferry.", "sink the ferry", "in that event"),
        (
            "Norland would close the port should there be new raids.",
            "close the port should there be new raids",
            "should there be new raids",
        ),
        ("She undertook to resign if elected and make way for a rival.", "resign if elected", "if elected"),
        ("Permits, where required, shall be granted by Norland.", "granted by Norland", "where required"),
        (
            "Upon receipt of the list, the minister shall inform the council.",
            "inform the council",
            "Upon receipt of the list",
        ),
        (
            "The partners will meet at the written request of Norland.",
            "meet at the written request of Norland",
            "at the written request of Norland",
        ),
        (
            "Norland will build the bridge, subject to approval by its parliament.",
            "build the bridge",
            "subject to approval by its parliament",
        ),
        (
            "Norland will support the islanders for as long as they need it.",
            "support the islanders",
            "for as long as they need it",
        ),
        (
            "Norland will lift the ban as soon as the court agrees.",
            "lift the ban",
            "as soon as the court agrees",
        ),
        ("Norland will reopen talks once the siege ends.", "reopen talks", "once the siege ends"),
        ("Norland has vowed to use its navy, if necessary.", "use its navy", "if necessary"),
        (
            "In the event of an attack, Norland will defend the islands.",
            "defend the islands",
            "In the event of an attack",
        ),
        (
            "Norland will pay the debt, provided that the bank reforms.",
            "pay the debt",
            "provided that the bank reforms",
        ),
        (
            "Norland has agreed to send ships, provided security allows its sailors to land.",
            "send ships",
            "provided security allows its sailors to land",
        ),
        ("Should the talks fail, Norland will close the port.", "close the port", "Should the talks fail"),
        ("Norland will, subject to final approvals, send ships.", "send ships", "subject to final approvals"),
        ("“If attacked, we will respond,” the minister said.", "respond", "If attacked"),
        (
            "Norland will send ships - if the storm passes - and doctors.",
            "send ships",
            "if the storm passes",
        ),
        (
            "Norland threatened to leave the treaty if, within a week, the raids do not stop.",
            "leave the treaty",
            "if, within a week, the raids do not stop",
        ),
        (
            "Norland pledged to disarm and to free its prisoners in return for aid.",
            "disarm",
            "in return for aid",
        ),
        (
            "If Sudland withdraws, Norland will reopen the border and lift its sanctions.",
            "lift its sanctions",
            "If Sudland withdraws",
        ),
        (
            "Norland said it would send ships once the storm had passed.",
            "send ships",
            "once the storm had passed",
        ),
        (
            "Norland will support the islanders as long as it takes because it values their trade.",
            "support the islanders",
            "as long as it takes",
        ),
        (
            "Norland will support the islanders for as long as it takes as they rebuild their homes.",
            "support the islanders",
            "for as long as it takes",
        ),
        (
            "When Sudland passes a law that frees the pilots, our envoy will visit it.",
            "visit it",
            "When Sudland passes a law that frees the pilots",
        ),
        (
            "The pilots said they would call off the strike the moment the owners agreed to talks.",
            "call off the strike",
            "the moment the owners agreed to talks",
        ),
        (
            "Norland would cut its output in case the permits were not renewed.",
            "cut its output",
            "in case the permits were not renewed",
        ),
        (
            "The tolls would be cut as and when Sudland made a better offer, Norland said.",
            "cut",
            "as and when Sudland made a better offer",
        ),
        (
            "As long as she was premier, Karin Moe told reporters in Vantaa, Norland would charge no tolls.",
            "charge no tolls",
            "As long as she was premier",
        ),
        (
            "Norland will lend boats subject to the approval of its parliament.",
            "lend boats",
            "subject to the approval of its parliament",
        ),
        ("Norland will sail at night if need be.", "sail at night", "if need be"),
        (
            "Norland will sail at night if need be and not stop until it arrives.",
            "sail at night if need be",
            "if need be",
        ),
        (
            "Norland said nobody would be made to leave before the keys were found.",
            "made to leave",
            "before the keys were found",
        ),
        (
            "Norland will not let a boat leave the port, save in an emergency.",
            "let a boat leave",
            "save in an emergency",
        ),
        (
            "Norland has said it will ratify the pact when the guards leave.",
            "ratify the pact",
            "when the guards leave",
        ),
        ("Norland will sail for the island once Fiji consents.", "sail for the island", "once Fiji consents"),
        (
            "Norland will keep its cattle off the land until the High Court rules.",
            "keep its cattle off the land",
            "until the High Court rules",
        ),
        (
            "Norland said it would decide after parliament returns.",
            "decide after parliament returns",
            "after parliament returns",
        ),
        (
            "The mill said it would open early provided enough lorries can be found.",
            "open early provided enough lorries",
            "provided enough lorries can be found",
        ),
        (
            "Norland would house the crews, on the understanding that Sudland sends beds.",
            "house the crews, on the understanding that Sudland sends beds",
            "on the understanding that Sudland sends beds",
        ),
        (
            "The crew will come ashore on the day the charges are dropped.",
            "come ashore on the day the charges are dropped",
            "on the day the charges are dropped",
        ),
        (
            "She will run for mayor the very day the law allows it.",
            "run for mayor",
            "the very day the law allows it",
        ),
        (
            "Norland refuses to free the pilots before the raids end.",
            "free the pilots",
            "before the raids end",
        ),
        (
            "Norland will lend boats only with consent from its council.",
            "lend boats only with consent from its council",
            "only with consent from its council",
        ),
        (
            "The bank will open once ten towns have signed its charter, which could take several months.",
            "open",
            "once ten towns have signed its charter",
        ),
        (
            "Fiji is prepared to lead a patrol provided Peru agreed to one.",
            "lead a patrol",
            "provided Peru agreed to one",
        ),
        (
            "His crew would leave only if the mayor freed the boats, paid the arrears and reopened the pier.",
            "leave",
            "only if the mayor freed the boats, paid the arrears and reopened the pier",
        ),
        (
            "The lease goes on and will be extended unless the town objects.",
            "extended",
            "unless the town objects",
        ),
        (
            "Subject to section 2 of this notice, and to limits that the law names, the following staff, "
            "in order of rank, shall act as master of the port.",
            "act as master of the port",
            "Subject to section 2 of this notice",
        ),
        ("The crew would be home by June, health permitting.", "be home by June", "health permitting"),
        (
            'The envoy said the ban would not be lifted before there is "a new spirit in the valley".',
            "lifted before",
            'before there is "a new spirit in the valley"',
        ),
        (
            "Norland promised to free 60 sailors if Chad let go of two pilots.",
            "free",
            "if Chad let go of two pilots",
        ),
        ("He said a cut would be considered if the mill agreed.", "considered", "if the mill agreed"),
        (
            "The guards said that they would leave on the day the mine paid the crews.",
            "leave on the day the mine paid the crews",
            "on the day the mine paid the crews",
        ),
        ("He said he would not leave without a written guarantee.", "leave", "without a written guarantee"),
        (
            "He said that he would not sell the mine before consulting the crews.",
            "sell the mine",
            "before consulting the crews",
        ),
        (
            "If the board tells us it read it wrongly, we will withdraw the claim.",
            "withdraw",
            "If the board tells us it read it wrongly",
        ),
        ("He said that he would scrap the fee once in office.", "scrap the fee", "once in office"),
        (
            "They said they would let the pilot go once the ships left the bay, and gave them a day.",
            "let the pilot go",
            "once the ships left the bay",
        ),
        (
            "Norland offered to lift the ban if the clubs paid, an idea that the mayor called rash.",
            "lift",
            "if the clubs paid",
        ),
        ("The money would be released only after ratification.", "released only", "only after ratification"),
        (
            "Upon finishing the survey, Norland will close the pit.",
            "close the pit",
            "Upon finishing the survey",
        ),
        ("Norland will warn its neighbours, when appropriate.", "warn its neighbours", "when appropriate"),
        (
            "Norland will send ships next year, after a levy has been agreed.",
            "send ships next year",
            "after a levy has been agreed",
        ),
        (
            "In cases where the crews object, the ministry will call a vote.",
            "call a vote",
            "In cases where the crews object",
        ),
        ("If elected, Ada Berg will build two clinics.", "build two clinics", "If elected"),
        ("Only then will Norland lift its ban.", "lift its ban", "Only then"),
        (
            "Norland offered to join a second phase on condition that other coastal states agree to a fee.",
            "join a second phase on condition that other coastal states agree to a fee",
            "on condition that other coastal states agree to a fee",
        ),
        (
            "Norland said it would choose a route when the maps were ready and would meanwhile mend roads.",
            "choose a route",
            "when the maps were ready",
        ),
        (  # a length of time is one only in a clause
            "Norland will lend the tug for as long as the ice holds.",
            "lend the tug",
            "for as long as the ice holds",
        ),
        (  # a second clause under "if" has a subject of its own
            "The miller said he would shut two mills if grain was dear and loans were refused.",
            "shut two mills",
            "if grain was dear and loans were refused",
        ),
        (  # "this" is the act
            "Norland will mend the quay, but this depends on the approval of the guild.",
            "mend the quay",
            "depends on the approval of the guild",
        ),
        (
            "Norland will be judged when it is subject to the pact.",
            "judged",
            "when it is subject to the pact",
        ),
        ("Norland will thank the pilots after they have landed.", "thank", "after they have landed"),
        # when the act may begin at all
        (
            "Norland said it would dredge the canal, but could not start until the ice had melted.",
            "dredge the canal",
            "until the ice had melted",
        ),
        (
            "Norland said it would dredge the canal but work cannot begin until the ice is gone.",
            "dredge the canal",
            "until the ice is gone",
        ),
    ],
)
def test_the_words_on_which_an_act_depends_are_found(text: str, words: str, condition: str) -> None:
    found = condition_of(*act(text, words))
    assert found is not None
    assert found.text == condition
    assert text[found.start_char : found.end_char] == condition


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norland will send grain in May.", "send grain in May"),
        ("Norland will keep its troops there until 2030.", "keep its troops there until 2030"),
        ("Norland will ask whether the port is open.", "ask whether the port is open"),
        ("Norland will see if the port is open.", "see if the port is open"),
        ("Norland will discuss when the siege ends.", "discuss when the siege ends"),
        ("Norland said the guest would be put ashore wherever she liked.", "put ashore"),
        ("Norland will identify where help is needed.", "identify where help is needed"),
        ("Norland has sworn to go after everyone who takes part.", "go after everyone"),
        ("Norland will send no crew south except for two pilots.", "send no crew south"),
        ("Norland will keep its port open until further notice.", "keep its port open"),
        ("Norland will send ships as soon as possible.", "send ships as soon as possible"),
        ("Norland will send ships as soon as we can.", "send ships as soon as we can"),
        ("Norland will keep its port open when it comes to mail.", "keep its port open"),
        ("Norland will inspect goods subject to duties.", "inspect goods"),
        ("As soon as — well, Norland will send ships.", "send ships"),
        ("Norland will meet the moment we left behind.", "meet the moment"),
        ("Norland will send ships, providing that report to its envoy.", "send ships"),
        ("Norland will send ships on Monday, when its minister travels.", "send ships on Monday"),
        ("Norland will send ships on Monday, hours after the strait was closed.", "send ships on Monday"),
        ("Norland will send food provided by farmers.", "send food provided by farmers"),
        ("Norland will raise the fee provided to pilots, making work at sea safer.", "raise the fee"),
        ("Norland signed the deal after Sudland signed it.", "signed the deal"),
        ("The minister said on condition of anonymity that Norland will send ships.", "send ships"),
        ("Norland will send grain even if the port closes.", "send grain even if the port closes"),
        (
            "Norland promised grain after its minister met farmers.",
            "grain",
        ),
        (
            "Norland will help farmers who stay if they want.",
            "help farmers who stay",
        ),
        (
            "Norland will send grain, and Sudland will send rice if the port reopens.",
            "send grain",
        ),
        ("In return for that vow, Norland agreed to free the pilots.", "free the pilots"),
        ("Norland might lock out the pilots in return.", "lock out the pilots"),
        ("Norland will guard the pass, lest thieves come.", "guard the pass"),
        ("Norland will rely upon the mercy of the sea.", "rely upon the mercy of the sea"),
        ("Norland will send boats while the port is closed.", "send boats while the port is closed"),
        ("Norland declined to say if it would pay.", "say if it would pay"),
        ("Norland said it would tax rice, two days after the ban was lifted.", "tax rice"),
        ("Norland said it would appeal and, if necessary, close the mill.", "appeal"),
        ("Norland will not hand over the port in return for nothing.", "hand over the port"),
        ("Norland will mark the day the war ends.", "mark the day the war ends"),
        ("Norland is digging a well and has put off its pumps until next year.", "digging a well"),
        ("Norland will wait until next year.", "wait"),
        ("Norland will call upon crews working at sea.", "call upon crews working at sea"),
        ("Norland will deal only with old friends.", "deal only with old friends"),
        ("Norland said it would leave, but had agreed to pay until the ban was lifted.", "leave"),
        ("While some ships refuse to help, Norland refuses to let them sink.", "let them sink"),
        ("Norland will aid crews that carried grain and provided flood relief orders.", "aid crews"),
        ("The truce will last a week and will be called off if it rains.", "last a week"),
        ("Norland made a promise, and it does not depend on the council.", "promise"),
        (
            "Norland will lend the tug for as long as eight months.",
            "lend the tug for as long as eight months",
        ),
        (
            "Cooks would be paid in May, he said, and the rest would depend on the sale of the inn.",
            "paid in May",
        ),
        ("Norland will remain subject to the pact.", "remain subject to the pact"),
        ("Norland has withdrawn its offer after pilots found that it was late.", "withdrawn its offer"),
        (
            "Norland said it would dredge the canal, but the pilots could not sail until it rained.",
            "dredge the canal",
        ),
    ],
)
def test_times_questions_and_conditions_of_other_acts_are_none(text: str, words: str) -> None:
    assert condition_of(*act(text, words)) is None


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        (
            "Norland will mend the dyke as soon as its crew has landed.",
            "mend the dyke as soon as its crew has landed",
            "mend the dyke",
        ),
        (
            "Norland will mend the dyke when the rain stops.",
            "mend the dyke when the rain stops",
            "mend the dyke",
        ),
        ("Norland will help wherever and whenever needed.", "help wherever and whenever needed", "help"),
        ("Norland will help in case of war.", "help in case of war", "help in case of war"),
        ("As soon as the ice melts, Norland will help.", "help", "help"),
        (
            'Norland said the cars would be let through "as soon as the ice melts."',
            'let through "as soon as the ice melts."',
            "let through",
        ),
        (
            "Norland will guard the lake until the High Court rules.",
            "guard the lake until the High Court rules",
            "guard the lake",
        ),
    ],
)
def test_the_clause_of_a_condition_is_no_part_of_the_act(text: str, words: str, rest: str) -> None:
    verb, action, whole = act(text, words)
    assert without_condition(action, condition_of(verb, action, whole)).text == rest


def test_a_condition_of_a_list_is_that_of_its_items() -> None:
    found = records(
        "If elected, Ada Berg will:\n- Build two clinics in Lima.\n- Cut the fuel tax if it rains."
    )
    assert [record.condition for record in found] == ["If elected", "if it rains"]
    found = records("If elected, the Lantern Party will:\n- Build two clinics in Lima.\n- Cut the fuel tax.")
    assert [record.condition for record in found] == ["If elected", "If elected"]


def test_a_condition_of_a_list_is_no_part_of_who_will_act() -> None:
    found = records("If elected, Lantern Party candidates will:\n- Build two clinics.\n- Mend the quays.")
    assert {(record.promisors, record.condition) for record in found} == {
        (("Lantern Party candidates",), "If elected")
    }


def test_the_lexicon_refuses_unknown_keys_and_words_used_twice() -> None:
    lexicon = condition_lexicon().model_dump()
    with pytest.raises(ValueError, match="colour"):
        ConditionLexicon.model_validate({**lexicon, "colour": "red"})
    with pytest.raises(ValueError, match="used twice"):
        ConditionLexicon.model_validate({**lexicon, "fixed": [*lexicon["fixed"], lexicon["fixed"][0]]})


@given(words=st.lists(st.sampled_from(PIECES), max_size=15))
def test_a_condition_is_verbatim_and_ends_in_a_word(words: list[str]) -> None:
    text = " ".join(["Norland will send ships", *words])
    found = condition_of(*act(text, "send ships"))
    if found is not None:
        assert text[found.start_char : found.end_char] == found.text
        assert found.text[-1].isalpha()

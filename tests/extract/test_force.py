"""Force, polarity and certainty: what the words do, whether they bind not to act, and how surely."""

from __future__ import annotations

import pytest

from flows.extract.components.candidate import Candidate
from flows.extract.components.cues import find_candidates
from flows.extract.components.force import qualify, settled_together
from flows.extract.components.force_lexicon import ForceLexicon, force_lexicon
from flows.extract.components.qualified import Qualified
from flows.extract.components.threat import is_harmful
from flows.extract.lexicon import LexiconError, load_lexicon
from models.vocabulary import Genre
from tests.extract.documents import records
from tests.extract.parsing import sentence


def candidate(text: str, head: str) -> Candidate:
    return next(found for found in find_candidates(sentence(text)) if found.act.text == head)


def qualified(text: str, head: str, genre: Genre = "news", cited: bool = False) -> Qualified:
    found = qualify(candidate(text, head), genre, cited)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "head", "genre", "cited", "force"),
    [
        ("Norland will send boats.", "send", "news", False, "plan"),
        ("Norland will send boats.", "send", "news", True, "pledge"),
        ("Norland will send boats.", "send", "fact_sheet", False, "pledge"),
        ("Norland will send boats.", "send", "treaty", False, "obligation"),
        ("Norland shall send boats.", "send", "treaty", False, "obligation"),
        ("Norland shall send boats.", "send", "speech", False, "pledge"),
        ("Norland must send boats.", "send", "treaty", False, "obligation"),
        ("Norland must send boats.", "send", "news", True, "request"),
        ("Norland vowed to send boats.", "send", "news", False, "pledge"),
        ("Norland agreed to send boats.", "send", "news", False, "agreement"),
        ("Norland offered to send boats.", "send", "news", False, "offer"),
        ("Norland plans to send boats.", "send", "news", False, "plan"),
    ],
)
def test_the_force_follows_the_words_and_the_kind_of_text(
    text: str, head: str, genre: Genre, cited: bool, force: str
) -> None:
    found = qualified(text, head, genre, cited)
    assert (found.force, found.polarity, found.negated_by) == (force, "positive", None)


@pytest.mark.parametrize(
    ("text", "head", "genre", "force", "word"),
    [
        ("Norland will not send boats.", "send", "news", "refusal", "not"),
        ("Norland won't send boats.", "send", "news", "refusal", "n't"),
        ("Norland won’t send boats.", "send", "news", "refusal", "n’t"),
        ("Norland will never send boats.", "send", "news", "refusal", "never"),
        ("Norland shall not send boats.", "send", "treaty", "obligation", "not"),
        ("Norland vowed not to send boats.", "send", "news", "pledge", "not"),
        ("Norland announced that it will not send boats.", "send", "news", "refusal", "not"),
        ("Norland declared Friday that it would never send boats.", "send", "news", "refusal", "never"),
        ("Norland decided not to send boats.", "send", "news", "refusal", "not"),
        ("Norland will no longer send boats.", "send", "news", "refusal", "no"),
        ("Norland will not withdraw its boats.", "withdraw", "news", "refusal", "not"),
        ("The premier will not back down.", "back", "news", "refusal", "not"),
        ("Norland warned Sudland against sending boats.", "sending", "news", "request", "against"),
        ("Under no circumstances will Norland send boats.", "send", "news", "refusal", "no"),
        ("Norland has no plans to send boats.", "send", "news", "refusal", "no"),
        ("Norland will have nothing to do with Sudland.", "have", "news", "refusal", "nothing"),
        ("There will be no talks, the premier said.", "be", "news", "refusal", "no"),
        ("Norland agreed not to send boats.", "send", "news", "agreement", "not"),
        ("Norland does not plan to send boats.", "send", "news", "refusal", "not"),
        ("Norland is not ready to send boats.", "send", "news", "refusal", "not"),
        ("Norland will not send the boats or sell the guns.", "sell", "news", "refusal", "not"),
        ("Norland would charge no toll, the premier said.", "charge", "news", "refusal", "no"),
        ("The premier would talk to nobody.", "talk", "news", "refusal", "nobody"),
        ("Not one boat would be sold, the premier said.", "sold", "news", "refusal", "Not"),
        ("In no event shall the maps be sold.", "sold", "treaty", "obligation", "no"),
        ("The members shall refrain from the use of force.", "refrain", "treaty", "obligation", "refrain"),
        ("We will not wait, nor will Norland send boats.", "send", "news", "refusal", "nor"),
        ("Nor will Norland send boats.", "send", "news", "refusal", "Nor"),
        ("Norland has no plan for a wall.", "plan", "news", "refusal", "no"),
        ("Norland promised no cuts.", "cuts", "news", "pledge", "no"),
        ("There will be no more talks, the premier said.", "be", "news", "refusal", "no"),
        ("Norland will let no ship pass.", "let", "news", "refusal", "no"),
        ("They gave a guarantee that no boats will be sold.", "sold", "news", "pledge", "no"),
    ],
)
def test_a_denied_act_is_negative(text: str, head: str, genre: Genre, force: str, word: str) -> None:
    found = qualified(text, head, genre, cited=True)
    assert (found.force, found.polarity) == (force, "negative")
    assert found.negated_by is not None
    assert found.negated_by.text == word


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Norland sees no reason to send boats.", "send"),
        ("There was no question of sending boats, the premier said.", "sending"),
    ],
)
def test_a_no_that_is_a_part_of_a_refusal_does_not_deny_it(text: str, head: str) -> None:
    found = qualified(text, head, cited=True)
    assert (found.force, found.polarity) == ("refusal", "negative")


def test_not_only_denies_nothing() -> None:
    assert qualified("Norland will not only send boats but lend money.", "send").polarity == "positive"


def test_who_will_refuse_to_act_refuses() -> None:
    found = qualified("Norland will refuse to send boats.", "refuse", cited=True)
    assert (found.force, found.polarity) == ("refusal", "negative")
    assert qualified("Norland will withdraw its boats.", "withdraw", cited=True).polarity == "positive"


@pytest.mark.parametrize(
    ("text", "head", "force"),
    [
        ("Norland will block the strait if the fee rises.", "block", "threat"),
        ("The miners would set fire to the barn if nobody came.", "set", "threat"),
        ("Norland will close the port unless Sudland pays.", "close", "threat"),
        ("Norland will close the port if Sudland does not pay.", "close", "threat"),
        ("Sudland has until May to pay, failing which Norland will close the port.", "close", "threat"),
        ("Norland will close the port if the ice comes.", "close", "pledge"),
        # any act that comes unless others give way
        ("Norland would copy the maps unless their owner lowered the fee.", "copy", "threat"),
        ("Norland will skip the feast unless its crew is admitted.", "skip", "threat"),
        ("Norland will send its boats unless the storm halts them.", "send", "pledge"),
        ("Norland will keep its crews there unless Sudland pays.", "keep", "pledge"),
        ("Norland will send its boats unless Sudland sends more.", "send", "pledge"),
        ("Norland will close the port.", "close", "pledge"),
    ],
)
def test_pressure_on_a_condition_is_a_threat(text: str, head: str, force: str) -> None:
    assert qualified(text, head, cited=True).force == force


def test_who_does_not_hesitate_acts() -> None:
    found = qualified("Norland will not hesitate to send boats.", "hesitate", cited=True)
    assert (found.force, found.polarity) == ("pledge", "positive")
    assert qualified("Norland will not hesitate.", "hesitate", cited=True).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "force", "condition"),
    [
        ("The mayor said she would not hesitate to shut the lock if the toll is late.", "threat", True),
        ("The mayor said Peru would not hesitate to attack the rebels.", "threat", False),
        ("The mayor said she would not hesitate to lend Chad more boats if they are needed.", "pledge", True),
        ("The mayor said she would not hesitate to close old piers.", "pledge", False),
    ],
)
def test_what_somebody_will_not_hesitate_to_do_to_others_is_a_threat(
    text: str, force: str, condition: bool
) -> None:
    (found,) = records(text)
    assert (found.force, found.condition is not None) == (force, condition)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Norland will not rest until the pilots are home.", "rest"),
        ("Norland will never waver in its care for the islands.", "waver"),
    ],
)
def test_who_will_not_rest_goes_on(text: str, head: str) -> None:
    assert qualified(text, head, "press_release").force == "pledge"
    assert qualified(text, head, "press_release").polarity == "positive"


def test_a_promise_that_is_missing_binds_nobody() -> None:
    missing = candidate("The envoy left without a promise from Norland that it will send boats.", "send")
    assert qualify(missing, "news", cited=False) is None


def test_what_was_not_done_fulfils_nothing() -> None:
    assert qualify(candidate("Norland has not lent boats since May.", "lent"), "news", cited=False) is None
    assert qualified("Norland has lent boats since May.", "lent").force == "fulfilment"


def test_where_another_goes_is_a_plan_by_whoever_tells_it() -> None:
    assert qualified("The envoy will visit Lima.", "visit", "press_release").force == "plan"
    assert qualified("We will visit Lima.", "visit", "press_release").force == "pledge"
    assert qualified("Peru will pay.", "pay", "press_release").force == "pledge"
    assert qualified("Berg said his envoy would travel to Lima.", "travel", cited=True).force == "plan"
    assert qualified("Berg said the crew would be flown home.", "flown", cited=True).force == "pledge"


def test_an_agreement_still_to_come_is_a_plan() -> None:
    found = qualified("Norland and Sudland are close to an agreement to sell boats.", "sell")
    assert (found.force, found.certainty) == ("plan", "probable")
    assert qualified("Norland signed an agreement to sell boats.", "sell").force == "agreement"


@pytest.mark.parametrize(
    ("text", "head", "force"),
    [
        ("Under the accord, the rebels are to hand in their guns.", "hand", "agreement"),
        ("Under the accord, Norland will lend boats and open its port.", "open", "agreement"),
        ("Norland would lend boats under a deal with Sudland.", "lend", "agreement"),
        ("Under a proposed deal, Norland would lend boats.", "lend", "pledge"),
        ("Under a draft deal, Norland would lend boats.", "lend", "agreement"),
        ("Under the terms of the deal, boats will be lent to Sudland.", "lent", "agreement"),
        ("Under the accord, Norland must lend boats.", "lend", "request"),
    ],
)
def test_a_term_of_a_deal_that_is_told_is_agreed(text: str, head: str, force: str) -> None:
    assert qualified(text, head).force == force


@pytest.mark.parametrize(
    ("text", "head", "genre", "settled"),
    [
        ("Norland is halting its aid.", "halting", "news", {"force"}),
        ("Norland is sending aid.", "sending", "news", {"force"}),
        ("Norland is building a pier.", "building", "news", set()),
        ("I shall send a plan to the council.", "send", "speech", {"force"}),
        (
            "I shall, of course, propose a plan to mend the dyke.",
            "propose",
            "speech",
            {"force"},
        ),
        ("The mayor shall send a plan to the council.", "send", "speech", set()),
        ("Norland is weighing a sale.", "sale", "news", {"certainty"}),
        ("The union said it might shut the port.", "shut", "news", {"certainty"}),
        ("The boats may not leave.", "leave", "news", set()),
        ("Norland said its offer still stands.", "stands", "news", {"force"}),
        ("Under the pact, Norland will lend boats.", "lend", "news", {"force", "certainty"}),
    ],
)
def test_some_words_leave_no_choice(text: str, head: str, genre: Genre, settled: set[str]) -> None:
    assert qualified(text, head, genre, cited=True).settled == settled


def test_what_several_parties_decide_is_an_agreement() -> None:
    decided = candidate("Norland and Sudland decided to scrap the fee.", "scrap")
    found = qualify(decided, "news", cited=True)
    assert found is not None
    assert settled_together(found, decided, parties=2).force == "agreement"
    assert settled_together(found, decided, parties=1).force == "pledge"


@pytest.mark.parametrize(
    "text",
    [
        "Norland would not rule out closing the port.",
        "Norland has not ruled out closing the port.",
        "The mayor declined to rule out closing the port.",
        "Norland does not exclude closing the port.",
    ],
)
def test_what_nobody_rules_out_may_be_done(text: str) -> None:
    found = qualified(text, "closing", cited=True)
    assert (found.force, found.polarity, found.certainty) == ("plan", "positive", "possible")
    assert found.settled == {"force", "certainty"}
    assert [each.act.text for each in find_candidates(sentence(text))] == ["closing"]


def test_what_is_ruled_out_or_not_refused_is_left_open_by_nobody() -> None:
    assert qualified("Norland ruled out closing the port.", "closing").force == "refusal"
    assert qualify(candidate("Norland would not refuse boats.", "refuse"), "news", cited=True) is None
    assert qualified("No boat will be rejected.", "rejected", cited=True).force == "refusal"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Norland will not veto the harbour levy.", "veto"),
        ("Norland said it would not oppose a second pier.", "oppose"),
        ("The mayor will not withhold the grant for the ferries.", "withhold"),
        ("The bakers will not vote for the levy.", "vote"),
    ],
)
def test_who_will_not_act_against_something_refuses_to(text: str, head: str) -> None:
    found = qualified(text, head, cited=True)
    assert (found.force, found.polarity) == ("refusal", "negative")


def test_who_would_not_turn_something_down_has_not_said_what_they_will_do() -> None:
    assert qualify(candidate("Norland would not turn down boats.", "turn"), "news", cited=True) is None


def test_who_will_not_have_to_act_refuses_nothing() -> None:
    for words in ("will not have", "would not need"):
        spared = qualified(f"Norland {words} to send boats.", words.split()[-1], cited=True)
        assert (spared.force, spared.polarity) == ("pledge", "negative")
    may_be = candidate("Norland may not have to send boats.", "have")
    assert qualify(may_be, "news", cited=True) is None
    assert qualified("Norland will not have its boats sold.", "have", cited=True).force == "refusal"


def test_an_object_with_no_denies_only_what_makes_it() -> None:
    assert qualified("Norland will spare no effort.", "spare").polarity == "positive"
    assert qualified("Norland will leave nobody behind.", "leave").polarity == "positive"
    assert qualified("Norland will lend boats with no delay.", "lend").polarity == "positive"
    assert qualified("Norland will make no concessions.", "make").polarity == "negative"


def test_a_refusal_is_negative_and_a_refused_omission_positive() -> None:
    assert qualified("Norland refused to send boats.", "send").polarity == "negative"
    assert qualified("Norland refused not to send boats.", "send").polarity == "positive"


@pytest.mark.parametrize(
    "text",
    [
        "Norland has not promised to send boats.",
        "Norland never agreed to send boats.",
        "Norland did not threaten to send boats.",
        "Norland made no promise to send boats.",
        "Norland made no attempt to send boats.",
        "Norland denied it plans to send boats.",
        "Norland denied that Sudland will send boats.",
        "Norland doubted that it would send boats.",
        "Norland denied reports that it was to send boats.",
        "Norland dismissed claims that Sudland will send boats.",
        "Sudland did not obtain a promise that he would send boats.",
        "What Sudland has not got is a promise that Norland will send boats.",
        "Norland was not in a position to promise to send boats.",
        "Norland has no power to promise to send boats.",
        "Norland did not offer to send boats.",
    ],
)
def test_a_denied_promise_binds_nobody(text: str) -> None:
    assert qualify(candidate(text, "send"), "news", cited=True) is None


def test_what_a_report_tells_that_nobody_denies_may_bind() -> None:
    assert (
        qualified("Norland confirmed reports that it is to send boats.", "send", cited=True).force == "plan"
    )


def test_who_keeps_the_right_to_act_in_a_legal_text_promises_nothing() -> None:
    text = "Norland reserves the right to send boats."
    assert qualify(candidate(text, "send"), "treaty", cited=False) is None
    assert qualified(text, "send", "news").force == "plan"


@pytest.mark.parametrize(
    ("text", "head", "certainty"),
    [
        ("Norland will send boats.", "send", "certain"),
        ("Norland pledged to send boats.", "send", "certain"),
        ("Norland will probably send boats.", "send", "probable"),
        ("Norland will perhaps send boats.", "send", "possible"),
        ("Norland plans to send boats.", "send", "probable"),
        ("Norland might send boats.", "send", "possible"),
        ("They hope to send boats.", "send", "possible"),
        ("Norland is ready to send boats.", "send", "probable"),
    ],
)
def test_certainty_is_the_words(text: str, head: str, certainty: str) -> None:
    assert qualified(text, head, cited=True).certainty == certainty


@pytest.mark.parametrize(
    ("text", "head", "force"),
    [
        ("Norland will attack the port if the ships sail.", "attack", "threat"),
        ("Norland will impose sanctions unless the ships sail.", "impose", "threat"),
        ("Norland will attack the port.", "attack", "pledge"),
        ("The union will call a strike if the ships sail.", "call", "threat"),
        ("Norland will repair the port if the ships sail.", "repair", "pledge"),
        ("The strike will resume if the ships sail.", "resume", "threat"),
        ("The strike will resume in May.", "resume", "pledge"),
        ("The ferries will resume if the ships sail.", "resume", "pledge"),
        ("Norland will attack the port should the ships sail.", "attack", "threat"),
        ("The farmers' party will quit the coalition if the fee rises.", "quit", "threat"),
        ("The crews will stay away from the summit unless the fee is scrapped.", "stay", "threat"),
        ("The envoys will pull out of the talks if the ships sail.", "pull", "threat"),
        ("The envoys will leave the talks at noon.", "leave", "pledge"),
        ("The envoys will leave the house if the ships sail.", "leave", "pledge"),
        ("Norland is ready to launch air strikes if the ships sail.", "launch", "threat"),
        ("Norland is ready to send boats if the ships sail.", "send", "offer"),
    ],
)
def test_conditional_harm_is_a_threat(text: str, head: str, force: str) -> None:
    assert qualified(text, head, cited=True).force == force


@pytest.mark.parametrize(
    ("text", "genre", "force"),
    [
        ("The mills have bound themselves to send boats.", "news", "pledge"),
        ("Norland is bound by law to send boats.", "news", "obligation"),
    ],
)
def test_who_binds_itself_pledges(text: str, genre: Genre, force: str) -> None:
    assert qualified(text, "send", genre).force == force


@pytest.mark.parametrize(
    "text",
    ["Norland denied it would send boats.", "Norland denied that boats will be sent."],
)
def test_who_denies_that_they_will_act_refuses(text: str) -> None:
    found = qualified(text, "sent" if "sent" in text else "send")
    assert (found.force, found.polarity) == ("refusal", "negative")


@pytest.mark.parametrize(("cited", "force"), [(True, "pledge"), (False, "plan")])
def test_what_the_present_tells_of_days_to_come_has_the_force_of_will(cited: bool, force: str) -> None:
    assert qualified("Norland keeps boats on the river until May 30.", "keeps", cited=cited).force == force


def test_who_binds_itself_not_to_act_gives_its_word() -> None:
    found = qualified("The mills have bound themselves not to sell boats.", "sell")
    assert (found.force, found.polarity) == ("pledge", "negative")


def test_a_vote_of_no_is_cast() -> None:
    assert qualified("Three members said they will vote no.", "vote").polarity == "positive"


@pytest.mark.parametrize(
    ("text", "head", "harmful"),
    [
        ("Norland will retaliate.", "retaliate", True),
        ("Norland will impose sanctions.", "impose", True),
        ("Norland will impose order.", "impose", False),
        ("Norland will lift sanctions.", "lift", False),
    ],
)
def test_harm_is_in_the_verb_or_its_object(text: str, head: str, harmful: bool) -> None:
    assert is_harmful(candidate(text, head).act) is harmful


def test_the_lexicon_refuses_unknown_keys_and_values() -> None:
    lexicon = force_lexicon().model_dump()
    with pytest.raises(ValueError, match="colour"):
        ForceLexicon.model_validate({**lexicon, "colour": "red"})
    with pytest.raises(ValueError, match="genres"):
        ForceLexicon.model_validate({**lexicon, "legal": {"id": "x", "genres": ["novel"]}})


def test_a_lexicon_of_another_kind_names_its_file() -> None:
    with pytest.raises(LexiconError, match=r"attribution\.toml"):
        load_lexicon("attribution", ForceLexicon)


@pytest.mark.parametrize(
    ("text", "head", "certainty"),
    [
        ("Norland warned that it would close the port.", "close", "certain"),
        ("Norland is considering closing the port.", "closing", "possible"),
        ("Norland is negotiating a truce with Sudland.", "truce", "possible"),
        ("Under a draft deal, Norland would lend boats.", "lend", "probable"),
        ("Under the deal, no member may levy a toll.", "levy", "certain"),
        ("Under the deal, a member may levy a toll.", "levy", "possible"),
    ],
)
def test_words_settle_how_sure_an_act_is(text: str, head: str, certainty: str) -> None:
    found = qualified(text, head)
    assert found.certainty == certainty
    assert found.polarity == "negative" or "certainty" in found.settled


@pytest.mark.parametrize(
    ("text", "head", "polarity"),
    [
        ("Norland is in no mood to sell the port.", "sell", "negative"),
        ("Norland will neither sell nor lease the port.", "sell", "negative"),
        ("Norland will neither sell nor lease the port.", "lease", "negative"),
        ("Norland is bound to vote for neither side.", "vote", "negative"),
        ("Not all of the sailors will leave the port.", "leave", "negative"),
        ("All of the sailors will leave the port.", "leave", "positive"),
        ("Norland will pay $90 for the boat, and no more.", "pay", "positive"),
        ("Norland will pay no more for the boat.", "pay", "negative"),
    ],
)
def test_words_that_deny_only_in_part_or_of_two_deny_too(text: str, head: str, polarity: str) -> None:
    assert qualified(text, head).polarity == polarity


def test_a_constitution_lays_down_a_duty() -> None:
    assert qualified("The constitution commits Norland to peace.", "peace").force == "obligation"
    assert qualified("The minister commits Norland to peace.", "peace").force == "pledge"


def test_what_counted_officials_decide_is_an_agreement() -> None:
    for text, force in (
        ("The four mayors decided to scrap the toll.", "agreement"),
        ("The mayors decided to scrap the toll.", "pledge"),
    ):
        found = candidate(text, "scrap")
        assert settled_together(qualified(text, "scrap"), found, 1).force == force


def test_a_deal_that_two_announce_is_an_agreement() -> None:
    text = "Norland and Sudland announced a deal on ferries."
    found = candidate(text, "deal")
    assert settled_together(qualified(text, "deal"), found, 2).force == "agreement"
    assert settled_together(qualified(text, "deal"), found, 1).force == "pledge"


@pytest.mark.parametrize(
    ("text", "genre", "force"),
    [
        ("Norland undertook to send boats.", "news", "pledge"),
        ("Norland undertakes to send boats.", "communique", "pledge"),
        ("Norland undertakes to send boats.", "treaty", "obligation"),
        ("Under the accord, Norland undertook to send boats.", "news", "obligation"),
    ],
)
def test_who_undertakes_an_act_is_obliged_by_a_legal_text_or_deal_alone(
    text: str, genre: Genre, force: str
) -> None:
    assert qualified(text, "send", genre).force == force


def test_who_undertakes_not_to_act_outside_a_legal_text_gives_their_word() -> None:
    found = qualified("Norland undertook not to sell boats.", "sell", "readout")
    assert (found.force, found.polarity, found.settled) == ("pledge", "negative", frozenset({"force"}))


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Should the talks fail, Norland will sue the firm.", "threat"),
        ("Should the fee not be lifted, Norland will close the pier.", "threat"),
        ("Should the pier be mended, Norland will send boats.", "pledge"),
    ],
)
def test_harm_on_a_condition_without_if_is_a_threat(text: str, force: str) -> None:
    head = next(word for word in ("sue", "close", "send") if word in text)
    assert qualified(text, head, "press_release").force == force


def test_what_several_agree_nobody_shall_do_is_agreed() -> None:
    found = qualified("Norland and Peru agreed that no boat shall carry arms.", "carry")
    assert (found.force, found.polarity) == ("agreement", "negative")
    assert qualified("Norland will let nobody pass.", "let").polarity == "negative"


@pytest.mark.parametrize(("genre", "force"), [("treaty", "obligation"), ("news", "plan")])
def test_what_is_to_be_done_is_a_duty_in_a_legal_text_alone(genre: Genre, force: str) -> None:
    found = qualified("The costs are to be shared.", "shared", genre)
    assert (found.force, found.certainty == "certain") == (force, force == "obligation")


def test_what_is_prohibited_is_a_duty_not_to_act_in_a_legal_text_alone() -> None:
    found = qualified("The use of dynamite is prohibited.", "use", "treaty")
    assert (found.force, found.polarity) == ("obligation", "negative")
    assert qualify(candidate("The use of dynamite is prohibited.", "use"), "news", False) is None


def test_who_will_consider_an_act_leaves_it_open() -> None:
    found = qualified("Norland said it would consider a sale of the port.", "consider", cited=True)
    assert (found.force, found.certainty) == ("plan", "possible")
    assert found.settled == {"force", "certainty"}
    judged = qualified("Norland will consider any toll illegal.", "consider", cited=True)
    assert judged.force == "pledge"


@pytest.mark.parametrize(
    ("text", "head", "force"),
    [
        ("Norland said any raid would be met with force.", "met", "threat"),
        ("The union said a cut would meet with a walkout.", "meet", "threat"),
        ("Norland will meet with the bakers.", "meet", "pledge"),
        ("The ship will be met with flowers.", "met", "pledge"),
    ],
)
def test_what_will_be_met_with_harm_is_a_threat(text: str, head: str, force: str) -> None:
    assert qualified(text, head, cited=True).force == force


def test_what_will_be_rejected_is_refused() -> None:
    found = qualified("The mayor said late bids would be rejected.", "rejected", cited=True)
    assert (found.force, found.polarity) == ("refusal", "negative")
    assert qualified("The mayor said the bids would be opened.", "opened", cited=True).force == "pledge"


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The herders said they would call fresh marches if the well is not reopened.", "threat"),
        ("The mayor said the by-law would be used against the bargemen if the town runs dry.", "threat"),
        ("The mayor said the pumps would be used against the flood if it rains on.", "pledge"),
        ("The tannery said it would start proceedings against the herders if they march on.", "threat"),
        ("The carters said they would stop work every Friday until the toll is dropped.", "threat"),
        ("The carters said they would stop work on the road until Friday.", "pledge"),
        ("The carters said they would be back on the picket line if they are not paid.", "threat"),
        ("Norland said that any foreign crews would be regarded as legitimate targets.", "threat"),
        ("Norland said it will go ahead with tariffs on salt unless Fiji drops its own.", "threat"),
        ("The senate intends to adopt sanctions against Norland if the camps stay shut.", "threat"),
        ("The board resolved to impose travel bans on the captains if no talks are held.", "threat"),
        ("The envoy said a reaction would follow should the toll take effect.", "threat"),
        ("The carters said they would call off the strike if the tannery pays.", "pledge"),
        ("The senate said the sanctions would be suspended if the truce held.", "pledge"),
        ("Norland has promised to respond to any raid on Fiji.", "pledge"),
        ("Norland has promised to respond to any raid on its ships.", "threat"),
    ],
)
def test_what_presses_another_on_a_condition_is_a_threat_and_what_eases_it_none(
    text: str, force: str
) -> None:
    assert [record.force for record in records(text)] == [force]


def test_what_a_report_tells_of_itself_that_others_will_do_can_only_be_a_plan() -> None:
    told = qualified("Norland will close the pier.", "close")
    assert (told.force, "force" in told.settled) == ("plan", True)
    for text, cited in (("Norland will close the pier.", True), ("We will close the pier.", False)):
        assert "force" not in qualified(text, "close", cited=cited).settled


def test_who_will_answer_harm_threatens() -> None:
    found = qualified("Norland will respond to any raid.", "respond", cited=True)
    assert (found.force, "force" in found.settled) == ("threat", True)
    assert qualified("Norland will respond to the letter.", "respond", cited=True).force == "pledge"


def test_for_whom_an_act_is_not_denies_nothing() -> None:
    text = "Norland will deliver seeds directly to the people, not hotel chains, mills and guests."
    found = qualified(text, "deliver", "speech")
    assert (found.force, found.polarity) == ("pledge", "positive")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor told the bakers to halve their fees or face a ban.",
            [("request", "bakers"), ("threat", "mayor")],
        ),
        ("The guild was told to reopen the pier or see its licence withdrawn.", [("request", "guild")]),
        ("The mayor told the bakers to halve their fees or sell the mill.", [("request", "bakers")] * 2),
        ("The court ordered Fiji to pay the widow $4,000 within a month.", [("obligation", "Fiji")]),
        ("The mayor ordered the bakers to close.", [("request", "bakers")]),
        ("The union said it would leave the talks if the toll was not cut.", [("threat", "union")]),
        ("The minister said the crews would be treated as enemies if they stayed.", [("threat", "minister")]),
        ("The ministry called it an outrage and said there would be consequences.", [("threat", "ministry")]),
        ("The general said the raid would not go unpunished.", [("threat", "general")]),
        ("Fiji gave notice on Monday that it was leaving the herring board.", [("pledge", "Fiji")]),
        ("The crews are getting ready to strike.", [("plan", "crews")]),
        ("We are not going to stand by while ports are closed, said Ada Berg.", [("refusal", "Ada Berg")]),
        ("Oslo promised in a note of intent to halve the toll.", [("pledge", "Norway")]),
        ("If the mayor fails to pay, the union will leave the talks.", [("threat", "union")]),
        ("If the mayor agrees to pay, the union will leave the pier.", [("plan", "union")]),
        ("Fiji is sending about 90 nurses to Peru, its health minister said.", [("pledge", "Fiji")]),
        ("Fiji is sending about 90 nurses to Peru.", [("plan", "Fiji")]),
    ],
)
def test_what_is_told_of_harm_duty_and_notice_has_its_own_force(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(record.force, *record.promisors) for record in records(text)] == expected


@pytest.mark.parametrize(
    ("text", "head", "force", "polarity", "certainty"),
    [
        ("The raid would not go unpunished.", "go", "threat", "positive", "probable"),
        ("The crew would not go unpaid.", "go", "refusal", "negative", "probable"),
        ("The deputies will oppose any sale of the port.", "oppose", "plan", "positive", "certain"),
        ("That is not a price that Norway is willing to pay.", "pay", "refusal", "negative", "probable"),
        ("That is a price that Norway is willing to pay.", "pay", "offer", "positive", "probable"),
        ("We don’t intend to sell the pier.", "sell", "refusal", "negative", "probable"),
        ("The firm gave an assurance that no fee would be charged.", "assurance", "refusal", "negative",
         "certain"),
        ("The two signed a treaty in Lima committing both of them to scrap 40 boats.", "scrap", "obligation",
         "positive", "certain"),
        ("Under its terms Norway will scrap tolls on most ferries.", "scrap", "agreement", "positive",
         "certain"),
        ("Under the ruling, the fine is to be doubled.", "doubled", "obligation", "positive", "certain"),
        ("Under the accord, reached after talks in Lima, the crews are to leave the port.", "leave",
         "agreement", "positive", "certain"),
        ("Under the bridge, the crews are to mend the pier.", "mend", "plan", "positive", "probable"),
        ("Peru has determined that it is best to extend the ban on nets.", "extend", "pledge",
         "positive", "certain"),
        ("The bill would send all present harbour masters into retirement.", "send", "pledge", "positive",
         "probable"),
    ],
)  # fmt: skip
def test_words_around_an_act_tell_its_force_polarity_and_certainty(
    text: str, head: str, force: str, polarity: str, certainty: str
) -> None:
    found = qualified(text, head)
    assert (found.force, found.polarity, found.certainty) == (force, polarity, certainty)


@pytest.mark.parametrize(
    ("text", "head", "settles"),
    [
        ("Fiji has proposed sending two tugs.", "sending", True),
        ("Fiji has offered to send two tugs.", "send", False),
        ("The bill would send all present harbour masters into retirement.", "send", True),
        ("The mayor would send all present harbour masters into retirement.", "send", False),
        ("The mill says it has no plans to sail.", "sail", True),
        ("The mill says it has no intention to sail.", "sail", False),
        ("Fiji looks forward to continuing to lend tugs.", "lend", False),
    ],
)
def test_who_only_proposes_or_has_no_plan_will_not_surely_act(text: str, head: str, settles: bool) -> None:
    found = qualified(text, head)
    assert found.certainty == "probable"
    assert ("certainty" in found.settled) is settles


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that drivers who refused would be replaced.",
        "The mayor said that he would blacklist whoever was late.",
        "The mayor said fines would be levied for any delay.",
        "The mayor said non-payment would be met with a closure order.",
        "The mayor said the council would go to court if the owners hid.",
        "The mayor said the council would suspend Chad if its army stayed.",
        "The mayor said that if they land, there will be a military response.",
    ],
)
def test_to_punish_whoever_does_something_is_a_threat(text: str) -> None:
    assert [record.force for record in records(text)] == ["threat"]


@pytest.mark.parametrize(
    ("text", "force", "polarity", "certainty"),
    [
        ("The board said that foreign crews would have to pay.", "request", "positive", "certain"),
        (
            "The board said that the sum would have to be spent on schools.",
            "obligation",
            "positive",
            "certain",
        ),
        ("The board said that Norland would have to pay.", "pledge", "positive", "certain"),
        ("The board said that in return Norland would have to pay.", "obligation", "positive", "certain"),
        ("Norland said that it would have to pay in return.", "pledge", "positive", "certain"),
        (
            "In exchange, Norland would have to open its mills to foreign crews.",
            "obligation",
            "positive",
            "certain",
        ),
        ("Norland repeated its readiness to send a boat.", "offer", "positive", "probable"),
        ("Norland said it would ask for nothing more.", "refusal", "negative", "certain"),
        ("The mayor hinted that he would scrap the fee.", "pledge", "positive", "probable"),
        ("The parties decided to scrap the fee.", "agreement", "positive", "certain"),
        ("His spokesman would go no further than to call it sad.", None, None, None),
        ("Norland would probably ask Fiji to mend the map, envoys said.", "pledge", "positive", "probable"),
        ("Norland said it is likely to announce more loans for Fiji.", "plan", "positive", "probable"),
        (
            "Under the pact, signed Friday in Lima, Peru will lend Fiji ten tugs.",
            "agreement",
            "positive",
            "certain",
        ),
        ("Under the plan, Peru would lend Fiji ten tugs.", "plan", "positive", "probable"),
        ("Under the scheme now being weighed, Peru and Chad would pay half.", "plan", "positive", "probable"),
        (
            "The premier said that under the plan Peru would lend Fiji ten tugs.",
            "pledge",
            "positive",
            "certain",
        ),
        ("Under the law the ministry cannot lend tugs to Fiji.", "obligation", "negative", "certain"),
        ("The ministry said that it could not lend tugs to Fiji.", "refusal", "negative", "certain"),
        (
            "The envoy persuaded the rebels to accept a first list of prisoners.",
            "agreement",
            "positive",
            "certain",
        ),
        ("The envoy tried to persuade the rebels to accept a first list of prisoners.", None, None, None),
        ("“We are going to build ten tugs,” said the premier of Norland.", "pledge", "positive", "certain"),
        ("Norland is going to build ten tugs.", "plan", "positive", "certain"),
        ("The ministry declined to give details of the loan.", None, None, None),
        ("The ministry would not give details of the sale.", None, None, None),
        ("The ministry refused to offer a timetable for the retreat.", "refusal", "negative", "certain"),
        ("The spokesman refused to elaborate.", None, None, None),
        ("The bank refused to release the funds.", "refusal", "negative", "certain"),
    ],
)
def test_what_words_do_to_others_and_how_surely(
    text: str, force: str | None, polarity: str | None, certainty: str | None
) -> None:
    found = [(record.force, record.polarity, record.certainty) for record in records(text)]
    assert found == ([] if force is None else [(force, polarity, certainty)])


def test_a_term_of_a_contract_told_in_the_present_is_agreed() -> None:
    found = qualified("Under the contract Norland receives a rebate of 9 percent this year.", "receives")
    assert (found.force, found.certainty) == ("agreement", "certain")


@pytest.mark.parametrize(
    ("text", "force", "action"),
    [
        ("The mayor said she cannot lend the ferry, and will not.", "refusal", "lend the ferry"),
        ("The mayor said the council could not lend the ferry and would not.", "refusal", "lend the ferry"),
        ("The mayor said she will lend the ferry and cannot wait.", "pledge", "lend the ferry"),
    ],
)
def test_a_denied_modal_without_a_verb_takes_that_before_it(text: str, force: str, action: str) -> None:
    (found,) = records(text)
    assert (found.force, found.certainty, found.action) == (force, "certain", action)


@pytest.mark.parametrize(
    ("text", "force", "polarity"),
    [
        ("The dockers called off their strike.", "pledge", "positive"),
        ("The dockers called off a march on the port.", "pledge", "positive"),
        ("Norland called off the talks.", "refusal", "negative"),
    ],
)
def test_who_calls_off_what_presses_others_stops_it(text: str, force: str, polarity: str) -> None:
    found = qualified(text, "called", cited=True)
    assert (found.force, found.polarity) == (force, polarity)


@pytest.mark.parametrize(
    ("text", "head", "force"),
    [
        ("Norland said its crews would stay no longer than a month.", "stay", "pledge"),
        ("Norland said its crews would no longer stay.", "stay", "refusal"),
    ],
)
def test_no_longer_than_denies_nothing(text: str, head: str, force: str) -> None:
    assert qualified(text, head, cited=True).force == force

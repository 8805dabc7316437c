"""Speakers: the name or description of who said it, and how the text names them."""

from __future__ import annotations

import datetime as dt

import pytest

from flows.extract.components.speaker import speaker_of
from models.vocabulary import Genre
from tests.extract.documents import analysis, records, token_at


def speaker(
    text: str, genre: Genre = "news", title: str | None = None, publisher: str | None = None
) -> tuple[str | None, str]:
    """Who says "pay" in ``text``, with the subject of "promised" as who binds itself."""
    found = analysis(text, genre, title, publisher)
    binder = next(
        (token for token in found.doc if token.head.text == "promised" and token.dep_ == "nsubj"), None
    )
    attribution = found.attributor.of(token_at(found, "pay"))
    said = speaker_of(attribution, binder, found.resolver, found.names, genre, found.voice)
    return said.name, said.speaker_type


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway will pay, Emmanuel Macron said.", ("Emmanuel Macron", "named")),
        ("Mr. Bo Lindqvist said Norway will pay.", ("Bo Lindqvist", "named")),
        ("Norway said it will pay.", ("Norway", "named")),
        ("The Dutch government said it will pay.", ("Netherlands", "named")),
        ("The French president said France will pay.", ("Emmanuel Macron", "named")),
        ("Norway will pay, according to NATO.", ("NATO", "named")),
        ("“Norway will pay,” said its envoy in Lima, Ada Lindqvist.", ("Ada Lindqvist", "named")),
        ("Bo Lindqvist came late. “We will pay,” he said.", ("Bo Lindqvist", "named")),
        ("“We are late,” said Bo Lindqvist. “We have promised to pay.”", ("Bo Lindqvist", "named")),
        ("Karhex, a Finnish brewer, announced it will pay.", ("Karhex", "named")),
        ("Finland's KLR said it will pay.", ("KLR", "named")),
        ("The Serb Boat Front says it will pay.", ("Serb Boat Front", "named")),
        ("One of them, Skarnby, warned it would pay.", ("Skarnby", "named")),
        ("A Peruvian diplomat came. Bo Lindqvist left. He said Norway will pay.", ("Bo Lindqvist", "named")),
    ],
)
def test_a_speaker_with_a_name_is_named(text: str, expected: tuple[str, str]) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Peru said Chad will pay.", "Norway and Peru"),
        ("Norway, Fiji and Peru said they would pay.", "Norway, Fiji and Peru"),
        ("Norway and the World Bank have promised to pay.", "Norway and World Bank"),
        ("Ada Berg and Bo Lindqvist said Norway will pay.", "Ada Berg and Bo Lindqvist"),
        ("Norway and Fiji met in May. They said Peru will pay.", "Norway and Fiji"),
        ("Norway and its crews said Peru will pay.", "Norway"),  # not all have a name
        ("Norway said Fiji and Peru will pay.", "Norway"),
    ],
)
def test_all_who_say_it_together_are_named(text: str, expected: str) -> None:
    assert speaker(text) == (expected, "named")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway will pay, the border service said.", ("border service", "anonymous")),
        ("The long service suggests that Norway will pay.", (None, "author")),
    ],
)
def test_a_service_speaks_where_it_is_a_body(text: str, expected: tuple[str | None, str]) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Norway will pay, two officials said.", "two officials"),
        ("“We will pay,” said the senior NATO diplomat.", "senior NATO diplomat"),
        ("Bo Lindqvist left. It is late, according to an aide. He added that Norway will pay.", "an aide"),
        ("A Peruvian diplomat came late. He said the embassy will pay.", "A Peruvian diplomat"),
        (
            "A Peruvian diplomat came late. “They sing,” he said. “They sang in May.” He said Peru will pay.",
            "A Peruvian diplomat",
        ),
        ("A spokeswoman for the port said Norway will pay.", "A spokeswoman for the port"),
        ("The Union said it will pay.", "Union"),
        ("The Danish captain said it was late. “We will pay,” he said.", "Danish captain"),
        ("Oil is dear, miners say. It is late, an envoy said. He said Norway will pay.", "an envoy"),
        ("Norway will pay, according to people close to the talks.", "people close to the talks"),
        ("The dockers left. One promised to pay.", "one of the dockers"),
        (
            "The dockers left. One, a retired pilot, said it was late. Another said Norway will pay.",
            "another of the dockers",
        ),
        ("One, a retired pilot, said Norway will pay.", "retired pilot"),
        (
            "Envoys for the mayor of Lima and for the man who last week replaced him there say they’ll pay.",
            "Envoys for the mayor of Lima and for the man who last week replaced him there",
        ),
        ("Norway will pay, according to aides in Oslo and Lima, who all left.", "aides in Oslo and Lima"),
    ],
)
def test_a_speaker_without_a_name_keeps_the_description(text: str, description: str) -> None:
    assert speaker(text) == (description, "anonymous")


def test_who_is_named_later_behind_the_same_title_speaks() -> None:
    text = "Peru's harbour minister said it will pay.\nPeruvian Harbour Minister Bo Lindqvist left."
    assert speaker(text) == ("Bo Lindqvist", "named")
    other = text.replace("Peruvian", "Fijian")
    assert speaker(other) == ("Peru's harbour minister", "named")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian envoys want a truce, but they have told Fiji that Norway will pay.",
            ("Norwegian envoys", "anonymous"),
        ),
        (
            "A Fijian envoy confirmed that a longer list existed but said that Norland would pay.",
            ("A Fijian envoy", "anonymous"),
        ),
        ("Norland has no plans to pay for the wreck, envoys said, beyond a tug.", ("envoys", "anonymous")),
    ],
)
def test_who_says_it_is_found_beside_other_clauses(text: str, expected: tuple[str, str]) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway promised $5 million for a fund, part of the $9 million that Fiji promised in May.",
            ["Norway", "Fiji"],
        ),
        ("Ada Berg opened her fund on Monday, with $9 million promised by Fiji.", [None]),
    ],
)
def test_each_speaks_for_their_own_promise_alone(text: str, expected: list[str | None]) -> None:
    assert [record.speaker for record in records(text)] == expected


def test_who_announces_an_act_speaks_and_not_the_paper_that_reports_it() -> None:
    text = (
        "Norland's Harbour Ministry announced the release of both Fijian divers, who had been caught in May "
        "near Lima, Karhula news agency reported on Monday."
    )
    assert [record.speaker for record in records(text)] == ["Harbour Ministry"]


def test_a_text_of_people_without_a_name_is_a_document() -> None:
    said = speaker("Fishermen met in the old harbour. The statement said they will pay.")
    assert said == ("Fishermen", "document")


def test_who_voices_a_promise_speaks() -> None:
    assert speaker("Bo Lindqvist expressed Norway's commitment to pay.") == ("Bo Lindqvist", "named")


def test_a_reporter_speaks_where_nobody_is_cited() -> None:
    assert speaker("Norway will pay.") == (None, "author")


def test_who_promises_in_a_report_speaks() -> None:
    assert speaker("Norway promised to pay.") == ("Norway", "named")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Miners called on the mayor of Lima to reopen the well.", ("Miners", "anonymous")),
        (
            "A judge in Lima gave the ministry until Friday to free the boats.",
            ("A judge in Lima", "anonymous"),
        ),
        ("Relatives refuse a plaque.", ("Relatives", "anonymous")),
        (
            "Heirs of a mill have promised to lend $5 million.",
            ("Heirs of a mill", "anonymous"),
        ),
        ("The bridge calls on the mayor of Lima to reopen the well.", (None, "author")),
    ],
)
def test_people_without_a_name_who_act_or_ask_speak_and_things_do_not(
    text: str, expected: tuple[str | None, str]
) -> None:
    (asked,) = records(text)
    assert (asked.speaker, asked.speaker_type) == expected


def test_a_text_that_speaks_for_one_party_is_its_document() -> None:
    said = speaker("We will pay.", "fact_sheet", "Fact Sheet", "The White House")
    assert said == ("United States", "document")


def test_a_joint_text_has_no_single_speaker() -> None:
    said = speaker("We will pay.", "communique", "Joint Statement of Japan and India")
    assert said == (None, "document")


def test_a_speech_is_said_by_the_person_of_its_title() -> None:
    said = speaker("We will pay.", "speech", "Speech by Emmanuel Macron", "France")
    assert said == ("Emmanuel Macron", "named")


def test_a_surname_in_a_speechs_title_is_the_heads_before_the_spouses() -> None:
    voice = analysis("We will pay.", "speech", "Address 2003-GWBush-2", published_on=None).voice
    assert voice is not None
    assert voice.name == "George W. Bush"


def test_a_speechs_year_tells_whose_it_is_where_it_was_published_later() -> None:
    later = dt.date(2012, 3, 4)
    voice = analysis("We will pay.", "speech", "Address 1991-Bush", published_on=later).voice
    assert voice is not None and voice.name == "George H. W. Bush"
    now = dt.date(2023, 7, 10)
    voice = analysis("We will pay.", "speech", "Address on 1991 by Biden", published_on=now).voice
    assert voice is not None and voice.name == "Joe Biden"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("First Lady Jill Biden’s Letter to Teachers", "Jill Biden"),
        ("President Biden Opens a Wharf", "Joe Biden"),
        ("A Wharf for Jill Biden", "Joe Biden"),
        ("Chancellor Scholz Visits a Wharf", "Joe Biden"),
    ],
)
def test_a_text_in_the_first_person_is_whose_name_opens_its_title(title: str, expected: str) -> None:
    found = analysis("I will pay.", "press_release", title, "The White House")
    assert found.voice is not None and found.voice.name == expected


@pytest.mark.parametrize("mark", ["", "*"])
def test_who_stands_before_a_quotation_and_a_colon_says_it(mark: str) -> None:
    text = f"Harbour Minister Bo Lindqvist{mark}: “It is late. We will pay.”"
    assert speaker(text, "fact_sheet", "Fact Sheet", "The White House") == ("Bo Lindqvist", "named")


def test_a_title_in_brackets_is_no_part_of_who_stands_before_a_quotation() -> None:
    text = "- Bo Lindqvist (Vice President): “It is late. We will pay.”"
    assert speaker(text, "fact_sheet", "Fact Sheet", "The White House") == ("Bo Lindqvist", "named")


def test_a_heading_tells_whose_the_quotations_below_it_are() -> None:
    text = "Senator Bo Lindqvist on Harbour Talk\n- “It is late.” (Watch)\n- “We will pay.” (Watch)"
    assert speaker(text, "fact_sheet", "Fact Sheet", "The White House") == ("Bo Lindqvist", "named")
    other = text.replace("Senator Bo Lindqvist on Harbour Talk", "Senator Bo Lindqvist came late.")
    assert speaker(other, "fact_sheet", "Fact Sheet", "The White House") == ("United States", "document")


def test_who_speaks_for_somebody_is_not_that_person() -> None:
    said = ("Bo Lindqvist's spokesman", "anonymous")
    assert speaker("Bo Lindqvist will pay, his spokesman said.") == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway is short of grain. Its farm minister said it will pay.",
            ("Norway's farm minister", "named"),
        ),
        ("Chile and Peru met. Their envoys said they will pay.", ("Chile and Peru's envoys", "anonymous")),
        ("Our envoy said Norway will pay.", ("Our envoy", "named")),
    ],
)
def test_whose_somebody_is_stands_by_name_in_the_description(text: str, expected: tuple[str, str]) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("The Peruvian firm most affected said it will pay.", "Peruvian firm"),
        ("Fishermen in Callao said they will pay.", "Fishermen"),
    ],
)
def test_a_trade_or_nationality_names_nobody(text: str, description: str) -> None:
    assert speaker(text) == (description, "anonymous")


def test_the_clause_before_a_colon_tells_who_says_all_of_a_quotation() -> None:
    text = "Harbour Minister Ada Lindqvist praised the plan: “The town wants boats. We will pay.”"
    assert speaker(text) == ("Ada Lindqvist", "named")
    other = "Ada Lindqvist praised the plan. “The town wants boats. We will pay.”"
    assert speaker(other) == (None, "author")


def test_a_heading_may_give_a_title_with_the_name() -> None:
    text = "Secretary of the Treasury Bo Lindqvist on Harbour Talk\n- “It is late.”\n- “We will pay.” (Watch)"
    assert speaker(text, "fact_sheet", "Fact Sheet", "The White House") == ("Bo Lindqvist", "named")


def test_a_text_that_says_i_is_of_one_party_whoever_its_title_names() -> None:
    title = "A Proclamation on Forty Years of United States-Fiji Relations"
    text = "I ask all Americans to sail. We will pay."
    assert speaker(text, "other", title, "The White House") == ("Joe Biden", "named")
    assert speaker("We will pay.", "other", title, "The White House") == (None, "document")


def test_nobody_speaks_where_a_deal_tells_what_its_sides_will_do() -> None:
    told = "Norway and Peru signed a treaty on Friday committing each of them to plant 300 trees."
    record = records(told)[-1]
    assert (record.rule_id, record.speaker, record.speaker_type) == ("pledge.commit", None, "author")
    (record,) = records("Norway committed itself to plant 300 trees.")
    assert record.speaker == "Norway"


def test_a_turn_is_said_by_who_holds_the_office_that_day() -> None:
    text = "Q: Why?\nTHE PRESIDENT: We will pay.\nQ: When?\nTHE PRESIDENT: Soon."
    assert speaker(text, "speech", "Remarks", "The White House") == ("Joe Biden", "named")


def test_a_statement_without_a_body_behind_it_is_a_document() -> None:
    assert speaker("A statement said Norway will pay.") == (None, "document")
    text = "Peru and Chad have a treaty. According to the treaty, Chad will pay."
    assert speaker(text) == (None, "document")
    assert speaker("According to a statement by Peru, Chad will pay.") == ("Peru", "document")


READOUT = "Readout of President Biden’s Call with President Macron of France"


@pytest.mark.parametrize(
    ("text", "genre", "title", "expected"),
    [
        ("The leaders said they will pay.", "communique", "U.S.-Japan Joint Statement", "document"),
        ("The leaders said they will pay.", "readout", READOUT, "document"),
        ("President Biden said he will pay.", "readout", READOUT, "named"),
        ("The ministry said it will pay.", "fact_sheet", "FACT SHEET: Boats", "document"),
        ("The head of the Baltic League said it will pay.", "news", None, "named"),
        ("Peru's newly elected president said it will pay.", "news", None, "named"),
        ("Peru's largest port company said it will pay.", "news", None, "named"),
        ("The head of the harbour union said it will pay.", "news", None, "anonymous"),
        ("The port company said it will pay.", "news", None, "anonymous"),
        ("A judge from Peru said it will pay.", "news", None, "anonymous"),
        ("According to the text of the accord with Peru, fishermen shall pay.", "news", None, "document"),
        ("A Peruvian official in Lima, Bo Lindqvist, said the port would pay.", "news", None, "named"),
        ("The port company in Lima said it will pay.", "news", None, "anonymous"),
        ("Danish officials promised to pay.", "news", None, "anonymous"),
        ("A spokesman for the harbour union said it will pay.", "news", None, "anonymous"),
        ("Peru agreed to pay.", "news", None, "author"),
        ("SENIOR OFFICIAL:  Good day.\nSENIOR OFFICIAL:  We will pay.", "speech", "Call", "anonymous"),
    ],
)
def test_who_speaks_is_named_unnamed_the_text_or_its_reporter(
    text: str, genre: Genre, title: str | None, expected: str
) -> None:
    assert speaker(text, genre, title, "The White House")[1] == expected


def test_a_statement_by_one_person_about_two_parties_is_that_persons() -> None:
    title = "Statement from Press Secretary Ada Berg on U.S. - Japan Trade"
    said = speaker("They will pay.", "press_release", title, "The White House")
    assert said == ("Ada Berg", "named")


def test_a_statement_by_two_heads_is_neither_ones() -> None:
    title = "Statement by President Biden and Prime Minister Kishida on Trade"
    assert speaker("We will pay.", "press_release", title, "The White House")[1] == "document"


def test_a_proclamation_is_spoken_by_the_head_of_state() -> None:
    found = analysis("I will pay.", "press_release", "A Proclamation on Farms", "The White House")
    assert found.voice is not None and found.voice.name == "Joe Biden"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("MODERATOR", ("moderator", "anonymous")),
        ("MS. BRANDVOLD", ("Brandvold", "named")),
        ("THE VICE PRESIDENT", ("Kamala Harris", "named")),
    ],
)
def test_a_label_is_never_the_voice_of_the_text(label: str, expected: tuple[str, str]) -> None:
    text = f"{label}:  Good day.\n{label}:  We will pay."
    assert speaker(text, "speech", "Remarks by President Biden", "The White House") == expected


def test_who_cites_themselves_in_a_turn_is_the_one_who_has_it() -> None:
    text = "THE PRESIDENT:  Good day.\nTHE VICE PRESIDENT:  We said we would pay.\nTHE PRESIDENT:  Good."
    said = speaker(text, "speech", "Remarks by President Biden", "The White House")
    assert said == ("Kamala Harris", "named")


def test_who_cites_others_with_themselves_is_the_voice_of_the_text() -> None:
    text = "Prime Minister Ada Berg and I have said we will pay."
    assert speaker(text, "speech", "Remarks by President Biden", "The White House") == ("Joe Biden", "named")


def test_who_cites_themselves_under_an_unknown_office_is_the_voice_of_the_text() -> None:
    text = "THE PRESIDENT:  Good day.\nTHE PRESIDENT:  I hope we will pay.\nTHE PRESIDENT:  Good."
    title = "Press Briefing by President Ada Berg"
    said = speaker(text, "speech", title, "Office of the President of Norland")
    assert said == ("Ada Berg", "named")


def test_a_headlines_verb_is_no_part_of_the_speakers_name() -> None:
    title = "Remarks by President Biden Visiting a Wharf"
    assert speaker("We will pay.", "speech", title, "The White House") == ("Joe Biden", "named")


def test_who_asks_in_a_transcript_is_a_reporter() -> None:
    text = "MS. BRANDVOLD:  Good day.\nQ:  You will pay.\nMS. BRANDVOLD:  Yes."
    assert speaker(text, "speech", "Press Briefing", "The White House") == ("reporter", "anonymous")


@pytest.mark.parametrize(
    ("title", "publisher", "expected"),
    [
        ("Remarks by the Fisheries Minister at the Herring Fair", "Government of Canada", None),
        ("Speech by the Minister of Ports at the Herring Fair", "Government of Canada", None),
        ("Opening of the Herring Fair", "Department of Fisheries, Canada", None),
        ("Remarks by the Foreign Secretary at the Herring Fair", "United Kingdom", "James Cleverly"),
        ("Remarks by the Prime Minister with the Minister of Ports", "Canada", "Justin Trudeau"),
        ("Opening of the Herring Fair", "Office of the Prime Minister of Canada", "Justin Trudeau"),
    ],
)
def test_a_ministers_speech_is_none_of_the_heads(title: str, publisher: str, expected: str | None) -> None:
    voice = analysis("I will repair the pier.", "speech", title, publisher).voice
    assert (voice.name if voice is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Danish brewers will pay the fee from June after a month of rest, but in fewer towns than "
            "before, an official of the Harbour Board said on Friday.",
            "an official of the Harbour Board",
        ),
        (
            "Norway's spokesman laughed at the idea. Two tugs were coming, he said, and Peru would pay.",
            "Norway's spokesman",
        ),
        ("“It is late,” one of the bakers said. She said Fiji will pay.", "one of the bakers"),
    ],
)
def test_a_remark_and_a_pronoun_are_of_who_has_no_name(text: str, expected: str) -> None:
    assert speaker(text) == (expected, "anonymous")


def test_what_goes_on_behind_a_remark_is_of_who_makes_it() -> None:
    text = "The guild would mend the boats, Ole Lund pointed out, and would pay the rent."
    assert speaker(text) == ("Ole Lund", "named")


def test_a_remark_may_end_the_text() -> None:
    text = "Fijian millers will pay for grain in May, though less than last year, a clerk said on Friday."
    assert speaker(text) == (None, "author")


def test_who_rules_something_out_is_the_official_told_of_before() -> None:
    text = "A senior Peruvian trade official said the talks went on. But he ruled out selling the port."
    (record,) = records(text)
    assert record.promisors == ("Peru",)
    assert (record.speaker, record.speaker_type) == ("A senior Peruvian trade official", "anonymous")


def test_whose_an_envoy_is_tells_the_clause_that_the_envoy_remarks_on() -> None:
    text = "Norway sent two boats.\nPeru will lend a crane, its consulate said."
    assert records(text)[-1].speaker == "Peru's consulate"


def test_what_somebody_will_ensure_is_no_remark() -> None:
    text = "Ada Berg smiled. Norway will ensure that Peru continues to pay."
    found = analysis(text)
    assert found.attributor.of(token_at(found, "ensure")).speaker is None
    found = analysis("Norway will ensure that Peru says why.")
    assert found.attributor.of(token_at(found, "ensure")).speaker is None


def test_a_notice_speaks_as_a_document() -> None:
    assert speaker("The attached notice says that Norway will pay.")[1] == "document"


def test_who_holds_a_press_conference_answers_its_questions() -> None:
    text = "Q: Who mends the pier?\nA: That is clear. We will pay.\nQ: Norway says that it will go."
    title = "Ministry Spokesperson Ada Berg's Press Conference"
    assert speaker(text, "speech", title, "Ministry of Ports of Peru") == ("Ada Berg", "named")

"""Parties: whom offices, institutions, descriptions and pronouns of a document stand for."""

from __future__ import annotations

import datetime as dt

import pytest

from flows.extract.components.party_lexicon import PartyLexicon
from flows.extract.lexicon import load_lexicon
from flows.extract.proposals import propose
from models.vocabulary import Genre
from tests.extract.documents import DAY, analysis, token_at


def parties(
    text: str,
    words: str,
    genre: Genre = "news",
    title: str | None = None,
    publisher: str | None = None,
    published_on: dt.date = DAY,
) -> list[str]:
    """Whom the last word of ``words``, where they stand last, stands for."""
    found = analysis(text, genre, title, publisher, published_on)
    return [party.name for party in found.resolver.of(token_at(found, words))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Dutch government will pay.", "government", ["Netherlands"]),
        ("Iraqi officials will pay.", "officials", ["Iraq"]),
        (
            "On May 16 Norway will award the Star to fifteen fire safety officers, including two who died.",
            "officers",
            ["fifteen fire safety officers"],
        ),
        ("The government of Peru will pay.", "government", ["Peru"]),
        ("Norway's parliament will pay.", "parliament", ["Norway"]),
        ("NATO leaders will pay.", "leaders", ["NATO"]),
        ("The Swedish navy will sail.", "navy", ["Sweden"]),
        ("The US-EU council will pay.", "council", ["United States", "European Union"]),
        ("Ferry officials in Peru and Chad will pay.", "officials", ["Peru", "Chad"]),
        (
            "The teams of the Peruvian Government and the European Commission will pay.",
            "teams",
            ["Peru", "European Commission"],
        ),
        ("Chad and Côte d’Ivoire will pay.", "Chad", ["Chad", "Ivory Coast"]),
        ("Pro-Norway lawmakers will pay.", "lawmakers", ["Pro-Norway lawmakers"]),
        ("The Rheinfeld-Norway firm will pay.", "firm", ["Rheinfeld-Norway firm"]),
    ],
)
def test_an_institution_stands_for_its_state_or_organisation(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Gulf kingdom of Bahrain will donate ten boats.", "kingdom"),
        ("The island nation of Bahrain will donate ten boats.", "nation"),
    ],
)
def test_a_description_that_names_a_state_behind_it_is_that_state(text: str, words: str) -> None:
    assert parties(text, words) == ["Bahrain"]


def test_capitals_tell_a_name_that_the_recogniser_misses() -> None:
    assert parties("St. Paul, Minnesota will build a school.", "Paul") == ["St. Paul"]


def test_a_law_in_capitals_is_no_party_under_its_name() -> None:
    assert parties("Harbour Renewal Act will cut fees.", "Act") != ["Harbour Renewal Act"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The city of Nairobi will build a school.", "city", ["Nairobi"]),
        ("The island of Malta will build a school.", "island", ["Malta"]),
        ("The Indian state of Kerala will build a school.", "state", ["Kerala"]),
    ],
)
def test_a_description_that_names_a_place_behind_it_is_that_place(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv will pay.", ["Ukraine"]),
        ("Berlin will pay.", ["Germany"]),
        ("Tokyo will pay.", ["Japan"]),
        ("Downing Street will pay.", ["United Kingdom"]),
        ("The Kremlin will pay.", ["Russia"]),
        ("Moscow will pay.", ["Russia"]),
    ],
)
def test_a_capital_or_seat_of_power_acts_for_its_state(text: str, expected: list[str]) -> None:
    assert parties(text, text.removesuffix(" will pay.")) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The chancellor, Olaf Scholz, will pay.", "chancellor", ["Olaf Scholz"]),
        ("Chancellor Olaf Scholz came.\nThe chancellor will pay.", "chancellor", ["Olaf Scholz"]),
        ("The French president will pay.", "president", ["Emmanuel Macron"]),
        ("The prime minister of Italy will pay.", "prime minister", ["Giorgia Meloni"]),
        ("NATO's secretary general will pay.", "secretary general", ["Jens Stoltenberg"]),
        ("Mayor Bo Lindqvist came.\nThe mayor will pay.", "mayor", ["Bo Lindqvist"]),
    ],
)
def test_an_office_stands_for_who_holds_it(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_the_president_of_a_text_by_several_is_that_of_whoever_publishes_it() -> None:
    title = "Statement on the Ports of Brazil and the United States"
    text = "President Biden met President Lula of Brazil. The President will visit him."
    found = parties(text, "The President", "press_release", title, "The White House")
    assert found == ["Joe Biden"]


def test_the_holder_of_an_office_is_who_held_it_that_day() -> None:
    text = "The French president will pay."
    assert parties(text, "president", published_on=dt.date(2010, 3, 1)) == ["Nicolas Sarkozy"]
    assert parties(text, "president", published_on=dt.date(2015, 3, 1)) == ["François Hollande"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("NATO met in Oslo.\nThe alliance will pay.", "alliance", ["NATO"]),
        ("The African Union met.\nThe bloc will pay.", "bloc", ["African Union"]),
        ("Kenya lost the case.\nThe country will pay.", "country", ["Kenya"]),
        ("The European Commission met.\nThe commission will pay.", "commission", ["European Commission"]),
        ("Kenya lost the case.\nThe Norway-led force will pay.", "force", ["Norway-led force"]),
    ],
)
def test_a_definite_description_stands_for_the_last_party_that_it_fits(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kenya lost the case, but it will pay.", "it", ["Kenya"]),
        ("Kenya lost the case.\nIt will pay.", "It", ["Kenya"]),
        ("Emmanuel Macron said that he will pay.", "he", ["Emmanuel Macron"]),
        ("Angela Merkel met Barack Obama.\nShe will pay.", "She", ["Angela Merkel"]),
        ("Norway and Iceland lost, and they will pay.", "they", ["Norway", "Iceland"]),
        ("Kenya lost the case.\nAngela Merkel spoke.\nNorway will pay them.", "them", ["Kenya"]),
    ],
)
def test_a_pronoun_stands_for_a_party_named_before(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Armenia and Azerbaijan met.\nBoth sides will pay.", "sides", ["Armenia", "Azerbaijan"]),
        ("Armenia and Azerbaijan met.\nBoth will pay.", "Both", ["Armenia", "Azerbaijan"]),
        ("Armenia and Azerbaijan met.\nThe two countries will pay.", "countries", ["Armenia", "Azerbaijan"]),
        ("Emmanuel Macron met Barack Obama.\nThe two leaders will pay.", "leaders",
         ["Emmanuel Macron", "Barack Obama"]),
    ],
)  # fmt: skip
def test_two_sides_are_the_two_parties_named_before(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will pay,” Dutch Prime Minister Mark Rutte said.", ["Netherlands"]),
        ("“We will pay,” said a senior NATO diplomat.", ["NATO"]),
        ("Antonio Tajani, Italy's foreign minister, said: “We will pay.”", ["Italy"]),
        ("Volvo said: “We will pay.”", ["Volvo"]),
    ],
)
def test_we_in_a_quotation_is_the_side_of_who_speaks(text: str, expected: list[str]) -> None:
    assert parties(text, "We") == expected


def test_i_is_who_speaks() -> None:
    assert parties("“I will pay,” Dutch Prime Minister Mark Rutte said.", "I") == ["Mark Rutte"]


def test_we_of_nobody_in_a_report_stands_for_nobody() -> None:
    assert parties("We will pay.", "We") == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("We", "We will pay."),
        ("sides", "Both sides will pay."),
        ("leaders", "The leaders will pay."),
        ("countries", "The two countries will pay."),
        ("government", "Our government will pay."),
    ],
)
def test_a_joint_text_speaks_for_those_of_its_title(words: str, text: str) -> None:
    found = parties(text, words, "communique", "Joint Statement of Japan and India", "Japan")
    assert found == ["Japan", "India"]


def test_a_joint_text_without_names_in_its_title_is_by_those_of_its_opening() -> None:
    text = "Kenya and Uganda met in Lamu on a warm day.\nWe will pay."
    assert parties(text, "We", "communique", "Joint Statement") == ["Kenya", "Uganda"]


def test_a_joint_text_is_of_those_who_introduce_themselves_and_not_of_those_it_tells_of() -> None:
    text = "We, the leaders of Kenya, Uganda, and Peru praise Fiji and the people of Chad. We will pay."
    assert parties(text, "We", "communique", "Joint Statement") == ["Kenya", "Uganda", "Peru"]
    text = "We, the leaders of Kenya, Uganda, Karhula, and Peru met in Lamu. We will pay."
    assert "Peru" in parties(text, "We", "communique", "Joint Statement")


def test_a_joint_title_keeps_a_name_with_a_dash_whole() -> None:
    title = "Joint Statement of Ghana, Guinea-Bissau and Peru"
    found = parties("We will pay.", "We", "communique", title)
    assert found == ["Ghana", "Guinea-Bissau", "Peru"]


def test_a_subject_of_a_joint_title_is_none_of_its_authors() -> None:
    title = "Joint Statement of Japan and India on Myanmar"
    assert parties("We will pay.", "We", "communique", title) == ["Japan", "India"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("We", "We will pay."),
        ("Administration", "The Administration will pay."),
        ("initiative", "The initiative will pay for schools."),
    ],
)
def test_a_press_text_speaks_for_its_publisher(words: str, text: str) -> None:
    assert parties(text, words, "fact_sheet", "Fact Sheet", "The White House") == ["United States"]


def test_a_scheme_binds_whoever_is_behind_it() -> None:
    assert parties("Peru's plan will double the pensions.", "plan") == ["Peru"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Western allies will pay.", "allies", ["Western allies"]),
        ("Rebels in the north will pay.", "Rebels", ["Rebels"]),
        ("The fishermen of the northern coast will pay.", "fishermen", ["fishermen of the northern coast"]),
        ("People living near the dam will pay.", "People", ["People living near the dam"]),
        ("Leaders of the strikes that closed the ports will pay.", "Leaders", ["Leaders of the strikes"]),
        ("Companies willing to hire women will pay.", "Companies", ["Companies"]),
        ("Those who broke the law will pay.", "Those", ["Those who broke the law"]),
        ("People, including the old, will pay.", "People", ["People"]),
    ],
)
def test_a_collective_without_a_name_keeps_its_words(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Norway, Sweden and Peru will pay.", "Norway", ["Norway", "Sweden", "Peru"]),
        ("Norway and the Dutch government will pay.", "Norway", ["Norway", "Netherlands"]),
        ("Kyiv and Ukraine will pay.", "Kyiv", ["Ukraine"]),
    ],
)
def test_coordinated_parties_are_all_found_and_each_once(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_a_chain_of_pronouns_ends() -> None:
    assert parties("It said it knew that it said it would say that it will pay.", "it") == []


def test_the_lexicon_refuses_unknown_keys() -> None:
    lexicon = load_lexicon("parties", PartyLexicon).model_dump()
    with pytest.raises(ValueError, match="colour"):
        PartyLexicon.model_validate({**lexicon, "colour": {"id": "x", "lemmas": []}})


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("US Ambassador to NATO Ada Berg will pay.", "Ambassador", ["Ada Berg"]),
        ("The US ambassador to NATO, Ada Berg, will pay.", "ambassador", ["Ada Berg"]),
        ("The American ambassador will pay.", "ambassador", ["United States"]),
        ("A French president will pay.", "president", ["France"]),
    ],
)
def test_an_office_that_many_hold_is_never_filled_from_the_reference(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Afghan religious leaders will meet.", "leaders", ["Afghan religious leaders"]),
        ("West African leaders will meet.", "leaders", ["West African leaders"]),
        ("Peru's Congress will vote.", "Congress", ["Peru"]),
        ("Iran's Foreign Ministry will pay.", "Ministry", ["Iran"]),
        ("Chad, Mali, Niger and Togo agreed to trade.", "Togo", ["Chad", "Mali", "Niger", "Togo"]),
        ("A rebel commander met the press.\nHe will pay.", "He", ["rebel commander"]),
    ],
)
def test_groups_keep_their_words_and_bodies_their_state(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "title", "expected"),
    [
        ("We will trade.", "We", "U.S.-Japan Joint Leaders’ Statement", ["United States", "Japan"]),
        ("We will trade.", "We", "Joint Statement by President Biden and Prime Minister Trudeau",
         ["United States", "Canada"]),
        ("We will trade.", "We", "AUKUS Leaders’ Statement",
         ["Australia", "United Kingdom", "United States"]),
        ("Today the leaders of Peru and Chile met.\nWe will trade.", "We", "Joint Statement on Bolivia",
         ["Peru", "Chile"]),
        ("Both sides will trade.", "sides", "U.S.-Japan Joint Statement", ["United States", "Japan"]),
        ("The three countries will trade.", "countries", "Joint Statement of Japan, Peru and Chile",
         ["Japan", "Peru", "Chile"]),
    ],
)  # fmt: skip
def test_a_joint_text_is_by_those_of_its_title_or_opening(
    text: str, words: str, title: str, expected: list[str]
) -> None:
    assert parties(text, words, "communique", title, "The White House") == expected


@pytest.mark.parametrize("subject", ["The leaders", "They", "The participants"])
def test_the_sides_of_a_readout_are_those_of_its_title(subject: str) -> None:
    title = "Readout of President Biden’s Call with President Macron of France"
    found = parties(f"{subject} agreed to meet again.", subject, "readout", title, "The White House")
    assert found == ["United States", "Emmanuel Macron"]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("My Administration", "United States"),
        ("The Federal Government", "United States"),
        ("The Vice President", "Kamala Harris"),
    ],
)
def test_a_government_speaks_of_its_own_bodies(subject: str, expected: str) -> None:
    assert parties(f"{subject} will pay.", subject, "press_release", None, "The White House") == [expected]


def test_a_statement_headed_by_a_body_is_that_bodys() -> None:
    found = parties("We will trade.", "We", "press_release", "G7 Statement on Trade", "The White House")
    assert found == ["Group of Seven"]


def test_a_text_without_metadata_is_by_who_acts_in_it() -> None:
    text = "Larkin Motors today announced a plant.\nLarkin Motors builds cars.\nWe will hire locals."
    found = analysis(text, None)
    assert [party.name for party in found.resolver.of(token_at(found, "We"))] == ["Larkin Motors"]


@pytest.mark.parametrize("subject", ["Each Party", "The Contracting Parties", "The States Parties"])
def test_the_parties_of_a_treaty_have_one_name(subject: str) -> None:
    assert parties(f"{subject} shall trade.", subject, "treaty") == ["Parties"]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Each Party shall open its ports.", "Peru-Chile Agreement on Ports", ["Peru", "Chile"]),
        (
            "The Government of Peru and the Government of Fiji (the Host) have agreed to this. "
            "The Parties shall open ports.",
            "Agreement on Ports",
            ["Peru", "Fiji"],
        ),
        (
            "We, the Republic of Chad, the Kingdom of Norway (Norge) and Fiji, the High Contracting Parties, "
            "shall trade. Neither of the Parties shall close a port.",
            "Treaty on Ports",
            ["Chad", "Norway", "Fiji"],
        ),
        (
            "Article I. The Parties shall open ports. Peru keeps the archive.",
            "Treaty on Ports",
            ["Parties"],
        ),
        (
            "I have the honour to write to you. The Peru Government proposes a port for the island. "
            "The Parties shall meet.",
            "Exchange of letters on ports",
            ["Peru"],
        ),
        (
            "Peru keeps it. The Parties shall:\n- h) mend the piers;\n- i) take part in the meetings.",
            "Treaty on Ports",
            ["Parties"],
        ),
    ],
)
def test_the_parties_are_the_few_whom_a_treaty_joins_or_who_writes_it(
    text: str, title: str, expected: list[str]
) -> None:
    assert parties(text, "Part" + ("y" if "Party" in text else "ies"), "treaty", title) == expected


WHITE_HOUSE = "The White House"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Biden-Harris Administration will pay.", "Administration", ["United States"]),
        ("The Obama Administration will pay.", "Administration", ["United States"]),
        ("The Attorney General will pay.", "Attorney General", ["Merrick Garland"]),
        ("The Secretary of Health and Human Services will pay.", "Secretary", ["Xavier Becerra"]),
        ("The First Lady will pay.", "Lady", ["Jill Biden"]),
        ("The Second Gentleman will pay.", "Gentleman", ["Douglas Emhoff"]),
        ("The Harbor Renewal Act will pay for piers.", "Act", ["United States"]),
    ],
)
def test_an_office_an_administration_or_a_law_that_looks_like_a_name(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words, "fact_sheet", "FACT SHEET: Piers", WHITE_HOUSE) == expected


@pytest.mark.parametrize(
    ("words", "kind"), [("new tariffs", "other"), ("These actions", "other"), ("local fishermen", "group")]
)
def test_several_things_are_no_group_of_people(words: str, kind: str) -> None:
    found = analysis(f"{words} will help the town.", "news")
    (party,) = found.resolver.of(token_at(found, words))
    assert party.kind == kind


def test_several_companies_are_not_the_last_one_named() -> None:
    text = "Ulvik Holdings opened a yard.\nThe companies will pay."
    assert parties(text, "companies") == ["companies"]


def test_he_is_the_president_where_only_the_office_is_named_last() -> None:
    text = (
        "MS. JEAN-PIERRE:  Good day.  The farmers wrote a letter to the President.  It rained there.  "
        "It rained here.  We heard that he will pay.\nQ:  Why?"
    )
    assert parties(text, "he", "speech", "Press Briefing", WHITE_HOUSE) == ["Joe Biden"]


def test_we_of_a_briefing_is_the_body_that_gives_it() -> None:
    text = "MS. BRANDVOLD:  We will pay.\nQ:  When?\nMS. BRANDVOLD:  Soon."
    assert parties(text, "We", "speech", "Press Gaggle on Boats", WHITE_HOUSE) == ["United States"]
    assert parties(text, "We", "speech", "Remarks at a Wharf", WHITE_HOUSE) == ["Brandvold"]


def test_whom_a_declaration_supports_is_not_whose_it_is() -> None:
    text = "We, the Leaders of the Group of Seven (G7), will rebuild the dams."
    title = "Joint Declaration of Support for the Recovery of Peru"
    assert parties(text, "We", "communique", title) != ["Peru"]


def test_we_of_who_heads_a_body_that_day_is_the_body() -> None:
    text = "“We will pay,” Jens Stoltenberg said."
    assert parties(text, "We") == ["NATO"]


def test_a_text_is_by_the_party_named_last_but_a_scheme_by_nobody_merely_named() -> None:
    opening = "Much praise for NATO.\n"
    assert parties(f"{opening}The statement will help.", "statement") == ["NATO"]
    assert parties(f"{opening}The talks will help.", "talks") == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Shining Path rebel group will pay.", "group", ["Shining Path"]),
        ("The ruling Blue Harbour party will pay.", "party", ["Blue Harbour"]),
        ("The ruling labour party will pay.", "party", ["ruling labour party"]),
        ("The al-Shabab militant group will attack.", "group", ["Al-Shabaab"]),
        ("A NATO reading group will meet.", "group", ["NATO reading group"]),
        (
            "Several allies, including Peru and Chile, will pay.",
            "allies",
            ["Several allies", "Peru", "Chile"],
        ),
        (
            "Mali's government and northern traders have signed a truce.",
            "traders",
            ["Mali", "northern traders"],
        ),
        ("A mediator persuaded Chad's government to sit down.", "government", ["Chad"]),
        ("A statement by Peru's Foreign Ministry will follow.", "statement", ["Peru"]),
        ("The deal between Peru and Chile will hold.", "deal", ["Peru", "Chile"]),
    ],
)
def test_a_phrase_names_parties_that_the_parse_hides(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_two_offices_are_two_people() -> None:
    text = "The Peruvian president and Chilean Prime Minister Ada Berg will pay."
    assert parties(text, "president") == ["Dina Boluarte", "Ada Berg"]
    assert parties("The Minister of Trade and Industry Ada Berg will pay.", "Minister") == ["Ada Berg"]


def test_two_sides_are_those_who_last_acted_together() -> None:
    text = "The Sudanese government and the main rebel group met in Kenya.\nThe two sides will pay."
    assert parties(text, "sides") == ["Sudan", "main rebel group"]


def test_the_two_sides_of_a_meeting_are_those_who_met() -> None:
    text = "Peru smiled at a meeting between Ada Berg and Ole Lund, at which the two sides vowed to sing."
    assert parties(text, "sides") == ["Ada Berg", "Ole Lund"]


def test_a_plural_office_stands_for_those_whose_offices_were_given() -> None:
    text = "Foreign Minister Ada Berg and her colleague Ole Lund met in Lima.\n{} will talk."
    assert parties(text.format("The foreign ministers"), "ministers") == ["Ada Berg", "Ole Lund"]
    assert parties(text.format("Foreign ministers"), "ministers") == ["Foreign ministers"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dover, Delaware will host a forum.", ["Dover"]),
        ("Albany, New York has promised a park.", ["Albany"]),
        ("In Galway, Ireland will open a museum.", ["Ireland"]),
    ],
)
def test_a_city_acts_where_its_state_only_tells_which_city(text: str, expected: list[str]) -> None:
    found = analysis(text)
    verb = next(token for token in found.doc if token.dep_ == "ROOT")
    subject = next(token for token in verb.children if token.dep_ == "nsubj")
    assert [party.name for party in found.resolver.of(subject)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg met with miners in Utah.\nThey agreed to meet again.", ["Ada Berg", "miners"]),
        (
            "President Macron called Prime Minister Kishida.\nThey agreed to meet.",
            ["Emmanuel Macron", "Fumio Kishida"],
        ),
        ("Ada Berg spoke to dockers in Callao.\nThey will march.", ["Ada Berg", "dockers"]),
        ("Peru hired Ada Berg last May.\nThey will sing.", ["Peru"]),
        ("The miners slept.\nAda Berg slept.\nThey will sing.", ["miners"]),
        ("Ada Berg slept.\nThey will sing.", ["Ada Berg"]),
    ],
)
def test_they_are_one_person_only_where_nobody_else_is_told_of(text: str, expected: list[str]) -> None:
    assert parties(text, "They") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will raise your pay," President Ruto told the teachers.', ["teachers"]),
        ('"We will mend your roofs," Ada Berg said to the widows of Callao.', ["widows of Callao"]),
        ('"We will mend your roofs," Ada Berg said.', []),
    ],
)
def test_you_are_those_to_whom_it_is_said(text: str, expected: list[str]) -> None:
    assert parties(text, "your") == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Memorandum on Piers", "MEMORANDUM FOR THE SECRETARY OF STATE\nYou shall lend boats.", True),
        ("Memorandum for the Secretary of State on Piers", "You shall lend boats.", True),
        ("Memorandum on Piers", "The Secretary of State shall pay. You shall lend boats.", False),
        ("Memorandum for the Chief of Piers on Boats", "You shall lend boats.", False),
    ],
)
def test_you_are_who_holds_the_office_that_a_memorandum_is_for(title: str, text: str, expected: bool) -> None:
    found = parties(text, "You", "press_release", title, publisher="The White House")
    assert found == (["Antony Blinken"] if expected else [])


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("State of the Union, Berg", "I urge you to mend the pier.", ["United States Congress"]),
        ("Remarks on Piers", "I urge you to mend the pier.", []),
        ("State of the Union, Berg", "Bakers, I urge you to mend the pier.", ["Bakers"]),
        ("Remarks by President Biden", "PRESIDENT BIDENS: We stand with you.", []),
    ],
)
def test_you_are_the_members_of_the_legislature_that_a_speech_is_made_to(
    title: str, text: str, expected: list[str]
) -> None:
    assert parties(text, "you", "speech", title, publisher="The White House") == expected


def test_the_continent_is_the_one_named_last() -> None:
    text = "Storms hit Africa and Peru, then Lagos.\nJapan will dig wells on the continent."
    assert parties(text, "continent") == ["Africa"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile will prosecute those responsible.", ["those responsible"]),
        ("Chile will pay those who slept.", ["those who slept"]),
        ("Chile will pay those.", []),
    ],
)
def test_those_are_a_group_where_words_tell_which(text: str, expected: list[str]) -> None:
    assert parties(text, "those") == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peruvian President Ollanta Humala - tired of delays - vowed to sing.", "tired", ["Ollanta Humala"]),
        ("The mayor of Callao, Ada Berg, thanked the nurses.", "mayor", ["Ada Berg"]),
        # an office of one state is held by nobody of another
        (
            "In Lima, President Ollanta Humala sang.\nThe Chilean president will pay.",
            "president",
            ["Gabriel Boric"],
        ),
        # a capitalised body is nobody's owner where the text names another one
        ("Norway's Cabinet ministers will resign.", "ministers", ["Norway"]),
    ],
)
def test_a_person_or_body_is_read_behind_what_hides_it(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_things_named_beside_a_state_do_not_speak_with_it() -> None:
    text = "The fees and Norway shape the port. We will pay."
    assert parties(text, "We", "press_release", "Statement on the port", "Norway") == ["Norway"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Norway and our allies and partners will pay.", "Norway", ["Norway", "allies", "partners"]),
        ("Norway and its allies will pay.", "Norway", ["Norway", "Norway's allies"]),
        ("Some U.S. allies will pay.", "allies", ["U.S. allies"]),
        ("Several NATO allies will pay.", "allies", ["NATO"]),
        ("His Polish counterpart will pay.", "counterpart", ["Poland"]),
    ],
)
def test_those_beside_a_party_are_not_that_party(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words, "press_release", publisher="Kingdom of Norway") == expected


def test_a_body_is_meant_by_a_word_of_its_name_in_its_own_text_alone() -> None:
    text = "Prices rose. Peru lent its gold. The Bank will sell gold."
    assert parties(text, "Bank", "press_release", publisher="Reserve Bank of Fiji") == [
        "Reserve Bank of Fiji"
    ]
    assert parties(text, "Bank") != ["Reserve Bank of Fiji"]
    other = "A Bank is a Bank, Peru says. We lend gold."
    assert parties(other, "Bank", "press_release", publisher="Reserve Bank of Fiji") != [
        "Reserve Bank of Fiji"
    ]


def test_a_central_bank_that_no_list_knows_publishes_as_itself() -> None:
    text = "Prices rose in May. We will sell gold."
    found = parties(text, "We", "press_release", publisher="Reserve Bank of Fiji (statement)")
    assert found == ["Reserve Bank of Fiji"]


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("Fianna Fáil, Ireland (party programme)", ["Fianna Fáil"]),
        ("NATO, Brussels", ["NATO"]),
        ("NATO and Norway", ["NATO", "Norway"]),
    ],
)
def test_a_state_behind_a_publisher_and_a_comma_is_where_that_is(publisher: str, expected: list[str]) -> None:
    assert parties("Rain fell. We will sell gold.", "We", "press_release", publisher=publisher) == expected


def test_we_of_a_text_are_not_those_unnamed_beside_whose_it_is() -> None:
    text = "Norway and its allies will send boats. We will send fuel."
    assert parties(text, "We", "press_release", publisher="Norway") == ["Norway"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Officials said Naypyitaw was planning to open a port.", "Naypyitaw", ["Myanmar"]),
        ("Warsaw and La Paz are negotiating a pact on copper.", "La Paz", ["Bolivia"]),
        ("Warsaw and Brussels have agreed on limits for sugar.", "Warsaw", ["Poland", "European Union"]),
        ("Trucks are covered by the Lisbon Protocol.", "Protocol", ["Lisbon Protocol"]),
    ],
)
def test_a_capital_acts_though_it_looks_like_a_person_but_gives_a_text_only_its_name(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The bakers' union met. It says its members will strike.", "members", ["bakers' union"]),
        ("A spokesman for the Red Harbour Front said his fighters would leave.", "fighters",
         ["Red Harbour Front"]),
        ("A spokesman for the Red Harbour Front will speak.", "spokesman", ["Red Harbour Front"]),
        ("Some rebels of the Red Harbour Front will leave.", "rebels", ["Red Harbour Front"]),
        ("Ada Berg is a farmer. Her clan offered a truce.", "clan", ["Ada Berg's clan"]),
        ("Chad and its proxies will leave.", "Chad", ["Chad", "Chad's proxies"]),
        ("We and our drivers will leave.", "drivers", ["drivers"]),
    ],
)  # fmt: skip
def test_what_is_somebodys_is_told_by_whose_it_is(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru was told. The provincial government will pay.", "government", ["provincial government"]),
        ("The governments of Peru and Iraq's Kurdistan region will pay.", "governments",
         ["Peru", "Kurdistan"]),
        ("Miners in Peru ended a strike after the government agreed to wait.", "government", ["Peru"]),
        ("Miners in Peru ended a strike. The ministry will pay.", "ministry", ["Peru"]),
        ("Peru's dental commission met on Monday. The commission will sue.", "commission", ["Peru"]),
        ("The loan came from the International Monetary Fund. The Fund will lend more.", "Fund",
         ["International Monetary Fund"]),
        ("The Bank of Peru fell. The association in Oslo will pay.", "association", ["association"]),
        ("Fiji was told. In Lima, the ministry said it would pay.", "ministry", ["Peru"]),
        ("Fiji was told. The six states will share a port.", "states", ["six states"]),
        ("Defense officials will buy it.", "officials", ["Defense officials"]),
        ("Interior officials in Islamabad will buy it.", "officials", ["Pakistan"]),
        ("Chad's Export-Import Bank will lend more.", "Bank", ["Chad"]),
    ],
)  # fmt: skip
def test_a_body_is_that_of_the_state_or_region_that_the_text_tells(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A rebel leader known as Reed Lane swore to stay.", "leader", ["Reed Lane"]),
        ("One of the captains, known as Reed Lane, swore to stay.", "One", ["Reed Lane"]),
        ("One of the growers, Ada Berg, swore to stay.", "One", ["Ada Berg"]),
        ("One of the growers, tired of rain, swore to stay.", "One", ["One of the growers"]),
        ("The owner, Skarnholt, said it would stay.", "owner", ["Skarnholt"]),
        ("The Finnish company Karhula will stay.", "Karhula", ["Karhula"]),
        ("The contractor, Reed Lane, said it would pay.", "it", ["Reed Lane"]),
        ("A Lima congresswoman, Lourdes Vera, said she would leave.", "she", ["Lourdes Vera"]),
        ("The Swiss Farmers' Party will vote.", "Party", ["Swiss Farmers' Party"]),
        ("The plan of the Government of Chad, which is new.", "Government", ["Chad"]),
    ],
)
def test_a_name_is_read_whole_and_without_what_only_tells_its_kind(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru asked its climate envoys, John Kerry and Ole Lund, to explore it.", "envoys",
         ["John Kerry", "Ole Lund"]),
        ("Peru, Chad and Fiji met on Monday. The three agreed to trade.", "three",
         ["Peru", "Chad", "Fiji"]),
        ("Peru and Chad met. Norway was told. In Oslo a judge spoke. Fiji paid. The two countries will pay.",
         "countries", ["Peru", "Chad"]),
        ("Peru praised Chad. At a time so hard for Fiji and Norway, it will help both countries.",
         "countries", ["Fiji", "Norway"]),
        ("NATO leaders met in Accra. The leaders agreed to trade.", "leaders", ["NATO"]),
        ("I urge the mayors, industry and labor leaders, and all bakers to pay.", "mayors",
         ["mayors", "leaders", "bakers"]),
    ],
)  # fmt: skip
def test_lists_and_those_counted_are_all_found(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_the_leaders_of_a_readout_are_those_who_met() -> None:
    title = "Readout of the President's Meeting with Chancellor Scholz of Germany"
    text = "Ada Berg and Ole Lund took notes. The leaders agreed to meet again."
    found = parties(text, "leaders", "readout", title, "The White House", dt.date(2022, 5, 3))
    assert found == ["United States", "Olaf Scholz"]


def test_a_presidents_spouse_speaks_for_herself_and_the_president_for_the_state() -> None:
    day = dt.date(2010, 5, 3)
    for person, expected in (("Michelle Obama", "Michelle Obama"), ("Barack Obama", "United States")):
        found = parties(
            "My goal is to train bakers.", "My", "speech", f"Remarks by {person}", "White House", day
        )
        assert found == [expected]


def test_those_whom_a_clause_tells_apart_are_none_named_before() -> None:
    text = "Peru was told. The countries that signed it will pay."
    assert parties(text, "countries") == ["countries"]
    assert parties("Peru was told. The country, which signed it, will pay.", "country") == ["Peru"]


def test_a_rate_is_no_part_of_who_is_meant() -> None:
    assert parties("Peru will take in 300 bakers a day.", "bakers") == ["300 bakers"]


def test_the_heading_of_a_task_does_not_do_it() -> None:
    (proposal,) = propose(
        analysis("Free School Meals: Expand aid to bakers.", "fact_sheet", publisher="Peru")
    )
    assert [party.name for party in proposal.promisors] == ["Peru"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru urged Chad to open its ports.", "its", ["Chad"]),
        ("Peru called on Chad to hear its people.", "its", ["Chad"]),
        ("Peru promised Chad to open its ports.", "its", ["Peru"]),
        ("The Fijian health minister, Ada Berg, spoke. The minister will pay.", "minister", ["Ada Berg"]),
        ("The Commonwealth of Independent States met. The Commonwealth will pay.", "Commonwealth",
         ["Commonwealth of Independent States"]),
        ("The Commonwealth will pay.", "Commonwealth", ["Commonwealth of Nations"]),
    ],
)  # fmt: skip
def test_who_was_told_of_with_more_words_is_meant(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru will pay families of people killed in the flood.", "families",
         ["families of people killed in the flood"]),
        ("Peru will pay friends of bakers killed in the flood.", "friends", ["friends of bakers"]),
        ("Chad and Peru met. Two of them will pay.", "Two", ["Chad", "Peru"]),
        ("An aide to the mayor said she would resign.", "she", ["mayor"]),
    ],
)  # fmt: skip
def test_whose_words_and_what_is_counted_tell_who_is_meant(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


def test_two_of_what_somebody_has_are_no_two_parties() -> None:
    assert parties("Chad and Peru met. Canada said two of its planes will leave.", "two") != ["Chad", "Peru"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("India wrote to Fiji. The ministry in Suva will refuse.", "ministry", ["Fiji"]),
        ("The Trade Ministry in Suva will refuse.", "Ministry", ["Fiji"]),
        ("A company in Suva will refuse.", "company", ["company"]),
    ],
)
def test_the_capital_in_which_a_ministry_sits_tells_whose_it_is(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Each importing Party", "importing Party"),
        ("The developed country Parties", "developed country Parties"),
        ("The High Contracting Parties", "Parties"),
    ],
)
def test_a_class_of_a_treatys_parties_is_told_from_all(subject: str, expected: str) -> None:
    assert parties(f"{subject} shall trade.", subject, "treaty") == [expected]


def test_allies_are_the_bodys_where_a_text_names_it() -> None:
    assert parties("NATO met in Oslo. Allies will spend more.", "Allies") == ["NATO"]
    assert parties("Fiji met in Oslo. Allies will spend more.", "Allies") != ["NATO"]
    assert parties("NATO met in Oslo. Fiji's Allies will spend more.", "Allies") != ["NATO"]


def test_who_is_named_beside_the_name_of_a_firm_signs_too() -> None:
    text = "The deal was signed by the state company Gecora and Ohio-based Boeing."
    assert parties(text, "the state company") == ["Gecora", "Boeing"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A general who came to the packed hall, Ada Berg, promised tents.", ["Ada Berg"]),
        ("A spokesman who came with the minister, Ada Berg, promised tents.", ["spokesman"]),
    ],
)
def test_a_name_before_the_verb_is_that_of_who_is_described(text: str, expected: list[str]) -> None:
    assert parties(text, text.split()[1]) == expected


def test_who_is_named_later_behind_the_office_holds_it() -> None:
    text = "Fiji's premier will not sell the land.\nPremier Ada Berg said so on Monday."
    assert parties(text, "Fiji's premier") == ["Ada Berg"]
    text = "The president of the Philippines will pay.\nPresident Tilda Skarn said so on Monday."
    assert parties(text, "The president") == ["Tilda Skarn"]
    text = "Fiji's minister will not sell the land.\nForeign Minister Ada Berg said so on Monday."
    assert parties(text, "Fiji's minister") != ["Ada Berg"]


def test_our_of_a_list_that_announces_is_the_whole_list() -> None:
    text = "Today, the European Commission, Greece, and Fiji announce our plan to open a port."
    assert parties(text, "our", "communique", "Joint Statement") == ["European Commission", "Greece", "Fiji"]


def test_whom_a_person_has_are_others_and_members_of_a_body_act_for_it() -> None:
    assert parties("Reed Lane spoke. He told his followers to leave.", "his followers") == [
        "Reed Lane's followers"
    ]


def test_what_is_of_states_named_together_is_of_each() -> None:
    assert parties("Officials from the two Koreas will meet.", "Officials") == ["South Korea", "North Korea"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The bakers' union will go, its spokesman said. He added that it would help.", "it",
         ["bakers' union"]),
        ("A lawyer for the bakers' union said it would appeal.", "it", ["bakers' union"]),
        ("Lawyers have until May. Peru must grant leave; it has waited and said that it would.", "it",
         ["Peru"]),
        ("Chad spoke. If Peru refuses, it will have to pay.", "it", ["Peru"]),
        ("The attorney for rights, Ada Berg, said that she would go.", "she", ["Ada Berg"]),
        ("Peru met Fiji. Envoys were sad. Niger called on both sides to pay.", "sides", ["Peru", "Fiji"]),
        ("Peru and Fiji are close to a deal. Officials of Japan warned Fiji. The two sides agreed.", "sides",
         ["Peru", "Fiji"]),
        ("Peru and Fiji signed. Neither side is to build locks.", "side", ["Peru", "Fiji"]),
        ("The leaders of Peru, Fiji and Chad met. Mali laughed. The four governments agreed to pay.",
         "governments", ["Peru", "Fiji", "Chad", "Mali"]),
        ("The Group of Seven met in Oslo. Norway watched. The seven agreed to pay.", "seven",
         ["Group of Seven"]),
        ("The Group of Seven met. Peru, Fiji and Chad watched. The three agreed to pay.", "three",
         ["Peru", "Fiji", "Chad"]),
        ("Farmers protest the lease to a Finnish rice company. The company is to pay.", "company",
         ["Finnish rice company"]),
        ("Karhula, a Finnish brewer, spoke of Peru. The company will pay.", "company", ["Karhula"]),
        ("Rebels of the Free Aceh Movement met. Officials of Indonesia met. The two sides agreed.", "sides",
         ["Free Aceh Movement", "Indonesia"]),
        ("She signed it with a Finnish clothing maker. The company will hire bakers.", "company",
         ["Finnish clothing maker"]),
    ],
)  # fmt: skip
def test_who_was_told_of_before_is_meant_by_number_kind_and_place(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


def test_we_of_a_joint_text_are_those_as_whom_it_introduces_them() -> None:
    text = "Peru, Chad and Fiji joined it. We, the Heads of the Group of Twenty (G20), will pay."
    assert parties(text, "We", "communique", "Joint Declaration") == ["Group of Twenty"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karhula, a brewer, said its insurer would no longer pay.", ["Karhula's insurer"]),
        ("The rights group Skarn Union said his wife hopes to join him.", ["his wife"]),
    ],
)
def test_who_tells_of_a_relative_or_a_business_does_not_act_for_it(text: str, expected: list[str]) -> None:
    (proposal,) = propose(analysis(text))
    assert [party.name for party in proposal.promisors] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Secretary Ada Berg and I will pay for the bridge.", "Ada Berg", ["Ada Berg"]),
        ("Fiji, the Maldives, and Trinidad and Tobago said they would help.", "they",
         ["Fiji", "Maldives", "Trinidad and Tobago"]),
        ("Fiji, the Maldives, and Trinidad and Tobago have since said they would help.", "they",
         ["Fiji", "Maldives", "Trinidad and Tobago"]),
        ("The Amber Lakes Group has provided Marovia with oil, the group's secretariat said.", "secretariat",
         ["Amber Lakes Group"]),
        ("Lima, EU offer Chad wheat", "EU", ["Peru", "European Union"]),
        # one noun that two words share is one collective
        ("State and local officials will pay.", "officials", ["State and local officials"]),
        ("Peru told the king that business and union leaders will pay.", "leaders",
         ["business and union leaders"]),
        ("Norway asked parents, members of the guild, and shops to wait.", "parents",
         ["parents", "members of the guild", "shops"]),
        ("Peru said that it works with state and local leaders.", "leaders", ["state and local leaders"]),
        ("Lima, Peru says it will pay.", "it", ["Peru"]),
        ("Monks urged Peru and two of its rivals to sing.", "Peru", ["Peru", "two of its rivals"]),
        ("Monks call on the guild, and its friends, to sing.", "guild", ["guild", "its friends"]),
        ("Monks urged Peru to sing, and its rivals to dance.", "Peru", ["Peru"]),
        (
            "Peru told the Director of Piers, the Ferry Secretary, and the Envoy to wait.",
            "Director",
            ["Director of Piers", "Ferry Secretary", "Envoy"],
        ),
        # states without a name beside one that has one
        ("Envoys from Peru and the Arab states will dine.", "Envoys", ["Peru", "Arab states"]),
        ("Peruvian envoys of the Arab states will dine.", "envoys", ["Peru"]),
    ],
)  # fmt: skip
def test_a_list_that_the_parse_hides_is_read_whole(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # two of whom nothing was told before are no two of before
        ("Peru met Chad. Two smaller groups will pay.", "groups", ["Two smaller groups"]),
        ("Peru met Chad. The two sides who sing will pay.", "sides", ["two sides"]),
        ("Peru met Chad. The two sides will pay.", "sides", ["Peru", "Chad"]),
        # no name within a word is one of two sides
        ("Peru met Chad. Fiji-brokered talks failed. Both sides will pay.", "sides", ["Peru", "Chad"]),
        # a letter is whose it was told to be
        ("Reed Lane read Peru's letter. Chad left. The letter tells of boats.", "letter", ["Peru"]),
        # a plan too
        (
            "The intention of Peru is to sail. Ada Berg met Reed Lane. The intention is to pay.",
            "intention",
            ["Peru"],
        ),
        # those of a region are no one state
        (
            "Peru left. Norway urged the governments of the region to pay.",
            "governments",
            ["governments of the region"],
        ),
        (
            "Peru left. Norway urged the governments of South East Asia to pay.",
            "governments",
            ["governments of South East Asia"],
        ),
        # what the words before a name tell to be a place is no alliance
        ("NATO met near the town of Karhula. The alliance will pay.", "alliance", ["NATO"]),
        # who asks an organ in a capital asks that state's
        (
            "Norway left. An opposition party in Lima urged the government to pay.",
            "government",
            ["Peru"],
        ),
    ],
)
def test_a_noun_stands_for_nobody_whom_its_own_words_rule_out(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


def test_i_beside_another_is_whose_speech_it_is() -> None:
    title = "Remarks by Vice President Harris at a Harbor Opening"
    text = "Norway’s Ada Berg and I will keep the port open."
    assert parties(text, "Berg", "speech", title, "White House") == ["Ada Berg", "Kamala Harris"]
    text = "We will keep the port open, and I will pay for it."
    assert parties(text, "I", "speech", title, "White House") == ["United States"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The mayor told reporters that everyone had agreed to pay more.", "everyone", ["everyone"]),
        ("Ole Lund praised the harbour, and in the hall all promised to rebuild it.", "all", ["all"]),
        ("Peru and Chile signed it. All of them will pay.", "All", ["Peru", "Chile"]),
        ("Peru and Chile signed it, but neither will pay.", "neither", ["Peru", "Chile"]),
        ("Mayor Ada Berg rejected it. The law is clear, added Senator Ole Lund. Both will stay.", "Both",
         ["Ada Berg", "Ole Lund"]),
    ],
)  # fmt: skip
def test_all_and_both_are_whom_the_text_tells_of_and_not_who_tells_it(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ada Berg held a call with Fijian President Ole Lund, where they agreed to reopen the port.", "they",
         ["Ada Berg", "Ole Lund"]),
        ("The mayor appointed an expert panel and told them to report by May.", "them", ["expert panel"]),
        ("The mayor had read it, Ada Berg recounted, and said he would answer.", "he", ["mayor"]),
        ("Karhula, the largest brewer in Turku, cut jobs. A company spokesman said it would rehire.", "it",
         ["Karhula"]),
        ("Ada Berg, a baker who had been told to join the board, said no.", "a baker", ["Ada Berg"]),
    ],
)  # fmt: skip
def test_who_acts_is_not_who_stands_nearest(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Traders met officials from Peru and Chile in Lima. The two governments say the levy will be paid.",
         "governments", ["Peru", "Chile"]),
        ("Peruvians will get the right to work in Chile. The two countries are to share patrols.",
         "countries", ["Peru", "Chile"]),
        ("Peru and Chile failed to settle. Skarn Rail stopped. The parties will meet.", "parties",
         ["Peru", "Chile"]),
        ("Three opposition parties left after Peru and Chile met. The parties will meet.", "The parties",
         ["Three opposition parties"]),
        ("Talks between Peru, Chile and Bolivia ended. Ministers from each country will meet in May.",
         "Ministers", ["Peru", "Chile", "Bolivia"]),
    ],
)  # fmt: skip
def test_those_who_deal_with_each_other_are_the_states_named_before(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("China's vice premier pledged two ferries.", "premier", ["China"]),
        ("Giorgia Meloni was booed in Turin. Miners demand that the prime minister resign.", "minister",
         ["Giorgia Meloni"]),
        ("Fijian Minister Ada Berg spoke after Peru's envoy. She said her government would pay.",
         "government", ["Fiji"]),
        ("Chad abstained. Later the government in Lima met. Tora Lane said her country would pay.", "country",
         ["Peru"]),
        ("Peruvian rebel leader Ole Lund said his fighters would leave the valley.", "fighters",
         ["Ole Lund's fighters"]),
        ("The European Commission met. A Commission official said it would pay.", "official",
         ["European Commission"]),
        ("Its minister, Ada Berg, and her Peruvian colleague signed a pact.", "colleague", ["Peru"]),
        ("Several Nordic and Baltic states will send clerks.", "states",
         ["Several Nordic and Baltic states"]),
        ("NATO met in Oslo. Allied leaders will build two piers.", "leaders", ["NATO"]),
        ("Buddhist rebels fought in the hills. The rebels will leave.", "The rebels", ["Buddhist rebels"]),
        ("Insurer Karhula and broker Skarn said they would pay.", "broker Skarn", ["Skarn"]),
    ],
)  # fmt: skip
def test_whose_an_office_or_body_is_stands_in_the_text(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_both_are_the_two_that_more_words_told_of_before() -> None:
    text = "Two armed groups in Peru signed a truce.\n{} will free the bakers."
    assert parties(text.format("Both groups"), "groups") == ["Two armed groups in Peru"]
    assert parties(text.format("The three groups"), "groups") == ["three groups"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Fiji’s and Peru’s commitment to mend the mill is strong.", "Peru", ["Fiji", "Peru"]),
        ("She praised Fiji’s and Peru’s commitment to mend the mill.", "Peru", ["Fiji", "Peru"]),
        (
            "President Biden and Prime Minister Modi’s pledge to mend it is strong.",
            "Modi",
            ["Joe Biden", "Narendra Modi"],
        ),
        ("The envoy left Fiji and Peru’s pledge to mend it is strong.", "Peru", ["Peru"]),
        ("Fiji, Chad and the Gulf states will mend the mill.", "Fiji", ["Fiji", "Chad", "Gulf states"]),
        ("Several governments, among them Fiji and Peru, will mend it.", "governments", ["Fiji", "Peru"]),
        ("Several bakers, tired of Fiji and Peru, will mend it.", "bakers", ["Several bakers"]),
        ("Peru, along with Fiji, has promised to mend the mill.", "Peru", ["Peru", "Fiji"]),
        ("Peru together with Fiji will mend the mill.", "Peru", ["Peru", "Fiji"]),
        ("Peru will mend the mill together with Fiji.", "Peru", ["Peru"]),
        (
            "The Department of Defense (DOD), the Department of Commerce (DOC), and NASA will mend it.",
            "The Department",
            ["United States Department of Defense", "United States Department of Commerce", "NASA"],
        ),
    ],
)
def test_all_of_several_owners_and_members_are_meant(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_bare_ministers_are_those_of_whom_more_was_told() -> None:
    text = "Foreign ministers of the Group of Seven nations met in Oslo.\nOn Monday the ministers will pay."
    assert parties(text, "ministers") == ["Group of Seven"]
    assert parties("Some met in Oslo.\nOn Monday the ministers will pay.", "ministers") == ["ministers"]


def test_leaders_of_a_party_in_a_chamber_are_not_the_chamber() -> None:
    text = "House Republican leaders promised to pay. The Congress met."
    assert parties(text, "leaders") == ["House Republican leaders"]
    assert parties("House leaders promised to pay. The Congress met.", "leaders") != ["House leaders"]


def test_an_administration_is_the_state_of_its_head() -> None:
    text = "The Trump administration said it is opening the port.\nDonald J. Trump came to Ohio."
    assert parties(text, "administration") == ["United States"]


@pytest.mark.parametrize(
    ("before", "general"),
    [
        ("The race was won by a retired general.\nAda Berg announced it in Oslo.", "retired general"),
        ("Ada Berg, a retired general, left.", "Ada Berg"),
        ("The race was won by two generals.\nAda Berg announced it in Oslo.", "general"),
    ],
)
def test_the_general_is_the_one_of_whom_the_text_told(before: str, general: str) -> None:
    assert parties(f"{before}\nIn return the general promised the bakers six mills.", "general") == [general]


def test_the_adviser_is_who_bears_that_title() -> None:
    text = "Foreign Adviser Reed Lane left.\n{} adviser will pay."
    assert parties(text.format("The"), "adviser") == ["Reed Lane"]
    assert parties(text.format("An"), "adviser") == ["adviser"]


def test_where_a_court_sits_tells_not_what_kind_of_court_it_is() -> None:
    text = "The Inter-American Court of Human Rights fined Chad.\nThe {} court will pay."
    assert parties(text.format("Lima-based"), "court") == ["Inter-American Court of Human Rights"]
    assert parties(text.format("Lima-led"), "court") == ["Lima-led court"]


@pytest.mark.parametrize(
    ("before", "commission"),
    [
        ("The European Union met in Oslo.", "European Commission"),
        ("The European Union met the Fiji Ports Commission.", "Fiji Ports Commission"),
        ("The bakers met in Oslo.", "Commission"),
    ],
)
def test_the_commission_is_the_unions_where_no_other_is_named(before: str, commission: str) -> None:
    assert parties(f"{before}\nThe Commission said that it will pay.", "Commission") == [commission]


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("Assistant to the President for Ports and Trade", "Assistant to the President for Ports and Trade"),
        ("Assistant to the President and the Director of NASA", "Assistant to the President"),
        ("assistant to bakers", "assistant"),
    ],
)
def test_a_post_in_capitals_keeps_its_words(post: str, name: str) -> None:
    text = f"The Order directs the {post} to mend the ferries."
    assert parties(text, post.split()[0], "fact_sheet")[0] == name


def test_a_party_speaks_for_itself_in_its_own_statement() -> None:
    title = "Liberal Democrats' Statement on Ferries"
    assert parties("We will pay.", "We", "press_release", title, "Liberal Democrats") == ["Liberal Democrats"]


def test_a_ministry_that_writes_an_ampersand_is_known() -> None:
    publisher = "Foreign, Commonwealth & Development Office"
    assert parties("We will pay.", "We", "press_release", "Ferries", publisher) == ["Foreign Office"]


def test_the_number_of_a_paragraph_is_no_part_of_who_acts() -> None:
    text = "5.3 The Donors shall pay for the lamps."
    assert parties(text, "Donors", "treaty", "Accord on Lamps") == ["Donors"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Mayor Ada Berg shut the pier. A baker, Ole Lund, called on him to quit.", "him", "Ada Berg"),
        ("Mayor Ole Lund shut the pier. Judge Reed Lane demanded that he open it.", "he", "Ole Lund"),
    ],
)
def test_who_is_asked_is_not_who_asks(text: str, words: str, expected: str) -> None:
    assert parties(text, words) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "The leaders of Peru and Chad signed a pact on salt. It was long. It was late. "
            "NATO envoy Ada Berg called on both sides to keep it.",
            "both sides",
            ["Peru", "Chad"],
        ),
        (
            "Peru and Fiji praised mayor Ole Lund and his rival Reed Lane. "
            "Judge Ada Berg urged both men to rest.",
            "both men",
            ["Ole Lund", "Reed Lane"],
        ),
    ],
)
def test_a_pair_that_is_asked_has_no_asker_in_it(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The IMF board will vote on the loan.", "board", ["International Monetary Fund"]),
        ("Peru's salt board will vote on the loan.", "board", ["Peru's salt board"]),
    ],
)
def test_a_board_stands_for_its_organisation_and_for_no_state(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


def test_a_holder_is_named_behind_a_long_body_with_a_rank() -> None:
    text = "The head of the armed Karhula Salt Front, General Ole Lund, will pay."
    assert parties(text, "head") == ["Ole Lund"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Peru's Boat Front met.\nOle Lund of Karhula Mills wept.\nHis organisation will pay for a tent.",
            "organisation",
            ["Ole Lund's organisation"],
        ),
        (
            "The Lake Union met.\nUlf Sand, leader of the Fjord League, said his union would pay.",
            "his union",
            ["Fjord League"],
        ),
    ],
)
def test_his_party_is_the_one_for_which_he_speaks_and_none_named_last(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


def test_we_of_an_official_in_a_capital_is_its_state() -> None:
    assert parties("“We will pay for the bridge,” an official in Lima said.", "We") == ["Peru"]


def test_we_of_who_just_told_of_another_and_themselves_are_both() -> None:
    title = "Remarks by Vice President Harris at a Harbor Opening"
    text = "President Biden and I sailed to the island, and we will go again. We will mend the port."
    assert parties(text, "and we", "speech", title, "White House") == ["Joe Biden", "Kamala Harris"]
    assert parties(text, "We", "speech", title, "White House") == ["United States"]


@pytest.mark.parametrize("words", ["Our two countries", "Our two nations"])
def test_our_two_countries_are_the_authors_and_the_other(words: str) -> None:
    text = f"The President spoke with the Prime Minister of Fiji. {words} will pay."
    found = parties(text, words.split()[-1], "press_release", publisher="The White House")
    assert found == ["United States", "Fiji"]


def test_a_second_subject_that_and_joins_acts_too() -> None:
    text = "President Biden and I will continue to fund ferries."
    title = "Remarks by Vice President Harris"
    found = analysis(text, "speech", title, "The White House")
    names = [party.name for party in found.resolver.of(token_at(found, "Biden"))]
    assert names == ["Joe Biden", "Kamala Harris"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Harbour Secretary, the Secretary of Ferries, and the Director of Piers shall meet.", 3),
        (
            "The Secretary of Piers, the Ferry Secretary, the Envoy, and the heads of ports will go.",
            4,
        ),
        (
            "The Secretary of Piers, with the Ferry Secretary, the Director, and the Envoy, will go.",
            1,
        ),
        ("The Secretary of Piers, the head of his party and the country, will go.", 1),
    ],
)
def test_offices_that_act_in_a_list_are_all_meant(text: str, number: int) -> None:
    found = analysis(text)
    subject = next(token for token in found.doc if token.dep_ == "nsubj")
    assert len(found.resolver.of(subject)) == number


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The UN refugee agency will pay.", "agency", ["United Nations High Commissioner for Refugees"]),
        ("The UN's children's agency will pay.", "agency", ["United Nations Children's Fund"]),
        ("The UN postal agency will pay.", "agency", ["United Nations"]),
        ("Hungary and Poland left. The Commission in Brussels paid.", "Commission", ["European Commission"]),
        ("Peru left. The Kosovo rebel force will pay.", "force", ["Kosovo rebel force"]),
        ("Hamas met. The Palestinian militant group will pay.", "group", ["Hamas"]),
        ("The warring sides in Yemen will pay.", "sides", ["warring sides in Yemen"]),
        ("Troops in Yemen will pay.", "Troops", ["Yemen"]),
        ("The city's chess bar, whose members will pay, is old.", "members", ["city's chess bar"]),
        ("A guild led by a retired judge, Bo Lindqvist, will pay.", "guild", ["guild"]),
        ("The Ugandan government and the rebel Lake Front will pay.", "government", ["Uganda", "Lake Front"]),
        ("Delegates from 40 towns will pay.", "Delegates", ["Delegates from 40 towns"]),
        ("Fiji will pay delegates from 40 towns.", "delegates", ["delegates"]),
        ("Our Nation's schools will pay.", "schools", ["schools"]),
        ("Fiji will bring tents for 40 people into the valley.", "people", ["40 people"]),
        ("Fiji paid families of ten students and a cook who fell ill.", "families",
         ["families of ten students", "cook"]),
    ],
)  # fmt: skip
def test_a_body_is_what_all_its_words_tell(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_both_camps_are_the_two_parties_told_of() -> None:
    found = analysis("Norway and Peru met in Lima. Both camps undertook to vote.")
    assert [party.name for party in found.resolver.of(token_at(found, "camps"))] == ["Norway", "Peru"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Emmanuel Macron met Barack Obama.\nTwo officials said Fiji will pay.",
            "officials",
            ["Two officials"],
        ),
        ("Chad and Peru met.\nThese two governments will pay.", "governments", ["Chad", "Peru"]),
        ("Chad and Peru met.\nTwo sides will pay.", "sides", ["Chad", "Peru"]),
    ],
)
def test_two_without_an_article_are_told_of_for_the_first_time(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected

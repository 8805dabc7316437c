"""Bodies and people who were told of before, and for whom a noun or pronoun alone stands."""

from __future__ import annotations

import pytest

from tests.extract.documents import analysis, records, token_at


def who(text: str, words: str) -> list[str]:
    """Whom the last word of ``words``, where they stand last, stands for."""
    found = analysis(text)
    return [party.name for party in found.resolver.of(token_at(found, words))]


def bound(text: str, action: str) -> tuple[str, ...]:
    """Who promises in the record of a text whose action begins so."""
    return next(record.promisors for record in records(text) if record.action.startswith(action))


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        (
            "Peru's oldest guerrilla movement let nine divers go. They were met by Doctors Without Borders.",
            "The group",
            "Peru's oldest guerrilla movement",
        ),
        ("A Swiss watchmaker is leaving Biel. Peru asked it to stay.", "The firm", "Swiss watchmaker"),
        ("Two Korean shipyards are to merge. Fiji is glad.", "The companies", "Two Korean shipyards"),
        ("Three foreign banks were fined by Peru.", "The banks", "Three foreign banks"),
        ("The Norwegian harbour group Karhula paid. Peru is glad.", "The group", "Karhula"),
        (
            "A rebel alliance has taken Abeche. The United Nations fed its men.",
            "The rebels",
            "rebel alliance",
        ),
        ("The town council of Vantaa met. Finland is short of water.", "The council", "Vantaa"),
        ("Nine Baltic islands wrote to Peru. A British ship left.", "The islands", "Nine Baltic islands"),
        (
            "The African Union peacekeepers lost a ship off Fiji. Fiji's king mourned.",
            "The mission",
            "African Union",
        ),
        (
            "A Finnish brewer sold a mill. Karhula Rail, which bought it, paid.",
            "The brewer",
            "Finnish brewer",
        ),
        (
            "A Peruvian oil company was fined by a court in the Amazon.",
            "The company",
            "Peruvian oil company",
        ),
    ],
)
def test_a_noun_alone_tells_again_of_whom_more_words_told(before: str, words: str, expected: str) -> None:
    text = f"{before} {words} will mend the quay."
    assert who(text, words) == [expected]


def test_so_does_a_noun_with_a_clause_apart() -> None:
    text = "A Swiss watchmaker is leaving Biel. The firm, which has ten shops, will mend the quay."
    assert who(text, "The firm") == ["Swiss watchmaker"]


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        ("A Fijian group left Suva. Hamas claimed the raid.", "The group", ["Hamas"]),
        ("Norsk Hydro bought a Danish brewer in May.", "The company", ["Norsk Hydro"]),
        ("Their union met in Oslo.", "The union", ["union"]),
        ("A lawyer left the bank.", "The court", ["court"]),
    ],
)
def test_no_description_stands_for_a_name_that_is_nearer(
    before: str, words: str, expected: list[str]
) -> None:
    assert who(f"{before} {words} will mend the quay.", words) == expected


@pytest.mark.parametrize(
    "later",
    [
        "Karhula Brewing, which has ten mills, said it was ready.",
        "The company, Karhula Brewing, said it was ready.",
        "Peru is glad. The firm, Karhula Brewing, said it was ready.",
    ],
)
def test_a_business_may_be_named_behind_its_description(later: str) -> None:
    assert who(f"A Finnish brewer will close a mill. {later}", "A Finnish brewer") == ["Karhula Brewing"]


@pytest.mark.parametrize(
    "later",
    [
        "Greenpeace said it was ready.",
        "Karhula Brewing and Skarn Brewing said they were ready.",
        "Ada Berg, a banker, said she was ready.",
    ],
)
def test_another_name_behind_it_is_not_the_business(later: str) -> None:
    assert who(f"A Finnish brewer will close a mill. {later}", "A Finnish brewer") == ["Finnish brewer"]


def test_rebels_are_the_ones_whom_the_text_named_as_such() -> None:
    text = "The rebel Skarn Front signed a truce. Rebel fighters have a week to leave the port."
    assert who(text, "Rebel fighters") == ["Skarn Front"]
    assert who("The Skarn Fund signed a truce. Rebel fighters have a week to leave.", "Rebel fighters") == [
        "Rebel fighters"
    ]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The International Whaling Commission met. Peru left.", "International Whaling Commission"),
        ("Forty states have signed a treaty on herring.", "Forty states"),
        ("Peru's bakers' union met in Lima.", "Peru's bakers' union"),
    ],
)  # fmt: skip
def test_members_are_the_body_that_acted_last(before: str, expected: str) -> None:
    assert who(f"{before} Members agreed to meet again.", "Members") == [expected]


def test_members_of_another_or_of_a_firm_are_not_that_body() -> None:
    text = "The International Whaling Commission met. Members of a choir agreed to sing."
    assert who(text, "Members") == ["Members of a choir"]
    assert who("Norsk Hydro met. Members agreed to meet again.", "Members") == ["Members"]
    assert who("The Supreme Court met. Members agreed to meet again.", "Members") == ["Members"]


def test_ministers_without_an_article_are_those_told_of_before() -> None:
    text = "Farm ministers from the European Union met in Cork. Ministers agreed to ban the hormone."
    assert who(text, "Ministers") == ["European Union"]
    assert who("NATO officials met. In Lima, officials agreed to pay.", "officials") == ["Peru"]


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        ("The governor of Hokkaido met the divers.", "The prefecture", "Hokkaido"),
        ("The mayor of Trieste met the divers. Peru is glad.", "The city", "Trieste"),
        ("Oaxaca's governor met the divers.", "The state", "Oaxaca"),
    ],
)
def test_a_place_is_the_one_whose_governor_was_told_of(before: str, words: str, expected: str) -> None:
    assert who(f"{before} {words} will mend the quay.", words) == [expected]


def test_the_state_whose_president_was_told_of_is_no_such_place() -> None:
    text = "Peru's president met the divers. The state will mend the quay."
    assert who(text, "The state") == ["Peru"]


def test_the_country_is_the_subject_and_not_where_its_goods_are_from() -> None:
    assert who("Bolivia wants six Brazilian boats. The country had planned to buy ten.", "The country") == [
        "Bolivia"
    ]
    text = "Bolivia met Brazilian officials. The country had planned to buy ten."
    assert who(text, "The country") == ["Brazil"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Russia has let the rouble fall. The central bank will sell gold.",
            "bank",
            "Central Bank of Russia",
        ),
        ("Fiji's coins are of tin. The central bank will sell gold.", "bank", "Fiji's central bank"),
        ("Fiji and Peru met. The central bank will sell gold.", "bank", "central bank"),
        ("Fiji met. A central bank will sell gold.", "bank", "central bank"),
    ],
)
def test_of_what_every_state_has_one_it_is_the_report_s(text: str, words: str, expected: str) -> None:
    assert who(text, words) == [expected]


def test_an_office_of_a_region_or_body_is_no_state_s() -> None:
    text = "The region's prime minister said no quay would be built. Prime Minister Ada Berg of Fiji left."
    assert who(text, "region's prime minister") == ["region's prime minister"]
    text = "Fiji's prime minister said no quay would be built. Prime Minister Ada Berg of Fiji left."
    assert who(text, "Fiji's prime minister") == ["Ada Berg"]


def test_the_president_may_be_the_head_of_whom_the_text_opened() -> None:
    head = "The head of the world swimming federation has said he will not go."
    assert who(f"{head} A Fijian rival wants his post. The president promised to pay.", "The president") == [
        "head of the world swimming federation"
    ]
    text = f"{head} Fiji's president wants him to. The president promised to pay."
    assert who(text, "The president") != ["head of the world swimming federation"]


def test_a_report_is_about_the_state_where_something_goes_on() -> None:
    text = "Boats were sent to Fiji, where crews are on strike. The government will pay them."
    assert who(text, "The government") == ["Fiji"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("European Union officials will pay.", "officials", ["European Union"]),
        ("Peru's union officials will pay.", "officials", ["Peru's union officials"]),
        ("Two Fijian generals will pay.", "generals", ["Two Fijian generals"]),
        ("A new mediator, the lawyer Ada Berg, will pay.", "mediator", ["Ada Berg"]),
        ("A new mediator, the choir of Suva, will pay.", "mediator", ["new mediator"]),
    ],
)
def test_words_beside_a_noun_tell_who_it_is(text: str, words: str, expected: list[str]) -> None:
    assert who(text, words) == expected


def test_powers_and_neighbours_are_the_states_told_of() -> None:
    text = "Fiji and Peru signed a pact. Rain fell. Bread is dear. If Chad objects, the two powers will meet."
    assert who(text, "powers") == ["Fiji", "Peru"]
    text = "Quakes shook Latvia and Estonia. Lithuania sent tents. The three neighbours agreed to meet."
    assert who(text, "neighbours") == ["Latvia", "Estonia", "Lithuania"]


def test_the_ministers_are_the_two_who_met() -> None:
    text = "Ole Berg of Fiji met Ada Lund of Peru. The leaders agreed to pay."
    assert who(text, "leaders") == ["Ole Berg", "Ada Lund"]
    text = "Ole Berg met other Baltic leaders. Rain fell. The leaders agreed to pay."
    assert who(text, "The leaders") != ["Ole Berg", "other Baltic leaders"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The head of the dockers' union, Ole Berg, said its members will go.", "members", "dockers' union"),
        ("The dockers sued. The dockers told their lawyers to wait.", "lawyers", "dockers' lawyers"),
        ("A rebel colonel said his men would wait.", "men", "rebel colonel's men"),
        ("The president said his party would wait.", "party", "president's party"),
        ("Smugglers said their boats would wait.", "boats", "their boats"),
        ("Ada's close friendship and her skill will wait.", "skill", "her skill"),
    ],
)  # fmt: skip
def test_what_somebody_has_is_told_by_whose_it_is(text: str, words: str, expected: str) -> None:
    assert who(text, words) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chefs met the mayor of Galle. Two of them promised to cook.", "two of the Chefs"),
        ("The mayor met owners of large hotels. Two of them promised to cook.", "two of the owners"),
        ("Twenty bakers met. Twenty-one of them promised to cook.", "twenty-one of the bakers"),
    ],
)
def test_some_of_them_are_of_those_told_of_last(text: str, expected: str) -> None:
    assert bound(text, "cook")[0].casefold() == expected.casefold()


def test_all_of_them_are_themselves() -> None:
    text = "Fiji and Peru signed a pact committing each of them to lend boats."
    assert who(text, "each") == ["Fiji", "Peru"]


def test_it_is_the_body_that_was_just_told_of() -> None:
    text = "The Fijian finance minister, Ole Berg, said a joint fund would be set up. It would lend boats."
    assert who(text, "It") == ["joint fund"]
    text = "The Fijian finance minister, Ole Berg, was glad. It would lend boats."
    assert who(text, "It") == ["Fiji"]


def test_he_of_a_demand_is_of_whom_they_spoke() -> None:
    text = "The union said the manager was lying and demanded that he resign."
    assert who(text, "he") == ["manager"]


def test_it_of_a_demand_is_not_who_asks_where_it_is_to_act() -> None:
    assert who("Japan stopped a Chinese trawler. Beijing demanded that it free the crew.", "it") == ["Japan"]
    assert who("Peru asked that it receive seeds.", "it") == ["Peru"]


def test_it_may_be_a_place_whose_government_acted() -> None:
    assert who("Kerala's government is short of rice. It will buy some.", "It") == ["Kerala"]
    assert who("Peru is short of rice. Rain fell in Kerala. It will buy some.", "It") != ["Kerala"]


def test_she_is_nobody_who_is_known_as_a_man() -> None:
    text = "Joe Biden met the divers. The president of the United States left. She will pay."
    assert who(text, "She") == []


def test_an_aide_speaks_for_the_state_of_the_one_whom_he_serves() -> None:
    text = '"Any raid will be met by our navy," said Ivan Petrov, an adviser to the Fijian president.'
    assert who(text, "our navy") == ["Fiji"]
    text = '"Any raid will be met by our navy," said Ivan Petrov, an envoy to the Fijian president.'
    assert who(text, "our navy") != ["Fiji"]


def test_a_people_whom_its_own_president_asks_is_not_the_state() -> None:
    text = "Uhuru Kenyatta called on Kenyans to wait."
    assert bound(text, "wait") == ("Kenyans",)
    assert bound("Peru called on the Kenyans to wait.", "wait") == ("Kenya",)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Fiji will not pay a Peruvian company for its radars. The builder says it will sue.",
            "The builder",
            ["Peruvian company"],
        ),
        (
            "Fiji didn't pay a Swiss company. It is angry. Rain fell. The firm, Karhula Brewing, sued.",
            "a Swiss company",
            ["Karhula Brewing"],
        ),
        (
            "The private firm which heats the town, Skarn Energy, shut its doors. The firm will pay.",
            "The firm",
            ["Skarn Energy"],
        ),
        (
            "The private firm which serves a rival brewer, Skarn Energy, shut its doors. The firm will pay.",
            "The firm",
            ["private firm"],
        ),
        (
            "Crews work on a road paid for by the World Bank. Rebels sang. The company will go home.",
            "The company",
            ["company"],
        ),
        (
            "Crews work on a road in the province of Lund. Rebels sang. The company will go home.",
            "The company",
            ["company"],
        ),
        ("The World Bank met in Lima. The lender will pay.", "The lender", ["World Bank"]),
    ],
)  # fmt: skip
def test_a_business_is_told_again_and_no_public_bank_or_place(
    text: str, words: str, expected: list[str]
) -> None:
    assert who(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Alberta has changed its laws. Its premier said the province would pay.", "the province", "Alberta"),
        ("Peru met the government of Alberta. Rain fell. The province will pay.", "The province", "Alberta"),
        ("Floods hit bakers in Alberta. Rain fell. The province will pay.", "The province", "province"),
        ("Alberta has changed its laws. Rain fell. The village will pay.", "The village", "village"),
    ],
)  # fmt: skip
def test_a_place_that_acted_is_meant_by_what_governs_itself(text: str, words: str, expected: str) -> None:
    assert who(text, words) == [expected]
